"""Whatever comes from outside, no bug of ours: no crash, no incident, no money that moves."""

from __future__ import annotations

import asyncio
import copy
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.botapi.sieve import handled, mended, readable, updates_in
from bot.buttons import MOST_BYTES, Press
from bot.desk.feeding import feeder as desk_feeder
from bot.mail.intake import Crashed, Feed
from bot.mail.sending import TryAgain
from bot.mail.updates import lane_of
from bot.parties.feeding import feeder as parties_feeder
from core.values.ids import DealId
from tests.bot.desk.world import ARAM, TESS
from tests.bot.desk.world import build as build_desk
from tests.bot.mutation import Json, mangled
from tests.bot.parties.world import build as build_parties
from tests.kit.phones import Person

QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
    phases=[Phase.generate],
)

# What anybody may send as callback data.

ARGS = st.text("abcxyzABC0123456789._:/+~=@-", max_size=24)
OURS = st.builds(
    Press,
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8),
    st.none() | st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8).map(DealId),
    st.none() | st.integers(0, 999_999_999),
    st.none() | st.integers(0, 999_999_999),
    ARGS,
)


@given(OURS)
def test_what_a_button_of_ours_carries_is_read_as_it_was_written(press: Press) -> None:
    assert Press.unpack(press.pack()) == press


@given(st.text(max_size=70) | st.text("take|0123456789ABC.\x00\ud800٣ ", max_size=70))
def test_data_is_read_only_where_packing_it_again_gives_the_same(data: str) -> None:
    press = Press.unpack(data)
    if press is not None:
        assert press.pack() == data
        assert data.isascii()
        assert data.isprintable()
        assert len(data) <= MOST_BYTES


@pytest.mark.parametrize(
    "data",
    [
        "", "|", "take\x00", "take\n", "take|", "take|7K3F9QZM|", "take|7K3F9QZM|01", "Take",
        "take|7K3F9QZM|-1", "take|7K3F9QZM|1|2|a b", "take|7K3F9QZM|1|2|\x00", "take|7k3f9qzm|1",
        "take|7K3F9QZM7|1", "take|7K3F9QZM|٣", "take|7K3F9QZM|1|1|²",
        "release-part.do||||" + "9" * 19,
        "take|7K3F9QZM|1|2|é", "t" * 65, "take|7K3F9QZM|1234567890", "take|\ud800", "x||||a|b",
    ],
)  # fmt: skip
def test_what_no_button_of_ours_carries_is_no_press(data: str) -> None:
    assert Press.unpack(data) is None


# What of an update is read.

USER = {"id": 1001, "is_bot": False, "first_name": "Bina"}
CHAT = {"id": 1001, "type": "private", "first_name": "Bina"}
MESSAGE = {"message_id": 7, "date": 1_767_614_400, "chat": CHAT, "from": USER, "text": "hi"}


def message(**more: Any) -> Json:
    return copy.deepcopy({"update_id": 1, "message": {**MESSAGE, **more}})


@pytest.mark.parametrize(
    "more",
    [
        {"poll": {"id": "1"}},
        {"location": {"latitude": "north"}},
        {"entities": [{"type": "bold"}, 5]},
        {"reply_to_message": {"text": "no id"}},
        {"document": {"file_name": "no id"}},
        {"message_thread_id": "five"},
        {"quote": 5},
    ],
)
def test_what_makes_no_sense_is_left_out_and_the_words_are_read(more: Json) -> None:
    found, lost = readable(message(**more))
    assert found["message"]["text"] == "hi"
    assert lost


@pytest.mark.parametrize(
    "more",
    [
        {"chat": 5},
        {"from": {"id": "x"}},
        {"from": {**USER, "id": 0}},
        {"from": {**USER, "id": -2}},
        {"from": {**USER, "id": 2**63}},
        {"forward_origin": {"type": "tomorrow"}},
        {"sender_chat": 7},
        {"message_id": None},
    ],
)
def test_words_of_whom_nobody_can_tell_are_nobodys(more: Json) -> None:
    assert handled(message(**more)) is None


