"""`holdfast …`: the operator's command line. Commands import what they need when they run."""

from bot.cli.main import main

__all__ = ["main"]
