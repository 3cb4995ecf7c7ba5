"""The operator's first hour: two tokens, a few questions, and links that colleagues tap."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from bot.cli import systemd
from bot.cli.config_file import Answers, BankAccount, toml
from bot.cli.out import DONE, CannotError, say

if TYPE_CHECKING:
    from bot.cli.bot_api import BotApi

T = TypeVar("T")
TELEGRAM: Final = "https://api.telegram.org"


def init(args: argparse.Namespace) -> int:
    """Ask, check, write. What an option gives is not asked."""
    path: Path = args.config
    if path.exists() and not args.force:
        msg = f"{path}: there is one already; --force replaces it"
        raise CannotError(msg)
    folder = path.absolute().parent
    if not os.access(folder, os.W_OK):
        msg = f"{folder}: nothing can be written there; name another place with --config"
        raise CannotError(msg)
    try:
        answers = asyncio.run(_interview(args))
    except (EOFError, KeyboardInterrupt):
        msg = "the questions ended early; nothing was written; `holdfast init` begins again"
        raise CannotError(msg) from None
    _write(path, toml(answers))
    say(f"\nWritten: {path}, readable by you alone: it holds both tokens.")
    if args.systemd:
        _write_units(path)
    say("Next: `holdfast doctor` checks everything, `holdfast run` starts both bots.")
    return DONE


def _write_units(path: Path) -> None:
    units = systemd.units(path)
    for name, content in units.items():
        _write(path.with_name(name), content)
    say(f"Also written: {', '.join(units)}; copy them to /etc/systemd/system and run")
    enable = "systemctl enable --now holdfast.service holdfast-backup.timer"
    for line in (*systemd.before(path.absolute().parent), enable):
        say(f"   {line}")
    say("Backups go to /var/lib/holdfast-backups: let something copy them to another machine.")


def _write(path: Path, content: str) -> None:
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(content)
    draft.replace(path)


async def _interview(args: argparse.Namespace) -> Answers:
    import aiohttp

    from bot.cli.bot_api import BotApi
    from bot.cli.colleagues import gather

    # asyncio's own handler waits for the next `await`, and a question is none.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    base = (args.api_base or TELEGRAM).rstrip("/")
    async with aiohttp.ClientSession() as session:
        say("1. The two bots. Ask @BotFather for two, one after the other.")
        parties = BotApi(base, "", session)
        await _named(parties, args.parties_token, "the bot of freelancers and clients")
        desk = BotApi(base, "", session)
        await _named(desk, args.desk_token, "the arbiters' bot")
        if parties.token == desk.token:
            msg = "both tokens are the same; ask @BotFather for a second bot"
            raise CannotError(msg)
        say("\n2. Your colleagues and their group.")
        joined = await gather(desk, args.people)
    say("\n3. The house.")
    answers = _of_the_house(args)
    answers.api_base = None if base == TELEGRAM else base
    answers.parties_token, answers.desk_token = parties.token, desk.token
    answers.chat_id, answers.roles = joined.chat_id, joined.roles
    say("\n4. The money.")
    answers.figures = _figures(args.about_50_usd, answers.currencies)
    _of_money(args, answers)
    return answers


async def _named(api: BotApi, given: str | None, whose: str) -> None:
    """Set the token once Telegram knows it. Raises CannotError where nobody can be asked again."""
    from bot.cli.bot_api import AwayError, RefusedError

    while True:
        api.token = (given or _ask(f"Token of {whose}")).strip()
        try:
            me = await api.call("getMe")
            hook = await api.call("getWebhookInfo")
        except RefusedError:
            trouble = f"Telegram does not know this token of {whose}"
        except AwayError as error:
            msg = f"{api.base} does not answer ({error}); see --api-base, and the network"
            raise CannotError(msg) from None
        else:
            if not hook.get("url"):
                say(f"   @{me['username']} is {whose}.")
                return
            trouble = f"@{me['username']} has a webhook: stop the program that set it"
        if given:
            raise CannotError(trouble)
        say(f"   {trouble}; try again.")


def _of_the_house(args: argparse.Namespace) -> Answers:
    return Answers(
        name=args.name or _ask("Its name, as people will read it"),
        country=args.country if args.country is not None else _ask("The country it is in", ""),
        website=_asked("--website", args.website, _website, "Its website, if any", ""),
        currencies=_asked("--currencies", args.currencies, _currencies, "Currencies", "EUR"),
    )


def _website(typed: str) -> str:
    from bot.config.values import web_address

    return web_address(typed)


def _currencies(typed: str) -> list[str]:
    from core import currencies

    found = [code.strip().upper() for code in typed.replace(";", ",").split(",") if code.strip()]
    unknown = [code for code in found if not currencies.known(code)]
    if unknown or not found:
        msg = f"write codes such as EUR,USD, and not {typed!r}"
        raise ValueError(msg)
    return list(dict.fromkeys(found))


def _of_money(args: argparse.Namespace, answers: Answers) -> None:
    if args.play_money or not (args.account or args.acknowledge_custody or _real_money()):
        say("   Play money: nothing real moves, and every card says so. Later, run init again.")
        return
    if not args.acknowledge_custody and not _made_sure():
        msg = "without that, only play money: see --play-money, --acknowledge-custody"
        if not sys.stdin.isatty():
            raise CannotError(msg)
        say("   Then play money: nothing real moves, and every card says so.")
        return
    given = dict(_asked("--account", typed, _account) for typed in args.account)
    for currency in answers.currencies:
        answers.accounts[currency] = given.get(currency) or _asked_account(currency)


def _real_money() -> bool:
    rehearsal = "Begin with a rehearsal on play money, between two colleagues?"
    return not _yes(rehearsal, default=True)


def _made_sure() -> bool:
    custody = "Holding other people's money may need a licence where you are. Have you made sure?"
    return _yes(custody, default=False)


def _asked_account(currency: str) -> BankAccount:
    option = f"--account {currency};HOLDER;IBAN"
    holder = _ask(f"Holder of the {currency} account ({option})")
    return _asked(option, None, lambda typed: _bank(holder, typed), "Its IBAN, or its number")


def _figures(given: list[str], currencies: list[str]) -> dict[str, Decimal]:
    """About 50 USD, from which small claims and the threshold of four eyes are taken."""
    from bot.config.sections import Rules

    found = dict(_asked("--about-50-usd", typed, _figure) for typed in given)
    for currency in currencies:
        if currency not in Rules().small_claim and currency not in found:
            question = f"How much {currency} is about 50 USD"
            found[currency] = _asked("--about-50-usd", None, _amount, question)
    return found


def _figure(typed: str) -> tuple[str, Decimal]:
    """`JPY;8000`. Raises ValueError."""
    currency, _, amount = typed.partition(";")
    try:
        return currency.strip().upper(), _amount(amount)
    except ValueError:
        msg = f"write it like JPY;8000, not {typed!r}"
        raise ValueError(msg) from None


def _amount(typed: str) -> Decimal:
    from bot.config.values import amount

    return amount(typed.strip())


def _account(typed: str) -> tuple[str, BankAccount]:
    """`EUR;Holder;IBAN or number`. Raises ValueError."""
    parts = [part.strip() for part in typed.split(";")]
    if len(parts) != len(("currency", "holder", "number")) or not all(parts):
        msg = f"write it like EUR;Holdfast GmbH;DE89370400440532013000, not {typed!r}"
        raise ValueError(msg)
    currency, holder, number = parts
    return currency.upper(), _bank(holder, number)


def _bank(holder: str, number: str) -> BankAccount:
    """Raises ValueError for what begins as an IBAN does and is none."""
    from bot.config.values import iban

    letters = number[:2].isalpha() and number[2:4].isdigit()
    return BankAccount(holder, iban(number) if letters else number, letters)


def _asked(
    option: str,
    given: str | None,
    read: Callable[[str], T],
    question: str = "",
    default: str | None = None,
) -> T:
    """What the option gives; else what is answered, asked again until it can be read."""
    while True:
        typed = given if given is not None else _ask(question, default)
        try:
            return read(typed)
        except ValueError as error:
            if given is not None or not sys.stdin.isatty():
                msg = f"{option}: {error}"
                raise CannotError(msg) from None
            say(f"   {error}; try again.")


def _ask(question: str, default: str | None = None) -> str:
    """Raises CannotError where nobody sits at the keyboard."""
    if not sys.stdin.isatty() and default is None:
        msg = f"nobody can be asked: {question.lower()}; see `holdfast init --help`"
        raise CannotError(msg)
    hint = f" [{default}]" if default else ""
    while True:
        typed = input(f"   {question}{hint}: ").strip() if sys.stdin.isatty() else ""
        if typed or default is not None:
            return typed or (default or "")


def _yes(question: str, *, default: bool) -> bool:
    typed = _ask(f"{question} (yes/no)", "yes" if default else "no").casefold()
    return typed in ("y", "yes")