def test_a_plain_field_that_nobody_needs_may_be_missing() -> None:
    update = message()
    del update["message"]["date"], update["message"]["from"]["is_bot"]
    found = handled(update)
    assert found is not None
    assert found["message"]["from"]["is_bot"] is False
    press = {"update_id": 2, "callback_query": {"id": "1", "from": USER, "data": "menu"}}
    assert handled(press) is not None


def test_what_databases_refuse_becomes_a_mark_of_the_same_length() -> None:
    found, _ = readable(message(text="a\x00b\ud800", new_field={"\x00": ["\udfff"]}))
    assert found["message"]["text"] == "a\ufffdb\ufffd"
    assert found["message"]["new_field"] == {"\ufffd": ["\ufffd"]}


def test_fields_of_tomorrow_stay() -> None:
    update = message(field_of_tomorrow={"deep": [1]})
    assert readable(update) == (update, [])
    assert handled({"update_id": 1, "event_of_tomorrow": {}}) is None


def test_only_updates_with_an_id_are_fetched() -> None:
    good = message()
    assert updates_in([good, 5, None, {}, {"update_id": "1"}, {"update_id": 2**63}]) == [good]


def test_the_lane_of_an_odd_update_is_nobodys() -> None:
    odds: list[Any] = ["x", None, 2**63, {}, 1.5]
    for odd in odds:
        assert lane_of({"update_id": 1, "message": {"from": {"id": odd}}}) == 0


def test_an_answer_of_an_older_server_is_read_all_the_same() -> None:
    body = '{"ok": true, "result": {"message_id": 5, "chat": {"id": 1, "type": "private"}}}'
    assert '"date": 0' in mended("sendMessage", body)
    assert mended("sendMessage", "<html>") == "<html>"
    assert mended("methodOfTomorrow", body) == body


# Through both bots.

GROUP = {"id": -100500, "type": "supergroup", "title": "Elsewhere"}
BOT = {"id": 7001, "is_bot": True, "first_name": "Holdfast", "username": "holdfast_bot"}
INLINE: Json = {"inline_query": {"id": "5", "from": USER, "query": "", "offset": ""}}
ELSEWHERE: Json = {
    "callback_query": {
        "id": "9",
        "from": USER,
        "chat_instance": "1",
        "message": {**MESSAGE, "chat": GROUP, "from": BOT},
        "data": "menu",
    }
}


def parties_updates() -> list[Json]:
    """What people sent on their way to an agreement, and what else there is."""
    seen: list[Json] = []

    class Recorder(Person):
        async def again(self) -> None:
            seen.append(self.last)
            await super().again()

    async def story() -> None:
        world = build_parties()
        for person in (world.bina, world.carlos):
            person.__class__ = Recorder
        await world.agree()
        await world.bina.send("drafts.zip")
        await world.bina.write("/deals")
        await world.bina.press("Logo") if any(
            label.startswith("Logo") for label in world.bina.newest.labels
        ) else None

    asyncio.run(story())
    member = {"user": BOT, "status": "member"}
    odd: list[Json] = [
        {"message": {**MESSAGE, "chat": GROUP, "text": "/start"}},
        {"edited_message": {**MESSAGE, "edit_date": 1_767_614_500}},
        INLINE,
        {
            "my_chat_member": {
                "chat": CHAT,
                "from": USER,
                "date": 1_767_614_400,
                "old_chat_member": member,
                "new_chat_member": {**member, "status": "kicked", "until_date": 0},
            }
        },
        ELSEWHERE,
    ]
    return seen + [{"update_id": 10**8 + n, **body} for n, body in enumerate(odd)]


ALL_OF_THEM = cache(parties_updates)


