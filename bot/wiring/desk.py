"""The arbiters' line, on python-telegram-bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.cards.house import House
from bot.courier import Courier
from bot.courier.prepare import Preparing
from bot.desk.app import DeskApplication, build_application
from bot.desk.feeding import feeder
from bot.desk.kit import DeskApp
from bot.desk.outgoing import DeskOutgoing
from bot.desk.polling import fetcher
from bot.desk.seats import Seats
from bot.desk.transport import Paced
from bot.desk.trouble import translated
from bot.desk.voice import Voice
from bot.flood import Flood
from bot.intake import Intake
from bot.pacing import Pacer
from bot.wiring.aside import Aside
from bot.wiring.hearing import Hearing
from bot.wiring.line import Line, at_last
from core.hearing import Ear
from storage.inbox import SqlInbox
from storage.outbox import SqlOutbox

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly
    from bot.wiring.pausing import Pausing

UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")


async def desk_line(assembly: Assembly, api_base: str, pausing: Pausing) -> Line:
    """Built, and not started. Raises ConfigError where Telegram does not know the token."""
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
        Seats(assembly.edge, settings.desk.chat_id),
        Pacer(),
    )
    application = await _known(app, api_base, settings.desk.token.get_secret_value())
    bot = application.bot
    outgoing, voice = DeskOutgoing(app, bot), Voice(bot)

    async def close() -> None:
        await outgoing.close()
        await application.stop()
        await application.shutdown()

    house = House.of(settings, "")
    prepare = Preparing(assembly.reads, assembly.escrow, assembly.texts, house).for_desk
    feed = pausing.around(feeder(application), voice)
    inbox, outbox = SqlInbox(database, bot.id), SqlOutbox(database, "desk")
    aside = Aside(assembly, "desk", voice)
    hearing = Hearing(assembly, Ear.DESK, pausing)
    await hearing.begin(bot.id)
    flood = Flood(settings.limits.flood_a_minute, settings.limits.flood_a_day)
    return Line(
        "desk",
        Intake("desk", fetcher(bot, UPDATES), feed, inbox, aside, hearing, flood),
        Courier("desk", outbox, outgoing, prepare, assembly.escrow),
        inbox,
        outbox,
        hearing,
        close,
        outgoing.introduce,
    )


async def _known(app: DeskApp, api_base: str, token: str) -> DeskApplication:
    """The application, started."""
    application = build_application(
        app,
        base_url=f"{api_base}/bot",
        base_file_url=f"{api_base}/file/bot",
        token=token,
        rate_limiter=Paced(app.pacer),
    )

    async def initialize() -> None:
        with translated():
            await application.initialize()

    await at_last(initialize, "desk")
    await application.start()
    return application
