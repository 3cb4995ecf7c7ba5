"""What takes a start of the program most of its time, read before it is forked."""

import bot.playground.__main__
import bot.wiring.desk
import bot.wiring.parties
import bot.wiring.playground
import bot.wiring.process
import bot.wiring.schema  # noqa: F401
import tests.story.warm  # noqa: F401
from bot.texts import Texts

Texts()
