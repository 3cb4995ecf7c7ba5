"""The read models of cards and documents: whose turn it is, until when, what happens then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from core.amending import goes_on
from core.available import available
from core.deadlines import deadlines_of
from core.deal.clocks import Deadline
from core.deal.context import Context
from core.deal.dispute import Dispute
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.deal.pause import PauseEnd, PauseWhy
from core.deal.person import Person
from core.deal.proposal import OF_DEAL, ProposalState
from core.deal.reputation import Record
from core.deal.step import Act, Offered
from core.deal.terms import Role
from core.timing import ALARMS
from core.values.ids import DESK, PersonId
from core.values.money import Money
from core.values.policy import Policy
from core.values.window import DeadlineKind


@dataclass(frozen=True, slots=True)
class Turn:
    """Who is waited for (DESK for the desk, None for nobody), until when, and what happens then.

    `otherwise` is a DeadlineKind's value; the end of a review window has `-release` or `-escalate`
    behind it, as agreed.
    """

    person: PersonId | None
    until: datetime | None
    otherwise: str
    milestone: int | None
    then: datetime | None = None
    """When what follows comes, where that is another date than `until`."""


AGREED_PAUSE: Final = f"{DeadlineKind.PAUSE_ENDS.value}-{PauseWhy.AGREED.value}"
NOBODY: Final = Turn(None, None, "", None)


@dataclass(frozen=True, slots=True)
class DealView:
    """A deal as one person sees it; `offered` is what they may do right now."""

    deal: Deal
    viewer: PersonId
    role: Role | None
    now: datetime
    turns: tuple[Turn, ...]
    """One; of several milestones that are open one of each, as `turns_of` puts them."""
    offered: tuple[Offered, ...]
    people: Mapping[PersonId, Person]
    record: Record | None = None
    """The other side's, where the card shows it."""
    waits: str = ""
    """Why the deal's clocks wait: `deaf` while we do not hear those they concern, or `paused`."""

    @property
    def other(self) -> Person | None:
        """The other party, once there is one."""
        other = self.deal.other(self.viewer)
        return None if other is None else self.people.get(other)

    def may(self, act: Act, milestone: int | None = None) -> bool:
        """Whether this is offered."""
        return any(o.act is act and milestone in (None, o.milestone) for o in self.offered)

    @property
    def turn(self) -> Turn:
        """The first of them."""
        return self.turns[0]

    @property
    def awaited(self) -> Turn:
        """The first of what the other side can be reminded of; NOBODY's where there is nothing."""
        return next(iter(self.awaits), NOBODY)

    @property
    def awaits(self) -> tuple[Turn, ...]:
        """All that waits for the other side, as they can be reminded of it: then their answers.

        Of several milestones that are open each that waits for them; of what was proposed to them
        one answer a milestone. Whoever owes such an answer themselves reminds nobody of the
        milestone that it is about. Without any of it, what is under way.
        """
        other = self.deal.other(self.viewer)
        opened = [p for p in self.deal.proposals if p.state is ProposalState.OPEN]
        owed = {p.milestone for p in opened if p.by == other}
        rest = [] if OF_DEAL in owed else [one for one in self.turns if one.milestone not in owed]
        if not rest:
            return ()
        waits = [one for one in rest if one.person == other and one.until is not None]
        # In a pause that both agreed to nobody is to do anything.
        told = [one for one in waits if one.otherwise != AGREED_PAUSE] or waits[:1]
        known = {one.milestone for one in told} | owed
        answers: dict[int, Turn] = {}
        for p in sorted(opened, key=lambda p: p.window.ends_at):
            if p.by == self.viewer and p.milestone not in known:
                about = None if p.milestone == OF_DEAL else p.milestone
                kind = DeadlineKind.PROPOSAL_ENDS.value
                answers.setdefault(p.milestone, Turn(other, p.window.ends_at, kind, about))
        return (*told, *answers.values()) or tuple(rest[:1])

    @property
    def held(self) -> Money | None:
        """What is held in all; None before the agreement."""
        if not self.deal.milestones:
            return None
        none = Money(0, self.deal.milestones[0].amount.currency)
        return sum((m.held for m in self.deal.milestones), none)


def view_of(deal: Deal, viewer: PersonId, ctx: Context, record: Record | None = None) -> DealView:
    """The deal for one person; `ctx.facts.people` are the people whose names it may need."""
    deal = deal.sealed_for(viewer)
    return DealView(
        deal,
        viewer,
        deal.role_of(viewer),
        ctx.now,
        turns_of(deal, ctx, viewer),
        available(deal, viewer, ctx),
        ctx.facts.people,
        record,
    )


_ANSWERS = (
    DeadlineKind.DISPUTE_ANSWER,
    DeadlineKind.QUESTION_ANSWER,
    DeadlineKind.EVIDENCE_ENDS,
)
"""What one side of a dispute is waited for; of several the reader's own, then the first."""
TURNS: Final = (
    DeadlineKind.FUND_AGAIN,
    DeadlineKind.HOLD_FLAG,
    DeadlineKind.REVIEW_ENDS,
    DeadlineKind.LATE_CANCEL_ENDS,
    DeadlineKind.FEE_CANCEL_ENDS,
    DeadlineKind.CONTEST_ENDS,
    DeadlineKind.PAUSE_ENDS,
    DeadlineKind.DORMANT,
    DeadlineKind.FALLBACK,
    DeadlineKind.ABANDONED,
    DeadlineKind.WORK_DUE,
    DeadlineKind.MAY_CANCEL_LATE,
    *_ANSWERS,
    DeadlineKind.NEGOTIATION_ENDS,
    DeadlineKind.RULING_FINAL,
    DeadlineKind.DISPUTE_RULING,
    DeadlineKind.DISPUTE_TAKE,
    DeadlineKind.DEPOSIT_CHECK,
    DeadlineKind.FUNDING_LAPSES,
    DeadlineKind.DROP_REST,
    DeadlineKind.INVITE_EXPIRES,
    DeadlineKind.DRAFT_IDLE,
    DeadlineKind.TRANSFER,
)
"""Which deadline a card tells of, the first that the deal has."""


