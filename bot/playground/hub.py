"""What the page is told as it happens, and who is waiting for what."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator
from typing import Any

Json = dict[str, Any]

_KEPT = 2000


class Hub:
    """Numbered events.

    Numbers go on rising over a restart, since they begin at the time in milliseconds.
    """

    def __init__(self) -> None:
        """Begin with no events."""
        self._last = self._gone = int(time.time() * 1000)
        self._recent: deque[tuple[int, Json]] = deque(maxlen=_KEPT)
        self._changed = asyncio.Event()
        self._closed = False

    @property
    def last(self) -> int:
        """The number of the newest event."""
        return self._last

    def publish(self, event: Json) -> None:
        """Tell everybody who listens."""
        self._last += 1
        if len(self._recent) == _KEPT:
            self._gone = self._recent[0][0]
        self._recent.append((self._last, event))
        self._wake()

    def close(self) -> None:
        """End every stream."""
        self._closed = True
        self._wake()

    async def follow(
        self, after: int | None = None, idle: float = 15.0
    ) -> AsyncIterator[tuple[int, Json] | None]:
        """Events after a number (from now on, when None); None when it was silent for ``idle`` s.

        Who asks for more than is kept first gets ``resync``, and should read the whole state again.
        """
        seen = self._last if after is None else after
        if seen < self._gone:
            yield self._gone, {"type": "resync"}
        while not self._closed:
            batch = [item for item in self._recent if item[0] > seen]
            for number, event in batch:
                seen = number
                yield number, event
            if batch:
                continue
            try:
                await asyncio.wait_for(self._changed.wait(), idle)
            except TimeoutError:
                yield None

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
