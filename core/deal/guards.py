"""Who may do what, now. Each guard asks who it is before it asks when."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from core.context import Context
from core.deal.model import Deal, DealState, DealStep, TransferState
from core.dispute import DeskRole, Dispute, DisputeStep, Stage
from core.errors import NotNow, NotOffered, NotYours, OverLimit, Refusal
from core.ids import RAIL, PersonId
from core.milestone import TABLE, Milestone, State, Step
from core.terms import Role

# Who


def party(deal: Deal, actor: PersonId) -> Role:
    """The actor's side. Raises NotYours("stranger")."""
    role = deal.role_of(actor)
    if role is None and actor in deal.parties:
        return Role.FREELANCER  # a draft whose creator has not chosen a side yet
    if role is None:
        raise NotYours("stranger")
    return role


def side(deal: Deal, actor: PersonId, role: Role) -> None:
    """Raises NotYours: "stranger", or "other-side" with the side whose step it is."""
    if party(deal, actor) is not role:
        raise NotYours("other-side", role=role.value)


def creator(deal: Deal, actor: PersonId) -> None:
    """Raises NotYours("stranger") or ("inviter-only")."""
    if actor != deal.creator:
        party(deal, actor)
        raise NotYours("inviter-only")


def takes_part(deal: Deal, actor: PersonId) -> None:
    """A party, or somebody whose claim waits. Raises NotYours("stranger")."""
    if deal.claim_of(actor) is None:
        party(deal, actor)


def desk(deal: Deal, actor: PersonId, ctx: Context, role: DeskRole) -> None:
    """Somebody on the list with this role, and no deal of their own.

    Raises NotYours: as `Staff.needs`, "own-deal".
    """
    ctx.staff.needs(actor, role)
    if actor in (*deal.parties, *deal.invited):
        raise NotYours("own-deal")


def state(m: Milestone, step: Step) -> None:
    """Raises NotNow("wrong-state") where the table has no such step."""
    if (m.state, step) not in TABLE:
        raise NotNow("wrong-state", state=m.state.value, step=step.value)


def in_deal_state(deal: Deal, step: DealStep) -> None:
    """Raises NotNow("deal-wrong-state")."""
    deal.take(step)


# Terms and invite


