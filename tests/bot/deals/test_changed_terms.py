"""A change of what is agreed, written by one side and answered by the other, in their chats."""

import pytest

from core.deal.milestone import State
from core.deal.proposal import ProposalState
from core.values.money import Money
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import World, build
from tests.kit.phones import Person


@pytest.fixture
async def world() -> World:
    world = await build()
    await funded(world, "120.00", "80.00")
    return world


async def adds(world: World) -> None:
    """Bina writes one more milestone, and has not proposed it yet."""
    await world.bina.press("More…")
    await world.bina.press("More…")
    await world.bina.press("Propose a change")
    await world.bina.press("Add a milestone")
    await world.bina.write("Business cards")
    await world.bina.write("50 EUR")
    await world.bina.write("3 days")
    await world.bina.write("two sides")
    await world.bina.press("That's all")


async def proposes(world: World) -> None:
    await adds(world)
    await world.bina.press("Propose it")
    await world.deliver()


async def test_one_more_milestone_is_agreed_and_waits_for_its_turn(world: World) -> None:
    await adds(world)
    assert world.bina.sees("Milestone 3, title, new: Business cards")
    assert world.bina.sees("The price of the deal: 200.00 EUR → 250.00 EUR.")
    assert world.bina.sees("If Carlos says nothing, the terms stay as they are")
    assert not world.deal.proposals, "nothing is proposed by looking"
    await world.bina.press("Propose it")
    assert world.bina.sees("You proposed to change the terms.")
    await world.deliver()
    assert world.carlos.sees("Bina proposes to change the terms of this deal.")
    assert world.carlos.sees("Milestone 3, amount, new: 50.00 EUR")
    assert world.carlos.sees("What is added is paid for before its work begins.")
    await world.carlos.press("Accept the change")
    assert world.deal.proposals[0].state is ProposalState.OPEN, "the first tap shows it"
    assert world.carlos.sees("200.00 EUR → 250.00 EUR")
    await world.carlos.press("Yes, accept it")
    await world.deliver()
    assert [m.state for m in world.deal.milestones] == [
        State.IN_PROGRESS,
        State.PLANNED,
        State.PLANNED,
    ]
    agreed = world.deal.agreement
    assert agreed is not None
    assert [(a.person, a.button) for a in agreed.acceptances] == [
        (world.bina_id, "Propose it"),
        (world.carlos_id, "Yes, accept it"),
    ]
    assert world.bina.sees("Carlos accepted your change")
    assert world.bina.sees(agreed.fingerprint[:16])
    await world.bina.press("Agreement (PDF)")
    assert world.carlos.sees("Business cards")


async def test_what_is_held_falls_and_the_rest_goes_back(world: World) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Propose a change")
    await world.carlos.press("1. Drafts")
    assert "Title" not in world.carlos.newest.labels
    await world.carlos.press("Amount")
    await world.carlos.write("130 EUR")
    assert world.carlos.sees("can fall but not rise")
    await world.carlos.write("100 EUR")
    assert world.carlos.sees("20.00 EUR of what is held for “Drafts” goes back to you at once")
    await world.carlos.press("Propose it")
    await world.deliver()
    assert world.bina.sees("20.00 EUR of what is held for “Drafts” goes back to the client")
    await world.bina.press("Accept the change")
    await world.bina.press("Yes, accept it")
    await world.deliver()
    m = world.deal.milestones[0]
    assert (m.held, m.refunded) == (Money(10000, "EUR"), Money(2000, "EUR"))
    assert world.carlos.sees("you both agreed to a lower price")


