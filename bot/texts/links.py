"""Addresses among people's words, as people write them: with a scheme in any case, or without."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from linkify_it import LinkifyIt

_GLUED: Final = re.compile(
    r"(?<=\w)(?=https?://)|(?<=[:،؛])(?=(?:[\w-]+\.)+[a-z]{2,}/)", re.IGNORECASE
)
_SCHEMES: Final = ("http:", "https:", "ftp:")
_TAIL: Final = "،؛؟。、，．！？」』）】»”’…"  # noqa: RUF001 - what ends a sentence elsewhere
_NO_DOMAINS: Final = frozenset({
    "ai", "am", "as", "at", "be", "by", "cc", "do", "id", "if", "in", "is", "it", "la", "md", "me",
    "mov", "my", "no", "pl", "ps", "py", "rs", "sh", "so", "st", "to", "us", "ws", "zip",
})  # fmt: skip
"""Endings of countries and of sites that end the names of files, or a sentence and the next: alone,
without a path or `www.`, such a word is no address: `logo.ai`, `finished.It works`."""
_YOUNG: Final = (
    "app", "art", "cloud", "design", "dev", "online", "page", "site", "store", "studio", "tech",
    "video", "world", "xyz", "ایران", "рф", "中国",
)  # fmt: skip
"""Beside the old generic ones and the countries', which the library knows."""
_PATH: Final = re.compile(r"[/?#:]")


def links_in(text: str) -> tuple[str, ...]:
    """Every address, as it was written, without the punctuation behind it."""
    return tuple(link for link in _found(text) if link)


def without_links(text: str) -> str:
    """The words beside the addresses; empty where nothing is left but marks."""
    for link in sorted(_found(text), key=len, reverse=True):
        text = text.replace(link, " ")
    return text.strip("<>[]() \n") if any(char.isalnum() for char in text) else ""


def _found(text: str) -> tuple[str, ...]:
    seen = "".join(
        " " if unicodedata.category(char) in ("Cf", "Cc") and char not in "\u200c\u200d" else char
        for char in text
    )
    found = (match for match in _reader().match(_GLUED.sub(" ", seen)) or ())
    return tuple(match.raw.rstrip(_TAIL) for match in found if _is_address(match.schema, match.raw))


def _is_address(schema: str, written: str) -> bool:
    if schema:
        return schema.lower() in _SCHEMES
    host = _PATH.split(written, maxsplit=1)[0]
    bare = host == written and not host.lower().startswith("www.")
    return not bare or host.rpartition(".")[2].lower() not in _NO_DOMAINS


@lru_cache(maxsize=1)
def _reader() -> LinkifyIt:
    from linkify_it import LinkifyIt  # noqa: PLC0415 - compiles for 60 ms, when a link is asked for

    options = {"fuzzy_link": True, "fuzzy_email": False, "fuzzy_ip": False}
    return LinkifyIt(options=options).tlds([*_YOUNG], keep_old=True)
