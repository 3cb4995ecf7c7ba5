"""A playground a test, on SQLite and, where there is one, on PostgreSQL."""

import asyncio
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.story.driver import Playground


async def _administer(server: str, statement: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def environment(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Where the program keeps its rows."""
    if request.param == "sqlite":
        yield {}
        return
    server = request.getfixturevalue("postgres_url")
    name = f"holdfast_story_{secrets.token_hex(4)}"
    asyncio.run(_administer(server, f"CREATE DATABASE {name}"))
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    yield {"HOLDFAST_DATABASE__URL": url}
    asyncio.run(_administer(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def house(tmp_path: Path, environment: dict[str, str]) -> Iterator[Playground]:
    """The program, awake; a failed test shows what it logged."""
    playground = Playground(tmp_path / "play", environment=environment)
    with playground:
        yield playground
    for line in playground.program.log.read_text().splitlines()[-40:]:
        print(line)  # noqa: T201 - pytest shows it where a test failed
