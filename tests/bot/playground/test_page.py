"""What the page is told: state, stream, clock, inspection, the play."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.playground import Running, World, start
from bot.playground import notes as notes_of_the_world
from bot.playground.auto import Player, Progress, StuckError
from bot.playground.cast import DEFAULT_CAST
from bot.playground.scenarios import Scenario, Scene

from .tools import GROUP, PARTIES, Api, Play, file, keyboard

PARTIES_TOKEN = DEFAULT_CAST.bots[0].token


@asynccontextmanager
async def _listening(
    http: aiohttp.ClientSession, **headers: str
) -> AsyncIterator[asyncio.Queue[tuple[int, dict[str, Any]]]]:
    """The stream's events, as they come; the stream is open when this is entered."""
    found: asyncio.Queue[tuple[int, dict[str, Any]]] = asyncio.Queue()

    async def read(stream: aiohttp.ClientResponse) -> None:
        number = 0
        async for line in stream.content:
            if line.startswith(b"id:"):
                number = int(line[3:])
            if line.startswith(b"data:"):
                await found.put((number, json.loads(line[5:])))

    async with http.get("/play/stream", headers=headers) as stream:
        assert stream.content_type == "text/event-stream"
        assert (await stream.content.readline()).startswith(b":")
        reader = asyncio.create_task(read(stream))
        try:
            yield found
        finally:
            reader.cancel()


async def _next(found: asyncio.Queue[tuple[int, dict[str, Any]]]) -> dict[str, Any]:
    return (await asyncio.wait_for(found.get(), 5))[1]


async def test_the_stream_tells_what_happens(
    http: aiohttp.ClientSession, api: Api, desk_api: Api, play: Play, bina: int
) -> None:
    async with _listening(http) as found:
        await play.send(bina, 7001, "two")
        said = await _next(found)
        assert (said["type"], said["chat"], said["person"]) == ("message", 7001, bina)
        assert said["message"]["text"] == "two"
        sent = await api.ok("sendMessage", chat_id=bina, text="x", reply_markup=keyboard("Go"))
        where = {"chat_id": bina, "message_id": sent["message_id"]}
        await api.ok("editMessageReplyMarkup", **where)
        await api.ok("editMessageText", **where, text="y")
        await api.ok("deleteMessage", **where)
        kinds = [(await _next(found))["type"] for _ in range(4)]
        assert kinds == ["message", "markup", "edited", "deleted"]
        await desk_api.ok("createForumTopic", chat_id=GROUP, name="one")
        kinds = [(await _next(found))["type"] for _ in range(2)]
        assert kinds == ["message", "topic"]
        await play.post("block", person=bina, bot=7001, blocked=True)
        assert (await _next(found))["type"] == "blocked"


async def test_an_answer_to_a_press_is_told_even_when_it_is_late(
    http: aiohttp.ClientSession, api: Api, play: Play, bina: int
) -> None:
    sent = await api.ok("sendMessage", chat_id=bina, text="x", reply_markup=keyboard("Go"))
    where = {"person": bina, "chat": 7001, "message_id": sent["message_id"]}
    pressed = await play.post("press", **where, row=0, col=0, wait=0)
    async with _listening(http) as found:
        await api.ok("answerCallbackQuery", callback_query_id=pressed["query_id"], text="late")
        event = await _next(found)
        assert event["type"] == "answer"
        assert event["answer"] == {"text": "late", "show_alert": False}
        assert (event["person"], event["message_id"]) == (bina, sent["message_id"])


async def test_a_stream_resumes_where_it_ended(
    http: aiohttp.ClientSession, play: Play, bina: int
) -> None:
    async with _listening(http) as found:
        await play.send(bina, 7001, "seen")
        number, _ = await asyncio.wait_for(found.get(), 5)
    await play.send(bina, 7001, "missed")
    async with _listening(http, **{"Last-Event-ID": str(number)}) as found:
        assert (await _next(found))["message"]["text"] == "missed"
    async with _listening(http, **{"Last-Event-ID": "7"}) as found:
        assert (await _next(found))["type"] == "resync"


