"""Sent is not arrived, at the desk: *Arrived*, *It failed*, `/payouts` and the board."""

from __future__ import annotations

from datetime import timedelta

from core.deal.model import TransferState
from core.paying import SayArrived, SayNotArrived
from tests.bot.desk.test_returned import sent, state
from tests.bot.desk.test_treasury import card, press
from tests.bot.desk.world import ARAM, BINA, TESS, World


async def later(world: World, days: int) -> None:
    """Time passes, and what fell due has happened."""
    world.clock.forward(timedelta(days=days))
    await world.escrow.sweep()
    await world.deliver()


async def test_what_is_sent_says_so_and_since_when(world: World) -> None:
    await sent(world)
    shown = card(world, "Arrived")
    for part in ("is sent", "that it arrived is not said yet", f"{world.id}-T1"):
        assert part in shown.text
    assert "has arrived" not in shown.text


async def test_a_treasurer_who_saw_it_on_the_statement_says_that_it_arrived(world: World) -> None:
    await sent(world)
    await press(world, TESS, "Arrived")
    assert state(world) is TransferState.SENT
    assert "Bina Rahimi" in card(world, "Arrived: 300.00 EUR").text
    await press(world, TESS, "Arrived: 300.00 EUR")
    assert state(world) is TransferState.CONFIRMED
    shown = card(world, "It came back")
    assert "has arrived" in shown.text
    assert shown.labels == ["It came back"]
    assert world.notice("transfer-confirmed").data["reached"] == "statement"


async def test_nobody_but_a_treasurer_says_it_here(world: World) -> None:
    await sent(world)
    for label in ("Arrived", "It failed"):
        answer = await world.press(ARAM, label, card(world, "Arrived"))
        assert "treasurer" in answer["text"]
    assert state(world) is TransferState.SENT


async def test_back_shows_how_it_stands(world: World) -> None:
    await sent(world)
    await press(world, TESS, "Arrived")
    await press(world, TESS, "Back")
    assert card(world, "Arrived").labels == ["Arrived", "It came back", "It failed"]


async def test_what_the_bank_did_not_do_is_owed_again(world: World) -> None:
    await sent(world)
    await press(world, TESS, "It failed")
    await world.write(TESS, "No such bank.", None)
    assert state(world) is TransferState.FAILED
    shown = card(world, "Confirm payout")
    assert "No such bank." in shown.text
    assert f"{world.id}-T1R1" in shown.text


async def test_a_reason_that_is_typed_after_it_arrived_fails_nothing(world: World) -> None:
    await sent(world)
    await press(world, TESS, "It failed")
    await world.do(SayArrived(actor=BINA, deal=world.id, transfer=1, returns=0))
    await world.write(TESS, "No such bank.", None)
    assert state(world) is TransferState.CONFIRMED


async def test_a_tap_on_an_older_sending_says_how_it_stands(world: World) -> None:
    await sent(world)
    old = card(world, "Arrived")
    tap = world.press_of(TESS, old, "Arrived")
    await press(world, TESS, "It came back")
    await world.write(TESS, "Closed.", None)
    await press(world, TESS, "It came back: 300.00 EUR")
    await world.deliver()
    await world.update(callback_query=tap)
    assert "old" in world.group.answers[-1]["text"]
    assert state(world) is TransferState.RETURNED


async def test_payouts_lists_what_is_on_its_way_apart_with_its_age(world: World) -> None:
    await sent(world)
    await world.write(TESS, "/payouts", None)
    said = world.group.in_topic(None)
    assert "Nothing is owed to anybody outside." in said[-2].text
    assert "Sent, not known to have arrived: 1" in said[-1].text
    await later(world, 6)
    await world.write(TESS, "/payouts", None)
    listed = world.group.in_topic(None)[-1]
    for part in ("⏰", f"{world.id}-T1", "300.00 EUR", "6 days"):
        assert part in listed.text
    await press(world, TESS, f"{world.id}-T1")
    assert "We asked its receiver on" in card(world, "Arrived").text


async def test_the_board_counts_it_and_nobody_is_alarmed(world: World) -> None:
    await sent(world)
    await later(world, 30)
    await world.write(TESS, "/queue", None)
    shown = world.group.in_topic(None)[-1].text
    assert "Sent, not known to have arrived: 1 (1 should be there by now)" in shown
    assert not [n for n in world.store.notices if n.kind == "desk-alarmed"]
    await world.do(SayArrived(actor=BINA, deal=world.id, transfer=1, returns=0))
    await world.write(TESS, "/queue", None)
    assert "not known to have arrived" not in world.group.in_topic(None)[-1].text


async def test_the_desk_hears_that_it_is_not_there(world: World) -> None:
    await sent(world)
    await later(world, 6)
    await world.do(SayNotArrived(actor=BINA, deal=world.id, transfer=1, returns=0))
    await world.deliver()
    shown = world.group.in_topic(None)[-1]
    assert "says that it has not arrived" in shown.text
    assert shown.labels == ["Arrived", "It came back", "It failed"]
    await world.write(TESS, "/payouts", None)
    assert "its receiver says that it has not arrived" in world.group.in_topic(None)[-1].text


async def test_what_was_said_meanwhile_rings_nobody(world: World) -> None:
    await sent(world)
    await later(world, 6)
    await world.do(SayNotArrived(actor=BINA, deal=world.id, transfer=1, returns=0))
    await world.do(SayArrived(actor=BINA, deal=world.id, transfer=1, returns=0))
    before = len(world.group.in_topic(None))
    await world.deliver()
    assert len(world.group.in_topic(None)) == before
