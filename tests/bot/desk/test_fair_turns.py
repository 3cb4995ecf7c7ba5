"""What people who ask for help can cost each other, in messages of the group: real lanes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.config.rules import Limits
from bot.desk.outgoing import DeskOutgoing
from bot.mail.courier import Courier
from bot.mail.pacing import Pacer, Urgency
from bot.mail.pacing import SendLimits as Paces
from bot.mail.sending import Prepared
from core.deal.notice import ALWAYS, Notice
from core.ports import Rank
from core.talking import HELP_ASKED, STRANGER_ASKED
from core.values.ids import DESK, PersonId
from core.values.words import TEXT_LIMIT, FileRef, Words
from tests.bot.desk.world import NAMES, World, build
from tests.kit.boxes import MemoryOutbox
from tests.kit.virtual_time import now, virtual

LIMITS = Limits()
A_MINUTE = Paces().group_a_minute
ASKS = PersonId(7_000_000)


class Desk:
    """The desk's own way out and courier, over a queue in memory."""

    def __init__(self, world: World) -> None:
        app = replace(world.app, pacer=Pacer())
        self.out = DeskOutgoing(app, world.application.bot, pause=0)
        self.outbox = MemoryOutbox(now)
        self.world = world
        self.sent: list[tuple[float, int]] = []
        """When, and into which topic."""
        escrow: Any = world.escrow
        self.courier = Courier("desk", self.outbox, self.out, self.prepare, escrow)
        group: Any = world.group
        ask = group.do_request

        async def watched(url: str, *args: Any, **more: Any) -> tuple[int, bytes]:
            answer: tuple[int, bytes] = await ask(url, *args, **more)
            name, params = world.group.calls[-1]
            if name.startswith("send"):
                self.sent.append((now(), int(params["message_thread_id"])))
            return answer

        group.do_request = watched

    async def prepare(self, _notice: Notice, _behind: Sequence[Notice]) -> Prepared:
        return Prepared()

    @property
    def posted(self) -> list[tuple[float, PersonId]]:
        whose = {topic.thread_id: topic.person for topic in self.world.edge.topics.values()}
        return [(at, PersonId(whose[thread] or 0)) for at, thread in self.sent]

    def owe(self, person: PersonId, kind: str, text: str, files: Sequence[FileRef] = ()) -> None:
        NAMES.setdefault(person, (f"Person {person}", ""))
        words = Words.of(text, "salt")
        data = {"person": int(person)}
        self.outbox.owe(
            Notice(DESK, kind, None, data=data, words=words, files=tuple(files), holds=ALWAYS)
        )
        self.courier.wake()

    def before(self, person: PersonId) -> Iterator[PersonId]:
        """Whose messages left before the first of this one."""
        for _, other in self.posted:
            if other == person:
                return
            yield other

    def posted_to(self, person: PersonId) -> float:
        return next(at for at, other in self.posted if other == person)


async def everybody_asks(desk: Desk, kind: str, people: int, times: int, files: int) -> None:
    """As much as each is let, as long as can be, one after the other."""
    file = await desk.world.file("paper.pdf")
    for number in range(times):
        for person in range(people):
            text = f"{number} " + "x" * (TEXT_LIMIT - 10)
            desk.owe(PersonId(8_000_000 + person), kind, text, [file] * files)


@pytest.mark.parametrize("after", [0.0, 1.0, 30.0, 90.0])
@pytest.mark.parametrize(
    ("people", "times"), [(LIMITS.strangers_help_an_hour, 1), (60, LIMITS.stranger_help_a_day)]
)
def test_strangers_delay_the_help_of_who_has_a_deal_by_what_is_on_its_way_alone(
    people: int, times: int, after: float
) -> None:
    """However many they are: sixty are three hours of what they are let."""

    @virtual
    async def test() -> None:
        desk = Desk(await build())
        desk.courier.start()
        await everybody_asks(desk, STRANGER_ASKED, people, times, LIMITS.stranger_help_files)
        await asyncio.sleep(after)
        before, at = len(desk.posted), now()
        desk.owe(ASKS, HELP_ASKED, "Where is my money?")
        await asyncio.sleep(600)
        assert len(list(desk.before(ASKS))) - before <= 1
        assert desk.posted_to(ASKS) - at <= 60, "a place of the last minute is free again"
        await desk.courier.stop()

    test()


@pytest.mark.parametrize("files", [0, 10])
def test_one_person_delays_another_by_a_message_or_two(files: int) -> None:
    @virtual
    async def test() -> None:
        desk = Desk(await build())
        desk.courier.start()
        await everybody_asks(desk, HELP_ASKED, 1, LIMITS.help_a_day, files)
        await asyncio.sleep(30)
        before = len(desk.posted)
        desk.owe(ASKS, HELP_ASKED, "Where is my money?")
        await asyncio.sleep(120)
        assert len(list(desk.before(ASKS))) - before <= 1
        await desk.courier.stop()

    test()


@pytest.mark.parametrize("people", [5, 30])
def test_whoever_had_one_posted_waits_behind_who_had_none(people: int) -> None:
    @virtual
    async def test() -> None:
        desk = Desk(await build())
        await everybody_asks(desk, HELP_ASKED, people, 5, 3)
        await asyncio.sleep(1)
        desk.owe(ASKS, HELP_ASKED, "Where is my money?")
        desk.courier.start()
        await asyncio.sleep(900)
        ahead = list(desk.before(ASKS))
        assert len(set(ahead)) == people, "they asked first"
        assert len(ahead) <= people + 8, "a second one of whoever was on their way"
        await desk.courier.stop()

    test()


@virtual
async def test_many_lines_of_one_person_are_few_messages() -> None:
    desk = Desk(await build())
    for number in range(LIMITS.help_a_day):
        desk.owe(ASKS, HELP_ASKED, f"And {number}?")
    desk.courier.start()
    await asyncio.sleep(120)
    assert len(desk.posted) == 1
    [shown] = [m for m in desk.world.group.messages.values() if "And 0?" in m.text]
    assert shown.text.count("And ") == LIMITS.help_a_day
    await desk.courier.stop()


def test_every_rank_has_its_urgency_at_the_way_out() -> None:
    assert {rank.name: int(rank) for rank in Rank} == {
        urgency.name: int(urgency) for urgency in Urgency if urgency is not Urgency.ANSWER
    }
