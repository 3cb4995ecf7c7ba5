"""What somebody new may have held at once, at the desk, and letting one person have more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import back_out, leaving, lines, paragraphs, quoted
from bot.texts import Code, Safe, Text
from core.deal.allowance import PROVEN, Allowance
from core.deal.person import Person
from core.ports import Expecting
from core.values.ids import PersonId
from core.values.money import Money
from core.values.words import Words


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one person may have held at once: the house's figures, and what the desk allows them."""

    done: int
    """Their completed deals."""
    general: Mapping[str, int]
    own: Sequence[Allowance]
    staff: Mapping[PersonId, str]


@dataclass(frozen=True, slots=True)
class Allowing:
    """Somebody whose limit is about to change: to so much, or back to what holds for everybody."""

    person: Person
    amount: Money
    limit: Money
    """What holds for everybody who is new."""

    @property
    def back(self) -> bool:
        """Whether a raised limit is taken back."""
        return self.amount == self.limit


def bounds_lines(t: Text, bounds: Bounds) -> Iterator[Safe]:
    """A line a currency for who is new; nothing where there is no limit, or none for them."""
    if bounds.done >= PROVEN:
        return
    own = {one.amount.currency: one for one in bounds.own}
    for currency, most in sorted(bounds.general.items()):
        yield t("desk-bound", amount=Money(most, currency), done=bounds.done, proven=PROVEN)
        raised = own.get(currency)
        if raised is not None:
            name = bounds.staff.get(raised.by, str(raised.by))
            yield t("desk-bound-raised", amount=raised.amount, name=name, at=raised.at)
            yield quoted(t.said(raised.why), 300)
    if bounds.general:
        yield t("desk-bound-how")


def _about(t: Text, allowing: Allowing) -> Safe:
    key = "desk-allow-back" if allowing.back else "desk-allow-more"
    named = {"name": allowing.person.name, "person": Code(allowing.person.id)}
    return t(key, amount=allowing.amount, limit=allowing.limit, **named)


def usage(t: Text, currency: str) -> Card:
    """How the command is written."""
    return Card(t("desk-allow-usage", currency=Code(currency)))


def ask_why(t: Text, allowing: Allowing, owner: str, form: Expecting) -> Card:
    """The colleague's next words say why."""
    asked = t("desk-allow-why", name=owner)
    return Card(lines(_about(t, allowing), asked), rows_of([back_out(t, form)]))


def digest(allowing: Allowing, words: Words) -> str:
    """Of what the second tap shows, so that it sets exactly that."""
    amount = f"{allowing.person.id}\0{allowing.amount}\0{allowing.limit}\0{words.digest}"
    return sha256(amount.encode()).hexdigest()[:8]


def sure(t: Text, allowing: Allowing, words: Words, form: Expecting) -> Card:
    """The second tap: for whom, how much, and why."""
    label = "desk-button-allow-back" if allowing.back else "desk-button-allow"
    press = Press("allow", arg=digest(allowing, words))
    buttons = [
        Button(t.plain(label), press, style=Style.GO),
        Button(t.plain("desk-button-back"), leaving(form)),
    ]
    text = paragraphs(_about(t, allowing), quoted(str(words)), t("desk-allow-sure"))
    return Card(text, rows_of(buttons))


def done(t: Text, allowing: Allowing, by: str) -> Card:
    """What the question becomes."""
    return Card(lines(t("desk-allow-done", name=by), _about(t, allowing)))
