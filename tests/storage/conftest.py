"""A store on the fake, on SQLite and on PostgreSQL, each test on a database of its own."""

from __future__ import annotations

import asyncio
import os
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

from storage.engine import Database, open_database
from storage.migrate import upgrade
from storage.store import SqlStore
from tests.storage.look import FakeLook, Look, SqlLook

EVERY = [
    "fake",
    "sqlite",
    pytest.param("postgresql", marks=pytest.mark.postgres),
]
REAL = EVERY[1:]


async def _administer(url: str, *statements: str) -> None:
    parts = make_url(url)
    connection = await asyncpg.connect(
        host=parts.host, port=parts.port or 5432, user=parts.username, password=parts.password,
        database=parts.database,
    )  # fmt: skip
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the schema, copied for each test."""
    path = tmp_path_factory.mktemp("template") / "holdfast.db"
    upgrade(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> Iterator[str]:
    """The name of a database with the schema, copied for each test."""
    name = f"holdfast_test_{os.getpid()}_{uuid.uuid4().hex[:8]}"
    asyncio.run(_administer(postgres_url, f"CREATE DATABASE {name}"))
    upgrade(make_url(postgres_url).set(database=name).render_as_string(hide_password=False))
    yield name
    asyncio.run(_administer(postgres_url, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "holdfast.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
def own_postgres_url(postgres_url: str, postgres_template: str) -> Iterator[str]:
    name = f"{postgres_template}_{uuid.uuid4().hex[:8]}"
    copy = f"CREATE DATABASE {name} TEMPLATE {postgres_template}"
    asyncio.run(_administer(postgres_url, copy))
    yield make_url(postgres_url).set(database=name).render_as_string(hide_password=False)
    asyncio.run(_administer(postgres_url, f"DROP DATABASE {name} WITH (FORCE)"))


def url_of(kind: str, request: pytest.FixtureRequest) -> str:
    """The address of a fresh database of this kind."""
    fixture = "sqlite_url" if kind == "sqlite" else "own_postgres_url"
    return str(request.getfixturevalue(fixture))


@pytest.fixture(params=REAL)
def url(request: pytest.FixtureRequest) -> str:
    return url_of(request.param, request)


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    opened = open_database(url)
    yield opened
    await opened.close()


@pytest.fixture
async def shared(own_postgres_url: str) -> AsyncIterator[Database]:
    """A database that several processes share."""
    opened = open_database(own_postgres_url)
    yield opened
    await opened.close()


@pytest.fixture
async def store(database: Database) -> SqlStore:
    return SqlStore(database)


@pytest.fixture(params=EVERY)
def every_url(request: pytest.FixtureRequest) -> str | None:
    """None for the fake. A fixture of its own, since an async one cannot ask for more fixtures."""
    return None if request.param == "fake" else url_of(request.param, request)


@pytest.fixture
async def look(every_url: str | None) -> AsyncIterator[Look]:
    """A store of every kind, and what a test may look at in it."""
    if every_url is None:
        yield FakeLook()
        return
    opened = open_database(every_url)
    yield SqlLook(SqlStore(opened))
    await opened.close()
