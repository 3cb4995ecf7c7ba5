"""When the core acts by itself: derived from the deal, so that no step has to remember it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from core.commands import MeetDeadline
from core.deal.model import Deal, DealState, TransferState
from core.dispute import Cause, Dispute, Stage
from core.ids import DESK, SYSTEM, DealId, PersonId
from core.milestone import Milestone, State
from core.policy import Policy
from core.terms import Role
from core.window import DeadlineKind

ALARMS = frozenset(
    {
        DeadlineKind.DEPOSIT_CHECK,
        DeadlineKind.DISPUTE_TAKE,
        DeadlineKind.DISPUTE_RULING,
        DeadlineKind.TRANSFER,
    }
)
"""The desk's own: said again and again, never replaced by a default."""
TOLD_ONCE = frozenset(
    {
        DeadlineKind.WORK_DUE,
        DeadlineKind.MAY_CANCEL_LATE,
        DeadlineKind.ROUND_DUE,
    }
)
"""Nothing moves; somebody is told, once."""


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


def _of_milestone(deal: Deal, m: Milestone, policy: Policy) -> list[Deadline]:
    window = m.window

    def act(
        kind: DeadlineKind, due: datetime, person: PersonId | None, opened: datetime | None = None
    ) -> Deadline:
        start = opened or (window.opened_at if window is not None else due)
        return Deadline(f"{kind.value}:{m.number}", kind, due, m.number, person, start, due)

    match m.state:
        case State.PLANNED if window is not None:
            return [act(DeadlineKind.DROP_REST, window.ends_at, deal.client)]
        case State.FUNDING if m.claim is not None:
            due = m.claim.at + policy.deposit_check
            return [act(DeadlineKind.DEPOSIT_CHECK, due, DESK, m.claim.at)]
        case State.FUNDING if window is not None:
            return [act(DeadlineKind.FUNDING_LAPSES, window.ends_at, deal.client)]
        case State.IN_PROGRESS if m.due_at is not None and window is not None:
            if m.dormancy is not None:
                ends = m.dormancy.ends_at
                dormant = act(DeadlineKind.DORMANT, ends, deal.freelancer, m.dormancy.opened_at)
                return [dormant, *_retries(m, act)]
            quiet = max(m.due_at, deal.active_at) + policy.dormant_after
            return [
                act(DeadlineKind.WORK_DUE, m.due_at, deal.freelancer),
                act(
                    DeadlineKind.MAY_CANCEL_LATE,
                    m.due_at + deal.terms.rules.late_grace,
                    deal.client,
                ),
                act(DeadlineKind.DORMANCY_NOTICE, quiet, None),
            ]
        case State.SUBMITTED if window is not None:
            return [act(DeadlineKind.REVIEW_ENDS, window.ends_at, deal.client), *_retries(m, act)]
        case State.REVISING if window is not None:
            return [
                act(DeadlineKind.ROUND_DUE, window.ends_at, deal.freelancer),
                act(
                    DeadlineKind.ABANDONED, window.ends_at + policy.abandoned_after, deal.freelancer
                ),
            ]
        case State.CANCELLING if window is not None:
            return [
                act(DeadlineKind.LATE_CANCEL_ENDS, window.ends_at, deal.freelancer),
                *_retries(m, act),
            ]
        case State.DISPUTED:
            dispute = deal.dispute(m.number)
            return [] if dispute is None else _of_dispute(deal, dispute, act)
        case _:
            return []


class _Act(Protocol):
    def __call__(
        self,
        kind: DeadlineKind,
        due: datetime,
        person: PersonId | None,
        opened: datetime | None = None,
    ) -> Deadline: ...


def _retries(m: Milestone, act: _Act) -> list[Deadline]:
    window = m.dormancy or m.window
    if window is None or window.next_attempt is None:
        return []
    return [act(DeadlineKind.RETRY_NOTICE, window.next_attempt, None)]


def _of_dispute(deal: Deal, dispute: Dispute, act: _Act) -> list[Deadline]:
    acts = []
    if dispute.cause is not Cause.SILENCE and dispute.unanswered_at is None:
        answer = dispute.answer_by
        for role in Role:
            person = deal.person(role)
            if dispute.statement_of(person) is None:
                asked = act(DeadlineKind.DISPUTE_ANSWER, answer.ends_at, person, answer.opened_at)
                acts.append(replace(asked, key=f"{asked.key}:{role.value}"))
    for question in dispute.questions:
        if question.waits and question.answer_by is not None:
            until, person = question.answer_by, deal.person(question.to)
            asked = act(DeadlineKind.QUESTION_ANSWER, until.ends_at, person, until.opened_at)
            acts.append(replace(asked, key=f"{asked.key}:{question.number}"))
    clock = dispute.desk_clock
    if clock is not None and dispute.stage is not Stage.RULED:
        taken = dispute.stage is Stage.TAKEN
        kind = DeadlineKind.DISPUTE_RULING if taken else DeadlineKind.DISPUTE_TAKE
        acts.append(act(kind, clock.ends_at, dispute.arbiter or DESK, clock.opened_at))
    return acts


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
