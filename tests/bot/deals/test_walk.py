"""A whole deal, button by button."""

from datetime import timedelta

import pytest

from core.deal.milestone import State
from core.deal.points import ItemKind
from core.working.events import ChangesRequested
from tests.bot.deals.acts import asked_for_changes, funded, handed_in
from tests.bot.deals.world import World
from tests.kit.phones import plain


async def test_a_deal_is_paid_handed_in_and_approved_by_buttons_alone(world: World) -> None:
    await funded(world, "120.00")
    assert world.state() is State.IN_PROGRESS
    await handed_in(world)
    assert world.state() is State.SUBMITTED
    told = len(world.carlos.chat)
    assert [shown.file for shown in world.carlos.chat[-2:]] == ["drafts.svg", ""]
    await world.carlos.press("Approve and release")
    asked = plain(world.carlos.newest.text)
    assert "Release 120.00 EUR to Bina for “Drafts”?" in asked
    await world.carlos.press("Yes, release 120.00 EUR")
    assert "120.00 EUR released to Bina" in world.carlos.alert
    told_bina = len(world.bina.chat)
    await world.deliver()
    assert world.state() is State.RELEASED
    assert len(world.bina.chat) == told_bina + 1
    end = plain(world.bina.newest.text)
    assert end.startswith(
        "“Drafts”: the client has approved the work.\nTo you: 120.00 EUR, we send it by"
    )
    assert "The deal is done." in end
    assert end.count("120.00 EUR") == 1
    assert world.bina.newest.labels[:2] == ["Do it again", "Receipt"]
    assert "The deal" in world.bina.newest.labels
    assert len(world.carlos.chat) == told + 1, "what was asked, and then the card in its place"


async def test_every_money_screen_says_that_it_is_play_money(world: World) -> None:
    await world.agree("120.00")
    await world.carlos.press("Pay")
    assert "play money" in world.carlos.newest.text
    await world.carlos.press("Yes, pay")
    assert "(play money)" in world.carlos.newest.text


