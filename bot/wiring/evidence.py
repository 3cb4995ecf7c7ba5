"""`bot.reads.Vault` in a folder."""

from __future__ import annotations

import asyncio
import hashlib
import os
from pathlib import Path

from bot.config.sections import Vault
from core.errors import BadInput
from core.words import FileRef


class FileVault:
    """Files named by their SHA-256."""

    def __init__(self, settings: Vault) -> None:
        """The folder is made with the first file."""
        self._folder = settings.path
        self._most = settings.max_file_mb

    async def put(self, content: bytes, *, name: str, mime: str, kind: str) -> FileRef:
        """Written and synced before this returns. Raises BadInput("file-too-large", limit_mb)."""
        if len(content) > self._most * 1024 * 1024:
            raise BadInput("file-too-large", limit_mb=self._most)
        digest = hashlib.sha256(content).hexdigest()
        await asyncio.to_thread(self._write, digest, content)
        return FileRef(digest, name, mime, len(content), kind)

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest

    def _write(self, digest: str, content: bytes) -> None:
        path = self._path(digest)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(path)

    async def get(self, file: FileRef) -> bytes:
        """Raises FileNotFoundError when the vault lost it."""
        return await asyncio.to_thread(self._path(file.sha256).read_bytes)
