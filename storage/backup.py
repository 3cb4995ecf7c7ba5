"""One file with everything: the database as of one moment, the vault, and a few files more.

    backup(file, url, vault, extra={"config.toml": path})      consistent while the program runs
    restore(file, url, vault, extra={"config.toml": path})     refuses to replace what is there

A tar archive with a manifest of SHA-256 hashes, checked before anything is put in place. An archive
may come from anywhere, so it holds exactly three kinds of name, and each has one place: the
database, `vault/ab/cdef…` in the vault, `extra/…` where the caller said. The vault is copied after
the database: its files never change, and each was there before a row named it.
Synchronous: call it in a thread. PostgreSQL has pg_dump; `InsteadRun.command` says how.
"""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import re
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

from sqlalchemy import URL, make_url

from storage.vault import sync_folder

MANIFEST: Final = "manifest.json"
DATABASE: Final = "holdfast.db"
FORMAT: Final = 1
_NO_BACKUP: Final = "it is no backup, or only the beginning of one"
_EVIDENCE: Final = re.compile(r"vault/([0-9a-f]{2}/[0-9a-f]{62})")
_EXTRA: Final = re.compile(r"extra/([A-Za-z0-9][A-Za-z0-9._-]{0,63})")
_CHUNK: Final = 1 << 20  # pragma: no mutate - any size copies the same
_PAGES: Final = 2_000  # pragma: no mutate - as above
"""Pages of the database copied at a time, so that the writer is not held up."""

Told = Callable[[int, int], None]


class InsteadRun(Exception):  # noqa: N818 - advice, not an error
    """This database is backed up by its own program."""

    def __init__(self, command: str) -> None:
        """`command` is what to run."""
        super().__init__(command)
        self.command = command


class BadArchiveError(ValueError):
    """It is no backup of Holdfast, or it is damaged."""


class DamagedDatabaseError(Exception):
    """SQLite finds that its file does not hold together; the text is SQLite's."""


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    path: Path


def backup(
    file: Path,
    url: str,
    vault: Path,
    extra: Mapping[str, Path] | None = None,
    told: Told = lambda _done, _all: None,
) -> None:
    """Write `file`, whole or not at all.

    Raises InsteadRun on PostgreSQL, DamagedDatabaseError, OSError.
    """
    source = _database(url, f"pg_dump --format=custom --file={file} {{url}}")
    for needed in (source, file.parent):
        if not needed.exists():
            raise FileNotFoundError(errno.ENOENT, "there is no such file or folder", str(needed))
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".holdfast-") as folder:
        copy = Path(folder) / DATABASE
        _copy_database(source, copy)
        members = [_Member(DATABASE, copy), *_vault(vault)]
        members += [_Member(f"extra/{name}", path) for name, path in (extra or {}).items()]
        draft = Path(folder) / "archive"
        _write(draft, members, told)
        draft.replace(file)
    sync_folder(file.parent)


def _database(url: str, command: str) -> Path:
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite":
        # Without the password, which pg_dump asks for or finds in ~/.pgpass.
        plain = URL.create(
            "postgresql", parts.username, None, parts.host, parts.port, parts.database
        )
        raise InsteadRun(command.format(url=plain.render_as_string()))
    return Path(parts.database or "")


