"""Names that pose: as the house, as its staff, or as a link."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Final

WORD_JOINER: Final = "\u2060"
"""Shown as nothing; what it parts is no link to Telegram any more."""
_LEADS: Final = re.compile(r"(?<=\w)\.(?=\w)|(?<=:)/(?=/)|@(?=\w)|(?<!\S)/(?=\w)|#(?=\w)")
_FEWEST: Final = 4
"""Letters of a house's name that are looked for inside of other names."""
_STAFF: Final = frozenset(
    {
        "support", "supportteam", "helpdesk", "arbiter", "arbiters", "arbitrator", "treasurer",
        "admin", "administrator", "moderator", "escrow", "escrowbot", "customerservice",
        "customersupport", "officialsupport", "operator", "پشتیبان", "پشتیبانی", "داوری",
        "خزانهدار", "ادمین", "اپراتور", "کارشناسپشتیبانی",
    }
)  # fmt: skip
"""Names of staff, in one word: `help desk` is looked for as two beside one another."""
_LOOK_ALIKE: Final = str.maketrans(
    "аеорсухіјѕԁһвкмнтαεορτυνικβηρ013457$@!|",  # noqa: RUF001 - they are what is looked for
    "aeopcyxijsdhbkmhtaeoptuvikbhpoleastsaii",
)


def unlinked(text: str) -> str:
    """A name or a title that Telegram makes no link, mention or command of."""
    return _LEADS.sub(lambda found: f"{found[0]}{WORD_JOINER}", text)


def poses(name: str, *houses: str) -> bool:
    """Whether a name says that it is the house's (`houses`: its names), or of its staff.

    Letters that only look like others count as those; marks, joiners and case do not count.
    """
    letters = "".join(_words(name))
    if any(len(own) >= _FEWEST and own in letters for own in ("".join(_words(h)) for h in houses)):
        return True
    words = _words(name)
    pairs = {f"{one}{two}" for one, two in pairwise(words)}
    return bool(_STAFF & {*words, *pairs, letters})


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_LOOK_ALIKE)
    folded = folded.replace("ي", "ی").replace("ك", "ک")
    kept = "".join(c for c in folded if unicodedata.category(c) not in ("Cf", "Mn", "Me"))
    return re.findall(r"[^\W_]+", kept)
