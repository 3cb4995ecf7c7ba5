"""What cards, lists, the desk and support read."""

from __future__ import annotations

from collections.abc import Callable, Sized
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection, text

from core.deal.clocks import Deadline
from core.deal.model import DealState
from core.deal.person import ERASED, Person
from core.deal.reputation import Record
from core.deal.ruling import Outcome
from core.inviting import ConfirmClaimant
from core.paying import ConfirmTransfer, DepositReceived, MilestoneFunded, SayArrived
from core.paying.events import DealOpened
from core.ports import Answer, Expecting, UnitOfWork
from core.talking import MessageSent, Say
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.window import DeadlineKind
from storage import queries as q
from storage.edge import SqlEdge
from storage.engine import open_database
from storage.housekeeping import erase, every_file, prune, referred
from storage.store import SqlStore
from storage.verify import verify
from tests.kit.fakes import START
from tests.kit.scene import BINA, CARLOS, DAY, FILE, SAM, TESS, amount, at_once
from tests.storage.test_contract import deal
from tests.storage.test_whole_deals import SqlScene, done_again, meet, released, ruled

T = TypeVar("T")


@pytest.fixture
def scene(sqlite_url: str) -> SqlScene:
    made = SqlScene(sqlite_url)
    meet(made)
    return made


def test_a_list_shows_the_last_active_first(scene: SqlScene) -> None:
    scene.draft("10.00 EUR")
    draft = scene.deal_id
    scene.clock.forward(timedelta(hours=1))
    scene.funded("100.00 EUR")
    rows = scene.ask(lambda con: q.deals_of(con, BINA))
    assert [(row.deal, row.state, row.other) for row in rows] == [
        (scene.deal_id, "active", "Carlos"),
        (draft, "draft", ""),
    ]
    assert rows[0].title == "Logo"
    assert rows[0].role == "freelancer"
    assert rows[0].total == amount("100.00 EUR")
    assert [row.deal for row in scene.ask(lambda con: q.deals_of(con, CARLOS))] == [scene.deal_id]
    assert scene.ask(lambda con: q.deals_of(con, BINA, limit=1, offset=1))[0].deal == draft
    assert scene.ask(lambda con: q.deals_of(con, BINA, ended=True)) == []
    assert scene.ask(lambda con: q.deals_of(con, SAM)) == []


def test_a_deal_that_ended_leaves_the_open_list(scene: SqlScene) -> None:
    released(scene)
    assert scene.ask(lambda con: q.deals_of(con, BINA)) == []
    ended = scene.ask(lambda con: q.deals_of(con, BINA, ended=True))
    assert [(row.deal, row.state) for row in ended] == [(scene.deal_id, "completed")]


def test_an_open_invite_is_listed_until_somebody_is_confirmed(scene: SqlScene) -> None:
    scene.invited("10.00 EUR")
    assert scene.ask(lambda con: q.open_invites(con, BINA)) == [scene.deal_id]
    assert scene.ask(lambda con: q.deal_by_secret(con, "t" * 64)) == scene.deal_id
    scene.claimed()
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    assert scene.ask(lambda con: q.open_invites(con, BINA)) == []
    assert scene.ask(lambda con: q.deal_by_secret(con, "t" * 64)) is None


def test_the_diary_and_the_talk_come_with_their_words(scene: SqlScene) -> None:
    released(scene)
    diary = scene.ask(lambda con: q.diary(con, scene.deal_id))
    assert [str(entry.words) for entry in diary] == ["Sketched all day.", "Inked it."]
    talk = scene.ask(lambda con: q.talk(con, scene.deal_id))
    assert [str(row.event.words) for row in talk if isinstance(row.event, MessageSent)] == [
        "Looks good!"
    ]


def test_the_journal_goes_on_after_a_number(scene: SqlScene) -> None:
    released(scene)
    everything = scene.ask(lambda con: q.journal(con, scene.deal_id))
    later = scene.ask(lambda con: q.journal(con, scene.deal_id, after=3, limit=2))
    assert later == everything[3:5]
    assert everything[0].command == "StartDeal"
    assert everything[0].actor == BINA


