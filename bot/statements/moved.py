"""Which way the money of a line went, of one column, of one with a word beside it, or of two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.statements.cells import Figures, is_below
from bot.statements.columns import Columns, folded
from bot.statements.meanings import way_of
from core.values.errors import BadInput
from core.values.money import Money

_Row = tuple[Sequence[str], int]


def with_signs(columns: Columns, rows: Sequence[Sequence[str]]) -> Columns:
    """With the column whose words say of amounts without a minus that they went out.

    Headings call it anything; of one letter, all of its words have to be such.
    """
    if "sign" in columns.of or "amount" not in columns.of:
        return columns
    mapped = {place for places in columns.of.values() for place in places}
    for place in sorted(set(range(max(map(len, rows), default=0))) - mapped):
        said = [(row[place].strip(), row) for row in rows if place < len(row)]
        words = [word for word, _ in said if word]
        out = [word for word, row in said if way_of(word) == -1 and not _minus(columns, row)]
        every = all(way_of(word) is not None for word in words)
        told = any(map(folded, out)) or any(way_of(word) == 1 for word in words)
        if out and ((every and told) or any(len(folded(word)) > 1 for word in out)):
            return replace(columns, of={**columns.of, "sign": (place,)})
    return columns


def _minus(columns: Columns, row: Sequence[str]) -> bool:
    return is_below(columns.cell(row, "amount"))


@dataclass(frozen=True, slots=True)
class Moved:
    """How a table says which way money went."""

    columns: Columns
    figures: Figures
    turns: bool = False
    """Whether debits stand with and without a minus: the ones with it are taken back."""

    @classmethod
    def of(cls, columns: Columns, figures: Figures, rows: Sequence[_Row]) -> Moved:
        """As all of its debits are written. Raises BadInput, as `read`."""
        plain = cls(columns, figures)
        debits = {minor < 0 for cells, at in rows if (minor := plain.debit(cells, at))}
        return replace(plain, turns=len(debits) > 1)

    def read(self, cells: Sequence[str], at: int) -> tuple[Money, bool]:
        """What it is, and whether it takes back what was booked before.

        A credit below zero is a debit that does. Raises BadInput: "statement-amount", and
        "statement-sign" of a word that is not known, or of none where others have one.
        """
        if self._one(cells):
            return self._signed(cells, at)
        credit, debit = self._two(cells, at)
        return self._turned(debit, -1) if debit else self._turned(credit, 1)

    def debit(self, cells: Sequence[str], at: int) -> int:
        """What is written of what went out, its own minus included; nought of what did not."""
        if not self._one(cells):
            return self._two(cells, at)[1]
        if way_of(self.columns.cell(cells, "sign")) != -1:
            return 0
        return self.figures.read(self.columns.cell(cells, "amount"), at).minor

    def _one(self, cells: Sequence[str]) -> bool:
        return bool(self.columns.cell(cells, "amount"))

    def _signed(self, cells: Sequence[str], at: int) -> tuple[Money, bool]:
        amount = self.figures.read(self.columns.cell(cells, "amount"), at)
        if "sign" not in self.columns.of:
            return amount, False
        word = self.columns.cell(cells, "sign")
        way = way_of(word)
        if way is not None:
            return self._turned(amount.minor, way)
        if word or amount.minor > 0:
            raise BadInput("statement-sign", sign=word[:30] or "–", line=at)
        return amount, False

    def _two(self, cells: Sequence[str], at: int) -> tuple[int, int]:
        came, went = (self.columns.cell(cells, name) for name in ("credit", "debit"))
        if not came and not went:
            raise BadInput("statement-amount", amount="", line=at)
        credit = self.figures.read(came, at).minor if came else 0
        debit = self.figures.read(went, at).minor if went else 0
        if credit and debit:
            raise BadInput("statement-amount", amount=f"{came} / {went}"[:30], line=at)
        return credit, debit

    def _turned(self, minor: int, way: int) -> tuple[Money, bool]:
        currency = self.figures.currency
        if way == 1:
            return Money(minor, currency), minor < 0
        back = self.turns and minor < 0
        return Money(abs(minor) if back else -abs(minor), currency), back
