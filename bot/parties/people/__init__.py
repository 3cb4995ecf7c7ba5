"""People: their settings, and where they are paid."""

from bot.parties.people import forgetting, settings, where
from bot.parties.people.settings import settings as settings_shown
from bot.parties.people.where import with_city_asked

FORMS = (settings.FORM,)
PRESSES = (*settings.PRESSES, *forgetting.PRESSES, *where.PRESSES)

__all__ = [
    "FORMS",
    "PRESSES",
    "settings_shown",
    "with_city_asked",
]
