"""What the command line asks of the database, without any bot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from bot.config import ConfigError, Settings
from bot.wiring.assembly import invite_key, key_path
from bot.wiring.edge import Edge
from bot.wiring.pausing import PAUSED
from bot.wiring.schema import database_errors, prepare_database, state_of
from core.deadlines import Deadline
from core.deal.model import Deal
from core.ids import DealId
from storage import backup as archive
from storage import queries as q
from storage.engine import open_database
from storage.queries import Booked
from storage.verify import Problem, verify

T = TypeVar("T")
Told = Callable[[int, int], None]

__all__ = [
    "Booked",
    "Problem",
    "Support",
    "balances",
    "books",
    "listed",
    "pack",
    "set_pause",
    "support",
    "unpack",
    "verified",
]


def reading(settings: Settings, work: Callable[[Connection], T]) -> T:
    """Run beside a program that may be running. Raises ConfigError for one that is not ready."""
    state = state_of(settings)
    if not state.ready:
        found = state.current or "empty"
        msg = f"database.url: it is {found}, and not {state.head}; run `holdfast db upgrade`"
        raise ConfigError(msg)

    async def once() -> T:
        database = open_database(settings.database.url)
        try:
            return await database.read(work)
        finally:
            await database.close()

    with database_errors():
        return asyncio.run(once())


def verified(settings: Settings, told: Told) -> list[Problem]:
    """Everything in the books that does not hold."""
    return reading(settings, lambda connection: verify(connection, told))


def balances(settings: Settings) -> list[q.Balance]:
    """Every account that is not at zero."""
    return reading(settings, q.balances)


def books(settings: Settings, write: Callable[[Iterator[Booked]], None]) -> None:
    """Hand every posting in order to `write`."""
    reading(settings, lambda connection: write(q.books(connection)))


@dataclass(frozen=True, slots=True)
class Support:
    """One deal, as support reads it."""

    deal: Deal
    journal: Sequence[q.JournalRow]
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


def listed(settings: Settings, limit: int) -> list[q.DealRow]:
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
    except FileExistsError as error:
        msg = f"{error.args[0]}: there is a database already; move it away first"
        raise ConfigError(msg) from None
    except OSError as error:
        msg = f"{error.filename or file}: {error.strerror or error}"
        raise ConfigError(msg) from None


def _extra(settings: Settings, config: Path | None) -> dict[str, Path]:
    found = {"invite.key": key_path(settings)}
    if config is not None and config.exists():
        found["config.toml"] = config
    return found


def pack(settings: Settings, file: Path, config: Path | None, told: Told) -> None:
    """Database, evidence, the key of the invites and the configuration. Raises ConfigError."""
    with _in_our_words(file):
        state_of(settings)
        invite_key(settings)
        extra = _extra(settings, config)
        archive.backup(file, settings.database.url, settings.vault.path, extra, told)


def unpack(settings: Settings, file: Path, told: Told) -> None:
    """Put a backup in place. Raises ConfigError, and then nothing was touched."""
    with _in_our_words(file):
        extra = _extra(settings, None)
        archive.restore(file, settings.database.url, settings.vault.path, extra, told=told)


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
