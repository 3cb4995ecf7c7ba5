"""Stopping a deal, and letting it go on: `/freeze`, `/holds`, and the taps of their cards."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.desk import Part, over
from bot.cards.paying import flags as cards
from bot.cards.paying.flags import StillDeal
from bot.desk.kit.call import Call, DeskApp, words
from bot.desk.kit.forms import leave_room, same
from bot.desk.kit.gate import Commanded, Pressed, typed_deal
from bot.desk.paying.treasury import owed_of, part_of
from core.deal.flag import FlagKind, HoldFlag, LiftAsk
from core.paying import AskLift, LiftFlag, SetFlag, may_flag
from core.ports import Expecting
from core.values.errors import NotYours, Stale
from core.values.ids import DealId
from core.values.window import DeadlineKind
from core.values.words import Words

FREEZE: Final = "freeze"
LIFT: Final = "lift"
MOST_CARDS: Final = 8
"""Cards that one command posts: a group takes 20 messages a minute."""
_LONGEST: Final = 1000
"""Characters of a reason, so that it fits a card with its heading."""


async def stopped_of(app: DeskApp, deal: DealId) -> StillDeal:
    """A deal with its flags. Raises NotYours("no-such-deal")."""
    part = await part_of(app, deal, 1)
    people = {flag.by for flag in part.deal.flags}
    people |= {flag.lifted_by for flag in part.deal.flags if flag.lifted_by is not None}
    people |= {flag.ask.by for flag in part.deal.flags if flag.ask is not None}
    staff = {person: await app.name(person) for person in sorted(people)}
    still = part.deal.frozen_at is not None
    owed = [
        await owed_of(app, deal, transfer.number)
        for transfer in part.deal.transfers
        if still and transfer.owed
    ]
    return StillDeal(part, app.escrow.now(), staff, owed)


async def freeze(call: Call, arguments: list[str]) -> None:
    """`/freeze ID`: why, to begin with."""
    deal = typed_deal(arguments)
    may_flag((await call.app.view(deal)).deal, call.person, call.app.context())
    await call.say(cards.ask_kind(call.t, await part_of(call.app, deal, 1)))


async def kind_chosen(call: Call, press: Press) -> None:
    """One of the four: then the colleague types why."""
    deal, kind = _deal(press), _kind(press.arg)
    command = SetFlag(actor=call.person, deal=deal, kind=kind, words=words("–"))
    await call.app.escrow.would(command)
    if not await leave_room(call, FREEZE, deal, None):
        return
    data = {"thread": call.thread, "kind": kind.value}
    form = await call.expect(FREEZE, deal=deal, milestone=None, question="reason", data=data)
    part = await part_of(call.app, deal, 1)
    await call.show(cards.ask_reason(call.t, part, kind, call.called, form))


async def reason_typed(call: Call, form: Expecting, text: str) -> None:
    """Kept until the second tap; typed again it is another reason."""
    if form.deal is None:
        return
    said, kind = words(text, limit=_LONGEST), _kind(str(form.data["kind"]))
    data = {**form.data, "text": said.text, "salt": said.salt}
    asked = await call.expect(FREEZE, deal=form.deal, milestone=None, question="sure", data=data)
    part = await part_of(call.app, form.deal, 1)
    await call.say(cards.sure(call.t, part, kind, said, asked))


async def frozen(call: Call, press: Press) -> None:
    """The second tap: exactly what it showed. Raises Stale for another reason."""
    deal, form = _deal(press), await call.form()
    if form is None or not same(form, FREEZE, deal, None) or "text" not in form.data:
        await call.show(over(call.t))
        raise Stale
    kind = _kind(str(form.data["kind"]))
    said = Words.of(str(form.data["text"]), str(form.data["salt"]))
    if press.arg != cards.digest(kind, said):
        await call.show(over(call.t))
        raise Stale
    await call.do(SetFlag(actor=call.person, deal=deal, kind=kind, words=said), call.closing())
    await call.show(cards.done(call.t, await part_of(call.app, deal, 1), kind, call.called))


async def holds(call: Call, _arguments: list[str]) -> None:
    """`/holds`: each deal that stands still, with its buttons."""
    rows = [row for row in await call.app.reads.queue() if row.kind is DeadlineKind.HOLD_FLAG]
    deals = list(dict.fromkeys(row.deal for row in rows))
    for deal in deals[:MOST_CARDS]:
        await call.say(cards.flag_card(call.t, await stopped_of(call.app, deal)))
    if not deals:
        await call.say(Card(call.t("desk-list-empty", what="holds")))
    elif len(deals) > MOST_CARDS:
        await call.say(Card(call.t("desk-board-more", count=len(deals) - MOST_CARDS)))


async def shown(call: Call, press: Press) -> None:
    """*Back*: the flags as they stand."""
    await call.show(cards.flag_card(call.t, await stopped_of(call.app, _deal(press))))


async def ask_lift(call: Call, press: Press) -> None:
    """*Ask to lift*: the colleague types why it may go on."""
    part, flag = await _standing(call, press)
    number = flag.number
    command = AskLift(actor=call.person, deal=part.deal.id, flag=number, words=words("–"))
    await call.app.escrow.would(command)
    if not await leave_room(call, LIFT, part.deal.id, None):
        return
    data = {"thread": call.thread, "flag": number}
    form = await call.expect(LIFT, deal=part.deal.id, milestone=None, question="why", data=data)
    await call.say(cards.ask_why(call.t, part, call.called, form))


async def why_typed(call: Call, form: Expecting, text: str) -> None:
    """It is asked; its notice shows it to the colleagues, with the button of another's yes."""
    if form.deal is None:
        return
    said, number = words(text, limit=_LONGEST), int(str(form.data["flag"]))
    command = AskLift(actor=call.person, deal=form.deal, flag=number, words=said)
    await call.do(command, call.closing())


