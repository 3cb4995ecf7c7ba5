"""`holdfast run` that counts what it asks of its database, and writes it down when it is told to.

`python -m tests.bench.counting FILE run --config …`: at SIGUSR1 the counts go to FILE, as JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

from bot.cli import main
from storage.threads import Workers

_SAVED: Final = "UPDATE deals"
_KEEPING: Final = ("BEGIN", "COMMIT", "PRAGMA", "SAVEPOINT", "RELEASE", "ROLLBACK")


class Counts:
    """Since the program began."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self._wrote: dict[int, bool] = {}
        event.listen(Engine, "before_cursor_execute", self._statement)
        event.listen(Engine, "commit", self._commit)
        Workers.run = self._hopping(Workers.run)  # type: ignore[method-assign, assignment]

    def _hopping(self, run: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        """The same, and each crossing to another thread is counted."""

        async def hop(workers: Workers, work: Callable[[Connection], Any]) -> Any:
            self.found["hops"] += 1
            return await run(workers, work)

        return hop

    def _statement(self, connection: Connection, _cursor: Any, sql: str, *_: object) -> None:
        if sql.startswith(_KEEPING):
            return
        self.found["statements"] += 1
        self.said[" ".join(sql.split())[:160]] += 1
        if not sql.startswith(("SELECT", "WITH")):
            own = id(connection)
            self._wrote[own] = self._wrote.get(own, False) or sql.startswith(_SAVED)

    def _commit(self, connection: Connection) -> None:
        saved = self._wrote.pop(id(connection), None)
        if saved is not None:
            self.found["transactions"] += 1
            self.found["domain"] += saved

    def write(self, path: Path) -> None:
        """All at once, so that a reader never sees half."""
        waiting = path.with_suffix(".new")
        waiting.write_text(json.dumps({**self.found, "said": self.said}))
        waiting.replace(path)


def run(path: Path, words: list[str]) -> int:
    """The command line, counted."""
    counts = Counts()
    signal.signal(signal.SIGUSR1, lambda *_: counts.write(path))
    return main(words)


if __name__ == "__main__":
    code = run(Path(sys.argv[1]), sys.argv[2:])
    sys.stdout.flush()
    os._exit(code)
