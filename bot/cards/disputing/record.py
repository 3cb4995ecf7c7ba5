"""The whole record of a case, in order: who, when, what they said, files and a hash for each.

What somebody said or agreed is an exhibit, by whose name a ruling can rely on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from bot.cards.disputing.about import Case
from bot.cards.disputing.case import evidence_label, said_as
from bot.cards.disputing.decisions import challenge_line, ruling_line
from bot.cards.disputing.exhibits import exhibit_name, sought_args
from bot.cards.disputing.moments import moments
from bot.cards.disputing.offers import made_in, what_became
from bot.cards.kit.desk import lines
from bot.cards.kit.terms import diff_text, terms_text
from bot.texts import Code, Safe, Text, escape, plain
from core.deal.dispute import Opening
from core.deal.milestone import Submission
from core.deal.offering import accepted_in
from core.deal.points import Item, Round
from core.deal.ruling import Exhibit, ExhibitKind, Ruling, SentBack
from core.deal.terms import Acceptance, canonical, diff
from core.inviting import InviteAsked, InvitedAnswered
from core.talking import DiaryWritten, MessageSent
from core.values.ids import PersonId
from core.values.words import FileRef, Words


@dataclass(frozen=True, slots=True)
class Recorded:
    """One thing of the record; `digest` is the SHA-256 that stands for exactly this."""

    at: datetime
    head: str
    body: str = ""
    """Markup."""
    by: PersonId | None = None
    files: tuple[FileRef, ...] = ()
    digest: str = ""
    exhibit: Exhibit | None = None


def record(t: Text, case: Case) -> tuple[Recorded, ...]:
    """All of it, by when it happened."""
    found = [
        *_terms(t, case),
        *_said(t, case),
        *_work(t, case),
        *paused(t, case),
        *contests(t, case),
        *_proposed(t, case),
        *_dispute(t, case),
        *(Recorded(at, plain(what)) for at, what in moments(t, case.part, case.dispute)),
    ]
    return tuple(sorted(found, key=lambda item: item.at))


def exhibits(t: Text, case: Case) -> tuple[Recorded, ...]:
    """What a ruling can rely on by name."""
    return tuple(item for item in record(t, case) if item.exhibit is not None)


def relied_lines(t: Text, case: Case, named: Iterable[Exhibit]) -> Safe:
    """What a ruling relies on, each by its name and the beginning of what it says."""
    found = {each.exhibit: each for each in exhibits(t, case)}
    return lines(
        *(
            t("desk-ruling-relied", name=exhibit_name(t, each), what=label_of(found[each]))
            for each in named
            if each in found
        )
    )


def label_of(each: Recorded, most: int = 60) -> str:
    """Its files and words, in a few words."""
    return evidence_label(plain(each.body), [file.name for file in each.files], most)


def _made(
    t: Text,
    exhibit: Exhibit,
    by: PersonId | None,
    body: str,
    files: tuple[FileRef, ...],
    digest: str,
) -> Recorded:
    at = exhibit.at or datetime.min.replace(tzinfo=UTC)
    return Recorded(at, exhibit_name(t, exhibit), body, by, files, digest, exhibit)


def _words(t: Text, said: Words | None) -> Safe:
    """Somebody's words, or that they were erased."""
    if said is None:
        return Safe("")
    return t("words-erased") if said.text is None else escape(t.said(said))


def _hash(value: object) -> str:
    return sha256(canonical(value)).hexdigest()


def _terms(t: Text, case: Case) -> Iterator[Recorded]:
    """Every version, what it changed, and who accepted what by which button."""
    deal, before = case.part.deal, None
    for offer in deal.offers:
        changed = Safe("") if before is None else diff_text(diff(before, offer.terms), t)
        body = lines(changed, terms_text(offer.terms, t))
        exhibit = Exhibit(ExhibitKind.TERMS, offer.version, offer.at)
        yield _made(t, exhibit, offer.by, body, offer.terms.files, offer.fingerprint)
        before = offer.terms
    for number, each in enumerate(accepted_in(deal), 1):
        exhibit = Exhibit(ExhibitKind.ACCEPTANCE, number, each.at)
        yield _made(t, exhibit, each.person, accepted(t, each), (), _hash(each))


def accepted(t: Text, each: Acceptance) -> Safe:
    """The record of one yes."""
    return t(
        "desk-record-accepted",
        version=each.version,
        fingerprint=Code(each.fingerprint),
        language=t.language(each.locale),
        button=each.button,
        request=Code(each.request),
    )


def _said(t: Text, case: Case) -> Iterator[Recorded]:
    """The diary, and what both said across."""
    for row in case.said:
        match row.event:
            case DiaryWritten(entry=entry):
                exhibit = Exhibit(ExhibitKind.DIARY, entry.number, entry.at)
                body = _words(t, entry.words)
                yield _made(t, exhibit, entry.by, body, entry.files, entry.hash)
            case MessageSent(by=by, words=words, files=files):
                exhibit = Exhibit(ExhibitKind.MESSAGE, row.number, row.at)
                yield _made(t, exhibit, by, _words(t, words), files, _hash(row.event))
            case InviteAsked(words=words) | InvitedAnswered(words=words):
                exhibit = Exhibit(ExhibitKind.MESSAGE, row.number, row.at)
                yield _made(t, exhibit, row.actor, _words(t, words), (), _hash(row.event))
            case _:
                pass


