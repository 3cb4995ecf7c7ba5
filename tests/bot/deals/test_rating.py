"""*Rate*, pressed by both sides in their own chats once a deal has ended."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.buttons import Press
from core.deal.person import ERASED
from core.deal.rating import RATING_LIMIT
from core.values.ids import DESK
from core.values.words import Words
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import BINA, CARLOS, SAM, World, build
from tests.kit.phones import Person, plain

DAY = timedelta(days=1)
FORTNIGHT = 14 * DAY


@pytest.fixture
async def world() -> World:
    world = await build()
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()
    return world


async def rates(person: Person, stars: int, said: str = "") -> None:
    await person.press("Rate")
    await person.press(f"{stars} ★")
    if said:
        await person.write(said)
    await person.press(f"Yes, {stars} of 5")


def ever_read(person: Person, words: str) -> bool:
    return any(words in plain(shown.text) for shown in person.chat)


async def test_rate_stands_behind_what_an_end_has_next(world: World) -> None:
    for person in (world.bina, world.carlos):
        labels = person.newest.labels
        assert labels[0] == "Do it again"
        assert labels.index("Rate") > labels.index("Receipt")
        assert len(labels) <= 8


async def test_no_card_before_the_end_has_it_or_says_a_word_of_it() -> None:
    world = await build()
    await funded(world, "120.00", "50.00")
    await handed_in(world)
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()
    for person in (world.bina, world.carlos):
        assert not any("Rate" in shown.labels for shown in person.chat)
        assert not ever_read(person, "rate")
        await person.press_data(Press("rate", world.id).pack(), person.newest)
        assert "That button is old" in person.alert
    assert not world.deal.ratings


async def test_each_reads_what_the_other_said_once_both_have_rated(world: World) -> None:
    await rates(world.bina, 2, "slow to answer")
    assert world.bina.sees("You gave Carlos 2 of 5 stars: “slow to answer”")
    assert world.bina.sees("Carlos sees it once Carlos has rated too, or on")
    before = len(world.carlos.chat)
    await world.deliver()
    assert len(world.carlos.chat) == before, "nothing tells the other side"
    await world.carlos.press("Rate")
    assert not ever_read(world.carlos, "2 of 5")
    assert not ever_read(world.carlos, "slow")
    await world.carlos.press("5 ★")
    await world.carlos.press("Yes, 5 of 5")
    assert world.carlos.sees("Bina gave you 2 of 5 stars: “slow to answer”")
    assert world.carlos.sees("You gave Bina 5 of 5 stars.")
    await world.deliver()
    assert world.bina.sees("The ratings of “Logo” are open now.")
    assert world.bina.sees("Carlos gave you 5 of 5 stars.")
    for person in (world.bina, world.carlos):
        assert not {"Rate", "Change rating"} & {*person.newest.labels}


async def test_what_was_given_can_be_changed_until_it_is_read(world: World) -> None:
    await rates(world.bina, 1, "terrible")
    await world.bina.press("Change rating")
    assert world.bina.sees("You gave 1 of 5 before")
    await world.bina.press("4 ★")
    await world.bina.press("Yes, 4 of 5")
    [rating] = world.deal.ratings
    assert (rating.stars, rating.words) == (4, None)
    await rates(world.carlos, 5)
    assert world.carlos.sees("Bina gave you 4 of 5 stars.")
    assert not ever_read(world.carlos, "terrible")


async def test_alone_it_is_read_when_the_time_is_over(world: World) -> None:
    await rates(world.bina, 3)
    world.clock.forward(FORTNIGHT)
    await world.escrow.sweep()
    await world.deliver()
    assert world.carlos.sees("Bina gave you 3 of 5 stars.")
    assert world.carlos.sees("You did not rate.")
    assert world.bina.sees("Carlos did not rate.")
    await world.carlos.press_data(Press("rate", world.id).pack(), world.carlos.newest)
    assert "That button is old" in world.carlos.alert


async def test_a_form_that_was_left_open_too_long_says_so(world: World) -> None:
    await world.bina.press("Rate")
    await world.bina.press("5 ★")
    world.clock.forward(FORTNIGHT)
    await world.bina.press("Yes, 5 of 5")
    assert not world.deal.ratings
    assert world.bina.alert


async def test_words_are_kept_wherever_they_are_written_and_are_few(world: World) -> None:
    await world.bina.press("Rate")
    await world.bina.write("kind")
    assert world.bina.sees("Your words go with it")
    await world.bina.press("5 ★")
    await world.bina.write("x" * RATING_LIMIT)
    assert world.bina.sees("That is too long")
    await world.bina.write("and quick")
    await world.bina.press("Yes, 5 of 5")
    [rating] = world.deal.ratings
    assert str(rating.words) == "kind\n\nand quick"


@pytest.mark.parametrize("typed", ["4", "۴", "★★★★", "⭐⭐⭐⭐"])
async def test_stars_that_are_typed_are_stars_and_no_words(world: World, typed: str) -> None:
    await world.bina.press("Rate")
    await world.bina.write("kind")
    await world.bina.write("6")
    assert world.bina.sees("Press one to 5 stars")
    await world.bina.write(typed)
    assert world.bina.sees("Your words go with it: “kind”")
    await world.bina.press("Yes, 4 of 5")
    [rating] = world.deal.ratings
    assert (rating.stars, str(rating.words)) == (4, "kind")


@pytest.mark.parametrize("arg", ["0", "6", "4", "", "x", "44", "٥"])
async def test_a_forged_tap_gives_other_stars_to_nobody(world: World, arg: str) -> None:
    await world.bina.press("Rate")
    await world.bina.press("5 ★")
    await world.bina.press_data(f"rate.do|{world.id}|||{arg}", world.bina.newest)
    assert not world.deal.ratings


@pytest.mark.parametrize("arg", ["rating.0", "rating.6", "rating.9"])
async def test_forged_stars_are_refused(world: World, arg: str) -> None:
    await world.bina.press("Rate")
    await world.bina.press_data(Press("stars", world.id, arg=arg).pack(), world.bina.newest)
    await world.bina.press_data(Press("rate.do", world.id, arg=arg[-1]).pack(), world.bina.newest)
    assert not world.deal.ratings


async def test_the_other_sides_tap_and_a_second_one_give_nothing(world: World) -> None:
    await world.bina.press("Rate")
    await world.bina.press("5 ★")
    tap = world.bina.newest.data("Yes, 5 of 5")
    for person in (world.carlos, world.sam):
        await person.write("/start")
        await person.press_data(tap, person.newest)
    assert not world.deal.ratings
    await world.bina.press("Yes, 5 of 5")
    await world.bina.press_data(tap, world.bina.newest)
    assert [(rating.by, rating.stars) for rating in world.deal.ratings] == [(BINA, 5)]


async def test_the_words_of_who_is_erased_are_gone_and_they_have_no_name(world: World) -> None:
    await rates(world.bina, 2, "slow to answer")
    await rates(world.carlos, 5)
    rows, deal = world.store.rows, world.deal
    gone = Words(digest="0" * 64, text=None)
    said = tuple(replace(r, words=gone) if r.by == BINA else r for r in deal.ratings)
    rows.deals[world.id] = replace(deal, ratings=said)
    rows.people[BINA] = replace(rows.people[BINA], name=ERASED)
    await world.carlos.write("/deals")
    await world.carlos.press_data(Press("deal", world.id).pack(), world.carlos.newest)
    assert world.carlos.sees("deleted person gave you 2 of 5 stars: “(these words were erased)”")


async def test_at_the_desk_a_sealed_rating_is_nowhere(world: World) -> None:
    await rates(world.bina, 2, "slow to answer")
    for viewer in (CARLOS, SAM, DESK):
        view = await world.app.reads.view(world.id, viewer)
        assert view is not None
        assert not view.deal.ratings
