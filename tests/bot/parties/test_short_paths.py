"""A deal is composed in few presses and messages, counted as a person would count them."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from core.deal.model import DealState
from core.deal.terms import Role
from core.values.money import Money
from tests.bot.parties.world import World, build
from tests.kit.phones import Person, plain

ONE_GO = "Logo, 300 EUR, 5 days: three concepts; SVG"


@pytest.fixture
def world() -> World:
    return build()


async def composes(person: Person, *steps: str) -> int:
    """Each step is a button where there is one, else words; how many there were."""
    for step in steps:
        await (
            person.press(step) if person.chat and step in person.newest.labels
            else person.write(step)
        )  # fmt: skip
    return len(steps)


def invited(world: World) -> bool:
    return world.deal.state is DealState.INVITED


async def test_one_payment_takes_nine_from_start_to_the_link(world: World) -> None:
    took = await composes(
        world.bina, "/start", "New deal", "I'm the freelancer", "A logo", "Skip", "300 EUR",
        "5 days", "three concepts\nSVG files", "Create invite",
    )  # fmt: skip
    assert took <= 9
    assert invited(world)
    assert str(world.terms.milestones[0].title) == "A logo"


AT_ONCE = timedelta(days=5), ["three concepts", "SVG files"]


async def to_amount(world: World) -> None:
    await composes(world.bina, "/start", "New deal", "I'm the freelancer", "A logo", "Skip")


def first(world: World) -> tuple[Money | None, timedelta | None, list[str]]:
    [m] = world.terms.milestones
    return m.amount, m.duration, [str(line) for line in m.criteria]


@pytest.mark.parametrize(
    "typed",
    [
        "300 EUR, 5 days: three concepts; SVG files",
        "300 EUR; 5 days; three concepts; SVG files",
        "300 EUR\n5 days\nthree concepts\nSVG files",
        "۳۰۰ یورو، ۵ روز: three concepts؛ SVG files",
        "€300, 5\n- three concepts\n- SVG files",
    ],
)
async def test_amount_time_and_criteria_are_one_answer(world: World, typed: str) -> None:
    await to_amount(world)
    await world.bina.write(typed)
    assert first(world) == (Money(30000, "EUR"), *AT_ONCE)
    assert world.bina.newest.labels[0] == "Create invite"


@pytest.mark.parametrize("typed", ["300 EUR, 5 days", "۳۰۰ یورو، ۵ روز", "300.00 EUR\nfive days"])
async def test_amount_and_time_together_leave_the_criteria_to_be_asked(
    world: World, typed: str
) -> None:
    await to_amount(world)
    await world.bina.write(typed)
    assert first(world) == (Money(30000, "EUR"), AT_ONCE[0], [])
    assert "One criterion a line" in plain(world.bina.newest.text)


async def test_a_date_may_stand_for_the_time(world: World) -> None:
    await to_amount(world)
    await world.bina.write("۳۰۰ یورو، 12 مه 2026")
    _, length, _ = first(world)
    assert length is not None
    assert (world.clock.now() + length).date() == date(2026, 5, 12)


@pytest.mark.parametrize(
    "typed",
    [
        "5 days: three concepts; SVG files",
        "5 days\nthree concepts\nSVG files",
        "۵ روز؛ three concepts؛ SVG files",
        "5 days, three concepts; SVG files",
    ],
)
async def test_time_and_criteria_are_one_answer(world: World, typed: str) -> None:
    await to_amount(world)
    await world.bina.write("300 EUR")
    await world.bina.write(typed)
    assert first(world) == (Money(30000, "EUR"), *AT_ONCE)


async def test_an_amount_stays_whose_time_is_not_understood_and_the_time_is_asked(
    world: World,
) -> None:
    await to_amount(world)
    await world.bina.write("300 EUR, soon")
    assert first(world) == (Money(30000, "EUR"), None, [])
    why, asked = (plain(shown.text) for shown in world.bina.chat[-2:])
    assert "read as a length of time" in why or "5 days" in why
    assert "How long may the work take" in asked


async def test_an_amount_that_can_be_read_in_two_ways_keeps_what_follows_it(world: World) -> None:
    await to_amount(world)
    await world.bina.write("1.500 EUR, 5 days: three concepts; SVG files")
    await world.bina.press("1,500.00 EUR")
    assert first(world) == (Money(150000, "EUR"), *AT_ONCE)


async def test_without_its_currency_the_rest_is_kept_until_that_is_chosen(world: World) -> None:
    await to_amount(world)
    await world.bina.write("300, 5 days: three concepts; SVG files")
    await world.bina.press("EUR")
    assert first(world) == (Money(30000, "EUR"), *AT_ONCE)
    assert str(world.terms.milestones[0].title) == "A logo"


async def test_below_a_title_stands_the_work_and_it_is_not_asked_for(world: World) -> None:
    await composes(world.bina, "/start", "New deal", "I'm the freelancer")
    await world.bina.write("A logo\nFor a coffee house.\nSee https://example.org")
    assert str(world.terms.title) == "A logo"
    assert str(world.terms.description) == "For a coffee house.\nSee https://example.org"
    assert "How much?" in plain(world.bina.newest.text)


async def test_below_a_file_stand_the_title_and_the_work(world: World) -> None:
    await composes(world.bina, "/start", "New deal", "I'm the freelancer")
    await world.bina.send("brief.pdf", caption="A logo\nFor a coffee house.")
    assert str(world.terms.title) == "A logo"
    assert str(world.terms.description) == "For a coffee house."
    assert [file.name for file in world.terms.files] == ["brief.pdf"]
    assert "How much?" in plain(world.bina.newest.text)


async def test_what_goes_together_takes_six_from_start_to_the_link(world: World) -> None:
    took = await composes(
        world.bina, "/start", "New deal", "I'm the freelancer", "A logo\nFor a coffee house.",
        "300 EUR, 5 days: three concepts; SVG files", "Create invite",
    )  # fmt: skip
    assert took <= 6
    assert invited(world)


async def test_one_answer_begins_one_draft_however_fast_it_is_pressed(world: World) -> None:
    await world.bina.write("/new")
    role = world.bina.newest
    data = role.data("I'm the freelancer")
    await asyncio.gather(*(world.bina.press_data(data, role) for _ in range(3)))
    assert [deal.state for deal in world.store.deals.values()] == [DealState.DRAFT]
    assert "What is it about?" in plain(world.bina.newest.text)
    await world.bina.press_data(data, role)
    assert len(world.store.deals) == 1, "nor later, while the draft's question is open"


async def test_with_a_template_it_takes_six(world: World) -> None:
    took = await composes(
        world.bina, "/start", "New deal", "I'm the freelancer", "Logo", "300 EUR", "Create invite"
    )
    assert took <= 6
    assert invited(world)


@pytest.mark.parametrize(
    "typed",
    [ONE_GO, "لوگو، ۳۰۰ یورو، ۵ روز: سه ایده؛ SVG", "Logo; 300 EUR; 5; three concepts; SVG"],
)
async def test_typed_in_one_go_it_takes_four(world: World, typed: str) -> None:
    assert await composes(world.bina, "/start", "New deal", typed, "Create invite") <= 4
    assert invited(world)
    assert world.terms.creator_role is Role.FREELANCER
    [m] = world.terms.milestones
    assert m.amount == Money(30000, "EUR")
    assert len(m.criteria) == 2


async def test_in_one_go_the_preview_says_which_side_one_is_and_lets_it_be_changed(
    world: World,
) -> None:
    await composes(world.bina, "/new", ONE_GO)
    assert "You are the freelancer" in world.bina.newest.text
    await composes(world.bina, "Change…", "I'm the other side")
    assert world.terms.creator_role is Role.CLIENT


async def test_in_one_go_nothing_is_lost_at_a_kill(world: World) -> None:
    await composes(world.bina, "/new", ONE_GO)
    before = world.deal
    await world.bina.again()
    assert world.deal == before
    assert len(world.store.deals) == 1


async def test_other_words_at_the_first_question_are_no_deal(world: World) -> None:
    await composes(world.bina, "/new", "Hello, how are you, today: fine")
    assert not world.store.deals
    await composes(world.bina, "/new", "let me think")
    assert not world.store.deals
    assert "Get help" in world.bina.newest.labels


async def test_the_currency_of_the_last_deal_is_remembered_and_another_one_can_be_named(
    world: World,
) -> None:
    await world.draft("Logo", "300")
    await composes(world.bina, "/new", "I'm the freelancer", "Banner", "Skip", "50")
    assert world.terms.milestones[0].amount == Money(5000, "EUR")
    await composes(world.bina, "/new", "I'm the freelancer", "Page", "Skip", "70 USD")
    assert world.terms.milestones[0].amount == Money(7000, "USD")


async def test_an_amount_without_its_currency_asks_for_it_and_is_not_typed_again(
    world: World,
) -> None:
    await composes(world.bina, "/new", "I'm the freelancer", "A logo", "Skip", "300", "USD")
    assert world.terms.milestones[0].amount == Money(30000, "USD")
    assert "how long" in world.bina.newest.text.casefold()


async def test_a_file_is_part_of_the_work_whatever_is_asked(world: World) -> None:
    await composes(world.bina, "/new", "I'm the freelancer", "A logo", "a sign", "300 EUR")
    await world.bina.send("sketch.png", caption="as here")
    assert [file.name for file in world.terms.files] == ["sketch.png"]
    assert str(world.terms.description) == "a sign\nas here"
    assert "how long" in world.bina.newest.text.casefold()


async def test_the_text_to_paste_is_in_the_language_that_was_chosen(world: World) -> None:
    await world.draft()
    await composes(world.bina, "Change…", "In another language…", "فارسی")
    assert invited(world)
    invite = world.deal.invite
    assert invite is not None
    assert invite.locale == "fa"


async def test_a_form_at_a_question_that_is_no_more_goes_on_with_the_amount(world: World) -> None:
    """Asked before an upgrade whether it is one payment."""
    await composes(world.bina, "/new", "I'm the freelancer", "A logo", "Skip")
    [(key, row)] = [
        (key, row) for key, row in world.store.rows.forms.items() if row.what == "terms"
    ]
    object.__setattr__(row, "field", "parts")
    world.store.rows.forms[key] = row
    await world.bina.write("300 EUR")
    assert world.terms.milestones[0].amount == Money(30000, "EUR")
