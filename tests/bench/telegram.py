"""A Bot API that does next to nothing, in its own process: the bots are what is measured.

`python -m tests.bench.telegram` prints its port. Every call is answered at once, getUpdates as
Telegram does. `POST /play` with {"token", "updates", "a_second"} hands these updates out, all at
once or so many a second, and answers when each had its reply, the first message sent or edited in
its person's chat: {"seconds": from the first update to the last reply, "waits": one an update}.
`GET /calls` says how many calls there were, getUpdates left out.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable
from typing import Any, Final

Json = dict[str, Any]
Answer = Callable[[bytes], None]
MOST: Final = 100
"""Updates in one answer of getUpdates."""
PATIENCE: Final = 40.0
"""Seconds after which a reply is taken to never come."""
_CHAT: Final = re.compile(rb"(?:^|&)chat_id=(-?\d+)")
_NUMBER: Final = re.compile(rb"(?:^|&)(offset|timeout)=(\d+)")
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_SHOWN: Final = frozenset({"sendMessage", "editMessageText", "sendPhoto", "sendDocument"})
_USER: Final = {"id": 7001, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


def _ok(result: object) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()


_TRUE: Final = _ok(result=True)


class Mailbox:
    """What one bot has not fetched yet."""

    def __init__(self) -> None:
        self.updates: list[Json] = []
        self._asking: tuple[Answer, asyncio.TimerHandle] | None = None

    def add(self, updates: list[Json]) -> None:
        """They are there now."""
        self.updates += updates
        if self._asking is not None:
            answer, timer = self._asking
            timer.cancel()
            self._asking = None
            answer(_ok(self.updates[:MOST]))

    def ask(self, offset: int, seconds: int, answer: Answer) -> None:
        """getUpdates: what is before `offset` has arrived and is forgotten."""
        self.updates = [update for update in self.updates if update["update_id"] >= offset]
        if self.updates or not seconds:
            answer(_ok(self.updates[:MOST]))
            return
        timer = asyncio.get_running_loop().call_later(seconds, self._nothing)
        self._asking = (answer, timer)

    def _nothing(self) -> None:
        if self._asking is not None:
            answer, _ = self._asking
            self._asking = None
            answer(_ok([]))


class Play:
    """One run of updates, until each had its reply."""

    def __init__(self, mailbox: Mailbox, asked: Json, answer: Answer) -> None:
        self._answer = answer
        self._begun: dict[int, float] = {}
        self._waits: list[float] = []
        self._loop = asyncio.get_running_loop()
        self._first = self._loop.time()
        updates, pace = asked["updates"], asked["a_second"]
        self._count = len(updates)
        self._timeout = self._loop.call_later(PATIENCE + self._count / (pace or 1e9), self._end)
        if not pace:
            self._hand_out(mailbox, updates)
        for place, update in enumerate(updates if pace else ()):
            self._loop.call_later(place / pace, self._hand_out, mailbox, [update])

    def _hand_out(self, mailbox: Mailbox, updates: list[Json]) -> None:
        now = self._loop.time()
        self._begun |= {person_of(update): now for update in updates}
        mailbox.add(updates)

    def replied(self, chat: int) -> None:
        """A message was sent or edited in this chat."""
        begun = self._begun.pop(chat, None)
        if begun is not None:
            self._waits.append(self._loop.time() - begun)
            if len(self._waits) == self._count:
                self._end()

    def _end(self) -> None:
        self._timeout.cancel()
        seconds = self._loop.time() - self._first
        lost = self._count - len(self._waits)
        found = {"seconds": seconds, "waits": self._waits, "lost": lost}
        self._answer(json.dumps(found).encode())


def person_of(update: Json) -> int:
    """Whose update it is, which is also the private chat."""
    body = update.get("callback_query") or update["message"]
    return int(body["from"]["id"])


class Telegram:
    """Every bot's calls."""

    def __init__(self) -> None:
        self._mail: dict[str, Mailbox] = defaultdict(Mailbox)
        self._plays: dict[str, Play] = {}
        self._messages = 1_000_000
        self._calls = 0
        """All but getUpdates."""

    def handle(self, path: str, body: bytes, answer: Answer) -> None:
        """One request."""
        if path == "/play":
            asked = json.loads(body)
            self._plays[asked["token"]] = Play(self._mail[asked["token"]], asked, answer)
            return
        if path == "/calls":
            answer(json.dumps(self._calls).encode())
            return
        _, bot, method = path.partition("?")[0].split("/")
        token = bot.removeprefix("bot")
        self._calls += method != "getUpdates"
        if method == "getUpdates":
            numbers = {name: int(value) for name, value in _NUMBER.findall(body)}
            self._mail[token].ask(numbers.get(b"offset", 0), numbers.get(b"timeout", 0), answer)
        elif method in _SHOWN:
            answer(self._message(token, body))
        else:
            answer(_ok(_USER | {"id": int(token.split(":")[0])}) if method == "getMe" else _TRUE)

    def _message(self, token: str, body: bytes) -> bytes:
        found = _CHAT.search(body)
        chat = int(found[1]) if found else 0
        if token in self._plays:
            self._plays[token].replied(chat)
        self._messages += 1
        kind = {"type": "private", "first_name": "P"} if chat > 0 else {"type": "supergroup"}
        return _ok(
            {
                "message_id": self._messages,
                "date": 1_700_000_000,
                "chat": {"id": chat, "title": "G"} | kind,
                "from": _USER,
                "text": ".",
            }
        )


class Connection(asyncio.Protocol):
    """HTTP/1.1 with bodies of known length, one request at a time."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._come = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._come += data
        while (end := self._come.find(b"\r\n\r\n")) >= 0:
            found = _LENGTH.search(self._come, 0, end)
            whole = end + 4 + (int(found[1]) if found else 0)
            if len(self._come) < whole:
                return
            head, body = self._come[:end], self._come[end + 4 : whole]
            self._come = self._come[whole:]
            path = head.split(b" ", 2)[1].decode()
            self._telegram.handle(path, body, self._answer)

    def _answer(self, body: bytes) -> None:
        assert self._transport is not None
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        self._transport.write(head.encode() + b"\r\n\r\n" + body)


async def serve() -> None:
    """Until killed."""
    telegram = Telegram()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(telegram), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
