"""A deal that the desk has stopped: nothing moves but words and what really happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import pytest

from core.amending import AskMoreTime
from core.available import available
from core.deadlines import deadlines_of
from core.deal.commands import Command
from core.deal.context import Context, Staff
from core.deal.flag import FlagKind, Standstill, running
from core.deal.milestone import State
from core.deal.model import TransferState
from core.deal.step import Act
from core.deal.terms import Role
from core.decide import STEPS
from core.disputing import AskParty, FileEvidence, HandOver, Recuse
from core.drafting import SetRules
from core.escrow import Executed
from core.paying import (
    AskLift,
    CancelFunding,
    ClaimPaid,
    ConfirmTransfer,
    FailTransfer,
    LiftFlag,
    RejectClaim,
    SayArrived,
    SetFlag,
)
from core.paying.events import FlagLifted, FlagSet, LiftAsked
from core.talking import Say, WriteDiary
from core.timing import ExtendClocks, NoticeServed
from core.timing.outage import ClocksExtended
from core.values.errors import BadInput, NotNow, NotYours, Refusal, Stale
from core.values.hearing import Ear
from core.values.ids import DESK, RAIL, SYSTEM, PersonId
from core.values.policy import OnSilence, Policy
from core.values.window import DeadlineKind as Kind
from core.views import turn_of
from tests.core.test_fair_hearing import rule
from tests.core.test_given_back import SITUATIONS, targets
from tests.core.test_milestones import manual
from tests.core.test_reviews import decided, reviewing
from tests.kit.places import PLACES
from tests.kit.scene import (
    ARAM,
    BINA,
    CARLOS,
    DAY,
    HOUR,
    NOOR,
    SAM,
    TESS,
    Scene,
    amount,
    at_once,
    with_policy,
    words,
)

SECOND: Final = timedelta(seconds=1)
BEFORE_AN_AGREEMENT: Final = {Kind.DRAFT_IDLE, Kind.INVITE_EXPIRES}
BY_A_FLAG: Final = {Kind.FUND_AGAIN}
"""What runs while a deal stands still: it does so until that is paid."""
STOPPED: Final = [k for k in SITUATIONS if k not in BEFORE_AN_AGREEMENT | BY_A_FLAG]


def flag(scene: Scene, kind: FlagKind = FlagKind.FRAUD, by: PersonId = TESS) -> Executed:
    return scene.do(SetFlag(actor=by, deal=scene.deal_id, kind=kind, words=words("the card")))


def ask(scene: Scene, by: PersonId = TESS, number: int = 1) -> Executed:
    return scene.do(AskLift(actor=by, deal=scene.deal_id, flag=number, words=words("it is fine")))


def say_yes(scene: Scene, by: PersonId = ARAM, number: int = 1, asked: int = 1) -> Executed:
    return scene.do(LiftFlag(actor=by, deal=scene.deal_id, flag=number, ask=asked))


def lift(scene: Scene, number: int = 1) -> None:
    ask(scene, number=number)
    say_yes(scene, number=number)


def submitted(**policy: Any) -> Scene:
    scene = with_policy(**policy)
    scene.submitted("100.00 EUR", "50.00 EUR", rules=SetRules(on_silence=OnSilence.RELEASE))
    scene.serve()
    return scene


# who


@pytest.mark.parametrize("person", [ARAM, NOOR, TESS])
def test_anybody_of_the_desk_stops_a_deal_at_once(person: PersonId) -> None:
    scene = submitted()
    flag(scene, by=person)
    [stands] = scene.deal.standing
    assert (stands.by, stands.kind, str(stands.words)) == (person, FlagKind.FRAUD, "the card")
    assert scene.deal.frozen_at == scene.clock.now()
    assert scene.state() is State.SUBMITTED


@pytest.mark.parametrize(
    ("person", "key"),
    [(BINA, "not-on-the-list"), (CARLOS, "not-on-the-list"), (SAM, "not-on-the-list")],
)
def test_nobody_else_stops_it_asks_or_lifts(person: PersonId, key: str) -> None:
    scene = submitted()
    with pytest.raises(NotYours, match=key):
        flag(scene, by=person)
    flag(scene)
    with pytest.raises(NotYours, match=key):
        ask(scene, by=person)
    ask(scene)
    with pytest.raises(NotYours, match=key):
        say_yes(scene, by=person)
    assert scene.deal.frozen_at is not None


def test_nobody_stops_their_own_deal_or_lets_it_go_on() -> None:
    scene = Scene(staff=Staff(frozenset({ARAM, BINA}), frozenset({NOOR}), frozenset({TESS})))
    scene.agreed("100.00 EUR")
    with pytest.raises(NotYours, match="own-deal"):
        flag(scene, by=BINA)
    flag(scene)
    with pytest.raises(NotYours, match="own-deal"):
        ask(scene, by=BINA)


def test_there_is_nothing_to_stop_before_an_agreement_or_after_the_last_payout() -> None:
    scene = with_policy()
    scene.invited("100.00 EUR")
    with pytest.raises(NotNow, match="nothing-to-freeze"):
        flag(scene)
    done = submitted()
    done.approve()
    done.on_milestone(CancelFunding, CARLOS)
    assert done.deal.state.final
    flag(done)  # its payout is still owed
    lift(done)
    done.do(ConfirmTransfer(actor=RAIL, deal=done.deal_id, transfer=1))
    with pytest.raises(NotNow, match="nothing-to-freeze"):
        flag(done)


def test_a_reason_is_said_and_one_flag_of_a_kind_stands() -> None:
    scene = submitted()
    with pytest.raises(BadInput, match="empty-text"):
        scene.do(SetFlag(actor=TESS, deal=scene.deal_id, kind=FlagKind.LEGAL, words=words(" ")))
    flag(scene)
    with pytest.raises(NotNow, match="flag-stands"):
        flag(scene, by=ARAM)
    flag(scene, FlagKind.LEGAL)
    assert [f.number for f in scene.deal.standing] == [1, 2]
    with pytest.raises(BadInput, match="empty-text"):
        scene.do(AskLift(actor=TESS, deal=scene.deal_id, flag=1, words=words("\n")))


# two people lift it


def test_one_asks_and_another_lifts_exactly_what_was_asked() -> None:
    scene = submitted()
    flag(scene)
    with pytest.raises(Stale):
        say_yes(scene)
    ask(scene)
    with pytest.raises(NotYours, match="lift-own"):
        say_yes(scene, by=TESS)
    ask(scene, by=NOOR)  # in place of what Tess asked
    with pytest.raises(Stale):
        say_yes(scene, asked=1)
    with pytest.raises(NotYours, match="lift-own"):
        say_yes(scene, by=NOOR, asked=2)
    say_yes(scene, by=TESS, asked=2)
    assert scene.deal.frozen_at is None
    assert scene.deal.flags[0].lifted_by == TESS
    assert [type(e) for e in scene.events[-4:]] == [FlagSet, LiftAsked, LiftAsked, FlagLifted]
    with pytest.raises(NotNow, match="no-flag"):
        say_yes(scene, by=ARAM, asked=2)
    with pytest.raises(NotNow, match="no-flag"):
        ask(scene)


def test_a_yes_comes_too_late_for_what_was_asked_two_days_ago() -> None:
    scene = submitted()
    flag(scene)
    ask(scene)
    scene.clock.forward(2 * DAY - SECOND)
    twin = scene.store.rows.copy()
    say_yes(scene)
    scene.store.rows = twin
    scene.clock.forward(SECOND)
    with pytest.raises(NotNow, match="lift-lapsed"):
        say_yes(scene)
    ask(scene, by=ARAM)
    say_yes(scene, by=TESS, asked=2)


def test_a_desk_of_one_lifts_alone_a_day_after_saying_so() -> None:
    scene = Scene(staff=Staff(frozenset({TESS}), frozenset(), frozenset({TESS})))
    scene.agreed("100.00 EUR")
    flag(scene)
    ask(scene)
    scene.clock.forward(DAY - SECOND)
    with pytest.raises(NotNow, match="lift-waits") as waits:
        say_yes(scene, by=TESS)
    assert waits.value.data == {"until_at": (scene.clock.now() + SECOND).isoformat()}
    scene.clock.forward(SECOND)
    say_yes(scene, by=TESS)
    assert scene.deal.frozen_at is None


def test_who_is_a_party_or_left_the_desk_is_no_colleague_to_wait_for() -> None:
    staff = Staff(frozenset({TESS, ARAM, BINA}), frozenset(), frozenset({TESS}))
    scene = Scene(staff=staff)
    scene.agreed("100.00 EUR")
    flag(scene)
    ask(scene)
    scene.clock.forward(DAY)
    with pytest.raises(NotYours, match="lift-own"):
        say_yes(scene, by=TESS)
    scene.store.rows.gone.add(ARAM)
    say_yes(scene, by=TESS)
    assert scene.deal.frozen_at is None


def test_with_several_flags_it_goes_on_with_the_last() -> None:
    scene = submitted()
    flag(scene)
    scene.clock.forward(HOUR)
    flag(scene, FlagKind.LEGAL)
    lift(scene, 1)
    assert scene.deal.frozen_at is not None
    with pytest.raises(NotNow, match="deal-frozen"):
        scene.approve()
    with pytest.raises(Stale):
        ask(scene, number=1)
    lift(scene, 2)
    assert [(s.until or s.since) - s.since for s in scene.deal.stops] == [HOUR]
    scene.approve()


# what works meanwhile

WORKS: Final = {
    "AddNothing", "AnswerQuestion", "Approve", "AskLift", "AskProof", "ClaimPaid", "ClearPayer",
    "ConfirmDeposit", "ConfirmTransfer", "ExtendClocks", "FailTransfer", "FileEvidence",
    "ReturnTransfer", "SayArrived", "SayNotArrived",
    "HandOver", "LiftFlag", "LoseReversal", "MakeStatement", "MatchSuspense", "MeetDeadline",
    "NoticeServed",
    "NoticeUnserved", "OrderOutcome", "Pay", "Recuse", "RefuseAsked", "RejectClaim",
    "CorrectDeposit", "ReverseDeposit", "Say",
    "SetFlag", "TakeBackAsked", "TakeDispute", "TakeOver", "WinReversal", "WriteDiary",
}  # fmt: skip


def test_what_works_while_a_deal_stands_still_is_words_and_what_really_happened() -> None:
    """A new command stands still unless somebody says that it does not, and why, here."""
    assert {kind.__name__ for kind, step in STEPS.items() if step.while_frozen} == WORKS


OFFERED: Final = {
    Act.DIARY, Act.TALK, Act.STATE, Act.EVIDENCE, Act.ADD_NOTHING, Act.ANSWER, Act.TAKE,
    Act.TAKE_OVER, Act.HAND_OVER, Act.RECUSE, Act.CONFIRM_DEPOSIT, Act.CONFIRM_TRANSFER,
    Act.ARRIVED, Act.NOT_ARRIVED,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(PLACES))
def test_nothing_that_moves_is_offered_to_anybody_wherever_it_stands(name: str) -> None:
    scene = manual()
    PLACES[name](scene)
    if scene.deal.agreement is None:
        return
    staff = scene.escrow.staff
    before = {
        person: {o.act for o in available(scene.deal, person, _ctx(scene))}
        for person in (BINA, CARLOS, ARAM, NOOR, TESS)
    }
    try:
        flag(scene)
    except NotNow as no:
        assert no.key == "nothing-to-freeze"  # noqa: PT017 - of a deal that is over
        return
    for person, acts in before.items():
        offered = {o.act for o in available(scene.deal, person, _ctx(scene))}
        assert offered == acts & OFFERED, (person, staff)
    assert [d.kind for d in deadlines_of(scene.deal, scene.policy)] == [Kind.HOLD_FLAG]


def _ctx(scene: Scene) -> Context:
    return Context(scene.clock.now(), scene.policy, scene.escrow.staff)


def test_the_two_still_write_and_file_and_answer() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    scene.take()
    question: dict[str, Any] = {"actor": ARAM, "deal": scene.deal_id, "milestone": 1}
    scene.do(AskParty(**question, to=Role.CLIENT, words=words("which?")))
    flag(scene)
    for command in (
        Say(actor=BINA, deal=scene.deal_id, words=words("hello")),
        WriteDiary(actor=CARLOS, deal=scene.deal_id, words=words("hello")),
        FileEvidence(actor=BINA, deal=scene.deal_id, milestone=1, words=words("see")),
    ):
        scene.do(command)
    scene.state_side(BINA)
    with pytest.raises(NotNow, match="deal-frozen"):
        scene.do(AskParty(**question, to=Role.CLIENT, words=words("and this?")))
    scene.do(HandOver(**question))
    scene.do(Recuse(**question))
    lift(scene)


def test_a_stranger_learns_nothing_of_it_and_a_forged_tap_is_refused_as_ever() -> None:
    scene = submitted()
    flag(scene)
    with pytest.raises(NotYours, match="stranger"):
        scene.on_milestone(AskMoreTime, SAM, more=DAY)
    with pytest.raises(NotYours, match="other-side"):
        scene.on_milestone(AskMoreTime, CARLOS, more=DAY)


def test_no_ruling_is_made_while_it_stands_still() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    scene.heard()
    flag(scene)
    with pytest.raises(NotNow, match="deal-frozen"):
        rule(scene)
    lift(scene)
    rule(scene)
    scene.ruling_stands()
    assert scene.state(1) is State.REFUNDED


# what really happened


def test_what_was_sent_before_is_confirmed_and_what_failed_is_said() -> None:
    scene = manual()
    scene.submitted("100.00 EUR")
    scene.approve()
    flag(scene)
    transfer: dict[str, Any] = {"actor": TESS, "deal": scene.deal_id, "transfer": 1}
    scene.do(FailTransfer(**transfer, why="returned"))
    scene.do(ConfirmTransfer(**transfer))
    assert scene.deal.transfer(1).state is TransferState.SENT
    scene.do(SayArrived(actor=BINA, deal=scene.deal_id, transfer=1, returns=0))
    assert scene.deal.transfer(1).state is TransferState.CONFIRMED
    assert scene.deal.frozen_at is not None
    scene.assert_books_balance()


def test_money_that_arrives_is_held_and_the_time_to_work_begins_when_it_goes_on() -> None:
    scene = manual()
    scene.agreed("100.00 EUR")
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="today")
    flag(scene)
    with pytest.raises(NotNow, match="deal-frozen"):
        scene.on_milestone(RejectClaim, TESS)
    scene.clock.forward(DAY)
    scene.pay(rail="manual", actor=TESS)
    assert scene.m.held == amount("100.00 EUR")
    scene.clock.forward(30 * DAY)
    lift(scene)
    assert scene.m.due_at == scene.clock.now() + 5 * DAY
    assert scene.m.window is not None
    assert scene.m.window.ends_at == scene.m.due_at


def test_that_a_notice_arrived_is_known_all_the_same() -> None:
    scene = with_policy()
    scene.submitted("100.00 EUR")
    window = scene.m.window
    assert window is not None
    flag(scene)
    served: dict[str, Any] = {"actor": SYSTEM, "deal": scene.deal_id, "milestone": 1}
    scene.do(NoticeServed(**served, opened_at=window.opened_at))
    assert scene.m.window is not None
    assert scene.m.window.served_at == scene.clock.now()


# clocks


@pytest.mark.parametrize("kind", STOPPED)
def test_every_clock_stands_and_goes_on_with_what_was_left(kind: Kind) -> None:
    scene = SITUATIONS[kind][0]()
    if kind is Kind.HOLD_FLAG:
        return
    before = targets(scene, kind)
    assert before
    scene.clock.forward(timedelta(minutes=1))
    flag(scene)
    assert targets(scene, kind) == []
    scene.clock.forward(5 * HOUR)
    lift(scene)
    assert targets(scene, kind) == [at + 5 * HOUR for at in before]


@pytest.mark.parametrize("kind", STOPPED)
def test_nothing_falls_due_however_long_it_stands(kind: Kind) -> None:
    scene = SITUATIONS[kind][0]()
    if kind is Kind.HOLD_FLAG:
        return
    before = targets(scene, kind)
    scene.clock.forward(timedelta(minutes=1))
    flag(scene)
    entries, state, stood = len(scene.store.entries), scene.state(), scene.clock.now()
    scene.pass_time(200 * DAY)
    assert (len(scene.store.entries), scene.state()) == (entries, state)
    lift(scene)
    now, moved = scene.clock.now(), scene.clock.now() - stood
    assert all(at >= min(old + moved, now + 12 * HOUR) for at, old in
               zip(targets(scene, kind), before, strict=True))  # fmt: skip


def test_who_had_a_minute_left_has_half_a_day() -> None:
    scene = submitted()
    window = scene.m.window
    assert window is not None
    scene.clock.to(window.ends_at - timedelta(minutes=1))
    flag(scene)
    scene.pass_time(3 * DAY)
    lift(scene)
    assert scene.m.window is not None
    assert scene.m.window.ends_at == scene.clock.now() + 12 * HOUR
    scene.pass_time(12 * HOUR)
    assert scene.state(1) is State.RELEASED


def test_a_clock_in_the_same_second_comes_first() -> None:
    scene = submitted()
    window = scene.m.window
    assert window is not None
    scene.clock.to(window.ends_at)
    flag(scene)
    assert scene.state(1) is State.RELEASED
    assert scene.deal.frozen_at is not None


def test_it_may_stand_still_more_than_once() -> None:
    scene = submitted()
    window = scene.m.window
    assert window is not None
    for number in (1, 2):
        flag(scene)
        scene.clock.forward(DAY)
        lift(scene, number)
        scene.clock.forward(HOUR)
    assert scene.m.window is not None
    assert scene.m.window.ends_at == window.ends_at + 2 * DAY


@pytest.mark.parametrize(
    ("frozen", "until", "lost"),
    [
        ((0, 5), 10, 10),  # deaf from the hour that it was stopped on, until after it went on
        ((2, 5), 10, 10),
        ((-2, 5), 10, 12),
        ((2, 12), 10, 12),
        ((-4, -2), 10, 12),
        ((12, 14), 10, 12),
    ],
)
def test_time_in_which_nobody_was_heard_and_it_stood_still_is_given_back_once(
    frozen: tuple[int, int], until: int, lost: int
) -> None:
    """Nobody was heard from hour 0 to `until`; it stood still from and to those hours."""
    scene = submitted()
    before = scene.m.window
    assert before is not None
    zero = scene.clock.now() + 6 * HOUR
    steps = [(frozen[0], flag), (frozen[1], lift), (until, _deaf(zero, until))]
    for hour, step in sorted(steps, key=lambda each: each[0]):
        scene.clock.to(zero + hour * HOUR)
        step(scene)
    assert scene.m.window is not None
    assert scene.m.window.ends_at == before.ends_at + lost * HOUR


def _deaf(zero: Any, until: int) -> Any:
    end = zero + until * HOUR
    return lambda scene: scene.do(
        ExtendClocks(actor=SYSTEM, deal=scene.deal_id, since=zero, until=end, ear=Ear.PARTIES)
    )


def test_nobody_is_told_of_lost_time_that_no_clock_lost() -> None:
    scene = submitted()
    flag(scene)
    since = scene.clock.now()
    scene.clock.forward(DAY)
    _deaf(since, 5)(scene)
    assert scene.happened(ClocksExtended) == []


def test_the_time_in_which_the_desk_was_not_heard_is_given_back_to_who_would_agree() -> None:
    scene = submitted()
    flag(scene)
    ask(scene)
    now = scene.clock.now()
    lost: dict[str, Any] = {"since": now + HOUR, "until": now + 6 * HOUR}
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, **lost, ear=Ear.DESK))
    [stands] = scene.deal.standing
    assert stands.ask is not None
    assert stands.ask.window.ends_at == now + 2 * DAY + 5 * HOUR
    assert targets(scene, Kind.HOLD_FLAG) == [now + 3 * DAY + 5 * HOUR]


def test_stretches_in_which_a_deal_ran_are_what_is_left_of_the_time() -> None:
    at = [Scene().clock.now() + hours * HOUR for hours in range(10)]
    stops = (Standstill(at[1], at[3]), Standstill(at[5], at[6]), Standstill(at[8]))
    assert running(stops, at[0], at[9]) == [(at[0], at[1]), (at[3], at[5]), (at[6], at[8])]
    assert running(stops, at[2], at[4]) == [(at[3], at[4])]
    assert running(stops, at[1], at[3]) == []
    assert running((), at[1], at[3]) == [(at[1], at[3])]


# the desk's own deadline


def test_the_desk_is_alarmed_for_ever_and_nothing_happens_by_default() -> None:
    scene = submitted()
    flag(scene)
    [due] = deadlines_of(scene.deal, scene.policy)
    assert (due.kind, due.person, due.due) == (Kind.HOLD_FLAG, DESK, scene.clock.now() + 3 * DAY)
    scene.pass_time(3 * DAY - SECOND)
    assert "desk-alarmed" not in scene.told(DESK)
    scene.pass_time(SECOND + 4 * DAY)
    assert scene.told(DESK).count("desk-alarmed") == 5
    assert scene.state() is State.SUBMITTED
    assert scene.deal.frozen_at is not None


def test_the_card_says_our_team_until_when() -> None:
    scene = submitted()
    flag(scene)
    for viewer in (BINA, CARLOS):
        turn = turn_of(scene.deal, _ctx(scene), viewer)
        assert (turn.person, turn.otherwise) == (DESK, "hold-flag")
        assert turn.until == scene.clock.now() + Policy().flag_check


# who is told what


@pytest.mark.parametrize(
    ("kind", "why", "shown"),
    [
        (FlagKind.FRAUD, "check", False),
        (FlagKind.LEGAL, "check", False),
        (FlagKind.CHARGEBACK, "chargeback", False),
        (FlagKind.OPERATOR, "operator", True),
    ],
)
def test_both_are_told_and_nobody_is_tipped_off(kind: FlagKind, why: str, shown: bool) -> None:
    scene = submitted()
    flag(scene, kind)
    for person in (BINA, CARLOS):
        notice = scene.notice(person, "flag-set")
        assert notice.data == {"why": why}
        assert (notice.words is not None) is shown
        assert kind.value in str(notice) or not shown
    assert scene.told(DESK)[-1] == "flag-set"
    lift(scene)
    assert scene.told(BINA)[-1] == scene.told(CARLOS)[-1] == "flag-lifted"
    assert scene.told(DESK)[-2:] == ["lift-asked", "flag-lifted"]


def test_of_a_second_flag_and_of_the_first_that_is_lifted_the_two_are_not_told() -> None:
    scene = submitted()
    flag(scene)
    flag(scene, FlagKind.OPERATOR)
    assert scene.told(BINA).count("flag-set") == 1
    lift(scene, 1)
    assert "flag-lifted" not in scene.told(CARLOS)
    lift(scene, 2)
    assert scene.told(CARLOS).count("flag-lifted") == 1


def test_the_case_is_drawn_anew_when_it_is_stopped_and_when_it_goes_on() -> None:
    scene = Scene()
    scene.disputed("100.00 EUR")
    flag(scene)
    lift(scene)
    cases = [n.kind for n in scene.store.notices_to(DESK) if n.milestone == 1]
    assert cases[-2:] == ["flag-set", "flag-lifted"]


@pytest.mark.parametrize("make", [decided, reviewing])
def test_so_is_the_case_of_a_ruling_that_is_not_carried_out(make: Callable[[], Scene]) -> None:
    scene = make()
    flag(scene)
    lift(scene)
    cases = [n.kind for n in scene.store.notices_to(DESK) if n.milestone == 1]
    assert cases[-2:] == ["flag-set", "flag-lifted"]


def test_the_same_request_twice_is_one_flag() -> None:
    scene = submitted()
    command: Command = SetFlag(
        actor=TESS, deal=scene.deal_id, kind=FlagKind.FRAUD, words=words("the card")
    )
    for _ in range(2):
        at_once(scene.escrow.execute(command, request="tap"))
    assert len(scene.deal.flags) == 1
    with pytest.raises(Refusal):
        scene.do(command)
