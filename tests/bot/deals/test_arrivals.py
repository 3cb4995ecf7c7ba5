"""*It arrived*, *It did not arrive*: what the receiver of a payout says of it, in their chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.deal.model import TransferState
from core.paying import ConfirmTransfer, ReturnTransfer
from core.people import SetDestination
from core.values.ids import DESK
from tests.bot.deals.states import submitted
from tests.bot.deals.world import ARAM, BINA, World, build, said
from tests.kit.phones import plain


async def confirm(world: World) -> None:
    on = {"deal": world.id, "transfer": 1}
    await world.do(ConfirmTransfer(actor=ARAM, external_id="w", **on))  # type: ignore[arg-type]
    await world.deliver()


@pytest.fixture
async def world() -> World:
    """A payout by bank that a treasurer has sent."""
    world = await build(manual=True)
    world.escrow.policy = replace(world.escrow.policy, four_eyes_threshold={"EUR": 10**9})
    await submitted(world)
    await world.do(SetDestination(actor=BINA, currency="EUR", details="DE89 3704"))
    await world.deliver()
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()
    await confirm(world)
    return world


async def later(world: World, days: int) -> None:
    world.clock.forward(timedelta(days=days))
    await world.app.escrow.sweep()
    await world.deliver()


def state(world: World) -> TransferState:
    return world.deal.transfer(1).state


async def test_who_reads_that_it_was_sent_can_say_that_it_arrived(world: World) -> None:
    shown = plain(world.bina.newest.text)
    assert "We have sent you" in shown
    assert "arrived" not in shown.replace("It arrived", "")
    assert "It arrived" in world.bina.newest.labels
    assert "It did not arrive" not in world.bina.newest.labels
    await world.bina.press("It arrived")
    assert state(world) is TransferState.SENT
    assert "on your account?" in plain(world.bina.newest.text)
    await world.bina.press("Yes, it is there")
    assert state(world) is TransferState.CONFIRMED
    assert "It arrived" not in world.bina.newest.labels


async def test_the_other_side_has_no_such_button(world: World) -> None:
    for shown in world.carlos.chat:
        assert "It arrived" not in shown.labels


async def test_they_are_asked_once_it_should_be_there(world: World) -> None:
    await later(world, 6)
    assert "It should be on your account by now" in plain(world.bina.newest.text)
    assert world.bina.newest.labels[0] == "It arrived"
    await world.bina.press("It did not arrive")
    await world.bina.press("No, it is not there")
    assert world.deal.transfer(1).missed_at == world.clock.now()
    assert [n.kind for n in world.store.notices if n.to == DESK][-1] == "transfer-missed"
    assert "you said that it has not arrived" in plain(world.bina.newest.text)
    assert "It did not arrive" not in world.bina.newest.labels
    await world.bina.press("It arrived")
    await world.bina.press("Yes, it is there")
    assert state(world) is TransferState.CONFIRMED


async def test_a_button_of_an_earlier_sending_is_old(world: World) -> None:
    await world.bina.press("It arrived")
    sure = world.bina.newest
    yes = sure.data("Yes, it is there")
    why = {"returns": 0, "words": said("closed")}
    await world.do(ReturnTransfer(actor=ARAM, deal=world.id, transfer=1, **why))  # type: ignore[arg-type]
    await confirm(world)
    await world.bina.press_data(yes, sure)
    assert state(world) is TransferState.SENT


async def test_money_tells_what_is_on_its_way_and_what_arrived(world: World) -> None:
    await world.bina.write("/money")
    shown = plain(world.bina.newest.text)
    assert "Sent to you, and not known to have arrived: " in shown
    assert "To be sent to you" not in shown
    moves = shown.partition("Last movements")[2]
    assert "sent" in moves
    assert "arrived" not in moves
