"""Who may do what in a dispute, and when."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from core.deal.context import Context
from core.deal.dispute import Dispute
from core.deal.four_eyes import LEAST, from_threshold, is_real
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal
from core.deal.stage import DisputeStep
from core.deal.who import desk, party, state
from core.values.errors import NotNow, NotYours, Refusal
from core.values.ids import PersonId
from core.values.roles import DeskRole


def may_dispute(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either, while money is held and no window of a late cancel runs.

    What an arbiter has ordered is done first: what is handed in can be disputed.
    """
    party(deal, actor)
    state(m, Step.DISPUTE)
    if m.ordered is not None:
        raise NotNow("order-stands")


def case_of(deal: Deal, m: Milestone) -> Dispute:
    """The dispute of a milestone. Raises NotNow("no-dispute")."""
    found = deal.dispute(m.number)
    if found is None:
        raise NotNow("no-dispute")
    return found


def _open_dispute(deal: Deal, m: Milestone, step: DisputeStep) -> Dispute:
    dispute = case_of(deal, m)
    dispute.take(step)
    return dispute


def may_state(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either party, until the ruling."""
    party(deal, actor)
    _open_dispute(deal, m, DisputeStep.STATE)


def may_file(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either party, until the ruling; nothing after the close."""
    party(deal, actor)
    _open_dispute(deal, m, DisputeStep.FILE)


def may_answer(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The side that was asked."""
    role = party(deal, actor)
    dispute = _open_dispute(deal, m, DisputeStep.ANSWER)
    if dispute.open_question(role) is None:
        raise NotNow("no-question")


def may_take(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """An arbiter without a conflict of interest."""
    desk(deal, actor, ctx, DeskRole.ARBITER)
    dispute = _disputed(deal, m)
    if dispute.stage.taken:
        raise NotNow("dispute-taken")
    dispute.take(DisputeStep.TAKE)
    _no_conflict(deal, dispute, m, actor, ctx)


def has_left(arbiter: PersonId | None, ctx: Context) -> bool:
    """Whether who has a case is off the list, or out of the arbiters' group."""
    if arbiter is None:
        return False
    return arbiter in ctx.facts.gone or arbiter not in ctx.staff.who_rule


def _disputed(deal: Deal, m: Milestone) -> Dispute:
    dispute = deal.dispute(m.number)
    if dispute is None or m.state is not State.DISPUTED:
        raise NotNow("no-dispute")
    return dispute


def _no_conflict(deal: Deal, dispute: Dispute, m: Milestone, actor: PersonId, ctx: Context) -> None:
    if actor in dispute.recused:
        raise NotYours("conflict-recused")
    if actor in dispute.ruled_before:
        raise NotYours("conflict-ruled")
    if ctx.facts.conflicted:
        raise NotYours("conflict-deals", months=ctx.policy.conflict_months)
    confirmed = any(actor in deposit.hands for deposit in m.deposits)
    if confirmed and not deal.terms.same_hands:
        raise NotYours("conflict-deposit")


def may_take_over(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The head arbiter, from another; any arbiter, from one who left the desk."""
    held = deal.dispute(m.number)
    left = held is not None and has_left(held.arbiter, ctx)
    desk(deal, actor, ctx, DeskRole.ARBITER if left else DeskRole.HEAD)
    dispute = _open_dispute(deal, m, DisputeStep.TAKE_OVER)
    if dispute.arbiter == actor:
        raise NotNow("dispute-taken")
    _no_conflict(deal, dispute, m, actor, ctx)


def _own_dispute(
    deal: Deal, actor: PersonId, m: Milestone, ctx: Context, step: DisputeStep
) -> Dispute:
    desk(deal, actor, ctx, DeskRole.ARBITER)
    dispute = _open_dispute(deal, m, step)
    if dispute.arbiter != actor:
        raise NotYours("not-your-case")
    return dispute


def may_hand_over(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The arbiter who has it."""
    _own_dispute(deal, actor, m, ctx, DisputeStep.HAND_OVER)


def may_recuse(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """Any arbiter, of a case that is theirs or nobody's; once."""
    desk(deal, actor, ctx, DeskRole.ARBITER)
    dispute = _open_dispute(deal, m, DisputeStep.RECUSE)
    if dispute.arbiter not in (None, actor):
        raise NotYours("not-your-case")
    if actor in dispute.recused:
        raise NotNow("already-recused")


def may_ask(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The arbiter who has it."""
    _own_dispute(deal, actor, m, ctx, DisputeStep.ASK)


def may_rule(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The arbiter who has it, free of conflict still, once both sides had their say.

    Raises NotNow("not-heard") with the sides that have time left, and until when.
    """
    _heard(deal, _own_dispute(deal, actor, m, ctx, DisputeStep.RULE), m, actor, ctx)


def may_send_back(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The arbiter who reviews it, as for a ruling."""
    _heard(deal, _own_dispute(deal, actor, m, ctx, DisputeStep.SEND_BACK), m, actor, ctx)


def _heard(deal: Deal, dispute: Dispute, m: Milestone, actor: PersonId, ctx: Context) -> None:
    _no_conflict(deal, dispute, m, actor, ctx)
    waits = deal.unheard(dispute)
    if waits is not None:
        who = waits.roles[0].value if len(waits.roles) == 1 else "both"
        raise NotNow("not-heard", role=who, until_at=waits.until.isoformat())


def could_rule(deal: Deal, m: Milestone, ctx: Context) -> tuple[PersonId, ...]:
    """Everybody who is at the desk and free of conflict: whom the case can be assigned to."""
    dispute = _disputed(deal, m)
    free = []
    for person in sorted(ctx.staff.who_rule - ctx.facts.gone - {*deal.parties}):
        facts = replace(ctx.facts, conflicted=person in ctx.facts.conflicts)
        with suppress(Refusal):
            _no_conflict(deal, dispute, m, person, replace(ctx, facts=facts))
            free.append(person)
    return tuple(free)


def could_review(deal: Deal, m: Milestone, ctx: Context) -> bool:
    """Whether enough others are free to look at a ruling over so much: two where that takes two."""
    return _enough(len(could_rule(deal, m, ctx)), m, ctx)


def could_replace(deal: Deal, m: Milestone, ctx: Context) -> bool:
    """Whether the case could be ruled without the one who has it."""
    dispute = _disputed(deal, m)
    return _enough(len({*could_rule(deal, m, ctx)} - {dispute.arbiter}), m, ctx)


def _enough(free: int, m: Milestone, ctx: Context) -> bool:
    two = is_real(m.rail, ctx.policy) and from_threshold(m.held, ctx.policy)
    return free >= (LEAST if two else 1)


def may_challenge(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """Either party, once a dispute, for a while after an arbiter got the case, until the ruling.

    Raises NotNow: "challenge-used", "challenge-over" with for how long that is, and
    "no-other-arbiter" where nobody else at the desk could rule.
    """
    party(deal, actor)
    dispute = _open_dispute(deal, m, DisputeStep.CHALLENGE)
    if dispute.challenged_by(actor):
        raise NotNow("challenge-used")
    clock = dispute.challenge_by
    if clock is None or ctx.over(clock.ends_at):
        raise NotNow("challenge-over", seconds=int(ctx.policy.dispute_challenge.total_seconds()))
    if not could_replace(deal, m, ctx):
        raise NotNow("no-other-arbiter")


def may_approve_ruling(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """An arbiter who could have ruled on it: whose case it is does not matter."""
    desk(deal, actor, ctx, DeskRole.ARBITER)
    _no_conflict(deal, _disputed(deal, m), m, actor, ctx)


def may_accept_ruling(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either party, once, while it can be reviewed. Raises NotNow("ruling-accepted")."""
    party(deal, actor)
    dispute = _open_dispute(deal, m, DisputeStep.ACCEPT_RULING)
    if actor in dispute.accepted:
        raise NotNow("ruling-accepted")


def may_ask_review(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """Either party, whoever the ruling favours: its grounds are about how the ruling came about.

    Once a dispute. Raises NotNow: "review-used", "ruling-accepted", and "no-reviewer" where nobody
    else at the desk could look at it.
    """
    party(deal, actor)
    dispute = _open_dispute(deal, m, DisputeStep.ASK_REVIEW)
    if dispute.review is not None:
        raise NotNow("review-used")
    if actor in dispute.accepted:
        raise NotNow("ruling-accepted")
    if not could_review(deal, m, ctx):
        raise NotNow("no-reviewer")
