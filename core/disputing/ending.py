"""A dispute ends between the two sides: its opener takes it back, or a side gives in."""

from __future__ import annotations

from typing import Final

from core.deal.context import Context
from core.deal.dispute import Cause, Dispute
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.deal.settle import BY_SETTLEMENT, Decision, share_out
from core.deal.stage import DisputeStep
from core.deal.step import Act, StepOf
from core.deal.terms import Role
from core.deal.who import party
from core.disputing.commands import Concede, TakeBackDispute
from core.disputing.events import DisputeConceded, DisputeTakenBack
from core.disputing.going_on import BACK, gone_on
from core.disputing.guards import case_of
from core.values.errors import NotNow, NotYours, Stale
from core.values.ids import PersonId
from core.values.money import Money

OWN: Final = frozenset({Cause.OPENED, Cause.CONTESTED})
"""What a side brought before the arbiter of its own accord, while nobody's time was over."""


def _open(deal: Deal, m: Milestone, step: DisputeStep) -> Dispute:
    case = case_of(deal, m)
    case.take(step)
    return case


def may_take_back(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Whoever opened it, until the ruling, while it is known where the milestone goes on.

    Raises NotYours("opener-only"); NotNow: "no-dispute", "dispute-wrong-stage",
    "dispute-stays" where no side opened it, "dispute-no-way-back" for one of earlier versions.
    """
    party(deal, actor)
    case = _open(deal, m, DisputeStep.WITHDRAW)
    if case.cause not in OWN:
        raise NotNow("dispute-stays")
    if case.opened_by != actor:
        raise NotYours("opener-only")
    if m.halt is None or m.halt.state not in BACK:
        raise NotNow("dispute-no-way-back")


def take_back(deal: Deal, m: Milestone, cmd: TakeBackDispute, ctx: Context) -> Decision:
    """The milestone goes on with what was left of its clocks.

    A review window begins anew: it ends on another day than its first notice said, so its end
    moves money only once the client knows of the new one (P11). Taking it back themselves, they do.
    """
    case = case_of(deal, m).ended(DisputeStep.WITHDRAW, ctx.now)
    goes_on = gone_on(deal, m, ctx, served=cmd.actor == deal.client)
    deal = deal.with_dispute(case).with_milestone(goes_on)
    return deal, (DisputeTakenBack(m.number, cmd.actor),)


def asked_of(deal: Deal, m: Milestone, actor: PersonId) -> Money | None:
    """What the other side asks for of what is held, by its last statement; None: no amount."""
    case = deal.dispute(m.number)
    said = None if case is None else case.statement_of(deal.other(actor))
    return None if case is None or said is None else case.sought(said)


def may_concede(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Either side, once the other has named an amount. Raises NotNow("nothing-asked")."""
    party(deal, actor)
    _open(deal, m, DisputeStep.SETTLE)
    if asked_of(deal, m, actor) is None:
        raise NotNow("nothing-asked")


def concede(deal: Deal, m: Milestone, cmd: Concede, ctx: Context) -> Decision:
    """The other side gets what it asks for, and the rest is for who gave in.

    Raises Stale where it asks for another amount, or another is held, than was shown.
    """
    if cmd.sought != asked_of(deal, m, cmd.actor) or cmd.held != m.held:
        raise Stale
    theirs = deal.role_of(cmd.actor) is Role.CLIENT
    share = cmd.sought if theirs else m.held - cmd.sought
    case = case_of(deal, m).ended(DisputeStep.SETTLE, ctx.now)
    deal, events = share_out(deal.with_dispute(case), m, ctx, share, cmd.actor, BY_SETTLEMENT)
    return deal, (DisputeConceded(m.number, cmd.actor), *events)


STEPS: Final = (
    StepOf(Act.TAKE_BACK_DISPUTE, TakeBackDispute, may_take_back, take_back),
    StepOf(Act.CONCEDE, Concede, may_concede, concede),
)
