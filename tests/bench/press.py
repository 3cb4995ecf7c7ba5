"""(a) From a press to its reply, against bare echo bots on the same Bot API; (e) what a press asks
of the database.

The press is the second tap of *Approve and release*: one command that moves money, the answer of
the press, the card drawn anew, a notice to the freelancer and one to the desk. Each press has a
deal and people of its own. All bots run all the time and are pressed in turns.
"""

from __future__ import annotations

import asyncio
import json
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, literal, select

from storage import tables as t
from storage.engine import open_database
from storage.store import SqlStore
from tests.bench.bulk import Copies, client_of, copied_id
from tests.bench.databases import Databases
from tests.bench.measure import Row, judged, percentile
from tests.bench.programs import (
    PARTIES,
    PRESSED,
    Program,
    Telegram,
    press,
    program,
    telegram,
    words,
    write_config,
)
from tests.bench.road import PRICE, SUBMITTED, Road, client, escrow_on, freelancer
from tests.fakes import FakeClock

Json = dict[str, Any]
BURST: Final = 100
ROUNDS: Final = 3
A_SECOND: Final = 30
FOR_SECONDS: Final = 10
COUNTED: Final = 30
"""Presses whose statements are counted, one after the other."""
DEALS: Final = 2_000
PATIENCE: Final = 60.0
ECHOES: Final = {"echo1": "7003:AAH-bench-echo", "echo2": "7004:AAH-bench-echo"}


@dataclass(slots=True)
class Presses:
    """Deals whose work waits for a yes, each good for one approval."""

    seen: int
    deals: Iterator[int]
    numbers: Iterator[int]

    def approvals(self, how_many: int) -> list[Json]:
        """Second taps, each on a deal of its own."""
        return [self._press("apprx", next(self.deals), f"1.{PRICE.minor}") for _ in range(how_many)]

    def looks(self, how_many: int) -> list[Json]:
        """Presses that only show a deal."""
        return [self._press("deal", deal, "") for deal in range(1, how_many + 1)]

    def _press(self, verb: str, deal: int, arg: str) -> Json:
        data = f"{verb}|{copied_id(deal)}"
        data = f"{data}|1|{self.seen}|{arg}" if arg else data
        return press(next(self.numbers), client_of(deal), data)


def rows(databases: Databases) -> list[Row]:
    """Ratios, the tail, and the statements of a press."""
    with ExitStack() as stack:
        api = stack.enter_context(telegram())
        presses, config = installed(databases, api)
        ours = stack.enter_context(_holdfast(config))
        echoes = {
            name: stack.enter_context(program("tests.bench.bare", name, api.url, token))
            for name, token in ECHOES.items()
        }
        begin(api, presses)
        found = _bursts(api, presses, ours, echoes) + _steady(api, presses, ours, echoes["echo2"])
    return found + _statements(databases)


def _holdfast(config: Path) -> Any:
    return program("bot", "run", "--config", str(config), log=config.with_suffix(".log"))


def installed(databases: Databases, api: Telegram) -> tuple[Presses, Path]:
    """A database full of deals that wait for a yes, and a configuration."""
    url = databases.new("sqlite")
    seen = asyncio.run(_fill(url))
    folder = databases.folder()
    return Presses(seen, count(1), count(1)), write_config(folder, api.url, url)


async def _fill(url: str) -> int:
    store = SqlStore(open_database(url))
    road = Road(escrow_on(store, FakeClock(datetime.now(UTC))), 0, manual=True)
    await road.meet()
    deal = await road.walk(SUBMITTED)
    copies = Copies(deal, freelancer(0), 1, DEALS, client(0))
    await store.write(copies.make)
    await store.write(_with_cards)
    # Of the deal that was copied: nobody waits for them.
    await store.write(lambda connection: connection.execute(delete(t.notices)).close())
    await store.database.close()
    return road.deal.milestones[0].seen


def _with_cards(connection: Connection) -> None:
    """Everybody has a live card, which is the message that is pressed."""
    of_parties = select(t.parties.c.person, t.parties.c.deal, literal(PRESSED))
    connection.execute(insert(t.cards).from_select(["person", "deal", "message_id"], of_parties))


def begin(api: Telegram, presses: Presses) -> None:
    """Each bot answers once before anything is measured; this also waits for its start."""
    person = client_of(DEALS)
    for token in (PARTIES, *ECHOES.values()):
        api.play(token, [words(next(presses.numbers), person, "/start")])


