"""An act that is offered on several open milestones: which of them, by number, title and amount."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bot.buttons import Button, Press
from bot.cards.kit.acts import places
from bot.cards.kit.base import Card
from bot.cards.kit.heading import act_button, back, head, milestone_title, to_choose
from bot.cards.kit.paging import PAGE
from bot.cards.kit.wording import blocks
from bot.texts import Text, escape
from core.deal.step import Act
from core.views import DealView

_TITLE: Final = 20
"""Characters of a title beside its number and amount, in the one line of a button."""


def choose_card(view: DealView, act: Act, press: Press, t: Text) -> Card:
    """The milestones on which it is offered; each button is that of the act there."""

    def to(number: int) -> Press | None:
        return act_button(view, t, act, number).press

    asked = t("choose-milestone", label=escape(to_choose(view, t, act)))
    buttons = [*choices(view, act, press, to, t), back(view, t)]
    return Card(blocks(head(view, t), asked), tuple((button,) for button in buttons))


def choices(
    view: DealView, act: Act, press: Press, to: Callable[[int], Press | None], t: Text
) -> list[Button]:
    """Some of them, and a way to the others; `press` is what asked, its `seen` the page."""
    found, page = places(view, act), 0 if press.seen is None else press.seen
    here = found[page * PAGE : (page + 1) * PAGE]
    buttons = [Button(_label(view, act, number, t), to(number)) for number in here]
    if page:
        buttons.append(Button(t.plain("button-earlier"), replace(press, seen=page - 1)))
    if found[(page + 1) * PAGE :]:
        buttons.append(Button(t.plain("button-later"), replace(press, seen=page + 1)))
    return buttons


def _label(view: DealView, act: Act, number: int, t: Text) -> str:
    m = view.deal.milestone(number)
    amount = m.missing if act is Act.PAY else m.held or m.amount
    title = milestone_title(view, number, _TITLE)
    return t.plain("button-milestone", number=number, title=title, amount=amount)
