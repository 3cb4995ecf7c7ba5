"""The line of freelancers and clients, on aiogram."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from aiogram import Bot
from aiogram.utils.token import TokenValidationError

from bot.cards.kit.house import House
from bot.mail.courier import Courier
from bot.mail.courier.buttons import Buttons
from bot.mail.courier.prepare import Preparing
from bot.mail.flood import Flood
from bot.mail.intake import Intake
from bot.mail.pacing import Pacer
from bot.mail.sending import Prepared
from bot.parties.ages import PartiesAges
from bot.parties.app import ALLOWED_UPDATES, build_dispatcher
from bot.parties.commands import introduce
from bot.parties.feeding import feeder
from bot.parties.kit.update import App
from bot.parties.line.polling import fetcher
from bot.parties.line.transport import bot_at
from bot.parties.line.trouble import translated
from bot.parties.line.voice import PartiesVoice
from bot.parties.outgoing import PartiesOutgoing
from bot.parties.people import with_city_asked
from bot.wiring.aside import Aside
from bot.wiring.hearing import Hearing
from bot.wiring.line import ASK_SECONDS, Known, Line, unknown_token
from bot.wiring.missing import WatchedVault
from core.deal.notice import Notice
from core.values.hearing import Ear
from storage.buttons import SqlButtons
from storage.inbox import SqlInbox
from storage.outbox import SqlOutbox

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly
    from bot.wiring.pausing import Pausing


async def parties_line(assembly: Assembly, api_base: str, pausing: Pausing) -> Line:
    """Built, and not started; Telegram is not asked for anything yet. Raises ConfigError."""
    pacer, database = Pacer(), assembly.store.database
    buttons = Buttons(SqlButtons(database, "parties"), assembly.escrow)
    buttons.ages = PartiesAges(assembly.reads)
    bot = _bot(api_base, assembly.settings.parties.token.get_secret_value(), pacer, buttons)
    app = App(
        assembly.escrow,
        assembly.reads,
        assembly.edge,
        WatchedVault(assembly),
        assembly.texts,
        assembly.settings,
        assembly.invites,
        username="",
        pacer=pacer,
        buttons=buttons,
    )
    dispatcher = build_dispatcher(app)
    await dispatcher.emit_startup(bot=bot, dispatcher=dispatcher)

    async def ask() -> None:
        with translated():
            app.username = (await bot.get_me(request_timeout=ASK_SECONDS)).username or ""
        assembly.usernames["parties"] = app.username

    async def introduced() -> None:
        with translated():
            await introduce(bot, app)

    async def prepare(notice: Notice, behind: Sequence[Notice]) -> Prepared | None:
        house = House.of(assembly.settings, app.username)
        asking = partial(with_city_asked, app)
        preparing = Preparing(assembly.reads, assembly.escrow, assembly.texts, house, asking)
        return await preparing.for_person(notice, behind)

    known = Known(ask)

    async def close() -> None:
        await dispatcher.emit_shutdown(bot=bot, dispatcher=dispatcher)
        await bot.session.close()

    voice = PartiesVoice(bot)
    feed = known.before(pausing.around(feeder(dispatcher, bot), voice))
    inbox, outbox = SqlInbox(database, bot.id), SqlOutbox(database, "parties")
    aside = Aside(assembly, "parties", voice)
    hearing = Hearing(assembly, Ear.PARTIES, pausing)
    await hearing.begin(bot.id)
    limits = assembly.settings.limits
    flood = Flood(limits.flood_a_minute, limits.flood_a_day)
    fetch = known.before(fetcher(bot, ALLOWED_UPDATES))
    outgoing = PartiesOutgoing(app, bot)
    return Line(
        "parties",
        Intake("parties", fetch, feed, inbox, aside, hearing, flood),
        Courier("parties", outbox, outgoing, known.before(prepare), assembly.escrow),
        inbox,
        outbox,
        hearing,
        close,
        known.before(introduced),
        known,
        buttons,
    )


def _bot(api_base: str, token: str, pacer: Pacer, buttons: Buttons) -> Bot:
    """Raises ConfigError for what can be no token."""
    try:
        return bot_at(api_base, token, pacer, buttons)
    except TokenValidationError:
        raise unknown_token("parties") from None
