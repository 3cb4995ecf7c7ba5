"""The database's schema, before anything runs on it. Synchronous: not inside an event loop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Final

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.config import ConfigError, NotNowError, Settings
from bot.wiring.lock import locked
from core.ports import StoreAway
from storage.away import told_apart
from storage.migrate import SchemaState, check, head, upgrade

__all__ = [
    "SchemaState",
    "alone",
    "database_errors",
    "not_ready",
    "prepare_database",
    "remedy",
    "state_of",
    "upgrade_to_head",
]

_ELSEWHERE: Final = "install the version of Holdfast that made it, or restore a backup"


def alone(settings: Settings) -> AbstractContextManager[None]:
    """One program a file of SQLite. Raises ConfigError where another one runs on it."""
    url = make_url(settings.database.url)
    if url.get_backend_name() != "sqlite":
        return nullcontext()
    taken = f"another Holdfast runs on {url.database}; stop it first"
    return locked(Path(f"{url.database}.lock"), "database.url", taken=taken)


def prepare_database(settings: Settings) -> None:
    """Create a database that is not there yet. Raises ConfigError for one of another version."""
    state = state_of(settings)
    if state.current is None:
        upgrade_to_head(settings)
    elif not state.ready:
        raise ConfigError(not_ready(state))


def not_ready(state: SchemaState) -> str:
    """In one line that this program may not run on the database, and what to do."""
    return f"database.url: it is {state.found}, and {state.head} is wanted; {remedy(state)}"


def remedy(state: SchemaState) -> str:
    """What to do about a database of another version."""
    if state.current is None:
        return "run `holdfast db upgrade`"
    if not state.older:
        return _ELSEWHERE
    return "make a backup, then run `holdfast db upgrade`"


def state_of(settings: Settings) -> SchemaState:
    """How far the database is. Raises ConfigError where it cannot be reached."""
    url = make_url(settings.database.url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return SchemaState(None, head())  # a look should not leave an empty file behind
    with database_errors():
        return check(settings.database.url)


@contextmanager
def database_errors() -> Iterator[None]:
    """Say in one line what the database answers, without its password.

    Raises ConfigError; NotNowError for what may pass by itself.
    """
    try:
        with told_apart():
            yield
    except StoreAway as away:
        raise NotNowError(_answered(away.__cause__ or away)) from None
    except SQLAlchemyError as error:
        raise ConfigError(_answered(error)) from None


def _answered(error: BaseException) -> str:
    cause = getattr(error, "orig", None) or getattr(error, "strerror", None) or error
    said = (str(cause) or type(cause).__name__).splitlines()[0]
    return f"database.url: {said}; is it the right one, and is it up?"


def upgrade_to_head(settings: Settings) -> SchemaState:
    """Create or migrate; returns how far it was before. Raises ConfigError for a newer one."""
    before = state_of(settings)
    if before.unknown:
        msg = f"database.url: it is {before.found}; nothing was touched; {_ELSEWHERE}"
        raise ConfigError(msg)
    url = make_url(settings.database.url)
    with database_errors():
        if url.get_backend_name() == "sqlite" and url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        upgrade(settings.database.url)
    return before
