"""The work diary, a page at a time, newest first."""

from __future__ import annotations

from typing import Final

from bot.buttons import Button, Press
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import act_button, back, head
from bot.cards.kit.wording import blocks, clipped, lines
from bot.texts import Code, Safe, Text
from core.deal.diary import DiaryEntry, whole
from core.deal.step import Act
from core.values.ids import PersonId
from core.views import DealView

PAGE: Final = 4
WORDS: Final = 600
SHORT_HASH: Final = 12


def diary_card(view: DealView, entries: tuple[DiaryEntry, ...], t: Text, page: int = 0) -> Card:
    """Entries with their hashes, and whether the chain is whole. `page` 0 is the newest."""
    newest = entries[::-1][page * PAGE : (page + 1) * PAGE]
    told = [_entry(view, entry, t) for entry in reversed(newest)]
    chain = t(
        "diary-chain",
        count=len(entries),
        whole=whole(view.deal.id, entries),
        hash=Code(view.deal.diary_head[:SHORT_HASH]),
    )
    text = blocks(head(view, t), *told, chain if entries else t("diary-empty"))
    return Card(text, rows_of(_buttons(view, newest, len(entries), page, t)))


def _entry(view: DealView, entry: DiaryEntry, t: Text) -> Safe:
    files = t("diary-files", count=len(entry.files)) if entry.files else None
    heading = t(
        "diary-entry",
        number=entry.number,
        name=_name(view, entry.by, t),
        at=entry.at,
        hash=Code(entry.hash[:SHORT_HASH]),
    )
    if entry.words is None:
        return lines(heading, files)
    gone = entry.words.text is None
    said = (
        t("words-erased") if gone else t("plain-words", words=clipped(t.said(entry.words), WORDS))
    )
    return lines(heading, said, files)


def _name(view: DealView, person: PersonId, t: Text) -> str:
    known = view.people.get(person)
    if person == view.viewer:
        return t.plain("you")
    return t.plain("the-other-side") if known is None else known.name


def _buttons(
    view: DealView, shown: tuple[DiaryEntry, ...], count: int, page: int, t: Text
) -> list[Button]:
    deal = view.deal.id
    buttons = [act_button(view, t, Act.DIARY, None)] if view.may(Act.DIARY) else []
    for entry in shown:
        if entry.files or len(t.said(entry.words)) > WORDS:
            label = t.plain("button-entry", number=entry.number)
            buttons.append(Button(label, Press("diary.file", deal, arg=str(entry.number))))
    if (page + 1) * PAGE < count:
        buttons.append(
            Button(t.plain("button-earlier"), Press("diary.read", deal, arg=str(page + 1)))
        )
    if page:
        buttons.append(
            Button(t.plain("button-later"), Press("diary.read", deal, arg=str(page - 1)))
        )
    return [*buttons, back(view, t)]
