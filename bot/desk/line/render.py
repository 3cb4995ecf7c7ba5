"""A Card as python-telegram-bot sends it, and again without what an older server refuses.

What a server says of a field that it does not know is worded by whoever wrote the server, so no
words are looked for: a refused card with new kinds of buttons is sent once more without them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final

import structlog
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.buttons import Button, Style, plain_rows
from bot.cards import Attachment, Card
from bot.desk.line.trouble import no_of, trouble_of
from bot.mail.sending import Unreachable
from bot.mail.trouble import No, Whose
from bot.reads import Vault
from core.values.words import FileRef

log = structlog.get_logger("desk")
NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
_COPY_LIMIT: Final = 256


def keyboard(card: Card, *, plain: bool = False) -> InlineKeyboardMarkup | None:
    """The card's buttons; `plain` leaves out what an own server may not know."""
    shown = plain_rows(card.rows) if plain else card.rows
    rows = [[_button(button) for button in row] for row in shown]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    extra: dict[str, Any] = {}
    if button.style is not Style.PLAIN:
        extra["style"] = button.style.value
    if button.copy is not None:
        extra["copy_text"] = CopyTextButton(button.copy[:_COPY_LIMIT])
    elif button.press is not None:
        extra["callback_data"] = button.press.pack()
    elif button.url is not None:
        extra["url"] = button.url
    return InlineKeyboardButton(button.label, **extra)


def topic_is_gone(error: BadRequest) -> bool:
    """Somebody deleted the topic that was written to, or closed it and lets us not open it."""
    return no_of(error) in (No.TOPIC_GONE, No.TOPIC_CLOSED)


async def opened(
    bot: Bot, chat: int, thread: int | None, doing: Callable[[], Awaitable[Message]]
) -> Message:
    """Write into a topic; one that somebody closed is opened again.

    Raises BadRequest, where that is refused by which `topic_is_gone`; Unreachable for General.
    """
    try:
        return await doing()
    except BadRequest as error:
        if no_of(error) is not No.TOPIC_CLOSED:
            raise
        log.warning("a closed topic is opened", thread=thread)
        try:
            if thread is None:
                await bot.reopen_general_forum_topic(chat)
            else:
                await bot.reopen_forum_topic(chat, thread)
        except TelegramError as no:
            if trouble_of(no) in (Whose.ORDER, Whose.NETWORK):
                raise
            if thread is None:
                raise Unreachable(error.message) from no
            raise error from no
    return await doing()


def message_is_gone(error: BadRequest) -> bool:
    """The message was deleted, is too old to be edited, or is a picture without text."""
    return no_of(error) is No.MESSAGE_GONE


def not_modified(error: BadRequest) -> bool:
    """It already is as wanted."""
    return no_of(error) is No.ALREADY


async def send(
    bot: Bot, chat: int, thread: int | None, card: Card, *, reply_to: int | None = None
) -> Message:
    """Send a card's text and buttons. Raises BadRequest, also where the topic is gone."""
    replies = None
    if reply_to is not None:
        replies = ReplyParameters(reply_to, allow_sending_without_reply=True)

    async def once(*, plain: bool) -> Message:
        return await bot.send_message(
            chat,
            card.text,
            parse_mode=ParseMode.HTML,
            message_thread_id=thread,
            reply_markup=keyboard(card, plain=plain),
            disable_notification=not card.ring,
            link_preview_options=NO_PREVIEW,
            reply_parameters=replies,
        )

    async def either() -> Message:
        try:
            return await once(plain=False)
        except BadRequest as error:
            if plain_rows(card.rows) == card.rows or topic_is_gone(error):
                raise
            return await once(plain=True)

    return await opened(bot, chat, thread, either)


async def edit(bot: Bot, chat: int, message_id: int, card: Card) -> None:
    """Make a message this card; one that already looks like that is fine. Raises BadRequest."""
    for plain in (False, True):
        try:
            await bot.edit_message_text(
                card.text,
                chat,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(card, plain=plain),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            if not_modified(error):
                return
            if plain or plain_rows(card.rows) == card.rows:
                raise
        else:
            return


async def send_file(
    bot: Bot, chat: int, thread: int | None, ref: FileRef, vault: Vault, lost: str
) -> int:
    """Upload a file of the vault again, since a file_id of one bot is nothing to another.

    `lost` is said in the place of one that the vault has lost or Telegram refuses, with its name.
    Returns its message. Raises BadRequest where the topic is gone.
    """
    try:
        content = await vault.get(ref)
        file = partial(_send_file, bot, chat, thread, ref, content)
        return (await opened(bot, chat, thread, file)).message_id
    except FileNotFoundError:
        log.exception("the vault has lost a file", sha256=ref.sha256)
    except BadRequest as error:
        if topic_is_gone(error) or trouble_of(error) is not Whose.OURS:
            raise
        log.warning("a file is refused", sha256=ref.sha256, why=error.message)
    words = f"{lost} {ref.name} · SHA-256 {ref.sha256[:16]}…"
    said = partial(bot.send_message, chat, words, message_thread_id=thread)
    return (await opened(bot, chat, thread, said)).message_id


async def send_attachment(bot: Bot, chat: int, thread: int | None, paper: Attachment) -> Message:
    """Send a document of ours."""
    document = partial(
        bot.send_document,
        chat,
        paper.content,
        filename=paper.name,
        message_thread_id=thread,
        disable_notification=True,
    )
    return await opened(bot, chat, thread, document)


async def _send_file(
    bot: Bot, chat: int, thread: int | None, ref: FileRef, content: bytes
) -> Message:
    caption = f"{ref.name} · SHA-256 {ref.sha256[:16]}…"
    options: dict[str, Any] = {
        "message_thread_id": thread,
        "caption": caption,
        "disable_notification": True,
    }
    try:
        if ref.kind == "voice":
            return await bot.send_voice(chat, content, filename=ref.name, **options)
        if ref.kind == "photo":
            return await bot.send_photo(chat, content, filename=ref.name, **options)
    except BadRequest as error:
        if trouble_of(error) is not Whose.OURS or topic_is_gone(error):
            raise
        # What Telegram does not take for a picture, or a voice, is still evidence.
    return await bot.send_document(chat, content, filename=ref.name, **options)
