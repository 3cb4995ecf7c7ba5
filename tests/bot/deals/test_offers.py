"""Offers in a dispute, pressed by both sides in their own chats; and what is told us alone."""

from datetime import timedelta
from typing import Any

import pytest

from bot.cards.amending.offering import bar_of
from core.amending import AdviseSettlement
from core.deal.milestone import State
from core.deal.proposal import ProposalState
from core.deal.stage import Stage
from core.disputing import TakeDispute
from core.people import ChangeSettings
from core.values.money import Money
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.states import to_arbiter
from tests.bot.deals.test_ending_disputes import opens_dispute
from tests.bot.deals.world import ARAM, World, build


@pytest.fixture
async def world() -> World:
    return await disputed()


async def disputed(**house: Any) -> World:
    """The client asks for 50 of 120."""
    world = await build(**house)
    await funded(world, "120.00")
    await handed_in(world)
    await opens_dispute(world, "50")
    return world


async def bina_offers(world: World, share: str = "90") -> None:
    await world.bina.press("Offer…")
    await world.bina.write(share)
    await world.bina.write("the drafts can be used")
    await world.bina.press("Yes, offer it")
    await world.deliver()


async def advised(world: World) -> None:
    await to_arbiter(world)
    await world.do(TakeDispute(actor=ARAM, deal=world.id, milestone=1))
    await world.do(
        AdviseSettlement(
            actor=ARAM,
            deal=world.id,
            milestone=1,
            to_freelancer=Money(8000, "EUR"),
            held=Money(12000, "EUR"),
        )
    )
    await world.deliver()


def shares(world: World) -> tuple[State, Money, Money]:
    m = world.deal.milestones[0]
    return m.state, m.released, m.refunded


@pytest.mark.parametrize(
    ("mine", "bar"),
    [
        (10_000, "▓▓▓▓▓▓▓▓▓▓"),
        (0, "░░░░░░░░░░"),
        (6_000, "▓▓▓▓▓▓░░░░"),
        (1, "▓░░░░░░░░░"),
        (9_999, "▓▓▓▓▓▓▓▓▓░"),
    ],
)
def test_whoever_gets_something_sees_a_part_of_the_bar(mine: int, bar: str) -> None:
    assert bar_of(mine) == bar


def test_the_bar_begins_beside_its_reader_where_lines_run_from_right_to_left() -> None:
    assert bar_of(6_000, rtl=True) == "░░░░▓▓▓▓▓▓"


async def test_who_reads_persian_has_their_own_cells_beside_themselves(world: World) -> None:
    await world.do(ChangeSettings(actor=world.carlos_id, locale="fa"))
    await bina_offers(world)
    assert world.carlos.sees("░░░░░░░░▓▓")


async def test_both_see_the_offer_as_a_bar_each_from_their_side(world: World) -> None:
    await bina_offers(world)
    assert world.carlos.sees("the drafts can be used")
    assert world.carlos.sees("You 25 % ▓▓░░░░░░░░ 75 % Bina")
    assert world.carlos.sees("You ask for 50.00 EUR.")
    assert world.carlos.sees("90.00 EUR for the freelancer, 30.00 EUR back to you")
    assert world.carlos.sees("If you say nothing, the offer lapses")
    labels = world.carlos.newest.labels
    assert {"Accept their offer", "Offer…", "Add evidence"} <= {*labels}
    assert len(labels) <= 8
    assert world.bina.sees("75 % ▓▓▓▓▓▓▓▓░░ 25 % Carlos")
    assert world.bina.sees("Carlos asks for 50.00 EUR.")
    assert "Accept their offer" not in world.bina.newest.labels


async def test_an_accepted_offer_ends_the_dispute_after_a_second_tap(world: World) -> None:
    await bina_offers(world)
    await world.carlos.press("Accept their offer")
    assert world.state() is State.DISPUTED, "the first tap only says what it means"
    assert world.carlos.sees("This cannot be undone.")
    await world.carlos.press("Yes, settle it")
    await world.deliver()
    assert shares(world) == (State.SPLIT, Money(9000, "EUR"), Money(3000, "EUR"))
    assert world.deal.disputes[0].stage is Stage.SETTLED
    assert world.bina.sees("you both agreed to end it")


async def test_a_counter_offer_makes_the_open_accept_screen_old(world: World) -> None:
    await bina_offers(world)
    await world.carlos.press("Accept their offer")
    sure = world.carlos.newest
    data = sure.data("Yes, settle it")
    await world.carlos.press("Back")
    await world.carlos.press("Offer…")
    await world.carlos.write("60")
    assert world.carlos.sees("takes the place of the one that Bina made")
    await world.carlos.press("Yes, offer it")
    await world.deliver()
    await world.carlos.press_data(data, sure)
    assert world.state() is State.DISPUTED
    await world.bina.press("Accept their offer")
    await world.bina.press("Yes, settle it")
    assert shares(world)[1] == Money(6000, "EUR")


async def test_an_offer_that_came_while_one_was_written_is_shown_before_it_is_countered(
    world: World,
) -> None:
    await world.carlos.press("Offer…")
    await world.carlos.write("60")
    sure = world.carlos.newest
    data = sure.data("Yes, offer it")
    await bina_offers(world)
    await world.carlos.press_data(data, sure)
    assert len(world.deal.proposals) == 1
    assert "old" in world.carlos.alert


