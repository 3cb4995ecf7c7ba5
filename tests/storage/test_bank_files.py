"""The same bank's file by two treasurers in the same second, on real databases: booked once."""

from __future__ import annotations

import asyncio

import pytest

from bot.config.rails import Account
from bot.rails.importing import Importing
from bot.wiring.edge import Edge
from bot.wiring.reads import SqlReads
from core.drafting import SetMilestone, SetTitle
from core.escrow import Escrow
from core.ledger import asset
from core.people import MeetPerson
from core.values.ids import DealId
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

ACCOUNTS = {"EUR": Account(holder="Holdfast", iban=OURS)}


@pytest.fixture(params=REAL)
def url(request: pytest.FixtureRequest) -> str:
    return url_of(request.param, request)


class Process:
    """One of the programs that share a database."""

    def __init__(self, url: str, seed: int) -> None:
        self.database = open_database(url)
        self.store = SqlStore(self.database)
        self.escrow = Escrow(self.store, FakeClock(), FakeIds(seed), POLICY, STAFF)
        reads = SqlReads(self.store, self.escrow)
        self.importing = Importing(self.escrow, reads, Edge(self.database), ACCOUNTS)

    async def agreed(self) -> DealId:
        for person, name in ((BINA, "Bina"), (CARLOS, "Carlos")):
            met = MeetPerson(actor=person, name=name, username=None, locale="en", zone="UTC")
            await self.escrow.execute(met)
        part = SetMilestone(1, words("Logo"), amount("300.00 EUR"), 5 * DAY, (words("SVG"),))
        return await agree(self.escrow.execute, BINA, CARLOS, (SetTitle(words("Logo")), part))

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
