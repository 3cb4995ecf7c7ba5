"""The same bank's file by two treasurers in the same second, on real databases: booked once."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.config.rails import Account
from bot.rails.importing import Came, Importing
from bot.wiring.edge import Edge
from bot.wiring.reads import SqlReads
from core.approving import Approve
from core.deal.four_eyes import open_in
from core.drafting import SetMilestone, SetTitle
from core.escrow import Escrow
from core.ledger import asset
from core.paying import ConfirmDeposit, LineEnd, LineFound, Why
from core.people import MeetPerson
from core.values.errors import NotNow
from core.values.ids import DealId, PersonId
from core.values.policy import Policy
from storage import queries as q
from storage.engine import open_database
from storage.store import SqlStore
from storage.verify import verify
from tests.kit import banks
from tests.kit.agreeing import agree
from tests.kit.banks import OURS, Day, Paid
from tests.kit.fakes import FakeClock, FakeIds
from tests.kit.scene import BINA, CARLOS, DAY, STAFF, TESS, amount, words
from tests.storage.conftest import REAL, url_of
from tests.storage.test_suspense import POLICY

HANA = PersonId(1010)
BY_TWO = replace(STAFF, treasurers=frozenset({TESS, HANA}))
ACCOUNTS = {"EUR": Account(holder="Holdfast", iban=OURS)}


@pytest.fixture(params=REAL)
def url(request: pytest.FixtureRequest) -> str:
    return url_of(request.param, request)


class Process:
    """One of the programs that share a database."""

    def __init__(self, url: str, seed: int, policy: Policy = POLICY) -> None:
        self.database = open_database(url)
        self.store = SqlStore(self.database)
        self.escrow = Escrow(self.store, FakeClock(), FakeIds(seed), policy, BY_TWO)
        reads = SqlReads(self.store, self.escrow)
        self.importing = Importing(self.escrow, reads, Edge(self.database), ACCOUNTS)

    async def agreed(self, price: str = "300.00 EUR") -> DealId:
        for person, name in ((BINA, "Bina"), (CARLOS, "Carlos")):
            met = MeetPerson(actor=person, name=name, username=None, locale="en", zone="UTC")
            await self.escrow.execute(met)
        part = SetMilestone(1, words("Logo"), amount(price), 5 * DAY, (words("SVG"),))
        return await agree(self.escrow.execute, BINA, CARLOS, (SetTitle(words("Logo")), part))

    async def found(self, one: Paid, write: banks.Writer = banks.camt) -> LineFound:
        [found] = (await self.importing.look(write(Day(lines=[one])))).findings
        return found

    async def bank_in_books(self) -> int:
        sums = {b.account: b.minor for b in await self.store.read(q.balances)}
        return sums[asset("manual")]

    async def book(self, content: bytes) -> None:
        for found in (await self.importing.look(content)).findings:
            target = found.targets[0] if found.sure else None
            await self.importing.book(found, target, TESS)


async def test_two_in_the_same_second_book_each_line_once(url: str) -> None:
    one, other = Process(url, 5), Process(url, 6)
    deal = await one.agreed()
    lines = [Paid(minor=30_000, text=f"{deal}-1", reference="A")]
    lines += [Paid(minor=100 + n, text=f"lunch {n}", reference=f"B{n}") for n in range(12)]
    content = banks.camt(Day(lines=lines))
    await asyncio.gather(one.book(content), other.book(content))
    sums = {b.account: b.minor for b in await one.store.read(q.balances)}
    assert sums[asset("manual")] == sum(line.minor for line in lines)
    assert await one.store.read(verify) == []
    for process in (one, other):
        await process.database.close()


async def test_what_a_second_treasurer_approved_is_no_news_in_any_file(url: str) -> None:
    house = Process(url, 7, replace(POLICY, four_eyes_threshold={"EUR": 20_000}))
    deal = await house.agreed("600.00 EUR")
    mine = Paid(minor=30_000, text=f"{deal}-1", reference="CAMT1")
    found = await house.found(mine)
    assert await house.importing.book(found, found.targets[0], TESS) is Came.ASKED
    assert (await house.found(mine)).done is None
    [waits] = open_in((await house.escrow.seen_by(HANA, deal))[0])
    mark = waits.fingerprint(deal)
    await house.escrow.execute(
        Approve(actor=HANA, deal=deal, approval=waits.number, fingerprint=mark)
    )
    assert (await house.found(mine)).done is LineEnd.DEPOSIT
    other = await house.found(replace(mine, reference="MT9"), banks.mt940)
    assert (other.sure, other.why[0]) == (False, Why.SEEN_BEFORE)
    assert await house.store.read(lambda c: q.booked_as(c, "manual", "CAMT1")) == deal
    await house.database.close()


async def test_a_reference_that_a_colleague_typed_since_stops_the_booking(url: str) -> None:
    house = Process(url, 8)
    deal = await house.agreed("500.00 EUR")
    mine = Paid(minor=30_000, text="lunch", reference="BANK1")
    found = await house.found(mine)
    typed = ConfirmDeposit(
        actor=HANA, deal=deal, milestone=1, amount=amount("300.00 EUR"), rail="manual",
        external_id="BANK1", source="Carlos",
    )  # fmt: skip
    await house.escrow.execute(typed)
    with pytest.raises(NotNow, match="line-done"):
        await house.importing.book(found, None, TESS)
    assert (await house.found(mine)).done is LineEnd.DOUBLE
    assert (await house.found(replace(mine, minor=30_001))).why[0] is Why.TYPED
    assert await house.bank_in_books() == 30_000
    await house.database.close()
