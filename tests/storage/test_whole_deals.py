"""The same story on the fake and on SQLite: the same deals, journals, books and schedules."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any, TypeVar, cast

import pytest
from sqlalchemy import Connection, event, select

from core.amending import (
    AcceptProposal,
    AskMoreTime,
    GrantMoreTime,
    ProposeEnd,
    RejectProposal,
    WithdrawProposal,
)
from core.amending.commands import ProposalCommand
from core.deal.points import Item, ItemKind
from core.deal.ruling import Outcome
from core.disputing import Rule
from core.drafting import EditTerms, SetMilestone, StartDeal
from core.escrow import Escrow
from core.inviting import AcceptTerms, InviteAgain, RefuseClaimant
from core.paying import (
    ConfirmTransfer,
    CorrectDeposit,
    LoseReversal,
    ReverseDeposit,
    SayArrived,
    WinReversal,
)
from core.people import MeetPerson
from core.talking import Say, WriteDiary
from core.values.errors import Refusal
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.policy import Policy, RailInfo
from core.working import ReleasePart, WithdrawWork
from storage import queries as q
from storage import tables as t
from storage.sqlite import Alone, sync_engine
from storage.store import SqlStore
from storage.verify import verify
from tests.kit.fakes import FakeClock, FakeIds, FakeStore
from tests.kit.scene import (
    ARAM,
    BINA,
    CARLOS,
    DAY,
    NOOR,
    REASONS,
    SAM,
    STAFF,
    TESS,
    Scene,
    amount,
    at_once,
    words,
)

T = TypeVar("T")
BY_HAND = (RailInfo("play", real_money=False, automatic=False),)
POLICY = Policy(quiet_hours=None, rails=BY_HAND, fee_bps=333)


class AtOnce:
    """A Database that answers at once, in this thread, and counts its statements."""

    dialect = "sqlite"

    def __init__(self, url: str) -> None:
        self.url = url
        engine = sync_engine(url)
        event.listen(engine, "before_cursor_execute", self._count)
        self.statements = 0
        self.connection = engine.connect()

    def _count(self, *_: object) -> None:
        self.statements += 1

    def presence(self, _name: str) -> Alone:
        return Alone()

    async def write(self, work: Callable[[Connection], T]) -> T:
        with self.connection.begin():
            return work(self.connection)

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self.write(work)

    async def glance(self, work: Callable[[Connection], T]) -> T:
        return await self.write(work)

    async def close(self) -> None:
        self.connection.close()


class SqlScene(Scene):
    """A scene on SQLite; `store.deals` alone of the fake's windows, for the steps of a scene."""

    def __init__(self, url: str) -> None:
        self.database = AtOnce(url)
        self.sql = SqlStore(self.database)
        self.store = cast("FakeStore", _Window(self.sql))
        self.clock = FakeClock()
        self.policy = POLICY
        self.escrow = Escrow(self.sql, self.clock, FakeIds(), self.policy, STAFF)
        self.requests = count(1)
        self.deal_id = DealId("")
        self.focus = None

    def ask(self, query: Callable[[Connection], T]) -> T:
        return at_once(self.sql.read(query))

    def sql_write(self, work: Callable[[Connection], T]) -> T:
        return at_once(self.sql.write(work))


class _Window:
    def __init__(self, store: SqlStore) -> None:
        self.next_due = store.next_due
        self.deals = _Deals(store)


class _Deals:
    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def __getitem__(self, deal: DealId) -> object:
        return at_once(self._store.read(lambda connection: q.load_deal(connection, deal)))


def meet(scene: Scene) -> None:
    people = ((BINA, "Bina"), (CARLOS, "Carlos"), (ARAM, "Aram"), (NOOR, "Noor"), (SAM, "Sam"))
    for person, name in people:
        scene.do(MeetPerson(actor=person, name=name, username=name, locale="en", zone="UTC"))


def released(scene: Scene) -> None:
    scene.funded("100.00 EUR", "33.33 EUR")
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("Sketched all day.")))
    scene.do(Say(actor=CARLOS, deal=scene.deal_id, words=words("Looks good!")))
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("Inked it.")))
    scene.submit()
    scene.approve()
    scene.pay()
    scene.submit()
    scene.request_changes(Item(ItemKind.PREFERENCE, words("rounder")))
    scene.submit()
    scene.approve()
    for transfer in scene.deal.transfers:
        scene.do(ConfirmTransfer(actor=TESS, deal=scene.deal_id, transfer=transfer.number))
        own = {"deal": scene.deal_id, "transfer": transfer.number, "returns": 0}
        scene.do(SayArrived(actor=transfer.person, **own))  # type: ignore[arg-type]


