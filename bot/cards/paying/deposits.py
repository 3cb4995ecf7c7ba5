"""The treasurer's cards of money that nobody has claimed: what the statement says, and what for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import Part, back_out, leaving, lines, paragraphs
from bot.texts import Code, Safe, Text
from core.deal.milestone import Milestone
from core.ports import Expecting
from core.values.money import Money

MOST_CHOICES: Final = 20
"""Milestones that wait for money and are offered: those that wait for just that much come first."""


@dataclass(frozen=True, slots=True)
class BankLine:
    """One line of the bank's, as the treasurer typed it; `day` is `2026-05-19`."""

    amount: Money
    reference: str
    payer: str
    day: str

    @property
    def mark(self) -> str:
        """Of all of it, so that the second tap books exactly what the card showed."""
        said = "\0".join((str(self.amount), self.reference, self.payer, self.day))
        return sha256(said.encode()).hexdigest()[:8]


def ask_statement(t: Text, owner: str, form: Expecting) -> Card:
    """The colleague's next words, here, are the four things."""
    return Card(t("desk-arrived-ask", name=owner), rows_of([back_out(t, form)]))


def statement_lines(t: Text, said: BankLine) -> Safe:
    """Amount, payer, reference, day."""
    return lines(
        t("desk-arrived-amount", amount=said.amount),
        t("desk-arrived-payer", payer=said.payer),
        t("desk-arrived-reference", reference=Code(said.reference)),
        t("desk-arrived-day", day=t.written_day(said.day)),
    )


def fitting(parts: Sequence[Part], amount: Money) -> list[Part]:
    """The milestones that can take it, first those that wait for just that much."""
    found = [part for part in parts if fits(part.milestone, amount)]
    return sorted(found, key=lambda part: part.milestone.missing != amount)[:MOST_CHOICES]


def where(t: Text, said: BankLine, parts: Sequence[Part], form: Expecting) -> Card:
    """What it can be for: milestones of the deal that wait for money; or nothing that is known."""
    waiting = fitting(parts, said.amount)
    buttons = [
        Button(
            t.plain("desk-button-book-for", title=part.title),
            Press("arr", part.deal.id, part.number, part.milestone.seen, said.mark),
        )
        for part in waiting
    ]
    deal = parts[0].deal.id if parts else None
    buttons += [
        Button(t.plain("desk-button-to-suspense"), Press("arr", deal, arg=said.mark)),
        Button(t.plain("desk-button-back"), leaving(form)),
    ]
    text = paragraphs(
        lines(t("desk-arrived-head"), statement_lines(t, said)),
        lines(*_of_deal(t, said, parts, waiting)),
        t("desk-arrived-where", found=bool(parts)),
    )
    return Card(text, rows_of(buttons))


def fits(m: Milestone, amount: Money) -> bool:
    """Whether the milestone waits for money of this currency."""
    return m.to_pay and m.amount.currency == amount.currency


def _of_deal(t: Text, said: BankLine, parts: Sequence[Part], waiting: Sequence[Part]) -> list[Safe]:
    if not parts:
        return []
    first = parts[0]
    told = [t("desk-arrived-deal", title=first.deal_title, code=Code(first.deal.id))]
    if first.deal.currency != said.amount.currency:
        told.append(t("desk-arrived-currency", currency=str(first.deal.currency)))
    elif not waiting:
        told.append(t("desk-arrived-no-milestone"))
    told += [_waits(t, part, said.amount) for part in waiting]
    return [*told, *(line for part in parts for line in before(t, part))]


def _waits(t: Text, part: Part, amount: Money) -> Safe:
    missing = part.milestone.missing
    how = "exact" if amount == missing else "short" if amount < missing else "over"
    apart = missing - amount if amount < missing else amount - missing
    return t("desk-arrived-waits", title=part.title, missing=missing, how=how, apart=apart)


def before(t: Text, part: Part) -> list[Safe]:
    """What is booked already: the same money may have been confirmed by its claim."""
    return [
        t(
            "desk-arrived-before",
            title=part.title,
            amount=one.amount,
            source=one.source,
            reference=Code(one.external_id),
            at=one.at,
        )
        for one in part.milestone.deposits
    ]


def sure(t: Text, said: BankLine, part: Part, form: Expecting) -> Card:
    """The second tap repeats all of it."""
    asked = lines(
        t("desk-arrived-sure", amount=said.amount, title=part.title, code=Code(part.deal.id)),
        _waits(t, part, said.amount),
        *before(t, part),
    )
    press = Press("arrok", part.deal.id, part.number, part.milestone.seen, said.mark)
    label = t.plain("desk-button-book-amount", amount=said.amount)
    return _sure(t, asked, said, Button(label, press, style=Style.GO), form)


def sure_suspense(t: Text, said: BankLine, about: Part | None, form: Expecting) -> Card:
    """The same, where it is for nothing that is known."""
    if about is None:
        asked = t("desk-suspense-sure", amount=said.amount)
    else:
        deal, title = Code(about.deal.id), about.deal_title
        asked = t("desk-suspense-sure-about", amount=said.amount, title=title, code=deal)
    press = Press("arrok", None if about is None else about.deal.id, arg=said.mark)
    label = t.plain("desk-button-keep-amount", amount=said.amount)
    return _sure(t, asked, said, Button(label, press, style=Style.GO), form)


def _sure(t: Text, asked: Safe, said: BankLine, book: Button, form: Expecting) -> Card:
    buttons = [book, Button(t.plain("desk-button-back"), leaving(form))]
    return Card(paragraphs(asked, statement_lines(t, said)), rows_of(buttons))


def known(t: Text, reference: str, title: str, deal: str) -> Card:
    """The reference is booked for a deal: nothing was booked once more."""
    return Card(t("desk-arrived-known", reference=Code(reference), title=title, code=Code(deal)))
