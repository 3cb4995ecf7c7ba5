"""Rulings by which the work goes on: dismissed, or with more time, made at the desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.desk.disputing.shares import read_time
from core.deal.milestone import State
from core.deal.ruling import Outcome
from core.disputing import OpenDispute
from core.values.errors import Refusal
from core.values.money import Money
from tests.bot.desk.test_reviews import confirmed, reviewing
from tests.bot.desk.test_ruling import ruling
from tests.bot.desk.world import ARAM, BINA, NOOR, REASONS, World
from tests.kit.scene import DAY, HOUR, words

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


async def of_work_under_way(world: World) -> None:
    """The client disputes work that was not handed in; Aram has the case, and his form is open."""
    await world.agree()
    await world.fund()
    m = world.deal.milestones[0]
    assert world.deal.client is not None
    await world.do(
        OpenDispute(
            actor=world.deal.client,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            reason=words("Nothing came so far."),
            sought=m.held,
        )
    )
    await world.to_arbiter()
    await world.press(ARAM, "Take")
    await world.deliver()
    await world.press(ARAM, "Rule…")
    await world.press(ARAM, "Work goes on…")


TO_NIGHT = 12 * HOUR - timedelta(minutes=1)


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("5", 5 * DAY),
        ("5 days", 5 * DAY),
        ("36h", 36 * HOUR),
        ("36 hours", 36 * HOUR),
        ("2 weeks", 14 * DAY),
        ("90 s", timedelta(seconds=90)),
        ("10 min", timedelta(minutes=10)),
        ("۵ روز", 5 * DAY),
        ("۳۶ ساعت", 36 * HOUR),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, length: timedelta) -> None:
    assert read_time(typed, NOW, NOW, "UTC") == length


@pytest.mark.parametrize("typed", ["", "soon", "-3", "3.5", "5 moons", "5 days or so", "123456"])
def test_a_time_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as no:
        read_time(typed, NOW, NOW, "UTC")
    assert no.value.key == "duration-unreadable"


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("12 January", 7 * DAY + TO_NIGHT),
        ("2026-01-12", 7 * DAY + TO_NIGHT),
        ("۲۲ دی", 7 * DAY + TO_NIGHT),
        ("۱۴۰۴/۱۰/۲۲", 7 * DAY + TO_NIGHT),
        ("today", TO_NIGHT),
    ],
)
def test_a_date_is_read_as_the_time_up_to_its_last_minute(typed: str, length: timedelta) -> None:
    assert read_time(typed, NOW, NOW, "UTC") == length
    assert read_time(typed, NOW - 5 * HOUR, NOW, "UTC") == length + 5 * HOUR


@pytest.mark.parametrize(
    ("typed", "why"), [("yesterday", "date-is-past"), ("05/06", "date-ambiguous")]
)
def test_a_date_that_cannot_be_meant_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Refusal) as no:
        read_time(typed, NOW, NOW, "UTC")
    assert no.value.key == why


async def test_a_dispute_without_a_ground_is_dismissed(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Work goes on…")
    assert world.last().labels == [
        "Dismiss the dispute", "Require changes…", "Back",
    ], "the work is in: no more time"  # fmt: skip
    assert "The 300.00 EUR stays held" in world.last().text
    await world.press(ARAM, "Dismiss the dispute")
    assert "Dismissed" in world.last().text
    assert "The client, Carlos Vega, opened this dispute, and it had no ground." in (
        world.last().text
    )
    await world.press(ARAM, "1. three concepts")
    await world.write(ARAM, REASONS)
    text = world.last().text
    assert "Dismissed" in text
    assert "three concepts" in text
    assert "The work goes on once both accept the ruling, or its time is over" in text
    await world.press(ARAM, "Confirm the ruling")
    await world.deliver()
    made = world.case_now.ruling
    assert made is not None
    assert (made.outcome, made.more) == (Outcome.DISMISS, None)
    assert "Ruled by Aram Vos: dismissed." in world.case.text
    assert "had no ground" in world.case.text
    await world.accepted()
    assert world.deal.milestone(1).state is State.SUBMITTED
    assert "ruling carried out, the work goes on" in world.case.text
    assert "held until the ruling" not in world.case.text
    assert world.group.topics[world.thread].closed
    assert world.said("Ruled by Aram Vos: dismissed.", world.thread)


async def test_more_time_is_chosen_or_typed_within_its_bounds(world: World) -> None:
    await of_work_under_way(world)
    assert world.last().labels == ["More time…", "Dismiss the dispute", "Back"]
    await world.press(ARAM, "More time…")
    assert "From 24 hours to 30 days" in world.last().text or "1 day" in world.last().text
    await world.write(ARAM, "60 days")
    assert "at most 30 days" in world.last().text
    await world.write(ARAM, "soon")
    assert "We cannot read that as a time." in world.last().text
    await world.write(ARAM, "an hour")
    assert "at least 24 hours" in world.last().text or "at least 1 day" in world.last().text
    await world.write(ARAM, "20 January")
    assert "until 20 January, 23:59 (UTC), if that is now." in world.last().text
    await world.press(ARAM, "Back")
    await world.write(ARAM, "36 h")
    assert "The freelancer has 36 hours more, counted from when" in world.last().text
    await world.press(ARAM, "Back")
    await world.press(ARAM, "7 days")
    assert "The freelancer has 7 days more, counted from" in world.last().text
    await world.press(ARAM, "None of them")
    await world.write(ARAM, REASONS)
    await world.press(ARAM, "Confirm the ruling")
    await world.accepted()
    m = world.deal.milestone(1)
    assert (m.state, m.held) == (State.IN_PROGRESS, Money(30000, "EUR"))
    made = world.case_now.ruling
    assert made is not None
    assert made.more == 7 * DAY
    assert "Ruled by Aram Vos: more time." in world.case.text


async def test_back_leads_through_the_questions_that_were_asked(world: World) -> None:
    await of_work_under_way(world)
    await world.press(ARAM, "More time…")
    await world.press(ARAM, "3 days")
    for _ in range(2):
        await world.press(ARAM, "Back")
    assert world.last().labels[0] == "More time…"
    await world.press(ARAM, "Back")
    assert "Work goes on…" in world.last().labels
    await world.press(ARAM, "Refund 300.00 EUR")
    await world.press(ARAM, "Back")
    assert "Work goes on…" in world.last().labels


async def test_a_review_dismisses_what_was_ruled(world: World) -> None:
    await reviewing(world)
    await world.press(NOOR, "Rule…")
    assert len(world.last().labels) <= 8
    await world.press(NOOR, "Work goes on…")
    await world.press(NOOR, "Dismiss the dispute")
    text = await confirmed(world)
    assert "Confirming lets the work go on at once" in text
    m = world.deal.milestone(1)
    assert (m.state, m.held) == (State.SUBMITTED, Money(30000, "EUR"))


async def test_the_file_of_a_dispute_opened_anew_keeps_the_ruling_before_it(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Work goes on…")
    await world.press(ARAM, "Dismiss the dispute")
    await world.press(ARAM, "None of them")
    await world.write(ARAM, REASONS)
    await world.press(ARAM, "Confirm the ruling")
    await world.accepted()
    m = world.deal.milestones[0]
    await world.do(
        OpenDispute(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            reason=words("They still do not answer."),
            sought=m.held,
        )
    )
    await world.deliver()
    assert "The freelancer, Bina Rahimi, opened this dispute." in world.case.text
    assert "Ruled by Aram Vos: dismissed." in world.case.text
    assert not world.group.topics[world.thread].closed
    await world.to_arbiter()
    await world.press(ARAM, "Take")
    await world.deliver()
    assert world.case_now.arbiter == ARAM
