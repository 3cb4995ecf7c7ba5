"""Work and changes: what people do instead of handing in, approving, or agreeing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.amending import AskMoreTime, GiveMaterial, ProposeEnd, WaitForMaterial
from core.deal.dispute import Cause
from core.deal.events import MoneySettled
from core.deal.milestone import State
from core.deal.points import Item, ItemKind
from core.deal.proposal import ProposalState
from core.deal.ruling import ExhibitKind
from core.drafting import EditTerms, SetMilestone, SetRules, SetTitle
from core.talking import Say
from core.timing import ExtendClocks
from core.values.errors import BadInput, NotNow, Stale
from core.values.ids import SYSTEM
from core.values.policy import OnSilence, Policy, QuietHours
from core.values.window import window
from core.working import (
    CancelLate,
    ObjectToCancel,
    ReleasePart,
    SubmitWork,
    WithdrawWork,
)
from tests.kit.places import one_more, propose_change
from tests.kit.scene import (
    BINA,
    CARLOS,
    DAY,
    FILE,
    HOUR,
    Scene,
    amount,
    at_once,
    words,
    zero,
)

RELEASE = SetRules(on_silence=OnSilence.RELEASE)


def working() -> Scene:
    scene = Scene()
    scene.funded("300.00 EUR")
    return scene


def handed_in(rules: SetRules | None = None) -> Scene:
    scene = Scene()
    scene.submitted("300.00 EUR", rules=rules)
    scene.serve()
    return scene


def late() -> Scene:
    scene = working()
    scene.pass_time(7 * DAY)
    return scene


def test_client_asks_for_changes_for_ever() -> None:
    """What misses a criterion is asked for without limit; matters of taste are not."""
    scene = handed_in()
    taste = Item(ItemKind.PREFERENCE, words("a warmer blue"))
    for _ in range(2):
        scene.request_changes(taste)
        scene.submit()
    with pytest.raises(NotNow, match="rounds-used"):
        scene.request_changes(taste)
    for _ in range(5):
        scene.request_changes()
        scene.submit()
    assert (scene.state(), scene.m.held) == (State.SUBMITTED, amount("300.00 EUR"))


def test_please_fix_typed_in_chat_while_the_clock_runs() -> None:
    """Words across are no change request: whoever types them keeps their window, and no more."""
    scene = handed_in()
    before = scene.m
    scene.do(Say(actor=CARLOS, deal=scene.deal_id, words=words("please fix the logo")))
    assert scene.m == before
    scene.pass_time(8 * DAY)
    assert (scene.state(), scene.case.cause) == (State.DISPUTED, Cause.SILENCE)


def test_the_final_file_sent_in_chat_instead_of_submitted_then_cancelled_and_kept() -> None:
    """The freelancer objects: no money moves, and the arbiter can rely on the message."""
    scene = late()
    scene.do(Say(actor=BINA, deal=scene.deal_id, words=words("final"), files=(FILE,)))
    scene.on_milestone(CancelLate, CARLOS)
    scene.serve()
    scene.on_milestone(ObjectToCancel, BINA, words=words("it is in our chat"))
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("300.00 EUR"))
    [said] = at_once(scene.store.run(lambda uow: uow.messages(scene.deal_id)))
    assert said.kind is ExhibitKind.MESSAGE


def test_empty_submission_to_stop_lateness() -> None:
    """Nothing is handed in without a file or a link, and the client may cancel as before."""
    scene = late()
    with pytest.raises(BadInput, match="submission-empty"):
        scene.on_milestone(SubmitWork, BINA, notes=(words("done"), words("done")))
    scene.on_milestone(CancelLate, CARLOS)
    assert scene.state() is State.CANCELLING


def test_submission_a_minute_after_funding() -> None:
    """It is looked at as long as any other."""
    scene = working()
    scene.pass_time(timedelta(minutes=1))
    scene.submit()
    assert scene.m.window is not None
    assert scene.m.window.ends_at == scene.clock.now() + scene.policy.review_window


def test_client_silent_two_workers_sweep_at_once() -> None:
    """The second finds nothing to do: it is settled once. (With threads: the storage's races.)"""
    scene = handed_in(RELEASE)
    scene.clock.forward(8 * DAY)
    at_once(scene.escrow.sweep())
    at_once(scene.escrow.sweep())
    assert scene.state(1) is State.RELEASED
    assert len(scene.happened(MoneySettled)) == 1


def test_silent_because_they_blocked_the_bot() -> None:
    """No silence counts that was not served: three attempts, once more, then the arbiter."""
    scene = Scene()
    scene.submitted("300.00 EUR", rules=RELEASE)
    for _ in range(2):
        for _attempt in range(3):
            scene.fail_to_serve()
            scene.pass_time(DAY)
        scene.pass_time(8 * DAY)
    assert (scene.state(), scene.case.cause) == (State.DISPUTED, Cause.UNSERVED)
    assert scene.m.held == amount("300.00 EUR")


def test_clock_due_during_a_five_hour_outage() -> None:
    """What fell due while nobody was heard leaves half a day to act in."""
    scene = handed_in(RELEASE)
    scene.clock.forward(7 * DAY - HOUR)
    since = scene.clock.now()
    scene.clock.forward(5 * HOUR)
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, since=since, until=scene.clock.now()))
    scene.pass_time(12 * HOUR - timedelta(seconds=1))
    assert scene.state() is State.SUBMITTED
    scene.approve()
    assert scene.state(1) is State.RELEASED