async def test_a_milestone_is_dropped_and_can_stay_after_all(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("More…")
    await world.bina.press("Propose a change")
    await world.bina.press("2. Final files")
    await world.bina.press("Drop it")
    assert world.bina.sees("Milestone 2: dropped")
    await world.bina.press("Change…")
    await world.bina.press("2. Final files")
    await world.bina.press("Do not drop it")
    assert world.bina.sees("You have not changed anything yet")
    await world.bina.press("Change…")
    await world.bina.press("2. Final files")
    await world.bina.press("Drop it")
    await world.bina.press("Propose it")
    await world.deliver()
    await world.carlos.press("Accept the change")
    await world.carlos.press("Yes, accept it")
    assert world.state(2) is State.VOID


async def test_no_is_no_and_a_second_tap_on_it_is_old(world: World) -> None:
    await proposes(world)
    asked = world.carlos.newest
    yes = asked.data("Accept the change")
    await world.carlos.press("Refuse the change")
    await world.deliver()
    assert world.bina.sees("does not agree to your change")
    assert world.deal.proposals[0].state is ProposalState.REJECTED
    await proposes(world)
    await world.carlos.press_data(yes, asked)
    assert "old" in world.carlos.alert
    assert world.deal.proposals[1].state is ProposalState.OPEN


async def test_what_was_proposed_is_taken_back(world: World) -> None:
    await proposes(world)
    await world.bina.press("More…")
    await world.bina.press("More…")
    await world.bina.press("Take change back")
    await world.deliver()
    assert world.carlos.sees("does not propose to change the terms any more")
    assert world.deal.proposals[0].state is ProposalState.WITHDRAWN


@pytest.mark.parametrize("verb", ["accept-change.do", "reject-change"])
async def test_nobody_answers_their_own_change_by_a_forged_tap(world: World, verb: str) -> None:
    await proposes(world)
    await world.bina.press_data(f"{verb}|{world.id}|||1", world.bina.newest)
    assert world.deal.proposals[0].state is ProposalState.OPEN
    forged = f"withdraw-change|{world.id}|||1"
    await world.carlos.press_data(forged, world.carlos.newest)
    assert world.deal.proposals[0].state is ProposalState.OPEN


async def test_what_was_begun_is_gone_on_with_or_left(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("More…")
    await world.bina.press("Propose a change")
    await world.bina.press("Add a milestone")
    await world.bina.write("Business cards")
    await world.bina.press_data(f"amend|{world.id}", world.bina.newest)
    assert world.bina.sees("how much")
    await world.bina.write("50 EUR")
    await world.bina.write("3 days: two sides")
    await world.bina.press("That's all")
    await world.bina.press("Delete changes")
    assert world.deal.changing == ()
    assert not world.deal.proposals


@pytest.mark.parametrize("choice", ["title", "work", "rules", "currency"])
async def test_nothing_but_milestones_is_asked_for_by_a_forged_tap(
    world: World, choice: str
) -> None:
    await adds(world)
    before = world.deal
    await world.bina.press_data(f"terms.change|{world.id}|||{choice}", world.bina.newest)
    await world.bina.write("Something else")
    assert world.deal.changing == before.changing
    assert world.deal.terms == before.terms


async def test_a_change_lapses_when_the_work_goes_on(world: World) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Propose a change")
    await world.carlos.press("1. Drafts")
    await world.carlos.press("Criteria")
    await world.carlos.write("two concepts")
    await world.carlos.press("Propose it")
    await world.deliver()
    await handed_in(world)
    await world.deliver()
    assert world.deal.proposals[0].state is ProposalState.SUPERSEDED
    assert world.carlos.sees("The change that you proposed has lapsed")


async def test_a_long_change_comes_whole_in_a_file(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("More…")
    await world.bina.press("Propose a change")
    await world.bina.press("Add a milestone")
    await world.bina.write("Business cards")
    await world.bina.write("50 EUR")
    await world.bina.write("3 days")
    await world.bina.write("\n".join(f"{place} {'word ' * 90}" for place in range(19)))
    await world.bina.press("That's all")
    await world.bina.press("Propose it")
    await world.deliver()
    assert any(shown.file == "changes.txt" for shown in world.carlos.chat)
    await world.carlos.press("Accept the change")
    await world.carlos.press("Yes, accept it")
    assert len(world.deal.milestones) == 3


async def test_it_is_read_in_persian_too() -> None:
    world = await build(languages=("fa", "fa"))
    await world.agree("120.00", "80.00")
    await world.carlos.press("بیشتر…")
    await world.carlos.press("پیشنهاد تغییر شرایط")
    assert world.carlos.sees("کدام مرحله را می‌خواهید تغییر دهید؟")
    await world.carlos.press("۲. Final files")
    await world.carlos.press("حذف مرحله")
    await world.carlos.press("پیشنهاد شود")
    await world.deliver()
    await world.bina.press("قبول تغییر شرایط")
    await world.bina.press("بله، قبول است")
    await world.deliver()
    assert world.state(2) is State.VOID
    assert world.carlos.sees("تغییر پیشنهادی شما را قبول کرد")


async def one_criterion(world: World, by: Person, to: Person) -> None:
    """Drafts was judged by `three concepts` and `SVG files`, and is by one other line."""
    await by.press("More…")
    await by.press("Propose a change")
    await by.press("1. Drafts")
    await by.press("Criteria")
    await by.write("one concept")
    await by.press("Propose it")
    await world.deliver()
    await to.press("Accept the change")
    await to.press("Yes, accept it")
    await world.deliver()


async def test_a_point_whose_criterion_is_agreed_no_more_is_asked_for_anew(world: World) -> None:
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("the files are missing")
    await world.carlos.press("Done")
    await world.carlos.press("Not what we agreed")
    await world.carlos.press("2. SVG files")
    await one_criterion(world, world.bina, world.carlos)
    await world.carlos.press("Request changes")
    await world.carlos.press("1. one concept")
    await world.carlos.press("3 days")
    assert world.carlos.sees("one concept")
    await world.carlos.press("Yes, send it")
    [item] = world.deal.milestones[0].rounds[0].items
    assert item.criterion == 0


async def test_a_word_on_a_criterion_that_is_agreed_no_more_does_not_go_to_another(
    world: World,
) -> None:
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.press("Done")
    await world.bina.press("A word on one")
    await world.bina.press("2. SVG files")
    await world.bina.write("as PDF this time")
    await world.bina.press("A word on one")
    await world.bina.press("1. three concepts")
    await one_criterion(world, world.carlos, world.bina)
    await world.bina.press("Submit work")
    assert world.bina.sees("one concept")
    await world.bina.press("Yes, submit")
    [work] = world.deal.milestones[0].submissions
    assert len(work.notes) == 1
    assert "PDF" not in str(work.notes[0])
