"""Paying, at the desk: deposits and payouts."""
