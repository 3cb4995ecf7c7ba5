"""Escalation to the arbiter: who said what, who rules, and the ruling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from core.deal.challenge import Challenge
from core.deal.hearing import Filing, Negotiation
from core.deal.ruling import Review, Ruling, SentBack
from core.deal.stage import DISPUTE_TABLE, DisputeStep, Stage
from core.deal.terms import Role
from core.values.errors import NotNow
from core.values.ids import PersonId
from core.values.money import Money
from core.values.window import Window
from core.values.words import FileRef, Words


class Cause(StrEnum):
    """Why a milestone went to the arbiter."""

    OPENED = "opened"
    SILENCE = "silence"
    CONTESTED = "contested"
    OBJECTED = "objected"
    ABANDONED = "abandoned"
    UNSERVED = "unserved"


@dataclass(frozen=True, slots=True)
class Statement:
    """One side's position: its words and how much of the hold it asks for itself."""

    by: PersonId
    at: datetime
    words: Words
    sought: Money
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a party filed; visible to both."""

    number: int
    by: PersonId
    at: datetime
    words: Words | None
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What the arbiter asked a side, and the answer once it came."""

    number: int
    to: Role
    by: PersonId
    at: datetime
    words: Words
    answer: Words | None = None
    answered_at: datetime | None = None
    files: tuple[FileRef, ...] = ()
    answer_by: Window | None = None
    """Until when the side is waited for."""
    unanswered_at: datetime | None = None
    """When that time had passed without an answer; it can still be given, until the ruling."""

    @property
    def waits(self) -> bool:
        """Whether the side that was asked still has its time."""
        return self.answer is None and self.unanswered_at is None and self.answer_by is not None


@dataclass(frozen=True, slots=True)
class Opening:
    """How a dispute about the milestone began, what was decided of it, and when it was over."""

    cause: Cause
    opened_by: PersonId | None
    opened_at: datetime
    held: Money
    ended_at: datetime
    said_before: int = 0
    """As `Dispute.said_before` was then."""
    stage: Stage = Stage.WITHDRAWN
    """How it ended."""
    rulings: tuple[Ruling, ...] = ()
    """All that were made, in order."""
    review: Review | None = None
    sent_back: SentBack | None = None


@dataclass(frozen=True, slots=True)
class Unheard:
    """The sides that still have their time to answer, and until when at most."""

    roles: tuple[Role, ...]
    until: datetime


