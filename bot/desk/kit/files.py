"""A file that a colleague sends, into the vault."""

from __future__ import annotations

from telegram import Bot, Message
from telegram.error import BadRequest

from bot.desk.kit.call import Call
from bot.desk.line.trouble import no_of, translated
from bot.mail.heard import sent_file
from bot.mail.sending import TryAgain
from bot.mail.trouble import No
from core.values.errors import BadInput
from core.values.words import FileRef

_MB = 2**20


async def received(call: Call, message: Message) -> tuple[FileRef, ...]:
    """The file of a message, downloaded and kept; none for a message without one.

    Raises BadInput("file-too-large", limit_mb): Telegram serves bots 20 MB at most; TryAgain or
    StoreAway while it can not be had or kept, and BadInput("file-away", name) after that.
    """
    sent = sent_file(message)
    if sent is None:
        return ()
    limit = call.app.settings.vault.max_file_mb
    too_large = BadInput("file-too-large", limit_mb=limit)
    if (sent.size or 0) > limit * _MB:
        raise too_large
    with call.app.patience.of(sent.file_id, BadInput("file-away", name=sent.name)):
        content, vault = await _fetched(call.bot, sent.file_id, too_large), call.app.vault
        return (await vault.put(content, name=sent.name, mime=sent.mime, kind=sent.kind),)


async def _fetched(bot: Bot, file_id: str, too_large: BadInput) -> bytes:
    with translated():
        try:
            file = await bot.get_file(file_id)
        except BadRequest as error:
            if no_of(error) is No.TOO_LARGE:
                raise too_large from None
            raise TryAgain(error.message) from error
        if not file.file_path:
            msg = "a file without an address"
            raise TryAgain(msg)
        return bytes(await file.download_as_bytearray())
