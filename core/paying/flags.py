"""Flags: the desk stops a deal at once, and two people let it go on."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.deal.context import Context
from core.deal.flag import FlagKind, HoldFlag, LiftAsk
from core.deal.model import Deal, TransferState
from core.deal.settle import Decision
from core.deal.step import DealStepOf
from core.paying.commands import AskLift, LiftFlag, SetFlag
from core.paying.events import FlagLifted, FlagSet, LiftAsked
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import PersonId
from core.values.window import window


def may_flag(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """Anybody of the desk who has no part in it: to stop moves nothing, and must not wait.

    Raises NotNow("nothing-to-freeze") before it is agreed, and once it ended with nothing owed.
    """
    _of_the_desk(deal, actor, ctx)
    owed = any(t.state is not TransferState.CONFIRMED for t in deal.transfers)
    if deal.agreement is None or (deal.state.final and not owed):
        raise NotNow("nothing-to-freeze")


def may_ask_lift(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """Anybody of the desk who has no part in it, while a flag stands. Raises NotNow("no-flag")."""
    _of_the_desk(deal, actor, ctx)
    if not deal.standing:
        raise NotNow("no-flag")


def may_lift(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """As for asking; whether it is theirs to say yes, the step asks of what was asked."""
    may_ask_lift(deal, actor, ctx)


def _of_the_desk(deal: Deal, actor: PersonId, ctx: Context) -> None:
    if not ctx.staff.roles(actor):
        raise NotYours("not-on-the-list")
    if actor in (*deal.parties, *deal.invited):
        raise NotYours("own-deal")


def set_flag(deal: Deal, cmd: SetFlag, ctx: Context) -> Decision:
    """It stands still at once. Raises BadInput("empty-text"); NotNow("flag-stands")."""
    _said(str(cmd.words))
    if any(flag.kind is cmd.kind for flag in deal.standing):
        raise NotNow("flag-stands")
    number = len(deal.flags) + 1
    clock = window(ctx.now, ctx.policy.flag_check, ctx.policy)
    flag = HoldFlag(number, cmd.kind, cmd.actor, ctx.now, clock, cmd.words)
    told = FlagSet(number, cmd.kind, cmd.actor, cmd.words)
    return replace(deal, flags=(*deal.flags, flag)), (told,)


def ask_lift(deal: Deal, cmd: AskLift, ctx: Context) -> Decision:
    """Why it may go on; who asks again asks in place of what was asked before."""
    _said(str(cmd.words))
    flag = _standing(deal, cmd.flag)
    if any(one.flag == flag.number for one in deal.reversals):
        raise NotNow("flag-of-bank")
    number = 1 if flag.ask is None else flag.ask.number + 1
    clock = window(ctx.now, ctx.policy.lift_yes, ctx.policy)
    ask = LiftAsk(number, cmd.actor, ctx.now, clock, cmd.words)
    told = LiftAsked(flag.number, cmd.actor, cmd.words)
    return deal.with_flag(replace(flag, ask=ask)), (told,)


def lift(deal: Deal, cmd: LiftFlag, ctx: Context) -> Decision:
    """The second person says yes; a desk of one waits instead.

    Raises Stale for what was not asked last; NotYours("lift-own"); NotNow: "lift-lapsed",
    "lift-waits" with until when.
    """
    flag = _standing(deal, cmd.flag)
    if flag.ask is None or flag.ask.number != cmd.ask:
        raise Stale
    _second(deal, flag.ask, cmd.actor, ctx)
    if any(one.flag == flag.number for one in deal.reversals):
        raise NotNow("flag-of-bank")
    lifted = replace(flag, lifted_at=ctx.now, lifted_by=cmd.actor)
    told = FlagLifted(flag.number, flag.kind, cmd.actor)
    return _time_back(deal.with_flag(lifted), flag, ctx), (told,)


def _time_back(deal: Deal, flag: HoldFlag, ctx: Context) -> Deal:
    """Who has to pay once more could not while another flag stood."""
    for m in deal.milestones:
        if m.fund_by is not None and flag.kind is not FlagKind.CHARGEBACK:
            stood = ctx.now - max(flag.at, m.fund_by.opened_at)
            deal = deal.with_milestone(replace(m, fund_by=m.fund_by.shifted(stood)))
    return deal


def _second(deal: Deal, ask: LiftAsk, actor: PersonId, ctx: Context) -> None:
    if ask.window.ended(ctx.now):
        raise NotNow("lift-lapsed")
    if ask.by != actor:
        return
    if others_of_the_desk(deal, actor, ctx):
        raise NotYours("lift-own")
    until = ask.at + ctx.policy.lift_alone
    if ctx.now < until:
        raise NotNow("lift-waits", until_at=until.isoformat())


def others_of_the_desk(deal: Deal, actor: PersonId, ctx: Context) -> frozenset[PersonId]:
    """Who else could say yes: on the list, still there, and with no part in the deal."""
    desk = ctx.staff.who_rule | ctx.staff.treasurers
    return desk - {actor, *deal.parties, *deal.invited} - ctx.facts.gone


def _standing(deal: Deal, number: int) -> HoldFlag:
    """Raises Stale where no such flag stands."""
    found = next((flag for flag in deal.standing if flag.number == number), None)
    if found is None:
        raise Stale
    return found


def _said(text: str) -> None:
    if not text.strip():
        raise BadInput("empty-text")


STEPS: Final = (
    DealStepOf(None, SetFlag, may_flag, set_flag, while_frozen=True),
    DealStepOf(None, AskLift, may_ask_lift, ask_lift, while_frozen=True),
    DealStepOf(None, LiftFlag, may_lift, lift, while_frozen=True),
)