def may_edit(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The draft's creator; whoever's turn it is; a claimant preparing a counter-offer."""
    takes_part(deal, actor)
    in_deal_state(deal, DealStep.EDIT)
    if deal.state is DealState.DRAFT:
        return
    if deal.invitee is not None:
        _turn(deal, actor)
    elif actor == deal.creator:
        raise NotNow("terms-sent")


def _turn(deal: Deal, actor: PersonId) -> None:
    if deal.turn != actor:
        raise NotNow("not-your-turn")


def may_invite(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """The creator, when somebody at the desk could rule on it."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.INVITE)
    somebody_rules(deal, ctx)
    if ctx.facts.open_deals >= ctx.policy.max_open_deals:
        raise OverLimit("too-many-deals", limit=ctx.policy.max_open_deals)


def somebody_rules(deal: Deal, ctx: Context, also: PersonId | None = None) -> None:
    """The desk can carry the deal to its end: one confirms its payments, and another may rule.

    Raises NotNow: "no-arbiter", "no-treasurer" when nobody is left who is free of both parties.
    """
    sides = {*deal.parties, also}
    rule, confirm = ctx.staff.who_rule - sides, ctx.staff.treasurers - sides
    if not rule:
        raise NotNow("no-arbiter")
    by_hand = not all(rail.automatic for rail in ctx.policy.rails)
    two = ctx.staff.same_hands or len(rule | confirm) > 1
    if by_hand and not (confirm and two):
        raise NotNow("no-treasurer")


def may_discard(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The creator of a draft."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.DISCARD)


def may_renew(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The creator, until somebody is confirmed."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.RENEW)
    if deal.invitee is not None:
        raise NotNow("invite-used")


def may_withdraw_invite(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The creator, until it is agreed."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.WITHDRAW_INVITE)


def may_confirm(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The creator, while somebody waits for it."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.CONFIRM)
    if deal.invitee is not None or not deal.claims:
        raise NotNow("nobody-waits")


def may_suggest(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """A counter-offer: as for editing, once it was sent."""
    may_edit(deal, actor, ctx)
    in_deal_state(deal, DealStep.COUNTER)
    if len(deal.offers) >= ctx.policy.max_versions:
        raise OverLimit("too-many-versions", limit=ctx.policy.max_versions)


def may_send_terms(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """As for suggesting, with something edited."""
    may_suggest(deal, actor, ctx)
    claim = deal.claim_of(actor)
    begun = deal.working is not None and deal.working.by == actor
    if not begun and (claim is None or claim.counter is None):
        raise NotNow("nothing-changed")


def may_accept(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """Whoever's turn it is, of the two who are bound."""
    takes_part(deal, actor)
    in_deal_state(deal, DealStep.ACCEPT)
    if deal.invitee is None:
        raise NotNow("nobody-waits")
    _turn(deal, actor)


def may_decline(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The invitee, bound or waiting."""
    takes_part(deal, actor)
    in_deal_state(deal, DealStep.DECLINE)
    if actor == deal.creator:
        raise NotNow("withdraw-instead")


def may_answer_invited(deal: Deal, actor: PersonId, to: PersonId) -> None:
    """The creator, to somebody who asked or claims, until it is agreed: then the two may talk."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.CLAIM)
    if to not in deal.invited:
        raise NotYours("stranger")


# Money


def may_pay(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, while it is unfunded and no claim is unanswered."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.FUND)
    if m.claim is not None:
        raise NotNow("claim-unanswered")


def may_claim_paid(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """As for paying, where a rail needs a treasurer; again where they asked for a receipt."""
    asked = m.claim is not None and m.claim.proof_asked
    may_pay(deal, actor, replace(m, claim=None) if asked else m, ctx)
    if all(rail.automatic for rail in ctx.policy.rails):
        raise NotOffered("no-manual-rail")


def may_ask_shortfall(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The client, when part of it arrived."""
    may_pay(deal, actor, m, ctx)
    if not m.waiting:
        raise NotNow("nothing-arrived")
    if m.shortfall_asked:
        raise NotNow("already-asked")


def may_accept_shortfall(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer, when asked."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.ACCEPT_SHORTFALL)
    if not m.shortfall_asked or m.claim is not None:
        raise NotNow("not-asked")


def may_cancel_funding(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either, never while a claim is unanswered."""
    party(deal, actor)
    state(m, Step.CANCEL_FUNDING)
    if m.claim is not None:
        raise NotNow("claim-unanswered")


def _before(deal: Deal, m: Milestone) -> Milestone | None:
    return deal.milestones[m.number - 2] if m.number > 1 else None


def may_go_on(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, when the milestone before was split."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.GO_ON)
    before = _before(deal, m)
    if before is None or before.state is not State.SPLIT:
        raise NotNow("not-its-turn")


def may_drop(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either, once the milestone before ended otherwise than by release."""
    party(deal, actor)
    state(m, Step.DROP)
    before = _before(deal, m)
    if before is None or not before.state.final or before.state is State.RELEASED:
        raise NotNow("not-its-turn")


def may_confirm_deposit(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The rail, or a treasurer on nobody's side, who has to leave somebody free to rule."""
    if actor == RAIL:
        return
    desk(deal, actor, ctx, DeskRole.TREASURER)
    confirmed = {deposit.confirmed_by for deposit in m.deposits}
    free = ctx.staff.who_rule - {*deal.parties} - confirmed
    others = ctx.staff.treasurers - {*deal.parties, actor}
    if free == {actor} and others and not deal.terms.same_hands:
        raise NotYours("last-arbiter")


def may_confirm_claimed(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """As for confirming a deposit, where the client says that they paid."""
    may_confirm_deposit(deal, actor, m, ctx)
    if m.claim is None:
        raise NotNow("no-claim")


def may_reject_claim(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """A treasurer, while a claim waits."""
    desk(deal, actor, ctx, DeskRole.TREASURER)
    state(m, Step.REJECT_CLAIM)
    if m.claim is None:
        raise NotNow("no-claim")


def may_ask_proof(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """As for saying that it did not arrive, once a claim."""
    may_reject_claim(deal, actor, m, ctx)
    if m.claim is not None and m.claim.proof_asked:
        raise NotNow("proof-asked")


def may_confirm_transfer(deal: Deal, actor: PersonId, transfer: int, ctx: Context) -> None:
    """A treasurer, while it is owed; the rail, which may say a thing twice."""
    if actor == RAIL:
        return
    desk(deal, actor, ctx, DeskRole.TREASURER)
    if deal.transfer(transfer).state is TransferState.CONFIRMED:
        raise NotNow("transfer-done")


# Work


def may_submit(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer, while working, revising, or against a late cancel."""
    side(deal, actor, Role.FREELANCER)
    if m.state is not State.CANCELLING:
        state(m, Step.SUBMIT)


def may_take_back(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The freelancer, within the hour, while the client has not acted.

    A part that the client released would be an advance on work that was never submitted.
    """
    side(deal, actor, Role.FREELANCER)
    state(m, Step.TAKE_BACK_FIRST)
    work = m.submission
    until = None if work is None else work.at + work.lost + ctx.policy.submission_take_back
    if until is None or ctx.over(until) or m.before is None:
        raise NotNow("take-back-late")


def may_approve(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, of something submitted."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.APPROVE)


def may_request_changes(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, while it is under review."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.REQUEST_CHANGES)


def may_contest(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer, of the open round."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.CONTEST)


def may_release_part(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, after a first submission, while there is more than one minor unit."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.RELEASE_PART)
    if m.held.minor <= 1:
        raise NotNow("nothing-to-part")


def may_withdraw(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer, while working or revising."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.WITHDRAW)


def may_cancel_late(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The client, past due and grace, nothing ever submitted."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.CANCEL_LATE)
    if m.submissions or m.due_at is None:
        raise NotNow("not-late")
    if not ctx.over(m.due_at + deal.terms.rules.late_grace):
        raise NotNow("not-late")


def may_take_back_cancel(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.TAKE_BACK_CANCEL)


def may_object(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The freelancer."""
    side(deal, actor, Role.FREELANCER)
    state(m, Step.OBJECT)


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


# Dispute


def may_dispute(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either, while money is held and no window of a late cancel runs."""
    party(deal, actor)
    state(m, Step.DISPUTE)


def _open_dispute(deal: Deal, m: Milestone, step: DisputeStep) -> Dispute:
    dispute = deal.dispute(m.number)
    if dispute is None:
        raise NotNow("no-dispute")
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
    if dispute.stage is not Stage.OPEN:
        raise NotNow("dispute-taken")
    _no_conflict(deal, dispute, m, actor, ctx)


def _disputed(deal: Deal, m: Milestone) -> Dispute:
    dispute = deal.dispute(m.number)
    if dispute is None or m.state is not State.DISPUTED:
        raise NotNow("no-dispute")
    return dispute


def _no_conflict(deal: Deal, dispute: Dispute, m: Milestone, actor: PersonId, ctx: Context) -> None:
    if actor in dispute.recused:
        raise NotYours("conflict-recused")
    if ctx.facts.conflicted:
        raise NotYours("conflict-deals", months=ctx.policy.conflict_months)
    confirmed = any(deposit.confirmed_by == actor for deposit in m.deposits)
    if confirmed and not deal.terms.same_hands:
        raise NotYours("conflict-deposit")


def has_left(arbiter: PersonId | None, ctx: Context) -> bool:
    """Whether who has a case is off the list, or out of the arbiters' group."""
    if arbiter is None:
        return False
    return arbiter in ctx.facts.gone or arbiter not in ctx.staff.who_rule


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
    dispute = _own_dispute(deal, actor, m, ctx, DisputeStep.RULE)
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
