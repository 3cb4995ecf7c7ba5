"""The parser, and how every command ends: 0 done, 1 found something wrong, 2 could not."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.cli.out import COULD_NOT, DONE, CannotError, as_json, complain, say

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    args = parser().parse_args(argv)
    from bot.config import ConfigError

    try:
        code: int = args.run(args)
    except (ConfigError, CannotError) as error:
        for line in str(error).splitlines():
            complain(f"holdfast: {line}")
        return COULD_NOT
    except KeyboardInterrupt:
        complain("holdfast: stopped")
        return COULD_NOT
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has seen enough.
        sys.stderr.close()
        return DONE
    return code


class _Parser(argparse.ArgumentParser):
    """Mistakes in one line, with what to do next."""

    def error(self, message: str) -> Any:  # noqa: ANN401 - NoReturn, as argparse has it
        complain(f"{self.prog}: {message}; try `{self.prog} --help`")
        raise SystemExit(COULD_NOT)


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    root = _Parser(
        prog="holdfast",
        description="Two Telegram bots that hold a client's money until the work is approved.",
    )
    commands = root.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)

    def add(
        name: str,
        run: Command,
        help_: str,
        *,
        config: bool = True,
        json: bool = False,
        to: Any = commands,  # noqa: ANN401 - argparse keeps its type private
    ) -> argparse.ArgumentParser:
        found: argparse.ArgumentParser = to.add_parser(name, help=help_, description=help_)
        found.set_defaults(run=run)
        if config:
            found.add_argument("--config", type=Path, metavar="FILE", help="instead of config.toml")
        if json:
            found.add_argument("--json", action="store_true", help="for machines")
        return found

    _of_running(add)
    _of_setting_up(add)
    _of_database(add, commands)
    _of_books(add, commands)
    diagram = add("diagram", _diagram, "the state machines, as Mermaid", config=False)
    diagram.add_argument(
        "machine", nargs="?", choices=("deal", "milestone", "dispute", "proposal", "approval")
    )
    rules = add("rulebook", _rulebook, "the rules for people, with this house's figures")
    rules.add_argument("--language", metavar="CODE", help="instead of the house's own")
    add("version", _version, "of itself and of what it stands on", config=False, json=True)
    return root


Add = Callable[..., argparse.ArgumentParser]


def _of_running(add: Add) -> None:
    from bot.cli import running

    play = add("playground", running.playground, "both bots on play money, with a page of chats")
    play.add_argument("--port", type=int, default=8088, help="8088 by default; 0 takes a free one")
    play.add_argument("--no-browser", action="store_true", help="open no page")
    play.add_argument(
        "--data", type=Path, default=Path("playground-data"), metavar="FOLDER",
        help="where everything is kept, so that it goes on where it stopped",
    )  # fmt: skip
    run = add("run", running.run, "both bots, for real")
    run.add_argument("--role", metavar="ROLES", help="comes later")
    pause = add("pause", running.pause, "answer everybody kindly, and let the clocks wait")
    pause.add_argument("why", help="what people are told")
    add("resume", running.resume, "go on after a pause")


def _of_setting_up(add: Add) -> None:
    from bot.cli import running, setup_options

    setup_options.add_to(add("init", running.init, "set it up", config=False))
    add("doctor", running.doctor, "check everything, and say what to do", json=True)


def _of_database(add: Add, commands: Any) -> None:  # noqa: ANN401
    from bot.cli import data

    db = commands.add_parser("db", help="migrations").add_subparsers(
        metavar="COMMAND", required=True, parser_class=_Parser
    )
    add("upgrade", data.upgrade, "create the database, or bring it to this version", to=db)
    add("check", data.check, "whether this version may run on it", to=db, json=True)
    backup = add("backup", data.backup, "database and evidence into one file, while it runs")
    backup.add_argument("file", type=Path, help="or a folder, in which it is called by its instant")
    backup.add_argument("--keep", type=int, metavar="N", help="in a folder: remove all but N")
    backup.add_argument(
        "--with-vault-key", action="store_true", help="put vault.key in, which is else kept apart"
    )
    restore = add("restore", data.restore, "from a backup, where nothing is yet")
    restore.add_argument("file", type=Path)


def _of_books(add: Add, commands: Any) -> None:  # noqa: ANN401
    from bot.cli import books, importing, payouts

    ledger = commands.add_parser("ledger", help="the books").add_subparsers(
        metavar="COMMAND", required=True, parser_class=_Parser
    )
    add("verify", books.verify, "prove the books", to=ledger, json=True)
    add("balances", books.balances, "what every account holds", to=ledger, json=True)
    export = add("export", books.export, "the whole ledger, to standard output", to=ledger)
    kind = export.add_mutually_exclusive_group(required=True)
    kind.add_argument("--beancount", action="store_true")
    kind.add_argument("--csv", action="store_true")
    money = commands.add_parser("money", help="money at the bank").add_subparsers(
        metavar="COMMAND", required=True, parser_class=_Parser
    )
    add("suspense", books.suspense, "what matches nothing, and waits", to=money, json=True)
    _of_payouts(add("payouts", payouts.run, "what is owed, as a file", to=money, json=True))
    _of_statements(add("import", importing.run, "a bank's statement", to=money, json=True))
    rails = commands.add_parser("rails", help="the ways to pay").add_subparsers(
        metavar="COMMAND", required=True, parser_class=_Parser
    )
    add("reconcile", books.reconcile, "comes later", to=rails)
    deal = commands.add_parser("deal", help="one deal, for support").add_subparsers(
        metavar="COMMAND", required=True, parser_class=_Parser
    )
    show = add("show", books.show, "state, journal and postings of a deal", to=deal, json=True)
    show.add_argument("id")
    deals = commands.add_parser("deals", help="all deals, for support").add_subparsers(
        metavar="COMMAND", required=True, parser_class=_Parser
    )
    listed = add("list", books.listed, "the deals that moved last", to=deals, json=True)
    listed.add_argument("--limit", type=int, default=50)


def _of_payouts(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, nargs="?", help="make it: pain.001.001.09")
    command.add_argument("--currency", metavar="CODE", help="of which; a file has one")
    command.add_argument("--by", type=int, metavar="ID", help="the treasurer who says it")
    said = command.add_mutually_exclusive_group()
    said.add_argument("--took", metavar="MESSAGE", help="the bank took it: all of it is sent")
    said.add_argument("--dropped", metavar="MESSAGE", help="it did not: nothing of it is sent")


def _of_statements(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="CAMT.053, CAMT.054, MT940 or CSV; - for a pipe")
    command.add_argument("--book", action="store_true", help="book it, instead of showing it alone")
    command.add_argument("--by", type=int, metavar="ID", help="the treasurer who books it")
    command.add_argument(
        "--columns", metavar="LIST", help="of a CSV, learnt once: date=1,amount=3,text=4+5,name=6"
    )


def _diagram(args: argparse.Namespace) -> int:
    from bot.cli.diagram import NAMES, mermaid

    say("\n\n".join(mermaid(name) for name in ([args.machine] if args.machine else NAMES)))
    return DONE


def _rulebook(args: argparse.Namespace) -> int:
    from bot.cli.rulebook import run

    return run(args)


def _version(args: argparse.Namespace) -> int:
    import platform
    from importlib.metadata import version

    stands_on = ("aiogram", "python-telegram-bot", "sqlalchemy", "apscheduler", "aiohttp")
    found = {
        "holdfast": version("holdfast-bot"),
        "python": platform.python_version(),
        **{name: version(name) for name in stands_on},
    }
    if args.json:
        as_json(found)
    else:
        for name, number in found.items():
            say(f"{name} {number}")
    return DONE
