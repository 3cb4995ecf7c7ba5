"""Who may do what with that money, and when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from core.deal.context import Context
from core.deal.events import TransferKind
from core.deal.flag import FlagKind
from core.deal.four_eyes import LEAST, from_threshold
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal, Transfer, TransferState
from core.deal.reversal import ReversalState
from core.deal.terms import Role
from core.deal.who import before, desk, party, side, state
from core.paying.history import WHOSE
from core.values.errors import NotNow, NotOffered, NotYours
from core.values.ids import RAIL, PersonId
from core.values.roles import DeskRole


def may_pay(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, while it is unfunded and no claim is unanswered."""
    side(deal, actor, Role.CLIENT)
    _to_pay(deal, m, Step.FUND)
    if m.claim is not None:
        raise NotNow("claim-unanswered")


def _to_pay(deal: Deal, m: Milestone, step: Step) -> None:
    """While it is unfunded; while the deal stands still, where it does so for want of this alone.

    Raises NotNow: "wrong-state", "deal-frozen".
    """
    once_more = m.to_pay and m.state is not State.FUNDING
    state(m, Step.PAY_AGAIN if once_more else step)
    others = any(flag.kind is not FlagKind.CHARGEBACK for flag in deal.standing)
    if deal.frozen_at is not None and (others or not once_more):
        raise NotNow("deal-frozen")


def may_claim_paid(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """As for paying, where a rail needs a treasurer; again where they asked for a receipt."""
    asked = m.claim is not None and m.claim.proof_asked
    may_pay(deal, actor, replace(m, claim=None) if asked else m, ctx)
    if all(rail.automatic for rail in ctx.policy.rails):
        raise NotOffered("no-manual-rail")


def may_ask_shortfall(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The client, when part of it arrived."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.ASK_SHORTFALL)
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


def may_go_on(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """The client, when the milestone before was split."""
    side(deal, actor, Role.CLIENT)
    state(m, Step.GO_ON)
    last = before(deal, m.number)
    if last is None or last.state is not State.SPLIT:
        raise NotNow("not-its-turn")


def may_drop(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either, once the milestone before ended otherwise than by release."""
    party(deal, actor)
    state(m, Step.DROP)
    last = before(deal, m.number)
    if last is None or not last.state.final or last.state is State.RELEASED:
        raise NotNow("not-its-turn")


def may_confirm_deposit(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """The rail, or a treasurer on nobody's side, who has to leave enough people free to rule."""
    if actor == RAIL:
        return
    desk(deal, actor, ctx, DeskRole.TREASURER)
    if too_few_rule(deal, m, {actor}, ctx):
        raise NotYours("last-arbiter")


def too_few_rule(deal: Deal, m: Milestone, hands: Collection[PersonId], ctx: Context) -> bool:
    """Whether these, with a hand in its money, would leave too few to rule; where others could."""
    confirmed = frozenset[PersonId]().union(*(deposit.hands for deposit in m.deposits))
    free = ctx.staff.who_rule - {*deal.parties} - confirmed
    own = free & {*hands}
    others = ctx.staff.treasurers - {*deal.parties} - free
    few = bool(own) and len(free - own) < _to_rule(deal, ctx)
    return few and (bool(others) or len(own) > 1) and not deal.terms.same_hands


def _to_rule(deal: Deal, ctx: Context) -> int:
    """How many arbiters a ruling on it may take."""
    total = deal.terms.total
    two = ctx.policy.real_money and total is not None and from_threshold(total, ctx.policy)
    return LEAST if two else 1


def may_confirm_claimed(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """As for confirming a deposit, where the client says that they paid."""
    may_confirm_deposit(deal, actor, m, ctx)
    if m.claim is None:
        raise NotNow("no-claim")


def may_reject_claim(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """A treasurer, while a claim waits."""
    desk(deal, actor, ctx, DeskRole.TREASURER)
    _to_pay(deal, m, Step.REJECT_CLAIM)
    if m.claim is None:
        raise NotNow("no-claim")


def may_ask_proof(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """As for saying that it did not arrive, once a claim."""
    may_reject_claim(deal, actor, m, ctx)
    if m.claim is not None and m.claim.proof_asked:
        raise NotNow("proof-asked")


def may_confirm_transfer(deal: Deal, actor: PersonId, transfer: int, ctx: Context) -> None:
    """A treasurer, while it is owed; the rail, which may say a thing twice.

    Raises NotNow: "transfer-sent", "transfer-done".
    """
    if actor == RAIL:
        return
    desk(deal, actor, ctx, DeskRole.TREASURER)
    found = deal.transfer(transfer)
    if found.on_its_way:
        raise NotNow("transfer-sent")
    if not found.owed:
        raise NotNow("transfer-done")


def may_fail_transfer(deal: Deal, actor: PersonId, transfer: int, ctx: Context) -> None:
    """A treasurer or the rail, until it is there."""
    if actor == RAIL:
        return
    desk(deal, actor, ctx, DeskRole.TREASURER)
    if deal.transfer(transfer).state is TransferState.CONFIRMED:
        raise NotNow("transfer-done")


def may_say_arrived(deal: Deal, actor: PersonId, transfer: int, ctx: Context) -> None:
    """Its receiver, or a treasurer who saw it on the statement, while it is on its way.

    Raises NotYours: as `side` and `desk`; NotNow("transfer-not-on-its-way").
    """
    if actor in deal.parties:
        _receiver(deal, actor, transfer)
    else:
        desk(deal, actor, ctx, DeskRole.TREASURER)
    _on_its_way(deal.transfer(transfer))


def may_say_not_arrived(deal: Deal, actor: PersonId, transfer: int, ctx: Context) -> None:
    """Its receiver, once it should be there, once a sending.

    Raises NotYours: as `side`; NotNow: "transfer-not-on-its-way", "arrival-early" with until when,
    "arrival-denied".
    """
    _receiver(deal, actor, transfer)
    found = _on_its_way(deal.transfer(transfer))
    if found.missed_at is not None:
        raise NotNow("arrival-denied")
    now = deal.frozen_at or ctx.now
    if found.arrival is not None and not found.arrival.ended(now):
        raise NotNow("arrival-early", until_at=found.arrival.ends_at.isoformat())


def _receiver(deal: Deal, actor: PersonId, transfer: int) -> None:
    side(deal, actor, WHOSE[deal.transfer(transfer).kind])


def _on_its_way(transfer: Transfer) -> Transfer:
    if not transfer.on_its_way:
        raise NotNow("transfer-not-on-its-way")
    return transfer


def as_sent(transfer: Transfer, returns: int) -> Transfer:
    """The sending that was seen. Raises NotNow("transfer-returned-since"), "transfer-not-sent"."""
    if transfer.returns != returns:
        raise NotNow("transfer-returned-since")
    if not transfer.on_its_way:
        raise NotNow("transfer-not-sent")
    return transfer


def paid_by_bank(deal: Deal, transfer: Transfer) -> bool:
    """Whether a bank took back for the client, after it was sent, what we did not have any more.

    What is still owed then is netted by the reversal itself.
    """
    sent_at = transfer.left_at
    return transfer.kind is TransferKind.REFUND and any(
        one.beyond
        and one.milestone == transfer.milestone
        and one.state is not ReversalState.WON
        and (sent_at is None or one.at >= sent_at)
        for one in deal.reversals
    )
