"""The migrations and the models say the same, and a database tells how far it is."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage import migrate
from storage.engine import open_database
from storage.migrate import SchemaState, check, downgrade, upgrade
from storage.tables import metadata
from tests.storage.conftest import REAL, url_of


@pytest.fixture(params=REAL)
def migrated(request: pytest.FixtureRequest) -> str:
    return url_of(request.param, request)


def ask(url: str, query: Any) -> Any:
    async def run() -> Any:
        database = open_database(url)
        try:
            return await database.read(query)
        finally:
            await database.close()

    return asyncio.run(run())


OBJECTS = {
    "sqlite": "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'",
    "postgresql": """
        SELECT 'trigger', tgname::text, tgrelid::regclass::text FROM pg_trigger
        WHERE NOT tgisinternal
        UNION ALL
        SELECT 'index', indexname::text, indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT 'constraint', conname::text, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace""",
}


def objects(connection: Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute(text(OBJECTS[connection.dialect.name]))
    return {
        # SQLite quotes the name of a table that was made anew and renamed.
        (kind, name, " ".join((sql or "").split()).replace(f'TABLE "{name}"', f"TABLE {name}"))
        for kind, name, sql in rows
        if "alembic" not in name
    }


def test_models_equal_migrations(migrated: str) -> None:
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    assert ask(migrated, differences) == []


def test_checks_indices_and_triggers_are_those_of_the_models(migrated: str) -> None:
    from_migrations = ask(migrated, objects)
    downgrade(migrated, "base")

    async def create() -> None:
        database = open_database(migrated)
        await database.write(metadata.create_all)
        await database.close()

    asyncio.run(create())
    from_models = ask(migrated, objects)
    # The order of the constraints of a table is alembic's own; each of them is compared.
    assert {_sorted(row) for row in from_migrations} == {_sorted(row) for row in from_models}


def _sorted(row: tuple[str, str, str]) -> tuple[str, str, tuple[str, ...]]:
    kind, name, sql = row
    return kind, name, tuple(sorted(re.split(r"[\s,()]+", sql)))


def test_down_leaves_nothing_and_up_again_works(migrated: str) -> None:
    before = ask(migrated, objects)
    downgrade(migrated, "base")
    assert ask(migrated, objects) == set()
    assert not check(migrated).ready
    assert check(migrated).current is None
    upgrade(migrated)
    assert ask(migrated, objects) == before
    assert check(migrated).ready


def test_upgrading_twice_changes_nothing(migrated: str) -> None:
    before = ask(migrated, objects)
    upgrade(migrated)
    assert ask(migrated, objects) == before


def test_an_older_database_is_told_from_a_ready_one(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/new.db"
    assert not check(url).ready
    upgrade(url)
    assert check(url).ready


@pytest.mark.parametrize(
    ("current", "older", "unknown", "found"),
    [
        (None, False, False, "empty"),
        ("0001", True, False, "at 0001"),
        (migrate.head(), False, False, f"at {migrate.head()}"),
        ("0000", True, True, "at 0000, which this version does not know"),
        ("9999", False, True, "at 9999, which this version does not know"),
        ("3f2a", False, True, "at 3f2a, which this version does not know"),
    ],
)
def test_how_far_a_database_is_is_told_by_its_number(
    current: str | None, *, older: bool, unknown: bool, found: str
) -> None:
    state = SchemaState(current, migrate.head())
    assert (state.older, state.unknown, state.found) == (older, unknown, found)
    assert state.ready is (current == migrate.head())


def test_the_newest_migration_by_name_is_the_one_that_alembic_ends_at() -> None:
    scripts = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
    assert migrate.head() == scripts.get_current_head()


@pytest.mark.parametrize("slow", ["alembic", "sqlalchemy.orm"])
def test_what_a_start_on_sqlite_does_not_need_is_not_loaded(tmp_path: Path, slow: str) -> None:
    script = (
        "import sys, storage.migrate, storage.engine, storage.outbox, bot.wiring.process\n"
        "storage.migrate.check(sys.argv[1]); storage.engine.open_database(sys.argv[1])\n"
        "print(sys.argv[2] in sys.modules)"
    )
    url = f"sqlite+aiosqlite:///{tmp_path}/new.db"
    said = subprocess.check_output([sys.executable, "-c", script, url, slow])
    assert said == b"False\n"
