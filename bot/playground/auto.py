"""*Play it for me*: walks a scenario by itself, as people would, through the control API over HTTP.

It sees only what is on the phones and acts only as the page acts: it looks for buttons by the words
on them. What it looks for, and in which order, is data (``scenarios.py``).
"""

import asyncio
import base64
import contextlib
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import aiohttp
from aiohttp import web

from bot.playground.errors import CONFLICT, ControlError, PlaygroundError
from bot.playground.scenarios import SCENARIOS, Scenario, Scene, said, worded

Json = dict[str, Any]
T = TypeVar("T")

_SHOWN_MESSAGES = 4
_ANSWER_SECONDS = 5.0
_CALM_SECONDS = 0.3
_LINK = re.compile(r"https://t\.me/\w+\?start=[\w-]+")
_DEAL = re.compile(r"[^|]+\|([0-9A-Z]{8})(?:\||$)")
"""What stands second in the data of a button that belongs to a deal."""
_MARKS = re.compile(r"[\u200e\u200f\u2066-\u2069]")


class StuckError(PlaygroundError):
    """What was waited for did not come."""


@dataclass
class Phone:
    """One person of the play: who, and where they were last active: chat, topic and message.

    What is older than that is of no use any more: the newest message is the one to act on.
    """

    person: int
    chat: int
    thread: int | None = None
    since: int = 0
    looked: str | None = None
    """How the message that was pressed last looked then; None after words, which do not change."""
    active: bool = False

    def newer(self, messages: list[Json]) -> list[Json]:
        """What is of use: the message that they acted on last, and what came after it."""
        return [message for message in messages if message["message_id"] >= self.since]

    def answered(self, messages: list[Json]) -> bool:
        """Whether anything came, or changed, after what they did last."""
        return not self.active or any(
            message["from"]["id"] != self.person and _look(message) != self.looked
            for message in messages
        )


