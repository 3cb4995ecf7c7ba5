"""The arbiters' line, on python-telegram-bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.cards.kit.house import House
from bot.desk.ages import DeskAges
from bot.desk.app import DeskApplication, build_application
from bot.desk.feeding import feeder
from bot.desk.kit.call import DeskApp
from bot.desk.kit.seats import Seats
from bot.desk.line.polling import fetcher
from bot.desk.line.transport import DeskPaced
from bot.desk.line.trouble import translated
from bot.desk.line.voice import DeskVoice
from bot.desk.outgoing import DeskOutgoing
from bot.mail.courier import Courier
from bot.mail.courier.buttons import Buttons
from bot.mail.courier.prepare import Preparing
from bot.mail.flood import Flood
from bot.mail.intake import Intake
from bot.mail.pacing import Pacer
from bot.wiring.aside import Aside
from bot.wiring.hearing import Hearing
from bot.wiring.line import Known, Line, unknown_token
from bot.wiring.missing import WatchedVault
from core.values.hearing import Ear
from core.values.ids import DESK
from storage.buttons import SqlButtons
from storage.inbox import SqlInbox
from storage.outbox import SqlOutbox

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly
    from bot.wiring.pausing import Pausing

UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")


async def desk_line(assembly: Assembly, api_base: str, pausing: Pausing) -> Line:
    """Built, and not started; Telegram is not asked for anything yet. Raises ConfigError."""
    settings, database = assembly.settings, assembly.store.database
    buttons = Buttons(SqlButtons(database, "desk"), assembly.escrow, DESK)
    app = DeskApp(
        assembly.escrow,
        assembly.reads,
        assembly.edge,
        WatchedVault(assembly),
        assembly.texts,
        settings,
        settings.desk.chat_id,
        settings.operator.default_locale,
        Seats(assembly.edge, settings.desk.chat_id),
        Pacer(),
        buttons=buttons,
        usernames=assembly.usernames,
    )
    buttons.ages = DeskAges(app)
    token = settings.desk.token.get_secret_value()
    application, number = _application(app, api_base, token), _id_of(token)
    bot = application.bot
    outgoing, voice = DeskOutgoing(app, bot), DeskVoice(bot)

    async def ask() -> None:
        with translated():
            await application.initialize()
        await application.start()

    async def close() -> None:
        await outgoing.close()
        if application.running:
            await application.stop()
        await application.shutdown()
        await bot.shutdown()  # which the application does only where it was initialized

    known = Known(ask)

    house = House.of(settings, "")
    prepare = Preparing(assembly.reads, assembly.escrow, assembly.texts, house).for_desk
    feed = known.before(pausing.around(feeder(application), voice))
    inbox, outbox = SqlInbox(database, number), SqlOutbox(database, "desk")
    aside = Aside(assembly, "desk", voice)
    hearing = Hearing(assembly, Ear.DESK, pausing)
    await hearing.begin(number)
    flood = Flood(settings.limits.flood_a_minute, settings.limits.flood_a_day)
    fetch = known.before(fetcher(bot, UPDATES))
    return Line(
        "desk",
        Intake("desk", fetch, feed, inbox, aside, hearing, flood),
        Courier("desk", outbox, outgoing, prepare, assembly.escrow),
        inbox,
        outbox,
        hearing,
        close,
        known.before(outgoing.introduce),
        known,
        buttons,
    )


def _application(app: DeskApp, api_base: str, token: str) -> DeskApplication:
    return build_application(
        app,
        base_url=f"{api_base}/bot",
        base_file_url=f"{api_base}/file/bot",
        token=token,
        rate_limiter=DeskPaced(app.pacer, app.buttons),
    )


def _id_of(token: str) -> int:
    """The bot's number, which its token begins with. Raises ConfigError for what can be none."""
    number = token.partition(":")[0]
    if not (number.isascii() and number.isdecimal()):
        raise unknown_token("desk")
    return int(number)
