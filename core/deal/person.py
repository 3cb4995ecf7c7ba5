"""A person as the core knows them: bound to the numeric id, never to the username."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from core.values.ids import PersonId
from core.values.policy import Policy

ERASED: Final = "\x7f"
"""The name of who asked to be forgotten: no name that is read can hold it."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where payouts of a currency go. A changed one is used only from `from_at` on."""

    currency: str
    details: str
    from_at: datetime
    before: str | None = None

    def at(self, now: datetime) -> str:
        """The details in force."""
        return self.details if now >= self.from_at or self.before is None else self.before


@dataclass(frozen=True, slots=True)
class Person:
    """What a person told us, and whether Telegram lets us write to them."""

    id: PersonId
    name: str
    username: str | None
    locale: str
    zone: str
    since: datetime
    phrase: str | None = None
    """The safety phrase that stands on every money message."""
    destinations: tuple[Destination, ...] = ()
    unreachable: bool = False
    chosen_locale: bool = False
    """They chose the language here, so Telegram's setting does not change it."""
    muted: bool = False
    """Reminders of ends that cost nobody anything do not come."""
    no_digest: bool = False
    """What arrived without ringing is not told once more."""

    @property
    def forgotten(self) -> Person:
        """What is left of them: their number, and how they are written to."""
        return Person(self.id, ERASED, None, self.locale, self.zone, self.since)

    def destination(self, currency: str) -> Destination | None:
        """Where payouts of this currency go, if they said."""
        return next((d for d in self.destinations if d.currency == currency), None)

    def with_destination(
        self, currency: str, details: str, now: datetime, policy: Policy
    ) -> Person:
        """The first one counts at once, a change waits, and staying where one is takes it back."""
        old = self.destination(currency)
        if old is not None and old.details == details:
            return self
        if old is None or old.at(now) == details:
            new = Destination(currency, details, now)
        else:
            new = Destination(currency, details, now + policy.payout_change_wait, old.at(now))
        rest = tuple(d for d in self.destinations if d.currency != currency)
        return replace(self, destinations=(*rest, new))

    def waiting_longer(self, since: datetime, until: datetime, policy: Policy) -> Person:
        """After a time in which nobody was heard: a change that waited then waits so much longer.

        It waits so that its owner can still take it back.
        """

        def later(place: Destination) -> Destination:
            opened = place.from_at - policy.payout_change_wait
            if place.before is None or place.from_at <= since or opened >= until:
                return place
            return replace(place, from_at=place.from_at + (until - max(since, opened)))

        return replace(self, destinations=tuple(map(later, self.destinations)))