def test_a_record_counts_what_deals_came_to(scene: SqlScene) -> None:
    released(scene)
    ruled(Outcome.REFUND)(scene)
    assert scene.ask(lambda con: q.record(con, BINA)) == Record(1, 1, 1, START, 2, 2)
    assert scene.ask(lambda con: q.record(con, CARLOS)) == Record(1, 1, 0, START)
    assert scene.ask(lambda con: q.record(con, PersonId(5))) == Record(0, 0, 0, None)


def test_money_is_told_to_each_side(scene: SqlScene) -> None:
    scene.funded("100.00 EUR")
    held = [amount("100.00 EUR")]
    mine = scene.ask(lambda con: q.money_of(con, BINA))
    assert (mine.held_for_me, mine.held_by_me) == (held, [])
    theirs = scene.ask(lambda con: q.money_of(con, CARLOS))
    assert (theirs.held_for_me, theirs.held_by_me) == ([], held)
    assert scene.ask(q.held_in_all) == held
    scene.submit()
    scene.approve()
    mine = scene.ask(lambda con: q.money_of(con, BINA))
    assert mine.held_for_me == []
    assert mine.to_be_paid_out == [amount("96.67 EUR")]
    assert [(line.what, line.amount) for line in mine.history] == [
        ("released", amount("96.67 EUR")),
        ("fee", amount("3.33 EUR")),
        ("held", amount("100.00 EUR")),
    ]
    assert scene.ask(q.held_in_all) == []
    scene.do(ConfirmTransfer(actor=TESS, deal=scene.deal_id, transfer=1))
    mine = scene.ask(lambda con: q.money_of(con, BINA))
    assert mine.to_be_paid_out == []
    assert (mine.history[0].what, mine.on_its_way) == ("payout-sent", [amount("96.67 EUR")])
    [(deal, sent)] = scene.ask(q.on_its_way)
    assert (deal.id, sent.number) == (scene.deal_id, 1)
    scene.do(SayArrived(actor=BINA, deal=scene.deal_id, transfer=1, returns=0))
    mine = scene.ask(lambda con: q.money_of(con, BINA))
    assert (mine.history[0].what, mine.on_its_way) == ("payout-arrived", [])
    assert scene.ask(q.on_its_way) == []
    theirs = scene.ask(lambda con: q.money_of(con, CARLOS))
    assert [line.what for line in theirs.history] == ["released", "held"]


def test_a_refund_is_owed_to_the_client_alone(scene: SqlScene) -> None:
    ruled(Outcome.REFUND)(scene)
    client = scene.ask(lambda con: q.money_of(con, CARLOS))
    assert client.to_be_refunded == [amount("100.01 EUR")]
    assert scene.ask(lambda con: q.money_of(con, BINA)).to_be_refunded == []


def test_the_desk_sees_what_waits_by_its_date(scene: SqlScene) -> None:
    scene.disputed("100.00 EUR")
    assert scene.ask(lambda con: q.queue(con, scene.clock.now())) == []
    scene.to_arbiter()
    disputed = scene.deal_id
    scene.submitted("50.00 EUR")
    scene.approve()
    now = scene.clock.now()
    rows = scene.ask(lambda con: q.queue(con, now))
    assert [(row.kind, row.deal) for row in rows] == [
        (DeadlineKind.DISPUTE_TAKE, disputed),
        (DeadlineKind.TRANSFER, scene.deal_id),
    ]
    assert [row.overdue for row in rows] == [False, False]
    assert rows[1].transfer == 1
    late = scene.ask(lambda con: q.queue(con, now + 30 * DAY, kinds=[DeadlineKind.TRANSFER]))
    assert [row.overdue for row in late] == [True]


def test_somebody_is_found_by_id_or_username(scene: SqlScene) -> None:
    for typed in ("1001", "@Bina", "bina", " BINA "):
        found = scene.ask(lambda con, typed=typed: q.find_person(con, typed))  # type: ignore[misc]
        assert found is not None
        assert found.id == BINA
    for typed in ("1", "@nobody", "", "9" * 40):
        assert scene.ask(lambda con, typed=typed: q.find_person(con, typed)) is None  # type: ignore[misc]


