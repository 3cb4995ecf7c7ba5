"""The form of a ruling: whose it is, what it shows, what it refuses, and that it survives."""

import pytest

from bot.desk.disputing.shares import read_share
from core.deal.milestone import State
from core.deal.ruling import Exhibit, ExhibitKind, Outcome
from core.deal.stage import Stage
from core.disputing import FileEvidence
from core.values.errors import Refusal
from core.values.money import Money
from core.values.policy import Policy, RailInfo
from tests.bot.desk.world import ARAM, CARLOS, NOOR, REASONS, World, build, said

EUR_300 = Money(30000, "EUR")


async def ruling(
    world: World, amount: Money | None = None, *, answered: bool = True, **deal: object
) -> None:
    """An arbiter's form of a dispute that was answered, or whose answer's time is over."""
    if answered:
        await world.dispute(amount, **deal)
    else:
        await world.opened(amount, **deal)
        await world.silence()
    await world.press(ARAM, "Take")
    await world.deliver()
    if not answered:
        await world.evidence_over()
    await world.press(ARAM, "Rule…")


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("60 %", 18000),
        ("60%", 18000),
        ("33.33 %", 9999),
        ("33,33%", 9999),
        ("۶۰ ٪", 18000),
        ("۳۳٫۳۳٪", 9999),
        ("180", 18000),
        ("180.00 EUR", 18000),
        ("0.01", 1),
        ("0 %", 0),
        ("0", 0),
        ("100 %", 30000),
        ("300.00", 30000),
    ],
)
def test_a_share_is_read_as_people_type_it(typed: str, minor: int) -> None:
    assert read_share(typed, EUR_300) == Money(minor, "EUR")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("33.333 %", "share-unreadable"),
        ("a third %", "share-unreadable"),
        ("101 %", "share-unreadable"),
        ("-5 %", "share-unreadable"),
        ("300.01", "split-out-of-range"),
        ("180 USD", "amount-other-currency"),
        ("1.0055", "amount-decimals"),
        ("half", "amount-unreadable"),
    ],
)
def test_a_share_that_is_none_is_refused_with_what_would_do(typed: str, key: str) -> None:
    with pytest.raises(Refusal) as no:
        read_share(typed, EUR_300)
    assert no.value.key == key


async def test_1001_yen_at_33_33_percent_are_333_and_668(world: World) -> None:
    await ruling(world, Money(1001, "JPY"))
    await world.press(ARAM, "Split…")
    await world.write(ARAM, "33.33 %")
    assert "Freelancer Bina Rahimi: 333 JPY" in world.last().text
    assert "Client Carlos Vega: 668 JPY" in world.last().text


async def test_one_cent_at_50_percent_is_nothing_and_one_cent_and_that_is_a_refund(
    world: World,
) -> None:
    await ruling(world, Money(1, "EUR"))
    await world.press(ARAM, "Split…")
    await world.write(ARAM, "50 %")
    for line in ("Refund", "Freelancer Bina Rahimi: 0.00 EUR", "Client Carlos Vega: 0.01 EUR"):
        assert line in world.last().text
    await world.press(ARAM, "1. three concepts")
    await world.write(ARAM, REASONS)
    await world.press(ARAM, "Confirm the ruling")
    await world.accepted()
    assert world.deal.milestone(1).state is State.REFUNDED


async def test_the_fee_is_taken_of_what_is_released_and_shown_before() -> None:
    rails = (RailInfo("manual", real_money=True, automatic=False),)
    world = await build(Policy(rails=rails, fee_bps=250, four_eyes_threshold={"EUR": 10**9}))
    await ruling(world)
    await world.press(ARAM, "Split…")
    await world.write(ARAM, "33.33 %")
    text = world.last().text
    assert "99.99 EUR" in text
    assert "less our fee of 2.49 EUR: 97.50 EUR" in text
    assert "200.01 EUR" in text


