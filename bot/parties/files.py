"""Files that people send: downloaded, named decently, and put into the vault first of all."""

from __future__ import annotations

import mimetypes
import re
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from bot.config import Settings
from bot.outgoing import TryAgain
from bot.parties.trouble import no_of, translated
from bot.patience import Patience
from bot.reads import Vault
from bot.trouble import No
from core.errors import BadInput
from core.words import FileRef

NAME_LIMIT: Final = 100
_UNFIT: Final = re.compile(r'[/\\:*?"<>|]+')
_MB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as Telegram describes it; sizes in bytes, None where it says none."""

    file_id: str
    kind: str
    name: str
    mime: str
    size: int | None


def sent_file(message: Message) -> Sent | None:
    """The one file of a message. What is no file (a sticker, a place) is None."""
    if message.photo:
        photo = max(message.photo, key=lambda size: size.width * size.height)
        return Sent(
            photo.file_id, "photo", f"photo-{message.message_id}.jpg", "image/jpeg", photo.file_size
        )
    if message.voice is not None:
        voice = message.voice
        name = f"voice-{message.message_id}.ogg"
        return Sent(voice.file_id, "voice", name, voice.mime_type or "audio/ogg", voice.file_size)
    if message.video_note is not None:
        note = message.video_note
        return Sent(
            note.file_id, "video", f"video-{message.message_id}.mp4", "video/mp4", note.file_size
        )
    for kind in ("animation", "document", "audio", "video"):
        named = getattr(message, kind)
        if named is not None:
            mime = named.mime_type or "application/octet-stream"
            fallback = f"{kind}-{message.message_id}{mimetypes.guess_extension(mime) or ''}"
            shown = "video" if kind == "animation" else kind
            return Sent(
                named.file_id, shown, clean_name(named.file_name, fallback), mime, named.file_size
            )
    return None


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


async def download(
    bot: Bot, message: Message, vault: Vault, settings: Settings, patience: Patience
) -> tuple[FileRef, ...]:
    """The file of a message in the vault; none for a message without one.

    Raises BadInput("file-too-large", limit_mb): Telegram serves bots 20 MB at most; TryAgain or
    StoreAway while it can not be had or kept, and BadInput("file-away", name) after that.
    """
    sent = sent_file(message)
    if sent is None:
        return ()
    limit = settings.vault.max_file_mb
    too_large = BadInput("file-too-large", limit_mb=limit)
    if sent.size is not None and sent.size > limit * _MB:
        raise too_large
    with patience.of(sent.file_id, BadInput("file-away", name=sent.name)):
        content = await _fetched(bot, sent.file_id, too_large)
        if len(content) > limit * _MB:
            raise too_large
        return (await vault.put(content, name=sent.name, mime=sent.mime, kind=sent.kind),)


async def _fetched(bot: Bot, file_id: str, too_large: BadInput) -> bytes:
    """What Telegram's server of files has; it knows better than we whether it exists."""
    into = BytesIO()
    with translated():
        try:
            file = await bot.get_file(file_id)
        except TelegramBadRequest as error:
            if no_of(error) is No.TOO_LARGE:
                raise too_large from None
            raise TryAgain(error.message) from error
        if not file.file_path:
            msg = "a file without an address"
            raise TryAgain(msg)
        await bot.download_file(file.file_path, into)
    return into.getvalue()
