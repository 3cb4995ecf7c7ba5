"""*Waiting for the client*, what the client sends, and a pause that both agree to."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from aiogram.types import Message

from bot.buttons import DO, Press
from bot.cards import Card
from bot.cards.amending.asking import Sure
from bot.cards.amending.pausing import pause_card, sure_pause
from bot.cards.kit.heading import other_name
from bot.parties.amending.kit import (
    SURE,
    is_text,
    numbered,
    own_form,
    send,
    sent,
    take_why,
    until,
    why,
)
from bot.parties.kit.data import files_of, joined
from bot.parties.kit.forms import at, blank, do_closing, form, keep
from bot.parties.kit.gathering import gathers, start_gather
from bot.parties.kit.presses import OnAct, OnForm, OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import OpenQuestion, Shown
from bot.parties.kit.taps import Tap, plain
from bot.parties.kit.update import FormKind, Update
from bot.texts.lengths import is_length, read_length
from core.amending import (
    AskPause,
    GiveMaterial,
    MaterialIsThere,
    ResumeWork,
    WaitForMaterial,
    pause_left,
)
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import BadInput, Stale
from core.views import DealView

WAIT: Final = "wait"
GIVE: Final = "give"
PAUSE: Final = "askpause"
HOW_LONG: Final = "length"
_MOST_DIGITS: Final = 9
"""Of the seconds on a button."""


async def begin_wait(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Waiting for the client*: what is missing."""
    return await start_gather(update, WAIT, view.deal.id, m.number)


async def wait(update: Update, row: Expecting) -> Shown:
    """*Done*: the clock stops, and the client reads what is missing. Raises BadInput."""
    said = joined(row.data)
    if said is None:
        raise BadInput("empty-text")
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    command = WaitForMaterial(
        actor=row.person,
        deal=view.deal.id,
        milestone=m.number,
        seen=m.seen,
        words=said,
        files=files_of(row.data),
    )
    await do_closing(update, row, command)
    return sent(update, view, "done-wait-material", other_name(view, update.t))


async def begin_give(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Here it is*: the words and files, below what was asked for."""
    asked = "" if m.pause is None else update.t.said(m.pause.words)
    return await start_gather(update, GIVE, view.deal.id, m.number, question=asked)


async def give(update: Update, row: Expecting) -> Shown:
    """*Done*: the freelancer reads it, and goes on."""
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    command = GiveMaterial(
        actor=row.person,
        deal=view.deal.id,
        milestone=m.number,
        seen=m.seen,
        words=joined(row.data),
        files=files_of(row.data),
    )
    await do_closing(update, row, command)
    return sent(update, view, "done-give-material", other_name(view, update.t))


async def begin_pause(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Ask for a pause*: how long, or where it was left."""
    row = await form(update, PAUSE, view.deal.id, m.number)
    row = row or blank(update, PAUSE, view.deal.id, m.number, HOW_LONG)
    return Shown(OpenQuestion(await keep(update, row)))


async def ask(update: Update, row: Expecting) -> Card:
    """The open question."""
    view = await own_view(update, row.deal)
    m, length = view.deal.milestone(row.number), row.data.get("pause")
    policy = update.app.escrow.policy
    if row.field != SURE or not isinstance(length, int):
        return pause_card(view, m, row, pause_left(m, policy), update.t)
    answered = until(view, policy.pause_answer, policy)
    sure = Sure(Act.ASK_PAUSE, str(length), answered, said=why(row))
    return sure_pause(view, m, row, timedelta(seconds=length), sure, update.t)


async def take(update: Update, message: Message, row: Expecting) -> Shown:
    """How long, in their words; then why. Another length takes the place of the first."""
    view = await own_view(update, row.deal)
    if row.field == SURE and not is_length(message.text or "", view.now, update.person.zone):
        return await take_why(update, message, row)
    length = read_length(message.text or "", view.now, update.person.zone)
    return await _so_long(update, row, length, new=True)


async def _so_long(update: Update, row: Expecting, length: timedelta, *, new: bool) -> Shown:
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    await update.would(
        AskPause(
            actor=view.viewer, deal=view.deal.id, milestone=m.number, seen=m.seen, length=length
        )
    )
    seconds = int(length.total_seconds())
    return Shown(OpenQuestion(await keep(update, at(row, SURE, pause=seconds)), new=new))


async def chosen(update: Update, press: Press, row: Expecting) -> Shown:
    """One of the lengths on the buttons."""
    _, _, seconds = press.arg.partition(".")
    if not seconds.isdecimal() or len(seconds) > _MOST_DIGITS:
        raise Stale
    return await _so_long(update, row, timedelta(seconds=int(seconds)), new=False)


async def _send(update: Update, press: Press) -> Shown:
    """The second tap, which says how long: its words are in the form."""
    row = await own_form(update, PAUSE, press, "pause")
    view = await own_view(update, press.deal)
    command = AskPause(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=press.number,
        seen=press.shown,
        length=timedelta(seconds=numbered(press)),
        words=why(row),
    )
    await send(update, press, view, row, command)
    return sent(update, view, "done-ask-pause", other_name(view, update.t))


_TAPS = (Tap(Act.ALL_THERE, plain(MaterialIsThere)), Tap(Act.RESUME, plain(ResumeWork)))
FORMS = (
    gathers(WAIT, wait, Act.WAIT_MATERIAL),
    gathers(GIVE, give, Act.GIVE_MATERIAL),
    FormKind(PAUSE, ask, take, is_text, act=Act.ASK_PAUSE, begins=HOW_LONG),
)
PRESSES = (
    OnAct(Act.WAIT_MATERIAL, begin_wait),
    OnAct(Act.GIVE_MATERIAL, begin_give),
    OnAct(Act.ASK_PAUSE, begin_pause),
    OnForm("pauselen", chosen),
    OnPress(Act.ASK_PAUSE + DO, _send, Act.ASK_PAUSE),
    *(press for tap in _TAPS for press in tap.presses()),
)
