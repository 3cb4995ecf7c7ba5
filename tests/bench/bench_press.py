"""(a) From a press to its reply, against bare echo bots on the same Bot API.

Three kinds of press, each with a deal and people of its own:
    approve    the second tap of *Approve and release*: the heaviest there is; money moves, the deal
               ends, three notices go to people and one to the desk
    take back  the second tap of *Take back*: an ordinary step, of which the other side is told
    look       shows a deal, and does nothing to it
All bots run all the time and are pressed in turns. What a press owes to others is delivered while
the next ones are handled, as in life. Processor time counts the whole process, user and system,
until all of that is delivered: presses a second depend on what else a machine does, it hardly.

Beside the bare bots stands the usual way of writing such a bot (`tests.bench.usual`).
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

from sqlalchemy import Connection, Text, cast, delete, insert, literal, select

from storage import tables as t
from storage.engine import open_database
from storage.store import SqlStore
from tests.bench.bulk import Copies, client_of, copied_id, freelancer_of
from tests.bench.databases import Databases
from tests.bench.measure import Report, Row, judged, percentile
from tests.bench.programs import (
    GROUP,
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
ROUNDS: Final = 3
A_SECOND: Final = 30
FOR_SECONDS: Final = 20
MOST_MS: Final = 50
SETTLING: Final = 180.0
"""Seconds that the notices of one run may take, at Telegram's pace, before the next begins."""
DEALS: Final = 3_000
USUAL: Final = "7006:AAH-bench-usual"
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
            self._press("approve.do", next(self.deals), f"1.{PRICE.minor}") for _ in range(how_many)
        ]

    def take_backs(self, how_many: int) -> list[Json]:
        """Second taps of the freelancers, each on a deal of its own."""
        return [self._press("take-back.do", next(self.deals), "1.0") for _ in range(how_many)]

    def looks(self, how_many: int) -> list[Json]:
        """Presses that only show a deal."""
        return [self._press("deal", deal, "") for deal in range(1, how_many + 1)]

    def kinds(self) -> dict[str, Callable[[int], list[Json]]]:
        """From the lightest to the heaviest."""
        return {"look": self.looks, "take back": self.take_backs, "approve": self.approvals}

    def _press(self, verb: str, deal: int, arg: str) -> Json:
        data = f"{verb}|{copied_id(deal)}" + (f"|1|{self.seen}|{arg}" if arg else "")
        if verb == "take-back.do":
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
        file = str(config.with_name("usual.db"))
        command = ("tests.bench.usual", api.url, USUAL, file, str(DEALS), str(GROUP))
        usual = stack.enter_context(program(*command))
        begin(api, presses, *ECHOES.values(), USUAL)
        for row in _bursts(api, presses, ours, echoes, usual):
            report(row)
        for row in _steady(api, presses, ours, echoes["echo2"]):
            report(row)


def _holdfast(config: Path) -> Any:
    return program("bot", "run", "--config", str(config), log=config.with_suffix(".log"))


def installed(databases: Databases, api: Telegram, deals: int = DEALS) -> tuple[Presses, Path]:
    """A database full of deals that wait for a yes, and a configuration."""
    url = databases.new("sqlite")
    seen = asyncio.run(_fill(url, deals))
    folder = databases.folder()
    return Presses(seen, count(1), count(1)), write_config(folder, api.url, url)


async def _fill(url: str, deals: int) -> int:
    store = SqlStore(open_database(url))
    road = Road(escrow_on(store, FakeClock(datetime.now(UTC))), 0, manual=True)
    await road.meet()
    deal = await road.walk(SUBMITTED)
    copies = Copies(deal, freelancer(0), 1, deals, client(0))
    await store.write(copies.make)
    await store.write(_with_cards)
    # Of the deal that was copied: nobody waits for them.
    await store.write(lambda connection: connection.execute(delete(t.notices)).close())
    await store.database.close()
    return road.deal.milestones[0].seen


