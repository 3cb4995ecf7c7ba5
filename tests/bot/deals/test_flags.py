"""What both sides read and can press while their deal stands still."""

from datetime import timedelta

import pytest

from core.deal.flag import FlagKind
from core.deal.milestone import State
from core.paying import AskLift, LiftFlag, SetFlag
from core.values.ids import PersonId
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.states import deposit
from tests.bot.deals.world import ARAM, World, build, said
from tests.kit.phones import Person

DAY = timedelta(days=1)
NOOR = PersonId(1004)


@pytest.fixture
async def world() -> World:
    world = await build(arbiters=frozenset({ARAM, NOOR}))
    await funded(world, "120.00", "80.00")
    await handed_in(world)
    return world


async def stop(world: World, kind: FlagKind = FlagKind.FRAUD) -> None:
    await world.do(SetFlag(actor=ARAM, deal=world.id, kind=kind, words=said("stolen card")))
    await world.deliver()


async def approve(world: World) -> None:
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()


async def lift(world: World) -> None:
    await world.do(AskLift(actor=ARAM, deal=world.id, flag=1, words=said("all is well")))
    await world.do(LiftFlag(actor=NOOR, deal=world.id, flag=1, ask=1))
    await world.deliver()


@pytest.mark.parametrize("who", ["bina", "carlos"])
async def test_both_read_that_it_stands_still_until_when_and_what_then(
    world: World, who: str
) -> None:
    person: Person = getattr(world, who)
    await stop(world)
    shown = person.newest.text
    for part in (
        "Our team has stopped this deal for now, to check something",
        "says nothing against either of you",
        "Held: 120.00 EUR",
        "no money moves",
        "Our team looks into it by",
        "you both have the time that was left",
    ):
        assert part in shown
    for hint in ("fraud", "stolen", "legal"):
        assert hint not in shown.lower()
    assert not {*person.newest.labels} & {"Approve and release", "Request changes", "Remind them"}
    assert "Get help" in person.newest.labels


async def test_of_our_own_reason_they_read_every_word(world: World) -> None:
    await stop(world, FlagKind.OPERATOR)
    assert world.carlos.sees("stolen card")
    assert world.bina.newest.text.count("stolen card") == 2  # as news, and where it stands


async def test_a_button_from_before_shows_how_it_stands_and_does_nothing(world: World) -> None:
    before = world.carlos.newest
    data = before.data("Approve and release")
    await world.carlos.press("Approve and release")
    sure = world.carlos.newest
    yes = sure.data("Yes, release")
    await stop(world)
    for old in (data, yes):
        await world.carlos.press_data(old, world.carlos.newest)
        assert "This deal stands still" in world.carlos.newest.text
    assert world.deal.milestones[0].state is State.SUBMITTED


async def test_they_still_write_to_one_another_and_to_the_diary(world: World) -> None:
    await stop(world)
    await world.carlos.press("More…")
    assert world.carlos.newest.labels == ["Send to Bina", "Why can't I…?", "Back"]
    await world.bina.write("what is it about?")
    await world.bina.press("Send to Carlos")
    await world.deliver()
    assert world.carlos.sees("what is it about?")


async def test_when_it_goes_on_the_buttons_are_back_with_the_new_date(world: World) -> None:
    before = world.deal.milestones[0].window
    await stop(world)
    world.clock.forward(2 * DAY)
    await lift(world)
    after = world.deal.milestones[0].window
    assert before is not None
    assert after is not None
    assert after.ends_at == before.ends_at + 2 * DAY
    assert world.carlos.sees("This deal goes on")
    assert "Approve and release" in world.carlos.newest.labels
    await approve(world)
    assert world.deal.milestones[0].state is State.RELEASED


async def test_a_payout_that_is_owed_is_said_to_wait(world: World) -> None:
    await approve(world)
    await stop(world)
    assert world.bina.sees("not sent while the deal stands still")


async def test_money_that_arrives_while_it_stands_still_starts_no_work() -> None:
    world = await build(arbiters=frozenset({ARAM, NOOR}))
    await world.agree("120.00")
    await stop(world)
    await deposit(world, 12000)
    await world.deliver()
    for person in (world.bina, world.carlos):
        assert person.sees("120.00 EUR is held")
        assert person.sees("The work starts once this deal goes on.")
        assert "start now" not in person.newest.text
    await lift(world)
    assert "Submit work" in world.bina.newest.labels
