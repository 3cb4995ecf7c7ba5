"""Files that people send: downloaded, and put into the vault first of all."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from bot.config import Settings
from bot.mail.heard import sent_file
from bot.mail.patience import Patience
from bot.mail.sending import TryAgain
from bot.mail.trouble import No
from bot.parties.kit.update import Update
from bot.parties.line.trouble import no_of, translated
from bot.reads import Vault
from core.values.errors import BadInput, Refusal
from core.values.words import FileRef

_MB: Final = 1024 * 1024
TELEGRAM_SERVES: Final = 20 * _MB


class Bounded(BytesIO):
    """Takes so many bytes and no more, whatever Telegram said of the size."""

    def __init__(self, most: int, too_large: Refusal) -> None:
        """`too_large` is raised with the first byte that is too many."""
        super().__init__()
        self._most = most
        self._too_large = too_large

    def write(self, chunk: Any, /) -> int:  # noqa: ANN401 - the parent's
        """As the parent, within the bound."""
        if self.tell() + len(chunk) > self._most:
            raise self._too_large
        return super().write(chunk)


async def download(
    bot: Bot,
    message: Message,
    vault: Vault,
    settings: Settings,
    patience: Patience,
    most: int = TELEGRAM_SERVES,
) -> tuple[FileRef, ...]:
    """The file of a message in the vault, of `most` bytes; none for a message without one.

    Raises BadInput("file-too-large", limit_mb): Telegram serves bots 20 MB at most; TryAgain or
    StoreAway while it can not be had or kept, and BadInput("file-away", name) after that.
    """
    sent = sent_file(message)
    if sent is None:
        return ()
    limit = settings.vault.max_file_mb
    most = min(most, limit * _MB)
    too_large = BadInput("file-too-large", limit_mb=limit)
    if sent.size is not None and sent.size > most:
        raise too_large
    with patience.of(sent.file_id, BadInput("file-away", name=sent.name)):
        content = await _fetched(bot, sent.file_id, most, too_large)
        return (await vault.put(content, name=sent.name, mime=sent.mime, kind=sent.kind),)


async def _fetched(bot: Bot, file_id: str, most: int, too_large: BadInput) -> bytes:
    """What Telegram's server of files has; it knows better than we whether it exists."""
    into = Bounded(most, too_large)
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


async def received_files(update: Update, message: Message) -> tuple[FileRef, ...]:
    """The file of a message, downloaded and in the vault; none for a message without one.

    Raises as `download`, and before anything is fetched as `Quota.storing`.
    """
    app, person, sent = update.app, update.person.id, sent_file(message)
    if sent is None:
        return ()
    async with app.quota.storing(person, sent.size) as most:
        files = await download(update.bot, message, app.vault, app.settings, app.patience, most)
        await app.quota.stored(person, sum(file.size for file in files))
    return files
