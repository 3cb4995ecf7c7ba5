"""Amending: asking for and giving more time, and ending a milestone by agreement."""

from bot.parties.amending import answering, ending, more_time

FORMS = (*more_time.FORMS, ending.FORM)
PRESSES = (*more_time.PRESSES, *ending.PRESSES, *answering.PRESSES)

__all__ = ["FORMS", "PRESSES"]
