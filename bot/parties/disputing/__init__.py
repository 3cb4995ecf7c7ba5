"""Disputing: going to the arbiter, and what a side says there."""

from bot.parties.disputing import cases, evidence

FORMS = (*cases.FORMS, *evidence.FORMS)
PRESSES = (*cases.PRESSES, *evidence.PRESSES)

__all__ = ["FORMS", "PRESSES"]