async def lift(call: Call, press: Press) -> None:
    """*Lift*, the first tap: what was asked, and whether it is theirs to say yes."""
    stopped = await stopped_of(call.app, _deal(press))
    flag, ask = await _asked(call, press, stopped)
    await call.app.escrow.would(_lift(call, stopped.part, flag, ask))
    await call.show(cards.lift_sure(call.t, stopped, flag, ask))


async def lifted(call: Call, press: Press) -> None:
    """The second tap."""
    stopped = await stopped_of(call.app, _deal(press))
    flag, ask = await _asked(call, press, stopped)
    await call.do(_lift(call, stopped.part, flag, ask))
    await call.show(cards.flag_card(call.t, await stopped_of(call.app, stopped.part.deal.id)))


def _lift(call: Call, part: Part, flag: HoldFlag, ask: LiftAsk) -> LiftFlag:
    return LiftFlag(actor=call.person, deal=part.deal.id, flag=flag.number, ask=ask.number)


async def _asked(call: Call, press: Press, stopped: StillDeal) -> tuple[HoldFlag, LiftAsk]:
    """What the button is about, as it was asked last. Raises Stale, and shows how it stands."""
    number, _, asked = press.arg.partition(".")
    for flag in stopped.part.deal.standing:
        if str(flag.number) == number and flag.ask is not None and str(flag.ask.number) == asked:
            return flag, flag.ask
    await call.show(cards.flag_card(call.t, stopped))
    raise Stale


async def _standing(call: Call, press: Press) -> tuple[Part, HoldFlag]:
    stopped = await stopped_of(call.app, _deal(press))
    for flag in stopped.part.deal.standing:
        if str(flag.number) == press.arg:
            return stopped.part, flag
    await call.show(cards.flag_card(call.t, stopped))
    raise Stale


def _deal(press: Press) -> DealId:
    """Raises NotYours("no-such-deal")."""
    if press.deal is None:
        raise NotYours("no-such-deal")
    return press.deal


def _kind(value: str) -> FlagKind:
    """Raises Stale for what no button of ours carries."""
    found = next((kind for kind in FlagKind if kind.value == value), None)
    if found is None:
        raise Stale
    return found


COMMANDS: Final[Mapping[str, Commanded]] = MappingProxyType({"holds": holds, "freeze": freeze})
PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {
        "frz": kind_chosen,
        "frzok": frozen,
        "flags": shown,
        "asklift": ask_lift,
        "unfrz": lift,
        "unfrzok": lifted,
    }
)
