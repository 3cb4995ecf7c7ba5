"""People with phones, and the program as a process: a story test says who presses what.

    with Playground(folder) as house:
        bina = house.person(1001)
        bina.says("/start").presses("New deal").presses("I'm the freelancer")

Buttons are found by their words, on the newest message that has them. Waiting is for what is seen
on a phone, never for a time.
"""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any, Self, TypeVar

import pytest

from tests.story.warm import Warm

T = TypeVar("T")
Json = dict[str, Any]

ROOT = Path(__file__).parents[2]
PARTIES = 7001
DESK = 7002
GROUP = -1001000000001
PATIENCE = 90.0
"""Seconds after which what was waited for is taken to never come: the machine may be busy."""
STARTING = 90.0
ON_SQLITE = pytest.mark.parametrize("environment", ["sqlite"], indirect=True)
"""Of stories that differ in what people do: both databases are walked by whole deals and kills."""
_LINK = re.compile(r"https://t\.me/holdfast_bot\?start=[A-Za-z0-9_-]+")


class RefusedError(AssertionError):
    """The playground would not do what a person tried."""


class NeverCameError(AssertionError):
    """What was waited for."""

    def __init__(self, what: str, screen: str = "") -> None:
        super().__init__(f"{what}; on the screen:\n{screen}" if screen else what)


def wait_for(what: str, look: Callable[[], T | None], seconds: float = PATIENCE) -> T:
    """Look until there is something."""
    until = time.monotonic() + seconds
    while True:
        found = look()
        if found is not None:
            return found
        if time.monotonic() > until:
            raise NeverCameError(what)
        time.sleep(0.03)


class Stage:
    """A Telegram of our own, whoever runs it."""

    url = ""

    # the control API

    def ask(self, path: str, body: Json | None = None) -> Json:
        """One call. Raises RefusedError with the playground's words."""
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"{self.url}/play/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                found: Json = json.load(answer)
                return found
        except urllib.error.HTTPError as error:
            raise RefusedError(error.read().decode()) from None

    def person(self, number: int, chat: int = PARTIES) -> Phone:
        """Somebody's phone, open at one chat."""
        return Phone(self, number, chat)

    def events(self) -> list[str]:
        """The kinds of all events of deals, in order."""
        raise NotImplementedError

    def awaits(self, kind: str, times: int = 1, seconds: float = PATIENCE) -> None:
        """Until the journal has this event so often."""

        def look() -> bool | None:
            return self.events().count(kind) >= times or None

        wait_for(f"{kind} in the journal", look, seconds)


def started(
    words: Sequence[str], log: Path, folder: Path, environment: dict[str, str]
) -> subprocess.Popen[bytes]:
    """`python -m words`; what it says goes to the end of `log`."""
    with log.open("ab") as to:
        return subprocess.Popen(
            [sys.executable, "-m", *words], stdout=to, stderr=to, cwd=folder, env=environment
        )


