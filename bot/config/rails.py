"""The sections `[rails.…]` of `config.toml`: the ways to pay."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from bot.config.section import Section, Told
from bot.config.values import CurrencyCode, Iban, Line


class Account(Section):
    """`[rails.manual.accounts.EUR]`: where clients send money of one currency."""

    holder: Annotated[Line, Field(min_length=1, max_length=140)]
    iban: Iban = ""
    account: Told = ""
    bank: Told = ""
    country: Told = ""
    """Where it is, for numbers that do not say so themselves."""
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
