"""*Propose to end it*: who gets how much of what is held, and the tap that sends it."""

from __future__ import annotations

from typing import Final

from aiogram.types import Message

from bot.buttons import DO, Press
from bot.cards import Card
from bot.cards.amending.asking import Sure, sure_end
from bot.cards.kit.heading import other_name
from bot.parties.amending.kit import (
    SURE,
    is_text,
    numbered,
    own_form,
    send,
    sent,
    take_why,
    until,
    why,
)
from bot.parties.kit.amounts import AMOUNT, ask_amount, is_figure, take_typed
from bot.parties.kit.forms import at, blank, form, keep
from bot.parties.kit.presses import OnAct, OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import OpenQuestion, Shown
from bot.parties.kit.update import FormKind, Update
from core.amending import ProposeEnd
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.deal.terms import Role
from core.ports import Expecting
from core.values.errors import BadInput
from core.values.money import Money
from core.views import DealView

WHAT: Final = "end"


async def begin(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """How much, or where it was left."""
    row = await form(update, WHAT, view.deal.id, m.number)
    row = row or blank(update, WHAT, view.deal.id, m.number, AMOUNT)
    return Shown(OpenQuestion(await keep(update, row)))


async def ask(update: Update, row: Expecting) -> Card:
    """The open question."""
    view = await own_view(update, row.deal)
    m, share = view.deal.milestone(row.number), row.data.get("share")
    if not isinstance(share, int) or not _of_what_is_held(row, m):
        return await ask_amount(update, row)
    policy = update.app.escrow.policy
    answered = until(view, policy.end_answer, policy)
    sure = Sure(Act.PROPOSE_END, str(share), answered, said=why(row))
    return sure_end(view, m, row, Money(share, m.held.currency), sure, update.t)


def _of_what_is_held(row: Expecting, m: Milestone) -> bool:
    """Whether a share was named, and of what is held still: else it is asked anew."""
    return row.field == SURE and row.data.get("held") == m.held.minor


async def take(update: Update, message: Message, row: Expecting) -> Shown | None:
    """How much, then why; another amount takes the place of the first."""
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    if _of_what_is_held(row, m) and not is_figure(message, m.held.currency):
        return await take_why(update, message, row)
    return await take_typed(update, message, row)


async def take_share(update: Update, row: Expecting, amount: Money) -> Shown:
    """What they would get themselves; the other side gets the rest."""
    view = await own_view(update, row.deal)
    held = view.deal.milestone(row.number).held
    if amount > held:
        raise BadInput("share-out-of-range", held=(held.minor, held.currency))
    share = amount if view.role is Role.FREELANCER else held - amount
    return Shown(
        OpenQuestion(await keep(update, at(row, SURE, share=share.minor, held=held.minor)))
    )


async def _send(update: Update, press: Press) -> Shown:
    """The second tap, which says how much: its words are in the form."""
    row = await own_form(update, WHAT, press, "share")
    view = await own_view(update, press.deal)
    m = view.deal.milestone(press.number)
    command = ProposeEnd(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        to_freelancer=Money(numbered(press), m.held.currency),
        held=m.held,
        words=why(row),
    )
    await send(update, press, view, row, command)
    return sent(update, view, "done-propose-end", other_name(view, update.t))


FORM = FormKind(
    WHAT, ask, take, is_text, act=Act.PROPOSE_END, begins=AMOUNT, take_amount=take_share
)
PRESSES = (
    OnAct(Act.PROPOSE_END, begin),
    OnPress(Act.PROPOSE_END + DO, _send, Act.PROPOSE_END),
)
