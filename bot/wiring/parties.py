"""The line of freelancers and clients, on aiogram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Bot
from aiogram.utils.token import TokenValidationError

from bot.cards.house import House
from bot.courier import Courier
from bot.courier.prepare import Preparing
from bot.flood import Flood
from bot.intake import Intake
from bot.pacing import Pacer
from bot.parties.app import ALLOWED_UPDATES, build_dispatcher
from bot.parties.commands import introduce
from bot.parties.feeding import feeder
from bot.parties.kit import App
from bot.parties.outgoing import PartiesOutgoing
from bot.parties.polling import fetcher
from bot.parties.transport import bot_at
from bot.parties.trouble import translated
from bot.parties.voice import Voice
from bot.wiring.aside import Aside
from bot.wiring.hearing import Hearing
from bot.wiring.line import Line, at_last, unknown_token
from core.hearing import Ear
from storage.inbox import SqlInbox
from storage.outbox import SqlOutbox

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly
    from bot.wiring.pausing import Pausing


async def parties_line(assembly: Assembly, api_base: str, pausing: Pausing) -> Line:
    """Built, and not started. Raises ConfigError where Telegram does not know the token."""
    pacer = Pacer()
    token = assembly.settings.parties.token.get_secret_value()
    bot, username = await _known(api_base, token, pacer)
    app = App(
        assembly.escrow,
        assembly.reads,
        assembly.edge,
        assembly.vault,
        assembly.texts,
        assembly.settings,
        assembly.invites,
        username,
        pacer,
    )
    dispatcher = build_dispatcher(app)
    await dispatcher.emit_startup(bot=bot, dispatcher=dispatcher)

    async def introduced() -> None:
        with translated():
            await introduce(bot, app)

    async def close() -> None:
        await dispatcher.emit_shutdown(bot=bot, dispatcher=dispatcher)
        await bot.session.close()

    database, voice = assembly.store.database, Voice(bot)
    house = House.of(assembly.settings, username)
    prepare = Preparing(assembly.reads, assembly.escrow, assembly.texts, house).for_person
    feed = pausing.around(feeder(dispatcher, bot), voice)
    inbox, outbox = SqlInbox(database, bot.id), SqlOutbox(database, "parties")
    aside = Aside(assembly, "parties", voice)
    hearing = Hearing(assembly, Ear.PARTIES, pausing)
    await hearing.begin(bot.id)
    limits = assembly.settings.limits
    flood = Flood(limits.flood_a_minute, limits.flood_a_day)
    return Line(
        "parties",
        Intake("parties", fetcher(bot, ALLOWED_UPDATES), feed, inbox, aside, hearing, flood),
        Courier("parties", outbox, PartiesOutgoing(app, bot), prepare, assembly.escrow),
        inbox,
        outbox,
        hearing,
        close,
        introduced,
    )


async def _known(api_base: str, token: str, pacer: Pacer) -> tuple[Bot, str]:
    """The bot and its username."""
    try:
        bot = bot_at(api_base, token, pacer)
    except TokenValidationError:
        raise unknown_token("parties") from None

    async def me() -> str:
        with translated():
            return (await bot.me()).username or ""

    try:
        return bot, await at_last(me, "parties")
    except BaseException:
        await bot.session.close()
        raise
