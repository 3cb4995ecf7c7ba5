"""A ruling that can still be reviewed: accepting it, and asking another arbiter to look at it."""

from __future__ import annotations

from bot.buttons import DO, POINT, Press
from bot.cards.disputing.decided import accept_card, grounds_card
from bot.parties.kit.gathering import start_gather
from bot.parties.kit.presses import OnAct
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Screen, Shown, TheDeal
from bot.parties.kit.update import Update
from core.deal.dispute import Dispute
from core.deal.milestone import Milestone
from core.deal.ruling import ReviewGround, Ruling
from core.deal.step import Act
from core.disputing import AcceptRuling, AskReview
from core.values.errors import Stale
from core.values.money import Money
from core.values.words import Words
from core.views import DealView


def _ruling(view: DealView, m: Milestone) -> tuple[Dispute, Ruling]:
    """Raises Stale where there is none."""
    case = view.deal.dispute(m.number)
    if case is None or case.ruling is None:
        raise Stale
    return case, case.ruling


async def look(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Accept the decision*: what it says, first."""
    case, made = _ruling(view, m)
    card = accept_card(view, case, m, made, update.t)
    return Shown(Screen(card, view.deal.id))


async def accept(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """The second tap: of the ruling that its card showed."""
    if not press.arg.isascii() or not press.arg.isdecimal():
        raise Stale
    share = Money(int(press.arg), m.held.currency)
    command = AcceptRuling(
        actor=view.viewer, deal=view.deal.id, milestone=m.number, to_freelancer=share
    )
    await update.do(command)
    after = (await own_view(update, view.deal.id)).deal.milestone(m.number)
    said = update.t("done-accept-ruling", final=after.state.final)
    return Shown(TheDeal(view.deal.id), said)


async def begin(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Ask for a review*: on which ground. Raises as core, before a word is written."""
    asked = AskReview(
        actor=view.viewer,
        deal=view.deal.id,
        milestone=m.number,
        ground=ReviewGround.PROCEDURE,
        words=Words.of("", ""),
    )
    await update.app.escrow.would(asked)
    return Shown(Screen(grounds_card(view, m, update.t), view.deal.id))


async def chose_ground(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """The ground, then the words."""
    if press.arg not in tuple(ReviewGround):
        raise Stale
    return await start_gather(update, "review", view.deal.id, m.number, ground=press.arg)


PRESSES = (
    OnAct(Act.ACCEPT_RULING, look),
    OnAct(Act.ACCEPT_RULING, accept, DO),
    OnAct(Act.ASK_REVIEW, begin),
    OnAct(Act.ASK_REVIEW, chose_ground, POINT),
)
