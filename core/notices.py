"""Who is owed a message for what happened. The courier renders it in the receiver's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from core import events as e
from core.deal.model import Deal, TransferState
from core.dispute import Cause
from core.ids import DESK, RAIL, SYSTEM, DealId, PersonId
from core.milestone import State
from core.money import Money
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


@dataclass(frozen=True, slots=True)
class By:
    """Who acted, and under which rules of the house."""

    actor: PersonId
    policy: Policy


Rule = Callable[[Deal, Any, By], Iterator[Notice]]
"""Whom an event is told, `Deal` being the deal after it."""


def notices_for(
    deal: Deal | None, event: e.Event, actor: PersonId, policy: Policy
) -> tuple[Notice, ...]:
    """The notices of one event, `deal` being the deal after it; the one who acted gets none."""
    if type(event) in OF_PEOPLE:
        found = OF_PEOPLE[type(event)](None if deal is None else deal.id, event)
    elif deal is not None and type(event) in RULES:
        found = RULES[type(event)](deal, event, By(actor, policy))
    else:
        return ()
    told = tuple(found)
    if deal is None:
        return told
    return tuple(n for n in told if n.to != actor or n.kind in _TO_THE_ACTOR_TOO)


_TO_THE_ACTOR_TOO: Final = frozenset(
    {"deal-agreed", "deal-completed", "destination-set", "milestone-opened", "outside-named"}
)


def _to_the_case(deal: Deal, kind: str) -> Iterator[Notice]:
    """What is said while somebody decides is theirs to read as well."""
    for case in deal.disputes:
        if case.ruling is None:
            yield Notice(DESK, kind, deal.id, case.milestone, ring=False)


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


# People


def _help_asked(deal: DealId | None, event: e.HelpAsked) -> Iterator[Notice]:
    asked = {"person": event.person}
    yield Notice(DESK, "help-asked", deal, data=asked, words=event.words, files=event.files)


def _help_answered(deal: DealId | None, event: e.HelpAnswered) -> Iterator[Notice]:
    yield Notice(event.person, "help-answered", deal, words=event.words, files=event.files)


def _destination_set(deal: DealId | None, event: e.DestinationSet) -> Iterator[Notice]:
    data = {"currency": event.currency, "from_at": event.from_at.isoformat()}
    yield Notice(event.person, "destination-set", deal, data=data)


# The invite


def _invite_asked(deal: Deal, event: e.InviteAsked, _by: By) -> Iterator[Notice]:
    for notice in _to(deal, deal.creator, "invite-asked", person=event.by):
        yield replace(notice, words=event.words)


def _invited_answered(deal: Deal, event: e.InvitedAnswered, _by: By) -> Iterator[Notice]:
    for notice in _to(deal, event.to, "invited-answered"):
        yield replace(notice, words=event.words)


def _invite_claimed(deal: Deal, event: e.InviteClaimed, _by: By) -> Iterator[Notice]:
    words = " ".join(event.safety_words)
    data = {"person": event.person, "accepts": event.accepts, "words": words}
    yield from _to(deal, deal.creator, "invite-claimed", **data)


def _claim_ended(deal: Deal, event: e.ClaimEnded, _by: By) -> Iterator[Notice]:
    if event.why == "declined":
        yield from _to(deal, deal.creator, "claim-declined", person=event.person)
    else:
        yield from _to(deal, event.person, "claim-ended", why=event.why)


def _claimant_confirmed(deal: Deal, event: e.ClaimantConfirmed, _by: By) -> Iterator[Notice]:
    if deal.agreement is None:
        yield from _to(deal, event.person, "claimant-confirmed")


def _terms_proposed(deal: Deal, event: e.TermsProposed, _by: By) -> Iterator[Notice]:
    for notice in _to(deal, deal.other(event.by), "terms-proposed", version=event.version):
        yield replace(notice, seen=deal.seen)


def _deal_agreed(deal: Deal, _event: e.DealAgreed, _by: By) -> Iterator[Notice]:
    for party in deal.parties:
        yield from _to(deal, party, "deal-agreed")


def _deal_cancelled(deal: Deal, event: e.DealCancelled, _by: By) -> Iterator[Notice]:
    if event.why in ("unfunded", "unpaid"):
        return  # what ended its last milestone told it
    for person in (*deal.parties, *(claim.person for claim in deal.claims)):
        yield from _to(deal, person, "deal-cancelled", why=event.why)


def _deal_completed(deal: Deal, _event: e.DealCompleted, _by: By) -> Iterator[Notice]:
    for person in deal.parties:
        yield from _to(deal, person, "deal-completed")


# Money


def _milestone_opened(deal: Deal, event: e.MilestoneOpened, _by: By) -> Iterator[Notice]:
    if event.milestone > 1:
        yield from _now(deal, event.milestone, deal.client, "milestone-opened")


def _payment_claimed(deal: Deal, event: e.PaymentClaimed, _by: By) -> Iterator[Notice]:
    yield from _now(deal, event.milestone, DESK, "payment-claimed")
    for notice in _now(deal, event.milestone, deal.freelancer, "payment-claimed"):
        yield replace(notice, ring=False)


def _claim_rejected(deal: Deal, event: e.ClaimRejected, _by: By) -> Iterator[Notice]:
    yield from _now(deal, event.milestone, deal.client, "claim-rejected")


def _proof_asked(deal: Deal, event: e.ProofAsked, _by: By) -> Iterator[Notice]:
    yield from _now(deal, event.milestone, deal.client, "proof-asked")


def _deposit_received(deal: Deal, event: e.DepositReceived, _by: By) -> Iterator[Notice]:
    n = event.milestone
    if event.suspense:
        yield from _of(deal, n, DESK, "deposit-suspense", amount=_plain(event.suspense))
        yield from _of(deal, n, deal.client, "deposit-late", amount=_plain(event.suspense))
    elif deal.milestone(n).state is State.FUNDING:
        yield from _now(deal, n, deal.client, "deposit-short", arrived=_plain(event.amount))


def _shortfall_asked(deal: Deal, event: e.ShortfallAsked, _by: By) -> Iterator[Notice]:
    arrived = _plain(event.arrived)
    yield from _now(deal, event.milestone, deal.freelancer, "shortfall-asked", arrived=arrived)


def _milestone_funded(deal: Deal, event: e.MilestoneFunded, _by: By) -> Iterator[Notice]:
    for person in (deal.freelancer, deal.client):
        held = _plain(event.held)
        yield from _of(deal, event.milestone, person, "milestone-funded", held=held)


def _milestone_voided(deal: Deal, event: e.MilestoneVoided, _by: By) -> Iterator[Notice]:
    for person in deal.parties:
        yield from _of(deal, event.milestone, person, "milestone-voided", why=event.why)


def _money_settled(deal: Deal, event: e.MoneySettled, _by: By) -> Iterator[Notice]:
    if event.ground is e.Ground.RULING:
        return  # the ruling told it
    data = {
        "ground": event.ground.value,
        "payout": _plain(event.payout),
        "fee": _plain(event.fee),
        "refund": _plain(event.refund),
        "left": _plain(event.left),
    }
    for person in deal.parties:
        yield from _of(deal, event.milestone, person, "money-settled", **data)


def _waiting_returned(deal: Deal, event: e.WaitingReturned, _by: By) -> Iterator[Notice]:
    amount = _plain(event.amount)
    yield from _of(deal, event.milestone, deal.client, "waiting-returned", amount=amount)


def _transfer_due(deal: Deal, event: e.TransferDue, by: By) -> Iterator[Notice]:
    rail = by.policy.rail(event.rail)
    if rail is None or not rail.automatic:
        yield from _now(deal, event.milestone, DESK, "transfer-due", transfer=event.transfer)


def _transfer_confirmed(deal: Deal, event: e.TransferConfirmed, _by: By) -> Iterator[Notice]:
    """What a rail does by itself, a moment after the settlement was told, need not ring."""
    for notice in _transferred(deal, event, "transfer-confirmed"):
        yield replace(notice, ring=event.by != RAIL)


def _transfer_failed(deal: Deal, event: e.TransferFailed, _by: By) -> Iterator[Notice]:
    yield from _transferred(deal, event, "transfer-failed")


def _transferred(
    deal: Deal, event: e.TransferConfirmed | e.TransferFailed, kind: str
) -> Iterator[Notice]:
    data = {"amount": _plain(event.amount), "transfer_kind": event.kind.value}
    yield from _of(deal, event.milestone, event.person, kind, **data)


# Work


def _opening(deal: Deal, event: e.MilestoneEvent, _by: By) -> Iterator[Notice]:
    yield from opening_notices(deal, event.milestone)


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


def _taken_back(deal: Deal, event: e.SubmissionTakenBack, _by: By) -> Iterator[Notice]:
    yield from _now(deal, event.milestone, deal.client, "submission-taken-back")


def _changes_requested(deal: Deal, event: e.ChangesRequested, _by: By) -> Iterator[Notice]:
    n = event.milestone
    yield from _now(deal, n, deal.freelancer, "changes-requested", round=event.round)


def _cancel_taken_back(deal: Deal, event: e.LateCancelTakenBack, _by: By) -> Iterator[Notice]:
    yield from _now(deal, event.milestone, deal.freelancer, "late-cancel-taken-back")


def _dormancy_noticed(deal: Deal, event: e.DormancyNoticed, by: By) -> Iterator[Notice]:
    yield from _opening(deal, event, by)
    yield from _now(deal, event.milestone, deal.client, "dormancy-noticed")


def _window_unserved(deal: Deal, event: e.WindowUnserved, _by: By) -> Iterator[Notice]:
    """At the first attempt, the side that waits for the one whom the notice did not reach."""
    m = deal.milestone(event.milestone)
    window = m.dormancy or m.window
    if event.attempt == 1 and window is not None and window.next_attempt is not None:
        waiting = deal.freelancer if m.state is State.SUBMITTED else deal.client
        again = window.next_attempt.isoformat()
        yield from _now(deal, m.number, waiting, "window-unserved", again_at=again)


# Dispute


def _dispute_opened(deal: Deal, event: e.DisputeOpened, _by: By) -> Iterator[Notice]:
    opened = "dispute-opened"
    kind = opened if event.cause is Cause.OPENED else f"dispute-{event.cause.value}"
    for person in (*deal.parties, DESK):
        yield from _of(deal, event.milestone, person, kind if person != DESK else opened)


def _statement_made(deal: Deal, event: e.StatementMade, _by: By) -> Iterator[Notice]:
    yield from _filed(deal, event.milestone, event.by, "statement-made", 0)


def _evidence_filed(deal: Deal, event: e.EvidenceFiled, _by: By) -> Iterator[Notice]:
    yield from _filed(deal, event.milestone, event.by, "evidence-filed", event.number)


def _filed(deal: Deal, n: int, by: PersonId, kind: str, number: int) -> Iterator[Notice]:
    for reader in (deal.other(by), DESK):
        yield from _of(deal, n, reader, kind, person=by, number=number)


def _dispute_taken(deal: Deal, event: e.DisputeTaken, _by: By) -> Iterator[Notice]:
    for person in (*deal.parties, DESK):
        yield from _of(deal, event.milestone, person, "dispute-taken", arbiter=event.arbiter)


def _dispute_assigned(deal: Deal, event: e.DisputeAssigned, _by: By) -> Iterator[Notice]:
    n, again = event.milestone, event.over_from is not None
    for person in deal.parties:
        yield from _of(deal, n, person, "dispute-assigned", again=again)
    data = {"arbiter": event.arbiter, "late": event.over_from or 0}
    yield from _of(deal, n, DESK, "dispute-assigned", **data)


def _answer_overdue(deal: Deal, event: e.AnswerOverdue, _by: By) -> Iterator[Notice]:
    to = "question" if event.question else "dispute"
    for role in event.roles:
        yield from _of(deal, event.milestone, deal.person(role), "answer-overdue", to=to)
    who = "both" if len(event.roles) > 1 else event.roles[0].value
    yield from _of(deal, event.milestone, DESK, "answer-overdue", who=who)


def _handed_over(deal: Deal, event: e.DisputeHandedOver, _by: By) -> Iterator[Notice]:
    """The desk hears who has the case; where a colleague has it, the sides hear of that too."""
    told = {"arbiter": event.arbiter} | ({} if event.to is None else {"to": event.to})
    yield from _of(deal, event.milestone, DESK, "dispute-handed-over", **told)
    for person in deal.parties if event.to is not None else ():
        yield from _of(deal, event.milestone, person, "dispute-taken", arbiter=event.to)


def _recused(deal: Deal, event: e.ArbiterRecused, _by: By) -> Iterator[Notice]:
    yield from _of(deal, event.milestone, DESK, "dispute-handed-over", arbiter=event.arbiter)


def _question_asked(deal: Deal, event: e.QuestionAsked, _by: By) -> Iterator[Notice]:
    asked = deal.person(event.to)
    yield from _of(deal, event.milestone, asked, "question-asked", number=event.number)


def _question_answered(deal: Deal, event: e.QuestionAnswered, _by: By) -> Iterator[Notice]:
    data = {"person": event.by, "number": event.number}
    yield from _of(deal, event.milestone, DESK, "question-answered", **data)


def _ruling_made(deal: Deal, event: e.RulingMade, _by: By) -> Iterator[Notice]:
    for person in (*deal.parties, DESK):
        outcome = event.outcome.value
        yield from _of(deal, event.milestone, person, "ruling-made", outcome=outcome)


# Diary and talk


def _diary_written(deal: Deal, event: e.DiaryWritten, _by: By) -> Iterator[Notice]:
    entry = event.entry
    for notice in _to(deal, deal.other(entry.by), "diary-written"):
        yield replace(notice, words=entry.words, files=entry.files, ring=False)
    yield from _to_the_case(deal, "diary-written")


def _message_sent(deal: Deal, event: e.MessageSent, by: By) -> Iterator[Notice]:
    for notice in _to(deal, deal.other(event.by), "message-sent", person=by.actor):
        yield replace(notice, words=event.words, files=event.files, ring=False)
    yield from _to_the_case(deal, "message-sent")


def _outside_named(deal: Deal, event: e.OutsideNamed, _by: By) -> Iterator[Notice]:
    for person in event.told:
        for notice in _to(deal, person, "outside-named", outside=event.kind):
            yield replace(notice, ring=False)


# The clock


def _reminded(deal: Deal, event: e.Reminded, _by: By) -> Iterator[Notice]:
    data = {"key": event.key, "due": event.due.isoformat()}
    seen = deal.seen if event.milestone is None else deal.milestone(event.milestone).seen
    yield Notice(event.person, "reminded", deal.id, event.milestone, data=data, seen=seen)


def _desk_alarmed(deal: Deal, event: e.DeskAlarmed, _by: By) -> Iterator[Notice]:
    data = {"key": event.key, "since": event.since.isoformat()}
    yield Notice(DESK, "desk-alarmed", deal.id, event.milestone, data=data)


def _clocks_extended(deal: Deal, event: e.ClocksExtended, _by: By) -> Iterator[Notice]:
    lost = int((event.until - event.since).total_seconds())
    for person in deal.parties:
        yield from _to(deal, person, "clocks-extended", seconds=lost)


OF_PEOPLE: Final[Mapping[type[e.Event], Callable[[DealId | None, Any], Iterator[Notice]]]] = (
    MappingProxyType(
        {
            e.HelpAsked: _help_asked,
            e.HelpAnswered: _help_answered,
            e.DestinationSet: _destination_set,
        }
    )
)
"""What is about a person, with a deal or without one."""
RULES: Final[Mapping[type[e.Event], Rule]] = MappingProxyType(
    {
        e.InviteAsked: _invite_asked,
        e.InvitedAnswered: _invited_answered,
        e.InviteClaimed: _invite_claimed,
        e.ClaimEnded: _claim_ended,
        e.ClaimantConfirmed: _claimant_confirmed,
        e.TermsProposed: _terms_proposed,
        e.DealAgreed: _deal_agreed,
        e.DealCancelled: _deal_cancelled,
        e.DealCompleted: _deal_completed,
        e.MilestoneOpened: _milestone_opened,
        e.PaymentClaimed: _payment_claimed,
        e.ClaimRejected: _claim_rejected,
        e.ProofAsked: _proof_asked,
        e.DepositReceived: _deposit_received,
        e.ShortfallAsked: _shortfall_asked,
        e.MilestoneFunded: _milestone_funded,
        e.MilestoneVoided: _milestone_voided,
        e.MoneySettled: _money_settled,
        e.WaitingReturned: _waiting_returned,
        e.TransferDue: _transfer_due,
        e.TransferConfirmed: _transfer_confirmed,
        e.TransferFailed: _transfer_failed,
        e.WorkSubmitted: _opening,
        e.SubmissionTakenBack: _taken_back,
        e.ChangesRequested: _changes_requested,
        e.LateCancelOpened: _opening,
        e.LateCancelTakenBack: _cancel_taken_back,
        e.DormancyNoticed: _dormancy_noticed,
        e.WindowRetried: _opening,
        e.WindowReopened: _opening,
        e.WindowUnserved: _window_unserved,
        e.DisputeOpened: _dispute_opened,
        e.StatementMade: _statement_made,
        e.EvidenceFiled: _evidence_filed,
        e.DisputeTaken: _dispute_taken,
        e.DisputeAssigned: _dispute_assigned,
        e.AnswerOverdue: _answer_overdue,
        e.DisputeHandedOver: _handed_over,
        e.ArbiterRecused: _recused,
        e.QuestionAsked: _question_asked,
        e.QuestionAnswered: _question_answered,
        e.RulingMade: _ruling_made,
        e.DiaryWritten: _diary_written,
        e.MessageSent: _message_sent,
        e.OutsideNamed: _outside_named,
        e.Reminded: _reminded,
        e.DeskAlarmed: _desk_alarmed,
        e.ClocksExtended: _clocks_extended,
    }
)
"""Of each event whom it is told."""
SILENT: Final[Mapping[type[e.Event], str]] = MappingProxyType(
    {
        e.DealStarted: "who began the draft sees it",
        e.TermsEdited: "nobody else sees a draft, or a counter-offer before it is sent",
        e.EditsDiscarded: "as above",
        e.InviteCreated: "the one invited has no chat with us yet",
        e.InviteRenewed: "as above",
        e.DealOpened: "its first milestone's funding tells it",
        e.MilestoneEnded: "what ended it tells it",
        e.WindowServed: "the notice that opened the window is what was served",
        e.PersonMet: "who wrote knows",
        e.SettingsChanged: "who changed them knows",
    }
)
"""Events that nobody is told of, and why."""


def _plain(money: Money) -> tuple[int, str]:
    """Money as the (minor, currency) pair that a notice's data keep."""
    return money.minor, money.currency
