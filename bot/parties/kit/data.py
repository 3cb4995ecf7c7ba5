"""What a form keeps of texts and files: JSON-plain, and each with the message that it came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from aiogram.types import Message

from bot.mail.heard import saying, sent_file
from bot.mail.kept import ASKED, CAME_IN
from bot.parties.kit.update import salted
from core.ports import Expecting
from core.values.marks import is_choice
from core.values.words import FileRef, Words, within

_OF_A_FILE: Final = ("sha256", "name", "mime", "size", "kind")


def file_data(file: FileRef, message: Message | None = None) -> dict[str, object]:
    """A file as a form keeps it, with the message that it came in."""
    sent = None if message is None else sent_file(message)
    came = {} if message is None or sent is None else came_in(message, sent.unique)
    return {name: getattr(file, name) for name in _OF_A_FILE} | came


def came_in(message: Message, unique: str) -> dict[str, object]:
    """Which message a file came in, and which file of Telegram it is."""
    return {CAME_IN: message.message_id, "unique": unique}


def file_of(data: Mapping[str, Any]) -> FileRef:
    """A file that a form keeps."""
    return FileRef(**{name: data[name] for name in _OF_A_FILE})


def listed(row: Expecting, key: str) -> list[Any]:
    """What a form keeps in a list."""
    kept = row.data.get(key)
    return list(kept) if isinstance(kept, list | tuple) else []


def files_of(data: Mapping[str, Any], key: str = "files") -> tuple[FileRef, ...]:
    """The files that a form keeps."""
    return tuple(file_of(file) for file in data.get(key, ()))


def words_data(said: Words) -> dict[str, str]:
    """Words as a form keeps them: with their salt, so that they are the same words later."""
    return {"text": said.text or "", "salt": said.salt}


def said_data(message: Message, row: Expecting | None = None) -> list[dict[str, Any]]:
    """What a message says, as the form that it is for keeps it; nothing for a file alone."""
    shown = None if row is None else row.data.get("shown")
    asked = shown if isinstance(shown, int) else None
    said = saying(message, asked=asked)
    return [as_said(message, said, asked)] if said else []


def as_said(message: Message, said: str, asked: int | None) -> dict[str, Any]:
    """What a message says, with its number, and with our question where it is in answer to that."""
    answers = message.reply_to_message
    named = {ASKED: asked} if answers is not None and answers.message_id == asked else {}
    return {**words_data(salted(said)), CAME_IN: message.message_id, **named}


def words_of(data: Mapping[str, Any], key: str) -> tuple[Words, ...]:
    """The words that a form keeps in a list."""
    return tuple(Words.of(said["text"], said["salt"]) for said in data.get(key, ()))


def joined(data: Mapping[str, Any], key: str = "texts") -> Words | None:
    """What was typed in several messages, as one text. Raises BadInput("text-too-long")."""
    parts = data.get(key)
    return Words.of(within(run_on(parts)), parts[0]["salt"]) if parts else None


def said_of(point: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What the messages of a point said; nothing for one of files alone."""
    own = {"text": point["text"], "salt": point["salt"]}
    said = point.get("said", [own])
    return [text for text in said if not is_choice(text["text"])]


def run_on(texts: Iterable[Any]) -> str:
    """What was typed in several messages, as one text."""
    return "\n\n".join(str(text["text"]) for text in texts)
