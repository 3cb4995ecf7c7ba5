"""Migrations: bring a database to the newest schema, or say how far it is from it.

    upgrade(url)         create or migrate
    downgrade(url, to)   back to a revision, or to `base`
    check(url)           State(current, head, ready)

Synchronous: they run before anything else does, and not inside an event loop. Alembic is loaded to
change a schema alone: every start checks it, and would pay for it with 0.3 s and 10 MB.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from sqlalchemy import Connection, inspect, make_url, text

from storage.sqlite import sync_engine

if TYPE_CHECKING:
    from alembic.config import Config

T = TypeVar("T")
_HERE = Path(__file__).parent / "migrations"
_VERSION: Final = "alembic_version"
"""The table in which alembic keeps how far a database is."""


@dataclass(frozen=True, slots=True)
class SchemaState:
    """How far a database is; `current` is None for an empty one."""

    current: str | None
    head: str

    @property
    def unknown(self) -> bool:
        """Made by another program than those before this one: there is no way from it to ours."""
        return self.current is not None and self.current not in _numbers()

    @property
    def older(self) -> bool:
        """By its number, which only grows."""
        return self.current is not None and self.current.isdigit() and self.current < self.head

    @property
    def found(self) -> str:
        """How far it is, in words."""
        if self.unknown:
            return f"at {self.current}, which this version does not know"
        return f"at {self.current}" if self.current else "empty"

    @property
    def ready(self) -> bool:
        """Whether this program may run on it."""
        return self.current == self.head


def _config(connection: Connection | None = None) -> Config:
    from alembic.config import Config  # noqa: PLC0415 - see above

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
        from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415 - brings the ORM

        engine = create_async_engine(url)
        try:
            async with engine.begin() as connection:
                return await connection.run_sync(work)
        finally:
            await engine.dispose()

    return asyncio.run(on_postgresql())


def check(url: str) -> SchemaState:
    """Compare a database with what this version wants."""

    def work(connection: Connection) -> SchemaState:
        if not inspect(connection).has_table(_VERSION):
            return SchemaState(None, head())
        found = connection.execute(text(f"SELECT version_num FROM {_VERSION}"))  # noqa: S608 - ours
        return SchemaState(found.scalar(), head())

    return _with_connection(url, work)


def head() -> str:
    """The schema that this version wants: migrations are numbered, and named by their number."""
    return max(_numbers())


def _numbers() -> set[str]:
    return {path.name.partition("_")[0] for path in (_HERE / "versions").glob("[0-9]*.py")}


def upgrade(url: str) -> None:
    """Create or migrate, all in one transaction."""
    from alembic import command  # noqa: PLC0415 - see above

    _with_connection(url, lambda connection: command.upgrade(_config(connection), "head"))


def downgrade(url: str, to: str) -> None:
    """Back to an older schema, or to `base`; what the newer one had more is lost."""
    from alembic import command  # noqa: PLC0415 - see above

    _with_connection(url, lambda connection: command.downgrade(_config(connection), to))
