"""Flood control, failures on demand, kills."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from bot.playground import World
from bot.playground.errors import ApiError
from bot.playground.flood import FloodGate
from bot.playground.store import Store

from .tools import GROUP, PARTIES, Api, Play, file, keyboard


def _until_refused(flood: FloodGate, chat: str, *, private: bool) -> tuple[int, int]:
    """How many get through, and how long the next is told to wait."""
    before = flood.sent[7001]
    with pytest.raises(ApiError) as refused:  # noqa: PT012 - the one that raises is not known
        while True:
            flood.check(7001, chat, private=private)
    parameters = refused.value.parameters or {}
    return flood.sent[7001] - before, parameters["retry_after"]


def test_a_private_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    now = [0.0]
    flood = FloodGate(on=True, now=lambda: now[0])
    assert _until_refused(flood, "a", private=True) == (5, 1)
    now[0] = 2.0
    assert _until_refused(flood, "a", private=True) == (2, 1)


def test_a_group_takes_20_a_minute() -> None:
    now = [0.0]
    flood = FloodGate(on=True, now=lambda: now[0])
    assert _until_refused(flood, "g", private=False) == (20, 60)
    now[0] = 59.5
    assert _until_refused(flood, "g", private=False) == (0, 1)
    now[0] = 60.0
    assert _until_refused(flood, "g", private=False) == (20, 60)


def test_a_bot_sends_30_a_second_over_all_chats() -> None:
    flood = FloodGate(on=True, now=lambda: 0.0)
    for chat in range(30):
        flood.check(7001, f"p{chat}", private=True)
    with pytest.raises(ApiError, match="retry after 1"):
        flood.check(7001, "p30", private=True)
    flood.check(7002, "p30", private=True)
    assert (flood.sent[7001], flood.refused[7001]) == (30, 1)


def test_an_album_counts_as_many_as_it_has() -> None:
    flood = FloodGate(on=True, now=lambda: 0.0)
    flood.check(7001, "a", private=True, messages=10)
    with pytest.raises(ApiError, match="retry after 6"):
        flood.check(7001, "a", private=True)


async def test_the_switch_makes_the_bot_wait(parties: Bot, play: Play, bina: int) -> None:
    for _ in range(8):
        await parties.send_message(bina, "free")
    await play.post("settings", flood=True)
    with pytest.raises(TelegramRetryAfter) as refused:
        await asyncio.gather(*(parties.send_message(bina, "paced") for _ in range(8)))
    assert refused.value.retry_after >= 1
    counts = await play.post("settings", flood=False)
    assert counts["refused"]["7001"] >= 1
    assert (await parties.send_message(bina, "free again")).text == "free again"


async def test_a_failure_happens_as_often_as_asked(parties: Bot, play: Play, bina: int) -> None:
    await play.post("settings", fail={"method": "sendMessage", "status": 502, "times": 2})
    for _ in range(2):
        with pytest.raises(TelegramServerError):
            await parties.send_message(bina, "x")
    assert (await parties.send_message(bina, "x")).text == "x"


async def test_a_failure_can_be_a_429_with_its_seconds(parties: Bot, play: Play, bina: int) -> None:
    await play.post("settings", fail={"status": 429, "times": 1, "retry_after": 7})
    with pytest.raises(TelegramRetryAfter) as refused:
        await parties.send_message(bina, "x")
    assert refused.value.retry_after == 7


async def test_polling_is_spared_unless_it_is_named(api: Api, play: Play, bina: int) -> None:
    assert bina
    await play.post("settings", fail={"status": 500, "times": 1})
    assert len(await api.updates()) == 1
    await play.post("settings", fail={"method": "getUpdates", "status": 500, "times": 1})
    assert (await api.call("getUpdates"))["error_code"] == 500


@pytest.mark.parametrize(("before", "arrived"), [(False, 2), (True, 1)])
async def test_a_dropped_connection_leaves_the_sender_in_doubt(
    parties: Bot, play: Play, bina: int, *, before: bool, arrived: int
) -> None:
    fail = {"method": "sendMessage", "status": "drop", "times": 1, "before": before}
    await play.post("settings", fail=fail)
    with pytest.raises(TelegramNetworkError):
        await parties.send_message(bina, "did it arrive?")
    assert len((await play.chat(bina, 7001))["messages"]) == arrived


async def test_a_fault_that_makes_no_sense_is_refused(play: Play) -> None:
    await play.post("settings", 400, fail={"status": 418})


def test_a_change_that_fails_leaves_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "journal")
    with store.change():
        store.put("t", 1, "kept")
    with pytest.raises(TypeError), store.change():  # noqa: PT012 - the second makes it fail
        store.put("t", 1, "lost")
        store.put("t", 2, object())
    with pytest.raises(KeyError), store.change():  # noqa: PT012 - so does this
        store.put("t", 1, "lost")
        store.bytes_of(store.tables["t"]["2"])
    store.close()
    again = Store(tmp_path / "journal")
    assert store.tables["t"] == again.tables["t"] == {"1": "kept"}
    again.close()


def test_a_torn_last_line_is_dropped_for_good(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    store = Store(path)
    with store.change():
        store.put("t", 1, "whole")
    store.close()
    with path.open("ab") as journal:
        journal.write(b'[["t","2","to')
    for extra in (2, 3):
        store = Store(path)
        assert "whole" in store.tables["t"].values()
        assert "to" not in store.tables["t"].values()
        with store.change():
            store.put("t", extra, "later")
        store.close()
    assert set(Store(path).tables["t"]) == {"1", "2", "3"}


def test_a_long_journal_is_rewritten_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    store = Store(path)
    for number in range(1500):
        with store.change():
            store.put("t", 1, number)
    store.close()
    again = Store(path)
    assert again.get("t", 1) == 1499
    assert len(path.read_bytes().splitlines()) == 1
    again.close()


def test_a_dump_can_be_loaded_elsewhere(tmp_path: Path) -> None:
    world, other = World(), World()
    with world.store.change():
        world.set_contact(7001, 1001, started=True)
        world.store.put("files", 1, {"sha256": world.store.keep(b"bytes")})
    with other.store.change():
        other.set_contact(7001, 1002, started=True)
    world.dump(tmp_path / "dump.json")
    other.load(tmp_path / "dump.json")
    assert other.contact(7001, 1001)["started"]
    assert not other.contact(7001, 1002)["started"]
    assert other.store.bytes_of(other.store.get("files", 1)["sha256"]) == b"bytes"


@asynccontextmanager
async def _process(state: Path) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.playground", "--port", "0", "--state", str(state),
        stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert process.stdout
    line = (await process.stdout.readline()).decode()
    try:
        yield line.rpartition(" ")[2].strip(), process
    finally:
        if process.returncode is None:
            os.kill(process.pid, signal.SIGKILL)
        await process.wait()


async def test_a_killed_playground_remembers_all_that_it_acknowledged(tmp_path: Path) -> None:
    state = tmp_path / "journal"
    async with _process(state) as (url, _), aiohttp.ClientSession(url) as http:
        play, api = Play(http), Api(http, PARTIES)
        await play.send(1001, 7001, "/start")
        number = await play.send(1001, 7001, "look", file=file("a.txt", b"bytes"))
        sent = await api.ok("sendMessage", chat_id=1001, text="x", reply_markup=keyboard("Go"))
        desk = Api(http, "7002:desk-playground")
        await desk.ok("createForumTopic", chat_id=GROUP, name="kept")
    async with _process(state) as (url, _), aiohttp.ClientSession(url) as http:
        play, api = Play(http), Api(http, PARTIES)
        updates = await api.updates()
        assert [u["message"].get("text", "file") for u in updates] == ["/start", "file"]
        found = await api.ok("getFile", file_id=updates[1]["message"]["document"]["file_id"])
        async with http.get(f"/file/bot{PARTIES}/{found['file_path']}") as response:
            assert await response.read() == b"bytes"
        assert (await play.chat(1003, GROUP))["topics"][0]["name"] == "kept"
        assert await play.send(1001, 7001, "later") == sent["message_id"] + 1 == number + 2
        where = {"person": 1001, "chat": 7001, "message_id": sent["message_id"]}
        await play.post("press", **where, row=0, col=0, wait=0)
        assert [u["update_id"] for u in await api.updates()] == [
            updates[0]["update_id"] + step for step in range(4)
        ]
