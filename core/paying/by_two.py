"""Deposits and payouts by hand that one treasurer alone does not confirm."""

from __future__ import annotations

from collections.abc import Iterator

from core.deal.approval import AskedDeposit, AskedTransfer
from core.deal.context import Context
from core.deal.four_eyes import ask, is_real, same_day, takes_two
from core.deal.milestone import Milestone
from core.deal.model import Deal, Transfer
from core.deal.settle import Decision
from core.deal.who import desk
from core.paying.commands import ConfirmDeposit, ConfirmTransfer
from core.values.ids import RAIL, PersonId
from core.values.money import Money
from core.values.roles import DeskRole


def may_approve_money(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """A treasurer on nobody's side; that they look at it too keeps nobody from ruling on it."""
    desk(deal, actor, ctx, DeskRole.TREASURER)


def treasurers_for(deal: Deal, ctx: Context) -> frozenset[PersonId]:
    """Who of the desk could confirm its money now."""
    return ctx.staff.treasurers - {*deal.parties, *deal.invited} - ctx.facts.gone


def asked_deposit(deal: Deal, m: Milestone, cmd: ConfirmDeposit, ctx: Context) -> Decision | None:
    """Where it takes two: it is asked for. None where the treasurer confirms it alone, or a rail.

    Raises as `ask`.
    """
    by_hand = cmd.actor != RAIL
    if not by_hand or not takes_two(cmd.amount, _arrived(deal, ctx), cmd.rail, ctx):
        return None
    asked = AskedDeposit(m.number, m.seen, cmd.amount, cmd.rail, cmd.external_id, cmd.source)
    return ask(deal, cmd.actor, asked, treasurers_for(deal, ctx), ctx)


def asked_transfer(
    deal: Deal, transfer: Transfer, cmd: ConfirmTransfer, ctx: Context
) -> Decision | None:
    """The same of money that leaves. Raises as `ask`."""
    by_hand = cmd.actor != RAIL
    if not by_hand or not takes_two(transfer.amount, _sent(deal, ctx), transfer.rail, ctx):
        return None
    asked = AskedTransfer(
        transfer.milestone,
        transfer.number,
        transfer.amount,
        transfer.state.value,
        cmd.external_id,
        cmd.shown,
    )
    return ask(deal, cmd.actor, asked, treasurers_for(deal, ctx), ctx)


def deposit_of(asked: AskedDeposit, deal: Deal, by: PersonId) -> ConfirmDeposit:
    """What its treasurer gave, word for word."""
    return ConfirmDeposit(
        actor=by,
        deal=deal.id,
        milestone=asked.milestone,
        amount=asked.amount,
        rail=asked.rail,
        external_id=asked.external_id,
        source=asked.source,
    )


def transfer_of(asked: AskedTransfer, deal: Deal, by: PersonId) -> ConfirmTransfer:
    """The same of money that leaves."""
    return ConfirmTransfer(
        actor=by,
        deal=deal.id,
        transfer=asked.transfer,
        external_id=asked.external_id,
        shown=asked.shown,
    )


def _arrived(deal: Deal, ctx: Context) -> Iterator[Money]:
    """What was confirmed by hand today."""
    for m in deal.milestones:
        for deposit in m.deposits:
            by_hand = deposit.confirmed_by != RAIL and is_real(deposit.rail, ctx.policy)
            if by_hand and same_day(deposit.at, ctx):
                yield deposit.amount


def _sent(deal: Deal, ctx: Context) -> Iterator[Money]:
    """What was sent by hand today, out or back."""
    for transfer in deal.transfers:
        by_hand = transfer.confirmed_by != RAIL and is_real(transfer.rail, ctx.policy)
        if by_hand and same_day(transfer.confirmed_at, ctx):
            yield transfer.amount
