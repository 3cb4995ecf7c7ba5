"""Bank transfers that a treasurer confirms: money in by its claim, money out by what is owed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.kit.approving import ByTwo, approval_card, asked_for
from bot.cards.kit.desk import Part, over
from bot.cards.paying import treasury as cards
from bot.cards.paying.treasury import OwedTransfer
from bot.desk.kit.call import Call, DeskApp
from bot.desk.kit.forms import leave_room, same
from bot.desk.kit.gate import Pressed, about
from core.deal.approval import Approval, ApprovalKind
from core.deal.deposit import Deposit
from core.escrow import Form
from core.paying import (
    AskProof,
    ConfirmDeposit,
    ConfirmTransfer,
    FailTransfer,
    Going,
    RejectClaim,
    may_confirm_deposit,
    may_confirm_transfer,
)
from core.ports import Expecting
from core.values.amounts import parse
from core.values.errors import Ambiguous, NotNow, NotYours, Refusal, Stale
from core.values.ids import DealId
from core.values.money import Money
from core.values.words import clean

DEPOSIT: Final = "deposit"
FAILED: Final = "failed"
RAIL: Final = "manual"
_WHY_LIMIT: Final = 300


async def part_of(app: DeskApp, deal: DealId, number: int) -> Part:
    """A milestone with its deal. Raises NotYours("no-such-deal", "no-such-milestone")."""
    view = await app.view(deal)
    part = Part(view.deal, number, view.people)
    view.deal.milestone(number)
    return part


def deposit_id(press: Press) -> str:
    """The id under which a claim's money is booked: the same however often the button is tapped."""
    return f"{press.deal}-{press.milestone}-{press.seen}"


async def _claimed(call: Call, press: Press) -> Part:
    """The claim as the button saw it; else the card is drawn anew.

    Raises Stale, or NotYours for who is no treasurer.
    """
    deal, number = about(press)
    part = await part_of(call.app, deal, number)
    may_confirm_deposit(part.deal, call.person, part.milestone, call.app.context())
    if part.milestone.claim is None or part.milestone.seen != press.seen:
        await call.show(cards.claim_card(call.t, part))
        raise Stale
    return part


async def claim(call: Call, press: Press) -> None:
    """*Back*: the claim again."""
    await call.show(cards.claim_card(call.t, await part_of(call.app, *about(press))))


async def confirm(call: Call, press: Press) -> None:
    """*Confirm deposit*, the first tap."""
    part = await _claimed(call, press)
    await call.show(cards.deposit_confirm(call.t, part, part.milestone.missing))


async def confirmed(call: Call, press: Press) -> None:
    """The second tap: the amount that it showed arrived.

    Raises NotNow("deposit-used-elsewhere") where a colleague was first, and shows what they booked.
    """
    deal, number = about(press)
    part = await part_of(call.app, deal, number)
    amount = _amount(press, part)
    if _booked(part, press) is None:
        part = await _claimed(call, press)
        await call.do(_deposit(call, press, part, amount), await _closing(call, part))
        part = await part_of(call.app, deal, number)
        waits = asked_for(part.deal, ApprovalKind.DEPOSIT, number)
        if waits is not None and waits.deposit is not None:
            asked = cards.deposit_asked(call.t, part, waits.deposit)
            await call.show(approval_card(call.t, _by_two(call, part, waits), asked))
            return
    booked = _booked(part, press)
    if booked is None:
        raise Stale
    name = await call.app.name(booked.confirmed_by)
    await call.show(cards.deposit_done(call.t, part, booked.amount, name))
    if (booked.amount, booked.confirmed_by) != (amount, call.person):
        raise NotNow("deposit-used-elsewhere")


def _by_two(call: Call, part: Part, waits: Approval) -> ByTwo:
    return ByTwo(part.deal, waits, {call.person: call.called})


def _booked(part: Part, press: Press) -> Deposit | None:
    return part.milestone.deposit(RAIL, deposit_id(press))


