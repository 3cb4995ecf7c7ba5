"""Being on the list is a right only for who sits in the group, under their own name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.buttons import Press
from core.deal.context import Staff
from core.deal.milestone import State
from core.deal.stage import Stage
from core.talking import HelpAnswered
from core.values.ids import PersonId
from tests.bot.desk.group import GROUP, Json, Shown
from tests.bot.desk.test_help import ask, thread
from tests.bot.desk.test_ruling import ruling
from tests.bot.desk.test_treasury import claimed
from tests.bot.desk.world import ARAM, BINA, CARLOS, NOOR, REASONS, TESS, World, build, user

GONE = "We do not see you in the arbiters' group"
AS_GROUP: Json = {
    "from": {
        "id": 1087968824,
        "is_bot": True,
        "first_name": "Group",
        "username": "GroupAnonymousBot",
    },
    "sender_chat": {"id": GROUP, "type": "supergroup", "title": "Desk"},
}
AS_CHANNEL: Json = {
    "from": {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"},
    "sender_chat": {"id": -1009, "type": "channel", "title": "Ours"},
}
AS_BOT: Json = {"from": {"id": 77, "is_bot": True, "first_name": "H", "username": "helper_bot"}}


async def privately_pressed(world: World, person: PersonId, label: str) -> Json:
    press = world.press_of(person, world.case, label)
    press["message"]["chat"] = {"id": person, "type": "private", "first_name": "x"}
    await world.update(callback_query=press)
    return world.group.answers[-1]


@pytest.mark.parametrize("seat", ["left", "kicked"])
async def test_who_was_thrown_out_takes_no_case_wherever_they_press(
    world: World, seat: str
) -> None:
    await world.dispute()
    world.group.seats[ARAM] = seat
    assert (await privately_pressed(world, ARAM, "Take"))["text"].startswith(GONE)
    assert (await world.press(ARAM, "Take"))["text"].startswith(GONE)
    assert world.case_now.stage is Stage.OPEN
    world.group.seats[ARAM] = "member"
    await world.press(ARAM, "Take")
    assert world.case_now.arbiter == ARAM


async def test_who_is_thrown_out_after_taking_a_case_rules_nothing(world: World) -> None:
    await ruling(world)
    world.group.seats[ARAM] = "kicked"
    assert (await world.press(ARAM, "Refund"))["text"].startswith(GONE)
    await world.write(ARAM, "60 %")
    assert world.last().text.startswith(GONE)
    assert world.case_now.ruling is None


async def test_who_telegram_does_not_find_in_the_group_is_not_there(world: World) -> None:
    await world.dispute()
    for error in ("Bad Request: user not found", "Bad Request: PARTICIPANT_ID_INVALID"):
        world.group.refusals.append(("getChatMember", 400, {"description": error}))
        assert (await world.press(ARAM, "Take"))["text"].startswith(GONE)
        assert await world.app.seats.gone(ARAM)
    assert world.case_now.stage is Stage.OPEN


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (400, "Bad Request: CHAT_ADMIN_REQUIRED"),
        (400, "Bad Request: member list is inaccessible"),
        (400, "Bad Request: chat not found"),
        (400, "Bad Request: something that nobody has met yet"),
        (403, "Forbidden: bot is not a member of the supergroup chat"),
    ],
)
async def test_who_telegram_does_not_tell_us_of_does_nothing_and_has_not_left(
    world: World, code: int, error: str
) -> None:
    await ruling(world)
    world.group.refusals.append(("getChatMember", code, {"description": error}))
    assert (await world.press(ARAM, "Refund"))["text"].startswith(GONE)
    assert not await world.app.seats.gone(ARAM), "their cases would go to others"


async def test_a_thrown_out_treasurer_moves_no_money(world: World) -> None:
    await claimed(world)
    await world.deliver()
    world.group.seats[TESS] = "left"
    card = world.group.last(None)
    for label in card.labels:
        assert (await world.press(TESS, label, card))["text"].startswith(GONE)
    assert world.deal.milestone(1).state is State.FUNDING


async def test_a_thrown_out_colleagues_commands_tell_nothing(world: World) -> None:
    await world.dispute()
    world.group.seats[ARAM] = "left"
    for text in ("/queue", f"/case {world.id}", "/person @bina", "/deposits", "/mine"):
        await world.write(ARAM, text, None)
        assert world.group.last().text.startswith(GONE)


@pytest.mark.parametrize(
    ("seat", "here"),
    [
        ({"status": "creator"}, True),
        ({"status": "administrator"}, True),
        ({"status": "member"}, True),
        ({"status": "restricted", "is_member": True}, True),
        ({"status": "restricted", "is_member": False}, False),
        ({"status": "left"}, False),
        ({"status": "kicked"}, False),
        ({}, False),
        ("odd", False),
    ],
)
async def test_each_seat_is_inside_or_out(
    world: World, seat: object, here: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(_: Json) -> tuple[int, object]:
        return 200, seat

    monkeypatch.setattr(world.group, "_getChatMember", told)
    assert await world.app.seats.taken(world.application.bot, ARAM) is here
    assert await world.app.seats.gone(ARAM) is not here


async def test_who_comes_and_goes_is_known_from_telegrams_own_word(world: World) -> None:
    def change(status: str) -> Json:
        seat = {"user": user(ARAM), "until_date": 0}
        return {
            "chat": {"id": GROUP, "type": "supergroup", "title": "Desk"},
            "from": user(NOOR),
            "date": 1_767_614_400,
            "old_chat_member": {"status": "member", **seat},
            "new_chat_member": {"status": status, **seat},
        }

    await world.update(chat_member=change("kicked"))
    assert await world.app.seats.gone(ARAM)
    await world.update(chat_member=change("member"))
    assert not await world.app.seats.gone(ARAM)
    elsewhere = change("left")
    elsewhere["chat"]["id"] = -5
    await world.update(chat_member=elsewhere)
    assert not await world.app.seats.gone(ARAM)


async def test_a_button_of_ours_never_stood_in_another_group_or_channel(world: World) -> None:
    await world.dispute()
    for chat in ({"id": -1002, "type": "supergroup"}, {"id": -1003, "type": "channel"}):
        press = world.press_of(ARAM, world.case, "Take")
        press["message"]["chat"] = {**chat, "title": "x"}
        await world.update(callback_query=press)
        assert world.group.answers[-1]["text"].startswith("That button is old")
    press = world.press_of(ARAM, world.case, "Take")
    del press["message"]
    await world.update(callback_query=press | {"inline_message_id": "1"})
    assert world.group.answers[-1]["text"].startswith("That button is old")
    assert world.case_now.stage is Stage.OPEN


# anonymous administrators, channels, bots


async def unsigned(world: World, text: str, where: int | None = -1, **more: object) -> Shown:
    await world.write(ARAM, text, where, **{**AS_GROUP, **more})
    return max(world.group.messages.values(), key=lambda shown: shown.id)


async def test_words_in_the_name_of_the_group_are_asked_whose_they_are(world: World) -> None:
    await ruling(world)
    await world.press(ARAM, "Refund")
    await world.press(ARAM, "1. three concepts")
    asked = await unsigned(world, REASONS)
    assert "Remain anonymous" in asked.text
    assert asked.labels == ["These are my words"]
    [form] = world.store.rows.forms.values()
    assert form.field == "reasons"
    other = await pressed_mine(world, NOOR, asked, REASONS)
    assert other["text"] == "You are in no form."
    await pressed_mine(world, ARAM, asked, REASONS)
    [form] = world.store.rows.forms.values()
    assert form.field == "confirm"
    assert asked.text == "Aram Vos says that these words are theirs."
    assert (await pressed_mine(world, ARAM, asked, REASONS))["text"].startswith("That button")


async def test_of_two_who_say_at_once_that_words_are_theirs_one_does(world: World) -> None:
    await ask(world, BINA, "How do I get paid?")
    where = thread(world, BINA)
    await world.write(ARAM, "By bank.", where, world.group.last(where), **AS_GROUP)
    asked = world.group.last(where)
    row = world.edge.relays["desk", GROUP, asked.id]
    world.edge.relays["desk", GROUP, asked.id] = {**row, "claimed": NOOR}
    press = world.press_of(ARAM, asked, "These are")
    press["message"]["reply_to_message"] = world.words_of(ARAM, "By bank.", where, **AS_GROUP)
    await world.update(callback_query=press)
    assert world.group.answers[-1]["text"].startswith("That button is old")
    assert world.group.last(where).id == asked.id, "nothing more is asked"


async def pressed_mine(world: World, person: PersonId, asked: Shown, text: str) -> Json:
    """A press under our question, which is a reply to what was written."""
    press = world.press_of(person, world.case, "Rule") | {"data": Press("mine").pack()}
    press["message"] = world.group.as_json(asked)
    press["message"]["reply_to_message"] = world.words_of(person, text, world.thread, **AS_GROUP)
    before = len(world.group.answers)
    await world.update(callback_query=press)
    [answer] = world.group.answers[before:]
    return answer


async def test_an_anonymous_answer_to_a_call_for_help_goes_out_by_its_writers_press(
    world: World,
) -> None:
    await ask(world, BINA, "How do I get paid?")
    where = thread(world, BINA)
    question = world.group.last(where)
    await world.write(ARAM, "By bank.", where, question, **AS_GROUP)
    asked = world.group.last(where)
    assert asked.labels == ["These are my words"]
    press = world.press_of(ARAM, asked, "These are")
    press["message"]["reply_to_message"] = world.words_of(ARAM, "By bank.", where, **AS_GROUP)
    await world.update(callback_query=press)
    await world.press(ARAM, "Send to Bina", world.group.last(where))
    [sent] = [r.event for r in world.store.journal if isinstance(r.event, HelpAnswered)]
    assert (sent.by, str(sent.words)) == (ARAM, "By bank.")


async def test_talk_in_the_name_of_the_group_is_left_alone(world: World) -> None:
    await world.dispute()
    before = len(world.group.calls)
    await unsigned(world, "Good morning")
    await unsigned(world, "Good morning", None)
    assert len(world.group.calls) == before


async def test_a_command_in_the_name_of_the_group_is_told_what_to_do(world: World) -> None:
    asked = await unsigned(world, "/queue", None)
    assert "Remain anonymous" in asked.text


async def test_who_hides_is_told_once_and_then_holds_up_nobody(world: World) -> None:
    await unsigned(world, "/queue", None)
    before = len(world.group.calls)
    for _ in range(20):
        for command in ("/queue", "/case", "/who", "/nonsense"):
            await world.write(ARAM, command, None, **AS_GROUP)
    assert len(world.group.calls) == before
    await world.write(ARAM, "/queue", None)
    assert len(world.group.calls) > before, "a colleague who shows their name is answered"


async def test_channels_and_bots_are_never_answered(world: World) -> None:
    await ruling(world)
    before = len(world.group.calls)
    for who in (AS_CHANNEL, AS_BOT, {"sender_chat": AS_CHANNEL["sender_chat"]}):
        for text in ("/queue", "60 %", "/nonsense", REASONS):
            await world.write(ARAM, text, **who)
    assert len(world.group.calls) == before


# whose deal it is


async def test_the_client_does_not_answer_the_freelancers_call_for_help_as_the_desk() -> None:
    staff = Staff(frozenset({CARLOS, ARAM}), treasurers=frozenset({TESS}))
    world = await build(staff=staff)
    deal = await world.agree()
    await ask(world, BINA, "He does not pay.", deal)
    where = thread(world, BINA, deal)
    question = world.group.last(where)
    assert "Carlos Vega, of our list, is the other side" in question.text
    await world.write(CARLOS, "All is well.", where, question)
    assert "party to this deal" in world.group.last(where).text
    await ask(world, BINA, "He does not pay.")  # about no deal, and still his freelancer
    where = thread(world, BINA)
    await world.write(CARLOS, "All is well.", where, world.group.last(where))
    assert "had a deal" in world.group.last(where).text, "before it is prompted for"
    assert not [r for r in world.store.journal if isinstance(r.event, HelpAnswered)]


async def test_nobody_waits_for_a_colleague_who_left(world: World) -> None:
    await world.dispute()
    assert f"Take it: {ARAM}" in world.case.text
    await world.app.seats.note(ARAM, here=False)
    await world.write(NOOR, f"/case {world.id}", None)
    assert str(ARAM) not in world.case.text


async def test_a_side_of_the_deal_asks_the_desks_bot_nothing_about_it() -> None:
    staff = Staff(frozenset({CARLOS, ARAM}), treasurers=frozenset({TESS}))
    world = await build(staff=staff)
    await world.dispute()
    await world.write(CARLOS, f"/case {world.id}", None)
    assert "party to this deal" in world.group.last().text


async def test_an_arbiter_without_the_case_is_told_that_their_reply_goes_nowhere(
    world: World,
) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    said = next(m for m in world.said("is missing", world.thread) if m is not world.case)
    await world.write(NOOR, "Show us.", world.thread, said)
    assert world.last().text == "Another arbiter has this case."


def moved(person: PersonId, status: str) -> Json:
    seat = {"user": user(person), "until_date": 0}
    return {
        "chat": {"id": GROUP, "type": "supergroup", "title": "Desk"},
        "from": user(NOOR),
        "date": 1_767_614_400,
        "old_chat_member": {"status": "member", **seat},
        "new_chat_member": {"status": status, **seat},
    }


async def test_anybody_who_could_rule_takes_over_what_a_colleague_left_behind() -> None:
    world = await build(staff=Staff(frozenset({ARAM, NOOR}), treasurers=frozenset({TESS})))
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.deliver()
    assert "Take over" not in world.case.labels, "nobody here is a head"
    world.group.seats[ARAM] = "left"
    await world.update(chat_member=moved(ARAM, "left"))
    await world.deliver()
    assert f"Take it over: {NOOR}" in world.case.text
    assert (await world.press(TESS, "Take over"))["text"] == "This is for arbiters."
    await world.press(NOOR, "Take over")
    assert "Take this case over from Aram Vos?" in world.last().text
    await world.press(NOOR, "Take over")
    assert world.case_now.arbiter == NOOR
    world.group.seats[ARAM] = "member"
    await world.update(chat_member=moved(ARAM, "member"))
    await world.press(ARAM, "Ask the client")
    assert world.group.answers[-1]["text"] == "Another arbiter has this case."


async def test_what_somebody_off_the_list_has_is_offered_when_the_program_starts() -> None:
    world = await build(staff=Staff(frozenset({ARAM, NOOR}), treasurers=frozenset({TESS})))
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.deliver()
    world.escrow.staff = Staff(frozenset({NOOR}), treasurers=frozenset({TESS}))
    await world.outgoing.introduce()
    await world.deliver()
    assert "Take over" in world.case.labels
    await world.press(NOOR, "Take over")
    await world.press(NOOR, "Take over")
    assert world.case_now.arbiter == NOOR


async def test_who_is_on_the_list_and_never_was_in_the_group_is_not_waited_for(
    world: World,
) -> None:
    world.group.seats[NOOR] = "left"
    await world.outgoing.introduce()
    assert await world.app.seats.gone(NOOR)


async def test_who_gets_a_case_without_having_pressed_anything_is_mentioned() -> None:
    world = await build(staff=Staff(frozenset({ARAM, NOOR}), treasurers=frozenset({TESS})))
    await world.dispute()
    world.clock.forward(timedelta(hours=13))
    await world.escrow.sweep()
    await world.deliver()
    [told] = world.said("The lot fell on", world.thread)
    assert f'<a href="tg://user?id={world.case_now.arbiter}">' in told.html
    assert not told.silent
    has = world.case_now.arbiter
    assert has is not None
    other = NOOR if has == ARAM else ARAM
    await world.press(has, "Hand over")
    await world.press(has, str(other))
    await world.deliver()
    [given] = world.said("handed this case over to", world.thread)
    assert f'<a href="tg://user?id={other}">' in given.html
    assert f"id={has}" not in given.html
