"""Why a bot is deaf, and what the operator can do about it: one place for log, desk and doctor."""

from __future__ import annotations

from typing import Final

from bot.mail.sending import TryAgain

RIVAL: Final = "rival"
"""Another program fetches this bot's updates, and may have taken some of them."""
WEBHOOK: Final = "webhook"
"""Updates are pushed to an address instead of being kept for whoever asks."""
AWAY: Final = "away"
"""Telegram, the network or the database."""

ADVICE: Final = {
    RIVAL: "another program fetches this bot's updates; stop it, or get a new token from"
    " @BotFather and write it into config.toml",
    WEBHOOK: "a webhook is set for this bot; stop the program that set it, and take it away with"
    " the method deleteWebhook",
}
"""One line for the operator, by the reason."""


class Contested(TryAgain):
    """409: somebody else takes this bot's updates."""

    def __init__(self, why: str) -> None:
        """RIVAL or WEBHOOK."""
        super().__init__(ADVICE[why])
        self.why = why


def contested(description: str) -> Contested:
    """What Telegram's words for a 409 mean."""
    return Contested(WEBHOOK if "webhook" in description.casefold() else RIVAL)
