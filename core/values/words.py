"""What people wrote: kept in rows of its own, referred to by a salted hash.

Chains and fingerprints cover the digest, so that erasing a person's text breaks no chain.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Final

from core.values.errors import BadInput
from core.values.marks import neutral

# Bidirectional overrides and isolates could turn an amount or a name around in somebody else's
# message; C0 controls other than newline and tab have no place in one either.
_FORBIDDEN: Final = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff"
)
_IGNORABLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point of Unicode 16: fonts draw nothing for these."""
_ENDS: Final = re.compile("[\ufe0e\ufe0f\U000e0020-\U000e007f]")
"""Selectors, and the tags of a flag: they belong to the emoji before them."""
_BLANK: Final = "\u2800\U0001d159"
"""Letters and signs that look like nothing: the empty braille cell, the empty note."""
_NAME_LIMIT: Final = 300
TITLE_LIMIT: Final = 120
TEXT_LIMIT: Final = 4096


def ignorable(char: str) -> bool:
    """Whether fonts draw nothing for it: joiners, fillers, tags, selectors."""
    return _IGNORABLE.fullmatch(char) is not None


def can_be_seen(text: str) -> bool:
    """Whether there is a letter, a digit, a sign or an emoji in it.

    Marks need a letter to stand on; what has no meaning yet, or a private one, has no look.
    """
    return any(
        unicodedata.category(char)[0] in "LNPS" and not ignorable(char) and char not in _BLANK
        for char in text
    )


def clean(text: str, *, limit: int = TEXT_LIMIT, lines: bool = True) -> str:
    """NFC text without control and direction characters; `lines=False` folds it into one line.

    What counts as text is what can be seen. Raises BadInput("empty-text") or
    BadInput("text-too-long", limit, length), in characters.
    """
    result = scrubbed(text)
    if not lines:
        result = " ".join(result.split())
    return within(result, limit)


def scrubbed(text: str) -> str:
    """What of a text may stand in a message of ours; nothing of it can be taken for a mark."""
    kept = (
        char
        for char in unicodedata.normalize("NFC", text)
        if char in "\n\t"
        or (char not in _FORBIDDEN and unicodedata.category(char) not in ("Cc", "Cs"))
    )
    return _trimmed("".join(kept))


def _trimmed(text: str) -> str:
    """Without what has no look at its beginning and end."""
    start, end = 0, len(text)
    while start < end and _is_edge(text[start]):
        start += 1
    while end > start and _is_edge(text[end - 1]):
        before = end - 1
        while before > start and ignorable(text[before - 1]):
            before -= 1
        if _ENDS.fullmatch(text[end - 1]) and not text[before - 1].isspace():
            break
        end -= 1
    return text[start:end]


def _is_edge(char: str) -> bool:
    return char.isspace() or ignorable(char)


def name_of(full: str | None, username: str | None, number: int) -> str:
    """What to call somebody: their name where there is one to see, their username, the number."""
    try:
        return clean(full or "", limit=_NAME_LIMIT, lines=False)
    except BadInput:
        return f"@{username}" if username else str(number)


def within(result: str, limit: int = TEXT_LIMIT) -> str:
    """A text that is one, and not too long. Raises BadInput as `clean`."""
    if not can_be_seen(result):
        raise BadInput("empty-text")
    if len(result) > limit:
        raise BadInput("text-too-long", limit=limit, length=len(result))
    return result


@dataclass(frozen=True, slots=True)
class Words:
    """A person's text, marks included, with its salt; erased text is None.

    Two are equal when their digests are.
    """

    digest: str
    text: str | None = field(compare=False)
    salt: str = field(compare=False, default="")

    @classmethod
    def of(cls, text: str, salt: str) -> Words:
        """Bind already cleaned text; `salt` is 128 random bits in hex, new for each text."""
        return cls(hashlib.sha256(f"{salt}\0{text}".encode()).hexdigest(), text, salt)

    def __str__(self) -> str:
        """The text in no reader's language, or an empty string once it was erased.

        Cards and papers tell it in their reader's: `Text.said`.
        """
        return neutral(self.text or "")


def words_in(value: object) -> Iterator[Words]:
    """The words of a command, an event or terms, however deep they stand."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from words_in(item)
    elif is_dataclass(value):
        for name in fields(value):
            yield from words_in(getattr(value, name.name))


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file in the vault: SHA-256 in hex, size in bytes, the name and type its sender gave."""

    sha256: str
    name: str
    mime: str
    size: int
    kind: str = "document"
    """document, photo, voice, audio or video: how it is sent on."""
