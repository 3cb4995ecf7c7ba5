"""When the core acts by itself: derived from the deal, so that no step has to remember it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from core import amending, approving, disputing, paying, people, working
from core.deal.clocks import Deadline, MeetDeadline, On
from core.deal.milestone import Milestone, State
from core.deal.model import Deal, DealState
from core.timing import ALARMS, TOLD_ONCE
from core.values.ids import DESK, SYSTEM, DealId
from core.values.policy import Policy
from core.values.window import DeadlineKind


def deadlines_of(deal: Deal, policy: Policy) -> tuple[Deadline, ...]:
    """Every deadline of the deal as it stands, reminders and alarms included, one a key."""
    said = dict(deal.reminded)
    found: list[Deadline] = []
    for deadline in _acts(deal, policy):
        found += _with_reminders(deadline, said, policy)
    return tuple(found)


def _with_reminders(
    deadline: Deadline, said: dict[str, datetime], policy: Policy
) -> list[Deadline]:
    last = said.get(deadline.key)
    if deadline.kind in ALARMS:
        again = deadline.target if last is None else max(last + policy.desk_alarm, deadline.target)
        return [replace(deadline, due=again)]
    if deadline.kind in TOLD_ONCE and last is not None and last >= deadline.target:
        return []
    reminder = _reminder(deadline, last, policy)
    found = [deadline] if reminder is None else [deadline, reminder]
    for person in deadline.reminds:
        own = replace(deadline, key=f"{deadline.key}:{person}", person=person, reminds=())
        reminder = _reminder(own, said.get(own.key), policy)
        found += [] if reminder is None else [reminder]
    return found


def _reminder(deadline: Deadline, last: datetime | None, policy: Policy) -> Deadline | None:
    """The next rung of the ladder that was not climbed; missed rungs coalesce into one.

    The desk is reminded of what waits for a second person, which lapses; all else alarms it.
    """
    desk = deadline.person == DESK and deadline.kind is not DeadlineKind.APPROVAL_ENDS
    if deadline.person is None or desk or deadline.kind in _SILENT:
        return None
    length = deadline.target - deadline.opened_at
    times = sorted(
        deadline.target - (rung if isinstance(rung, timedelta) else length * (1 - rung))
        for rung in policy.reminders
    )
    after = max(deadline.opened_at, last or deadline.opened_at)
    due = next((at for at in times if after < at < deadline.target), None)
    if due is None:
        return None
    return replace(deadline, key=f"remind:{deadline.key}", kind=DeadlineKind.REMIND, due=due)


_SILENT = frozenset(
    {
        DeadlineKind.RETRY_NOTICE,
        DeadlineKind.MAY_CANCEL_LATE,
        DeadlineKind.DORMANCY_NOTICE,
        DeadlineKind.ABANDONED,
        DeadlineKind.ARRIVAL,
    }
)
"""No reminder climbs to these: they are about no window that somebody has."""


def _acts(deal: Deal, policy: Policy) -> list[Deadline]:
    if deal.frozen_at is not None:
        return paying.flagged(deal, policy)
    acts: list[Deadline] = approving.waiting(deal)
    if deal.window is not None and deal.state in (DealState.DRAFT, DealState.INVITED):
        draft = deal.state is DealState.DRAFT
        kind = DeadlineKind.DRAFT_IDLE if draft else DeadlineKind.INVITE_EXPIRES
        person = deal.creator if draft or deal.claims else (deal.turn or deal.creator)
        acts.append(
            Deadline(
                kind.value,
                kind,
                deal.window.ends_at,
                None,
                person,
                deal.window.opened_at,
                deal.window.ends_at,
            )
        )
    acts += people.sealed(deal)
    acts += amending.of_the_deal(deal)
    for milestone in deal.milestones:
        acts += _of_milestone(deal, milestone, policy)
    acts += paying.outgoing(deal)
    return acts


BY_STATE: Final[Mapping[State, Callable[[On], list[Deadline]]]] = MappingProxyType(
    {**paying.DEADLINES, **working.DEADLINES, **amending.DEADLINES, **disputing.DEADLINES}
)
"""What runs in each state that is not final."""


def _of_milestone(deal: Deal, m: Milestone, policy: Policy) -> list[Deadline]:
    if m.state.final:
        return []
    on = On(deal, m, policy)
    return [*BY_STATE[m.state](on), *amending.unanswered(on)]


def command_for(deal: DealId, deadline: Deadline) -> MeetDeadline:
    """What the clock asks for when a deadline falls due."""
    return MeetDeadline(
        actor=SYSTEM,
        deal=deal,
        key=deadline.key,
        kind=deadline.kind,
        milestone=deadline.milestone,
        person=deadline.person,
        target=deadline.target,
    )