async def test_a_forged_amount_or_somebody_elses_tap_does_nothing(world: World) -> None:
    await world.carlos.press("Offer…")
    await world.carlos.write("60")
    sure = world.carlos.newest
    data = sure.data("Yes, offer it")
    for forged in (data.replace("6000.0", "1.0"), data.replace("6000.0", "x")):
        await world.carlos.press_data(forged, sure)
    await world.bina.press_data(data, world.bina.newest)
    assert not world.deal.proposals
    await bina_offers(world)
    await world.carlos.press("Accept their offer")
    theirs = world.carlos.newest.data("Yes, settle it")
    await world.bina.press_data(theirs, world.bina.newest)
    assert world.state() is State.DISPUTED


async def test_refusing_and_taking_back_are_under_more(world: World) -> None:
    await bina_offers(world)
    await world.carlos.press("More…")
    await world.carlos.press("Refuse their offer")
    await world.deliver()
    assert world.bina.sees("Carlos does not accept your offer")
    await bina_offers(world, "80")
    await world.bina.press("More…")
    await world.bina.press("Take offer back")
    await world.deliver()
    assert world.carlos.sees("Bina took the offer about “Drafts” back")
    assert world.deal.proposals[-1].state is ProposalState.WITHDRAWN


async def test_nobody_answers_and_the_dispute_goes_on(world: World) -> None:
    await bina_offers(world)
    world.clock.forward(timedelta(days=3))
    await world.escrow.sweep()
    await world.deliver()
    assert world.bina.sees("Carlos has not answered your offer")
    assert world.state() is State.DISPUTED


async def test_what_the_arbiter_proposes_needs_both(world: World) -> None:
    await advised(world)
    for person in (world.bina, world.carlos):
        assert person.sees("The arbiter proposes")
        assert person.sees("It holds if both of you accept")
    await world.bina.press("Accept the proposal")
    assert world.bina.sees("If Carlos accepts too")
    await world.bina.press("Yes, accept it")
    assert world.bina.sees("You accepted. Carlos can answer until")
    await world.deliver()
    assert world.carlos.sees("Bina accepts what the arbiter proposes")
    await world.carlos.press("Accept the proposal")
    assert world.carlos.sees("the dispute then ends at once")
    await world.carlos.press("Yes, accept it")
    assert shares(world) == (State.SPLIT, Money(8000, "EUR"), Money(4000, "EUR"))


async def test_one_of_the_two_refuses_what_the_arbiter_proposes(world: World) -> None:
    await advised(world)
    await world.carlos.press("More…")
    await world.carlos.press("Refuse the proposal")
    await world.deliver()
    assert world.bina.sees("Carlos does not accept what the arbiter proposes")
    assert "Accept the proposal" not in world.bina.newest.labels


# told us alone


async def seals(world: World, person: Any, figure: str) -> None:
    await person.press("More…")
    await person.press("Tell us privately…")
    await person.write(figure)
    await person.press("Yes, keep")
    await world.deliver()


def shown(world: World) -> dict[int, list[tuple[str, list[str]]]]:
    return {
        chat: [(m.text, m.labels) for m in messages]
        for chat, messages in world.phones.chats.items()
    }


async def test_what_is_told_us_alone_changes_nothing_on_the_other_phone(world: World) -> None:
    before = shown(world)[world.carlos.id]
    await seals(world, world.bina, "90")
    assert world.bina.sees("You told us privately: at least 90.00 EUR for you")
    assert shown(world)[world.carlos.id] == before
    await world.carlos.press("More…")
    await world.carlos.press("Back")
    assert not world.carlos.sees("privately")
    await seals(world, world.carlos, "70")
    assert world.state() is State.DISPUTED
    assert not world.bina.sees("70.00")
    await world.bina.press("More…")
    await world.bina.press("Take figure back")
    assert not world.bina.sees("You told us privately")


async def test_where_both_meet_it_is_settled_at_once_and_both_read_it(world: World) -> None:
    await seals(world, world.bina, "70")
    await seals(world, world.carlos, "90.01")
    assert shares(world) == (State.SPLIT, Money(8000, "EUR"), Money(4000, "EUR"))
    assert world.bina.sees("met, so the dispute ends at the middle")


async def test_a_forged_figure_is_old(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Tell us privately…")
    await world.bina.write("70")
    sure = world.bina.newest
    data = sure.data("Yes, keep 70.00 EUR")
    await world.bina.press_data(data.replace("7000", "1"), sure)
    await world.carlos.press_data(data, world.carlos.newest)
    assert not world.deal.sealed


async def test_more_than_is_held_is_refused_and_asked_again(world: World) -> None:
    await world.bina.press("More…")
    await world.bina.press("Tell us privately…")
    await world.bina.write("121")
    await world.bina.write("120")
    await world.bina.press("Yes, keep 120.00 EUR")
    sealed = world.deal.sealed_by(1, world.bina_id)
    assert sealed is not None
    assert sealed.figure == Money(12000, "EUR")


async def test_another_figure_takes_the_place_of_the_first_in_an_offer(world: World) -> None:
    await world.bina.press("Offer…")
    for typed in ("0", "75"):
        await world.bina.write(typed)
    assert world.bina.sees("75.00 EUR for you, 45.00 EUR back to the client.\nNo money moves")
    await world.bina.press("Yes, offer it")
    proposal = world.deal.proposals[0]
    assert (proposal.to_freelancer, proposal.words) == (Money(7500, "EUR"), None)
