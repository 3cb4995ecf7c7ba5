"""The database's schema, before anything runs on it. Synchronous: not inside an event loop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.config import ConfigError, Settings
from bot.wiring.lock import locked
from storage.migrate import State, check, head, upgrade

__all__ = ["State", "alone", "database_errors", "prepare_database", "state_of", "upgrade_to_head"]


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
        msg = (
            f"database.url: the database is of another version ({state.current}, and not "
            f"{state.head}); make a backup, then run `holdfast db upgrade`"
        )
        raise ConfigError(msg)


def state_of(settings: Settings) -> State:
    """How far the database is. Raises ConfigError where it cannot be reached."""
    url = make_url(settings.database.url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return State(None, head())  # a look should not leave an empty file behind
    with database_errors():
        return check(settings.database.url)


@contextmanager
def database_errors() -> Iterator[None]:
    """Say in one line what the database answers, without its password. Raises ConfigError."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or type(error).__name__)
        msg = f"database.url: {cause.splitlines()[0]}; is it the right one, and is it up?"
        raise ConfigError(msg) from None
    except OSError as error:
        msg = f"database.url: {error.strerror or error}; is it the right one, and is it up?"
        raise ConfigError(msg) from None


def upgrade_to_head(settings: Settings) -> State:
    """Create or migrate; returns how far it was before."""
    before = state_of(settings)
    url = make_url(settings.database.url)
    with database_errors():
        if url.get_backend_name() == "sqlite" and url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        upgrade(settings.database.url)
    return before
