"""Updates: kept once, in order a lane, by one process at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select

from core.ports import StoreAway
from storage import tables as t
from storage.engine import Database, open_database
from storage.inbox import LEASE, LOOK_EVERY, OF_ONE_LANE, Kept, SqlInbox
from tests.storage.look import TICK, Frozen, later

BOT = 7
EXPIRED = -1.0
"""A lease that is over at once."""


def update(number: int, text: str = "hi") -> dict[str, object]:
    return {"update_id": number, "message": {"text": text}}


async def keep(inbox: SqlInbox, *updates: tuple[int, int]) -> None:
    """(update id, lane) each."""
    await inbox.keep([(update(number), lane, False) for number, lane in updates])


def numbers(kept: Sequence[Kept]) -> list[int]:
    return [one.update["update_id"] for one in kept]


async def test_what_was_kept_is_handed_out_in_order(database: Database) -> None:
    inbox = SqlInbox(database, BOT)
    await keep(inbox, (3, 1), (1, 2), (2, 1))
    taken = await inbox.take((), 10)
    assert numbers(taken) == [3, 1, 2]
    assert [kept.lane for kept in taken] == [1, 2, 1]
    assert taken[0].update == update(3)
    assert await inbox.take([kept.id for kept in taken], 10) == []
    assert await inbox.waiting() == 3


async def test_an_update_that_was_seen_before_is_passed_over(database: Database) -> None:
    inbox = SqlInbox(database, BOT)
    await keep(inbox, (1, 1))
    await keep(inbox, (1, 1), (2, 1))
    assert numbers(await inbox.take((), 10)) == [1, 2]
    other = SqlInbox(database, BOT + 1)
    await keep(other, (1, 1))
    assert numbers(await other.take((), 10)) == [1]


async def test_it_is_passed_over_after_it_was_answered_too(database: Database) -> None:
    inbox = SqlInbox(database, BOT)
    await keep(inbox, (1, 1))
    await inbox.done([kept.id for kept in await inbox.take((), 10)])
    await keep(inbox, (1, 1))
    assert await inbox.take((), 10) == []
    assert await inbox.waiting() == 0


async def test_what_an_answered_update_said_is_not_kept(database: Database) -> None:
    inbox = SqlInbox(database, BOT)
    await keep(inbox, (1, 1))
    await inbox.done([kept.id for kept in await inbox.take((), 10)])
    rows = await database.read(lambda c: c.execute(select(t.inbox.c.state, t.inbox.c.body)).all())
    assert [tuple(row) for row in rows] == [("done", "")]


async def test_a_checkout_overtakes(database: Database) -> None:
    inbox = SqlInbox(database, BOT)
    await keep(inbox, (1, 1), (2, 1))
    await inbox.keep([(update(3), 1, True)])
    assert numbers(await inbox.take((), 10)) == [3, 1, 2]


async def test_a_process_that_was_killed_loses_nothing(database: Database) -> None:
    killed = SqlInbox(database, BOT, lease=EXPIRED)
    await keep(killed, (1, 1), (2, 2), (3, 1))
    await killed.done([(await killed.take((), 1))[0].id])
    after = SqlInbox(database, BOT)
    assert numbers(await after.take((), 10)) == [2, 3]


async def test_leases_that_were_handed_back_are_taken_by_the_next(database: Database) -> None:
    first, second = SqlInbox(database, BOT), SqlInbox(database, BOT)
    await keep(first, (1, 1))
    await first.take((), 10)
    await first.hand_back()
    assert numbers(await second.take((), 10)) == [1]


async def test_after_three_crashes_an_update_is_set_aside(database: Database) -> None:
    inbox = SqlInbox(database, BOT)
    await keep(inbox, (1, 1), (2, 1))
    bad = (await inbox.take((), 10))[0]
    assert [await inbox.crashed(bad.id) for _ in range(3)] == [1, 2, 3]
    await inbox.set_aside(bad.id, "ab12")
    assert numbers(await inbox.take((), 10)) == [2]
    assert numbers(await SqlInbox(database, BOT, lease=EXPIRED).take((), 10)) in ([2], [])
    found = select(t.inbox.c.incident).where(t.inbox.c.state == "aside")
    assert await database.read(lambda c: c.execute(found).scalars().all()) == ["ab12"]


async def test_more_than_one_handful_is_handed_out_bit_by_bit(database: Database) -> None:
    killed = SqlInbox(database, BOT, lease=EXPIRED)
    await keep(killed, *((number, number % 3) for number in range(10)))
    inbox, seen = SqlInbox(database, BOT), list[Kept]()
    while taken := await inbox.take([kept.id for kept in seen], 4):
        seen += taken
    assert numbers(seen) == list(range(10))


@pytest.mark.postgres
async def test_a_lane_belongs_to_one_process_at_a_time(shared: Database) -> None:
    one, two = SqlInbox(shared, BOT), SqlInbox(shared, BOT)
    await keep(one, (1, 1))
    first = (await one.take((), 10))[0]
    await keep(two, (2, 1), (3, 2))
    assert numbers(await two.take((), 10)) == [3]
    await one.done([first.id])
    two._look_at = 0.0  # noqa: SLF001 - instead of waiting for the next look
    assert numbers(await two.take((), 10)) == [2, 3]


@pytest.mark.postgres
async def test_what_a_killed_process_held_is_another_ones_once_its_lease_is_over(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed, other = SqlInbox(shared, BOT), SqlInbox(shared, BOT)
    await keep(killed, (1, 1), (2, 1))
    assert await other.take((), 10) == []
    later(monkeypatch, LEASE + 1)
    assert numbers(await other.take((), 10)) == [1, 2]


@pytest.mark.postgres
async def test_who_works_for_long_and_renews_keeps_what_it_has(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, other = SqlInbox(shared, BOT), SqlInbox(shared, BOT)
    await keep(slow, (1, 1))
    for turn in range(1, 4):
        later(monkeypatch, turn * LEASE * 0.9)
        await slow.renew()
        assert await other.take((), 10) == []


@pytest.mark.postgres
async def test_what_another_process_has_taken_is_let_go(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asleep, other = SqlInbox(shared, BOT), SqlInbox(shared, BOT)
    await keep(asleep, (1, 1), (2, 1))
    later(monkeypatch, LEASE + 1)
    await other.take((), 10)
    await asleep.renew()
    assert await asleep.take((), 10) == []
    await other.hand_back()
    later(monkeypatch, LEASE + 5)
    assert numbers(await asleep.take((), 10)) == [1, 2]


@pytest.mark.postgres
async def test_nobody_takes_what_is_leased(shared: Database) -> None:
    one, two = SqlInbox(shared, BOT), SqlInbox(shared, BOT)
    await keep(one, (1, 1), (2, 2))
    assert await two.take((), 10) == []


@pytest.mark.postgres
async def test_what_a_killed_process_held_is_handled_at_once_by_the_only_one_that_is_left(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed, after = SqlInbox(shared, BOT), SqlInbox(shared, BOT)
    await keep(killed, (1, 1), (2, 2))
    assert await after.take((), 10) == []
    await killed._presence.close()  # type: ignore[attr-defined]  # noqa: SLF001 - as the end of its process does
    monkeypatch.setattr(after, "_look_at", 0.0)
    assert numbers(await after.take((), 10)) == [1, 2]
    assert await SqlInbox(shared, BOT).take((), 10) == []


async def test_of_one_lane_only_so_many_are_out_at_once(database: Database) -> None:
    inbox = SqlInbox(database, 7)
    flood = [({"update_id": number}, 666, False) for number in range(OF_ONE_LANE + 30)]
    await inbox.keep([*flood, ({"update_id": 1_000}, 1, False)])
    out: set[int] = set()
    lanes: list[int] = []
    while taken := await inbox.take(out, 50):
        out |= {kept.id for kept in taken}
        lanes += [kept.lane for kept in taken]
    assert lanes.count(666) == OF_ONE_LANE
    assert lanes.count(1) == 1
    await inbox.done(sorted(out))
    assert len(await inbox.take((), 50)) == 30


async def test_what_comes_before_anybody_could_look_does_not_overtake_what_was_left(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed, after, clock = SqlInbox(database, BOT), SqlInbox(database, BOT), Frozen(monkeypatch)
    await keep(killed, (1, 1))
    if database.dialect == "postgresql":
        await killed._presence.close()  # type: ignore[attr-defined]  # noqa: SLF001 - as the end of its process does
    await keep(after, (2, 1))

    async def away(_limit: int) -> None:
        raise StoreAway

    with monkeypatch.context() as patched:
        patched.setattr(after, "_find", away)
        with pytest.raises(StoreAway):
            await after.take((), 10)
    assert await after.take((), 10) == []
    clock.seconds += LOOK_EVERY
    assert numbers(await after.take((), 10)) == [1, 2]


async def test_what_others_leave_is_looked_for_every_two_seconds(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Frozen(monkeypatch)
    other, inbox = SqlInbox(database, BOT), SqlInbox(database, BOT)
    assert await inbox.take((), 10) == []
    await keep(other, (1, 1))
    await other.hand_back()
    assert await inbox.take((), 10) == []
    clock.seconds += LOOK_EVERY - TICK * 10
    assert await inbox.take((), 10) == []
    clock.seconds += TICK * 10
    assert numbers(await inbox.take((), 10)) == [1]


async def test_nothing_is_kept_of_a_fetch_that_brought_nothing(database: Database) -> None:
    inbox = SqlInbox(database, BOT)
    await inbox.keep([])
    await inbox.done([])
    assert await inbox.waiting() == 0


async def test_a_row_says_what_came_from_whom_and_when(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, inbox = Frozen(monkeypatch), SqlInbox(database, BOT)
    await inbox.keep([({"update_id": 3, "text": "سلام"}, 9, True)])
    i = t.inbox.c
    columns = (i.bot_id, i.update_id, i.lane, i.urgent, i.body, i.state, i.tries, i.taken_at)
    [row] = await database.read(lambda c: c.execute(select(*columns)).all())
    body = '{"update_id":3,"text":"سلام"}'
    assert tuple(row) == (BOT, 3, 9, 1, body, "waiting", 0, int(clock.seconds * 1_000_000))


async def test_what_is_urgent_passes_a_lane_that_is_full_and_one_that_waits(
    database: Database,
) -> None:
    inbox = SqlInbox(database, BOT)
    await inbox.keep([(update(number), 1, False) for number in range(OF_ONE_LANE + 1)])
    out = [kept.id for kept in await inbox.take((), OF_ONE_LANE)]
    assert await inbox.take(out, 10) == []
    await inbox.keep([(update(1_000), 1, True)])
    assert numbers(await inbox.take(out, 10)) == [1_000]


async def test_one_of_several_that_ended_is_not_handed_out_while_the_others_are(
    database: Database,
) -> None:
    inbox = SqlInbox(database, BOT)
    await keep(inbox, (1, 1), (2, 1), (3, 2))
    first, *_ = await inbox.take((), 10)
    await inbox.done([first.id])
    assert await inbox.waiting() == 2
    assert numbers(await inbox.take((), 1)) == [2]
    assert numbers(await inbox.take((), 10)) == [2, 3]


@pytest.mark.postgres
async def test_a_lease_is_over_at_its_very_end_and_not_before(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Frozen(monkeypatch)
    alive, other = SqlInbox(shared, BOT), SqlInbox(shared, BOT)
    await keep(alive, (1, 1), (2, 1))
    clock.seconds += LEASE - TICK
    assert await other.take((), 10) == []
    clock.seconds += LOOK_EVERY
    begun = clock.seconds - LOOK_EVERY + TICK
    monkeypatch.setattr("storage.inbox.wall", lambda _: round(begun * 1_000_000))
    assert numbers(await other.take((), 10)) == [1, 2]


@pytest.mark.postgres
async def test_who_works_says_so_each_quarter_of_a_lease_and_no_oftener(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, inbox, said = Frozen(monkeypatch), SqlInbox(shared, BOT), list[float]()
    write = shared.write

    async def noted(work: Any) -> Any:
        said.append(clock.seconds)
        return await write(work)

    monkeypatch.setattr(shared, "write", noted)
    await inbox.renew()
    assert said == [], "who has nothing has nothing to say"
    await keep(inbox, (1, 1))
    said.clear()
    begun = clock.seconds
    for _ in range(9):
        await inbox.renew()
        clock.seconds += LEASE / 8
    assert said == [begun + LEASE / 4 * turn for turn in range(5)]
    assert numbers(await inbox.take((), 10)) == [1]


@pytest.mark.postgres
async def test_what_waits_for_another_process_is_looked_for_at_once(
    shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    Frozen(monkeypatch)
    one, two = SqlInbox(shared, BOT), SqlInbox(shared, BOT)
    await keep(one, (1, 1))
    first = await one.take((), 10)
    assert await two.take((), 10) == []
    await keep(two, (2, 1))
    await one.done([kept.id for kept in first])
    assert numbers(await two.take((), 10)) == [2]


@pytest.mark.postgres
async def test_what_is_urgent_is_taken_though_its_lane_is_another_ones(shared: Database) -> None:
    one, two, left = (SqlInbox(shared, BOT) for _ in range(3))
    await keep(one, (1, 1))
    await left.keep([(update(2), 1, True), (update(3), 1, False)])
    await left.hand_back()
    assert numbers(await two.take((), 10)) == [2]
    assert numbers(await one.take((), 10)) == [1]


async def test_what_is_at_hand_is_not_found_again(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look that finds nothing costs no commit, however much is held."""
    database, clock = open_database(sqlite_url), Frozen(monkeypatch)
    inbox = SqlInbox(database, BOT)
    await keep(inbox, (1, 1), (2, 2))

    async def refuse(_work: object) -> None:
        pytest.fail("it writes")

    monkeypatch.setattr(database, "write", refuse)
    for _ in range(3):
        assert numbers(await inbox.take((), 10)) == [1, 2]
        clock.seconds += LOOK_EVERY
    await inbox.renew()
    await database.close()
