"""The deal as it stands: what two people have going, from the invite to the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.deal.approval import Approval
from core.deal.diary import GENESIS
from core.deal.dispute import Dispute, Unheard
from core.deal.flag import HoldFlag, Standstill
from core.deal.milestone import Milestone, State
from core.deal.proposal import OF_DEAL, Proposal, ProposalKind, ProposalState, Sealed
from core.deal.rating import Rating
from core.deal.reversal import Reversal
from core.deal.terms import Acceptance, Agreement, Offer, Role, Terms
from core.deal.transfer import Transfer, TransferState
from core.values.errors import NotNow, NotYours
from core.values.ids import DealId, PersonId
from core.values.window import Window

__all__ = [
    "DEAL_TABLE",
    "Again",
    "Claim",
    "Deal",
    "DealState",
    "DealStep",
    "Invite",
    "Transfer",
    "TransferState",
    "Working",
]


class DealState(StrEnum):
    """Where a deal stands."""

    DRAFT = "draft"
    INVITED = "invited"
    AGREED = "agreed"
    ACTIVE = "active"
    COMPLETED = "completed"
    CANCELLED = "cancelled"

    @property
    def final(self) -> bool:
        """Nothing but owed transfers moves any more."""
        return self in (DealState.COMPLETED, DealState.CANCELLED)


class DealStep(StrEnum):
    """What moves a deal."""

    EDIT = "edit-terms"
    INVITE = "invite"
    DISCARD = "discard"
    IDLE = "idle"
    RENEW = "renew-invite"
    CLAIM = "claim"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    COUNTER = "counter"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW_INVITE = "withdraw-invite"
    EXPIRE = "expire"
    AMEND = "amend"
    FIRST_FUNDED = "first-funded"
    FIRST_VOID = "first-void"
    COMPLETE = "complete"
    END_UNPAID = "end-unpaid"


DEAL_TABLE: Final = MappingProxyType(
    {
        (DealState.DRAFT, DealStep.EDIT): DealState.DRAFT,
        (DealState.DRAFT, DealStep.INVITE): DealState.INVITED,
        (DealState.DRAFT, DealStep.DISCARD): DealState.CANCELLED,
        (DealState.DRAFT, DealStep.IDLE): DealState.CANCELLED,
        (DealState.INVITED, DealStep.EDIT): DealState.INVITED,
        (DealState.INVITED, DealStep.RENEW): DealState.INVITED,
        (DealState.INVITED, DealStep.CLAIM): DealState.INVITED,
        (DealState.INVITED, DealStep.CONFIRM): DealState.INVITED,
        (DealState.INVITED, DealStep.REFUSE): DealState.INVITED,
        (DealState.INVITED, DealStep.COUNTER): DealState.INVITED,
        (DealState.INVITED, DealStep.ACCEPT): DealState.AGREED,
        (DealState.INVITED, DealStep.DECLINE): DealState.CANCELLED,
        (DealState.INVITED, DealStep.WITHDRAW_INVITE): DealState.CANCELLED,
        (DealState.INVITED, DealStep.EXPIRE): DealState.CANCELLED,
        (DealState.AGREED, DealStep.AMEND): DealState.AGREED,
        (DealState.ACTIVE, DealStep.AMEND): DealState.ACTIVE,
        (DealState.AGREED, DealStep.FIRST_FUNDED): DealState.ACTIVE,
        (DealState.AGREED, DealStep.FIRST_VOID): DealState.CANCELLED,
        (DealState.ACTIVE, DealStep.COMPLETE): DealState.COMPLETED,
        (DealState.ACTIVE, DealStep.END_UNPAID): DealState.CANCELLED,
    }
)


@dataclass(frozen=True, slots=True)
class Invite:
    """The single-use link, kept as hashes alone."""

    nonce: str
    token_hash: str
    code_hash: str
    locale: str


@dataclass(frozen=True, slots=True)
class Again:
    """The deal that this one is done again from, and its other side, who needs no link."""

    deal: DealId
    to: PersonId


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody who says the invite is for them, until the inviter answers."""

    person: PersonId
    at: datetime
    safety_words: tuple[str, ...]
    acceptance: Acceptance | None = None
    counter: Terms | None = None
    """Their counter-offer, edited or sent while the inviter has not answered yet."""
    sent: Acceptance | None = None
    """Their own acceptance of that counter-offer, once they sent it."""


