"""A payout that the bank sends back after *Confirm payout*: `/payouts ID`, why, and once more."""

from core.deal.model import TransferState
from core.people import SetDestination
from core.working import ApproveMilestone
from tests.bot.desk.test_treasury import card, press
from tests.bot.desk.world import ARAM, BINA, CARLOS, TESS, World


async def sent(world: World) -> None:
    await world.agree()
    await world.fund()
    await world.submit()
    await world.do(SetDestination(actor=BINA, currency="EUR", details="DE89 3704"))
    m = world.deal.milestone(1)
    await world.do(
        ApproveMilestone(actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, submission=1,
                         amount=m.held)
    )  # fmt: skip
    await world.deliver()
    await press(world, TESS, "Confirm payout")
    await press(world, TESS, "Confirm payout: 300.00 EUR")


async def came_back(world: World, why: str = "The account is closed.") -> None:
    await press(world, TESS, "It came back")
    await world.write(TESS, why, None)
    await press(world, TESS, "It came back: 300.00 EUR")
    await world.deliver()


def state(world: World) -> TransferState:
    return world.deal.transfer(1).state


async def test_it_is_owed_again_and_its_receiver_reads_why(world: World) -> None:
    await sent(world)
    assert "is sent" in card(world, "It came back").text
    await press(world, TESS, "It came back")
    assert "Bina" in world.group.in_topic(None)[-1].text
    await world.write(TESS, "The account is closed.", None)
    assert state(world) is TransferState.SENT
    sure = card(world, "It came back: 300.00 EUR")
    assert "The account is closed." in sure.text
    await press(world, TESS, "It came back: 300.00 EUR")
    assert state(world) is TransferState.RETURNED
    shown = card(world, "Confirm payout")
    assert "It was sent and came back: The account is closed." in shown.text
    assert f"{world.id}-T1R1" in shown.text
    assert str(world.notice("transfer-returned").words) == "The account is closed."


async def test_days_later_it_is_found_by_its_deal(world: World) -> None:
    await sent(world)
    await world.write(ARAM, f"/payouts {world.id.lower()}", None)
    assert "is sent" in world.group.in_topic(None)[-1].text
    await came_back(world)
    await press(world, TESS, "Confirm payout")
    await press(world, TESS, "Confirm payout: 300.00 EUR")
    assert state(world) is TransferState.SENT


async def test_an_older_card_of_it_says_so(world: World) -> None:
    await sent(world)
    older = world.press_of(TESS, card(world, "It came back"), "It came back")
    await came_back(world)
    await press(world, TESS, "Confirm payout")
    await press(world, TESS, "Confirm payout: 300.00 EUR")
    await world.update(callback_query=older)
    assert "old" in world.group.answers[-1]["text"]
    assert state(world) is TransferState.SENT


async def test_nobody_but_a_treasurer_says_it(world: World) -> None:
    await sent(world)
    answer = await world.press(ARAM, "It came back", card(world, "It came back"))
    assert "treasurer" in answer["text"]


async def test_a_second_tap_from_before_it_came_back_sends_nothing(world: World) -> None:
    await sent(world)
    await came_back(world)
    taps = []
    for _ in range(2):
        await world.write(TESS, f"/payouts {world.id}", None)
        await press(world, TESS, "Confirm payout")
        label = "Confirm payout: 300.00 EUR"
        taps.append(world.press_of(TESS, card(world, label), label))
    await world.update(callback_query=taps[1])
    assert state(world) is TransferState.SENT
    await came_back(world, "Closed again.")
    await world.update(callback_query=taps[0] | {"id": "later"})
    assert state(world) is TransferState.RETURNED, (
        "what the first card asked was done and came back"
    )
    assert "Closed again." in world.group.in_topic(None)[-1].text
