"""What happened is one message a person, and that message is the live card."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.cards.kit.wording import MOST, length
from bot.cards.notices import News, news_of
from bot.mail.courier.prepare import Preparing
from core.deal.notice import ALWAYS, Notice, WhileSeen
from core.deal.ruling import Outcome
from core.disputing import Rule
from core.paying import ConfirmTransfer
from core.talking import Say
from core.values.ids import RAIL, PersonId
from core.values.money import Money
from core.values.policy import QuietHours
from storage.lanes import redrawn
from tests.bot.deals.acts import asked_for_changes, funded, handed_in
from tests.bot.deals.states import FILE, LONG, disputed, heard, ruled, submit, submitted, working
from tests.bot.deals.world import ARAM, BINA, CARLOS, World, said
from tests.kit.phones import plain

Step = Callable[[World], Awaitable[None]]


async def paid(world: World) -> None:
    await world.carlos.press("Pay")
    await world.carlos.press("Yes, pay")
    await world.deliver()


async def changes(world: World) -> None:
    await asked_for_changes(world, "the third concept is missing")


async def handed_in_again(world: World) -> None:
    await handed_in(world)


async def approved(world: World) -> None:
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()


WHOLE: Sequence[tuple[Step, PersonId]] = (
    (paid, BINA),
    (handed_in, CARLOS),
    (changes, BINA),
    (handed_in_again, CARLOS),
    (approved, BINA),
    (paid, BINA),
    (handed_in, CARLOS),
    (approved, BINA),
)
"""Each step of a deal of two milestones, and the other side, who is told of it."""


async def test_each_step_of_a_whole_deal_is_one_message_to_the_other_side_their_card(
    world: World,
) -> None:
    await world.agree("120.00", "180.00")
    [_], [agreed] = world.bina.chat, world.carlos.chat  # hers of the claim alone: she said yes
    assert "You have an agreement" in agreed.text
    people = {BINA: world.bina, CARLOS: world.carlos}
    for step, to in WHOLE:
        before = people[to].chat[-1].id if people[to].chat else 0
        await step(world)
        new = [shown for shown in people[to].chat if shown.id > before and not shown.file]
        assert len(new) == 1, step.__name__
        assert await world.edge.card(to, world.id) == new[0].id
        assert new[0].buttons
        assert [s for s in people[to].chat if s.buttons] == new, "no other has buttons any more"
    assert "The deal is done." in plain(world.bina.newest.text)


@pytest.mark.parametrize("reach", [submitted, disputed, ruled])
async def test_what_one_step_brings_for_one_person_is_one_message(
    world: World, reach: Step
) -> None:
    await reach(world)
    owed = {BINA: world.store.notices_to(BINA), CARLOS: world.store.notices_to(CARLOS)}
    assert any(len(notices) > 1 for notices in owed.values())
    before = {person.id: len(person.chat) for person in (world.bina, world.carlos)}
    await world.deliver()
    for person in (world.bina, world.carlos):
        new = [s for s in person.chat[before[person.id] :] if not s.file]
        assert len(new) == 1


async def test_the_end_of_a_dispute_is_one_message_with_the_ruling_and_what_is_next(
    world: World,
) -> None:
    await heard(world)
    await world.deliver()
    before = {person.id: len(person.chat) for person in (world.bina, world.carlos)}
    reasons = said("They did two of the three that were agreed. " * 5)
    rule = Rule(
        actor=ARAM,
        deal=world.id,
        milestone=1,
        outcome=Outcome.REFUND,
        held=Money(12000, "EUR"),
        reasons=reasons,
    )
    await world.do(rule)
    await world.deliver()
    for person in (world.bina, world.carlos):
        [new] = [s for s in person.chat[before[person.id] :] if not s.file]
        assert plain(new.text).startswith("The arbiter has decided about “Drafts”.")
        assert "Reasons" in new.text


async def news(world: World, notices: Sequence[Notice], language: str = "en") -> News:
    view = await world.app.reads.view(world.id, notices[0].to)
    assert view is not None
    t = world.app.texts.get(language, "Europe/Madrid")
    found = news_of(notices, view, view.people[notices[0].to], t, world.house)
    assert found is not None
    return found


def talk(world: World, words: str) -> Notice:
    return Notice(CARLOS, "message-sent", world.id, words=said(words), ring=False, holds=ALWAYS)


async def test_words_that_wait_with_a_hand_in_come_whole_above_the_card(world: World) -> None:
    await working(world)
    await world.deliver()
    await world.do(Say(actor=BINA, deal=world.id, words=said("here it comes"), files=(FILE,)))
    await submit(world)
    waiting = world.store.notices_to(CARLOS)[-2:]
    assert [n.kind for n in waiting] == ["message-sent", "work-submitted"]
    one = await news(world, waiting)
    text = plain(one.card.text)
    assert len(one.parts) == 2
    assert FILE in one.parts[0]
    assert "here it comes" in text
    assert text.index("here it comes") < text.index("submitted")
    assert one.live
    assert one.card.ring, "of two the one that rings decides"
    assert one.card.rows[0][0].label == "Approve and release"


async def test_talk_alone_is_no_card_however_much_of_it_waits(world: World) -> None:
    await working(world)
    one = await news(world, [talk(world, "first"), talk(world, "second")])
    assert not one.live
    assert not one.card.ring
    assert "first" in one.card.text
    assert "second" in one.card.text
    assert "Held" not in one.card.text


async def test_words_too_long_for_one_message_come_in_a_file_each_and_the_short_ones_whole(
    world: World,
) -> None:
    await working(world)
    long = "long " * 700
    one = await news(world, [talk(world, long), talk(world, "short"), talk(world, long)])
    assert length(one.card.text) <= MOST
    assert "short" in one.card.text
    assert [len(parts) for parts in one.parts] == [1, 0, 1]


async def test_more_than_a_message_holds_waits_for_the_next(world: World) -> None:
    await working(world)
    many = [talk(world, LONG * 3) for _ in range(60)]
    one = await news(world, many)
    assert 1 < len(one.parts) < 60
    assert length(one.card.text) <= MOST


def preparing(world: World) -> Preparing:
    return Preparing(world.app.reads, world.escrow, world.app.texts, world.house)


async def test_what_was_overtaken_while_it_waited_is_dropped_and_the_rest_joins(
    world: World,
) -> None:
    await submitted(world)
    hand_in = world.store.notices_to(CARLOS)[-1]
    stale = replace(hand_in, holds=WhileSeen(-1), serves=None)
    prepare = preparing(world)
    behind = [stale, replace(hand_in, kind="reminded", serves=None), talk(world, "so?")]
    one = await prepare.for_person(hand_in, behind)
    assert one is not None
    assert (one.also, one.over) == ((1, 2), (0,))


async def test_one_message_opens_one_window_at_most(world: World) -> None:
    await submitted(world)
    hand_in = world.store.notices_to(CARLOS)[-1]
    assert hand_in.serves is not None
    other = replace(hand_in, serves=hand_in.serves + timedelta(seconds=1))
    prepare = preparing(world)
    one = await prepare.for_person(talk(world, "look"), [hand_in, other])
    assert one is not None
    assert one.also == (0,)


async def test_a_card_drawn_anew_keeps_its_news_and_does_not_ring(world: World) -> None:
    await submitted(world)
    hand_in = world.store.notices_to(CARLOS)[-1]
    prepare = preparing(world)
    again = await prepare.for_person(redrawn(CARLOS, world.id, [7]), [hand_in])
    assert again is not None
    assert again.card is not None
    assert "submitted" in again.card.text
    assert (again.card.ring, again.live, again.parts) == (False, True, ())
    bare = await prepare.for_person(redrawn(CARLOS, world.id, [7]), [])
    assert bare is not None
    assert bare.card is not None
    assert "to be looked at" in bare.card.text, "what is not kept any more leaves the bare card"


async def test_nothing_rings_while_its_reader_sleeps(world: World) -> None:
    await submitted(world)
    hand_in = world.store.notices_to(CARLOS)[-1]
    now = world.clock.now().astimezone(ZoneInfo("Europe/Madrid"))
    asleep = QuietHours((now - timedelta(hours=1)).time(), (now + timedelta(hours=1)).time())
    world.escrow.policy = replace(world.escrow.policy, quiet_hours=asleep)
    one = await preparing(world).for_person(hand_in, [])
    assert one is not None
    assert one.card is not None
    assert not one.card.ring


async def test_money_that_has_arrived_by_now_is_told_once_with_its_settlement(
    world: World,
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    settled = next(n for n in world.store.notices_to(BINA) if n.kind == "money-settled")
    data = {"amount": (12000, "EUR"), "transfer_kind": "payout"}
    confirmed = Notice(BINA, "transfer-confirmed", world.id, 1, data, holds=ALWAYS)
    one = await news(world, [settled, confirmed])
    assert plain(one.card.text).count("120.00 EUR") == 1
    alone = await news(world, [confirmed])
    assert "has reached you" in alone.card.text


async def test_somebodys_words_stay_when_their_message_is_pressed_and_other_news_does_not(
    world: World,
) -> None:
    await funded(world, "120.00")
    card = world.bina.newest
    assert "You can start now" in card.text
    await world.bina.press("Submit work")
    assert "You can start now" not in card.text, "one's own press edits one's card in place"
    await world.bina.press("Back")
    await handed_in(world)
    hand_in = world.carlos.newest
    await world.carlos.press("Approve and release")
    assert "submitted" in hand_in.text
    assert not hand_in.buttons
    assert world.carlos.newest is not hand_in


async def test_a_payout_that_a_rail_makes_by_itself_changes_the_end_and_is_no_message(
    world: World,
) -> None:
    await submitted(world)
    await world.deliver()
    await approved(world)
    end, count = world.bina.newest, len(world.bina.chat)
    assert "we send it by" in end.text
    [payout] = world.deal.transfers
    await world.do(ConfirmTransfer(actor=RAIL, deal=world.id, transfer=payout.number))
    await world.deliver()
    assert len(world.bina.chat) == count
    text = plain(world.bina.newest.text)
    assert text.startswith("“Drafts”: the client has approved the work."), (
        "what was told stays told"
    )
    assert "we send it by" not in text
    assert world.bina.newest.id == end.id
    before = len([name for name, _ in world.phones.calls if name == "editMessageText"])
    await world.deliver()
    assert before == len([name for name, _ in world.phones.calls if name == "editMessageText"])


async def test_it_is_a_message_where_another_one_came_between(world: World) -> None:
    await submitted(world)
    await world.deliver()
    await approved(world)
    await world.do(Say(actor=CARLOS, deal=world.id, words=said("thank you")))
    await world.deliver()
    count = len(world.bina.chat)
    [payout] = world.deal.transfers
    await world.do(ConfirmTransfer(actor=RAIL, deal=world.id, transfer=payout.number))
    await world.deliver()
    assert len(world.bina.chat) == count + 1
    assert "has reached you" in plain(world.bina.newest.text)
    assert world.bina.newest.silent


async def test_it_is_none_though_the_end_is_owed_anew_behind_it(world: World) -> None:
    await submitted(world)
    await world.deliver()
    await approved(world)
    count, [payout] = len(world.bina.chat), world.deal.transfers
    await world.do(ConfirmTransfer(actor=RAIL, deal=world.id, transfer=payout.number))
    world.store.rows.notices.append(redrawn(BINA, world.id, [0]))
    await world.deliver()
    assert len(world.bina.chat) == count
