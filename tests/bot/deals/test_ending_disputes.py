"""A dispute taken back, and what is asked given, pressed by both sides in their own chats."""

import re
from datetime import timedelta

import pytest

from core.deal.milestone import State
from core.deal.stage import Stage
from core.disputing import OpenDispute
from core.values.money import Money
from core.values.policy import OnSilence
from core.values.words import FileRef
from core.working import SubmitWork
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.states import deposit, seen
from tests.bot.deals.world import BINA, CARLOS, World, build, said

DAY = timedelta(days=1)


async def opens_dispute(world: World, sought: str) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Open dispute")
    await world.carlos.write("one concept is missing")
    await world.carlos.press("Done")
    await world.carlos.write(sought)
    await world.carlos.press("Yes, open dispute")
    await world.deliver()


@pytest.fixture
async def world() -> World:
    world = await build()
    await funded(world, "120.00")
    await handed_in(world)
    await opens_dispute(world, "50")
    return world


async def test_who_opened_it_takes_it_back_and_the_review_goes_on(world: World) -> None:
    await world.carlos.press("More…")
    assert world.carlos.sees("no arbiter decides")
    await world.carlos.press("Take dispute back")
    assert world.state() is State.DISPUTED, "the first tap only says what it means"
    assert world.carlos.sees("You then have until")
    assert world.carlos.sees("an arbiter decides who gets 120.00 EUR")
    await world.carlos.press("Yes, take it back")
    await world.deliver()
    assert world.state() is State.SUBMITTED
    assert world.bina.sees("Carlos took the dispute about “Drafts” back")
    assert world.bina.sees("Carlos has until")
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    assert world.state() is State.RELEASED


async def test_the_date_of_the_screen_is_the_date_of_the_card(world: World) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Take dispute back")
    shown = re.search(r"have until (.+?\))", world.carlos.newest.text)
    await world.carlos.press("Yes, take it back")
    assert shown is not None
    assert world.carlos.sees(f"by {shown[1]}")


@pytest.mark.parametrize("silence", OnSilence)
async def test_what_silence_means_then_is_said_before_the_tap(silence: OnSilence) -> None:
    world = await build(on_silence=silence)
    await funded(world, "120.00", on_silence=silence)
    await handed_in(world)
    await opens_dispute(world, "50")
    await world.carlos.press("More…")
    await world.carlos.press("Take dispute back")
    released = silence is OnSilence.RELEASE
    assert world.carlos.sees("is released to Bina, as the agreement says") is released
    await world.carlos.press("Yes, take it back")
    window = world.deal.milestones[0].window
    assert window is not None
    assert window.served_at is not None, "the screen said it"


async def test_nobody_is_offered_to_take_back_what_the_other_side_opened(world: World) -> None:
    await world.bina.press("More…")
    assert "Take dispute back" not in world.bina.newest.labels
    await world.carlos.press("More…")
    await world.carlos.press("Take dispute back")
    theirs = world.carlos.newest.data("Yes, take it back")
    await world.bina.press_data(theirs, world.bina.newest)
    assert world.state() is State.DISPUTED
    assert "That button is old" in world.bina.alert


async def test_a_second_tap_twice_and_an_old_one_do_nothing_more(world: World) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Take dispute back")
    sure = world.carlos.newest
    data = sure.data("Yes, take it back")
    await world.carlos.press_data(data, sure)
    await world.carlos.press_data(data, sure)
    assert world.deal.disputes[0].stage is Stage.WITHDRAWN
    await opens_dispute(world, "60")
    await world.carlos.press_data(data, sure)
    assert world.state() is State.DISPUTED


async def test_a_side_gives_what_is_asked_after_reading_the_amounts(world: World) -> None:
    await world.bina.press("More…")
    assert world.bina.sees("Carlos gets what Carlos asks for")
    await world.bina.press("Give what is asked")
    assert world.bina.sees("70.00 EUR for you, 50.00 EUR back to the client")
    assert world.state() is State.DISPUTED
    await world.bina.press("Yes, give 50.00 EUR")
    await world.deliver()
    m = world.deal.milestones[0]
    assert (m.state, m.released, m.refunded) == (
        State.SPLIT,
        Money(7000, "EUR"),
        Money(5000, "EUR"),
    )
    assert world.carlos.sees("Bina gives you what you asked for")
    assert world.carlos.sees("you both agreed to end it")


async def test_what_is_asked_moved_since_the_screen_so_the_tap_is_old(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Give what is asked")
    sure = world.bina.newest
    data = sure.data("Yes, give 50.00 EUR")
    await world.carlos.press("More…")
    await world.carlos.press("My side")
    await world.carlos.write("more than I thought")
    await world.carlos.press("Done")
    await world.carlos.write("110")
    await world.carlos.press("Yes, send my side")
    await world.bina.press_data(data, sure)
    assert world.state() is State.DISPUTED
    forged = data.replace("5000.12000", "1.12000")
    await world.bina.press_data(forged, sure)
    await world.bina.press_data(data.replace("5000.12000", "x"), sure)
    assert world.state() is State.DISPUTED


async def test_who_asked_is_not_offered_to_give_it(world: World) -> None:
    await world.carlos.press("More…")
    assert "Give what is asked" not in world.carlos.newest.labels


async def test_in_persian_both_read_it_in_their_own_words() -> None:
    world = await build(languages=("fa", "fa"))
    await funded_fa(world)
    await world.carlos.press("بیشتر…")
    await world.carlos.press("پس گرفتن اختلاف")
    assert world.carlos.sees("فرصت بررسی دارید")
    await world.carlos.press("بله، پس می‌گیرم")
    await world.deliver()
    assert world.bina.sees("اختلاف مرحلهٔ «Drafts» را پس گرفت")


async def funded_fa(world: World) -> None:

    await world.agree("120.00")
    await deposit(world, 12000)
    file = FileRef("ab" * 32, "drafts.svg", "image/svg+xml", 5)
    await world.do(
        SubmitWork(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=seen(world),
            files=(file,),
            notes=(said("1"), said("2")),
        )
    )
    await world.do(
        OpenDispute(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            seen=seen(world),
            reason=said("why"),
            sought=Money(5000, "EUR"),
        )
    )
    await world.deliver()
