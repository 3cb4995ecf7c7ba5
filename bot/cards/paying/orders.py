"""The desk's cards of a legal order, or of proven fraud: where it goes, by which document."""

from __future__ import annotations

from hashlib import sha256

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import Part, back_out, leaving, lines, paragraphs, quoted
from bot.texts import Code, Safe, Text
from core.deal.approval import AskedOrder
from core.deal.flag import FlagKind, HoldFlag
from core.deal.terms import Role
from core.ports import Expecting
from core.values.money import Money
from core.values.words import FileRef, Words

_MARK = 12
"""Characters of a document's check code that a card shows."""


def _about(t: Text, part: Part) -> Safe:
    title, deal = part.deal_title, Code(part.deal.id)
    return t("desk-money-about", title=title, milestone=part.title, deal=deal)


def ask_to(t: Text, part: Part, flag: HoldFlag) -> Card:
    """Where it sends what is held; what is proven fraud has one way."""
    sides = (Role.CLIENT,) if flag.kind is FlagKind.FRAUD else (Role.FREELANCER, Role.CLIENT)
    buttons = [
        Button(
            t.plain("desk-button-order-to", to=to),
            Press("ordto", part.deal.id, part.number, None, f"{flag.number}.{to.value}"),
        )
        for to in sides
    ]
    buttons.append(Button(t.plain("desk-button-back"), Press("flags", part.deal.id)))
    asked = t("desk-order-to", kind=flag.kind, held=part.milestone.held)
    return Card(lines(asked, _about(t, part)), rows_of(buttons))


def ask_document(t: Text, part: Part, owner: str, form: Expecting) -> Card:
    """The colleague's next file is it."""
    asked = t("desk-order-document", name=owner)
    return Card(lines(asked, _about(t, part)), rows_of([back_out(t, form)]))


def ask_why(t: Text, part: Part, owner: str, form: Expecting) -> Card:
    """Whose order, of which date."""
    asked = t("desk-order-why", name=owner)
    return Card(lines(asked, _about(t, part)), rows_of([back_out(t, form)]))


def digest(flag: int, to: Role, held: Money, document: FileRef, words: Words) -> str:
    """Of what the second tap shows, so that it asks for exactly that."""
    said = (str(flag), to.value, str(held), document.sha256, words.digest)
    return sha256("\0".join(said).encode()).hexdigest()[:8]


def sure(t: Text, part: Part, asked: AskedOrder, form: Expecting, mark: str) -> Card:
    """The second tap: a colleague is asked for exactly this."""
    press = Press("ordok", part.deal.id, part.number, None, mark)
    buttons = [
        Button(t.plain("desk-button-order-sure"), press, style=Style.DANGER),
        Button(t.plain("desk-button-back"), leaving(form)),
    ]
    return Card(paragraphs(t("desk-order-sure"), order_asked(t, part, asked)), rows_of(buttons))


def order_asked(t: Text, part: Part, asked: AskedOrder) -> Safe:
    """What a second person says yes to: where it goes, by what, in whose words."""
    person = part.deal.person(asked.to)
    told = t("desk-order-asked", to=asked.to, held=asked.held, name=part.name(person))
    file = t(
        "desk-order-file",
        file=asked.document.name,
        mark=Code(asked.document.sha256[:_MARK]),
    )
    return lines(told, _about(t, part), file, quoted(t.said(asked.words)))
