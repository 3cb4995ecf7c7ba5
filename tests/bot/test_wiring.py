"""What the program does around the bots: stops, pauses, broken deadlines, crashed updates."""

import asyncio
import socket
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import update

from bot.config import ConfigError, Settings
from bot.running.clock import PlayClock
from bot.wiring.aside import Aside
from bot.wiring.assembly import Assembly, assemble, invite_key, key_path
from bot.wiring.auditing import Auditing, next_night
from bot.wiring.owed import Owing
from bot.wiring.pausing import PAUSED, SINCE, Pausing
from bot.wiring.process import Process
from bot.wiring.schema import alone, prepare_database
from bot.wiring.sweeping import BROKEN_FOR, Sweeping
from core.deal.diary import Arrival
from core.deal.model import Deal, DealState, Transfer, TransferState
from core.drafting import StartDeal
from core.people import MeetPerson
from core.ports import UnitOfWork
from core.talking import MessageSent, Say
from core.values.ids import DESK, DealId, PersonId
from storage import tables as t
from storage.outbox import SqlOutbox
from tests.kit.scene import Scene

BINA, CARLOS = PersonId(1001), PersonId(1002)
HOUR = timedelta(hours=1)


@pytest.fixture
async def assembly(tmp_path: Path) -> AsyncIterator[Assembly]:
    settings = Settings()
    database = settings.database.model_copy(
        update={"url": f"sqlite+aiosqlite:///{tmp_path / 'holdfast.db'}"}
    )
    vault = settings.vault.model_copy(update={"path": tmp_path / "vault"})
    settings = settings.model_copy(update={"database": database, "vault": vault})
    prepare_database(settings)
    opened = assemble(settings, PlayClock())
    await opened.escrow.execute(
        MeetPerson(actor=BINA, name="Bina", username=None, locale="en", zone="UTC")
    )
    yield opened
    await opened.close()


async def draft(assembly: Assembly) -> DealId:
    """A deal with one clock: it is discarded when nobody touches it for 30 days."""
    outcome = await assembly.escrow.execute(StartDeal(actor=BINA))
    assert outcome.deal is not None
    return outcome.deal.id


async def deal_of(assembly: Assembly, number: DealId) -> Deal:
    view = await assembly.reads.view(number, BINA)
    assert view is not None
    return view.deal


async def ends_at(assembly: Assembly, number: DealId) -> datetime:
    window = (await deal_of(assembly, number)).window
    assert window is not None
    return window.ends_at


def forward(assembly: Assembly, by: timedelta) -> None:
    assert isinstance(assembly.clock, PlayClock)
    assembly.clock.ahead += by


class Voice:
    """What was said, past every handler."""

    def __init__(self) -> None:
        self.told: list[tuple[int, str]] = []
        self.soothed: list[str] = []

    async def tell(self, person: int, html: str) -> None:
        self.told.append((person, html))

    async def soothe(self, update: dict[str, Any], html: str) -> None:
        del update
        self.soothed.append(html)


async def test_an_address_that_is_taken_is_refused_by_its_key(assembly: Assembly) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        web = assembly.settings.web.model_copy(
            update={"listen": f"127.0.0.1:{other.getsockname()[1]}"}
        )
        settings = assembly.settings.model_copy(update={"web": web})
        process = Process(replace(assembly, settings=settings), "http://127.0.0.1:1")
        with pytest.raises(ConfigError, match=r"^web\.listen: 127"):
            await process.start()


async def test_nobody_has_caught_up_before_the_bots_are_there(assembly: Assembly) -> None:
    assert not (await Process(assembly, "http://127.0.0.1:1").pulse()).caught_up


