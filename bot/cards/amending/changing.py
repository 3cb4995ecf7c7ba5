"""A change of what is agreed: what would be different, and the screen before it is accepted."""

from __future__ import annotations

from bot.buttons import DO, Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.changes import FILE, differences, what_moves
from bot.cards.kit.heading import act_button, back, head, other_name
from bot.cards.kit.proposals import totals
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.wording import Said, fitted, lines
from bot.texts import Safe, Text
from core.deal.proposal import Proposal
from core.deal.step import Act
from core.views import DealView


def change_said(view: DealView, number: object, news: tuple[Safe, ...], t: Text) -> Said:
    """What is proposed and waits, as it is told: every difference, and what money moves."""
    p = view.deal.amendment
    if p is None or p.terms is None or p.number != number:
        return Said(news)
    whole, pairs = differences(view, p.terms, t)
    moves = lines(*what_moves(view, p.terms, t))
    return Said((*news, *whole), pairs, (moves,), name=FILE)


def accept_change_card(view: DealView, p: Proposal, t: Text) -> Card:
    """Every difference and both totals, before the tap by which it is agreed."""
    if p.terms is None:
        return Card(head(view, t), rows_of([back(view, t)]))
    whole, pairs = differences(view, p.terms, t)
    named = {"name": other_name(view, t), "until": p.window.ends_at, **totals(view, p.terms)}
    phrase = phrase_line(view.people.get(view.viewer), t)
    last = [lines(*what_moves(view, p.terms, t)), t("confirm-accept-change", **named)]
    last += [] if phrase is None else [phrase]
    text, attached = fitted([head(view, t), *whole], pairs, last, FILE)
    press = Press(Act.ACCEPT_CHANGE + DO, view.deal.id, None, view.deal.seen, str(p.number))
    yes = Button(t.plain("yes-accept-change"), press, style=Style.GO)
    no = act_button(view, t, Act.REJECT_CHANGE, None)
    return Card(text, rows_of([yes, no, back(view, t)]), attachments=attached)
