"""What fits no form: whom it is for, and which deal it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.buttons import Button, Press
from bot.cards.kit.acts import OPEN
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.choosing import choices
from bot.cards.kit.heading import SHORT_TITLE, milestone_title, other_name
from bot.cards.kit.wording import LABEL, blocks, clipped
from bot.reads import DealRow
from bot.texts import Safe, Text
from core.deal.step import Act
from core.ports import Expecting
from core.values.ids import DealId
from core.views import DealView

MOST_DEALS: Final = 6


def loose_card(view: DealView | None, row: Expecting, key: str, t: Text, *, files: bool) -> Card:
    """What to do with it, where the deal is known; `key` is the message's own."""
    if view is None:
        help_only = Button(t.plain("button-help"), Press("talkhelp", None, arg=key))
        return Card(t("loose-no-deal"), rows_of([help_only, _never_mind(None, key, t)]), ring=False)
    deal, name = view.deal.id, other_name(view, t)
    text = _text(row)
    asked = [t("loose-what", title=clipped(str(view.deal.terms.title or ""), SHORT_TITLE))]
    buttons = []
    if _sounds_like_change(text, t) and view.may(Act.REQUEST_CHANGES):
        asked = [t("loose-change"), *asked]
        buttons.append(Button(t.plain("button-formal-change"), Press("talkchg", deal, arg=key)))
    if files and view.may(Act.SUBMIT):
        asked = [t("loose-file"), *asked]
        buttons.append(Button(t.plain("button-submit-it"), Press("talksub", deal, arg=key)))
    if view.may(Act.TALK):
        buttons.append(Button(t.plain("button-talk", name=name), Press("talksay", deal, arg=key)))
    if view.may(Act.DIARY):
        buttons.append(Button(t.plain("button-diary"), Press("talkdiary", deal, arg=key)))
    if view.may(Act.EVIDENCE):
        buttons.append(Button(t.plain("button-evidence"), Press("talkfile", deal, arg=key)))
    buttons.append(Button(t.plain("button-help"), Press("talkhelp", deal, arg=key)))
    refused = t("loose-later") if not files and _asks_for_later(text, t) else None
    return Card(blocks(refused, *asked), rows_of([*buttons, _never_mind(deal, key, t)]), ring=False)


def overtaken_card(
    view: DealView | None, row: Expecting, kept: Expecting | None, key: str, t: Text
) -> Card:
    """A form that leads nowhere any more: why, and where what it held may go; `key` is that's."""
    title = "" if view is None or row.milestone is None else milestone_title(view, row.milestone)
    said = t("form-overtaken", what=row.what, title=title)
    if kept is None:
        deal = None if view is None else Button(t.plain("button-open-deal"), Press(OPEN, row.deal))
        return Card(said, rows_of([] if deal is None else [deal]))
    files = bool(kept.data.get("files"))
    asked = loose_card(view, kept, key, t, files=files)
    return replace(asked, text=blocks(said, Safe(asked.text)), ring=True)


def which_card(rows: Sequence[DealRow], key: str, t: Text) -> Card:
    """Several deals: which one first."""
    buttons = [
        Button(
            clipped(f"{clipped(row.title, LABEL // 2)} · {row.other}", LABEL),
            Press("talkwhich", row.deal, arg=key),
        )
        for row in rows[:MOST_DEALS]
    ]
    help_only = Button(t.plain("button-help"), Press("talkhelp", None, arg=key))
    return Card(t("loose-which"), rows_of([*buttons, help_only]), ring=False)


def milestone_card(view: DealView, act: Act, press: Press, t: Text) -> Card:
    """Several milestones are open for it: which one. Each button is `press` with its milestone."""

    def to(number: int) -> Press:
        return replace(press, milestone=number, seen=None)

    before = Button(t.plain("button-back"), Press("talkwhich", press.deal, arg=press.arg))
    buttons = [*choices(view, act, press, to, t), before, _never_mind(press.deal, press.arg, t)]
    return Card(t("loose-which-milestone"), tuple((button,) for button in buttons), ring=False)


def _never_mind(deal: DealId | None, key: str, t: Text) -> Button:
    return Button(t.plain("button-never-mind"), Press("talkdrop", deal, arg=key))


def _text(row: Expecting) -> str:
    kept = row.data.get("texts")
    texts = kept if isinstance(kept, list | tuple) else ()
    return " ".join(str(said["text"]) for said in texts)


def _sounds_like_change(text: str, t: Text) -> bool:
    return _says(text, t.plain("words-of-change"))


def _asks_for_later(text: str, t: Text) -> bool:
    return _says(text, t.plain("words-of-later"))


def _says(text: str, wanted: str) -> bool:
    """Whether any of the phrases, given between commas, stands in the text."""
    folded = f" {text.casefold()} "
    return any(phrase.strip() and phrase.strip() in folded for phrase in wanted.split(","))
