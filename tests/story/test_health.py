"""`/health` of a process that runs: what is wrong is named within the minute, and then it is well.

Nothing in the program knows of these faults: the Bot API has a webhook, somebody else asks for the
updates, another connection holds the database, and the system lets no file grow. The minute lasts
seconds here (tests/story/hurried.py).
"""

from __future__ import annotations

import json
import resource
import sqlite3
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from typing import Any

import pytest

from tests.story.deals import SAM
from tests.story.driver import House, wait_for
from tests.story.test_real_life import listens, set_up

pytestmark = pytest.mark.story

PARTIES, DESK = "7001:parties-playground", "7002:desk-playground"


class Well:
    """A house that serves, and what it says of itself."""

    def __init__(self, house: House, port: int) -> None:
        self.house = house
        self.port = port

    def health(self) -> tuple[int, dict[str, Any]]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health") as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def telegram(self, token: str, method: str, **body: object) -> None:
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"{self.house.url}/bot{token}/{method}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with suppress(urllib.error.HTTPError), urllib.request.urlopen(request) as answer:  # noqa: S310
            answer.read()


@pytest.fixture(scope="module")
def well(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Well]:
    with House(tmp_path_factory.mktemp("house")) as house:
        set_up(house, "--currencies", "EUR", "--play-money")
        port = listens(house)
        words = ("tests.story.hurried", "run")
        house.program.begin(words, r"^Both bots are awake\.$", house.folder)
        yield Well(house, port)


@contextmanager
def webhook(well: Well) -> Iterator[None]:
    well.telegram(PARTIES, "setWebhook", url="https://example.com/hook")
    yield
    well.telegram(PARTIES, "deleteWebhook")


@contextmanager
def rival(well: Well) -> Iterator[None]:
    over = threading.Event()

    def poll() -> None:
        while not over.is_set():
            well.telegram(DESK, "getUpdates", timeout=1)

    thread = threading.Thread(target=poll)
    thread.start()
    yield
    over.set()
    thread.join()


@contextmanager
def locked(well: Well) -> Iterator[None]:
    with closing(sqlite3.connect(well.house.folder / "holdfast.db", isolation_level=None)) as other:
        wait_for("the lock", lambda: _begun(other))
        yield
        other.execute("ROLLBACK")


def _begun(other: sqlite3.Connection) -> bool | None:
    with suppress(sqlite3.OperationalError):
        other.execute("BEGIN EXCLUSIVE")
        return True
    return None


@contextmanager
def full(well: Well) -> Iterator[None]:
    """No file of the process may grow, as on a disk that has no room left."""
    process = well.house.program.process
    assert process is not None
    before = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (1, before[1]))
    yield
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, before)


Fault = Callable[[Well], AbstractContextManager[None]]
FAULTS: list[tuple[Fault, Callable[[dict[str, Any]], bool]]] = [
    (webhook, lambda said: said["bots"]["parties"]["why"] == "webhook"),
    (rival, lambda said: said["bots"]["desk"]["why"] == "rival"),
    (locked, lambda said: not said["database"]),
    (full, lambda said: not said["database"]),
]


@pytest.mark.parametrize(("fault", "named"), FAULTS, ids=[fault.__name__ for fault, _ in FAULTS])
def test_what_is_wrong_is_named_and_it_is_well_again_once_that_is_over(
    well: Well, fault: Fault, named: Callable[[dict[str, Any]], bool]
) -> None:
    def ready() -> bool | None:
        return well.health()[0] == 200 or None

    def says_why() -> bool | None:
        status, said = well.health()
        return (status == 503 and said["live"] and not said["ready"] and named(said)) or None

    wait_for("readiness", ready)
    with fault(well):
        wait_for("the reason", says_why)
    wait_for("readiness again", ready)
    well.house.person(SAM).says("/start").sees("[New deal]")
    assert well.house.program.process is not None
    assert well.house.program.process.poll() is None
