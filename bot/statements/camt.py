"""CAMT.053 and .054: the XML of ISO 20022, of whichever version, as banks write it.

Source: ISO 20022 message definitions camt.053.001 and camt.054.001, versions 02 to 13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from bot.statements.told import KINDS, BankStatement, currency_of, exact, proved, said
from core.paying import StatementLine, plain
from core.values.errors import BadInput
from core.values.money import Money

_DECLARED: Final = re.compile(r"^<\?xml[^>]*\?>\s*")
_ROOTS: Final = {"BkToCstmrStmt": "Stmt", "BkToCstmrDbtCdtNtfctn": "Ntfctn"}
_LINE: Final = "at-line"


class _Lined(TreeBuilder):
    """Elements by their names alone, each with the line at which it begins."""

    parser: Any = None

    def start(self, tag: Any, attrs: Any) -> Element:  # noqa: ANN401 - as TreeBuilder has it
        """Without its namespace: banks differ in the version, and agree on the rest."""
        line = str(self.parser.parser.CurrentLineNumber)
        return super().start(tag.rpartition("}")[2], {**attrs, _LINE: line})

    def end(self, tag: Any) -> Element:  # noqa: ANN401 - as TreeBuilder has it
        """The same."""
        return super().end(tag.rpartition("}")[2])


def _tree(text: str) -> Element:
    """Raises BadInput: "statement-xml", "statement-xml-entities" for what could be a bomb."""
    builder = _Lined()
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.parser = parser
    try:
        # It is decoded by now, and what it says of its encoding is its past.
        parser.feed(_DECLARED.sub(lambda found: "\n" * found[0].count("\n"), text))
        root: Element = parser.close()
    except DefusedXmlException:
        raise BadInput("statement-xml-entities") from None
    except ParseError as error:
        raise BadInput("statement-xml", line=error.position[0]) from None
    return root


def read(text: str) -> tuple[BankStatement, ...]:
    """Raises BadInput, as `reading.read`."""
    root = _tree(text)
    for outer, inner in _ROOTS.items():
        body = root if root.tag == outer else root.find(outer)
        if body is not None:
            return tuple(_statement(one) for one in body.findall(inner))
    raise BadInput("statement-kind", kinds=KINDS)


def _at(element: Element) -> int:
    return int(element.get(_LINE, "1"))


def _text(element: Element | None, *paths: str) -> str:
    """The first of these that says anything."""
    for path in paths:
        found = None if element is None else element.findtext(path)
        if found is not None and said(found):
            return said(found)
    return ""


def _needed(element: Element, *paths: str) -> str:
    found = _text(element, *paths)
    if not found:
        raise BadInput("statement-field", field=paths[0], line=_at(element))
    return found


def _day(element: Element, *fields: str) -> date | None:
    for field in fields:
        text = _text(element, f"{field}/Dt", f"{field}/DtTm")
        if text:
            return _read_day(text, element)
    return None


def _read_day(text: str, element: Element) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise BadInput("statement-day", day=text[:30], line=_at(element)) from None


def _signed(element: Element, amount: Money) -> Money:
    way = _needed(element, "CdtDbtInd")
    if way not in ("CRDT", "DBIT"):
        raise BadInput("statement-field", field="CdtDbtInd", line=_at(element))
    return amount if way == "CRDT" else Money(-amount.minor, amount.currency)


def _amount(element: Element, path: str = "Amt") -> Money:
    found = element.find(path)
    if found is None:
        raise BadInput("statement-field", field=path, line=_at(element))
    currency = currency_of(found.get("Ccy", ""), _at(found))
    return exact(found.text or "", currency, _at(found))


def _number(account: Element | None) -> str:
    return plain(_text(account, "Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id", "Id/BBAN"))


@dataclass(frozen=True, slots=True)
class _Of:
    """Whose entries they are, and the day of those that name none."""

    account: str
    currency: str
    day: date | None


def _statement(element: Element) -> BankStatement:
    account = _number(element.find("Acct"))
    if not account:
        raise BadInput("statement-field", field="Acct/Id", line=_at(element))
    opening, closing = _balances(element)
    entries = element.findall("Ntry")
    currency = _text(element, "Acct/Ccy")
    if not currency:
        amounts = [one.find("Amt") for one in (*element.findall("Bal"), *entries)]
        currency = next((one.get("Ccy", "") for one in amounts if one is not None), "")
    currency_of(currency, _at(element))
    until = None if closing is None else _day(closing, "Dt")
    of = _Of(account, currency, until or _created(element))
    booked = [one for one in entries if _state(one) in ("BOOK", "")]
    found = BankStatement(
        account=account,
        currency=currency,
        opening=_balance(opening, currency),
        closing=_balance(closing, currency),
        since=_span(element, "FrDtTm") or (None if opening is None else _day(opening, "Dt")),
        until=_span(element, "ToDtTm") or until,
        lines=tuple(line for one in booked for line in _entry(one, of)),
        pending=len(entries) - len(booked),
    )
    return proved(found, _at(element if closing is None else closing))


def _created(element: Element) -> date | None:
    text = _text(element, "CreDtTm")
    return _read_day(text, element) if text else None


def _span(element: Element, field: str) -> date | None:
    text = _text(element, f"FrToDt/{field}")
    return _read_day(text, element) if text else None


def _state(entry: Element) -> str:
    return _text(entry, "Sts/Cd", "Sts/Prtry", "Sts")


def _balances(element: Element) -> tuple[Element | None, Element | None]:
    """What it begins with and what it ends with: of a page in between, its own."""
    kinds: dict[str, list[Element]] = {}
    for one in element.findall("Bal"):
        kinds.setdefault(_text(one, "Tp/CdOrPrtry/Cd", "Tp/Cd"), []).append(one)
    between = kinds.get("ITBD", [])
    opens = kinds.get("OPBD") or kinds.get("PRCD") or between[:1]
    closes = kinds.get("CLBD") or between[1 if opens == between[:1] else 0 :]
    return (opens[0] if opens else None), (closes[-1] if closes else None)


def _balance(element: Element | None, currency: str) -> Money | None:
    if element is None:
        return None
    amount = _amount(element)
    if amount.currency != currency:
        raise BadInput("statement-currency", currency=amount.currency, line=_at(element))
    return _signed(element, amount)


def _entry(entry: Element, of: _Of) -> Iterator[StatementLine]:
    """A line for each payment of a batch where they add up to it, else one for all."""
    amount = _signed(entry, _amount(entry))
    if amount.currency != of.currency:
        raise BadInput("statement-currency", currency=amount.currency, line=_at(entry))
    details = entry.findall("NtryDtls/TxDtls")
    parts = [_part(one, amount) for one in details]
    whole = _text(entry, "AcctSvcrRef")
    if len(details) > 1 and all(parts) and sum(p.minor for p in parts if p) == amount.minor:
        own = [_text(one, "Refs/AcctSvcrRef") for one in details]
        apart = len(set(own)) == len(own) and "" not in own
        for number, (one, part) in enumerate(zip(details, parts, strict=True), 1):
            reference = own[number - 1] if apart else f"{whole}/{number}" if whole else ""
            yield _line(entry, one, part or amount, of, reference, 0)
        return
    first = details[0] if len(details) == 1 else None
    said_many = _text(entry, "NtryDtls/Btch/NbOfTxs")
    many = max(len(details), int(said_many) if said_many.isdecimal() else 0)
    reference = whole or _text(first, "Refs/AcctSvcrRef")
    yield _line(entry, first, amount, of, reference, many if many > 1 else 0)


def _part(details: Element, whole: Money) -> Money | None:
    """Of one payment in a batch; None where it is not said in the currency of the account."""
    for path in ("AmtDtls/TxAmt/Amt", "Amt", "AmtDtls/InstdAmt/Amt"):
        found = details.find(path)
        if found is not None and found.get("Ccy") == whole.currency:
            amount = exact(found.text or "", whole.currency, _at(found))
            way = _text(details, "CdtDbtInd")
            out = way == "DBIT" if way else whole.minor < 0
            return Money(-amount.minor, whole.currency) if out else amount
    return None


def _line(
    entry: Element, one: Element | None, amount: Money, of: _Of, reference: str, many: int
) -> StatementLine:
    booked = _day(entry, "BookgDt") or _day(entry, "ValDt") or of.day
    if booked is None:
        raise BadInput("statement-field", field="BookgDt", line=_at(entry))
    name, number = _other(one, amount, of.account)
    return StatementLine(
        at=_at(entry if one is None else one),
        account=of.account,
        reference="",
        amount=amount,
        booked_on=booked,
        value_on=_day(entry, "ValDt") or booked,
        bank_reference=reference,
        end_to_end=_text(one, "Refs/EndToEndId"),
        text=_words(entry, one),
        name=name,
        number=number,
        reverses=_text(entry, "RvslInd").lower() in ("true", "1"),
        returned=_text(one, "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/RtrRsn/Cd"),
        of_batch=many,
    )


def _words(entry: Element, one: Element | None) -> str:
    if one is None:
        return _text(entry, "AddtlNtryInf")
    found = [said(each.text or "") for each in one.findall("RmtInf/Ustrd")]
    found += [said(each.text or "") for each in one.findall("RmtInf/Strd/CdtrRefInf/Ref")]
    more = _text(one, "AddtlTxInf") or _text(entry, "AddtlNtryInf")
    return " ".join(filter(None, found)) or more


def _other(one: Element | None, amount: Money, account: str) -> tuple[str, str]:
    """Who is at the other end. What comes back keeps the sides that it was sent with."""
    parties = None if one is None else one.find("RltdPties")
    sides = ("Dbtr", "Cdtr") if amount.minor > 0 else ("Cdtr", "Dbtr")
    found = []
    for side in sides:
        name = _text(parties, f"{side}/Nm", f"{side}/Pty/Nm")
        number = _number(None if parties is None else parties.find(f"{side}Acct"))
        found.append((name, number))
    return next((pair for pair in found if any(pair) and pair[1] != account), ("", ""))
