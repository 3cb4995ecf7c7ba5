"""Which kind of file it is, and its text whatever it was written in."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.statements import camt, mt940, table
from bot.statements.columns import Columns
from bot.statements.told import KINDS, BankStatement
from core.values.errors import BadInput

_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})
MOST_BYTES: Final = 30 * 1024 * 1024
"""Of one file: 10,000 lines of the wordiest kind are a third of that."""
MOST_LINES: Final = 20_000
"""Booked lines of one file; a day of a house has hundreds."""
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
                 (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip


def read(
    content: bytes,
    name: str = "",
    columns: Columns | None = None,
    house: Mapping[str, str] = _NOBODY,
) -> tuple[BankStatement, ...]:
    """Every statement of the file, each proved to add up; the whole of it or nothing.

    What a table does not say of its account and currency is as told in `columns`, or as the house
    has it: its accounts by currency.

    Raises BadInput, with the `line` of the file where there is one: "statement-empty",
    "statement-too-large", "statement-kind", "statement-xml", "statement-xml-entities",
    "statement-amount", "statement-currency", "statement-day", "statement-account",
    "statement-field", "statement-sum", "statement-lines-many", "statement-columns",
    "statement-decimals", "statement-days", "statement-sign", "statement-status",
    "statement-columns-currency", "statement-apart".
    """
    if len(content) > MOST_BYTES:
        raise BadInput("statement-too-large", limit=MOST_BYTES // (1024 * 1024))
    body = content.strip(b" \t\r\n\0")
    if not body:
        raise BadInput("statement-empty", line=1)
    found = _read(body, name, columns, house)
    if sum(len(statement.lines) for statement in found) > MOST_LINES:
        raise BadInput("statement-lines-many", limit=MOST_LINES)
    return found


def _read(
    body: bytes, name: str, columns: Columns | None, house: Mapping[str, str]
) -> tuple[BankStatement, ...]:
    text = text_of(body)
    if text.startswith("<"):
        return camt.read(text)
    if (":20:" in text[:2000] and ":61:" in text) or ":60F:" in text or ":60M:" in text:
        return mt940.read(text)
    if name.lower().endswith((".pdf", ".zip", ".xls", ".xlsx")) or "\0" in text:
        raise BadInput("statement-kind", kinds=KINDS)
    return table.read(text, columns, house)


def heading_of(content: bytes) -> str | None:
    """By which the columns of such a table are kept; None of what is no table.

    Raises BadInput("statement-kind").
    """
    body = content.strip(b" \t\r\n\0")
    text = text_of(body)
    if not text or text.startswith("<") or ":20:" in text[:2000] or "\0" in text:
        return None
    return table.columns_of(text)[1]


def text_of(body: bytes) -> str:
    """Its letters: as its mark says, else UTF-8, else what Windows writes in Europe."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace").strip()
    try:
        return body.decode("utf-8").strip()
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace").strip()
