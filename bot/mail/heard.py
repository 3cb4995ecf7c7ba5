"""What a message of Telegram says: its text and links, what it answers, whom it is forwarded from.

One place for both bots: their libraries name the fields of a message as the Bot API does.
"""

from __future__ import annotations

import mimetypes
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from bot.mail.rich import written
from core.values.marks import Mark, MarkKind, neutral
from core.values.words import scrubbed

_QUOTED: Final = 1024
"""Characters of a message that is answered without picking out any of it."""
FILES: Final = ("photo", "voice", "video_note", "animation", "document", "audio", "video")
"""Fields of a message that hold a file."""
_ONLY_NAMED: Final = ("story", "giveaway", "paid_media", "invoice", "game")
"""Of these Telegram gives a bot no more than that there was one."""
_BARE: Final = (*_ONLY_NAMED, "checklist")

NAME_LIMIT: Final = 100
_UNFIT: Final = re.compile(r'[/\\:*?"<>|]+')
Message = Any
"""aiogram's or python-telegram-bot's."""


def typed(message: Message) -> str:
    """The text or caption, each link behind a word written out; empty where there is none.

    For answers that are one value. What people say in their own words is read by `saying`.
    """
    return scrubbed(_linked(message)) if _text(message) else written(message)


def saying(message: Message, *, asked: int | None = None) -> str:
    """Everything that a message says beside its file, in marks where they are not its own words.

    `asked` is the question of ours that is open: an answer to that quotes nothing.
    Empty for a file alone, and for what says nothing.
    """
    body = "\n".join(part for part in (typed(message), *_things(message)) if part)
    origin = getattr(message, "forward_origin", None)
    if origin is not None:
        body = "\n".join(part for part in (body, *_file(message)) if part)
        body = str(Mark(MarkKind.FORWARD, (*_whose(origin), body)))
    quote = _quote(message, asked)
    return body if quote is None else f"{quote}{body}"


def holds_something(message: Message) -> bool:
    """Whether there is anything that can be kept: words, a file, or what can be put into words."""
    return bool(saying(message) or sent_file(message))


def is_only_named(message: Message) -> bool:
    """Whether it shows something that can not be kept: a story, paid media."""
    return any(getattr(message, name, None) for name in _ONLY_NAMED)


def _text(message: Message) -> str:
    return str(message.text or message.caption or "")


def _linked(message: Message) -> str:
    """Offsets are in UTF-16 units. From the end, so that they stay true."""
    entities = message.entities if message.text else message.caption_entities
    units = _text(message).encode("utf-16-le")
    for entity in sorted(entities or (), key=lambda found: int(found.offset), reverse=True):
        start, end = entity.offset * 2, (entity.offset + entity.length) * 2
        address = _address(entity)
        word = units[start:end].decode("utf-16-le", errors="ignore")
        if address and address.rstrip("/") != word.strip().rstrip("/"):
            link = f" <{address}>" if word.strip() else f"<{address}>"
            units = units[:end] + link.encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le", errors="ignore")


def _address(entity: Any) -> str:  # noqa: ANN401 - either library's
    if entity.type == "text_link":
        return "".join(str(entity.url or "").split())
    if entity.type == "text_mention" and entity.user is not None:
        return f"tg://user?id={entity.user.id}"
    return ""


def _whose(origin: Any) -> tuple[str, str, str]:  # noqa: ANN401 - either library's
    """Kind, name and instant of a MessageOrigin."""
    kind = str(getattr(origin.type, "value", origin.type))
    match kind:
        case "user":
            name = _person(origin.sender_user)
        case "hidden_user":
            name = origin.sender_user_name
        case _:
            chat = origin.sender_chat if kind == "chat" else origin.chat
            name = _chat(chat, origin.author_signature)
    return kind, _line(name), _instant(origin.date)


def _person(user: Any) -> str:  # noqa: ANN401 - either library's
    """By what can not be made up: the @username, else the number."""
    known = f"@{user.username}" if user.username else str(user.id)
    return f"{user.full_name} ({known})"


def _chat(chat: Any, signature: str | None) -> str:  # noqa: ANN401 - either library's
    known = f"@{chat.username}" if chat.username else ""
    return " ".join(part for part in (chat.title, known and f"({known})", signature) if part)


def _line(text: object) -> str:
    return " ".join(scrubbed(str(text or "")).split()) or "?"


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _quote(message: Message, asked: int | None) -> Mark | None:
    """What is answered, in its own words where some were picked out."""
    reply, outside = message.reply_to_message, getattr(message, "external_reply", None)
    picked = getattr(message, "quote", None)
    if reply is not None and getattr(reply, "forum_topic_created", None) is not None:
        reply = None  # each message in a topic carries the topic's creation
    body = "" if picked is None else scrubbed(picked.text)
    if reply is None and outside is None:
        return _quoted(("unknown", "", ""), body) if body else None
    if outside is not None:
        return _quoted(_whose(outside.origin), body or _kind(outside))
    if reply.message_id == asked and not body:
        return None
    said = scrubbed(_linked(reply)) if _text(reply) else neutral(written(reply))
    body = body or said[:_QUOTED] or "\n".join(_things(reply)) or _kind(reply)
    return _quoted(_answered(message, reply), body)


