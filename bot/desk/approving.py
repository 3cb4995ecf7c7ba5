"""The second person of the desk: *Approve …*, and *Take back* for who asked."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards import Card
from bot.cards.disputing.ruling import ruling_asked
from bot.cards.kit.approving import (
    MOST_WHY,
    ByTwo,
    approval_card,
    approval_sure,
    ask_why_not,
    refused,
    reminding,
)
from bot.cards.kit.desk import mention
from bot.cards.paying.corrections import correction_asked
from bot.cards.paying.orders import order_asked
from bot.cards.paying.reversals import outcome_asked, reversal_asked
from bot.cards.paying.treasury import deposit_asked, transfer_asked
from bot.desk.kit.call import Call, DeskApp, words
from bot.desk.kit.forms import leave_room
from bot.desk.kit.gate import Pressed, about
from bot.desk.kit.topics import case_of, show_file
from bot.desk.paying.treasury import owed_of, part_of
from bot.texts import Safe
from core.approving import Approve, RefuseAsked, TakeBackAsked
from core.deal.approval import ApprovalKind, ApprovalState
from core.ports import Expecting
from core.values.errors import NotNow, Refusal, Stale
from core.values.ids import DealId, PersonId
from core.values.words import Words

REFUSE: Final = "refuse"
WAITS: Final = "approval-waits"
ENDED: Final = "approval-ended"


async def two_of(app: DeskApp, deal: DealId, number: int) -> ByTwo:
    """An approval as it stands. Raises Stale where there is none; NotYours("no-such-deal")."""
    found = (await app.view(deal)).deal
    approval = next((one for one in found.approvals if one.number == number), None)
    if approval is None:
        raise Stale
    people = {approval.by} | ({approval.second} if approval.second is not None else set())
    staff: dict[PersonId, str] = {person: await app.name(person) for person in people}
    return ByTwo(found, approval, staff)


async def card_of(app: DeskApp, deal: DealId, number: int) -> Card:
    """What waits with its buttons, or how it ended."""
    two = await two_of(app, deal, number)
    text, changed = await _about(app, two)
    return approval_card(app.t, two, text, changed=changed)


async def told_of(app: DeskApp, deal: DealId, number: int, kind: str) -> Card | None:
    """It as a notice of this kind tells it; None for one of what waits that does so no more."""
    two = await two_of(app, deal, number)
    if kind != ENDED and not two.waits:
        return None
    card = await card_of(app, deal, number)
    if kind == WAITS:
        return reminding(app.t, two, card, await _seconds(app, two))
    if two.approval.state is not ApprovalState.REFUSED:
        return card
    by = two.approval.by
    return refused(app.t, card, mention(two.name(by), by))


async def _seconds(app: DeskApp, two: ByTwo) -> list[Safe]:
    """Who could say yes to it, each so that they hear of it."""
    staff, found = app.escrow.staff, []
    for person in sorted(staff.who_rule | staff.treasurers):
        with suppress(Refusal):
            await app.escrow.would(approval_of(two, person))
            found.append(mention(await app.name(person), person))
    return found


async def _about(app: DeskApp, two: ByTwo) -> tuple[Safe, bool]:
    """All of what is approved; whether it is another thing by now."""
    approval = two.approval
    if approval.transfer is not None:
        owed = await owed_of(app, two.deal.id, approval.transfer.transfer)
        return transfer_asked(app.t, owed), two.waits and owed.digest != approval.transfer.shown
    part = await part_of(app, two.deal.id, approval.asked.milestone)
    if approval.deposit is not None:
        return deposit_asked(app.t, part, approval.deposit), False
    if approval.reversal is not None:
        return reversal_asked(app.t, part, approval.reversal), False
    if approval.outcome is not None:
        return outcome_asked(app.t, part, approval.outcome), False
    if approval.correction is not None:
        return correction_asked(app.t, part, approval.correction), False
    if approval.order is not None:
        return order_asked(app.t, part, approval.order), False
    case = await case_of(app, await app.view(two.deal.id), approval.asked.milestone)
    if case is None or approval.ruling is None:
        raise NotNow("no-dispute")
    return ruling_asked(app.t, case, approval.ruling), False


async def _pressed(call: Call, press: Press) -> ByTwo:
    """Exactly what the button showed. Raises Stale for anything else, and shows that."""
    deal, _ = about(press)
    number, _, _ = press.arg.partition(".")
    if not (number.isascii() and number.isdecimal()):
        raise Stale
    two = await two_of(call.app, deal, int(number))
    _, changed = await _about(call.app, two)
    if two.mark != press.arg or not two.waits or changed:
        await call.show(await card_of(call.app, deal, two.approval.number))
        raise Stale
    return two


def approval_of(two: ByTwo, person: PersonId) -> Approve:
    """What this person's yes would be."""
    return Approve(
        actor=person,
        deal=two.deal.id,
        approval=two.approval.number,
        fingerprint=two.approval.fingerprint(two.deal.id),
    )


