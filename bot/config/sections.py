"""The sections of `config.toml` about the installation: who runs it, its bots, where it keeps what.

What each key means stands in `config.example.toml`. Beside these: `rules` and `rails`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator

from bot.config.languages import languages
from bot.config.section import NO_SECRET, Section, Told, WithSecrets
from bot.config.values import (
    Amounts,
    CurrencyCode,
    Line,
    Listen,
    Place,
    WebAddress,
    Whole,
    Zone,
    is_database,
    is_key,
)

_TELEGRAM_FILE_MB: Final = 20
"""What getFile serves at most."""
_IDS: Final = 2**52
"""Telegram's ids have so many significant bits at most."""

PersonIds = tuple[Annotated[Whole, Field(gt=0, lt=_IDS)], ...]
Name = Annotated[Line, Field(min_length=1, max_length=64)]


class Operator(Section):
    """`[operator]`: who runs this, and what it deals in."""

    name: Name = "Holdfast"
    country: Told = ""
    website: WebAddress = ""
    currencies: Annotated[tuple[CurrencyCode, ...], Field(min_length=1)] = ("EUR", "USD")
    default_locale: str = "en"
    time_zone: Zone = "UTC"
    limits: Amounts = Field(default_factory=dict)
    newcomer_limits: Amounts = Field(default_factory=dict)

    @field_validator("currencies")
    @classmethod
    def _each_once(cls, currencies: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(currencies))

    @field_validator("default_locale")
    @classmethod
    def _a_language_we_speak(cls, locale: str) -> str:
        there = languages()
        if locale not in there:
            msg = f"write one of {', '.join(sorted(there))}"
            raise ValueError(msg)
        return locale

    @property
    def shown(self) -> str:
        """Who runs this, and where if that is told."""
        return f"{self.name} ({self.country})" if self.country else self.name


class Telegram(WithSecrets):
    """`[telegram]`: how updates come in."""

    api_base: WebAddress = "https://api.telegram.org"
    mode: str = "polling"
    public_url: WebAddress = ""
    listen: Listen = "127.0.0.1:8443"
    webhook_secret: SecretStr = NO_SECRET
    webhook_secret_file: Place | None = None

    @field_validator("mode")
    @classmethod
    def _polling_alone(cls, mode: str) -> str:
        if mode == "webhook":
            msg = 'webhooks come later; write "polling"'
            raise ValueError(msg)
        if mode != "polling":
            msg = 'write "polling"'
            raise ValueError(msg)
        return mode


class Parties(WithSecrets):
    """`[parties]`: the bot of freelancers and clients."""

    token: SecretStr = NO_SECRET
    token_file: Place | None = None


class Desk(WithSecrets):
    """`[desk]`: the arbiters' bot, its group and who belongs to it."""

    token: SecretStr = NO_SECRET
    token_file: Place | None = None
    chat_id: Annotated[Whole, Field(gt=-_IDS)] = 0
    arbiters: PersonIds = ()
    head_arbiters: PersonIds = ()
    treasurers: PersonIds = ()
    outside: PersonIds = ()

    @model_validator(mode="after")
    def _of_one_house(self) -> Self:
        ours = {*self.arbiters, *self.head_arbiters, *self.treasurers}
        both = sorted(ours.intersection(self.outside))
        if both:
            msg = f"outside: {both[0]} is on a list of this house too; an id belongs to one of them"
            raise ValueError(msg)
        return self

    @field_validator("chat_id")
    @classmethod
    def _a_group(cls, chat_id: int) -> int:
        if chat_id > 0:
            msg = "a group's number begins with a minus; `holdfast init` finds it"
            raise ValueError(msg)
        return chat_id


class Database(Section):
    """`[database]`."""

    url: str = "sqlite+aiosqlite:///holdfast.db"

    @field_validator("url")
    @classmethod
    def _a_driver_we_have(cls, url: str) -> str:
        if not is_database(url):
            msg = 'write "sqlite+aiosqlite:///holdfast.db" or "postgresql+asyncpg://user@host/name"'
            raise ValueError(msg)
        return url


class Vault(WithSecrets):
    """`[vault]`: where evidence is kept."""

    path: Place = Path("vault")
    max_file_mb: Annotated[Whole, Field(ge=1, le=_TELEGRAM_FILE_MB)] = _TELEGRAM_FILE_MB
    keep_free_mb: Annotated[Whole, Field(ge=0, le=10_000_000)] = 200
    key: SecretStr = NO_SECRET
    key_file: Place | None = None

    @model_validator(mode="after")
    def _a_key_that_fits(self) -> Self:
        typed = self.key.get_secret_value()
        if typed and not is_key(typed):
            msg = "key: write 32 bytes in hex; `openssl rand -hex 32` makes them"
            raise ValueError(msg)
        return self


class Web(Section):
    """`[web]`: health and metrics."""

    listen: Listen = "127.0.0.1:8090"
    health: bool = True
    metrics: bool = True


class Logging(Section):
    """`[logging]`."""

    format: Literal["console", "json"] = "console"
    level: Literal["debug", "info", "warning", "error"] = "info"
