"""One bot as a line: updates in by an intake, notices out by a courier."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, ParamSpec, TypeVar

import structlog

from bot.config import ConfigError
from bot.mail.backoff import Backoff
from bot.mail.courier import Courier
from bot.mail.courier.buttons import Buttons
from bot.mail.intake import Intake
from bot.mail.sending import RetryAfter, Revoked, TryAgain, Unreachable
from bot.wiring.hearing import Hearing
from core.ports import StoreAway
from storage.inbox import SqlInbox
from storage.outbox import SqlOutbox

T = TypeVar("T")
P = ParamSpec("P")
ASK_SECONDS: Final = 10
"""Seconds after which a question which bot a token is counts as unanswered."""
FIRST_WORD: Final = 5.0
"""Seconds for which a start waits to hear which bot a token is; a wrong one is said at once."""
INTRODUCTION_WAIT: Final = 300.0
"""Seconds at most between two tries to say a bot's name and commands."""

_log = structlog.get_logger(__name__)


class Known:
    """Which bot a token is: Telegram is asked with each thing to do, until it has told once.

    So a bot is built and started without it, and neither waits for the other's answer.
    """

    def __init__(self, ask: Callable[[], Awaitable[None]]) -> None:
        """`ask` raises Revoked, RetryAfter or TryAgain."""
        self._ask = ask
        self._asking = asyncio.Lock()
        self.told = False

    async def __call__(self) -> None:
        """Raises as `ask`."""
        async with self._asking:
            if not self.told:
                await self._ask()
                self.told = True

    def before(self, work: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        """The same, once the bot is known; until then it raises as `ask`."""

        async def when_known(*args: P.args, **kwargs: P.kwargs) -> T:
            if not self.told:
                await self()
            return await work(*args, **kwargs)

        return when_known


@dataclass
class Line:
    """One bot, both ways."""

    name: str
    intake: Intake
    courier: Courier
    inbox: SqlInbox
    outbox: SqlOutbox
    hearing: Hearing
    close: Callable[[], Awaitable[None]]
    introduce: Callable[[], Awaitable[None]]
    known: Known
    buttons: Buttons
    _introducing: asyncio.Task[None] | None = None

    async def meet(self) -> None:
        """Ask once which bot it is. Raises ConfigError for a token that Telegram does not know.

        Whatever else keeps it from being told may pass: it is asked again with each fetch.
        """
        try:
            async with asyncio.timeout(FIRST_WORD):
                await self.known()
        except Revoked:
            raise unknown_token(self.name) from None
        except (RetryAfter, TryAgain, TimeoutError) as trouble:
            why = str(trouble) or f"no answer in {FIRST_WORD:g} s"
            _log.warning("Telegram does not answer", bot=self.name, why=why)

    def start(self) -> None:
        """Both ways at once."""
        self.intake.start()
        self.courier.start()
        self.buttons.start()
        self._introducing = asyncio.create_task(self._introduce())

    async def _introduce(self) -> None:
        """Name, description and commands; nobody waits for them, and in the end they are there."""
        backoff = Backoff(longest=INTRODUCTION_WAIT)
        while True:
            try:
                await self.introduce()
            except RetryAfter as order:
                trouble, wait = str(order), order.seconds
            except (TryAgain, Unreachable, StoreAway) as error:
                trouble, wait = str(error), backoff.next()
            else:
                return
            _log.warning("not introduced yet", bot=self.name, why=trouble)
            await asyncio.sleep(wait)

    async def stop(self) -> None:
        """The intake was stopped before: what it finished may have owed somebody a notice."""
        if self._introducing is not None:
            self._introducing.cancel()
            await asyncio.gather(self._introducing, return_exceptions=True)
        await self.courier.stop(seconds=1.5)
        await self.buttons.stop()
        await self.close()


def unknown_token(bot: str) -> ConfigError:
    """What is said of a token that Telegram does not know."""
    return ConfigError(f"{bot}.token: Telegram does not know it; copy it again from @BotFather")
