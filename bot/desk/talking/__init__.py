"""Talking, at the desk: calls for help."""
