"""The sections of `config.toml`. What each key means stands in `config.example.toml`.

Defaults of durations that core knows are taken from `Policy`, so that no figure of the
rulebook stands twice.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

from bot.config.languages import languages
from bot.config.values import (
    Amounts,
    CurrencyCode,
    Duration,
    Iban,
    Line,
    Listen,
    Percent,
    Place,
    Quiet,
    Rung,
    WebAddress,
    Whole,
    Zone,
    is_database,
    is_key,
)
from core.deal.offering import LONGEST
from core.values.policy import OnSilence, Policy, QuietHours

_POLICY: Final = Policy()
_MILESTONES_AT_MOST: Final = 100
_ROUNDS_AT_MOST: Final = 10
_TELEGRAM_FILE_MB: Final = 20
"""What getFile serves at most."""
_SMALL: Final = {"EUR": Decimal(50), "USD": Decimal(50), "GBP": Decimal(40), "CHF": Decimal(45)}
_FOUR_EYES: Final = {code: amount * 10 for code, amount in _SMALL.items()}

_IDS: Final = 2**52
"""Telegram's ids have so many significant bits at most."""
_MONTHS_AT_MOST: Final = 1200

Count = Annotated[Whole, Field(ge=1, le=100_000)]
Words = Annotated[Whole, Field(ge=0, le=1000)]
PersonIds = tuple[Annotated[Whole, Field(gt=0, lt=_IDS)], ...]
Name = Annotated[Line, Field(min_length=1, max_length=64)]
Told = Annotated[Line, Field(max_length=200)]


class Section(BaseModel):
    """Refuses keys that it does not know, and keeps what was typed out of its errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class _WithSecrets(Section):
    """Each `*_file` key names a file whose first line becomes the secret of that name."""

    @model_validator(mode="after")
    def _read_files(self) -> Self:
        for name in type(self).model_fields:
            path = getattr(self, f"{name}_file", None)
            if path is None:
                continue
            if getattr(self, name).get_secret_value():
                msg = f"{name} and {name}_file are both set: keep one"
                raise ValueError(msg)
            # The section is frozen for everybody else; this is still its construction.
            object.__setattr__(self, name, SecretStr(_first_line(path, f"{name}_file")))
        return self


def _first_line(path: Path, key: str) -> str:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        msg = f"{key}: this file cannot be read"
        raise ValueError(msg) from None
    if not lines[0].strip():
        msg = f"{key}: the first line of this file is empty"
        raise ValueError(msg)
    return lines[0].strip()


NO_SECRET: Final = SecretStr("")


class Operator(Section):
    """`[operator]`: who runs this, and what it deals in."""

    name: Name = "Holdfast"
    country: Told = ""
    website: WebAddress = ""
    currencies: Annotated[tuple[CurrencyCode, ...], Field(min_length=1)] = ("EUR", "USD")
    default_locale: str = "en"
    time_zone: Zone = "UTC"
    limits: Amounts = Field(default_factory=dict)

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


class Telegram(_WithSecrets):
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


class Parties(_WithSecrets):
    """`[parties]`: the bot of freelancers and clients."""

    token: SecretStr = NO_SECRET
    token_file: Place | None = None


class Desk(_WithSecrets):
    """`[desk]`: the arbiters' bot, its group and who belongs to it."""

    token: SecretStr = NO_SECRET
    token_file: Place | None = None
    chat_id: Annotated[Whole, Field(gt=-_IDS)] = 0
    arbiters: PersonIds = ()
    head_arbiters: PersonIds = ()
    treasurers: PersonIds = ()

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


class Vault(_WithSecrets):
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


class RulesSection(Section):
    """`[rules]`: every parameter of the rulebook's tables."""

    # deal
    draft_idle: Duration = _POLICY.draft_idle
    invite_ttl: Duration = _POLICY.invite_ttl
    max_claimants: Count = _POLICY.max_claimants
    max_versions: Count = _POLICY.max_versions
    # defaults of an agreement
    funding_window: Duration = _POLICY.funding_window
    review_window: Duration = _POLICY.review_window
    review_window_after_revision: Duration = _POLICY.review_window_after_revision
    on_silence: OnSilence = _POLICY.on_silence
    revision_rounds: Annotated[Whole, Field(ge=0, le=_ROUNDS_AT_MOST)] = _POLICY.revision_rounds
    late_grace: Duration = _POLICY.late_grace
    # clocks
    funding_grace: Duration = _POLICY.funding_grace
    min_review: Duration = _POLICY.min_review
    min_round: Duration = _POLICY.min_round
    late_notice: Duration = _POLICY.late_notice
    dormant_after: Duration = _POLICY.dormant_after
    dormancy_notice: Duration = _POLICY.dormancy_notice
    abandoned_after: Duration = _POLICY.abandoned_after
    submission_take_back: Duration = _POLICY.submission_take_back
    drop_after: Duration = _POLICY.drop_after
    notice_retry: Duration = _POLICY.notice_retry
    # the desk's clocks
    deposit_check: Duration = _POLICY.deposit_check
    payout: Duration = _POLICY.payout
    payout_change_wait: Duration = _POLICY.payout_change_wait
    dispute_answer: Duration = _POLICY.dispute_answer
    dispute_question: Duration = _POLICY.dispute_question
    dispute_take: Duration = _POLICY.dispute_take
    dispute_ruling: Duration = _POLICY.dispute_ruling
    desk_alarm: Duration = _POLICY.desk_alarm
    outage: Duration = _POLICY.outage
    outage_grace: Duration = _POLICY.outage_grace
    # the desk's rules
    conflict_months: Annotated[Whole, Field(ge=0, le=_MONTHS_AT_MOST)] = 24
    min_reasons: Words = _POLICY.min_reasons
    min_reasons_small: Words = _POLICY.min_reasons_small
    small_claim: Amounts = Field(default_factory=lambda: dict(_SMALL))
    four_eyes_threshold: Amounts = Field(default_factory=lambda: dict(_FOUR_EYES))
    # money
    fee_percent: Percent = Decimal(0)

    @model_validator(mode="after")
    def _no_window_below_its_least(self) -> Self:
        for key in ("review_window", "review_window_after_revision"):
            if getattr(self, key) < self.min_review:
                msg = f"{key}: it is shorter than min_review; raise it, or lower min_review"
                raise ValueError(msg)
            if getattr(self, key) > LONGEST:
                msg = f"{key}: no deal may give more than {LONGEST.days} days"
                raise ValueError(msg)
        return self

    @field_validator("small_claim")
    @classmethod
    def _over_the_small_claims(cls, given: Amounts) -> Amounts:
        return {**_SMALL, **given}

    @field_validator("four_eyes_threshold")
    @classmethod
    def _over_the_thresholds(cls, given: Amounts) -> Amounts:
        return {**_FOUR_EYES, **given}


