"""Inviting: the invite on both sides, versions between the two, and the agreement."""
