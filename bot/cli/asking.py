"""Asking at the keyboard, and reading what is answered or what an option gives."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from bot.cli.config_file import BankAccount
from bot.cli.out import CannotError, say

T = TypeVar("T")


def asked(
    option: str,
    given: str | None,
    read: Callable[[str], T],
    question: str = "",
    default: str | None = None,
) -> T:
    """What the option gives; else what is answered, asked again until it can be read."""
    while True:
        typed = given if given is not None else ask(question, default)
        try:
            return read(typed)
        except ValueError as error:
            if given is not None or not sys.stdin.isatty():
                msg = f"{option}: {error}"
                raise CannotError(msg) from None
            say(f"   {error}; try again.")


def ask(question: str, default: str | None = None) -> str:
    """Raises CannotError where nobody sits at the keyboard."""
    if not sys.stdin.isatty() and default is None:
        msg = f"nobody can be asked: {question.lower()}; see `holdfast init --help`"
        raise CannotError(msg)
    hint = f" [{default}]" if default else ""
    while True:
        typed = input(f"   {question}{hint}: ").strip() if sys.stdin.isatty() else ""
        if typed or default is not None:
            return typed or (default or "")


def yes(question: str, *, default: bool) -> bool:
    """Whether it was answered with yes."""
    typed = ask(f"{question} (yes/no)", "yes" if default else "no").casefold()
    return typed in ("y", "yes")


def website(typed: str) -> str:
    """A web address. Raises ValueError."""
    from bot.config.values import web_address

    return web_address(typed)


def currencies(typed: str) -> list[str]:
    """Codes, each once. Raises ValueError."""
    from core.values import currencies as registry

    found = [code.strip().upper() for code in typed.replace(";", ",").split(",") if code.strip()]
    unknown = [code for code in found if not registry.known(code)]
    if unknown or not found:
        msg = f"write codes such as EUR,USD, and not {typed!r}"
        raise ValueError(msg)
    return list(dict.fromkeys(found))


def figure(typed: str) -> tuple[str, Decimal]:
    """`JPY;8000`. Raises ValueError."""
    currency, _, amount = typed.partition(";")
    try:
        return currency.strip().upper(), amount_of(amount)
    except ValueError:
        msg = f"write it like JPY;8000, not {typed!r}"
        raise ValueError(msg) from None


def amount_of(typed: str) -> Decimal:
    """Raises ValueError."""
    from bot.config.values import amount

    return amount(typed.strip())


def account(typed: str) -> tuple[str, BankAccount]:
    """`EUR;Holder;IBAN or number`. Raises ValueError."""
    parts = [part.strip() for part in typed.split(";")]
    if len(parts) != len(("currency", "holder", "number")) or not all(parts):
        msg = f"write it like EUR;Holdfast GmbH;DE89370400440532013000, not {typed!r}"
        raise ValueError(msg)
    currency, holder, number = parts
    return currency.upper(), bank(holder, number)


def bank(holder: str, number: str) -> BankAccount:
    """Raises ValueError for what begins as an IBAN does and is none."""
    from bot.config.values import iban

    letters = number[:2].isalpha() and number[2:4].isdigit()
    return BankAccount(holder, iban(number) if letters else number, letters)
