"""A backup is one moment, whole; restoring it never leaves half of it."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import os
import tarfile
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.ports import UnitOfWork
from storage import tables as t
from storage.backup import (
    BadArchiveError,
    DamagedDatabaseError,
    InsteadRun,
    backup,
    extra_of,
    restore,
)
from storage.engine import open_database
from storage.migrate import check, upgrade
from storage.store import SqlStore
from storage.vault import FileVault
from tests.kit.fakes import START
from tests.storage.look import watched
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
    with pytest.raises(BadArchiveError, match="no backup"):
        restore(file, f"sqlite+aiosqlite:///{tmp_path}/new.db", tmp_path / "vault")
    with pytest.raises(BadArchiveError, match="no backup"):
        extra_of(file, "config.toml")


MANIFESTS = {
    "no JSON": (b"{", "no manifest"),
    "a list": (b"[]", "no manifest"),
    "no files": (b'{"format": 1}', "no manifest"),
    "no format": (b'{"files": {"holdfast.db": ""}}', "no manifest"),
    "another format": (b'{"format": 2, "files": {"holdfast.db": ""}}', "another format"),
    "no database": (b'{"format": 1, "files": {}}', "another format"),
    "another database": (b'{"format": 1, "files": {"holdfast.db": "ab"}}', "db is damaged"),
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_manifest_that_promises_something_else_is_refused(name: str, tmp_path: Path) -> None:
    manifest, why = MANIFESTS[name]
    file = tmp_path / "b.tar"
    with tarfile.open(file, "w") as archive:
        for inside, body in (("holdfast.db", b"x"), ("manifest.json", manifest)):
            _add(archive, tarfile.TarInfo(inside), body)
    with pytest.raises(BadArchiveError, match=why):
        restore(file, f"sqlite+aiosqlite:///{tmp_path}/in/new.db", tmp_path / "vault")
    assert not list((tmp_path / "in").iterdir())


def test_a_manifest_that_names_itself_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault")
    forged = tmp_path / "forged.tar"
    _forge(tmp_path / "b.tar", forged, {}, promised={"manifest.json": "0" * 64})
    with pytest.raises(BadArchiveError, match=r"names 'manifest\.json'"):
        restore(forged, f"sqlite+aiosqlite:///{tmp_path}/in/new.db", tmp_path / "vault")


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE]
)
def test_what_is_no_file_is_not_unpacked_whatever_it_leads_to(
    kind: bytes, sqlite_url: str, tmp_path: Path
) -> None:
    """A link's content would even have the hash that the manifest promises."""
    backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault", {"a": _config(tmp_path)})
    forged, name = tmp_path / "forged.tar", "vault/ab/" + "c" * 62
    link = tarfile.TarInfo(name)
    link.type, link.linkname = kind, "extra/a"
    if kind == tarfile.SYMTYPE:
        link.linkname = "../../extra/a"
    promised = {name: hashlib.sha256(b"[operator]\n").hexdigest()}
    _forge(tmp_path / "b.tar", forged, {}, promised=promised, also=link)
    with pytest.raises(BadArchiveError, match="is damaged"):
        restore(forged, f"sqlite+aiosqlite:///{tmp_path}/in/new.db", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def _config(tmp_path: Path) -> Path:
    config = tmp_path / "config.toml"
    config.write_text("[operator]\n")
    return config


def test_a_configuration_behind_a_link_is_backed_up_as_what_it_holds(
    sqlite_url: str, tmp_path: Path
) -> None:
    link, again = tmp_path / "linked.toml", tmp_path / "again.toml"
    link.symlink_to(_config(tmp_path))
    again.hardlink_to(tmp_path / "config.toml")
    given = {"a": link, "b": tmp_path / "config.toml", "c": again}
    backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault", given)
    new = {name: tmp_path / "new" / name for name in given}
    restore(tmp_path / "b.tar", f"sqlite+aiosqlite:///{tmp_path}/new/h.db", tmp_path / "v", new)
    assert [place.read_text() for place in new.values()] == ["[operator]\n"] * 3


def test_one_of_the_extra_files_is_read_alone(sqlite_url: str, tmp_path: Path) -> None:
    backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault", {"a": _config(tmp_path)})
    assert extra_of(tmp_path / "b.tar", "a") == b"[operator]\n"
    assert extra_of(tmp_path / "b.tar", "b") is None


async def test_how_far_it_is_is_told_by_files(
    filled: tuple[str, FileVault, Path], tmp_path: Path
) -> None:
    url, _, config = filled
    told: list[tuple[int, int]] = []
    tell = lambda *far: told.append(far)  # noqa: E731
    backup(tmp_path / "b.tar", url, tmp_path / "vault", {"a": config}, tell)
    assert told == [(1, 3), (2, 3), (3, 3)]
    told.clear()
    restore(tmp_path / "b.tar", f"sqlite+aiosqlite:///{tmp_path}/n.db", tmp_path / "v", told=tell)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)], "the manifest too"


