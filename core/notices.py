"""Who is owed a message for what happened. The courier renders it in the receiver's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from core import events as e
from core.deal.model import Deal, TransferState
from core.dispute import Cause
from core.ids import DESK, RAIL, SYSTEM, DealId, PersonId
from core.milestone import State
from core.policy import Policy
from core.words import FileRef, Words

NO_DATA: Final[Mapping[str, object]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Notice:
    """One message owed to `to` (DESK: the arbiters' group). `kind` names its text and card.

    `seen`: what the milestone's counter (the deal's, without a milestone) must still be when it is
    sent; None for what stays true. `serves`: the start of the window that it opens (P11).
    """

    to: PersonId
    kind: str
    deal: DealId | None
    milestone: int | None = None
    data: Mapping[str, object] = field(default_factory=dict)
    words: Words | None = None
    files: tuple[FileRef, ...] = ()
    ring: bool = True
    seen: int | None = None
    serves: datetime | None = None


def holds_true(notice: Notice, deal: Deal | None) -> bool:
    """Whether a notice is still worth sending, given the deal as it stands now."""
    if deal is None or notice.seen is None:
        return True
    if "transfer" in notice.data:
        number = notice.data["transfer"]
        return (
            isinstance(number, int) and deal.transfer(number).state is not TransferState.CONFIRMED
        )
    if notice.milestone is None:
        return deal.seen == notice.seen
    return deal.milestone(notice.milestone).seen == notice.seen


def notices_for(
    deal: Deal | None, event: e.Event, actor: PersonId, policy: Policy
) -> tuple[Notice, ...]:
    """The notices of one event, `deal` being the deal after it; the one who acted gets none."""
    if deal is None:
        return tuple(_of_person(event, None))
    found = [*_of_person(event, deal.id), *_of_deal(deal, event, actor, policy)]
    return tuple(
        notice for notice in found if notice.to != actor or notice.kind in _TO_THE_ACTOR_TOO
    )


_TO_THE_ACTOR_TOO: Final = frozenset(
    {"deal-agreed", "deal-completed", "destination-set", "milestone-opened", "outside-named"}
)


def _to_the_case(deal: Deal, kind: str) -> Iterator[Notice]:
    """What is said while somebody decides is theirs to read as well."""
    for case in deal.disputes:
        if case.ruling is None:
            yield Notice(DESK, kind, deal.id, case.milestone, ring=False)


def _of_person(event: e.Event, deal: DealId | None) -> Iterator[Notice]:
    match event:
        case e.HelpAsked():
            yield Notice(
                DESK,
                "help-asked",
                deal,
                data={"person": event.person},
                words=event.words,
                files=event.files,
            )
        case e.HelpAnswered():
            yield Notice(event.person, "help-answered", deal, words=event.words, files=event.files)
        case e.DestinationSet():
            yield Notice(
                event.person,
                "destination-set",
                deal,
                data={"currency": event.currency, "from_at": event.from_at.isoformat()},
            )
        case _:
            return


def _of_deal(deal: Deal, event: e.Event, actor: PersonId, policy: Policy) -> Iterator[Notice]:
    yield from _of_invite(deal, event)
    if isinstance(event, e.MilestoneEvent):
        yield from _of_money(deal, event, policy)
        yield from _of_work(deal, event)
        yield from _of_dispute(deal, event)
    yield from _of_rest(deal, event, actor)


def _to(deal: Deal, person: PersonId | None, kind: str, /, **data: object) -> Iterator[Notice]:
    """A notice that stays true."""
    if person is not None and person > SYSTEM:
        yield Notice(person, kind, deal.id, data=data)


def _now(
    deal: Deal, milestone: int, person: PersonId | None, kind: str, /, **data: object
) -> Iterator[Notice]:
    """A notice worth sending only while the milestone stands as it does."""
    if person is not None:
        seen = deal.milestone(milestone).seen
        yield Notice(person, kind, deal.id, milestone, data=data, seen=seen)


def _of(
    deal: Deal, milestone: int, person: PersonId | None, kind: str, /, **data: object
) -> Iterator[Notice]:
    """A notice about a milestone that stays true."""
    if person is not None:
        yield Notice(person, kind, deal.id, milestone, data=data)


def _of_invite(deal: Deal, event: e.Event) -> Iterator[Notice]:
    match event:
        case e.InviteAsked():
            asked = _to(deal, deal.creator, "invite-asked", person=event.by)
            yield from (replace(notice, words=event.words) for notice in asked)
        case e.InvitedAnswered():
            answered = _to(deal, event.to, "invited-answered")
            yield from (replace(notice, words=event.words) for notice in answered)
        case e.InviteClaimed():
            data = {
                "person": event.person,
                "accepts": event.accepts,
                "words": " ".join(event.safety_words),
            }
            yield from _to(deal, deal.creator, "invite-claimed", **data)
        case e.ClaimEnded() if event.why == "declined":
            yield from _to(deal, deal.creator, "claim-declined", person=event.person)
        case e.ClaimEnded():
            yield from _to(deal, event.person, "claim-ended", why=event.why)
        case e.ClaimantConfirmed() if deal.agreement is None:
            yield from _to(deal, event.person, "claimant-confirmed")
        case e.TermsProposed():
            yield from (
                replace(notice, seen=deal.seen)
                for notice in _to(
                    deal, deal.other(event.by), "terms-proposed", version=event.version
                )
            )
        case e.DealAgreed():
            for party in deal.parties:
                yield from _to(deal, party, "deal-agreed")
        case e.DealCancelled() if event.why not in ("unfunded", "unpaid"):
            for person in (*deal.parties, *(claim.person for claim in deal.claims)):
                yield from _to(deal, person, "deal-cancelled", why=event.why)
        case _:
            return


def _of_money(deal: Deal, event: e.MilestoneEvent, policy: Policy) -> Iterator[Notice]:
    n = event.milestone
    match event:
        case e.MilestoneOpened() if n > 1:
            yield from _now(deal, n, deal.client, "milestone-opened")
        case e.PaymentClaimed():
            yield from _now(deal, n, DESK, "payment-claimed")
            yield from (
                replace(notice, ring=False)
                for notice in _now(deal, n, deal.freelancer, "payment-claimed")
            )
        case e.ClaimRejected() | e.ProofAsked():
            kind = "claim-rejected" if isinstance(event, e.ClaimRejected) else "proof-asked"
            yield from _now(deal, n, deal.client, kind)
        case e.DepositReceived():
            yield from _of_deposit(deal, event)
        case e.ShortfallAsked():
            yield from _now(
                deal, n, deal.freelancer, "shortfall-asked", arrived=_plain(event.arrived)
            )
        case e.MilestoneFunded():
            for person in (deal.freelancer, deal.client):
                yield from _of(deal, n, person, "milestone-funded", held=_plain(event.held))
        case e.MilestoneVoided():
            for person in deal.parties:
                yield from _of(deal, n, person, "milestone-voided", why=event.why)
        case e.MoneySettled() if event.ground is not e.Ground.RULING:  # the ruling told it
            data = {
                "ground": event.ground.value,
                "payout": _plain(event.payout),
                "fee": _plain(event.fee),
                "refund": _plain(event.refund),
                "left": _plain(event.left),
            }
            for person in deal.parties:
                yield from _of(deal, n, person, "money-settled", **data)
        case e.WaitingReturned():
            yield from _of(deal, n, deal.client, "waiting-returned", amount=_plain(event.amount))
        case e.TransferDue():
            rail = policy.rail(event.rail)
            if rail is None or not rail.automatic:
                yield from _now(deal, n, DESK, "transfer-due", transfer=event.transfer)
        case e.TransferConfirmed() | e.TransferFailed():
            happened = "confirmed" if isinstance(event, e.TransferConfirmed) else "failed"
            data = {"amount": _plain(event.amount), "transfer_kind": event.kind.value}
            # What a rail does by itself, a moment after the settlement was told, need not ring.
            ring = not (isinstance(event, e.TransferConfirmed) and event.by == RAIL)
            told = _of(deal, n, event.person, f"transfer-{happened}", **data)
            yield from (replace(notice, ring=ring) for notice in told)
        case _:
            return


def _of_deposit(deal: Deal, event: e.DepositReceived) -> Iterator[Notice]:
    if event.suspense:
        yield from _of(
            deal, event.milestone, DESK, "deposit-suspense", amount=_plain(event.suspense)
        )
        yield from _of(
            deal, event.milestone, deal.client, "deposit-late", amount=_plain(event.suspense)
        )
    elif deal.milestone(event.milestone).state is State.FUNDING:
        yield from _now(
            deal, event.milestone, deal.client, "deposit-short", arrived=_plain(event.amount)
        )


def _of_work(deal: Deal, event: e.MilestoneEvent) -> Iterator[Notice]:
    n = event.milestone
    match event:
        case e.WorkSubmitted():
            yield from opening_notices(deal, n)
        case e.SubmissionTakenBack():
            yield from _now(deal, n, deal.client, "submission-taken-back")
        case e.ChangesRequested():
            yield from _now(deal, n, deal.freelancer, "changes-requested", round=event.round)
        case e.LateCancelOpened():
            yield from opening_notices(deal, n)
        case e.LateCancelTakenBack():
            yield from _now(deal, n, deal.freelancer, "late-cancel-taken-back")
        case e.DormancyNoticed():
            yield from opening_notices(deal, n)
            yield from _now(deal, n, deal.client, "dormancy-noticed")
        case e.WindowRetried() | e.WindowReopened():
            yield from opening_notices(deal, n)
        case e.WindowUnserved() if event.attempt == 1:
            yield from _unserved(deal, n)
        case _:
            return


def opening_notices(deal: Deal, number: int) -> Iterator[Notice]:
    """The notice that opens the window of a milestone in whose end money may move."""
    m = deal.milestone(number)
    window = m.dormancy or m.window
    opening = {
        State.SUBMITTED: (deal.client, "work-submitted"),
        State.CANCELLING: (deal.freelancer, "late-cancel-opened"),
        State.IN_PROGRESS: (deal.freelancer, "dormancy-noticed"),
    }.get(m.state)
    if window is None or opening is None:
        return
    person, kind = opening
    for notice in _now(deal, number, person, kind):
        yield replace(notice, serves=window.opened_at)


def _unserved(deal: Deal, number: int) -> Iterator[Notice]:
    m = deal.milestone(number)
    window = m.dormancy or m.window
    if window is not None and window.next_attempt is not None:
        again = window.next_attempt.isoformat()
        yield from _now(deal, number, _waiting_for(deal, number), "window-unserved", again_at=again)


def _waiting_for(deal: Deal, number: int) -> PersonId | None:
    """The side that waits for the one whom the notice did not reach."""
    submitted = deal.milestone(number).state is State.SUBMITTED
    return deal.freelancer if submitted else deal.client


def _given_back(deal: Deal, event: e.DisputeHandedOver | e.ArbiterRecused) -> Iterator[Notice]:
    """The desk hears who has the case; where a colleague has it, the sides hear of that too."""
    to = event.to if isinstance(event, e.DisputeHandedOver) else None
    told = {"arbiter": event.arbiter} if to is None else {"arbiter": event.arbiter, "to": to}
    yield from _of(deal, event.milestone, DESK, "dispute-handed-over", **told)
    for person in deal.parties if to is not None else ():
        yield from _of(deal, event.milestone, person, "dispute-taken", arbiter=to)


def _of_dispute(deal: Deal, event: e.MilestoneEvent) -> Iterator[Notice]:
    n = event.milestone
    match event:
        case e.DisputeOpened():
            kind = (
                "dispute-opened" if event.cause is Cause.OPENED else f"dispute-{event.cause.value}"
            )
            for person in (*deal.parties, DESK):
                yield from _of(deal, n, person, kind if person != DESK else "dispute-opened")
        case e.StatementMade() | e.EvidenceFiled():
            made = "statement-made" if isinstance(event, e.StatementMade) else "evidence-filed"
            number = event.number if isinstance(event, e.EvidenceFiled) else 0
            for reader in (deal.other(event.by), DESK):
                yield from _of(deal, n, reader, made, person=event.by, number=number)
        case e.DisputeTaken():
            for person in (*deal.parties, DESK):
                yield from _of(deal, n, person, "dispute-taken", arbiter=event.arbiter)
        case e.DisputeAssigned():
            for person in deal.parties:
                yield from _of(
                    deal, n, person, "dispute-assigned", again=event.over_from is not None
                )
            yield from _of(
                deal, n, DESK, "dispute-assigned", arbiter=event.arbiter, late=event.over_from or 0
            )
        case e.AnswerOverdue():
            to = "question" if event.question else "dispute"
            for role in event.roles:
                yield from _of(deal, n, deal.person(role), "answer-overdue", to=to)
            who = "both" if len(event.roles) > 1 else event.roles[0].value
            yield from _of(deal, n, DESK, "answer-overdue", who=who)
        case e.DisputeHandedOver() | e.ArbiterRecused():
            yield from _given_back(deal, event)
        case e.QuestionAsked():
            yield from _of(deal, n, deal.person(event.to), "question-asked", number=event.number)
        case e.QuestionAnswered():
            yield from _of(deal, n, DESK, "question-answered", person=event.by, number=event.number)
        case e.RulingMade():
            for person in (*deal.parties, DESK):
                yield from _of(deal, n, person, "ruling-made", outcome=event.outcome.value)
        case _:
            return


def _of_rest(deal: Deal, event: e.Event, actor: PersonId) -> Iterator[Notice]:
    match event:
        case e.DealCompleted():
            for person in deal.parties:
                yield from _to(deal, person, "deal-completed")
        case e.DiaryWritten(entry=entry):
            for notice in _to(deal, deal.other(entry.by), "diary-written"):
                yield replace(notice, words=entry.words, files=entry.files, ring=False)
            yield from _to_the_case(deal, "diary-written")
        case e.MessageSent():
            for notice in _to(deal, deal.other(event.by), "message-sent", person=actor):
                yield replace(notice, words=event.words, files=event.files, ring=False)
            yield from _to_the_case(deal, "message-sent")
        case e.OutsideNamed():
            for person in event.told:
                for notice in _to(deal, person, "outside-named", outside=event.kind):
                    yield replace(notice, ring=False)
        case e.Reminded():
            data = {"key": event.key, "due": event.due.isoformat()}
            seen = deal.seen if event.milestone is None else deal.milestone(event.milestone).seen
            yield Notice(event.person, "reminded", deal.id, event.milestone, data=data, seen=seen)
        case e.DeskAlarmed():
            data = {"key": event.key, "since": event.since.isoformat()}
            yield Notice(DESK, "desk-alarmed", deal.id, event.milestone, data=data)
        case e.ClocksExtended():
            for person in deal.parties:
                lost = int((event.until - event.since).total_seconds())
                yield from _to(deal, person, "clocks-extended", seconds=lost)
        case _:
            return


def _plain(money: object) -> object:
    """Money as the (minor, currency) pair that a notice's data keep."""
    return (
        (money.minor, money.currency)
        if hasattr(money, "minor") and hasattr(money, "currency")
        else money
    )