@dataclass
class Player:
    """Plays one scenario. ``patience`` is how many seconds a step waits for what it needs."""

    http: aiohttp.ClientSession
    language: str
    pace: float
    patience: float = 20.0
    phones: dict[str, Phone] = field(default_factory=dict)
    pressed: set[tuple[str, int, str, str]] = field(default_factory=set)
    deal: str = ""
    """The play's own: other deals may be open beside it, and theirs are not touched."""
    quiet: asyncio.Event = field(default_factory=asyncio.Event)

    async def play(self, scenario: Scenario, told: "Progress") -> None:
        """Act every step; StuckError at the first that can not be done."""
        await self._take_phones()
        listener = asyncio.create_task(self._listen())
        try:
            for number, step in enumerate(scenario.steps, 1):
                told.step, told.who = number, step.who
                told.say = said(step, self.language) or told.say
                await asyncio.sleep(self.pace)
                await self._act(step)
        finally:
            listener.cancel()
            with contextlib.suppress(asyncio.CancelledError, aiohttp.ClientError):
                await listener

    async def find(self, role: str, words: str) -> tuple[Json, int, int]:
        """The newest message on somebody's phone with a button of these words, its row and column.

        In the play's language or in English: a bot that knows somebody keeps to the language that
        they chose. Waits for it; StuckError says what was waited for and what was there instead.
        """
        wanted = worded(words, self.language)

        def look(messages: list[Json]) -> tuple[Json, int, int] | None:
            for message in reversed(messages):
                place = _button(message, wanted, self.deal) or _button(message, words, self.deal)
                if place and self._mark(role, message, words) not in self.pressed:
                    return message, *place
            return None

        return await self._wait(role, look, f"a button “{wanted}”")

    async def press(self, role: str, words: str) -> None:
        """Press the button with these words."""
        message, row, col = await self.find(role, words)
        phone, button = self.phones[role], _rows(message)[row][col]
        self.deal = self.deal or _deal_of(button)
        phone.thread, phone.since = message["thread_id"], message["message_id"]
        phone.looked, phone.active = _look(message), True
        self.pressed.add(self._mark(role, message, words))
        where = {"person": phone.person, "chat": phone.chat, "message_id": message["message_id"]}
        seen = {"row": row, "col": col, "data": button.get("callback_data")}
        await self._post("press", where | seen)

    async def type(self, role: str, text: str) -> None:
        """Type words into the chat, in the topic where the person pressed last."""
        await self._send(role, {"text": worded(text, self.language)})

    async def attach(self, role: str, name: str) -> None:
        """Send a small text file."""
        data = base64.b64encode(f"{name}\n".encode()).decode()
        file = {"name": name, "mime": "text/plain", "kind": "document", "data_b64": data}
        await self._send(role, {"file": file})

    async def follow(self, role: str, source: str) -> None:
        """Follow the newest deep link on another's phone."""

        def look(messages: list[Json]) -> str | None:
            texts = [json.dumps(message) for message in reversed(messages)]
            return next((found[-1] for text in texts if (found := _LINK.findall(text))), None)

        link = await self._wait(source, look, "an invite link")
        phone = self.phones[role]
        sent = await self._post("open", {"person": phone.person, "url": link})
        phone.since, phone.looked, phone.active = sent["message_id"], None, True

    async def read(self, role: str, words: str) -> None:
        """Wait until these words stand in somebody's chat; what is older is of no use then."""
        wanted = [_plain(words), _plain(worded(words, self.language))]

        def look(messages: list[Json]) -> int | None:
            found = [m for m in messages if any(each in _plain(_text(m)) for each in wanted)]
            return found[-1]["message_id"] if found else None

        found = await self._wait(role, look, f"the words “{worded(words, self.language)}”")
        self.phones[role].since = found

    async def clock(self, _role: str, seconds: str) -> None:
        """Move the clock by seconds, or, with ``next``, to the next deadline."""
        move = {"to_next": True} if seconds == "next" else {"advance_seconds": int(seconds)}
        await self._post("clock", move)

    async def _act(self, step: Scene) -> None:
        action = {
            "press": self.press, "type": self.type, "attach": self.attach, "follow": self.follow,
            "read": self.read, "clock": self.clock,
        }[step.do]  # fmt: skip
        if step.do in {"press", "type", "attach"}:
            await self._read_first(self.phones[step.who])
        await action(step.who, step.what)

    async def _send(self, role: str, what: Json) -> None:
        phone = self.phones[role]
        where = {"person": phone.person, "chat": phone.chat, "thread_id": phone.thread}
        phone.since = (await self._post("send", where | what))["message_id"]
        phone.looked, phone.active = None, True

    async def _take_phones(self) -> None:
        state = await self._get("state")
        bot = state["bots"][0]["id"]
        groups = [chat["id"] for chat in state["chats"] if chat["type"] == "supergroup"]
        counts: dict[str, int] = {}
        for person in state["people"]:
            counts[person["role"]] = number = counts.get(person["role"], 0) + 1
            role = person["role"] if number == 1 else f"{person['role']}{number}"
            chat = groups[0] if groups and person["role"] == "arbiter" else bot
            self.phones[role] = phone = Phone(person["id"], chat)
            last = (await self._chat(phone))["messages"][-1:]
            phone.since = last[0]["message_id"] + 1 if last else 0
        languages = {str(phone.person): self.language for phone in self.phones.values()}
        await self._post("settings", {"language": languages})

    async def _read_first(self, phone: Phone) -> None:
        """Nobody goes on before the bot has answered, and the chat is calm.

        Words would fit no question, and a button would be gone under the finger.
        """
        until, before = time.monotonic() + _ANSWER_SECONDS, ""
        while time.monotonic() < until:
            messages = (await self._chat(phone))["messages"]
            now = json.dumps(messages[-_SHOWN_MESSAGES:])
            if now == before and phone.answered(phone.newer(messages)):
                return
            before = now
            await asyncio.sleep(_CALM_SECONDS)

    async def _wait(self, role: str, look: Callable[[list[Json]], T | None], what: str) -> T:
        until, phone = time.monotonic() + self.patience, self.phones[role]
        while True:
            self.quiet.clear()
            messages = (await self._chat(phone))["messages"]
            if (found := look(phone.newer(messages))) is not None:
                return found
            left = until - time.monotonic()
            if left <= 0:
                raise StuckError(_stuck(role, what, self.patience, messages))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.quiet.wait(), left)

    async def _listen(self) -> None:
        """Look again whenever anything happens."""
        timeout = aiohttp.ClientTimeout(total=None)
        async with self.http.get("/play/stream", timeout=timeout) as stream:
            async for line in stream.content:
                if line.startswith(b"data:"):
                    self.quiet.set()

    def _mark(self, role: str, message: Json, words: str) -> tuple[str, int, str, str]:
        """What was pressed, as it looked then: the same again means that no answer has come yet."""
        return role, message["message_id"], words, _look(message)

    async def _chat(self, phone: Phone) -> Json:
        state = await self._get(f"state?person={phone.person}")
        return next(chat for chat in state["chats"] if chat["id"] == phone.chat)

    async def _get(self, path: str) -> Json:
        async with self.http.get(f"/play/{path}") as response:
            return _checked(response, await response.json())

    async def _post(self, path: str, body: Json) -> Json:
        async with self.http.post(f"/play/{path}", json=body) as response:
            return _checked(response, await response.json())