def _deposit(call: Call, press: Press, part: Part, amount: Money) -> ConfirmDeposit:
    """Money of the claim that is open. Raises Stale where none is."""
    if part.milestone.claim is None:
        raise Stale
    return ConfirmDeposit(
        actor=call.person,
        deal=part.deal.id,
        milestone=part.number,
        amount=amount,
        rail=RAIL,
        external_id=deposit_id(press),
        source=str(part.milestone.claim.payer),
    )


async def _closing(call: Call, part: Part) -> Form | None:
    """Whoever answers a claim by a button is not asked for its amount any more."""
    return call.closing() if await _asked(call, part) else None


async def _asked(call: Call, part: Part) -> bool:
    form = await call.form()
    return form is not None and same(form, DEPOSIT, part.deal.id, part.number)


def _amount(press: Press, part: Part) -> Money:
    """What the button carries. Raises Stale for what none of ours does."""
    if not press.arg.isdecimal():
        raise Stale
    return Money(int(press.arg), part.milestone.amount.currency)


async def ask_proof(call: Call, press: Press) -> None:
    """*Ask for proof*: the client is asked for a receipt, the claim stays claimed."""
    deal, number = about(press)
    part = await _claimed(call, press)
    await call.do(
        AskProof(actor=call.person, deal=deal, milestone=number, seen=part.milestone.seen)
    )
    await call.show(cards.claim_card(call.t, await part_of(call.app, deal, number)))


async def ask_not_arrived(call: Call, press: Press) -> None:
    """*Not arrived*, the first tap."""
    await call.show(cards.not_arrived(call.t, await _claimed(call, press)))


async def not_arrived(call: Call, press: Press) -> None:
    """The second tap: the client is told, the funding clock goes on."""
    deal, number = about(press)
    part = await _claimed(call, press)
    seen = part.milestone.seen
    command = RejectClaim(actor=call.person, deal=deal, milestone=number, seen=seen)
    await call.do(command, await _closing(call, part))
    part = await part_of(call.app, deal, number)
    await call.show(cards.claim_rejected(call.t, part, call.called))


async def different(call: Call, press: Press) -> None:
    """*Different amount*: the treasurer types what arrived."""
    part = await _claimed(call, press)
    deal, number = about(press)
    if not await leave_room(call, DEPOSIT, deal, number):
        return
    data = {"thread": call.thread, "seen": press.seen}
    form = await call.expect(DEPOSIT, deal=deal, milestone=number, question="amount", data=data)
    await call.say(cards.ask_amount(call.t, part, call.called, form))


async def amount_typed(call: Call, form: Expecting, text: str) -> None:
    """The amount that arrived. Raises BadInput, and the form stays."""
    if form.deal is None or form.milestone is None:
        return
    part = await part_of(call.app, form.deal, form.milestone)
    if part.milestone.seen != form.data["seen"]:
        await call.say(over(call.t), reply=True)
        await call.forget()
        return
    try:
        amount = parse(text, part.milestone.amount.currency)
    except Ambiguous as several:
        choices = [Money(*choice) for choice in several.data["choices"]]  # type: ignore[attr-defined]
        await call.say(cards.amount_choices(call.t, part, choices))
        return
    # Said first: whatever stops us in between, the amount is not lost.
    await call.say(cards.deposit_confirm(call.t, part, amount))
    await call.forget()


async def amount_chosen(call: Call, press: Press) -> None:
    """One of several readings of what was typed."""
    part = await _claimed(call, press)
    await call.show(cards.deposit_confirm(call.t, part, _amount(press, part)))
    if await _asked(call, part):
        await call.forget()


async def owed_of(app: DeskApp, deal: DealId, number: int) -> OwedTransfer:
    """A transfer and where it goes now. Raises NotYours("no-such-transfer").

    A changed account counts once its owner was heard past its day: until then they may have taken
    it back, and we do not know.
    """
    view = await app.view(deal)
    transfer = view.deal.transfer(number)
    person = await app.reads.person(transfer.person)
    now = min(app.escrow.now(), await app.reads.heard(transfer.person))
    going = Going.of(transfer, person, now)
    part = Part(view.deal, transfer.milestone, view.people)
    return OwedTransfer(part, transfer, going.to, going.changes_at, going.digest, going.changed_at)


