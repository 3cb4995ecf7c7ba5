"""The pinned board and the desk's commands."""

from datetime import timedelta
from unittest.mock import AsyncMock

import pytest

from bot.desk.app import COMMANDS
from bot.desk.board import FLAG
from bot.desk.starting import start
from bot.mail.sending import Unreachable
from bot.texts.invites import InviteLinks
from core.deal.notice import ALWAYS, Notice
from core.deal.terms import Role
from core.drafting import EditTerms, SetMilestone, SetTitle, StartDeal
from core.inviting import CreateInvite
from core.ports import StoreAway
from core.values.ids import DESK, DealId
from core.values.money import Money
from tests.bot.desk.group import GROUP, Shown
from tests.bot.desk.world import ARAM, BINA, NOOR, World, said
from tests.kit.parcels import Parcel


async def board(world: World) -> Shown:
    await world.outgoing.board.settled()
    return world.group.messages[int(world.edge.flags[FLAG])]


async def test_the_board_is_one_pinned_message_edited_in_place(world: World) -> None:
    await world.dispute()
    shown = await board(world)
    assert shown.id in world.group.pinned
    assert shown.thread is None
    assert shown.silent
    assert "Waiting for an arbiter: 1" in shown.text
    assert "300.00 EUR" in shown.text
    assert f"https://t.me/c/1000000001/{world.thread}" in shown.html
    await world.press(ARAM, "Take")
    await world.deliver()
    assert (await board(world)) is shown
    assert "Waiting for an arbiter: 0" in shown.text
    assert "Taken: 1" in shown.text


async def test_many_changes_at_once_are_few_edits(world: World) -> None:
    await world.dispute()
    await board(world)
    before = len(world.group.called("editMessageText"))
    for _ in range(20):
        world.outgoing.board.touch()
    await board(world)
    assert len(world.group.called("editMessageText")) - before <= 2


async def test_a_deleted_board_is_pinned_anew(world: World) -> None:
    await world.dispute()
    lost = (await board(world)).id
    del world.group.messages[lost]
    world.outgoing.board.touch()
    again = await board(world)
    assert again.id != lost
    assert again.id in world.group.pinned


async def test_a_board_that_telegram_refuses_is_shown_when_it_can_be(world: World) -> None:
    world.group.refusals.append(("sendMessage", 502, {"description": "Bad Gateway"}))
    world.outgoing.board.touch()
    await world.outgoing.board.settled()
    assert FLAG not in world.edge.flags
    world.outgoing.board.touch()
    assert "Held in all" in (await board(world)).text


async def test_a_board_that_cannot_be_read_does_not_break_the_end_of_the_program(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.app.reads, "queue", AsyncMock(side_effect=StoreAway("locked")))
    world.outgoing.board.touch()
    await world.outgoing.board.settled()
    await world.outgoing.board.close()


async def test_what_is_overdue_is_counted_and_marked(world: World) -> None:
    await world.dispute()
    world.clock.forward(timedelta(hours=13))
    await world.write(ARAM, "/queue", None)
    text = world.group.last().text
    assert "Overdue: 1" in text
    assert f"⏰ {world.id} · Logo · was due" in text


async def test_deadlines_of_today_are_counted(world: World) -> None:
    await world.dispute()
    world.clock.forward(timedelta(hours=3))
    await world.write(ARAM, "/queue", None)
    assert "deadlines today: 0" in world.group.last().text
    world.clock.forward(timedelta(hours=9))
    await world.write(ARAM, "/queue", None)
    assert "deadlines today: 1" in world.group.last().text


