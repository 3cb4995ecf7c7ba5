"""What the tests of every floor share: fakes, memories, phones, and people with a deal."""