class Program:
    """One process of ours, and what it writes."""

    def __init__(
        self, log: Path, environment: dict[str, str] | None = None, *, cold: bool = False
    ) -> None:
        self.log = log
        self.environment = environment or {}
        self.cold = cold
        """As its user starts it, which takes seconds longer."""
        self.process: Warm | subprocess.Popen[bytes] | None = None

    def begin(self, words: Sequence[str], ready: str, cwd: Path | None = None) -> re.Match[str]:
        """Start it, and wait until a line matches `ready`."""
        begun = self.log.stat().st_size if self.log.exists() else 0
        environment = os.environ | {"PYTHONPATH": str(ROOT)} | self.environment
        begin = started if self.cold else Warm
        self.process = begin(words, self.log, cwd or Path.cwd(), environment)

        def look() -> re.Match[str] | None:
            assert self.process is not None
            said = self.log.read_bytes()[begun:].decode(errors="replace")
            if self.process.poll() is not None:
                started = "its start"
                raise NeverCameError(started, said[-2000:])
            return re.search(ready, said, re.MULTILINE | re.DOTALL)

        return wait_for(ready, look, STARTING)

    def kill(self) -> None:
        """As a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def stop(self) -> tuple[int, float]:
        """Politely; returns the exit code and the seconds that it took."""
        assert self.process is not None
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=15)
        self.process = None
        return code, time.monotonic() - begun


class Playground(Stage):
    """`holdfast playground` as its user starts it, on a free port."""

    def __init__(
        self, folder: Path, *, environment: dict[str, str] | None = None, cold: bool = False
    ) -> None:
        self.folder = folder
        self.program = Program(folder.with_suffix(".log"), environment, cold=cold)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.program.process is not None:
            self.kill()

    def start(self, port: int = 0) -> None:
        """Until both bots are awake; on a free port, or on the one that a page is open at."""
        at = ("--port", str(port), "--data", str(self.folder))
        words = ("bot", "playground", "--no-browser", *at)
        found = self.program.begin(words, r"^Open (\S+)$.*^Both bots are awake\.$")
        self.url = found[1]

    def kill(self) -> None:
        self.program.kill()

    def stop(self) -> tuple[int, float]:
        return self.program.stop()

    def holdfast(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Another command of the program, on the playground's data."""
        environment = self.program.environment
        url = environment.get(
            "HOLDFAST_DATABASE__URL", f"sqlite+aiosqlite:///{self.folder / 'holdfast.db'}"
        )
        own = {"HOLDFAST_DATABASE__URL": url, "HOLDFAST_VAULT__PATH": str(self.folder / "vault")}
        return command(words, self.folder, environment | own)

    def forward(self, seconds: float | None = None) -> None:
        """Move the rules' clock: by so much, or to the next deadline."""
        self.ask("clock", {"to_next": True} if seconds is None else {"advance_seconds": seconds})

    def happened(self) -> list[Json]:
        """Everything in the journal."""
        after = 0
        items: list[Json] = []
        while True:
            page = self.ask(f"inspect?after={after}")
            if not page["items"]:
                return items
            items += page["items"]
            after = page["upto"]

    def events(self) -> list[str]:
        return [event["kind"] for item in self.happened() for event in item["events"]]


