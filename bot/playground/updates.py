"""Updates: a queue a bot, confirmed by asking for what comes after."""

import asyncio
from typing import Any

from bot.playground.errors import conflict
from bot.playground.world import World

Json = dict[str, Any]

KEPT_SECONDS = 24 * 3600
_FIRST = 100_000_000
_MOST = 100
_LONGEST_WAIT = 50
_ASKED_FOR = {"chat_member", "message_reaction", "message_reaction_count"}


def push(world: World, bot: int, kind: str, payload: Json) -> None:
    """Queue an update, unless the bot's ``allowed_updates`` leave it out."""
    allowed = (world.store.get("polling", bot) or {}).get("allowed") or []
    if kind in allowed or (not allowed and kind not in _ASKED_FOR):
        number = world.store.count(f"updates/{bot}", start=_FIRST)
        update = {"update_id": number, kind: payload}
        world.mistakes += world.schema.problems(["Update"], update, "Update")
        world.store.put(f"updates/{bot}", number, {"update": update, "at": world.now()})
        world.store.after(lambda: world.arrived(bot))


def pending(world: World, bot: int) -> list[Json]:
    """What waits for the bot, oldest first; Telegram forgets it after a day."""
    rows = world.store.all(f"updates/{bot}").values()
    return [row["update"] for row in rows if row["at"] > world.now() - KEPT_SECONDS]


def confirm(world: World, bot: int, offset: int) -> None:
    """Forget everything before an offset; a negative one keeps so many of the newest."""
    numbers = [int(key) for key in world.store.all(f"updates/{bot}")]
    keep = set(sorted(numbers)[offset:]) if offset < 0 else {n for n in numbers if n >= offset}
    if offset and len(keep) < len(numbers):
        with world.store.change():
            for number in set(numbers) - keep:
                world.store.put(f"updates/{bot}", number, None)


class Polls:
    """Long polling: one poller a bot, the newest; the one before it is sent away with a 409."""

    def __init__(self, world: World) -> None:
        """Be woken by the world."""
        self._world = world
        self._turn: dict[int, int] = {}
        self._changed: dict[int, asyncio.Event] = {}
        world.arrived = self._wake

    async def get(self, bot: int, params: Json) -> list[Json]:
        """What ``getUpdates`` answers.

        ApiError 409 beside a webhook, or when another poller comes.
        """
        world = self._world
        settings = world.store.get("polling", bot) or {}
        if settings.get("webhook"):
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        if "allowed_updates" in params and params["allowed_updates"] != settings.get("allowed"):
            with world.store.change():
                world.store.put("polling", bot, settings | {"allowed": params["allowed_updates"]})
        turn = self._turn[bot] = self._turn.get(bot, 0) + 1
        self._wake(bot)
        confirm(world, bot, params.get("offset", 0))
        limit = min(max(params.get("limit", _MOST), 1), _MOST)
        until = asyncio.get_running_loop().time() + min(
            max(params.get("timeout", 0), 0), _LONGEST_WAIT
        )
        while not (found := pending(world, bot)[:limit]) and await self._wait(bot, until):
            if self._turn[bot] != turn:
                raise conflict(
                    "terminated by other getUpdates request; "
                    "make sure that only one bot instance is running"
                )
        return found

    async def _wait(self, bot: int, until: float) -> bool:
        left = until - asyncio.get_running_loop().time()
        if left <= 0:
            return False
        try:
            await asyncio.wait_for(self._changed.setdefault(bot, asyncio.Event()).wait(), left)
        except TimeoutError:
            return False
        return True

    def _wake(self, bot: int) -> None:
        if event := self._changed.pop(bot, None):
            event.set()
