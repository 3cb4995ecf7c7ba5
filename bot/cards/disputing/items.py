"""What is posted into a dispute's topic once: each text whole, with its files behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.cards.disputing.about import Case
from bot.cards.disputing.decisions import challenge_line, review_line, ruling_line
from bot.cards.disputing.exhibits import sought_args
from bot.cards.disputing.offers import made_in, proposed
from bot.cards.disputing.record import (
    Recorded,
    contests,
    paused,
    points,
    record,
    relied_lines,
    work_text,
)
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import PIECE, Accepted, back_out, lines, pieces, quoted, sent_of
from bot.texts import Safe, Text, plain
from core.deal.dispute import Opening, Question
from core.deal.milestone import Submission
from core.deal.ruling import ExhibitKind, Ruling, SentBack
from core.deal.terms import Role
from core.ports import Expecting
from core.values.ids import PersonId
from core.values.words import FileRef


@dataclass(frozen=True, slots=True)
class TopicPost:
    """One thing of the case. `key` names it, so that it is posted once and again after a deletion.

    `author` is the party whose words these are: a reply to them may be sent on.
    """

    key: str
    cards: tuple[Card, ...]
    files: tuple[FileRef, ...] = ()
    author: PersonId | None = None
    whole: bool = False
    """The document of the whole case goes with it, made when it is posted."""


def postings(t: Text, case: Case, delivered: Mapping[str, bool]) -> Iterator[TopicPost]:
    """Everything of the case in its order. `delivered` says what Telegram did with questions."""
    milestone, dispute = case.part.milestone, case.dispute
    yield TopicPost("whole", (Card(t("desk-item-whole"), ring=False),), whole=True)
    everything = record(t, case)
    yield from _agreed(t, case, everything)
    yield from _said_before(t, case, everything)
    for work in milestone.submissions:
        yield _submission(t, case, work)
    for asked in milestone.rounds:
        files = tuple(file for item in asked.items for file in item.files)
        head = t("desk-item-round", number=asked.number, at=asked.at)
        cards = _said(head, plain(points(t, asked)))
        author = case.part.deal.client if asked.fallback is None else None
        yield TopicPost(f"r{asked.number}", cards, files, author)
    for place, each in enumerate(contests(t, case), 1):
        head = t("desk-item-said", what=each.head, name=case.part.name(each.by))
        yield TopicPost(f"k{place}", _said(head, plain(each.body)), each.files, each.by)
    for place, each in enumerate(paused(t, case), 1):
        head = t("desk-item-said", what=each.head, name=case.part.name(each.by))
        yield TopicPost(f"p{place}", _said(head, plain(each.body)), each.files, each.by)
    for place, said in enumerate(dispute.statements):
        head = t(
            "desk-item-statement",
            role=case.part.role(said.by),
            name=case.part.name(said.by),
            at=said.at,
            **sought_args(dispute, said),
        )
        yield TopicPost(f"s{place}", _said(head, t.said(said.words)), said.files, said.by)
    for filed in dispute.evidence:
        head = t(
            "desk-item-evidence",
            number=filed.number,
            role=case.part.role(filed.by),
            name=case.part.name(filed.by),
            at=filed.at,
        )
        words = t.said(filed.words)
        yield TopicPost(f"e{filed.number}", _said(head, words), filed.files, filed.by)
    for question in dispute.questions:
        yield from _question(t, case, question, sent_of(delivered, f"q{question.number}"))
    yield from _offered(t, case)
    yield from _said_since(t, case, everything)
    yield from _decisions(t, case)


def _offered(t: Text, case: Case) -> Iterator[TopicPost]:
    """Each offer; what became of it stands in the case file."""
    for made in made_in(case.part, dispute=True):
        what = proposed(t, case.part, case.staff, made)
        head = t("desk-item-proposed", what=what, at=made.at)
        party = None if case.part.role(made.by) == "nobody" else made.by
        yield TopicPost(f"o{made.number}", _said(head, t.said(made.words)), author=party)


def _decisions(t: Text, case: Case) -> Iterator[TopicPost]:
    """Who challenged the arbiter; each ruling, what was said against the first in between."""
    for place, each in enumerate(case.dispute.challenges, 1):
        said = _said(challenge_line(t, case, each), t.said(each.words))
        yield TopicPost(_nth("challenge", place), said, author=each.by)
    place = 0
    for time, opening in enumerate(case.dispute.openings, 1):
        for made in opening.rulings:
            place += 1
            yield TopicPost(_nth("ruling", place), ruling_cards(t, case, made))
            if made is opening.rulings[0]:
                yield from _review(t, case, opening, time)


def _nth(key: str, place: int) -> str:
    return key if place == 1 else f"{key}{place}"


def _review(t: Text, case: Case, opening: Opening, time: int) -> Iterator[TopicPost]:
    """What is said against the first ruling, and why it is made anew."""
    asked, back = opening.review, opening.sent_back
    if asked is not None:
        said = _said(review_line(t, case, asked), t.said(asked.words))
        yield TopicPost(_nth("review", time), said, asked.files, asked.by)
    if back is not None:
        yield TopicPost(_nth("sentback", time), sent_back_cards(t, case, back))


_MOST_PIECES: Final = 3
"""Messages that one posting of the past takes; the rest is in the whole file."""


def _agreed(t: Text, case: Case, everything: Sequence[Recorded]) -> Iterator[TopicPost]:
    """The work in their words with its files, every version, and who accepted what."""
    terms = case.part.deal.terms
    if terms.description is not None or terms.files:
        yield TopicPost(
            "terms", _said(t("desk-item-terms"), t.said(terms.description)), terms.files
        )
    found = [
        each
        for each in everything
        if each.exhibit is not None
        and (
            each.exhibit.kind is ExhibitKind.ACCEPTANCE
            or (each.exhibit.kind is ExhibitKind.TERMS and each.exhibit.number > 1)
        )
    ]
    if found:
        yield TopicPost("agreed", _listed(t, case, t("desk-item-agreed"), found))


def _said_before(t: Text, case: Case, everything: Sequence[Recorded]) -> Iterator[TopicPost]:
    """The diary and what was said across until the dispute, in one posting each."""
    for kind in (ExhibitKind.DIARY, ExhibitKind.MESSAGE):
        found = [each for each in _of(everything, kind) if each.at < case.dispute.first_opened_at]
        if found:
            head = t("desk-item-talk", kind=kind, count=len(found))
            files = tuple(file for each in found for file in each.files)
            yield TopicPost(kind.value, _listed(t, case, head, found), files)


def _said_since(t: Text, case: Case, everything: Sequence[Recorded]) -> Iterator[TopicPost]:
    """What comes after that, one by one."""
    for kind in (ExhibitKind.DIARY, ExhibitKind.MESSAGE):
        for each in _of(everything, kind):
            if each.at >= case.dispute.first_opened_at:
                head = t("desk-item-said", what=each.head, name=case.part.name(each.by))
                said = _said(head, plain(each.body))
                yield TopicPost(str(each.exhibit), said, each.files, each.by)


def _of(everything: Sequence[Recorded], kind: ExhibitKind) -> list[Recorded]:
    return [e for e in everything if e.exhibit is not None and e.exhibit.kind is kind]


def _listed(t: Text, case: Case, head: Safe, found: Sequence[Recorded]) -> tuple[Card, ...]:
    """Several in one posting, the newest left to the whole file where there are too many."""
    said = "\n\n".join(
        f"{each.head} · {case.part.name(each.by)}\n{plain(each.body)}{_names(each)}".strip()
        for each in found
    )
    cards = _said(head, said)
    if len(cards) <= _MOST_PIECES:
        return cards
    return (*cards[: _MOST_PIECES - 1], Card(t("desk-item-rest"), ring=False))


def _names(each: Recorded) -> str:
    return "".join(f"\n📎 {file.name}" for file in each.files)


def _said(head: Safe, text: str) -> tuple[Card, ...]:
    """A heading with somebody's words below it; very long words go on in further messages."""
    first, *rest = pieces(text, PIECE)
    return (
        Card(lines(head, quoted(first, PIECE)), ring=False),
        *(Card(quoted(piece, PIECE), ring=False) for piece in rest),
    )


