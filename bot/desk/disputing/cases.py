"""Taking a dispute, giving it back, and asking the two sides."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.disputing import sure
from bot.cards.disputing.items import ask_card
from bot.cards.disputing.whole import whole_file
from bot.cards.kit.desk import Part, left, over
from bot.desk.kit.call import Call, words
from bot.desk.kit.forms import leave_room
from bot.desk.kit.gate import Pressed, about
from bot.desk.kit.topics import case_of, show, show_file
from bot.desk.line.render import send_attachment
from core.deal.terms import Role
from core.disputing import AskParty, HandOver, Recuse, TakeDispute, TakeOver, may_ask
from core.escrow import Form
from core.ports import Expecting
from core.values.errors import NotNow, Stale
from core.values.ids import DealId, PersonId
from core.values.words import Words

ASK: Final = "ask"
MOST_ASKED: Final = 3000
"""Characters of a question, so that it fits a message with its heading."""


async def take(call: Call, press: Press) -> None:
    """*Take*."""
    deal, number = about(press)
    await call.do(TakeDispute(actor=call.person, deal=deal, milestone=number))
    await call.answer(call.t.plain("desk-taken"))
    await show_file(call, deal, number)


async def take_over(call: Call, press: Press) -> None:
    """*Take over*, the first tap: from whom."""
    part = await _part(call, press)
    await call.app.escrow.would(
        TakeOver(actor=call.person, deal=part.deal.id, milestone=part.number)
    )
    arbiter = _arbiter(part)
    name = "" if arbiter is None else await call.app.name(arbiter)
    await call.say(sure.take_over(call.t, part, name, arbiter or 0))


async def taken_over(call: Call, press: Press) -> None:
    """The second tap: from who has it still. Raises Stale."""
    if press.arg != str(_arbiter(await _part(call, press))):
        await call.show(over(call.t))
        raise Stale
    deal, number = about(press)
    await call.do(TakeOver(actor=call.person, deal=deal, milestone=number))
    await call.answer(call.t.plain("desk-taken"))
    await show_file(call, deal, number)
    await call.show(sure.done(call.t, "desk-taken"))


async def hand_over(call: Call, press: Press) -> None:
    """*Hand over*: to whom of those who are free to rule, or to whoever takes it."""
    part = await _part(call, press)
    await call.app.escrow.would(
        HandOver(actor=call.person, deal=part.deal.id, milestone=part.number)
    )
    free = await call.app.reads.could_rule(part.deal.id, part.number)
    there = [p for p in free if p != call.person]
    names = {person: await call.app.name(person) for person in there}
    await call.say(sure.hand_over(call.t, part, names))


async def handed_over(call: Call, press: Press) -> None:
    """The second tap: to this colleague, or left open."""
    deal, number = about(press)
    named = press.arg.isascii() and press.arg.isdecimal()
    if not named and press.arg != sure.OPEN:
        raise Stale
    to = PersonId(int(press.arg)) if named else None
    await call.do(HandOver(actor=call.person, deal=deal, milestone=number, to=to))
    if to is None:
        await call.show(sure.done(call.t, "desk-handed-over"))
    else:
        await call.show(sure.given(call.t, await call.app.name(to)))
    await show_file(call, deal, number)


async def recuse(call: Call, press: Press) -> None:
    """*I know one of them*, the first tap: it can not be taken back."""
    part = await _part(call, press)
    await call.app.escrow.would(Recuse(actor=call.person, deal=part.deal.id, milestone=part.number))
    await call.say(sure.recuse(call.t, part))


async def recused(call: Call, press: Press) -> None:
    """The second tap."""
    deal, number = about(press)
    await call.do(Recuse(actor=call.person, deal=deal, milestone=number))
    await call.answer(call.t.plain("desk-recused"), dialog=True)
    await call.show(sure.done(call.t, "desk-recused"))
    await show_file(call, deal, number)


async def never_mind(call: Call, _press: Press) -> None:
    """*Back* from a second tap."""
    await call.show(left(call.t))


async def _part(call: Call, press: Press) -> Part:
    """The milestone of a button. Raises NotYours("no-such-deal", "no-such-milestone")."""
    deal, number = about(press)
    view = await call.app.view(deal)
    view.deal.milestone(number)
    return Part(view.deal, number, view.people)


def _arbiter(part: Part) -> PersonId | None:
    case = part.deal.dispute(part.number)
    return None if case is None else case.arbiter


async def whole(call: Call, press: Press) -> None:
    """*Whole file*: everything of the case in one document, as it stands now."""
    deal, number = about(press)
    case = await case_of(call.app, await call.app.view(deal), number)
    if case is None:
        raise NotNow("no-dispute")
    await call.answer()
    # A long case takes a while: colleagues' presses do not wait for it.
    paper = await asyncio.to_thread(whole_file, call.t, case, call.app.escrow.now())
    await send_attachment(call.bot, call.chat, call.thread, paper)


async def ask(call: Call, press: Press) -> None:
    """*Ask the client*, *Ask the freelancer*: the next words of this arbiter, here, are it."""
    deal, number = about(press)
    if press.arg not in tuple(Role):
        raise Stale
    view = await call.app.view(deal)
    may_ask(view.deal, call.person, view.deal.milestone(number), call.app.context())
    role = Role(press.arg)
    if not await leave_room(call, ASK, deal, number):
        return
    form = await call.expect(
        ASK, deal=deal, milestone=number, question="words", data={"to": role.value}
    )
    await call.say(ask_card(call.t, call.called, role, form))


async def asked(call: Call, form: Expecting, text: str) -> None:
    """The question goes out as it was typed."""
    if form.deal is None or form.milestone is None:
        return
    role = Role(str(form.data["to"]))
    await send_question(
        call, form.deal, form.milestone, role, words(text, limit=MOST_ASKED), call.closing()
    )


async def send_question(
    call: Call, deal: DealId, number: int, role: Role, said: Words, form: Form | None = None
) -> None:
    """Ask a side through the bot, by role; the question is shown with ✓ or ✗ in the topic."""
    command = AskParty(actor=call.person, deal=deal, milestone=number, to=role, words=said)
    await call.do(command, form)
    await show_file(call, deal, number)
    await show(call.app, call.bot, deal, number, only="q")


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {
        "take": take,
        "over": take_over,
        "overx": taken_over,
        "hand": hand_over,
        "handx": handed_over,
        "recuse": recuse,
        "recusex": recused,
        "sureno": never_mind,
        "ask": ask,
        "whole": whole,
    }
)