def test_what_happened_is_told_with_postings_and_deadlines(scene: SqlScene) -> None:
    scene.agreed("100.00 EUR")
    last = scene.ask(q.inspect)[-1].id
    scene.pay()
    happened = scene.ask(lambda con: q.inspect(con, last))
    assert [type(one.event) for one in happened] == [
        DepositReceived,
        MilestoneFunded,
        DealOpened,
    ]
    assert [p.credit for p in happened[0].postings] == [
        f"waiting:{scene.deal_id}-1",
        f"hold:{scene.deal_id}-1",
    ]
    assert any(d.kind is DeadlineKind.WORK_DUE for d in happened[0].deadlines)
    assert happened[1].postings == ()


def test_the_books_are_read_page_by_page(scene: SqlScene) -> None:
    released(scene)
    everything = scene.ask(lambda con: list(q.books(con, page=2)))
    assert everything == scene.ask(lambda con: list(q.books(con)))
    assert everything == scene.ask(lambda con: q.postings_of(con, scene.deal_id))
    assert len({(b.id, b.line) for b in everything}) == len(everything)


def test_the_operator_lists_all_deals(scene: SqlScene) -> None:
    scene.funded("100.00 EUR")
    rows = scene.ask(q.list_deals)
    assert [(row.deal, row.other, row.total) for row in rows] == [
        (scene.deal_id, "Bina", Money(10000, "EUR"))
    ]


# a person who asks to be forgotten


def test_an_erased_person_leaves_no_words_and_breaks_no_chain(scene: SqlScene) -> None:
    released(scene)
    scene.sql_write(lambda con: erase(con, BINA))
    diary = scene.ask(lambda con: q.diary(con, scene.deal_id))
    assert [str(entry.words) for entry in diary] == ["", ""]
    talk = scene.ask(lambda con: q.talk(con, scene.deal_id))
    assert [row.event.words.text for row in talk if isinstance(row.event, MessageSent)] == [  # type: ignore[union-attr]
        "Looks good!"
    ]
    assert str(scene.deal.terms.title) == ""
    assert scene.deal.agreement is not None
    agreement = scene.deal.agreement
    assert agreement.terms.fingerprint(agreement.version) == agreement.fingerprint
    person = scene.ask(lambda con: q.person(con, BINA))
    assert person is not None
    assert (person.name, person.username) == (ERASED, None)
    assert scene.ask(verify) == []


def test_words_of_a_deal_done_again_go_with_who_wrote_them(scene: SqlScene) -> None:
    done_again(scene)
    scene.sql_write(lambda con: erase(con, CARLOS))
    [first, second] = scene.deal.terms.milestones
    assert [str(line) for line in first.criteria] == ["three concepts", "SVG files"]
    assert [str(line) for line in second.criteria] == [""], "it was his"
    scene.sql_write(lambda con: erase(con, BINA))
    [first, second] = scene.deal.terms.milestones
    assert [str(line) for line in first.criteria] == ["", ""]
    assert str(scene.deal.terms.title) == ""
    assert scene.ask(verify) == []


def test_all_that_a_person_has_open_is_read_with_what_is_asked_first(scene: SqlScene) -> None:
    below, asked = Expecting(BINA, "parties", "diary"), Expecting(BINA, "parties", "help")
    aside = Expecting(BINA, "parties", "loose:1", data={"texts": ["x"]})
    at_once(scene.sql.run(lambda uow: uow.expect(below)))
    at_once(scene.sql.run(lambda uow: uow.expect(asked)))
    at_once(scene.sql.run(lambda uow: uow.set_aside(aside, 50)))
    at_once(scene.sql.run(lambda uow: uow.expect(replace(asked, person=CARLOS))))
    at_once(scene.sql.run(lambda uow: uow.expect(replace(asked, bot="desk"))))
    assert scene.ask(lambda con: q.forms(con, BINA, "parties")) == [asked, below, aside]