def ruled(outcome: Outcome) -> Callable[[Scene], None]:
    def story(scene: Scene) -> None:
        scene.disputed("100.01 EUR")
        scene.heard()
        held = scene.m.held
        part = amount("33.34 EUR") if outcome is Outcome.SPLIT else None
        scene.do(
            Rule(
                actor=ARAM,
                deal=scene.deal_id,
                milestone=1,
                outcome=outcome,
                held=held,
                reasons=words(REASONS),
                to_freelancer=part,
                criterion=0,
                more=3 * DAY,
            )
        )
        scene.ruling_stands()

    return story


def goes_on(scene: Scene) -> None:
    """Dismissed, disputed anew before it was handed in anew, and given more time."""
    ruled(Outcome.DISMISS)(scene)
    scene.request_changes(Item(ItemKind.PREFERENCE, words("rounder")))
    scene.dispute(BINA)
    scene.heard()
    at: dict[str, Any] = {"deal": scene.deal_id, "milestone": 1}
    more, held, reasons = 5 * DAY, scene.m.held, words(REASONS)
    scene.do(Rule(actor=ARAM, outcome=Outcome.EXTEND, held=held, reasons=reasons, more=more, **at))
    scene.ruling_stands()
    scene.submit()
    scene.approve()


def short_over_and_late(scene: Scene) -> None:
    scene.agreed("100.00 EUR")
    scene.pay(amount("40.00 EUR"), external="short")
    scene.pay(amount("70.00 EUR"), external="over")
    scene.pay(amount("5.00 EUR"), external="late")
    scene.pass_time(3 * DAY)


def withdrawn(scene: Scene) -> None:
    scene.funded("100.00 EUR", "50.00 EUR")
    scene.do(
        WithdrawWork(
            actor=BINA,
            deal=scene.deal_id,
            milestone=1,
            seen=scene.m.seen,
            amount=scene.m.held,
        )
    )
    scene.pass_time(60 * DAY)


def never_accepted(scene: Scene) -> None:
    scene.invited("100.00 EUR")
    scene.claimed(SAM)
    scene.do(RefuseClaimant(actor=BINA, deal=scene.deal_id, person=SAM))
    scene.pass_time(30 * DAY)


def silent(scene: Scene) -> None:
    scene.submitted("100.00 EUR")
    scene.serve()
    scene.pass_time(40 * DAY)


def amended(scene: Scene) -> None:
    """More time is asked for, given and granted; the end that both agree to is shared."""

    def answer(kind: type[ProposalCommand], actor: PersonId) -> None:
        number = len(scene.deal.proposals)
        scene.do(kind(actor=actor, deal=scene.deal_id, milestone=scene.m.number, proposal=number))

    scene.funded("100.01 EUR", "50.00 EUR")
    scene.on_milestone(AskMoreTime, BINA, more=DAY, words=words("the fonts came late"))
    answer(AcceptProposal, CARLOS)
    scene.on_milestone(GrantMoreTime, CARLOS, more=2 * DAY)
    scene.on_milestone(AskMoreTime, BINA, more=DAY)
    scene.pass_time(4 * DAY)
    shares = ((BINA, "90.00 EUR"), (CARLOS, "10.00 EUR"), (BINA, "33.34 EUR"))
    for (by, share), then in zip(shares, (RejectProposal, WithdrawProposal, None), strict=True):
        part = amount(share)
        scene.on_milestone(ProposeEnd, by, to_freelancer=part, held=scene.m.held, words=words("?"))
        if then is not None:
            answer(then, CARLOS)
    answer(AcceptProposal, CARLOS)
    scene.pass_time(30 * DAY)


def done_again(scene: Scene) -> None:
    """By the client, whose words none of them are, and for another sum."""
    released(scene)
    begun = scene.do(StartDeal(actor=CARLOS, again=scene.deal_id)).deal
    assert begun is not None
    scene.deal_id = begun.id
    edits = (SetMilestone(2, criteria=(words("in blue", "s9"),)),)
    scene.do(EditTerms(actor=CARLOS, deal=begun.id, edits=edits))
    scene.do(InviteAgain(actor=CARLOS, deal=begun.id))
    offer = scene.deal.offer
    assert offer is not None
    scene.do(AcceptTerms(actor=BINA, deal=begun.id, fingerprint=offer.fingerprint))


def recall(scene: Scene) -> None:
    """A bank takes back all that was paid for the first milestone."""
    paid = scene.deal.milestone(1).deposits[0]
    scene.do(
        ReverseDeposit(
            actor=TESS,
            deal=scene.deal_id,
            milestone=1,
            rail=paid.rail,
            deposit=paid.external_id,
            external_id=f"{paid.external_id}-R",
            amount=paid.amount,
            words=words("recalled"),
        )
    )


def kept_by_a_bank(scene: Scene) -> None:
    """Some of it was released; the rest is paid once more."""
    scene.submitted("100.00 EUR")
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("30.00 EUR"))
    recall(scene)
    scene.do(LoseReversal(actor=TESS, deal=scene.deal_id, reversal=1, words=words("gone")))
    scene.pay(amount("20.00 EUR"), external="first")
    scene.pay(amount("55.00 EUR"), external="over")
    scene.approve()


