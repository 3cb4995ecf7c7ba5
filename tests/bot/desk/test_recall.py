"""A payment that a bank took back: `/recall`, what the bank says in the end, and who may go on."""

from core.deal.milestone import State
from core.deal.reversal import ReversalState
from core.paying import ClaimPaid
from core.values.money import Money
from tests.bot.desk.test_treasury import card, press
from tests.bot.desk.world import ARAM, CARLOS, SAM, TESS, World, said


async def submitted(world: World) -> None:
    await world.agree()
    await world.fund()
    await world.submit()


async def taken(world: World) -> None:
    await submitted(world)
    await world.write(TESS, f"/recall {world.id}", None)
    await press(world, TESS, "1: 300.00 EUR")
    await press(world, TESS, "All: 300.00 EUR")
    await world.write(TESS, "Recalled by the card's owner.", None)
    await press(world, TESS, "Yes, it took it")
    await world.deliver()


async def decided(world: World, label: str) -> None:
    await press(world, TESS, label)
    await world.write(TESS, "So says the letter of today.", None)
    await press(world, TESS, "Yes, that is so")
    await world.deliver()


def state(world: World) -> ReversalState:
    return world.deal.reversals[0].state


async def test_a_treasurer_says_which_payment_the_bank_took_back_and_taps_twice(
    world: World,
) -> None:
    await submitted(world)
    await world.write(TESS, f"/recall {world.id.lower()}", None)
    asked = card(world, "1: 300.00 EUR")
    assert "Which payment did the bank take back?" in asked.text
    await press(world, TESS, "1: 300.00 EUR")
    await press(world, TESS, "All: 300.00 EUR")
    assert (
        "what does the bank say of the 300.00 EUR that it took back?"
        in world.group.in_topic(None)[-1].text
    )
    await world.write(TESS, "Recalled by the card's owner.", None)
    sure = card(world, "Yes, it took it")
    assert "Recalled by the card's owner." in sure.text
    assert "300.00 EUR" in sure.text
    assert not world.deal.reversals
    await press(world, TESS, "Yes, it took it")
    assert world.deal.frozen_at is not None
    assert world.deal.milestone(1).state is State.SUBMITTED
    await world.deliver()
    shown = card(world, "The bank keeps it")
    for part in ("The bank took back 300.00 EUR", "held for the work", world.id):
        assert part in shown.text


async def test_it_came_back_and_the_deal_goes_on(world: World) -> None:
    await taken(world)
    await decided(world, "It came back")
    assert state(world) is ReversalState.WON
    assert world.deal.frozen_at is None
    assert world.deal.milestone(1).held.minor == 30000


async def test_the_bank_keeps_it_and_the_client_has_time_to_pay_again(world: World) -> None:
    await taken(world)
    await decided(world, "The bank keeps it")
    assert state(world) is ReversalState.LOST
    assert world.deal.milestone(1).missing.minor == 30000
    shown = card(world, "Allow new deals")
    assert "The client can pay 300.00 EUR once more until" in shown.text


async def test_it_came_back_after_the_bank_had_kept_it_and_the_deal_goes_on(world: World) -> None:
    await taken(world)
    await decided(world, "The bank keeps it")
    await world.write(TESS, f"/recall {world.id}", None)
    await press(world, TESS, "Taken back: 300.00 EUR")
    await decided(world, "It came back")
    assert state(world) is ReversalState.WON
    assert world.deal.frozen_at is None
    assert world.deal.milestone(1).held.minor == 30000


async def test_the_card_of_a_person_leads_to_what_the_bank_kept_and_two_clear_it(
    world: World,
) -> None:
    await taken(world)
    await decided(world, "The bank keeps it")
    await world.write(ARAM, f"/person {CARLOS}", None)
    shown = card(world, f"Payment of {world.id}")
    assert "they begin no new deal" in shown.text
    await press(world, ARAM, f"Payment of {world.id}")
    await press(world, ARAM, "Allow new deals")
    assert state(world) is ReversalState.LOST, "an arbiter does not"


async def test_nobody_but_a_treasurer_asks_for_it(world: World) -> None:
    await submitted(world)
    for person in (ARAM, SAM):
        await world.write(person, f"/recall {world.id}", None)
    assert not [m for m in world.group.in_topic(None) if "Which payment" in m.text]


async def test_another_reason_makes_the_second_tap_old(world: World) -> None:
    await submitted(world)
    await world.write(TESS, f"/recall {world.id}", None)
    await press(world, TESS, "1: 300.00 EUR")
    await press(world, TESS, "All: 300.00 EUR")
    await world.write(TESS, "Recalled.", None)
    old = card(world, "Yes, it took it")
    await world.write(TESS, "Recalled by the bank itself.", None)
    new = card(world, "Yes, it took it")
    assert new is not old
    await press(world, TESS, "Yes, it took it")
    assert str(world.deal.reversals[0].words) == "Recalled by the bank itself."


async def test_a_claim_to_have_paid_once_more_can_be_denied_while_the_deal_stands_still(
    world: World,
) -> None:
    await taken(world)
    await decided(world, "The bank keeps it")
    m = world.deal.milestone(1)
    await world.do(
        ClaimPaid(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            payer=said("Carlos Vega"),
            paid_on="today",
        )
    )
    await world.deliver()
    shown = card(world, "Confirm deposit")
    assert "Not arrived" in shown.labels
    await press(world, TESS, "Not arrived")
    await press(world, TESS, "Not arrived")
    assert world.deal.milestone(1).claim is None
    assert world.deal.milestone(1).fund_by is not None


async def test_of_less_than_a_whole_payment_the_amount_is_typed(world: World) -> None:
    await world.agree()
    await world.fund()
    await world.write(TESS, f"/recall {world.id}", None)
    await press(world, TESS, "1: 300.00 EUR")
    for typed in ("300.01", "0", "soon"):
        await world.write(TESS, typed, None)
        assert await world.app.reads.expecting(TESS, "desk") is not None
        assert "what does the bank say" not in world.group.last().text
    await world.write(TESS, "120", None)
    assert "of the 120.00 EUR that it took back" in world.group.last().text
    await world.write(TESS, "Partly disputed by the payer.", None)
    assert "120.00 EUR" in world.group.last().text
    await press(world, TESS, "Yes, it took it")
    [made] = world.deal.reversals
    assert made.amount == Money(12000, "EUR")
    m = world.deal.milestone(1)
    assert m.waiting == Money(18000, "EUR"), "what is left waits for the rest"
    await world.write(TESS, f"/recall {world.id}", None)
    assert "1: 180.00 EUR" in world.group.last().labels
