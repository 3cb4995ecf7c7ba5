"""Reading what people type for an amount: understood where it is clear, asked where it is not."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from core.values import currencies
from core.values.errors import Ambiguous, BadInput
from core.values.money import MOST, Money

_TOMAN: Final = "TOMAN"
_RIALS: Final = 10
"""In a toman, which is a word and no currency."""
_NAMES: Final = {
    "EUR": "eur euro euros یورو €",
    "USD": "usd us$ us dollar dollars buck bucks دلار آمریکا امریکا $",
    "GBP": "gbp pound pounds sterling quid پوند بریتانیا £",
    "IRR": "irr rial rials ریال ﷼",
    _TOMAN: "toman tomans تومان تومن",
    "CHF": "chf franken francs franc fr فرانک سوئیس",
    "INR": "inr rupee rupees روپیه هند ₹", "PKR": "rupee rupees روپیه پاکستان",
    "AED": "dirham dirhams درهم امارات", "TRY": "lira liras lirasi لیر لیره ترکیه ₺ tl",
    "RUB": "ruble rubles rouble roubles روبل روسیه ₽", "UAH": "hryvnia hryvnias ₴",
    "JPY": "yen ین ژاپن ¥ 円", "CNY": "yuan rmb یوان یوآن چین ¥ 元", "PLN": "zloty zł",
    "ILS": "shekel shekels ₪", "KRW": "won وون ₩", "NGN": "naira ₦", "VND": "dong ₫",
    "USDT": "tether تتر", "BTC": "bitcoin ₿", "XTR": "star stars",
    "SEK": "kr krona kronor کرون سوئد", "NOK": "kr krone kroner کرون نروژ",
    "DKK": "kr krone kroner کرون دانمارک", "AFN": "افغانی افغانستان", "IQD": "دینار عراق",
    "KWD": "دینار کویت",
} | {
    code: f"dollar dollars دلار $ {country}"
    for code, country in {
        "AUD": "استرالیا", "CAD": "کانادا", "NZD": "", "SGD": "سنگاپور", "HKD": "", "MXN": "",
    }.items()
}  # fmt: skip
_UNITS: Final = {
    word: frozenset(code for code, names in _NAMES.items() if word in names.split())
    for word in {word for names in _NAMES.values() for word in names.split()}
}
"""What each word or sign may stand for; where it stands for several, the deal's own is meant."""
_TIMES: Final = {
    "k": 10**3, "thousand": 10**3, "هزار": 10**3,
    "m": 10**6, "million": 10**6, "mio": 10**6, "mln": 10**6, "میلیون": 10**6, "ملیون": 10**6,
    "میلیارد": 10**9, "billion": 10**9,
}  # fmt: skip
_THOUSANDS: Final = "|".join(
    sorted((word for word in _TIMES if len(word) > 1), key=len, reverse=True)
)
_ONE: Final = re.compile(rf"(?<!\w)(?:یک|یه|one|a)\s+(?=(?:{_THOUSANDS})(?!\w))", re.IGNORECASE)
_GLUED: Final = re.compile(r"(هزار|میلیون|ملیون|میلیارد)(?=[^\W\d_])")
"""`هزارتومان`: two words written as one."""
_AND: Final = re.compile(rf"(?<=\d)(\s*(?:{_THOUSANDS}))\s+(?:و|and)\s+(?=\d)", re.IGNORECASE)
"""`1 million and 200 thousand toman`."""
_TWICE: Final = re.compile(r"([^()]*)\(([^()]*)\)\s*")
"""`120,000,000 rials (12 million toman)`, as we write it."""
_SLASHED: Final = re.compile(r"(?<=[٠-٩۰-۹])/(?=[٠-٩۰-۹])")
"""`۱۲/۵`, `۱۲۰/۰۰۰/۰۰۰`: a point, beside eastern digits."""
_GROUP: Final = 3
_MOST_DIGITS: Final = 30
_MOST_NUMBERS: Final = 3
_WHOLE: Final = re.compile(r"([^0-9]*)([0-9](?:.*[0-9])?)([^0-9]*)", re.DOTALL)
_ROUND: Final = re.compile(r"\s*[.,]\s*[-−–—]+")
"""`300,-`: there are no cents."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_SPACED: Final = re.compile(r"([1-9][0-9]{0,2})((?:([ '’_])[0-9]{3})(?:\3[0-9]{3})*)([.,٫][0-9]+)?")
_BY_HUNDREDS: Final = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}")
"""`12,34,567`, as in India."""
_Number = tuple[str, str]
"""Whole digits and decimals."""


def parse(typed: str, currency: str, *, zero: bool = False) -> Money:
    """Read an amount as a person typed it, in any digits, grouped or not. Nothing is one if `zero`.

    A space stands between thousands only where every group has three digits, and a line break
    never does. Raises BadInput with `amount-unreadable`, `amount-not-positive`
    (`amount-negative` where nothing is one),
    `amount-too-large`, `amount-decimals` (more decimals than the currency has),
    `amount-other-currency`, and Ambiguous("amount-ambiguous", choices) where it can be read in two
    ways: `1,500 KWD`, `1200 500`, a bare `500` for rials or tomans, an amount said twice that
    differs; and where it is one way only for having a decimal too many: `100.555 EUR`.
    """
    typed = _spaced_out(typed)
    if twice := _TWICE.fullmatch(typed):
        return _same(*(_one(said, currency, zero=zero) for said in twice.groups()))
    parts = _AND.sub("\\1\n", typed).split("\n") if _AND.search(typed) else [typed]
    if len(parts) > 1:
        return _summed(parts, currency)
    return _one(typed, currency, zero=zero)


def _spaced_out(typed: str) -> str:
    """With a space and a digit where people leave them out: `یک میلیون`, `۵۰۰هزارتومان`."""
    return _GLUED.sub(r"\1 ", _ONE.sub("1 ", _SLASHED.sub(".", typed)))


def _same(one: Money, other: Money) -> Money:
    if one != other:
        raise Ambiguous("amount-ambiguous", choices=[(m.minor, m.currency) for m in (one, other)])
    return one


def _summed(parts: list[str], currency: str) -> Money:
    """All in the unit that stands behind the last, each below one of the size before it."""
    unit = " ".join(word for word in _parts(parts[-1], currency)[2] if word not in _TIMES)
    in_unit = unit or currency
    said = [_one(f"{part} {in_unit}", currency, zero=False) for part in parts]
    sizes = [_one(f"1 {part.split()[-1]} {in_unit}", currency, zero=False) for part in parts[:-1]]
    if any(smaller >= size for smaller, size in zip(said[1:], sizes, strict=True)):
        raise BadInput("amount-unreadable", currency=currency)
    total = sum(part.minor for part in said)
    if currency == "IRR" and not unit:
        raise Ambiguous("amount-ambiguous", choices=[(total, currency), (total * _RIALS, currency)])
    if total > MOST:
        raise BadInput("amount-too-large")
    return Money(total, currency)


def _one(typed: str, currency: str, *, zero: bool) -> Money:
    sign, body, words = _parts(typed, currency)
    units, times = _meant(words, currency)
    toman = currency == "IRR" and _TOMAN in units
    if units and currency not in units and not toman:
        raise BadInput("amount-other-currency", currency=currency)
    if sign and zero:
        raise BadInput("amount-negative")
    if sign:
        raise BadInput("amount-not-positive")
    numbers, sure = _numbers(body, currency)
    readings = [_money(number, currency, times, _RIALS if toman else 1) for number in numbers]
    if not readings:
        raise BadInput("amount-unreadable", currency=currency)
    good = tuple(dict.fromkeys(r for r in readings if isinstance(r, Money) and (r or zero)))
    if not good:
        no = BadInput("amount-not-positive")
        raise next((r for r in readings if isinstance(r, BadInput)), no)
    if currency == "IRR" and not units:
        good = (*good, *(Money(m.minor * _RIALS, currency) for m in good if m))
    if len(good) > 1 or not sure:
        raise Ambiguous("amount-ambiguous", choices=[(m.minor, m.currency) for m in good])
    return good[0]


def named(typed: str) -> frozenset[str]:
    """The currencies that the words of an amount may name; none where it has no such words."""
    typed = _spaced_out(typed)
    twice = _TWICE.fullmatch(typed)
    last = _AND.split(twice[2] if twice else typed)[-1]
    try:
        units, _ = _meant(_parts(last, "")[2], "")
    except BadInput:
        return frozenset()
    return frozenset("IRR" if unit == _TOMAN else unit for unit in units)


def _parts(typed: str, currency: str) -> tuple[bool, str, list[str]]:
    """Whether it is below nothing, the text from its first digit to its last, the words around."""
    unreadable = BadInput("amount-unreadable", currency=currency)
    if any(unicodedata.category(char) in ("No", "Nl") for char in typed):
        raise unreadable  # `½`, `²`: written out they would be other numbers
    text = "".join(
        str(unicodedata.digit(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKC", typed).replace("ي", "ی").replace("ك", "ک")
        if unicodedata.category(char) != "Cf"
    )
    found = _WHOLE.fullmatch(text.strip())
    if found is None:
        raise unreadable
    before, body, after = found.groups()
    after = _ROUND.sub("", after, count=1) if _ROUND.match(after) else after
    sign = before.replace("−", "-").partition("-")
    around = f"{sign[0]} {sign[2]}".strip(), after.strip().rstrip(".,!،").strip()
    words = [word for part in around for word in _words(part, unreadable)]
    return bool(sign[1]), body, words


def _words(text: str, unreadable: BadInput) -> list[str]:
    """The words and currency signs beside the digits. Raises `unreadable` for anything else."""
    signs = [char for char in text if unicodedata.category(char) == "Sc"]
    rest = "".join(" " if unicodedata.category(char) == "Sc" else char for char in text)
    words = _WORD.findall(rest)
    if _WORD.sub("", rest).strip():
        raise unreadable
    return [word.casefold() for word in words] + signs


def _meant(words: list[str], currency: str) -> tuple[frozenset[str], int]:
    """What the words stand for together, and what they multiply by. Raises BadInput."""
    units: frozenset[str] | None = None
    times = 1
    for word in words:
        if word in _TIMES and times == 1:
            times = _TIMES[word]
            continue
        code = word.upper()
        meant = _UNITS.get(word, frozenset())
        meant |= frozenset((code,)) if currencies.known(code) else frozenset()
        units = meant if units is None else units & meant
        if not units:
            raise BadInput("amount-unreadable", currency=currency)
    return units or frozenset(), times


def _numbers(body: str, currency: str) -> tuple[list[_Number], bool]:
    """Each way to read the digits, and whether the first of them is sure."""
    spaced = _SPACED.fullmatch(body)
    if spaced is not None:
        whole = re.sub(r"[^0-9]", "", spaced[1] + spaced[2])
        return [(whole, (spaced[4] or "")[1:])], True
    pieces = body.split()
    if len(pieces) == 1:
        return _marked(body, currency)
    if len(pieces) > _MOST_NUMBERS:
        return [], True
    read = [_marked(piece.rstrip(".,،"), currency)[0] for piece in pieces]
    if not all(read):
        return [], True
    several = [number for numbers in read for number in numbers]
    joined = "".join(pieces)
    if body.count(" ") == len(pieces) - 1 and joined.isdecimal() and not joined.startswith("0"):
        several.append((joined, ""))
    return several, False


def _marked(text: str, currency: str) -> tuple[list[_Number], bool]:
    """A number with its points and commas: each way to read it, and whether there is one alone."""
    plain = re.sub(r"(?<=[0-9])['’_](?=[0-9])", "٬", text).replace("،", ",")
    marks = [char for char in plain if not char.isdecimal()]
    parts = re.split(r"[.,٫٬]", plain)
    if any(mark not in ".,٫٬" for mark in marks) or "" in parts:
        return [], True
    if not marks:
        return [(plain, "")], True
    last, others = marks[-1], set(marks[:-1])
    if last in others or last == "٬":  # nothing but groups
        fits = (set(marks) == {last} and last != "٫" and _grouped(parts)) or _by_hundreds(plain)
        return ([("".join(parts), "")] if fits else []), True
    if others or last == "٫":
        thousands = len(others) == 1 and "٫" not in others and _grouped(parts[:-1])
        fits = thousands or not others or _by_hundreds(plain.rpartition(last)[0])
        return ([("".join(parts[:-1]), parts[-1])] if fits else []), True
    if not _grouped(parts):
        return [(parts[0], parts[1])], True
    if last == "," and not currencies.get(currency).exponent:
        return [("".join(parts), "")], True
    # `1.500` may be fifteen hundred or one and a half, whatever the currency's decimals.
    return [("".join(parts), ""), (parts[0], parts[1].rstrip("0"))], False


def _grouped(parts: list[str]) -> bool:
    """Whether these are thousands: one to three digits, then threes."""
    first = 0 < len(parts[0]) <= _GROUP and (len(parts) == 1 or not parts[0].startswith("0"))
    return first and all(len(part) == _GROUP for part in parts[1:])


def _by_hundreds(text: str) -> bool:
    return _BY_HUNDREDS.fullmatch(text) is not None


def _money(number: _Number, currency: str, times: int, rials: int) -> Money | BadInput:
    whole, decimals = number
    exponent = currencies.get(currency).exponent
    if len(whole) + len(decimals) > _MOST_DIGITS:
        return BadInput("amount-too-large")
    minor, rest = divmod(int(whole + decimals) * times * 10**exponent, 10 ** len(decimals))
    if rest or (len(decimals) > exponent and times == 1):
        return BadInput("amount-decimals", currency=currency, decimals=exponent)
    minor *= rials
    return BadInput("amount-too-large") if minor > MOST else Money(minor, currency)
