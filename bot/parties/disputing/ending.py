"""*Take dispute back* and *Give what is asked*: what it means, then the tap that does it."""

from __future__ import annotations

from bot.buttons import DO, Press
from bot.cards.disputing.ending import concede_card, take_back_card
from bot.cards.kit.heading import other_name
from bot.parties.kit.forms import as_seen
from bot.parties.kit.presses import OnAct, OnPress
from bot.parties.kit.screens import house_of, own_view
from bot.parties.kit.shown import Screen, Shown, TheDeal
from bot.parties.kit.update import Update
from core.deal.commands import SeenCommand
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.disputing import Concede, TakeBackDispute, asked_of, gone_on
from core.values.errors import NotNow, NotYours, Stale
from core.values.money import Money
from core.views import DealView


async def look_at_taking_back(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """Where the work would go on, and until when."""
    deal, ctx = await update.app.escrow.seen_by(view.viewer, view.deal.id)
    then = gone_on(deal, m, ctx, served=False)
    plays = house_of(update.app).plays(m)
    card = take_back_card(view, m, then, update.t, play=plays)
    return Shown(Screen(card, view.deal.id))


async def take_back(update: Update, press: Press) -> Shown:
    """The second tap."""
    view = await own_view(update, press.deal)
    command = TakeBackDispute(
        actor=view.viewer, deal=view.deal.id, milestone=press.number, seen=press.shown
    )
    return await _done(update, press, view, Act.TAKE_BACK_DISPUTE, command)


async def look_at_conceding(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """Who would get what."""
    sought = asked_of(view.deal, m, view.viewer)
    if sought is None:
        raise Stale
    plays = house_of(update.app).plays(m)
    return Shown(Screen(concede_card(view, m, sought, update.t, play=plays), view.deal.id))


async def concede(update: Update, press: Press) -> Shown:
    """The second tap, which says how much is asked for, of how much."""
    view = await own_view(update, press.deal)
    currency = view.deal.milestone(press.number).held.currency
    sought, _, held = press.arg.partition(".")
    if not (sought.isdecimal() and held.isdecimal()):
        raise Stale
    command = Concede(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=press.number,
        seen=press.shown,
        sought=Money(int(sought), currency),
        held=Money(int(held), currency),
    )
    return await _done(update, press, view, Act.CONCEDE, command)


async def _done(
    update: Update, press: Press, view: DealView, act: Act, command: SeenCommand
) -> Shown:
    try:
        await update.do(command)
    except NotYours:
        raise Stale from None
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, command.milestone, press.seen) from None
    said = update.t(f"done-{act.value}", name=other_name(view, update.t))
    return Shown(TheDeal(view.deal.id), said)


PRESSES = (
    OnAct(Act.TAKE_BACK_DISPUTE, look_at_taking_back),
    OnPress(Act.TAKE_BACK_DISPUTE + DO, take_back, Act.TAKE_BACK_DISPUTE),
    OnAct(Act.CONCEDE, look_at_conceding),
    OnPress(Act.CONCEDE + DO, concede, Act.CONCEDE),
)
