"""A payout or refund that was sent and came back: why, for its receiver, and a second tap."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.kit.desk import over
from bot.cards.paying import treasury as cards
from bot.cards.paying.treasury import OwedTransfer
from bot.desk.kit.call import Call, words
from bot.desk.kit.forms import leave_room
from bot.desk.kit.gate import Pressed, about
from bot.desk.paying.treasury import owed_of
from core.paying import ReturnTransfer
from core.ports import Expecting
from core.values.errors import Stale
from core.values.words import Words

RETURNED: Final = "returned"
_LONGEST: Final = 300


async def _as_seen(call: Call, press: Press) -> OwedTransfer:
    """The transfer as the button saw it. Raises Stale, and shows how it stands."""
    deal, _ = about(press)
    number, _, rest = press.arg.partition(".")
    if not number.isdecimal():
        raise Stale
    found = await owed_of(call.app, deal, int(number))
    if str(found.transfer.returns) != rest.partition(".")[0]:
        await call.show(cards.owed_card(call.t, found))
        raise Stale
    return found


def _command(call: Call, found: OwedTransfer, said: Words) -> ReturnTransfer:
    return ReturnTransfer(
        actor=call.person,
        deal=found.part.deal.id,
        transfer=found.transfer.number,
        returns=found.transfer.returns,
        words=said,
    )


async def came_back(call: Call, press: Press) -> None:
    """*It came back*: the treasurer writes why, for the receiver."""
    found = await _as_seen(call, press)
    await call.app.escrow.would(_command(call, found, words("–")))
    deal, number = found.part.deal.id, found.transfer.milestone
    if not await leave_room(call, RETURNED, deal, number):
        return
    data = {"thread": call.thread, "arg": press.arg}
    form = await call.expect(RETURNED, deal=deal, milestone=number, question="why", data=data)
    await call.say(cards.ask_returned(call.t, found, call.called, form))


async def why_typed(call: Call, form: Expecting, text: str) -> None:
    """Kept until the second tap; typed again it is another reason."""
    if form.deal is None:
        return
    said, arg = words(text, limit=_LONGEST), str(form.data["arg"])
    data = {**form.data, "text": said.text, "salt": said.salt}
    asked = await call.expect(
        RETURNED, deal=form.deal, milestone=form.milestone, question="sure", data=data
    )
    found = await owed_of(call.app, form.deal, int(arg.partition(".")[0]))
    await call.say(cards.returned_sure(call.t, found, said, asked))


async def returned(call: Call, press: Press) -> None:
    """The second tap: exactly what it showed. Raises Stale for another reason."""
    found, form = await _as_seen(call, press), await call.form()
    if form is None or form.what != RETURNED or form.deal != press.deal or "text" not in form.data:
        await call.show(over(call.t))
        raise Stale
    said = Words.of(str(form.data["text"]), str(form.data["salt"]))
    if press.arg != cards.returned_arg(found, said):
        await call.show(over(call.t))
        raise Stale
    await call.do(_command(call, found, said), call.closing())
    after = await owed_of(call.app, found.part.deal.id, found.transfer.number)
    await call.show(cards.owed_card(call.t, after))


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType({"ret": came_back, "retok": returned})
