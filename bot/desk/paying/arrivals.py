"""A payout or refund that is on its way: it arrived, as the statement says, or it failed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.paying import arrivals as cards
from bot.cards.paying import treasury
from bot.cards.paying.treasury import OwedTransfer
from bot.desk.kit.call import Call
from bot.desk.kit.forms import leave_room
from bot.desk.kit.gate import Pressed, about
from bot.desk.paying.treasury import FAILED, owed_of
from core.paying import FailTransfer, SayArrived
from core.values.errors import Stale


async def _as_sent(call: Call, press: Press) -> OwedTransfer:
    """The sending as the button saw it. Raises Stale, and shows how it stands."""
    deal, _ = about(press)
    number, _, returns = press.arg.partition(".")
    if not number.isdecimal():
        raise Stale
    found = await owed_of(call.app, deal, int(number))
    if not found.transfer.on_its_way or str(found.transfer.returns) != returns:
        await call.show(treasury.owed_card(call.t, found))
        raise Stale
    return found


def _said(call: Call, found: OwedTransfer) -> SayArrived:
    one = found.transfer
    return SayArrived(
        actor=call.person, deal=found.part.deal.id, transfer=one.number, returns=one.returns
    )


async def shown(call: Call, press: Press) -> None:
    """One line of `/payouts`: its card, below the list."""
    deal, _ = about(press)
    number = press.arg.partition(".")[0]
    if not number.isdecimal():
        raise Stale
    await call.say(treasury.owed_card(call.t, await owed_of(call.app, deal, int(number))))


async def again(call: Call, press: Press) -> None:
    """*Back*: how it stands."""
    await call.show(treasury.owed_card(call.t, await _as_sent(call, press)))


async def ask(call: Call, press: Press) -> None:
    """*Arrived*, the first tap."""
    found = await _as_sent(call, press)
    await call.app.escrow.would(_said(call, found))
    await call.show(cards.there_sure(call.t, found))


async def arrived(call: Call, press: Press) -> None:
    """The second: the statement says so."""
    found = await _as_sent(call, press)
    await call.do(_said(call, found))
    after = await owed_of(call.app, found.part.deal.id, found.transfer.number)
    await call.show(treasury.owed_card(call.t, after))


async def lost(call: Call, press: Press) -> None:
    """*It failed*: the bank did not do it; the treasurer says why."""
    found = await _as_sent(call, press)
    deal, one = found.part.deal.id, found.transfer
    await call.app.escrow.would(
        FailTransfer(actor=call.person, deal=deal, transfer=one.number, why="–", sent=one.returns)
    )
    if not await leave_room(call, FAILED, deal, one.milestone):
        return
    data = {"thread": call.thread, "transfer": one.number, "sent": one.returns}
    form = await call.expect(FAILED, deal=deal, milestone=one.milestone, question="why", data=data)
    await call.say(treasury.ask_why(call.t, found, call.called, form))


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {"way": shown, "there": ask, "thereok": arrived, "thereno": again, "lost": lost}
)
