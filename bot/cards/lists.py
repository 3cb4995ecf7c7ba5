"""*My deals* and *Money*: lists that fit a phone."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

from bot.buttons import Button, Press
from bot.cards.kit.base import Attachment, Card, rows_of
from bot.cards.kit.wording import LABEL, clipped, lines
from bot.reads import DealRow, MoneyOverview, Settled
from bot.texts import Safe, Text
from core.values import currencies
from core.values.money import Money

DEALS_A_CARD: Final = 5
MOST_HISTORY: Final = 10


def deals_card(rows: Sequence[DealRow], page: int, t: Text, *, ended: bool, more: bool) -> Card:
    """A page of deals, the last active first; one button a deal."""
    buttons = [Button(clipped(_label(row, t), LABEL), Press("deal", row.deal)) for row in rows]
    kind = "ended" if ended else "open"
    if page:
        buttons.append(Button(t.plain("tap-previous"), Press("deals", arg=f"{kind}.{page - 1}")))
    if more:
        buttons.append(Button(t.plain("tap-next"), Press("deals", arg=f"{kind}.{page + 1}")))
    if not (page and more):
        other = "open" if ended else "ended"
        buttons.append(Button(t.plain(f"tap-deals-{other}"), Press("deals", arg=f"{other}.0")))
    buttons.append(Button(t.plain("tap-menu"), Press("menu")))
    if not rows:
        return Card(t("deals-none-ended" if ended else "deals-none-open"), rows_of(buttons))
    head = t("deals-ended" if ended else "deals-open")
    return Card(lines(head, "", *(_line(row, t) for row in rows)), rows_of(buttons))


def _label(row: DealRow, t: Text) -> str:
    return t.plain("deals-label", title=row.title or row.deal, state=row.state)


def _line(row: DealRow, t: Text) -> Safe:
    return t(
        "deals-line",
        title=row.title or row.deal,
        other=row.other or "none",
        total=Safe(t.money(row.total)) if row.total else t("deals-no-total"),
        state=row.state,
    )


def money_lines(money: MoneyOverview, t: Text) -> list[Safe]:
    """What is held and what is owed, or that nothing is."""
    sums = (
        ("money-held-for-me", money.held_for_me),
        ("money-held-by-me", money.held_by_me),
        ("money-to-be-paid-out", money.to_be_paid_out),
        ("money-to-be-refunded", money.to_be_refunded),
        ("money-on-its-way", money.on_its_way),
    )
    told = [t(key, amounts=_amounts(amounts, t)) for key, amounts in sums if any(amounts)]
    return told or [t("money-nothing")]


def money_card(money: MoneyOverview, t: Text, *, play: bool) -> Card:
    """What is held, what is owed, and the last movements."""
    history = [_moved(row, t) for row in money.history[:MOST_HISTORY]]
    text = lines(
        t("money-head"),
        "",
        *money_lines(money, t),
        *(("", t("money-history"), *history) if history else ()),
        *(("", t("play-money")) if play else ()),
    )
    buttons = [
        Button(t.plain("tap-payout-details"), Press("set.payout")),
        Button(t.plain("tap-menu"), Press("menu")),
    ]
    if money.history:
        buttons[:0] = [
            Button(t.plain("tap-statement"), Press("money.pdf")),
            Button(t.plain("tap-csv"), Press("money.csv")),
        ]
    return Card(text, rows_of(buttons))


def _amounts(amounts: Sequence[Money], t: Text) -> Safe:
    return t.listed(Safe(t.money(amount)) for amount in amounts if amount)


def _moved(row: Settled, t: Text) -> Safe:
    day = Safe(t.day(row.at))
    return t("money-moved", day=day, what=row.what, amount=row.amount, title=row.title)


def csv_card(history: Sequence[Settled], t: Text) -> Card:
    """The whole history as a file that a spreadsheet opens."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("at", "deal", "milestone", "title", "what", "amount", "currency"))
    for row in history:
        writer.writerow((
            row.at.isoformat(), row.deal, row.milestone, _harmless(row.title), row.what,
            decimal(row.amount), row.amount.currency,
        ))  # fmt: skip
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    content = ("\ufeff" + out.getvalue()).encode()
    return Card(t("money-csv"), attachments=(Attachment("holdfast.csv", "text/csv", content),))


def _harmless(text: str) -> str:
    """A spreadsheet runs cells that begin with these signs; a quote before them makes it words."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


def decimal(amount: Money) -> str:
    """`300.00`, in ASCII, for files."""
    return str(amount).removesuffix(f" {currencies.get(amount.currency).code}")
