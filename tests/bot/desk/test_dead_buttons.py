"""Every button that ever stood at the desk is pressed again after each later step.

What is old shows how it stands and does nothing else; what stands still is not answered as old.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.buttons import Press
from core.deal.ruling import Outcome
from core.disputing import Rule, TakeOver
from core.paying import RejectClaim
from core.values.ids import PersonId
from tests.bot.desk.group import GROUP, Json, Shown
from tests.bot.desk.test_help import ask, thread
from tests.bot.desk.test_treasury import card, claim, claimed, owed_payout, press
from tests.bot.desk.world import ARAM, BINA, HANA, NOOR, REASONS, TESS, World, said

OLD = "That button is old"
MONEY = frozenset({"dep", "depok", "no", "nox", "diff", "damt", "proof", "claim"}) | frozenset(
    {"out", "outok", "fail", "owed"}
)
ONCE = frozenset({"send", "keep", "mine"})
"""Under a colleague's words: once answered, they are over."""


@asynccontextmanager
async def taken_back(world: World) -> AsyncIterator[None]:
    """Whatever happens inside has not happened."""
    rows, group, edge = world.store.rows.copy(), world.group, world.edge
    messages = dict(group.messages)
    looks = [(m, m.html, deepcopy(m.buttons)) for m in messages.values()]
    rooms, pinned, counted = deepcopy(group.topics), list(group.pinned), group._next  # noqa: SLF001
    kept = {name: dict(getattr(edge, name)) for name in ("topics", "relays", "flags")}
    assert world.app.buttons is not None
    ages, world.app.buttons.ages = world.app.buttons.ages, None
    try:
        yield
    finally:
        world.store.rows, world.app.buttons.ages = rows, ages
        group.messages, group.topics, group.pinned = messages, rooms, pinned
        group._next = counted  # noqa: SLF001
        for message, html, buttons in looks:
            message.html, message.buttons = html, buttons
        for name, value in kept.items():
            getattr(edge, name).clear()
            getattr(edge, name).update(value)


@dataclass
class Walk:
    """What has stood so far, by message and what the button carries."""

    world: World
    stood: dict[tuple[int, str], str] = field(default_factory=dict)

    async def look(self) -> None:
        """After a step: everything is delivered, and every button is pressed."""
        await self.world.deliver()
        await self.world.look()
        await self.world.deliver()
        now = {
            (m.id, b["callback_data"]): b["text"]
            for m in self.world.group.messages.values()
            for row in m.buttons
            for b in row
            if b.get("callback_data")
        }
        for (message, data), label in self.stood.items():
            if (message, data) not in now and message in self.world.group.messages:
                await self._gone(self.world.group.messages[message], data, label)
        for (message, data), label in now.items():
            await self._there(self.world.group.messages[message], data, label)
        self.stood |= now

    def _pressing(self, who: PersonId, shown: Shown, data: str) -> Json:
        body = deepcopy(shown)
        body.buttons = [[{"text": "it", "callback_data": data}]]
        return self.world.press_of(who, body, "it")

    async def _gone(self, shown: Shown, data: str, label: str) -> None:
        world, over = self.world, await self._is_over(data)
        for who in (TESS,) if data.split("|", maxsplit=1)[0] in MONEY else (ARAM, NOOR):
            async with taken_back(world):
                before = kept(world)
                answers = len(world.group.answers)
                await world.update(callback_query=self._pressing(who, shown, data))
                assert len(world.group.answers) == answers + 1, f"{label} ({data}) is not answered"
                same = not over or kept(world) == before
                assert same, f"{label} ({data}) by {who} did something"

    async def _is_over(self, data: str) -> bool:
        """Whether it is old, and not only another screen of the same message."""
        found, buttons = Press.unpack(data), self.world.app.buttons
        assert found is not None
        assert buttons is not None
        assert buttons.ages is not None
        if found.deal is None or not buttons.ages.fades(found):
            return found.verb in ONCE
        return (await buttons.ages.old(GROUP, found.deal, [[found]]))[0]

    async def _there(self, shown: Shown, data: str, label: str) -> None:
        world = self.world
        verb = data.split("|", maxsplit=1)[0]
        owner = data.split("|")[4].split(".", maxsplit=1)[0] if verb in ("r", "leave") else ""
        told = []
        people = (TESS,) if verb in MONEY else (ARAM, NOOR, HANA)
        for who in (PersonId(int(owner)),) if owner else people:
            async with taken_back(world):
                await world.update(callback_query=self._pressing(who, shown, data))
                told.append(str(world.group.answers[-1].get("text", "")))
        assert not all(text.startswith(OLD) for text in told), f"{label} ({data}) is old"


