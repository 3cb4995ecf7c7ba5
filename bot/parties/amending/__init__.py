"""Amending: more time, a pause, waiting for the client, and an end by agreement."""

from bot.parties.amending import answering, ending, more_time, offering, pausing

FORMS = (*more_time.FORMS, *pausing.FORMS, ending.FORM, *offering.FORMS)
PRESSES = (
    *more_time.PRESSES,
    *pausing.PRESSES,
    *ending.PRESSES,
    *answering.PRESSES,
    *offering.PRESSES,
)

__all__ = ["FORMS", "PRESSES"]