def test_what_stands_in_the_vault_and_is_no_evidence_is_not_taken(
    sqlite_url: str, tmp_path: Path
) -> None:
    (tmp_path / "vault" / "ab").mkdir(parents=True)
    for name in ("c" * 62, "notes.txt"):
        (tmp_path / "vault" / "ab" / name).write_text(name)
    backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault")
    with tarfile.open(tmp_path / "b.tar") as archive:
        assert archive.getnames() == ["holdfast.db", "vault/ab/" + "c" * 62, "manifest.json"]


def test_what_a_killed_database_left_beside_it_goes_with_it(
    sqlite_url: str, tmp_path: Path
) -> None:
    """A WAL of the old database would be read into the new one."""
    backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault")
    left = [tmp_path / f"holdfast.db{what}" for what in ("-wal", "-shm")]
    for file in left:
        file.write_bytes(b"x")
    restore(tmp_path / "b.tar", sqlite_url, tmp_path / "vault", replace=True)
    assert not any(file.exists() for file in left)


def test_a_database_that_does_not_hold_together_is_not_backed_up(
    sqlite_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "holdfast.db"
    body = bytearray(path.read_bytes())
    body[4096:8192] = bytes(4096)
    path.write_bytes(body)
    with pytest.raises(DamagedDatabaseError):
        backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault")
    path.write_bytes(b"no database at all, " * 500)
    with pytest.raises(DamagedDatabaseError, match="not a database"):
        backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault")
    assert not (tmp_path / "b.tar").exists()


def test_a_database_in_a_backup_is_one_file_by_itself(sqlite_url: str, tmp_path: Path) -> None:
    backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault")
    with tarfile.open(tmp_path / "b.tar") as archive:
        body = archive.extractfile("holdfast.db").read(20)  # type: ignore[union-attr]
    assert body[18:20] == b"\x01\x01", "its format says that there is no WAL"


async def test_what_is_put_back_is_put_into_folders_of_our_own(
    filled: tuple[str, FileVault, Path], tmp_path: Path
) -> None:
    url, _, _ = filled
    backup(tmp_path / "b.tar", url, tmp_path / "vault")
    new = tmp_path / "far" / "new"
    restore(tmp_path / "b.tar", f"sqlite+aiosqlite:///{new}/holdfast.db", tmp_path / "v/vault")
    [evidence] = FileVault(tmp_path / "v/vault").files()
    assert evidence.parent.stat().st_mode & 0o777 == 0o700
    restore(
        tmp_path / "b.tar", f"sqlite+aiosqlite:///{new}/holdfast.db", tmp_path / "v/vault",
        replace=True,
    )  # fmt: skip


async def test_a_backup_is_on_the_disk_when_it_is_told_to_be_there(
    filled: tuple[str, FileVault, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, _, config = filled
    synced = watched(monkeypatch)
    backup(tmp_path / "b.tar", url, tmp_path / "vault", {"a": config})
    assert [path.name for path in synced] == ["archive", tmp_path.name]
    synced.clear()
    new = tmp_path / "new"
    restore(tmp_path / "b.tar", f"sqlite+aiosqlite:///{new}/h.db", new / "v", {"a": new / "a"})
    assert {".h.db.new", ".a.new", "new"} < {path.name for path in synced}


def test_postgresql_is_restored_by_its_own_program(tmp_path: Path) -> None:
    with pytest.raises(InsteadRun) as advice:
        restore(tmp_path / "b.tar", "postgresql+asyncpg://me:secret@db:5433/holdfast", tmp_path)
    assert advice.value.command == (
        f"pg_restore --clean --dbname=postgresql://me@db:5433/holdfast {tmp_path}/b.tar"
    )


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


@pytest.mark.parametrize(
    "name",
    [
        "vault//abs/path",
        "vault///etc/cron.d/x",
        "vault/../outside",
        "vault/ab/../../outside",
        "vault/ab/./" + "c" * 62,
        "vault/ab/" + "c" * 61,
        "vault/AB/" + "c" * 62,
        "vault/ab",
        "/outside",
        "../outside",
        "extra//outside",
        "extra/../outside",
        "extra/a/b",
        "./holdfast.db",
        "outside",
        "manifest.json",
        "vault/ab/" + "c" * 62 + "\n",
    ],
)
def test_a_backup_from_anywhere_can_name_no_place_but_ours(
    name: str, sqlite_url: str, tmp_path: Path
) -> None:
    """Whatever the manifest promises and however the archive spells it."""
    upgrade(sqlite_url)
    backup(tmp_path / "b.tar", sqlite_url, tmp_path / "vault")
    forged = tmp_path / "forged.tar"
    _forge(tmp_path / "b.tar", forged, {name: b"planted"})
    house = tmp_path / "house"
    house.mkdir()
    before = _everything(tmp_path)
    with pytest.raises(BadArchiveError):
        restore(
            forged, f"sqlite+aiosqlite:///{house}/in/holdfast.db", house / "in/vault", _Anywhere()
        )
    assert _everything(tmp_path) - before <= {house / "in"}
    assert not Path("/abs/path").exists()


class _Anywhere(dict[str, Path]):
    """A caller who has a place for everything."""

    def get(self, name: str, default: Path | None = None) -> Path | None:  # type: ignore[override]
        del default
        return Path("/nowhere") / name


def _everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def _files(folder: Path) -> list[Path]:
    return [path for path in _everything(folder) if path.is_file()]


def _add(archive: tarfile.TarFile, entry: tarfile.TarInfo, body: bytes) -> None:
    entry.size = len(body)
    archive.addfile(entry, io.BytesIO(body))


def _forge(
    source: Path,
    target: Path,
    more: dict[str, bytes],
    *,
    promised: dict[str, str] | None = None,
    also: tarfile.TarInfo | None = None,
) -> None:
    with tarfile.open(source) as old, tarfile.open(target, "w") as new:
        bodies = {m.name: old.extractfile(m).read() for m in old.getmembers()}  # type: ignore[union-attr]
        manifest = json.loads(bodies.pop("manifest.json"))
        manifest["files"] |= {n: hashlib.sha256(b).hexdigest() for n, b in more.items()}
        manifest["files"] |= promised or {}
        listed = {**bodies, **more, "manifest.json": json.dumps(manifest).encode()}
        for name, body in listed.items():
            _add(new, tarfile.TarInfo(name), body)
        if also is not None:
            new.addfile(also)


async def test_nothing_that_is_written_can_be_read_by_others(tmp_path: Path) -> None:
    """Database, WAL, evidence, backup and what was restored, under the umask of most machines."""
    before = os.umask(0o022)
    try:
        url = f"sqlite+aiosqlite:///{tmp_path}/holdfast.db"
        upgrade(url)
        store = SqlStore(open_database(url))
        vault = FileVault(tmp_path / "vault")
        await vault.put(b"evidence", name="e", mime="text/plain", kind="document")
        await store.run(lambda uow: uow.save_person(person(BINA)))
        beside = {path.name for path in _files(tmp_path) if path.name.startswith("holdfast.db")}
        backup(tmp_path / "b.tar", url, tmp_path / "vault")
        new = tmp_path / "new"
        restore(tmp_path / "b.tar", f"sqlite+aiosqlite:///{new}/holdfast.db", new / "vault")
        files = _files(tmp_path)
        open_to_others = [p for p in files if p.stat().st_mode & 0o077]
        await store.database.close()
    finally:
        os.umask(before)
    assert beside == {"holdfast.db", "holdfast.db-wal", "holdfast.db-shm"}
    assert len(files) >= 7
    assert open_to_others == []
