"""Programs that run beside the benchmark: Telegram's stand-in, the bots, and what they cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.bench.road import ARBITER, HEAD, TREASURER

Json = dict[str, Any]
PARTIES, DESK = (
    "7001:AAH-bench-parties-bench-parties-bench-p",
    "7002:AAH-bench-desk-bench-desk-bench-desk-be",
)
GROUP: Final = -1001000000001
PRESSED: Final = 5
"""The message under which every button is."""
QUIET: Final = 0.04
"""Share of a core below which a program counts as having nothing left to do."""
LOOK: Final = 0.4
IDLE_LOOKS: Final = 3
"""A chat gets one message a second: so long nothing may be seen of what it is still owed."""
_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Program:
    """One process of ours."""

    process: subprocess.Popen[bytes]

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far: user and system, all threads, ended children too."""
        parts = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, parts[11:15])) / _TICKS

    @property
    def memory(self) -> float:
        """MB that are its own or its share of what is shared (PSS)."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        line = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        return int(line.split()[1]) / 1024

    def settle(self, seconds: float = 60.0) -> None:
        """Wait until it has nothing left to do, and had nothing for as long as a chat is paced."""
        until, quiet = time.monotonic() + seconds, 0
        while time.monotonic() < until and quiet < IDLE_LOOKS:
            before = self.cpu
            time.sleep(LOOK)
            quiet = quiet + 1 if self.cpu - before <= QUIET * LOOK else 0


@contextmanager
def program(*words: str, log: Path | None = None) -> Iterator[Program]:
    """`python -m WORDS`, killed at the end."""
    with log.open("ab") if log is not None else nullcontext(subprocess.DEVNULL) as out:
        process = subprocess.Popen(
            [sys.executable, "-m", *words], stdout=out, stderr=out, stdin=subprocess.DEVNULL
        )
    try:
        yield Program(process)
    finally:
        process.kill()
        process.wait()


class Telegram:
    """The Bot API that answers at once."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"

    def play(self, token: str, updates: Sequence[Json], a_second: float = 0) -> Json:
        """Hand out these updates; returns when each had its reply. Raises AssertionError."""
        body = json.dumps({"token": token, "updates": updates, "a_second": a_second}).encode()
        request = urllib.request.Request(f"{self.url}/play", data=body)  # noqa: S310 - loopback
        with urllib.request.urlopen(request, timeout=600) as answer:  # noqa: S310 - as above
            found: Json = json.load(answer)
        assert not found["lost"], f"{found['lost']} updates had no reply"
        return found

    def calls(self) -> int:
        """How many it has answered, getUpdates left out."""
        with urllib.request.urlopen(f"{self.url}/calls", timeout=60) as answer:  # noqa: S310 - as above
            return int(json.load(answer))


@contextmanager
def telegram() -> Iterator[Telegram]:
    """In a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.telegram"], stdout=subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        yield Telegram(int(process.stdout.readline()))
    finally:
        process.kill()
        process.communicate()


def write_config(folder: Path, api: str, database: str) -> Path:
    """A configuration for real money by bank transfer, as an operator would have it."""
    path = folder / "config.toml"
    path.write_text(
        f"""
[operator]
currencies = ["EUR"]
[telegram]
api_base = "{api}"
[parties]
token = "{PARTIES}"
[desk]
token = "{DESK}"
chat_id = {GROUP}
arbiters = [{ARBITER}]
head_arbiters = [{HEAD}]
treasurers = [{TREASURER}]
[database]
url = "{database}"
[vault]
path = "{folder / "vault"}"
[rails.manual]
enabled = true
acknowledge_custody = true
accounts = {{ EUR = {{ holder = "Holdfast", iban = "DE89370400440532013000" }} }}
[web]
listen = ""
[logging]
level = "warning"
"""
    )
    return path


def press(number: int, person: int, data: str, name: str = "Carlos") -> Json:
    """A button under a message of the bot's; a person's `name` is the one that we know."""
    chat = {"id": person, "type": "private", "first_name": name}
    user = {"id": person, "is_bot": False, "first_name": name, "language_code": "en"}
    message = {
        "message_id": PRESSED,
        "date": 1_700_000_000,
        "chat": chat,
        "from": {"id": 7001, "is_bot": True, "first_name": "Bench", "username": "bench_bot"},
        "text": "Logo",
    }
    asked = {
        "id": f"{number}",
        "from": user,
        "message": message,
        "chat_instance": "1",
        "data": data,
    }
    return {"update_id": number, "callback_query": asked}


def words(number: int, person: int, text: str) -> Json:
    """What a person wrote."""
    user = {"id": person, "is_bot": False, "first_name": "Carlos", "language_code": "en"}
    message = {
        "message_id": 1,
        "date": 1_700_000_000,
        "chat": {"id": person, "type": "private", "first_name": "Carlos"},
        "from": user,
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
    }
    return {"update_id": number, "message": message}