async def test_the_state_is_one_persons_phone(play: Play, api: Api, bina: int) -> None:
    await api.ok("setMyCommands", commands=[{"command": "new", "description": "New deal"}])
    await api.ok(
        "setMyCommands",
        commands=[{"command": "new", "description": "معامله"}],
        language_code="fa",
        scope={"type": "all_private_chats"},
    )
    await api.ok("setMyShortDescription", short_description="Short")
    state = await play.state(bina)
    assert [chat["id"] for chat in state["chats"]] == [7001, 7002]
    assert [chat["id"] for chat in (await play.state(1003))["chats"]] == [7001, 7002, GROUP]
    assert state["commands"]["7001"][""][0]["description"] == "New deal"
    assert state["commands"]["7001"]["fa"][0]["description"] == "معامله"
    assert state["descriptions"]["7001"][""]["short_description"] == "Short"
    assert state["next_deadline"] is None
    assert datetime.fromisoformat(state["now"]).tzinfo


async def test_the_language_of_a_person_reaches_the_bot(play: Play, api: Api, bina: int) -> None:
    await play.post("settings", language={"1001": "fa"})
    await play.send(bina, 7001, "x")
    assert (await api.updates())[-1]["message"]["from"]["language_code"] == "fa"


async def test_long_words_are_sent_as_a_phone_sends_them(play: Play, api: Api, bina: int) -> None:
    await play.send(bina, 7001, "😀" * 2049)
    assert [len(u["message"]["text"]) for u in (await api.updates())[1:]] == [2048, 1]


async def test_a_place_and_a_contact_can_be_sent(play: Play, api: Api, bina: int) -> None:
    await play.send(bina, 7001, location={"latitude": 40.4, "longitude": -3.7})
    await play.send(bina, 7001, contact={"phone_number": "+34600", "first_name": "Bina"})
    place, contact = (update["message"] for update in (await api.updates())[1:])
    assert place["location"]["latitude"] == 40.4
    assert contact["contact"]["phone_number"] == "+34600"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("send", {"person": 9, "chat": 7001, "text": "x"}, 404),
        ("send", {"person": 1001, "chat": 9, "text": "x"}, 404),
        ("send", {"person": 1001, "chat": GROUP, "text": "x"}, 403),
        ("send", {"person": 1001, "chat": 7001}, 400),
        ("send", {"person": 1001}, 400),
        ("send", {"person": 1001, "chat": 7001, "file": file("x", b"x", "scroll")}, 400),
        ("send", {"person": 1001, "chat": 7001, "text": "x", "reply_to": 9}, 404),
        ("press", {"person": 1001, "chat": 7001, "message_id": 9, "row": 0, "col": 0}, 404),
        ("inline", {"person": 1001, "bot": 9, "query": ""}, 404),
        ("clock", {"advance_seconds": 60}, 409),
        ("auto", {"scenario": "opera"}, 400),
    ],
)
async def test_what_can_not_be_done_is_said_with_a_status(
    play: Play, path: str, body: dict[str, Any], status: int
) -> None:
    assert (await play.post(path, status, **body))["error"]


