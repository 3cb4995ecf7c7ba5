"""*Call the arbiter* and *Nothing to add*: what it means, then the tap that does it."""

from __future__ import annotations

from bot.buttons import DO, Press
from bot.cards.disputing.stages import add_nothing_card, call_card
from bot.cards.kit.heading import other_name
from bot.parties.kit.presses import OnAct
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Screen, Shown, TheDeal
from bot.parties.kit.update import Update
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.disputing import AddNothing, CallArbiter
from core.values.errors import Stale
from core.views import DealView


async def look_at_calling(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """When an arbiter would be called."""
    case = view.deal.dispute(m.number)
    if case is None or case.negotiation is None:
        raise Stale
    return Shown(Screen(call_card(view, m, case.negotiation, update.t), view.deal.id))


async def call(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """The second tap."""
    await update.do(CallArbiter(actor=view.viewer, deal=view.deal.id, milestone=m.number))
    after = (await own_view(update, view.deal.id)).deal.dispute(m.number)
    called = after is None or not after.stage.between_them
    said = update.t("done-call-arbiter", called=called, name=other_name(view, update.t))
    return Shown(TheDeal(view.deal.id), said)


async def look_at_adding(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """What follows once neither has anything to add."""
    case = view.deal.dispute(m.number)
    if case is None:
        raise Stale
    return Shown(Screen(add_nothing_card(view, m, case, update.t), view.deal.id))


async def add_nothing(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """The second tap: of the case as its card showed it."""
    said, _, filed = press.arg.partition(".")
    if not (said.isdecimal() and filed.isdecimal()):
        raise Stale
    stood = {"said": int(said), "filed": int(filed)}
    command = AddNothing(actor=view.viewer, deal=view.deal.id, milestone=m.number, **stood)
    await update.do(command)
    return Shown(TheDeal(view.deal.id), update.t("done-add-nothing"))


PRESSES = (
    OnAct(Act.CALL_ARBITER, look_at_calling),
    OnAct(Act.CALL_ARBITER, call, DO),
    OnAct(Act.ADD_NOTHING, look_at_adding),
    OnAct(Act.ADD_NOTHING, add_nothing, DO),
)
