"""A program whose questions somebody answers at a terminal."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.story.driver import ROOT

PATIENCE = 60
"""Seconds that its next word, and its end, may take."""
AGAIN = 5
"""Seconds after which a person presses once more."""


class Keyboard:
    """`holdfast …` on a terminal of its own; what it says is kept in `said`."""

    def __init__(self, words: Sequence[str], folder: Path) -> None:
        self._ours, theirs = os.openpty()
        self._program = subprocess.Popen(
            [sys.executable, "-m", "bot", *words],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        os.close(theirs)
        self.said = ""
        self._heard = 0
        """How much of it was waited for."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._program.kill()
        self._program.communicate()
        os.close(self._ours)

    def asks(self, words: str) -> Self:
        """Until it says this, after what was waited for before."""
        assert self._program.stdout is not None
        said = self._program.stdout.fileno()
        while (found := self.said.find(words, self._heard)) < 0:
            ready, _, _ = select.select([said], [], [], PATIENCE)
            more = os.read(said, 4096) if ready else b""
            assert more, f"{words!r} did not come: {self.said}"
            self.said += more.decode()
        self._heard = found + len(words)
        return self

    def types(self, words: str) -> Self:
        os.write(self._ours, f"{words}\n".encode())
        return self

    def interrupts(self) -> int:
        """Press Ctrl+C, and again if nothing comes of it; its exit code.

        Python passes over a signal between the last letter of a question and its wait for a key.
        """
        for _ in range(PATIENCE // AGAIN):
            self._program.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                return self.ends(AGAIN)
        return self.ends()

    def ends(self, seconds: float = PATIENCE) -> int:
        """Its exit code."""
        rest, _ = self._program.communicate(timeout=seconds)
        self.said += rest.decode()
        return self._program.returncode
