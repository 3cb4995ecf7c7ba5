"""CSV of any bank: which mark parts the columns, where the heading is, what each cell says."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from bot.statements.cells import Days, Figures
from bot.statements.columns import EXAMPLE, Columns, guessed, is_heading, mark_of
from bot.statements.meanings import BankSays, happened
from bot.statements.moved import Moved, with_signs
from bot.statements.told import KINDS, BankStatement, proved, said
from bot.statements.whose import Owner
from core.paying import StatementLine, plain
from core.values.errors import BadInput
from core.values.money import Money

_MARKS: Final = (";", "\t", ",", "|")
_FIRST: Final = 60
"""Rows among which the heading is looked for, and by which the mark is found."""
_LEAST: Final = 3
_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Row:
    at: int
    cells: Sequence[str]

    @property
    def blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class _Table:
    above: tuple[_Row, ...]
    heading: Sequence[str]
    rows: tuple[_Row, ...]


def columns_of(text: str) -> tuple[Sequence[str], str, Columns]:
    """Its heading, the mark by which its columns are kept, and what its words say of them."""
    table = _table(text)
    return table.heading, mark_of(table.heading), guessed(table.heading)


def read(
    text: str, told: Columns | None = None, house: Mapping[str, str] = _NOBODY
) -> tuple[BankStatement, ...]:
    """One statement an account. Raises BadInput, as `reading.read`."""
    table = _table(text)
    columns = (told or Columns()).over(guessed(table.heading))
    if not columns.enough:
        first = table.rows[0].at if table.rows else 1
        heads = "; ".join(f"{n}: {cell}" for n, cell in enumerate(_shown(table), 1))
        raise BadInput("statement-columns", columns=heads[:300], example=EXAMPLE, line=first)
    rows, pending = _sorted_out(table, columns)
    if not rows:
        raise BadInput("statement-empty", line=1)
    days = Days.of(columns, [(columns.cell(row.cells, "date"), row.at) for row in rows])
    columns = with_signs(columns, [row.cells for row in rows])
    owner = Owner.of([row.cells for row in table.above], table.heading, columns, house)
    by_account: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        by_account.setdefault(owner.row(row.cells, row.at), []).append(row)
    found = []
    for number, ((account, currency), own_rows) in enumerate(by_account.items()):
        one = _statement(own_rows, columns, days, account, currency)
        found.append(replace(one, pending=pending if number == 0 else 0))
    return tuple(found)


def _shown(table: _Table) -> Sequence[str]:
    if table.heading:
        return table.heading
    return table.rows[0].cells if table.rows else ()


def _table(text: str) -> _Table:
    rows = _best(text)
    for place, row in enumerate(rows[:_FIRST]):
        if is_heading(row.cells):
            return _Table(tuple(rows[:place]), row.cells, tuple(rows[place + 1 :]))
    wide = max((len(row.cells) for row in rows), default=0)
    starts = next((n for n, row in enumerate(rows) if len(row.cells) == wide), 0)
    begins = rows[starts].cells if rows else ()
    if any(_is_figure(cell) for cell in begins):
        return _Table(tuple(rows[:starts]), (), tuple(rows[starts:]))
    return _Table(tuple(rows[:starts]), begins, tuple(rows[starts + 1 :]))


def _is_figure(cell: str) -> bool:
    return bool(re.fullmatch(r"[-+−]?[\d.,' ]*\d[\d.,' ]*[-+]?", cell.strip()))


def _best(text: str) -> list[_Row]:
    """Parted by the mark that gives most rows the same number of columns, of which there are three.

    Raises BadInput("statement-kind", kinds=KINDS) where none does.
    """
    best: tuple[int, str] = (0, "")
    for mark in _MARKS:
        few = text[:20_000]
        try:
            widths = [len(row) for row in csv.reader(few.splitlines(), delimiter=mark)]
        except csv.Error:
            continue
        wide = max(set(widths), key=lambda w: (w >= _LEAST) * widths.count(w) * w, default=0)
        score = widths.count(wide) * wide if wide >= _LEAST else 0
        best = max(best, (score, mark))
    if not best[0]:
        raise BadInput("statement-kind", kinds=KINDS)
    return list(_rows(text, best[1]))


def _rows(text: str, mark: str) -> Iterator[_Row]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=mark)
    at = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise BadInput("statement-field", field="CSV", line=at) from None
        row = _Row(at, cells)
        at = reader.line_num + 1
        if not row.blank:
            yield row


def _sorted_out(table: _Table, columns: Columns) -> tuple[list[_Row], int]:
    """What is booked, and how many are not yet; what a bank turned down is neither.

    Sums and remarks stand below the last line, or above the first; between lines nothing is let be.
    Raises BadInput: "statement-day", "statement-status" where the word is not known.
    """
    dated = [row for row in table.rows if _is_day(columns.cell(row.cells, "date"))]
    if not dated:
        return [], 0
    first, last = dated[0].at, dated[-1].at
    booked: list[_Row] = []
    pending = 0
    for row in table.rows:
        status, day = (columns.cell(row.cells, name) for name in ("status", "date"))
        came = happened(status)
        if came is BankSays.PENDING:
            pending += 1
        elif _is_day(day):
            if came is None:
                raise BadInput("statement-status", status=status[:30], line=row.at)
            booked += [row] if came is BankSays.BOOKED else []
        elif first <= row.at <= last:
            if day:
                raise BadInput("statement-day", day=day[:30], line=row.at)
            pending += 1
    return booked, pending


def _is_day(text: str) -> bool:
    return sum(char.isdecimal() for char in text) >= 4 and Days.parted(text) is not None  # noqa: PLR2004 - day, month, year


def _statement(
    rows: list[_Row], columns: Columns, days: Days, account: str, currency: str
) -> BankStatement:
    money = ("amount", "debit", "credit", "balance")
    cells = [(columns.cell(row.cells, name), row.at) for row in rows for name in money]
    figures = Figures.of(columns.decimal, currency, [one for one in cells if one[0]])
    moved = Moved.of(columns, figures, [(row.cells, row.at) for row in rows])
    lines = tuple(_line(row, columns, days, moved, account) for row in rows)
    found = BankStatement(account=account, currency=currency, lines=lines)
    if "balance" in columns.of:
        balances = [figures.read(columns.cell(row.cells, "balance"), row.at) for row in rows]
        found = _balanced(found, balances)
    return proved(found, rows[-1].at)


def _line(row: _Row, columns: Columns, days: Days, moved: Moved, account: str) -> StatementLine:
    def cell(name: str) -> str:
        return said(columns.cell(row.cells, name))

    booked = days.read(columns.cell(row.cells, "date"), row.at)
    value = columns.cell(row.cells, "value")
    amount, reverses = moved.read(row.cells, row.at)
    return StatementLine(
        at=row.at,
        account=account,
        reference="",
        amount=amount,
        booked_on=booked,
        value_on=days.read(value, row.at) if _is_day(value) else booked,
        bank_reference=cell("reference"),
        end_to_end=cell("end_to_end"),
        text=cell("text"),
        name=cell("name"),
        number=plain(cell("number")),
        reverses=reverses,
    )


def _balanced(found: BankStatement, balances: list[Money]) -> BankStatement:
    """By the balance of each line, whichever end is the newest.

    Raises BadInput("statement-sum") of the first line that does not follow from the one before.
    """
    ways = ((found.lines, balances), (found.lines[::-1], balances[::-1]))
    lines, own = min(ways, key=lambda way: len(_breaks(*way)))
    for place in _breaks(lines, own)[:1]:
        amount = lines[place].amount
        raise BadInput(
            "statement-sum",
            opening=str(own[place - 1]),
            lines=str(amount),
            closing=str(own[place]),
            apart=str(own[place] - own[place - 1] - amount),
            line=lines[place].at,
        )
    return replace(found, opening=own[0] - lines[0].amount, closing=own[-1])


def _breaks(lines: Sequence[StatementLine], balances: Sequence[Money]) -> list[int]:
    return [
        place
        for place in range(1, len(lines))
        if balances[place - 1] + lines[place].amount != balances[place]
    ]
