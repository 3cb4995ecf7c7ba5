"""An ordered revision at the desk: points one a message, the time, and what happens if not."""

from __future__ import annotations

from core.deal.milestone import State
from core.deal.points import ItemKind
from core.deal.ruling import Outcome, ReviewGround
from core.disputing import AskReview
from core.values.money import Money
from tests.bot.desk.test_reviews import confirmed
from tests.bot.desk.test_ruling import ruling
from tests.bot.desk.world import ARAM, BINA, CARLOS, NOOR, REASONS, World
from tests.kit.scene import DAY, words


async def points(world: World) -> None:
    """Two of them are there."""
    await ruling(world)
    await world.press(ARAM, "Work goes on…")
    await world.press(ARAM, "Require changes…")
    assert world.last().labels == ["Back"], "nothing to go on with yet"
    await world.write(ARAM, "The third concept.")
    assert "“The third concept.”: which criterion is this about?" in world.last().text
    assert world.last().labels == ["1. three concepts", "2. SVG files", "Back"]
    await world.press(ARAM, "1. three concepts")
    assert "1. The third concept. (criterion 1)" in world.last().text
    await world.write(ARAM, "The SVG of the second.")
    await world.press(ARAM, "2. SVG files")
    assert "2. The SVG of the second. (criterion 2)" in world.last().text


async def ordered(world: World) -> None:
    """Confirmed by Aram: five days, and 40 % if not."""
    await points(world)
    await world.press(ARAM, "Next")
    await world.write(ARAM, "5 days")
    assert "Both sides read it beforehand" in world.last().text
    await world.write(ARAM, "40 %")
    await world.press(ARAM, "1. three concepts")
    await world.write(ARAM, REASONS)
    text = world.last().text
    for part in (
        "Changes ordered",
        "The freelancer has 5 days to make these changes, counted from when",
        "1. The third concept. (criterion 1)",
        "2. The SVG of the second. (criterion 2)",
        "If nothing is submitted in that time:",
        "Freelancer Bina Rahimi: 120.00 EUR",
        "Client Carlos Vega: 180.00 EUR",
        "The work goes on once both accept the ruling, or its time is over",
    ):
        assert part in text
    await world.press(ARAM, "Confirm the ruling")
    await world.deliver()


async def test_changes_are_ordered_with_a_time_and_a_split_that_is_stated(world: World) -> None:
    await ordered(world)
    made = world.case_now.ruling
    assert made is not None
    assert (made.outcome, made.more, made.to_freelancer) == (
        Outcome.ORDER, 5 * DAY, Money(12000, "EUR"),
    )  # fmt: skip
    assert [(str(p.words), p.criterion, p.kind) for p in made.points] == [
        ("The third concept.", 0, ItemKind.DEFECT),
        ("The SVG of the second.", 1, ItemKind.DEFECT),
    ]
    for part in ("Ruled by Aram Vos: changes ordered.", "The third concept.", "120.00 EUR"):
        assert part in world.case.text
    await world.accepted()
    m = world.deal.milestone(1)
    assert (m.state, m.fallback_share) == (State.REVISING, Money(12000, "EUR"))
    assert "ordered by an arbiter (criterion 1):" in world.case.text
    assert world.group.topics[world.thread].closed


async def test_a_point_can_be_taken_away_and_too_short_a_time_is_refused(world: World) -> None:
    await points(world)
    await world.press(ARAM, "Remove the last")
    assert "The SVG of the second" not in world.last().text
    await world.press(ARAM, "Next")
    assert "From 72 hours to 30 days" in world.last().text or "3 days" in world.last().text
    assert "1 day" not in world.last().labels
    await world.write(ARAM, "2 days")
    assert "A round of changes needs at least" in world.last().text
    await world.write(ARAM, "31 days")
    assert "at most" in world.last().text
    await world.press(ARAM, "Back")
    form = await world.app.reads.expecting(ARAM, "desk")
    assert form is not None
    assert (form.field, str(form.data["points"]).count("third concept")) == ("points", 1)
    assert "SVG" not in str(form.data["points"])


async def test_no_more_than_ten_points_are_taken(world: World) -> None:
    await points(world)
    for number in range(8):
        await world.write(ARAM, f"More of it, {number}.")
        await world.press(ARAM, "1. three concepts")
    assert "as much as one ruling holds: 10" in world.last().text
    await world.write(ARAM, "An eleventh.")
    assert "At most this many points" in world.last().text


async def test_a_point_longer_than_a_few_lines_is_refused(world: World) -> None:
    await points(world)
    await world.write(ARAM, "x" * 301)
    form = await world.app.reads.expecting(ARAM, "desk")
    assert form is not None
    assert form.field == "points"


async def test_another_arbiter_upholds_an_order_as_it_was_made(world: World) -> None:
    await ordered(world)
    ground = ReviewGround.PROCEDURE
    said = words("My letter was never looked at.")
    await world.do(AskReview(actor=CARLOS, deal=world.id, milestone=1, ground=ground, words=said))
    await world.deliver()
    await world.press(NOOR, "Take")
    await world.state(BINA)
    await world.deliver()
    await world.press(NOOR, "Rule…")
    await world.press(NOOR, "Uphold the ruling")
    text = await confirmed(world)
    assert "Upheld." in text
    assert "1. The third concept. (criterion 1)" in text
    made = world.case_now.ruling
    assert made is not None
    assert len(made.points) == 2
    assert world.deal.milestone(1).state is State.REVISING
