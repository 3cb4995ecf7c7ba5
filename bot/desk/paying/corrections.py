"""Payments that were booked wrongly: `/correct ID`, what is right, and why."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from bot.buttons import Press
from bot.cards.kit.approving import ByTwo, approval_card, asked_for
from bot.cards.kit.desk import over
from bot.cards.paying import corrections as cards
from bot.cards.paying.reversals import Paid, digest
from bot.desk.kit.call import Call, words
from bot.desk.kit.forms import leave_room, same
from bot.desk.kit.gate import Commanded, Pressed, about, typed_deal
from bot.desk.paying.treasury import part_of
from core.deal.approval import ApprovalKind
from core.deal.model import Deal
from core.paying import CorrectDeposit, may_correct
from core.ports import Expecting
from core.values.amounts import parse
from core.values.errors import BadInput, Stale
from core.values.ids import RAIL, DealId
from core.values.money import Money
from core.values.words import Words

CORRECT: Final = "correct"
_LONGEST: Final = 1000
"""Characters of the reason, so that it fits a card with its heading."""


def booked_of(deal: Deal) -> list[Paid]:
    """The payments that somebody of the desk booked, as they are booked now."""
    return [
        Paid(m.number, place, deposit, deposit.amount)
        for m in deal.milestones
        for place, deposit in enumerate(m.deposits, 1)
        if deposit.confirmed_by != RAIL and m.deposit(deposit.rail, deposit.external_id) is deposit
    ]


async def correct(call: Call, arguments: list[str]) -> None:
    """`/correct ID`: which payment."""
    deal = typed_deal(arguments)
    found = (await call.app.view(deal)).deal
    may_correct(found, call.person, found.milestone(1), call.app.context())
    await call.say(cards.pick(call.t, await part_of(call.app, deal, 1), booked_of(found)))


async def _found(call: Call, deal: DealId, name: str) -> Paid | None:
    found = (await call.app.view(deal)).deal
    return next((one for one in booked_of(found) if one.name == name), None)


async def picked(call: Call, press: Press) -> None:
    """What is right of it."""
    deal, _ = about(press)
    paid = await _found(call, deal, press.arg)
    if paid is None:
        raise Stale
    part = await part_of(call.app, deal, paid.milestone)
    may_correct(part.deal, call.person, part.milestone, call.app.context())
    if not await leave_room(call, CORRECT, deal, paid.milestone):
        return
    data = {"thread": call.thread, "paid": paid.name, "seen": len(paid.deposit.corrected)}
    form = await _ask(call, deal, paid, "amount", data)
    await call.say(cards.ask_amount(call.t, part, paid.deposit.amount, call.called, form))


async def _ask(
    call: Call, deal: DealId, paid: Paid, question: str, data: Mapping[str, Any]
) -> Expecting:
    return await call.expect(
        CORRECT, deal=deal, milestone=paid.milestone, question=question, data=dict(data)
    )


async def amount_typed(call: Call, form: Expecting, text: str) -> None:
    """So much is right. Raises BadInput: "nothing-to-correct", or as `parse`."""
    paid = await _paid(call, form)
    if paid is None or form.deal is None:
        return
    booked = paid.deposit.amount
    right = parse(text, booked.currency, zero=True)
    if right == booked:
        raise BadInput("nothing-to-correct")
    data = {**form.data, "right": right.minor}
    if right > booked:
        await _ask_why(call, form, paid, {**data, "aside": False})
        return
    asked = await _ask(call, form.deal, paid, "rest", data)
    part = await part_of(call.app, form.deal, paid.milestone)
    await call.say(cards.ask_rest(call.t, part, right, booked - right, call.called, asked))


async def nothing(call: Call, press: Press) -> None:
    """*Nothing arrived*, or all of it is *For something else*."""
    form, paid = await _open(call, press, "amount")
    await _ask_why(call, form, paid, {**form.data, "right": 0, "aside": press.arg == "aside"})


async def rest(call: Call, press: Press) -> None:
    """The rest *Never arrived*, or is *For something else*."""
    form, paid = await _open(call, press, "rest")
    await _ask_why(call, form, paid, {**form.data, "aside": press.arg == "aside"})


async def _open(call: Call, press: Press, field: str) -> tuple[Expecting, Paid]:
    """The form that a button answers. Raises Stale where it is over, or asks for another thing."""
    deal, number = about(press)
    form = await call.form()
    if form is None or not same(form, CORRECT, deal, number) or form.field != field:
        await call.show(over(call.t))
        raise Stale
    paid = await _found(call, deal, str(form.data["paid"]))
    if paid is None:
        raise Stale
    return form, paid


async def _ask_why(call: Call, form: Expecting, paid: Paid, data: Mapping[str, Any]) -> None:
    if form.deal is None:
        return
    await call.app.escrow.would(_command(call, form.deal, paid, data, words("–")))
    asked = await _ask(call, form.deal, paid, "why", data)
    part = await part_of(call.app, form.deal, paid.milestone)
    await call.say(cards.ask_why(call.t, part, call.called, asked))


async def _paid(call: Call, form: Expecting) -> Paid | None:
    """The payment that the form is about; without one it is over, and that is said."""
    deal = form.deal
    found = None if deal is None else await _found(call, deal, str(form.data["paid"]))
    if found is None:
        await call.say(over(call.t), reply=True)
        await call.forget()
    return found


def _command(
    call: Call, deal: DealId, paid: Paid, data: Mapping[str, Any], said: Words
) -> CorrectDeposit:
    return CorrectDeposit(
        actor=call.person,
        deal=deal,
        milestone=paid.milestone,
        rail=paid.deposit.rail,
        deposit=paid.deposit.external_id,
        corrections=int(data["seen"]),
        amount=Money(int(data["right"]), paid.deposit.amount.currency),
        words=said,
        aside=bool(data["aside"]),
    )


async def why_typed(call: Call, form: Expecting, text: str) -> None:
    """Kept until the second tap; typed again it is another reason."""
    said = words(text, limit=_LONGEST)
    paid = await _paid(call, form)
    if paid is None or form.deal is None:
        return
    data = {**form.data, "text": said.text, "salt": said.salt}
    asked = await _ask(call, form.deal, paid, "sure", data)
    part = await part_of(call.app, form.deal, paid.milestone)
    command = _command(call, form.deal, paid, data, said)
    change = cards.SetRight(paid.deposit.amount, command.amount, command.aside)
    await call.say(cards.sure(call.t, part, change, said, asked, _mark(command)))


def _mark(command: CorrectDeposit) -> str:
    return digest(command.deposit, str(command.amount), str(command.aside), command.words.digest)


async def corrected(call: Call, press: Press) -> None:
    """The second tap: exactly what it showed. Raises Stale for anything else."""
    form, paid = await _open(call, press, "sure")
    deal, _ = about(press)
    said = Words.of(str(form.data["text"]), str(form.data["salt"]))
    command = _command(call, deal, paid, form.data, said)
    if press.arg != _mark(command):
        await call.show(over(call.t))
        raise Stale
    await call.do(command, call.closing())
    part = await part_of(call.app, deal, paid.milestone)
    waits = asked_for(part.deal, ApprovalKind.CORRECTION, paid.milestone)
    if waits is not None and waits.correction is not None:
        asked = cards.correction_asked(call.t, part, waits.correction)
        two = ByTwo(part.deal, waits, {call.person: call.called})
        await call.show(approval_card(call.t, two, asked))
        return
    change = cards.SetRight(paid.deposit.amount, command.amount, command.aside)
    await call.show(cards.done(call.t, part, change, call.called))


COMMANDS: Final[Mapping[str, Commanded]] = MappingProxyType({"correct": correct})
PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {"cor": picked, "cornil": nothing, "corx": rest, "corok": corrected}
)
