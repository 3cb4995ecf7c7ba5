"""Amending: more time, a pause, waiting for the client, and an end by agreement."""

from bot.parties.amending import answering, ending, more_time, pausing

FORMS = (*more_time.FORMS, *pausing.FORMS, ending.FORM)
PRESSES = (*more_time.PRESSES, *pausing.PRESSES, *ending.PRESSES, *answering.PRESSES)

__all__ = ["FORMS", "PRESSES"]
