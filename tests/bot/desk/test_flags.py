"""Stopping a deal and letting it go on: the desk's commands, cards and second taps."""

from datetime import timedelta

import pytest

from core.deal.flag import FlagKind
from core.deal.model import TransferState
from core.paying import AskLift, SetFlag
from core.people import SetDestination
from core.values.ids import PersonId
from core.working import ApproveMilestone
from tests.bot.desk.test_overview import board
from tests.bot.desk.test_treasury import card, claim, press
from tests.bot.desk.world import ARAM, BINA, CARLOS, HANA, NOOR, SAM, TESS, World, said

DAY = timedelta(days=1)


def still(world: World) -> bool:
    return world.deal.frozen_at is not None


async def stop(world: World, kind: FlagKind = FlagKind.FRAUD) -> None:
    await world.do(SetFlag(actor=TESS, deal=world.id, kind=kind, words=said("card was stolen")))
    await world.deliver()


async def ask(world: World, by: PersonId = TESS) -> None:
    await world.do(AskLift(actor=by, deal=world.id, flag=1, words=said("the bank says no")))
    await world.deliver()


async def owing(world: World) -> None:
    """Work was approved, and its payout is owed."""
    await world.do(SetDestination(actor=BINA, currency="EUR", details="DE89 3704"))
    await world.agree()
    await world.fund()
    await world.submit()
    m = world.deal.milestone(1)
    await world.do(
        ApproveMilestone(
            actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, submission=1, amount=m.held
        )
    )
    await world.deliver()


@pytest.mark.parametrize(("label", "read"), [("Fraud", False), ("Our own reason", True)])
async def test_a_colleague_says_why_and_taps_twice(world: World, label: str, read: bool) -> None:
    await world.agree()
    await world.write(ARAM, f"/freeze {world.id.lower()}", None)
    asked = card(world, "Fraud")
    assert asked.labels == ["Fraud", "Legal matter", "Chargeback", "Our own reason"]
    assert not still(world)
    await press(world, ARAM, label)
    question = world.group.in_topic(None)[-1]
    assert "Aram Vos, what is the reason?" in question.text
    assert ("word for word" in question.text) is read
    await world.write(ARAM, "The card was stolen.", None)
    sure = card(world, "Stop this deal")
    assert "The card was stolen." in sure.text
    assert world.id in sure.text
    assert not still(world)
    await press(world, ARAM, "Stop this deal")
    await world.deliver()
    [flag] = world.deal.standing
    assert (flag.by, str(flag.words)) == (ARAM, "The card was stolen.")
    assert sure.labels == []
    shown = card(world, "Ask to lift")
    for part in (world.id, "Logo", "Aram Vos", "The card was stolen.", "To be looked into by"):
        assert part in shown.text
    assert "Standing still: 1" in (await board(world)).text


async def test_another_reason_makes_the_second_tap_old(world: World) -> None:
    await world.agree()
    await world.write(ARAM, f"/freeze {world.id}", None)
    await press(world, ARAM, "Fraud")
    await world.write(ARAM, "The card was stolen.", None)
    first = card(world, "Stop this deal")
    tap = world.press_of(ARAM, first, "Stop this deal")
    await world.write(ARAM, "Two cards were stolen.", None)
    await world.update(callback_query=tap)
    assert not still(world)
    # The form stands: what was said last is what the newest card sets.
    await press(world, ARAM, "Stop this deal")
    assert str(world.deal.standing[0].words) == "Two cards were stolen."


async def test_a_colleagues_tap_sets_nothing_of_anothers_form(world: World) -> None:
    await world.agree()
    await world.write(ARAM, f"/freeze {world.id}", None)
    await press(world, ARAM, "Fraud")
    await world.write(ARAM, "The card was stolen.", None)
    await press(world, NOOR, "Stop this deal")
    assert not still(world)


async def test_what_can_not_be_stopped_is_said_before_anything_is_asked(world: World) -> None:
    await world.agree()
    for code in ("7K3F9QZM", "x"):
        await world.write(ARAM, f"/freeze {code}", None)
        assert "There is no such deal" in world.group.in_topic(None)[-1].text
    await stop(world)
    await world.write(ARAM, f"/freeze {world.id}", None)
    answer = await press(world, ARAM, "Fraud")
    assert "for that reason already" in answer


async def test_one_asks_and_another_lifts_with_two_taps(world: World) -> None:
    await world.agree()
    await stop(world)
    await press(world, TESS, "Ask to lift")
    await world.write(TESS, "The bank says that it was the client.", None)
    await world.deliver()
    shown = card(world, "Lift")
    assert "Tess Urer asks to lift it" in shown.text
    assert "The bank says that it was the client." in shown.text
    assert "a colleague has to agree" in await press(world, TESS, "Lift")
    await press(world, HANA, "Lift")
    sure = card(world, "Yes, lift it")
    assert "The deal goes on at once" in sure.text
    assert still(world)
    await press(world, HANA, "Yes, lift it")
    await world.deliver()
    assert not still(world)
    assert "Tess Urer asked for it, Hana Head agreed" in world.group.in_topic(None)[-1].text
    assert "Standing still" not in (await board(world)).text


