"""*Release some money* of what is held: how much, and the second tap."""

from __future__ import annotations

from typing import Final

from aiogram.types import Message

from bot.buttons import DO, Press
from bot.cards.working.parts import part_card
from bot.parties.kit.amounts import AMOUNT, ask_amount, is_amount, take_typed
from bot.parties.kit.asking import put_question
from bot.parties.kit.forms import as_seen, blank, closing, form, keep
from bot.parties.kit.presses import OnAct, OnPress
from bot.parties.kit.screens import house_of, own_view
from bot.parties.kit.shown import OpenQuestion, Shown, TheDeal
from bot.parties.kit.update import FormKind, Update
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, Stale
from core.values.money import Money
from core.views import DealView
from core.working import ReleasePart

WHAT: Final = "part"


async def begin(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Release some money*: how much."""
    row = await form(update, WHAT, view.deal.id, m.number)
    return Shown(
        OpenQuestion(await keep(update, row or blank(update, WHAT, view.deal.id, m.number, AMOUNT)))
    )


async def typed(update: Update, message: Message, row: Expecting) -> Shown | None:
    """What they wrote; no part is nothing."""
    return await take_typed(update, message, row, zero=False)


async def take_part(update: Update, row: Expecting, amount: Money) -> None:
    """The screen before the second tap. Raises BadInput("part-out-of-range")."""
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    if amount >= m.held:
        raise BadInput("part-out-of-range", held=(m.held.minor, m.held.currency))
    card = part_card(view, m, row, amount, update.t, play=house_of(update.app).plays(m))
    await put_question(update, row, card, new=False)


async def release(update: Update, press: Press) -> Shown:
    """The second tap, which says the amount: the form may be closed by then."""
    row = await form(update, WHAT, press.deal, press.milestone)
    view = await own_view(update, press.deal)
    m = view.deal.milestone(press.number)
    if not press.arg.isdecimal():
        raise Stale
    amount = Money(int(press.arg), m.held.currency)
    command = ReleasePart(
        actor=update.person.id,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        amount=amount,
    )
    try:
        await update.do(command, None if row is None else closing(row))
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, m.number, press.seen) from None
    name = "" if view.other is None else view.other.name
    said = update.t("done-approve", amount=amount, name=name)
    return Shown(TheDeal(view.deal.id), said, closed=True)


FORM = FormKind(
    WHAT,
    ask_amount,
    typed,
    is_amount,
    act=Act.RELEASE_PART,
    begins=AMOUNT,
    take_amount=take_part,
)
PRESSES = (
    OnAct(Act.RELEASE_PART, begin),
    OnPress(Act.RELEASE_PART + DO, release, Act.RELEASE_PART),
)
