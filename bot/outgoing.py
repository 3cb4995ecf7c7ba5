"""How a notice leaves: what the courier asks of each bot, and what a bot says when it cannot."""

from __future__ import annotations

from typing import Protocol

from bot.cards import Card
from core.notices import Notice


class Unreachable(Exception):  # noqa: N818 - an answer of Telegram, not an error of ours
    """The person blocked the bot, or is gone (403): trying again helps only once they are back."""


class RetryAfter(Exception):  # noqa: N818 - an order of Telegram
    """Telegram says when (429); `seconds` is an order."""

    def __init__(self, seconds: float) -> None:
        """Keep the seconds from now."""
        super().__init__(f"in {seconds} s")
        self.seconds = seconds


class TryAgain(Exception):  # noqa: N818 - the network's, not ours
    """A 5xx, a time-out, a broken connection: nobody knows whether it arrived."""


class Revoked(TryAgain):
    """Telegram no longer knows the token (401): nothing is lost, and a new token goes on with it.

    Only the operator can help, so a poller that meets it ends the process.
    """


class Outgoing(Protocol):
    """One bot's way out. Retries, order and pacing are the courier's, not its."""

    async def deliver(
        self, notice_id: int, notice: Notice, card: Card | None, live: Card | None
    ) -> None:
        """Send one notice and return once Telegram accepted it.

        `card` is the message in the receiver's language, None where the bot renders it itself
        (the desk). `live` is the deal's card as it stands now, sent below it where it has to move.
        `notice_id` is the same when the same notice is tried again.
        Raises Unreachable, RetryAfter or TryAgain; anything else is a bug: the notice is set aside.
        """
        ...


class Marks(Protocol):
    """Who is told how the delivery of somebody's words ended, to put ✓ or ✗ at them: the desk."""

    async def delivered(self, notice: Notice, *, ok: bool) -> None:
        """`ok`: Telegram accepted it; otherwise the person has blocked the bot.

        Called for each `question-asked` and `help-answered`, and a few times more when it raises
        as `deliver` does.
        """
        ...
