"""References and names as they come out of a bank: in another case, spaced, wrapped, glued."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from core.paying.lines import squeezed
from core.values.ids import CROCKFORD, ID_LENGTH

_ALIKE: Final = str.maketrans("OIL", "011")
_LETTERS: Final = frozenset(CROCKFORD + "OILU")
_NUMBER: Final = re.compile(r"([\W_]{0,3})([0-9]{1,3})(?!\w)(?![.,:/-][0-9])")
"""By itself: no part of a longer number, of a day, an amount or a word."""
_ANY_NUMBER: Final = re.compile(r"[\W_]{0,3}[0-9]")
_OURS: Final = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
"""What stands between a code and a number as we write it; after anything else no word follows."""
_WORD: Final = re.compile(r"\w")
_TORN: Final = re.compile(r"\s+([0-9])(?![0-9])")
_SHORTEST_NAME: Final = 3


def alike(one: str, other: str) -> bool:
    """Whether two names have a word in common, of which banks cut, swap and spell the rest."""
    mine, theirs = _name_words(one), _name_words(other)
    return any(a.startswith(b) or b.startswith(a) for a in mine for b in theirs)


def _name_words(name: str) -> set[str]:
    words = (squeezed(word) or word.casefold() for word in re.split(r"[\s,.;/]+", name))
    return {word for word in words if len(word) >= _SHORTEST_NAME}


def letters_of(text: str) -> tuple[str, list[int]]:
    """Letters of codes alone, look-alikes folded, and where each of them stands."""
    upper = [char.upper() for char in text]  # one by one: an `ß` becomes two
    places = [place for place, char in enumerate(upper) if char in _LETTERS]
    return "".join(upper[place] for place in places).translate(_ALIKE), places


def codes_in(said: Iterable[str], known: frozenset[str]) -> dict[str, list[str]]:
    """The codes that stand in any of it, whatever a bank did to them, with what follows each."""
    found: dict[str, list[str]] = {}
    for text in said:
        letters, places = letters_of(text)
        for start in range(len(letters) - ID_LENGTH + 1):
            code = letters[start : start + ID_LENGTH]
            if code in known:
                after = text[places[start + ID_LENGTH - 1] + 1 :]
                found.setdefault(code, []).append(after)
    return found


def numbers_in(afters: Iterable[str], most: int) -> frozenset[int]:
    """The numbers of milestones that may stand behind a code, wherever the code stands.

    None where a number is there that may be anything else: an amount, a day, how many of what.
    """
    found: set[int] = set()
    for after in afters:
        numbers = _numbers(after, most)
        if not numbers and _ANY_NUMBER.match(after):
            return frozenset()
        found |= numbers
    return frozenset(found)


def _numbers(after: str, most: int) -> set[int]:
    """Two where a second digit may have been torn off by the end of a line."""
    found = _NUMBER.match(after)
    if found is None or not 0 < int(found[2]) <= most:
        return set()
    rest = after[found.end() :]
    if found[1] and not _OURS.fullmatch(found[1]) and _WORD.search(rest):
        return set()
    torn = _TORN.match(rest)
    numbers = {int(found[2])} | ({int(found[2] + torn[1])} if torn else set())
    return {number for number in numbers if number <= most}