def kept(world: World) -> tuple[Any, ...]:
    """What a press could have changed: the deals, the journal, the open forms."""
    return dict(world.store.deals), len(world.store.journal), dict(world.store.rows.forms)


Step = Callable[[World], Awaitable[Any]]


def tap(who: PersonId, label: str) -> Step:
    """In the case's topic."""
    return lambda world: world.press(who, label)


def pay(label: str) -> Step:
    """In General."""
    return lambda world: press(world, TESS, label)


def words(who: PersonId, text: str) -> Step:
    return lambda world: world.write(who, text)


def aloud(who: PersonId, text: str) -> Step:
    return lambda world: world.write(who, text, None)


async def asked_for_help(world: World) -> None:
    await ask(world, BINA, "How do I get paid?")


async def replied(world: World) -> None:
    where = thread(world, BINA)
    await world.write(ARAM, "By bank transfer.", where, world.group.last(where))


async def sent(world: World) -> None:
    where = thread(world, BINA)
    await world.press(ARAM, "Send to Bina Rahimi", world.group.last(where))


async def by_the_command_line(world: World) -> None:
    """Somebody else answers, and no message of this claim is touched by it."""
    m = world.deal.milestones[0]
    await world.do(RejectClaim(actor=TESS, deal=world.id, milestone=1, seen=m.seen))


async def by_another_card(world: World) -> None:
    await pay("Confirm deposit")(world)
    await pay("Confirm deposit: 300.00 EUR")(world)


async def answered(world: World) -> None:
    await world.reply(1)


async def handed_over(world: World) -> None:
    await world.press(ARAM, "Hand over")
    await world.press(ARAM, "Leave it open", world.last())


async def ruled(world: World) -> None:
    """Another has it, and rules, while forms and second taps of the first one stand."""
    await world.do(TakeOver(actor=HANA, deal=world.id, milestone=1))
    await world.do(
        Rule(
            actor=HANA,
            deal=world.id,
            milestone=1,
            outcome=Outcome.REFUND,
            held=world.deal.milestones[0].held,
            criterion=0,
            relied_on=(),
            reasons=said(REASONS),
        )
    )


WALKS: dict[str, tuple[Step, ...]] = {
    "a deposit": (
        claimed, pay("Confirm deposit"), pay("Back"), pay("Different amount"), aloud(TESS, "299"),
        aloud(TESS, "/deposits"), pay("Not arrived"), pay("Back"), by_another_card,
    ),
    "a claim that is answered elsewhere": (
        claimed, aloud(TESS, "/deposits"), pay("Not arrived"), pay("Back"),
        pay("Different amount"), by_the_command_line, claim, by_another_card,
    ),
    "a payout": (
        owed_payout, pay("Confirm payout"), pay("Back"), aloud(TESS, "/payouts"),
        pay("It failed"), aloud(TESS, "closed account"), pay("Confirm payout"),
        pay("Confirm payout: 300.00 EUR"),
    ),
    "a case": (
        World.dispute, tap(ARAM, "Take"), tap(HANA, "Take over"), tap(ARAM, "I know one of them"),
        handed_over, tap(NOOR, "Take"), World.state, tap(NOOR, "Ask the client"),
        words(NOOR, "Which one is missing?"), answered, tap(NOOR, "Rule…"), tap(NOOR, "Split…"),
        words(NOOR, "60 %"), tap(NOOR, "1. three concepts"), words(NOOR, REASONS),
        tap(NOOR, "Confirm the ruling"),
    ),
    "a case that another rules": (
        World.dispute, tap(ARAM, "Take"), tap(HANA, "Take over"), tap(ARAM, "Hand over"),
        World.state, tap(ARAM, "Rule…"), tap(ARAM, "Ask the client"), ruled,
    ),
    "help": (World.agree, asked_for_help, replied, sent, asked_for_help, replied),
}  # fmt: skip


@pytest.mark.parametrize("steps", WALKS.values(), ids=WALKS.keys())
async def test_what_is_gone_does_nothing_and_what_stands_is_not_old(
    world: World, steps: tuple[Step, ...]
) -> None:
    for colleague in (ARAM, NOOR, HANA, TESS):
        await world.write(colleague, "Good morning", None)
    walk = Walk(world)
    for step in steps:
        await step(world)
        await walk.look()


async def test_a_claim_loses_its_buttons_everywhere_once_one_card_is_answered(
    world: World,
) -> None:
    await claimed(world)
    first = card(world, "Confirm deposit")
    await world.write(TESS, "/deposits", None)
    await by_another_card(world)
    await world.look()
    await world.deliver()
    assert first.labels == []
    assert "300.00 EUR" in first.text
