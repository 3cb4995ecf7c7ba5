"""An event loop whose time passes only when nothing else is left to do: hours in milliseconds.

@virtual
async def test_…(): await asyncio.sleep(3600)
"""

import asyncio
import inspect
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec

P = ParamSpec("P")
START = 1_000.0
STUCK = 10.0


class _Selector(selectors.DefaultSelector):
    """Instead of waiting, moves the time on."""

    def __init__(self) -> None:
        super().__init__()
        self.time = START

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready:
            return ready
        if timeout is None:
            # Nothing is planned: another thread may still have something for us, or all is stuck.
            ready = super().select(STUCK)
            assert ready, "everything waits for something that never comes"
            return ready
        self.time += timeout
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """For `asyncio.Runner`."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    def time(self) -> float:
        return self._virtual.time


def run(work: Coroutine[Any, Any, None]) -> None:
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(work)


def virtual(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """A test in virtual time."""

    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        run(test(*args, **kwargs))

    # Without `__wrapped__`, from which pytest-asyncio would take the coroutine for its own.
    wrapped.__name__ = test.__name__
    vars(wrapped)["__signature__"] = inspect.signature(test)
    return wrapped


def now() -> float:
    return asyncio.get_running_loop().time() - START
