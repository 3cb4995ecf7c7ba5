"""The texts that come with the program, read once: that takes half a second."""

from typing import Final

from bot.texts import Texts

TEXTS: Final = Texts(strict=True)
"""A missing text is an error."""
