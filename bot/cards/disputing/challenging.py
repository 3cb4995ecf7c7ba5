"""A side challenges the arbiter: on which ground, and what both read of it."""

from __future__ import annotations

from bot.buttons import POINT, Button, Press
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import back, head, milestone_title, other_name
from bot.cards.kit.wording import Said, blocks
from bot.texts import Safe, Text
from core.deal.challenge import ChallengeGround
from core.deal.dispute import Dispute
from core.deal.milestone import Milestone
from core.deal.notice import Notice
from core.deal.step import Act
from core.views import DealView


def ground_card(view: DealView, m: Milestone, case: Dispute, t: Text) -> Card:
    """On which of the grounds."""
    named = {"title": milestone_title(view, m.number), "name": other_name(view, t)}
    buttons = [
        Button(
            t.plain("button-challenge-ground", why=ground.value),
            Press(Act.CHALLENGE + POINT, view.deal.id, m.number, m.seen, ground.value),
        )
        for ground in ChallengeGround
    ]
    text = blocks(head(view, t), t("challenge-which", **named), can_line(view, case, t))
    return Card(text, rows_of([*buttons, back(view, t)]))


def can(view: DealView, case: Dispute) -> str:
    """Whether the reader can challenge who has the case: `yes`, `nobody` else is free, or `no`."""
    if view.may(Act.CHALLENGE, case.milestone):
        return "yes"
    clock = case.challenge_by
    open_ = case.stage.taken and clock is not None and not clock.ended(view.now)
    stands = view.deal.frozen_at is not None
    return "no" if not open_ or stands or case.challenged_by(view.viewer) else "nobody"


def can_line(view: DealView, case: Dispute, t: Text) -> Safe | None:
    """Until when; or beforehand that it would be refused."""
    may, clock = can(view, case), case.challenge_by
    if may == "no" or clock is None:
        return None
    return t("challenge-can", may=may, until=clock.ends_at)


def _can(view: DealView, case: Dispute, t: Text) -> tuple[Safe, ...]:
    line = can_line(view, case, t)
    return () if line is None else (line,)


def _stays(view: DealView, case: Dispute, t: Text) -> tuple[Safe, ...]:
    """What an arbiter before asked the reader belongs to the case, and stays open."""
    asked = None if view.role is None else case.open_question(view.role)
    before = asked is not None and asked.by != case.arbiter
    return (t("question-stays"),) if before else ()


def taken(view: DealView, case: Dispute, _notice: Notice, news: tuple[Safe, ...], t: Text) -> Said:
    """An arbiter has the case: whether that one can be challenged, and who reads an answer owed."""
    return Said((*news, *_stays(view, case, t), *_can(view, case, t)))


def challenged(
    view: DealView, case: Dispute, notice: Notice, news: tuple[Safe, ...], t: Text
) -> Said:
    """Why, in the other side's words."""
    made = next((one for one in case.challenges if one.by == notice.data.get("person")), None)
    after = (*_stays(view, case, t), *_can(view, case, t))
    if made is None:
        return Said((*news, *after))
    head_ = t("challenge-heading", name=other_name(view, t), why=made.ground.value)
    return Said(news, ((head_, t.said(made.words)),), after, name="challenge.txt")
