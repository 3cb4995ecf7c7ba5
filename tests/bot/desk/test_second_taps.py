"""What can not be undone at the desk is asked twice, and a case is handed to whom one names."""

from core.deal.context import Staff
from core.deal.stage import Stage
from tests.bot.desk.test_help import answers, ask, thread
from tests.bot.desk.world import ARAM, BINA, CARLOS, HANA, NOOR, REASONS, TESS, World, build


async def taken(world: World) -> None:
    for colleague in (NOOR, HANA):
        await world.write(colleague, "Good morning", None)
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.deliver()


async def test_a_case_goes_to_the_colleague_who_is_named_and_both_sides_hear_it(
    world: World,
) -> None:
    await taken(world)
    before = len(world.store.notices_to(BINA))
    await world.press(ARAM, "Hand over")
    assert world.case_now.arbiter == ARAM
    await world.press(ARAM, "Noor Lind", world.last())
    assert (world.case_now.arbiter, world.case_now.stage) == (NOOR, Stage.TAKEN)
    assert world.last().text == "Noor Lind has it now."
    await world.deliver()
    assert world.last().text == "↪️ Aram Vos handed this case over to Noor Lind."
    assert "Noor Lind has it" in world.case.text
    assert [n.kind for n in world.store.notices_to(BINA)[before:]] == ["dispute-taken"]


async def test_who_is_not_free_to_rule_is_not_offered_and_gets_nothing(world: World) -> None:
    await world.agree(client=NOOR, freelancer=BINA)
    await taken(world)
    await world.press(ARAM, "Hand over")
    shown = world.last()
    assert shown.labels == ["Hana Head", "Leave it open", "Back"]
    forged = world.press_of(ARAM, shown, "Hana Head")
    forged["data"] = forged["data"].replace(str(HANA), str(NOOR))
    await world.update(callback_query=forged)
    assert "cannot decide this case" in world.group.answers[-1]["text"]
    assert world.case_now.arbiter == ARAM


async def test_with_nobody_else_to_rule_a_case_can_be_left_open() -> None:
    world = await build(staff=Staff(frozenset({ARAM}), treasurers=frozenset({TESS})))
    await taken(world)
    await world.press(ARAM, "Hand over")
    assert "No other arbiter is free" in world.last().text
    await world.press(ARAM, "Leave it open")
    assert world.case_now.stage is Stage.OPEN


async def test_back_from_a_second_tap_changes_nothing(world: World) -> None:
    await taken(world)
    for label in ("Hand over", "I know one of them"):
        before = world.deal
        await world.press(ARAM, label)
        assert "Logo" in world.last().text
        await world.press(ARAM, "Back")
        assert world.deal == before


async def test_a_take_over_from_somebody_who_has_it_no_longer_is_old(world: World) -> None:
    await taken(world)
    await world.press(HANA, "Take over")
    late = world.press_of(HANA, world.last(), "Take over")
    await world.press(ARAM, "Hand over")
    await world.press(ARAM, "Noor Lind", world.last())
    await world.update(callback_query=late)
    assert "old" in world.group.answers[-1]["text"]
    assert world.case_now.arbiter == NOOR


async def test_the_pinned_case_says_held_until_the_ruling_and_not_after_it(world: World) -> None:
    await taken(world)
    await world.state()
    assert "· held: 300.00 EUR" in world.case.text
    await world.press(ARAM, "Rule…")
    await world.press(ARAM, "Release 300.00 EUR")
    await world.press(ARAM, "1. three concepts")
    await world.write(ARAM, REASONS)
    await world.press(ARAM, "Confirm the ruling")
    await world.deliver()
    assert "· held: 300.00 EUR" in world.case.text, "it is carried out later"
    await world.accept_ruling()
    assert "held until the ruling: 300.00 EUR" in world.case.text
    assert "· held:" not in world.case.text


async def test_words_in_a_help_topic_are_asked_about_and_talk_to_a_colleague_is_not(
    world: World,
) -> None:
    await ask(world, BINA, "How do I get paid?")
    where = thread(world, BINA)
    await world.write(ARAM, "Press Where to be paid.", where)
    prompt = world.group.last(where)
    assert prompt.labels == ["Send to Bina Rahimi", "Keep inside"]
    assert not answers(world)
    await world.press(ARAM, "Send to", prompt)
    assert [str(answer.words) for answer in answers(world)] == ["Press Where to be paid."]


async def test_a_side_s_own_colleague_is_refused_in_the_help_topic_as_in_a_reply(
    world: World,
) -> None:
    deal = await world.agree(client=CARLOS, freelancer=ARAM)
    await ask(world, CARLOS, "He is late.", deal)
    where = thread(world, CARLOS, deal)
    before = len(world.group.in_topic(where))
    await world.write(ARAM, "No I am not.", where)
    assert "Send to Carlos Vega" not in world.group.last(where).labels
    assert len(world.group.in_topic(where)) == before + 1
