"""A ruling as both sides read it: who gets what and why, accepting it, and its one review."""

from __future__ import annotations

from bot.buttons import DO, POINT, Button, Press, Style
from bot.cards.disputing.exhibits import fee_args, relied_lines
from bot.cards.disputing.outcomes import goes_on_text, points_of
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import back, head, milestone_title, other_name
from bot.cards.kit.wording import Said, blocks, clipped
from bot.texts import Safe, Text
from core.deal.dispute import Dispute
from core.deal.milestone import Milestone
from core.deal.notice import Notice
from core.deal.ruling import Exhibit, ReviewGround, Ruling
from core.deal.step import Act
from core.views import DealView


def ruling(view: DealView, case: Dispute, notice: Notice, news: tuple[Safe, ...], t: Text) -> Said:
    """Who gets what, by which criterion, and why; and what can be done about it."""
    made = case.ruling
    if made is None:
        return Said(news)
    based = _based(view, case, made.criterion, made.relied_on, t)
    words = (*points_of(made, t), (t("ruling-reasons"), t.said(made.reasons)))
    then = t("ruling-court")
    if not notice.data.get("final", True):
        then = t("ruling-then", reviewable=made.reviewable)
    text = Safe("\n".join([_decides(view, case, made, t), *based]))
    return Said((*news, text), words, (then,), name="ruling.txt")


def _decides(view: DealView, case: Dispute, made: Ruling, t: Text) -> Safe:
    """Who gets what, or how the work goes on."""
    if made.outcome.goes_on:
        return goes_on_text(view, case, made, t)
    amounts = {"freelancer": made.to_freelancer, "client": made.to_client}
    fee = fee_args(made.to_freelancer, view.deal.terms.fee_bps)
    return t("ruling-amounts", **amounts, **fee)


def _based(
    view: DealView, case: Dispute, place: int | None, named: tuple[Exhibit, ...], t: Text
) -> list[Safe]:
    told = []
    if place is not None:
        criteria = view.deal.terms.milestones[case.milestone - 1].criteria
        told.append(t("ruling-criterion", criterion=clipped(str(criteria[place]), 300)))
    if named:
        told += [t("ruling-evidence"), relied_lines(t, named)]
    return told


def executed(
    view: DealView, case: Dispute, _notice: Notice, news: tuple[Safe, ...], t: Text
) -> Said:
    """What is decided once more: that is carried out now."""
    if case.ruling is None:
        return Said(news)
    return Said((*news, _decides(view, case, case.ruling, t)), (), (t("ruling-court"),))


def review(
    _view: DealView, case: Dispute, _notice: Notice, news: tuple[Safe, ...], t: Text
) -> Said:
    """Why the other side wants it looked at once more, in their words."""
    asked = case.review
    if asked is None:
        return Said(news)
    said = ((Safe(""), t.said(asked.words)),)
    return Said(news, said, files=asked.files, name="review.txt")


def sent_back(
    view: DealView, case: Dispute, _notice: Notice, news: tuple[Safe, ...], t: Text
) -> Said:
    """Why it is ruled anew."""
    why = case.sent_back
    if why is None:
        return Said(news)
    based = _based(view, case, why.criterion, why.relied_on, t)
    text = (Safe("\n".join(based)),) if based else ()
    words = ((t("ruling-reasons"), t.said(why.reasons)),)
    return Said((*news, *text), words, name="review.txt")


def accept_card(view: DealView, case: Dispute, m: Milestone, made: Ruling, t: Text) -> Card:
    """The screen before the tap: what is decided, and what is given up."""
    title, name = milestone_title(view, m.number), other_name(view, t)
    text = blocks(
        head(view, t),
        t("confirm-accept-ruling", title=title, name=name),
        _decides(view, case, made, t),
    )
    bound = str(made.to_freelancer.minor)
    press = Press(Act.ACCEPT_RULING + DO, view.deal.id, m.number, m.seen, bound)
    yes = Button(t.plain("yes-accept-ruling"), press, style=Style.GO)
    return Card(text, rows_of([yes, back(view, t)]))


def grounds_card(view: DealView, m: Milestone, t: Text) -> Card:
    """On which of the grounds."""
    text = blocks(head(view, t), t("review-which", title=milestone_title(view, m.number)))
    buttons = [
        Button(
            t.plain("button-review-ground", why=ground.value),
            Press(Act.ASK_REVIEW + POINT, view.deal.id, m.number, m.seen, ground.value),
        )
        for ground in ReviewGround
    ]
    return Card(text, rows_of([*buttons, back(view, t)]))
