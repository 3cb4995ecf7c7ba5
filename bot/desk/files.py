"""A file that a colleague sends, into the vault."""

from __future__ import annotations

from telegram import Document, Message, PhotoSize, Voice
from telegram.error import BadRequest

from bot.desk.kit import Call
from bot.desk.trouble import no_of, translated
from bot.outgoing import TryAgain
from bot.trouble import No
from core.errors import BadInput
from core.words import FileRef

_MB = 2**20


async def received(call: Call, message: Message) -> tuple[FileRef, ...]:
    """The file of a message, downloaded and kept; none for a message without one.

    Raises BadInput("file-too-large", limit_mb): Telegram serves bots 20 MB at most; TryAgain or
    StoreAway while it can not be had or kept, and BadInput("file-away", name) after that.
    """
    found = _found(message)
    if found is None:
        return ()
    what, name, mime, kind = found
    limit = call.app.settings.vault.max_file_mb
    too_large = BadInput("file-too-large", limit_mb=limit)
    if (what.file_size or 0) > limit * _MB:
        raise too_large
    with call.app.patience.of(what.file_id, BadInput("file-away", name=name)):
        content = await _fetched(what, too_large)
        return (await call.app.vault.put(content, name=name, mime=mime, kind=kind),)


async def _fetched(what: Document | PhotoSize | Voice, too_large: BadInput) -> bytes:
    with translated():
        try:
            file = await what.get_file()
        except BadRequest as error:
            if no_of(error) is No.TOO_LARGE:
                raise too_large from None
            raise TryAgain(error.message) from error
        if not file.file_path:
            msg = "a file without an address"
            raise TryAgain(msg)
        return bytes(await file.download_as_bytearray())


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
