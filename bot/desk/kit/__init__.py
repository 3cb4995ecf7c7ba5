"""What the desk's topics stand on: one call, who may, the group's topics, forms."""
