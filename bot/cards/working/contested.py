"""Points with which the freelancer disagrees: on the live card, in the news, and answering them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.buttons import DO, POINT, Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import back, head, milestone_title, other_name
from bot.cards.kit.paging import PAGE, paged
from bot.cards.kit.wording import Said, clipped, fitted
from bot.cards.working.points import point_heading
from bot.texts import Safe, Text
from core.deal.milestone import Milestone
from core.deal.offering import judged_by
from core.deal.points import Contest, Round
from core.deal.step import Act
from core.deal.terms import Role
from core.views import DealView
from core.working import contestable

APART: Final = "apart"
"""Behind a point that is to be a milestone of its own, with a price of its own."""
_MOST: Final = 200
"""Of each of both sides' words on a live card: all of it came as a message of its own."""


def which_card(view: DealView, m: Milestone, t: Text, page: int = 0) -> Card:
    """Which point the freelancer disagrees with: each once."""
    asked = t("contest-which", name=other_name(view, t))
    return _choose(view, m, Act.CONTEST, contestable(m), asked, t, page)


def answered_card(view: DealView, m: Milestone, act: Act, t: Text, page: int = 0) -> Card:
    """For which of several that wait the client's answer is."""
    places = tuple(each.item for each in m.contested)
    asked = t("contested-which", name=other_name(view, t), act=act.value)
    return _choose(view, m, act, places, asked, t, page)


def _choose(
    view: DealView, m: Milestone, act: Act, places: tuple[int, ...], asked: Safe, t: Text, page: int
) -> Card:
    pairs = [
        (heading(view, m, m.rounds[-1], place, t), clipped(_point(m, place, t)))
        for place in places[page * PAGE : (page + 1) * PAGE]
    ]
    text, _ = fitted([head(view, t), asked], pairs, [], "points.txt")
    deal, seen = view.deal.id, m.seen
    choose = Press(act + POINT, deal, m.number, seen)
    turn = Press(act.value, deal, m.number, seen)
    labels = [_point(m, place, t) for place in places]
    return Card(text, rows_of([*paged(labels, page, choose, turn, t), back(view, t)]))


def _point(m: Milestone, place: int, t: Text) -> str:
    return t.said(m.rounds[-1].items[place].words)


def heading(view: DealView, m: Milestone, asked: Round, place: int, t: Text) -> Safe:
    """Which point of a round it is, and what the client says it is."""
    agreed = judged_by(view.deal, m.number, asked.under)
    return point_heading(agreed, place, asked.items[place], t)


def sure_card(
    view: DealView, m: Milestone, act: Act, waits: Contest, look: timedelta, t: Text
) -> Card:
    """What the answer means: for the point, and for what is left of the round."""
    last = m.rounds[-1]
    alone = len(last.places) == 1
    others = "over" if alone else "waits" if len(m.contested) > 1 else "goes-on"
    text = t(
        f"confirm-{act.value}",
        name=other_name(view, t),
        title=milestone_title(view, m.number),
        others=others,
        look=look,
    )
    pairs = _pair(view, m, last, waits, t)
    told, attached = fitted([head(view, t), text], pairs, [], "points.txt")
    press = Press(act + DO, view.deal.id, m.number, m.seen, str(waits.item))
    buttons = [Button(t.plain(f"yes-{act.value}"), press, style=Style.GO)]
    if act is Act.MOVE_POINT:
        apart = replace(press, arg=f"{waits.item}.{APART}")
        buttons.append(Button(t.plain("yes-move-apart"), apart))
    return Card(told, rows_of([*buttons, back(view, t)]), attachments=attached)


def _pair(
    view: DealView, m: Milestone, asked: Round, waits: Contest, t: Text
) -> list[tuple[Safe, str]]:
    role = "freelancer" if view.role is Role.FREELANCER else "client"
    why = t("contested-why", role=role, name=other_name(view, t))
    point = t.said(asked.items[waits.item].words)
    return [(heading(view, m, asked, waits.item, t), point), (why, t.said(waits.words))]


def contested_lines(view: DealView, m: Milestone, t: Text) -> list[Safe]:
    """Each point that waits for the client, on the live card; of many the first ones."""
    role = "none" if view.role is None else view.role.value
    found = [
        t(
            "milestone-contested",
            role=role,
            name=other_name(view, t),
            number=each.item + 1,
            point=_short(t.said(m.rounds[-1].items[each.item].words)),
            words=_short(t.said(each.words)),
        )
        for each in m.contested[:PAGE]
    ]
    more = len(m.contested) - PAGE
    return [*found, t("milestone-contested-more", count=more)] if more > 0 else found


def _short(words: str) -> str:
    return clipped(" ".join(words.split()), _MOST)


def contested_said(view: DealView, m: Milestone, news: tuple[Safe, ...], t: Text) -> Said:
    """What waits for the client: each point, and the freelancer's words and files."""
    pairs = [pair for each in m.contested for pair in _pair(view, m, m.rounds[-1], each, t)]
    files = tuple(file for each in m.contested for file in each.files)
    return Said(news, tuple(pairs), files=files, name="points.txt")


def point_said(
    view: DealView, m: Milestone, asked: Round, place: int, news: tuple[Safe, ...], t: Text
) -> Said:
    """The point that left a round."""
    pair = (heading(view, m, asked, place, t), t.said(asked.items[place].words))
    return Said(news, (pair,), name="points.txt")
