"""A bank's file for the command line: beside a program that may be running."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.config import ConfigError, Settings
from bot.rails.importing import Importing
from bot.running.clock import RealClock
from bot.wiring.assembly import RandomIds
from bot.wiring.edge import Edge
from bot.wiring.pausing import PAUSED
from bot.wiring.reads import SqlReads
from bot.wiring.schema import database_errors, not_ready, state_of
from core.escrow import Escrow
from storage.engine import open_database
from storage.store import SqlStore

T = TypeVar("T")


def importing(settings: Settings, work: Callable[[Importing], Awaitable[T]]) -> T:
    """Do it with this database. Raises ConfigError for one that is not ready."""
    state = state_of(settings)
    if not state.ready:
        raise ConfigError(not_ready(state))

    async def once() -> T:
        database = open_database(settings.database.url)
        try:
            store = SqlStore(database)
            edge = Edge(database)
            clock = RealClock()
            escrow = Escrow(store, clock, RandomIds(), settings.policy(), settings.staff())
            escrow.clocks_wait = await edge.flag(PAUSED) is not None
            accounts = settings.rails.manual.accounts
            return await work(Importing(escrow, SqlReads(store, escrow), edge, accounts))
        finally:
            await database.close()

    with database_errors():
        return asyncio.run(once())
