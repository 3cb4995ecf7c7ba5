"""How long a bot was deaf: given back once, and told to the desk once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.mail.listening import AWAY, RIVAL, WEBHOOK, Contested, contested
from bot.mail.sending import TryAgain
from bot.reads import QueueRow
from bot.running.clock import PlayClock
from bot.wiring.assembly import Assembly
from bot.wiring.hearing import DEAF, DEAF_AFTER, HEARD, SURE_AFTER, Hearing
from bot.wiring.pausing import PAUSED, Pausing
from core.people import MeetPerson, SetDestination
from core.ports import CASE_WANTED
from core.values.hearing import Ear
from core.values.ids import DESK
from core.values.window import DeadlineKind
from storage.hearing import SqlHearing
from storage.inbox import SqlInbox
from storage.outbox import SqlOutbox
from tests.bot.test_wiring import BINA, assembly, draft, ends_at, forward

__all__ = ["assembly"]

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
BOT = 700


class Line:
    """One bot of a process; `Line` again is a restart."""

    def __init__(self, assembly: Assembly, ear: Ear = Ear.PARTIES) -> None:
        self.assembly = assembly
        self.pausing = Pausing(assembly)
        self.hearing = Hearing(assembly, ear, self.pausing)
        self.inbox = SqlInbox(assembly.store.database, BOT + len(ear))

    async def starts(self) -> Line:
        await self.pausing.look()
        await self.hearing.begin(BOT + len(self.hearing.ear))
        return self

    async def hears(self, *, whole: bool = True) -> None:
        """A fetch that is answered at once, with nothing."""
        mark = await self.hearing.answered(self.hearing.now(), whole=whole)
        await self.inbox.keep([], mark)
        self.hearing.kept(mark)

    async def pause(self, why: str | None) -> None:
        await self.assembly.edge.set_flag(PAUSED, why)
        await self.pausing.look()


async def test_a_stop_of_over_an_hour_gives_every_window_its_time_back_once(
    assembly: Assembly,
) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    number = await draft(assembly)
    before = await ends_at(assembly, number)
    forward(assembly, 5 * HOUR)
    line = await Line(assembly).starts()
    assert await ends_at(assembly, number) == before, "what people did is not heard yet"
    await line.hears()
    moved = await ends_at(assembly, number) - before
    assert abs(moved - 5 * HOUR) < MINUTE
    await line.hears()
    await (await Line(assembly).starts()).hears()
    assert await ends_at(assembly, number) == before + moved


@pytest.mark.parametrize("minutes", [1, 59])
async def test_a_short_silence_gives_nothing_back(assembly: Assembly, minutes: int) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    number = await draft(assembly)
    before = await ends_at(assembly, number)
    for _ in range(5):
        forward(assembly, timedelta(minutes=minutes))
        await line.hears()
    assert await ends_at(assembly, number) == before


async def test_a_new_installation_was_never_away(assembly: Assembly) -> None:
    number = await draft(assembly)
    before = await ends_at(assembly, number)
    forward(assembly, 5 * HOUR)
    await (await Line(assembly).starts()).hears()
    assert await ends_at(assembly, number) == before


async def test_deafness_in_a_living_process_is_given_back_as_a_stop_is(assembly: Assembly) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    number = await draft(assembly)
    before = await ends_at(assembly, number)
    for _ in range(20):
        forward(assembly, 6 * MINUTE)
        line.hearing.failed(TryAgain("502"))
    await line.hears()
    assert abs(await ends_at(assembly, number) - before - 2 * HOUR) < MINUTE


async def test_a_stop_and_the_deafness_that_follows_it_are_one_stretch(assembly: Assembly) -> None:
    """Fifty minutes each: neither is an outage, and together they are."""
    line = await Line(assembly).starts()
    await line.hears()
    number = await draft(assembly)
    before = await ends_at(assembly, number)
    forward(assembly, 50 * MINUTE)
    line = await Line(assembly).starts()
    line.hearing.failed(contested("webhook is active"))
    forward(assembly, 50 * MINUTE)
    await line.hears()
    assert abs(await ends_at(assembly, number) - before - 100 * MINUTE) < MINUTE


async def test_each_bot_gives_back_to_its_own_clocks(assembly: Assembly) -> None:
    line, desk = await Line(assembly).starts(), await Line(assembly, Ear.DESK).starts()
    await line.hears()
    await desk.hears()
    number = await draft(assembly)
    before = await ends_at(assembly, number)
    for _ in range(5):
        forward(assembly, 30 * MINUTE)
        await line.hears()
    await desk.hears()
    assert await ends_at(assembly, number) == before, "the parties were heard all the time"


async def test_a_pause_gives_its_time_back_however_short(assembly: Assembly) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    number = await draft(assembly)
    before = await ends_at(assembly, number)
    await line.pause("moving house")
    for _ in range(3):
        forward(assembly, 10 * MINUTE)
        await line.hears()
    assert await ends_at(assembly, number) == before
    assert line.hearing.seconds_deaf < DEAF_AFTER, "we hear; we only do not do what is said"
    await line.pause(None)
    await line.hears()
    moved = await ends_at(assembly, number) - before
    assert abs(moved - 30 * MINUTE) < MINUTE
    await line.hears()
    assert await ends_at(assembly, number) == before + moved


@pytest.mark.parametrize("restarted", [False, True])
async def test_a_pause_a_stop_and_a_deafness_that_adjoin_are_given_back_once(
    assembly: Assembly,
    restarted: bool,
) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    number = await draft(assembly)
    before = await ends_at(assembly, number)
    line.hearing.failed(TryAgain("502"))
    forward(assembly, HOUR)  # deaf
    await line.pause("moving house")
    forward(assembly, 2 * HOUR)  # and paused
    await line.hears()
    if restarted:
        forward(assembly, 3 * HOUR)  # and stopped
        line = await Line(assembly).starts()
    await line.pause(None)
    forward(assembly, HOUR)  # and deaf again
    await line.hears()
    lost = (7 if restarted else 4) * HOUR
    assert abs(await ends_at(assembly, number) - before - lost) < MINUTE
    await line.hears()
    assert abs(await ends_at(assembly, number) - before - lost) < MINUTE


async def test_a_kill_while_time_is_given_back_gives_it_back_once_and_whole(
    assembly: Assembly,
) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    numbers = [await draft(assembly) for _ in range(3)]
    before = [await ends_at(assembly, number) for number in numbers]
    forward(assembly, 3 * HOUR)
    line = await Line(assembly).starts()
    execute, done = assembly.escrow.execute, 0

    async def killed_after_two(*args: Any, **kwargs: Any) -> Any:
        nonlocal done
        done += 1
        if done == 3:
            raise asyncio.CancelledError
        return await execute(*args, **kwargs)

    assembly.escrow.execute = killed_after_two  # type: ignore[method-assign]
    with pytest.raises(asyncio.CancelledError):
        await line.hears()
    assembly.escrow.execute = execute  # type: ignore[method-assign]
    forward(assembly, 30 * MINUTE)
    await (await Line(assembly).starts()).hears()
    for number, was in zip(numbers, before, strict=True):
        assert abs(await ends_at(assembly, number) - was - 3.5 * HOUR) < MINUTE


async def test_a_clock_that_was_put_back_has_heard_nothing_in_advance(assembly: Assembly) -> None:
    forward(assembly, 5 * HOUR)
    line = await Line(assembly).starts()
    await line.hears()
    again = replace(assembly, clock=PlayClock())  # a new process, whose machine's clock was set
    again.escrow._clock = again.clock  # noqa: SLF001
    line = await Line(again).starts()
    row = await SqlHearing(assembly.store.database, Ear.PARTIES).read()
    assert row is not None
    assert max(row.heard, row.listened) <= line.hearing.now()


async def test_after_the_clock_was_moved_nobody_was_deaf(assembly: Assembly) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    number = await draft(assembly)
    before = await ends_at(assembly, number)
    await assembly.edge.move_clock("ahead", timedelta(days=7), timedelta(days=7))
    forward(assembly, timedelta(days=7))
    line.hearing.moved_on(timedelta(days=7))
    await line.hears()
    assert await ends_at(assembly, number) == before
    await (await Line(assembly).starts()).hears()
    assert await ends_at(assembly, number) == before


async def test_a_change_of_where_somebody_is_paid_waits_so_much_longer_once(
    assembly: Assembly,
) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    meet = MeetPerson(actor=BINA, name="Bina", username=None, locale="en", zone="UTC")
    await assembly.escrow.execute(meet)
    for details in ("DE89", "GB33"):
        await assembly.escrow.execute(SetDestination(actor=BINA, currency="EUR", details=details))

    async def from_at() -> datetime:
        person = await assembly.reads.person(BINA)
        assert person is not None
        place = person.destination("EUR")
        assert place is not None
        return place.from_at

    before = await from_at()
    forward(assembly, 5 * HOUR)
    assert assembly.escrow.now() - await assembly.reads.heard(BINA) >= 5 * HOUR
    for _ in range(2):
        await (await Line(assembly).starts()).hears()
    assert abs(await from_at() - before - 5 * HOUR) < MINUTE
    assert assembly.escrow.now() - await assembly.reads.heard(BINA) < MINUTE


# what proves that people were heard


async def heard(assembly: Assembly) -> datetime:
    row = await SqlHearing(assembly.store.database, Ear.PARTIES).read()
    assert row is not None
    return row.heard


async def test_while_a_rival_fetches_no_answer_proves_that_nobody_said_anything(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    before = await heard(assembly)
    forward(assembly, MINUTE)
    line.hearing.failed(contested("terminated by other getUpdates request"))
    await line.hears()
    assert await heard(assembly) == before, "the rival may have taken what was said"
    clock = asyncio.get_running_loop().time() + SURE_AFTER + 1
    monkeypatch.setattr(line.hearing, "_clock", lambda: clock)
    await line.hears()
    assert await heard(assembly) > before


@pytest.mark.parametrize("trouble", [TryAgain("502"), contested("webhook is active")])
async def test_after_other_trouble_the_first_answer_proves_it(
    assembly: Assembly, trouble: Exception
) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    before = await heard(assembly)
    forward(assembly, MINUTE)
    line.hearing.failed(trouble)
    await line.hears()
    assert await heard(assembly) > before


# the desk


async def told(assembly: Assembly) -> list[tuple[str, Any]]:
    owed = await SqlOutbox(assembly.store.database, "desk").take((), 9)
    assert all(o.notice.to == DESK for o in owed)
    return [(o.notice.kind, dict(o.notice.data)) for o in owed]


@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        (TryAgain("502"), AWAY),
        (Contested(RIVAL), RIVAL),
        (Contested(WEBHOOK), WEBHOOK),
    ],
)
async def test_the_desk_is_told_once_why_a_bot_is_deaf(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, trouble: Exception, why: str
) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    line.hearing.failed(trouble)
    await line.hearing.watch()
    assert await told(assembly) == []
    clock = asyncio.get_running_loop().time() + DEAF_AFTER + 1
    monkeypatch.setattr(line.hearing, "_clock", lambda: clock)
    await line.hearing.watch()
    await line.hearing.watch()
    again = await Line(assembly).starts()
    monkeypatch.setattr(again.hearing, "_answered_at", clock - 2 * DEAF_AFTER)
    again.hearing.failed(trouble)
    await again.hearing.watch()
    since = again.hearing.row.listened.isoformat()
    assert await told(assembly) == [(DEAF, {"bot": "parties", "why": why, "since": since})]


async def test_the_desk_is_told_that_a_bot_hears_again_and_how_long_it_did_not(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    line.hearing.failed(TryAgain("502"))
    clock = asyncio.get_running_loop().time() + DEAF_AFTER + 1
    monkeypatch.setattr(line.hearing, "_clock", lambda: clock)
    await line.hearing.watch()
    forward(assembly, 42 * MINUTE)
    await line.hears()
    await line.hearing.watch()
    await line.hearing.watch()
    # One conversation, so one at a time: the second comes after the first.
    row = await SqlHearing(assembly.store.database, Ear.PARTIES).read()
    assert row is not None
    assert row.deaf_since is None
    outbox = SqlOutbox(assembly.store.database, "desk")
    [first] = await outbox.take((), 9)
    await outbox.ended([], [first.id])
    assert await told(assembly) == [(HEARD, {"bot": "parties", "minutes": 42})]


# the files of open cases


async def drawn_anew(assembly: Assembly) -> int:
    """How many files the desk is to draw since last asked."""
    outbox = SqlOutbox(assembly.store.database, "desk")
    count = 0
    while owed := await outbox.take((), 9):
        count += sum(one.notice.kind == CASE_WANTED for one in owed)
        await outbox.ended([], [one.id for one in owed])
    return count


@pytest.fixture
async def case(assembly: Assembly, monkeypatch: pytest.MonkeyPatch) -> None:
    """One is open, and a payment waits beside it."""
    deal, now = await draft(assembly), assembly.escrow.now()
    kinds = (DeadlineKind.DISPUTE_RULING, DeadlineKind.DEPOSIT_CHECK)
    rows = [QueueRow(kind, deal, 1, None, "Logo", now, overdue=False) for kind in kinds]

    async def queue() -> list[QueueRow]:
        return rows

    monkeypatch.setattr(assembly.reads, "queue", queue)


@pytest.mark.usefixtures("case")
async def test_open_cases_are_drawn_anew_when_their_clocks_begin_to_wait_and_when_they_go_on(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = await Line(assembly).starts()
    await line.hears()
    assert await drawn_anew(assembly) == 0
    line.hearing.failed(TryAgain("502"))
    clock = asyncio.get_running_loop().time() + DEAF_AFTER + 1
    monkeypatch.setattr(line.hearing, "_clock", lambda: clock)
    await line.hearing.watch()
    await line.hearing.watch()
    assert await drawn_anew(assembly) == 1
    await line.hears()
    await line.hearing.watch()
    assert await drawn_anew(assembly) == 1
    forward(assembly, 3 * HOUR)
    await line.hears()
    assert await drawn_anew(assembly) == 1, "their dates have moved"
    await line.pause("moving house")
    await line.pause("moving house")
    assert await drawn_anew(assembly) == 1


async def test_the_desk_is_told_that_clocks_wait_whoever_of_its_deadlines_is_not_heard(
    assembly: Assembly,
) -> None:
    line, desk = await Line(assembly).starts(), await Line(assembly, Ear.DESK).starts()
    await line.hears()
    number = await draft(assembly)

    async def waits() -> str:
        view = await assembly.reads.view(number, DESK)
        assert view is not None
        return view.waits

    assert await waits() == ""
    forward(assembly, 2 * MINUTE)
    assert await waits() == "deaf"
    await line.hears()
    assert await waits() == "", "a draft waits for nobody at the desk"
    await desk.hears()
    assembly.escrow.clocks_wait = True
    assert await waits() == "paused"
