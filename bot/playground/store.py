"""What Telegram remembers: JSON documents in named tables, and a journal that survives a kill.

Every change is one line, written before anybody is told that it happened, so a process that is
killed has either all of a change or nothing. Files lie beside the journal, named by their SHA-256.
Without a path everything stays in memory.
"""

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_SLACK = 1000  # lines a journal may be longer than what it says, before a start rewrites it


class Store:
    """Tables of documents. A stored document is never mutated: it is replaced by ``put``."""

    def __init__(self, path: Path | None = None) -> None:
        """Replay the journal at ``path``, if there is one.

        OSError when it can not be read or written.
        """
        self.tables: dict[str, dict[str, Any]] = {}
        self._blobs: dict[str, bytes] = {}
        self._path = path
        self._file = -1
        self._depth = 0
        self._lines: list[list[Any]] = []
        self._undo: list[tuple[str, str, Any]] = []
        self._after: list[Callable[[], None]] = []
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._replay(path)
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)

    def close(self) -> None:
        """Let go of the journal."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def get(self, table: str, key: object) -> Any:  # noqa: ANN401 - JSON
        """None when there is no such document."""
        return self.tables.get(table, {}).get(str(key))

    def all(self, table: str) -> dict[str, Any]:
        """A copy of a table, in the order in which its keys first came."""
        return dict(self.tables.get(table, {}))

    def put(self, table: str, key: object, value: object) -> None:
        """Write a document; None takes it away. Only inside ``change``."""
        if not self._depth:
            message = "a document changes inside change() only"
            raise RuntimeError(message)
        self._undo.append((table, str(key), self.get(table, key)))
        self._lines.append([table, str(key), value])
        self._set(table, str(key), value)

    def count(self, name: str, *, start: int = 0) -> int:
        """The next number of a series, the first being ``start + 1``."""
        number = int(self.get("counters", name) or start) + 1
        self.put("counters", name, number)
        return number

    def after(self, call: Callable[[], None]) -> None:
        """Do something once the change is written; never, when it is taken back."""
        self._after.append(call)

    @contextmanager
    def change(self) -> Iterator[None]:
        """All of what is put inside, or, after an exception, nothing.

        May be nested; the outermost writes.
        """
        self._depth += 1
        try:
            yield
        except BaseException:
            self._depth -= 1
            if not self._depth:
                self._take_back()
            raise
        self._depth -= 1
        if not self._depth:
            self._write()

    def keep(self, data: bytes) -> str:
        """Keep a file's bytes; its SHA-256."""
        name = hashlib.sha256(data).hexdigest()
        if self._path is None:
            self._blobs[name] = data
        elif not (target := self._folder / name).exists():
            self._folder.mkdir(exist_ok=True)
            _replace(target, data)
        return name

    def bytes_of(self, name: str) -> bytes:
        """The bytes kept under a SHA-256."""
        return self._blobs[name] if self._path is None else (self._folder / name).read_bytes()

    def dump(self, path: Path) -> None:
        """Everything as one JSON file, written beside and then renamed."""
        names = {doc["sha256"] for doc in self.tables.get("files", {}).values()}
        blobs = {name: base64.b64encode(self.bytes_of(name)).decode() for name in names}
        _replace(path, json.dumps({"tables": self.tables, "blobs": blobs}).encode())

    def load(self, path: Path) -> None:
        """Put what ``dump`` wrote in the place of everything here."""
        data = json.loads(path.read_bytes())
        for blob in data["blobs"].values():
            self.keep(base64.b64decode(blob))
        with self.change():
            for table, rows in self.tables.items():
                for key in list(rows):
                    self.put(table, key, None)
            for table, rows in data["tables"].items():
                for key, value in rows.items():
                    self.put(table, key, value)

    @property
    def _folder(self) -> Path:
        if self._path is None:
            message = "a store in memory has no folder"
            raise RuntimeError(message)
        return self._path.with_name(self._path.name + ".files")

    def _set(self, table: str, key: str, value: object) -> None:
        rows = self.tables.setdefault(table, {})
        if value is None:
            rows.pop(key, None)
        else:
            rows[key] = value

    def _take_back(self) -> None:
        for table, key, value in reversed(self._undo):
            self._set(table, key, value)
        self._forget()

    def _write(self) -> None:
        if self._file >= 0 and self._lines:
            try:
                self._append(_line(self._lines))
            except (OSError, TypeError, ValueError):
                self._take_back()
                raise
        calls = list(self._after)
        self._forget()
        for call in calls:
            call()

    def _append(self, line: bytes) -> None:
        """All of the line or nothing of it, also when the disk is full."""
        end = os.lseek(self._file, 0, os.SEEK_END)
        left = memoryview(line)
        try:
            while left:
                left = left[os.write(self._file, left) :]
        except OSError:
            os.ftruncate(self._file, end)
            raise

    def _forget(self) -> None:
        self._lines, self._undo, self._after = [], [], []

    def _replay(self, path: Path) -> None:
        if not path.exists():
            return
        data = path.read_bytes()
        whole = data[: data.rfind(b"\n") + 1]  # a torn last line was never acknowledged
        lines = whole.splitlines()
        for line in lines:
            for table, key, value in json.loads(line):
                self._set(table, key, value)
        if len(whole) != len(data) or len(lines) > _SLACK + sum(map(len, self.tables.values())):
            rows = [[t, k, v] for t, rows in self.tables.items() for k, v in rows.items()]
            _replace(path, b"".join(_line([row]) for row in rows))


def _line(rows: list[list[Any]]) -> bytes:
    return json.dumps(rows, separators=(",", ":")).encode() + b"\n"


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
