"""*It arrived*, *It did not arrive*: what the receiver of a payout or refund says of it."""

from __future__ import annotations

from bot.buttons import DO, Press
from bot.cards.paying.arrivals import arrival_card, sent_as
from bot.parties.kit.presses import OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Screen, Shown, TheDeal
from bot.parties.kit.update import Update
from core.deal.commands import Command
from core.deal.model import Transfer
from core.deal.step import Act
from core.paying import SayArrived, SayNotArrived
from core.values.ids import DealId, PersonId


def _command(act: Act, person: PersonId, deal: DealId, sent: Transfer) -> Command:
    kind = SayArrived if act is Act.ARRIVED else SayNotArrived
    return kind(actor=person, deal=deal, transfer=sent.number, returns=sent.returns)


async def _ask(update: Update, press: Press, act: Act) -> Shown:
    """The first tap. Raises Stale where that sending is on its way no more."""
    view = await own_view(update, press.deal)
    sent = sent_as(view, press)
    await update.would(_command(act, update.person.id, view.deal.id, sent))
    return Shown(Screen(arrival_card(view, update.t, sent, act), view.deal.id))


async def _say(update: Update, press: Press, act: Act) -> Shown:
    """The second."""
    view = await own_view(update, press.deal)
    sent = sent_as(view, press)
    await update.do(_command(act, update.person.id, view.deal.id, sent))
    return Shown(TheDeal(view.deal.id), update.t(f"done-{act.value}", amount=sent.amount))


async def ask_arrived(update: Update, press: Press) -> Shown:
    """*It arrived*."""
    return await _ask(update, press, Act.ARRIVED)


async def arrived(update: Update, press: Press) -> Shown:
    """It is there."""
    return await _say(update, press, Act.ARRIVED)


async def ask_missed(update: Update, press: Press) -> Shown:
    """*It did not arrive*."""
    return await _ask(update, press, Act.NOT_ARRIVED)


async def missed(update: Update, press: Press) -> Shown:
    """Our team looks for it."""
    return await _say(update, press, Act.NOT_ARRIVED)


PRESSES = (
    OnPress(Act.ARRIVED.value, ask_arrived, Act.ARRIVED),
    OnPress(Act.ARRIVED + DO, arrived, Act.ARRIVED),
    OnPress(Act.NOT_ARRIVED.value, ask_missed, Act.NOT_ARRIVED),
    OnPress(Act.NOT_ARRIVED + DO, missed, Act.NOT_ARRIVED),
)
