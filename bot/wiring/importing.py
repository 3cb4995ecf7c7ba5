"""A bank's file for the command line: beside a program that may be running."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.config import ConfigError, Settings
from bot.rails.importing import Importing
from bot.rails.paying_out import PayingOut
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
    accounts = settings.rails.manual.accounts
    return _beside(settings, lambda e, r, edge: work(Importing(e, r, edge, accounts)))


def paying_out(settings: Settings, work: Callable[[PayingOut], Awaitable[T]]) -> T:
    """The same with files of payouts."""
    accounts = settings.rails.manual.accounts
    return _beside(settings, lambda e, r, _edge: work(PayingOut(e, r, accounts)))


def _beside(settings: Settings, work: Callable[[Escrow, SqlReads, Edge], Awaitable[T]]) -> T:
    state = state_of(settings)
    if not state.ready:
        raise ConfigError(not_ready(state))

    async def once() -> T:
        database = open_database(settings.database.url)
        try:
            store, edge = SqlStore(database), Edge(database)
            clock = RealClock()
            escrow = Escrow(store, clock, RandomIds(), settings.policy(), settings.staff())
            escrow.clocks_wait = await edge.flag(PAUSED) is not None
            return await work(escrow, SqlReads(store, escrow), edge)
        finally:
            await database.close()

    with database_errors():
        return asyncio.run(once())
