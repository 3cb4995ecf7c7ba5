"""Kills in the middle of whole deals, many of them, and what people got twice because of it.

    python -m tests.story.chaos --kills 150 --seed 7 [--server postgresql+asyncpg://…/postgres]

Outside the default run: it takes a while. `holdfast run` is killed with SIGKILL while Telegram, in
a process of its own, lives on and remembers every message. What is counted is what a notice or a
posting of the desk says, once more than it should; and after how long the first answer comes.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from statistics import median
from threading import Timer

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.story.deals import ARAM, BINA, CARLOS, TO_A_SPLIT, TO_THE_END, Step, seen
from tests.story.driver import (
    DESK,
    GROUP,
    PARTIES,
    ROOT,
    House,
    Json,
    NeverCameError,
    RefusedError,
    shown,
)

CONFIG = """
[telegram]
api_base = "{url}"
[operator]
name = "Holdfast GmbH"
country = "Germany"
[parties]
token = "7001:parties-playground"
[desk]
token = "7002:desk-playground"
chat_id = {group}
arbiters = [1003, 1004]
head_arbiters = [1003]
treasurers = [1003]
[database]
url = "{database}"
[rails.play]
enabled = true
[limits]
presses_a_minute = 10000
messages_a_minute = 10000
open_deals = 1000
drafts = 1000
[web]
listen = ""
"""
_VARIABLE = re.compile(r"\\\{ \\\$[^}]*\\\}")


def patterns(prefix: str) -> list[re.Pattern[str]]:
    """What a text of ours looks like, from the one line that it has in English."""
    words = "\n".join(file.read_text() for file in sorted((ROOT / "locales/en").glob("*.ftl")))
    lines = re.findall(rf"^{prefix}[a-z-]* = ([^\n{{][^\n]*|\{{ \$[^\n]*)$", words, re.MULTILINE)
    plain = [re.sub(r"</?[a-z]+>", "", line) for line in lines if "->" not in line]
    return [re.compile(_VARIABLE.sub(".+", re.escape(line))) for line in plain if len(line) > 12]


NOTICES = patterns("notice-")
POSTINGS = patterns("desk-item-")


class Anywhere(House):
    """A house whose rows may be in PostgreSQL."""

    def __init__(self, folder: Path, database: str) -> None:
        super().__init__(folder)
        self.database = database

    def events(self) -> list[str]:
        return asyncio.run(self._events()) if self.database else super().events()

    async def _events(self) -> list[str]:
        engine = create_async_engine(self.database)
        async with engine.connect() as connection:
            rows = await connection.execute(text("SELECT kind FROM events ORDER BY id"))
            found = [str(row.kind) for row in rows]
        await engine.dispose()
        return found


class Chaos:
    """One house, one deal after the other, with kills at random instants of random steps."""

    def __init__(self, house: Anywhere, seed: int) -> None:
        self.house = house
        self.random = random.Random(seed)
        self.kills = 0
        self.waits: list[float] = []

    def deal(self, steps: tuple[Step, ...], kills: int) -> None:
        """A whole deal; a step that a kill met is done again where nothing shows it."""
        doomed = set(self.random.sample(range(3, len(steps)), kills))
        for number, step in enumerate(steps):
            if number not in doomed:
                step.do(self.house)
                seen(self.house, step)
                continue
            cut = Timer(self.random.uniform(0, 0.6), self.house.kill)
            cut.start()
            with suppress(OSError, NeverCameError, RefusedError, HTTPException):
                step.do(self.house)
            cut.join()
            self.kills += 1
            self._back()
            try:
                seen(self.house, step, seconds=6)
            except NeverCameError:
                step.do(self.house)
                seen(self.house, step)

    def _back(self) -> None:
        """Start again; a press that waits is how long the first answer takes."""
        begun = time.monotonic()
        before = len(messages(self.house, BINA, PARTIES))
        self.house.ask("send", {"person": BINA, "chat": PARTIES, "text": "/help"})
        self.house.start()
        while len(messages(self.house, BINA, PARTIES)) < before + 2:
            time.sleep(0.02)
        self.waits.append(time.monotonic() - begun)


def messages(house: House, person: int, chat: int) -> list[Json]:
    found: list[Json] = house.person(person, chat).messages()
    return found


def twice(house: House, since: dict[int, int]) -> Iterator[str]:
    """What was said once more than it should, of the messages after those numbers."""
    for person in (BINA, CARLOS):
        own = [m for m in messages(house, person, PARTIES) if m["message_id"] > since[person]]
        texts = Counter(shown(m) for m in own if said(m, NOTICES, PARTIES))
        yield from (f"{person}: {words[:90]}" for words, n in texts.items() for _ in range(n - 1))
    group = [m for m in messages(house, ARAM, GROUP) if m["message_id"] > since[ARAM]]
    posted = Counter((m.get("thread_id"), m.get("text")) for m in group if said(m, POSTINGS, DESK))
    yield from (f"desk: {key[1]}" for key, n in posted.items() for _ in range(n - 1))


def said(message: Json, of: list[re.Pattern[str]], bot: int) -> bool:
    words = str(message.get("text") or "")
    return message["from"]["id"] == bot and any(one.match(words) for one in of)


def newest(house: House) -> dict[int, int]:
    """By whose phone: the number of the last message."""
    chats = {BINA: PARTIES, CARLOS: PARTIES, ARAM: GROUP}
    return {
        who: max((m["message_id"] for m in messages(house, who, chat)), default=0)
        for who, chat in chats.items()
    }


def one_house(seed: int, kills: int, database: str) -> tuple[list[str], list[float]]:
    """A house, a deal in it, and so many kills: what came twice, and how long the answers took."""
    folder = Path(tempfile.mkdtemp(prefix="holdfast-chaos-"))
    with Anywhere(folder, database) as house:
        url = database or f"sqlite+aiosqlite:///{folder / 'holdfast.db'}"
        config = CONFIG.format(url=house.url, group=GROUP, database=url)
        (folder / "config.toml").write_text(config)
        house.start()
        chaos, since = Chaos(house, seed), newest(house)
        chaos.deal(chaos.random.choice((TO_A_SPLIT, TO_THE_END)), kills)
        found = list(twice(house, since))
        verified = house.holdfast("ledger", "verify")
        if verified.returncode:
            found.append(verified.stdout + verified.stderr)
    shutil.rmtree(folder)
    return found, chaos.waits


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=150)
    parser.add_argument("--each", type=int, default=12, help="kills of one deal")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--server", default="", help="of PostgreSQL; a database a deal is made")
    asked = parser.parse_args()
    found: list[str] = []
    waits: list[float] = []
    number = asked.seed * 1000
    while len(waits) < asked.kills:
        number += 1
        database = asyncio.run(created(asked.server, number)) if asked.server else ""
        more, took = one_house(number, asked.each, database)
        found, waits = found + more, waits + took
        told = f"{len(waits)} kills, {len(found)} twice, first answer {median(waits):.1f} s"
        print(told, *more, sep="\n", flush=True)  # noqa: T201 - what it is for
    return 1 if found else 0


async def created(server: str, number: int) -> str:
    """A database of its own."""
    name = f"holdfast_chaos_{number}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


if __name__ == "__main__":
    sys.exit(main())