async def test_changes_go_round_until_it_is_approved(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await asked_for_changes(world, "the third concept is missing")
    assert world.state() is State.REVISING
    assert world.bina.sees("the third concept is missing")
    assert world.bina.sees("Not what we agreed (three concepts)")
    await handed_in(world)
    assert world.state() is State.SUBMITTED
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    assert world.state() is State.RELEASED


async def test_each_point_says_what_it_is_and_something_extra_is_proposed_next(
    world: World,
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("only two concepts")
    await world.carlos.write("I would like blue")
    await world.carlos.write("and a web page")
    await world.carlos.press("Done")
    await world.carlos.press("Not what we agreed")
    await world.carlos.press("1. three concepts")
    await world.carlos.press("I'd like it different")
    await world.carlos.press("Something extra")
    await world.carlos.write("5 days")
    assert "uses a round of changes: 1 of 2" in plain(world.carlos.newest.text)
    assert "3. Something extra" in plain(world.carlos.newest.text)
    assert "What is extra is not part of this request" in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, send it")
    [asked] = world.deal.milestones[0].rounds
    assert [(item.kind, item.criterion) for item in asked.items] == [
        (ItemKind.DEFECT, 0),
        (ItemKind.PREFERENCE, None),
    ]
    assert sum(isinstance(e, ChangesRequested) for e in world.store.events(world.id)) == 1


async def test_back_asks_the_question_before_and_keeps_the_rest(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("only two concepts")
    await world.carlos.press("Done")
    await world.carlos.press("I'd like it different")
    await world.carlos.press("3 days")
    await world.carlos.press("Back")
    assert "By when" in world.carlos.newest.text
    await world.carlos.press("Back")
    assert "What is it?" in world.carlos.newest.text
    await world.carlos.press("Back")
    assert "1 point so far" in world.carlos.newest.text
    await world.carlos.press("Back")
    assert "Approve and release" in world.carlos.newest.labels


async def test_a_point_that_is_disagreed_with_and_not_answered_for_goes_to_the_arbiter(
    world: World,
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await asked_for_changes(world, "blue is not green")
    await world.bina.press("I disagree with a point")
    await world.bina.press("1. blue is not green")
    await world.bina.write("green was never agreed")
    await world.bina.send("chat.png")
    await world.bina.press("Done")
    await world.bina.press("Yes, I disagree")
    await world.deliver()
    assert world.state() is State.CONTESTED
    assert world.carlos.sees("green was never agreed")
    world.clock.forward(timedelta(days=3))
    await world.escrow.sweep()
    await world.deliver()
    assert world.state() is State.DISPUTED
    assert world.deal.disputes[0].statements[0].files[0].name == "chat.png"
    assert world.carlos.sees("You did not answer in time for what Bina disagrees with")
    assert world.bina.sees("Carlos did not answer in time for what you disagree with")


async def test_a_part_is_released_and_the_rest_stays_held(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("More…")
    await world.carlos.press("Release some money")
    await world.carlos.write("50")
    assert "70.00 EUR stays held" in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, release 50.00 EUR")
    assert str(world.deal.milestones[0].held) == "70.00 EUR"


async def test_a_part_that_is_all_that_is_held_or_more_is_refused_as_it_is_typed(
    world: World,
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("More…")
    await world.carlos.press("Release some money")
    for typed in ("120", "500", "100.555"):
        await world.carlos.write(typed)
        assert "Release less than what is held, 120.00 EUR" in plain(world.carlos.newest.text)


async def test_only_the_part_typed_last_can_be_released_and_back_closes_the_question(
    world: World,
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("More…")
    await world.carlos.press("Release some money")
    await world.carlos.write("50")
    await world.carlos.write("60")
    assert [shown.labels for shown in world.carlos.chat if "Yes, release" in str(shown.labels)] == [
        ["Yes, release 60.00 EUR", "Back"]
    ]
    await world.carlos.press("Back")
    await world.carlos.write("70")
    assert "should it go" in world.carlos.newest.text


async def test_a_typed_answer_takes_the_buttons_of_its_question(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")
    await world.bina.press("A word on one…")
    await world.bina.press("1. three concepts")
    await world.bina.write("three of them")
    assert not [shown for shown in world.bina.chat if "Done as agreed" in shown.labels]


async def test_what_is_handed_in_again_is_shown_with_the_answer_to_each_point(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await asked_for_changes(world, "too dark")
    await world.bina.press("Submit work")
    await world.bina.send("brighter.svg")
    await world.bina.press("Done")
    await world.bina.press("A word on one…")
    await world.bina.press("3. Asked: too dark")
    await world.bina.write("It is much brighter")
    assert "Asked: too dark\nIt is much brighter" in plain(world.bina.newest.text)


async def test_a_point_of_several_lines_is_one_line_on_its_button(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await asked_for_changes(world, "too dark\nand too small")
    await world.bina.press("I disagree with a point")
    assert "1. too dark and too small" in world.bina.newest.labels


async def test_cancelling_what_nothing_was_paid_for_speaks_of_no_money(world: World) -> None:
    await world.agree("120.00")
    await world.carlos.press("More…")
    await world.carlos.press("Cancel milestone")
    assert "0.00" not in world.carlos.newest.text


@pytest.mark.parametrize(
    ("held", "offered"),
    [
        ("2000.00", ["1,500.00 EUR", "1.50 EUR", "Back"]),
        ("120.00", ["Yes, release 1.50 EUR", "Back"]),
    ],
)
async def test_an_amount_read_in_two_ways_is_asked_unless_one_is_more_than_is_held(
    world: World, held: str, offered: list[str]
) -> None:
    await funded(world, held)
    await handed_in(world)
    await world.carlos.press("More…")
    await world.carlos.press("Release some money")
    await world.carlos.write("1.500")
    assert world.carlos.newest.labels == offered


async def test_giving_the_work_up_is_asked_twice_with_the_amount(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("More…")
    await world.bina.press("Withdraw")
    assert "120.00 EUR" in world.bina.newest.text
    await world.bina.press("Yes, withdraw")
    assert world.state() is State.IN_PROGRESS
    assert "120.00 EUR" in world.bina.newest.text
    await world.bina.press("Yes, withdraw")
    assert world.state() is State.REFUNDED


async def test_work_is_taken_back_within_the_hour(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.bina.press("Take it back")
    await world.bina.press("Yes, take it back")
    assert world.state() is State.IN_PROGRESS
    await world.deliver()
    assert world.carlos.sees("took “Drafts” back")
