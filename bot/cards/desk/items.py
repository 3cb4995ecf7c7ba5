"""What is posted into a dispute's topic once: each text whole, with its files behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.cards.base import Card
from bot.cards.desk.case import Case, evidence_label
from bot.cards.desk.common import lines, pieces, quoted
from bot.texts import Safe, Text
from core.dispute import Evidence, Question, Ruling
from core.ids import PersonId
from core.milestone import Submission
from core.words import FileRef

PIECE: Final = 3500
"""Of somebody's words in one message, beside its heading."""


class Sent(StrEnum):
    """Whether Telegram accepted what the desk sent to somebody; texts select by it."""

    WAITS = "waits"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Posting:
    """One thing of the case. `key` names it, so that it is posted once and again after a deletion.

    `author` is the party whose words these are: a reply to them may be sent on.
    """

    key: str
    cards: tuple[Card, ...]
    files: tuple[FileRef, ...] = ()
    author: PersonId | None = None


def postings(t: Text, case: Case, delivered: Mapping[str, bool]) -> Iterator[Posting]:
    """Everything of the case in its order. `delivered` says what Telegram did with questions."""
    milestone, dispute = case.part.milestone, case.dispute
    if case.part.deal.terms.files:
        yield Posting("terms", _said(t("desk-item-terms"), ""), case.part.deal.terms.files)
    for work in milestone.submissions:
        yield _submission(t, case, work)
    for asked in milestone.rounds:
        files = tuple(file for item in asked.items for file in item.files)
        if files:
            head = t("desk-item-round", number=asked.number)
            yield Posting(f"r{asked.number}", _said(head, ""), files, case.part.deal.client)
    for place, said in enumerate(dispute.statements):
        head = t(
            "desk-item-statement",
            role=case.part.role(said.by),
            name=case.part.name(said.by),
            amount=said.sought,
            at=said.at,
        )
        yield Posting(f"s{place}", _said(head, t.said(said.words)), said.files, said.by)
    for filed in dispute.evidence:
        head = t(
            "desk-item-evidence",
            number=filed.number,
            role=case.part.role(filed.by),
            name=case.part.name(filed.by),
            at=filed.at,
        )
        words = t.said(filed.words)
        yield Posting(f"e{filed.number}", _said(head, words), filed.files, filed.by)
    for question in dispute.questions:
        yield from _question(t, case, question, sent_of(delivered, f"q{question.number}"))
    if dispute.ruling is not None:
        yield Posting("ruling", ruling_cards(t, case, dispute.ruling))


def _said(head: Safe, text: str) -> tuple[Card, ...]:
    """A heading with somebody's words below it; very long words go on in further messages."""
    first, *rest = pieces(text, PIECE)
    return (
        Card(lines(head, quoted(first, PIECE)), ring=False),
        *(Card(quoted(piece, PIECE), ring=False) for piece in rest),
    )


def _submission(t: Text, case: Case, work: Submission) -> Posting:
    author = case.part.deal.freelancer
    name = case.part.name(author)
    head = t("desk-item-submission", number=work.number, name=name, at=work.at)
    said = "\n".join(map(t.said, (work.words, *work.notes, *work.answers, *work.links))).strip()
    return Posting(f"w{work.number}", _said(head, said), work.files, author)


def _question(t: Text, case: Case, question: Question, sent: Sent) -> Iterator[Posting]:
    yield Posting(f"q{question.number}", (question_card(t, case, question, sent),))
    if question.answer is not None:
        head = t(
            "desk-item-answer",
            number=question.number,
            role=question.to,
            name=case.part.side(question.to),
        )
        author = case.part.deal.person(question.to)
        said = _said(head, t.said(question.answer))
        yield Posting(f"a{question.number}", said, question.files, author)


def question_card(t: Text, case: Case, question: Question, sent: Sent) -> Card:
    """A question with what became of it: ✓ accepted by Telegram, ✗ the person blocked the bot."""
    head = t(
        "desk-item-question",
        number=question.number,
        role=question.to,
        name=case.colleague(question.by),
        sent=sent,
    )
    return Card(lines(head, quoted(t.said(question.words), PIECE)), ring=False)


def sent_of(delivered: Mapping[str, bool], key: str) -> Sent:
    """What became of something that was sent."""
    return Sent.WAITS if key not in delivered else Sent.YES if delivered[key] else Sent.NO


def criterion_line(t: Text, case: Case, place: int | None) -> Safe:
    """The criterion that a ruling rests on."""
    if place is None:
        return t("desk-rule-no-criterion")
    return t("desk-ruling-criterion", words=str(case.part.terms.criteria[place]))


def relied_line(t: Text, item: Evidence) -> Safe:
    """One piece of evidence that a ruling rests on."""
    what = evidence_label(t.said(item.words), [file.name for file in item.files])
    return t("desk-ruling-relied", number=item.number, what=what)


def ruling_cards(t: Text, case: Case, ruling: Ruling) -> tuple[Card, ...]:
    """The ruling as it was made, with its reasons."""
    relied = [item for item in case.dispute.evidence if item.number in ruling.relied_on]
    head = lines(
        t(
            "desk-case-ruling",
            outcome=ruling.outcome,
            name=case.colleague(ruling.by),
            freelancer=ruling.to_freelancer,
            client=ruling.to_client,
        ),
        criterion_line(t, case, ruling.criterion),
        *(relied_line(t, item) for item in relied),
        t("desk-ruling-reasons"),
    )
    first, *rest = pieces(t.said(ruling.reasons), 2500)
    return (
        Card(lines(head, quoted(first, PIECE)), ring=False),
        *(Card(quoted(piece, PIECE), ring=False) for piece in rest),
    )