@dataclass
class Progress:
    """How far a play is, for the page."""

    running: bool = False
    step: int = 0
    of: int = 0
    who: str = ""
    """The role whose step it is."""
    say: str = ""
    error: str | None = None


class Auto:
    """One play at a time."""

    def __init__(self) -> None:
        """Begin idle."""
        self.told = Progress()
        self._task: asyncio.Task[None] | None = None

    def routes(self) -> list[web.RouteDef]:
        """Start or stop one, and ask how far it is."""
        return [web.post("/play/auto", self.start), web.get("/play/auto", self.progress)]

    async def start(self, request: web.Request) -> web.Response:
        """Start a scenario in the background, or stop the one that runs."""
        asked = await request.json()
        if asked.get("stop"):
            await self.stop()
            return await self.progress(request)
        scenario = SCENARIOS.get(asked.get("scenario", ""))
        if scenario is None:
            raise ControlError(400, f"the scenarios are {', '.join(SCENARIOS)}")
        if self.told.running:
            raise ControlError(CONFLICT, "a play is already running")
        self.told = Progress(running=True, of=len(scenario.steps))
        pace = float(asked.get("pace_ms", 1000)) / 1000
        play = self._play(str(request.url.origin()), scenario, asked.get("language", "en"), pace)
        self._task = asyncio.create_task(play)
        return await self.progress(request)

    async def progress(self, _request: web.Request) -> web.Response:
        """How far it is."""
        return web.json_response(vars(self.told))

    async def stop(self, _app: web.Application | None = None) -> None:
        """End the play that runs."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _play(self, url: str, scenario: Scenario, language: str, pace: float) -> None:
        told = self.told
        try:
            async with aiohttp.ClientSession(url) as http:
                await Player(http, language, pace).play(scenario, told)
        except (PlaygroundError, aiohttp.ClientError) as error:
            told.error = f"step {told.step} of {told.of}: {error}"
        finally:
            told.running = False


def _checked(response: aiohttp.ClientResponse, answer: Json) -> Json:
    if "error" in answer:
        raise StuckError(f"{response.url.path} refused: {answer['error']}")
    return answer


def _stuck(role: str, what: str, seconds: float, messages: list[Json]) -> str:
    last = [
        f"[{m['message_id']}] {_text(m)!r} {[b['text'] for row in _rows(m) for b in row]}"
        for m in messages[-_SHOWN_MESSAGES:]
    ]
    return f"waited {seconds:g} s for {what} on the {role}'s phone; last there: " + " / ".join(last)


def _deal_of(button: Json) -> str:
    found = _DEAL.match(button.get("callback_data", ""))
    return found[1] if found else ""


def _button(message: Json, words: str, deal: str) -> tuple[int, int] | None:
    """Row and column: a button that says exactly this, else one that begins so.

    None of another deal than `deal`, once that is known.
    """
    wanted = _plain(words)
    for fits in (str.__eq__, str.startswith):
        for row, line in enumerate(_rows(message)):
            for col, button in enumerate(line):
                own = not deal or _deal_of(button) in ("", deal)
                if own and fits(_plain(button["text"]), wanted):
                    return row, col
    return None


def _look(message: Json) -> str:
    return json.dumps([message["html"], _rows(message)])


def _rows(message: Json) -> list[list[Json]]:
    markup: Json = message.get("reply_markup") or {}
    rows: list[list[Json]] = markup.get("inline_keyboard", [])
    return rows


def _text(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def _plain(text: str) -> str:
    """Without direction marks, case, and what stands before the words: pictures, a number."""
    bare = " ".join(_MARKS.sub("", text).casefold().split())
    return re.sub(r"^(?:\d+\.\s|\W)+", "", bare) or bare
