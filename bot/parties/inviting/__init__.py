"""Inviting: the link that is passed on, who opens it, who claims it, and what both say to it."""

from bot.parties.inviting import claimants, guest, inviter
from bot.parties.inviting.ages import EARLY
from bot.parties.inviting.guest import by_secret, invited, secret_in, waiting
from bot.parties.inviting.inviter import invite
from bot.parties.inviting.passing import passing_for, place_of

FORMS = (guest.FORM, claimants.FORM)
PRESSES = (*inviter.PRESSES, *claimants.PRESSES, *guest.PRESSES)

__all__ = [
    "EARLY",
    "FORMS",
    "PRESSES",
    "by_secret",
    "invite",
    "invited",
    "passing_for",
    "place_of",
    "secret_in",
    "waiting",
]
