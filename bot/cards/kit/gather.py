"""Cards of a form that collects texts and files until *Done*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, Rows, rows_of
from bot.cards.kit.heading import head, milestone_title, other_name
from bot.cards.kit.wording import blocks, clipped, short
from bot.texts import Safe, Text, typed
from core.ports import Expecting
from core.values.words import FileRef
from core.views import DealView

_OURS: Final = re.compile(r"(photo|voice|video|animation|audio|document)-\d+(\.\w+)?")
"""Names that we gave, since the sender's phone gave none."""


def gather_card(view: DealView | None, row: Expecting, t: Text) -> Card:
    """What is collected, and for what."""
    title = "" if view is None or row.milestone is None else milestone_title(view, row.milestone)
    name = "" if view is None else other_name(view, t)
    question = clipped(str(row.data.get("question", "")), 2000)
    asked = t(f"gather-{row.what}", name=name, title=title, question=question)
    heading = None if view is None else head(view, t)
    reader = row.data.get("read_by")
    warned = t("gather-help-read-by", name=str(reader)) if reader else None
    return Card(blocks(heading, asked, warned, so_far(row, t), missing(row, t)), _buttons(row, t))


def got_card(row: Expecting, t: Text) -> Card:
    """It is kept, so much by now, and what was not; more may come."""
    cut = t("gather-cut") if row.data.get("cut") else None
    text = blocks(so_far(row, t), cut, missing(row, t), t("gather-more"))
    return Card(text, _buttons(row, t), ring=False)


def incomplete_card(row: Expecting, t: Text) -> Card:
    """*Done* while something was left out: it goes without that only if they say so."""
    anyway = Press("talkany", row.deal, row.milestone, None, row.what)
    back = Press("talkmore", row.deal, row.milestone, None, row.what)
    return asks_anyway(row, anyway, back, t)


def asks_anyway(row: Expecting, anyway: Press, back: Press, t: Text) -> Card:
    """What was left out, and whether it goes without."""
    buttons = [
        Button(t.plain("button-send-anyway"), anyway),
        Button(t.plain("button-back"), back),
    ]
    return Card(blocks(missing(row, t), t("gather-incomplete")), rows_of(buttons))


def missing(row: Expecting, t: Text) -> Safe | None:
    """What was left out of a form, by number and name, and why."""
    count, left = row.data.get("missing"), row.data.get("left")
    if not isinstance(count, int) or not count or not isinstance(left, list | tuple):
        return None
    reasons: dict[str, list[Mapping[str, Any]]] = {}
    for one in left:
        reasons.setdefault(str(one["key"]), []).append(one)
    lines = [_these(key, those, t) for key, those in reasons.items()]
    more = count - len(left)
    rest = t("gather-missing-more", count=more) if more else None
    return blocks(t("gather-missing", count=count), *lines, rest)


def _these(key: str, those: Sequence[Mapping[str, Any]], t: Text) -> Safe:
    which = clipped(", ".join(_named(those)), 1500)
    why = t(f"refusal-{key}", **typed(short(those[-1]["data"])))
    return t("gather-missing-these", which=which, why=why)


def _named(those: Sequence[Mapping[str, Any]]) -> list[str]:
    """Numbers with names; photos and the like have none, so a row of them is a range."""
    found: list[str] = []
    first = last = 0
    for one in [*those, None]:
        number = 0 if one is None or _has_name(one) else int(one["number"])
        if first and number == last + 1:
            last = number
            continue
        if first:
            found.append(f"{first}" if first == last else f"{first}–{last}")
        first = last = number
        if one is not None and not number:
            found.append(f"{one['number']} ({one['name']})")
    return found


def _has_name(one: Mapping[str, Any]) -> bool:
    """Whether its sender would know it by the name: those of photos and voice are ours."""
    return bool(one["name"]) and _OURS.fullmatch(str(one["name"])) is None


def nothing_card(t: Text, *, left: bool = False) -> Card:
    """A sticker or a place is nothing that can be kept."""
    return Card(t("gather-left" if left else "gather-nothing"))


def so_far(row: Expecting, t: Text) -> Safe | None:
    """How much is kept by now."""
    texts, files = _count(row, "texts"), _count(row, "files")
    return t("gather-got", texts=texts, files=files) if texts or files else None


def _count(row: Expecting, key: str) -> int:
    kept = row.data.get(key)
    return len(kept) if isinstance(kept, list | tuple) else 0


def _buttons(row: Expecting, t: Text) -> Rows:
    done = Press("talkend", row.deal, row.milestone, None, row.what)
    return rows_of([Button(t.plain("button-done"), done, style=Style.GO), leave(row, t)])


def leave(row: Expecting, t: Text) -> Button:
    """Out of the form."""
    return Button(t.plain("button-back"), Press("talkoff", row.deal, row.milestone, None, row.what))


def files_line(files: tuple[FileRef, ...], t: Text) -> Safe:
    """How many files, by name."""
    if not files:
        return t("work-no-files")
    names = t.listed(clipped(file.name, 60) for file in files)
    return t("work-files", count=len(files), names=names)
