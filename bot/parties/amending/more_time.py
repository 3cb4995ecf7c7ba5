"""*Ask for more time* and *Grant more time*: how much, and the tap that sends it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from aiogram.types import Message

from bot.buttons import DO, Press
from bot.cards import Card
from bot.cards.amending.asking import Sure, sure_time, time_card
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
from bot.parties.kit.forms import at, blank, form, keep
from bot.parties.kit.presses import OnAct, OnForm, OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import OpenQuestion, Shown
from bot.parties.kit.update import FormKind, Update
from bot.texts.lengths import is_length, read_length
from core.amending import AskMoreTime, GrantMoreTime
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import BadInput, Stale
from core.values.words import Words
from core.views import DealView

HOW_LONG: Final = "length"
_ACTS: Final = {"asktime": Act.ASK_TIME, "granttime": Act.GRANT_TIME}
_FORMS: Final = {act: what for what, act in _ACTS.items()}
_MOST_DIGITS: Final = 9
"""Of the seconds on a button."""


async def begin(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """How much, or where it was left."""
    what = _FORMS[Act(press.verb)]
    row = await form(update, what, view.deal.id, m.number)
    row = row or blank(update, what, view.deal.id, m.number, HOW_LONG)
    return Shown(OpenQuestion(await keep(update, row)))


async def ask(update: Update, row: Expecting) -> Card:
    """The open question."""
    view, act = await own_view(update, row.deal), _ACTS[row.what]
    m, more = view.deal.milestone(row.number), row.data.get("more")
    if row.field != SURE or not isinstance(more, int):
        return time_card(view, m, row, act, update.t)
    policy = update.app.escrow.policy
    answered = until(view, policy.extension_answer, policy)
    sure = Sure(act, str(more), answered if act is Act.ASK_TIME else None, said=why(row))
    return sure_time(view, m, row, timedelta(seconds=more), sure, update.t)


async def take(update: Update, message: Message, row: Expecting) -> Shown:
    """How much, in their words; then, of what is asked for, why, or another length instead."""
    view = await own_view(update, row.deal)
    asked = row.field == SURE and _ACTS[row.what] is Act.ASK_TIME
    if asked and not is_length(message.text or "", view.now, update.person.zone):
        return await take_why(update, message, row)
    due = view.deal.milestone(row.number).due or view.now
    more = _read(message.text or "", view.now, max(due, view.now), update.person.zone)
    return await _so_much(update, row, more, new=True)


def _read(typed: str, now: datetime, due: datetime, zone: str) -> timedelta:
    """A length as it is; a date less what is left until `due`. Raises BadInput as `read_length`."""
    length = read_length(typed, now, zone)
    with suppress(BadInput):  # of a date that is over by then
        if read_length(typed, due, zone) == length:
            return length
    if length <= due - now:
        raise BadInput("date-is-past")
    return length - (due - now)


async def _so_much(update: Update, row: Expecting, more: timedelta, *, new: bool) -> Shown:
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    await update.would(_command(_ACTS[row.what], view, m.number, m.seen, more, None))
    seconds = int(more.total_seconds())
    return Shown(OpenQuestion(await keep(update, at(row, SURE, more=seconds)), new=new))


async def chosen(update: Update, press: Press, row: Expecting) -> Shown:
    """One of the lengths on the buttons."""
    _, _, seconds = press.arg.partition(".")
    if not seconds.isdecimal() or len(seconds) > _MOST_DIGITS:
        raise Stale
    return await _so_much(update, row, timedelta(seconds=int(seconds)), new=False)


def _command(
    act: Act, view: DealView, milestone: int, seen: int, more: timedelta, said: Words | None
) -> AskMoreTime | GrantMoreTime:
    actor, deal = view.viewer, view.deal.id
    if act is Act.GRANT_TIME:
        return GrantMoreTime(actor=actor, deal=deal, milestone=milestone, seen=seen, more=more)
    return AskMoreTime(
        actor=actor, deal=deal, milestone=milestone, seen=seen, more=more, words=said
    )


async def _send(update: Update, press: Press) -> Shown:
    """The second tap, which says how much: its words are in the form."""
    act = Act(press.verb.removesuffix(DO))
    row = await own_form(update, _FORMS[act], press, "more")
    view = await own_view(update, press.deal)
    more = timedelta(seconds=numbered(press))
    command = _command(act, view, press.number, press.shown, more, why(row))
    await send(update, press, view, row, command)
    return sent(update, view, f"done-{act.value}", other_name(view, update.t))


FORMS = tuple(
    FormKind(what, ask, take, is_text, act=act, begins=HOW_LONG) for what, act in _ACTS.items()
)
PRESSES = (
    OnForm("moretime", chosen),
    *(OnAct(act, begin) for act in _FORMS),
    *(OnPress(act + DO, _send, act) for act in _FORMS),
)
