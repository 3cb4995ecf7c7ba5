"""Who may act at the desk, and what everybody else is told."""

from core.deal.context import Staff
from core.deal.stage import Stage
from core.values.ids import PersonId
from tests.bot.desk.group import GROUP
from tests.bot.desk.world import ARAM, BINA, CARLOS, HANA, NOOR, SAM, TESS, World, build


async def test_a_stranger_who_presses_is_told_that_this_is_for_arbiters(world: World) -> None:
    await world.dispute()
    answer = await world.press(SAM, "Take")
    assert answer["text"] == "This is for arbiters."
    assert answer["show_alert"] is True
    assert world.case_now.stage is Stage.OPEN
    assert SAM not in world.store.people


async def test_a_stranger_gets_no_command_answered_but_that(world: World) -> None:
    await world.write(SAM, "/queue", None)
    assert world.group.last().text == "This is for arbiters."


async def test_what_a_stranger_says_in_the_group_is_nobodys_business(world: World) -> None:
    await world.dispute()
    before = len(world.group.calls)
    await world.write(SAM, "Hello?")
    assert len(world.group.calls) == before


async def test_a_stranger_in_private_is_sent_to_the_other_bot(world: World) -> None:
    for text in ("/start", "Where is my money?", "/queue"):
        assert (await world.privately(SAM, text)).text.startswith("This is for arbiters.")


async def test_a_colleague_in_private_learns_what_this_bot_is(world: World) -> None:
    for text in ("/start", "/queue", "Hello"):
        assert (await world.privately(ARAM, text)).text.startswith("This is the desk's bot.")


async def test_a_party_who_is_an_arbiter_can_not_take_their_own_case() -> None:
    world = await build(staff=Staff(frozenset({CARLOS, NOOR}), treasurers=frozenset({TESS})))
    await world.dispute()
    answer = await world.press(CARLOS, "Take")
    assert "party to this deal" in answer["text"]
    assert world.case_now.stage is Stage.OPEN
    assert "Carlos" not in world.case.text.split("What the rulebook")[1]


async def test_a_treasurer_is_no_arbiter(world: World) -> None:
    await world.dispute()
    answer = await world.press(TESS, "Take")
    assert answer["text"] == "This is for arbiters."
    assert world.case_now.stage is Stage.OPEN


async def test_an_arbiter_who_had_a_deal_with_one_of_them_can_not_take_it() -> None:
    world = await build(staff=Staff(frozenset({ARAM, NOOR}), treasurers=frozenset({TESS})))
    await world.agree(client=CARLOS, freelancer=ARAM)
    await world.dispute()
    answer = await world.press(ARAM, "Take")
    assert "had a deal" in answer["text"]
    assert world.case_now.stage is Stage.OPEN


async def test_a_case_that_nobody_may_rule_on_says_so_to_the_desk() -> None:
    world = await build(staff=Staff(frozenset({ARAM, CARLOS}), treasurers=frozenset({TESS})))
    await world.dispute()
    assert "No arbiter on the list may act" not in world.case.text
    await world.press(ARAM, "I know one of them")
    await world.press(ARAM, "I know one of them")
    assert "No arbiter on the list may act" in world.case.text


async def test_a_case_that_somebody_has_and_may_not_rule_yet_has_somebody_who_may_act() -> None:
    world = await build(staff=Staff(frozenset({ARAM, NOOR}), treasurers=frozenset({TESS})))
    await world.opened()
    assert "No arbiter on the list may act" not in world.case.text
    await world.state()
    await world.call()
    await world.press(ARAM, "Take")
    assert "It can be ruled once both have answered and have nothing to add" in world.case.text
    assert "No arbiter on the list may act" not in world.case.text


async def test_who_had_a_deal_with_a_side_is_not_among_those_who_may_take_it(
    world: World,
) -> None:
    await world.agree(client=CARLOS, freelancer=ARAM)
    await world.agree(client=NOOR, freelancer=BINA)
    await world.dispute()
    assert f"Take it: {HANA}\n" in world.case.text
    await world.agree(client=CARLOS, freelancer=HANA)
    await world.dispute()
    assert "No arbiter on the list may act" in world.case.text


async def test_of_two_arbiters_who_take_at_once_one_gets_it(world: World) -> None:
    await world.dispute()
    shown = world.case
    taken = world.press_of(ARAM, shown, "Take")
    late = world.press_of(NOOR, shown, "Take")
    await world.update(callback_query=taken)
    await world.update(callback_query=late)
    assert world.case_now.arbiter == ARAM
    assert world.group.answers[-2]["text"] == "It is yours now."
    assert "Another arbiter" in world.group.answers[-1]["text"]
    assert "Aram Vos has it" in world.case.text


async def test_only_the_head_takes_a_case_over(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    assert "Take over" in world.case.labels
    answer = await world.press(NOOR, "Take over")
    assert answer["text"] == "This is for the head arbiter."
    assert world.case_now.arbiter == ARAM
    await world.press(HANA, "Take over")
    assert world.case_now.arbiter == ARAM
    assert "Take this case over from Aram Vos?" in world.last().text
    await world.press(HANA, "Take over")
    assert world.case_now.arbiter == HANA


async def test_a_press_in_another_chat_is_judged_by_the_list_alike(world: World) -> None:
    await world.dispute()
    press = world.press_of(SAM, world.case, "Take")
    press["message"]["chat"] = {"id": SAM, "type": "private", "first_name": "Sam"}
    await world.update(callback_query=press)
    assert world.group.answers[-1]["text"] == "This is for arbiters."


async def test_a_colleague_is_met_once_and_by_name(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    met = world.store.people[ARAM]
    assert (met.name, met.username) == ("Aram Vos", "aram")
    requests = [key for key in world.store.requests if key.endswith(":met")]
    await world.write(ARAM, "Hm")
    assert [key for key in world.store.requests if key.endswith(":met")] == requests


async def test_a_press_that_no_button_of_ours_carries_is_old(world: World) -> None:
    await world.dispute()
    for data in (
        "nonsense",
        "take",
        "r|J|x",
        "rule|AAAAAAAA|1",
        "out|AAAAAAAA|1||9.x",
        "send",
        "keep",
    ):
        press = world.press_of(ARAM, world.case, "Take") | {"data": data}
        await world.update(callback_query=press)
        assert world.group.answers[-1]["text"], data
    assert world.case_now.stage is Stage.OPEN


async def test_the_other_bots_commands_are_not_ours(world: World) -> None:
    before = len(world.group.calls)
    await world.write(ARAM, "/help@holdfast_bot", None)
    assert len(world.group.calls) == before
    await world.write(ARAM, "/help@holdfast_desk_bot", None)
    assert "/queue" in world.group.last().text
    assert world.group.last().chat == GROUP


def test_the_tests_people_are_whom_the_tests_say() -> None:
    assert len({BINA, CARLOS, ARAM, NOOR, SAM, TESS, HANA}) == 7
    assert PersonId(1003) == ARAM