def _found(deadlines: Iterable[Deadline], viewer: PersonId | None) -> dict[DeadlineKind, Deadline]:
    """The first deadline of each kind; of all the answers that are waited for a single one."""
    found: dict[DeadlineKind, Deadline] = {}
    answers: list[Deadline] = []
    for deadline in deadlines:
        if deadline.kind in _ANSWERS:
            answers.append(deadline)
        else:
            found.setdefault(deadline.kind, deadline)
    if answers:
        first = min(answers, key=lambda d: (d.person != viewer, d.target))
        found[first.kind] = first
    return found


def turns_of(deal: Deal, ctx: Context, viewer: PersonId | None = None) -> tuple[Turn, ...]:
    """Whose turn it is, as `viewer` is told: on the terms, or on what is under way.

    Of several milestones that are open one of each: first the viewer's own, then the other side's,
    then what else is waited for, the earliest before the later.
    """
    deadlines, opened = deadlines_of(deal, ctx.policy), deal.under_way
    if len(opened) < 2 or deal.frozen_at is not None:  # noqa: PLR2004 - several
        return (_first(deal, deadlines, deal.current, ctx, viewer),)
    each = (
        _first(deal, [d for d in deadlines if d.milestone == m.number], m, ctx, viewer)
        for m in opened
    )
    last = datetime.max.replace(tzinfo=UTC)
    whose = (viewer, None if viewer is None else deal.other(viewer))

    def order(turn: Turn) -> tuple[int, datetime]:
        place = whose.index(turn.person) if turn.person in whose else len(whose)
        return place, turn.until or last

    return tuple(sorted(each, key=order))


def turn_of(deal: Deal, ctx: Context, viewer: PersonId | None = None) -> Turn:
    """The first of them."""
    return turns_of(deal, ctx, viewer)[0]


def _first(
    deal: Deal,
    deadlines: Iterable[Deadline],
    m: Milestone | None,
    ctx: Context,
    viewer: PersonId | None,
) -> Turn:
    found = _found(deadlines, viewer)
    for kind in TURNS:
        if kind in found:
            return _turn(deal, found[kind], found, ctx.policy)
    late = found.get(DeadlineKind.DORMANCY_NOTICE)
    if late is None or m is None:
        return NOBODY
    # Late work whose client was already told: the freelancer is still waited for.
    waited = "-waited" if m.left_waiting else ""
    return Turn(deal.freelancer, late.target, f"{late.kind.value}{waited}", late.milestone)


def _turn(
    deal: Deal, deadline: Deadline, found: Mapping[DeadlineKind, Deadline], policy: Policy
) -> Turn:
    otherwise = deadline.kind.value
    person, until, then = deadline.person, deadline.target, None
    if deadline.kind is DeadlineKind.REVIEW_ENDS:
        otherwise = f"{otherwise}-{deal.terms.rules.on_silence.value}"
    if deadline.kind is DeadlineKind.MAY_CANCEL_LATE:
        person = deal.freelancer
    if deadline.kind is DeadlineKind.ABANDONED and deadline.milestone is not None:
        clock = deal.milestone(deadline.milestone).window
        until, then = (until if clock is None else clock.ends_at), deadline.target
    if deadline.kind is DeadlineKind.WORK_DUE and DeadlineKind.MAY_CANCEL_LATE in found:
        then = found[DeadlineKind.MAY_CANCEL_LATE].target
    if deadline.kind is DeadlineKind.FUNDING_LAPSES and _has_more_time(deal, deadline):
        then = deadline.target + policy.funding_grace
    if deadline.kind in ALARMS:
        person = DESK
    turn = Turn(person, until, otherwise, deadline.milestone, then)
    if deadline.milestone is None:
        return turn
    turn = _may_call(turn, deal.dispute(deadline.milestone))
    return _waited(turn, deal.milestone(deadline.milestone), found, policy)


def _may_call(turn: Turn, case: Dispute | None) -> Turn:
    """From when either side alone can call the arbiter."""
    talks = None if case is None else case.negotiation
    if turn.otherwise != DeadlineKind.NEGOTIATION_ENDS or talks is None:
        return turn
    return replace(turn, then=talks.by_both.ends_at)


def _waited(
    turn: Turn, m: Milestone, found: Mapping[DeadlineKind, Deadline], policy: Policy
) -> Turn:
    """What happens then to paused work; or to work whose freelancer waited in vain."""
    if turn.otherwise == DeadlineKind.PAUSE_ENDS and m.pause is not None and turn.until:
        after = goes_on(m, PauseEnd.OVER, turn.until, policy.least_after_material)
        return replace(turn, otherwise=f"{turn.otherwise}-{m.pause.why.value}", then=after.due)
    if turn.otherwise == DeadlineKind.WORK_DUE and m.left_waiting:
        then = found[DeadlineKind.DORMANCY_NOTICE].target
        return replace(turn, otherwise=f"{turn.otherwise}-waited", then=then)
    return turn


def _has_more_time(deal: Deal, deadline: Deadline) -> bool:
    """Some of the money arrived, and the one extra time for the rest is still to come."""
    m = None if deadline.milestone is None else deal.milestone(deadline.milestone)
    return m is not None and bool(m.waiting) and m.window is not None and not m.window.extended
