"""People: their settings, and where they are paid."""

from bot.parties.people import settings
from bot.parties.people.settings import settings as settings_shown

FORMS = (settings.FORM,)
PRESSES = settings.PRESSES

__all__ = ["FORMS", "PRESSES", "settings_shown"]
