"""Which message each thing that waits came in, so that its correction finds it.

A text and a file that wait in a form are JSON objects with the number of their message. What was
used is remembered by that number, with a digest: a correction that changes nothing is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from core.values.words import Words

CAME_IN: Final = "message"
"""The field of a kept text or file with the number of its message."""
ASKED: Final = "asked"
"""The field of a text with the question of ours that it answers, and so does not quote."""
USED: Final = "used"
"""The kind of a message whose words went out: they stay as they were."""
TOLD: Final = "told"
"""The kind of a message of which nothing is known but that its change was answered."""

Json = dict[str, Any]


def pieces(data: object) -> Iterator[Json]:
    """All that waits in a form and says which message it came in."""
    if isinstance(data, Mapping):
        if isinstance(data.get(CAME_IN), int):
            yield dict(data)
        for value in data.values():
            yield from pieces(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from pieces(value)


def holds(data: object, message: int) -> bool:
    """Whether anything of this message waits there."""
    return any(piece[CAME_IN] == message for piece in pieces(data))


def text_of(data: object, message: int) -> Json | None:
    """The text of a message that waits there; only its digest where it waits in a file."""
    own = (piece for piece in pieces(data) if piece[CAME_IN] == message)
    return next((piece for piece in own if "text" in piece or "digest" in piece), None)


def file_of(data: object, message: int) -> Json | None:
    """The file of a message, kept or left out."""
    own = (piece for piece in pieces(data) if piece[CAME_IN] == message)
    return next((piece for piece in own if "unique" in piece), None)


def says_the_same(piece: Mapping[str, Any] | None, said: str) -> bool:
    """Whether a text, or what is remembered of one, is this one."""
    if piece is None or "salt" not in piece:
        return not said
    digest = piece.get("digest")
    if digest is None:
        return bool(piece["text"] == said)
    return bool(Words.of(said, str(piece["salt"])).digest == digest)


def used(data: object, **about: object) -> dict[int, Json]:
    """What to remember of each message of a form whose words went out, by its number."""
    numbers = {piece[CAME_IN] for piece in pieces(data)}
    return {number: {"kind": USED, **about, **_digest(data, number)} for number in numbers}


def _digest(data: object, message: int) -> Json:
    text, file = text_of(data, message), file_of(data, message)
    known: Json = {} if file is None else {"unique": file["unique"]}
    if text is not None:
        digest = text.get("digest") or Words.of(text["text"], text["salt"]).digest
        known |= {"salt": text["salt"], "digest": digest, ASKED: text.get(ASKED)}
    return known
