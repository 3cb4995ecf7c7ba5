"""Notices arrive at least once, in order a person, as fast as Telegram lets them."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.mail.courier import Courier
from bot.mail.sending import Delivered, Prepared, RetryAfter, TryAgain, Unreachable
from core.deal.commands import Command
from core.deal.notice import ALWAYS, Notice
from core.escrow import Executed, Form
from core.people import MarkReachable
from core.ports import StoreAway
from core.timing import NoticeServed, NoticeUnserved
from core.values.errors import NotNow
from core.values.ids import DESK, DealId, PersonId
from tests.kit.boxes import MemoryOutbox, Phones
from tests.kit.virtual_time import now, virtual

DEAL = DealId("7K3F9QZM")
OPENED = datetime(2026, 1, 5, 12, tzinfo=UTC)


def notice(to: int, kind: str = "diary-written", **more: Any) -> Notice:
    return Notice(PersonId(to), kind, DEAL, holds=ALWAYS, **more)


def opening(to: int) -> Notice:
    return notice(to, "work-submitted", milestone=1, serves=OPENED)


class Escrow:
    """Keeps what it is asked; `refuses` says no to everything."""

    def __init__(self) -> None:
        self.asked: list[tuple[Command, str | None]] = []
        self.refuses = False
        self.breaks: Exception | None = None
        self.wakes = 0
        self.before_each: Callable[[], None] = lambda: None
        self.after_each: Callable[[], None] = lambda: None

    async def execute(
        self, command: Command, *, request: str | None = None, form: Form | None = None
    ) -> None:
        self.before_each()
        self.asked.append((command, request))
        if self.refuses:
            raise NotNow("wrong-state")
        if self.breaks is not None:
            raise self.breaks
        if form is not None:
            form(None, Executed(None))  # type: ignore[arg-type]
        self.after_each()

    def moved(self, deal: DealId) -> None:
        """A notice of it is settled."""

    def woken(self) -> None:
        self.wakes += 1


class Scene:
    """One courier with its fakes."""

    def __init__(self, latency: float = 0.0) -> None:
        self.outbox = MemoryOutbox(now)
        self.phones = Phones(now, latency)
        self.escrow = Escrow()
        self.false: set[str] = set()
        self.joins: set[str] = set()
        """Kinds that leave in the message of what they wait behind."""
        self.was_unreachable: set[int] = set()
        self.couriers: list[Courier] = []

    async def prepare(self, notice: Notice, behind: Sequence[Notice]) -> Prepared | None:
        await asyncio.sleep(0)
        if notice.kind in self.false:
            return None
        also = tuple(n for n, one in enumerate(behind) if one.kind in self.joins)
        return Prepared(was_unreachable=notice.to in self.was_unreachable, also=also)

    def courier(self) -> Courier:
        escrow: Any = self.escrow
        made = Courier("test", self.outbox, self.phones, self.prepare, escrow)
        made.start()
        self.couriers.append(made)
        return made

    @property
    def arrived(self) -> list[int]:
        return [number for _, number, _ in self.phones.arrived]


@virtual
async def test_a_persons_notices_arrive_in_order_and_people_beside_each_other() -> None:
    scene = Scene(latency=1.0)
    for _ in range(5):
        scene.outbox.owe(*(notice(person) for person in (1, 2, 3)))
    courier = scene.courier()
    await asyncio.sleep(20)
    for person in (1, 2, 3):
        own = [number for _, number, n in scene.phones.arrived if n.to == person]
        assert own == sorted(own)
        assert len(own) == 5
    assert scene.phones.arrived[-1][0] < 6
    await courier.stop()


@virtual
async def test_a_woken_courier_does_not_wait_for_the_slow_look() -> None:
    scene = Scene()
    courier = scene.courier()
    await asyncio.sleep(1)
    scene.outbox.owe(notice(1))
    courier.wake()
    await asyncio.sleep(0.01)
    assert scene.arrived == [1]
    await courier.stop()


@virtual
async def test_what_is_true_no_longer_is_skipped() -> None:
    scene = Scene()
    scene.false = {"reminded"}
    scene.outbox.owe(notice(1, "reminded"), notice(1))
    courier = scene.courier()
    await asyncio.sleep(1)
    assert scene.arrived == [2]
    assert scene.outbox.skipped == [1]
    await courier.stop()


@virtual
async def test_a_window_is_served_and_its_notice_marked_in_one_transaction() -> None:
    scene = Scene()
    scene.outbox.owe(opening(1))
    marked: list[list[int]] = []
    ended = scene.outbox.ended

    async def watched(sent: Any, skipped: Any) -> bool:
        marked.append(list(scene.outbox.sent))
        return await ended(sent, skipped)

    scene.outbox.ended = watched  # type: ignore[method-assign]
    courier = scene.courier()
    await asyncio.sleep(1)
    [(command, request)] = scene.escrow.asked
    assert command == NoticeServed(actor=PersonId(0), deal=DEAL, milestone=1, opened_at=OPENED)
    assert request == "notice:1:served"
    assert marked == [[1]]
    await courier.stop()


@virtual
async def test_what_fails_after_a_notice_has_arrived_neither_sends_it_again_nor_undoes_it() -> None:
    scene = Scene()
    scene.outbox.owe(opening(1), notice(1))
    scene.escrow.breaks = KeyError("bug")
    courier = scene.courier()
    await asyncio.sleep(600)
    assert scene.arrived == [1, 2]
    assert scene.outbox.sent == [1, 2]
    assert [type(command) for command, _ in scene.escrow.asked] == [NoticeServed]
    await courier.stop()


@virtual
async def test_what_follows_a_notice_is_owed_with_its_mark_and_the_couriers_are_woken() -> None:
    scene = Scene()
    scene.outbox.owe(notice(1))
    scene.phones.delivered = Delivered((notice(1, "card-redrawn"),))
    courier = scene.courier()
    await asyncio.sleep(0.01)
    assert [n.kind for _, _, n in scene.phones.arrived] == ["diary-written", "card-redrawn"]
    assert scene.escrow.wakes == 1
    await courier.stop()


@virtual
async def test_what_a_later_notice_says_too_is_not_sent() -> None:
    scene = Scene()
    scene.outbox.owe(notice(1, "card-redrawn"), notice(1))
    scene.outbox.rows[1] = replace(scene.outbox.rows[1], overtaken=True)
    courier = scene.courier()
    await asyncio.sleep(1)
    assert scene.arrived == [2]
    assert scene.outbox.skipped == [1]
    await courier.stop()


@virtual
async def test_one_stuck_lane_of_the_desk_holds_up_no_other() -> None:
    scene = Scene()
    stuck, other = (
        Notice(DESK, "dispute-opened", DealId(d), 1, holds=ALWAYS) for d in (DEAL, "ABCDEFGH")
    )
    scene.outbox.owe(stuck, Notice(DESK, "evidence-filed", DEAL, 1, holds=ALWAYS), other)
    scene.outbox.owe(
        Notice(DESK, "payment-claimed", DEAL, 1, holds=ALWAYS),
        Notice(DESK, "books-broken", None, holds=ALWAYS),
    )
    scene.phones.trouble[1] = [Unreachable("not enough rights") for _ in range(3)]
    courier = scene.courier()
    await asyncio.sleep(0.1)
    assert sorted(scene.arrived) == [3, 4, 5]
    await asyncio.sleep(300)
    assert scene.arrived[3:] == [1, 2]
    await courier.stop()


@virtual
async def test_at_the_desk_what_frees_money_goes_first_and_help_last() -> None:
    scene = Scene()
    kinds = ("help-asked", "evidence-filed", "dispute-opened", "transfer-due", "payment-claimed")
    for number, kind in enumerate(kinds):
        data = {"person": number, "transfer": number} if "transfer" in kind else {"person": number}
        scene.outbox.owe(Notice(DESK, kind, DEAL, number, data=data, holds=ALWAYS))
    courier = scene.courier()
    await asyncio.sleep(1)
    assert scene.arrived == [4, 5, 3, 2, 1]
    await courier.stop()


@virtual
async def test_who_blocked_the_bot_is_marked_and_the_window_is_said_to_be_unserved() -> None:
    scene = Scene()
    scene.outbox.owe(opening(1), notice(1))
    scene.phones.trouble[1] = [Unreachable("blocked")]
    courier = scene.courier()
    await asyncio.sleep(1)
    marked, unserved = (command for command, _ in scene.escrow.asked)
    assert marked == MarkReachable(actor=PersonId(0), person=PersonId(1), reachable=False)
    assert isinstance(unserved, NoticeUnserved)
    assert scene.outbox.dropped == {1: "unreachable"}
    assert scene.arrived == [2]
    await courier.stop()


@virtual
async def test_somebody_who_is_back_is_marked_as_reachable() -> None:
    scene = Scene()
    scene.was_unreachable = {1}
    scene.outbox.owe(notice(1))
    courier = scene.courier()
    await asyncio.sleep(1)
    [(command, _)] = scene.escrow.asked
    assert command == MarkReachable(actor=PersonId(0), person=PersonId(1), reachable=True)
    await courier.stop()


@virtual
async def test_a_desk_that_threw_the_bot_out_keeps_its_notices_until_it_is_back() -> None:
    scene = Scene()
    scene.outbox.owe(Notice(DESK, "dispute-opened", DEAL, holds=ALWAYS))
    scene.phones.trouble[1] = [Unreachable("kicked")] * 6
    courier = scene.courier()
    await asyncio.sleep(600)
    assert scene.arrived == [1]
    assert scene.escrow.asked == []
    await courier.stop()


@virtual
async def test_a_429_is_obeyed_to_the_second_and_is_no_attempt() -> None:
    scene = Scene()
    scene.outbox.owe(notice(1))
    scene.phones.trouble[1] = [RetryAfter(37)]
    courier = scene.courier()
    await asyncio.sleep(100)
    [(at, number, _)] = scene.phones.arrived
    assert (number, scene.outbox.sent) == (1, [1])
    assert 37 <= at < 37.1
    await courier.stop()


@virtual
async def test_broken_connections_are_retried_ever_more_rarely_and_never_given_up() -> None:
    scene = Scene()
    scene.outbox.owe(notice(1), notice(2))
    scene.phones.trouble[1] = [TryAgain("502") for _ in range(15)]
    courier = scene.courier()
    await asyncio.sleep(3 * 3600)
    times = {number: at for at, number, _ in scene.phones.arrived}
    assert times[2] < 1
    assert 1000 < times[1] < 3 * 3600
    assert scene.outbox.dropped == {}
    await courier.stop()


@virtual
async def test_a_notice_that_crashes_is_set_aside_and_the_person_gets_the_next() -> None:
    scene = Scene()
    scene.outbox.owe(notice(1), notice(1))
    scene.phones.trouble[1] = [KeyError("bug")] * 3
    courier = scene.courier()
    await asyncio.sleep(60)
    assert scene.arrived == [2]
    assert scene.outbox.dropped[1].startswith("incident ")
    await courier.stop()


@virtual
async def test_the_window_of_a_notice_that_crashes_is_said_to_be_unserved() -> None:
    scene = Scene()
    scene.outbox.owe(opening(1))
    scene.phones.trouble[1] = [KeyError("bug")] * 3
    courier = scene.courier()
    await asyncio.sleep(60)
    [(unserved, request)] = scene.escrow.asked
    assert isinstance(unserved, NoticeUnserved)
    assert request == "notice:1:unserved"
    await courier.stop()


@virtual
async def test_a_database_that_is_away_drops_no_notice() -> None:
    scene = Scene(latency=0.5)
    scene.outbox.owe(notice(1), notice(1), notice(2))
    scene.phones.trouble[3] = [KeyError("bug")]
    courier = scene.courier()
    await asyncio.sleep(0.1)
    scene.outbox.away = True
    await asyncio.sleep(600)
    assert courier.failure() is None
    scene.outbox.away = False
    await asyncio.sleep(60)
    assert sorted(scene.outbox.sent) == [1, 2, 3]
    assert not scene.outbox.dropped
    await courier.stop()


@virtual
async def test_what_has_arrived_is_not_sent_again_while_the_database_is_away() -> None:
    scene = Scene()
    away_until = 60.0

    def reach() -> None:
        if now() < away_until:
            raise StoreAway("full")

    scene.escrow.before_each = reach
    scene.outbox.owe(opening(1))
    courier = scene.courier()
    await asyncio.sleep(120)
    assert scene.arrived == [1]
    assert [type(command) for command, _ in scene.escrow.asked] == [NoticeServed]
    assert scene.outbox.sent == [1]
    await courier.stop()


@virtual
async def test_a_deal_that_moved_on_refuses_to_be_served_and_that_is_fine() -> None:
    scene = Scene()
    scene.escrow.refuses = True
    scene.outbox.owe(opening(1))
    courier = scene.courier()
    await asyncio.sleep(1)
    assert scene.outbox.sent == [1]
    await courier.stop()


@virtual
async def test_the_desk_is_told_how_its_words_were_delivered() -> None:
    scene = Scene()
    scene.outbox.owe(notice(1, "question-asked"), notice(2, "help-answered"), notice(3))
    scene.phones.trouble[2] = [Unreachable("blocked")]
    courier = scene.courier()
    await asyncio.sleep(1)
    told = [n for _, _, n in scene.phones.arrived if n.to == DESK]
    assert sorted((n.data["kind"], n.data["ok"]) for n in told) == [
        ("help-answered", False),
        ("question-asked", True),
    ]
    await courier.stop()


@virtual
async def test_reminders_leave_room_for_those_who_wait_for_an_answer() -> None:
    scene = Scene(latency=10.0)
    scene.outbox.owe(*(notice(person) for person in range(1, 201)), later=True)
    courier = scene.courier()
    await asyncio.sleep(1)
    scene.outbox.owe(notice(999))
    courier.wake()
    await asyncio.sleep(10.5)
    assert 201 in scene.arrived
    await courier.stop()


@virtual
async def test_stopping_finishes_what_is_on_its_way() -> None:
    scene = Scene(latency=1.0)
    scene.outbox.owe(notice(1), notice(1), notice(2))
    courier = scene.courier()
    await asyncio.sleep(0.5)
    await courier.stop()
    assert sorted(scene.outbox.sent) == [1, 3]
    assert list(scene.outbox.rows) == [2]


@virtual
async def test_what_leaves_in_one_message_is_marked_at_once_and_comes_no_second_time() -> None:
    scene = Scene()
    scene.joins, scene.false = {"deal-completed", "milestone-opened"}, set()
    scene.outbox.owe(notice(1, "money-settled"), notice(1, "deal-completed"), notice(2))
    scene.outbox.owe(notice(1, "message-sent"), notice(1, "milestone-opened"))
    courier = scene.courier()
    await asyncio.sleep(1)
    assert sorted(scene.arrived) == [1, 3, 4]
    assert sorted(scene.outbox.sent) == [1, 2, 3, 4, 5]
    await courier.stop()


@virtual
async def test_a_window_that_opens_among_others_is_served_once_with_their_mark() -> None:
    scene = Scene()
    scene.joins = {"work-submitted"}
    scene.outbox.owe(notice(1, "late-cancel-taken-back"), opening(1))
    marked: list[list[int]] = []
    scene.escrow.after_each = lambda: marked.append(list(scene.outbox.sent))
    courier = scene.courier()
    await asyncio.sleep(1)
    [(command, request)] = scene.escrow.asked
    assert command == NoticeServed(actor=PersonId(0), deal=DEAL, milestone=1, opened_at=OPENED)
    assert (request, marked) == ("notice:2:served", [[1, 2]])
    assert scene.arrived == [1]
    await courier.stop()


@virtual
async def test_a_kill_between_the_message_and_its_mark_loses_none_of_what_it_told() -> None:
    scene = Scene(latency=0.1)
    scene.joins = {"deal-completed"}
    scene.outbox.owe(notice(1, "money-settled"), notice(1, "deal-completed"))

    async def killed(sent: Any, skipped: Any) -> bool:
        del sent, skipped
        await asyncio.sleep(3600)
        return False

    ended, scene.outbox.ended = scene.outbox.ended, killed  # type: ignore[method-assign]
    first = scene.courier()
    await asyncio.sleep(1)
    assert scene.arrived == [1]
    assert not scene.outbox.sent
    scene.outbox.ended = ended  # type: ignore[method-assign]
    second = scene.courier()
    await asyncio.sleep(1)
    assert scene.arrived == [1, 1], "both are told again, in one message again"
    assert scene.outbox.sent == [1, 2]
    await first.stop()
    await second.stop()


@virtual
async def test_what_crashes_a_message_of_several_is_set_aside_alone() -> None:
    scene = Scene()
    scene.joins = {"broken"}
    scene.outbox.owe(notice(1, "money-settled"), notice(1, "broken"), notice(1, "deal-completed"))
    prepare = scene.prepare

    async def crashing(notice: Notice, behind: Sequence[Notice]) -> Prepared | None:
        prepared = await prepare(notice, behind)
        if notice.kind == "broken":
            raise KeyError("bug")
        return prepared

    scene.prepare = crashing  # type: ignore[method-assign]
    scene.phones.trouble[1] = [KeyError("bug of the second")]
    courier = scene.courier()
    await asyncio.sleep(60)
    assert scene.arrived == [1, 3]
    assert list(scene.outbox.dropped) == [2]
    await courier.stop()
