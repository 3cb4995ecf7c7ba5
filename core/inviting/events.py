"""What happens to an invite."""

from __future__ import annotations

from dataclasses import dataclass

from core.deal.events import Event
from core.values.ids import PersonId
from core.values.words import Words


@dataclass(frozen=True, slots=True)
class InviteCreated(Event):
    """The invite stands, with version 1."""

    version: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class InviteRenewed(Event):
    """A new link; the old one is dead."""


@dataclass(frozen=True, slots=True)
class InviteAsked(Event):
    """Somebody invited asked the inviter a question."""

    by: PersonId
    words: Words


@dataclass(frozen=True, slots=True)
class InvitedAnswered(Event):
    """The inviter answered."""

    to: PersonId
    words: Words


@dataclass(frozen=True, slots=True)
class ClaimEnded(Event):
    """A claim ended: declined by its person, refused by the inviter, or another was confirmed."""

    person: PersonId
    why: str


@dataclass(frozen=True, slots=True)
class ClaimantConfirmed(Event):
    """The inviter said: yes, it's them."""

    person: PersonId
