"""The composition root: builds everything from the Settings, and is the only importer of storage.

run(settings)               both bots, for real
playground(settings, ...)   both bots against a Telegram of our own, with a page of chats
bot.wiring.admin            what the command line asks of the database
"""

from bot.wiring.playground import playground
from bot.wiring.process import Stopped, run

__all__ = ["Stopped", "playground", "run"]
