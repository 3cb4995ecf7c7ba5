"""Files that people send: downloaded, and put into the vault first of all."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from bot.config import Settings
from bot.heard import sent_file
from bot.outgoing import TryAgain
from bot.parties.trouble import no_of, translated
from bot.patience import Patience
from bot.reads import Vault
from bot.trouble import No
from core.errors import BadInput
from core.words import FileRef

_MB: Final = 1024 * 1024


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
