"""The options of `holdfast init`, apart from it, so that the parser is quick to make."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_to(parser: argparse.ArgumentParser) -> None:
    """What is not given here is asked."""
    add = parser.add_argument
    add("--config", type=Path, default=Path("config.toml"), metavar="FILE", help="what is written")
    add("--api-base", metavar="URL", help="your own Bot API server, if you have one")
    add("--parties-token", metavar="TOKEN", help="of the freelancers' and clients' bot")
    add("--desk-token", metavar="TOKEN", help="of the arbiters' bot")
    add("--name", help="the house's name")
    add("--country", help="where it is")
    add("--website", help="a page of yours that names the bot")
    add("--currencies", metavar="EUR,USD", help="what deals may be priced in")
    add("--play-money", action="store_true", help="a rehearsal: no real money")
    add("--acknowledge-custody", action="store_true", help="you may hold other people's money")
    add(
        "--account", action="append", default=[], metavar="EUR;HOLDER;IBAN",
        help="the bank account of a currency; may be given several times",
    )  # fmt: skip
    add(
        "--about-50-usd", action="append", default=[], metavar="JPY;8000",
        help="for a currency of which the rulebook has no figure; may be given several times",
    )  # fmt: skip
    add("--people", type=int, metavar="N", help="go on by itself once N people and a group joined")
    add("--group", metavar="ID", help="the arbiters' group, where the desk's bot is in it already")
    add("--anew", action="store_true", help="forget who tapped before an interrupted init ended")
    add("--systemd", action="store_true", help="write units for systemd too, with a nightly backup")
    add("--force", action="store_true", help="replace a config.toml that is there")
