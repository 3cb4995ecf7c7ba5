"""Letting somebody who is new have more held at once: `/allow`, why, and the second tap."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.desk import over
from bot.cards.paying import allowing as cards
from bot.cards.paying.allowing import Allowing, Bounds
from bot.desk.kit.call import Call, words
from bot.desk.kit.forms import leave_room
from bot.desk.kit.gate import Commanded, Pressed
from core.allowing import AllowMore, AllowNoMore
from core.deal.person import Person
from core.deal.reputation import Record
from core.ports import Expecting
from core.values.amounts import parse
from core.values.errors import NotOffered, NotYours, Stale
from core.values.money import Money
from core.values.roles import DeskRole
from core.values.words import Words

ALLOW: Final = "allow"
_LEAST: Final = 2
"""Words of the command: whom, and at least a currency."""
_LONGEST: Final = 300


async def bounds_of(call: Call, person: Person, record: Record) -> Bounds:
    """What somebody may have held at once, and who of the desk allowed it."""
    own = await call.app.reads.allowances(person.id)
    staff = {one.by: await call.app.name(one.by) for one in own}
    return Bounds(record.done, call.app.escrow.policy.newcomer_limit, own, staff)


async def allow(call: Call, arguments: list[str]) -> None:
    """`/allow PERSON 2000 EUR`, or without an amount to take it back: why, to begin with."""
    call.app.escrow.staff.needs(call.person, DeskRole.TREASURER)
    if len(arguments) < _LEAST:
        policy = call.app.escrow.policy
        await call.say(cards.usage(call.t, next(iter(policy.newcomer_limit or policy.currencies))))
        return
    found = await call.app.reads.find_person(arguments[0])
    if found is None:
        await call.say(Card(call.t("desk-nobody")))
        return
    change = _meant(call, found, arguments[1:])
    await call.app.escrow.would(_command(call, change, words("–")))
    if not await leave_room(call, ALLOW, None, None):
        return
    data = {
        "thread": call.thread,
        "person": found.id,
        "amount": [change.amount.minor, change.amount.currency],
    }
    form = await call.expect(ALLOW, deal=None, milestone=None, question="why", data=data)
    await call.say(cards.ask_why(call.t, change, call.called, form))


def _meant(call: Call, person: Person, typed: list[str]) -> Allowing:
    """What was typed; a currency alone means what holds for everybody.

    Raises NotOffered("no-limit-there"); BadInput as `parse`.
    """
    currency = typed[-1].upper()
    general = call.app.escrow.policy.newcomer_limit
    if currency not in general:
        raise NotOffered("no-limit-there", currency=currency)
    limit = Money(general[currency], currency)
    amount = parse(" ".join(typed[:-1]), currency) if typed[:-1] else limit
    return Allowing(person, amount, limit)


def _command(call: Call, change: Allowing, why: Words) -> AllowMore | AllowNoMore:
    person = change.person.id
    if change.back:
        currency = change.amount.currency
        return AllowNoMore(actor=call.person, person=person, currency=currency, words=why)
    return AllowMore(actor=call.person, person=person, amount=change.amount, words=why)


async def _change(call: Call, form: Expecting) -> Allowing:
    """What the form is about, under the figures of now.

    Raises NotYours("stranger"), NotOffered("no-limit-there").
    """
    found = await call.app.reads.find_person(str(form.data["person"]))
    if found is None:
        raise NotYours("stranger")
    data = form.data["amount"]
    assert isinstance(data, list)  # noqa: S101 - as `allow` wrote it
    amount = Money(int(data[0]), str(data[1]))
    general = call.app.escrow.policy.newcomer_limit
    if amount.currency not in general:
        raise NotOffered("no-limit-there", currency=amount.currency)
    return Allowing(found, amount, Money(general[amount.currency], amount.currency))


async def why_typed(call: Call, form: Expecting, text: str) -> None:
    """Kept until the second tap; typed again it is another reason."""
    said, change = words(text, limit=_LONGEST), await _change(call, form)
    data = {**form.data, "text": said.text, "salt": said.salt}
    asked = await call.expect(ALLOW, deal=None, milestone=None, question="sure", data=data)
    await call.say(cards.sure(call.t, change, said, asked))


async def allowed(call: Call, press: Press) -> None:
    """The second tap: exactly what it showed. Raises Stale for anything else."""
    form = await call.form()
    if form is None or form.what != ALLOW or "text" not in form.data:
        await call.show(over(call.t))
        raise Stale
    said, change = (
        Words.of(str(form.data["text"]), str(form.data["salt"])),
        await _change(call, form),
    )
    if press.arg != cards.digest(change, said):
        await call.show(over(call.t))
        raise Stale
    await call.do(_command(call, change, said), call.closing())
    await call.show(cards.done(call.t, change, call.called))


COMMANDS: Final[Mapping[str, Commanded]] = MappingProxyType({ALLOW: allow})
PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType({ALLOW: allowed})
