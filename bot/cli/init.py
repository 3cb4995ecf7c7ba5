"""The operator's first hour: two tokens, a few questions, and links that colleagues tap."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.cli import begun, systemd
from bot.cli.asking import account, amount_of, ask, asked, bank, currencies, figure, website, yes
from bot.cli.config_file import Answers, BankAccount, toml, write_alone
from bot.cli.judging import judge
from bot.cli.out import DONE, CannotError, say

if TYPE_CHECKING:
    from bot.cli.bot_api import BotByToken

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
    judge(args)
    if args.anew:
        begun.forget(path)
    try:
        answers = asyncio.run(_interview(args, begun.found(path) or begun.Begun()))
    except (EOFError, KeyboardInterrupt):
        kept = begun.found(path)
        again = "begins again" if kept is None else f"goes on with {len(kept.people)} who tapped"
        msg = f"the questions ended early; nothing was written; `holdfast init` {again}"
        raise CannotError(msg) from None
    write_alone(path, toml(answers))
    begun.forget(path)
    say(f"\nWritten: {path}, readable by you alone: it holds both tokens.")
    if args.systemd:
        _write_units(path)
    say("Next: `holdfast doctor` checks everything, `holdfast run` starts both bots.")
    return DONE


def _write_units(path: Path) -> None:
    units = systemd.units(path)
    for name, content in units.items():
        write_alone(path.with_name(name), content)
    say(f"Also written: {', '.join(units)}; copy them to /etc/systemd/system and run")
    enable = "systemctl enable --now holdfast.service holdfast-backup.timer"
    for line in (*systemd.before(path.absolute().parent), enable):
        say(f"   {line}")
    say("Backups go to /var/lib/holdfast-backups: let something copy them to another machine.")


async def _interview(args: argparse.Namespace, learnt: begun.Begun) -> Answers:
    import aiohttp

    from bot.cli.bot_api import BotByToken
    from bot.cli.colleagues import gather

    # asyncio's own handler waits for the next `await`, and a question is none.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    base = (args.api_base or TELEGRAM).rstrip("/")
    if learnt.learnt:
        say(f"Going on where an earlier init was interrupted: {len(learnt.people)} tapped already.")
        say("--anew forgets them.\n")
    async with aiohttp.ClientSession() as session:
        say("1. The two bots. Ask @BotFather for two, one after the other.")
        parties = BotByToken(base, "", session)
        whose = "the bot of freelancers and clients"
        known = learnt.tokens
        await _named(parties, args.parties_token, whose, known.get("parties"))
        desk = BotByToken(base, "", session)
        whose = "the arbiters' bot"
        await _named(desk, args.desk_token, whose, known.get("desk"), besides=parties.token)
        learnt = _of_this_bot(learnt, parties.token, desk.token)
        say("\n2. Your colleagues and their group.")
        chat_id = await gather(
            desk,
            learnt,
            lambda: begun.keep(args.config, learnt),
            people=args.people,
            group=args.group,
            ask=lambda question: ask(question, "no"),
        )
    say("\n3. The house.")
    answers = _of_the_house(args)
    answers.api_base = None if base == TELEGRAM else base
    answers.parties_token, answers.desk_token = parties.token, desk.token
    answers.chat_id, answers.roles = chat_id, learnt.roles
    say("\n4. The money.")
    answers.figures = _figures(args.about_50_usd, answers.currencies)
    _of_money(args, answers)
    return answers


def _of_this_bot(learnt: begun.Begun, parties: str, desk: str) -> begun.Begun:
    """What was learnt by another bot of the desk is nothing to this one."""
    digits = desk.partition(":")[0]
    number = int(digits) if digits.isdecimal() else 0
    if learnt.bot not in (0, number):
        learnt = begun.Begun()
    learnt.bot, learnt.tokens = number, {"parties": parties, "desk": desk}
    return learnt


async def _named(
    api: BotByToken, given: str | None, whose: str, known: str | None, *, besides: str = ""
) -> None:
    """Set the token once Telegram knows it, and it is another one than `besides`.

    `given` by an option, or `known` from before. Raises CannotError for what an option gives.
    """
    while True:
        api.token = (given or known or ask(f"Token of {whose}")).strip()
        known = None
        trouble = await _trouble(api, whose)
        if api.token == besides:
            trouble = "both tokens are the same; ask @BotFather for a second bot"
        if trouble is None:
            return
        if given:
            raise CannotError(trouble)
        say(f"   {trouble}; try again.")


async def _trouble(api: BotByToken, whose: str) -> str | None:
    """Why a token is of no use. Raises CannotError where Telegram does not answer."""
    from bot.cli.bot_api import AwayError, RefusedError

    try:
        me = await api.call("getMe")
        hook = await api.call("getWebhookInfo")
    except RefusedError:
        return f"Telegram does not know this token of {whose}"
    except AwayError as error:
        msg = f"{api.base} does not answer ({error}); see --api-base, and the network"
        raise CannotError(msg) from None
    if hook.get("url"):
        return f"@{me['username']} has a webhook: stop the program that set it"
    say(f"   @{me['username']} is {whose}.")
    return None


def _of_the_house(args: argparse.Namespace) -> Answers:
    return Answers(
        name=args.name or ask("Its name, as people will read it"),
        country=args.country if args.country is not None else ask("The country it is in", ""),
        website=asked("--website", args.website, website, "Its website, if any", ""),
        currencies=asked("--currencies", args.currencies, currencies, "Currencies", "EUR"),
    )


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
    given = dict(asked("--account", typed, account) for typed in args.account)
    for currency in answers.currencies:
        answers.accounts[currency] = given.get(currency) or _asked_account(currency)


def _real_money() -> bool:
    rehearsal = "Begin with a rehearsal on play money, between two colleagues?"
    return not yes(rehearsal, default=True)


def _made_sure() -> bool:
    custody = "Holding other people's money may need a licence where you are. Have you made sure?"
    return yes(custody, default=False)


def _asked_account(currency: str) -> BankAccount:
    option = f"--account {currency};HOLDER;IBAN"
    holder = ask(f"Holder of the {currency} account ({option})")
    return asked(option, None, lambda typed: bank(holder, typed), "Its IBAN, or its number")


def _figures(given: list[str], currencies: list[str]) -> dict[str, Decimal]:
    """About 50 USD, from which small claims and the threshold of four eyes are taken."""
    from bot.config.rules import RulesSection

    found = dict(asked("--about-50-usd", typed, figure) for typed in given)
    for currency in currencies:
        if currency not in RulesSection().small_claim and currency not in found:
            question = f"How much {currency} is about 50 USD"
            found[currency] = asked("--about-50-usd", None, amount_of, question)
    return found
