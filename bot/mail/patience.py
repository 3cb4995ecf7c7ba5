"""How long one thing that can not be had just now is tried again, before its person is told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from bot.mail.sending import RetryAfter, TryAgain
from core.ports import StoreAway
from core.values.errors import Refusal

SECONDS: Final = 120.0
TRIES: Final = 5
_MOST_REMEMBERED: Final = 1_000


@dataclass(slots=True)
class _Trouble:
    since: float
    tries: int = 0


class Patience:
    """In memory: after a restart one waits again, and nothing is lost by it.

    Telegram as a whole may be away for hours, and every update waits for it; but one file that its
    server has lost must not hold up its person's other words for ever.
    """

    def __init__(self, seconds: float = SECONDS, tries: int = TRIES) -> None:
        """Both have to be over."""
        self._seconds = seconds
        self._tries = tries
        self._troubles: dict[str, _Trouble] = {}

    @contextmanager
    def of(self, name: str, then: Refusal) -> Iterator[None]:
        """Let trouble through while there is patience with this name; raise `then` after it."""
        try:
            yield
        except (RetryAfter, TryAgain, StoreAway) as trouble:
            if self._over(name):
                raise then from trouble
            raise
        self._troubles.pop(name, None)

    def _over(self, name: str) -> bool:
        now = asyncio.get_running_loop().time()
        known = self._troubles.setdefault(name, _Trouble(now))
        known.tries += 1
        if known.tries >= self._tries and now - known.since >= self._seconds:
            return True
        while len(self._troubles) > _MOST_REMEMBERED:
            del self._troubles[next(iter(self._troubles))]
        return False