def given_back_by_a_bank(scene: Scene) -> None:
    """Before work was submitted, and once it was paid anew."""
    scene.funded("100.00 EUR")
    recall(scene)
    scene.pay(external="anew")
    scene.do(WinReversal(actor=TESS, deal=scene.deal_id, reversal=1, words=words("it is back")))


def at_a_bank(scene: Scene) -> None:
    scene.disputed("100.00 EUR")
    recall(scene)


def corrected(scene: Scene) -> None:
    """One transfer for two, one for nobody here, a nought too many, and one that never arrived."""
    scene.agreed("100.00 EUR", "50.00 EUR")

    def booked(sum_: str, reference: str, milestone: int = 1) -> None:
        price = amount(sum_)
        scene.pay(price, actor=TESS, external=reference, milestone=milestone)

    def right(minor: int, reference: str, milestone: int = 1, *, aside: bool = False) -> None:
        deposit = scene.deal.milestone(milestone).deposit("play", reference)
        assert deposit is not None
        command = CorrectDeposit(
            actor=TESS,
            deal=scene.deal_id,
            milestone=milestone,
            rail="play",
            deposit=reference,
            corrections=len(deposit.corrected),
            amount=Money(minor, "EUR"),
            words=words("the wrong line"),
            aside=aside,
        )
        scene.do(command)

    booked("1000.00 EUR", "nought")
    right(10000, "nought")
    right(0, "nought", aside=True)
    booked("100.00 EUR", "part")
    right(4000, "part", aside=True)
    booked("210.00 EUR", "two")
    right(15000, "two", aside=True)
    right(6000, "two")
    scene.submit()
    scene.approve()
    booked("5.00 EUR", "never")
    right(0, "never")
    scene.pay(amount("5.00 EUR"), actor=TESS, external="late", milestone=1)
    right(700, "late")


STORIES = {
    "corrected": corrected,
    "kept by a bank": kept_by_a_bank,
    "given back by a bank": given_back_by_a_bank,
    "at a bank": at_a_bank,
    "done again": done_again,
    "released": released,
    "ruled for the freelancer": ruled(Outcome.RELEASE),
    "ruled for the client": ruled(Outcome.REFUND),
    "ruled in parts": ruled(Outcome.SPLIT),
    "dismissed, and given more time": goes_on,
    "short, over and late": short_over_and_late,
    "withdrawn": withdrawn,
    "never accepted": never_accepted,
    "silent": silent,
    "amended": amended,
}


@pytest.fixture(params=STORIES)
def both(request: pytest.FixtureRequest, sqlite_url: str) -> tuple[Scene, SqlScene]:
    fake, sql = Scene(POLICY), SqlScene(sqlite_url)
    fake.store = FakeStore()
    fake.escrow = Escrow(fake.store, fake.clock, FakeIds(), POLICY, STAFF)
    fake.requests = count(1)
    for scene in (fake, sql):
        meet(scene)
        STORIES[request.param](scene)
    return fake, sql


def test_a_story_ends_the_same_on_both_stores(both: tuple[Scene, SqlScene]) -> None:
    fake, sql = both
    deal = fake.deal_id
    assert sql.deal_id == deal
    assert sql.deal == fake.deal
    assert [row.event for row in sql.ask(lambda con: q.journal(con, deal))] == fake.events
    schedule = {d.key: d for _, d in sql.ask(q.schedule_of)}
    assert schedule == {key: row for (_, key), row in fake.store.schedule.items()}
    balances = {b.account: b.minor for b in sql.ask(q.balances)}
    assert balances == {
        account: fake.balance(account)
        for account, _ in fake.store.rows.balances
        if fake.balance(account)
    }
    query = select(t.notices.c.recipient, t.notices.c.kind).order_by(t.notices.c.id)
    told = [tuple(row) for row in sql.ask(lambda con: con.execute(query).all())]
    assert told == [(notice.to, notice.kind) for notice in fake.store.notices]
    assert sql.ask(lambda con: {p: q.person(con, p) for p in (BINA, CARLOS)}) == {
        person: fake.store.people[person] for person in (BINA, CARLOS)
    }


def test_the_judge_finds_nothing_in_a_story(both: tuple[Scene, SqlScene]) -> None:
    assert both[1].ask(verify) == []


def test_a_refused_command_writes_its_answer_alone(sqlite_url: str) -> None:
    scene = SqlScene(sqlite_url)
    meet(scene)
    scene.funded("100.00 EUR")
    before = scene.deal
    scene.database.statements = 0
    with pytest.raises(Refusal):
        scene.do(AcceptTerms(actor=SAM, deal=scene.deal_id, fingerprint="f" * 64))
    assert scene.database.statements <= 8
    assert scene.deal == before
