"""Updates are asked of Telegram, and kept before it is told that we have them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

import structlog

from bot.botapi.sieve import updates_in
from bot.mail.backoff import Backoff
from bot.mail.flood import Flood
from bot.mail.sending import RetryAfter, Revoked, TryAgain
from bot.mail.updates import Json, is_urgent, lane_of
from core.ports import StoreAway
from core.values.hearing import Fetched

Fetch = Callable[[int | None, int], Awaitable[Any]]
"""`fetch(offset, seconds)`: getUpdates as it stands. Raises RetryAfter, TryAgain or Revoked."""
Keep = Callable[[Sequence[tuple[Json, int, bool]], Fetched | None], Awaitable[None]]
"""As `Inbox.keep`."""

LONG_POLL: Final = 25
"""Seconds that Telegram may keep a question for updates open."""
ANSWER_SECONDS: Final = 10
"""What an answer may take beyond the time that Telegram keeps the question open."""
ANSWERED_WITHIN: Final = LONG_POLL + 2 * ANSWER_SECONDS
"""Longer than any question for updates takes: a bot that had no answer since hears nobody."""
MOST: Final = 100
"""So many updates in one answer say that there may be more."""
PATIENCE: Final = 5.0
"""The longest wait between two questions that failed: every clock waits for the answer."""
IDS_AGE: Final = 24 * 3600.0
"""After so long without an update the offset is forgotten: Telegram may count from anywhere after
a quiet week, and a stale offset would confirm what we never saw."""
SLOW: Final = timedelta(seconds=5)
"""An answer that is later than this, by the rules' clock, comes from before a jump of time."""

_log = structlog.get_logger(__name__)


class Listening(Protocol):
    """What is kept of a bot's hearing."""

    def now(self) -> datetime:
        """The instant by which rules count."""
        ...

    async def answered(self, asked: datetime, *, whole: bool) -> Fetched | None:
        """An answer came, and is not kept yet: what it moves. Raises StoreAway.

        `whole`: nothing else waits at Telegram that was there when we asked.
        """
        ...

    def kept(self, mark: Fetched | None) -> None:
        """What the answer brought, and the mark, are in the database."""
        ...

    def failed(self, trouble: Exception) -> None:
        """No answer came, or it could not be kept."""
        ...


def _read(answer: object) -> tuple[int, list[Json]]:
    """How many updates Telegram sent, and those of them that can be kept. Raises TryAgain.

    A full answer is full whatever is in it: behind what can not be kept more may wait. Where none
    of it can be confirmed the same would come again at once, and nobody is heard by it.
    """
    sent = answer if isinstance(answer, list) else [answer]
    updates = updates_in(sent)
    if sent and not updates:
        why = "getUpdates was answered with nothing that can be kept"
        raise TryAgain(why)
    return len(sent), updates


class Fetching:
    """One bot's questions for updates, one after the other."""

    def __init__(
        self,
        bot: str,
        fetch: Fetch,
        keep: Keep,
        hearing: Listening,
        flood: Flood,
        came: Callable[[], None],
    ) -> None:
        """`came` is called after each answer that is kept."""
        self._bot = bot
        self._fetch = fetch
        self._keep = keep
        self._hearing = hearing
        self._flood = flood
        self._came = came
        self._hurried = asyncio.Event()
        self.asked = asyncio.Event()
        """Telegram was asked once, with or without success."""
        self.fetched_all = False
        """An answer was empty: what Telegram kept while we were away is here."""
        self.answered_at: float | None = None
        """When an answer was kept last, by the event loop's clock."""
        self.last_update_at: float | None = None
        """The same of one that held an update."""

    def hurry(self) -> None:
        """Something that is due waits until it is known that nobody acted before it."""
        self._hurried.set()

    def hears(self) -> bool:
        """Whether Telegram answered lately, and the database kept it: neither is away."""
        at = self.answered_at
        return at is not None and asyncio.get_running_loop().time() - at < ANSWERED_WITHIN

    async def on_and_on(self) -> None:
        """Ask until it is cancelled. Raises Revoked."""
        offset: int | None = None
        backoff, clock = Backoff(longest=PATIENCE), asyncio.get_running_loop().time
        heard_at = clock()
        while True:
            if clock() - heard_at > IDS_AGE:
                offset, heard_at = None, clock()
            try:
                updates = await self._fetched(offset)
            except RetryAfter as order:
                self._failed(order)
                await asyncio.sleep(order.seconds)
                continue
            except Revoked as revoked:
                msg = f"{self._bot}.token: Telegram knows it no more; get a new one from @BotFather"
                raise Revoked(msg) from revoked
            except (TryAgain, StoreAway) as trouble:
                self._failed(trouble)
                await asyncio.sleep(backoff.next())
                continue
            finally:
                self.asked.set()
            backoff.reset()
            self.answered_at = clock()
            if updates is None:
                continue
            if updates:
                offset = max(int(update["update_id"]) for update in updates) + 1
                self.last_update_at = heard_at = clock()
            else:
                self.fetched_all = True
            self._came()

    def _failed(self, trouble: Exception) -> None:
        """The next answer is wanted at once: it tells that we hear again."""
        self._hearing.failed(trouble)
        self._hurried.set()

    async def _fetched(self, offset: int | None) -> list[Json] | None:
        """Ask, and keep what came; None where it has to be asked again at once."""
        hurried = self._hurried.is_set() or not self.fetched_all
        self._hurried.clear()
        seconds, asked = 0 if hurried else LONG_POLL, self._hearing.now()
        answer = await self._answer(offset, seconds)
        if answer is None:
            return None
        sent, updates = _read(answer)
        late = self._hearing.now() - asked - timedelta(seconds=seconds + ANSWER_SECONDS)
        if late > SLOW:
            # The machine slept, or its clock was set: what was asked then says nothing of now.
            _log.warning("time has jumped", bot=self._bot, seconds=round(late.total_seconds()))
            return None
        mark = await self._hearing.answered(asked, whole=sent < MOST)
        taken = [u for u in updates if is_urgent(u) or self._flood.lets_in(lane_of(u))]
        await self._keep([(u, lane_of(u), is_urgent(u)) for u in taken], mark)
        self._hearing.kept(mark)
        return updates

    async def _answer(self, offset: int | None, seconds: int) -> Any:  # noqa: ANN401 - of any server
        """What Telegram answers; None when somebody is in a hurry before it has anything to say."""
        if not seconds:
            return await self._fetch(offset, 0)
        asking = asyncio.ensure_future(self._fetch(offset, seconds))
        hurry = asyncio.ensure_future(self._hurried.wait())
        try:
            await asyncio.wait((asking, hurry), return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                return await asking
            return None
        finally:
            # What an answer that is broken off may have held comes again: it was not confirmed.
            for task in (asking, hurry):
                task.cancel()
            await asyncio.gather(asking, hurry, return_exceptions=True)