async def test_what_was_asked_anew_is_not_lifted_by_the_button_before(world: World) -> None:
    await world.agree()
    await stop(world)
    await ask(world)
    old = card(world, "Lift")
    tap = world.press_of(HANA, old, "Lift")
    await ask(world, NOOR)
    await world.update(callback_query=tap)
    assert still(world)
    assert f"{NOOR} asks to lift it" in old.text  # nobody met her yet


async def test_a_lapsed_question_has_no_button(world: World) -> None:
    await world.agree()
    await stop(world)
    await ask(world)
    world.clock.to(world.clock.now() + 2 * DAY)
    await world.write(ARAM, "/holds", None)
    assert world.group.in_topic(None)[-1].labels == ["Ask to lift"]


async def test_the_list_shows_each_deal_with_all_of_its_flags(world: World) -> None:
    await world.write(ARAM, "/holds", None)
    assert world.group.in_topic(None)[-1].text == "No deal stands still."
    await world.agree()
    await stop(world)
    await stop(world, FlagKind.LEGAL)
    await world.write(ARAM, "/holds", None)
    shown = world.group.in_topic(None)[-1]
    assert "1. Fraud" in shown.text
    assert "2. Legal matter" in shown.text
    assert shown.labels == ["Ask to lift 1", "Ask to lift 2"]


async def test_nobody_else_stops_or_lifts(world: World) -> None:
    await world.agree()
    await world.write(SAM, f"/freeze {world.id}", None)
    assert not still(world)
    await stop(world)
    await ask(world)
    await press(world, SAM, "Lift")
    await press(world, BINA, "Lift")
    assert card(world, "Lift").labels == ["Lift", "Ask to lift"]


async def test_a_treasurer_sends_nothing_and_confirms_what_was_sent_before(world: World) -> None:
    await owing(world)
    sent = card(world, "Confirm payout")
    tap = world.press_of(TESS, sent, "Confirm payout")
    await stop(world)
    await world.write(TESS, "/payouts", None)
    assert "1 more in deals that stand still" in world.group.in_topic(None)[-1].text
    assert "Not to be sent now: the payout of 300.00 EUR" in card(world, "Ask to lift").text
    await world.update(callback_query=tap)
    assert "do not send this now" in sent.text
    await press(world, TESS, "Back")
    assert sent.labels == ["Payout sent before: 300.00 EUR"]
    await press(world, TESS, "Payout sent before: 300.00 EUR")  # of the flags' card
    await world.press(TESS, "Payout sent before: 300.00 EUR", sent)
    await press(world, TESS, "Confirm payout: 300.00 EUR")
    assert world.deal.transfer(1).state is TransferState.SENT
    assert still(world)


async def test_of_a_claim_only_what_arrived_is_confirmed(world: World) -> None:
    await world.agree()
    await claim(world)
    await stop(world)
    await press(world, TESS, "Confirm deposit")
    await press(world, TESS, "Back")
    shown = card(world, "Confirm deposit")
    assert shown.labels == ["Confirm deposit"]
    assert "stands still" in shown.text
    await press(world, TESS, "Confirm deposit")
    await press(world, TESS, "Confirm deposit: 300.00 EUR")
    assert world.deal.milestone(1).held.minor == 30000


async def test_the_case_file_says_so_and_offers_no_ruling(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.state()
    assert "Rule…" in world.case.labels
    await stop(world)
    assert "Rule…" not in world.case.labels
    assert "stands still since" in world.case.text
    assert "Nobody" not in world.case.text
    await ask(world)
    await press(world, HANA, "Lift")
    await press(world, HANA, "Yes, lift it")
    await world.deliver()
    assert "Rule…" in world.case.labels


async def test_an_alarm_rings_with_the_card_until_it_is_lifted(world: World) -> None:
    await world.agree()
    await stop(world)
    world.clock.to(world.clock.now() + 3 * DAY)
    await world.app.escrow.meet(world.id, "hold-flag:1")
    await world.deliver()
    shown = world.group.in_topic(None)[-1]
    assert "was to be looked into by" in shown.text
    assert "Ask to lift" in shown.labels


async def test_a_case_of_a_stopped_deal_stays_among_ones_own(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await stop(world)
    await world.write(ARAM, "/mine", None)
    told = world.group.last().text
    assert told.count(str(world.id)) == 1
    assert "stands still, to be looked into by" in told
    await world.write(NOOR, "/mine", None)
    assert world.group.last().text == "You have no case."


async def test_what_is_owed_in_a_stopped_deal_is_counted_where_payouts_are_listed(
    world: World,
) -> None:
    await owing(world)
    await stop(world)
    await world.write(TESS, "/payouts", None)
    assert world.group.last().text == "⏸ 1 more in deals that stand still: /holds"
    await world.write(TESS, "/deposits", None)
    assert world.group.last().text == "No payment to confirm."
