"""A file that a colleague sends, into the vault."""

from __future__ import annotations

from telegram import Document, Message, PhotoSize, Voice

from bot.desk.kit import Call
from core.errors import BadInput
from core.words import FileRef

_MB = 2**20


async def received(call: Call, message: Message) -> tuple[FileRef, ...]:
    """The file of a message, downloaded and kept; none for a message without one.

    Raises BadInput("file-too-large", limit_mb): Telegram serves bots 20 MB at most.
    """
    found = _found(message)
    if found is None:
        return ()
    what, name, mime, kind = found
    limit = call.app.settings.vault.max_file_mb
    if (what.file_size or 0) > limit * _MB:
        raise BadInput("file-too-large", limit_mb=limit)
    content = bytes(await (await what.get_file()).download_as_bytearray())
    return (await call.app.vault.put(content, name=name, mime=mime, kind=kind),)


def _found(message: Message) -> tuple[Document | PhotoSize | Voice, str, str, str] | None:
    if message.document is not None:
        document = message.document
        mime = document.mime_type or "application/octet-stream"
        return document, document.file_name or "file", mime, "document"
    if message.photo:
        return message.photo[-1], "photo.jpg", "image/jpeg", "photo"
    if message.voice is not None:
        return message.voice, "voice.ogg", message.voice.mime_type or "audio/ogg", "voice"
    return None