class Rules:
    """What the wiring injects: a clock with one deadline, and something to inspect."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 1, 12, tzinfo=UTC)
        self.deadline = self.now + timedelta(days=3)

    async def set_clock(self, to: datetime | None) -> tuple[datetime, datetime | None]:
        self.now = to or self.deadline
        return await self.clock()

    async def clock(self) -> tuple[datetime, datetime | None]:
        return self.now, self.deadline if self.deadline > self.now else None

    async def inspect(self, after: int) -> dict[str, Any]:
        return {"upto": after + 1, "items": []}


@pytest.fixture
async def wired() -> AsyncIterator[Running]:
    rules = Rules()
    running = await start(
        World(), port=0, set_clock=rules.set_clock, clock=rules.clock, inspect=rules.inspect
    )
    yield running
    await running.close()


async def test_the_clock_is_the_wirings(wired: Running) -> None:
    async with aiohttp.ClientSession(wired.url) as http, _listening(http) as found:
        play = Play(http)
        moved = await play.post("clock", advance_seconds=3600)
        assert moved == {
            "now": "2026-05-01T13:00:00+00:00",
            "next": "2026-05-04T12:00:00+00:00",
        }
        assert await _next(found) == {"type": "clock", **moved}
        assert (await play.post("clock", to_next=True))["next"] is None
        assert (await play.state(1001))["now"] == "2026-05-04T12:00:00+00:00"
        async with http.get("/play/inspect", params={"after": 4}) as response:
            assert (await response.json())["upto"] == 5


async def test_messages_show_the_date_of_the_rules_clock() -> None:
    running = await start(World(dates=lambda: 1_800_000_000.0), port=0)
    try:
        async with aiohttp.ClientSession(running.url) as http:
            await Play(http).send(1001, 7001, "/start")
            assert (await Play(http).last(1001, 7001))["date"] == 1_800_000_000
    finally:
        await running.close()


async def test_another_sites_page_can_not_act_here(server: Running, play: Play) -> None:
    body = {"person": 1001, "chat": 7001, "text": "x"}
    for origin, status in [("https://evil.example", 403), (server.url, 200)]:
        async with play.http.post("/play/send", json=body, headers={"Origin": origin}) as response:
            assert response.status == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("evil.example", 403),
        ("evil.example:{port}", 403),
        ("127.0.0.1.evil.example:{port}", 403),
        ("[bad", 403),
        ("localhost:{port}", 200),
        ("127.0.0.1:{port}", 200),
        ("[::1]:{port}", 200),
    ],
)
async def test_a_name_that_was_made_to_lead_here_reaches_nothing(
    server: Running, http: aiohttp.ClientSession, host: str, status: int
) -> None:
    """Neither the control page nor the Bot API, with or without an origin that agrees."""
    named = host.format(port=server.port)
    for path in ("/", "/play/state", "/play/notes", f"/bot{PARTIES_TOKEN}/getMe"):
        for more in ({}, {"Origin": f"http://{named}"}):
            async with http.get(path, headers={"Host": named, **more}) as response:
                assert response.status == status, path


async def test_the_world_outside_keeps_its_notes_also_over_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, number = tmp_path / "telegram.jsonl", 0
    for start_number in (1, 2):
        running = await start(World(state_file=file), port=0)
        async with aiohttp.ClientSession(running.url) as http:
            async with http.get("/play/notes") as answer:
                notes = (await answer.json())["notes"]
            assert len(notes) == start_number - 1
            async with http.post("/play/note", json={"how": "pasted", "text": "a link"}) as answer:
                number = (await answer.json())["id"]
        await running.close()
    running = await start(World(state_file=file), port=0)
    async with aiohttp.ClientSession(running.url) as http:
        await http.post("/play/note", json={"remove": number})
        for _ in range(60):
            await http.post("/play/note", json={"how": "pasted", "text": "more"})
        async with http.get("/play/notes") as answer:
            notes = (await answer.json())["notes"]
        monkeypatch.setattr(notes_of_the_world, "LARGEST", 1_000)
        async with http.post("/play/note", json={"text": "x" * 1_001}) as answer:
            status = answer.status
    await running.close()
    assert status == 413
    assert len(notes) == 50
    assert {note["text"] for note in notes} == {"more"}


async def test_only_the_pages_own_files_are_served(http: aiohttp.ClientSession) -> None:
    for name in ("nothing.js", "..%2Fserver.py", "botapi.json"):
        async with http.get(f"/page/{name}") as response:
            assert response.status == 404


SCRIPT = Scenario(
    (
        Scene("freelancer", "type", "/start", "Bina opens the bot.", "بینا ربات را باز می‌کند."),
        Scene("freelancer", "press", "Make invite"),
        Scene("client", "follow", "freelancer"),
        Scene("client", "press", "Accept"),
        Scene("client", "read", "accepted"),
    )
)


async def _tiny_bot(api: Api) -> None:
    """Enough of a bot to be played with."""
    offset = 0
    while True:
        for update in await api.updates(offset=offset, timeout=20):
            offset = update["update_id"] + 1
            if query := update.get("callback_query"):
                link = "https://t.me/holdfast_bot?start=abc"
                text = link if query["data"] == "✨ Make invite" else "You accepted."
                await api.ok("answerCallbackQuery", callback_query_id=query["id"])
                await api.ok("sendMessage", chat_id=query["from"]["id"], text=text)
            else:
                start_abc = update["message"]["text"] == "/start abc"
                markup = keyboard("Accept" if start_abc else "✨ Make invite")
                chat = update["message"]["chat"]["id"]
                await api.ok("sendMessage", chat_id=chat, text="Well?", reply_markup=markup)


async def test_a_play_presses_what_it_reads_on_the_phones(http: aiohttp.ClientSession) -> None:
    bot = asyncio.create_task(_tiny_bot(Api(http, PARTIES)))
    told = Progress()
    try:
        await asyncio.wait_for(Player(http, "fa", 0).play(SCRIPT, told), 10)
    finally:
        bot.cancel()
    assert told.step == 5
    assert (await Play(http).last(1002, 7001))["text"] == "You accepted."
    assert (await Play(http).state(1002))["people"][0]["language_code"] == "fa"


async def test_a_second_play_acts_on_nothing_that_the_first_left(
    http: aiohttp.ClientSession,
) -> None:
    bot = asyncio.create_task(_tiny_bot(Api(http, PARTIES)))
    try:
        for _ in range(2):
            await asyncio.wait_for(Player(http, "en", 0).play(SCRIPT, Progress()), 10)
    finally:
        bot.cancel()
    said = [m.get("text") for m in (await Play(http).chat(1002, 7001))["messages"]]
    assert said == ["/start abc", "Well?", "You accepted."] * 2


async def test_a_play_presses_no_button_of_another_deal(
    http: aiohttp.ClientSession, play: Play, api: Api
) -> None:
    await play.send(1001, 7001, "/start")
    script = Scenario((Scene("freelancer", "type", "go"), *_pressing("Open", "Next")))

    async def bot() -> list[str]:
        pressed: list[str] = []
        offset = 0
        while len(pressed) < 2:
            for update in await api.updates(offset=offset, timeout=20):
                offset = update["update_id"] + 1
                if query := update.get("callback_query"):
                    pressed.append(query["data"])
                    await api.ok("answerCallbackQuery", callback_query_id=query["id"])
                    for data in ("next|0WN0WN00", "next|0THER000"):
                        await _offers(api, "Next", data)
                elif update["message"]["text"] == "go":
                    await _offers(api, "Open", "open|0WN0WN00")
        return pressed

    pressed = asyncio.create_task(bot())
    await asyncio.wait_for(Player(http, "en", 0).play(script, Progress()), 10)
    assert await pressed == ["open|0WN0WN00", "next|0WN0WN00"]


def _pressing(*words: str) -> tuple[Scene, ...]:
    return tuple(Scene("freelancer", "press", label) for label in words)


async def _offers(api: Api, label: str, data: str) -> None:
    markup = {"inline_keyboard": [[{"text": label, "callback_data": data}]]}
    await api.ok("sendMessage", chat_id=1001, text=data, reply_markup=markup)


async def test_a_play_that_is_stuck_says_what_it_waited_for(
    http: aiohttp.ClientSession, play: Play, api: Api
) -> None:
    await play.send(1001, 7001, "/start")
    await api.ok("sendMessage", chat_id=1001, text="Closed", reply_markup=keyboard("Later"))
    script = Scenario((Scene("freelancer", "press", "New deal"),))
    with pytest.raises(StuckError, match=r"a button “New deal” on the freelancer's phone.*Later"):
        await Player(http, "en", 0, patience=0.05).play(script, Progress())


async def test_one_play_at_a_time_and_it_can_be_stopped(play: Play) -> None:
    begun = await play.post("auto", scenario="deal", language="en", pace_ms=60_000)
    assert begun["running"] is True
    assert begun["of"] > 5
    await play.post("auto", 409, scenario="deal")
    assert (await play.post("auto", stop=True))["running"] is False


async def test_what_makes_no_sound_is_told_as_silent(
    http: aiohttp.ClientSession, api: Api, play: Play, bina: int
) -> None:
    async with _listening(http) as found:
        await api.ok("sendMessage", chat_id=bina, text="x")
        await api.ok("sendMessage", chat_id=bina, text="y", disable_notification=True)
        assert [(await _next(found))["message"]["silent"] for _ in range(2)] == [False, True]
    assert [m["silent"] for m in (await play.chat(bina, 7001))["messages"]] == [False, False, True]


async def test_the_state_says_whether_the_bots_pace_is_limited(play: Play) -> None:
    await play.post("settings", flood=True)
    assert (await play.state(1001))["settings"] == {"flood": True}
