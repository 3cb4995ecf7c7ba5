"""More time, and whatever is proposed: who asks, who answers, and what silence comes to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import pytest

from core.amending import (
    AcceptProposal,
    AskMoreTime,
    GrantMoreTime,
    ProposeEnd,
    RejectProposal,
    WithdrawProposal,
)
from core.amending.commands import ProposalCommand
from core.amending.events import (
    ProposalExpired,
    ProposalMade,
)
from core.deadlines import deadlines_of
from core.deal.context import Context
from core.deal.notice import WhileOpen
from core.deal.proposal import PROPOSAL_TABLE, ProposalState, ProposalStep
from core.escrow import Executed
from core.notices import holds_true
from core.people import ChangeSettings
from core.timing import ExtendClocks
from core.values.errors import NotYours, Refusal, Stale
from core.values.hearing import Ear
from core.values.ids import SYSTEM, PersonId
from core.values.policy import QuietHours
from core.values.window import DeadlineKind, Window
from core.views import view_of
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
ANSWERS: Final[list[type[ProposalCommand]]] = [AcceptProposal, RejectProposal, WithdrawProposal]


def working(**policy: Any) -> Scene:
    """Work of five days that began now; a day of grace."""
    scene = with_policy(**policy)
    scene.funded("100.00 EUR", "50.00 EUR")
    return scene


def revising() -> Scene:
    scene = Scene()
    scene.submitted("100.00 EUR", "50.00 EUR")
    scene.request_changes()
    return scene


def ask(scene: Scene, more: timedelta = 2 * DAY) -> Executed:
    return scene.on_milestone(AskMoreTime, BINA, more=more)


def propose_end(scene: Scene, by: PersonId = BINA, share: str = "40.00 EUR") -> Executed:
    return scene.on_milestone(ProposeEnd, by, to_freelancer=amount(share), held=scene.m.held)


def answer(scene: Scene, kind: type[ProposalCommand], by: PersonId, number: int = 0) -> Executed:
    """Of the last proposal, or of `number`."""
    named = scene.deal.proposal(number or len(scene.deal.proposals))
    on: dict[str, Any] = {"milestone": named.milestone, "proposal": named.number}
    return scene.do(kind(actor=by, deal=scene.deal_id, **on))


def no(ask_for: Callable[..., object], *args: Any, **named: Any) -> tuple[type, str]:
    """What is said to whoever asks for it."""
    with pytest.raises(Refusal) as refused:
        ask_for(*args, **named)
    return type(refused.value), refused.value.key


STALE: Final = (Stale, "stale")


def states(scene: Scene) -> list[ProposalState]:
    return [proposal.state for proposal in scene.deal.proposals]


def due_in(scene: Scene, kind: DeadlineKind) -> timedelta:
    [found] = [d for d in deadlines_of(scene.deal, scene.policy) if d.kind is kind]
    return found.due - scene.clock.now()


# the machine


def test_what_is_open_is_answered_once_and_what_is_closed_never_again() -> None:
    assert {state for state, _ in PROPOSAL_TABLE} == {ProposalState.OPEN}
    assert {step for _, step in PROPOSAL_TABLE} == set(ProposalStep)
    assert {*PROPOSAL_TABLE.values(), ProposalState.OPEN} == set(ProposalState)
    scene = working()
    ask(scene)
    made = scene.deal.proposals[0]
    for step in ProposalStep:
        closed = made.take(step)
        for again in ProposalStep:
            assert no(closed.take, again) == STALE


@pytest.mark.parametrize("begin", [ask, propose_end])
@pytest.mark.parametrize("first", ANSWERS)
@pytest.mark.parametrize("second", ANSWERS)
def test_of_two_presses_in_the_same_second_the_first_wins(
    begin: Callable[[Scene], Executed],
    first: type[ProposalCommand],
    second: type[ProposalCommand],
) -> None:
    scene = working()
    begin(scene)
    who = {AcceptProposal: CARLOS, RejectProposal: CARLOS, WithdrawProposal: BINA}
    answer(scene, first, who[first])
    after = scene.deal
    assert no(answer, scene, second, who[second]) == STALE
    assert scene.deal == after


@pytest.mark.parametrize("begin", [ask, propose_end])
def test_nobody_answers_their_own_and_nobody_takes_back_anothers(
    begin: Callable[[Scene], Executed],
) -> None:
    scene = working()
    begin(scene)
    for theirs in (AcceptProposal, RejectProposal):
        assert no(answer, scene, theirs, BINA) == (NotYours, "own-proposal")
    assert no(answer, scene, WithdrawProposal, CARLOS) == (NotYours, "other-proposal")
    for kind in ANSWERS:
        for person in (SAM, ARAM, NOOR, TESS):
            assert no(answer, scene, kind, person) == (NotYours, "stranger")
    assert states(scene) == [ProposalState.OPEN]


def test_the_arbiter_of_a_deal_proposes_nothing_in_it() -> None:
    scene = working()
    for person in (SAM, ARAM, NOOR, TESS):
        for kind in (AskMoreTime, GrantMoreTime):
            assert no(scene.on_milestone, kind, person, more=DAY) == (NotYours, "stranger")
        assert no(propose_end, scene, person) == (NotYours, "stranger")


def test_a_proposal_is_of_its_milestone_and_there_are_no_others() -> None:
    scene = working()
    ask(scene)
    for kind in ANSWERS:
        on: dict[str, Any] = {"actor": CARLOS, "deal": scene.deal_id}
        other = kind(**on, milestone=2, proposal=1)
        assert no(scene.do, other) == STALE
        for number in (-1, 0, 2):
            none = kind(**on, milestone=1, proposal=number)
            assert no(scene.do, none) == (NotYours, "no-such-proposal")


def test_no_two_proposals_have_one_number_whatever_became_of_them() -> None:
    scene = working()
    for kind, by in ((RejectProposal, CARLOS), (WithdrawProposal, BINA), (AcceptProposal, CARLOS)):
        ask(scene)
        propose_end(scene, BINA if kind is RejectProposal else CARLOS)
        answer(scene, kind, by, len(scene.deal.proposals) - 1)
        maker = scene.deal.proposals[-1].by
        answer(scene, WithdrawProposal, maker)
    assert [p.number for p in scene.deal.proposals] == [1, 2, 3, 4, 5, 6]
    made = [event.proposal for event in scene.happened(ProposalMade)]  # type: ignore[attr-defined]
    assert made == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("begin", [ask, propose_end])
def test_silence_is_a_no_and_an_answer_a_second_after_the_end_is_too_late(
    begin: Callable[[Scene], Executed],
) -> None:
    scene = working()
    begin(scene)
    before = scene.m
    scene.pass_time(3 * DAY - SECOND)
    scene.clock.forward(2 * SECOND)
    assert no(answer, scene, AcceptProposal, CARLOS) == STALE
    assert states(scene) == [ProposalState.EXPIRED]
    assert scene.happened(ProposalExpired) == [ProposalExpired(1, 1)]
    assert scene.m == before
    name = "time" if begin is ask else "end"
    assert f"{name}-unanswered" in scene.told(BINA)


@pytest.mark.parametrize("begin", [ask, propose_end])
def test_an_answer_a_second_before_the_end_counts(begin: Callable[[Scene], Executed]) -> None:
    scene = working()
    begin(scene)
    scene.pass_time(3 * DAY - SECOND)
    answer(scene, AcceptProposal, CARLOS)
    assert states(scene) == [ProposalState.ACCEPTED]


@pytest.mark.parametrize("begin", [ask, propose_end])
def test_a_yes_that_was_not_heard_yet_wins_over_the_end_of_its_time(
    begin: Callable[[Scene], Executed],
) -> None:
    scene = working()
    begin(scene)
    end = scene.clock.now() + 3 * DAY
    scene.pass_time(3 * DAY - SECOND)
    scene.store.rows.heard = dict.fromkeys(Ear, end + DAY)
    scene.store.rows.unhandled[Ear.PARTIES, CARLOS] = end - SECOND
    scene.clock.to(end + 10 * SECOND)
    at_once(scene.escrow.sweep())
    assert states(scene) == [ProposalState.OPEN]
    answer(scene, AcceptProposal, CARLOS)
    assert states(scene) == [ProposalState.ACCEPTED]


@pytest.mark.parametrize("begin", [ask, propose_end])
@pytest.mark.parametrize(("ear", "given"), [(Ear.PARTIES, 5 * HOUR), (Ear.DESK, 0 * HOUR)])
def test_time_in_which_nobody_was_heard_is_given_back_to_who_answers(
    begin: Callable[[Scene], Executed], ear: Ear, given: timedelta
) -> None:
    scene = working()
    begin(scene)
    since = scene.clock.now() + HOUR
    lost: dict[str, Any] = {"since": since, "until": since + 5 * HOUR, "ear": ear}
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, **lost))
    assert due_in(scene, DeadlineKind.PROPOSAL_ENDS) == 3 * DAY + given
    answer(scene, RejectProposal, CARLOS)
    closed = scene.deal.proposals
    scene.do(ExtendClocks(actor=SYSTEM, deal=scene.deal_id, **lost))
    assert scene.deal.proposals == closed


def test_an_answer_has_the_time_that_the_house_gives_it() -> None:
    scene = working(extension_answer=5 * HOUR, end_answer=7 * HOUR)
    now = scene.clock.now()
    ask(scene)
    propose_end(scene, CARLOS)
    windows = [proposal.window for proposal in scene.deal.proposals]
    assert windows == [Window(now, now + 5 * HOUR), Window(now, now + 7 * HOUR)]
    waiting = {d.key: d.person for d in deadlines_of(scene.deal, scene.policy)}
    assert waiting["proposal-ends:1:1"] == CARLOS
    assert waiting["proposal-ends:1:2"] == BINA


@pytest.mark.parametrize(("zone", "hours"), [("UTC", 72), ("Pacific/Auckland", 80)])
def test_no_answers_time_ends_while_whoever_answers_sleeps(zone: str, hours: int) -> None:
    scene = working(quiet_hours=QuietHours())
    scene.do(ChangeSettings(actor=CARLOS, zone=zone))
    ask(scene)
    propose_end(scene)
    lengths = [proposal.window.length for proposal in scene.deal.proposals]
    assert lengths == [hours * HOUR, hours * HOUR]


def test_each_side_is_told_what_the_other_did_and_why_it_is_asked() -> None:
    scene = working()
    scene.on_milestone(AskMoreTime, BINA, more=DAY, words=words("the fonts came late"))
    asked = scene.notice(CARLOS, "time-asked")
    assert str(asked.words) == "the fonts came late"
    answer(scene, RejectProposal, CARLOS)
    assert scene.told(BINA)[-1] == "time-refused"
    ask(scene)
    answer(scene, WithdrawProposal, BINA)
    assert scene.told(CARLOS)[-1] == "time-withdrawn"
    ask(scene)
    answer(scene, AcceptProposal, CARLOS)
    assert scene.notice(BINA, "time-given").data == {"seconds": 2 * 86400}
    scene.on_milestone(GrantMoreTime, CARLOS, more=DAY)
    assert scene.notice(BINA, "time-granted").data == {"seconds": 86400}
    scene.on_milestone(
        ProposeEnd, CARLOS, to_freelancer=amount("1.00 EUR"), held=scene.m.held, words=words("?")
    )
    assert str(scene.notice(BINA, "end-proposed").words) == "?"
    answer(scene, RejectProposal, BINA)
    assert scene.told(CARLOS)[-1] == "end-refused"
    propose_end(scene)
    answer(scene, WithdrawProposal, BINA)
    assert scene.told(CARLOS)[-1] == "end-withdrawn"


def test_words_that_lead_money_past_us_are_seen_in_a_proposal_too() -> None:
    scene = working()
    past = words("to 4111 1111 1111 1111")
    scene.on_milestone(AskMoreTime, BINA, more=DAY, words=past)
    held = scene.m.held
    scene.on_milestone(ProposeEnd, CARLOS, to_freelancer=held, held=held, words=past)
    for person in (BINA, CARLOS):
        assert scene.told(person).count("outside-named") == 2


@pytest.mark.parametrize("begin", [ask, propose_end])
@pytest.mark.parametrize("kind", ANSWERS)
def test_what_is_answered_is_not_told_or_reminded_of_any_more(
    begin: Callable[[Scene], Executed], kind: type[ProposalCommand]
) -> None:
    scene = working()
    begin(scene)
    asked = "time-asked" if begin is ask else "end-proposed"
    scene.pass_time(2 * DAY)
    notices = [scene.notice(CARLOS, asked), scene.notice(CARLOS, "reminded")]
    assert [each.holds for each in notices] == [WhileOpen(1), WhileOpen(1)]
    assert all(holds_true(each, scene.deal) for each in notices)
    answer(scene, kind, BINA if kind is WithdrawProposal else CARLOS)
    assert not any(holds_true(each, scene.deal) for each in notices)


@pytest.mark.parametrize("given", [True, False])
def test_a_date_that_was_just_moved_reminds_of_nothing_that_is_over(given: bool) -> None:
    scene = working(reminders=(0.5,))
    scene.pass_time(4 * DAY)
    before = scene.told(BINA).count("reminded")
    if given:
        scene.on_milestone(GrantMoreTime, CARLOS, more=3 * DAY)
    else:
        ask(scene, 3 * DAY)
        answer(scene, AcceptProposal, CARLOS)
    scene.pass_time(HOUR)
    assert scene.told(BINA).count("reminded") == before


def test_whoever_owes_an_answer_reminds_nobody_and_whoever_waits_for_one_can() -> None:
    scene = working()
    ask(scene)
    ctx = Context(scene.clock.now(), scene.policy, scene.escrow.staff)
    client, freelancer = (view_of(scene.deal, person, ctx) for person in (CARLOS, BINA))
    assert client.turn.person == BINA, "it is still the freelancer who works"
    assert client.awaited.person is None
    awaited = freelancer.awaited
    ends = scene.deal.proposals[0].window.ends_at
    assert (awaited.person, awaited.until, awaited.otherwise) == (CARLOS, ends, "proposal-ends")
    answer(scene, RejectProposal, CARLOS)
    assert view_of(scene.deal, CARLOS, ctx).awaited.person == BINA
