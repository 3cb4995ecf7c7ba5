"""Drafting: the questions of a draft or a counter-offer, and the list of what can be edited."""
