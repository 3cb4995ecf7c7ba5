"""What core relies on, on the fake, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.deal import diary
from core.deal.clocks import Deadline
from core.deal.diary import Arrival, Unread
from core.deal.events import DealCancelled, DealCompleted, Event
from core.deal.model import Deal, DealState, Invite
from core.deal.notice import ALWAYS, Notice, WhileSeen
from core.deal.person import Destination, Person
from core.deal.reversal import Reversal, ReversalState
from core.deal.ruling import Exhibit, ExhibitKind
from core.deal.terms import Agreement, MilestoneTerms, Role, Rules, Terms
from core.inviting import InviteAsked, InvitedAnswered
from core.ledger import Entry, Posting
from core.paying.events import DealOpened
from core.people import MeetPerson, PersonMet
from core.ports import Answer, Expecting, LostRace, ReasonTaken, UnitOfWork
from core.talking import DiaryWritten, MessageSent, Say
from core.values.hearing import Ear
from core.values.ids import DESK, DealId, PersonId
from core.values.money import Money
from core.values.policy import Policy
from core.values.window import DeadlineKind
from core.values.words import FileRef, Words
from tests.kit.fakes import START
from tests.storage.look import REFUSED, Look, SqlLook

BINA, CARLOS, ARAM = PersonId(1001), PersonId(1002), PersonId(1003)
ONE, TWO = DealId("AAAAAAAA"), DealId("BBBBBBBB")
SAY = Say(actor=BINA, deal=ONE)
HOUR = timedelta(hours=1)


def text(words: str) -> Words:
    return Words.of(words, "ab" * 16)


def terms() -> Terms:
    part = MilestoneTerms(text("Logo"), Money(30000, "EUR"), 7 * 24 * HOUR, (text("three drafts"),))
    file = FileRef("a" * 64, "brief.pdf", "application/pdf", 12)
    rules = Rules.default(Policy())
    return Terms(rules, Role.FREELANCER, text("Logo"), None, (file,), "EUR", (part,))


def deal(number: DealId = ONE, **changes: object) -> Deal:
    made = Deal(number, DealState.DRAFT, BINA, terms(), START, START)
    return replace(made, **changes)  # type: ignore[arg-type]


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


def entry(reason: str, *legs: tuple[str, str, int], chain: DealId = ONE) -> Entry:
    return Entry(reason, chain, tuple(Posting(d, k, euros(m)) for d, k, m in legs))


def deadline(key: str, after: timedelta = HOUR, **changes: object) -> Deadline:
    made = Deadline(key, DeadlineKind.REVIEW_ENDS, START + after, 1, CARLOS, START, START + after)
    return replace(made, **changes)  # type: ignore[arg-type]


async def added(look: Look, *deals: Deal) -> None:
    for new in deals:
        assert await look.store.run(lambda uow, new=new: uow.add_deal(new))  # type: ignore[misc]


async def do(look: Look, work: Callable[[UnitOfWork], object]) -> object:
    return await look.store.run(work)


# transactions


async def test_work_that_raises_leaves_nothing_behind(look: Look) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        uow.remember("r1", Answer(), START)
        uow.owe([Notice(BINA, "hello", None, holds=ALWAYS)], START)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await look.store.run(work)
    assert await look.deal(ONE) is None
    assert await look.notices(BINA) == []
    assert await do(look, lambda uow: uow.answered("r1")) is None


async def test_a_savepoint_takes_back_its_block_alone(look: Look) -> None:
    await added(look, deal())

    def work(uow: UnitOfWork) -> None:
        loaded = uow.deal(ONE)
        assert loaded is not None
        uow.owe([Notice(BINA, "before", None, holds=ALWAYS)], START)
        with suppress(KeyError), uow.savepoint():
            uow.save_deal(replace(loaded, seen=9))
            uow.owe([Notice(BINA, "inside", None, holds=ALWAYS)], START)
            raise KeyError
        uow.remember("r1", Answer(refusal="stale"), START)

    await do(look, work)
    stored = await look.deal(ONE)
    assert stored is not None
    assert (stored.seen, stored.version) == (1, 1)
    assert await look.notices(BINA) == ["before"]
    assert await do(look, lambda uow: uow.answered("r1")) == Answer(refusal="stale")


async def test_a_savepoint_takes_back_what_was_already_written_inside_it(look: Look) -> None:
    await added(look, deal())

    def work(uow: UnitOfWork) -> None:
        loaded = uow.deal(ONE)
        assert loaded is not None
        uow.save_deal(replace(loaded, seen=2))
        with suppress(KeyError), uow.savepoint():
            uow.owe([Notice(BINA, "inside", None, holds=ALWAYS)], START)
            uow.add_deal(deal(TWO))
            assert uow.count_deals(BINA) == (2, 0)  # reads what waits, so it has to be written
            raise KeyError
        assert uow.count_deals(BINA) == (1, 0)
        again = uow.deal(ONE)
        assert again is not None
        assert again.seen == 2
        uow.save_deal(replace(again, seen=3))

    await do(look, work)
    stored = await look.deal(ONE)
    assert stored is not None
    assert (stored.seen, stored.version) == (3, 3)
    assert await look.deal(TWO) is None
    assert await look.notices(BINA) == []


async def test_a_savepoint_that_succeeds_keeps_its_block(look: Look) -> None:
    def work(uow: UnitOfWork) -> None:
        with uow.savepoint():
            assert uow.add_deal(deal())
            with uow.savepoint():
                uow.owe([Notice(BINA, "inside", None, holds=ALWAYS)], START)

    await do(look, work)
    assert await look.deal(ONE) is not None
    assert await look.notices(BINA) == ["inside"]


async def test_a_deal_read_in_a_savepoint_that_failed_can_still_be_saved(look: Look) -> None:
    await added(look, deal())

    def work(uow: UnitOfWork) -> None:
        with suppress(KeyError), uow.savepoint():
            loaded = uow.deal(ONE)
            assert loaded is not None
            uow.save_deal(replace(loaded, seen=5))
            uow.record_events(ONE, SAY, [DealOpened()], START, None)
            raise KeyError
        loaded = uow.deal(ONE)
        assert loaded is not None
        assert loaded.seen == 1
        uow.save_deal(replace(loaded, seen=7))
        uow.record_events(ONE, SAY, [DealCompleted()], START, None)

    await do(look, work)
    stored = await look.deal(ONE)
    assert stored is not None
    assert (stored.seen, stored.version) == (7, 2)
    assert await look.journal(ONE) == [(1, "Say", DealCompleted())]


# requests


async def test_an_answer_comes_back_as_it_was_given(look: Look) -> None:
    given = Answer(ONE, "limit", "OverLimit", {"limit": 3, "amount": [5, "EUR"], "name": "نام"})
    await do(look, lambda uow: uow.remember("r1", given, START))
    assert await do(look, lambda uow: uow.answered("r1")) == given
    assert await do(look, lambda uow: uow.answered("r2")) is None


async def test_a_request_is_answered_once(look: Look) -> None:
    await do(look, lambda uow: uow.remember("r1", Answer(), START))
    with pytest.raises(REFUSED):
        await do(look, lambda uow: uow.remember("r1", Answer(), START))


# deals


async def test_a_deal_comes_back_equal_at_version_one(look: Look) -> None:
    await added(look, deal())
    assert await look.deal(ONE) == replace(deal(), version=1)


async def test_the_text_of_words_and_the_salt_come_back_too(look: Look) -> None:
    await added(look, deal())
    stored = await look.deal(ONE)
    assert stored is not None
    assert stored.terms.title is not None
    assert (stored.terms.title.text, stored.terms.title.salt) == ("Logo", "ab" * 16)


async def test_an_id_is_taken_once(look: Look) -> None:
    await added(look, deal())
    assert await do(look, lambda uow: uow.add_deal(deal(creator=CARLOS))) is False
    stored = await look.deal(ONE)
    assert stored is not None
    assert stored.creator == BINA


async def test_a_deal_is_saved_at_its_next_version(look: Look) -> None:
    await added(look, deal())

    def work(uow: UnitOfWork) -> None:
        loaded = uow.deal(ONE)
        assert loaded is not None
        uow.save_deal(replace(loaded, seen=2))
        uow.save_deal(replace(loaded, seen=3, version=loaded.version + 1))

    await do(look, work)
    stored = await look.deal(ONE)
    assert stored is not None
    assert (stored.seen, stored.version) == (3, 3)


async def test_a_deal_of_an_older_version_loses_the_race(look: Look) -> None:
    await added(look, deal())

    def work(uow: UnitOfWork) -> None:
        loaded = uow.deal(ONE)
        assert loaded is not None
        uow.save_deal(replace(loaded, seen=2))

    await do(look, work)
    with pytest.raises(LostRace):
        await do(look, lambda uow: uow.save_deal(replace(deal(), version=1, seen=5)))
    stored = await look.deal(ONE)
    assert stored is not None
    assert stored.seen == 2


async def test_a_deal_that_is_not_there_is_none(look: Look) -> None:
    assert await do(look, lambda uow: uow.deal(ONE)) is None
    with pytest.raises(LostRace):
        await do(look, lambda uow: uow.save_deal(deal()))


def invited(number: DealId = ONE, token: str = "t", code: str = "c") -> Deal:
    invite = Invite("n", token * 64, code * 64, "en")
    return deal(number, state=DealState.INVITED, invite=invite)


async def test_an_open_invite_is_found_by_either_secret(look: Look) -> None:
    await added(look, invited())
    assert await do(look, lambda uow: uow.deal_by_secret("t" * 64)) == ONE
    assert await do(look, lambda uow: uow.deal_by_secret("c" * 64)) == ONE
    assert await do(look, lambda uow: uow.deal_by_secret("x" * 64)) is None


async def test_an_invite_that_is_over_is_not_found(look: Look) -> None:
    await added(look, invited())

    def work(uow: UnitOfWork) -> DealId | None:
        loaded = uow.deal(ONE)
        assert loaded is not None
        uow.save_deal(replace(loaded, state=DealState.CANCELLED))
        return uow.deal_by_secret("t" * 64)

    assert await do(look, work) is None


async def test_two_open_invites_never_share_a_secret(look: Look) -> None:
    await added(look, invited())
    with pytest.raises(REFUSED):
        await do(look, lambda uow: uow.add_deal(invited(TWO, token="u")))


async def test_what_waits_is_seen_by_what_reads(look: Look) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.add_deal(deal())
        loaded = uow.deal(ONE)
        assert loaded is not None
        invite = Invite("n", "t" * 64, "c" * 64, "en")
        uow.save_deal(replace(loaded, state=DealState.INVITED, invite=invite))
        assert uow.deal_by_secret("t" * 64) == ONE
        assert uow.count_deals(BINA) == (0, 1)
        uow.save_person(person(BINA))
        assert uow.person(BINA) == person(BINA)
        uow.remember("r", Answer(ONE), START)
        assert uow.answered("r") == Answer(ONE)
        uow.post([entry("d", ("asset:play", "payable:1001", 5))], START)
        assert uow.posted("d")

    await do(look, work)


# journal


async def test_the_journal_is_numbered_without_gaps(look: Look) -> None:
    await added(look, deal(), deal(TWO))
    sent = MessageSent(BINA, text("hello"), ())

    def work(uow: UnitOfWork) -> None:
        uow.record_events(ONE, SAY, [sent, DealOpened()], START, "r1")
        uow.record_events(TWO, SAY, [DealOpened()], START, "r1")
        uow.record_events(ONE, SAY, [DealCompleted()], START, "r1")

    await do(look, work)
    ended = DealCancelled("x", BINA)
    await do(look, lambda uow: uow.record_events(ONE, SAY, [ended], START, None))
    assert await look.journal(ONE) == [
        (1, "Say", sent),
        (2, "Say", DealOpened()),
        (3, "Say", DealCompleted()),
        (4, "Say", ended),
    ]
    assert [seq for seq, _, _ in await look.journal(TWO)] == [1]


async def test_what_both_said_across_is_told_by_its_numbers(look: Look) -> None:
    await added(look, deal(), deal(TWO))
    said = [
        InviteAsked(CARLOS, text("how?")),
        DealOpened(),
        MessageSent(BINA, text("hello"), ()),
        InvitedAnswered(CARLOS, text("so")),
    ]
    await do(look, lambda uow: uow.record_events(ONE, SAY, said, START, None))
    await do(look, lambda uow: uow.record_events(TWO, SAY, said[:1], START, None))
    told = await do(look, lambda uow: uow.messages(ONE))
    assert told == {Exhibit(ExhibitKind.MESSAGE, number) for number in (1, 3, 4)}


async def test_what_happened_to_a_person_has_no_number(look: Look) -> None:
    meet = MeetPerson(actor=BINA, name="Bina", username=None, locale="en", zone="UTC")
    await do(look, lambda uow: uow.record_events(None, meet, [PersonMet(BINA)], START, None))
    assert await look.journal(None) == [(None, "MeetPerson", PersonMet(BINA))]


async def test_a_journal_belongs_to_a_deal_that_is_there(look: Look) -> None:
    with pytest.raises((*REFUSED, LostRace)):
        await do(look, lambda uow: uow.record_events(ONE, SAY, [DealOpened()], START, None))


async def test_a_naive_instant_is_refused(look: Look) -> None:
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - it is what must not pass
    with pytest.raises(REFUSED):
        await do(look, lambda uow: uow.remember("r", Answer(), naive))


# books


async def test_an_entry_moves_balances(look: Look) -> None:
    paid = entry("d", ("asset:play", "waiting:x", 300), ("asset:play", "suspense:play", 20))
    funded = entry("f", ("waiting:x", "hold:x", 300))
    await added(look, deal())
    await do(look, lambda uow: uow.post([paid, funded], START))
    assert await look.balance("hold:x") == 300
    assert await look.balance("waiting:x") == 0
    assert await look.balance("asset:play") == 320
    assert await look.reasons() == ["d", "f"]


async def test_the_same_reason_with_the_same_postings_changes_nothing(look: Look) -> None:
    paid = entry("d", ("asset:play", "hold:x", 300))
    await do(look, lambda uow: uow.post([paid], START))
    await do(look, lambda uow: uow.post([paid, paid], START))
    assert await look.balance("hold:x") == 300
    assert await look.reasons() == ["d"]


@pytest.mark.parametrize(
    "other",
    [
        entry("d", ("asset:play", "hold:x", 301)),
        entry("d", ("asset:play", "hold:y", 300)),
        entry("d", ("asset:play", "hold:x", 300), chain=TWO),
    ],
)
async def test_the_same_reason_with_other_postings_is_refused(look: Look, other: Entry) -> None:
    await do(look, lambda uow: uow.post([entry("d", ("asset:play", "hold:x", 300))], START))
    with pytest.raises(ReasonTaken):
        await do(look, lambda uow: uow.post([other], START))
    both = [entry("n", ("asset:play", "hold:x", 1)), replace(other, reason="n")]
    with pytest.raises(ReasonTaken):
        await do(look, lambda uow: uow.post(both, START))
    assert await look.reasons() == ["d"]


async def test_a_hold_never_falls_below_zero(look: Look) -> None:
    await do(look, lambda uow: uow.post([entry("d", ("asset:play", "hold:x", 300))], START))
    with pytest.raises(REFUSED):
        await do(look, lambda uow: uow.post([entry("r", ("hold:x", "payable:1", 301))], START))
    assert await look.balance("hold:x") == 300
    assert await do(look, lambda uow: uow.posted("r")) is False


async def test_a_dip_below_zero_that_a_later_entry_would_mend_is_refused(look: Look) -> None:
    early = entry("r", ("hold:x", "payable:1", 10))
    late = entry("d", ("asset:play", "hold:x", 10))
    with pytest.raises(REFUSED):
        await do(look, lambda uow: uow.post([early, late], START))


async def test_one_currency_does_not_pay_for_another(look: Look) -> None:
    await do(look, lambda uow: uow.post([entry("d", ("asset:play", "hold:x", 300))], START))
    dollars = Entry("r", ONE, (Posting("hold:x", "payable:1", Money(1, "USD")),))
    with pytest.raises(REFUSED):
        await do(look, lambda uow: uow.post([dollars], START))


# schedule


async def test_the_schedule_becomes_what_is_given(look: Look) -> None:
    await added(look, deal())
    a, b = deadline("a"), deadline("b", 2 * HOUR)
    await do(look, lambda uow: uow.schedule(ONE, [a, b]))
    assert await look.schedule(ONE) == {"a": a, "b": b}
    moved, new = deadline("b", 3 * HOUR, person=BINA), deadline("c", milestone=None, transfer=2)
    await do(look, lambda uow: uow.schedule(ONE, [moved, new]))
    assert await look.schedule(ONE) == {"b": moved, "c": new}
    await do(look, lambda uow: uow.schedule(ONE, []))
    assert await look.schedule(ONE) == {}


async def test_the_last_schedule_of_a_unit_counts(look: Look) -> None:
    await added(look, deal())

    def work(uow: UnitOfWork) -> None:
        uow.schedule(ONE, [deadline("a")])
        uow.schedule(ONE, [deadline("b")])

    await do(look, work)
    assert set(await look.schedule(ONE)) == {"b"}


async def test_two_deadlines_never_share_a_key(look: Look) -> None:
    await added(look, deal())
    with pytest.raises(REFUSED):
        await do(look, lambda uow: uow.schedule(ONE, [deadline("a"), deadline("a", 2 * HOUR)]))


async def test_what_is_due_comes_oldest_first(look: Look) -> None:
    await added(look, deal(), deal(TWO))
    await do(
        look, lambda uow: uow.schedule(ONE, [deadline("a", 2 * HOUR), deadline("z", 9 * HOUR)])
    )
    await do(look, lambda uow: uow.schedule(TWO, [deadline("b", HOUR), deadline("c", 3 * HOUR)]))
    now = START + 3 * HOUR
    assert await look.store.due(now, 10) == [(TWO, "b"), (ONE, "a"), (TWO, "c")]
    assert await look.store.due(now, 2) == [(TWO, "b"), (ONE, "a")]
    assert await look.store.due(START, 10) == []
    assert await look.store.next_due() == START + HOUR
    assert await look.store.open_deals() == [ONE, TWO]


async def test_an_empty_schedule_has_no_next(look: Look) -> None:
    assert await look.store.next_due() is None
    assert await look.store.open_deals() == []


# people


def person(number: PersonId, **changes: object) -> Person:
    made = Person(number, "Bina", "bina", "fa", "Asia/Tehran", START)
    return replace(made, **changes)  # type: ignore[arg-type]


async def test_a_person_comes_back_as_saved(look: Look) -> None:
    where = (Destination("EUR", "DE89", START, "AT61"), Destination("USD", "x", START))
    flags = dict.fromkeys(("unreachable", "chosen_locale", "muted", "no_digest"), True)
    full = person(BINA, phrase="blue teapot", destinations=where, **flags)
    await do(look, lambda uow: uow.save_person(full))
    assert await do(look, lambda uow: uow.person(BINA)) == full
    await do(look, lambda uow: uow.save_person(person(BINA, name="B")))
    assert await do(look, lambda uow: uow.people((BINA, CARLOS))) == {BINA: person(BINA, name="B")}
    assert await do(look, lambda uow: uow.person(CARLOS)) is None
    assert await do(look, lambda uow: uow.people(())) == {}


async def test_who_ever_changed_where_they_are_paid_is_known(look: Look) -> None:
    if not isinstance(look, SqlLook):
        pytest.skip("asked of the databases alone")
    first, changed = Destination("EUR", "x", START), Destination("EUR", "x", START, "before")
    await do(look, lambda uow: uow.save_person(person(BINA, destinations=(first,))))
    assert await look.sql.who_changed() == []
    await do(look, lambda uow: uow.save_person(person(CARLOS, destinations=(changed,))))
    assert await look.sql.who_changed() == [CARLOS]


async def test_drafts_and_open_deals_are_counted_apart(look: Look) -> None:
    await added(
        look,
        deal(DealId("DRAFT001")),
        deal(DealId("DRAFT002"), creator=CARLOS),
        deal(DealId("ACTIVE01"), state=DealState.ACTIVE, invitee=CARLOS),
        deal(DealId("AGREED01"), state=DealState.AGREED, creator=CARLOS, invitee=BINA),
        deal(DealId("DONE0001"), state=DealState.COMPLETED, invitee=CARLOS),
    )
    assert await do(look, lambda uow: uow.count_deals(BINA)) == (1, 2)
    assert await do(look, lambda uow: uow.count_deals(ARAM)) == (0, 0)


async def test_people_share_a_deal_that_was_agreed_lately(look: Look) -> None:

    agreement = Agreement(1, terms(), "f" * 64, START, ())
    await added(
        look,
        deal(state=DealState.ACTIVE, invitee=CARLOS, agreement=agreement),
        deal(TWO, state=DealState.INVITED, invitee=ARAM),
    )
    assert await do(look, lambda uow: uow.shared_deals(CARLOS, (BINA, ARAM), START)) is True
    assert await do(look, lambda uow: uow.shared_deals(BINA, (BINA, CARLOS), START)) is True
    assert await do(look, lambda uow: uow.shared_deals(BINA, (BINA, ARAM), START)) is False
    later = START + HOUR
    assert await do(look, lambda uow: uow.shared_deals(BINA, (CARLOS,), later)) is False


async def test_of_whom_a_bank_keeps_a_payment_is_known_until_that_is_cleared(look: Look) -> None:
    none = Money(0, "EUR")
    lost = Reversal(1, 1, "play", "x1", "r1", none, none, none, none, none, START, ARAM, text("so"))
    lost = replace(lost, state=ReversalState.LOST)
    await added(look, deal(state=DealState.ACTIVE, invitee=CARLOS, reversals=(lost,)))
    people = (BINA, CARLOS, ARAM)
    assert await do(look, lambda uow: uow.charged_back(people)) == {CARLOS}


async def test_who_ever_had_an_agreed_deal_is_no_stranger(look: Look) -> None:
    agreement = Agreement(1, terms(), "f" * 64, START, ())
    await added(
        look,
        deal(state=DealState.CANCELLED, invitee=CARLOS, agreement=agreement),
        deal(TWO, state=DealState.INVITED, creator=ARAM),
    )
    had = [
        await do(look, lambda uow, p=person: uow.had_a_deal(p))  # type: ignore[misc]
        for person in (BINA, CARLOS, ARAM)
    ]
    assert had == [True, True, False]


async def test_the_cases_of_an_arbiter_are_counted(look: Look) -> None:
    def waits(key: str, kind: DeadlineKind, person: PersonId) -> Deadline:
        return Deadline(key, kind, START, 1, person, START, START + HOUR)

    await added(look, deal(), deal(TWO))
    ruling, taking = DeadlineKind.DISPUTE_RULING, DeadlineKind.DISPUTE_TAKE
    here = [waits("a", ruling, ARAM), waits("b", ruling, BINA)]
    await do(look, lambda uow: uow.schedule(ONE, here))
    await do(look, lambda uow: uow.schedule(TWO, [waits("a", ruling, ARAM)]))
    assert await do(look, lambda uow: dict(uow.cases((ARAM, CARLOS)))) == {ARAM: 2}
    await do(look, lambda uow: uow.schedule(TWO, [waits("a", taking, ARAM)]))
    assert await do(look, lambda uow: dict(uow.cases((ARAM, BINA)))) == {ARAM: 1, BINA: 1}


# what arrived without ringing


async def said(look: Look, by: PersonId, *events: Event, at: datetime = START) -> None:
    command = replace(SAY, actor=by)
    await do(look, lambda uow: uow.record_events(ONE, command, events, at, None))


async def test_of_what_arrived_the_unanswered_is_counted(look: Look) -> None:
    await added(look, deal(state=DealState.ACTIVE, invitee=CARLOS))
    message, first = MessageSent(BINA, None, ()), Arrival(CARLOS, ONE, START, START + HOUR)
    entry = DiaryWritten(diary.write(ONE, 1, BINA, START, None, (), diary.GENESIS))
    await said(look, BINA, message, at=START - HOUR)
    await said(look, BINA, message, entry, message, at=START)
    await do(look, lambda uow: uow.arrived([first]))
    await do(look, lambda uow: uow.arrived([replace(first, since=START + HOUR)]))
    later = START + HOUR
    soon = START + HOUR - timedelta(microseconds=1)
    assert await do(look, lambda uow: uow.unread(CARLOS, soon)) == []
    assert await do(look, lambda uow: list(uow.unread(CARLOS, later))) == [Unread(ONE, 1, 2)]
    assert await do(look, lambda uow: uow.unread(BINA, later)) == []
    await said(look, CARLOS, MessageSent(CARLOS, None, ()))
    assert await do(look, lambda uow: uow.unread(CARLOS, later)) == []
    await said(look, BINA, message)
    assert await do(look, lambda uow: list(uow.unread(CARLOS, later))) == [Unread(ONE, 0, 1)]


async def test_whose_digest_is_due_is_told_the_longest_waiting_first(look: Look) -> None:
    await added(look, deal(), deal(TWO))
    await do(
        look,
        lambda uow: uow.arrived(
            [
                Arrival(BINA, ONE, START, START + 2 * HOUR),
                Arrival(CARLOS, ONE, START, START + HOUR),
                Arrival(CARLOS, TWO, START, START + 3 * HOUR),
            ]
        ),
    )
    assert await look.store.digests(START, 9) == []
    assert await look.store.digests(START + HOUR, 9) == [CARLOS]
    assert await look.store.digests(START + 3 * HOUR, 9) == [CARLOS, BINA]
    assert await look.store.digests(START + 3 * HOUR, 1) == [CARLOS]
    await do(look, lambda uow: uow.digest_told(CARLOS, START + HOUR))
    assert await look.store.digests(START + 2 * HOUR, 9) == [BINA]
    assert await look.store.digests(START + 3 * HOUR, 9) == [BINA, CARLOS]


# notices


async def test_notices_wait_in_order(look: Look) -> None:
    await added(look, deal())
    data = {"amount": (5, "EUR")}
    full = Notice(
        BINA,
        "said",
        ONE,
        1,
        data,
        text("hello"),
        terms().files,
        ring=False,
        holds=WhileSeen(3),
        serves=START,
    )
    await do(look, lambda uow: uow.owe([full, Notice(CARLOS, "x", None, holds=ALWAYS)], START))
    await do(look, lambda uow: uow.owe([Notice(BINA, "then", ONE, holds=ALWAYS)], START))
    assert await look.notices(BINA) == ["said", "then"]


# forms


async def test_the_form_touched_last_is_asked(look: Look) -> None:
    draft = Expecting(BINA, "parties", "draft", ONE, 1, "title", {"n": [1, "a"]})
    reply = Expecting(BINA, "parties", "reply", TWO)
    await do(look, lambda uow: uow.expect(draft))
    await do(look, lambda uow: uow.expect(reply))
    assert await do(look, lambda uow: uow.expecting(BINA, "parties")) == reply
    await do(look, lambda uow: uow.expect(replace(draft, field="amount")))
    assert await do(look, lambda uow: uow.expecting(BINA, "parties")) == replace(
        draft, field="amount"
    )
    assert await do(look, lambda uow: uow.expecting(BINA, "desk")) is None
    assert await do(look, lambda uow: uow.expecting(CARLOS, "parties")) is None


async def test_a_form_is_closed_by_its_kind_or_as_the_one_asked(look: Look) -> None:
    for form in (
        Expecting(BINA, "parties", "draft", ONE),
        Expecting(BINA, "parties", "draft", TWO),
        Expecting(BINA, "parties", "reply", ONE),
    ):
        await do(look, lambda uow, form=form: uow.expect(form))  # type: ignore[misc]
    await do(look, lambda uow: uow.forget(BINA, "parties"))
    asked = await do(look, lambda uow: uow.expecting(BINA, "parties"))
    assert asked == Expecting(BINA, "parties", "draft", TWO)
    await do(look, lambda uow: uow.forget(BINA, "parties", "draft"))
    assert await do(look, lambda uow: uow.expecting(BINA, "parties")) is None
    await do(look, lambda uow: uow.forget(BINA, "parties"))


async def test_a_form_goes_with_the_command_that_was_refused(look: Look) -> None:
    def work(uow: UnitOfWork) -> None:
        with suppress(KeyError), uow.savepoint():
            uow.expect(Expecting(BINA, "parties", "draft"))
            raise KeyError

    await do(look, work)
    assert await do(look, lambda uow: uow.expecting(BINA, "parties")) is None


async def test_where_no_bot_ever_listened_nobody_can_have_said_anything(look: Look) -> None:
    end = datetime.max.replace(tzinfo=UTC)
    for people in (None, (BINA,), (BINA, CARLOS)):
        for ear in Ear:
            heard = await do(look, lambda uow, e=ear, p=people: uow.heard(e, p))  # type: ignore[misc]
            assert heard == end
    assert not await look.store.unheard(START)


async def test_who_left_the_desk_is_told_of_those_who_are_asked_about(look: Look) -> None:
    await look.leave(ARAM)
    await look.leave(CARLOS)
    assert await do(look, lambda uow: uow.gone([ARAM, BINA])) == {ARAM}
    assert await do(look, lambda uow: uow.gone([])) == frozenset()


# forgotten


async def test_what_is_open_or_owed_is_unfinished(look: Look) -> None:
    over = deal(TWO, state=DealState.CANCELLED, invitee=CARLOS)
    await added(look, deal(), over)
    assert await do(look, lambda uow: list(uow.unfinished(BINA))) == [ONE]
    assert await do(look, lambda uow: list(uow.unfinished(CARLOS))) == []
    owed = Deadline("transfer:1", DeadlineKind.TRANSFER, START, 1, DESK, START, START, 1)
    await do(look, lambda uow: uow.schedule(TWO, [owed]))
    assert await do(look, lambda uow: list(uow.unfinished(BINA))) == [ONE, TWO]
    assert await do(look, lambda uow: list(uow.unfinished(CARLOS))) == [TWO]


async def test_the_words_of_who_is_erased_go_and_those_of_others_stay(look: Look) -> None:
    await added(look, deal())
    theirs = Say(actor=CARLOS, deal=ONE, words=text("hello Bina"))
    own = Say(actor=BINA, deal=ONE, words=text("hello Carlos"))

    def work(uow: UnitOfWork) -> None:
        uow.save_person(person(BINA))
        uow.expect(Expecting(BINA, "parties", "diary"))
        for said in (own, theirs):
            sent = MessageSent(said.actor, said.words, ())
            uow.record_events(ONE, said, [sent], START, None)

    await do(look, work)
    await do(look, lambda uow: uow.erase(BINA))
    said = [event for _, _, event in await look.journal(ONE) if isinstance(event, MessageSent)]
    assert [str(event.words) for event in said] == ["", "hello Bina"]
    assert [event.words for event in said] == [own.words, theirs.words], "their digests stay"
    left = await do(look, lambda uow: uow.person(BINA))
    assert left == person(BINA).forgotten
    assert await do(look, lambda uow: uow.expecting(BINA, "parties")) is None
