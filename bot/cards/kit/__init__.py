"""What the cards stand on: the shape of one, wording, the heading, acts as buttons, forms."""
