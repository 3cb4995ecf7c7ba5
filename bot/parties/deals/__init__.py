"""A running deal: its card, its money, its work, its disputes, and everything that people say."""

from aiogram import Router

from bot.parties.deals import card, gather, paying, steps, submitting

router = Router(name="deals")
router.include_routers(
    card.router,
    paying.router,
    steps.router,
    submitting.router,
    gather.router,
)

__all__ = ["router"]
