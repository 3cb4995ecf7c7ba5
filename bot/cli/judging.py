"""What the options of `holdfast init` say is judged before anybody is asked to join."""

from __future__ import annotations

import argparse
import sys

from bot.cli.asking import account, asked, currencies, figure, website
from bot.cli.out import CannotError


def judge(args: argparse.Namespace) -> None:
    """Each option alone, and all together. Raises CannotError."""
    given = [asked("--account", typed, account)[0] for typed in args.account]
    figures = [asked("--about-50-usd", typed, figure)[0] for typed in args.about_50_usd]
    if args.website is not None:
        asked("--website", args.website, website)
    offered = asked("--currencies", args.currencies, currencies) if args.currencies else None
    for option, codes in (("--account", given), ("--about-50-usd", figures)):
        for code in codes:
            if codes.count(code) > 1:
                msg = f"{option}: {code} is given twice"
                raise CannotError(msg)
            _offered(option, code, offered)
    if args.people is not None and args.people < 1:
        msg = "--people: somebody has to come"
        raise CannotError(msg)
    if not sys.stdin.isatty():
        _answered_by_options(args, offered or ["EUR"], set(given), set(figures))


def _offered(option: str, code: str, offered: list[str] | None) -> None:
    from core.values import currencies as registry

    if not registry.known(code):
        msg = f"{option}: write a code such as EUR, and not {code!r}"
        raise CannotError(msg)
    if offered is not None and code not in offered:
        msg = f"{option}: {code} is not among --currencies {','.join(offered)}"
        raise CannotError(msg)


def _answered_by_options(
    args: argparse.Namespace, offered: list[str], accounts: set[str], figures: set[str]
) -> None:
    """Where nobody sits at the keyboard, options have to say everything that has no default."""
    from bot.config.rules import RulesSection

    lacking = [] if args.name else ["--name"]
    real = not args.play_money and (args.account or args.acknowledge_custody)
    if real and not args.acknowledge_custody:
        lacking.append("--acknowledge-custody (or --play-money)")
    if real:
        lacking += [f"--account of {code}" for code in offered if code not in accounts]
    known = {*figures, *RulesSection().small_claim}
    lacking += [f"--about-50-usd of {code}" for code in offered if code not in known]
    if lacking:
        msg = f"nobody can be asked, so give {', '.join(lacking)}; see `holdfast init --help`"
        raise CannotError(msg)