def _burst(api: Telegram, token: str, bot: Program, updates: list[Json]) -> tuple[float, float]:
    """(presses a second, seconds of processor time a press), once the bot is idle otherwise."""
    bot.settle()
    before = bot.cpu
    rate = len(updates) / api.play(token, updates)["seconds"]
    return rate, (bot.cpu - before) / len(updates)


def _bursts(
    api: Telegram, presses: Presses, ours: Program, echoes: dict[str, Program]
) -> list[Row]:
    kinds: dict[str, Callable[[int], list[Json]]] = {
        "a press that approves": presses.approvals,
        "a press that only shows a deal": presses.looks,
    }
    rates: dict[str, list[tuple[float, float]]] = {name: [] for name in (*kinds, *echoes)}
    for _ in range(ROUNDS):
        for kind, made in kinds.items():
            rates[kind].append(_burst(api, PARTIES, ours, made(BURST)))
        ours.settle()
        for name, bot in echoes.items():
            rates[name].append(_burst(api, ECHOES[name], bot, presses.looks(BURST)))
    found = []
    for kind in kinds:
        for name, calls in (("echo2", "2 calls, as ours"), ("echo1", "1 call")):
            ratio = median(a[0] / b[0] for a, b in zip(rates[kind], rates[name], strict=True))
            goal = "≥ 0.25" if kind == "a press that approves" else ""
            bare = f"aiogram echo, {calls}: {_told(rates[name])}"
            line = (f"{kind}, SQLite", _told(rates[kind]), bare)
            found.append(judged(*line, ratio, goal) if goal else Row(*line, f"{ratio:.2f}"))
    return found


def _told(rates: list[tuple[float, float]]) -> str:
    rate = median(rate for rate, _ in rates)
    cpu = median(cpu for _, cpu in rates)
    return f"{rate:.0f}/s, {cpu * 1e3:.1f} ms of a core each"


def _steady(api: Telegram, presses: Presses, ours: Program, echo: Program) -> list[Row]:
    """The tail at a steady pace, both bots of ours in one process."""
    how_many = A_SECOND * FOR_SECONDS
    echo.settle()
    bare = api.play(ECHOES["echo2"], presses.looks(how_many), A_SECOND)["waits"]
    ours.settle()
    waits = api.play(PARTIES, presses.approvals(how_many), A_SECOND)["waits"]
    tail, bare_tail = percentile(waits, 0.99) * 1e3, percentile(bare, 0.99) * 1e3
    return [
        Row(
            f"p99 of press → reply at {A_SECOND} approvals a second, both bots in one process",
            f"{tail:.0f} ms (median {median(waits) * 1e3:.0f} ms)",
            f"aiogram echo, 2 calls: {bare_tail:.0f} ms (median {median(bare) * 1e3:.0f} ms)",
            f"{tail / bare_tail:.1f}",
            "< 50 ms",
            tail < 50,
        )
    ]


# statements


def _statements(databases: Databases) -> list[Row]:
    """Counted in a program of its own: counting costs time."""
    with ExitStack() as stack:
        api = stack.enter_context(telegram())
        presses, config = installed(databases, api)
        path = config.with_suffix(".json")
        command = ("tests.bench.counting", str(path), "run", "--config", str(config))
        ours = stack.enter_context(program(*command, log=config.with_suffix(".log")))
        person = client_of(DEALS)
        api.play(PARTIES, [words(next(presses.numbers), person, "/start")])
        ours.settle()
        begun, first = time.monotonic(), counted(ours, path)
        time.sleep(10)
        idle_for, idle = time.monotonic() - begun, counted(ours, path)
        begun = time.monotonic()
        for _ in range(COUNTED):
            api.play(PARTIES, presses.approvals(1))
            time.sleep(0.3)
        last = counted(ours, path)
        share = (time.monotonic() - begun) / idle_for
    a_press = {
        kind: (last[kind] - idle[kind] - (idle[kind] - first[kind]) * share) / COUNTED
        for kind in ("statements", "transactions", "domain")
    }
    statements = a_press["statements"]
    return [
        Row(
            "statements of an approval, inbox and notices included",
            f"{statements:.1f}, in {a_press['transactions']:.1f} transactions that write, "
            f"{a_press['domain']:.1f} of them on the deal",
            "",
            "",
            "≤ 24",
            statements <= 24,
        )
    ]


def counted(ours: Program, path: Path) -> Json:
    """What it has asked of its database so far."""
    path.unlink(missing_ok=True)
    ours.process.send_signal(signal.SIGUSR1)
    until = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < until, "the program does not tell its counts"
        time.sleep(0.05)
    found: Json = json.loads(path.read_text())
    return found