_NO_AMOUNT: Final = frozenset({Cause.CONTESTED, Cause.OBJECTED})
"""What opens a dispute so names no amount."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """The dispute of one milestone."""

    milestone: int
    cause: Cause
    opened_by: PersonId | None
    opened_at: datetime
    held: Money
    answer_by: Window
    """Until when a side that has not spoken is waited for: nothing is ruled before."""
    stage: Stage = Stage.OPEN
    statements: tuple[Statement, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[Question, ...] = ()
    arbiter: PersonId | None = None
    desk_clock: Window | None = None
    """From when the desk was called: until when it should be taken, then ruled.

    After that the desk is alarmed for ever.
    """
    recused: tuple[PersonId, ...] = ()
    ruling: Ruling | None = None
    unanswered_at: datetime | None = None
    """When the time to answer had passed without a word of one side."""
    passed: tuple[PersonId, ...] = ()
    """Who gave it back or let the time to rule pass: the last whom it is assigned to."""
    ended_at: datetime | None = None
    """When it was taken back or settled, or ruled that the work goes on."""
    earlier: tuple[Opening, ...] = ()
    """The work went on before: everything that was said then stays in the case."""
    said_before: int = 0
    """How many of its statements are of those times: nobody's position now."""
    final_by: Window | None = None
    """From the ruling until it is carried out; `served_at`: when telling the sides was tried."""
    accepted: tuple[PersonId, ...] = ()
    """Who accepts the ruling: both, and it is carried out at once."""
    review: Review | None = None
    overturned: tuple[Ruling, ...] = ()
    """The rulings before this one: reviewed, and upheld, changed or sent back."""
    sent_back: SentBack | None = None
    negotiation: Negotiation | None = None
    filing: Filing | None = None
    outside: bool = False
    """Whether the arbiter who has it, or had it last, is of another house."""
    challenge_by: Window | None = None
    """Since an arbiter has it: until when a side can challenge that one."""
    challenges: tuple[Challenge, ...] = ()
    """All that were made, of the times before too: whom they were of is among the `recused`."""

    def take(self, step: DisputeStep) -> Dispute:
        """The dispute after `step`. Raises NotNow("dispute-wrong-stage")."""
        to = DISPUTE_TABLE.get((self.stage, step))
        if to is None:
            raise NotNow("dispute-wrong-stage", stage=self.stage.value, step=step.value)
        return replace(self, stage=to)

    def statement_of(self, person: PersonId | None) -> Statement | None:
        """The latest position of one side, since it was opened last."""
        own = [s for s in self.statements[self.said_before :] if s.by == person]
        return own[-1] if own else None

    def sought(self, said: Statement) -> Money | None:
        """What a position asks for; a contest and an objection bring no amount with them."""
        for each in self.openings:
            first = self.statements[each.said_before : each.said_before + 1]
            if each.cause in _NO_AMOUNT and each.opened_by == said.by and said in first:
                return None
        return said.sought

    @property
    def openings(self) -> tuple[Opening, ...]:
        """How it began, each time, this one the last."""
        return (*self.earlier, self._opening())

    def _opening(self) -> Opening:
        return Opening(
            self.cause,
            self.opened_by,
            self.opened_at,
            self.held,
            self.ended_at or self.opened_at,
            self.said_before,
            self.stage,
            self._made,
            self.review,
            self.sent_back,
        )

    def ended(self, step: DisputeStep, now: datetime) -> Dispute:
        """The dispute after `step`, without a ruling: nobody is waited for any more."""
        questions = tuple(replace(q, unanswered_at=now) if q.waits else q for q in self.questions)
        return replace(self.take(step), ended_at=now, desk_clock=None, questions=questions)

    def again(self, opened: Dispute) -> Dispute:
        """The work went on, and it is opened once more: one case, with all that was said before.

        Who ruled before may rule again: that this is another dispute is what they ruled.
        Raises NotNow("dispute-wrong-stage").
        """
        return replace(
            self.take(DisputeStep.REOPEN),
            cause=opened.cause,
            opened_by=opened.opened_by,
            opened_at=opened.opened_at,
            held=opened.held,
            answer_by=opened.answer_by,
            statements=(*self.statements, *opened.statements),
            said_before=len(self.statements),
            arbiter=None,
            desk_clock=opened.desk_clock,
            unanswered_at=None,
            passed=(),
            ended_at=None,
            earlier=self.openings,
            ruling=None,
            final_by=None,
            accepted=(),
            review=None,
            overturned=(),
            sent_back=None,
            negotiation=None,
            filing=None,
            outside=False,
            challenge_by=None,
        )

    @property
    def first_opened_at(self) -> datetime:
        """When it was brought before the arbiter for the first time."""
        return self.earlier[0].opened_at if self.earlier else self.opened_at

    @property
    def goes_on(self) -> bool:
        """Whether the ruling leaves the money held."""
        return self.ruling is not None and self.ruling.outcome.goes_on

    def challenged_by(self, person: PersonId) -> bool:
        """Whether this side has had its challenge, since it was opened last."""
        return any(made.by == person and made.at >= self.opened_at for made in self.challenges)

    def open_question(self, role: Role) -> Question | None:
        """The oldest question to this side that has no answer."""
        return next((q for q in self.questions if q.to is role and q.answer is None), None)

    @property
    def ruled_before(self) -> frozenset[PersonId]:
        """Who has ruled on it, or approved that: another reviews it, or rules anew."""
        people = (person for ruling in self._made for person in (ruling.by, ruling.approved_by))
        return frozenset(person for person in people if person is not None)

    @property
    def _made(self) -> tuple[Ruling, ...]:
        return (*self.overturned, *(() if self.ruling is None else (self.ruling,)))

    def review_unheard(self, sides: Mapping[Role, PersonId | None]) -> Role | None:
        """The side that has not answered what the other says against the ruling, and still may."""
        review = self.review
        if review is None or review.unanswered_at is not None or self.stage.closed:
            return None
        other = next((r for r in Role if sides.get(r) != review.by), None)
        since = self.statements[review.statements :]
        answered = other is not None and any(s.by == sides.get(other) for s in since)
        return None if answered else other

    def unheard(self, sides: Mapping[Role, PersonId | None]) -> Unheard | None:
        """Whom the ruling still waits for; None when it can be made.

        A side whose silence brought it here is not waited for; nor is one whose time is over.
        """
        waits = [(q.to, q.answer_by.ends_at) for q in self.questions if q.waits and q.answer_by]
        if self.cause is not Cause.SILENCE and self.unanswered_at is None:
            until = self.answer_by.ends_at
            waits += [(r, until) for r in Role if self.statement_of(sides.get(r)) is None]
        if self.filing is not None:
            until, adds = self.filing.window.ends_at, self.filing.waits_for
            waits += [(r, until) for r in Role if adds(sides.get(r))]
        other = self.review_unheard(sides)
        if other is not None and self.review is not None:
            waits.append((other, self.review.answer_by.ends_at))
        if not waits:
            return None
        return Unheard(tuple(r for r in Role if r in dict(waits)), max(at for _, at in waits))