def test_an_erased_person_leaves_nothing_of_what_their_messages_said(scene: SqlScene) -> None:
    edge = SqlEdge(scene.database)
    at_once(edge.set_relay("parties", BINA, 7, {"said": "a logo"}))
    at_once(edge.set_relay("parties", CARLOS, 7, {"said": "hello"}))
    scene.sql_write(lambda con: erase(con, BINA))
    assert at_once(edge.relay("parties", BINA, 7)) is None
    assert at_once(edge.relay("parties", CARLOS, 7)) == {"said": "hello"}


def test_the_vault_is_told_which_files_a_deal_refers_to(scene: SqlScene) -> None:
    scene.submitted("100.00 EUR")
    assert scene.ask(lambda con: referred(con, [FILE.sha256, "b" * 64])) == {FILE.sha256}
    assert scene.ask(lambda con: list(every_file(con))) == [FILE.sha256]


def test_a_file_in_an_open_form_is_kept_until_the_form_is_closed(scene: SqlScene) -> None:
    data = {"files": [{"sha256": FILE.sha256, "name": FILE.name}]}
    form = Expecting(BINA, "parties", "submit", None, None, "collect", data)
    at_once(scene.sql.run(lambda uow: uow.expect(form)))
    assert scene.ask(lambda con: referred(con, [FILE.sha256, "b" * 64])) == {FILE.sha256}
    at_once(scene.sql.run(lambda uow: uow.forget(BINA, "parties")))
    assert scene.ask(lambda con: referred(con, [FILE.sha256])) == set()


def test_a_file_beside_an_answer_that_waits_to_be_sent_is_kept(scene: SqlScene) -> None:
    draft = {"files": [{"sha256": FILE.sha256}]}
    at_once(SqlEdge(scene.database).set_relay("desk", -100, 7, draft))
    assert scene.ask(lambda con: referred(con, [FILE.sha256, "b" * 64])) == {FILE.sha256}


def test_what_is_over_is_pruned_and_nothing_else(scene: SqlScene) -> None:
    released(scene)
    assert scene.sql_write(lambda con: prune(con, scene.clock.now())) == 0
    later = scene.clock.now() + 400 * DAY
    assert scene.sql_write(lambda con: prune(con, later)) > 0
    assert scene.ask(lambda con: con.execute(text("SELECT count(*) FROM requests")).scalar()) == 0
    assert scene.ask(verify) == []


# the same statements on both databases


async def test_every_read_works_on_both_databases(store: SqlStore) -> None:
    one = deal(DealId("ABCDEFGH"))
    await store.run(lambda uow: uow.add_deal(one))
    reads: list[Callable[[Connection], object]] = [
        lambda con: q.load_deal(con, one.id),
        lambda con: q.deals_of(con, one.creator),
        lambda con: q.open_invites(con, one.creator),
        lambda con: q.deal_by_secret(con, "x"),
        lambda con: q.journal(con, one.id, kinds=(MessageSent,)),
        lambda con: q.money_of(con, one.creator),
        lambda con: q.queue(con, START),
        lambda con: q.record(con, one.creator),
        lambda con: q.find_person(con, "@x"),
        lambda con: q.expecting(con, one.creator, "parties"),
        lambda con: q.forms(con, one.creator, "parties"),
        lambda con: list(every_file(con)),
        q.held_in_all,
        q.balances,
        q.list_deals,
        q.inspect,
        q.schedule_of,
    ]
    for read in reads:
        await store.read(read)
    found = await store.read(verify)
    assert [problem.what for problem in found] == ["its journal is gone"], "it never had one"
    await store.write(lambda con: prune(con, START))
    await store.write(lambda con: erase(con, one.creator))
    again = await store.read(lambda con: q.load_deal(con, one.id))
    assert again == replace(one, version=1)


