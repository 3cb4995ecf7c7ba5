"""An answer that goes on: what is said of the next questions with it is not asked again.

`300 EUR, 5 days`, `5 days: three concepts; SVG`, `۳۰۰ یورو، ۵ روز`, or one a line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.parties.kit.reading import heads, read_lines
from bot.parties.kit.update import Update, words
from bot.texts.lengths import read_length
from core.drafting import SetMilestone
from core.values.amounts import named
from core.values.errors import BadInput
from core.values.words import Words

_AFTER_AMOUNT: Final = r";؛\n"
_AFTER_LENGTH: Final = r";؛:\n"
_DATES: Final = frozenset({"date-ambiguous", "date-is-past"})
"""What is refused of a date that was understood: clearer than that it was not."""


@dataclass(frozen=True, slots=True)
class Timed:
    """How long it may take, and the criteria, if any were written behind it."""

    length: timedelta
    criteria: tuple[Words, ...] = ()

    def of(self, number: int) -> SetMilestone:
        """As an edit; criteria that were not written stay."""
        return SetMilestone(number, duration=self.length, criteria=self.criteria or None)


def timed(update: Update, text: str) -> Timed:
    """Raises BadInput, of a date that was understood before all."""
    refused: list[BadInput] = []
    for head, rest in heads(text, _AFTER_LENGTH):
        try:
            length = read_length(head, update.app.escrow.now(), update.person.zone)
        except BadInput as no:
            refused.append(no)
        else:
            return Timed(length, tuple(words(line, lines=False) for line in read_lines(rest)))
    raise next((no for no in refused if no.key in _DATES), refused[0])


@dataclass(frozen=True, slots=True)
class Priced:
    """What is read as the amount, what goes on behind it, and why that is not understood."""

    amount: str
    timed: Timed | None = None
    refused: BadInput | None = None


def priced_and_timed(update: Update, text: str, reads: Callable[[str], object]) -> Priced:
    """The amount apart from what goes on; all of it where it can not be parted.

    `reads` raises BadInput for what is no amount. What names a currency is meant as the amount, and
    stays though what goes on is not understood.
    """
    meant = Priced(text)
    for head, rest in heads(text, _AFTER_AMOUNT):
        try:
            reads(head)
            return Priced(head, timed(update, rest) if rest else None)
        except BadInput as no:
            if rest and named(head) and meant.refused is None:
                meant = Priced(head, refused=no)
    return meant
