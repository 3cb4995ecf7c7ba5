"""Payments that a bank took back: `/recall ID`, and what the bank says in the end."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from bot.buttons import Press
from bot.cards.kit.approving import ByTwo, approval_card, asked_for
from bot.cards.kit.desk import over
from bot.cards.paying import reversals as cards
from bot.cards.paying.reversals import Paid, Recalled, digest
from bot.desk.kit.call import Call, DeskApp, words
from bot.desk.kit.forms import leave_room, same
from bot.desk.kit.gate import Commanded, Pressed, typed_deal
from bot.desk.paying.treasury import part_of
from core.deal.approval import ApprovalKind
from core.deal.model import Deal
from core.deal.reversal import ReversalState
from core.paying import OUTCOMES, ReverseDeposit, left_of, may_reverse
from core.ports import Expecting
from core.values.amounts import parse
from core.values.errors import BadInput, NotYours, Stale
from core.values.ids import DealId
from core.values.money import Money
from core.values.words import Words

RECALL: Final = "recall"
OUTCOME: Final = "outcome"
_LONGEST: Final = 1000
"""Characters of what is said, so that it fits a card with its heading."""


def paid_of(deal: Deal) -> list[Paid]:
    """The payments of which a bank can still take something back."""
    found = [
        Paid(m.number, place, deposit, left_of(deal, m, deposit.rail, deposit.external_id))
        for m in deal.milestones
        for place, deposit in enumerate(m.deposits, 1)
    ]
    return [one for one in found if one.left.minor > 0]


async def recalled_of(app: DeskApp, deal: DealId, number: int) -> Recalled:
    """One of them. Raises NotYours: "no-such-deal", "no-such-reversal"."""
    view = await app.view(deal)
    made = view.deal.reversal(number)
    part = await part_of(app, deal, made.milestone)
    closed = made.cleared_by or made.closed_by
    by = await app.name(made.by) if made.by > 0 else made.rail
    closed_by = "" if closed is None else await app.name(closed) if closed > 0 else made.rail
    return Recalled(part, made, by, closed_by)


async def recall(call: Call, arguments: list[str]) -> None:
    """`/recall ID`: which payment."""
    deal = typed_deal(arguments)
    found = (await call.app.view(deal)).deal
    ctx = call.app.context()
    may_reverse(found, call.person, found.milestone(1), ctx)
    part = await part_of(call.app, deal, 1)
    await call.say(cards.pick(call.t, part, paid_of(found), found.reversals))


async def picked(call: Call, press: Press) -> None:
    """How much of it: the treasurer types that, or presses that it is all."""
    deal = _deal(press)
    found = (await call.app.view(deal)).deal
    paid = next((one for one in paid_of(found) if one.name == press.arg), None)
    if paid is None:
        raise Stale
    external = f"{paid.deposit.external_id}-R{len(found.reversals) + 1}"
    command = _reverse(call, deal, paid, paid.left, external, words("–"))
    await call.app.escrow.would(command)
    if not await leave_room(call, RECALL, deal, paid.milestone):
        return
    data = {"thread": call.thread, "paid": paid.name, "external": external}
    form = await call.expect(
        RECALL, deal=deal, milestone=paid.milestone, question="amount", data=data
    )
    part = await part_of(call.app, deal, paid.milestone)
    await call.say(cards.ask_amount(call.t, part, paid.left, call.called, form))


async def amount_typed(call: Call, form: Expecting, text: str) -> None:
    """What the bank took of it. Raises BadInput: "above-deposit", or as `parse`."""
    paid = await _paid(call, form)
    if paid is None:
        return
    amount = parse(text, paid.left.currency)
    if amount > paid.left:
        raise BadInput("above-deposit", left=(paid.left.minor, paid.left.currency))
    await _ask_why(call, form, paid, amount)


async def all_of_it(call: Call, press: Press) -> None:
    """*All of it*. Raises Stale where another amount is left by now."""
    form = await call.form()
    if form is None or not same(form, RECALL, _deal(press), press.milestone):
        await call.show(over(call.t))
        raise Stale
    paid = await _paid(call, form)
    if paid is None or press.arg != str(paid.left.minor) or form.field != "amount":
        raise Stale
    await _ask_why(call, form, paid, paid.left)


async def _ask_why(call: Call, form: Expecting, paid: Paid, amount: Money) -> None:
    if form.deal is None:
        return
    data = {**form.data, "amount": [amount.minor, amount.currency]}
    after = await call.expect(
        RECALL, deal=form.deal, milestone=form.milestone, question="why", data=data
    )
    part = await part_of(call.app, form.deal, paid.milestone)
    await call.say(cards.ask_why(call.t, part, amount, call.called, after))


async def _paid(call: Call, form: Expecting) -> Paid | None:
    """The payment that the form is about; without one it is over, and that is said."""
    found = None if form.deal is None else (await call.app.view(form.deal)).deal
    paid = [] if found is None else paid_of(found)
    of = next((one for one in paid if one.name == form.data["paid"]), None)
    if of is None:
        await call.say(over(call.t), reply=True)
        await call.forget()
    return of


def _amount(form: Expecting, paid: Paid) -> Money:
    """What was said; a form of an earlier program is about all of it."""
    kept: Any = form.data.get("amount")
    return paid.left if not kept else Money(kept[0], kept[1])


def _reverse(
    call: Call, deal: DealId, paid: Paid, amount: Money, external: str, said: Words
) -> ReverseDeposit:
    return ReverseDeposit(
        actor=call.person,
        deal=deal,
        milestone=paid.milestone,
        rail=paid.deposit.rail,
        deposit=paid.deposit.external_id,
        external_id=external,
        amount=amount,
        words=said,
    )


async def why_typed(call: Call, form: Expecting, text: str) -> None:
    """Kept until the second tap; typed again it is another reason."""
    if form.deal is None or form.milestone is None:
        return
    said = words(text, limit=_LONGEST)
    paid = await _paid(call, form)
    if paid is None:
        return
    amount = _amount(form, paid)
    data = {**form.data, "text": said.text, "salt": said.salt}
    asked = await call.expect(
        RECALL, deal=form.deal, milestone=form.milestone, question="sure", data=data
    )
    part = await part_of(call.app, form.deal, form.milestone)
    mark = digest(str(form.data["external"]), str(amount), said.digest)
    await call.say(cards.sure(call.t, part, amount, said, asked, mark))


async def taken(call: Call, press: Press) -> None:
    """The second tap: exactly what it showed. Raises Stale for anything else."""
    deal, form = _deal(press), await call.form()
    if form is None or not same(form, RECALL, deal, press.milestone) or "text" not in form.data:
        await call.show(over(call.t))
        raise Stale
    said = Words.of(str(form.data["text"]), str(form.data["salt"]))
    external = str(form.data["external"])
    found = (await call.app.view(deal)).deal
    paid = next((one for one in paid_of(found) if one.name == form.data["paid"]), None)
    amount = None if paid is None else _amount(form, paid)
    if paid is None or amount is None or press.arg != digest(external, str(amount), said.digest):
        await call.show(over(call.t))
        raise Stale
    await call.do(_reverse(call, deal, paid, amount, external, said), call.closing())
    after = (await call.app.view(deal)).deal
    part = await part_of(call.app, deal, paid.milestone)
    waits = asked_for(after, ApprovalKind.REVERSAL, paid.milestone)
    if waits is not None and waits.reversal is not None:
        asked = cards.reversal_asked(call.t, part, waits.reversal)
        two = ByTwo(after, waits, {call.person: call.called})
        await call.show(approval_card(call.t, two, asked))
        return
    await call.show(
        cards.reversal_card(call.t, await recalled_of(call.app, deal, len(after.reversals)))
    )


async def shown(call: Call, press: Press) -> None:
    """One of them, as it stands."""
    number, _ = _which(press)
    await call.say(cards.reversal_card(call.t, await recalled_of(call.app, _deal(press), number)))


async def outcome_chosen(call: Call, press: Press) -> None:
    """*The bank gave it back*, *The bank keeps it*, *May begin again*: why."""
    deal, (number, becomes) = _deal(press), _which(press)
    if becomes is None:
        raise Stale
    recalled = await recalled_of(call.app, deal, number)
    command = OUTCOMES[becomes].command
    await call.app.escrow.would(
        command(actor=call.person, deal=deal, reversal=number, words=words("–"))
    )
    milestone = recalled.reversal.milestone
    if not await leave_room(call, OUTCOME, deal, milestone):
        return
    data = {"thread": call.thread, "reversal": number, "becomes": becomes.value}
    form = await call.expect(OUTCOME, deal=deal, milestone=milestone, question="why", data=data)
    await call.say(cards.ask_outcome(call.t, recalled, becomes, call.called, form))


async def outcome_typed(call: Call, form: Expecting, text: str) -> None:
    """Kept until the second tap."""
    if form.deal is None:
        return
    said, number = words(text, limit=_LONGEST), int(str(form.data["reversal"]))
    becomes = ReversalState(str(form.data["becomes"]))
    data = {**form.data, "text": said.text, "salt": said.salt}
    asked = await call.expect(
        OUTCOME, deal=form.deal, milestone=form.milestone, question="sure", data=data
    )
    recalled = await recalled_of(call.app, form.deal, number)
    mark = digest(str(number), becomes.value, said.digest)
    await call.say(cards.outcome_sure(call.t, recalled, becomes, said, asked, mark))


async def decided(call: Call, press: Press) -> None:
    """The second tap: exactly what it showed. Raises Stale for anything else."""
    deal, form = _deal(press), await call.form()
    if form is None or (form.what, form.deal) != (OUTCOME, deal) or "text" not in form.data:
        await call.show(over(call.t))
        raise Stale
    said = Words.of(str(form.data["text"]), str(form.data["salt"]))
    number, becomes = int(str(form.data["reversal"])), ReversalState(str(form.data["becomes"]))
    if press.arg != digest(str(number), becomes.value, said.digest):
        await call.show(over(call.t))
        raise Stale
    command = OUTCOMES[becomes].command
    await call.do(
        command(actor=call.person, deal=deal, reversal=number, words=said), call.closing()
    )
    recalled = await recalled_of(call.app, deal, number)
    waits = asked_for(recalled.part.deal, ApprovalKind.OUTCOME, number)
    if waits is not None and waits.outcome is not None:
        asked = cards.outcome_asked(call.t, recalled.part, waits.outcome)
        two = ByTwo(recalled.part.deal, waits, {call.person: call.called})
        await call.show(approval_card(call.t, two, asked))
        return
    await call.show(cards.reversal_card(call.t, recalled))


def _deal(press: Press) -> DealId:
    """Raises NotYours("no-such-deal")."""
    if press.deal is None:
        raise NotYours("no-such-deal")
    return press.deal


def _which(press: Press) -> tuple[int, ReversalState | None]:
    """Raises Stale for what no button of ours carries."""
    number, _, becomes = press.arg.partition(".")
    known = next((state for state in ReversalState if state.value == becomes), None)
    if not (number.isascii() and number.isdecimal()):
        raise Stale
    return int(number), known


COMMANDS: Final[Mapping[str, Commanded]] = MappingProxyType({"recall": recall})
PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {
        "rec": picked,
        "recall": all_of_it,
        "recok": taken,
        "revs": shown,
        "bank": outcome_chosen,
        "bankok": decided,
    }
)