def _submission(t: Text, case: Case, work: Submission) -> TopicPost:
    author = case.part.deal.freelancer
    name = case.part.name(author)
    head = t("desk-item-submission", number=work.number, name=name, at=work.at)
    said = plain(work_text(t, case, work))
    return TopicPost(f"w{work.number}", _said(head, said), work.files, author)


def _question(t: Text, case: Case, question: Question, sent: Accepted) -> Iterator[TopicPost]:
    yield TopicPost(f"q{question.number}", (question_card(t, case, question, sent),))
    if question.answer is not None:
        head = t(
            "desk-item-answer",
            number=question.number,
            role=question.to,
            name=case.part.side(question.to),
        )
        author = case.part.deal.person(question.to)
        said = _said(head, t.said(question.answer))
        yield TopicPost(f"a{question.number}", said, question.files, author)


def question_card(t: Text, case: Case, question: Question, sent: Accepted) -> Card:
    """A question with what became of it: ✓ accepted by Telegram, ✗ the person blocked the bot."""
    head = t(
        "desk-item-question",
        number=question.number,
        role=question.to,
        name=case.colleague(question.by),
        sent=sent,
    )
    return Card(lines(head, quoted(t.said(question.words), PIECE)), ring=False)


def criterion_line(t: Text, case: Case, place: int | None) -> Safe:
    """The criterion that a ruling rests on."""
    if place is None:
        return t("desk-rule-no-criterion")
    return t("desk-ruling-criterion", words=str(case.part.terms.criteria[place]))


def ruling_cards(t: Text, case: Case, ruling: Ruling) -> tuple[Card, ...]:
    """The ruling as it was made, with its reasons."""
    return _reasoned(t, case, ruling_line(t, case, ruling), ruling)


def sent_back_cards(t: Text, case: Case, back: SentBack) -> tuple[Card, ...]:
    """Why a ruling is made anew."""
    return _reasoned(t, case, t("desk-case-sent-back", name=case.colleague(back.by)), back)


def _reasoned(t: Text, case: Case, said: Safe, made: Ruling | SentBack) -> tuple[Card, ...]:
    head = lines(
        said,
        criterion_line(t, case, made.criterion),
        relied_lines(t, case, made.relied_on),
        t("desk-ruling-reasons"),
    )
    first, *rest = pieces(t.said(made.reasons), 2500)
    return (
        Card(lines(head, quoted(first, PIECE)), ring=False),
        *(Card(quoted(piece, PIECE), ring=False) for piece in rest),
    )


def ask_card(t: Text, asker: str, role: Role, form: Expecting) -> Card:
    """The next words of this arbiter, in this topic, go to that side."""
    return Card(t("desk-ask", name=asker, role=role), rows_of([back_out(t, form)]))
