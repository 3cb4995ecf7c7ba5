"""What a step leaves of a milestone, a dispute or a transfer, and what it clears away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.deal.clocks import MeetDeadline
from core.deal.commands import Command
from core.deal.events import DealCancelled, MilestoneEnded, MilestoneVoided
from core.deal.milestone import State, Step
from core.deal.model import DealState, TransferState
from core.deal.ruling import Outcome
from core.deal.stage import Stage
from core.deal.terms import Role
from core.decide import decide
from core.disputing import AnswerQuestion, AskParty, FileEvidence, HandOver, Recuse, Rule
from core.drafting import DiscardDraft, EditTerms, SetMilestone, SetRules
from core.inviting import ConfirmClaimant, CreateInvite, RenewInvite, WithdrawInvite
from core.paying import (
    AcceptShortfall,
    CancelFunding,
    ClaimPaid,
    ConfirmDeposit,
    ConfirmTransfer,
    DropRest,
    FailTransfer,
    RejectClaim,
    TransferConfirmed,
)
from core.paying.events import TransferFailed
from core.timing import NoticeServed, NoticeUnserved
from core.timing.serving import WindowUnserved
from core.values.errors import NotNow
from core.values.ids import RAIL, SYSTEM
from core.values.policy import OnSilence
from core.values.window import DeadlineKind, Window
from core.working import CancelLate, ReleasePart, SubmitWork, TakeBackCancel, TakeBackSubmission
from tests.kit.places import PLACES, place
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    NOOR,
    REASONS,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)

RELEASE = SetRules(on_silence=OnSilence.RELEASE)


def scene_at(name: str) -> Scene:
    scene = Scene(with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy)
    PLACES[name](scene)
    return scene


def claim_paid(scene: Scene) -> None:
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="today")


# Each milestone by its own terms


def two_different() -> Scene:
    scene = Scene()
    scene.draft("100.00 EUR", "50.00 EUR")
    own = SetMilestone(2, duration=9 * DAY, criteria=(words("one"),))
    scene.do(EditTerms(actor=BINA, deal=scene.deal_id, edits=(own,)))
    scene.do(
        CreateInvite(
            actor=BINA,
            deal=scene.deal_id,
            nonce="n",
            token_hash="t" * 64,
            code_hash="c" * 64,
            locale="fa",
        )
    )
    scene.claimed()
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    scene.pay()
    return scene


def test_each_milestone_has_its_own_time_and_criteria() -> None:
    scene = two_different()
    assert scene.m.due_at == scene.clock.now() + 5 * DAY
    scene.submit()
    scene.approve()
    scene.pay()
    assert scene.m.due_at == scene.clock.now() + 9 * DAY
    with pytest.raises(Exception, match=r"^submission-notes$"):
        scene.submit()
    scene.on_milestone(SubmitWork, BINA, files=(FILE,), notes=(words("done"),))
    scene.dispute()
    scene.heard()
    ruling = Rule(
        actor=ARAM,
        deal=scene.deal_id,
        milestone=2,
        outcome=Outcome.REFUND,
        held=scene.m.held,
        reasons=words(REASONS),
        criterion=1,
    )
    with pytest.raises(Exception, match=r"^no-such-criterion$"):
        scene.do(ruling)
    scene.do(replace(ruling, criterion=0))


def test_a_new_link_speaks_the_language_of_the_first() -> None:
    scene = Scene()
    scene.draft("100.00 EUR")
    hashes: dict[str, Any] = {"token_hash": "t" * 64, "code_hash": "c" * 64}
    scene.do(CreateInvite(actor=BINA, deal=scene.deal_id, nonce="n", locale="fa", **hashes))
    scene.clock.forward(DAY)
    scene.do(RenewInvite(actor=BINA, deal=scene.deal_id, nonce="m", **hashes))
    invite = scene.deal.invite
    assert invite is not None
    assert (invite.nonce, invite.locale) == ("m", "fa")
    assert scene.deal.window == Window(scene.clock.now(), scene.clock.now() + 7 * DAY)


# Paying


def test_less_that_was_accepted_is_asked_for_no_more() -> None:
    scene = scene_at("shortfall asked")
    scene.on_milestone(AcceptShortfall, BINA, amount=amount("60.00 EUR"))
    assert (scene.m.shortfall_asked, scene.m.claim) == (False, None)
    assert (scene.m.held, scene.m.waiting) == (amount("60.00 EUR"), zero())


@pytest.mark.parametrize(("days", "left"), [(2, 5 * DAY), (6, DAY)])
def test_a_claim_keeps_what_the_clock_had(days: int, left: timedelta) -> None:
    scene = scene_at("agreed")
    scene.clock.forward(days * DAY)
    claim_paid(scene)
    claim = scene.m.claim
    assert claim is not None
    assert (claim.left, claim.at, claim.extended) == (left, scene.clock.now(), False)
    assert scene.m.window is None


def test_a_claim_at_the_last_hour_keeps_an_hour_and_gets_a_day() -> None:
    scene = scene_at("agreed")
    scene.clock.forward(7 * DAY - HOUR)
    claim_paid(scene)
    assert scene.m.claim is not None
    assert scene.m.claim.left == HOUR
    scene.on_milestone(RejectClaim, TESS)
    assert scene.m.window == Window(scene.clock.now(), scene.clock.now() + DAY)


def test_a_claim_while_the_clocks_wait_has_nothing_left() -> None:
    scene = scene_at("agreed")
    scene.clock.forward(9 * DAY)
    scene.escrow.clocks_wait = True
    claim_paid(scene)
    assert scene.m.claim is not None
    assert scene.m.claim.left == timedelta(0)


def test_where_paying_takes_less_than_a_day_a_rejected_claim_gets_no_more() -> None:
    scene = scene_at("agreed")
    scene.escrow.policy = replace(scene.policy, funding_window=HOUR)
    scene.clock.forward(7 * DAY - HOUR // 2)
    claim_paid(scene)
    scene.on_milestone(RejectClaim, TESS)
    assert scene.m.window is not None
    assert scene.m.window.length == HOUR


def test_what_a_milestone_has_booked_is_not_booked_again_whatever_the_books_say() -> None:
    scene = scene_at("agreed")
    scene.pay(amount("1.00 EUR"), external="bank")
    ctx = place("agreed").ctx
    again = ConfirmDeposit(
        actor=RAIL,
        deal=scene.deal_id,
        milestone=1,
        amount=amount("2.00 EUR"),
        rail="play",
        external_id="bank",
        source="C",
    )
    for posted in (False, True):
        with pytest.raises(NotNow, match=r"^deposit-used-elsewhere$"):
            decide(scene.deal, again, replace(ctx, facts=replace(ctx.facts, posted=posted)))


def test_money_goes_back_to_where_it_came_from_the_last_first() -> None:
    scene = scene_at("agreed")
    for source, external in (("A", "1"), ("B", "2"), ("A", "3")):
        scene.do(
            ConfirmDeposit(
                actor=RAIL,
                deal=scene.deal_id,
                milestone=1,
                amount=amount("10.00 EUR"),
                rail="play",
                external_id=external,
                source=source,
            )
        )
    scene.on_milestone(CancelFunding, CARLOS)
    [back] = scene.deal.transfers
    assert (back.source, back.amount) == ("A · B", amount("30.00 EUR"))
    assert scene.deal.milestone(1).waiting == zero()


# Owed to somebody outside


def test_a_transfer_is_owed_until_it_is_confirmed() -> None:
    scene = scene_at("withdrawn")
    [owed] = scene.deal.transfers
    assert owed.window == Window(scene.clock.now(), scene.clock.now() + DAY)
    deal = scene.deal_id
    done = scene.do(FailTransfer(actor=RAIL, deal=deal, transfer=1, why="closed"))
    [failed] = scene.deal.transfers
    assert failed == replace(owed, state=TransferState.FAILED, why="closed")
    hundred = amount("100.00 EUR")
    assert done.events == (TransferFailed(1, 1, owed.kind, CARLOS, hundred, "closed"),)
    assert (DeadlineKind.TRANSFER.value + ":1") in {key for _, key in scene.store.schedule}
    sent = scene.do(ConfirmTransfer(actor=RAIL, deal=deal, transfer=1, external_id="wire"))
    [confirmed] = scene.deal.transfers
    assert confirmed == replace(
        owed,
        state=TransferState.CONFIRMED,
        external_id="wire",
        confirmed_at=scene.clock.now(),
        confirmed_by=RAIL,
    )
    assert sent.events == (
        TransferConfirmed(1, 1, owed.kind, CARLOS, hundred, "play", RAIL, "wire"),
    )
    assert (DeadlineKind.TRANSFER.value + ":1") not in {key for _, key in scene.store.schedule}


def test_one_transfer_confirmed_leaves_the_others_owed() -> None:
    scene = scene_at("split")
    one, two = scene.deal.transfers
    scene.do(ConfirmTransfer(actor=RAIL, deal=scene.deal_id, transfer=2))
    now, done = scene.clock.now(), TransferState.CONFIRMED
    two = replace(two, state=done, confirmed_at=now, confirmed_by=RAIL)
    assert scene.deal.transfers == (one, two)


# Work


def test_a_submission_remembers_the_clock_only_while_it_can_be_taken_back() -> None:
    scene = scene_at("working")
    works = scene.m.window
    scene.submit()
    assert scene.m.before == works
    scene.on_milestone(TakeBackSubmission, BINA)
    assert (scene.m.before, scene.m.window) == (None, works)
    scene.submit()
    scene.request_changes()
    assert scene.m.before is None
    round_ = scene.m.window
    scene.submit()
    assert scene.m.before == round_
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("1.00 EUR"))
    assert scene.m.before is None


def test_a_late_cancel_remembers_the_clock_until_it_is_taken_back() -> None:
    scene = scene_at("late")
    works = scene.m.window
    scene.on_milestone(CancelLate, CARLOS)
    assert scene.m.before == works
    assert scene.m.window == Window(scene.clock.now(), scene.clock.now() + 2 * DAY)
    scene.on_milestone(TakeBackCancel, CARLOS)
    assert (scene.m.before, scene.m.window) == (None, works)


def test_a_round_keeps_what_was_asked_and_until_when() -> None:
    scene = scene_at("submitted")
    scene.request_changes()
    [first] = scene.m.rounds
    assert (first.number, first.counts) == (1, False)
    assert first.due_at == scene.clock.now() + 3 * DAY
    scene.submit()
    scene.request_changes()
    assert [each.number for each in scene.m.rounds] == [1, 2]


@pytest.mark.parametrize(
    "name", ["split", "withdrawn", "completed", "cancelling", "working", "taken", "revising"]
)
def test_what_is_over_has_no_clock_and_says_when_it_ended(name: str) -> None:
    scene = scene_at(name)
    scene.pass_time(30 * DAY)
    for m in scene.deal.milestones:
        over = m.state.final
        assert (m.ended_at is not None) is over
        if over or m.state is State.DISPUTED:
            assert (m.window, m.dormancy, m.before) == (None, None, None)


def ends(scene: Scene, number: int, state: State) -> None:
    m = scene.deal.milestone(number)
    assert (m.state, m.ended_at) == (state, scene.clock.now())
    assert (m.window, m.dormancy, m.before) == (None, None, None)


def test_an_approval_ends_a_milestone_and_opens_the_next() -> None:
    scene = scene_at("submitted")
    scene.approve()
    ends(scene, 1, State.RELEASED)
    assert scene.deal.milestone(2).window == Window(scene.clock.now(), scene.clock.now() + 7 * DAY)


def test_a_dormant_end_clears_the_notice_of_it() -> None:
    scene = scene_at("working")
    scene.pass_time(20 * DAY)
    scene.serve()
    dormancy = scene.m.dormancy
    assert dormancy is not None
    scene.pass_time(dormancy.ends_at - scene.clock.now())
    ends(scene, 1, State.REFUNDED)


def test_after_a_withdrawal_the_client_has_a_week_for_the_rest() -> None:
    scene = scene_at("withdrawn")
    ends(scene, 1, State.REFUNDED)
    rest = scene.deal.milestone(2)
    assert (rest.state, rest.seen) == (State.PLANNED, 2)
    assert rest.window == Window(scene.clock.now(), scene.clock.now() + 7 * DAY)
    done = scene.on_milestone(DropRest, CARLOS)
    ends(scene, 2, State.VOID)
    assert MilestoneVoided(2, "dropped", CARLOS) in done.events
    assert done.events[-1] == DealCancelled("unpaid", CARLOS)
    assert (scene.deal.ended_at, scene.deal.ended_why) == (scene.clock.now(), "unpaid")


def test_a_deal_that_was_never_paid_for_ends_with_all_its_milestones() -> None:
    scene = scene_at("agreed")
    done = scene.on_milestone(CancelFunding, BINA)
    assert MilestoneEnded(1, Step.CANCEL_FUNDING, BINA) in done.events
    assert MilestoneVoided(1, "cancel-funding", BINA) in done.events
    assert MilestoneVoided(2, "unfunded", BINA) in done.events
    for number in (1, 2):
        ends(scene, number, State.VOID)
    deal = scene.deal
    assert (deal.state, deal.ended_at, deal.ended_why) == (
        DealState.CANCELLED, scene.clock.now(), "unfunded",
    )  # fmt: skip


@pytest.mark.parametrize("fee", [0, 10_000])
def test_a_deal_of_which_anything_was_released_is_completed(fee: int) -> None:
    scene = with_policy(fee_bps=fee)
    scene.submitted("100.00 EUR")
    scene.approve()
    deal = scene.deal
    rated_by = Window(scene.clock.now(), scene.clock.now() + scene.policy.rating_window)
    assert (deal.state, deal.ended_at, deal.ended_why, deal.window) == (
        DealState.COMPLETED, scene.clock.now(), "completed", rated_by,
    )  # fmt: skip
    assert bool(deal.milestone(1).fee) is bool(fee)


@pytest.mark.parametrize("name", ["draft", "invited", "bound", "countering"])
def test_a_deal_that_is_given_up_has_no_clock_and_nothing_under_way(name: str) -> None:
    scene = scene_at(name)
    before = scene.deal
    end: Command = WithdrawInvite(actor=BINA, deal=scene.deal_id)
    if name == "draft":
        end = DiscardDraft(actor=BINA, deal=scene.deal_id)
    scene.do(end)
    deal = scene.deal
    assert (deal.window, deal.working, deal.seen) == (None, None, before.seen + 1)
    assert deal.ended_at == scene.clock.now()
    assert deal.ended_why == ("discarded" if name == "draft" else "withdrawn")


# Disputes


@pytest.mark.parametrize("name", ["working", "submitted", "revising"])
@pytest.mark.parametrize("by", [BINA, CARLOS])
def test_a_dispute_freezes_every_clock_of_its_milestone(name: str, by: Any) -> None:
    scene = scene_at(name)
    scene.dispute(by)
    assert (scene.m.window, scene.m.dormancy, scene.m.before) == (None, None, None)
    case, now = scene.case, scene.clock.now()
    assert (case.opened_by, case.opened_at, case.held) == (by, now, amount("100.00 EUR"))
    assert case.answer_by == Window(now, now + 5 * DAY)
    assert case.desk_clock is None, "the desk is not called yet"
    assert [said.by for said in case.statements] == [by]


def test_what_silence_brought_to_the_desk_was_opened_by_nobody() -> None:
    scene = scene_at("submitted")
    scene.pass_time(8 * DAY)
    assert (scene.case.opened_by, scene.case.statements) == (None, ())


def test_what_is_filed_and_asked_is_numbered() -> None:
    scene = scene_at("taken")
    for number in (1, 2):
        scene.do(
            FileEvidence(actor=BINA, deal=scene.deal_id, milestone=1, words=words(str(number)))
        )
        scene.do(
            AskParty(actor=ARAM, deal=scene.deal_id, milestone=1, to=Role.CLIENT, words=words("?"))
        )
    assert [filed.number for filed in scene.case.evidence] == [1, 2]
    assert [asked.number for asked in scene.case.questions] == [1, 2]
    assert scene.case.questions[0].answer_by == Window(
        scene.clock.now(), scene.clock.now() + 2 * DAY
    )
    scene.do(
        AnswerQuestion(
            actor=CARLOS,
            deal=scene.deal_id,
            milestone=1,
            number=1,
            words=words("blue"),
            files=(FILE,),
        )
    )
    one, two = scene.case.questions
    assert (one.answer, one.answered_at, one.files) == (
        words("blue"), scene.clock.now(), (FILE,),
    )  # fmt: skip
    assert two.waits


def test_a_case_that_is_given_back_is_the_desks_again_for_half_a_day() -> None:
    scene = scene_at("taken")
    scene.clock.forward(DAY)
    scene.do(HandOver(actor=ARAM, deal=scene.deal_id, milestone=1))
    now = scene.clock.now()
    assert (scene.case.stage, scene.case.arbiter, scene.case.passed) == (Stage.OPEN, None, (ARAM,))
    assert scene.case.desk_clock == Window(now, now + timedelta(hours=12))


def test_who_recuses_from_what_is_nobodys_leaves_its_clock() -> None:
    scene = scene_at("called")
    clock = scene.case.desk_clock
    scene.clock.forward(HOUR)
    scene.do(Recuse(actor=ARAM, deal=scene.deal_id, milestone=1))
    assert (scene.case.recused, scene.case.desk_clock) == ((ARAM,), clock)
    scene.take(NOOR)
    scene.do(Recuse(actor=NOOR, deal=scene.deal_id, milestone=1))
    now = scene.clock.now()
    assert (scene.case.recused, scene.case.arbiter) == ((ARAM, NOOR), None)
    assert scene.case.desk_clock == Window(now, now + timedelta(hours=12))


def test_a_ruling_is_kept_with_all_that_it_says() -> None:
    scene = scene_at("split")
    case = scene.deal.dispute(1)
    assert case is not None
    ruling = case.ruling
    assert ruling is not None
    assert (case.stage, case.desk_clock) == (Stage.RULED, None)
    made = scene.clock.now() - scene.policy.ruling_review
    assert (ruling.by, ruling.at, ruling.outcome) == (ARAM, made, Outcome.SPLIT)
    assert (ruling.to_freelancer, ruling.to_client) == (amount("1.00 EUR"), amount("99.00 EUR"))


# Whether people were told


def test_an_attempt_that_failed_is_made_again_a_day_later_and_three_are_made() -> None:
    scene = Scene()
    scene.submitted("100.00 EUR", rules=RELEASE)
    opened = scene.m.window
    assert opened is not None
    unserved = NoticeUnserved(
        actor=SYSTEM, deal=scene.deal_id, milestone=1, opened_at=opened.opened_at
    )
    for attempt in (1, 2, 3):
        now = scene.clock.now()
        assert scene.do(unserved).events == (WindowUnserved(1, attempt),)
        clock = scene.m.window
        assert clock is not None
        assert clock.attempts == attempt
        assert clock.next_attempt == (None if attempt == 3 else now + DAY)
        scene.clock.forward(HOUR)


@pytest.mark.parametrize("name", ["working", "revising", "disputed", "agreed"])
def test_where_no_notice_opened_a_window_none_is_served(name: str) -> None:
    scene = scene_at(name)
    before = scene.deal
    at = before.milestone(1).window
    opened = scene.clock.now() if at is None else at.opened_at
    for kind in (NoticeServed, NoticeUnserved):
        said = kind(actor=SYSTEM, deal=scene.deal_id, milestone=1, opened_at=opened)
        assert scene.do(said).events == ()
        assert scene.deal == before


def test_a_deadline_of_a_milestone_names_it() -> None:
    at = place("submitted")
    nowhere = MeetDeadline(
        actor=SYSTEM,
        deal=at.deal.id,
        key="review-ends:1",
        kind=DeadlineKind.REVIEW_ENDS,
        milestone=None,
        person=CARLOS,
        target=at.ctx.now,
    )
    with pytest.raises(NotNow, match=r"^clock-only$"):
        decide(at.deal, nowhere, at.ctx)


@pytest.mark.parametrize("kind", [DeadlineKind.DISPUTE_TAKE, DeadlineKind.DISPUTE_ANSWER])
def test_a_deadline_of_a_dispute_that_there_is_not_moves_nothing(kind: DeadlineKind) -> None:
    at = place("submitted")
    late = MeetDeadline(
        actor=SYSTEM,
        deal=at.deal.id,
        key=f"{kind.value}:1",
        kind=kind,
        milestone=1,
        person=CARLOS,
        target=at.ctx.now,
    )
    with pytest.raises(NotNow, match=r"^no-dispute$"):
        decide(at.deal, late, at.ctx)
