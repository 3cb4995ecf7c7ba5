"""Migrations, backup and restore."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bot.cli.out import DONE, WRONG, CannotError, as_json, progress, say
from bot.cli.settings import CONFIG, settings_of

NAME: Final = "holdfast-"
"""How a backup in a folder is called, before its instant."""


def upgrade(args: argparse.Namespace) -> int:
    """Create the database, or bring it to this version."""
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
    from bot.wiring.schema import not_ready, state_of

    state = state_of(settings_of(args))
    if args.json:
        as_json({"current": state.current, "wanted": state.head, "ready": state.ready})
    elif state.ready:
        say(f"Ready: the database is at {state.current}.")
    else:
        say(f"Not ready. {not_ready(state)}.")
    return DONE if state.ready else WRONG


def backup(args: argparse.Namespace) -> int:
    """Database and evidence into one file; into a folder, under the instant's name."""
    from bot.wiring.admin import pack

    given: Path = args.file.absolute()
    in_folder = given.is_dir() or str(args.file).endswith("/")
    if args.keep is not None and (args.keep < 1 or not in_folder):
        msg = "--keep: a number from 1 on, with a folder to keep so many backups in"
        raise CannotError(msg)
    target = given / f"{NAME}{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}.tar" if in_folder else given
    settings = settings_of(args)
    pack(settings, target, args.config or CONFIG, progress("files"), with_key=args.with_vault_key)
    say(f"{target}: {target.stat().st_size // 1024} KiB. It holds what people wrote: keep it safe.")
    for old in sorted(given.glob(f"{NAME}*.tar"))[: -args.keep] if args.keep else ():
        old.unlink()
        say(f"{old}: removed, {args.keep} newer ones are kept.")
    if settings.vault.key.get_secret_value() and not args.with_vault_key:
        say("vault.key is not in it, on purpose: keep that too, somewhere else.")
    return DONE


def restore(args: argparse.Namespace) -> int:
    """From a backup, where nothing is yet."""
    from bot.wiring.admin import settings_in, unpack

    config, file = (args.config or CONFIG).absolute(), args.file.absolute()
    settings = settings_of(args) if config.exists() else settings_in(file)
    if not unpack(settings, file, config, progress("files")):
        say("The evidence is encrypted: put vault.key back, which is kept apart from backups.")
    say("Restored. Run `holdfast ledger verify`, then `holdfast doctor`.")
    return DONE
