"""Fresh databases with the schema: SQLite in a folder of the run, PostgreSQL where one is."""

from __future__ import annotations

import asyncio
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import asyncpg
import pytest
from sqlalchemy import make_url

from storage.migrate import upgrade

SERVER = "HOLDFAST_TEST_POSTGRES"
"""The environment's name for a server on which databases may be created and dropped."""
KINDS: Final = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
"""And what they are called."""


def at_hand(request: pytest.FixtureRequest) -> str:
    """The kind that a fixture's parameter asks for; skips where there is none."""
    kind = str(request.param)
    if kind == "postgresql" and SERVER not in os.environ:
        pytest.skip(f"{SERVER} names no server")
    return kind


class Databases:
    """Makes them, and drops them at the end."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        """`stack` is closed at the end of the run."""
        self._folder = folder
        self._stack = stack
        self._template: Path | None = None

    def new(self, kind: str) -> str:
        """The URL of a fresh one."""
        return self._sqlite() if kind == "sqlite" else self._postgresql()

    def folder(self) -> Path:
        """An empty one, for a program to keep its things in."""
        path = self._folder / uuid.uuid4().hex[:8]
        path.mkdir()
        return path

    def _sqlite(self) -> str:
        if self._template is None:
            self._template = self._folder / "template.db"
            upgrade(f"sqlite+aiosqlite:///{self._template}")
        path = self._folder / f"{uuid.uuid4().hex[:8]}.db"
        shutil.copy(self._template, path)
        return f"sqlite+aiosqlite:///{path}"

    def _postgresql(self) -> str:
        url = self._stack.enter_context(_database(os.environ[SERVER]))
        upgrade(url)
        return url


@contextmanager
def _database(server: str) -> Iterator[str]:
    name = f"holdfast_bench_{os.getpid()}_{uuid.uuid4().hex[:8]}"
    asyncio.run(_administer(server, f"CREATE DATABASE {name}"))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(_administer(server, f"DROP DATABASE {name} WITH (FORCE)"))


async def connect(url: str) -> asyncpg.Connection:
    """The bare driver."""
    parts = make_url(url)
    return await asyncpg.connect(
        host=parts.host,
        port=parts.port or 5432,
        user=parts.username,
        password=parts.password,
        database=parts.database,
    )


async def _administer(url: str, statement: str) -> None:
    connection = await connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
