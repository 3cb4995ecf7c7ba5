"""A legal order, or proven fraud: what is held goes where it says, by two people and a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.deal.approval import AskedOrder
from core.deal.context import Context
from core.deal.events import Ground
from core.deal.flag import FlagKind, HoldFlag
from core.deal.four_eyes import ask
from core.deal.milestone import Milestone, Step
from core.deal.model import Deal
from core.deal.settle import Decision, end, settle
from core.deal.stage import DisputeStep
from core.deal.step import StepOf
from core.deal.terms import Role
from core.paying.commands import OrderOutcome
from core.paying.events import FlagLifted, OutcomeOrdered
from core.paying.flags import may_flag, others_of_the_desk
from core.paying.reversing import at_bank
from core.values.errors import BadInput, NotNow, Stale
from core.values.ids import PersonId
from core.values.money import Money

GROUNDS: Final[Mapping[FlagKind, Ground]] = MappingProxyType(
    {FlagKind.LEGAL: Ground.LEGAL, FlagKind.FRAUD: Ground.FRAUD}
)
"""By which flags anything is ordered at all."""


def may_order(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """Anybody of the desk who has no part in it, while a flag for it stands and money is held.

    Raises NotNow: as `may_flag`, "no-order", "nothing-held".
    """
    may_flag(deal, actor, ctx)
    if all(flag.kind not in GROUNDS for flag in deal.standing):
        raise NotNow("no-order")
    if not m.held:
        raise NotNow("nothing-held")
    if m.again is not None or at_bank(deal, m.number):
        raise NotNow("flag-of-bank")


def order(deal: Deal, m: Milestone, cmd: OrderOutcome, ctx: Context) -> Decision:
    """It is asked for; once a second person approves exactly this, it is done at once.

    Raises Stale for another sum or a flag that does not stand; BadInput: "empty-text",
    "fraud-goes-back"; and as `four_eyes.ask`: whatever the sum, and of play money too.
    """
    flag = next((one for one in deal.standing if one.number == cmd.flag), None)
    if flag is None or flag.kind not in GROUNDS or cmd.held != m.held:
        raise Stale
    if not str(cmd.words).strip():
        raise BadInput("empty-text")
    if flag.kind is FlagKind.FRAUD and cmd.to is not Role.CLIENT:
        raise BadInput("fraud-goes-back")
    if ctx.second is None:
        asked = AskedOrder(m.number, m.seen, cmd.flag, cmd.to, cmd.held, cmd.document, cmd.words)
        return ask(deal, cmd.actor, asked, others_of_the_desk(deal, cmd.actor, ctx), ctx)
    return _done(deal, m, flag, cmd, ctx)


def _done(deal: Deal, m: Milestone, flag: HoldFlag, cmd: OrderOutcome, ctx: Context) -> Decision:
    ground, none = GROUNDS[flag.kind], Money(0, m.held.currency)
    release = cmd.to is Role.FREELANCER
    step = Step.ORDER_RELEASE if release else Step.ORDER_REFUND
    told = OutcomeOrdered(
        m.number, flag.number, ground, cmd.document, cmd.words, cmd.actor, ctx.second
    )
    lifted = replace(flag, lifted_at=ctx.now, lifted_by=ctx.second or cmd.actor)
    deal = deal.with_flag(lifted)
    case_ = deal.dispute(m.number)
    if case_ is not None and not case_.stage.closed:
        deal = deal.with_dispute(case_.ended(DisputeStep.LAPSE, ctx.now))
    parts = (m.held, none) if release else (none, m.held)
    deal, settled = settle(deal, m.take(step), ctx, ground, *parts)
    deal, ended = end(deal, m.number, ctx, step, cmd.actor)
    over = FlagLifted(flag.number, flag.kind, cmd.actor)
    return deal, (told, *settled, over, *ended)


def order_of(asked: AskedOrder, deal: Deal, by: PersonId) -> OrderOutcome:
    """What was asked, word for word."""
    return OrderOutcome(
        actor=by,
        deal=deal.id,
        milestone=asked.milestone,
        flag=asked.flag,
        to=asked.to,
        held=asked.held,
        document=asked.document,
        words=asked.words,
    )


ORDER: Final = StepOf(None, OrderOutcome, may_order, order, while_frozen=True)
STEPS: Final = (ORDER,)
