"""Words that lead money past us: a card, an account, a wallet, "pay me directly". A warning only.

What is recognised is exact where it can be (check digits of cards, IBANs and wallets), so that an
order's number or an amount raises no alarm.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Final

from core.words import Words


class Outside(StrEnum):
    """What was seen."""

    CARD = "card"
    ACCOUNT = "account"
    WALLET = "wallet"
    DIRECT = "direct"


def outside(text: str, ours: frozenset[str] = frozenset()) -> Outside | None:
    """The first way past us that the words name; None for none. `ours` are the house's accounts."""
    plain = _plain(text)
    for account in ours:
        plain = re.sub(r"[ \-]?".join(map(re.escape, account.casefold())), " ", plain)
    for kind, seen in (
        (Outside.CARD, _card),
        (Outside.ACCOUNT, _account),
        (Outside.DIRECT, _direct),
    ):
        if seen(plain):
            return kind
    return Outside.WALLET if _wallet(unicodedata.normalize("NFKC", text)) else None


def named_in(value: object, ours: frozenset[str] = frozenset()) -> Outside | None:
    """The first in the words of a command or of terms, however deep they stand."""
    found = (outside(str(words), ours) for words in _words(value))
    return next((kind for kind in found if kind is not None), None)


def _words(value: object) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))


def _plain(text: str) -> str:
    """Lower case, digits of every script as ASCII, Arabic letters as Persian, no joiners."""
    kept = []
    for char in unicodedata.normalize("NFKC", text).casefold():
        if char.isdecimal():
            kept.append(str(unicodedata.decimal(char)))
        elif unicodedata.category(char) in ("Cf", "Mn"):
            kept.append(" " if char == "\u200c" else "")
        else:
            kept.append({"ي": "ی", "ك": "ک", "\u2010": "-", "\u2013": "-"}.get(char, char))
    return "".join(kept)


# Cards: 16 digits in fours, or 15 as American Express writes them

_GAP = r"[ \-._/\u00a0]{0,2}"
_CARDS: Final = re.compile(
    rf"(?<![\d.,/-])(?:[2-69]\d{{3}}(?:{_GAP}\d{{4}}){{3}}|3[47]\d{{2}}{_GAP}\d{{6}}{_GAP}\d{{5}})"
    r"(?![\d/]|[.,-]\d)"
)
_ORDER: Final = re.compile(
    r"(?:order|invoice|tracking|shipment|parcel|ticket|case|ref(?:erence)?|serial|isbn|imei|sku"
    r"|سفارش|فاکتور|رهگیری|پیگیری|مرسوله|سریال)[^\d\n]{0,16}$"
)


def _card(text: str) -> bool:
    return any(
        _luhn([int(c) for c in found[0] if c.isdigit()])
        and not _ORDER.search(text[: found.start()])
        for found in _CARDS.finditer(text)
    )


def _luhn(digits: list[int]) -> bool:
    """Source: ISO/IEC 7812-1. All digits alike are no card."""
    doubled = [d if place % 2 else sum(divmod(2 * d, 10)) for place, d in enumerate(digits[-2::-1])]
    return len(set(digits)) > 1 and (sum(doubled) + digits[-1]) % 10 == 0


# Accounts: an IBAN, or an Iranian one without its letters

_IBANS: Final = re.compile(r"(?<![a-z0-9])[a-z]{2}\d{2}(?:[ \-]?[a-z0-9]){11,30}")
_SHEBA: Final = re.compile(r"(?<![a-z0-9])\d{2}(?:[ \-]?\d){22}(?![ \-]?\d)")
_SHORTEST, _LONGEST = 15, 34


def _account(text: str) -> bool:
    if any(_checks("ir" + _joined(found[0])) for found in _SHEBA.finditer(text)):
        return True
    return any(_begins_with_iban(_joined(found[0])) for found in _IBANS.finditer(text))


def _joined(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


def _begins_with_iban(letters: str) -> bool:
    """What follows an IBAN without a mark between belongs to the match: every length is tried."""
    longest = min(len(letters), _LONGEST)
    return any(_checks(letters[:length]) for length in _lengths(letters[:2], longest))


_OF_COUNTRY: Final = {
    "ad": 24, "ae": 23, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "bh": 22, "br": 29,
    "by": 28, "ch": 21, "cr": 22, "cy": 28, "cz": 24, "de": 22, "dk": 18, "do": 28, "ee": 20,
    "eg": 29, "es": 24, "fi": 18, "fo": 18, "fr": 27, "gb": 22, "ge": 22, "gi": 23, "gl": 18,
    "gr": 27, "gt": 28, "hr": 21, "hu": 28, "ie": 22, "il": 23, "iq": 23, "ir": 26, "is": 26,
    "it": 27, "jo": 30, "kw": 30, "kz": 20, "lb": 28, "li": 21, "lt": 20, "lu": 20, "lv": 21,
    "ly": 25, "mc": 27, "md": 24, "me": 22, "mk": 19, "mr": 27, "mt": 31, "mu": 30, "nl": 18,
    "no": 15, "pk": 24, "pl": 28, "ps": 29, "pt": 25, "qa": 29, "ro": 24, "rs": 22, "sa": 24,
    "se": 24, "si": 19, "sk": 24, "sm": 27, "tn": 24, "tr": 26, "ua": 29, "vg": 24, "xk": 20,
}  # fmt: skip
"""Characters of an IBAN by country. Source: the SWIFT IBAN registry."""


def _lengths(country: str, longest: int) -> Iterator[int]:
    length = _OF_COUNTRY.get(country)
    if length is not None and length <= longest:
        yield length


def _checks(letters: str) -> bool:
    """Source: ISO 7064, MOD 97-10."""
    if not _SHORTEST <= len(letters) <= _LONGEST or not letters.isascii():
        return False
    return int("".join(str(int(c, 36)) for c in letters[4:] + letters[:4])) % 97 == 1


# Wallets

_BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_HASHED: Final = re.compile(rf"(?<![0-9A-Za-z])[13TLMD][{_BASE58}]{{25,34}}(?![0-9A-Za-z])")
_OTHERS: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:0x[0-9a-fA-F]{40}|(?:bc1|ltc1)[02-9ac-hj-np-z]{25,71}"
    r"|(?:EQ|UQ|kQ|0Q)[A-Za-z0-9_-]{46})(?![0-9A-Za-z])"
)


