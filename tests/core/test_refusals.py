"""What is said to whoever asks for what can not be: which rule it is, and the figure it names.

Each at its bound: one step before it is done, one beyond is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.deal.clocks import MeetDeadline
from core.deal.commands import Command, DealCommand
from core.deal.context import Context
from core.deal.events import Ground, TransferKind
from core.deal.points import Item, ItemKind
from core.deal.ruling import Exhibit, ExhibitKind, Outcome
from core.deal.settle import owe, settle
from core.deal.stage import Stage
from core.deal.terms import Role
from core.decide import decide
from core.disputing import (
    AnswerQuestion,
    AskParty,
    FileEvidence,
    HandOver,
    MakeStatement,
    OpenDispute,
    Rule,
    TakeDispute,
)
from core.inviting import AcceptTerms, ClaimInvite
from core.paying import (
    AcceptShortfall,
    AskShortfall,
    CancelFunding,
    ClaimPaid,
    ConfirmDeposit,
    ConfirmTransfer,
    DropRest,
    FailTransfer,
    GoOn,
    RejectClaim,
)
from core.talking import Say, WriteDiary
from core.timing import ExtendClocks, NoticeServed, NoticeUnserved
from core.values.errors import BadInput, NotNow, NotYours, Refusal, Stale
from core.values.ids import DESK, RAIL, SYSTEM, DealId
from core.values.money import Money
from core.values.window import DeadlineKind
from core.values.words import FileRef
from core.working import (
    ApproveMilestone,
    CancelLate,
    ContestPoint,
    ObjectToCancel,
    ReleasePart,
    RequestChanges,
    SubmitWork,
    TakeBackCancel,
    TakeBackSubmission,
    WithdrawWork,
)
from tests.kit.places import PLACES, place
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    FILE,
    NOOR,
    REASONS,
    TESS,
    Scene,
    amount,
    with_policy,
    words,
    zero,
)

Answer = tuple[type, str, dict[str, object]]
SECOND = timedelta(seconds=1)
HELD: dict[str, object] = {"held": (10000, "EUR")}
DEFECT = Item(ItemKind.DEFECT, words("two, not three"), 0)
PREFERENCE = Item(ItemKind.PREFERENCE, words("greener"))
NOTES = (words("1"), words("2"))
RULED: dict[str, Any] = {
    "actor": ARAM,
    "outcome": Outcome.SPLIT,
    "reasons": words(REASONS),
    "to_freelancer": amount("50.00 EUR"),
    "criterion": 1,
    "held": amount("100.00 EUR"),
}


def scene_at(name: str) -> Scene:
    scene = Scene(with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy)
    PLACES[name](scene)
    return scene


def command(scene: Scene, kind: Any, **given: Any) -> Command:
    """A command on the first milestone as it stands, the rest as it is given."""
    names = kind.__dataclass_fields__
    usual = {"deal": scene.deal_id, "milestone": 1}
    if "seen" in names:
        usual["seen"] = scene.deal.milestone(1).seen
    made: Command = kind(**{name: usual[name] for name in usual if name in names} | given)
    return made


def answer(scene: Scene, kind: Any, **given: Any) -> Answer | None:
    """What a command is refused with; None where it is done."""
    before = scene.deal
    try:
        scene.do(command(scene, kind, **given))
    except Refusal as no:
        assert scene.deal == before, "a refusal changes nothing"
        return type(no), no.key, dict(no.data)
    return None


def deposit(**changes: Any) -> dict[str, Any]:
    usual = {
        "actor": RAIL,
        "amount": amount("1.00 EUR"),
        "rail": "play",
        "external_id": "new",
        "source": "C",
    }
    return usual | changes


def rule(**changes: Any) -> dict[str, Any]:
    return RULED | changes


def exhibit(kind: ExhibitKind, number: int = 1) -> dict[str, Any]:
    return rule(relied_on=(Exhibit(kind, number),))


def asked(**changes: Any) -> dict[str, Any]:
    return {"actor": CARLOS, "reason": words("why"), "sought": zero()} | changes


def handed(**changes: Any) -> dict[str, Any]:
    return {"actor": BINA, "files": (FILE,), "notes": NOTES} | changes


def points(*items: Item, **changes: Any) -> dict[str, Any]:
    return {"actor": CARLOS, "items": items or (DEFECT,)} | changes


FILES = tuple(FileRef(f"{n:064x}", "a.png", "image/png", 1) for n in range(21))

REFUSED: list[tuple[str, Any, dict[str, Any], type, str, dict[str, object]]] = [
    # money in
    ("agreed", ConfirmDeposit, deposit(amount=Money(1, "USD")), BadInput, "deposit-currency",
     {"currency": "EUR"}),
    ("agreed", ConfirmDeposit, deposit(amount=zero()), BadInput, "amount-not-positive", {}),
    ("agreed", ConfirmDeposit, deposit(amount=Money(-1, "EUR")), BadInput,
     "amount-not-positive", {}),
    ("short", ConfirmDeposit, deposit(rail="manual"), NotNow, "other-rail", {"rail": "play"}),
    ("agreed", AskShortfall, {"actor": CARLOS}, NotNow, "nothing-arrived", {}),
    ("shortfall asked", AskShortfall, {"actor": CARLOS}, NotNow, "already-asked", {}),
    ("short", AcceptShortfall, {"actor": BINA, "amount": amount("60.00 EUR")}, NotNow,
     "not-asked", {}),
    ("short claimed", AcceptShortfall, {"actor": BINA, "amount": amount("60.00 EUR")}, NotNow,
     "not-asked", {}),
    ("payment claimed", CancelFunding, {"actor": BINA}, NotNow, "claim-unanswered", {}),
    ("payment claimed", ClaimPaid, {"actor": CARLOS, "payer": words("C"), "paid_on": "x"},
     NotNow, "claim-unanswered", {}),
    ("agreed", RejectClaim, {"actor": TESS}, NotNow, "no-claim", {}),
    # work
    ("working", SubmitWork, handed(files=()), BadInput, "submission-empty", {}),
    ("working", SubmitWork, handed(files=FILES), BadInput, "too-many-files", {"limit": 20}),
    ("working", SubmitWork, handed(notes=NOTES[:1]), BadInput, "submission-notes", {"count": 2}),
    ("working", SubmitWork, handed(notes=(*NOTES, *NOTES)), BadInput, "submission-notes",
     {"count": 2}),
    ("working", SubmitWork, handed(answers=NOTES), BadInput, "submission-answers", {"count": 0}),
    ("revising", SubmitWork, handed(), BadInput, "submission-answers", {"count": 1}),
    ("revising", SubmitWork, handed(answers=NOTES), BadInput, "submission-answers",
     {"count": 1}),
    ("cancelling", SubmitWork, handed(files=()), BadInput, "submission-empty", {}),
    ("hour later", TakeBackSubmission, {"actor": BINA}, NotNow, "take-back-late", {}),
    ("part released", TakeBackSubmission, {"actor": BINA}, NotNow, "take-back-late", {}),
    ("submitted", RequestChanges, {"actor": CARLOS, "items": ()}, BadInput, "no-points", {}),
    ("submitted", RequestChanges, points(*[DEFECT] * 51), BadInput, "too-many-points",
     {"limit": 50}),
    ("submitted", RequestChanges, points(replace(DEFECT, criterion=None)), BadInput,
     "point-needs-criterion", {}),
    ("submitted", RequestChanges, points(replace(DEFECT, criterion=2)), BadInput,
     "point-needs-criterion", {}),
    ("submitted", RequestChanges, points(replace(DEFECT, criterion=-1)), BadInput,
     "point-needs-criterion", {}),
    ("submitted", RequestChanges, points(due=3 * DAY - SECOND), BadInput, "round-too-short",
     {"seconds": 3 * 86400}),
    ("submitted", RequestChanges, points(due=366 * DAY + SECOND), BadInput,
     "duration-out-of-range", {"days": 366}),
    ("revising", ContestPoint, {"actor": BINA, "item": 1, "words": words("no")}, BadInput,
     "no-such-point", {}),
    ("revising", ContestPoint, {"actor": BINA, "item": -1, "words": words("no")}, BadInput,
     "no-such-point", {}),
    ("submitted", ReleasePart, {"actor": CARLOS, "amount": zero()}, BadInput,
     "part-out-of-range", HELD),
    ("submitted", ReleasePart, {"actor": CARLOS, "amount": Money(-1, "EUR")}, BadInput,
     "part-out-of-range", HELD),
    ("submitted", ReleasePart, {"actor": CARLOS, "amount": Money(1, "USD")}, BadInput,
     "part-out-of-range", HELD),
    ("submitted", ReleasePart, {"actor": CARLOS, "amount": amount("100.00 EUR")}, BadInput,
     "part-out-of-range", HELD),
    ("tiny", ReleasePart, {"actor": CARLOS, "amount": Money(1, "EUR")}, NotNow,
     "nothing-to-part", {}),
    ("working", CancelLate, {"actor": CARLOS}, NotNow, "not-late",
     {"late_at": "2026-01-11T12:00:00+00:00"}),
    ("working", WriteDiary, {"actor": BINA, "words": None}, BadInput, "empty-text", {}),
    ("working", Say, {"actor": BINA, "words": None}, BadInput, "empty-text", {}),
    ("agreed", WriteDiary, {"actor": BINA, "words": words("x")}, NotNow, "diary-closed",
     {"state": "agreed"}),
    ("completed", WriteDiary, {"actor": BINA, "words": words("x")}, NotNow, "diary-closed",
     {"state": "completed"}),
    ("invited", Say, {"actor": BINA, "words": words("x")}, NotNow, "nobody-there", {}),
    # disputes
    ("submitted", OpenDispute, asked(sought=amount("100.01 EUR")), BadInput,
     "sought-out-of-range", HELD),
    ("submitted", OpenDispute, asked(sought=Money(-1, "EUR")), BadInput,
     "sought-out-of-range", HELD),
    ("submitted", OpenDispute, asked(sought=zero("USD")), BadInput, "sought-out-of-range", HELD),
    ("disputed", MakeStatement,
     {"actor": BINA, "words": words("x"), "sought": amount("100.01 EUR")}, BadInput,
     "sought-out-of-range", HELD),
    ("disputed", MakeStatement,
     {"actor": BINA, "words": words("x"), "sought": Money(-1, "EUR")}, BadInput,
     "sought-out-of-range", HELD),
    ("disputed", FileEvidence, {"actor": BINA, "words": None}, BadInput, "empty-text", {}),
    ("working", FileEvidence, {"actor": BINA, "files": (FILE,)}, NotNow, "no-dispute", {}),
    ("working", TakeDispute, {"actor": ARAM}, NotNow, "no-dispute", {}),
    ("taken", TakeDispute, {"actor": ARAM}, NotNow, "dispute-taken", {}),
    ("taken", AnswerQuestion, {"actor": CARLOS, "number": 1, "words": words("a")}, NotNow,
     "no-question", {}),
    ("asked", AnswerQuestion, {"actor": CARLOS, "number": 2, "words": words("a")}, NotNow,
     "no-question", {}),
    ("asked", AnswerQuestion, {"actor": BINA, "number": 1, "words": words("a")}, NotNow,
     "no-question", {}),
    ("taken", HandOver, {"actor": NOOR}, NotYours, "not-your-case", {}),
    ("heard", Rule, rule(reasons=words("x" * 99)), BadInput, "reasons-too-short",
     {"least": 100, "length": 99}),
    ("heard", Rule, rule(to_freelancer=None), BadInput, "split-out-of-range", HELD),
    ("heard", Rule, rule(to_freelancer=Money(-1, "EUR")), BadInput, "split-out-of-range", HELD),
    ("heard", Rule, rule(to_freelancer=amount("100.01 EUR")), BadInput, "split-out-of-range",
     HELD),
    ("heard", Rule, rule(to_freelancer=Money(1, "USD")), BadInput, "split-out-of-range", HELD),
    ("heard", Rule, rule(criterion=-1), BadInput, "no-such-criterion", {}),
    ("heard", Rule, rule(criterion=2), BadInput, "no-such-criterion", {}),
    ("heard", Rule, exhibit(ExhibitKind.TERMS, 2), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.TERMS, 0), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.ACCEPTANCE, 0), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.ACCEPTANCE, 3), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.DIARY, 0), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.DIARY, 1), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.STATEMENT, 0), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.STATEMENT, 3), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.ROUND), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.QUESTION), BadInput, "no-such-evidence", {}),
    ("heard", Rule, exhibit(ExhibitKind.MESSAGE), BadInput, "no-such-evidence", {}),
]  # fmt: skip

DONE: list[tuple[str, Any, dict[str, Any]]] = [
    ("agreed", ConfirmDeposit, deposit(amount=Money(1, "EUR"))),
    ("working", SubmitWork, handed(files=FILES[:20])),
    ("working", SubmitWork, handed(files=(), links=(words("https://a.example"),))),
    ("revising", SubmitWork, handed(answers=NOTES[:1])),
    ("submitted", TakeBackSubmission, {"actor": BINA}),
    ("submitted", RequestChanges, points(*[DEFECT] * 50)),
    ("submitted", RequestChanges, points(replace(DEFECT, criterion=1))),
    ("submitted", RequestChanges, points(PREFERENCE)),
    ("submitted", RequestChanges, points(due=3 * DAY)),
    ("submitted", RequestChanges, points(due=366 * DAY)),
    ("revising", ContestPoint, {"actor": BINA, "item": 0, "words": words("no")}),
    ("submitted", ReleasePart, {"actor": CARLOS, "amount": Money(1, "EUR")}),
    ("submitted", ReleasePart, {"actor": CARLOS, "amount": amount("99.99 EUR")}),
    ("late", CancelLate, {"actor": CARLOS}),
    ("working", WriteDiary, {"actor": BINA, "words": None, "files": (FILE,)}),
    ("working", WriteDiary, {"actor": BINA, "words": words("x")}),
    ("working", Say, {"actor": BINA, "words": None, "files": (FILE,)}),
    ("submitted", OpenDispute, asked(sought=amount("100.00 EUR"))),
    ("submitted", OpenDispute, asked()),
    ("disputed", FileEvidence, {"actor": BINA, "words": words("x")}),
    ("disputed", FileEvidence, {"actor": BINA, "files": (FILE,)}),
    ("asked", AnswerQuestion, {"actor": CARLOS, "number": 1, "words": words("a")}),
    ("heard", Rule, rule(reasons=words("x" * 100))),
    ("heard", Rule, rule(to_freelancer=zero())),
    ("heard", Rule, rule(to_freelancer=amount("100.00 EUR"))),
    ("heard", Rule, rule(criterion=0)),
    ("heard", Rule, rule(criterion=None)),
    ("heard", Rule, exhibit(ExhibitKind.TERMS, 1)),
    ("heard", Rule, exhibit(ExhibitKind.ACCEPTANCE, 1)),
    ("heard", Rule, exhibit(ExhibitKind.ACCEPTANCE, 2)),
    ("heard", Rule, exhibit(ExhibitKind.SUBMISSION, 1)),
    ("heard", Rule, exhibit(ExhibitKind.STATEMENT, 2)),
]


@pytest.mark.parametrize(("name", "kind", "given", "family", "key", "data"), REFUSED)
def test_what_can_not_be_is_refused_by_its_rule(
    name: str, kind: Any, given: dict[str, Any], family: type, key: str, data: dict[str, object]
) -> None:
    assert answer(scene_at(name), kind, **given) == (family, key, data)


@pytest.mark.parametrize(("name", "kind", "given"), DONE)
def test_what_is_at_its_bound_is_done(name: str, kind: Any, given: dict[str, Any]) -> None:
    assert answer(scene_at(name), kind, **given) is None


STALE: list[tuple[str, Any, dict[str, Any]]] = [
    ("shortfall asked", AcceptShortfall, {"actor": BINA, "amount": amount("60.01 EUR")}),
    ("submitted", ApproveMilestone,
     {"actor": CARLOS, "submission": 2, "amount": amount("100.00 EUR")}),
    ("submitted", ApproveMilestone,
     {"actor": CARLOS, "submission": 1, "amount": amount("99.99 EUR")}),
    ("working", WithdrawWork, {"actor": BINA, "amount": amount("99.99 EUR")}),
    ("heard", Rule, rule(held=amount("99.99 EUR"))),
    ("bound", AcceptTerms, {"actor": CARLOS, "fingerprint": "0" * 64}),
    ("invited", ClaimInvite, {"actor": CARLOS, "proof": "t" * 64, "fingerprint": "0" * 64}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "given"), STALE)
def test_what_was_shown_otherwise_is_stale(name: str, kind: Any, given: dict[str, Any]) -> None:
    no = answer(scene_at(name), kind, **given)
    assert no is not None
    assert no[0] is Stale


SEEN: list[tuple[str, Any, dict[str, Any]]] = [
    ("agreed", ClaimPaid, {"actor": CARLOS, "payer": words("C"), "paid_on": "x"}),
    ("payment claimed", RejectClaim, {"actor": TESS}),
    ("short", AskShortfall, {"actor": CARLOS}),
    ("shortfall asked", AcceptShortfall, {"actor": BINA, "amount": amount("60.00 EUR")}),
    ("agreed", CancelFunding, {"actor": BINA}),
    ("working", SubmitWork, handed()),
    ("submitted", TakeBackSubmission, {"actor": BINA}),
    ("submitted", ApproveMilestone,
     {"actor": CARLOS, "submission": 1, "amount": amount("100.00 EUR")}),
    ("submitted", RequestChanges, points()),
    ("revising", ContestPoint, {"actor": BINA, "item": 0, "words": words("no")}),
    ("submitted", ReleasePart, {"actor": CARLOS, "amount": Money(1, "EUR")}),
    ("working", WithdrawWork, {"actor": BINA, "amount": amount("100.00 EUR")}),
    ("late", CancelLate, {"actor": CARLOS}),
    ("cancelling", TakeBackCancel, {"actor": CARLOS}),
    ("cancelling", ObjectToCancel, {"actor": BINA, "words": words("no")}),
    ("submitted", OpenDispute, asked()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "given"), SEEN)
def test_a_press_on_what_has_moved_since_does_nothing(
    name: str, kind: Any, given: dict[str, Any]
) -> None:
    scene = scene_at(name)
    seen = scene.deal.milestone(1).seen
    for other in (seen - 1, seen + 1):
        no = answer(scene, kind, **given, seen=other)
        assert no is not None
        assert no[0] is Stale
    assert answer(scene, kind, **given) is None


@pytest.mark.parametrize("kind", [GoOn, DropRest])
@pytest.mark.parametrize("name", ["split", "withdrawn"])
def test_a_press_on_the_next_milestone_that_has_moved_since_does_nothing(
    name: str, kind: Any
) -> None:
    scene = scene_at(name)
    seen = scene.deal.milestone(2).seen
    if kind is GoOn and name == "withdrawn":
        no = answer(scene, kind, actor=CARLOS, milestone=2, seen=seen)
        assert no == (NotNow, "not-its-turn", {})
        return
    no = answer(scene, kind, actor=CARLOS, milestone=2, seen=seen - 1)
    assert no is not None
    assert no[0] is Stale
    assert answer(scene, kind, actor=CARLOS, milestone=2, seen=seen) is None


def test_preferences_have_so_many_rounds_and_the_last_of_them_is_one() -> None:
    scene = scene_at("submitted")
    for _ in range(2):
        assert answer(scene, RequestChanges, **points(PREFERENCE)) is None
        assert answer(scene, SubmitWork, **handed(answers=NOTES[:1])) is None
    no = (NotNow, "rounds-used", {"rounds": 2})
    assert answer(scene, RequestChanges, **points(DEFECT, PREFERENCE)) == no
    assert answer(scene, RequestChanges, **points(DEFECT)) is None


@pytest.mark.parametrize(
    ("small", "length", "least"),
    [(10001, 20, 20), (10001, 19, 20), (10000, 99, 100), (10000, 100, 100)],
)
def test_a_small_claim_is_below_what_the_operator_calls_small(
    small: int, length: int, least: int
) -> None:
    scene = scene_at("heard")
    scene.escrow.policy = replace(scene.policy, small_claim={"EUR": small, "USD": 10**6})
    told = {"least": least, "length": length}
    short = (BadInput, "reasons-too-short", told) if length < least else None
    assert answer(scene, Rule, **rule(reasons=words("x" * length))) == short


@pytest.mark.parametrize(
    "build",
    [
        lambda at: MeetDeadline(
            **at, key="review-ends:1", kind=DeadlineKind.REVIEW_ENDS, milestone=1, person=CARLOS,
            target=place("submitted").ctx.now,
        ),
        lambda at: NoticeServed(**at, milestone=1, opened_at=place("submitted").ctx.now),
        lambda at: NoticeUnserved(**at, milestone=1, opened_at=place("submitted").ctx.now),
        lambda at: ExtendClocks(
            **at, since=place("submitted").ctx.now, until=place("submitted").ctx.now + DAY
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("actor", [BINA, CARLOS, ARAM, TESS, RAIL])
def test_nobody_but_the_clock_says_what_the_clock_says(
    actor: Any, build: Callable[[dict[str, Any]], DealCommand]
) -> None:
    at = place("submitted")
    with pytest.raises(NotNow) as no:
        decide(at.deal, build({"actor": actor, "deal": at.deal.id}), at.ctx)
    assert no.value.key == "clock-only"
    decide(at.deal, build({"actor": SYSTEM, "deal": at.deal.id}), at.ctx)


@pytest.mark.parametrize("number", [0, -1, 3])
def test_there_are_no_other_milestones_than_those_agreed(number: int) -> None:
    with pytest.raises(NotYours) as no:
        place("agreed").deal.milestone(number)
    assert no.value.key == "no-such-milestone"


@pytest.mark.parametrize("number", [0, -1, 2])
def test_there_are_no_other_transfers_than_those_owed(number: int) -> None:
    deal = place("withdrawn").deal
    assert deal.transfer(1).number == 1
    with pytest.raises(NotYours) as no:
        deal.transfer(number)
    assert no.value.key == "no-such-transfer"


def test_there_is_no_other_deal_than_those_there_are() -> None:
    scene = Scene()
    with pytest.raises(NotYours) as no:
        scene.do(Say(actor=BINA, deal=DealId("00000000"), words=words("x")))
    assert no.value.key == "no-such-deal"


@pytest.mark.parametrize(
    ("gross", "refund"),
    [(10001, 0), (0, 10001), (5001, 5000), (-1, 0), (0, -1), (10001, -1), (-1, 10001)],
)
def test_no_more_leaves_a_hold_than_is_in_it(gross: int, refund: int) -> None:
    at = place("submitted")
    parts = Money(gross, "EUR"), Money(refund, "EUR")
    with pytest.raises(BadInput) as no:
        settle(at.deal, at.deal.milestone(1), at.ctx, Ground.RULING, *parts)
    assert (no.value.key, no.value.data) == ("above-held", HELD)


def test_what_is_confirmed_is_done_and_said_once_by_its_rail() -> None:
    scene = scene_at("withdrawn")
    assert answer(scene, ConfirmTransfer, actor=RAIL, transfer=1) is None
    before = scene.deal
    assert answer(scene, ConfirmTransfer, actor=RAIL, transfer=1) is None
    assert scene.deal == before
    done: Answer = (NotNow, "transfer-done", {})
    assert answer(scene, ConfirmTransfer, actor=TESS, transfer=1) == done
    assert answer(scene, FailTransfer, actor=RAIL, transfer=1, why="x") == done


def test_a_transfer_that_its_rail_confirms_under_another_id_is_kept_and_told_once() -> None:
    scene = scene_at("withdrawn")
    assert answer(scene, ConfirmTransfer, actor=RAIL, transfer=1, external_id="one") is None
    confirmed = scene.deal
    for again in ("one", "two", "two", "", "three", "two"):
        assert answer(scene, ConfirmTransfer, actor=RAIL, transfer=1, external_id=again) is None
    [first, *_] = scene.deal.transfers
    assert (first.external_id, first.also) == ("one", ("two", "three"))
    assert scene.deal.milestones == confirmed.milestones
    told = [n.data for n in scene.store.notices_to(DESK) if n.kind == "transfer-doubled"]
    assert [(data["known"], data["again"]) for data in told] == [("one", "two"), ("one", "three")]


def test_the_same_deposit_again_changes_nothing_and_another_amount_is_refused() -> None:
    scene = scene_at("agreed")
    assert answer(scene, ConfirmDeposit, **deposit()) is None
    before = scene.deal
    assert answer(scene, ConfirmDeposit, **deposit()) is None
    assert scene.deal == before
    elsewhere: Answer = (NotNow, "deposit-used-elsewhere", {})
    assert answer(scene, ConfirmDeposit, **deposit(amount=Money(1, "EUR"))) == elsewhere


def test_what_a_question_asks_is_answered_once() -> None:
    scene = scene_at("asked")
    said = {"actor": CARLOS, "number": 1, "words": words("a")}
    ask = {"actor": ARAM, "to": Role.CLIENT, "words": words("and?")}
    assert answer(scene, AskParty, **ask) is None
    assert answer(scene, AnswerQuestion, **said) is None
    assert answer(scene, AnswerQuestion, **said) == (NotNow, "no-question", {})
    assert answer(scene, AnswerQuestion, **said | {"number": 2}) is None


def test_a_ruling_relies_on_everything_of_the_case_and_on_what_was_said_across() -> None:
    at = place("heard")
    said = Exhibit(ExhibitKind.MESSAGE, 7)
    made = Rule(deal=at.deal.id, milestone=1, **rule(relied_on=(said,)))
    with pytest.raises(BadInput):
        decide(at.deal, made, at.ctx)
    facts = replace(at.ctx.facts, messages=frozenset({said}))
    ruled, _ = decide(at.deal, made, replace(at.ctx, facts=facts))
    assert ruled.disputes[0].stage is Stage.DECIDED


def test_a_context_that_asks_no_ear_goes_by_the_instant_itself() -> None:
    ctx: Context = place("submitted").ctx
    assert ctx.over(ctx.now)
    assert not ctx.over(ctx.now + SECOND)
    deaf = replace(ctx, heard=ctx.now - SECOND)
    assert not deaf.over(ctx.now)
    assert deaf.over(ctx.now - SECOND)


@pytest.mark.parametrize("kind", TransferKind)
def test_money_is_owed_to_the_two_of_a_deal_alone_by_the_rail_it_came_in_on(
    kind: TransferKind,
) -> None:
    at = place("submitted")
    m = at.deal.milestone(1)
    unpaid, unbound = replace(m, rail=None), replace(at.deal, invitee=None)
    _, due = owe(at.deal, m, at.ctx, kind, amount("1.00 EUR"))
    assert due.person == (BINA if kind is TransferKind.PAYOUT else CARLOS)
    with pytest.raises(ValueError, match="by the rail it came in on"):
        owe(at.deal, unpaid, at.ctx, kind, amount("1.00 EUR"))
    if kind is TransferKind.REFUND:
        with pytest.raises(ValueError, match="by the rail it came in on"):
            owe(unbound, m, at.ctx, kind, amount("1.00 EUR"))


def test_a_hold_belongs_to_a_deal_with_two_parties() -> None:
    at = place("submitted")
    role = replace(at.deal.terms, creator_role=Role.CLIENT)
    unbound = replace(at.deal, invitee=None, terms=role)
    parts = zero(), amount("1.00 EUR")
    with pytest.raises(ValueError, match="two parties"):
        settle(unbound, at.deal.milestone(1), at.ctx, Ground.RULING, *parts)