def work_text(t: Text, case: Case, work: Submission) -> Safe:
    """Work as it was handed in: the words beside it, links, a word on each criterion and point."""
    asked = _asked_before(case, work)
    return lines(
        _words(t, work.words),
        *(_words(t, link) for link in work.links),
        *(
            t("desk-record-note", number=place, words=t.said(note))
            for place, note in enumerate(work.notes, 1)
        ),
        *(
            t("desk-record-answer", point=t.said(item.words), words=t.said(answer))
            for item, answer in zip(asked, work.answers, strict=False)
        ),
    )


def _asked_before(case: Case, work: Submission) -> tuple[Item, ...]:
    rounds = [each for each in case.part.milestone.rounds if each.at <= work.at]
    return rounds[-1].asked if rounds else ()


def points(t: Text, asked: Round) -> Safe:
    """The points of a change request."""
    return lines(
        *(
            t(
                "desk-case-item",
                kind=said_as(asked, item),
                criterion=0 if item.criterion is None else item.criterion + 1,
                words=t.said(item.words),
            )
            for item in asked.items
        )
    )


def _work(t: Text, case: Case) -> Iterator[Recorded]:
    m, deal = case.part.milestone, case.part.deal
    for work in m.submissions:
        exhibit = Exhibit(ExhibitKind.SUBMISSION, work.number, work.at)
        body = work_text(t, case, work)
        yield _made(t, exhibit, deal.freelancer, body, work.files, _hash(work))
    for asked in m.rounds:
        files = tuple(file for item in asked.items for file in item.files)
        exhibit = Exhibit(ExhibitKind.ROUND, asked.number, asked.at)
        by = deal.client if asked.fallback is None else asked.fallback.by
        yield _made(t, exhibit, by, points(t, asked), files, _hash(asked))


def paused(t: Text, case: Case) -> Iterator[Recorded]:
    """What the freelancer waited for and what the client sent, or why a pause was asked for."""
    for pause in case.part.milestone.pauses:
        if pause.words is not None:
            head = plain(t("desk-moment-paused", why=pause.why))
            body = _words(t, pause.words)
            yield Recorded(pause.at, head, body, pause.by, pause.files, _hash(pause))
        if pause.ended_at is not None and (pause.answer is not None or pause.given):
            head, body = plain(t("desk-moment-resumed", end=pause.end)), _words(t, pause.answer)
            client = case.part.deal.client
            yield Recorded(pause.ended_at, head, body, client, pause.given, _hash(pause))


def contests(t: Text, case: Case) -> Iterator[Recorded]:
    """With which points the freelancer disagreed, and why."""
    for asked in case.part.milestone.rounds:
        for contest in asked.contests:
            head = plain(t("desk-moment-contested", number=contest.item + 1))
            body = lines(_words(t, asked.items[contest.item].words), _words(t, contest.words))
            by, mark = case.part.deal.freelancer, _hash(contest)
            yield Recorded(contest.at, head, body, by, contest.files, mark)


def _proposed(t: Text, case: Case) -> Iterator[Recorded]:
    """Everything that was proposed about this milestone, and what became of it."""
    for made in made_in(case.part, dispute=False):
        head = t.plain("desk-record-proposed", number=made.number)
        body = lines(what_became(t, case.part, case.staff, made), _words(t, made.words))
        yield Recorded(made.at, head, body, made.by, (), _hash(made))


def _dispute(t: Text, case: Case) -> Iterator[Recorded]:
    """Statements, evidence, questions with their answers, and the ruling."""
    dispute = case.dispute
    for number, each in enumerate(dispute.statements, 1):
        body = lines(t("desk-record-sought", **sought_args(dispute, each)), _words(t, each.words))
        exhibit = Exhibit(ExhibitKind.STATEMENT, number, each.at)
        yield _made(t, exhibit, each.by, body, each.files, _hash(each))
    for filed in dispute.evidence:
        exhibit = Exhibit(ExhibitKind.EVIDENCE, filed.number, filed.at)
        yield _made(t, exhibit, filed.by, _words(t, filed.words), filed.files, _hash(filed))
    for asked in dispute.questions:
        answer = _words(t, asked.answer)
        told = t("desk-record-answered", role=asked.to, words=answer) if answer else Safe("")
        body = lines(_words(t, asked.words), told)
        exhibit = Exhibit(ExhibitKind.QUESTION, asked.number, asked.at)
        yield _made(t, exhibit, asked.by, body, asked.files, _hash(asked))
    for made in dispute.challenges:
        head = t.plain("desk-moment-challenged")
        body = lines(challenge_line(t, case, made), _words(t, made.words))
        yield Recorded(made.at, head, body, made.by, (), _hash(made))
    for opening in dispute.openings:
        yield from _decided(t, case, opening)


def _decided(t: Text, case: Case, opening: Opening) -> Iterator[Recorded]:
    for made in opening.rulings:
        yield _reasoned(t, "desk-moment-ruled", made, ruling_line(t, case, made))
    if opening.review is not None:
        review, why = opening.review, t("desk-review-why", why=opening.review.ground)
        head, body = t.plain("desk-moment-review"), lines(why, _words(t, review.words))
        yield Recorded(review.at, head, body, review.by, review.files, _hash(review))
    if opening.sent_back is not None:
        yield _reasoned(t, "desk-moment-sent-back", opening.sent_back)


def _reasoned(t: Text, key: str, made: Ruling | SentBack, what: Safe | str = "") -> Recorded:
    named = (f"– {exhibit_name(t, each)}" for each in made.relied_on)
    body = lines(what, _words(t, made.reasons), *map(escape, named))
    return Recorded(made.at, t.plain(key), body, made.by, (), _hash(made))
