"""Flood control: Telegram's three limits, in real seconds."""

import math
import time
from collections import Counter, deque
from collections.abc import Callable

from bot.playground.errors import too_many

BOT_PER_SECOND = 30
GROUP_PER_MINUTE = 20
PRIVATE_BURST = 5
PRIVATE_PER_SECOND = 1.0


class FloodGate:
    """Counts messages; when switched on, refuses what comes too fast.

    ``sent`` counts messages accepted and ``refused`` the 429s, by bot id, whether or not it is on.
    """

    def __init__(self, *, on: bool = False, now: Callable[[], float] = time.monotonic) -> None:
        """``now`` gives seconds that only go forward."""
        self.on = on
        self.sent: Counter[int] = Counter()
        self.refused: Counter[int] = Counter()
        self._now = now
        self._recent: dict[tuple[int, str], deque[float]] = {}
        self._tokens: dict[tuple[int, str], tuple[float, float]] = {}

    def check(self, bot: int, chat: str, *, private: bool, messages: int = 1) -> None:
        """Let so many messages through, or raise ApiError 429.

        A refused message counts towards nothing.
        """
        now = self._now()
        wait = self._window(bot, "", BOT_PER_SECOND, 1.0, now, messages)
        if private:
            wait = max(wait, self._bucket(bot, chat, now, messages))
        else:
            wait = max(wait, self._window(bot, chat, GROUP_PER_MINUTE, 60.0, now, messages))
        if self.on and wait > 0:
            self.refused[bot] += 1
            raise too_many(max(1, math.ceil(wait)))
        self._count(bot, chat, now, messages, private=private)

    def _window(
        self, bot: int, chat: str, most: int, seconds: float, now: float, messages: int
    ) -> float:
        times = self._recent.setdefault((bot, chat), deque())
        while times and times[0] <= now - seconds:
            times.popleft()
        over = len(times) + messages - most
        return 0.0 if over <= 0 or not times else times[min(over, len(times)) - 1] + seconds - now

    def _bucket(self, bot: int, chat: str, now: float, messages: int) -> float:
        left = self._left(bot, chat, now)
        return max(0.0, (min(messages, PRIVATE_BURST) - left) / PRIVATE_PER_SECOND)

    def _left(self, bot: int, chat: str, now: float) -> float:
        left, at = self._tokens.get((bot, chat), (float(PRIVATE_BURST), now))
        return min(float(PRIVATE_BURST), left + (now - at) * PRIVATE_PER_SECOND)

    def _count(self, bot: int, chat: str, now: float, messages: int, *, private: bool) -> None:
        self.sent[bot] += messages
        self._recent[bot, ""].extend([now] * messages)
        if private:
            self._tokens[bot, chat] = (self._left(bot, chat, now) - messages, now)
        else:
            self._recent[bot, chat].extend([now] * messages)
