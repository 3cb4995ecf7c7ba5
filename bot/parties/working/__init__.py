"""Working: handing in, asking for changes, releasing all or a part, and ending what is late."""

from bot.parties.working import changes, contested, parts, submitting, taps
from bot.parties.working.points import POINT, point_of

FORMS = (submitting.FORM, changes.FORM, parts.FORM)
PRESSES = (
    *taps.PRESSES,
    *submitting.PRESSES,
    *changes.PRESSES,
    *contested.PRESSES,
    *parts.PRESSES,
)

__all__ = ["FORMS", "POINT", "PRESSES", "point_of"]
