"""MT940, as older banks write it: structured in fields of `?20`, or words as they came.

Source: SWIFT MT940; for the fields of `:86:`, DFÜ-Abkommen, Anlage 3, chapter 8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any, Final

import mt940 as library

from bot.statements.told import BankStatement, currency_of, exact, proved, said
from core.paying import StatementLine, plain
from core.values.errors import BadInput
from core.values.money import Money

_OPTIONS: Final = library.Options.all()
"""Among others: `?31` is an account, and a reversed credit goes out."""
_BEGINS: Final = re.compile(r"^:20:", re.MULTILINE)
_BALANCE: Final = re.compile(r"^:(6[02])[FM]?:([CD])\d{6}([A-Z]{3})([\d,.]+)", re.MULTILINE)
_LINE: Final = re.compile(r"^:61:", re.MULTILINE)
_CURRENCY: Final = re.compile(r"[A-Z]{3}$")
_RETURNS: Final = re.compile(r"R(?:ETOURE|UECKUEBERW|ÜCKÜBERW|ETURN|TI\b|UECKGABE|ÜCKGABE)")
_CODE: Final = re.compile(r"\b(?:RETURNED|RETOURE|REASON|GRUND)\W{1,3}([A-Z]{2}\d{2})\b")
_GIVEN_BACK: Final = range(901, 1000)
"""`?34` of what a bank gave back: 9 and the number of its reason."""
_LONGEST_NUMBER: Final = 3


def read(text: str) -> tuple[BankStatement, ...]:
    """Raises BadInput, as `reading.read`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    begins = [found.start() for found in _BEGINS.finditer(text)] or [0]
    ends = [*begins[1:], len(text)]
    blocks = [(text[a:b], text.count("\n", 0, a)) for a, b in zip(begins, ends, strict=True)]
    return tuple(_statement(block, before) for block, before in blocks if ":25:" in block)


@dataclass(frozen=True, slots=True)
class _Balance:
    amount: Money
    at: int


def _balances(block: str, before: int) -> tuple[_Balance | None, _Balance | None]:
    found: dict[str, _Balance] = {}
    for one in _BALANCE.finditer(block):
        at = before + block.count("\n", 0, one.start()) + 1
        amount = exact(one[4], currency_of(one[3], at), at)
        signed = amount if one[2] == "C" else Money(-amount.minor, amount.currency)
        if one[1] == "62" or "60" not in found:
            found[one[1]] = _Balance(signed, at)
    return found.get("60"), found.get("62")


def _parsed(block: str, before: int) -> Any:  # noqa: ANN401 - the library's collection
    try:
        return library.parse(StringIO(block), options=_OPTIONS)
    except (RuntimeError, ValueError, ArithmeticError) as error:
        line = str(error.args[2]) if len(error.args) > 2 else ""  # noqa: PLR2004 - its third
        at = block.find(line.split("\n")[0]) if line else 0
        line_of = before + block.count("\n", 0, max(at, 0)) + 1
        raise BadInput("statement-field", field=":61:", line=line_of) from None


def _statement(block: str, before: int) -> BankStatement:
    first = before + 1
    opening, closing = _balances(block, before)
    if opening is None or closing is None:
        field = ":60F:" if opening is None else ":62F:"
        raise BadInput("statement-field", field=field, line=first)
    parsed = _parsed(block, before)
    currency = opening.amount.currency
    if closing.amount.currency != currency:
        raise BadInput("statement-currency", currency=closing.amount.currency, line=closing.at)
    account = _account(str(parsed.data.get("account_identification", "")), currency)
    if not account:
        raise BadInput("statement-field", field=":25:", line=first)
    starts = [before + block.count("\n", 0, one.start()) + 1 for one in _LINE.finditer(block)]
    if len(starts) != len(parsed):
        raise BadInput("statement-field", field=":61:", line=starts[0] if starts else first)
    lines = tuple(_lines(parsed, starts, account, currency))
    found = BankStatement(
        account=account,
        currency=currency,
        opening=opening.amount,
        closing=closing.amount,
        lines=lines,
    )
    return proved(found, closing.at)


def _account(text: str, currency: str) -> str:
    """`bank/number` with the currency glued to it, or an IBAN."""
    number = text.strip().rpartition("/")[2]
    known = _CURRENCY.search(number)
    if known and known[0] == currency and any(char.isdigit() for char in number):
        number = number[:-3]
    return plain(number)


def _lines(
    parsed: Any,  # noqa: ANN401 - the library's collection
    starts: list[int],
    account: str,
    currency: str,
) -> Iterator[StatementLine]:
    for one, at in zip(parsed, starts, strict=True):
        data = one.data
        words = _words(data)
        mark = str(data.get("status", "")).upper()
        number = plain(_said(data, "applicant_iban", "gvc_applicant_iban"))
        booked = data.get("entry_date") or data["date"]
        value = data["date"]
        yield StatementLine(
            at=at,
            account=account,
            reference="",
            amount=_amount(data["amount"].amount, currency, at),
            booked_on=date(booked.year, booked.month, booked.day),
            value_on=date(value.year, value.month, value.day),
            bank_reference=_said(data, "bank_reference"),
            end_to_end=_said(data, "end_to_end_reference", "customer_reference"),
            text=words,
            name=_said(data, "applicant_name", "recipient_name"),
            number=number,
            reverses=mark in ("RC", "RD"),
            returned=_returned(data, words),
        )


def _amount(amount: Decimal, currency: str, at: int) -> Money:
    found = exact(format(abs(amount), "f"), currency, at)
    return Money(-found.minor, currency) if amount < 0 else found


def _said(data: dict[str, Any], *fields: str) -> str:
    return next(filter(None, (said(str(data.get(field) or "")) for field in fields)), "")


def _words(data: dict[str, Any]) -> str:
    """What it is for; where the bank has fields for that, they are put together as they came."""
    purpose = _said(data, "purpose")
    more = _said(data, "additional_purpose")
    loose = _said(data, "transaction_details") or _said(data, "extra_details")
    return " ".join(filter(None, (purpose, more))) or loose


def _returned(data: dict[str, Any], words: str) -> str:
    code = str(data.get("return_debit_notes") or "").strip()[:_LONGEST_NUMBER]
    if code.isdecimal() and int(code) in _GIVEN_BACK:
        return code
    heading = f"{data.get('posting_text') or ''} {words}".upper()
    found = _CODE.search(heading)
    if found:
        return found[1]
    return "RETURN" if _RETURNS.match(heading) else ""
