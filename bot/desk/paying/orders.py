"""A legal order, or proven fraud: the form on a flag's card, its document, the second person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, Final

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.approving import ByTwo, approval_card, asked_for
from bot.cards.kit.desk import Part, over
from bot.cards.paying import orders as cards
from bot.desk.kit.call import Call, words
from bot.desk.kit.forms import leave_room, same
from bot.desk.kit.gate import Pressed, about
from bot.desk.paying.treasury import part_of
from core.deal.approval import ApprovalKind, AskedOrder
from core.deal.flag import HoldFlag
from core.deal.terms import Role
from core.paying import OrderOutcome, may_order
from core.ports import Expecting
from core.values.errors import Stale
from core.values.words import FileRef, Words

ORDER: Final = "order"
_LONGEST: Final = 1000
"""Characters of what is said, so that it fits a card with its heading."""


async def chosen(call: Call, press: Press) -> None:
    """*Carry out an order*: where to."""
    deal, number = about(press)
    part, flag = await _flagged(call, press, press.arg)
    may_order(part.deal, call.person, part.milestone, call.app.context())
    await call.say(cards.ask_to(call.t, await part_of(call.app, deal, number), flag))


async def to_chosen(call: Call, press: Press) -> None:
    """The document next."""
    number, _, side = press.arg.partition(".")
    part, flag = await _flagged(call, press, number)
    to = next((role for role in Role if role.value == side), None)
    if to is None:
        raise Stale
    may_order(part.deal, call.person, part.milestone, call.app.context())
    if not await leave_room(call, ORDER, part.deal.id, part.number):
        return
    data = {
        "thread": call.thread,
        "flag": flag.number,
        "to": to.value,
        "held": part.milestone.held.minor,
    }
    form = await call.expect(
        ORDER, deal=part.deal.id, milestone=part.number, question="document", data=data
    )
    await call.say(cards.ask_document(call.t, part, call.called, form))


async def document_sent(call: Call, form: Expecting, document: FileRef | None) -> None:
    """It is kept; then who says so."""
    if form.deal is None or form.milestone is None:
        return
    if document is None:
        await call.say(Card(call.t("desk-order-wants-document")), reply=True)
        return
    data = {**form.data, "document": asdict(document)}
    asked = await call.expect(
        ORDER, deal=form.deal, milestone=form.milestone, question="why", data=data
    )
    part = await part_of(call.app, form.deal, form.milestone)
    await call.say(cards.ask_why(call.t, part, call.called, asked))


async def why_typed(call: Call, form: Expecting, text: str) -> None:
    """Kept until the second tap; typed again it is another reason."""
    if form.deal is None or form.milestone is None:
        return
    said = words(text, limit=_LONGEST)
    data = {**form.data, "text": said.text, "salt": said.salt}
    asked = await call.expect(
        ORDER, deal=form.deal, milestone=form.milestone, question="sure", data=data
    )
    part = await part_of(call.app, form.deal, form.milestone)
    order = _asked(part, data)
    await call.say(cards.sure(call.t, part, order, asked, _mark(order)))


async def ordered(call: Call, press: Press) -> None:
    """The second tap: a colleague is asked. Raises Stale for anything else than it showed."""
    deal, number = about(press)
    form, part = await call.form(), await part_of(call.app, deal, number)
    if form is None or not same(form, ORDER, deal, number) or "text" not in form.data:
        await call.show(over(call.t))
        raise Stale
    order = _asked(part, form.data)
    if press.arg != _mark(order) or order.held.minor != form.data["held"]:
        await call.show(over(call.t))
        raise Stale
    command = OrderOutcome(
        actor=call.person,
        deal=deal,
        milestone=number,
        flag=order.flag,
        to=order.to,
        held=order.held,
        document=order.document,
        words=order.words,
    )
    await call.do(command, call.closing())
    part = await part_of(call.app, deal, number)
    waits = asked_for(part.deal, ApprovalKind.ORDER, number)
    if waits is None or waits.order is None:
        raise Stale
    told = cards.order_asked(call.t, part, waits.order)
    two = ByTwo(part.deal, waits, {call.person: call.called})
    await call.show(approval_card(call.t, two, told))


def _asked(part: Part, data: Mapping[str, object]) -> AskedOrder:
    document: Any = data["document"]
    m = part.milestone
    return AskedOrder(
        m.number,
        m.seen,
        int(str(data["flag"])),
        Role(str(data["to"])),
        m.held,
        FileRef(**document),
        Words.of(str(data["text"]), str(data["salt"])),
    )


def _mark(order: AskedOrder) -> str:
    return cards.digest(order.flag, order.to, order.held, order.document, order.words)


async def _flagged(call: Call, press: Press, number: str) -> tuple[Part, HoldFlag]:
    """Raises Stale where that flag stands no more."""
    part = await part_of(call.app, *about(press))
    for flag in part.deal.standing:
        if str(flag.number) == number:
            return part, flag
    raise Stale


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {"ord": chosen, "ordto": to_chosen, "ordok": ordered}
)
