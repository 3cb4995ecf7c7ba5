"""The second tap of what can not be undone at the desk: it names the case and whom it concerns."""

from __future__ import annotations

from collections.abc import Mapping

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import Part, lines
from bot.cards.kit.wording import LABEL, clipped
from bot.texts import Code, Safe, Text
from core.values.ids import PersonId

MOST_COLLEAGUES = 6
OPEN = "open"
"""Whoever takes it."""


def take_over(t: Text, part: Part, name: str, arbiter: int) -> Card:
    """From a colleague; the button carries whom."""
    yes = _press(part, "overx", str(arbiter))
    button = Button(t.plain("desk-button-take-over"), yes, style=Style.DANGER)
    return _card(t, t("desk-sure-take-over", name=name), part, button)


def hand_over(t: Text, part: Part, free: Mapping[PersonId, str]) -> Card:
    """A button for each colleague who is free to rule, and one that leaves it open."""
    named = [
        Button(clipped(name, LABEL), _press(part, "handx", str(person)))
        for person, name in list(free.items())[:MOST_COLLEAGUES]
    ]
    leave = Button(t.plain("desk-button-leave-open"), _press(part, "handx", OPEN))
    return _card(t, t("desk-sure-hand-over", free=bool(named)), part, *named, leave)


def recuse(t: Text, part: Part) -> Card:
    """For good."""
    button = Button(t.plain("desk-button-recuse"), _press(part, "recusex"), style=Style.DANGER)
    return _card(t, t("desk-sure-recuse"), part, button)


def done(t: Text, key: str) -> Card:
    """What the question becomes."""
    return Card(t(key))


def given(t: Text, name: str) -> Card:
    """What *Hand over* becomes."""
    return Card(t("desk-given", name=name))


def _press(part: Part, verb: str, arg: str = "") -> Press:
    return Press(verb, part.deal.id, part.number, None, arg)


def _card(t: Text, asked: Safe, part: Part, *buttons: Button) -> Card:
    number = Code(part.deal.id)
    about = t("desk-money-about", title=part.deal_title, milestone=part.title, deal=number)
    back = Button(t.plain("desk-button-back"), Press("sureno"))
    return Card(lines(asked, about), rows_of((*buttons, back)))