def test_a_folder_that_is_none_is_refused_by_its_key(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    settings = Settings.model_validate({"vault": {"path": file / "vault"}})
    with pytest.raises(ConfigError, match=r"^vault\.path: "):
        assemble(settings, PlayClock())


def test_one_program_runs_on_a_file_of_sqlite(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'new' / 'holdfast.db'}"
    settings = Settings.model_validate({"database": {"url": url}})
    with alone(settings), pytest.raises(ConfigError, match=r"^database\.url: another"):
        alone(settings).__enter__()
    with alone(settings):
        pass


async def test_during_a_pause_everybody_is_answered_kindly(assembly: Assembly) -> None:
    pausing, voice, handled = Pausing(assembly), Voice(), []

    async def feed(update: dict[str, Any]) -> None:
        handled.append(update["update_id"])

    feed_or_soothe = pausing.around(feed, voice)
    await feed_or_soothe({"update_id": 1})
    await assembly.edge.set_flag(PAUSED, "moving house")
    await pausing.look()
    await feed_or_soothe({"update_id": 2})
    await assembly.edge.set_flag(PAUSED, None)
    await pausing.look()
    await feed_or_soothe({"update_id": 3})
    assert handled == [1, 3]
    assert len(voice.soothed) == 1
    assert "moving house" in voice.soothed[0]
    assert await assembly.edge.flag(SINCE) is None


async def test_a_deadline_that_crashes_holds_up_no_other_and_is_tried_again_later(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, well = await draft(assembly), await draft(assembly)
    meet = assembly.escrow.meet
    asked: Counter[tuple[DealId, str]] = Counter()

    async def crash(deal: DealId, key: str) -> None:
        asked[deal, key] += 1
        if deal == broken:
            raise KeyError(key)
        await meet(deal, key)

    monkeypatch.setattr(assembly.escrow, "meet", crash)
    forward(assembly, timedelta(days=31))
    sweeping = Sweeping(assembly)
    for _ in range(3):
        await sweeping.sweep()
    assert (await deal_of(assembly, well)).state is DealState.CANCELLED
    assert (await deal_of(assembly, broken)).state is DealState.DRAFT
    assert {times for (deal, _), times in asked.items() if deal == broken} == {1}
    loop = asyncio.get_running_loop()
    now = loop.time()
    monkeypatch.setattr(loop, "time", lambda: now + BROKEN_FOR + 1)
    monkeypatch.setattr(assembly.escrow, "meet", meet)
    await sweeping.sweep()
    assert (await deal_of(assembly, broken)).state is DealState.CANCELLED


async def test_a_digest_that_is_due_is_owed_by_the_sweep_once(assembly: Assembly) -> None:
    number, now = await draft(assembly), assembly.escrow.now()
    arrival = Arrival(BINA, number, now - timedelta(microseconds=1), now + HOUR)
    said = [MessageSent(CARLOS, None, ())]

    def arrived(uow: UnitOfWork) -> None:
        uow.record_events(number, Say(actor=CARLOS, deal=number), said, now + HOUR, None)
        uow.arrived([arrival])

    await assembly.store.run(arrived)
    sweeping = Sweeping(assembly)
    await sweeping.sweep()
    outbox = SqlOutbox(assembly.store.database, "parties")
    assert not await outbox.take((), 9)
    forward(assembly, 2 * HOUR)
    assembly.escrow.clocks_wait = True
    await sweeping.sweep()
    assert not await outbox.take((), 9)
    assembly.escrow.clocks_wait = False
    for _ in range(2):
        await sweeping.sweep()
    [owed] = await outbox.take((), 9)
    assert (owed.notice.kind, owed.notice.to) == ("digest", BINA)
    assert owed.notice.data["unread"] == [[number, 0, 1]]
    later = replace(arrival, since=now + 3 * HOUR, due_at=now + 4 * HOUR)
    await assembly.store.run(lambda uow: uow.arrived([later]))
    again = Say(actor=CARLOS, deal=number)
    await assembly.store.run(lambda uow: uow.record_events(number, again, said, later.due_at, None))
    forward(assembly, 3 * HOUR)
    await sweeping.sweep()
    assert len(await outbox.take((), 9)) == 1, "and of the next day too"


async def test_clocks_that_wait_are_not_swept(assembly: Assembly) -> None:
    number = await draft(assembly)
    forward(assembly, timedelta(days=31))
    assembly.escrow.clocks_wait = True
    sweeping = Sweeping(assembly)
    await sweeping.sweep()
    assert (await deal_of(assembly, number)).state is DealState.DRAFT
    assembly.escrow.clocks_wait = False
    await sweeping.sweep()
    assert (await deal_of(assembly, number)).state is DealState.CANCELLED


async def test_an_update_set_aside_is_told_to_the_desk_and_to_its_person(
    assembly: Assembly,
) -> None:
    voice = Voice()
    await Aside(assembly, "parties", voice)(
        {"update_id": 1, "message": {"from": {"id": BINA}}}, "K7"
    )
    [(person, text)] = voice.told
    assert person == BINA
    assert "K7" in text
    [owed] = await SqlOutbox(assembly.store.database, "desk").take((), 9)
    assert owed.notice.to == DESK
    assert owed.notice.data["code"] == "K7"


async def test_books_that_do_not_hold_at_night_are_told_to_the_desk(assembly: Assembly) -> None:
    number = await draft(assembly)
    outbox = SqlOutbox(assembly.store.database, "desk")
    await Auditing(assembly).audit()
    assert await outbox.take((), 9) == []
    await assembly.store.write(lambda c: c.execute(update(t.deals).values(title="Another")))
    await Auditing(assembly).audit()
    [owed] = await outbox.take((), 9)
    assert (owed.notice.kind, owed.notice.data["where"]) == ("books-broken", number)


@pytest.mark.parametrize(
    ("now", "night"),
    [
        (datetime(2026, 5, 4, 21, 29, tzinfo=UTC), datetime(2026, 5, 4, 21, 30, tzinfo=UTC)),
        (datetime(2026, 5, 4, 21, 30, tzinfo=UTC), datetime(2026, 5, 5, 21, 30, tzinfo=UTC)),
    ],
)
def test_the_books_are_judged_at_three_in_the_operators_night(
    now: datetime, night: datetime
) -> None:
    assert next_night(now, "Asia/Colombo") == night  # UTC+5:30


async def test_without_automatic_rails_nothing_is_sent(assembly: Assembly) -> None:
    number = await draft(assembly)
    assert await assembly.reads.owed_transfers() == []
    await Owing(assembly, ()).send()
    assert (await deal_of(assembly, number)).transfers == ()


@dataclass
class Owed:
    """A rail that nobody hears back from, and what is owed by it."""

    transfers: dict[int, Transfer]
    asked: list[int] = field(default_factory=list)
    name: str = "play"

    async def owed_transfers(self) -> list[tuple[DealId, int]]:
        return [(DealId("K7"), number) for number in self.transfers]

    async def transfer(self, _deal: DealId, number: int) -> Transfer:
        return self.transfers[number]

    async def send(self, _deal: DealId, transfer: Transfer) -> str | None:
        self.asked.append(transfer.number)
        return None


async def test_a_rail_is_not_asked_once_more_for_what_came_back() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    scene.pay()
    scene.submit()
    scene.approve()
    new = replace(scene.deal.transfer(1), rail="play")
    back = replace(new, number=2, state=TransferState.RETURNED, returns=1)
    failed = replace(back, number=3, state=TransferState.FAILED)
    owed = Owed({one.number: one for one in (new, back, failed)})
    await Owing(cast("Assembly", SimpleNamespace(reads=owed)), (owed,)).send()
    assert owed.asked == [1]


def test_the_invites_key_is_made_once_and_readable_by_nobody_else(tmp_path: Path) -> None:
    settings = Settings()
    vault = settings.vault.model_copy(update={"path": tmp_path / "deep" / "vault"})
    settings = settings.model_copy(update={"vault": vault})
    first = invite_key(settings)
    assert invite_key(settings) == first
    assert key_path(settings).stat().st_mode & 0o777 == 0o600
