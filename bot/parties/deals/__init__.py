"""A running deal: its card, its money, its work, its disputes, and everything that people say.

`router` holds all buttons and forms; `loose_router` takes every message that nothing else took, so
it is included after all others, and `overtaken_router` before them.
"""

from aiogram import Router

from bot.parties.deals import (
    amounts,
    card,
    changes,
    diary,
    disputes,
    gather,
    papers,
    paying,
    steps,
    submitting,
    talk,
)
from bot.parties.deals.talk import loose_router, overtaken_router

router = Router(name="deals")
router.include_routers(
    card.router,
    paying.router,
    steps.router,
    submitting.router,
    changes.router,
    amounts.router,
    disputes.router,
    diary.router,
    papers.router,
    talk.router,
    gather.router,
)

__all__ = ["loose_router", "overtaken_router", "router"]
