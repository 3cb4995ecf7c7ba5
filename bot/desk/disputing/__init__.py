"""Disputing, at the desk: cases and rulings."""
