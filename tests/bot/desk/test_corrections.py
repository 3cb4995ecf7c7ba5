"""A treasurer sets right what was booked wrongly: `/correct ID`, what is right, and why."""

from __future__ import annotations

from core.deal.milestone import State
from core.deal.suspense import SuspenseState
from core.paying import ConfirmDeposit
from core.values.ids import PersonId
from core.values.money import Money
from tests.bot.desk.test_treasury import card, press
from tests.bot.desk.world import ARAM, TESS, World


async def booked(world: World, minor: int = 30000, reference: str = "FT1") -> None:
    """By hand, without a claim."""
    await world.agree()
    await world.do(
        ConfirmDeposit(
            actor=TESS,
            deal=world.id,
            milestone=1,
            amount=Money(minor, "EUR"),
            rail="manual",
            external_id=reference,
            source="Carlos",
        )
    )


async def asked(world: World) -> None:
    await world.write(TESS, f"/correct {world.id.lower()}", None)
    await press(world, TESS, "1: 300.00 EUR")


async def why(world: World, person: PersonId = TESS) -> None:
    await world.write(person, "I read the wrong line.", None)


async def test_nothing_arrived_and_the_work_stops(world: World) -> None:
    await booked(world)
    await asked(world)
    await press(world, TESS, "Nothing arrived")
    await why(world)
    shown = card(world, "Yes, correct it")
    assert "Booked: 300.00 EUR. Right: 0.00 EUR. The other 300.00 EUR did not arrive." in shown.text
    assert world.deal.milestone(1).state is State.IN_PROGRESS
    await press(world, TESS, "Yes, correct it")
    assert world.deal.milestone(1).state is State.FUNDING
    assert str(world.notice("deposit-corrected").words) == "I read the wrong line."


async def test_less_than_was_booked_is_typed_and_the_rest_is_for_something_else(
    world: World,
) -> None:
    await booked(world)
    await asked(world)
    await world.write(TESS, "100", None)
    await press(world, TESS, "For something else")
    await why(world)
    await press(world, TESS, "Yes, correct it")
    [item] = world.store.rows.suspense.values()
    assert (item.state, str(item.amount)) == (SuspenseState.OPEN, "200.00 EUR")
    assert "waits in suspense" in world.group.in_topic(None)[-1].text


async def test_the_same_amount_and_no_amount_are_asked_for_again(world: World) -> None:
    await booked(world)
    await asked(world)
    for wrong in ("300", "minus ten", "-1", "1e9", "1,5,0"):
        await world.write(TESS, wrong, None)
        assert not world.deal.milestone(1).deposits[0].corrected
    await world.write(TESS, "299.99", None)
    await press(world, TESS, "It did not arrive")
    await why(world)
    await press(world, TESS, "Yes, correct it")
    assert str(world.deal.milestone(1).missing) == "0.01 EUR"


async def test_an_old_second_tap_corrects_nothing(world: World) -> None:
    await booked(world)
    await asked(world)
    await press(world, TESS, "Nothing arrived")
    await why(world)
    old = card(world, "Yes, correct it")
    await world.write(TESS, "Another reason.", None)
    await world.press(TESS, "Yes, correct it", old)
    assert not world.deal.milestone(1).deposits[0].corrected
    await press(world, TESS, "Yes, correct it")
    [made] = world.deal.milestone(1).deposits[0].corrected
    assert str(made.words) == "Another reason."


async def test_an_arbiter_corrects_nothing(world: World) -> None:
    await booked(world)
    await world.write(ARAM, f"/correct {world.id}", None)
    assert "1: 300.00 EUR" not in str(world.group.in_topic(None)[-1])
