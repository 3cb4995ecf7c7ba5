"""Clocks of a deal: a deadline, what makes one of a milestone, and what they all can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.deal.commands import DealCommand
from core.deal.context import Context
from core.deal.events import DeskAlarmed, Reminded
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.deal.settle import Decision
from core.values.errors import NotNow
from core.values.ids import PersonId
from core.values.policy import Policy
from core.values.window import DeadlineKind, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetDeadline(DealCommand):
    """A deadline of the deal fell due; `key` names it.

    The pipeline asks only for those that the deal still has. `person` is whose turn it was;
    `target` the end that a reminder counts to.
    """

    key: str
    kind: DeadlineKind
    milestone: int | None
    person: PersonId | None
    target: datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """An instant at which the core acts.

    `key` is unique in the deal; `opened_at` to `target` is the stretch that reminders count over;
    `person` is whose turn it is (DESK for the desk, of a case that was taken its arbiter).
    """

    key: str
    kind: DeadlineKind
    due: datetime
    milestone: int | None
    person: PersonId | None
    opened_at: datetime
    target: datetime
    transfer: int | None = None
    reminds: tuple[PersonId, ...] = field(default=(), compare=False, repr=False)
    """Who is reminded of an end that is nobody's turn; the schedule does not keep it."""


@dataclass(frozen=True, slots=True)
class On:
    """A milestone, and what makes a deadline of it."""

    deal: Deal
    m: Milestone
    policy: Policy

    def act(
        self,
        kind: DeadlineKind,
        due: datetime,
        person: PersonId | None,
        opened: datetime | None = None,
        of: str = "",
    ) -> Deadline:
        """`opened` is where its window's clock began, if that is not it; `of` makes it one more."""
        start = opened or (self.m.window.opened_at if self.m.window is not None else due)
        key = f"{kind.value}:{self.m.number}{of}"
        return Deadline(key, kind, due, self.m.number, person, start, due)

    def retries(self) -> list[Deadline]:
        """The next attempt to serve the notice that opened its window."""
        window = self.m.dormancy or self.m.window
        if window is None or window.next_attempt is None:
            return []
        return [self.act(DeadlineKind.RETRY_NOTICE, window.next_attempt, None)]


Clock = Callable[[Deal, MeetDeadline, Context], Decision]


def said(deal: Deal, cmd: MeetDeadline, ctx: Context) -> Deal:
    """The deal, with the reminder or alarm of this deadline noted."""
    key = cmd.key.removeprefix("remind:")
    rest = tuple(item for item in deal.reminded if item[0] != key)
    return replace(deal, reminded=(*rest, (key, ctx.now)))


def tell(deal: Deal, cmd: MeetDeadline, ctx: Context) -> Decision:
    """Nothing moves; whose turn it is hears of it.

    Of work that is due both do, and of the end of an ordered round, which divides the money.
    """
    deal = said(deal, cmd, ctx)
    if cmd.person is None:
        return deal, ()
    key = cmd.key.removeprefix("remind:")
    told = Reminded(key, cmd.milestone, cmd.person, cmd.target)
    if cmd.kind is DeadlineKind.WORK_DUE or key.startswith(f"{DeadlineKind.FALLBACK.value}:"):
        client = deal.client
        return deal, (told,) if client is None else (
            told,
            Reminded(key, cmd.milestone, client, cmd.target),
        )
    return deal, (told,)


def alarm(deal: Deal, cmd: MeetDeadline, ctx: Context) -> Decision:
    """The desk let its time pass: it is told, again and again."""
    return said(deal, cmd, ctx), (DeskAlarmed(cmd.key, cmd.milestone, cmd.target),)


def milestone_of(deal: Deal, cmd: MeetDeadline) -> Milestone:
    """The milestone of a deadline. Raises NotNow("clock-only")."""
    if cmd.milestone is None:
        raise NotNow("clock-only")
    return deal.milestone(cmd.milestone)


def of_milestone(act: Callable[[Deal, Milestone, MeetDeadline, Context], Decision]) -> Clock:
    """What a deadline does to its milestone."""
    return lambda deal, cmd, ctx: act(deal, milestone_of(deal, cmd), cmd, ctx)


def with_clock(deal: Deal, m: Milestone, clock: Window) -> Deal:
    """The deal with the clock that runs on a milestone replaced."""
    changed = replace(m, window=clock) if m.dormancy is None else replace(m, dormancy=clock)
    if m.ordered is not None:
        last = replace(m.rounds[-1], due_at=clock.ends_at)
        changed = replace(changed, rounds=(*m.rounds[:-1], last))
    return deal.with_milestone(changed)