async def approve(call: Call, press: Press) -> None:
    """*Approve …*, the first tap: whether it is theirs, and everything once more."""
    two = await _pressed(call, press)
    await call.app.escrow.would(approval_of(two, call.person))
    text, _ = await _about(call.app, two)
    await call.show(approval_sure(call.t, two, text))


async def shown(call: Call, press: Press) -> None:
    """*Back*: what waits."""
    two = await _pressed(call, press)
    await call.show(await card_of(call.app, two.deal.id, two.approval.number))


async def approved(call: Call, press: Press) -> None:
    """The second tap: it is done. Raises NotNow("approval-void") where it fits no more."""
    two = await _pressed(call, press)
    await call.do(approval_of(two, call.person))
    await _redrawn(call, two)
    after = await two_of(call.app, two.deal.id, two.approval.number)
    if after.approval.state is not ApprovalState.APPROVED:
        raise NotNow("approval-void")


async def say_no(call: Call, press: Press) -> None:
    """*Say no*: whether it is theirs to say, then why; the next words of this colleague are it."""
    two = await _pressed(call, press)
    await call.app.escrow.would(_refusal(two, call.person, words("–")))
    number = two.approval.asked.milestone
    if not await leave_room(call, REFUSE, two.deal.id, number):
        return
    data = {"thread": call.thread, "approval": two.approval.number, "mark": two.mark}
    form = await call.expect(REFUSE, deal=two.deal.id, milestone=number, question="why", data=data)
    await call.say(ask_why_not(call.t, two, call.called, form))


async def why_typed(call: Call, form: Expecting, text: str) -> None:
    """It is refused; its notice shows it to who asked. Raises Stale for what is another by now."""
    if form.deal is None:
        return
    two = await two_of(call.app, form.deal, int(str(form.data["approval"])))
    said = words(text, limit=MOST_WHY)
    if two.mark != form.data["mark"]:
        raise Stale
    await call.do(_refusal(two, call.person, said), call.closing())
    if two.approval.kind is ApprovalKind.RULING:
        await show_file(call, two.deal.id, two.approval.asked.milestone)


def _refusal(two: ByTwo, person: PersonId, said: Words) -> RefuseAsked:
    mark = two.approval.fingerprint(two.deal.id)
    return RefuseAsked(
        actor=person,
        deal=two.deal.id,
        approval=two.approval.number,
        fingerprint=mark,
        words=said,
    )


async def taken_back(call: Call, press: Press) -> None:
    """*Take back*: of who asked alone."""
    deal, _ = about(press)
    number, _, _ = press.arg.partition(".")
    if not (number.isascii() and number.isdecimal()):
        raise Stale
    two = await two_of(call.app, deal, int(number))
    if two.waits:
        await call.do(TakeBackAsked(actor=call.person, deal=deal, approval=two.approval.number))
    await _redrawn(call, two)


async def _redrawn(call: Call, two: ByTwo) -> None:
    await call.show(await card_of(call.app, two.deal.id, two.approval.number))
    if two.approval.kind is ApprovalKind.RULING:
        await show_file(call, two.deal.id, two.approval.asked.milestone)


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {
        "two": approve,
        "twook": approved,
        "twos": shown,
        "twono": say_no,
        "twox": taken_back,
    }
)
