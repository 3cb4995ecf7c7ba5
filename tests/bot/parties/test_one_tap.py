"""Nothing ends on one tap: red asks first, and the second tap names what ends."""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from core.deal.model import DealState
from tests.bot.deals.phones import Person, plain
from tests.bot.parties.world import World, build

Reached = Callable[[World], Awaitable[Person]]


@pytest.fixture
def world() -> World:
    return build()


async def preview(world: World) -> Person:
    await world.draft()
    return world.bina


async def milestone(world: World) -> Person:
    await world.draft()
    await world.bina.press("Edit")
    await world.bina.press("Add a milestone")
    await world.bina.write("Banner; 50; 2; one size")
    await world.bina.press("That's all")
    await world.bina.press("Edit")
    await world.bina.press("Milestones…")
    await world.bina.press("2. Banner")
    return world.bina


async def passed_on(world: World) -> Person:
    await world.invite()
    return world.bina


async def invited(world: World) -> Person:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    return world.carlos


async def waiting(world: World) -> Person:
    await world.claimed()
    return world.carlos


async def claim(world: World) -> Person:
    await world.claimed()
    return world.bina


async def counter(world: World) -> Person:
    carlos = await invited(world)
    await carlos.press("Suggest changes")
    await carlos.press("Title")
    await carlos.write("Big logo")
    return carlos


async def proposed(world: World) -> Person:
    carlos = await counter(world)
    await carlos.press("Send changes")
    await world.deliver()
    await world.bina.press("Yes, it's them")
    return world.bina


async def declinable(world: World) -> Person:
    bina = await proposed(world)
    await bina.press("Suggest changes")
    await bina.press("Title")
    await bina.write("Middle logo")
    await bina.press("Send changes")
    await world.deliver()
    return world.carlos


SCREENS = (
    preview, milestone, passed_on, invited, waiting, claim, counter, proposed, declinable,
)  # fmt: skip


def red(person: Person) -> list[str]:
    return [b["text"] for row in person.newest.buttons for b in row if b.get("style") == "danger"]


@pytest.mark.parametrize("reached", SCREENS)
async def test_the_first_tap_of_a_red_button_changes_nothing_and_the_second_names_what_ends(
    world: World, reached: Reached
) -> None:
    person = await reached(world)
    labels = red(person)
    assert labels
    for label in labels:
        shown = person.newest
        before = dict(world.store.deals)
        await person.press(label, shown)
        assert world.store.deals == before, label
        asked = plain(person.newest.text)
        assert "?" in asked
        assert any(name in asked for name in ("Logo", "Banner", "Big logo", "Middle logo")), label
        assert red(person) == [label]
        await person.press("Back")


async def test_who_is_declined_or_refused_is_named(world: World) -> None:
    carlos = await invited(world)
    await carlos.press("Decline")
    assert "of Bina?" in plain(carlos.newest.text)
    await carlos.press("Back")
    await carlos.press("Accept")
    await world.deliver()
    await world.bina.press("No")
    assert "Tell Carlos" in plain(world.bina.newest.text)


async def test_the_second_tap_on_a_milestone_removes_no_other_than_the_one_it_named(
    world: World,
) -> None:
    bina = await milestone(world)
    await bina.press("Remove")
    sure = bina.newest
    data = sure.data("Remove")
    await bina.press("Remove", sure)
    await bina.press("Edit")
    await bina.press("Add a milestone")
    await bina.write("Poster; 70; 3; one size")
    await bina.press("That's all")
    await bina.press_data(data, sure)
    assert [str(m.title) for m in world.terms.milestones] == ["Logo", "Poster"]


async def test_the_answer_to_a_question_has_accept_with_it(world: World) -> None:
    carlos = await invited(world)
    await carlos.press("Ask a question")
    await carlos.write("Is printing included?")
    await world.deliver()
    await world.bina.press("Answer")
    await world.bina.write("No, files only.")
    await world.deliver()
    shown = plain(carlos.newest.text)
    assert "Bina answers:" in shown
    assert "It is about “Logo”, 300.00 EUR." in shown
    assert "Open until" in shown
    assert carlos.newest.labels[0] == "Accept"
    await carlos.press("Show the terms", carlos.newest)
    assert "three concepts" in plain(carlos.newest.text)
    answer = next(s for s in carlos.chat if "Accept" in s.labels)
    await carlos.press("Accept", answer)
    await world.deliver()
    await world.bina.press("Yes, it's them")
    assert world.deal.state is DealState.AGREED


async def test_the_answer_s_accept_is_old_once_there_is_a_new_link_or_a_new_version(
    world: World,
) -> None:
    carlos = await invited(world)
    await carlos.press("Ask a question")
    await carlos.write("Is printing included?")
    await world.deliver()
    await world.bina.press("Answer")
    await world.bina.write("No, files only.")
    await world.deliver()
    answer = carlos.newest
    data = answer.data("Accept")
    await world.bina.write(f"/start deal-{world.deal.id}")
    await world.bina.press("New link")
    await world.bina.press("New link")
    await carlos.press_data(data, answer)
    assert world.deal.claims == ()
    await world.sam.press_data(data, answer)
    assert world.deal.claims == ()


@pytest.mark.parametrize("language", ["English", "فارسی"])
async def test_no_text_to_pass_on_ends_in_the_air(world: World, language: str) -> None:
    await world.draft()
    await world.bina.press("Create invite")
    await world.bina.press(language)
    urls = {b["text"]: str(b.get("url")) for row in world.bina.newest.buttons for b in row}
    shared = parse_qs(urlsplit(urls["Share in Telegram"]).query)
    whatsapp = unquote(urls["WhatsApp"].partition("text=")[2])
    await world.bina.press("Email")
    email = plain(world.bina.newest.text)
    await world.bina.press("Copy text", world.bina.chat[-2])
    copied = plain(world.bina.newest.text)
    assert shared["url"] == [f"https://t.me/holdfast_bot?start={world.link}"]
    for text in (*shared["text"], whatsapp, email, copied):
        lines = [line.strip() for line in text.strip().splitlines()]
        assert not any(line.endswith((":", "،", ",")) for line in lines)
    assert "\n\n" not in shared["text"][0]
    for text in (whatsapp, email, copied):
        assert world.link in text
