"""Facts of Telegram that only the edge knows."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from core.values.ids import DealId, PersonId
from storage.edge import SqlEdge, TopicRow
from storage.engine import Database

BINA, ONE = PersonId(1001), DealId("AAAAAAAA")


@pytest.fixture
async def edge(database: Database) -> SqlEdge:
    return SqlEdge(database)


async def test_a_topic_is_found_both_ways(edge: SqlEdge) -> None:
    dispute = TopicRow("dispute", ONE, 2, None, 77, None, {"sought": [5, "EUR"]})
    thread = TopicRow("help", None, None, BINA, 78)
    await edge.set_topic(dispute)
    await edge.set_topic(thread)
    assert await edge.topic("dispute", ONE, 2, None) == dispute
    assert await edge.topic("help", None, None, BINA) == thread
    assert await edge.topic_of(77) == dispute
    assert await edge.topic("dispute", ONE, 1, None) is None
    assert await edge.topic_of(1) is None


async def test_a_topic_that_was_made_again_replaces_the_lost_one(edge: SqlEdge) -> None:
    lost = TopicRow("dispute", ONE, 2, None, 77)
    await edge.set_topic(lost)
    again = replace(lost, thread_id=80, pinned=3)
    await edge.set_topic(again)
    assert await edge.topic("dispute", ONE, 2, None) == again
    assert await edge.topic_of(77) is None


async def test_what_a_message_stands_for_is_remembered(edge: SqlEdge) -> None:
    assert await edge.relay("desk", -100, 5) is None
    await edge.set_relay("desk", -100, 5, {"person": 1001, "text": "سلام"})
    assert await edge.relay("desk", -100, 5) == {"person": 1001, "text": "سلام"}
    assert await edge.relay("parties", -100, 5) is None


async def test_what_several_messages_stand_for_is_remembered_at_once(edge: SqlEdge) -> None:
    await edge.set_relay("parties", 1001, 5, {"kind": "told"})
    await edge.set_relays("parties", 1001, {5: {"kind": "used"}, 6: {"kind": "used", "n": 1}})
    assert await edge.relay("parties", 1001, 5) == {"kind": "used"}
    assert await edge.relay("parties", 1001, 6) == {"kind": "used", "n": 1}


async def test_of_two_who_answer_a_message_at_once_one_does(edge: SqlEdge) -> None:
    drafted = {"kind": "draft", "text": "سلام", "files": [{"name": "a"}]}
    await edge.set_relay("desk", -100, 5, drafted)
    both = [{**drafted, "claimed": person} for person in (11, 12)]
    done = await asyncio.gather(*(edge.swap_relay("desk", -100, 5, drafted, to) for to in both))
    assert sorted(done) == [False, True]
    assert await edge.relay("desk", -100, 5) == both[done.index(True)]
    assert not await edge.swap_relay("desk", -100, 6, drafted, drafted), "nothing is there"


async def test_a_flag_is_set_and_removed(edge: SqlEdge) -> None:
    assert await edge.flag("paused") is None
    await edge.set_flag("paused", "moving house")
    await edge.set_flag("paused", "back soon")
    assert await edge.flag("paused") == "back soon"
    await edge.set_flag("paused", None)
    assert await edge.flag("paused") is None