async def as_owed(call: Call, press: Press) -> OwedTransfer:
    """The transfer as the button saw it. Raises Stale when it goes somewhere else, or nowhere."""
    deal, _ = about(press)
    number, _, digest = press.arg.partition(".")
    if not number.isdecimal():
        raise Stale
    owed = await owed_of(call.app, deal, int(number))
    if owed.digest != digest or owed.nowhere:
        await call.show(cards.owed_card(call.t, owed))
        raise Stale
    return owed


async def owed(call: Call, press: Press) -> None:
    """*Back*: what is owed again."""
    await call.show(cards.owed_card(call.t, await as_owed(call, press)))


async def send(call: Call, press: Press) -> None:
    """*Confirm payout*, *Confirm refund*, the first tap."""
    found = await _to_send(call, press)
    await call.show(cards.transfer_confirm(call.t, found))


async def _to_send(call: Call, press: Press) -> OwedTransfer:
    """The transfer while it is to be sent. Raises Stale where it was, and shows that."""
    found = await as_owed(call, press)
    if not found.transfer.owed:
        await call.show(cards.owed_card(call.t, found))
        raise Stale
    number = found.transfer.number
    may_confirm_transfer(found.part.deal, call.person, number, call.app.context())
    return found


async def sent(call: Call, press: Press) -> None:
    """The second tap: it was sent to what the card showed.

    Who may not say so leaves the card as its treasurer has it.
    """
    found = await as_owed(call, press)
    deal, number = found.part.deal.id, found.transfer.number
    reference = cards.transfer_reference(found)
    command = ConfirmTransfer(
        actor=call.person, deal=deal, transfer=number, external_id=reference, shown=found.digest
    )
    try:
        await call.do(command)
    except NotYours:
        raise
    except Refusal:
        await call.show(cards.owed_card(call.t, await owed_of(call.app, deal, number)))
        raise
    now = await owed_of(call.app, deal, number)
    waits = asked_for(now.part.deal, ApprovalKind.TRANSFER, number)
    if waits is None:
        await call.show(cards.owed_card(call.t, now))
        return
    asked = cards.transfer_asked(call.t, now)
    await call.show(approval_card(call.t, _by_two(call, now.part, waits), asked))


async def fail(call: Call, press: Press) -> None:
    """*It failed*: the treasurer says why."""
    found = await _to_send(call, press)
    deal, number = found.part.deal.id, found.transfer.number
    if not await leave_room(call, FAILED, deal, found.transfer.milestone):
        return
    data = {"thread": call.thread, "transfer": number}
    form = await call.expect(
        FAILED, deal=deal, milestone=found.transfer.milestone, question="why", data=data
    )
    await call.say(cards.ask_why(call.t, found, call.called, form))


async def why_typed(call: Call, form: Expecting, text: str) -> None:
    """It stays owed, and the desk stays alarmed."""
    if form.deal is None:
        return
    number = int(str(form.data["transfer"]))
    why = clean(text, limit=_WHY_LIMIT, lines=False)
    sent = form.data.get("sent")
    command = FailTransfer(
        actor=call.person,
        deal=form.deal,
        transfer=number,
        why=why,
        sent=sent if isinstance(sent, int) else None,
    )
    await call.do(command, call.closing())
    await call.say(cards.owed_card(call.t, await owed_of(call.app, form.deal, number)))


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {
        "claim": claim,
        "dep": confirm,
        "depok": confirmed,
        "proof": ask_proof,
        "no": ask_not_arrived,
        "nox": not_arrived,
        "diff": different,
        "damt": amount_chosen,
        "owed": owed,
        "out": send,
        "outok": sent,
        "fail": fail,
    }
)
