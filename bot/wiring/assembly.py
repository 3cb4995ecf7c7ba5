"""What both bots stand on, built from the Settings: nothing here knows of Telegram."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.config import ConfigError, Settings
from bot.running.clock import RealClock
from bot.texts import Texts
from bot.texts.invites import InviteLinks
from bot.wiring.edge import Edge
from bot.wiring.reads import SqlReads
from bot.wiring.telling import tell_steps
from core.escrow import Escrow
from core.values.ids import DealId, SuspenseId, deal_id
from storage.engine import open_database
from storage.store import SqlStore
from storage.vault import FileVault, read_key

KEY_BYTES: Final = 32


class RandomIds:
    """40 random bits a deal, 64 a lot."""

    def suspense(self) -> SuspenseId:
        """The same of money that matches nothing."""
        return SuspenseId(self.deal())

    def deal(self) -> DealId:
        """The pipeline tries again where it is taken."""
        return deal_id(secrets.randbits(40))

    def draw(self) -> int:
        """Of the system's own randomness: who is assigned a case can not be foreseen."""
        return secrets.randbits(64)


@dataclass(frozen=True, slots=True)
class Assembly:
    """One installation, open."""

    settings: Settings
    clock: RealClock
    store: SqlStore
    escrow: Escrow
    reads: SqlReads
    edge: Edge
    vault: FileVault
    texts: Texts
    invites: InviteLinks
    usernames: dict[str, str] = field(default_factory=dict)
    """Of both bots by name, once Telegram has told them."""

    async def close(self) -> None:
        """Let go of the database."""
        await self.store.database.close()


def assemble(settings: Settings, clock: RealClock) -> Assembly:
    """Open everything. Raises ConfigError."""
    vault, invites = _vault(settings), InviteLinks(invite_key(settings))
    store = SqlStore(open_database(settings.database.url))
    store.committed = tell_steps
    escrow = Escrow(store, clock, RandomIds(), settings.policy(), settings.staff())
    return Assembly(
        settings,
        clock,
        store,
        escrow,
        SqlReads(store, escrow),
        Edge(store.database),
        vault,
        Texts(),
        invites,
    )


def _vault(settings: Settings) -> FileVault:
    typed = settings.vault.key.get_secret_value()
    with _writable(settings.vault.path):
        return FileVault(
            settings.vault.path,
            limit_mb=settings.vault.max_file_mb,
            keep_free_mb=settings.vault.keep_free_mb,
            key=read_key(typed) if typed else None,
        )


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    """Raises ConfigError."""
    try:
        yield
    except OSError as error:
        msg = f"vault.path: {path} cannot be used ({error.strerror}); whose folder is it?"
        raise ConfigError(msg) from None


def invite_key(settings: Settings) -> bytes:
    """The installation's own key, beside the vault and never in the database; made when missing."""
    path = key_path(settings)
    with _writable(path):
        key = _read_or_make(path)
    if len(key) != KEY_BYTES:
        msg = f"{path}: this is no key of {KEY_BYTES} bytes; restore it from a backup"
        raise ConfigError(msg)
    return key


def _read_or_make(path: Path) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(number, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(number)
    return path.read_bytes()


def key_path(settings: Settings) -> Path:
    """Where the key of the invites is."""
    return settings.vault.path.parent / "invite.key"
