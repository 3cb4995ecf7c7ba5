"""One of several processes that execute commands on one database, on deals of their own.

`python -m tests.bench.racer URL FIRST COUNT` says `ready`, waits for a line, walks, and says
`done`.
"""

from __future__ import annotations

import asyncio
import sys

from storage.engine import open_database
from storage.store import SqlStore
from tests.bench.road import Road, escrow_on


async def race(url: str, first: int, count: int) -> None:
    """Meet everybody, wait, then walk all the deals."""
    database = open_database(url)
    escrow = escrow_on(SqlStore(database), seed=first + 1)
    roads = [Road(escrow, number) for number in range(first, first + count)]
    for road in roads:
        await road.meet()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    for road in roads:
        await road.walk()
    sys.stdout.write("done\n")
    sys.stdout.flush()
    await database.close()


if __name__ == "__main__":
    asyncio.run(race(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
