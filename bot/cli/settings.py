"""The configuration that a command runs on."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Settings


CONFIG = Path("config.toml")


def settings_of(args: argparse.Namespace, *, needed: bool = True) -> Settings:
    """The configuration: the file that was named, else config.toml if it is there, else defaults.

    Raises ConfigError.
    """
    from bot.config import load

    path: Path | None = args.config
    if path is None and (needed or CONFIG.exists()):
        path = CONFIG if CONFIG.exists() or not _from_environment() else None
    return load(path)


def _from_environment() -> bool:
    import os

    return any(name.startswith("HOLDFAST_") and "__" in name for name in os.environ)
