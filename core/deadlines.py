"""When the core acts by itself: derived from the deal, so that no step has to remember it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from core.commands import MeetDeadline
from core.deal.clock import ALARMS, TOLD_ONCE
from core.deal.model import Deal, DealState, TransferState
from core.dispute import Cause, Dispute, Stage
from core.ids import DESK, SYSTEM, DealId, PersonId
from core.milestone import Milestone, State
from core.policy import Policy
from core.terms import Role
from core.window import DeadlineKind


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
    return [deadline] if reminder is None else [deadline, reminder]


def _reminder(deadline: Deadline, last: datetime | None, policy: Policy) -> Deadline | None:
    """The next rung of the ladder that was not climbed; missed rungs coalesce into one."""
    if deadline.person in (None, DESK) or deadline.kind in _SILENT:
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
    }
)
"""No reminder climbs to these: they are about no window that somebody has."""


def _acts(deal: Deal, policy: Policy) -> list[Deadline]:
    acts: list[Deadline] = []
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
    for milestone in deal.milestones:
        acts += _of_milestone(deal, milestone, policy)
    for transfer in deal.transfers:
        if transfer.state is not TransferState.CONFIRMED:
            acts.append(
                Deadline(
                    f"transfer:{transfer.number}",
                    DeadlineKind.TRANSFER,
                    transfer.window.ends_at,
                    transfer.milestone,
                    DESK,
                    transfer.window.opened_at,
                    transfer.window.ends_at,
                    transfer.number,
                )
            )
    return acts


@dataclass(frozen=True, slots=True)
class _On:
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


def _of_milestone(deal: Deal, m: Milestone, policy: Policy) -> list[Deadline]:
    return [] if m.state.final else BY_STATE[m.state](_On(deal, m, policy))


def _planned(on: _On) -> list[Deadline]:
    """Its turn comes with the end of the one before; a clock runs where that was no release."""
    window = on.m.window
    return (
        [] if window is None else [on.act(DeadlineKind.DROP_REST, window.ends_at, on.deal.client)]
    )


def _funding(on: _On) -> list[Deadline]:
    claim, window = on.m.claim, on.m.window
    if claim is not None:
        due = claim.at + on.policy.deposit_check + claim.lost
        return [on.act(DeadlineKind.DEPOSIT_CHECK, due, DESK, claim.at)]
    if window is None:
        return []
    return [on.act(DeadlineKind.FUNDING_LAPSES, window.ends_at, on.deal.client)]


def _in_progress(on: _On) -> list[Deadline]:
    deal, m = on.deal, on.m
    if m.due_at is None or m.window is None:
        return []
    if m.dormancy is not None:
        ends, opened = m.dormancy.ends_at, m.dormancy.opened_at
        return [on.act(DeadlineKind.DORMANT, ends, deal.freelancer, opened), *on.retries()]
    late = m.due_at + deal.terms.rules.late_grace
    quiet = max(m.due_at, deal.active_at) + on.policy.dormant_after
    return [
        on.act(DeadlineKind.WORK_DUE, m.due_at, deal.freelancer),
        on.act(DeadlineKind.MAY_CANCEL_LATE, late, deal.client),
        on.act(DeadlineKind.DORMANCY_NOTICE, quiet, None),
    ]


def _submitted(on: _On) -> list[Deadline]:
    if on.m.window is None:
        return []
    ends = on.m.window.ends_at
    return [on.act(DeadlineKind.REVIEW_ENDS, ends, on.deal.client), *on.retries()]


def _revising(on: _On) -> list[Deadline]:
    if on.m.window is None:
        return []
    ends, freelancer = on.m.window.ends_at, on.deal.freelancer
    return [
        on.act(DeadlineKind.ROUND_DUE, ends, freelancer),
        on.act(DeadlineKind.ABANDONED, ends + on.policy.abandoned_after, freelancer),
    ]


def _cancelling(on: _On) -> list[Deadline]:
    if on.m.window is None:
        return []
    ends = on.m.window.ends_at
    return [on.act(DeadlineKind.LATE_CANCEL_ENDS, ends, on.deal.freelancer), *on.retries()]


def _disputed(on: _On) -> list[Deadline]:
    dispute = on.deal.dispute(on.m.number)
    if dispute is None:
        return []
    acts = [*_answers(on, dispute), *_questions(on, dispute)]
    clock = dispute.desk_clock
    if clock is not None and dispute.stage is not Stage.RULED:
        taken = dispute.stage is Stage.TAKEN
        kind = DeadlineKind.DISPUTE_RULING if taken else DeadlineKind.DISPUTE_TAKE
        acts.append(on.act(kind, clock.ends_at, dispute.arbiter or DESK, clock.opened_at))
    return acts


def _answers(on: _On, dispute: Dispute) -> list[Deadline]:
    if dispute.cause is Cause.SILENCE or dispute.unanswered_at is not None:
        return []
    kind, answer = DeadlineKind.DISPUTE_ANSWER, dispute.answer_by
    return [
        on.act(kind, answer.ends_at, on.deal.person(role), answer.opened_at, f":{role.value}")
        for role in Role
        if dispute.statement_of(on.deal.person(role)) is None
    ]


def _questions(on: _On, dispute: Dispute) -> list[Deadline]:
    kind = DeadlineKind.QUESTION_ANSWER
    return [
        on.act(kind, until.ends_at, on.deal.person(asked.to), until.opened_at, f":{asked.number}")
        for asked in dispute.questions
        if asked.waits and (until := asked.answer_by) is not None
    ]


BY_STATE: Final[Mapping[State, Callable[[_On], list[Deadline]]]] = MappingProxyType(
    {
        State.PLANNED: _planned,
        State.FUNDING: _funding,
        State.IN_PROGRESS: _in_progress,
        State.SUBMITTED: _submitted,
        State.REVISING: _revising,
        State.CANCELLING: _cancelling,
        State.DISPUTED: _disputed,
    }
)
"""What runs in each state that is not final."""


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
