"""A backup is one moment, whole; restoring it never leaves half of it."""

from __future__ import annotations

import asyncio
import tarfile
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.ports import UnitOfWork
from storage import tables as t
from storage.backup import BadArchiveError, InsteadRun, backup, restore
from storage.engine import open_database
from storage.migrate import check
from storage.store import SqlStore
from storage.vault import FileVault
from tests.fakes import START
from tests.storage.test_contract import BINA, ONE, deal, entry, person


async def fill(url: str, vault: FileVault) -> None:
    store = SqlStore(open_database(url))

    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        uow.save_person(person(BINA))
        uow.post([entry("d", ("asset:play", "hold:x", 300))], START)

    await store.run(work)
    await vault.put(b"evidence", name="e", mime="text/plain", kind="document")
    await store.database.close()


@pytest.fixture
async def filled(sqlite_url: str, tmp_path: Path) -> tuple[str, FileVault, Path]:
    vault = FileVault(tmp_path / "vault")
    await fill(sqlite_url, vault)
    config = tmp_path / "config.toml"
    config.write_text("[operator]\n")
    return sqlite_url, vault, config


async def test_a_restored_backup_has_everything(
    filled: tuple[str, FileVault, Path], tmp_path: Path
) -> None:
    url, vault, config = filled
    backup(tmp_path / "b.tar", url, tmp_path / "vault", {"config.toml": config})
    new = tmp_path / "new"
    new_url = f"sqlite+aiosqlite:///{new}/holdfast.db"
    restore(tmp_path / "b.tar", new_url, new / "vault", {"config.toml": new / "config.toml"})
    assert check(new_url).ready
    store = SqlStore(open_database(new_url))
    found = await store.run(lambda uow: (uow.deal(ONE), uow.person(BINA), uow.posted("d")))
    await store.database.close()
    assert found[0] is not None
    assert found[1:] == (person(BINA), True)
    assert [f.name for f in FileVault(new / "vault").files()] == [f.name for f in vault.files()]
    assert (new / "config.toml").read_text() == "[operator]\n"


async def test_a_backup_is_consistent_while_the_program_writes(
    sqlite_url: str, tmp_path: Path
) -> None:
    store = SqlStore(open_database(sqlite_url))
    going = True

    async def write() -> int:
        number = 0
        while going:
            number += 1
            pair = [entry(f"a{number}", ("asset:play", "hold:x", 1))]
            pair.append(entry(f"b{number}", ("asset:play", "hold:y", 1)))
            await store.run(lambda uow, pair=pair: uow.post(pair, START))  # type: ignore[misc]
        return number

    writing = asyncio.create_task(write())
    await asyncio.to_thread(backup, tmp_path / "b.tar", sqlite_url, tmp_path / "vault")
    going = False
    assert await writing > 0
    await store.database.close()
    new_url = f"sqlite+aiosqlite:///{tmp_path}/new.db"
    restore(tmp_path / "b.tar", new_url, tmp_path / "vault")
    copy = SqlStore(open_database(new_url))
    count = select(func.count()).select_from(t.entries)
    assert await copy.read(lambda c: c.execute(count).scalar_one()) % 2 == 0
    await copy.database.close()


async def test_what_is_there_is_not_replaced_unasked(
    filled: tuple[str, FileVault, Path], tmp_path: Path
) -> None:
    url, _, _ = filled
    backup(tmp_path / "b.tar", url, tmp_path / "vault")
    with pytest.raises(FileExistsError):
        restore(tmp_path / "b.tar", url, tmp_path / "vault")
    restore(tmp_path / "b.tar", url, tmp_path / "vault", replace=True)
    assert check(url).ready


@pytest.mark.parametrize("offset", [5_000, 20_000, 60_000])
async def test_a_damaged_backup_is_refused_and_nothing_is_touched(
    filled: tuple[str, FileVault, Path], tmp_path: Path, offset: int
) -> None:
    url, _, _ = filled
    archive = tmp_path / "b.tar"
    backup(archive, url, tmp_path / "vault")
    body = bytearray(archive.read_bytes())
    body[offset] ^= 0xFF
    archive.write_bytes(body)
    new = tmp_path / "new.db"
    with pytest.raises(BadArchiveError):
        restore(archive, f"sqlite+aiosqlite:///{new}", tmp_path / "other")
    assert not new.exists()
    assert not (tmp_path / "other").exists()


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "b.tar"
    file.write_bytes(b"hello")
    with pytest.raises(BadArchiveError):
        restore(file, f"sqlite+aiosqlite:///{tmp_path}/new.db", tmp_path / "vault")


def test_a_name_that_leads_outside_is_not_unpacked(tmp_path: Path) -> None:
    evil, outside = tmp_path / "evil", tmp_path / "outside"
    evil.write_text("x")
    with tarfile.open(tmp_path / "b.tar", "w") as archive:
        archive.add(evil, arcname="../outside")
    with pytest.raises(BadArchiveError):
        restore(tmp_path / "b.tar", f"sqlite+aiosqlite:///{tmp_path}/d/new.db", tmp_path / "vault")
    assert not outside.exists()


def test_postgresql_is_backed_up_by_its_own_program(tmp_path: Path) -> None:
    url = "postgresql+asyncpg://me:secret@db/holdfast"
    with pytest.raises(InsteadRun) as advice:
        backup(tmp_path / "b.tar", url, tmp_path)
    assert advice.value.command == (
        f"pg_dump --format=custom --file={tmp_path}/b.tar postgresql://me@db/holdfast"
    )


def test_a_database_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        backup(tmp_path / "b.tar", f"sqlite+aiosqlite:///{tmp_path}/none.db", tmp_path)
    assert list(tmp_path.iterdir()) == []
