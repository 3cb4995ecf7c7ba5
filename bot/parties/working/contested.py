"""The client's answer to a contested point, and the freelancer's way back from it."""

from __future__ import annotations

from typing import Final

from bot.buttons import DO, POINT, Press
from bot.cards.kit.heading import other_name
from bot.cards.working.contested import APART, answered_card, sure_card
from bot.parties.kit.forms import as_seen, closing
from bot.parties.kit.presses import OnAct, OnPress, PressOf
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Place, Screen, Shown, TheChange, TheDeal
from bot.parties.kit.taps import Tap, plain
from bot.parties.kit.terms import leaving_terms
from bot.parties.kit.update import Update
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.values.errors import NotNow, Stale
from core.views import DealView
from core.working import DropPoint, MovePoint, TakeBackContest

_ANSWERS: Final = {Act.DROP_POINT: DropPoint, Act.MOVE_POINT: MovePoint}


def _of(press: Press) -> Act:
    return Act(press.verb.partition(".")[0])


async def begin(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """What it means for the one that waits; of several, which."""
    if len(m.contested) == 1:
        return _sure(update, _of(press), view, m, 0)
    page = int(press.arg) if press.arg.isdecimal() else 0
    return Shown(Screen(answered_card(view, m, _of(press), update.t, page), view.deal.id))


async def chose(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """One of several."""
    if not press.arg.isdecimal() or int(press.arg) >= len(m.contested):
        raise Stale
    return _sure(update, _of(press), view, m, int(press.arg))


def _sure(update: Update, act: Act, view: DealView, m: Milestone, place: int) -> Shown:
    look = view.deal.terms.rules.review_window_after_revision
    card = sure_card(view, m, act, m.contested[place], look, update.t)
    return Shown(Screen(card, view.deal.id))


async def _answer(update: Update, press: Press) -> Shown:
    """The second tap. A point that is moved is in the client's change: that is seen next."""
    view, act = await own_view(update, press.deal), _of(press)
    item, _, how = press.arg.partition(".")
    if not item.isdecimal():
        raise Stale
    apart = {"apart": True} if (act, how) == (Act.MOVE_POINT, APART) else {}
    command = _ANSWERS[act](
        actor=view.viewer,
        deal=view.deal.id,
        milestone=press.number,
        seen=press.shown,
        item=int(item),
        **apart,
    )
    moved = act is Act.MOVE_POINT
    leaves = closing(leaving_terms(view.viewer, view.deal.id)) if moved else None
    try:
        await update.do(command, leaves)
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, press.number, press.seen) from None
    place: Place = TheChange(view.deal.id) if moved else TheDeal(view.deal.id)
    return Shown(place, update.t(f"done-{act.value}", name=other_name(view, update.t)))


PRESSES: tuple[PressOf, ...] = (
    *(OnAct(act, begin) for act in _ANSWERS),
    *(OnAct(act, chose, POINT) for act in _ANSWERS),
    *(OnPress(act + DO, _answer, act) for act in _ANSWERS),
    *Tap(Act.TAKE_BACK_CONTEST, plain(TakeBackContest)).presses(),
)