def _quoted(whose: tuple[str, str, str], body: str) -> Mark | None:
    return Mark(MarkKind.QUOTE, (*whose, body)) if body else None


def _answered(message: Message, reply: Message) -> tuple[str, str, str]:
    """Whose words are answered: their own, ours (what the other side said came from us too)."""
    origin = getattr(reply, "forward_origin", None)
    if origin is not None:
        return _whose(origin)
    writer, mine = reply.from_user, message.from_user
    at = _instant(reply.date) if isinstance(reply.date, datetime) else ""
    if writer is None:
        return "unknown", "", ""
    if writer.is_bot:
        return "us", "", at
    if mine is not None and writer.id == mine.id:
        return "self", "", at
    return "user", _line(_person(writer)), at


def _kind(message: Message) -> str:
    """A message without words by what it is: a photo, a voice message."""
    found = next((name for name in (*FILES, "sticker") if getattr(message, name, None)), None)
    return "" if found is None else str(Mark(MarkKind.THING, (found,)))


def _file(message: Message) -> Iterator[str]:
    """The file of a forwarded message, named so that it is seen to be a part of it."""
    found = next((name for name in FILES if getattr(message, name, None)), None)
    if found is not None:
        name = getattr(getattr(message, found), "file_name", None)
        yield str(Mark(MarkKind.THING, (found, *([_line(name)] if name else ()))))


def _things(message: Message) -> Iterator[str]:
    """What is neither a text nor a file, in words."""
    for kind, held in _held(message):
        yield str(Mark(MarkKind.THING, (kind, *(_line(part) for part in held if part))))


def _held(message: Message) -> Iterator[tuple[str, tuple[object, ...]]]:
    for name, said in _SAID.items():
        found = getattr(message, name, None)
        # A venue comes with its location beside it.
        if found and not (name == "location" and getattr(message, "venue", None)):
            yield name, said(found)
    for name in _BARE:
        if found := getattr(message, name, None):
            yield name, (getattr(found, "title", None), *_tasks(found))


def _tasks(found: Any) -> Iterator[str]:  # noqa: ANN401 - either library's
    for task in getattr(found, "tasks", None) or ():
        done = getattr(task, "completion_date", None)
        yield f"{'☑' if done else '☐'} {task.text}"


def _place(location: Any) -> str:  # noqa: ANN401 - either library's
    return f"{location.latitude:.6f}, {location.longitude:.6f}"


def _poll(poll: Any) -> tuple[object, ...]:  # noqa: ANN401 - either library's
    return poll.question, *(f"{option.text}: {option.voter_count}" for option in poll.options)


def _contact(contact: Any) -> tuple[object, ...]:  # noqa: ANN401 - either library's
    names = (contact.first_name, contact.last_name)
    return " ".join(part for part in names if part), contact.phone_number


_SAID: Final[Mapping[str, Callable[[Any], tuple[object, ...]]]] = {
    "contact": _contact,
    "venue": lambda venue: (venue.title, venue.address, _place(venue.location)),
    "location": lambda location: (_place(location),),
    "poll": _poll,
    "dice": lambda dice: (dice.emoji, dice.value),
    "sticker": lambda sticker: (sticker.emoji,),
}
"""What is told of a thing, by the name of its field."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as Telegram describes it; sizes in bytes, None where it says none."""

    file_id: str
    kind: str
    name: str
    mime: str
    size: int | None
    unique: str = ""
    """The same in every message that holds this very file."""


def sent_file(message: Message) -> SentFile | None:
    """The one file of a message. What is no file (a sticker, a place) is None."""
    if message.photo:
        photo = max(message.photo, key=lambda size: size.width * size.height)
        name, mime = f"photo-{message.message_id}.jpg", "image/jpeg"
        return _sent(photo, "photo", name, mime)
    if message.voice is not None:
        voice = message.voice
        name = f"voice-{message.message_id}.ogg"
        return _sent(voice, "voice", name, voice.mime_type or "audio/ogg")
    if message.video_note is not None:
        name = f"video-{message.message_id}.mp4"
        return _sent(message.video_note, "video", name, "video/mp4")
    for kind in ("animation", "document", "audio", "video"):
        named = getattr(message, kind)
        if named is not None:
            mime = named.mime_type or "application/octet-stream"
            fallback = f"{kind}-{message.message_id}{mimetypes.guess_extension(mime) or ''}"
            shown = "video" if kind == "animation" else kind
            return _sent(named, shown, clean_name(named.file_name, fallback), mime)
    return None


def _sent(file: Any, kind: str, name: str, mime: str) -> SentFile:  # noqa: ANN401 - either library's
    return SentFile(file.file_id, kind, name, mime, file.file_size, file.file_unique_id)


def clean_name(given: str | None, fallback: str) -> str:
    """A file name without folders, controls and direction tricks, its ending kept."""
    text = unicodedata.normalize("NFC", given or "")
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    name = " ".join(_UNFIT.sub("_", kept).split()).strip(" ._")
    if not name:
        return fallback
    stem, dot, ending = name.rpartition(".")
    if len(name) <= NAME_LIMIT:
        return name
    return f"{stem[: NAME_LIMIT - 12]}.{ending[:11]}" if dot else name[:NAME_LIMIT]
