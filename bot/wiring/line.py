"""One bot as a line: updates in by an intake, notices out by a courier."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

import structlog

from bot.config import ConfigError, NotNowError
from bot.courier import Courier
from bot.intake import Backoff, Intake
from bot.outgoing import RetryAfter, Revoked, TryAgain, Unreachable
from bot.wiring.hearing import Hearing
from core.ports import StoreAway
from storage.inbox import SqlInbox
from storage.outbox import SqlOutbox

T = TypeVar("T")
START_PATIENCE: Final = 60.0
"""Seconds for which the first call of each bot is tried again."""
INTRODUCTION_WAIT: Final = 300.0
"""Seconds at most between two tries to say a bot's name and commands."""

_log = structlog.get_logger(__name__)


class Voice(Protocol):
    """What the program itself says by a bot. Raises RetryAfter, TryAgain or Unreachable."""

    async def tell(self, person: int, html: str) -> None:
        """A message to somebody."""
        ...

    async def soothe(self, update: dict[str, Any], html: str) -> None:
        """The answer to an update that is not handled."""
        ...


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
    _introducing: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Both ways at once."""
        self.intake.start()
        self.courier.start()
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
        await self.close()


async def at_last(work: Callable[[], Awaitable[T]], bot: str) -> T:
    """Telegram may be away just as we start. Raises NotNowError where it stays away."""
    clock = asyncio.get_running_loop().time
    until, wait = clock() + START_PATIENCE, 0.5
    while True:
        try:
            return await work()
        except Revoked:
            raise unknown_token(bot) from None
        except (RetryAfter, TryAgain) as trouble:
            if clock() > until:
                msg = f"telegram.api_base: it does not answer ({trouble}); is the network up?"
                raise NotNowError(msg) from trouble
            _log.warning("Telegram does not answer", bot=bot, why=str(trouble))
            await asyncio.sleep(getattr(trouble, "seconds", wait))
            wait = min(wait * 2, 5.0)


def unknown_token(bot: str) -> ConfigError:
    """What is said of a token that Telegram does not know."""
    return ConfigError(f"{bot}.token: Telegram does not know it; copy it again from @BotFather")
