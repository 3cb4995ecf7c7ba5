"""What is proposed, and what both accepted. Each draft is the same Terms with gaps."""

from __future__ import annotations

import hashlib
import json
from dataclasses import Field, dataclass, field, fields, is_dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from core.values.ids import PersonId
from core.values.money import Money
from core.values.policy import OnSilence, Policy
from core.values.words import FileRef, Words


class Role(StrEnum):
    """The two sides of a deal."""

    FREELANCER = "freelancer"
    CLIENT = "client"

    @property
    def other(self) -> Role:
        """The other side."""
        return Role.CLIENT if self is Role.FREELANCER else Role.FREELANCER


Criterion = Words
"""One line by which a milestone is judged done; referred to by its place, from 0."""
_LATER: Final = {"later": True}
"""What terms had not at first: left out where it says nothing, so that older texts stay."""


@dataclass(frozen=True, slots=True)
class MilestoneTerms:
    """One priced part: what, for how much, how long after the payment, judged by what."""

    title: Words | None = None
    amount: Money | None = None
    duration: timedelta | None = None
    criteria: tuple[Criterion, ...] = ()
    dropped: bool = field(default=False, metadata=_LATER)
    """Both agreed to go without it; its number is not used again."""

    def gaps(self) -> tuple[str, ...]:
        """What is still to be said, in the order in which it is asked."""
        if self.dropped:
            return ()
        return tuple(
            name
            for name, value in (
                ("title", self.title),
                ("amount", self.amount),
                ("duration", self.duration),
                ("criteria", self.criteria),
            )
            if not value
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """The deal-level rules that both accept with the terms."""

    review_window: timedelta
    review_window_after_revision: timedelta
    on_silence: OnSilence
    revision_rounds: int
    late_grace: timedelta
    funding_window: timedelta
    cancel_fee_percent: int = field(default=0, metadata=_LATER)
    """Per cent of the hold that the freelancer keeps where the client cancels; 0: not agreed."""
    all_at_once: bool = field(default=False, metadata=_LATER)
    """Every milestone is open from the agreement on, and none waits for another one's end."""

    @classmethod
    def default(cls, policy: Policy) -> Rules:
        """The operator's defaults, taken when a deal is begun."""
        return cls(
            policy.review_window,
            policy.review_window_after_revision,
            policy.on_silence,
            policy.revision_rounds,
            policy.late_grace,
            policy.funding_window,
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything that binds. What is not here does not bind."""

    rules: Rules
    creator_role: Role | None = None
    title: Words | None = None
    description: Words | None = None
    files: tuple[FileRef, ...] = ()
    currency: str | None = None
    milestones: tuple[MilestoneTerms, ...] = ()
    fee_bps: int = 0
    same_hands: bool = False
    """One person at the desk confirms deposits and rules; said in plain words to both."""

    @property
    def total(self) -> Money | None:
        """The sum of the milestones that have an amount; None before a currency is chosen."""
        if self.currency is None:
            return None
        amounts = (m.amount for m in self.kept if m.amount is not None)
        return sum(amounts, Money(0, self.currency))

    @property
    def kept(self) -> tuple[MilestoneTerms, ...]:
        """The milestones that were not dropped."""
        return tuple(m for m in self.milestones if not m.dropped)

    def gaps(self) -> tuple[str, ...]:
        """What keeps these terms from being sent: field names, `milestone` for none at all."""
        missing = [
            name
            for name, value in (
                ("role", self.creator_role),
                ("title", self.title),
                ("currency", self.currency),
                ("milestone", self.kept),
            )
            if not value
        ]
        missing += [f"milestone-{gap}" for m in self.milestones for gap in m.gaps()]
        return tuple(dict.fromkeys(missing))

    def fingerprint(self, version: int) -> str:
        """SHA-256 in hex over the canonical form, texts as their digests, files as theirs."""
        return hashlib.sha256(canonical({"version": version, "terms": self})).hexdigest()


@dataclass(frozen=True, slots=True)
class Offer:
    """One version of the terms and who sent it: sending is one's own acceptance of it."""

    version: int
    terms: Terms
    by: PersonId
    at: datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The record of one person's yes: what, when, in which language, by which press."""

    person: PersonId
    version: int
    fingerprint: str
    at: datetime
    locale: str
    request: str
    button: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The version that both accepted."""

    version: int
    terms: Terms
    fingerprint: str
    at: datetime
    acceptances: tuple[Acceptance, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions, at a path such as `milestones.0.amount`."""

    path: str
    before: object
    after: object


def diff(before: Terms, after: Terms) -> tuple[Change, ...]:
    """What changed from one version to the next, in the order of the terms."""
    old, new = dict(_leaves(before, "")), dict(_leaves(after, ""))
    paths = [*old, *(path for path in new if path not in old)]
    return tuple(
        Change(path, old.get(path), new.get(path))
        for path in paths
        if _plain(old.get(path)) != _plain(new.get(path))
    )


def _leaves(value: object, path: str) -> list[tuple[str, object]]:
    if isinstance(value, Terms | MilestoneTerms | Rules):
        return [
            leaf
            for item in fields(value)
            if _says(item, value)
            for leaf in _leaves(getattr(value, item.name), f"{path}.{item.name}".lstrip("."))
        ]
    if isinstance(value, tuple):
        return [
            leaf for place, item in enumerate(value) for leaf in _leaves(item, f"{path}.{place}")
        ]
    return [] if value is None else [(path, value)]


def canonical(value: object) -> bytes:
    """The one byte form that is hashed: sorted keys, no spaces, texts as digests, no floats."""
    return json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | str():
            return str(value) if isinstance(value, StrEnum) else value
        case Words():
            return value.digest
        case datetime():
            return value.isoformat()
        case timedelta():
            return value // timedelta(milliseconds=1)
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
        case _ if is_dataclass(value):
            said = (item for item in fields(value) if _says(item, value))
            return {item.name: _plain(getattr(value, item.name)) for item in said}
        case _:
            msg = f"no canonical form for {type(value).__name__}"
            raise TypeError(msg)


def _says(item: Field[Any], value: object) -> bool:
    """Whether it is to be written: what came later only where it says something."""
    return "later" not in item.metadata or getattr(value, item.name) != item.default
