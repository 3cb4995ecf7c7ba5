"""Where a handler says to go: it returns a `Shown`, and one place draws it (`bot.parties.drawing`).

So no handler shows another one's screen, and none has to know how that is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.cards import Card
from core.ports import Expecting
from core.values.ids import DealId


@dataclass(frozen=True, slots=True)
class Below:
    """A message of its own; the pressed one stays as it is."""

    card: Card


@dataclass(frozen=True, slots=True)
class Screen:
    """A card between a deal's live card and what it does: where the button was.

    Below the live card where that came later, and below what tells news: these stay.
    """

    card: Card
    deal: DealId | None


@dataclass(frozen=True, slots=True)
class LiveCard:
    """A card that is the deal's live one from now on: an older one loses its buttons."""

    card: Card
    deal: DealId


@dataclass(frozen=True, slots=True)
class TheDeal:
    """A deal as it stands for this person, whatever state it is in. Stale to a stranger."""

    deal: DealId


@dataclass(frozen=True, slots=True)
class TheTerms:
    """What can be changed of a deal's terms."""

    deal: DealId


@dataclass(frozen=True, slots=True)
class TheChange:
    """What this person has begun to change of what is agreed: its open question, or the preview."""

    deal: DealId


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The open question of a form; `new` sends it below, else the pressed message becomes it."""

    row: Expecting
    new: bool = False


Place = Card | Below | Screen | LiveCard | TheDeal | TheTerms | TheChange | OpenQuestion
"""A `Card` alone: the pressed message becomes it, or where there is none it is sent."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person sees next, None for nothing more than was said already.

    `said` is told in passing. `closed`: a form was left, so another one that waits is asked again.
    """

    place: Place | None = None
    said: str = ""
    closed: bool = False