@pytest.mark.parametrize("clock_first", [True, False])
def test_approve_and_clock_in_the_same_second(clock_first: bool) -> None:
    """The first one counts, and the other changes nothing."""
    scene = handed_in()
    scene.clock.forward(7 * DAY)
    if clock_first:
        with pytest.raises(NotNow):
            scene.approve()
        assert (scene.state(), scene.case.cause) == (State.DISPUTED, Cause.SILENCE)
        return
    scene.clock.forward(-timedelta(microseconds=1))
    scene.approve()
    scene.pass_time(DAY)
    assert scene.state(1) is State.RELEASED
    assert scene.deal.disputes == ()


def test_three_taps_on_approve() -> None:
    """It is released once; the others are told that it has moved on."""
    scene = handed_in()
    shown = scene.m
    scene.approve()
    for _ in range(2):
        with pytest.raises(NotNow):
            scene.approve()
    assert len(scene.happened(MoneySettled)) == 1
    assert scene.deal.milestone(1).released == shown.held
    scene.assert_books_balance()


def test_dispute_one_second_before_the_window_ends() -> None:
    """The window that was nearly over moves no money any more."""
    scene = handed_in(RELEASE)
    scene.pass_time(7 * DAY - timedelta(seconds=1))
    scene.dispute()
    scene.pass_time(DAY)
    assert (scene.state(), scene.m.held) == (State.DISPUTED, amount("300.00 EUR"))


def test_mutual_cancel_accepted_by_silence() -> None:
    """Silence is a no: nothing moved."""
    scene = working()
    scene.on_milestone(ProposeEnd, CARLOS, to_freelancer=zero(), held=scene.m.held)
    scene.pass_time(4 * DAY)
    assert scene.deal.proposals[0].state is ProposalState.EXPIRED
    assert (scene.state(), scene.m.held) == (State.IN_PROGRESS, amount("300.00 EUR"))


def test_cancel_request_longer_than_the_time_left() -> None:
    """It stops no clock: who asks on the last day wins nothing by the other's days to answer."""
    scene = handed_in()
    scene.pass_time(6 * DAY)
    scene.on_milestone(ProposeEnd, CARLOS, to_freelancer=zero(), held=scene.m.held)
    scene.pass_time(DAY)
    assert (scene.state(), scene.case.cause) == (State.DISPUTED, Cause.SILENCE)
    assert scene.deal.proposals[0].state is ProposalState.SUPERSEDED


def test_extension_never_answered() -> None:
    """Nothing is late while it waits, and then it was a no."""
    scene = working()
    scene.pass_time(4 * DAY)
    scene.on_milestone(AskMoreTime, BINA, more=3 * DAY)
    due = scene.m.due_at
    scene.pass_time(3 * DAY - timedelta(seconds=1))
    with pytest.raises(NotNow):
        scene.on_milestone(CancelLate, CARLOS)
    scene.pass_time(timedelta(seconds=1))
    assert (scene.deal.proposals[0].state, scene.m.due_at) == (ProposalState.EXPIRED, due)
    scene.on_milestone(CancelLate, CARLOS)


def test_terms_rewritten_after_acceptance() -> None:
    """What both accepted is not edited by anybody."""
    scene = working()
    agreed = scene.deal.agreement
    for actor in (BINA, CARLOS):
        with pytest.raises(BadInput):
            scene.do(
                EditTerms(actor=actor, deal=scene.deal_id, edits=(SetTitle(words("Two logos")),))
            )
    assert scene.deal.agreement == agreed


