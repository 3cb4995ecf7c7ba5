"""People: their settings, where they are paid, and how they found each other."""

from bot.parties.people import exporting, forgetting, rating, settings, where
from bot.parties.people.settings import settings as settings_shown
from bot.parties.people.where import with_city_asked

FORMS = (settings.FORM, rating.FORM)
PRESSES = (
    *settings.PRESSES,
    *exporting.PRESSES,
    *forgetting.PRESSES,
    *where.PRESSES,
    *rating.PRESSES,
)

__all__ = [
    "FORMS",
    "PRESSES",
    "settings_shown",
    "with_city_asked",
]
