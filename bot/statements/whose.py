"""Whose a table is, and in what currency: what it says itself comes before what is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.statements.cells import EASTERN, Days
from bot.statements.columns import Columns, folded, words_of
from bot.statements.told import currency_of
from core.paying import plain
from core.values import currencies
from core.values.errors import BadInput

_MONEY: Final = ("amount", "credit", "debit", "balance")
_BEGINS: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,40}")
_LENGTHS: Final = range(34, 14, -1)
_SHORTEST: Final = 6
"""Digits of a national number by which an IBAN is known that ends with it."""
_NUMBERED: Final = re.compile(r"(.*?)[\s:#]*(\d[\d ./-]{4,}\d)")
_LABELS: Final = words_of(
    "account accountnumber accountno accountnr bankaccount konto kontonummer kontonr "
    "girokonto rekening rekeningnummer compte numérodecompte nocompte cuenta númerodecuenta "
    "conto numeroconto numerodiconto rachunek numerrachunku hesap hesapno حساب شماره‌حساب"
)
_MONEY_LABELS: Final = words_of(
    "currency währung waehrung kontowährung devise moneda divisa valuta waluta moeda "
    "accountcurrency ارز واحدپول"
)
_CODE: Final = re.compile(r"(?<![A-Z])[A-Z]{3,4}(?![A-Za-z])")
_ENCLOSED: Final = re.compile(r"\(([A-Za-z]{3,4})\)")
_A_WORD: Final = "ALL"
"""A currency, and what a filter of a download is called."""
_SIGNS: Final[Mapping[str, frozenset[str]]] = {
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP", "EGP", "FKP", "GIP", "LBP", "SDG", "SHP", "SSP", "SYP"}),
    "$": frozenset(
        {
            "USD",
            "ARS",
            "AUD",
            "BBD",
            "BMD",
            "BND",
            "BSD",
            "BZD",
            "CAD",
            "CLP",
            "COP",
            "CVE",
            "DOP",
            "FJD",
            "GYD",
            "HKD",
            "JMD",
            "KYD",
            "LRD",
            "MXN",
            "NAD",
            "NZD",
            "SBD",
            "SGD",
            "SRD",
            "TTD",
            "TWD",
            "UYU",
            "XCD",
        }
    ),
    "¥": frozenset({"JPY", "CNY"}),
    "₣": frozenset({"CHF"}),
}


def same_account(one: str, other: str) -> bool:
    """Whether two numbers are of one account: equal, or a national one and the IBAN it ends."""
    short, long = sorted((one.lstrip("0"), other.lstrip("0")), key=len)
    return short == long or (len(short) >= _SHORTEST and long.endswith(short))


@dataclass(frozen=True, slots=True)
class Owner:
    """What stands above the lines, what was told in a caption, and what the house has."""

    accounts: tuple[str, ...]
    said: tuple[frozenset[str], ...]
    """Currencies that the heading names, and those that the lines above it do."""
    columns: Columns
    house: Mapping[str, str]

    @classmethod
    def of(
        cls,
        above: Sequence[Sequence[str]],
        heading: Sequence[str],
        columns: Columns,
        house: Mapping[str, str],
    ) -> Owner:
        """As the table begins."""
        places = {place for name in _MONEY for place in columns.of.get(name, ())}
        cells = [cell for place, cell in enumerate(heading) if place in places]
        named = frozenset().union(*(_in_words(cell) for cell in cells))
        return cls(_accounts(above), (named, _currencies(above)), columns, house)

    def row(self, cells: Sequence[str], at: int) -> tuple[str, str]:
        """The account and the currency of a line.

        Raises BadInput: "statement-apart" where the file contradicts itself or what was told,
        "statement-account" and "statement-columns-currency" where neither says it,
        "statement-currency" of one that there is not, or that the house has no account for.
        """
        account, told = self._account(cells, at), self._currency(cells, at)
        ours = {
            code for code, own in self.house.items() if not account or same_account(account, own)
        }
        if self.house and told and not told & {*self.house}:
            raise BadInput("statement-currency", currency=_listed(told), line=at)
        if self.house and not ours and not told:
            raise _apart(account, _listed(self.house.values()), at)
        known = told if len(told) == 1 else told & ours if told else ours
        currency = next(iter(known)) if len(known) == 1 else ""
        account = account or self.house.get(currency, "")
        if not account:
            raise BadInput("statement-account", example="account=IBAN", line=at)
        if not currency:
            raise BadInput("statement-columns-currency", example="currency=EUR", line=at)
        return account, currency

    def _account(self, cells: Sequence[str], at: int) -> str:
        own = plain(self.columns.cell(cells, "own").translate(EASTERN))
        named, told = self.accounts, self.columns.account
        for others in filter(None, (named, (told,) if told else ())):
            if own and not any(same_account(own, other) for other in others):
                raise _apart(own, others[0], at)
        if own or not named:
            return own or told
        fits = [one for one in named if not told or same_account(one, told)]
        if not fits:
            raise _apart(named[0], told, at)
        if len(fits) > 1:
            raise BadInput("statement-account", example="account=IBAN", line=at)
        return fits[0]

    def _currency(self, cells: Sequence[str], at: int) -> frozenset[str]:
        """What the line, the heading, the lines above and the caption leave; empty: none says."""
        typed = self.columns.cell(cells, "currency").upper()
        column = _SIGNS.get(typed) or (frozenset({currency_of(typed, at)}) if typed else None)
        beside = [_in_figure(self.columns.cell(cells, name)) for name in _MONEY]
        told = frozenset({self.columns.currency} - {""})
        found: frozenset[str] = frozenset()
        for one in filter(None, (column, *beside, *self.said, told)):
            if found and not found & one:
                raise _apart(_listed(found), _listed(one), at)
            found = found & one if found else one
        return frozenset(currency_of(code, at) for code in found)


def _apart(said: str, told: str, at: int) -> BadInput:
    return BadInput("statement-apart", said=said[:40], told=told[:80], line=at)


def _listed(codes: Iterable[str]) -> str:
    """Of many the ones that a sign stands for first of all."""
    every = sorted(set(codes), key=lambda code: (code not in ("USD", "GBP", "JPY"), code))
    return ", ".join(every[:3])


def _in_words(cell: str) -> frozenset[str]:
    """Codes and signs in the words of a heading."""
    words = (*_CODE.findall(cell), *(word.upper() for word in _ENCLOSED.findall(cell)))
    codes = {code for code in words if currencies.known(code)}
    signs = (_SIGNS[char] for char in cell if char in _SIGNS)
    return frozenset(codes) or frozenset().union(*signs)


def _in_figure(cell: str) -> frozenset[str]:
    """Beside digits."""
    return _in_words(cell.upper()) if any(char.isdecimal() for char in cell) else frozenset()


def _currencies(above: Sequence[Sequence[str]]) -> frozenset[str]:
    found: set[str] = set()
    for row in above:
        cells = [cell.strip() for cell in row]
        words = [word for cell in cells for word in re.split(r"[\s:;,()]+", cell)]
        if any(folded(word) in _MONEY_LABELS for word in (*words, *cells)):
            found |= {word.upper() for word in words if currencies.known(word.upper())}
        found |= {cell for cell in cells if currencies.known(cell) and cell != _A_WORD}
        for cell in cells:
            bare = re.sub(r"[A-Z]{3,4}|[€$£¥₣]", "", cell)
            if re.fullmatch(r"[-+−]?[\d.,' ]+", bare.strip()):
                found |= _in_figure(cell)
    return frozenset(found)


def _accounts(above: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Every account that is named: IBANs, or where there is none the numbers that are called so."""
    cells = [[cell.strip().translate(EASTERN) for cell in row if cell.strip()] for row in above]
    ibans = dict.fromkeys(iban for row in cells for cell in row for iban in _ibans(cell.upper()))
    return tuple(ibans or dict.fromkeys(number for row in cells for number in _numbers(row)))


def _ibans(cell: str) -> Iterator[str]:
    from schwifty import IBAN  # noqa: PLC0415 - it loads the banks of the world

    for found in _BEGINS.finditer(cell):
        whole = plain(found[0])
        tries = (whole[:length] for length in _LENGTHS if length <= len(whole))
        valid = next((one for one in tries if IBAN(one, allow_invalid=True).is_valid), None)
        if valid is not None:
            yield valid


def _numbers(row: Sequence[str]) -> Iterator[str]:
    for place, cell in enumerate(row):
        beside = row[place + 1] if place + 1 < len(row) else ""
        joined = cell if any(char.isdecimal() for char in cell) else f"{cell} {beside}"
        found = _NUMBERED.fullmatch(joined)
        if found and folded(found[1]) in _LABELS and Days.parted(found[2]) is None:
            yield plain(found[2])