def test_amendment_that_never_expires_next_milestone_funded_meanwhile() -> None:
    """It lapses by itself, and at once where what it changes was paid for meanwhile."""
    scene = working()
    propose_change(scene, BINA, one_more(2))
    scene.pass_time(5 * DAY)
    assert scene.deal.proposals[-1].state is ProposalState.EXPIRED
    scene = Scene()
    scene.submitted("300.00 EUR", "50.00 EUR")
    propose_change(scene, BINA, SetMilestone(2, amount=amount("60.00 EUR")))
    scene.approve()
    assert scene.deal.amendment is not None
    scene.pay()
    assert scene.deal.proposals[-1].state is ProposalState.SUPERSEDED
    assert scene.m.held == amount("50.00 EUR")


def test_work_on_an_unfunded_milestone() -> None:
    """Nothing can be handed in before the money is held."""
    scene = Scene()
    scene.agreed("300.00 EUR")
    with pytest.raises(NotNow):
        scene.submit()


def test_half_released_before_a_submission() -> None:
    """That would be an advance."""
    scene = working()
    with pytest.raises(NotNow):
        scene.on_milestone(ReleasePart, CARLOS, amount=amount("150.00 EUR"))
    assert scene.m.held == amount("300.00 EUR")


def test_freelancer_withdraws_milestone_two_after_one_was_released() -> None:
    """The second goes back, and the first stays theirs."""
    scene = Scene()
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.approve()
    scene.pay()
    scene.on_milestone(WithdrawWork, BINA, amount=scene.m.held)
    one, two = scene.deal.milestones
    assert (one.state, one.released) == (State.RELEASED, amount("100.00 EUR"))
    assert (two.state, two.refunded) == (State.REFUNDED, amount("50.00 EUR"))
    scene.assert_books_balance()


def test_part_released_then_dispute_about_the_rest() -> None:
    """The dispute is about what is left, and asks for no more."""
    scene = handed_in()
    scene.on_milestone(ReleasePart, CARLOS, amount=amount("100.00 EUR"))
    with pytest.raises(BadInput, match="sought-out-of-range"):
        scene.dispute(sought=amount("200.01 EUR"))
    scene.dispute()
    assert scene.case.held == amount("200.00 EUR")
    assert scene.m.released == amount("100.00 EUR")


def test_freelancer_waits_for_material_and_the_due_date_passes() -> None:
    """The clock stands until the client answers: nothing is late, and what was left is left."""
    scene = working()
    scene.pass_time(4 * DAY)
    scene.on_milestone(WaitForMaterial, BINA, words=words("the photos"))
    scene.pass_time(5 * DAY)
    with pytest.raises(NotNow):
        scene.on_milestone(CancelLate, CARLOS)
    scene.on_milestone(GiveMaterial, CARLOS, words=words("here they are"))
    assert scene.state() is State.IN_PROGRESS
    assert scene.m.due_at is not None
    assert scene.m.due_at >= scene.clock.now() + DAY


def test_last_weeks_button() -> None:
    """What was shown before a round is not what is approved after it."""
    scene = handed_in()
    shown = scene.m.seen
    scene.request_changes()
    scene.submit()
    with pytest.raises(Stale):
        scene.do(
            ReleasePart(
                actor=CARLOS,
                deal=scene.deal_id,
                milestone=1,
                seen=shown,
                amount=amount("1.00 EUR"),
            )
        )


def test_operators_terms_change_mid_deal() -> None:
    """What both accepted counts until its end."""
    scene = handed_in()
    assert scene.m.window is not None
    ends = scene.m.window.ends_at
    scene.escrow.policy = Policy(
        quiet_hours=None,
        review_window=3 * DAY,
        on_silence=OnSilence.RELEASE,
        revision_rounds=0,
        fee_bps=1000,
    )
    scene.request_changes(Item(ItemKind.PREFERENCE, words("a warmer blue")))
    scene.submit()
    scene.approve()
    assert scene.m.fee == zero()
    assert ends == scene.deal.milestone(1).submissions[0].at + 7 * DAY


def test_due_friday_evening_in_tehran_and_a_night_in_which_clocks_change() -> None:
    """What would end at night ends at nine by the clock on the wall there, whatever it does."""
    policy = Policy(quiet_hours=QuietHours())
    friday = datetime(2026, 5, 8, 18, 0, tzinfo=UTC)  # 21:30 in Tehran, which has no summer time
    assert window(friday - 3 * DAY, 3 * DAY, policy, "Asia/Tehran").ends_at == friday
    night = friday + 2 * HOUR
    assert window(night - 3 * DAY, 3 * DAY, policy, "Asia/Tehran").ends_at == datetime(
        2026, 5, 9, 5, 30, tzinfo=UTC
    )
    changing = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # clocks go forward in Madrid that night
    assert window(changing - 3 * DAY, 3 * DAY, policy, "Europe/Madrid").ends_at == datetime(
        2026, 3, 29, 7, 0, tzinfo=UTC
    )
