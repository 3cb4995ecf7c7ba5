"""Cards of a form that collects texts and files until *Done*."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.buttons import Button, Press, Style
from bot.cards.base import Card, Rows, rows_of
from bot.cards.deal import head, milestone_title, other_name
from bot.cards.wording import blocks, clipped
from bot.texts import Safe, Text
from core.ports import Expecting
from core.views import DealView


def gather_card(view: DealView | None, row: Expecting, t: Text) -> Card:
    """What is collected, and for what."""
    title = "" if view is None or row.milestone is None else milestone_title(view, row.milestone)
    name = "" if view is None else other_name(view, t)
    question = clipped(str(row.data.get("question", "")), 2000)
    asked = t(f"gather-{row.what}", name=name, title=title, question=question)
    heading = None if view is None else head(view, t)
    reader = row.data.get("read_by")
    warned = t("gather-help-read-by", name=str(reader)) if reader else None
    return Card(blocks(heading, asked, warned, _so_far(row, t)), _buttons(row, t))


def got_card(row: Expecting, t: Text) -> Card:
    """It is kept; more may come."""
    text = (
        t("gather-got-album") if row.data.get("album") else _so_far(row, t) or t("gather-got-album")
    )
    cut = t("gather-cut") if row.data.get("cut") else None
    return Card(blocks(text, cut, t("gather-more")), _buttons(row, t), ring=False)


def nothing_card(t: Text, *, left: bool = False) -> Card:
    """A sticker or a place is nothing that can be kept."""
    return Card(t("gather-left" if left else "gather-nothing"))


def _so_far(row: Expecting, t: Text) -> Safe | None:
    data: Mapping[str, Any] = row.data
    texts, files = len(data.get("texts", ())), len(data.get("files", ()))
    return t("gather-got", texts=texts, files=files) if texts or files else None


def _buttons(row: Expecting, t: Text) -> Rows:
    done = Press("talkend", row.deal, row.milestone, None, row.what)
    back = Press("talkoff", row.deal, row.milestone, None, row.what)
    return rows_of(
        [
            Button(t.plain("button-done"), done, style=Style.GO),
            Button(t.plain("button-back"), back),
        ]
    )
