"""What takes two of the desk: asked by one, approved by another, and only then done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.deal.approval import ApprovalState
from core.deal.context import Staff
from core.deal.milestone import State
from core.deal.model import TransferState
from core.deal.stage import Stage
from core.disputing import HandOver
from core.people import SetDestination
from core.values.money import Money
from core.values.policy import Policy, RailInfo
from core.working import ApproveMilestone
from tests.bot.desk.group import Shown
from tests.bot.desk.test_overview import board
from tests.bot.desk.test_treasury import card, claim, press
from tests.bot.desk.world import (
    ARAM,
    BINA,
    CARLOS,
    HANA,
    NOOR,
    REASONS,
    TESS,
    World,
    build,
)

STAFF = Staff(
    arbiters=frozenset({ARAM, NOOR}), heads=frozenset({HANA}), treasurers=frozenset({TESS, HANA})
)
EUR_600 = Money(60000, "EUR")


@pytest.fixture
async def large() -> World:
    rails = (RailInfo("manual", real_money=True, automatic=False),)
    limits = {"EUR": 50000}
    return await build(Policy(rails=rails, four_eyes_threshold=limits), STAFF)


async def asked(world: World) -> Shown:
    """A treasurer has said that so much arrived."""
    await world.agree(EUR_600)
    await claim(world)
    await press(world, TESS, "Confirm deposit")
    await press(world, TESS, "Confirm deposit: 600.00 EUR")
    await world.deliver()
    return card(world, "Approve: 600.00 EUR")


async def approved(world: World) -> None:
    await asked(world)
    await press(world, HANA, "Approve: 600.00 EUR")
    await press(world, HANA, "Yes, approve 600.00 EUR")
    await world.deliver()


async def owing(world: World) -> None:
    await world.do(SetDestination(actor=BINA, currency="EUR", details="DE89 3704"))
    await approved(world)
    await world.submit()
    m = world.deal.milestone(1)
    await world.do(
        ApproveMilestone(
            actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, submission=1, amount=m.held
        )
    )
    await world.deliver()


def state(world: World) -> ApprovalState:
    return world.deal.approvals[-1].state


async def test_a_large_deposit_waits_and_says_for_whom_and_until_when(large: World) -> None:
    shown = await asked(large)
    for part in ("another treasurer", "Tess Urer", "600.00 EUR", "Carlos Vega", f"{large.id}-1"):
        assert part in shown.text
    assert shown.labels == ["Approve: 600.00 EUR", "Say no…", "Take back"]
    assert large.deal.milestone(1).state is State.FUNDING
    assert "Waiting for another’s approval: 1" in (await board(large)).text


async def test_another_treasurer_taps_twice_and_it_is_booked(large: World) -> None:
    shown = await asked(large)
    await press(large, HANA, "Approve: 600.00 EUR")
    sure = card(large, "Yes, approve 600.00 EUR")
    assert "Carlos Vega" in sure.text
    assert large.deal.milestone(1).state is State.FUNDING
    await press(large, HANA, "Yes, approve 600.00 EUR")
    assert large.deal.milestone(1).state is State.IN_PROGRESS
    [deposit] = large.deal.milestone(1).deposits
    assert (deposit.confirmed_by, deposit.approved_by) == (TESS, HANA)
    assert "Tess Urer asked for it, Hana Head approved" in shown.text
    assert shown.labels == []


async def test_who_asked_is_refused_in_plain_words_and_so_is_who_is_no_treasurer(
    large: World,
) -> None:
    await asked(large)
    answer = await press(large, TESS, "Approve: 600.00 EUR")
    assert answer == "You asked for this yourself, so a colleague has to approve it."
    assert await press(large, ARAM, "Approve: 600.00 EUR") == "This is for treasurers."
    answer = await press(large, HANA, "Take back")
    assert answer == "A colleague asked for this, and takes it back if need be."
    assert state(large) is ApprovalState.OPEN


async def test_a_colleague_says_no_in_words_and_who_asked_reads_them(large: World) -> None:
    await asked(large)
    assert await press(large, TESS, "Say no…") == (
        "You asked for this yourself, so a colleague has to approve it."
    )
    assert await press(large, ARAM, "Say no…") == "This is for treasurers."
    await press(large, HANA, "Say no…")
    assert "Hana Head, why not?" in large.group.last().text
    await large.write(HANA, "It is not on my statement.", None)
    await large.deliver()
    assert state(large) is ApprovalState.REFUSED
    told = large.group.last()
    assert "Hana Head said no" in told.text
    assert "It is not on my statement." in told.text
    assert f"tg://user?id={TESS}" in told.html
    assert told.labels == []
    assert large.deal.milestone(1).state is State.FUNDING
    assert await large.app.reads.expecting(HANA, "desk") is None


async def test_what_waits_is_said_once_more_to_who_could_say_yes(large: World) -> None:
    await asked(large)
    large.clock.forward(timedelta(days=1))
    await large.app.escrow.sweep()
    await large.deliver()
    told = large.group.last()
    assert "This still waits, and lapses at" in told.text
    assert f"tg://user?id={HANA}" in told.html
    assert f"tg://user?id={TESS}" not in told.html
    assert told.labels == ["Approve: 600.00 EUR", "Say no…", "Take back"]


async def test_a_no_to_a_ruling_is_in_its_topic_and_the_case_goes_on(large: World) -> None:
    await ruled(large)
    await large.press(NOOR, "Say no…")
    await large.write(NOOR, "The second criterion was met.")
    await large.deliver()
    assert state(large) is ApprovalState.REFUSED
    assert large.said("Noor", large.thread)
    assert "The second criterion was met." in large.last().text
    assert (large.case_now.stage, large.case_now.arbiter) == (Stage.TAKEN, ARAM)


async def test_the_first_tap_once_more_says_that_it_waits(large: World) -> None:
    await large.agree(EUR_600)
    await claim(large)
    await press(large, TESS, "Confirm deposit")
    twice = large.press_of(TESS, card(large, "Confirm deposit:"), "Confirm deposit:")
    await large.update(callback_query=twice)
    await large.update(callback_query=twice)
    assert "waits for another colleague already" in large.group.answers[-1]["text"]
    assert len(large.deal.approvals) == 1


async def test_who_asked_takes_it_back(large: World) -> None:
    shown = await asked(large)
    await press(large, TESS, "Take back")
    assert state(large) is ApprovalState.WITHDRAWN
    assert "took this back" in shown.text
    assert shown.labels == []


async def test_another_amount_makes_the_first_button_old(large: World) -> None:
    first = await asked(large)
    stale = large.press_of(HANA, first, "Approve: 600.00 EUR")
    await large.write(HANA, "/deposits", None)
    assert "asked to approve it until" in card(large, "Different amount").text
    await press(large, TESS, "Different amount")
    await large.write(TESS, "550", None)
    await press(large, TESS, "Confirm deposit: 550.00 EUR")
    await large.deliver()
    await large.update(callback_query=stale)
    assert "old" in large.group.answers[-1]["text"]
    assert "void" in first.text
    await press(large, HANA, "Approve: 550.00 EUR")
    await press(large, HANA, "Yes, approve 550.00 EUR")
    assert large.deal.milestone(1).waiting == Money(55000, "EUR")


async def test_the_queue_shows_what_waits_with_its_buttons(large: World) -> None:
    await asked(large)
    await large.write(NOOR, "/queue", None)
    await press(large, HANA, "Approve: 600.00 EUR")
    await press(large, HANA, "Yes, approve 600.00 EUR")
    assert large.deal.milestone(1).state is State.IN_PROGRESS


async def test_when_its_time_is_over_the_group_hears_who_had_asked(large: World) -> None:
    await asked(large)
    large.clock.forward(timedelta(days=2))
    await large.app.escrow.meet(large.id, "approval-ends:1")
    await large.deliver()
    [said] = large.said("Tess Urer can ask for it again")
    assert said.labels == []
    assert state(large) is ApprovalState.LAPSED


async def test_what_fits_no_more_is_void_and_the_presser_reads_it(large: World) -> None:
    await asked(large)
    await press(large, HANA, "Approve: 600.00 EUR")
    staff = Staff(STAFF.arbiters, STAFF.heads, frozenset({HANA}))
    large.escrow.staff = staff
    answer = await press(large, HANA, "Yes, approve 600.00 EUR")
    assert "does not fit any more" in answer
    assert state(large) is ApprovalState.VOID
    assert not large.deal.milestone(1).deposits


async def test_a_large_payout_waits_for_another_treasurer_who_sees_where_it_went(
    large: World,
) -> None:
    await owing(large)
    await press(large, TESS, "Confirm payout")
    await press(large, TESS, "Confirm payout: 600.00 EUR")
    await large.deliver()
    shown = card(large, "Approve: 600.00 EUR")
    for part in ("DE89 3704", "Bina Rahimi", "Tess Urer", f"{large.id}-T1"):
        assert part in shown.text
    states = [large.deal.transfers[0].state]
    await press(large, HANA, "Approve: 600.00 EUR")
    await press(large, HANA, "Yes, approve 600.00 EUR")
    states.append(large.deal.transfers[0].state)
    assert states == [TransferState.PENDING, TransferState.SENT]


async def test_where_the_account_is_another_by_now_nobody_approves_it(large: World) -> None:
    await owing(large)
    await press(large, TESS, "Confirm payout")
    await press(large, TESS, "Confirm payout: 600.00 EUR")
    await large.deliver()
    shown = card(large, "Approve: 600.00 EUR")
    stale = large.press_of(HANA, shown, "Approve: 600.00 EUR")
    large.escrow.policy = replace(large.escrow.policy, payout_change_wait=timedelta(hours=1))
    await large.do(SetDestination(actor=BINA, currency="EUR", details="GB33 BUKB"))
    large.clock.forward(timedelta(hours=2))
    await large.update(callback_query=stale)
    assert "old" in large.group.answers[-1]["text"]
    assert "another account by now" in shown.text
    assert shown.labels == ["Take back"]


async def test_an_account_that_was_changed_while_money_is_owed_takes_another_who_is_told_so(
    large: World,
) -> None:
    await owing(large)
    await large.do(SetDestination(actor=BINA, currency="EUR", details="GB33 BUKB"))
    large.clock.forward(timedelta(days=4))
    await large.write(TESS, "/payouts", None)
    await press(large, TESS, "Confirm payout")
    await press(large, TESS, "Confirm payout: 600.00 EUR")
    states = [large.deal.transfers[0].state]
    await large.deliver()
    shown = card(large, "Approve: 600.00 EUR")
    for part in ("GB33 BUKB", "It was changed while this was owed"):
        assert part in shown.text
    await press(large, HANA, "Approve: 600.00 EUR")
    await press(large, HANA, "Yes, approve 600.00 EUR")
    states.append(large.deal.transfers[0].state)
    assert states == [TransferState.PENDING, TransferState.SENT]


async def test_a_large_ruling_is_seen_whole_and_approved_by_another_arbiter(large: World) -> None:
    await ruled(large)
    shown, before = large.last(), large.case_now.stage
    for part in ("another arbiter", "Aram Vos", "600.00 EUR", "three concepts", REASONS[:40]):
        assert part in shown.text
    assert shown.labels == ["Approve: 600.00 EUR", "Say no…", "Take back"]
    assert (await large.press(ARAM, "Approve: 600.00 EUR"))["text"].startswith("You asked for this")
    await large.press(NOOR, "Approve: 600.00 EUR")
    assert REASONS[:40] in large.last().text
    await large.press(NOOR, "Yes, approve 600.00 EUR")
    assert (before, large.case_now.stage) == (Stage.TAKEN, Stage.DECIDED)
    made = large.case_now.ruling
    assert made is not None
    assert (made.by, made.approved_by) == (ARAM, NOOR)


async def test_a_case_that_is_given_away_leaves_nothing_to_approve(large: World) -> None:
    await ruled(large)
    shown = large.last()
    stale = large.press_of(NOOR, shown, "Approve: 600.00 EUR")
    await large.do(HandOver(actor=ARAM, deal=large.id, milestone=1, to=HANA))
    await large.deliver()
    await large.update(callback_query=stale)
    assert large.case_now.ruling is None
    assert state(large) is ApprovalState.VOID


async def ruled(world: World, **deal: Any) -> None:
    await world.dispute(EUR_600, **deal)
    await world.press(ARAM, "Take")
    await world.deliver()
    await world.state()
    await world.press(ARAM, "Rule…")
    await world.press(ARAM, "Refund 600.00 EUR")
    await world.press(ARAM, "1. three concepts")
    await world.write(ARAM, REASONS)
    await world.press(ARAM, "Confirm the ruling")
    await world.deliver()
