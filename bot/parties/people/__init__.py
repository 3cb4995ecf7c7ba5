"""People: their settings, and where they are paid."""

from bot.parties.people import settings, where
from bot.parties.people.settings import settings as settings_shown
from bot.parties.people.where import is_to_be_asked, was_asked, with_question

FORMS = (settings.FORM,)
PRESSES = (*settings.PRESSES, *where.PRESSES)

__all__ = [
    "FORMS",
    "PRESSES",
    "is_to_be_asked",
    "settings_shown",
    "was_asked",
    "with_question",
]
