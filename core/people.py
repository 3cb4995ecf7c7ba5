"""Who they are, their settings, where they are paid, and how they found each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core.deal.clocks import Clock, Deadline, MeetDeadline
from core.deal.commands import Command, DealCommand
from core.deal.context import Context
from core.deal.events import Event
from core.deal.model import Deal
from core.deal.notice import ALWAYS, By, Notice, Telling, to
from core.deal.person import Person
from core.deal.personal import PersonDecision, PersonStep, known
from core.deal.rating import BEST, RATING_LIMIT, Rating
from core.deal.settle import Decision
from core.deal.step import Act, DealStepOf
from core.deal.who import party
from core.values import currencies
from core.values.errors import BadInput, NotNow
from core.values.ids import SYSTEM, DealId, PersonId
from core.values.window import DeadlineKind
from core.values.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetPerson(Command):
    """Somebody wrote or pressed; their name, username and language as Telegram tells them."""

    name: str
    username: str | None
    locale: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSettings(Command):
    """What is None stays. An empty phrase removes it."""

    locale: str | None = None
    zone: str | None = None
    phrase: str | None = None
    muted: bool | None = None
    no_digest: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDestination(Command):
    """Where payouts of a currency go."""

    currency: str
    details: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReachable(Command):
    """Telegram refused (403) or accepted a message to `person`."""

    person: PersonId
    reachable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendWait(Command):
    """Nobody was heard from `since` to `until`: `person` could not take back a changed account."""

    person: PersonId
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseMe(Command):
    """*Erase me*: what they wrote and are called is forgotten; books and fingerprints stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateDeal(DealCommand):
    """How a party found the other side: one star to five, and a few words. The last one counts."""

    stars: int
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class PersonMet(Event):
    """First contact, or a changed name or username."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """Language, zone, phrase, or what they are told."""

    person: PersonId
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DestinationSet(Event):
    """Where payouts go; in force from `from_at`."""

    person: PersonId
    currency: str
    from_at: datetime


@dataclass(frozen=True, slots=True)
class PersonErased(Event):
    """What they wrote goes with the transaction of this."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class DealRated(Event):
    """A party rated the other. What they said is sealed, so it is not told here."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class RatingsShown(Event):
    """Both rated, or their time is over: each reads what the other said."""


PHRASE_LIMIT: Final = 60


DETAILS_LIMIT: Final = 500


MOST_NAMED: Final = 5
"""Of deals that are still open, in an answer of one line."""


def _mark(person: Person, command: MarkReachable, _ctx: Context) -> PersonDecision:
    if person.unreachable is not command.reachable:
        return None, ()
    return replace(person, unreachable=not command.reachable), ()


def _extend(person: Person, command: ExtendWait, ctx: Context) -> PersonDecision:
    if command.actor != SYSTEM:
        raise NotNow("clock-only")
    later = person.waiting_longer(command.since, command.until, ctx.policy)
    return (later if later != person else None), ()


def _meet(person: Person | None, command: MeetPerson, ctx: Context) -> PersonDecision:
    if person is None:
        new = Person(
            command.actor, command.name, command.username, command.locale, command.zone, ctx.now
        )
        return new, (PersonMet(command.actor),)
    met = replace(person, name=command.name, username=command.username, unreachable=False)
    if not person.chosen_locale:
        met = replace(met, locale=command.locale)
    return (None, ()) if met == person else (met, (PersonMet(command.actor),))


def _change(person: Person, command: ChangeSettings, _ctx: Context) -> PersonDecision:
    changed = person
    if command.locale is not None:
        changed = replace(changed, locale=command.locale, chosen_locale=True)
    if command.zone is not None:
        try:
            ZoneInfo(command.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise BadInput("zone-unknown") from None
        changed = replace(changed, zone=command.zone)
    if command.phrase is not None:
        if len(command.phrase) > PHRASE_LIMIT:
            raise BadInput("text-too-long", limit=PHRASE_LIMIT, length=len(command.phrase))
        changed = replace(changed, phrase=command.phrase or None)
    if command.muted is not None:
        changed = replace(changed, muted=command.muted)
    if command.no_digest is not None:
        changed = replace(changed, no_digest=command.no_digest)
    fields = ("locale", "zone", "phrase", "muted", "no_digest")
    moved = tuple(name for name in fields if getattr(changed, name) != getattr(person, name))
    return (changed, (SettingsChanged(person.id, moved),)) if changed != person else (None, ())


def _destination(person: Person, command: SetDestination, ctx: Context) -> PersonDecision:
    currencies.get(command.currency)
    if len(command.details) > DETAILS_LIMIT:
        raise BadInput("text-too-long", limit=DETAILS_LIMIT, length=len(command.details))
    changed = person.with_destination(command.currency, command.details, ctx.now, ctx.policy)
    new = changed.destination(command.currency)
    if new is None or changed == person:
        return None, ()
    return changed, (DestinationSet(person.id, command.currency, new.from_at),)


def _erase(person: Person, _command: EraseMe, ctx: Context) -> PersonDecision:
    """Not while anything is open. Raises NotNow("still-open") with the deals, the first ones."""
    still = ctx.facts.unfinished
    if still:
        raise NotNow("still-open", deals=", ".join(still[:MOST_NAMED]), count=len(still))
    return person.forgotten, (PersonErased(person.id),)


def _destination_set(deal: DealId | None, event: DestinationSet) -> Iterator[Notice]:
    data = {"currency": event.currency, "from_at": event.from_at.isoformat()}
    yield Notice(event.person, "destination-set", deal, data=data, holds=ALWAYS)


def may_rate(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """Either, once all is over, until both have or their time is; never of what was not paid for.

    Raises NotYours: as `party`.
    NotNow: "rate-not-ended", "rate-nothing", "rate-shown", "rate-late".
    """
    party(deal, actor)
    if not deal.state.final:
        raise NotNow("rate-not-ended")
    if not deal.funded:
        raise NotNow("rate-nothing")
    if deal.ratings_shown:
        raise NotNow("rate-shown")
    if deal.window is None or ctx.over(deal.window.ends_at):
        raise NotNow("rate-late")


def rate(deal: Deal, cmd: RateDeal, ctx: Context) -> Decision:
    """Sealed until the other rates too; until then another one takes its place.

    Raises BadInput: "stars-out-of-range", "text-too-long".
    """
    if not 1 <= cmd.stars <= BEST:
        raise BadInput("stars-out-of-range", best=BEST)
    length = 0 if cmd.words is None else len(cmd.words.text or "")
    if length > RATING_LIMIT:
        raise BadInput("text-too-long", limit=RATING_LIMIT, length=length)
    others = tuple(rating for rating in deal.ratings if rating.by != cmd.actor)
    ratings = (*others, Rating(cmd.actor, cmd.stars, ctx.now, cmd.words))
    rated = DealRated(cmd.actor)
    if not others:
        return replace(deal, ratings=ratings), (rated,)
    return replace(deal, ratings=ratings, ratings_shown=True), (rated, RatingsShown())


def sealed(deal: Deal) -> list[Deadline]:
    """Until when one rating stays sealed while the other side has not rated."""
    clock = deal.window
    if not deal.ratings or deal.ratings_shown or clock is None:
        return []
    kind = DeadlineKind.RATING_ENDS
    return [Deadline(kind.value, kind, clock.ends_at, None, None, clock.opened_at, clock.ends_at)]


def _show(deal: Deal, _cmd: MeetDeadline, _ctx: Context) -> Decision:
    return replace(deal, ratings_shown=True), (RatingsShown(),)


def _ratings_shown(deal: Deal, _event: RatingsShown, _by: By) -> Iterator[Notice]:
    for person in deal.parties:
        for notice in to(deal, person, "ratings-shown"):
            yield replace(notice, ring=False)


STEPS: Final = (DealStepOf(Act.RATE, RateDeal, may_rate, rate),)
CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType({DeadlineKind.RATING_ENDS: _show})
TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType({RatingsShown: _ratings_shown})
PERSON_STEPS: Final[Mapping[type[Command], PersonStep]] = MappingProxyType(
    {
        MeetPerson: _meet,
        ChangeSettings: known(_change),
        SetDestination: known(_destination),
        MarkReachable: known(_mark),
        ExtendWait: known(_extend),
        EraseMe: known(_erase),
    }
)
OF_PEOPLE: Final[Mapping[type[Event], Callable[[DealId | None, Any], Iterator[Notice]]]] = (
    MappingProxyType({DestinationSet: _destination_set})
)
SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {
        PersonMet: "who wrote knows",
        SettingsChanged: "who changed them knows",
        PersonErased: "who asked for it reads it, and nobody writes to them after that",
        DealRated: "it is sealed until both have, or their time is over",
    }
)