async def test_a_colleagues_words_do_not_become_reasons(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Release 300.00 EUR")
    await world.press(ARAM, "None of them")
    await world.write(NOOR, REASONS)
    await world.write(ARAM, REASONS, None)
    form = await world.app.reads.expecting(ARAM, "desk")
    assert form is not None
    assert form.field == "reasons"
    await world.write(ARAM, REASONS)
    form = await world.app.reads.expecting(ARAM, "desk")
    assert form is not None
    assert form.field == "confirm"


async def test_a_colleague_can_not_press_in_the_form(world: World) -> None:
    await ruling(world)
    answered = await world.press(NOOR, "Release 300.00 EUR")
    assert answered["text"] == "This form belongs to a colleague."
    form = await world.app.reads.expecting(ARAM, "desk")
    assert form is not None
    assert form.field == "outcome"


async def test_reasons_that_are_too_short_are_refused_and_may_be_typed_again(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Refund 300.00 EUR")
    await world.press(ARAM, "None of them")
    await world.write(ARAM, "Because.")
    assert "100" in world.last().text
    await world.write(ARAM, REASONS)
    assert world.last().labels[0].startswith("Confirm")


async def test_a_small_claim_needs_twenty_characters(world: World) -> None:
    await ruling(world, Money(4900, "EUR"))
    await world.press(ARAM, "Refund 49.00 EUR")
    await world.press(ARAM, "None of them")
    assert "20 to" in world.last().text
    await world.write(ARAM, "Nothing was handed in at all.")
    assert world.last().labels[0].startswith("Confirm")


async def test_the_last_question_shows_everything_and_warns_of_silence(world: World) -> None:
    await ruling(world, answered=False)
    await world.do(
        FileEvidence(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            words=said("See"),
            files=(await world.file("a.png"),),
        )
    )
    await world.press(ARAM, "Split…")
    await world.write(ARAM, "180")
    await world.press(ARAM, "2. SVG files")
    await world.press(ARAM, "☐ 1 · a.png")
    assert world.last().labels[0].startswith("☑ 1")
    await world.press(ARAM, "Next")
    await world.write(ARAM, REASONS)
    text = world.last().text
    for part in (
        "Split",
        "180.00 EUR",
        "120.00 EUR",
        "SVG files",
        "– Evidence 1, ",
        ": a.png",
        REASONS,
    ):
        assert part in text
    assert "Freelancer Bina Rahimi has not answered" in text
    await world.press(ARAM, "Confirm")
    ruled = world.case_now.ruling
    assert ruled is not None
    assert (ruled.criterion, ruled.relied_on) == (1, (Exhibit(ExhibitKind.EVIDENCE, 1),))


async def test_there_is_no_warning_once_both_have_spoken(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Release 300.00 EUR")
    await world.press(ARAM, "None of them")
    await world.write(ARAM, REASONS)
    assert "has not answered" not in world.last().text


async def test_the_form_survives_a_restart(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Split…")
    await world.write(ARAM, "180")
    again = await build()
    again.store.rows = world.store.rows
    again.edge.topics, again.edge.relays = world.edge.topics, world.edge.relays
    again.group.topics, again.group.messages = world.group.topics, world.group.messages
    again.id = world.id
    again._update = 900  # noqa: SLF001
    await again.press(ARAM, "None of them")
    await again.write(ARAM, REASONS)
    await again.press(ARAM, "Confirm the ruling")
    await again.accepted()
    assert again.deal.milestone(1).state is State.SPLIT


async def test_a_button_of_an_earlier_question_changes_nothing(world: World) -> None:
    await ruling(world)
    old = world.press_of(ARAM, world.last(), "Refund 300.00 EUR")
    await world.press(ARAM, "Release 300.00 EUR")
    await world.update(callback_query=old)
    assert "old" in world.group.answers[-1]["text"]
    form = await world.app.reads.expecting(ARAM, "desk")
    assert form is not None
    assert (form.field, form.data["outcome"]) == ("criterion", "release")


async def test_only_the_newest_question_has_buttons(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Split…")
    before = world.last()
    await world.write(ARAM, "60 %")
    assert before.labels == []
    assert world.last().labels


async def test_a_form_that_is_over_says_so(world: World) -> None:
    await ruling(world)
    shown = world.last()
    press = world.press_of(ARAM, shown, "Split…")
    await world.write(ARAM, "/cancel")
    await world.update(callback_query=press)
    assert shown.text == "This form is over."
    assert shown.labels == []


async def test_back_goes_through_the_questions_and_out(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Split…")
    await world.write(ARAM, "180")
    await world.press(ARAM, "None of them")
    fields = []
    for _ in range(4):
        form = await world.app.reads.expecting(ARAM, "desk")
        assert form is not None
        fields.append(form.field)
        await world.press(ARAM, "Back")
    assert fields == ["reasons", "criterion", "share", "outcome"]
    assert not world.store.rows.forms
    assert world.case_now.stage is Stage.TAKEN


async def test_a_question_may_be_asked_in_the_middle_of_a_ruling(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Release 300.00 EUR")
    await world.press(ARAM, "None of them")
    await world.press(ARAM, "Ask the client")
    await world.write(ARAM, "Which concept is missing, in your view?")
    assert len(world.case_now.questions) == 1
    assert "Write your reasons" in world.last().text
    await world.write(ARAM, REASONS)
    assert "The client still has time to answer" in world.last().text
    await world.reply(1)
    await world.write(ARAM, REASONS)
    assert world.last().labels[0].startswith("Confirm")


async def test_a_second_ruling_waits_for_the_first(world: World) -> None:
    await ruling(world)
    first = world.id
    await world.press(ARAM, "Release 300.00 EUR")
    await world.dispute(title="Banner")
    await world.state()
    await world.press(ARAM, "Take")
    await world.press(ARAM, "Rule…")
    assert first in world.last().text
    await world.press(ARAM, "Leave it")
    assert not world.store.rows.forms
    await world.press(ARAM, "Rule…")
    assert "What becomes of" in world.last().text


async def test_a_ruling_that_is_handled_twice_is_made_once(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Refund 300.00 EUR")
    await world.press(ARAM, "None of them")
    await world.write(ARAM, REASONS)
    press = world.press_of(ARAM, world.last(), "Confirm")
    number = await world.update(callback_query=press)
    await world.again(number, callback_query=press)
    await world.accepted()
    assert len(world.deal.transfers) == 1
    assert world.deal.milestone(1).state is State.REFUNDED


async def test_typed_words_handled_twice_do_not_answer_the_next_question(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Split…")
    message = world.words_of(ARAM, "60 %", world.thread)
    number = await world.update(message=message)
    await world.again(number, message=message)
    form = await world.app.reads.expecting(ARAM, "desk")
    assert form is not None
    assert form.field == "criterion"


async def test_a_ruling_is_told_in_the_topic_which_is_closed(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Release 300.00 EUR")
    await world.press(ARAM, "1. three concepts")
    await world.write(ARAM, REASONS)
    await world.press(ARAM, "Confirm")
    await world.deliver()
    told = world.said("Ruled by Aram Vos: release.", world.thread)
    assert any(REASONS in shown.text for shown in told)
    assert not world.group.topics[world.thread].closed
    await world.accepted()
    assert world.group.topics[world.thread].closed
    assert world.case.labels == ["Whole file"]
    assert "Nothing is left to do here." in world.case.text
    ruled = world.case_now.ruling
    assert ruled is not None
    assert ruled.outcome is Outcome.RELEASE


async def test_many_criteria_are_shown_in_pages_of_at_most_eight_buttons(world: World) -> None:
    await ruling(world, criteria=[f"criterion {n}" for n in range(1, 13)])
    await world.press(ARAM, "Release 300.00 EUR")
    seen = set()
    for _ in range(3):
        labels = world.last().labels
        assert len(labels) <= 8
        seen |= {label for label in labels if "criterion" in label}
        await world.press(ARAM, "More")
    assert len(seen) == 12
    await world.press(ARAM, "1. criterion 1")


async def test_reasons_longer_than_a_message_holds_are_refused(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Release 300.00 EUR")
    await world.press(ARAM, "None of them")
    await world.write(ARAM, "x" * 2501)
    assert "2,500" in world.last().text
    await world.write(ARAM, "x" * 2500)
    assert world.last().labels[0].startswith("Confirm")


async def test_the_last_tap_confirms_only_what_its_card_showed(world: World) -> None:
    """Another phone of the arbiter still shows the card of a split that was changed since."""
    await ruling(world)
    await world.press(ARAM, "Split…")
    await _decide(world, "60 %")
    old = world.press_of(ARAM, world.last(), "Confirm")
    for _ in ("reasons", "criterion", "share"):
        await world.press(ARAM, "Back", world.last())
    await _decide(world, "70 %")
    await world.update(callback_query=old)
    assert world.group.answers[-1]["text"].startswith("That button is old")
    assert [world.case_now.ruling] == [None]
    await world.press(ARAM, "Confirm", world.last())
    made = world.case_now.ruling
    assert made is not None
    assert made.to_freelancer == Money(21000, "EUR")


async def _decide(world: World, share: str) -> None:
    await world.write(ARAM, share)
    await world.press(ARAM, "None of them", world.last())
    await world.write(ARAM, REASONS)


async def test_who_has_a_deal_with_a_side_by_now_composes_no_ruling(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.deliver()
    await world.state()
    case = world.id
    await world.agree(client=ARAM)
    world.id = case
    answer = await world.press(ARAM, "Rule…")
    assert "You had a deal with one of them" in answer["text"]
    assert await world.app.reads.expecting(ARAM, "desk") is None
