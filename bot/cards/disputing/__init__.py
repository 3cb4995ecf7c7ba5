"""Disputing: what either side says, and at the desk the case file, its record and the ruling."""
