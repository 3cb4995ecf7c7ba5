"""Handing in: all of it as agreed at once, or a word on one."""

from dataclasses import replace

import pytest

from core.deal.milestone import State
from core.ports import Expecting, UnitOfWork
from core.values.marks import is_choice
from core.values.words import Words
from tests.bot.deals.acts import asked_for_changes, funded, handed_in
from tests.bot.deals.world import World
from tests.kit.phones import plain

FIVE = ("three concepts", "SVG files", "two colours", "a dark one", "a small one")


async def to_the_summary(world: World) -> None:
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")


def own_words(said: tuple[Words, ...]) -> list[str]:
    return ["" if is_choice(words.text or "") else str(words) for words in said]


@pytest.mark.parametrize("count", [1, 2, 5])
async def test_work_as_agreed_is_handed_in_by_three_presses_and_its_file(
    world: World, count: int
) -> None:
    await funded(world, "120.00", criteria=FIVE[:count])
    await to_the_summary(world)
    assert world.bina.newest.labels == ["Yes, submit", "A word on one…", "Back"]
    assert "By submitting you say" in plain(world.bina.newest.text)
    await world.bina.press("Yes, submit")
    assert world.state() is State.SUBMITTED
    [work] = world.deal.milestone(1).submissions
    assert own_words(work.notes) == [""] * count


async def test_a_word_on_one_stands_there_and_the_rest_stays_as_agreed(world: World) -> None:
    await funded(world, "120.00", criteria=FIVE[:3])
    await to_the_summary(world)
    await world.bina.press("A word on one…")
    await world.bina.press("2. SVG files")
    await world.bina.write("PDF instead, as you said")
    summary = plain(world.bina.newest.text)
    assert "SVG files\nPDF instead, as you said" in summary
    assert summary.count("\nDone as agreed.") == 2
    assert "each line without words of your own" in summary
    await world.bina.press("Yes, submit")
    [work] = world.deal.milestone(1).submissions
    assert own_words(work.notes) == ["", "PDF instead, as you said", ""]


async def test_of_one_criterion_alone_it_is_not_asked_which(world: World) -> None:
    await funded(world, "120.00", criteria=FIVE[:1])
    await to_the_summary(world)
    await world.bina.press("A word on one…")
    await world.bina.write("four of them")
    assert "three concepts\nfour of them" in plain(world.bina.newest.text)
    assert "By submitting you say" not in plain(world.bina.newest.text)


async def test_a_word_is_taken_back_and_back_leads_through_the_summary(world: World) -> None:
    await funded(world, "120.00")
    await to_the_summary(world)
    await world.bina.press("A word on one…")
    await world.bina.press("1. three concepts")
    await world.bina.write("four of them")
    await world.bina.press("A word on one…")
    await world.bina.press("1. three concepts")
    await world.bina.press("Back")
    assert "four of them" in plain(world.bina.newest.text)
    await world.bina.press("A word on one…")
    await world.bina.press("1. three concepts")
    await world.bina.press("Done as agreed")
    assert "four of them" not in plain(world.bina.newest.text)
    await world.bina.press("Back")
    assert "Saved: 1 file" in plain(world.bina.newest.text)


async def test_more_criteria_than_fit_are_turned_to(world: World) -> None:
    await funded(world, "120.00", criteria=(*FIVE, "a square one"))
    await to_the_summary(world)
    await world.bina.press("A word on one…")
    await world.bina.press("Later")
    await world.bina.press("6. a square one")
    await world.bina.write("it is a circle")
    await world.bina.press("Yes, submit")
    [work] = world.deal.milestone(1).submissions
    assert own_words(work.notes) == ["", "", "", "", "", "it is a circle"]


async def test_in_a_later_round_every_open_point_stands_as_done(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await asked_for_changes(world, "too dark", "too small")
    await to_the_summary(world)
    assert "all 4 of these are done as agreed" in plain(world.bina.newest.text)
    await world.bina.press("A word on one…")
    await world.bina.press("4. Asked: too small")
    await world.bina.write("twice as large now")
    await world.bina.press("Yes, submit")
    work = world.deal.milestone(1).submissions[-1]
    assert own_words(work.notes) == ["", ""]
    assert own_words(work.answers) == ["", "twice as large now"]


async def test_words_typed_where_it_is_asked_which_go_with_the_work(world: World) -> None:
    await funded(world, "120.00")
    await to_the_summary(world)
    await world.bina.press("A word on one…")
    await world.bina.write("I like the second best")
    assert "Said with it:\nI like the second best" in plain(world.bina.newest.text)
    assert world.bina.newest.labels[0] == "Yes, submit"


async def as_before_the_upgrade(world: World) -> None:
    """Each criterion was asked in turn; one was answered, the second is asked."""
    await funded(world, "120.00")
    await to_the_summary(world)
    row = await world.app.reads.expecting(world.bina_id, "parties")
    assert row is not None
    data = {key: value for key, value in row.data.items() if key not in ("place", "answers")}
    data["notes"] = [{"text": "four of them", "salt": "0" * 32}]
    old: Expecting = replace(row, field="note", data=data)

    def write(uow: UnitOfWork) -> None:
        uow.expect(old)

    await world.app.escrow.note(write, request="before")


@pytest.mark.parametrize(
    ("answer", "second"), [("Done as agreed", ""), ("PDF too", "PDF too"), ("Back", "")]
)
async def test_a_form_that_asked_for_each_in_turn_goes_on_with_what_was_said(
    world: World, answer: str, second: str
) -> None:
    await as_before_the_upgrade(world)
    if second:
        await world.bina.write(answer)
    else:
        verb = {"Done as agreed": "subok", "Back": "subprev"}[answer]
        await world.bina.press_data(f"{verb}|{world.id}|1", world.bina.newest)
    await world.bina.press("Yes, submit")
    [work] = world.deal.milestone(1).submissions
    assert own_words(work.notes) == ["four of them", second]