@dataclass(frozen=True, slots=True)
class Working:
    """Terms being edited: a counter-offer, or a change of what is agreed."""

    by: PersonId
    terms: Terms


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal, whole. `version` counts saves; `seen` counts what the terms went through."""

    id: DealId
    state: DealState
    creator: PersonId
    terms: Terms
    """The draft's terms while DRAFT; afterwards those of the current offer or the agreement."""
    started_at: datetime
    active_at: datetime
    """When a party last did anything; dormancy counts from here."""
    version: int = 0
    seen: int = 1
    window: Window | None = None
    """The draft's idle clock, the invite's clock; once work was paid for and all is over, until
    when both may rate."""
    invite: Invite | None = None
    offers: tuple[Offer, ...] = ()
    claims: tuple[Claim, ...] = ()
    asked: tuple[PersonId, ...] = ()
    """People with the link who asked a question and may be answered."""
    declined: tuple[PersonId, ...] = ()
    """People with this link who said no."""
    invitee: PersonId | None = None
    again: Again | None = None
    working: Working | None = None
    changing: tuple[Working, ...] = ()
    """Changes of what is agreed that were begun and not proposed yet: one a side."""
    agreement: Agreement | None = None
    earlier: tuple[Agreement, ...] = ()
    """What was agreed before it was changed, in order."""
    acceptances: tuple[Acceptance, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    flags: tuple[HoldFlag, ...] = ()
    stops: tuple[Standstill, ...] = ()
    """When it stood still, because of its flags."""
    sealed: tuple[Sealed, ...] = ()
    """What the sides of open disputes told us alone: no text, file or notice names it."""
    approvals: tuple[Approval, ...] = ()
    """What the desk does by two people: asked for, and how that ended."""
    reversals: tuple[Reversal, ...] = ()
    """Deposits that the bank took back."""
    diary_count: int = 0
    diary_head: str = GENESIS
    reminded: tuple[tuple[str, datetime], ...] = ()
    """The last reminder or alarm of each deadline, by its key."""
    ended_at: datetime | None = None
    ended_why: str = ""
    ratings: tuple[Rating, ...] = ()
    ratings_shown: bool = False
    """To both; until then each is its writer's secret."""

    def take(self, step: DealStep) -> Deal:
        """The deal after `step`. Raises NotNow("deal-wrong-state")."""
        to = DEAL_TABLE.get((self.state, step))
        if to is None:
            raise NotNow("deal-wrong-state", state=self.state.value, step=step.value)
        return replace(self, state=to)

    @property
    def offer(self) -> Offer | None:
        """The version on the table."""
        return self.offers[-1] if self.offers else None

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Everything that both ever agreed to, in order; the last of them holds."""
        return self.earlier if self.agreement is None else (*self.earlier, self.agreement)

    @property
    def currency(self) -> str | None:
        """The one currency."""
        return self.terms.currency

    def person(self, role: Role) -> PersonId | None:
        """Who has this side; None while nobody is bound to it."""
        if self.terms.creator_role is None:
            return None
        return self.creator if role is self.terms.creator_role else self.invitee

    @property
    def freelancer(self) -> PersonId | None:
        """The one who works."""
        return self.person(Role.FREELANCER)

    @property
    def client(self) -> PersonId | None:
        """The one who pays."""
        return self.person(Role.CLIENT)

    def role_of(self, person: PersonId) -> Role | None:
        """The side of a party; None for anybody else."""
        for role in Role:
            if self.person(role) == person:
                return role
        return None

    @property
    def parties(self) -> tuple[PersonId, ...]:
        """The people bound to the deal."""
        return (self.creator,) if self.invitee is None else (self.creator, self.invitee)

    @property
    def invited(self) -> tuple[PersonId, ...]:
        """Who asked about the invite or claims it, or was confirmed."""
        confirmed = () if self.invitee is None else (self.invitee,)
        return (*self.asked, *(claim.person for claim in self.claims), *confirmed)

    def other(self, person: PersonId) -> PersonId | None:
        """The other party."""
        return self.invitee if person == self.creator else self.creator

    def claim_of(self, person: PersonId) -> Claim | None:
        """The waiting claim of somebody."""
        return next((claim for claim in self.claims if claim.person == person), None)

    def milestone(self, number: int) -> Milestone:
        """Milestone `number` from 1. Raises NotYours("no-such-milestone")."""
        if not 1 <= number <= len(self.milestones):
            raise NotYours("no-such-milestone")
        return self.milestones[number - 1]

    def with_milestone(self, milestone: Milestone) -> Deal:
        """The deal with one milestone replaced."""
        return replace(
            self,
            milestones=tuple(
                milestone if m.number == milestone.number else m for m in self.milestones
            ),
        )

    @property
    def under_way(self) -> tuple[Milestone, ...]:
        """The milestones that the deal is about now: all that are open, or the next to be.

        In sequence that is one; where all are open at once it is each that is not over.
        """
        left = tuple(m for m in self.milestones if not m.state.final)
        return tuple(m for m in left if m.state is not State.PLANNED) or left[:1]

    @property
    def current(self) -> Milestone | None:
        """The first of them."""
        return next(iter(self.under_way), None)

    def dispute(self, number: int) -> Dispute | None:
        """The dispute of a milestone, open or ruled."""
        return next((d for d in self.disputes if d.milestone == number), None)

    def unheard(self, dispute: Dispute) -> Unheard | None:
        """Whom the ruling on it still waits for; None when it can be made."""
        return dispute.unheard({role: self.person(role) for role in Role})

    def review_unheard(self, dispute: Dispute) -> Role | None:
        """The side that the review of its ruling waits for."""
        return dispute.review_unheard({role: self.person(role) for role in Role})

    def with_dispute(self, dispute: Dispute) -> Deal:
        """The deal with the dispute of its milestone added or replaced."""
        rest = tuple(d for d in self.disputes if d.milestone != dispute.milestone)
        return replace(self, disputes=(*rest, dispute))

    def proposal(self, number: int) -> Proposal:
        """Proposal `number` from 1. Raises NotYours("no-such-proposal")."""
        if not 1 <= number <= len(self.proposals):
            raise NotYours("no-such-proposal")
        return self.proposals[number - 1]

    def open_proposal(self, milestone: int, kind: ProposalKind) -> Proposal | None:
        """What of this kind waits for an answer: at most one."""
        of = (milestone, kind, ProposalState.OPEN)
        return next((p for p in self.proposals if (p.milestone, p.kind, p.state) == of), None)

    def sealed_by(self, milestone: int, person: PersonId | None) -> Sealed | None:
        """What this side told us alone."""
        return next((s for s in self.sealed if (s.milestone, s.by) == (milestone, person)), None)

    @property
    def amendment(self) -> Proposal | None:
        """The change of what is agreed that waits for an answer."""
        return self.open_proposal(OF_DEAL, ProposalKind.TERMS)

    def with_proposal(self, proposal: Proposal) -> Deal:
        """The deal with one proposal replaced."""
        changed = tuple(proposal if p.number == proposal.number else p for p in self.proposals)
        return replace(self, proposals=changed)

    @property
    def standing(self) -> tuple[HoldFlag, ...]:
        """The flags that were not lifted."""
        return tuple(flag for flag in self.flags if flag.stands)

    @property
    def frozen_at(self) -> datetime | None:
        """Since when its clocks stand, and its money; None while they do not."""
        last = self.stops[-1] if self.stops else None
        return None if last is None or last.until is not None else last.since

    def with_flag(self, flag: HoldFlag) -> Deal:
        """The deal with one flag replaced."""
        changed = tuple(flag if f.number == flag.number else f for f in self.flags)
        return replace(self, flags=changed)

    def reversal(self, number: int) -> Reversal:
        """Reversal `number` from 1. Raises NotYours("no-such-reversal")."""
        if not 1 <= number <= len(self.reversals):
            raise NotYours("no-such-reversal")
        return self.reversals[number - 1]

    def moved(self, milestone: int, now: datetime) -> Deal:
        """With what its dates would have reminded of told: they are other dates since `now`."""
        keys = (f"work-due:{milestone}", f"round-due:{milestone}")
        rest = tuple(said for said in self.reminded if said[0] not in keys)
        return replace(self, reminded=(*rest, *((key, now) for key in keys)))

    def transfer(self, number: int) -> Transfer:
        """Transfer `number` from 1. Raises NotYours("no-such-transfer")."""
        if not 1 <= number <= len(self.transfers):
            raise NotYours("no-such-transfer")
        return self.transfers[number - 1]

    @property
    def funded(self) -> bool:
        """Whether money was ever held: of an ended deal, whether there is anything to rate."""
        unpaid = (State.PLANNED, State.FUNDING, State.VOID)
        return any(m.state not in unpaid for m in self.milestones)

    def rating_by(self, person: PersonId) -> Rating | None:
        """What this party said of the other."""
        return next((rating for rating in self.ratings if rating.by == person), None)

    def sealed_for(self, person: PersonId) -> Deal:
        """The deal as this person may know it: without what is sealed of somebody else.

        That is a rating until both have rated, and what a side of a dispute told us alone.
        """
        own = tuple(rating for rating in self.ratings if rating.by == person)
        told = tuple(sealed for sealed in self.sealed if sealed.by == person)
        if (self.ratings_shown or own == self.ratings) and told == self.sealed:
            return self
        return replace(self, ratings=self.ratings if self.ratings_shown else own, sealed=told)

    def holds(self, secret_hash: str) -> bool:
        """Whether this is the hash of the invite's link or typed code."""
        invite = self.invite
        return invite is not None and secret_hash in (invite.token_hash, invite.code_hash)

    @property
    def turn(self) -> PersonId | None:
        """While INVITED and bound: who answers the version on the table."""
        if self.state is not DealState.INVITED or self.offer is None:
            return None
        return self.other(self.offer.by)
