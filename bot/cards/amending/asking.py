"""Proposing: how much more time, and the screen before each proposal goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.buttons import DO, Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.gather import leave
from bot.cards.kit.heading import back, head, milestone_title, other_name
from bot.cards.kit.proposals import end_args, proposal_args, time_args
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.wording import blocks, clipped
from bot.texts import Safe, Text
from core.deal.milestone import Milestone
from core.deal.proposal import Proposal
from core.deal.step import Act
from core.ports import Expecting
from core.values.money import Money
from core.values.words import Words
from core.views import DealView

LENGTHS: Final = (timedelta(days=1), timedelta(days=3), timedelta(days=7), timedelta(days=14))


@dataclass(frozen=True, slots=True)
class Sure:
    """What is about to be proposed: `said` goes with it; the other side answers by `until`."""

    act: Act
    arg: str
    until: datetime | None
    said: Words | None = None


def time_card(view: DealView, m: Milestone, row: Expecting, act: Act, t: Text) -> Card:
    """How much more time."""
    deal = view.deal.id
    buttons = [
        Button(
            t.duration(length),
            Press("moretime", deal, m.number, None, f"{row.what}.{int(length.total_seconds())}"),
        )
        for length in LENGTHS
    ]
    text = t("time-length", **named(view, m, t), due=m.due or "", asks=act is Act.ASK_TIME)
    return Card(blocks(head(view, t), text), rows_of([*buttons, leave(row, t)]))


def sure_time(
    view: DealView, m: Milestone, row: Expecting, more: timedelta, sure: Sure, t: Text
) -> Card:
    """Which date would become which."""
    return sure_card(view, m, row, sure, time_args(m, more, view.now), t)


def sure_end(
    view: DealView, m: Milestone, row: Expecting, share: Money, sure: Sure, t: Text
) -> Card:
    """Who would get what."""
    return sure_card(view, m, row, sure, end_args(view, m, share), t)


def sure_card(
    view: DealView,
    m: Milestone,
    row: Expecting,
    sure: Sure,
    args: Mapping[str, object],
    t: Text,
) -> Card:
    """The screen before a proposal goes out."""
    role = "none" if view.role is None else view.role.value
    told = {**named(view, m, t), **args, "role": role, "until": sure.until or ""}
    asks = sure.act is not Act.GRANT_TIME
    text = blocks(
        head(view, t),
        t(f"confirm-{sure.act.value}", **told),
        words_line(sure.said, t) if asks else None,
        phrase_line(view.people.get(view.viewer), t) if "share" in args else None,
    )
    act = sure.act
    press = Press(act + DO, view.deal.id, m.number, m.seen, sure.arg)
    yes = Button(t.plain(f"yes-{sure.act.value}", **told), press, style=Style.GO)
    return Card(text, rows_of([yes, leave(row, t)]))


def words_line(said: Words | None, t: Text) -> Safe:
    """The words that go with it as they are, so that nothing goes along unseen."""
    if said is None:
        return t("proposal-why")
    return t("proposal-said", words=clipped(t.said(said)))


def accept_end_card(view: DealView, m: Milestone, p: Proposal, t: Text, *, play: bool) -> Card:
    """The screen before the tap that ends it: the amounts, and that it can not be undone."""
    args = {**named(view, m, t), **proposal_args(view, p)}
    text = blocks(
        head(view, t),
        t("confirm-accept-end", **args),
        t("play-money") if play else None,
        phrase_line(view.people.get(view.viewer), t),
    )
    press = Press(Act.ACCEPT_END + DO, view.deal.id, m.number, m.seen, str(p.number))
    yes = Button(t.plain("yes-accept-end", **args), press, style=Style.GO)
    return Card(text, rows_of([yes, back(view, t)]))


def named(view: DealView, m: Milestone, t: Text) -> dict[str, object]:
    """The other side, and the milestone."""
    return {"name": other_name(view, t), "title": milestone_title(view, m.number)}
