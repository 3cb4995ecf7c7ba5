"""What people may do to what is kept about them, and their line to the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core import commands as c
from core import currencies
from core.context import Context
from core.dispute import DeskRole
from core.errors import BadInput, NotNow, NotYours
from core.events import DestinationSet, Event, HelpAnswered, HelpAsked, PersonMet, SettingsChanged
from core.ids import SYSTEM, PersonId
from core.person import Person

Decision = tuple[Person | None, tuple[Event, ...]]
PersonStep = Callable[[Person | None, Any, Context], Decision]
PHRASE_LIMIT: Final = 60
DETAILS_LIMIT: Final = 500


def decide(person: Person | None, command: c.Command, ctx: Context) -> Decision:
    """The person after a command (None: nothing to save) and what happened. Raises Refusal."""
    return STEPS[type(command)](person, command, ctx)


def _known(step: Callable[[Person, Any, Context], Decision]) -> PersonStep:
    """Of somebody whom we met. Raises NotYours("stranger")."""

    def taken(person: Person | None, command: c.Command, ctx: Context) -> Decision:
        if person is None:
            raise NotYours("stranger")
        return step(person, command, ctx)

    return taken


def _answer_help(_person: Person | None, command: c.AnswerHelp, ctx: Context) -> Decision:
    may_answer(command.actor, command.to, ctx)
    return None, (HelpAnswered(command.to, command.actor, command.words, command.files),)


def _ask_help(person: Person, command: c.AskHelp, _ctx: Context) -> Decision:
    return None, (HelpAsked(person.id, command.words, command.files),)


def _mark(person: Person, command: c.MarkReachable, _ctx: Context) -> Decision:
    if person.unreachable is not command.reachable:
        return None, ()
    return replace(person, unreachable=not command.reachable), ()


def _extend(person: Person, command: c.ExtendWait, ctx: Context) -> Decision:
    if command.actor != SYSTEM:
        raise NotNow("clock-only")
    later = person.waiting_longer(command.since, command.until, ctx.policy)
    return (later if later != person else None), ()


def may_answer(actor: PersonId, to: PersonId, ctx: Context) -> None:
    """An arbiter speaks as the desk, never about a deal of their own, nor to whom they dealt with.

    Raises NotYours: as `Staff.needs`; "own-deal", "conflict-help".
    """
    ctx.staff.needs(actor, DeskRole.ARBITER)
    if actor == to or actor in ctx.facts.sides:
        raise NotYours("own-deal")
    if ctx.facts.conflicted:
        raise NotYours("conflict-help", months=ctx.policy.conflict_months)


def _meet(person: Person | None, command: c.MeetPerson, ctx: Context) -> Decision:
    if person is None:
        new = Person(
            command.actor, command.name, command.username, command.locale, command.zone, ctx.now
        )
        return new, (PersonMet(command.actor),)
    met = replace(person, name=command.name, username=command.username, unreachable=False)
    if not person.chosen_locale:
        met = replace(met, locale=command.locale)
    return (None, ()) if met == person else (met, (PersonMet(command.actor),))


def _change(person: Person, command: c.ChangeSettings, _ctx: Context) -> Decision:
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
    fields = ("locale", "zone", "phrase")
    moved = tuple(name for name in fields if getattr(changed, name) != getattr(person, name))
    return (changed, (SettingsChanged(person.id, moved),)) if changed != person else (None, ())


def _destination(person: Person, command: c.SetDestination, ctx: Context) -> Decision:
    currencies.get(command.currency)
    if len(command.details) > DETAILS_LIMIT:
        raise BadInput("text-too-long", limit=DETAILS_LIMIT, length=len(command.details))
    changed = person.with_destination(command.currency, command.details, ctx.now, ctx.policy)
    new = changed.destination(command.currency)
    if new is None or changed == person:
        return None, ()
    return changed, (DestinationSet(person.id, command.currency, new.from_at),)


STEPS: Final[Mapping[type[c.Command], PersonStep]] = MappingProxyType(
    {
        c.MeetPerson: _meet,
        c.ChangeSettings: _known(_change),
        c.SetDestination: _known(_destination),
        c.MarkReachable: _known(_mark),
        c.ExtendWait: _known(_extend),
        c.AskHelp: _known(_ask_help),
        c.AnswerHelp: _answer_help,
    }
)
"""What comes of each command that is about no deal."""
