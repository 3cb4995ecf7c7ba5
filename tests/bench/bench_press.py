"""(a) From a press to its reply, against bare echo bots on the same Bot API.

Three kinds of press, each with a deal and people of its own:
    approve    the second tap of *Approve and release*: the heaviest there is; money moves, the deal
               ends, three notices go to people and one to the desk
    take back  the second tap of *Take back*: an ordinary step, of which the other side is told
    look       shows a deal, and does nothing to it
All bots run all the time and are pressed in turns. What a press owes to others is delivered while
the next ones are handled, as in life.
"""

from __future__ import annotations

import asyncio
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
from tests.bench.bulk import Copies, client_of, copied_id, freelancer_of
from tests.bench.databases import Databases
from tests.bench.measure import Report, Row, judged, percentile
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
from tests.kit.fakes import FakeClock

Json = dict[str, Any]
BURST: Final = 100
ROUNDS: Final = 5
A_SECOND: Final = 30
FOR_SECONDS: Final = 20
MOST_MS: Final = 50
SETTLING: Final = 180.0
"""Seconds that the notices of one run may take, at Telegram's pace, before the next begins."""
DEALS: Final = 4_000
ECHOES: Final = {"echo1": "7003:AAH-bench-echo", "echo2": "7004:AAH-bench-echo"}


@dataclass(slots=True)
class Presses:
    """Deals whose work waits for a yes, each good for one press that changes it."""

    seen: int
    deals: Iterator[int]
    numbers: Iterator[int]

    def approvals(self, how_many: int) -> list[Json]:
        """Second taps, each on a deal of its own."""
        return [
            self._press("appr.do", next(self.deals), f"1.{PRICE.minor}") for _ in range(how_many)
        ]

    def take_backs(self, how_many: int) -> list[Json]:
        """Second taps of the freelancers, each on a deal of its own."""
        return [self._press("subback.do", next(self.deals), "1.0") for _ in range(how_many)]

    def looks(self, how_many: int) -> list[Json]:
        """Presses that only show a deal."""
        return [self._press("deal", deal, "") for deal in range(1, how_many + 1)]

    def kinds(self) -> dict[str, Callable[[int], list[Json]]]:
        """From the lightest to the heaviest."""
        return {"look": self.looks, "take back": self.take_backs, "approve": self.approvals}

    def _press(self, verb: str, deal: int, arg: str) -> Json:
        data = f"{verb}|{copied_id(deal)}" + (f"|1|{self.seen}|{arg}" if arg else "")
        if verb == "subback.do":
            return press(next(self.numbers), freelancer_of(deal), data, "Bina")
        return press(next(self.numbers), client_of(deal), data)


def bench_press(databases: Databases, report: Report) -> None:
    """Ratios, and the tail."""
    with ExitStack() as stack:
        api = stack.enter_context(telegram())
        presses, config = installed(databases, api)
        ours = stack.enter_context(_holdfast(config))
        echoes = {
            name: stack.enter_context(program("tests.bench.bare", name, api.url, token))
            for name, token in ECHOES.items()
        }
        begin(api, presses)
        for row in _bursts(api, presses, ours, echoes):
            report(row)
        for row in _steady(api, presses, ours, echoes["echo2"]):
            report(row)


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
    kinds = presses.kinds()
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
            bare = f"aiogram echo, {calls}: {_told(rates[name])}"
            line = (f"{BURST} presses at once: {kind}", _told(rates[kind]), bare)
            wanted = name == "echo2"
            found.append(judged(*line, ratio, "≥ 0.25") if wanted else Row(*line, f"{ratio:.2f}"))
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
    found = []
    for kind, made in presses.kinds().items():
        ours.settle(SETTLING)
        waits = api.play(PARTIES, made(how_many), A_SECOND)["waits"]
        tail, bare_tail = percentile(waits, 0.99) * 1e3, percentile(bare, 0.99) * 1e3
        row = Row(
            f"p99 of press → reply at {A_SECOND} a second, both bots in one process: {kind}",
            f"{tail:.0f} ms (median {median(waits) * 1e3:.0f} ms)",
            f"aiogram echo, 2 calls: {bare_tail:.0f} ms (median {median(bare) * 1e3:.0f} ms)",
            f"{tail / bare_tail:.1f}",
            "< 50 ms",
            tail < MOST_MS,
        )
        found.append(row)
    return found