async def test_mine_has_ones_own_cases(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.write(ARAM, "/mine", None)
    assert world.id in world.group.last().text
    await world.write(NOOR, "/mine", None)
    assert world.group.last().text == "You have no case."


async def test_case_says_when_there_is_no_dispute_or_no_deal(world: World) -> None:
    deal = await world.agree()
    await world.write(ARAM, f"/case {deal}", None)
    assert "no dispute" in world.group.last().text
    for typed in ("ZZZZZZZZ", "123"):
        await world.write(ARAM, f"/case {typed}", None)
        assert world.group.last().text == "There is no such deal. Check the code."
    for typed in ("/case", "/freeze"):
        await world.write(ARAM, typed, None)
        assert "behind the command" in world.group.last().text


async def test_person_is_found_by_number_and_by_name(world: World) -> None:
    for typed in ("1001", "@bina", "@BINA"):
        await world.write(ARAM, f"/person {typed}", None)
        assert "Bina Rahimi @bina" in world.group.last().text
        assert "Deals done: 2" in world.group.last().text
    await world.write(ARAM, "/person @nobody", None)
    assert world.group.last().text.startswith("We know no one by that")
    await world.write(ARAM, "/person", None)
    assert world.group.last().text.startswith("We know no one by that")


async def test_verify_tells_what_is_ours(world: World) -> None:
    deal = await world.agree()
    await world.write(ARAM, "Hm", None)
    for typed, told in (
        (deal, "✓ This deal is ours."),
        (str(ARAM), "✓ This is somebody of our desk."),
        ("@bina", "not of our desk"),
        ("00000000", "✗ No deal, open invite or colleague"),
        ("", "✗ No deal, open invite or colleague"),
    ):
        await world.write(ARAM, f"/verify {typed}".strip(), None)
        assert told in world.group.last().text, typed


async def test_verify_reads_links_of_the_other_bot_alone(world: World) -> None:
    secret = InviteLinks(b"k" * 32).new(DealId("7K3F9QZM"))
    started = await world.do(StartDeal(actor=BINA, role=Role.FREELANCER, currency="EUR"))
    part = SetMilestone(
        1, said("Drafts"), Money(30000, "EUR"), timedelta(days=5), (said("three concepts"),)
    )
    deal, edits = started.deal.id, (SetTitle(said("Logo")), part)
    await world.do(EditTerms(actor=BINA, deal=deal, edits=edits))
    hashes = {"token_hash": secret.token_hash, "code_hash": secret.code_hash}
    invite = CreateInvite(actor=BINA, deal=deal, nonce=secret.nonce, locale="en", **hashes)
    await world.do(invite)
    link = "https://t.me/{}?start={}"
    ours, theirs = "holdfast_bot", "holdfest_bot"
    for typed, told in (
        (link.format(ours, secret.token), "✓ This invite is ours and open."),
        (f"{link.format(ours, secret.token)} is this yours?", "✓ This invite is ours and open."),
        (link.format(theirs, secret.token), "✗ No deal, open invite or colleague"),
        (link.format(ours, "x" * 22), "✗ No deal, open invite or colleague"),
        (link.format(ours, f"deal-{deal}"), "✓ This deal is ours."),
        (link.format(theirs, f"deal-{deal}"), "✗ No deal, open invite or colleague"),
    ):
        await world.write(ARAM, f"/verify {typed}", None)
        assert told in world.group.last().text, typed


async def test_nothing_to_confirm_is_said(world: World) -> None:
    await world.write(ARAM, "/deposits", None)
    assert world.group.last().text == "No payment to confirm."
    await world.write(ARAM, "/payouts", None)
    assert world.group.last().text == "Nothing is owed to anybody outside."


async def test_a_command_in_a_topic_is_answered_there(world: World) -> None:
    await world.dispute()
    await world.write(ARAM, "/queue")
    assert "What waits for the desk" in world.last().text


async def test_at_the_start_colleagues_are_met_and_commands_are_set(world: World) -> None:
    await start(world.app, world.application.bot)
    names = [world.store.people[person].name for person in (ARAM, NOOR)]
    assert names == ["Aram Vos", "Noor Lind"]
    told = world.group.called("setMyCommands")[0]
    assert told["scope"] == {"type": "chat", "chat_id": GROUP}
    assert {one["command"] for one in told["commands"]} == COMMANDS.keys() - {"start"}


async def test_a_group_that_is_not_ready_keeps_nobody_from_being_met_and_is_tried_again(
    world: World,
) -> None:
    world.group.refusals.append(
        ("setMyCommands", 400, {"description": "Bad Request: chat not found"})
    )
    with pytest.raises(Unreachable):
        await world.outgoing.introduce()
    assert world.store.people[ARAM].name == "Aram Vos"
    await world.outgoing.introduce()
    assert len(world.group.called("setMyCommands")) == 2


async def test_broken_books_are_told_with_what_to_do(world: World) -> None:
    data = {"count": 2, "where": "7K3F9QZM"}
    await world.outgoing.deliver(
        Parcel(1, Notice(DESK, "books-broken", None, data=data, holds=ALWAYS))
    )
    shown = world.group.in_topic(None)[0]
    assert "2 faults" in shown.text
    assert "7K3F9QZM" in shown.text
    assert "holdfast ledger verify" in shown.text


async def test_an_update_that_was_set_aside_is_told_with_its_code(world: World) -> None:
    data = {"code": "K7Q2M9", "person": 1001, "bot": "parties"}
    world.edge.alarms.append((1, "update-set-aside"))
    await world.outgoing.deliver(
        Parcel(1, Notice(DESK, "update-set-aside", None, data=data, holds=ALWAYS))
    )
    shown = world.group.in_topic(None)[0]
    assert "K7Q2M9" in shown.text
    assert "1001" in shown.text
    await world.outgoing.deliver(Parcel(2, Notice(DESK, "something-new", None, holds=ALWAYS)))


async def test_a_colleague_who_left_the_group_keeps_nobody_from_starting(world: World) -> None:
    world.group.refusals.append(
        ("getChatMember", 400, {"description": "Bad Request: user not found"})
    )
    await start(world.app, world.application.bot)
    assert len(world.store.people) == 2 + 3
    assert BINA in world.store.people


async def test_a_command_that_there_is_not_is_answered_with_those_that_there_are(
    world: World,
) -> None:
    await world.dispute()
    for thread in (None, world.thread):
        await world.write(ARAM, "/nonsense now", thread)
        told = world.group.last(thread).text
        assert told.startswith("There is no command /nonsense. There are: /queue /mine")
        await world.write(ARAM, "/Stats@holdfast_desk_bot", thread)
        assert "/Stats comes with a later version" in world.group.last(thread).text


async def test_a_command_of_another_bot_or_of_a_stranger_gets_no_answer(world: World) -> None:
    await world.dispute()
    before = len(world.group.messages)
    await world.write(ARAM, "/poll@another_bot", None)
    await world.write(BINA, "/nonsense", None)
    assert len(world.group.messages) == before
