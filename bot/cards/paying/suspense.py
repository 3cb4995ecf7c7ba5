"""The treasurer's cards of money that matches nothing: as it stands, matched, sent back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import Part, back_out, lines, paragraphs
from bot.cards.paying.deposits import before, fitting
from bot.texts import Code, Safe, Text
from core.deal.suspense import Suspense, SuspenseState
from core.ports import Expecting
from core.values.money import Money


@dataclass(frozen=True, slots=True)
class Suspended:
    """Money that matches nothing, with the names of the colleagues that its card needs."""

    item: Suspense
    by: str
    """Who booked it."""
    closed_by: str = ""
    asked_by: str = ""


def _press(item: Suspense, verb: str) -> Press:
    return Press(verb, arg=f"{item.id}.{item.seen}")


def item_card(t: Text, one: Suspended) -> Card:
    """What it is, what is known of it, and what can be done."""
    item = one.item
    text = paragraphs(
        lines(_head(t, one), t("desk-item-number", item=Code(item.id))),
        lines(*_known(t, one)),
        _asked(t, one),
    )
    return Card(text, rows_of(_buttons(t, item)))


def _head(t: Text, one: Suspended) -> Safe:
    item = one.item
    if item.state is SuspenseState.OPEN:
        return t("desk-item-open", amount=item.amount, until=item.due_at)
    if item.state is SuspenseState.MATCHED:
        deal = Code(f"{item.deal}-{item.milestone}")
        return t("desk-item-matched", amount=item.amount, code=deal, name=one.closed_by)
    at = item.closed_at or item.at
    return t("desk-item-returned", amount=item.amount, name=one.closed_by, at=at)


def _known(t: Text, one: Suspended) -> list[Safe]:
    item = one.item
    return [
        t("desk-arrived-payer", payer=item.source),
        t("desk-arrived-reference", reference=Code(item.external_id)),
        t("desk-arrived-day", day=t.written_day(item.value_on)),
        t("desk-item-booked", name=one.by, at=item.at),
        t("desk-item-about", code=Code(item.about)) if item.about is not None else Safe(""),
    ]


def _asked(t: Text, one: Suspended) -> Safe:
    if not one.asked_by or one.item.asked_at is None:
        return Safe("")
    return t("desk-item-asked", name=one.asked_by, at=one.item.asked_at)


def _buttons(t: Text, item: Suspense) -> list[Button]:
    if item.state is SuspenseState.OPEN:
        return [
            Button(t.plain("desk-button-match"), _press(item, "susm")),
            Button(t.plain("desk-button-sent-back"), _press(item, "susr")),
        ]
    if item.state is SuspenseState.RETURNED:
        return [Button(t.plain("desk-button-came-back"), _press(item, "susb"))]
    return []


def overdue(t: Text, since: str, card: Card) -> Card:
    """The desk let its time pass; the buttons that end it stay."""
    said = t("desk-item-overdue", since=datetime.fromisoformat(since))
    return replace(card, text=paragraphs(said, card.text))


def ask_deal(t: Text, one: Suspended, owner: str, form: Expecting) -> Card:
    """*Match to a deal*: the colleague's next words, here, are its number."""
    text = lines(t("desk-match-ask", name=owner, amount=one.item.amount), *_known(t, one))
    return Card(text, rows_of([back_out(t, form)]))


def choose(t: Text, one: Suspended, parts: Sequence[Part], form: Expecting) -> Card:
    """The milestones of that deal which wait for money of this currency."""
    item, deal = one.item, parts[0].deal
    waiting = fitting(parts, item.amount)
    buttons = [
        Button(t.plain("desk-button-book-for", title=part.title), _to(item, part, "sust"))
        for part in waiting
    ]
    about = t("desk-arrived-deal", title=parts[0].deal_title, code=Code(deal.id))
    text = paragraphs(
        lines(t("desk-match-which", amount=item.amount), about),
        lines(*(_missing(t, part) for part in waiting))
        if waiting
        else t("desk-arrived-no-milestone"),
        t("desk-match-other"),
    )
    return Card(text, rows_of([*buttons, back_out(t, form)]))


def _to(item: Suspense, part: Part, verb: str) -> Press:
    arg = f"{item.id}.{item.seen}"
    return Press(verb, part.deal.id, part.number, part.milestone.seen, arg)


def _missing(t: Text, part: Part) -> Safe:
    return t("desk-match-missing", title=part.title, missing=part.milestone.missing)


def match_sure(t: Text, one: Suspended, part: Part) -> Card:
    """The second tap repeats the amount and what it is for."""
    item = one.item
    asked = lines(
        t("desk-arrived-sure", amount=item.amount, title=part.title, code=Code(part.deal.id)),
        _missing(t, part),
        *before(t, part),
    )
    label = t.plain("desk-button-book-amount", amount=item.amount)
    buttons = [
        Button(label, _to(item, part, "sustok"), style=Style.GO),
        Button(t.plain("desk-button-back"), _press(item, "sus")),
    ]
    return Card(paragraphs(asked, lines(*_known(t, one))), rows_of(buttons))


def back_sure(t: Text, one: Suspended) -> Card:
    """The second tap repeats the amount and where it went."""
    item = one.item
    label = t.plain("desk-button-back-amount", amount=item.amount)
    buttons = [
        Button(label, _press(item, "susrok"), style=Style.DANGER),
        Button(t.plain("desk-button-back"), _press(item, "sus")),
    ]
    asked = t("desk-back-sure", amount=item.amount, source=item.source)
    return Card(paragraphs(asked, lines(*_known(t, one)), _asked(t, one)), rows_of(buttons))


def came_sure(t: Text, one: Suspended) -> Card:
    """The second tap: the bank has sent it here again."""
    item = one.item
    label = t.plain("desk-button-came-amount", amount=item.amount)
    buttons = [
        Button(label, _press(item, "susbok"), style=Style.DANGER),
        Button(t.plain("desk-button-back"), _press(item, "sus")),
    ]
    return Card(t("desk-came-sure", amount=item.amount), rows_of(buttons))


def sums(items: Sequence[Suspense]) -> list[Money]:
    """What waits, by currency."""
    found: dict[str, Money] = {}
    for item in items:
        currency = item.amount.currency
        found[currency] = found.get(currency, Money(0, currency)) + item.amount
    return [found[currency] for currency in sorted(found)]
