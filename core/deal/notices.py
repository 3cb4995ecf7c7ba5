"""Whom the events of settling and ending are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.deal.approval import ApprovalState
from core.deal.dispute import Cause
from core.deal.events import (
    AMENDED,
    ApprovalAsked,
    ApprovalEnded,
    ApprovalGiven,
    DealAgreed,
    DealCancelled,
    DealCompleted,
    DeskAlarmed,
    DisputeOpened,
    Event,
    Ground,
    InviteClaimed,
    MilestoneEnded,
    MilestoneOpened,
    MilestoneVoided,
    MoneySettled,
    OutsideNamed,
    Reminded,
    TermsProposed,
    TransferDue,
    WaitingReturned,
)
from core.deal.model import Deal
from core.deal.notice import (
    ALWAYS,
    By,
    Holds,
    Notice,
    Telling,
    WhileOpen,
    WhileOwed,
    WhileSeen,
    now,
    of,
    plain,
    to,
)
from core.values.ids import DESK
from core.values.window import DeadlineKind


def _terms_proposed(deal: Deal, event: TermsProposed, _by: By) -> Iterator[Notice]:
    for notice in to(deal, deal.other(event.by), "terms-proposed", version=event.version):
        yield replace(notice, holds=WhileSeen(deal.seen))


def _invite_claimed(deal: Deal, event: InviteClaimed, _by: By) -> Iterator[Notice]:
    words = " ".join(event.safety_words)
    data = {"person": event.person, "accepts": event.accepts, "words": words}
    yield from to(deal, deal.creator, "invite-claimed", **data)


def _deal_agreed(deal: Deal, _event: DealAgreed, _by: By) -> Iterator[Notice]:
    for party in deal.parties:
        yield from to(deal, party, "deal-agreed")


def _deal_cancelled(deal: Deal, event: DealCancelled, _by: By) -> Iterator[Notice]:
    if event.why in ("unfunded", "unpaid"):
        return  # what ended its last milestone told it
    for person in (*deal.parties, *(claim.person for claim in deal.claims)):
        yield from to(deal, person, "deal-cancelled", why=event.why)


def _deal_completed(deal: Deal, _event: DealCompleted, _by: By) -> Iterator[Notice]:
    for person in deal.parties:
        yield from to(deal, person, "deal-completed")


def _milestone_opened(deal: Deal, event: MilestoneOpened, _by: By) -> Iterator[Notice]:
    if event.milestone > 1:
        yield from now(deal, event.milestone, deal.client, "milestone-opened")


def _milestone_voided(deal: Deal, event: MilestoneVoided, _by: By) -> Iterator[Notice]:
    if event.why == AMENDED:
        return  # the change of the terms tells it
    role = deal.role_of(event.by)
    data = {"why": event.why, "by": "clock" if role is None else role.value}
    for person in deal.parties:
        yield from of(deal, event.milestone, person, "milestone-voided", **data)


def _money_settled(deal: Deal, event: MoneySettled, _by: By) -> Iterator[Notice]:
    if event.ground is Ground.RULING:
        return  # the ruling told it
    data = {
        "ground": event.ground.value,
        "payout": plain(event.payout),
        "fee": plain(event.fee),
        "refund": plain(event.refund),
        "left": plain(event.left),
    }
    for person in deal.parties:
        yield from of(deal, event.milestone, person, "money-settled", **data)


def _waiting_returned(deal: Deal, event: WaitingReturned, _by: By) -> Iterator[Notice]:
    amount = plain(event.amount)
    yield from of(deal, event.milestone, deal.client, "waiting-returned", amount=amount)


def _transfer_due(deal: Deal, event: TransferDue, by: By) -> Iterator[Notice]:
    rail = by.policy.rail(event.rail)
    if rail is None or not rail.automatic:
        yield Notice(
            DESK,
            "transfer-due",
            deal.id,
            event.milestone,
            data={"transfer": event.transfer},
            holds=WhileOwed(event.transfer),
        )


def _dispute_opened(deal: Deal, event: DisputeOpened, _by: By) -> Iterator[Notice]:
    opened = "dispute-opened"
    kind = opened if event.cause is Cause.OPENED else f"dispute-{event.cause.value}"
    for person in deal.parties:
        yield from of(deal, event.milestone, person, kind)
    case = deal.dispute(event.milestone)
    rings = case is None or not case.stage.between_them
    for notice in of(deal, event.milestone, DESK, opened):
        yield replace(notice, ring=rings)


def _approval_asked(deal: Deal, event: ApprovalAsked, _by: By) -> Iterator[Notice]:
    yield from of(deal, event.milestone, DESK, "approval-asked", approval=event.approval)


def _approval_ended(deal: Deal, event: ApprovalEnded, _by: By) -> Iterator[Notice]:
    """Whoever takes it back does so on the card itself."""
    if event.state is not ApprovalState.WITHDRAWN:
        yield from of(deal, event.milestone, DESK, "approval-ended", approval=event.approval)


def _outside_named(deal: Deal, event: OutsideNamed, _by: By) -> Iterator[Notice]:
    for person in event.told:
        for notice in to(deal, person, "outside-named", outside=event.kind):
            yield replace(notice, ring=False)


def _reminded(deal: Deal, event: Reminded, _by: By) -> Iterator[Notice]:
    kind, _, number = event.key.rpartition(":")
    if kind == DeadlineKind.APPROVAL_ENDS.value and event.milestone is not None:
        yield from of(deal, event.milestone, DESK, "approval-waits", approval=int(number))
        return
    data: dict[str, object] = {"key": event.key, "due": event.due.isoformat()}
    seen = deal.seen if event.milestone is None else deal.milestone(event.milestone).seen
    holds: Holds = WhileSeen(seen)
    if event.key.startswith(f"{DeadlineKind.PROPOSAL_ENDS.value}:"):
        proposal = int(event.key.rpartition(":")[2])
        data, holds = {**data, "proposal": proposal}, WhileOpen(proposal)
    yield Notice(event.person, "reminded", deal.id, event.milestone, data=data, holds=holds)


def _desk_alarmed(deal: Deal, event: DeskAlarmed, _by: By) -> Iterator[Notice]:
    data = {"key": event.key, "since": event.since.isoformat()}
    yield Notice(DESK, "desk-alarmed", deal.id, event.milestone, data=data, holds=ALWAYS)


TELLS: Final[Mapping[type[Event], Telling]] = MappingProxyType(
    {
        TermsProposed: _terms_proposed,
        InviteClaimed: _invite_claimed,
        DealAgreed: _deal_agreed,
        DealCancelled: _deal_cancelled,
        DealCompleted: _deal_completed,
        MilestoneOpened: _milestone_opened,
        MilestoneVoided: _milestone_voided,
        MoneySettled: _money_settled,
        WaitingReturned: _waiting_returned,
        TransferDue: _transfer_due,
        DisputeOpened: _dispute_opened,
        ApprovalAsked: _approval_asked,
        ApprovalEnded: _approval_ended,
        OutsideNamed: _outside_named,
        Reminded: _reminded,
        DeskAlarmed: _desk_alarmed,
    }
)
SILENT: Final[Mapping[type[Event], str]] = MappingProxyType(
    {
        MilestoneEnded: "what ended it tells it",
        ApprovalGiven: "what was approved tells it",
    }
)
