"""A message that is owed to somebody, and what makes one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from core.deal.model import Deal
from core.values.ids import SYSTEM, DealId, PersonId
from core.values.money import Money
from core.values.policy import Policy
from core.values.words import FileRef, Words

NO_DATA: Final[Mapping[str, object]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Always:
    """What happened stays true whatever comes after it: it is sent however late."""


@dataclass(frozen=True, slots=True)
class WhileSeen:
    """True while the milestone's counter (the deal's, without a milestone) is still this."""

    counter: int


@dataclass(frozen=True, slots=True)
class WhileOwed:
    """True until this transfer is sent, whatever else the deal goes through."""

    transfer: int


@dataclass(frozen=True, slots=True)
class WhileSent:
    """True while this transfer is on its way: after it came back so often, sent once more."""

    transfer: int
    returns: int


@dataclass(frozen=True, slots=True)
class WhileOpen:
    """True until this proposal is answered, taken back, or lapses."""

    proposal: int


Holds = Always | WhileSeen | WhileOwed | WhileSent | WhileOpen
"""How long a notice stays true; one that no longer is when it would leave is not sent."""
ALWAYS: Final = Always()


@dataclass(frozen=True, slots=True)
class Notice:
    """One message owed to `to` (DESK: the arbiters' group). `kind` names its text and card.

    `serves`: the start of the window that it opens (P11).
    """

    to: PersonId
    kind: str
    deal: DealId | None
    milestone: int | None = None
    data: Mapping[str, object] = field(default_factory=dict)
    words: Words | None = None
    files: tuple[FileRef, ...] = ()
    ring: bool = True
    serves: datetime | None = None
    holds: Holds = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class By:
    """Who acted, and under which rules of the house."""

    actor: PersonId
    policy: Policy


Telling = Callable[[Deal, Any, By], Iterator[Notice]]
"""Whom an event is told, `Deal` being the deal after it."""


def to(deal: Deal, person: PersonId | None, kind: str, /, **data: object) -> Iterator[Notice]:
    """A notice that stays true."""
    if person is not None and person > SYSTEM:
        yield Notice(person, kind, deal.id, data=data, holds=ALWAYS)


def now(
    deal: Deal, milestone: int, person: PersonId | None, kind: str, /, **data: object
) -> Iterator[Notice]:
    """A notice worth sending only while the milestone stands as it does."""
    if person is not None:
        holds = WhileSeen(deal.milestone(milestone).seen)
        yield Notice(person, kind, deal.id, milestone, data=data, holds=holds)


def of(
    deal: Deal, milestone: int, person: PersonId | None, kind: str, /, **data: object
) -> Iterator[Notice]:
    """A notice about a milestone that stays true."""
    if person is not None:
        yield Notice(person, kind, deal.id, milestone, data=data, holds=ALWAYS)


def plain(money: Money) -> tuple[int, str]:
    """Money as the (minor, currency) pair that a notice's data keep."""
    return money.minor, money.currency
