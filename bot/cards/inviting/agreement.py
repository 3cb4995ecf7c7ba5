"""The agreement: as a message when it is made, and as the document that both keep."""

from __future__ import annotations

from typing import Final

from bot.cards.kit.base import Attachment
from bot.cards.kit.terms import binding_text
from bot.papers.blocks import Block, Document, Heading, Pairs, Paragraph, Table
from bot.papers.paper import pdf
from bot.texts import Code, Safe, Text, plain
from core.deal.terms import Acceptance, Agreement, MilestoneTerms, Terms
from core.values.ids import PersonId
from core.views import DealView

SHOWN: Final = 16
"""Characters of the fingerprint that people read aloud."""


def agreed_lines(view: DealView | None, t: Text) -> tuple[Safe, ...]:
    """What of the agreement is told when it is made: the code of the text that both accepted."""
    agreement = None if view is None else view.deal.agreement
    if agreement is None:
        return ()
    return (t("agreed-fingerprint", fingerprint=Code(agreement.fingerprint[:SHOWN])),)


# The document


def agreement_pdf(view: DealView, t: Text, operator: str) -> Attachment:
    """The agreement as PDF in the reader's language; the same one gives the same bytes."""
    document = agreement_document(view, t, operator)
    return Attachment(f"agreement-{view.deal.id}.pdf", "application/pdf", pdf(document))


def agreement_document(view: DealView, t: Text, operator: str) -> Document:
    """What is on its pages. Raises ValueError before there is an agreement."""
    deal, agreement = view.deal, view.deal.agreement
    if agreement is None:
        msg = "there is no agreement to print"
        raise ValueError(msg)
    terms = agreement.terms
    blocks: list[Block] = [
        Pairs(tuple(_facts(view, agreement, t))),
        Heading(t.plain("agreement-what")),
        Pairs(((t.plain("agreement-total"), t.money(terms.total) if terms.total else ""),)),
    ]
    if terms.description is not None:
        blocks += [Heading(t.plain("agreement-work")), Paragraph(t.said(terms.description))]
    for number, milestone in enumerate(terms.milestones, 1):
        blocks += _milestone(number, milestone, len(terms.milestones), t)
    blocks += _files(terms, t)
    blocks += [Heading(t.plain("agreement-rules")), Paragraph(plain(binding_text(terms, t)))]
    blocks += [Heading(t.plain("agreement-accepted")), _accepted(view, agreement, t)]
    return Document(
        title=str(terms.title or ""),
        house=t.plain("agreement-title", deal=Safe(deal.id)),
        created=agreement.at,
        locale=t.locale,
        rtl=t.rtl,
        blocks=tuple(blocks),
        footer=t.plain("agreement-footer", operator=operator, deal=Safe(deal.id)),
        undrawn=t.plain("paper-undrawn"),
    )


def _facts(view: DealView, agreement: Agreement, t: Text) -> list[tuple[str, str]]:
    deal = view.deal
    return [
        (t.plain("agreement-freelancer"), _named(view, deal.freelancer, t)),
        (t.plain("agreement-client"), _named(view, deal.client, t)),
        (t.plain("agreement-at"), t.moment(agreement.at, year=True)),
        (t.plain("agreement-version"), t.number(agreement.version)),
        (t.plain("agreement-fingerprint"), agreement.fingerprint),
    ]


def _named(view: DealView, who: PersonId | None, t: Text) -> str:
    person = None if who is None else view.people.get(who)
    if person is None:
        return "-"
    return t.plain("agreement-person", name=person.name, id=Safe(str(person.id)))


def _milestone(number: int, m: MilestoneTerms, count: int, t: Text) -> list[Block]:
    title = f"{t.number(number)}. {m.title or ''}" if count > 1 else str(m.title or "")
    if m.dropped:
        told = t.plain("terms-milestone-dropped", number=number, title=str(m.title or ""))
        return [Paragraph(told, pale=True)]
    priced = t.money(m.amount) if m.amount is not None else ""
    told = t.plain("terms-duration", length=m.duration) if m.duration is not None else ""
    criteria = "\n".join(f"• {criterion}" for criterion in m.criteria)
    return [Paragraph(f"{title}: {priced}"), Paragraph(told, pale=True), Paragraph(criteria)]


def _files(terms: Terms, t: Text) -> list[Block]:
    if not terms.files:
        return []
    head = (t.plain("agreement-files"), t.plain("agreement-size"), t.plain("agreement-sum"))
    rows = tuple((file.name, t.number(file.size), file.sha256) for file in terms.files)
    return [Heading(t.plain("agreement-files")), Table(head, rows, (5, 2, 8))]


def _accepted(view: DealView, agreement: Agreement, t: Text) -> Table:
    head = tuple(
        t.plain(f"agreement-{key}") for key in ("who", "when", "language", "button", "reference")
    )
    rows = tuple(_acceptance(view, acceptance, t) for acceptance in agreement.acceptances)
    return Table(head, rows, (4, 5, 2, 3, 4))


def _acceptance(view: DealView, acceptance: Acceptance, t: Text) -> tuple[str, ...]:
    person = view.people.get(acceptance.person)
    return (
        person.name if person is not None else str(acceptance.person),
        t.moment(acceptance.at, year=True),
        t.language(acceptance.locale),
        acceptance.button,
        acceptance.request,
    )
