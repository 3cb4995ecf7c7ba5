"""References and names as they come out of a bank: in another case, spaced, wrapped, glued."""

from __future__ import annotations

import re
from typing import Final

from core.paying.lines import squeezed
from core.values.ids import CROCKFORD, ID_LENGTH

_ALIKE: Final = str.maketrans("OIL", "011")
_LETTERS: Final = frozenset(CROCKFORD + "OILU")
_NUMBER: Final = re.compile(r"[^0-9A-Z]{0,3}([0-9]{1,3})")
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
    upper = text.upper()
    places = [place for place, char in enumerate(upper) if char in _LETTERS]
    return "".join(upper[place] for place in places).translate(_ALIKE), places


def codes_in(text: str, known: frozenset[str]) -> dict[str, str]:
    """The codes that stand in it, whatever a bank did to them, each with what follows it."""
    letters, places = letters_of(text)
    found: dict[str, str] = {}
    for start in range(len(letters) - ID_LENGTH + 1):
        code = letters[start : start + ID_LENGTH]
        if code in known:
            found.setdefault(code, text[places[start + ID_LENGTH - 1] + 1 :])
    return found


def numbers_in(after: str, most: int) -> tuple[int, ...]:
    """The numbers of milestones that may stand behind a code: several where digits are glued."""
    found = _NUMBER.match(after.upper())
    if found is None:
        return ()
    digits = found[1]
    joined = re.match(r"\s*\n?\s*([0-9])(?![0-9])", after[found.end() :])
    several = {int(digits[:length]) for length in range(1, len(digits) + 1)}
    if joined:
        several.add(int(digits + joined[1]))
    whole = int(digits)
    if 0 < whole <= most and not (joined and int(digits + joined[1]) <= most):
        return (whole,)
    return tuple(sorted(number for number in several if 0 < number <= most))
