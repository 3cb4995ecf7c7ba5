"""Taking a dispute, giving it back, and asking the two sides."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.desk.talk import ask_card
from bot.cards.desk.whole import whole_file
from bot.desk.forms import leave_room
from bot.desk.gate import Pressed
from bot.desk.kit import Call, words
from bot.desk.render import send_attachment
from bot.desk.topics import case_of, show, show_file
from core.commands import AskParty, HandOver, Recuse, TakeDispute
from core.deal import guards
from core.errors import NotNow, NotYours, Stale
from core.escrow import Form
from core.ids import DealId
from core.ports import Expecting
from core.terms import Role
from core.words import Words

ASK: Final = "ask"
MOST_ASKED: Final = 3000
"""Characters of a question, so that it fits a message with its heading."""


def about(press: Press) -> tuple[DealId, int]:
    """Which dispute a button is about. Raises NotYours("no-such-deal")."""
    if press.deal is None or press.milestone is None:
        raise NotYours("no-such-deal")
    return press.deal, press.milestone


async def take(call: Call, press: Press) -> None:
    """*Take*, and the head arbiter's *Take over*."""
    deal, number = about(press)
    await call.do(TakeDispute(actor=call.person, deal=deal, milestone=number))
    await call.answer(call.t.plain("desk-taken"))
    await show_file(call, deal, number)


async def hand_over(call: Call, press: Press) -> None:
    """*Hand over*."""
    deal, number = about(press)
    await call.do(HandOver(actor=call.person, deal=deal, milestone=number))
    await call.answer(call.t.plain("desk-handed-over"))
    await show_file(call, deal, number)


async def recuse(call: Call, press: Press) -> None:
    """*I know one of them*."""
    deal, number = about(press)
    await call.do(Recuse(actor=call.person, deal=deal, milestone=number))
    await call.answer(call.t.plain("desk-recused"), dialog=True)
    await show_file(call, deal, number)


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
    guards.may_ask(view.deal, call.person, view.deal.milestone(number), call.app.context())
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
    {"take": take, "over": take, "hand": hand_over, "recuse": recuse, "ask": ask, "whole": whole}
)