class House(Stage):
    """`holdfast run` in a folder with a config.toml, on a Telegram that is another process."""

    def __init__(self, folder: Path, *, telegram: str = "bot.playground") -> None:
        self.folder = folder
        self._served_by = (telegram, "--port", "0")
        self.telegram = Program(folder / "telegram.log")
        self.program = Program(folder / "run.log", cold=True)

    def __enter__(self) -> Self:
        found = self.telegram.begin(self._served_by, r"page: (\S+)$")
        self.url = found[1]
        return self

    def __exit__(self, *_: object) -> None:
        for program in (self.program, self.telegram):
            if program.process is not None:
                program.kill()

    def start(self) -> None:
        self.program.begin(("bot", "run"), r"^Both bots are awake\.$", self.folder)

    def kill(self) -> None:
        self.program.kill()

    def holdfast(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command in the folder."""
        return command(words, self.folder, {})

    def events(self) -> list[str]:
        # From the file itself: a command a look would take most of the test's time.
        with closing(sqlite3.connect(self.folder / "holdfast.db")) as database:
            return [kind for (kind,) in database.execute("SELECT kind FROM events ORDER BY id")]


def command(
    words: Sequence[str], folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """`holdfast …`, to its end."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )


class Phone:
    """One person in one chat. Methods return the phone, so that they can be strung together."""

    def __init__(self, house: Stage, person: int, chat: int, thread: int | None = None) -> None:
        self.house = house
        self.person = person
        self.chat = chat
        self.thread = thread

    def at(self, thread: int | None) -> Phone:
        """The same phone in a topic."""
        return Phone(self.house, self.person, self.chat, thread)

    # what is on the screen

    def _chat(self) -> Json:
        state = self.house.ask(f"state?person={self.person}")
        return next(chat for chat in state["chats"] if chat["id"] == self.chat)

    def messages(self) -> list[Json]:
        """Oldest first; in a topic, only its own."""
        found: list[Json] = self._chat()["messages"]
        if self.thread is None:
            return found
        return [m for m in found if m.get("thread_id") == self.thread]

    def topics(self) -> list[Json]:
        found: list[Json] = self._chat()["topics"]
        return found

    @property
    def screen(self) -> str:
        """Everything that can be read, for asserting and for messages of failed tests."""
        return "\n".join(map(shown, self.messages()[-12:]))

    def labels(self) -> list[str]:
        """Every button on the screen."""
        return [button["text"] for message in self.messages() for button in buttons(message)]

    def last_text(self) -> str:
        return str(self.messages()[-1].get("text", ""))

    def sees(self, *words: str, seconds: float = PATIENCE) -> Self:
        """Until all of it stands in one message."""

        def look() -> bool | None:
            return any(all(w in shown(m) for w in words) for m in self.messages()) or None

        try:
            wait_for(" and ".join(words), look, seconds)
        except NeverCameError as error:
            raise NeverCameError(str(error), self.screen) from None
        return self

    def link(self) -> str:
        """The newest invite's link."""

        def look() -> str | None:
            for message in reversed(self.messages()):
                found = _LINK.search(json.dumps(message))
                if found:
                    return found[0]
            return None

        return wait_for("an invite's link", look)

    # what the person does

    def says(self, text: str, *, reply_to: int | None = None) -> Self:
        return self._send({"text": text, "reply_to": reply_to})

    def sends(self, name: str, content: bytes = b"content", caption: str = "") -> Self:
        file = {
            "name": name,
            "mime": "application/octet-stream",
            "data_b64": base64.b64encode(content).decode(),
            "kind": "document",
        }
        return self._send({"file": file, "text": caption})

    def opens(self, link: str) -> Self:
        """Taps a link to the bot."""
        self.house.ask("open", {"person": self.person, "url": link})
        return self

    def _send(self, what: Json) -> Self:
        body = {"person": self.person, "chat": self.chat, "thread_id": self.thread} | what
        before = self._newest()
        self.house.ask("send", {key: value for key, value in body.items() if value is not None})
        self._answered(before)
        return self

    def presses(self, label: str, *, answered: str | None = None, whole: bool = False) -> Self:
        """The newest button with these words, and no others if `whole`.

        With `answered`, its answer has to say that.

        What goes out is the data that was seen, as from a phone, whatever the message says by now.
        """
        message, data = self._find(label, whole=whole)
        answer = self.house.ask(
            "press",
            {"person": self.person, "chat": self.chat, "message_id": message, "data": data},
        )
        if answered is not None:
            said = (answer.get("answer") or {}).get("text") or ""
            assert answered in said, f"{label!r} was answered {said!r}"
        return self

    def can(self, label: str) -> bool:
        """Whether the button is there right now."""
        return any(label in text for text in self.labels())

    def _find(self, label: str, *, whole: bool = False) -> tuple[int, str]:
        def look() -> tuple[int, str] | None:
            for message in reversed(self.messages()):
                for button in buttons(message):
                    fits = label == button["text"] if whole else label in button["text"]
                    if fits and "callback_data" in button:
                        return message["message_id"], button["callback_data"]
            return None

        try:
            return wait_for(f"the button {label!r}", look)
        except NeverCameError as error:
            raise NeverCameError(str(error), self.screen) from None

    def _newest(self) -> int:
        return max((m["message_id"] for m in self.messages()), default=0)

    def _answered(self, before: int) -> None:
        """Until the bot has said something after what was sent: people wait for an answer too."""
        if self.chat == GROUP:
            return
        mine = 1

        def look() -> bool | None:
            return self._newest() > before + mine or None

        wait_for(f"an answer to {self.person}", look)


def buttons(message: Json) -> Iterator[Json]:
    """The buttons of a message's inline keyboard."""
    markup = message.get("reply_markup") or {}
    return chain.from_iterable(markup.get("inline_keyboard") or [])


def shown(message: Json) -> str:
    """A message as a person reads it."""
    labels = " ".join(f"[{button['text']}]" for button in buttons(message))
    files = " ".join(f"<{file['name']}>" for file in message.get("files") or [])
    return " ".join(
        part for part in (message.get("text"), message.get("caption"), files, labels) if part
    )