async def test_no_list_is_longer_than_it_says_unless_it_is_asked_for_more(
    sqlite_url: str,
) -> None:
    store = SqlStore(open_database(sqlite_url))
    deals = [deal(DealId(f"A{number:07d}")) for number in range(101)]
    told = [MilestoneFunded(1, amount("1.00 EUR"), START)] * 101

    def work(uow: UnitOfWork) -> None:
        for one in deals:
            uow.add_deal(one)
        freelancer = deal(DealId("B0000000"))
        uow.add_deal(freelancer)
        uow.record_events(freelancer.id, Say(actor=BINA, deal=freelancer.id), told, START, None)
        alarms = [
            Deadline(str(number), DeadlineKind.TRANSFER, START, 1, None, START, START, number)
            for number in range(201)
        ]
        uow.schedule(freelancer.id, alarms)

    await store.run(work)
    lists: list[tuple[int, int, Callable[[Connection, dict[str, Any]], Sized]]] = [
        (8, 102, lambda con, more: q.deals_of(con, BINA, **more)),
        (100, 102, lambda con, more: q.list_deals(con, **more)),
        (100, 101, lambda con, more: q.inspect(con, **more)),
        (50, 101, lambda con, more: q.money_of(con, BINA, **more).history),
        (200, 201, lambda con, more: q.queue(con, START, **more)),
    ]
    for most, all_, read in lists:
        found = [
            len(await store.read(lambda con, r=read, m=more: r(con, m)))  # type: ignore[misc]
            for more in ({}, {"limit": 500})
        ]
        assert found == [most, all_]
    every = await store.read(lambda con: q.journal(con, DealId("B0000000")))
    assert len(every) == 101
    await store.database.close()


def test_words_and_files_are_found_however_few_are_looked_for_at_a_time(
    scene: SqlScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(scene)
    journal = scene.ask(lambda con: q.journal(con, scene.deal_id))
    assert len(scene.ask(lambda con: list(every_file(con)))) == 1
    monkeypatch.setattr("storage.queries.words._BATCH", 1)
    assert scene.ask(lambda con: q.journal(con, scene.deal_id)) == journal
    assert scene.ask(lambda con: list(every_file(con, page=1))) == [FILE.sha256]


def test_deals_are_listed_by_their_state_and_page_by_page(scene: SqlScene) -> None:
    scene.funded("100.00 EUR")
    active = scene.deal_id
    scene.clock.forward(DAY)
    scene.draft("10.00 EUR")
    listed = scene.ask(q.list_deals)
    assert [row.deal for row in listed] == [scene.deal_id, active], "the newest first"
    assert scene.ask(lambda con: q.list_deals(con, limit=1, offset=1)) == listed[1:]
    found = scene.ask(lambda con: q.list_deals(con, states=[DealState.ACTIVE]))
    assert [row.deal for row in found] == [active]


def test_what_waits_for_the_desk_is_overdue_from_its_very_instant(scene: SqlScene) -> None:
    scene.disputed("100.00 EUR")
    assert scene.ask(lambda con: q.queue(con, scene.clock.now())) == []
    scene.to_arbiter()
    [row] = scene.ask(lambda con: q.queue(con, scene.clock.now()))
    tick = timedelta(microseconds=1)
    late = [
        scene.ask(lambda con, at=at: q.queue(con, at))[0].overdue  # type: ignore[misc]
        for at in (row.target - tick, row.target)
    ]
    assert late == [False, True]


def test_how_the_first_of_several_requests_ended_is_told(scene: SqlScene) -> None:
    for name in ("r:1", "r:2"):
        answer = Answer(refusal=name)
        at_once(scene.sql.run(lambda uow, n=name, a=answer: uow.remember(n, a, START)))  # type: ignore[misc]

    def ask(*names: str) -> Answer | None:
        return scene.ask(lambda con: q.answered(con, names))

    assert ask("r:0", "r:2", "r:1") == Answer(refusal="r:2")
    assert ask("r:0") is None
    assert ask() is None


def test_a_username_that_moved_on_is_of_who_was_met_last(scene: SqlScene) -> None:
    for number, days in ((71, 1), (72, 3), (73, 2)):
        met = Person(PersonId(number), "X", "Moved", "en", "UTC", START + days * DAY)
        at_once(scene.sql.run(lambda uow, p=met: uow.save_person(p)))  # type: ignore[misc]
    found = scene.ask(lambda con: q.find_person(con, "@moved"))
    assert found is not None
    assert found.id == 72
