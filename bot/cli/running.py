"""`playground`, `run`, `pause`, `resume`, and the doors to `init` and `doctor`."""

from __future__ import annotations

import argparse
import asyncio
import gc
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.out import COULD_NOT, DONE, WRONG, CannotError, complain, say
from bot.cli.settings import settings_of

if TYPE_CHECKING:
    from bot.config import Settings


def playground(args: argparse.Namespace) -> int:
    """Until a signal."""
    _let_garbage_lie()
    settings = settings_of(args, needed=False)
    _log_to_standard_error(settings)
    folder: Path = args.data.resolve()
    say("Holdfast's playground: play money, made-up people, nothing leaves this machine.")
    say(f"Everything is kept in {folder}; stop with Ctrl+C and start again, and it goes on.")
    from bot.wiring.playground import alone, on_stage, playground
    from bot.wiring.process import Stopped
    from bot.wiring.schema import prepare_database

    with alone(folder):
        staged = on_stage(settings, folder)
        prepare_database(staged)
        try:
            asyncio.run(
                playground(
                    staged,
                    folder,
                    args.port,
                    browser=not args.no_browser,
                    opened=lambda url: say(f"Open {url}"),
                    ready=_awake,
                )
            )
        except Stopped as error:
            raise CannotError(str(error)) from error
    return DONE


def run(args: argparse.Namespace) -> int:
    """Until a signal. 1 where it is worth a new try by whoever started it, 2 where it is not."""
    from bot.config import NotNowError, only_all_roles

    only_all_roles(args.role)
    _let_garbage_lie()
    settings = settings_of(args)
    settings.check_ready()
    _log_to_standard_error(settings)
    from bot.mail.sending import Revoked
    from bot.wiring.process import Stopped, run
    from bot.wiring.schema import alone, prepare_database

    with alone(settings):
        try:
            prepare_database(settings)
            asyncio.run(run(settings, _awake))
        except (NotNowError, Stopped) as error:
            complain(f"holdfast: {error}")
            return COULD_NOT if isinstance(error.__cause__, Revoked) else WRONG
    return DONE


def _let_garbage_lie() -> None:
    """While the libraries are imported nothing is garbage, and looking for it takes a second."""
    gc.disable()


def _awake() -> None:
    """What is here by now stays for good: a collection that walked over it took 0.3 s each time."""
    gc.freeze()
    gc.enable()
    say("Both bots are awake.")


def pause(args: argparse.Namespace) -> int:
    """For the process that runs, and for the next one."""
    return _set_pause(args, args.why)


def resume(args: argparse.Namespace) -> int:
    """The clocks get the time back."""
    return _set_pause(args, None)


def _set_pause(args: argparse.Namespace, why: str | None) -> int:
    from bot.wiring.admin import set_pause

    before = set_pause(settings_of(args), why)
    if why is None:
        say("Going on." if before is not None else "There was no pause.")
    else:
        say("Paused: people are told, and the clocks wait. `holdfast resume` goes on.")
    return DONE


def init(args: argparse.Namespace) -> int:
    """Ask, check, write config.toml."""
    from bot.cli.init import init

    return init(args)


def doctor(args: argparse.Namespace) -> int:
    """Check everything."""
    from bot.cli.doctor import doctor

    return doctor(args)


def _log_to_standard_error(settings: Settings) -> None:
    from bot.running.telemetry import forget, set_up

    set_up(settings.logging.format, settings.logging.level)
    secrets = (settings.parties.token, settings.desk.token, settings.vault.key)
    forget(secret.get_secret_value() for secret in secrets)
