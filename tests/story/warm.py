"""`python -m …` as a process of its own, that has not to read its libraries anew.

A start of the program is mostly the reading of its libraries: seconds, which every story and every
power cut would pay. So one server reads them once and each program is a fork of it; nothing of ours
has run in it yet. `test_real_life` and `test_readme` begin it as its user does, cold.
"""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from subprocess import TimeoutExpired

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.story.preread"])


def _run(words: Sequence[str], log: Path, folder: Path, environment: Mapping[str, str]) -> None:
    """What the fork does: becomes `python -m words`, and never comes back."""
    with log.open("ab", buffering=0) as to:
        os.dup2(to.fileno(), 1)
        os.dup2(to.fileno(), 2)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv[1:] = words[1:]
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)


class Warm:
    """A process, as `subprocess.Popen` has it."""

    def __init__(
        self, words: Sequence[str], log: Path, folder: Path, environment: Mapping[str, str]
    ) -> None:
        """Begins at once; what it says goes to the end of `log`."""
        self._words = words
        log.touch()
        self._process = _FORKS.Process(
            target=_run,
            args=(tuple(words), log.absolute(), folder, dict(environment)),
            daemon=True,
        )
        self._process.start()
        assert self._process.pid is not None
        self.pid: int = self._process.pid

    def poll(self) -> int | None:
        """The exit code of one that is over."""
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """To one that runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, once it is over. Raises TimeoutExpired."""
        self._process.join(timeout)
        code = self.poll()
        if code is None:
            assert timeout is not None
            raise TimeoutExpired(list(self._words), timeout)
        return code
