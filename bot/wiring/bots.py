"""Each bot as a line: updates in by an intake, notices out by a courier."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import structlog

from bot.cards.house import House
from bot.courier import Courier
from bot.courier.prepare import Preparing
from bot.intake import Intake
from bot.outgoing import Marks, RetryAfter, TryAgain, Unreachable
from bot.pacing import Pacer
from bot.texts import plain
from bot.wiring.aside import Aside
from storage.inbox import SqlInbox
from storage.outbox import SqlOutbox

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly
    from bot.wiring.pausing import Pausing

DESK_UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member")
ALERT_LIMIT: Final = 200
START_PATIENCE: Final = 60.0
"""Seconds for which the first call of each bot is tried again."""

_log = structlog.get_logger(__name__)


@dataclass
class Line:
    """One bot, both ways."""

    name: str
    intake: Intake
    courier: Courier
    inbox: SqlInbox
    outbox: SqlOutbox
    close: Callable[[], Awaitable[None]]
    introduce: Callable[[], Awaitable[None]] | None = None
    marks: Marks | None = None
    _introducing: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Both ways at once."""
        self.intake.start()
        self.courier.start()
        if self.introduce is not None:
            self._introducing = asyncio.create_task(self._introduce(self.introduce))

    async def _introduce(self, introduce: Callable[[], Awaitable[None]]) -> None:
        """Name, description and commands; nobody waits for them."""
        try:
            await introduce()
        except (RetryAfter, TryAgain, Unreachable) as trouble:
            _log.warning("not introduced", bot=self.name, why=str(trouble))

    async def stop(self) -> None:
        """The intake was stopped before: what it finished may have owed somebody a notice."""
        if self._introducing is not None:
            self._introducing.cancel()
            await asyncio.gather(self._introducing, return_exceptions=True)
        await self.courier.stop(seconds=1.5)
        await self.close()


async def _at_last(work: Callable[[], Awaitable[Any]], bot: str) -> Any:  # noqa: ANN401 - its result
    """Telegram may be away for a moment just as we start."""
    wait = 0.5
    async with asyncio.timeout(START_PATIENCE):
        while True:
            try:
                return await work()
            except (RetryAfter, TryAgain) as trouble:
                _log.warning("Telegram does not answer", bot=bot, why=str(trouble))
                await asyncio.sleep(getattr(trouble, "seconds", wait))
                wait = min(wait * 2, 5.0)


async def parties_line(assembly: Assembly, api_base: str, pausing: Pausing) -> Line:
    """The bot of freelancers and clients, on aiogram."""
    from aiogram.exceptions import TelegramBadRequest

    from bot.parties.app import ALLOWED_UPDATES, build_dispatcher
    from bot.parties.commands import introduce
    from bot.parties.feeding import feeder
    from bot.parties.kit import App
    from bot.parties.outgoing import PartiesOutgoing
    from bot.parties.polling import fetcher
    from bot.parties.transport import bot_at
    from bot.parties.trouble import translated

    database = assembly.store.database
    token = assembly.settings.parties.token.get_secret_value()
    bot = bot_at(api_base, token, Pacer())

    async def me() -> str:
        with translated():
            return (await bot.me()).username or ""

    username = await _at_last(me, "parties")
    app = App(
        assembly.escrow,
        assembly.reads,
        assembly.edge,
        assembly.vault,
        assembly.texts,
        assembly.settings,
        assembly.invites,
        username,
    )
    dispatcher = build_dispatcher(app)
    await dispatcher.emit_startup(bot=bot, dispatcher=dispatcher)

    async def tell(chat: int, text: str) -> None:
        with translated():
            await bot.send_message(chat, text, parse_mode="HTML")

    async def soothe(update: dict[str, Any], text: str) -> None:
        query, said = update.get("callback_query"), update.get("message")
        with translated():
            if query is not None:
                shown = plain(text)[:ALERT_LIMIT]
                with suppress(TelegramBadRequest):  # the phone waits no more
                    await bot.answer_callback_query(query["id"], text=shown, show_alert=True)
            elif said is not None and said["chat"]["type"] == "private":
                await bot.send_message(said["chat"]["id"], text, parse_mode="HTML")

    aside = Aside(assembly, "parties", tell)
    house = House.of(assembly.settings, username)
    preparing = Preparing(assembly.reads, assembly.escrow, assembly.texts, house)

    async def introduced() -> None:
        with translated():
            await introduce(bot, app)

    async def close() -> None:
        await dispatcher.emit_shutdown(bot=bot, dispatcher=dispatcher)
        await bot.session.close()

    inbox, outbox = SqlInbox(database, bot.id), SqlOutbox(database, "parties")
    fetch = fetcher(bot, ALLOWED_UPDATES)
    feed = pausing.around(feeder(dispatcher, bot), soothe)
    outgoing = PartiesOutgoing(app, bot)
    return Line(
        "parties",
        Intake("parties", fetch, feed, inbox, aside),
        Courier("parties", outbox, outgoing, preparing.for_person, assembly.escrow),
        inbox,
        outbox,
        close,
        introduced,
    )


async def desk_line(assembly: Assembly, api_base: str, pausing: Pausing) -> Line:
    """The arbiters' bot, on python-telegram-bot."""
    from telegram.error import BadRequest

    from bot.desk.app import build_application
    from bot.desk.feeding import feeder
    from bot.desk.kit import DeskApp
    from bot.desk.outgoing import DeskOutgoing
    from bot.desk.polling import fetcher
    from bot.desk.transport import Paced
    from bot.desk.trouble import translated

    settings, database = assembly.settings, assembly.store.database
    app = DeskApp(
        assembly.escrow,
        assembly.reads,
        assembly.edge,
        assembly.vault,
        assembly.texts,
        settings,
        settings.desk.chat_id,
        settings.operator.default_locale,
    )
    application = build_application(
        app,
        base_url=f"{api_base}/bot",
        base_file_url=f"{api_base}/file/bot",
        token=settings.desk.token.get_secret_value(),
        rate_limiter=Paced(Pacer()),
    )

    async def initialize() -> None:
        with translated():
            await application.initialize()

    await _at_last(initialize, "desk")
    await application.start()
    outgoing = DeskOutgoing(app, application.bot)

    async def tell(chat: int, text: str) -> None:
        with translated():
            await application.bot.send_message(chat, text, parse_mode="HTML")

    async def soothe(update: dict[str, Any], text: str) -> None:
        """Colleagues may talk in the group; a press is answered."""
        query = update.get("callback_query")
        if query is not None:
            shown = plain(text)[:ALERT_LIMIT]
            with translated(), suppress(BadRequest):  # the phone waits no more
                await application.bot.answer_callback_query(query["id"], shown, show_alert=True)

    aside = Aside(assembly, "desk", tell)
    house = House.of(settings, "")
    preparing = Preparing(assembly.reads, assembly.escrow, assembly.texts, house)

    async def close() -> None:
        await outgoing.close()
        await application.stop()
        await application.shutdown()

    inbox, outbox = SqlInbox(database, application.bot.id), SqlOutbox(database, "desk")
    fetch = fetcher(application.bot, DESK_UPDATES)
    feed = pausing.around(feeder(application), soothe)
    return Line(
        "desk",
        Intake("desk", fetch, feed, inbox, aside),
        Courier("desk", outbox, outgoing, preparing.for_desk, assembly.escrow),
        inbox,
        outbox,
        close,
        outgoing.introduce,
        marks=outgoing,
    )
