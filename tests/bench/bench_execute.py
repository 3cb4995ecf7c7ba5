"""(b) `Escrow.execute` against SQLAlchemy Core and the bare driver, doing the same rows.

Every command of some deals is recorded once. Then, in turns and each on a database of its own, the
pipeline does these commands, SQLAlchemy repeats their statements, and the driver does.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any, Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage.engine import open_database
from storage.sqlite import sync_engine
from storage.store import SqlStore
from tests.bench.databases import KINDS, SERVER, Databases, connect
from tests.bench.measure import Report, Row, Side, judged, take_turns
from tests.bench.record import (
    Recording,
    Transaction,
    repeat_on_asyncpg,
    repeat_on_core,
    repeat_on_sqlite3,
)
from tests.bench.road import COMMANDS, Road, escrow_on

DEALS: Final = 10
"""In one round."""
ROUNDS: Final = 9
PROCESSES: Final = 4
DEALS_A_PROCESS: Final = 40
Rounds = Sequence[Sequence[Transaction]]


def bench_execute(
    benchmark: BenchmarkFixture, databases: Databases, kind: str, report: Report
) -> None:
    """One process, one command after the other."""
    url = databases.new(kind)
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner())
        recorded, per_command = runner.run(_record(databases.new(kind)))
        run = runner.run
        ours = _holdfast(run, url, stack)
        core: Callable[[Run, str, Rounds, ExitStack], Side]
        driver: Callable[[Run, str, Rounds, ExitStack], Side]
        if kind == "sqlite":
            core, driver = _core_on_sqlite, _driver_on_sqlite
        else:
            core, driver = _core_on_postgresql, _driver_on_postgresql
        others = {
            "core": core(run, databases.new(kind), recorded, stack),
            "driver": driver(run, databases.new(kind), recorded, stack),
        }
        mine, timed = take_turns(benchmark, ours, others, ROUNDS)
    name, bare = KINDS[kind], {"sqlite": "sqlite3", "postgresql": "asyncpg"}[kind]
    own = f"{mine.rate:.0f}/s"
    report(
        judged(
            f"execute, {name}, {per_command:.1f} statements a command",
            own,
            f"SQLAlchemy Core, same statements: {timed['core'].rate:.0f}/s",
            mine.times_as_fast_as(timed["core"]),
            "≥ 0.7",
        )
    )
    report(
        Row(
            f"the same against the bare driver, {name}",
            own,
            f"{bare}, same statements: {timed['driver'].rate:.0f}/s",
            f"{mine.times_as_fast_as(timed['driver']):.2f}",
        )
    )


def _numbers(turn: int) -> range:
    return range(turn * DEALS, (turn + 1) * DEALS)


async def _record(url: str) -> tuple[list[list[Transaction]], float]:
    """The transactions of each round, the people's left out, and statements a command."""
    database = Recording(url)
    escrow = escrow_on(SqlStore(database))
    found = []
    for turn in range(ROUNDS + 1):
        kept: list[Transaction] = []
        for number in _numbers(turn):
            road = Road(escrow, number)
            await road.meet()
            kept += database.transactions
            database.transactions.clear()
            await road.walk()
            kept += database.transactions
            database.transactions.clear()
        found.append(kept)
    await database.close()
    said = [len(one.driver) for one in found[-1]]
    return found, sum(said) / len(said)


Run = Callable[[Any], Any]


def _holdfast(run: Run, url: str, stack: ExitStack) -> Side:
    database = open_database(url)
    stack.callback(lambda: run(database.close()))
    escrow = escrow_on(SqlStore(database))

    async def walk(turn: int) -> int:
        for number in _numbers(turn):
            road = Road(escrow, number)
            await road.meet()
            await road.walk()
        return DEALS * (COMMANDS + 2)

    return lambda turn: int(run(walk(turn)))


def _core_on_sqlite(_run: Run, url: str, recorded: Rounds, stack: ExitStack) -> Side:
    connection = stack.enter_context(sync_engine(url).connect())

    def again(turn: int) -> int:
        for transaction in recorded[turn]:
            with connection.begin():
                repeat_on_core(connection, transaction)
        return len(recorded[turn])

    return again


def _driver_on_sqlite(_run: Run, url: str, recorded: Rounds, stack: ExitStack) -> Side:
    connection = sqlite3.connect(str(make_url(url).database), isolation_level=None)
    stack.callback(connection.close)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA recursive_triggers = ON")
    cursor = connection.cursor()

    def again(turn: int) -> int:
        repeat_on_sqlite3(cursor, recorded[turn])
        return len(recorded[turn])

    return again


def _core_on_postgresql(run: Run, url: str, recorded: Rounds, stack: ExitStack) -> Side:
    """Plain synchronous functions of a Connection, on the same driver as ours."""
    engine = create_async_engine(url)
    stack.callback(lambda: run(engine.dispose()))

    async def again(turn: int) -> int:
        for transaction in recorded[turn]:
            async with engine.begin() as connection:
                await connection.run_sync(repeat_on_core, transaction)
        return len(recorded[turn])

    return lambda turn: int(run(again(turn)))


def _driver_on_postgresql(run: Run, url: str, recorded: Rounds, stack: ExitStack) -> Side:
    connection = run(connect(url))
    stack.callback(lambda: run(connection.close()))

    async def again(turn: int) -> int:
        await repeat_on_asyncpg(connection, recorded[turn])
        return len(recorded[turn])

    return lambda turn: int(run(again(turn)))


# several processes


def bench_processes(databases: Databases, report: Report) -> None:
    """Several of them on one database, each with deals of its own."""
    if SERVER not in os.environ:
        pytest.skip(f"{SERVER} names no server")
    url = databases.new("postgresql")
    runs = {1: [0.0], PROCESSES: [0.0]}
    first = 0
    for _ in range(3):
        for count, rates in runs.items():
            rates.append(asyncio.run(_race(url, count, first)))
            first += count * DEALS_A_PROCESS
    one, many = (sorted(rates[1:])[1] for rates in runs.values())
    report(
        judged(
            f"execute, PostgreSQL, {PROCESSES} processes with deals of their own",
            f"{many:.0f}/s",
            f"1 process: {one:.0f}/s",
            many / one,
            "≥ 1.7",
        )
    )


async def _race(url: str, count: int, first: int) -> float:
    """Commands a second of so many processes that begin together."""
    racers = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bench.racer", url,
            str(first + place * DEALS_A_PROCESS), str(DEALS_A_PROCESS),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )
        for place in range(count)
    ]  # fmt: skip
    await asyncio.gather(*(_says(racer, b"ready\n") for racer in racers))
    loop = asyncio.get_running_loop()
    started = loop.time()
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write(b"go\n")
    await asyncio.gather(*(_says(racer, b"done\n") for racer in racers))
    seconds = loop.time() - started
    for racer in racers:
        await racer.wait()
    return count * DEALS_A_PROCESS * COMMANDS / seconds


async def _says(racer: asyncio.subprocess.Process, line: bytes) -> None:
    assert racer.stdout is not None
    assert await racer.stdout.readline() == line, "a process of the race broke down"
