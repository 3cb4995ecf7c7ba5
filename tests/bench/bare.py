"""Programs that do nothing but what the libraries must: what Holdfast is compared with.

python -m tests.bench.bare echo1 API TOKEN          aiogram: a press is answered by an edit
python -m tests.bench.bare echo2 API TOKEN          … by the two calls that Holdfast makes
python -m tests.bench.bare both API TOKEN TOKEN     aiogram and python-telegram-bot, polling
"""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

_TEXT = "<b>Logo</b>\n\nApproved. 300.00 EUR are yours, Bina.\n\nNothing is left to do here. " * 4
_BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=text)] for text in ("a", "b")]
)


def aiogram_bot(api: str, token: str, *, answers: bool) -> tuple[Dispatcher, Bot]:
    """Edits the message whose button was pressed; says hello to words."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        if answers:
            await query.answer("Done")
        assert isinstance(query.message, Message)
        await query.message.edit_text(_TEXT, parse_mode="HTML", reply_markup=_BUTTONS)

    @dispatcher.message()
    async def written(message: Message) -> None:
        await message.answer(_TEXT, parse_mode="HTML", reply_markup=_BUTTONS)

    return dispatcher, bot


async def echo(api: str, token: str, *, answers: bool) -> None:
    """aiogram's own polling."""
    dispatcher, bot = aiogram_bot(api, token, answers=answers)
    await dispatcher.start_polling(bot, handle_signals=False)


async def both(api: str, parties: str, desk: str) -> None:
    """Both libraries' own polling."""
    from telegram.ext import Application  # noqa: PLC0415 - the echo bot is without it

    application = Application.builder().token(desk).base_url(f"{api}/bot").job_queue(None).build()
    await application.initialize()
    await application.start()
    assert application.updater is not None
    await application.updater.start_polling()
    await echo(api, parties, answers=True)


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    asyncio.run(both(*words) if what == "both" else echo(*words, answers=what == "echo2"))
