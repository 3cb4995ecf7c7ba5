"""What takes two people, in the database: kept as it was asked, found by the desk, done once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from core.approving import Approve
from core.deal.approval import Approval, ApprovalState
from core.deal.context import Staff
from core.deal.model import Deal
from core.deal.ruling import Outcome
from core.disputing import AddNothing, CallArbiter, MakeStatement, OpenDispute, Rule, TakeDispute
from core.drafting import Edit, SetCurrency, SetMilestone, SetTitle
from core.escrow import Escrow
from core.paying import ConfirmDeposit
from core.people import MeetPerson
from core.values.errors import NotNow
from core.values.ids import RAIL, DealId, PersonId
from core.values.policy import Policy
from core.values.window import DeadlineKind
from core.working import SubmitWork
from storage import queries as q
from storage.housekeeping import erase
from storage.store import SqlStore
from tests.kit.agreeing import agree
from tests.kit.fakes import FakeClock, FakeIds
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    NOOR,
    REASONS,
    TESS,
    amount,
    words,
)

TOM, EVA = PersonId(1011), PersonId(1012)
STAFF = Staff(frozenset({ARAM, EVA}), frozenset({NOOR}), frozenset({TESS, TOM, NOOR}))


@dataclass
class House:
    """A deal of 600 EUR between the two, in a real database."""

    store: SqlStore
    clock: FakeClock
    escrow: Escrow
    deal_id: DealId

    async def deal(self) -> Deal:
        found = await self.store.run(lambda uow: uow.deal(self.deal_id, lock=False))
        assert found is not None
        return found

    async def deposit(self, by: PersonId) -> None:
        await self.escrow.execute(
            ConfirmDeposit(
                actor=by,
                deal=self.deal_id,
                milestone=1,
                amount=amount("600.00 EUR"),
                rail="manual",
                external_id="x1",
                source="Carlos",
            )
        )

    async def approve(self, by: PersonId, asked: Approval) -> None:
        mark = asked.fingerprint(self.deal_id)
        await self.escrow.execute(
            Approve(actor=by, deal=self.deal_id, approval=asked.number, fingerprint=mark)
        )


@pytest.fixture
async def house(store: SqlStore) -> House:
    clock = FakeClock()
    policy = Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 50000})
    escrow = Escrow(store, clock, FakeIds(), policy, STAFF)
    for person in (BINA, CARLOS):
        await escrow.execute(
            MeetPerson(actor=person, name="A", username=None, locale="en", zone="UTC")
        )
    part = SetMilestone(1, words("Drafts"), amount("600.00 EUR"), 5 * DAY, (words("one"),))
    edits: list[Edit] = [SetTitle(words("Logo")), SetCurrency("EUR"), part]
    deal = await agree(escrow.execute, BINA, CARLOS, edits, "EUR")
    return House(store, clock, escrow, deal)


async def test_what_was_asked_is_read_as_it_was_and_stands_in_the_desks_queue(house: House) -> None:
    await house.deposit(TESS)
    [asked] = (await house.deal()).approvals
    assert asked.deposit is not None
    assert (asked.by, asked.deposit.amount) == (TESS, amount("600.00 EUR"))
    rows = await house.store.read(lambda con: q.queue(con, house.clock.now()))
    assert DeadlineKind.APPROVAL_ENDS in {row.kind for row in rows}
    await house.approve(TOM, asked)
    [deposit] = (await house.deal()).milestone(1).deposits
    assert (deposit.confirmed_by, deposit.approved_by) == (TESS, TOM)
    rows = await house.store.read(lambda con: q.queue(con, house.clock.now()))
    assert DeadlineKind.APPROVAL_ENDS not in {row.kind for row in rows}


async def test_two_who_approve_at_once_book_it_once(house: House) -> None:
    await house.deposit(TESS)
    [asked] = (await house.deal()).approvals
    approving = (house.approve(by, asked) for by in (TOM, NOOR))
    results = await asyncio.gather(*approving, return_exceptions=True)
    assert [result for result in results if result is None] == [None]
    assert [result for result in results if isinstance(result, NotNow)] != []
    deal = await house.deal()
    assert len(deal.milestone(1).deposits) == 1
    assert [one.state for one in deal.approvals] == [ApprovalState.APPROVED]


async def test_it_lapses_by_the_clock(house: House) -> None:
    await house.deposit(TESS)
    house.clock.forward(2 * DAY)
    await house.escrow.sweep()
    [asked] = (await house.deal()).approvals
    assert asked.state is ApprovalState.LAPSED


async def test_the_reasons_of_an_asked_ruling_are_words_of_who_asked(house: House) -> None:
    at = {"deal": house.deal_id, "milestone": 1}
    await house.deposit(RAIL)
    seen = (await house.deal()).milestone(1).seen
    await house.escrow.execute(
        SubmitWork(actor=BINA, seen=seen, files=(FILE,), notes=(words("done"),), **at)  # type: ignore[arg-type]
    )
    m = (await house.deal()).milestone(1)
    held, seen = m.held, m.seen
    said = {"reason": words("no"), "sought": held}
    await house.escrow.execute(OpenDispute(actor=CARLOS, seen=seen, **said, **at))  # type: ignore[arg-type]
    await house.escrow.execute(MakeStatement(actor=BINA, words=words("yes"), sought=held, **at))  # type: ignore[arg-type]
    for side in (BINA, CARLOS):
        await house.escrow.execute(CallArbiter(actor=side, **at))  # type: ignore[arg-type]
    await house.escrow.execute(TakeDispute(actor=ARAM, **at))  # type: ignore[arg-type]
    for side in (BINA, CARLOS):
        await house.escrow.execute(AddNothing(actor=side, said=2, filed=0, **at))  # type: ignore[arg-type]
    ruling = {"outcome": Outcome.REFUND, "held": held, "reasons": words(REASONS, "own")}
    await house.escrow.execute(Rule(actor=ARAM, **ruling, **at))  # type: ignore[arg-type]
    asked = (await house.deal()).approvals[-1]
    assert asked.ruling is not None
    assert str(asked.ruling.reasons) == REASONS
    await house.approve(EVA, asked)
    made = (await house.deal()).disputes[0].ruling
    assert made is not None
    assert (made.by, made.approved_by, str(made.reasons)) == (ARAM, EVA, REASONS)
    await house.store.write(lambda con: erase(con, EVA))
    kept = (await house.deal()).disputes[0].ruling
    assert kept is not None
    assert str(kept.reasons) == REASONS, "they are not of who approved them"
