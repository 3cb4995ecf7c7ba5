"""Reading where somebody wants to be paid: an IBAN wherever it stands, and the words beside it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from core.values.errors import BadInput

FEWEST: Final = 8
"""Characters of payout details; with fewer nobody can be paid."""
HOLDER_LIMIT: Final = 120
_SHAPE: Final = re.compile(
    r"(?<![^\W_])(?:[A-Za-z]{2}|[A-Z]{2}[ \-])[0-9]{2}(?=[\s\-]?[A-Za-z0-9]{4})"
)
_GROUPS: Final = re.compile(r"[A-Za-z0-9]+(?:[\s\-][A-Za-z0-9]+)*")
_ON_A_LINE: Final = re.compile(r"[A-Za-z0-9]+(?:[ \-][A-Za-z0-9]+)*")
_CALLED_SO: Final = re.compile(r"\biban\b|شبا", re.IGNORECASE)
_LABELS: Final = re.compile(
    r"\b(?:iban|account(?: number| no)?|acc|name|holder|bank account)\b\s*[:#.=\-]*"
    r"|(?:شماره\s*)?شبا(?:ی)?\s*[:=]*|(?:نام\s*)?صاحب حساب\s*[:=]*|نام\s*[:=]+",
    re.IGNORECASE,
)
_SHEBA: Final = re.compile(r"(?<![0-9])[0-9]{24}(?![0-9])")
_TOLD: Final = 4


@dataclass(frozen=True, slots=True)
class TypedAccount:
    """What was typed: an IBAN that is one, and the words beside it; or words alone."""

    iban: str
    beside: str

    @property
    def details(self) -> str:
        """As it is kept: the IBAN on a line of its own."""
        return "\n".join(part for part in (self.iban, self.beside) if part)


def read_account(typed: str) -> TypedAccount:
    """The account in somebody's words.

    Raises BadInput("payout-too-short"), ("iban-several"), or for what looks like an IBAN and is
    none ("iban-length", length, expected), ("iban-country", country), ("iban-wrong").
    """
    text = _ascii(typed)
    if len("".join(text.split())) < FEWEST:
        raise BadInput("payout-too-short")
    found = list(_ibans(text))
    if not found:
        return TypedAccount("", typed)
    ibans = {str(iban.formatted) for _, _, iban in found}
    if len(ibans) > 1:
        raise BadInput("iban-several")
    for start, end, _ in reversed(found):
        text = f"{text[:start]}\n{text[end:]}"
    lines = (_LABELS.sub(" ", line).strip(" .,;:،؛-–—/|()\t") for line in text.splitlines())
    beside = ", ".join(" ".join(line.split()) for line in lines if line)
    return TypedAccount(ibans.pop(), beside)


def read_holder(typed: str) -> str:
    """The name of an account's holder. Raises BadInput("holder-unreadable")."""
    name = " ".join(typed.split())
    letters = sum(char.isalpha() for char in name)
    if letters < 2 or any(char.isdecimal() for char in name):  # noqa: PLR2004 - nobody's has one
        raise BadInput("holder-unreadable")
    return name


def _ascii(text: str) -> str:
    return "".join(
        str(unicodedata.digit(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKC", text).replace("ي", "ی").replace("ك", "ک")
        if unicodedata.category(char) != "Cf" or char == "\u200c"
    )


def _ibans(text: str) -> list[tuple[int, int, Any]]:
    """(start, end, IBAN) of each; what begins like one and is none is refused."""
    found, at = [], 0
    while (begins := _SHAPE.search(text, at)) is not None:
        end, iban = _iban_at(text, begins.start())
        if iban is not None:
            found.append((begins.start(), end, iban))
        at = end
    for sheba in _SHEBA.finditer(text):
        iban = _valid(f"IR{sheba[0]}")
        if iban is not None and not any(start <= sheba.start() < end for start, end, _ in found):
            found.append((sheba.start(), sheba.end(), iban))
    return sorted(found, key=lambda one: one[0])


def _iban_at(text: str, start: int) -> tuple[int, Any]:
    """The end of an IBAN and itself; of letters and digits that only look like one, its end."""
    country = "".join(char for char in text[start : start + 3] if char.isalpha())[:2].upper()
    length, line = _length(country), _run(_ON_A_LINE, text, start)
    if length is None:
        alone = line == text.strip() or _CALLED_SO.search(text) is not None
        if alone and _is_account(line):
            raise BadInput("iban-country", country=country)
        return start + len(line), None
    # It ends with its length, where a word may follow; a digit more belongs to it.
    for run in (line, _run(_GROUPS, text, start)):
        whole = [start + at for at, char in enumerate(run) if char.isalnum()][:length]
        end = whole[-1] + 1
        iban = _valid("".join(text[at] for at in whole).upper())
        if iban is not None and not text[end : end + 1].isalnum():
            return end, iban
    number = _run_of_digits(line)
    if not _is_account(number):
        return start + len(line), None
    if len(number) != length:
        raise BadInput("iban-length", length=len(number), expected=length)
    raise BadInput("iban-wrong")


def _run(pattern: re.Pattern[str], text: str, start: int) -> str:
    found = pattern.match(text, start)
    return "" if found is None else found[0]


def _is_account(text: str) -> bool:
    """Whether there are so many digits in it that it is meant as a number of an account."""
    return sum(char.isdecimal() for char in text) > 2 * _TOLD


def _run_of_digits(text: str) -> str:
    """The groups up to the last that has a digit: what follows are words."""
    groups = re.split(r"[ \-]", text)
    while groups and not any(char.isdecimal() for char in groups[-1]):
        groups.pop()
    return "".join(groups)


def _valid(candidate: str) -> Any:  # noqa: ANN401 - schwifty's own
    from schwifty import IBAN  # noqa: PLC0415 - reads the banks of the world
    from schwifty.exceptions import SchwiftyException  # noqa: PLC0415

    try:
        return IBAN(candidate)
    except SchwiftyException:
        return None


@lru_cache(maxsize=512)
def _length(country: str) -> int | None:
    """How long an IBAN of a country is; None for a country that has none."""
    from schwifty import registry  # noqa: PLC0415
    from schwifty.exceptions import SchwiftyException  # noqa: PLC0415

    try:
        return int(registry.get_iban_spec(country).iban_length)
    except SchwiftyException:
        return None
