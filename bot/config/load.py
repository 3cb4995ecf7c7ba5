"""Reading the configuration: the file, then the environment over it, each mistake by its key."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Self

from pydantic import ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.config import sections
from bot.config.rails import Rails
from bot.config.rules import Limits, Reminders, RulesSection
from bot.config.values import minor
from core.deal.context import Staff
from core.values.ids import PersonId
from core.values.policy import Policy, RailInfo

ROLES: Final = ("parties", "desk", "courier", "timers", "web")
_PREFIX: Final = "HOLDFAST_"
_OF_TESTS: Final = "HOLDFAST_TEST_"
"""Where the tests find what they need; no configuration."""
_DAYS_A_YEAR: Final = 365
_MONTHS: Final = 12
_PER_CURRENCY: Final = ("small_claim", "four_eyes_threshold")
_EXPECTED: Final = {
    "missing": "this key is needed",
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "int_from_float": "write a whole number",
    "string_type": "write text in quotes",
    "too_short": "there has to be at least one",
    "tuple_type": "write a list in brackets",
    "dict_type": "write a table",
    "model_type": "this is a section, not a value",
}


class ConfigError(Exception):
    """What is wrong: a line for each mistake, with its key and what to do."""


class NotNowError(ConfigError):
    """What it names is right, as far as can be seen, and does not answer now: try again later."""


class Settings(BaseSettings):
    """The whole configuration. Made by `load`."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX,
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    operator: sections.Operator = sections.Operator()
    telegram: sections.Telegram = sections.Telegram()
    parties: sections.Parties = sections.Parties()
    desk: sections.Desk = sections.Desk()
    database: sections.Database = sections.Database()
    vault: sections.Vault = sections.Vault()
    rules: RulesSection = RulesSection()
    reminders: Reminders = Reminders()
    limits: Limits = Limits()
    rails: Rails = Rails()
    web: sections.Web = sections.Web()
    logging: sections.Logging = sections.Logging()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic-settings calls it with these
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the environment over the file, which comes in as arguments."""
        return env_settings, init_settings

    @model_validator(mode="after")
    def _every_currency_has_its_figures(self) -> Self:
        for name in _PER_CURRENCY:
            for currency in self.operator.currencies:
                if currency not in getattr(self.rules, name):
                    msg = f"rules.{name}.{currency}: each currency needs a figure of its own here"
                    raise ValueError(msg)
        for key, amounts in (
            ("operator.limits", self.operator.limits),
            ("operator.newcomer_limits", self.operator.newcomer_limits),
            *((f"rules.{name}", getattr(self.rules, name)) for name in _PER_CURRENCY),
        ):
            _minors(amounts, key)
        if self.rails.manual.enabled:
            for currency in self.operator.currencies:
                if currency not in self.rails.manual.accounts:
                    msg = f"rails.manual.accounts.{currency}: nobody could pay in this currency"
                    raise ValueError(msg)
        return self

    @model_validator(mode="after")
    def _two_bots(self) -> Self:
        token = self.desk.token.get_secret_value()
        if token and token == self.parties.token.get_secret_value():
            msg = "desk.token: it is that of the parties' bot; ask @BotFather for a second bot"
            raise ValueError(msg)
        return self

    def policy(self) -> Policy:
        """The operator's rules as core reads them."""
        rules, limits, reminders = self.rules, self.limits, self.reminders
        same = rules.model_dump(exclude={"conflict_months", "fee_percent", *_PER_CURRENCY})
        return Policy(
            **same,
            currencies=self.operator.currencies,
            rails=self._rails(),
            reminders=reminders.ladder,
            quiet_hours=reminders.quiet_hours,
            quiet_at_most=reminders.quiet_at_most,
            quiet_from=reminders.quiet_from,
            digest=reminders.digest,
            conflict_lookback=timedelta(days=rules.conflict_months * _DAYS_A_YEAR // _MONTHS),
            small_claim=_minors(rules.small_claim, "rules.small_claim"),
            four_eyes_threshold=_minors(rules.four_eyes_threshold, "rules.four_eyes_threshold"),
            fee_bps=int(rules.fee_percent * 100),
            max_deal=_minors(self.operator.limits, "operator.limits"),
            newcomer_limit=_minors(self.operator.newcomer_limits, "operator.newcomer_limits"),
            accounts=frozenset(
                "".join((one.iban or one.account).split())
                for one in self.rails.manual.accounts.values()
            ),
            max_drafts=limits.drafts,
            max_open_deals=limits.open_deals,
            max_milestones=limits.milestones,
            max_criteria=limits.criteria,
            max_files=limits.files,
        )

    def _rails(self) -> tuple[RailInfo, ...]:
        """Those that are on, real money first."""
        accounts = frozenset(self.rails.manual.accounts)
        ways = (
            (
                self.rails.manual.enabled,
                RailInfo("manual", real_money=True, automatic=False, currencies=accounts),
            ),
            (self.rails.play.enabled, RailInfo("play", real_money=False)),
        )
        return tuple(rail for on, rail in ways if on)

    def staff(self) -> Staff:
        """Who belongs to the desk."""
        return Staff(
            arbiters=frozenset(map(PersonId, self.desk.arbiters)),
            heads=frozenset(map(PersonId, self.desk.head_arbiters)),
            treasurers=frozenset(map(PersonId, self.desk.treasurers)),
            outside=frozenset(map(PersonId, self.desk.outside)),
        )

    def check_ready(self) -> None:
        """Whether both bots can start. Raises ConfigError naming every key that is still empty."""
        missing = [
            f"{key}: {what}"
            for key, there, what in (
                ("parties.token", self.parties.token.get_secret_value(), "ask @BotFather for one"),
                (
                    "desk.token",
                    self.desk.token.get_secret_value(),
                    "ask @BotFather for another one",
                ),
                ("desk.chat_id", self.desk.chat_id, "the number of the arbiters' group"),
                ("desk.arbiters", self.staff().who_rule, "at least one person who rules"),
                (
                    "desk.treasurers",
                    self.desk.treasurers or not self.rails.manual.enabled,
                    "at least one person who confirms bank transfers",
                ),
            )
            if not there
        ]
        if missing:
            raise ConfigError("\n".join(missing))


def load(path: Path | None = None) -> Settings:
    """Read a TOML file, if one is named, and the environment over it. Raises ConfigError."""
    typed = {} if path is None else _read(path)
    _refuse_unknown_sections()
    try:
        return Settings(**typed)
    except ValidationError as error:
        raise ConfigError("\n".join(_lines(error))) from None
    except SettingsError as error:
        # A list or table in the environment that is not JSON. Its text names the section only.
        section = next((name for name in Settings.model_fields if f'"{name}"' in str(error)), "")
        example = 'write lists and tables as JSON, such as [1001] or {"EUR": "50"}'
        msg = f"HOLDFAST_{section.upper()}…: {example}"
        raise ConfigError(msg) from None


def only_all_roles(roles: str | None) -> None:
    """Refuse `--role` until several processes can share the work. Raises ConfigError."""
    if roles is not None:
        msg = "--role: several processes come later; leave it out and one process does everything"
        raise ConfigError(msg)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        msg = f"{path}: there is no such file; `holdfast init` makes one"
    except (OSError, UnicodeDecodeError):
        msg = f"{path}: this file cannot be read"
    except tomllib.TOMLDecodeError as error:
        msg = f"{path}: {error}"
    raise ConfigError(msg)


def _refuse_unknown_sections() -> None:
    """Find a misspelt name in the environment, which pydantic-settings would pass over."""
    for name in os.environ:
        if not name.upper().startswith(_PREFIX) or name.upper().startswith(_OF_TESTS):
            continue
        section, nested, _ = name.upper().removeprefix(_PREFIX).partition("__")
        if nested and section.lower() in Settings.model_fields:
            continue
        first, _, key = section.partition("_")
        if not nested and key and first.lower() in Settings.model_fields:
            msg = f"{name}: two underscores come after the section: {_PREFIX}{first}__{key}"
        else:
            msg = f"{name}: there is no such section; config.example.toml has them all"
        raise ConfigError(msg)


def _lines(error: ValidationError) -> list[str]:
    """Each mistake once; a list is not called too short where its entries were refused."""
    details = error.errors(include_input=False)
    inside = {detail["loc"][:-1] for detail in details}
    kept = [d for d in details if not (d["type"] == "too_short" and d["loc"] in inside)]
    return list(dict.fromkeys(map(_line, kept)))


def _line(detail: ErrorDetails) -> str:
    """One mistake as `section.key: what to do`, never with what was typed."""
    key = ".".join(str(part) for part in detail["loc"])
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return f"{key}: there is no such key; config.example.toml has them all"
    if kind == "value_error":
        what = str(context["error"])
        # A check of a whole section names the key itself.
        return f"{key}.{what}" if _names_a_key(what) and key else f"{key}: {what}" if key else what
    if kind == "too_short" and context.get("field_type") not in ("Tuple", "List"):
        return f"{key}: it may not be empty"
    if kind in ("enum", "literal_error"):
        return f"{key}: write {context['expected']}"
    if kind in _EXPECTED:
        return f"{key}: {_EXPECTED[kind]}"
    return f"{key}: {_bounds(context) or 'write it as config.example.toml does'}"


def _names_a_key(what: str) -> bool:
    first = what.partition(":")[0]
    return ":" in what and first.replace("_", "").replace(".", "").isalnum()


def _bounds(context: Mapping[str, Any]) -> str:
    words = {
        "gt": "more than {}",
        "ge": "at least {}",
        "lt": "less than {}",
        "le": "at most {}",
        "max_length": "at most {} characters",
    }
    found = [told.format(context[key]) for key, told in words.items() if key in context]
    return f"write {' and '.join(found)}" if found else ""


def _minors(amounts: Mapping[str, Decimal], key: str) -> dict[str, int]:
    result = {}
    for currency, amount in amounts.items():
        try:
            result[currency] = minor(amount, currency)
        except ValueError as error:
            msg = f"{key}.{currency}: {error}"
            raise ValueError(msg) from None
    return result
