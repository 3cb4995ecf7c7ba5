"""Who is told of what, with which figures, and what rings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.deal.commands import Command
from core.deal.milestone import State
from core.deal.notice import ALWAYS, Notice, WhileSeen
from core.deal.ruling import Exhibit, ExhibitKind, Outcome
from core.disputing import (
    AnswerQuestion,
    AskParty,
    FileEvidence,
    HandOver,
    MakeStatement,
    Recuse,
    Rule,
    TakeDispute,
)
from core.inviting import (
    AnswerInvited,
    AskInviter,
    ConfirmClaimant,
    DeclineInvite,
    RefuseClaimant,
    WithdrawInvite,
)
from core.paying import (
    AskShortfall,
    CancelFunding,
    ClaimPaid,
    ConfirmDeposit,
    ConfirmTransfer,
    FailTransfer,
    RejectClaim,
)
from core.talking import Say, WriteDiary
from core.timing import ExtendClocks
from core.values.ids import DESK, RAIL, PersonId
from core.values.money import Money
from core.values.policy import RailInfo
from core.working import ApproveMilestone, ReleasePart, TakeBackCancel, TakeBackSubmission
from tests.kit.places import DANA, PLACES
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    REASONS,
    SAM,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
)

EVERYBODY = (BINA, CARLOS, DANA, SAM, ARAM, TESS, DESK)


def scene_at(name: str, **policy: Any) -> Scene:
    rules = {"rails": BOTH, "four_eyes_threshold": {"EUR": 90000}} | policy
    scene = Scene(with_policy(**rules).policy)
    PLACES[name](scene)
    return scene


def tells(scene: Scene, command: Command) -> list[Notice]:
    """What is owed because of this command alone."""
    before = len(scene.store.notices)
    scene.do(command)
    return list(scene.store.notices[before:])


def told(scene: Scene, command: Command) -> list[tuple[PersonId, str]]:
    return [(notice.to, notice.kind) for notice in tells(scene, command)]


def on(scene: Scene, kind: Any, actor: PersonId, **rest: Any) -> Any:
    """A command on the milestone that is under way."""
    usual: dict[str, Any] = {"deal": scene.deal_id, "milestone": scene.m.number}
    if "seen" in kind.__dataclass_fields__:
        usual["seen"] = scene.m.seen
    return kind(actor=actor, **usual, **rest)


# Before it is agreed


def ask(scene: Scene, actor: PersonId = SAM) -> AskInviter:
    return AskInviter(actor=actor, deal=scene.deal_id, proof="t" * 64, words=words("when?"))


def test_a_question_before_any_answer_goes_to_the_inviter_and_the_answer_back() -> None:
    scene = scene_at("invited")
    [asked] = tells(scene, ask(scene))
    assert asked == Notice(
        BINA,
        "invite-asked",
        scene.deal_id,
        data={"person": SAM},
        words=words("when?"),
        holds=ALWAYS,
    )
    said = words("in May")
    reply = AnswerInvited(actor=BINA, deal=scene.deal_id, to=SAM, words=said)
    [answered] = tells(scene, reply)
    assert answered == Notice(SAM, "invited-answered", scene.deal_id, words=said, holds=ALWAYS)


@pytest.mark.parametrize("accepts", [True, False])
def test_the_inviter_sees_who_claims_and_the_words_that_both_compare(accepts: bool) -> None:
    scene = scene_at("invited")
    scene.claimed(accepts=accepts)
    notice = scene.notice(BINA, "invite-claimed")
    [claim] = scene.deal.claims
    assert notice.data == {
        "person": CARLOS, "accepts": accepts, "words": " ".join(claim.safety_words),
    }  # fmt: skip


def test_a_claim_that_ends_is_told_to_whom_it_is_news() -> None:
    scene = scene_at("two claims")
    refuse = RefuseClaimant(actor=BINA, deal=scene.deal_id, person=DANA)
    [ended] = tells(scene, refuse)
    assert (ended.to, ended.kind, ended.data) == (DANA, "claim-ended", {"why": "refused"})
    decline = DeclineInvite(actor=CARLOS, deal=scene.deal_id)
    [declined] = tells(scene, decline)
    assert (declined.to, declined.kind, declined.data) == (
        BINA, "claim-declined", {"person": CARLOS},
    )  # fmt: skip


def test_who_is_confirmed_hears_of_it_once_and_the_others_too() -> None:
    scene = scene_at("two claims")
    confirm = ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS)
    assert told(scene, confirm) == [
        (DANA, "claim-ended"), (CARLOS, "deal-agreed"),
    ]  # fmt: skip
    scene = scene_at("two claims")
    other = replace(confirm, deal=scene.deal_id, person=DANA)
    assert told(scene, other) == [(CARLOS, "claim-ended"), (DANA, "claimant-confirmed")]


def test_a_new_version_is_news_until_the_next_one() -> None:
    scene = scene_at("countered")
    notice = scene.notice(BINA, "terms-proposed")
    assert (notice.data, notice.holds) == ({"version": 2}, WhileSeen(scene.deal.seen))


@pytest.mark.parametrize("name", ["invited", "two claims", "bound"])
def test_who_waits_hears_that_the_invite_was_taken_back(name: str) -> None:
    scene = scene_at(name)
    waiting = [claim.person for claim in scene.deal.claims] + [
        person for person in (scene.deal.invitee,) if person is not None
    ]
    ended = tells(scene, WithdrawInvite(actor=BINA, deal=scene.deal_id))
    assert [(n.to, n.kind, n.data) for n in ended] == [
        (person, "deal-cancelled", {"why": "withdrawn"}) for person in waiting
    ]


# Money


def test_a_claim_of_payment_calls_the_desk_and_does_not_ring_the_freelancer() -> None:
    scene = scene_at("agreed")
    desk, freelancer = tells(scene, on(scene, ClaimPaid, CARLOS, payer=words("C"), paid_on="x"))
    assert (desk.to, desk.kind, desk.ring, desk.holds) == (
        DESK, "payment-claimed", True, WhileSeen(scene.m.seen),
    )  # fmt: skip
    assert (freelancer.to, freelancer.kind, freelancer.ring) == (BINA, "payment-claimed", False)
    assert told(scene, on(scene, RejectClaim, TESS)) == [(CARLOS, "claim-rejected")]


def deposit(scene: Scene, money: Money, external: str = "x", actor: PersonId = RAIL) -> Any:
    return ConfirmDeposit(
        actor=actor,
        deal=scene.deal_id,
        milestone=1,
        amount=money,
        rail="play",
        external_id=external,
        source="C",
    )


def test_a_short_deposit_is_told_to_the_client_with_what_arrived() -> None:
    scene = scene_at("agreed")
    [short] = tells(scene, deposit(scene, amount("60.00 EUR")))
    assert (short.to, short.kind, short.data, short.holds) == (
        CARLOS, "deposit-short", {"arrived": (6000, "EUR")}, WhileSeen(scene.m.seen),
    )  # fmt: skip
    [asked] = tells(scene, on(scene, AskShortfall, CARLOS))
    assert (asked.to, asked.kind, asked.data) == (
        BINA, "shortfall-asked", {"arrived": (6000, "EUR")},
    )  # fmt: skip


def test_a_full_deposit_is_told_to_both_with_what_is_held() -> None:
    scene = scene_at("agreed")
    funded = tells(scene, deposit(scene, amount("100.00 EUR")))
    assert [(n.to, n.kind, n.data, n.holds) for n in funded] == [
        (person, "milestone-funded", {"held": (10000, "EUR")}, ALWAYS) for person in (BINA, CARLOS)
    ]


def test_an_excess_is_told_to_the_client_with_what_goes_back() -> None:
    scene = scene_at("agreed")
    *_, back = tells(scene, deposit(scene, amount("101.00 EUR")))
    assert (back.to, back.kind, back.data) == (CARLOS, "waiting-returned", {"amount": (100, "EUR")})


def test_money_that_comes_late_is_told_to_the_desk_and_to_the_client() -> None:
    scene = scene_at("working")
    desk, client, back = tells(scene, deposit(scene, amount("5.00 EUR")))
    assert (desk.to, desk.kind, desk.data) == (DESK, "deposit-suspense", {"amount": (500, "EUR")})
    assert (client.to, client.kind, client.data) == (
        CARLOS, "deposit-late", {"amount": (500, "EUR")},
    )  # fmt: skip
    assert (back.to, back.kind) == (CARLOS, "waiting-returned")


def test_what_is_settled_is_told_to_the_other_side_to_the_cent() -> None:
    scene = scene_at("submitted", fee_bps=250)
    part = tells(scene, on(scene, ReleasePart, CARLOS, amount=amount("10.00 EUR")))
    assert [(n.to, n.kind) for n in part] == [(BINA, "money-settled")]
    assert part[0].data == {
        "ground": "approval",
        "payout": (975, "EUR"),
        "fee": (25, "EUR"),
        "refund": (0, "EUR"),
        "left": (9000, "EUR"),
    }


def test_the_next_milestone_calls_for_its_money_unless_the_payers_own_press_began_it() -> None:
    scene = scene_at("submitted")
    m = scene.m
    approve = on(scene, ApproveMilestone, CARLOS, submission=1, amount=m.held)
    assert told(scene, approve) == [(BINA, "money-settled")], "their own card calls for it"
    scene = scene_at("heard")
    release = on(
        scene, Rule, ARAM, outcome=Outcome.RELEASE, held=scene.m.held, reasons=words(REASONS)
    )
    called = (CARLOS, "milestone-opened")
    assert told(scene, release) == [(p, "ruling-made") for p in (BINA, CARLOS, DESK)]
    before = len(scene.store.notices)
    scene.ruling_stands()
    carried = [(p, "ruling-executed") for p in (BINA, CARLOS, DESK)]
    came = [(n.to, n.kind) for n in scene.store.notices[before:] if n.kind != "reminded"]
    assert came == [*carried, called]
    assert scene.notice(CARLOS, "milestone-opened").holds == WhileSeen(scene.m.seen)
    assert scene.notice(CARLOS, "milestone-opened").milestone == 2
    assert "milestone-opened" not in scene_at("agreed").told(CARLOS), "the first needs no call"


def test_the_end_of_a_deal_is_told_to_the_other_side_and_to_both_where_neither_ended_it() -> None:
    scene = scene_at("completed")
    assert scene.told(BINA)[-1] == "deal-completed"
    assert "deal-completed" not in scene.told(CARLOS), "who approved sees it on their card"


@pytest.mark.parametrize(
    ("rail", "calls"),
    [
        (RailInfo("play", real_money=False), 0),
        (RailInfo("play", real_money=False, automatic=False), 1),
        (None, 1),
    ],
)
def test_the_desk_is_called_where_no_rail_pays_by_itself(rail: RailInfo | None, calls: int) -> None:
    scene = scene_at("submitted")
    scene.escrow.policy = replace(scene.policy, rails=() if rail is None else (rail,))
    m = scene.m
    approve = on(scene, ApproveMilestone, CARLOS, submission=1, amount=m.held)
    due = [n for n in tells(scene, approve) if n.kind == "transfer-due"]
    assert [(n.to, n.data) for n in due] == [(DESK, {"transfer": 1})] * calls


@pytest.mark.parametrize(
    ("actor", "ring"), [(RAIL, False), (TESS, True)], ids=["by the rail", "by a treasurer"]
)
def test_what_a_rail_does_by_itself_a_moment_later_does_not_ring(
    actor: PersonId, ring: bool
) -> None:
    scene = scene_at("withdrawn")
    fail = FailTransfer(actor=actor, deal=scene.deal_id, transfer=1, why="closed")
    data = {"amount": (10000, "EUR"), "transfer_kind": "refund"}
    [failed] = tells(scene, fail)
    assert (failed.to, failed.kind, failed.data, failed.ring) == (
        CARLOS, "transfer-failed", data, True,
    )  # fmt: skip
    [sent] = tells(scene, ConfirmTransfer(actor=actor, deal=scene.deal_id, transfer=1))
    kind = "transfer-sent" if ring else "transfer-confirmed"
    data = data if ring else data | {"reached": "arrived"}
    assert (sent.to, sent.kind, sent.data, sent.ring) == (CARLOS, kind, data, ring)


def test_what_ends_unfunded_is_told_to_the_other_side_with_why() -> None:
    scene = scene_at("agreed")
    ended = tells(scene, on(scene, CancelFunding, CARLOS))
    assert [(n.to, n.kind, n.milestone, n.data) for n in ended] == [
        (BINA, "milestone-voided", 1, {"why": "cancel-funding", "by": "client"}),
        (BINA, "milestone-voided", 2, {"why": "unfunded", "by": "client"}),
    ], "and not once more that the deal ended by that"


# Work and talk


def test_what_opens_a_window_in_which_money_may_move_says_which() -> None:
    scene = scene_at("working")
    scene.submit()
    notice = scene.notice(CARLOS, "work-submitted")
    assert scene.m.window is not None
    assert (notice.serves, notice.holds) == (
        scene.m.window.opened_at,
        WhileSeen(scene.m.seen),
    )
    [back] = tells(scene, on(scene, TakeBackSubmission, BINA))
    assert (back.to, back.kind, back.serves) == (CARLOS, "submission-taken-back", None)
    scene.submit()
    scene.request_changes()
    asked = scene.notice(BINA, "changes-requested")
    assert (asked.data, asked.serves) == ({"round": 1}, None)


def test_a_late_cancel_and_its_end_are_told_to_the_freelancer() -> None:
    scene = scene_at("cancelling")
    notice = scene.notice(BINA, "late-cancel-opened")
    assert scene.m.window is not None
    assert notice.serves == scene.m.window.opened_at
    [back] = tells(scene, on(scene, TakeBackCancel, CARLOS))
    assert (back.to, back.kind) == (BINA, "late-cancel-taken-back")


@pytest.mark.parametrize(
    ("name", "waits"), [("submitted", BINA), ("cancelling", CARLOS), ("dormant", CARLOS)]
)
def test_who_waits_hears_once_that_the_other_can_not_be_reached(name: str, waits: PersonId) -> None:
    scene = scene_at("working" if name == "dormant" else name)
    if name == "dormant":
        scene.pass_time(20 * DAY)
    for count in (1, 1):
        scene.fail_to_serve()
        for person in EVERYBODY:
            assert scene.told(person).count("window-unserved") == (count if person == waits else 0)


@pytest.mark.parametrize("kind", [Say, WriteDiary])
def test_what_is_said_across_reaches_the_other_whole_without_ringing(kind: Any) -> None:
    scene = scene_at("working")
    said = kind(actor=BINA, deal=scene.deal_id, words=words("here"), files=(FILE,))
    [notice] = tells(scene, said)
    data = {"person": BINA} if kind is Say else {}
    assert (notice.to, notice.data, notice.words, notice.files, notice.ring) == (
        CARLOS, data, words("here"), (FILE,), False,
    )  # fmt: skip
    scene.dispute()
    other, desk = tells(scene, said)
    assert (other.to, desk.to, desk.kind) == (CARLOS, DESK, other.kind)
    assert (desk.milestone, desk.ring, desk.words) == (1, False, None)


def test_the_desk_hears_no_talk_of_a_case_that_is_ruled() -> None:
    scene = scene_at("split")
    say = Say(actor=BINA, deal=scene.deal_id, words=words("thanks"))
    assert told(scene, say) == [(CARLOS, "message-sent")]


# Disputes


def test_a_position_and_what_is_filed_reach_the_other_side_and_the_desk() -> None:
    scene = scene_at("disputed")
    state = on(scene, MakeStatement, BINA, words=words("x"), sought=scene.m.held)
    stated = tells(scene, state)
    filed = tells(scene, on(scene, FileEvidence, BINA, files=(FILE,)))
    filed += tells(scene, on(scene, FileEvidence, CARLOS, files=(FILE,)))
    assert [(n.to, n.kind, n.data) for n in (*stated, *filed)] == [
        (CARLOS, "statement-made", {"person": BINA, "number": 0}),
        (DESK, "statement-made", {"person": BINA, "number": 0}),
        (CARLOS, "evidence-filed", {"person": BINA, "number": 1}),
        (DESK, "evidence-filed", {"person": BINA, "number": 1}),
        (BINA, "evidence-filed", {"person": CARLOS, "number": 2}),
        (DESK, "evidence-filed", {"person": CARLOS, "number": 2}),
    ]


def test_a_question_reaches_the_side_that_is_asked_and_its_answer_the_desk() -> None:
    scene = scene_at("asked")
    question = scene.notice(CARLOS, "question-asked")
    assert question.data == {"number": 1}
    assert "question-asked" not in scene.told(BINA)
    answer = on(scene, AnswerQuestion, CARLOS, number=1, words=words("a"))
    [answered] = tells(scene, answer)
    assert (answered.to, answered.kind, answered.data) == (
        DESK, "question-answered", {"person": CARLOS, "number": 1},
    )  # fmt: skip


def test_who_took_a_case_or_gave_it_back_is_told() -> None:
    scene = scene_at("called")
    taken = tells(scene, on(scene, TakeDispute, ARAM))
    assert [(n.to, n.kind, n.data) for n in taken] == [
        (person, "dispute-taken", {"arbiter": ARAM}) for person in (BINA, CARLOS, DESK)
    ]
    [back] = tells(scene, on(scene, HandOver, ARAM))
    assert (back.to, back.kind, back.data) == (DESK, "dispute-handed-over", {"arbiter": ARAM})
    [recused] = tells(scene, on(scene, Recuse, ARAM))
    assert (recused.to, recused.kind) == (DESK, "dispute-handed-over")


def test_a_ruling_is_told_once_and_not_its_settlement_too() -> None:
    scene = scene_at("heard")
    ruling = on(
        scene, Rule, ARAM, outcome=Outcome.REFUND, held=scene.m.held, reasons=words(REASONS)
    )
    ruled = tells(scene, ruling)
    assert [(n.to, n.kind, n.data) for n in ruled] == [
        (person, "ruling-made", {"outcome": "refund", "final": False, "reviewed": ""})
        for person in (BINA, CARLOS, DESK)
    ]
    opened = scene.case.final_by
    assert opened is not None
    assert [n.serves for n in ruled] == [opened.opened_at, opened.opened_at, None]
    before = len(scene.store.notices)
    scene.ruling_stands()
    carried = [(n.to, n.kind, n.data) for n in scene.store.notices[before:] if "rul" in n.kind]
    assert carried == [
        (person, "ruling-executed", {"accepted": False}) for person in (BINA, CARLOS, DESK)
    ]


def test_time_given_back_is_told_to_both_with_how_much_it_was() -> None:
    scene = scene_at("submitted")
    now = scene.clock.now()
    back = ExtendClocks(actor=PersonId(0), deal=scene.deal_id, since=now, until=now + DAY)
    extended = tells(scene, back)
    assert [(n.to, n.kind, n.data) for n in extended] == [
        (person, "clocks-extended", {"seconds": 24 * 3600}) for person in (BINA, CARLOS)
    ]


# What a case holds


def test_a_ruling_may_rely_on_everything_that_the_case_holds_at_once() -> None:
    scene = scene_at("revising")
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("sketch")))
    scene.dispute()
    scene.heard()
    scene.do(on(scene, FileEvidence, BINA, files=(FILE,)))
    scene.do(on(scene, AskParty, ARAM, to=scene.deal.role_of(BINA), words=words("?")))
    scene.do(on(scene, AnswerQuestion, BINA, number=1, words=words("a")))
    held = [(kind, 1) for kind in ExhibitKind if kind is not ExhibitKind.MESSAGE]
    held += [(ExhibitKind.ACCEPTANCE, 2), (ExhibitKind.STATEMENT, 2)]
    ruling = on(
        scene,
        Rule,
        ARAM,
        outcome=Outcome.RELEASE,
        held=scene.m.held,
        reasons=words(REASONS),
        relied_on=tuple(Exhibit(kind, number) for kind, number in held),
    )
    scene.do(ruling)
    scene.ruling_stands()
    assert scene.state(1) is State.RELEASED


def test_a_word_before_anybody_took_the_case_leaves_the_desk_its_time_to_take_it() -> None:
    scene = scene_at("disputed")
    clock = scene.case.desk_clock
    scene.clock.forward(DAY / 24)
    scene.state_side(BINA)
    assert scene.case.desk_clock == clock


# What the clock says


def during(scene: Scene, by: timedelta, kind: str) -> list[tuple[PersonId, dict[str, object]]]:
    """Who was told of this while time passed, and with what."""
    before = len(scene.store.notices)
    scene.pass_time(by)
    new = scene.store.notices[before:]
    return [(notice.to, dict(notice.data)) for notice in new if notice.kind == kind]


def test_who_let_the_time_to_answer_pass_is_told_and_the_desk_learns_who() -> None:
    scene = scene_at("disputed")
    assert during(scene, 5 * DAY, "answer-overdue") == [
        (BINA, {"to": "dispute"}), (DESK, {"who": "freelancer"}),
    ]  # fmt: skip
    scene = scene_at("asked")
    assert during(scene, 2 * DAY, "answer-overdue") == [
        (CARLOS, {"to": "question"}), (DESK, {"who": "client"}),
    ]  # fmt: skip


def test_where_neither_side_spoke_both_are_told_and_the_desk_learns_it_of_both() -> None:
    scene = scene_at("working")
    scene.pass_time(33 * DAY)
    assert scene.case.cause.value == "unserved"
    assert during(scene, 6 * DAY, "answer-overdue") == [
        (BINA, {"to": "dispute"}), (CARLOS, {"to": "dispute"}), (DESK, {"who": "both"}),
    ]  # fmt: skip


def test_a_case_that_is_given_by_lot_is_told_to_both_and_a_second_time_as_such() -> None:
    scene = scene_at("called")
    parties = [(BINA, {"again": False}), (CARLOS, {"again": False})]
    first = during(scene, DAY, "dispute-assigned")
    arbiter = scene.case.arbiter
    assert first == [*parties, (DESK, {"arbiter": arbiter, "late": 0})]
    second = during(scene, 11 * DAY, "dispute-assigned")
    parties = [(BINA, {"again": True}), (CARLOS, {"again": True})]
    assert scene.case.arbiter != arbiter
    assert second == [*parties, (DESK, {"arbiter": scene.case.arbiter, "late": arbiter})]


@pytest.mark.parametrize(
    ("cause", "kind"), [("opened", "dispute-opened"), ("silence", "dispute-silence")]
)
def test_how_it_came_to_the_desk_is_told_to_both_by_its_name(cause: str, kind: str) -> None:
    scene = scene_at("submitted")
    if cause == "opened":
        scene.dispute()
    scene.pass_time(8 * DAY)
    assert scene.case.cause.value == cause
    assert kind in scene.told(BINA)
    assert "dispute-opened" in scene.told(DESK)
    assert "dispute-silence" not in scene.told(DESK)


def test_words_that_lead_past_us_ring_neither_who_wrote_nor_who_reads_them() -> None:
    scene = scene_at("working")
    card = Say(actor=BINA, deal=scene.deal_id, words=words("to 4111 1111 1111 1111"))
    warned = [notice for notice in tells(scene, card) if notice.kind == "outside-named"]
    assert [(n.to, n.data, n.ring) for n in warned] == [
        (person, {"outside": "card"}, False) for person in (BINA, CARLOS)
    ]
