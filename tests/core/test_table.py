"""Every state with every step: the table allows it or it is refused; buttons follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from core.amending import (
    AcceptAmendment,
    AcceptProposal,
    AcceptSettlement,
    AdviseSettlement,
    AskMoreTime,
    AskPause,
    GiveMaterial,
    GrantMoreTime,
    MaterialIsThere,
    OfferSettlement,
    ProposeEnd,
    RejectAmendment,
    RejectProposal,
    RejectSettlement,
    ResumeWork,
    SealFigure,
    UnsealFigure,
    WaitForMaterial,
    WithdrawAmendment,
    WithdrawProposal,
    WithdrawSettlement,
)
from core.available import available
from core.deal.challenge import ChallengeGround
from core.deal.commands import Command, MilestoneCommand
from core.deal.context import Context
from core.deal.milestone import FINAL, TABLE, Milestone, State, Step
from core.deal.points import Item, ItemKind
from core.deal.proposal import ProposalKind
from core.deal.ruling import Outcome, ReviewGround
from core.deal.stage import DISPUTE_TABLE, DisputeStep, Stage
from core.deal.step import Act
from core.deal.terms import Role
from core.disputing import (
    AcceptRuling,
    AddNothing,
    AnswerQuestion,
    AskParty,
    AskReview,
    CallArbiter,
    ChallengeArbiter,
    Concede,
    FileEvidence,
    HandOver,
    MakeStatement,
    OpenDispute,
    Recuse,
    Rule,
    TakeBackDispute,
    TakeDispute,
    TakeOver,
    asked_of,
)
from core.drafting import DiscardDraft, EditTerms, SetMilestone
from core.inviting import (
    AcceptTerms,
    ConfirmClaimant,
    CreateInvite,
    InviteAgain,
    RenewInvite,
    WithdrawInvite,
)
from core.paying import (
    AcceptShortfall,
    AskShortfall,
    CancelFunding,
    ClaimPaid,
    DropRest,
    GoOn,
    Pay,
    RejectClaim,
)
from core.people import RateDeal
from core.talking import Say, WriteDiary
from core.values.errors import NotNow, Refusal
from core.values.ids import RAIL, PersonId
from core.values.money import Money
from core.working import (
    ApproveMilestone,
    CancelForFee,
    CancelLate,
    ContestPoint,
    DropPoint,
    MovePoint,
    ObjectToCancel,
    ReleasePart,
    RequestChanges,
    SubmitWork,
    TakeBackCancel,
    TakeBackContest,
    TakeBackSubmission,
    WithdrawWork,
    contestable,
)
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    NOOR,
    REASONS,
    SAM,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_a_step_leads_where_the_table_says_or_is_refused(state: State, step: Step) -> None:
    none = Money(0, "EUR")
    m = Milestone(1, state, none, 7, none, none, none, none, none)
    to = TABLE.get((state, step))
    if to is None:
        with pytest.raises(NotNow, match="wrong-state"):
            m.take(step)
    else:
        assert (m.take(step).state, m.take(step).seen) == (to, 8)


def test_nothing_leaves_a_final_state_and_every_other_has_a_way_out() -> None:
    leaves = {state for state, _ in TABLE}
    assert leaves == set(State) - FINAL
    assert set(TABLE.values()) | {State.PLANNED} == set(State)


def test_a_dispute_ends_by_a_ruling_or_between_the_two_and_reopens_where_the_work_goes_on() -> None:
    ends = {(stage, step) for (stage, step), to in DISPUTE_TABLE.items() if to is Stage.RULED}
    assert ends == {
        (Stage.TAKEN, DisputeStep.RULE),
        (Stage.DECIDED, DisputeStep.EXECUTE),
        (Stage.REVIEWING, DisputeStep.RULE),
    }
    closed = {(stage, step) for stage, step in DISPUTE_TABLE if stage.closed}
    assert closed == {(stage, DisputeStep.REOPEN) for stage in (Stage.WITHDRAWN, Stage.RULED)}
    assert set(DisputeStep) == {step for _, step in DISPUTE_TABLE}


def _claims(scene: Scene) -> None:
    scene.invited("100.00 EUR")
    scene.claimed()


def _late(scene: Scene) -> None:
    scene.funded("100.00 EUR", "50.00 EUR")
    scene.pass_time(7 * DAY)


def _claimed(scene: Scene) -> None:
    scene.agreed("100.00 EUR", "50.00 EUR")
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="today")


def _short(scene: Scene) -> None:
    scene.agreed("100.00 EUR", "50.00 EUR")
    scene.pay(amount("60.00 EUR"))


def _short_asked(scene: Scene) -> None:
    _short(scene)
    scene.on_milestone(AskShortfall, CARLOS)


def _revising(scene: Scene) -> None:
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.request_changes()


def _contested(scene: Scene) -> None:
    """One point of two."""
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.request_changes(ITEM, Item(ItemKind.PREFERENCE, words("rounder")))
    scene.contest()


def _cancelling(scene: Scene) -> None:
    _late(scene)
    scene.on_milestone(CancelLate, CARLOS)


def _taken(scene: Scene) -> None:
    scene.disputed("100.00 EUR", "50.00 EUR")
    scene.take()


def _negotiating(scene: Scene) -> None:
    """The freelancer has called the arbiter, to which the client did not agree yet."""
    scene.disputed("100.00 EUR", "50.00 EUR")
    scene.answered()
    scene.call_arbiter(BINA)


def _called(scene: Scene) -> None:
    """No arbiter has it yet."""
    scene.disputed("100.00 EUR", "50.00 EUR")
    scene.to_arbiter()


def _asked(scene: Scene) -> None:
    _taken(scene)
    scene.do(
        AskParty(actor=ARAM, deal=scene.deal_id, milestone=1, to=Role.CLIENT, words=words("?"))
    )


def _heard(scene: Scene) -> None:
    _taken(scene)
    scene.heard()


def _decided(scene: Scene) -> None:
    _heard(scene)
    scene.do(
        Rule(
            actor=ARAM,
            deal=scene.deal_id,
            milestone=1,
            outcome=Outcome.SPLIT,
            held=scene.m.held,
            reasons=words(REASONS),
            to_freelancer=amount("1.00 EUR"),
        )
    )


def _reviewing(scene: Scene) -> None:
    """Asked for by the freelancer, answered by the client, with the head for more than two days."""
    _decided(scene)
    asked: dict[str, Any] = {"ground": ReviewGround.PROCEDURE, "words": words("nobody asked me")}
    scene.do(AskReview(actor=BINA, deal=scene.deal_id, milestone=1, **asked))
    scene.state_side(CARLOS)
    scene.take(NOOR)
    scene.clock.forward(scene.policy.dispute_challenge)


def _ruled(scene: Scene) -> None:
    _decided(scene)
    scene.ruling_stands()


def _done(scene: Scene) -> None:
    scene.submitted("100.00 EUR")
    scene.approve()


PLACES: dict[str, Callable[[Scene], None]] = {
    "draft": lambda s: s.draft("100.00 EUR"),
    "invited": lambda s: s.invited("100.00 EUR"),
    "claimed": _claims,
    "agreed": lambda s: s.agreed("100.00 EUR", "50.00 EUR"),
    "payment claimed": _claimed,
    "short": _short,
    "shortfall asked": _short_asked,
    "working": lambda s: s.funded("100.00 EUR", "50.00 EUR"),
    "late": _late,
    "cancelling": _cancelling,
    "submitted": lambda s: s.submitted("100.00 EUR", "50.00 EUR"),
    "revising": _revising,
    "contested": _contested,
    "disputed": lambda s: s.disputed("100.00 EUR", "50.00 EUR"),
    "negotiating": _negotiating,
    "called": _called,
    "taken": _taken,
    "asked": _asked,
    "heard": _heard,
    "decided": _decided,
    "reviewing": _reviewing,
    "split": _ruled,
    "completed": _done,
}


def _challenge(scene: Scene, at: dict[str, Any]) -> ChallengeArbiter:
    case = scene.deal.dispute(at["milestone"])
    clock = None if case is None else case.challenge_by
    since = scene.clock.now() if clock is None else clock.opened_at
    ground = ChallengeGround.KNOWS
    return ChallengeArbiter(**at, taken_at=since, ground=ground, words=words("they are cousins"))


def _adds_nothing(scene: Scene, at: dict[str, Any]) -> AddNothing:
    case = scene.deal.dispute(at["milestone"])
    said, filed = (0, 0) if case is None else (len(case.statements), len(case.evidence))
    return AddNothing(**at, said=said, filed=filed)


ITEM = Item(ItemKind.DEFECT, words("two, not three"), 0)


def well_formed(scene: Scene, actor: PersonId, number: int | None) -> dict[Act, Command]:
    """For each act a command that only a guard could refuse."""
    deal = scene.deal
    m = deal.milestones[(number or 1) - 1] if deal.milestones else None
    base: dict[str, Any] = {"actor": actor, "deal": deal.id}
    hashes: dict[str, Any] = {"nonce": "m", "token_hash": "u" * 64, "code_hash": "d" * 64}
    person = deal.claims[0].person if deal.claims else SAM
    more = SetMilestone(len(deal.terms.milestones) + 1, title=words("One more", "s2"))
    other = {**base, "proposal": deal.amendment.number if deal.amendment else 0}
    commands: dict[Act, Command] = {
        Act.EDIT: EditTerms(**base, edits=(more,)),
        Act.ACCEPT_CHANGE: AcceptAmendment(**other),
        Act.REJECT_CHANGE: RejectAmendment(**other),
        Act.WITHDRAW_CHANGE: WithdrawAmendment(**other),
        Act.INVITE: CreateInvite(**base, **hashes, locale="en"),
        Act.INVITE_AGAIN: InviteAgain(**base),
        Act.DISCARD: DiscardDraft(**base),
        Act.RENEW: RenewInvite(**base, **hashes),
        Act.WITHDRAW_INVITE: WithdrawInvite(**base),
        Act.CONFIRM: ConfirmClaimant(**base, person=person),
        Act.ACCEPT: AcceptTerms(**base, fingerprint=deal.offer.fingerprint if deal.offer else ""),
        Act.DIARY: WriteDiary(**base, words=words("d")),
        Act.TALK: Say(**base, words=words("hello")),
        Act.RATE: RateDeal(**base, stars=4, words=words("in time")),
    }
    if m is None:
        return commands
    on = {**base, "milestone": m.number, "seen": m.seen}
    at = {**base, "milestone": m.number}
    case = deal.dispute(m.number)
    question = case.open_question(deal.role_of(actor) or Role.CLIENT) if case else None
    answers = tuple(words("a") for _ in m.rounds[-1].asked) if m.rounds else ()
    point = next(iter(contestable(m)), 0)
    waits = m.contested[0].item if m.contested else 0
    named = {
        kind: {**at, "proposal": made.number if made else 0}
        for kind in ProposalKind
        for made in [deal.open_proposal(m.number, kind)]
    }
    of_time, of_end = named[ProposalKind.MORE_TIME], named[ProposalKind.END]
    of_pause = named[ProposalKind.PAUSE]
    of_offer, of_advice = named[ProposalKind.SETTLE], named[ProposalKind.ADVICE]
    half = Money(max(m.held.minor // 2, 1), "EUR")
    commands |= {
        Act.PAY: Pay(**on, amount=m.missing, rail="play"),
        Act.CLAIM_PAID: ClaimPaid(**on, payer=words("C"), paid_on="x"),
        Act.ASK_SHORTFALL: AskShortfall(**on),
        Act.ACCEPT_SHORTFALL: AcceptShortfall(**on, amount=m.waiting),
        Act.CANCEL_FUNDING: CancelFunding(**on),
        Act.GO_ON: GoOn(**on),
        Act.DROP: DropRest(**on),
        Act.SUBMIT: SubmitWork(
            **on, files=(FILE,), notes=(words("1"), words("2")), answers=answers
        ),
        Act.TAKE_BACK: TakeBackSubmission(**on),
        Act.APPROVE: ApproveMilestone(
            **on, submission=m.submission.number if m.submission else 0, amount=m.held
        ),
        Act.REQUEST_CHANGES: RequestChanges(**on, items=(ITEM,)),
        Act.CONTEST: ContestPoint(**on, item=point, words=words("no")),
        Act.DROP_POINT: DropPoint(**on, item=waits),
        Act.MOVE_POINT: MovePoint(**on, item=waits),
        Act.TAKE_BACK_CONTEST: TakeBackContest(**on),
        Act.RELEASE_PART: ReleasePart(**on, amount=half),
        Act.WITHDRAW: WithdrawWork(**on, amount=m.held),
        Act.CANCEL_LATE: CancelLate(**on),
        Act.CANCEL_FOR_FEE: CancelForFee(**on, amount=m.held),
        Act.TAKE_BACK_CANCEL: TakeBackCancel(**on),
        Act.OBJECT: ObjectToCancel(**on, words=words("no")),
        Act.ASK_TIME: AskMoreTime(**on, more=DAY),
        Act.GRANT_TIME: GrantMoreTime(**on, more=DAY),
        Act.ACCEPT_TIME: AcceptProposal(**of_time),
        Act.REJECT_TIME: RejectProposal(**of_time),
        Act.WITHDRAW_TIME: WithdrawProposal(**of_time),
        Act.WAIT_MATERIAL: WaitForMaterial(**on, words=words("the logo")),
        Act.GIVE_MATERIAL: GiveMaterial(**on, files=(FILE,)),
        Act.ALL_THERE: MaterialIsThere(**on),
        Act.RESUME: ResumeWork(**on),
        Act.ASK_PAUSE: AskPause(**on, length=DAY),
        Act.ACCEPT_PAUSE: AcceptProposal(**of_pause),
        Act.REJECT_PAUSE: RejectProposal(**of_pause),
        Act.WITHDRAW_PAUSE: WithdrawProposal(**of_pause),
        Act.PROPOSE_END: ProposeEnd(**on, to_freelancer=half, held=m.held),
        Act.ACCEPT_END: AcceptProposal(**of_end),
        Act.REJECT_END: RejectProposal(**of_end),
        Act.WITHDRAW_END: WithdrawProposal(**of_end),
        Act.DISPUTE: OpenDispute(**on, reason=words("why"), sought=zero()),
        Act.STATE: MakeStatement(**at, words=words("mine"), sought=zero()),
        Act.EVIDENCE: FileEvidence(**at, files=(FILE,)),
        Act.CALL_ARBITER: CallArbiter(**at),
        Act.ADD_NOTHING: _adds_nothing(scene, at),
        Act.CHALLENGE: _challenge(scene, at),
        Act.ANSWER: AnswerQuestion(
            **at, number=question.number if question else 0, words=words("a")
        ),
        Act.TAKE_BACK_DISPUTE: TakeBackDispute(**on),
        Act.CONCEDE: Concede(**on, sought=asked_of(deal, m, actor) or zero(), held=m.held),
        Act.ACCEPT_RULING: AcceptRuling(
            **at, to_freelancer=case.ruling.to_freelancer if case and case.ruling else zero()
        ),
        Act.ASK_REVIEW: AskReview(**at, ground=ReviewGround.CONFLICT, words=words("they met")),
        Act.OFFER: OfferSettlement(
            **on, to_freelancer=half, held=m.held, counters=of_offer["proposal"]
        ),
        Act.ACCEPT_OFFER: AcceptSettlement(**of_offer),
        Act.REJECT_OFFER: RejectSettlement(**of_offer),
        Act.WITHDRAW_OFFER: WithdrawSettlement(**of_offer),
        Act.ACCEPT_ADVICE: AcceptSettlement(**of_advice),
        Act.REJECT_ADVICE: RejectSettlement(**of_advice),
        Act.SEAL: SealFigure(**on, figure=m.held if actor == BINA else zero(), held=m.held),
        Act.UNSEAL: UnsealFigure(**on),
        Act.ADVISE: AdviseSettlement(**at, to_freelancer=half, held=m.held),
        Act.TAKE: TakeDispute(**at),
        Act.TAKE_OVER: TakeOver(**at),
        Act.HAND_OVER: HandOver(**at),
        Act.RECUSE: Recuse(**at),
        Act.ASK: AskParty(**at, to=Role.CLIENT, words=words("?")),
        Act.RULE: Rule(**at, outcome=Outcome.REFUND, held=m.held, reasons=words(REASONS)),
        Act.REJECT_CLAIM: RejectClaim(**on),
    }
    return commands


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("actor", [BINA, CARLOS, SAM, ARAM, NOOR, TESS])
def test_a_step_is_offered_if_and_only_if_it_is_not_refused(place: str, actor: PersonId) -> None:
    policy = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy
    scene = Scene(policy)
    PLACES[place](scene)
    deal = scene.deal
    # The scene may have moved the clock past a deadline; the offer is about the deal as it stands.
    ctx = Context(scene.clock.now(), policy, scene.escrow.staff)
    offered = {(item.act, item.milestone) for item in available(deal, actor, ctx)}
    snapshot = scene.store.rows.copy()
    for number in [None, *(m.number for m in deal.milestones)]:
        for act, command in well_formed(scene, actor, number).items():
            on_deal = not isinstance(command, MilestoneCommand) and not hasattr(
                command, "milestone"
            )
            if on_deal is not (number is None):
                continue
            try:
                scene.do(command)
                allowed = True
            except Refusal:
                allowed = False
            scene.store.rows = snapshot.copy()
            wanted = (act, number) in offered
            assert wanted is allowed, f"{act} on {number}: offered {wanted}, allowed {allowed}"


def test_paying_is_offered_where_a_deposit_would_fund() -> None:
    scene = Scene()
    scene.agreed("100.00 EUR", "50.00 EUR")
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    assert (Act.PAY, 1) in {(o.act, o.milestone) for o in available(scene.deal, CARLOS, ctx)}
    assert (Act.PAY, 2) not in {(o.act, o.milestone) for o in available(scene.deal, CARLOS, ctx)}
    assert (Act.PAY, 1) not in {(o.act, o.milestone) for o in available(scene.deal, BINA, ctx)}
    scene.pay(actor=RAIL)
    ctx = Context(scene.clock.now() + timedelta(1), scene.policy, scene.escrow.staff)
    assert not [o for o in available(scene.deal, CARLOS, ctx) if o.act is Act.PAY]
