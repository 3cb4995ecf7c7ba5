"""What happens to terms that are being written."""

from __future__ import annotations

from dataclasses import dataclass

from core.deal.events import Event
from core.values.ids import PersonId


@dataclass(frozen=True, slots=True)
class DealStarted(Event):
    """A draft was begun."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class TermsEdited(Event):
    """Answers were given; `fields` are paths that changed."""

    by: PersonId
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditsDiscarded(Event):
    """A counter-offer that was begun was left."""

    by: PersonId
