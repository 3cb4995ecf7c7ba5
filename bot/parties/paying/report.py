"""The form of a payer's report: by whom, on which day, with which receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Self

from aiogram.types import Message

from bot.parties.kit.data import file_data, files_of, words_data
from core.ports import Expecting
from core.values.errors import Stale
from core.values.words import FileRef, Words


class ReportAsk(StrEnum):
    """What is asked of who says that they paid."""

    PAYER = "payer"
    OTHER = "other"
    """The name of somebody else who pays."""
    DAY = "day"
    RECEIPT = "receipt"
    SUM = "sum"


_BEFORE: Final[Mapping[ReportAsk, ReportAsk]] = MappingProxyType(
    {
        ReportAsk.DAY: ReportAsk.PAYER,
        ReportAsk.RECEIPT: ReportAsk.DAY,
        ReportAsk.SUM: ReportAsk.RECEIPT,
    }
)


@dataclass(frozen=True, slots=True)
class Report:
    """One open report. `kept` is its row, with what the kit remembers of its messages."""

    kept: Expecting
    ask: ReportAsk
    payer: Words | None = None
    day: str = ""
    """A date where it was read as one, else as they wrote it."""

    @classmethod
    def read(cls, row: Expecting) -> Self:
        """From the row."""
        said = row.data.get("payer")
        payer = Words.of(said["text"], said["salt"]) if isinstance(said, Mapping) else None
        return cls(row, ReportAsk(row.field), payer, str(row.data.get("day", "")))

    def row(self) -> Expecting:
        """As it is stored."""
        data = dict(self.kept.data)
        if self.payer is not None:
            data["payer"] = words_data(self.payer)
        if self.day:
            data["day"] = self.day
        return replace(self.kept, field=self.ask.value, data=data)

    @property
    def named(self) -> Words:
        """Who paid. Raises Stale where that is not known."""
        if self.payer is None:
            raise Stale
        return self.payer

    @property
    def receipt(self) -> FileRef | None:
        """The picture, if there is one."""
        return next(iter(files_of(self.kept.data, "receipt")), None)

    def with_receipt(self, files: Sequence[FileRef], message: Message) -> Report:
        """With the first of what came in this message."""
        data = {**self.kept.data, "receipt": [file_data(file, message) for file in files[:1]]}
        return replace(self, kept=replace(self.kept, data=data), ask=ReportAsk.SUM)

    def before(self) -> Report:
        """At the question before."""
        return replace(self, ask=_BEFORE.get(self.ask, ReportAsk.PAYER))
