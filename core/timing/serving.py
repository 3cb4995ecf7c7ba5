"""Whether people were told of the windows in whose end money may move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from core.deal.clocks import with_clock
from core.deal.commands import MilestoneCommand
from core.deal.context import Context
from core.deal.events import Event, MilestoneEvent
from core.deal.milestone import Milestone, State
from core.deal.model import Deal
from core.deal.notice import By, Notice, Telling, now
from core.deal.settle import Decision
from core.deal.step import DealStepOf, clock_only
from core.values.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeServed(MilestoneCommand):
    """Telegram accepted the notice that opened the window begun at `opened_at`."""

    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeUnserved(MilestoneCommand):
    """Telegram refused it for good: the person blocked the bot or is gone."""

    opened_at: datetime


@dataclass(frozen=True, slots=True)
class WindowServed(MilestoneEvent):
    """Telegram accepted the notice that opened the window."""

    restarted: bool


@dataclass(frozen=True, slots=True)
class WindowUnserved(MilestoneEvent):
    """An attempt to serve it failed; the other side is told at the first."""

    attempt: int


def _clock_begun_at(m: Milestone, opened_at: datetime) -> Window | None:
    clock = m.dormancy or m.window
    looks = m.state in (State.SUBMITTED, State.CANCELLING, State.CONTESTED)
    orders = m.state is State.REVISING and m.ordered is not None
    running = looks or orders or m.dormancy is not None
    if not running or clock is None or clock.opened_at != opened_at or clock.served_at is not None:
        return None
    return clock


def served(deal: Deal, cmd: NoticeServed, ctx: Context) -> Decision:
    """Telegram accepted the opening notice. A replay or an older one changes nothing."""
    m = deal.milestone(cmd.milestone)
    clock = _clock_begun_at(m, cmd.opened_at)
    if clock is None:
        return _tried(deal, cmd, ctx), ()
    after = clock.served(ctx.now)
    restarted = after.opened_at != clock.opened_at
    return with_clock(deal, m, after), (WindowServed(m.number, restarted),)


def unserved(deal: Deal, cmd: NoticeUnserved, ctx: Context) -> Decision:
    """Telegram refused it: two more attempts a day apart, the other side told at the first."""
    m = deal.milestone(cmd.milestone)
    clock = _clock_begun_at(m, cmd.opened_at)
    if clock is None:
        return _tried(deal, cmd, ctx), ()
    after = clock.failed(ctx.now, ctx.policy)
    return with_clock(deal, m, after), (WindowUnserved(m.number, after.attempts),)


def _tried(deal: Deal, cmd: NoticeServed | NoticeUnserved, ctx: Context) -> Deal:
    """A ruling needs no more than that telling it was tried: nobody is spared it by hiding."""
    case = deal.dispute(cmd.milestone)
    clock = None if case is None else case.final_by
    if case is None or clock is None or clock.opened_at != cmd.opened_at or clock.served_at:
        return deal
    return deal.with_dispute(replace(case, final_by=replace(clock, served_at=ctx.now)))


def _window_unserved(deal: Deal, event: WindowUnserved, _by: By) -> Iterator[Notice]:
    """At the first attempt, the side that waits for the one whom the notice did not reach."""
    m = deal.milestone(event.milestone)
    window = m.dormancy or m.window
    if event.attempt == 1 and window is not None and window.next_attempt is not None:
        theirs = m.state in (State.SUBMITTED, State.CONTESTED)
        waiting = deal.freelancer if theirs else deal.client
        again = window.next_attempt.isoformat()
        yield from now(deal, m.number, waiting, "window-unserved", again_at=again)


STEPS: Final = (
    DealStepOf(None, NoticeServed, clock_only, served, while_frozen=True),
    DealStepOf(None, NoticeUnserved, clock_only, unserved, while_frozen=True),
)
TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType({WindowUnserved: _window_unserved})
SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {WindowServed: "the notice that opened the window is what was served"}
)
