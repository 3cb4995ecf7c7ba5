"""A file of payments for a bank: pain.001.001.09, checked against its schema.

Source: ISO 20022, Customer Credit Transfer Initiation V09.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from bot.config.rails import Account
from bot.texts.ibans import iban_in
from core.values import currencies
from core.values.money import Money

SCHEMA: Final = "pain.001.001.09"
EXPONENT: Final = 2
"""Digits after the point that the file's amounts have."""
LONGEST: Final = 35
"""Characters of a message id, and of an end-to-end id."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One of them."""

    reference: str
    name: str
    iban: str
    amount: Money


def fits(currency: str) -> bool:
    """Whether amounts of it can be written."""
    return currencies.get(currency).exponent == EXPONENT


def pain(account: Account, payments: Sequence[Payment], message: str, day: date) -> bytes:
    """All of them from one account, in one currency. Raises ValueError for what no file may say."""
    [currency] = {one.amount.currency for one in payments}
    wrong = [one.reference for one in payments if not iban_in(one.iban)]
    long = [name for name in (message, *(p.reference for p in payments)) if len(name) > LONGEST]
    if wrong or long or not iban_in(account.iban):
        msg = f"not for a bank's file: {', '.join(wrong + long) or 'our own account'}"
        raise ValueError(msg)
    config = {
        "name": account.holder,
        "IBAN": iban_in(account.iban),
        "batch": True,
        "currency": currency,
        "domestic": currency != "EUR",
    }
    order = _under(message, config)
    for one in payments:
        order.add_payment(
            {
                "name": one.name,
                "IBAN": iban_in(one.iban),
                "amount": one.amount.minor,
                "description": one.reference,
                "endtoend_id": one.reference,
                "execution_date": day,
            }
        )
    content: bytes = order.export(validate=True)
    return content


def _under(message: str, config: dict[str, Any]) -> Any:  # noqa: ANN401 - the library has no types
    """An empty file with our own message id; the library would draw one by lot."""
    from sepaxml import SepaTransfer  # noqa: PLC0415 - slow: it brings a reader of schemas

    class Transfers(SepaTransfer):  # type: ignore[misc]
        def _create_header(self) -> None:
            self.msg_id = message
            super()._create_header()

    return Transfers(config, schema=SCHEMA, clean=True)
