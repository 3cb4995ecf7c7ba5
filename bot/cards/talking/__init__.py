"""Talking: what fits no form, the diary, and at the desk replies and help."""
