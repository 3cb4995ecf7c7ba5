"""A Card as aiogram sends it, and again without what an older server refuses.

What a server says of a field that it does not know is worded by whoever wrote the server, so no
words are looked for: a refused card with new kinds of buttons is sent once more without them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge
from aiogram.types import (
    BufferedInputFile,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from bot.buttons import Button, Style, plain_rows
from bot.cards import Card
from bot.cards.kit.base import Attachment
from bot.mail.trouble import No, Whose
from bot.parties.line.trouble import no_of, trouble_of
from bot.reads import Vault
from core.values.words import FileRef

ALERT_LIMIT: Final = 200
"""Characters that Telegram shows in the answer of a press."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
Lost = Callable[[str], Card]
"""What is said in the place of a file that can not be sent, by its name."""

log = structlog.get_logger(__name__)


def keyboard(card: Card, *, plain: bool = False) -> InlineKeyboardMarkup | None:
    """The card's buttons; `plain` leaves out what an own server may not know."""
    shown = plain_rows(card.rows) if plain else card.rows
    rows = [[_button(button) for button in row] for row in shown]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    extra: dict[str, Any] = {}
    if button.style is not Style.PLAIN:
        extra["style"] = button.style.value
    if button.copy is not None:
        extra["copy_text"] = CopyTextButton(text=button.copy[:256])
    elif button.press is not None:
        extra["callback_data"] = button.press.pack()
    elif button.url is not None:
        extra["url"] = button.url
    elif button.inline_query is not None:
        extra["switch_inline_query"] = button.inline_query
    return InlineKeyboardButton(text=button.label, **extra)


def not_modified(error: TelegramBadRequest) -> bool:
    """The message already looks like that: what was wanted is the case."""
    return no_of(error) is No.ALREADY


async def send(bot: Bot, chat: int, card: Card, vault: Vault, lost: Lost) -> Message:
    """Send a card, its attachments and files; returns the message that has the buttons."""
    parts: tuple[Attachment | FileRef, ...] = (*card.attachments, *card.files)
    for part in parts:
        await send_part(bot, chat, part, vault, lost)
    return await send_card(bot, chat, card)


async def send_part(
    bot: Bot, chat: int, part: Attachment | FileRef, vault: Vault, lost: Lost
) -> None:
    """What goes before a card; in the place of what can not be sent, words that say so.

    The vault may have lost it, and Telegram takes not every file: the card arrives all the same.
    """
    try:
        if isinstance(part, Attachment):
            await send_attachment(bot, chat, part)
        else:
            await send_file(bot, chat, part, vault)
    except (TelegramBadRequest, TelegramEntityTooLarge, FileNotFoundError) as error:
        if not isinstance(error, FileNotFoundError) and trouble_of(error) is not Whose.OURS:
            raise
        log.exception("a file cannot be sent", exc_info=error)
        await send_card(bot, chat, lost(part.name))


async def send_card(bot: Bot, chat: int, card: Card) -> Message:
    """Text and buttons alone."""
    try:
        return await _send(bot, chat, card, plain=False)
    except TelegramBadRequest:
        if plain_rows(card.rows) == card.rows:
            raise
        return await _send(bot, chat, card, plain=True)


async def _send(bot: Bot, chat: int, card: Card, *, plain: bool) -> Message:
    return await bot.send_message(
        chat,
        card.text,
        parse_mode="HTML",
        reply_markup=keyboard(card, plain=plain),
        disable_notification=not card.ring,
        link_preview_options=NO_PREVIEW,
        reply_parameters=_under(card),
    )


def _under(card: Card) -> ReplyParameters | None:
    if card.reply_to is None:
        return None
    return ReplyParameters(message_id=card.reply_to, allow_sending_without_reply=True)


async def send_attachment(bot: Bot, chat: int, attachment: Attachment) -> None:
    """What is in no vault: a picture, or a document."""
    file = BufferedInputFile(attachment.content, attachment.name)
    method = bot.send_photo if attachment.mime.startswith("image/") else bot.send_document
    await method(chat, file, disable_notification=True)


async def send_file(bot: Bot, chat: int, ref: FileRef, vault: Vault) -> None:
    """A file of the vault, as the kind it came in; as a document where Telegram minds that.

    Somebody may take no voice messages, and not every picture is one for Telegram.
    """
    content = BufferedInputFile(await vault.get(ref), ref.name)
    try:
        if ref.kind == "photo":
            await bot.send_photo(chat, content, disable_notification=True)
            return
        if ref.kind == "voice":
            await bot.send_voice(chat, content, disable_notification=True)
            return
    except TelegramBadRequest as error:
        if trouble_of(error) is not Whose.OURS:
            raise
    await bot.send_document(chat, content, disable_notification=True)


async def edit(bot: Bot, chat: int, message_id: int, card: Card) -> None:
    """Make a message this card. A card that already looks like that is fine."""
    for plain in (False, True):
        try:
            await bot.edit_message_text(
                card.text,
                chat_id=chat,
                message_id=message_id,
                parse_mode="HTML",
                reply_markup=keyboard(card, plain=plain),
                link_preview_options=NO_PREVIEW,
            )
        except TelegramBadRequest as error:
            if not_modified(error):
                return
            if plain or plain_rows(card.rows) == card.rows:
                raise
        else:
            return
