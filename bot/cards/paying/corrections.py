"""The desk's cards of a payment that was booked wrongly: which, what is right, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import MOST_BUTTONS, Card, rows_of
from bot.cards.kit.desk import Part, back_out, leaving, lines, paragraphs, quoted
from bot.cards.paying.reversals import Paid, about_payment
from bot.texts import Safe, Text
from core.deal.approval import AskedCorrection
from core.ports import Expecting
from core.values.money import Money
from core.values.words import Words


def pick(t: Text, part: Part, booked: Sequence[Paid]) -> Card:
    """Which payment."""
    if not booked:
        return Card(t("desk-correct-none"))
    buttons = [
        Button(
            t.plain("desk-button-recall", amount=one.deposit.amount, number=place),
            Press("cor", part.deal.id, one.milestone, None, one.name),
        )
        for place, one in enumerate(booked, 1)
    ]
    told = [
        t(
            "desk-recall-deposit",
            number=place,
            amount=one.deposit.amount,
            source=one.deposit.source,
            at=one.deposit.at,
        )
        for place, one in enumerate(booked, 1)
    ]
    head = lines(t("desk-correct-which"), about_payment(t, part))
    return Card(paragraphs(head, lines(*told)), rows_of(buttons[:MOST_BUTTONS]))


def ask_amount(t: Text, part: Part, booked: Money, owner: str, form: Expecting) -> Card:
    """How much of it is right: typed, or nothing, or all of it for something else."""
    nothing = Button(t.plain("desk-button-correct-nothing"), _press(part, "cornil", "never"))
    aside = Button(t.plain("desk-button-correct-aside"), _press(part, "cornil", "aside"))
    choices = [nothing, aside] if booked else []
    asked = t("desk-correct-amount", name=owner, amount=booked)
    return Card(lines(asked, about_payment(t, part)), rows_of([*choices, back_out(t, form)]))


def ask_rest(t: Text, part: Part, right: Money, rest: Money, owner: str, form: Expecting) -> Card:
    """Of less than was booked: whether the rest never arrived, or is for something else."""
    asked = t("desk-correct-rest", name=owner, right=right, rest=rest)
    buttons = [
        Button(t.plain("desk-button-rest-never"), _press(part, "corx", "never")),
        Button(t.plain("desk-button-correct-aside"), _press(part, "corx", "aside")),
        back_out(t, form),
    ]
    return Card(lines(asked, about_payment(t, part)), rows_of(buttons))


def _press(part: Part, verb: str, arg: str) -> Press:
    return Press(verb, part.deal.id, part.number, None, arg)


def ask_why(t: Text, part: Part, owner: str, form: Expecting) -> Card:
    """The colleague's next words are the reason, which both sides read."""
    asked = t("desk-correct-why", name=owner)
    return Card(lines(asked, about_payment(t, part)), rows_of([back_out(t, form)]))


@dataclass(frozen=True, slots=True)
class SetRight:
    """What is booked, what is right, and whether the difference is for something else."""

    was: Money
    right: Money
    aside: bool

    def told(self, t: Text) -> Safe:
        """In words, with the difference."""
        more = self.right > self.was
        off = self.right - self.was if more else self.was - self.right
        what = "aside" if self.aside else "more" if more else "never"
        return t("desk-correct-change", was=self.was, right=self.right, off=off, what=what)


def sure(t: Text, part: Part, change: SetRight, said: Words, form: Expecting, mark: str) -> Card:
    """The second tap."""
    yes = t.plain("desk-button-correct-sure")
    buttons = [
        Button(yes, _press(part, "corok", mark), style=Style.DANGER),
        Button(t.plain("desk-button-back"), leaving(form)),
    ]
    told = lines(t("desk-correct-sure"), change.told(t), about_payment(t, part))
    return Card(paragraphs(told, quoted(str(said))), rows_of(buttons))


def done(t: Text, part: Part, change: SetRight, name: str) -> Card:
    """It is corrected."""
    told = t("desk-correct-done", name=name)
    return Card(lines(told, change.told(t), about_payment(t, part)))


def correction_asked(t: Text, part: Part, asked: AskedCorrection) -> Safe:
    """What a second treasurer looks for on the statement."""
    booked = part.milestone.deposit(asked.rail, asked.deposit)
    was = asked.now if booked is None else booked.amount
    told = SetRight(was, asked.now, asked.aside).told(t)
    return lines(told, about_payment(t, part), quoted(t.said(asked.words)))
