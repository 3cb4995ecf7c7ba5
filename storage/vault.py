"""Evidence files by SHA-256, outside Telegram and outside the database.

    vault = FileVault(path, limit_mb=20, key=None)
    await vault.put(content, name=…, mime=…, kind=…) -> FileRef    written and synced by then
    await vault.get(file) -> bytes                                 its hash checked again
    await vault.missing(hashes) -> [hash]                          what should be there and is not
    await vault.collect(referred, older_than) -> int               removes what no row refers to

A file is `ab/cdef…` by the hash of what it holds, so the same content is kept once and a name
promises its content. With a key the bytes on the disk are AES-256-GCM (the names still tell who
has the same file that it is here); files from before the key was set stay readable.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from core.values.errors import BadInput
from core.values.words import FileRef
from storage.away import told_apart

MEGABYTE: Final = 1_000_000
KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_SEALED: Final = b"HFV1"
_BATCH: Final = 500  # pragma: no mutate - any size removes the same: tests ask one by one


class DamagedError(FileNotFoundError):
    """The file is there, and is not what its name promises."""


def read_key(text: str) -> bytes:
    """A key of 32 bytes in hex or base64. Raises ValueError."""
    with_hex = len(text) == 2 * KEY_BYTES
    try:
        key = bytes.fromhex(text) if with_hex else base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        key = b""
    if len(key) != KEY_BYTES:
        msg = "the vault's key is 32 bytes in hex or base64"
        raise ValueError(msg)
    return key


def is_sealed(path: Path) -> bool:
    """Whether any file of a vault is encrypted."""
    for file in path.glob("[0-9a-f][0-9a-f]/*"):
        with file.open("rb") as stored:
            if stored.read(len(_SEALED)) == _SEALED:
                return True
    return False


class _Seal:
    """AES-256-GCM over the whole file, bound to its name, with 96 random bits as nonce.

    Good for 2**32 files under one key (NIST SP 800-38D, 8.3).
    """

    def __init__(self, key: bytes) -> None:
        try:
            from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - only with a key
            from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415
        except ImportError as error:
            msg = "a vault with a key needs the package `cryptography`"
            raise RuntimeError(msg) from error
        self._cipher = AESGCM(key)
        self._wrong = InvalidTag

    def close(self, sha256: str, content: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return _SEALED + nonce + self._cipher.encrypt(nonce, content, sha256.encode())

    def open(self, sha256: str, stored: bytes) -> bytes:
        begin = len(_SEALED) + _NONCE_BYTES
        nonce, sealed = stored[len(_SEALED) : begin], stored[begin:]
        try:
            return self._cipher.decrypt(nonce, sealed, sha256.encode())
        except self._wrong as error:
            raise DamagedError(sha256) from error


class FileVault:
    """A folder of files named by their content."""

    def __init__(
        self, path: Path, *, limit_mb: int = 20, key: bytes | None = None, keep_free_mb: int = 0
    ) -> None:
        """Make the folder. Raises RuntimeError when there is a key and nothing to encrypt with."""
        self._path = path
        self._limit_mb = limit_mb
        self._keep_free = keep_free_mb * MEGABYTE
        self._seal = None if key is None else _Seal(key)
        self._aside = path / "tmp"
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._aside.mkdir(mode=0o700, exist_ok=True)

    async def room(self) -> int:
        """Bytes that may still be stored before the disk is as full as it may get."""
        free = await asyncio.to_thread(lambda: shutil.disk_usage(self._path).free)
        return max(free - self._keep_free, 0)

    def place(self, sha256: str) -> Path:
        """Where a file is."""
        return self._path / sha256[:2] / sha256[2:]

    async def put(self, content: bytes, *, name: str, mime: str, kind: str) -> FileRef:
        """Written and synced before this returns.

        Raises BadInput("file-too-large", limit_mb), and StoreAway where the disk refuses.
        """
        if len(content) > self._limit_mb * MEGABYTE:
            raise BadInput("file-too-large", limit_mb=self._limit_mb)
        with told_apart():
            sha256 = await asyncio.to_thread(self._put, content)
        return FileRef(sha256, name, mime, len(content), kind)

    def _put(self, content: bytes) -> str:
        sha256 = hashlib.sha256(content).hexdigest()
        place = self.place(sha256)
        try:
            os.utime(place)  # so that the collector does not take it for old
            self._get(sha256)  # one that was damaged meanwhile is written again
        except FileNotFoundError:
            stored = content if self._seal is None else self._seal.close(sha256, content)
            self._write(place, stored)
        return sha256

    def _write(self, place: Path, stored: bytes) -> None:
        """All of it or nothing, also when the power goes."""
        draft = self._aside / secrets.token_hex(16)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(stored)
            file.flush()
            os.fsync(file.fileno())
        place.parent.mkdir(mode=0o700, exist_ok=True)
        draft.replace(place)
        for folder in (place.parent, self._path):
            sync_folder(folder)

    async def get(self, file: FileRef) -> bytes:
        """What it holds.

        Raises FileNotFoundError when it is lost, DamagedError when changed, and StoreAway where
        the disk refuses.
        """
        with told_apart():
            return await asyncio.to_thread(self._get, file.sha256)

    def _get(self, sha256: str) -> bytes:
        stored = self.place(sha256).read_bytes()
        content = stored
        if hashlib.sha256(stored).hexdigest() != sha256 and stored.startswith(_SEALED):
            content = self._open(sha256, stored)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise DamagedError(sha256)
        return content

    def _open(self, sha256: str, stored: bytes) -> bytes:
        if self._seal is None:
            msg = f"{sha256} is encrypted, and the vault has no key"
            raise DamagedError(msg)
        return self._seal.open(sha256, stored)

    async def missing(self, hashes: Iterable[str]) -> list[str]:
        """Which of these the vault does not have."""
        wanted = list(hashes)
        return await asyncio.to_thread(
            lambda: [sha256 for sha256 in wanted if not self.place(sha256).exists()]
        )

    def files(self) -> Iterator[Path]:
        """Every file, by name."""
        for folder in sorted(self._path.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(folder.iterdir())

    async def collect(
        self,
        referred: Callable[[list[str]], Awaitable[set[str]]],
        older_than: timedelta = timedelta(days=2),
    ) -> int:
        """Remove files to which no row refers; returns how many.

        A file comes before the command that refers to it, so young ones are left alone. `referred`
        tells which of some hashes have a row.
        """
        limit = time.time() - older_than.total_seconds()
        old = await asyncio.to_thread(self._older, limit)
        removed = 0
        for at in range(0, len(old), _BATCH):
            hashes = old[at : at + _BATCH]
            orphans = sorted(set(hashes) - await referred(hashes))
            removed += await asyncio.to_thread(self._remove, orphans, limit)
        return removed

    def _older(self, limit: float) -> list[str]:
        for draft in self._aside.iterdir():
            if draft.stat().st_mtime < limit:
                draft.unlink()
        return [f.parent.name + f.name for f in self.files() if f.stat().st_mtime < limit]

    def _remove(self, orphans: list[str], limit: float) -> int:
        removed = 0
        for sha256 in orphans:
            place, gone = self.place(sha256), self._aside / sha256
            place.replace(gone)
            # Moved away first: whoever puts the same file now writes it anew, and who has just
            # touched it is seen here.
            if gone.stat().st_mtime >= limit:
                gone.replace(place)
            else:
                gone.unlink()
                removed += 1
        return removed


def sync_folder(folder: Path) -> None:
    """Let the names in it survive a power failure."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
