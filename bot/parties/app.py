"""The parties' bot: every handler in one dispatcher, with the frame around them."""

from __future__ import annotations

from typing import Final

from aiogram import Dispatcher, Router

from bot.mail.limits import Limit
from bot.parties import arriving, edges, invited, invites, lists, menu, settings
from bot.parties.deals import loose_router, overtaken_router
from bot.parties.deals import router as deals
from bot.parties.frame import WATCHDOG_SECONDS, Frame
from bot.parties.kit import App
from bot.parties.terms import answers, presses

ALLOWED_UPDATES: Final = (
    "message", "edited_message", "callback_query", "inline_query", "my_chat_member",
)  # fmt: skip
"""What getUpdates is to ask for."""
GUESSES: Final = 10
GUESS_SECONDS: Final = 600.0
EDITS: Final = 5
"""Changes that come too late, and are answered, in a minute."""

_ROUTERS: Final = (
    overtaken_router,
    menu.router,
    lists.router,
    settings.router,
    invites.router,
    invited.router,
    answers.router,
    presses.router,
    deals,
    edges.router,
    arriving.router,
    loose_router,
    edges.last,
)
"""Commands first, so that they work in the middle of a form; what fits nothing last."""


def build_dispatcher(app: App, *, watchdog: float = WATCHDOG_SECONDS) -> Dispatcher:
    """A dispatcher for `feed_raw_update`. What is no Refusal comes out of it: the intake counts."""
    dispatcher = Dispatcher(
        disable_fsm=True,
        app=app,
        guesses=Limit(GUESSES, GUESS_SECONDS),
        edits=Limit(EDITS),
    )
    frame = Frame(app, watchdog)
    dispatcher.message.outer_middleware(frame)
    dispatcher.edited_message.outer_middleware(frame)
    dispatcher.callback_query.outer_middleware(frame)
    for router in _ROUTERS:
        dispatcher.include_router(copy_of(router))
    return dispatcher


def copy_of(router: Router) -> Router:
    """The same handlers in a router of its own: aiogram lets one belong to one dispatcher only."""
    copy = Router(name=router.name)
    for name, observer in router.observers.items():
        copy.observers[name].handlers.extend(observer.handlers)
    for child in router.sub_routers:
        copy.include_router(copy_of(child))
    return copy
