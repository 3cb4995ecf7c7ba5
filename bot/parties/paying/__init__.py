"""Paying: play money by two taps, a bank transfer by its details and a report, and shortfalls."""

from bot.parties.paying import arrivals, claims, taps

FORMS = (claims.FORM,)
PRESSES = (*taps.PRESSES, *claims.PRESSES, *arrivals.PRESSES)

__all__ = ["FORMS", "PRESSES"]
