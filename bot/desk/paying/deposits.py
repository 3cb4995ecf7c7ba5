"""Money at the bank that nobody has claimed: `/deposit`, what the statement says, and what for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.approving import ByTwo, approval_card, asked_for
from bot.cards.kit.desk import Part, over
from bot.cards.paying import deposits as cards
from bot.cards.paying import treasury as claims
from bot.cards.paying.deposits import BankLine
from bot.desk.kit.call import Call
from bot.desk.kit.forms import leave_room, same
from bot.desk.kit.gate import Commanded, Pressed, about, typed_deal
from bot.desk.paying.suspense import show_item
from bot.desk.paying.treasury import RAIL, part_of
from core.deal.approval import ApprovalKind, AskedDeposit
from core.deal.deposit import Deposit
from core.deal.events import TransferKind
from core.paying import BookSuspense, ConfirmDeposit
from core.ports import Expecting
from core.values.amounts import named, parse
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import DealId, read_code
from core.values.money import Money
from core.values.roles import DeskRole
from core.values.words import clean

ARRIVED: Final = "arrived"
_PARTS: Final = 4
"""Amount, reference, payer, value date."""
_LONGEST: Final = 140
"""Characters of a reference, as banks have it."""
_PAYER: Final = 300
_CODES: Final = re.compile(r"[0-9A-Z]{8}")
_APART: Final = re.compile(r"[\n;؛]")
_DATE: Final = re.compile(r"(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})")
_YEAR: Final = 4


async def deposit(call: Call, arguments: list[str]) -> None:
    """`/deposit`, `/deposit ID`: what the statement says, claimed or not."""
    call.app.escrow.staff.needs(call.person, DeskRole.TREASURER)
    deal = typed_deal(arguments) if arguments else None
    if deal is not None:
        await part_of(call.app, deal, 1)
    if not await leave_room(call, ARRIVED, None, None):
        return
    data = {"thread": call.thread, "deal": deal or ""}
    form = await call.expect(ARRIVED, deal=None, milestone=None, question="statement", data=data)
    await call.say(cards.ask_statement(call.t, call.called, form))


async def statement_typed(call: Call, form: Expecting, text: str) -> None:
    """The four things. Raises BadInput, and the form stays."""
    said = read_statement(text, call.app.escrow.now().astimezone(_zone(call)).date())
    if await _known(call, said.reference):
        await call.forget()
        return
    deal = str(form.data["deal"]) or await _meant(call, said)
    await _ask_where(call, {**form.data, **_plain(said), "deal": deal})


def _zone(call: Call) -> ZoneInfo:
    return ZoneInfo(call.app.settings.operator.time_zone)


async def _known(call: Call, reference: str) -> bool:
    """Whether it is in the books already; then that is shown."""
    booked = await call.app.reads.booked(RAIL, reference)
    if booked is None:
        return False
    if await show_item(call, booked):
        return True
    part = await part_of(call.app, DealId(booked), 1)
    await call.say(cards.known(call.t, reference, part.deal_title, part.deal.id), reply=True)
    return True


async def _meant(call: Call, said: BankLine) -> str:
    """The deal whose reference stands in what the bank has."""
    words = f"{said.reference} {said.payer}".upper()
    for found in _CODES.findall(words):
        deal = DealId(read_code(found))
        with suppress(NotYours):
            return (await part_of(call.app, deal, 1)).deal.id
    return ""


async def where_typed(call: Call, form: Expecting, text: str) -> None:
    """Another deal. Raises NotYours("no-such-deal"), and the form stays."""
    deal = typed_deal(text.split())
    await part_of(call.app, deal, 1)
    await _ask_where(call, {**form.data, "deal": deal})


async def _ask_where(call: Call, data: Mapping[str, object]) -> None:
    form = await call.expect(ARRIVED, deal=None, milestone=None, question="where", data=data)
    parts = await _parts(call, str(data["deal"]))
    await call.say(cards.where(call.t, _said(form), parts, form))


async def _parts(call: Call, deal: str) -> list[Part]:
    """Its milestones; none while no deal is known."""
    if not deal:
        return []
    first = await part_of(call.app, DealId(deal), 1)
    return [Part(first.deal, m.number, first.people) for m in first.deal.milestones]


async def chosen(call: Call, press: Press) -> None:
    """The first tap: all of it once more."""
    form, said = await _open(call, press)
    if press.milestone is None:
        meant = None if press.deal is None else await part_of(call.app, press.deal, 1)
        await call.app.escrow.would(_suspense(call, said, press.deal))
        await call.show(cards.sure_suspense(call.t, said, meant, form))
        return
    part = await _as_seen(call, press)
    await call.app.escrow.would(_deposit(call, said, part))
    await call.show(cards.sure(call.t, said, part, form))


async def booked(call: Call, press: Press) -> None:
    """The second tap: exactly what it showed."""
    if await _done(call, press):
        return
    _, said = await _open(call, press)
    if press.milestone is None:
        await call.do(_suspense(call, said, press.deal), call.closing())
        found = await call.app.reads.booked(RAIL, said.reference)
        if found is not None:
            await show_item(call, found)
        return
    part = await _as_seen(call, press)
    await call.do(_deposit(call, said, part), call.closing())
    await _done(call, press)


async def _done(call: Call, press: Press) -> bool:
    """Show what became of exactly this, also where we were stopped after it; False: nothing yet."""
    if press.milestone is None:
        for item in await call.app.reads.suspense():
            said = BankLine(item.amount, item.external_id, item.source, item.value_on)
            if said.mark == press.arg:
                return await show_item(call, item.id)
        return False
    part = await part_of(call.app, *about(press))
    for one in part.milestone.deposits:
        if _mark(one) == press.arg:
            name = await call.app.name(one.confirmed_by)
            await call.show(_card(call, part, one, name))
            return True
    waits = asked_for(part.deal, ApprovalKind.DEPOSIT, part.number)
    if waits is None or waits.deposit is None or _mark(waits.deposit) != press.arg:
        return False
    asked = claims.deposit_asked(call.t, part, waits.deposit)
    two = ByTwo(part.deal, waits, {waits.by: await call.app.name(waits.by)})
    await call.show(approval_card(call.t, two, asked))
    return True


def _mark(one: Deposit | AskedDeposit) -> str:
    return BankLine(one.amount, one.external_id, one.source, one.value_on).mark


def _card(call: Call, part: Part, one: Deposit, name: str) -> Card:
    """Where its milestone ended while this was typed, it is owed back."""
    if any(
        (owed.kind, owed.milestone, owed.amount, owed.window.opened_at)
        == (TransferKind.REFUND, part.number, one.amount, one.at)
        for owed in part.deal.transfers
    ):
        return claims.suspense(call.t, part, one.amount)
    return claims.deposit_done(call.t, part, one.amount, name)


async def _open(call: Call, press: Press) -> tuple[Expecting, BankLine]:
    """The form as the card showed it. Raises Stale where it is over, or says something else."""
    form = await call.form()
    if form is None or not same(form, ARRIVED, None, None) or "minor" not in form.data:
        await call.show(over(call.t))
        raise Stale
    said = _said(form)
    if press.arg != said.mark:
        await call.show(over(call.t))
        raise Stale
    return form, said


async def _as_seen(call: Call, press: Press) -> Part:
    """The milestone, while it stands as the card showed it. Raises Stale, and shows the choice."""
    part = await part_of(call.app, *about(press))
    if part.milestone.seen != press.seen:
        form = await call.form()
        if form is not None:
            parts = await _parts(call, part.deal.id)
            await call.show(cards.where(call.t, _said(form), parts, form))
        raise Stale
    if not part.milestone.to_pay:
        raise NotNow("milestone-not-waiting")
    return part


def _deposit(call: Call, said: BankLine, part: Part) -> ConfirmDeposit:
    return ConfirmDeposit(
        actor=call.person,
        deal=part.deal.id,
        milestone=part.number,
        amount=said.amount,
        rail=RAIL,
        external_id=said.reference,
        source=said.payer,
        value_on=said.day,
    )


def _suspense(call: Call, said: BankLine, about: DealId | None) -> BookSuspense:
    return BookSuspense(
        actor=call.person,
        amount=said.amount,
        rail=RAIL,
        external_id=said.reference,
        source=said.payer,
        value_on=said.day,
        about=about,
    )


# what was typed


def read_statement(typed: str, today: date) -> BankLine:
    """Amount with its currency, the bank's reference, the payer, the value date; a line each.

    Raises BadInput: "statement-lines", "amount-needs-currency", "date-unreadable",
    "date-in-future", and as `amounts.parse` and `clean`.
    """
    parts = [part.strip() for part in _APART.split(typed) if part.strip()]
    if len(parts) < _PARTS:
        raise BadInput("statement-lines")
    amount, reference, *payer, day = parts
    return BankLine(
        _amount(amount),
        read_reference(reference),
        clean(", ".join(payer), limit=_PAYER, lines=False),
        _day(day, today).isoformat(),
    )


def _amount(typed: str) -> Money:
    currencies = named(typed)
    if len(currencies) != 1:
        raise BadInput("amount-needs-currency")
    [currency] = currencies
    return parse(typed, currency)


def read_reference(typed: str) -> str:
    """One spelling for each reference, so that the same one is found."""
    return clean(" ".join(_latin(typed).split()).upper(), limit=_LONGEST, lines=False)


def _latin(typed: str) -> str:
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in typed)


def _day(typed: str, today: date) -> date:
    found = _DATE.fullmatch(_latin(typed).strip())
    if found is None:
        raise BadInput("date-unreadable")
    one, month, other = found.groups()
    year, day = (one, other) if len(one) == _YEAR else (other, one)
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        raise BadInput("date-unreadable") from None
    if value > today:
        raise BadInput("date-in-future")
    return value


def _plain(said: BankLine) -> dict[str, object]:
    return {
        "minor": said.amount.minor,
        "currency": said.amount.currency,
        "reference": said.reference,
        "payer": said.payer,
        "day": said.day,
    }


def _said(form: Expecting) -> BankLine:
    data = form.data
    amount = Money(int(str(data["minor"])), str(data["currency"]))
    return BankLine(amount, str(data["reference"]), str(data["payer"]), str(data["day"]))


COMMANDS: Final[Mapping[str, Commanded]] = MappingProxyType({"deposit": deposit})
PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType({"arr": chosen, "arrok": booked})