def _wallet(text: str) -> bool:
    return bool(_OTHERS.search(text)) or any(_base58(found[0]) for found in _HASHED.finditer(text))


def _base58(address: str) -> bool:
    """Whether the last four bytes are the check sum, as Bitcoin, Tron, Litecoin and Dogecoin do."""
    number = 0
    for char in address:
        number = number * 58 + _BASE58.index(char)
    raw = number.to_bytes(25, "big") if number.bit_length() <= 8 * 25 else b""
    digest = hashlib.sha256(hashlib.sha256(raw[:21]).digest()).digest()
    return bool(raw) and digest[:4] == raw[21:]


# Words

_PAY = r"(?:pay|send|transfer|wire|deposit)"
_MINE = r"(?:card|account|bank|wallet|paypal|number|phone|iban|wise|revolut|venmo|crypto|address)"
_CHANNEL = (
    r"(?:paypal|venmo|cash ?app|zelle|western union|moneygram|wise|revolut|m-?pesa|crypto|usdt"
    r"|bitcoin|btc|cash|whatsapp|phone|bank transfer)"
)
_US = r"(?:the |this )?(?:bot|platform|app|site|website|system|service|escrow|marketplace)"
_NEAR = r"[^.!?\n]{0,30}"
_ENGLISH = rf"""
\b{_PAY}(?:ing)?\ (?:it\ |the\ money\ |the\ rest\ )?(?:to\ )?(?:me|us)\ (?:\w+\ ){{0,3}}?
    (?:direct(?:ly)?|privately|outside|in\ cash)\b
| \b(?:direct(?:ly)?|privately)\ (?:{_PAY}\ (?:it\ )?)?to\ (?:me|my)\b
| \b{_PAY}\b{_NEAR}\bto\ my\ (?:own\ )?{_MINE}\b
| \b(?:pay|send)\ (?:me|us)\b{_NEAR}\b(?:via|by|with|on|through|over|in)\ {{channel}}\b
| \bmy\ (?:paypal|card\ number|account\ number|bank\ details|wallet\ address)(?:\ is\b|\ ?:)
| \b(?:pay(?:ment)?|settle|deal|money|it)\b{_NEAR}\boutside\ (?:of\ )?{{us}}\b
| \b(?:pay|settle|send\ (?:me\ )?the\ money)\b{_NEAR}\bwithout\ {{us}}\b
| \b(?:paypal\.me|cash\.app|revolut\.me|venmo\.com|wise\.com/pay)/
"""
_DEST = r"(?:حسابم|حساب (?:من|خودم|شخصی)|کارتم|کارت (?:من|خودم)|کیف ?پول(?:م| من| خودم)|شماره ?ام)"
_ME = rf"(?:{_DEST}|به من|به خودم|بهم|برام|برایم|به خود من)"
_GIVE = r"(?:واریز|پرداخت|بریز|بزن|بفرست|انتقال|پول|بده)"
_PAID = r"(?:واریز|پرداخت|بریز|پول|مبلغ|دستمزد)"
_HERE = r"(?:این )?(?:ربات|بات|برنامه|سایت|سامانه|اینجا|پلتفرم)"
_BY = r"[^.!؟\n]{0,30}"
_PERSIAN = "|".join(
    (
        r"کارت ?به ?کارت",
        rf"{_DEST}{_BY}{_GIVE}",
        rf"{_GIVE}{_BY}{_DEST}",
        rf"مستقیم{_BY}{_ME}{_BY}{_PAID}",
        rf"{_ME}{_BY}مستقیم{_BY}{_PAID}",
        rf"{_PAID}{_BY}مستقیم{_BY}{_ME}",
        rf"(?:بیرون|خارج) از {_HERE}{_BY}(?:{_GIVE}|تسویه)",
        rf"(?:{_GIVE}|تسویه){_BY}(?:(?:بیرون|خارج) از|بدون) {_HERE}",
        r"شماره ?(?:کارت|حساب|شبا)(?: ?م| من| خودم)\b",
    )
)
_SAID: Final = (
    re.compile(
        _ENGLISH.replace("{channel}", _CHANNEL.replace(" ", r"\ ")).replace(
            "{us}", _US.replace(" ", r"\ ")
        ),
        re.VERBOSE,
    ),
    re.compile(_PERSIAN),
)


def _direct(text: str) -> bool:
    line = " ".join(text.split())
    return any(said.search(line) for said in _SAID)
