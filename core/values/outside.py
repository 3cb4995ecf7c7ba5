"""Words that lead money past us: a card, an account, a wallet, "pay me directly". A warning only.

What is recognised is exact where it can be (check digits of cards, IBANs and wallets), so that an
order's number or an amount raises no alarm.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from enum import StrEnum
from typing import Final

from core.values.words import words_in


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
    accounts, rest = _accounts(plain)
    if card := _card(rest):
        return card
    if accounts:
        return Outside.ACCOUNT
    if _direct(plain):
        return Outside.DIRECT
    return Outside.WALLET if _wallet(unicodedata.normalize("NFKC", text)) else None


def named_in(value: object, ours: frozenset[str] = frozenset()) -> Outside | None:
    """The first in the words of a command or of terms, however deep they stand."""
    found = (outside(str(words), ours) for words in words_in(value))
    return next((kind for kind in found if kind is not None), None)


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


def _card(text: str) -> Outside | None:
    """A card; digits in what is written like an account, though mistyped, are an account's."""
    for found in _CARDS.finditer(text):
        before = text[: found.start()]
        if _luhn([int(c) for c in found[0] if c.isdigit()]) and not _ORDER.search(before):
            return Outside.ACCOUNT if _IN_AN_ACCOUNT.search(before[-_LONGEST:]) else Outside.CARD
    return None


def _luhn(digits: list[int]) -> bool:
    """Source: ISO/IEC 7812-1. All digits alike are no card."""
    doubled = [d if place % 2 else sum(divmod(2 * d, 10)) for place, d in enumerate(digits[-2::-1])]
    return len(set(digits)) > 1 and (sum(doubled) + digits[-1]) % 10 == 0


# Accounts: an IBAN, or an Iranian one without its letters

_OF_COUNTRY: Final = {
    "ad": 24, "ae": 23, "al": 28, "ao": 25, "at": 20, "ax": 18, "az": 28, "ba": 20, "be": 16,
    "bf": 28, "bg": 22, "bh": 22, "bi": 27, "bj": 28, "bl": 27, "br": 29, "by": 28, "cf": 27,
    "cg": 27, "ch": 21, "ci": 28, "cm": 27, "cr": 22, "cv": 25, "cy": 28, "cz": 24, "de": 22,
    "dj": 27, "dk": 18, "do": 28, "dz": 26, "ee": 20, "eg": 29, "es": 24, "fi": 18, "fk": 18,
    "fo": 18, "fr": 27, "ga": 27, "gb": 22, "ge": 22, "gf": 27, "gg": 22, "gi": 23, "gl": 18,
    "gp": 27, "gq": 27, "gr": 27, "gt": 28, "gw": 25, "hn": 28, "hr": 21, "hu": 28, "ie": 22,
    "il": 23, "im": 22, "iq": 23, "ir": 26, "is": 26, "it": 27, "je": 22, "jo": 30, "km": 27,
    "kw": 30, "kz": 20, "lb": 28, "lc": 32, "li": 21, "lt": 20, "lu": 20, "lv": 21, "ly": 25,
    "ma": 28, "mc": 27, "md": 24, "me": 22, "mf": 27, "mg": 27, "mk": 19, "ml": 28, "mn": 20,
    "mq": 27, "mr": 27, "mt": 31, "mu": 30, "mz": 25, "nc": 27, "ne": 28, "ni": 28, "nl": 18,
    "no": 15, "om": 23, "pf": 27, "pk": 24, "pl": 28, "pm": 27, "ps": 29, "pt": 25, "qa": 29,
    "re": 27, "ro": 24, "rs": 22, "ru": 33, "sa": 24, "sc": 31, "sd": 18, "se": 24, "si": 19,
    "sk": 24, "sm": 27, "sn": 28, "so": 23, "st": 25, "sv": 28, "td": 27, "tf": 27, "tg": 28,
    "tl": 23, "tn": 24, "tr": 26, "ua": 29, "va": 22, "vg": 24, "wf": 27, "xk": 20, "ye": 30,
    "yt": 27,
}  # fmt: skip
"""Characters of an IBAN by country. Source: the SWIFT IBAN registry, and those who follow it."""
_BEGINS = rf"(?<![a-z0-9])(?:{'|'.join(_OF_COUNTRY)})\d{{2}}"
_IBANS: Final = re.compile(_BEGINS)
_MORE: Final = re.compile(rf"{_GAP}[a-z0-9]")
_SHEBA: Final = re.compile(rf"(?<![a-z0-9])\d{{2}}(?:{_GAP}\d){{22}}(?!{_GAP}\d)")
_IN_AN_ACCOUNT: Final = re.compile(rf"{_BEGINS}(?:{_GAP}[a-z0-9]{{4}}){{0,4}}{_GAP}$")
_LONGEST: Final = 64
"""The beginning of an account that a card may stand in, with its gaps."""


def _accounts(text: str) -> tuple[bool, str]:
    """Whether there is one, and the text without them: its groups may look like a card."""
    kept, rest = 0, []
    shebas = (found.span() for found in _SHEBA.finditer(text) if _checks("ir" + found[0]))
    ibans = (_iban(found, text) for found in _IBANS.finditer(text))
    for start, end in sorted([*shebas, *filter(None, ibans)]):
        if start >= kept:
            rest.append(text[kept:start])
            kept = end
    return kept > 0, "\n".join([*rest, text[kept:]])


def _iban(begins: re.Match[str], text: str) -> tuple[int, int] | None:
    """Where it stands; what follows it without a mark between is no part of it."""
    end = begins.end()
    for _ in range(_OF_COUNTRY[begins[0][:2]] - len(begins[0])):
        more = _MORE.match(text, end)
        if more is None:
            return None
        end = more.end()
    return (begins.start(), end) if _checks(text[begins.start() : end]) else None


def _checks(account: str) -> bool:
    """Source: ISO 7064, MOD 97-10."""
    letters = "".join(char for char in account if char.isalnum())
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