class Reminders(Section):
    """`[reminders]`."""

    ladder: tuple[Rung, ...] = _POLICY.reminders
    quiet_hours: Quiet = QuietHours()
    quiet_at_most: Duration = _POLICY.quiet_at_most
    quiet_from: Duration = _POLICY.quiet_from


class Limits(Section):
    """`[limits]`: what one person may do."""

    presses_a_minute: Count = 60
    messages_a_minute: Count = 30
    words_a_minute: Count = 300
    updates_a_minute: Count = 600
    updates_a_day: Count = 10_000
    loose_messages: Count = 50
    files_mb: Count = 1_000
    stranger_files_mb: Count = 30
    strangers_files_mb: Count = 1_000
    said_a_day: Count = 300
    deals_a_day: Count = 1_000
    settings_a_day: Count = 200
    help_a_day: Count = 20
    stranger_help_a_day: Count = 3
    strangers_help_an_hour: Count = 20
    stranger_help_files: Count = 2
    drafts: Count = _POLICY.max_drafts
    open_deals: Count = _POLICY.max_open_deals
    milestones: Annotated[Whole, Field(ge=1, le=_MILESTONES_AT_MOST)] = _POLICY.max_milestones
    criteria: Count = _POLICY.max_criteria
    files: Count = _POLICY.max_files

    def of_a_day(self, what: str) -> int:
        """How much of `said`, `deals` or `settings` one person may add in a day."""
        most: int = getattr(self, f"{what}_a_day")
        return most

    @property
    def flood_a_minute(self) -> int:
        """What comes in at most: never less than what a person is let do."""
        told = self.presses_a_minute + self.messages_a_minute + self.words_a_minute
        return max(self.updates_a_minute, told)

    @property
    def flood_a_day(self) -> int:
        """The same for a day."""
        return max(self.updates_a_day, 16 * self.flood_a_minute)


class Account(Section):
    """`[rails.manual.accounts.EUR]`: where clients send money of one currency."""

    holder: Annotated[Line, Field(min_length=1, max_length=140)]
    iban: Iban = ""
    account: Told = ""
    bank: Told = ""
    note: Told = ""

    @model_validator(mode="after")
    def _one_number(self) -> Self:
        if bool(self.iban) == bool(self.account):
            msg = "give either iban or account"
            raise ValueError(msg)
        return self


class Play(Section):
    """`[rails.play]`: play money, on unless real money is; `true` written out keeps it beside."""

    enabled: bool = True


class _RealMoney(Section):
    enabled: bool = False
    acknowledge_custody: bool = False

    @model_validator(mode="after")
    def _acknowledged(self) -> Self:
        if self.enabled and not self.acknowledge_custody:
            msg = (
                "acknowledge_custody: holding other people's money may need a licence where you "
                "are; set it to true once you have made sure"
            )
            raise ValueError(msg)
        return self


class Manual(_RealMoney):
    """`[rails.manual]`: bank transfers that a treasurer confirms."""

    accounts: dict[CurrencyCode, Account] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _somewhere_to_pay(self) -> Self:
        if self.enabled and not self.accounts:
            msg = "accounts: add the bank account of at least one currency"
            raise ValueError(msg)
        return self


class _ComesLater(_RealMoney):
    @field_validator("enabled")
    @classmethod
    def _not_yet(cls, enabled: bool) -> bool:  # noqa: FBT001 - pydantic calls it
        if enabled:
            msg = "this way to pay comes later; set it to false"
            raise ValueError(msg)
        return enabled


class CryptoPay(_ComesLater):
    """`[rails.crypto_pay]`."""


class Stripe(_ComesLater):
    """`[rails.stripe]`."""


class TelegramInvoice(_ComesLater):
    """`[rails.telegram_invoice]`."""


class Rails(Section):
    """`[rails.…]`: the ways to pay."""

    play: Play = Play()
    manual: Manual = Manual()
    crypto_pay: CryptoPay = CryptoPay()
    stripe: Stripe = Stripe()
    telegram_invoice: TelegramInvoice = TelegramInvoice()

    @model_validator(mode="after")
    def _some_way_to_pay(self) -> Self:
        if "enabled" not in self.play.model_fields_set:
            # The section is frozen for everybody else; this is still its construction.
            object.__setattr__(self, "play", Play(enabled=not self.manual.enabled))
        if not self.play.enabled and not self.manual.enabled:
            msg = "play.enabled: no way to pay is on; set this or manual.enabled to true"
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
