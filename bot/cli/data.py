"""Migrations, backup and restore."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.out import DONE, WRONG, as_json, progress, say


def upgrade(args: argparse.Namespace) -> int:
    """Create the database, or bring it to this version."""
    from bot.cli.main import settings_of
    from bot.wiring.schema import state_of, upgrade_to_head

    settings = settings_of(args)
    before = upgrade_to_head(settings)
    after = state_of(settings)
    if before.current == after.current:
        say(f"Nothing to do: the database is at {after.current}.")
    else:
        say(f"From {before.current or 'nothing'} to {after.current}.")
    return DONE


def check(args: argparse.Namespace) -> int:
    """Whether this version may run on the database."""
    from bot.cli.main import settings_of
    from bot.wiring.schema import state_of

    state = state_of(settings_of(args))
    if args.json:
        as_json({"current": state.current, "wanted": state.head, "ready": state.ready})
    elif state.ready:
        say(f"Ready: the database is at {state.current}.")
    else:
        found = state.current or "nothing"
        say(f"Not ready: the database is at {found}, and {state.head} is wanted.")
        say("Make a backup, then run `holdfast db upgrade`.")
    return DONE if state.ready else WRONG


def backup(args: argparse.Namespace) -> int:
    """Database and evidence into one file."""
    from bot.cli.main import CONFIG, settings_of
    from bot.wiring.admin import pack

    target: Path = args.file.absolute()
    pack(settings_of(args), target, args.config or CONFIG, progress("files"))
    say(f"{target}: {target.stat().st_size // 1024} KiB. It holds what people wrote: keep it safe.")
    return DONE


def restore(args: argparse.Namespace) -> int:
    """From a backup, where nothing is yet."""
    from bot.cli.main import CONFIG, settings_of
    from bot.wiring.admin import settings_in, unpack

    config, file = (args.config or CONFIG).absolute(), args.file.absolute()
    settings = settings_of(args) if config.exists() else settings_in(file)
    unpack(settings, file, config, progress("files"))
    say("Restored. Run `holdfast ledger verify`, then `holdfast doctor`.")
    return DONE
