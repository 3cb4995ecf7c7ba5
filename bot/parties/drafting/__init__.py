"""Drafting: the terms of a draft or a counter-offer, asked for, shown, changed, sent."""

from bot.parties.drafting import again, answers, beginning, choosing, listing, sending
from bot.parties.drafting.ages import EARLY
from bot.parties.drafting.asking import resume, the_change, the_terms
from bot.parties.drafting.beginning import new_deal
from bot.parties.drafting.correcting import ANSWERED, correct_answer

FORMS = (answers.FORM, beginning.BEGIN)
PRESSES = (
    *again.PRESSES,
    *beginning.PRESSES,
    *choosing.PRESSES,
    *listing.PRESSES,
    *sending.PRESSES,
)

__all__ = [
    "ANSWERED",
    "EARLY",
    "FORMS",
    "PRESSES",
    "correct_answer",
    "new_deal",
    "resume",
    "the_change",
    "the_terms",
]
