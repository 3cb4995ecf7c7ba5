"""What the topics stand on: one update, the places to show, forms, gathering."""
