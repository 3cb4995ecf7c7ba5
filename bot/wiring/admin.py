"""What the command line asks of the database, without any bot."""

from __future__ import annotations

import asyncio
import re
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import Connection

from bot.config import ConfigError, Settings, load
from bot.wiring.assembly import invite_key, key_path
from bot.wiring.edge import Edge
from bot.wiring.pausing import PAUSED
from bot.wiring.schema import database_errors, not_ready, prepare_database, state_of
from core.deal.clocks import Deadline
from core.deal.model import Deal
from core.deal.suspense import Suspense
from core.values.ids import DealId
from storage import backup as archive
from storage import hearing
from storage import queries as q
from storage.engine import open_database
from storage.queries import Booked
from storage.vault import is_sealed
from storage.verify import Problem, verify

T = TypeVar("T")
CONFIG: Final = "config.toml"
"""Its name in a backup, whatever it is called outside."""
KEPT_APART: Final = "# vault.key is kept apart from backups: put it back here.\n"
_KEY_LINE: Final = re.compile(r"^[ \t]*(?:vault[ \t]*\.[ \t]*)?key[ \t]*=.*(?:\n|$)", re.MULTILINE)
Told = Callable[[int, int], None]

__all__ = [
    "Booked",
    "Heard",
    "Problem",
    "Support",
    "balances",
    "books",
    "heard",
    "listed",
    "pack",
    "set_pause",
    "settings_in",
    "support",
    "suspense",
    "unpack",
    "verified",
]


def reading(settings: Settings, work: Callable[[Connection], T]) -> T:
    """Run beside a program that may be running. Raises ConfigError for one that is not ready."""
    state = state_of(settings)
    if not state.ready:
        raise ConfigError(not_ready(state))

    async def once() -> T:
        database = open_database(settings.database.url)
        try:
            return await database.read(work)
        finally:
            await database.close()

    with database_errors():
        return asyncio.run(once())


@dataclass(frozen=True, slots=True)
class Heard:
    """What is kept of one bot's hearing."""

    bot: str
    seconds_ago: float
    why: str
    """Why it hears nobody, where the desk was told so."""


def heard(settings: Settings) -> list[Heard]:
    """Of each bot that ever listened. Raises ConfigError."""
    now = datetime.now(UTC)
    return [
        Heard(row.bot.value, (now - row.heard).total_seconds(), row.why)
        for row in reading(settings, hearing.rows)
    ]


def verified(settings: Settings, told: Told) -> list[Problem]:
    """Everything in the books that does not hold."""
    return reading(settings, lambda connection: verify(connection, told))


def balances(settings: Settings) -> list[q.Balance]:
    """Every account that is not at zero."""
    return reading(settings, q.balances)


def suspense(settings: Settings) -> list[Suspense]:
    """Money that matches nothing, the oldest first."""
    return reading(settings, q.open_suspense)


def books(settings: Settings, write: Callable[[Iterator[Booked]], None]) -> None:
    """Hand every posting in order to `write`."""
    reading(settings, lambda connection: write(q.books(connection)))


@dataclass(frozen=True, slots=True)
class Support:
    """One deal, as support reads it."""

    deal: Deal
    journal: Sequence[q.JournalLine]
    postings: Sequence[Booked]
    deadlines: Sequence[Deadline]
    names: dict[int, str]


def support(settings: Settings, number: DealId) -> Support | None:
    """A deal with its journal, postings and deadlines; None where there is none."""

    def work(connection: Connection) -> Support | None:
        deal = q.load_deal(connection, number)
        if deal is None:
            return None
        return Support(
            deal,
            q.journal(connection, number),
            q.postings_of(connection, number),
            [deadline for _, deadline in q.schedule_of(connection, number)],
            {number: p.name for number, p in q.people(connection, deal.parties).items()},
        )

    return reading(settings, work)


def listed(settings: Settings, limit: int) -> list[q.DealLine]:
    """The newest deals."""
    return reading(settings, lambda connection: q.list_deals(connection, limit=limit))


@contextmanager
def _in_our_words(file: Path) -> Iterator[None]:
    try:
        yield
    except archive.InsteadRun as advice:
        msg = f"PostgreSQL is backed up by its own program, and the vault by any: {advice.command}"
        raise ConfigError(msg) from None
    except archive.BadArchiveError as error:
        msg = f"{file}: {error}; nothing was touched"
        raise ConfigError(msg) from None
    except archive.DamagedDatabaseError as error:
        msg = f"database.url: it cannot be copied ({error}); keep it, and restore the last backup"
        raise ConfigError(msg) from None
    except FileExistsError as error:
        msg = f"{error.args[0]}: there is a database already; move it away first"
        raise ConfigError(msg) from None
    except OSError as error:
        msg = f"{error.filename or file}: {error.strerror or error}"
        raise ConfigError(msg) from None


def pack(
    settings: Settings, file: Path, config: Path | None, told: Told, *, with_key: bool = False
) -> None:
    """Database, evidence, the key of the invites and the configuration. Raises ConfigError.

    Without the vault's key, unless that is asked for: who finds the backup should not find both.
    """
    with _in_our_words(file), tempfile.TemporaryDirectory() as folder:
        state_of(settings)
        invite_key(settings)
        extra = {"invite.key": key_path(settings)}
        if config is not None and config.exists():
            extra[CONFIG] = config if with_key else _without_the_key(config, Path(folder))
        archive.backup(file, settings.database.url, settings.vault.path, extra, told)


def _without_the_key(config: Path, folder: Path) -> Path:
    """The configuration as it is written, but for the line of `vault.key`. Raises ConfigError."""
    text = config.read_text(encoding="utf-8")
    wanted = tomllib.loads(text)
    if not wanted.setdefault("vault", {}).pop("key", None):
        return config
    without = _KEY_LINE.sub(KEPT_APART, text)
    if {"vault": {}} | tomllib.loads(without) != wanted:
        msg = "vault.key: write it on a line of its own, or into a file that vault.key_file names"
        raise ConfigError(msg)
    copy = folder / CONFIG
    copy.write_text(without, encoding="utf-8")
    return copy


def settings_in(file: Path) -> Settings:
    """The configuration that a backup holds, and the environment over it. Raises ConfigError."""
    with _in_our_words(file):
        found = archive.extra_of(file, CONFIG)
    if found is None:
        return load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / CONFIG
        path.write_bytes(found)
        return load(path)


def unpack(settings: Settings, file: Path, config: Path, told: Told) -> bool:
    """Put a backup in place, its configuration where there is none; whether all can be read.

    That is False where the evidence is encrypted and there is no key. Raises ConfigError, and then
    nothing was touched.
    """
    extra = {"invite.key": key_path(settings)}
    if not config.exists():
        extra[CONFIG] = config
    with _in_our_words(file):
        archive.restore(file, settings.database.url, settings.vault.path, extra, told=told)
    return bool(settings.vault.key.get_secret_value()) or not is_sealed(settings.vault.path)


async def _with_edge(settings: Settings, work: Callable[[Edge], Any]) -> Any:  # noqa: ANN401
    database = open_database(settings.database.url)
    try:
        return await work(Edge(database))
    finally:
        await database.close()


def set_pause(settings: Settings, why: str | None) -> str | None:
    """Pause or, with None, resume; returns the reason of a pause that there was."""
    prepare_database(settings)

    async def work(edge: Edge) -> str | None:
        before = await edge.flag(PAUSED)
        await edge.set_flag(PAUSED, why)
        return before

    with database_errors():
        result: str | None = asyncio.run(_with_edge(settings, work))
    return result
