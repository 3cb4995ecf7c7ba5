"""Both bots on play money against a Telegram of our own, on this machine, with a page of chats."""

from __future__ import annotations

import asyncio
import webbrowser
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from pydantic import SecretStr

from bot.config import ConfigError, Settings
from bot.playground import DEFAULT_CAST, DESK_GROUP, World, start
from bot.running.clock import PlayClock
from bot.wiring.assembly import Assembly, assemble
from bot.wiring.inspecting import inspected
from bot.wiring.lock import locked
from bot.wiring.process import Process, serve_until_stopped

ARBITERS: Final = (1003, 1004)
HEAD: Final = 1003
HEARING_PATIENCE: Final = 2.0
"""Seconds that the page waits, after it moved the clock, until both bots are heard."""
AHEAD: Final = "playground-clock-ahead"
"""The flag that keeps how far the clock was moved, in seconds."""


def alone(folder: Path) -> AbstractContextManager[None]:
    """One playground a folder. Raises ConfigError where another one runs in it."""
    taken = f"another playground runs in {folder}; name another folder"
    return locked(folder / "lock", "--data", taken=taken)


def on_stage(settings: Settings, folder: Path) -> Settings:
    """The operator's rules on play money, for the playground's people, bots and folder.

    A database that is no file stays the operator's choice: a story test names a PostgreSQL.
    """
    parties, desk = DEFAULT_CAST.bots
    changes: dict[str, dict[str, object]] = {
        "parties": {"token": SecretStr(parties.token)},
        "desk": {
            "token": SecretStr(desk.token),
            "chat_id": DESK_GROUP,
            "arbiters": ARBITERS,
            "head_arbiters": (HEAD,),
            "treasurers": ARBITERS,
        },
        "vault": {"path": folder / "vault"},
        "reminders": {"quiet_hours": None},
        "web": {"listen": ""},
    }
    if settings.database.url.startswith("sqlite"):
        changes["database"] = {"url": f"sqlite+aiosqlite:///{folder / 'holdfast.db'}"}
    rails = settings.rails
    play = rails.play.model_copy(update={"enabled": True})
    manual = rails.manual.model_copy(update={"enabled": False})
    update: dict[str, object] = {
        name: getattr(settings, name).model_copy(update=change) for name, change in changes.items()
    }
    update["rails"] = rails.model_copy(update={"play": play, "manual": manual})
    return settings.model_copy(update=update)


class _Stage:
    """What the page may ask of us: to move the clock, to tell it, to tell what a press caused."""

    def __init__(self, assembly: Assembly, clock: PlayClock) -> None:
        self._assembly = assembly
        self._clock = clock
        self.process: Process | None = None

    async def clock(self) -> tuple[datetime, datetime | None]:
        return self._clock.now(), await self._assembly.store.next_due()

    async def set_clock(self, target: datetime | None) -> tuple[datetime, datetime | None]:
        """Move on to `target`, or to the next deadline, and let happen what fell due."""
        following = await self._assembly.store.next_due()
        wanted = target if target is not None else following
        if wanted is not None and wanted > self._clock.now():
            await self._move(wanted)
        if self.process is not None and not self._assembly.escrow.clocks_wait:
            await self.process.sweeping.sweep()
        return await self.clock()

    async def _move(self, wanted: datetime) -> None:
        """The time in between is no deafness, but what people did before is heard all the same."""
        ahead = self._clock.lead_at(wanted)
        by = ahead - self._clock.ahead
        # Kept before it counts: after a restart the time must not run backwards.
        await self._assembly.edge.move_clock(AHEAD, ahead, by)
        self._clock.ahead = ahead
        if self.process is not None:
            for line in self.process.lines:
                line.hearing.moved_on(by)
            await self.process.heard(wanted, HEARING_PATIENCE)

    async def inspect(self, after: int) -> dict[str, Any]:
        return await inspected(self._assembly, after)


async def playground(
    settings: Settings,
    folder: Path,
    port: int,
    *,
    browser: bool = True,
    opened: Callable[[str], None] = lambda _url: None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Run until a signal; everything is kept in `folder`. Raises ConfigError where it cannot.

    `opened(url)` is called once the page answers, `ready` once the bots do.
    """
    assembly, clock = await _opened(settings)
    stage = _Stage(assembly, clock)
    world = World(state_file=folder / "telegram.jsonl", dates=lambda: clock.now().timestamp())
    try:
        server = await start(
            world,
            port=port,
            set_clock=stage.set_clock,
            clock=stage.clock,
            inspect=stage.inspect,
        )
    except (OSError, OverflowError):
        msg = f"--port: {port} is taken, or no port; name another one, or 0 for any"
        raise ConfigError(msg) from None
    process = stage.process = Process(assembly, server.url)
    opened(server.url)
    if browser:
        await asyncio.to_thread(webbrowser.open, server.url)
    try:
        await serve_until_stopped(process, ready)
    finally:
        await server.close()


async def _opened(settings: Settings) -> tuple[Assembly, PlayClock]:
    clock = PlayClock()
    assembly = assemble(settings, clock)
    ahead = await assembly.edge.flag(AHEAD)
    if ahead is not None:
        clock.ahead = timedelta(seconds=float(ahead))
    return assembly, clock
