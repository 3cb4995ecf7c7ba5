"""Old buttons: looked for after each step, taken off once, and never in a press's way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from aiogram.methods import EditMessageText

from bot.buttons import Press
from bot.desk.line.transport import DeskNoting
from bot.mail.courier.buttons import Buttons, Standing, Stands
from bot.parties.line.noting import PartiesNoting
from core.ports import StoreAway
from core.values.ids import DealId, PersonId

ONE, TWO = DealId("7K3F9QZM"), DealId("7K3F9QZN")
APPROVE, HELP = Press("approve", ONE, 1, 3).pack(), Press("help", ONE).pack()


class Kept:
    """What was asked of the database."""

    def __init__(self) -> None:
        self.there: dict[tuple[int, int], Standing] = {}
        self.looked: list[list[DealId]] = []
        self.owing: list[int] = []
        self.away = False

    async def keep(self, standing: Sequence[Standing]) -> None:
        if self.away:
            raise StoreAway("gone")
        for one in standing:
            self.there[one.chat, one.message] = one

    async def of(self, deals: Sequence[DealId]) -> Sequence[Standing]:
        self.looked.append(list(deals))
        return [one for one in self.there.values() if one.deal in deals and one.presses]

    async def owe(self, old: Sequence[Stands], to: PersonId | None = None) -> bool:
        assert to is None
        self.owing += [one.message for one in old]
        return bool(old)

    async def owed(self, _chat: int, message: int) -> bool:
        return message in self.owing


class Ages:
    """Approve is old in the chats of `over`."""

    def __init__(self) -> None:
        self.over: set[int] = set()
        self.broken = False
        self.asked = 0

    def fades(self, press: Press) -> bool:
        return press.verb == "approve"

    async def old(self, chat: int, _deal: DealId, presses: Sequence[Sequence[Press]]) -> list[bool]:
        self.asked += 1
        if self.broken:
            raise KeyError
        return [chat in self.over for _ in presses]


class Escrow:
    wakes = 0

    def woken(self) -> None:
        self.wakes += 1


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def buttons(kept: Kept) -> Buttons:
    escrow: Any = Escrow()
    found = Buttons(kept, escrow)
    found.ages = Ages()
    return found


async def test_only_buttons_that_will_be_old_one_day_are_remembered(
    buttons: Buttons, kept: Kept
) -> None:
    buttons.stands(1, 10, [APPROVE, HELP])
    buttons.stands(1, 11, [HELP, "nonsense of another"])
    await buttons.look()
    assert kept.there[1, 10] == Standing(1, 10, ONE, (APPROVE,))
    assert kept.there[1, 11].presses == ()
    assert kept.looked == [], "nothing happened in any deal"


async def test_after_a_step_those_of_its_deal_are_looked_at_together(
    buttons: Buttons, kept: Kept
) -> None:
    ages: Any = buttons.ages
    for message in (10, 11):
        buttons.stands(1, message, [APPROVE])
    buttons.stands(2, 20, [APPROVE])
    ages.over = {1}
    for deal in (ONE, TWO, ONE):
        buttons.moved(deal)
    await buttons.look()
    assert kept.looked == [[ONE, TWO]]
    assert ages.asked == 2, "once a chat and deal"
    assert kept.owing == [10, 11]
    await buttons.look()
    assert len(kept.looked) == 1


async def test_what_was_pressed_meanwhile_keeps_its_new_buttons(
    buttons: Buttons, kept: Kept
) -> None:
    kept.owing = [10, 11]
    assert await buttons.to_go(1, 10)
    buttons.stands(1, 10, [APPROVE])
    buttons.stands(1, 11)
    assert not await buttons.to_go(1, 10)
    assert await buttons.to_go(1, 11), "it is stripped already, which is as good"


async def test_what_became_a_card_whose_buttons_never_get_old_keeps_them(
    buttons: Buttons, kept: Kept
) -> None:
    kept.owing = [10]
    buttons.stands(1, 10, [HELP])
    assert not await buttons.to_go(1, 10)


async def test_what_is_being_changed_keeps_what_it_will_have(buttons: Buttons, kept: Kept) -> None:
    """A step makes the pressed message old and another one: which arrives first nobody knows."""
    kept.owing = [10, 11]
    with buttons.changing(1, 10), buttons.changing(1, 10):
        assert not await buttons.to_go(1, 10)
        assert await buttons.to_go(1, 11)
    assert await buttons.to_go(1, 10), "the change was refused, and what it has is as old"


async def test_both_bots_say_what_they_are_changing(buttons: Buttons, kept: Kept) -> None:
    kept.owing = [10]
    went: list[bool] = []

    async def arrives(*_what: object) -> Any:
        went.append(await buttons.to_go(1, 10))
        return True

    nobody: Any = None
    edit = EditMessageText(chat_id=1, message_id=10, text="x")
    request: Any = arrives
    await PartiesNoting(buttons)(request, nobody, edit)
    data = {"chat_id": 1, "message_id": 10, "text": "x"}
    await DeskNoting(buttons).process_request(arrives, (), {}, "editMessageText", data, None)
    assert went == [False, False]


async def test_what_is_being_written_down_keeps_its_new_buttons(
    buttons: Buttons, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.owing = [10]
    buttons.stands(1, 10, [APPROVE])
    went: list[bool] = []

    async def slow(_standing: Sequence[Standing]) -> None:
        went.append(await buttons.to_go(1, 10))

    monkeypatch.setattr(kept, "keep", slow)
    await buttons.look()
    assert went == [False]


async def test_a_database_that_is_away_forgets_nothing(buttons: Buttons, kept: Kept) -> None:
    kept.away = True
    buttons.stands(1, 10, [APPROVE])
    buttons.moved(ONE)
    with pytest.raises(StoreAway):
        await buttons.look()
    kept.away = False
    await buttons.look()
    assert (1, 10) in kept.there
    assert kept.looked == [[ONE]]


async def test_a_bug_in_one_look_costs_no_other(
    buttons: Buttons, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.mail.courier.buttons.PAUSE", 0.0)
    ages: Any = buttons.ages
    ages.over, ages.broken = {1}, True
    buttons.start()
    buttons.stands(1, 10, [APPROVE])
    buttons.moved(ONE)
    await until(lambda: ages.asked > 0)
    ages.broken = False

    def owed() -> bool:
        buttons.moved(ONE)
        return bool(kept.owing)

    await until(owed)
    assert kept.owing == [10]
    await buttons.stop()


async def until(seen: Callable[[], bool]) -> None:
    """Let the others go on until it is so; a loop that has ended never comes there."""
    for _ in range(100):
        if seen():
            return
        await asyncio.sleep(0)
    raise AssertionError


async def test_it_looks_by_itself_and_writes_the_last_down_at_the_end(
    buttons: Buttons, kept: Kept
) -> None:
    buttons.start()
    buttons.stands(1, 10, [APPROVE])
    await buttons.stop()
    assert (1, 10) in kept.there
