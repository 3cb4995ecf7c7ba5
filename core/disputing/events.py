"""What happens in a dispute."""

from __future__ import annotations

from dataclasses import dataclass

from core.deal.challenge import ChallengeGround
from core.deal.events import MilestoneEvent
from core.deal.hearing import Called
from core.deal.ruling import Outcome, ReviewGround
from core.deal.terms import Role
from core.values.ids import PersonId
from core.values.money import Money


@dataclass(frozen=True, slots=True)
class StatementMade(MilestoneEvent):
    """A side said its position."""

    by: PersonId
    sought: Money


@dataclass(frozen=True, slots=True)
class EvidenceFiled(MilestoneEvent):
    """A side filed evidence `number`."""

    by: PersonId
    number: int


@dataclass(frozen=True, slots=True)
class NegotiationBegun(MilestoneEvent):
    """Both have spoken: they may agree between them."""


@dataclass(frozen=True, slots=True)
class ArbiterCalled(MilestoneEvent):
    """A side wants no more talks; the other can agree, or the call stands and waits."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class ArbitrationBegun(MilestoneEvent):
    """The desk is called."""

    why: Called


@dataclass(frozen=True, slots=True)
class NothingAdded(MilestoneEvent):
    """A side has nothing to add to the case as it stands."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class EvidenceOver(MilestoneEvent):
    """The time to add to the case passed."""


@dataclass(frozen=True, slots=True)
class DisputeTaken(MilestoneEvent):
    """An arbiter took it."""

    arbiter: PersonId
    over_from: PersonId | None = None


@dataclass(frozen=True, slots=True)
class DisputeAssigned(MilestoneEvent):
    """Nobody took it, or the ruling was overdue: it was given to an arbiter by lot."""

    arbiter: PersonId
    over_from: PersonId | None = None


@dataclass(frozen=True, slots=True)
class AnswerOverdue(MilestoneEvent):
    """The time of these sides to answer passed; `question` is the arbiter's, 0 the dispute."""

    roles: tuple[Role, ...]
    question: int = 0


@dataclass(frozen=True, slots=True)
class DisputeHandedOver(MilestoneEvent):
    """A colleague has it now; without one it is open for another arbiter again."""

    arbiter: PersonId
    to: PersonId | None = None


@dataclass(frozen=True, slots=True)
class ArbiterRecused(MilestoneEvent):
    """This person never rules here."""

    arbiter: PersonId


@dataclass(frozen=True, slots=True)
class ArbiterChallenged(MilestoneEvent):
    """A side challenged `over_from`, who never rules here; the lot fell on another."""

    by: PersonId
    ground: ChallengeGround
    over_from: PersonId
    arbiter: PersonId


@dataclass(frozen=True, slots=True)
class QuestionAsked(MilestoneEvent):
    """The arbiter asked a side."""

    to: Role
    number: int


@dataclass(frozen=True, slots=True)
class QuestionAnswered(MilestoneEvent):
    """The side answered."""

    by: PersonId
    number: int


@dataclass(frozen=True, slots=True)
class DisputeTakenBack(MilestoneEvent):
    """Who opened it took it back; the work goes on where it was."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class DisputeConceded(MilestoneEvent):
    """A side gave the other what it asked for; the settlement follows."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class RulingMade(MilestoneEvent):
    """The arbiter's reasoned outcome.

    Where it is `final` the settlement follows in the same list of events, or that the work goes on;
    else the money is held until it is carried out. `review`: upheld or changed, where it is the
    answer to a review.
    """

    outcome: Outcome
    arbiter: PersonId
    to_freelancer: Money
    to_client: Money
    final: bool = True
    review: str = ""


@dataclass(frozen=True, slots=True)
class RulingAccepted(MilestoneEvent):
    """A side accepts it."""

    by: PersonId


@dataclass(frozen=True, slots=True)
class RulingExecuted(MilestoneEvent):
    """It is carried out: the settlement follows in the same list, or that the work goes on."""

    accepted: bool
    """Both did; else nobody asked for a review in time."""


@dataclass(frozen=True, slots=True)
class WorkGoesOn(MilestoneEvent):
    """A ruling leaves the money held: the work goes on as it was, with more time, or as ordered."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ReviewAsked(MilestoneEvent):
    """A side asked another arbiter to look at it: the money stays held."""

    by: PersonId
    ground: ReviewGround


@dataclass(frozen=True, slots=True)
class RulingSentBack(MilestoneEvent):
    """The review ended with that: another arbiter rules anew."""

    arbiter: PersonId