def _with_cards(connection: Connection) -> None:
    """Everybody has a live card, which is the message that is pressed, and has said their city."""
    of_parties = select(t.parties.c.person, t.parties.c.deal, literal(PRESSED))
    connection.execute(insert(t.cards).from_select(["person", "deal", "message_id"], of_parties))
    person = cast(t.parties.c.person, Text)
    asked = select(literal("city-asked:", Text) + person, literal("1")).distinct()
    connection.execute(insert(t.flags).from_select(["name", "value"], asked))


def begin(api: Telegram, presses: Presses, *tokens: str, deals: int = DEALS) -> None:
    """Each bot answers once before anything is measured; this also waits for its start."""
    person = client_of(deals)
    for token in (PARTIES, *tokens):
        api.play(token, [words(next(presses.numbers), person, "/start")])


@dataclass(frozen=True, slots=True)
class Burst:
    """Many presses at once."""

    rate: float
    """Presses a second, until each had its reply."""
    cpu: float
    """Seconds of processor time a press, until everything that it owes was delivered."""


def _burst(api: Telegram, token: str, bot: Program, updates: list[Json]) -> Burst:
    bot.settle()
    before = bot.cpu
    rate = len(updates) / api.play(token, updates)["seconds"]
    bot.settle(SETTLING)
    return Burst(rate, (bot.cpu - before) / len(updates))


def _bursts(
    api: Telegram,
    presses: Presses,
    ours: Program,
    echoes: dict[str, Program],
    usual: Program,
) -> list[Row]:
    kinds, found = presses.kinds(), dict[str, list[Burst]]()
    for _ in range(ROUNDS):
        for kind, made in kinds.items():
            updates = made(BURST)
            found.setdefault(kind, []).append(_burst(api, PARTIES, ours, updates))
            again = [update | {"update_id": next(presses.numbers)} for update in updates]
            found.setdefault(f"usual {kind}", []).append(_burst(api, USUAL, usual, again))
        for name, bot in echoes.items():
            burst = _burst(api, ECHOES[name], bot, presses.looks(BURST))
            found.setdefault(name, []).append(burst)
    return [row for kind in kinds for row in _of_a_kind(kind, found)]


def _of_a_kind(kind: str, found: dict[str, list[Burst]]) -> Iterator[Row]:
    ours, usual = found[kind], found[f"usual {kind}"]
    what = f"{BURST} presses at once: {kind}"
    for name, calls in (("echo2", "2 calls, as ours"), ("echo1", "1 call")):
        ratio = median(a.rate / b.rate for a, b in zip(ours, found[name], strict=True))
        line = (what, _a_second(ours), f"aiogram echo, {calls}: {_a_second(found[name])}")
        yield judged(*line, ratio, "≥ 0.3") if name == "echo2" else Row(*line, f"{ratio:.2f}")
    ratio = median(a.rate / b.rate for a, b in zip(ours, usual, strict=True))
    yield Row(what, _a_second(ours), f"the usual way: {_a_second(usual)}", f"{ratio:.2f}")
    ratio = median(a.cpu / b.cpu for a, b in zip(ours, usual, strict=True))
    cpu = f"CPU of a press, everything delivered: {kind}"
    goal = {"take back": "≤ 5 ms", "approve": "≤ 8 ms"}.get(kind, "")
    met = _ms(ours) <= float(goal.split()[1]) if goal else None
    bare = f"the usual way: {_ms(usual):.1f} ms; echo, 2 calls: {_ms(found['echo2']):.1f} ms"
    yield Row(cpu, f"{_ms(ours):.1f} ms", bare, f"{ratio:.1f}", goal, met)


def _a_second(bursts: list[Burst]) -> str:
    return f"{median(burst.rate for burst in bursts):.0f}/s"


def _ms(bursts: list[Burst]) -> float:
    return median(burst.cpu for burst in bursts) * 1e3


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
