"""What `holdfast init` writes: config.toml. Its units for systemd are in `systemd`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

OUTSIDE = "outside"
ROLES = {
    "arbiter": "arbiters",
    "head": "head_arbiters",
    "treasurer": "treasurers",
    OUTSIDE: "outside",
}
"""The role in a colleague's link, and its key under [desk]."""


@dataclass(frozen=True, slots=True)
class BankAccount:
    """Where clients send money of one currency."""

    holder: str
    number: str
    is_iban: bool


@dataclass(slots=True)
class Answers:
    """Everything that was asked or found out."""

    name: str
    country: str
    website: str
    currencies: list[str]
    api_base: str | None = None
    parties_token: str = ""
    desk_token: str = ""
    chat_id: int = 0
    roles: Mapping[str, list[int]] = field(default_factory=dict)
    """People's ids by role."""
    accounts: dict[str, BankAccount] = field(default_factory=dict)
    """By currency; none for play money."""
    figures: dict[str, Decimal] = field(default_factory=dict)
    """About 50 USD in each currency of which the rulebook has no figure."""


def write_alone(path: Path, content: str) -> None:
    """Whole or not at all, and readable by its owner alone."""
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(content)
    draft.replace(path)


def toml(answers: Answers) -> str:
    """The configuration; every other key keeps its default."""
    return "\n".join(_lines(answers)) + "\n"


def _lines(answers: Answers) -> Iterator[str]:
    yield "# Written by `holdfast init`. config.example.toml tells of every other key."
    yield "\n[operator]"
    for key in ("name", "country", "website", "currencies"):
        yield f"{key} = {_value(getattr(answers, key))}"
    if answers.api_base is not None:
        yield "\n[telegram]"
        yield f"api_base = {_value(answers.api_base)}"
    yield "\n[parties]"
    yield f"token = {_value(answers.parties_token)}"
    yield "\n[desk]"
    yield f"token = {_value(answers.desk_token)}"
    yield f"chat_id = {answers.chat_id}"
    ours = {one for role, ids in answers.roles.items() if role != OUTSIDE for one in ids}
    for role, key in ROLES.items():
        ids = answers.roles.get(role, [])
        # Who tapped both links is of this house.
        yield f"{key} = {_value([one for one in ids if role != OUTSIDE or one not in ours])}"
    yield from _figures(answers.figures)
    if answers.accounts:
        yield "\n[rails.play]\nenabled = false"
        yield "\n[rails.manual]\nenabled = true\nacknowledge_custody = true"
        for currency, account in answers.accounts.items():
            yield f"\n[rails.manual.accounts.{currency}]"
            yield f"holder = {_value(account.holder)}"
            yield f"{'iban' if account.is_iban else 'account'} = {_value(account.number)}"


def _figures(figures: Mapping[str, Decimal]) -> Iterator[str]:
    if figures:
        yield "\n[rules]"
        small = ", ".join(f'{currency} = "{amount}"' for currency, amount in figures.items())
        yield f"small_claim = {{ {small} }}"
        large = ", ".join(f'{currency} = "{amount * 10}"' for currency, amount in figures.items())
        yield f"four_eyes_threshold = {{ {large} }}"


def _value(value: object) -> str:
    """As TOML has it: its basic strings escape as JSON's do."""
    return json.dumps(value, ensure_ascii=False)
