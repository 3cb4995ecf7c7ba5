"""What is said to who changed a message that they had sent before."""

from __future__ import annotations

from bot.buttons import Button, Press
from bot.cards.drafting.questions import terms_press
from bot.cards.kit.acts import OPEN
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.wording import blocks
from bot.texts import Safe, Text
from core.values.ids import DealId


def used_card(deal: DealId | None, t: Text, message: int) -> Card:
    """It went out as it was: how to add to it."""
    if deal is None:
        button = Button(t.plain("button-help"), Press("help"))
    else:
        button = Button(t.plain("button-open-deal"), Press(OPEN, deal))
    return Card(t("edit-used"), rows_of([button]), reply_to=message)


def answered_card(deal: DealId, t: Text, message: int) -> Card:
    """It was an answer of a draft: where that can be changed."""
    button = Button(t.plain("tap-edit"), terms_press(deal, "edit"))
    return Card(t("edit-answered"), rows_of([button]), reply_to=message)


def unknown_card(t: Text, message: int, *, in_form: bool) -> Card:
    """Nothing waits that it said."""
    return Card(t("frame-edit-in-form" if in_form else "frame-edit"), reply_to=message)


def refused_card(why: Safe, t: Text, message: int) -> Card:
    """What it says now can not be taken."""
    return Card(blocks(why, t("edit-stays")), reply_to=message)
