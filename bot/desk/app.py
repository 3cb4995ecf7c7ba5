"""The arbiters' bot on python-telegram-bot, fed by our intake: no poller, no job queue, no state.

application = build_application(app, base_url=f"{api}/bot", base_file_url=f"{api}/file/bot", ...)
await application.initialize()
await feeder(application)(raw)      # bot.desk.feeding; process_update raises what went wrong
await application.shutdown()
"""

from __future__ import annotations

from typing import Any

from telegram.ext import (
    Application,
    BaseRateLimiter,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.desk import approving, correcting, overview, talk
from bot.desk.disputing import advising, cases, ruling
from bot.desk.kit.call import DeskApp
from bot.desk.kit.gate import Gate
from bot.desk.line.transport import Request
from bot.desk.paying import (
    allowing,
    arrivals,
    corrections,
    deposits,
    flags,
    orders,
    payout_files,
    returns,
    reversals,
    statements,
    suspense,
    treasury,
)

__all__ = ["DeskApp", "DeskApplication", "build_application"]

COMMANDS = {
    **overview.COMMANDS,
    **deposits.COMMANDS,
    **suspense.COMMANDS,
    **flags.COMMANDS,
    **reversals.COMMANDS,
    **allowing.COMMANDS,
    **corrections.COMMANDS,
    **talk.COMMANDS,
}
PRESSES = {
    **cases.PRESSES,
    **ruling.PRESSES,
    **advising.PRESSES,
    **treasury.PRESSES,
    **deposits.PRESSES,
    **returns.PRESSES,
    **arrivals.PRESSES,
    **payout_files.PRESSES,
    **suspense.PRESSES,
    **statements.PRESSES,
    **flags.PRESSES,
    **reversals.PRESSES,
    **corrections.PRESSES,
    **orders.PRESSES,
    **allowing.PRESSES,
    **approving.PRESSES,
    **talk.PRESSES,
}


class DeskApplication(Application[Any, Any, Any, Any, Any, Any]):
    """An Application whose `process_update` raises what its handlers raised.

    python-telegram-bot logs such an exception and goes on, and the update would count as handled;
    our intake keeps an update until it was.
    """

    async def process_error(  # noqa: D102 - the parent's
        self,
        update: object | None,  # noqa: ARG002
        error: Exception,
        job: Any = None,  # noqa: ARG002, ANN401
        coroutine: Any = None,  # noqa: ARG002, ANN401
    ) -> bool:
        raise error


def build_application(
    app: DeskApp,
    *,
    base_url: str,
    base_file_url: str,
    token: str,
    rate_limiter: BaseRateLimiter[Any] | None = None,
    request: BaseRequest | None = None,
) -> DeskApplication:
    """The desk's bot. `base_url` ends in `/bot`, `base_file_url` in `/file/bot`.

    `rate_limiter` is the pacing around every call; `request` the transport of tests.
    """
    builder = (
        Application.builder()
        .application_class(DeskApplication)
        .token(token)
        .base_url(base_url)
        .base_file_url(base_file_url)
        .updater(None)
        .job_queue(None)
    )
    if rate_limiter is not None:
        builder = builder.rate_limiter(rate_limiter)
    # As the builder would have it: one connection for updates, many for the rest.
    builder = builder.request(request or Request(connection_pool_size=256))
    builder = builder.get_updates_request(request or Request(connection_pool_size=1))
    application: Any = builder.build()
    _add_handlers(application, app)
    assert isinstance(application, DeskApplication)  # noqa: S101 - for the type alone
    return application


def _add_handlers(application: Application[Any, Any, Any, Any, Any, Any], app: DeskApp) -> None:
    gate = Gate(app, PRESSES, COMMANDS, talk.spoken, talk.unsigned, correcting.corrected)
    new, group = filters.UpdateType.MESSAGE, filters.Chat(app.chat_id)
    private = filters.ChatType.PRIVATE
    application.add_handlers([
        CallbackQueryHandler(gate.pressed),
        CommandHandler([*COMMANDS], gate.commanded, new & (group | private)),
        MessageHandler(new & group & filters.COMMAND, gate.unknown),
        MessageHandler(new & group & ~filters.COMMAND & ~filters.StatusUpdate.ALL, gate.spoken),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & group, gate.edited),
        MessageHandler(new & private, gate.private),
        ChatMemberHandler(gate.moved, ChatMemberHandler.CHAT_MEMBER),
    ])  # fmt: skip
