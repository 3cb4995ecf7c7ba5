"""Invented banks: the same days told in CAMT of several versions, in MT940 and in tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from core.values import currencies

OURS = "DE89370400440532013000"
THEIRS = "DE02120300000000202051"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """One line as its bank has it; `minor` is below zero for what went out."""

    minor: int
    text: str = ""
    day: str = "2026-05-19"
    reference: str = ""
    end_to_end: str = ""
    name: str = "Bina Rastegar"
    number: str = THEIRS
    state: str = "BOOK"
    reverses: bool = False
    returned: str = ""
    parts: tuple[Paid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What an account saw."""

    lines: Sequence[Paid]
    opening: int = 100_000
    account: str = OURS
    currency: str = "EUR"
    off_by: int = 0
    number: int = field(default=1)

    @property
    def closing(self) -> int:
        booked = sum(one.minor for one in self.lines if one.state == "BOOK")
        return self.opening + booked + self.off_by

    def plain(self, minor: int, mark: str = ".") -> str:
        exponent = currencies.get(self.currency).exponent
        whole, rest = divmod(abs(minor), 10**exponent)
        return f"{whole}{mark}{rest:0{exponent}d}" if exponent else f"{whole}"


def camt(day: Day, version: str = "053.001.08", *, bare: bool = False) -> bytes:
    """`bare` banks give no details of an entry but its words; .054 has no balances."""
    notice = version.startswith("054")
    outer, inner = ("BkToCstmrDbtCdtNtfctn", "Ntfctn") if notice else ("BkToCstmrStmt", "Stmt")
    old = version.endswith(".02")
    entries = "\n".join(_entry(day, one, old=old, bare=bare) for one in day.lines)
    balances = (
        "" if notice else _balance(day, "OPBD", day.opening) + _balance(day, "CLBD", day.closing)
    )
    head = f"<Acct><Id><IBAN>{day.account}</IBAN></Id><Ccy>{day.currency}</Ccy></Acct>"
    body = f"<{inner}>\n<Id>{day.number}</Id>{head}\n{balances}{entries}\n</{inner}>"
    space = f"urn:iso:std:iso:20022:tech:xsd:camt.{version}"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="{space}"><{outer}><GrpHdr><MsgId>M</MsgId></GrpHdr>{body}'
        f"</{outer}></Document>"
    ).encode()


def _balance(day: Day, kind: str, minor: int) -> str:
    way = "CRDT" if minor >= 0 else "DBIT"
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="{day.currency}">{day.plain(minor)}</Amt><CdtDbtInd>{way}</CdtDbtInd>'
        "<Dt><Dt>2026-05-19</Dt></Dt></Bal>\n"
    )


def _entry(day: Day, one: Paid, *, old: bool, bare: bool) -> str:
    way = "CRDT" if one.minor >= 0 else "DBIT"
    state = one.state if old else f"<Cd>{one.state}</Cd>"
    own = f"<AcctSvcrRef>{escape(one.reference)}</AcctSvcrRef>" if one.reference else ""
    turned = "<RvslInd>true</RvslInd>" if one.reverses else ""
    details = "".join(_details(day, part, old=old) for part in one.parts or (one,))
    batch = f"<Btch><NbOfTxs>{len(one.parts)}</NbOfTxs></Btch>" if one.parts else ""
    inside = f"<NtryDtls>{batch}{details}</NtryDtls>"
    if bare:
        inside = f"<NtryDtls>{batch}</NtryDtls>" if batch else ""
        inside += f"<AddtlNtryInf>{escape(one.text)}</AddtlNtryInf>"
    return (
        f'<Ntry><Amt Ccy="{day.currency}">{day.plain(one.minor)}</Amt>'
        f"<CdtDbtInd>{way}</CdtDbtInd>{turned}<Sts>{state}</Sts>"
        f"<BookgDt><Dt>{one.day}</Dt></BookgDt><ValDt><Dt>{one.day}</Dt></ValDt>{own}"
        f"{inside}</Ntry>"
    )


def _details(day: Day, one: Paid, *, old: bool) -> str:
    side = "Dbtr" if one.minor >= 0 else "Cdtr"
    name = f"<Nm>{escape(one.name)}</Nm>" if old else f"<Pty><Nm>{escape(one.name)}</Nm></Pty>"
    amount = f'<Amt Ccy="{day.currency}">{day.plain(one.minor)}</Amt>'
    amount = f"<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>" if old else amount
    pieces = [one.text[n : n + 140] for n in range(0, len(one.text), 140)]
    words = "".join(f"<Ustrd>{escape(piece)}</Ustrd>" for piece in pieces)
    why = f"<RtrInf><Rsn><Cd>{one.returned}</Cd></Rsn></RtrInf>" if one.returned else ""
    own = f"<AcctSvcrRef>{escape(one.reference)}</AcctSvcrRef>" if one.reference else ""
    return (
        f"<TxDtls><Refs>{own}<EndToEndId>{escape(one.end_to_end or 'NOTPROVIDED')}</EndToEndId>"
        f"</Refs>{amount}<RltdPties><{side}>{name}</{side}>"
        f"<{side}Acct><Id><IBAN>{one.number}</IBAN></Id></{side}Acct></RltdPties>"
        f"<RmtInf>{words}</RmtInf>{why}</TxDtls>"
    )


