"""A long list of choices, some at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.buttons import Button, Press
from bot.cards.kit.wording import LABEL, clipped
from bot.texts import Text

PAGE: Final = 5


def paged(labels: Sequence[str], page: int, choose: Press, turn: Press, t: Text) -> list[Button]:
    """At most PAGE choices as buttons, and a way to the others."""
    start = page * PAGE
    buttons = [
        Button(_label(place + 1, label, t), _with(choose, f"{choose.arg}{place}"))
        for place, label in enumerate(labels)
        if start <= place < start + PAGE
    ]
    if page:
        buttons.append(Button(t.plain("button-earlier"), _with(turn, f"{turn.arg}{page - 1}")))
    if start + PAGE < len(labels):
        buttons.append(Button(t.plain("button-later"), _with(turn, f"{turn.arg}{page + 1}")))
    return buttons


def _label(number: int, words: str, t: Text) -> str:
    """The beginning of what somebody wrote, in the one line of a button."""
    return clipped(f"{t.number(number)}. {' '.join(words.split())}", LABEL)


def _with(press: Press, arg: str) -> Press:
    return Press(press.verb, press.deal, press.milestone, press.seen, arg)
