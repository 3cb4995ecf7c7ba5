"""*Do it again*: from the end of a deal to the next with the same person, without a link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.buttons import Press
from core.deal.model import Deal, DealState
from core.drafting import StartDeal
from core.inviting import InviteAgain
from core.paying import CancelFunding
from core.people import MarkReachable
from core.values.ids import PersonId
from core.values.money import Money
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import BINA, CARLOS, World, build
from tests.kit.phones import Person, plain

AGAIN = "Do it again"


async def done(world: World) -> None:
    await funded(world)
    await handed_in(world)
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()
    assert world.deal.state is DealState.COMPLETED


def next_of(world: World) -> Deal:
    """The newest deal, which is another one than the one that ended."""
    newest = list(world.store.deals.values())[-1]
    assert newest.id != world.id
    return newest


def stays(world: World) -> int:
    return len(world.store.deals)


async def test_unchanged_it_takes_two_presses_and_a_yes(world: World) -> None:
    await done(world)
    await world.bina.press(AGAIN)
    assert "This is what the client will see" in world.bina.newest.text
    await world.bina.press("Send to Carlos")
    assert "It is the turn of Carlos" in plain(world.bina.newest.text)
    await world.deliver()
    asked = world.carlos.newest
    assert "Bina, who does the work, would like another deal with you." in plain(asked.text)
    assert "120.00" in asked.text
    assert {"Accept", "Suggest changes", "Decline", "Ask a question"} <= set(asked.labels)
    await world.carlos.press("Accept")
    await world.deliver()
    agreed = next_of(world)
    assert agreed.state is DealState.AGREED
    assert agreed.parties == (BINA, CARLOS)
    assert agreed.terms == world.deal.terms
    assert "Pay" in world.carlos.newest.labels[0]


@pytest.mark.parametrize("who", ["bina", "carlos"])
async def test_the_end_has_it_first_for_both(world: World, who: str) -> None:
    await done(world)
    person: Person = getattr(world, who)
    assert person.newest.labels[0] == AGAIN
    end = person.newest
    await person.press(AGAIN)
    assert end.text in [shown.text for shown in person.chat], "the end is still to be read"
    assert AGAIN in end.labels
    assert next_of(world).creator == person.id
    assert next_of(world).role_of(PersonId(person.id)) == world.deal.role_of(PersonId(person.id))


async def test_a_deal_that_runs_or_is_a_strangers_has_no_such_button(world: World) -> None:
    await funded(world)
    assert AGAIN not in world.bina.newest.labels
    assert AGAIN not in world.carlos.newest.labels
    before = stays(world)
    for person in (world.bina, world.carlos, world.sam):
        await person.press_data(Press("again", world.id).pack(), world.bina.newest)
        assert world.phones.answers[-1]["text"]
    assert stays(world) == before


async def test_the_amount_is_changed_before_it_is_sent(world: World) -> None:
    await done(world)
    await world.carlos.press(AGAIN)
    for step in ("Change…", "The payment", "Amount"):
        await world.carlos.press(step)
    await world.carlos.write("150 EUR")
    await world.carlos.press("Send to Bina")
    await world.deliver()
    assert "Carlos, who pays, would like another deal" in plain(world.bina.newest.text)
    await world.bina.press("Accept")
    await world.deliver()
    assert next_of(world).state is DealState.AGREED
    assert next_of(world).terms.total == Money(15000, "EUR")
    assert world.deal.terms.total == Money(12000, "EUR")


async def test_pressed_once_more_it_is_the_draft_that_was_begun(world: World) -> None:
    await done(world)
    end = world.bina.newest
    await world.bina.press(AGAIN)
    begun = stays(world)
    await world.bina.press(AGAIN, on=end)
    assert "Send to Carlos" in world.bina.newest.labels
    await world.bina.press("Send to Carlos")
    await world.bina.press(AGAIN, on=end)
    assert "It is the turn of Carlos" in plain(world.bina.newest.text)
    await world.deliver()
    await world.carlos.press(AGAIN, on=next(s for s in world.carlos.chat if AGAIN in s.labels))
    assert "Accept" in world.carlos.newest.labels, "what the other sent is theirs to answer"
    assert stays(world) == begun


async def test_handled_twice_it_is_begun_and_sent_once(world: World) -> None:
    await done(world)
    await world.bina.press(AGAIN)
    begun = stays(world)
    await world.bina.again()
    assert stays(world) == begun
    await world.bina.press("Send to Carlos")
    await world.bina.again()
    await world.deliver()
    kinds = [notice.kind for notice in world.store.notices_to(CARLOS)]
    assert kinds.count("terms-proposed") == 1


async def test_the_one_asked_asks_back_suggests_and_says_no(world: World) -> None:
    await done(world)
    await world.bina.press(AGAIN)
    await world.bina.press("Send to Carlos")
    await world.deliver()
    await world.carlos.press("Ask a question")
    await world.carlos.write("By when?")
    await world.deliver()
    assert "By when?" in world.bina.newest.text
    await world.bina.press("Answer")
    await world.bina.write("By Friday.")
    await world.deliver()
    assert "By Friday." in world.carlos.newest.text
    for step in ("Suggest changes", "The payment", "Amount"):
        await world.carlos.press(step)
    await world.carlos.write("100 EUR")
    await world.carlos.press("Send changes")
    await world.deliver()
    assert "Carlos suggests changes" in plain(world.bina.newest.text)
    await world.bina.press("Accept")
    await world.deliver()
    assert next_of(world).terms.total == Money(10000, "EUR")
    assert next_of(world).state is DealState.AGREED


async def test_a_no_ends_it_and_who_asked_is_told(world: World) -> None:
    await done(world)
    await world.bina.press(AGAIN)
    await world.bina.press("Send to Carlos")
    await world.deliver()
    await world.carlos.press("Decline")
    await world.carlos.press("Decline")
    await world.deliver()
    assert next_of(world).state is DealState.CANCELLED
    assert "declined" in world.bina.newest.text


async def test_who_stopped_the_bot_meanwhile_gets_a_link_instead(world: World) -> None:
    await done(world)
    await world.bina.press(AGAIN)
    await world.do(MarkReachable(actor=CARLOS, person=CARLOS, reachable=False))
    await world.bina.press("Send to Carlos")
    assert "stopped this bot" in world.bina.alert
    await world.bina.press("Change…")
    await world.bina.press("Back")
    assert "Carlos has stopped this bot" in plain(world.bina.newest.text)
    assert "Send to Carlos" not in world.bina.newest.labels
    await world.bina.press("Create invite")
    assert next_of(world).invite is not None


async def test_a_currency_that_is_not_offered_any_more_is_said(world: World) -> None:
    await done(world)
    world.escrow.policy = replace(world.escrow.policy, currencies=("USD",))
    before = stays(world)
    await world.bina.press(AGAIN)
    assert "EUR is not offered here" in world.bina.alert
    assert stays(world) == before


async def test_in_persian_it_reads_the_same() -> None:
    world = await build(languages=("en", "fa"))
    await world.agree()
    m = world.deal.milestones[0].seen
    await world.do(CancelFunding(actor=CARLOS, deal=world.id, milestone=1, seen=m))
    begun = (await world.do(StartDeal(actor=BINA, again=world.id))).deal
    await world.do(InviteAgain(actor=BINA, deal=begun.id))
    await world.deliver()
    assert "می‌خواهد دوباره با شما معامله کند" in plain(world.carlos.newest.text)
