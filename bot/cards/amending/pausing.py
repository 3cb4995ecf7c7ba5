"""Asking for a pause: how long, and the screen before it goes out."""

from __future__ import annotations

from datetime import timedelta

from bot.buttons import Button, Press
from bot.cards.amending.asking import LENGTHS, Sure, named, sure_card
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.gather import leave
from bot.cards.kit.heading import head
from bot.cards.kit.proposals import pause_args
from bot.cards.kit.wording import blocks
from bot.texts import Text
from core.deal.milestone import Milestone
from core.ports import Expecting
from core.views import DealView


def pause_card(view: DealView, m: Milestone, row: Expecting, left: timedelta, t: Text) -> Card:
    """How long; nothing is offered that is longer than what is left."""
    deal = view.deal.id
    lengths = {length: int(length.total_seconds()) for length in LENGTHS if length <= left}
    buttons = [
        Button(t.duration(length), Press("pauselen", deal, m.number, arg=f"{row.what}.{seconds}"))
        for length, seconds in lengths.items()
    ]
    text = t("pause-length", **named(view, m, t), left=left)
    return Card(blocks(head(view, t), text), rows_of([*buttons, leave(row, t)]))


def sure_pause(
    view: DealView, m: Milestone, row: Expecting, length: timedelta, sure: Sure, t: Text
) -> Card:
    """Until when it would last, and which date would become which."""
    args = {**pause_args(m, length), "ends": view.now + length}
    return sure_card(view, m, row, sure, args, t)
