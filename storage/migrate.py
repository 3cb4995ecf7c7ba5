"""Migrations: bring a database to the newest schema, or say how far it is from it.

    upgrade(url)         create or migrate
    downgrade(url, to)   back to a revision, or to `base`
    check(url)           State(current, head, ready)

Synchronous: they run before anything else does, and not inside an event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage.sqlite import sync_engine

T = TypeVar("T")
_HERE = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class State:
    """How far a database is; `current` is None for an empty one."""

    current: str | None
    head: str

    @property
    def ready(self) -> bool:
        """Whether this program may run on it."""
        return self.current == self.head


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _with_connection(url: str, work: Callable[[Connection], T]) -> T:
    """Run in one transaction of the right kind of engine."""
    if make_url(url).get_backend_name() == "sqlite":
        engine = sync_engine(url)
        with engine.begin() as connection:
            return work(connection)

    async def on_postgresql() -> T:
        engine = create_async_engine(url)
        try:
            async with engine.begin() as connection:
                return await connection.run_sync(work)
        finally:
            await engine.dispose()

    return asyncio.run(on_postgresql())


def check(url: str) -> State:
    """Compare a database with what this version wants."""

    def work(connection: Connection) -> State:
        return State(MigrationContext.configure(connection).get_current_revision(), head())

    return _with_connection(url, work)


def head() -> str:
    """The schema that this version wants."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def upgrade(url: str) -> None:
    """Create or migrate, all in one transaction."""
    _with_connection(url, lambda connection: command.upgrade(_config(connection), "head"))


def downgrade(url: str, to: str) -> None:
    """Back to an older schema, or to `base`; what the newer one had more is lost."""
    _with_connection(url, lambda connection: command.downgrade(_config(connection), to))
