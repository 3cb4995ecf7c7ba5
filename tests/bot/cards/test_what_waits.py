"""Every message that waits for its reader says until when, and what happens then."""

from __future__ import annotations

import pytest

from bot.cards.deal import deal_card
from bot.cards.kinds import KINDS
from bot.cards.notices import OPENED, notice_card
from bot.cards.turns import told_turns
from bot.texts import plain
from core.deal.notice import ALWAYS, Notice
from core.deal.terms import Role
from core.disputing import HandOver, TakeDispute
from core.values.ids import PersonId
from tests.bot.cards.test_cards import DATA, LANGUAGES, ROUNDS
from tests.bot.deals.states import FILE, STATES, Reach, asked, disputed, to_arbiter
from tests.bot.deals.world import ARAM, BINA, CARLOS, World, said

states = pytest.mark.parametrize("reach", STATES, ids=lambda reach: reach.__name__)


@states
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_happened_says_whose_turn_it_is_until_when_and_what_then_once(
    world: World, reach: Reach, language: str
) -> None:
    await reach(world)
    t = world.app.texts.get(language, "Asia/Tehran")
    for person in (BINA, CARLOS):
        view = await world.app.reads.view(world.id, person)
        assert view is not None
        for kind, look in KINDS.items():
            if kind in ROUNDS and not view.deal.milestones[0].rounds:
                continue
            notice = Notice(
                person, kind, view.deal.id, 1, DATA, said("words"), (FILE,), holds=ALWAYS
            )
            card = notice_card(notice, view, view.people[person], t, world.house)
            assert card is not None
            turn = view.turn
            if look.acts is None and turn.until is not None and turn.otherwise != "transfer":
                dates = [one.until for one in told_turns(view, set() if kind == OPENED else {1})]
                told = card.text.count(t.moment(turn.until))
                assert told == dates.count(turn.until), kind


async def test_the_other_side_of_a_dispute_reads_by_when_to_answer_and_what_then(
    world: World,
) -> None:
    await disputed(world)
    await world.deliver()
    until = world.deal.disputes[0].answer_by.ends_at
    t = world.app.texts.get("en", "Europe/Madrid")
    view = await world.app.reads.view(world.id, BINA)
    assert view is not None
    notice = next(n for n in world.store.notices_to(BINA) if n.kind == "dispute-opened")
    card = notice_card(notice, view, view.people[BINA], t, world.house)
    assert card is not None
    for text in (card.text, deal_card(view, t, world.house).text):
        assert "Your turn: say what you ask for" in plain(text)
        assert plain(t.moment(until)) in plain(text)
        assert "No answer is no guilt: an arbiter then decides" in plain(text)
    other = await world.app.reads.view(world.id, CARLOS)
    assert other is not None
    assert other.turn.person == BINA, "and the one who opened it sees who is waited for"


async def test_the_arbiters_question_has_a_date_in_the_notice_and_on_the_card(
    world: World,
) -> None:
    await asked(world)
    t = world.app.texts.get("en", "Europe/Madrid")
    for role, person in ((Role.FREELANCER, BINA), (Role.CLIENT, CARLOS)):
        view = await world.app.reads.view(world.id, person)
        assert view is not None
        [question] = [q for q in world.deal.disputes[0].questions if q.to is role]
        assert question.answer_by is not None
        until = plain(t.moment(question.answer_by.ends_at))
        notice = next(n for n in world.store.notices_to(person) if n.kind == "question-asked")
        card = notice_card(notice, view, view.people[person], t, world.house)
        assert card is not None
        assert plain(card.text).count(until) == 1
        assert "After that the arbiter may decide without the answer" in plain(card.text)
        assert until in plain(deal_card(view, t, world.house).text)


async def test_who_is_assigned_is_told_to_both_sides_by_role(world: World) -> None:
    await disputed(world)
    await to_arbiter(world)
    await world.do(TakeDispute(actor=ARAM, deal=world.id, milestone=1))
    await world.do(HandOver(actor=ARAM, deal=world.id, milestone=1))
    clock = world.deal.disputes[0].desk_clock
    assert clock is not None
    world.clock.to(clock.ends_at)
    await world.escrow.sweep()
    await world.deliver()
    for person in (world.bina, world.carlos):
        assert person.sees("An arbiter was drawn by lot for the dispute about")
        assert not any("Aram" in shown.text for shown in person.chat)
    assert world.deal.disputes[0].arbiter == PersonId(ARAM)