def _copy_database(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        try:
            live.backup(copy, pages=_PAGES)
            found = copy.execute("PRAGMA quick_check").fetchone()[0]
        except sqlite3.DatabaseError as error:
            found = str(error)
        if found != "ok":
            raise DamagedDatabaseError(found.splitlines()[0])
        # A file by itself, without a WAL beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _vault(vault: Path) -> Iterator[_Member]:
    for folder in sorted(vault.glob("[0-9a-f][0-9a-f]")):
        for path in sorted(folder.iterdir()):
            member = _Member(f"vault/{folder.name}/{path.name}", path)
            if _ours(member.name):
                yield member


def _write(draft: Path, members: list[_Member], told: Told) -> None:
    hashes = {}
    # What a link leads to, since its hash is promised: a configuration is often behind one.
    with (
        _new(draft) as raw,
        tarfile.open(fileobj=raw, mode="w", dereference=True) as archive,
    ):
        for done, member in enumerate(members, 1):
            hashes[member.name] = _hash(member.path)
            archive.add(member.path, arcname=member.name, recursive=False)
            told(done, len(members))
        body = json.dumps({"format": FORMAT, "files": hashes}, indent=1).encode()
        entry = tarfile.TarInfo(MANIFEST)
        entry.size = len(body)
        archive.addfile(entry, io.BytesIO(body))
        archive.close()
        raw.flush()
        os.fsync(raw.fileno())


def _new(path: Path) -> BinaryIO:
    """To be written, and readable by nobody else: tokens, keys and what people wrote go into it."""
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore(
    file: Path,
    url: str,
    vault: Path,
    extra: Mapping[str, Path] | None = None,
    *,
    replace: bool = False,
    told: Told = lambda _done, _all: None,
) -> None:
    """Put everything back; of `extra` those names that the archive has.

    Raises BadArchiveError, FileExistsError (the database is there and `replace` is not given) and
    InsteadRun on PostgreSQL. Nothing is touched before the whole archive was checked.
    """
    target = _database(url, f"pg_restore --clean --dbname={{url}} {file}")
    if target.exists() and not replace:
        raise FileExistsError(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".holdfast-") as folder:
        names = _unpack(file, Path(folder), told)
        for name in names:
            place = _place(name, target, vault, extra or {})
            if place is not None:
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _into(Path(folder) / name, place)
    sync_folder(target.parent)


def extra_of(file: Path, name: str) -> bytes | None:
    """One of the files that were given as `extra`, or None. Raises BadArchiveError, OSError."""
    try:
        with tarfile.open(file, "r:") as archive:
            member = archive.extractfile(f"extra/{name}")
            return None if member is None else member.read()
    except KeyError:
        return None
    except tarfile.TarError as error:
        raise BadArchiveError(_NO_BACKUP) from error


def _place(name: str, target: Path, vault: Path, extra: Mapping[str, Path]) -> Path | None:
    if name == DATABASE:
        for left in ("-wal", "-shm"):
            target.with_name(target.name + left).unlink(missing_ok=True)
        return target
    if evidence := _EVIDENCE.fullmatch(name):
        return vault / evidence[1]
    if named := _EXTRA.fullmatch(name):
        return extra.get(named[1])
    raise BadArchiveError(name)


def _into(found: Path, place: Path) -> None:
    """Move, also to another file system, so that the place has all of it or what it had."""
    draft = place.with_name(f".{place.name}.new")
    with found.open("rb") as source, _new(draft) as copy:
        _pour(source, copy)
        copy.flush()
        os.fsync(copy.fileno())
    draft.replace(place)


def _pour(source: IO[bytes], copy: IO[bytes]) -> None:
    while chunk := source.read(_CHUNK):
        copy.write(chunk)


def _unpack(file: Path, folder: Path, told: Told) -> list[str]:
    try:
        with tarfile.open(file, "r:") as archive:
            members = [m for m in archive.getmembers() if m.isfile() and _ours(m.name)]
            for done, member in enumerate(members, 1):
                _unpack_one(archive, member, folder)
                told(done, len(members))
    except tarfile.TarError as error:
        raise BadArchiveError(_NO_BACKUP) from error
    return _checked(folder)


def _ours(name: object) -> bool:
    """Whether it is one of the three kinds, exactly as we write it: no other spelling of a path."""
    return isinstance(name, str) and bool(
        name in (DATABASE, MANIFEST) or _EVIDENCE.fullmatch(name) or _EXTRA.fullmatch(name)
    )


def _unpack_one(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    place = folder / member.name
    place.parent.mkdir(parents=True, exist_ok=True)
    # Of a file there always is something to read.
    with cast("IO[bytes]", archive.extractfile(member)) as source, place.open("wb") as copy:
        _pour(source, copy)


def _checked(folder: Path) -> list[str]:
    """The names that the manifest promises, each with its content."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        hashes = dict(manifest["files"])
        known = manifest["format"] == FORMAT and DATABASE in hashes
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = "it has no manifest"
        raise BadArchiveError(msg) from error
    if not known:
        msg = "it is of another format"
        raise BadArchiveError(msg)
    for name, sha256 in hashes.items():
        if not _ours(name) or name == MANIFEST:
            msg = f"it names {name!r}, which no backup of ours holds"
            raise BadArchiveError(msg)
        path = folder / name
        if not path.is_file() or _hash(path) != sha256:
            msg = f"{name} is damaged"
            raise BadArchiveError(msg)
    return list(hashes)
