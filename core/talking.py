"""What the two write for the record, say across, and ask our people for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from core.deal import diary
from core.deal.commands import Command, DealCommand
from core.deal.context import Context
from core.deal.diary import Arrival, DiaryEntry, Unread
from core.deal.events import Event
from core.deal.model import Deal, DealState
from core.deal.notice import ALWAYS, By, Notice, Telling, to
from core.deal.person import Person
from core.deal.personal import PersonDecision, PersonStep, known
from core.deal.settle import Decision
from core.deal.step import Act, DealStepOf
from core.deal.who import party
from core.values.errors import BadInput, NotNow, NotYours
from core.values.ids import DESK, SYSTEM, DealId, PersonId
from core.values.roles import DeskRole
from core.values.window import next_at
from core.values.words import FileRef, Words

HELP_ASKED: Final = "help-asked"
STRANGER_ASKED: Final = "stranger-asked"
"""The same of somebody who never had a deal: whoever has one goes before them."""
ASKED: Final = frozenset({HELP_ASKED, STRANGER_ASKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteDiary(DealCommand):
    """An entry in the work diary: words, files, or both."""

    words: Words | None = None
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(DealCommand):
    """A message across to the other side; kept with the deal."""

    words: Words | None = None
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHelp(Command):
    """A message to the desk, about a deal or about none."""

    about: DealId | None
    words: Words
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerHelp(Command):
    """The desk's answer to a person who asked."""

    to: PersonId
    about: DealId | None
    words: Words
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TellDigest(Command):
    """The morning came: what arrived for `person` without ringing is told once."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class DiaryWritten(Event):
    """An entry was appended."""

    entry: DiaryEntry


@dataclass(frozen=True, slots=True)
class MessageSent(Event):
    """A message across."""

    by: PersonId
    words: Words | None
    files: tuple[FileRef, ...]


@dataclass(frozen=True, slots=True)
class HelpAsked(Event):
    """Somebody wrote to the desk."""

    person: PersonId
    words: Words
    files: tuple[FileRef, ...]


@dataclass(frozen=True, slots=True)
class HelpAnswered(Event):
    """The desk wrote back."""

    person: PersonId
    by: PersonId
    words: Words
    files: tuple[FileRef, ...]


@dataclass(frozen=True, slots=True)
class DigestTold(Event):
    """What arrived for somebody who did nothing in those deals since, the oldest first."""

    person: PersonId
    unread: tuple[Unread, ...]


SILENTLY: Final = frozenset({"diary-written", "message-sent"})
"""Notices that do not ring: the digest of the next morning does for all of them."""


def arrivals(owed: Sequence[Notice], ctx: Context) -> list[Arrival]:
    """Of what is owed, what the receiver's next digest is to tell."""
    at = ctx.policy.digest
    if at is None:
        return []
    return [
        Arrival(one.to, one.deal, ctx.now, next_at(ctx.now, at, zone))
        for one in owed
        if one.kind in SILENTLY and one.deal and (zone := ctx.zone(one.to)) is not None
    ]


