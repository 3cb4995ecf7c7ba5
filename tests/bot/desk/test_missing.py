"""What a dispute's topic lacks is what is wanted of it, less what it remembers; told as a list."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.cards import Card
from bot.cards.disputing.about import Case
from bot.desk.kit.filling import case_of
from bot.desk.kit.missing import (
    Follow,
    PinFile,
    Post,
    ShowFile,
    TopicMemory,
    Whole,
    Wishes,
    missing,
)
from bot.mail.pacing import Urgency
from bot.mail.sending import TryAgain
from bot.texts import Safe
from core.deal.terms import Role
from core.ports import StoreAway
from core.talking import AskHelp
from core.values.ids import DESK
from core.values.words import FileRef
from tests.bot.desk.world import BINA, World, said
from tests.kit.parcels import Parcel
from tests.kit.words import TEXTS

T = TEXTS.get("en", "UTC")


async def case_in(world: World) -> Case:
    case = await case_of(world.app, await world.app.view(world.id), 1)
    assert case is not None
    return case


def lacks(
    case: Case, told: TopicMemory | None = None, pinned: int | None = None, **wanted: object
) -> list[object]:
    wish = replace(Wishes(), **wanted)  # type: ignore[arg-type]
    return list(missing(T, case, told or TopicMemory(), pinned, wish))


async def test_a_new_topic_lacks_the_file_its_pin_and_every_message_in_order(world: World) -> None:
    await world.opened()
    first, second, *posts, last = lacks(await case_in(world), ring=True)
    assert (first, second, last) == (ShowFile(ring=True, force=False), PinFile(), Follow())
    told = [post for post in posts if isinstance(post, Post)]
    assert told == posts
    assert [(post.key, post.place, post.parts) for post in told] == [
        ("whole", 0, 2), ("whole", 1, 2), ("agreed", 0, 1),
        ("w1", 0, 2), ("w1", 1, 2), ("s0", 0, 1),
    ]  # fmt: skip
    assert [type(post.message) for post in told] == [Card, Whole, Card, Card, FileRef, Card]
    assert [post.role for post in told] == [None, None, None, Role.FREELANCER, None, Role.CLIENT]
    assert not any(post.ring for post in told), "the new file rings for all of it"
    assert {post.rank for post in told} == {Urgency.TALK}


async def test_a_topic_that_has_it_all_lacks_nothing(world: World) -> None:
    await world.dispute()
    told, pinned = TopicMemory.of(world.topic), world.topic.pinned
    case = await case_in(world)
    assert lacks(case, told, pinned) == []
    assert lacks(case, told, pinned, force=True) == [ShowFile(ring=False, force=True), PinFile()]
    assert lacks(case, replace(told, to_pin=True), pinned) == [PinFile()]
    assert lacks(case, replace(told, file="other"), pinned)[0] == ShowFile(ring=False, force=False)
    assert lacks(case, replace(told, stage="taken"), pinned) == [Follow()]


async def test_what_telegram_took_of_a_posting_is_not_lacking(world: World) -> None:
    await world.dispute()
    told, pinned = TopicMemory.of(world.topic), world.topic.pinned
    posted = {key: place for key, place in told.posted.items() if key != "w1"}
    half = replace(told, posted=posted, parts={"w1": [77, 1]})
    [rest] = lacks(await case_in(world), half, pinned, ring=True)
    assert isinstance(rest, Post)
    assert (rest.key, rest.place, rest.ring) == ("w1", 1, False)
    [whole, _] = lacks(await case_in(world), replace(told, posted=posted), pinned, ring=True)
    assert isinstance(whole, Post)
    assert whole.ring, "it is news in a topic that was there"


@pytest.mark.parametrize("ring", [True, False])
async def test_a_line_is_said_once_and_rings_as_it_wants(world: World, *, ring: bool) -> None:
    await world.dispute()
    told, pinned = TopicMemory.of(world.topic), world.topic.pinned
    line = ("alarm:1", Card(Safe("⏰"), ring=ring))
    wanted = {"line": line, "ring": True}
    assert lacks(await case_in(world), told, pinned, **wanted) == [
        Post("alarm:1", 0, 1, line[1], ring)
    ]
    said_so = replace(told, posted={**told.posted, "alarm:1": 5})
    assert lacks(await case_in(world), said_so, pinned, **wanted) == []


async def test_only_what_is_asked_for_is_posted_at_once_and_the_stage_waits(world: World) -> None:
    await world.dispute()
    posts = lacks(await case_in(world), TopicMemory(), 5, only="s0")[2:]
    [post] = posts
    assert isinstance(post, Post)
    assert (post.key, post.rank) == ("s0", Urgency.ANSWER)
    assert lacks(await case_in(world), TopicMemory(), 5, only=None)[2:] == []


# A topic that Telegram made is known, or was never made


def full_disk(world: World, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """No row is taken until what is returned is called."""
    edge = world.edge

    async def refuse(*_: object) -> None:
        raise StoreAway

    for name in ("set_topic", "set_flag"):
        monkeypatch.setattr(edge, name, refuse)

    def room() -> None:
        for name in ("set_topic", "set_flag"):
            monkeypatch.delattr(edge, name)

    return room


def opened(world: World) -> Parcel:
    told = next(n for n in world.store.notices if n.kind == "dispute-opened" and n.to == DESK)
    return Parcel(1, told)


async def test_a_full_disk_opens_no_topic_however_often_a_notice_is_tried(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = full_disk(world, monkeypatch)
    with pytest.raises(StoreAway):
        async with asyncio.timeout(5):  # a topic that was made would be kept in mind for ever
            await world.dispute()
    for _ in range(3):
        with pytest.raises(StoreAway):
            await world.outgoing.deliver(opened(world))
    await world.do(AskHelp(actor=BINA, about=None, words=said("Hello?")))
    with pytest.raises(StoreAway):
        await world.outgoing.deliver(Parcel(2, world.notice("help-asked")))
    assert world.group.topics == {}
    room()
    await world.outgoing.deliver(opened(world))
    await world.outgoing.deliver(Parcel(2, world.notice("help-asked")))
    assert len(world.group.topics) == 2
    assert not any(name.startswith("topic-begun") for name in world.edge.flags)


async def test_a_topic_is_known_before_what_stood_in_general_is_taken_back(world: World) -> None:
    no_rights = {"description": "Bad Request: not enough rights to create a topic"}
    world.group.refusals += [("createForumTopic", 400, no_rights)] * 2
    with pytest.raises(Exception, match="Not enough rights"):
        await world.opened()
    world.group.refusals.append(("editMessageText", 502, {"description": "Bad Gateway"}))
    with pytest.raises(Exception, match="NetworkError"):
        await world.outgoing.deliver(opened(world))
    await world.outgoing.deliver(opened(world))
    assert len(world.group.topics) == 1


async def test_a_twin_that_a_lost_answer_may_have_left_is_told_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    world.group.refusals.append(("createForumTopic", 502, {"description": "Bad Gateway"}))
    with pytest.raises(TryAgain):
        await world.dispute()
    await world.outgoing.deliver(opened(world))
    out = capsys.readouterr()
    assert "an empty topic of this name may stand in the group" in out.out + out.err + caplog.text
    assert not any(name.startswith("topic-begun") for name in world.edge.flags)
    assert world.case.text


async def test_a_refused_topic_leaves_no_doubt_behind(world: World) -> None:
    slow = {"description": "Too Many Requests", "parameters": {"retry_after": 7}}
    world.group.refusals.append(("createForumTopic", 429, slow))
    with pytest.raises(Exception, match="in 7"):
        await world.dispute()
    assert not any(name.startswith("topic-begun") for name in world.edge.flags)