def mt940(day: Day, *, structured: bool = True) -> bytes:
    """Fields of `?20` as savings banks write them, or the words as they came."""
    told = [
        ":20:STARTUMSE",
        f":25:{day.account}",
        f":28C:{day.number:05}/001",
        f":60F:{'C' if day.opening >= 0 else 'D'}260518{day.currency}{day.plain(day.opening, ',')}",
    ]
    for one in day.lines:
        if one.state == "BOOK":
            told += _field_61(day, one) + _field_86(one, structured=structured)
    closing = f"{'C' if day.closing >= 0 else 'D'}260519{day.currency}{day.plain(day.closing, ',')}"
    return "\r\n".join([*told, f":62F:{closing}", "-", ""]).encode()


def _field_61(day: Day, one: Paid) -> list[str]:
    when = one.day[2:].replace("-", "")
    mark = (
        ("C" if one.minor >= 0 else "D") if not one.reverses else ("RD" if one.minor >= 0 else "RC")
    )
    amount = day.plain(one.minor, ",")
    amount += "" if "," in amount else ","
    return [f":61:{when}{when[2:]}{mark}{amount}NTRFNONREF//{one.reference[:16] or 'NONREF'}"]


def _field_86(one: Paid, *, structured: bool) -> list[str]:
    if not structured:
        back = f"RETOURE {one.returned} " if one.returned else ""
        words = f"{back}{one.text} {one.end_to_end}".strip()
        pieces = [words[n : n + 65] for n in range(0, len(words), 65)] or [""]
        return [f":86:{pieces[0]}", *pieces[1:]]
    purpose = f"EREF+{one.end_to_end or 'NOTPROVIDED'}"
    purposes = [
        purpose,
        *(("SVWZ+" + one.text)[n : n + 27] for n in range(0, len(one.text) + 5, 27)),
    ]
    fields = "".join(f"?{20 + n}{piece}" for n, piece in enumerate(purposes[:10]))
    back = "?34901" if one.returned else ""
    whole = f"166?00GUTSCHRIFT{fields}?30COBADEFFXXX?31{one.number}?32{one.name[:27]}{back}"
    pieces = [whole[n : n + 65] for n in range(0, len(whole), 65)]
    return [f":86:{pieces[0]}", *pieces[1:]]


GERMAN = (
    "Auftragskonto;Buchungstag;Valutadatum;Verwendungszweck;Kundenreferenz (End-to-End);"
    "Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag;Waehrung;Info"
)
ENGLISH = "Date,Description,Money out,Money in,Balance,Transaction ID,Name"


def german_csv(day: Day, encoding: str = "cp1252") -> bytes:
    """As savings banks export it: semicolons, decimal commas, Windows-1252."""
    rows = [GERMAN]
    for one in day.lines:
        when = ".".join(reversed(one.day.split("-")))
        sign = "-" if one.minor < 0 else ""
        state = "Umsatz gebucht" if one.state == "BOOK" else "Umsatz vorgemerkt"
        cells = (day.account, when, when, one.text, one.end_to_end, one.name, one.number,
                 sign + day.plain(one.minor, ","), day.currency, state)  # fmt: skip
        rows.append(";".join('"' + cell.replace('"', '""') + '"' for cell in cells))
    return "\r\n".join(rows).encode(encoding)


def english_csv(day: Day, *, newest_first: bool = True) -> bytes:
    """As banks of an app export it: two columns of money, a running balance, the newest first."""
    running, rows = day.opening, []
    for number, one in enumerate(day.lines):
        running += one.minor + (day.off_by if number == len(day.lines) - 1 else 0)
        out, came = ("", day.plain(one.minor)) if one.minor >= 0 else (day.plain(one.minor), "")
        words = f"{one.text} {one.end_to_end}".strip()
        cells = (one.day, words, out, came, ("-" if running < 0 else "") + day.plain(running),
                 one.reference, one.name)  # fmt: skip
        rows.append(",".join('"' + cell.replace('"', '""') + '"' for cell in cells))
    above = f'"Account",{day.account}\n"Currency",{day.currency}\n'
    return (above + "\n".join([ENGLISH, *(rows[::-1] if newest_first else rows)])).encode(
        "utf-8-sig"
    )


Writer = Callable[[Day], bytes]
WRITERS: dict[str, Writer] = {
    "camt.053.001.02": lambda day: camt(day, "053.001.02"),
    "camt.053.001.08": camt,
    "camt.053.001.13": lambda day: camt(day, "053.001.13"),
    "camt.054.001.08": lambda day: camt(day, "054.001.08"),
    "mt940": mt940,
    "german csv": german_csv,
}
"""Each says of a line all that matters: its words, who, whence, and what it was called."""