def may_write_diary(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """Either, once the deal is secured; the diary closes with the deal."""
    party(deal, actor)
    if deal.state is not DealState.ACTIVE:
        raise NotNow("diary-closed", state=deal.state.value)


def may_talk(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """Either, while there is another to hear it."""
    party(deal, actor)
    if deal.invitee is None:
        raise NotNow("nobody-there")


def may_answer_help(actor: PersonId, to: PersonId, ctx: Context) -> None:
    """An arbiter speaks as the desk, never about a deal of their own, nor to whom they dealt with.

    Raises NotYours: as `Staff.needs`; "own-deal", "conflict-help".
    """
    ctx.staff.needs(actor, DeskRole.ARBITER)
    if actor == to or actor in ctx.facts.sides:
        raise NotYours("own-deal")
    if ctx.facts.conflicted:
        raise NotYours("conflict-help", months=ctx.policy.conflict_months)


def write_diary(deal: Deal, cmd: WriteDiary, ctx: Context) -> Decision:
    """Append an entry; each covers the hash of the one before."""
    if cmd.words is None and not cmd.files:
        raise BadInput("empty-text")
    number = deal.diary_count + 1
    entry = diary.write(deal.id, number, cmd.actor, ctx.now, cmd.words, cmd.files, deal.diary_head)
    return replace(deal, diary_count=number, diary_head=entry.hash), (DiaryWritten(entry),)


def say(deal: Deal, cmd: Say, _ctx: Context) -> Decision:
    """A message across, kept with the deal."""
    if cmd.words is None and not cmd.files:
        raise BadInput("empty-text")
    return deal, (MessageSent(cmd.actor, cmd.words, cmd.files),)


def _answer_help(_person: Person | None, command: AnswerHelp, ctx: Context) -> PersonDecision:
    may_answer_help(command.actor, command.to, ctx)
    return None, (HelpAnswered(command.to, command.actor, command.words, command.files),)


def _digest(person: Person, command: TellDigest, ctx: Context) -> PersonDecision:
    if command.actor != SYSTEM:
        raise NotNow("clock-only")
    unread = tuple(ctx.facts.unread)
    if ctx.policy.digest is None or person.no_digest or not unread:
        return None, ()  # and nothing is saved up: what was due is told by no later one
    return None, (DigestTold(person.id, unread),)


def _ask_help(person: Person, command: AskHelp, _ctx: Context) -> PersonDecision:
    return None, (HelpAsked(person.id, command.words, command.files),)


def _to_the_case(deal: Deal, kind: str) -> Iterator[Notice]:
    """What is said while somebody decides is theirs to read as well."""
    for case in deal.disputes:
        if not case.stage.closed:
            yield Notice(DESK, kind, deal.id, case.milestone, ring=False, holds=ALWAYS)


def _diary_written(deal: Deal, event: DiaryWritten, _by: By) -> Iterator[Notice]:
    entry = event.entry
    for notice in to(deal, deal.other(entry.by), "diary-written"):
        yield replace(notice, words=entry.words, files=entry.files, ring=False)
    yield from _to_the_case(deal, "diary-written")


def _message_sent(deal: Deal, event: MessageSent, by: By) -> Iterator[Notice]:
    for notice in to(deal, deal.other(event.by), "message-sent", person=by.actor):
        yield replace(notice, words=event.words, files=event.files, ring=False)
    yield from _to_the_case(deal, "message-sent")


def _help_asked(deal: DealId | None, event: HelpAsked) -> Iterator[Notice]:
    asked = {"person": event.person}
    yield Notice(
        DESK, HELP_ASKED, deal, data=asked, words=event.words, files=event.files, holds=ALWAYS
    )


def _digest_told(_deal: DealId | None, event: DigestTold) -> Iterator[Notice]:
    unread = [[one.deal, one.entries, one.messages] for one in event.unread]
    yield Notice(event.person, "digest", None, data={"unread": unread}, holds=ALWAYS)


def of_a_stranger(notice: Notice) -> Notice:
    """As what was owed by somebody without an agreed deal."""
    return replace(notice, kind=STRANGER_ASKED) if notice.kind == HELP_ASKED else notice


def _help_answered(deal: DealId | None, event: HelpAnswered) -> Iterator[Notice]:
    yield Notice(
        event.person, "help-answered", deal, words=event.words, files=event.files, holds=ALWAYS
    )


STEPS: Final = (
    DealStepOf(Act.DIARY, WriteDiary, may_write_diary, write_diary, while_frozen=True),
    DealStepOf(Act.TALK, Say, may_talk, say, while_frozen=True),
)
PERSON_STEPS: Final[Mapping[type[Command], PersonStep]] = MappingProxyType(
    {AskHelp: known(_ask_help), AnswerHelp: _answer_help, TellDigest: known(_digest)}
)
TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {DiaryWritten: _diary_written, MessageSent: _message_sent}
)
OF_PEOPLE: Final[Mapping[type[Event], Callable[[DealId | None, Any], Iterator[Notice]]]] = (
    MappingProxyType(
        {HelpAsked: _help_asked, HelpAnswered: _help_answered, DigestTold: _digest_told}
    )
)
