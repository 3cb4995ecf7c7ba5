"""A kill at any instant loses nothing that was committed, and leaves nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select

from storage import tables as t
from storage.store import SqlStore
from storage.verify import verify
from tests.kit.scene import at_once
from tests.storage.test_whole_deals import AtOnce

_WORKER = """
import asyncio, sys
from tests.storage.test_contract import BINA, CARLOS
from tests.storage.test_whole_deals import POLICY, STAFF
from tests.kit.fakes import FakeClock, FakeIds
from core.deal.terms import Role
from core.drafting import DiscardDraft, StartDeal
from core.escrow import Escrow
from core.people import MeetPerson
from storage.engine import open_database
from storage.store import SqlStore

async def main():
    store = SqlStore(open_database(sys.argv[1]))
    escrow = Escrow(store, FakeClock(), FakeIds(int(sys.argv[2])), POLICY, STAFF)
    meet = MeetPerson(actor=BINA, name="Bina", username=None, locale="en", zone="UTC")
    await escrow.execute(meet)
    for number in range(100_000):
        begun = await escrow.execute(StartDeal(actor=BINA, role=Role.CLIENT, currency="EUR"))
        await escrow.execute(DiscardDraft(actor=BINA, deal=begun.deal.id))
        print(number, flush=True)

asyncio.run(main())
"""
ROUNDS, AT_LEAST = 3, 5


def test_a_killed_writer_leaves_whole_transactions(sqlite_url: str) -> None:
    said = 0
    for seed in range(ROUNDS):
        worker = subprocess.Popen(
            [sys.executable, "-c", _WORKER, sqlite_url, str(seed + 1)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert worker.stdout is not None
        for _ in range(AT_LEAST + seed):
            assert worker.stdout.readline(), "the writer ended by itself"
            said += 1
        os.kill(worker.pid, signal.SIGKILL)
        worker.communicate()

    store = SqlStore(AtOnce(sqlite_url))
    ended = select(func.count()).select_from(t.deals).where(t.deals.c.state == "cancelled")
    found = at_once(store.read(lambda connection: connection.execute(ended).scalar_one()))
    assert found >= said  # what was told as done is there
    assert at_once(store.read(verify)) == []