async def fed(feed: Feed, update: Json) -> None:
    await feed(update)


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as running:
        yield running


def test_no_mangled_update_crashes_the_parties_bot(runner: asyncio.Runner) -> None:
    world = build_parties()
    feed = parties_feeder(world.bina.dispatcher, world.bot)
    world.telegram.served = defaultdict(lambda: b"any file")
    runner.run(world.agree())

    @QUICK
    @given(mangled(ALL_OF_THEM()))
    def check(update: Json) -> None:
        entries = len(world.store.entries)
        with suppress(TryAgain):  # a file that is not there any more
            runner.run(fed(feed, update))
        assert len(world.store.entries) == entries

    check()


def test_no_mangled_update_crashes_the_desks_bot(runner: asyncio.Runner) -> None:
    world = runner.run(build_desk())
    seen: list[Json] = []

    async def story() -> None:
        await world.dispute()

        async def recorded(**body: Json) -> int:
            world._update += 1  # noqa: SLF001 - as `update` does
            seen.append({"update_id": world._update, **body})  # noqa: SLF001
            await feed(seen[-1])
            return world._update  # noqa: SLF001

        world.update = recorded  # type: ignore[method-assign]
        await world.press(ARAM, "Take")
        await world.deliver()
        await world.state()
        await world.press(ARAM, "Rule…")
        await world.press(ARAM, "Split…")
        await world.write(ARAM, "60 %")
        await world.write(ARAM, "/queue", None)
        await world.privately(ARAM, "hello")

    feed = desk_feeder(world.application)
    runner.run(story())

    @QUICK
    @given(mangled(seen))
    def check(update: Json) -> None:
        entries = len(world.store.entries)
        runner.run(fed(feed, update))
        assert len(world.store.entries) == entries

    check()


@QUICK
@given(data=st.text(max_size=64) | OURS.map(Press.pack), who=st.sampled_from([ARAM, TESS, 999]))
def test_no_forged_button_crashes_either_bot(data: str, who: int) -> None:
    async def pressed() -> None:
        world, desk = build_parties(), await build_desk()
        user = {**USER, "id": who}
        query = {"id": "1", "from": user, "chat_instance": "1", "data": data}
        there = {"message_id": 5, "date": 1_767_614_400, "chat": {"id": who, "type": "private"}}
        update = {"update_id": 1, "callback_query": {**query, "message": there}}
        await parties_feeder(world.bina.dispatcher, world.bot)(update)
        assert len(world.telegram.answers) == 1
        await desk_feeder(desk.application)(update)
        assert len(desk.group.answers) == 1
        assert not world.store.entries
        assert not desk.store.entries

    asyncio.run(pressed())


# What comes too late.

LATE = TelegramBadRequest(
    AnswerCallbackQuery(callback_query_id="1"),
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
)


async def test_a_late_answer_of_a_press_in_a_group_is_no_crash() -> None:
    world = build_parties()
    feed = parties_feeder(world.bina.dispatcher, world.bot)
    for update in (ELSEWHERE, INLINE):
        world.telegram.failing = [LATE]
        await feed({"update_id": 1, **update})
        assert not world.telegram.failing


async def test_a_press_on_a_picture_at_the_desk_becomes_a_new_message() -> None:
    world = await build_desk()
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.deliver()
    await world.state()
    await world.press(ARAM, "Rule…")
    world.group.refusals.append(
        (
            "editMessageText",
            400,
            {"description": "Bad Request: there is no text in the message to edit"},
        )
    )
    before = len(world.group.called("sendMessage"))
    await world.press(ARAM, "Split…")
    assert len(world.group.called("sendMessage")) > before


async def test_an_own_crash_still_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    world = build_parties()

    async def broken(*_: Any) -> None:
        raise KeyError

    monkeypatch.setattr(type(world.app.reads), "person", broken)
    with pytest.raises(Crashed):
        await parties_feeder(world.bina.dispatcher, world.bot)(message())
