"""*Pay what is owed*: one file for the bank of all that is owed in a currency, and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.kit.base import Attachment
from bot.cards.paying import payout_files as cards
from bot.cards.paying import treasury
from bot.desk.kit.call import Call, DeskApp
from bot.desk.kit.gate import Pressed
from bot.desk.line.render import send_attachment
from bot.desk.paying.treasury import as_owed
from bot.rails.paying_out import PayingOut
from core.paying import PayoutLine, PayoutLineState
from core.values.errors import Stale
from core.values.money import Money
from core.values.roles import DeskRole


def files_of(app: DeskApp) -> PayingOut:
    """Of this house."""
    return PayingOut(app.escrow, app.reads, app.settings.rails.manual.accounts)


def _may(call: Call) -> None:
    """A treasurer alone sees where everybody is paid. Raises NotYours."""
    call.app.escrow.staff.needs(call.person, DeskRole.TREASURER)


async def ready(call: Call, _press: Press) -> None:
    """*Pay what is owed*: what would be in it, and what not."""
    _may(call)
    files = files_of(call.app)
    await call.say(cards.ready_card(call.t, await files.due(), await files.open_files()))


async def make(call: Call, press: Press) -> None:
    """One file of exactly the sum that the button said. Raises Stale for another."""
    currency, _, minor = press.arg.partition(".")
    if not minor.isdecimal():
        raise Stale
    expected = Money(int(minor), currency)
    made = await files_of(call.app).make(currency, call.person, expected=expected)
    paper = Attachment(f"{made.message}.xml", "application/xml", made.content)
    await send_attachment(call.bot, call.chat, call.thread, paper)
    await call.say(cards.file_card(call.t, made.message, made.lines))


async def _open(call: Call, press: Press) -> list[PayoutLine]:
    """What of it nobody spoke of. Raises Stale where somebody did, and says so."""
    _may(call)
    found = await files_of(call.app).of(press.arg)
    left = [line for line in found if line.state is PayoutLineState.OPEN]
    if not left:
        await call.show(cards.closed_card(call.t, press.arg))
        raise Stale
    return left


async def shown(call: Call, press: Press) -> None:
    """An open file."""
    await call.show(cards.file_card(call.t, press.arg, await _open(call, press)))


async def ask_took(call: Call, press: Press) -> None:
    """*The bank took it*, the first tap."""
    left = await _open(call, press)
    await call.show(cards.sure_card(call.t, press.arg, left, took=True))


async def took(call: Call, press: Press) -> None:
    """The second: exactly what is in the file is sent."""
    await _open(call, press)
    said = await files_of(call.app).took(press.arg, call.person)
    await call.show(cards.took_card(call.t, press.arg, said))


async def ask_dropped(call: Call, press: Press) -> None:
    """*Not taken*, the first tap."""
    left = await _open(call, press)
    await call.show(cards.sure_card(call.t, press.arg, left, took=False))


async def dropped(call: Call, press: Press) -> None:
    """The second: nothing of it is sent."""
    await _open(call, press)
    count = await files_of(call.app).dropped(press.arg, call.person)
    await call.show(cards.dropped_card(call.t, press.arg, count))


async def qr(call: Call, press: Press) -> None:
    """The picture of one payout, for a banking app. Raises Stale where it goes elsewhere by now."""
    _may(call)
    found = await as_owed(call, press)
    for picture in treasury.qr_of(found):
        await send_attachment(call.bot, call.chat, call.thread, picture)


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {
        "payqr": qr,
        "payall": ready,
        "payfile": make,
        "payopen": shown,
        "paytook": ask_took,
        "paytookok": took,
        "paydrop": ask_dropped,
        "paydropok": dropped,
    }
)
