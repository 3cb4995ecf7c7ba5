"""What the arbiters' group sees: case file, ruling's form, treasurer's cards, board."""
