"""The statement: a person's money on paper, what it stands at and every movement."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.cards.lists import money_lines
from bot.papers.blocks import Block, Document, Heading, Paragraph, Table
from bot.reads import MoneyOverview
from bot.texts import Text, plain

HEAD: Final = ("day", "deal", "what", "amount")
SHARES: Final = (5, 7, 4, 4)


def statement_document(
    money: MoneyOverview, t: Text, house: str, now: datetime, *, play: bool
) -> Document:
    """As it stands `now`; movements newest first, as in the file for spreadsheets."""
    rows = tuple(
        (
            t.moment(row.at, year=True),
            t.plain("paper-title", title=row.title, deal=row.deal),
            t.plain("statement-what", what=row.what),
            t.money(row.amount),
        )
        for row in money.history
    )
    head = tuple(t.plain(f"statement-head-{key}") for key in HEAD)
    told: list[Block] = [Paragraph(t.plain("play-money"))] if play else []
    told += [Paragraph(plain(line)) for line in money_lines(money, t)]
    told += [Heading(t.plain("statement-history")), Table(head, rows, SHARES)]
    return Document(
        title=t.plain("statement-title"),
        house=house,
        created=now,
        locale=t.locale,
        rtl=t.rtl,
        blocks=tuple(told),
        footer=t.plain("statement-footer", at=now),
        undrawn=t.plain("paper-undrawn"),
    )
