"""The one road that every command takes: once in effect, all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.deal.milestone import State
from core.deal.model import DealState
from core.deal.notice import ALWAYS, Notice, WhileOwed, WhileSeen
from core.drafting import EditTerms, SetTitle, StartDeal
from core.escrow import close_form, open_form, refusal_from
from core.notices import holds_true
from core.paying import ClaimPaid, ConfirmTransfer, FailTransfer
from core.people import MeetPerson
from core.ports import Answer, Expecting
from core.talking import Say, WriteDiary
from core.timing import NoticeServed
from core.values.errors import (
    Ambiguous,
    BadInput,
    NotNow,
    NotOffered,
    NotYours,
    OverLimit,
    Refusal,
    Stale,
)
from core.values.ids import RAIL, SYSTEM, DealId
from tests.kit.places import place
from tests.kit.scene import BINA, CARLOS, DAY, SAM, Scene, at_once, words

SAY: dict[str, Any] = {"actor": BINA, "words": words("hello")}


def working() -> Scene:
    scene = Scene()
    scene.funded()
    return scene


def say(scene: Scene, **changes: Any) -> Say:
    return Say(**{"deal": scene.deal_id, **SAY, **changes})


class Bell:
    """Counts how often the courier is woken."""

    def __init__(self, scene: Scene) -> None:
        self.rung = 0
        scene.escrow.woken = self

    def __call__(self) -> None:
        self.rung += 1


def test_the_courier_is_woken_when_somebody_is_owed_a_notice_and_not_otherwise() -> None:
    scene = working()
    bell = Bell(scene)
    scene.do(say(scene))
    assert bell.rung == 1
    scene.do(MeetPerson(actor=BINA, name="Bina B.", username=None, locale="en", zone="UTC"))
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("sketch")))
    assert bell.rung == 2
    with pytest.raises(Refusal):
        scene.do(say(scene, actor=SAM))
    assert bell.rung == 2


def test_a_request_that_comes_again_wakes_nobody_and_changes_nothing() -> None:
    scene = working()
    bell = Bell(scene)
    first = at_once(scene.escrow.execute(say(scene), request="r"))
    again = at_once(scene.escrow.execute(say(scene), request="r"))
    assert (first.replayed, again.replayed, bell.rung) == (False, True, 1)
    assert (again.deal, again.events) == (scene.deal, ())
    assert first.deal == scene.deal
    assert scene.told(CARLOS).count("message-sent") == 1


def test_what_names_no_request_is_done_each_time() -> None:
    scene = working()
    for _ in range(2):
        assert not at_once(scene.escrow.execute(say(scene))).replayed
    assert scene.told(CARLOS).count("message-sent") == 2
    assert {row.request for row in scene.store.journal[-2:]} == {None}


@pytest.mark.parametrize(
    "no",
    [
        NotYours("stranger"),
        NotNow("wrong-state", state="void", step="submit"),
        NotOffered("no-manual-rail"),
        BadInput("text-too-long", limit=1, length=2),
        OverLimit("too-many-files", limit=1),
        Ambiguous("amount-ambiguous", choices=[(1, "EUR")]),
        Stale(),
    ],
    ids=lambda no: type(no).__name__,
)
def test_a_refusal_is_remembered_as_it_was(no: Refusal) -> None:
    answer = Answer(None, no.key, type(no).__name__, no.data)
    again = refusal_from(answer)
    assert (type(again), again.key, again.data) == (type(no), no.key, no.data)


def test_a_refusal_that_was_kept_without_its_family_is_one_of_now() -> None:
    assert type(refusal_from(Answer(None, "gone", None, {}))) is NotNow
    assert type(refusal_from(Answer(None, "gone", "Unheard of", {}))) is NotNow


def test_a_press_that_is_refused_gets_its_answer_again_with_the_deal() -> None:
    scene = working()
    bell = Bell(scene)
    for replayed in (False, True):
        with pytest.raises(NotYours, match=r"^stranger$"):
            at_once(scene.escrow.execute(say(scene, actor=SAM), request="r"))
        assert ("r" in scene.store.requests) is True, replayed
    assert scene.store.requests["r"] == Answer(scene.deal_id, "stranger", "NotYours", {})
    assert bell.rung == 0


def test_asking_what_would_be_answered_keeps_nothing() -> None:
    scene = working()
    before = scene.store.rows.copy()
    bell = Bell(scene)
    at_once(scene.escrow.would(say(scene)))
    with pytest.raises(NotYours, match=r"^stranger$"):
        at_once(scene.escrow.would(say(scene, actor=SAM)))
    assert scene.store.rows == before
    assert bell.rung == 0


def test_time_passes_before_what_is_asked_and_stays_passed_when_that_is_refused() -> None:
    scene = Scene()
    scene.agreed()
    scene.clock.forward(8 * DAY)
    bell = Bell(scene)
    with pytest.raises(NotNow):
        scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="x")
    assert (scene.deal.state, bell.rung) == (DealState.CANCELLED, 1)


def test_what_time_owed_wakes_the_courier_also_where_the_press_owes_nothing() -> None:
    scene = Scene()
    scene.draft("1.00 EUR")
    scene.clock.forward(16 * DAY)
    bell = Bell(scene)
    edits = (SetTitle(words("Poster", "s")),)
    scene.do(EditTerms(actor=BINA, deal=scene.deal_id, edits=edits))
    assert (scene.told(BINA), bell.rung) == (["reminded"], 1)


def test_while_the_operator_has_paused_us_no_time_passes_for_anybody() -> None:
    scene = Scene()
    scene.agreed()
    scene.clock.forward(8 * DAY)
    scene.escrow.clocks_wait = True
    with pytest.raises(NotYours):
        scene.do(say(scene, actor=SAM))
    scene.do(say(scene))
    assert scene.state() is State.FUNDING
    scene.escrow.clocks_wait = False
    scene.do(say(scene))
    assert scene.deal.state is DealState.CANCELLED


def test_what_the_program_says_of_itself_lets_no_time_pass() -> None:
    scene = Scene()
    scene.submitted()
    clock = scene.m.window
    assert clock is not None
    scene.clock.forward(8 * DAY)
    scene.do(NoticeServed(actor=SYSTEM, deal=scene.deal_id, milestone=1, opened_at=clock.opened_at))
    assert scene.state() is State.SUBMITTED


def test_a_sweep_says_how_many_it_looked_at_and_takes_no_more() -> None:
    scene = Scene()
    for _ in range(3):
        scene.draft("1.00 EUR")
    scene.clock.forward(31 * DAY)
    bell = Bell(scene)
    assert at_once(scene.escrow.sweep(2)) == 2
    assert at_once(scene.escrow.sweep(2)) == 2
    assert bell.rung == 4, "for each that told somebody"
    while at_once(scene.escrow.sweep()):
        pass
    assert {deal.state for deal in scene.store.deals.values()} == {DealState.CANCELLED}
    assert at_once(scene.escrow.sweep()) == 0


def test_a_deadline_happens_once_it_is_due_and_the_deal_still_has_it() -> None:
    scene = Scene()
    scene.agreed()
    bell = Bell(scene)
    at_once(scene.escrow.meet(scene.deal_id, "funding-lapses:1"))
    at_once(scene.escrow.meet(scene.deal_id, "no-such-key"))
    at_once(scene.escrow.meet(DealId("00000000"), "funding-lapses:1"))
    assert (scene.state(), bell.rung) == (State.FUNDING, 0)
    scene.clock.forward(7 * DAY)
    at_once(scene.escrow.meet(scene.deal_id, "funding-lapses:1"))
    assert (scene.deal.state, bell.rung) == (DealState.CANCELLED, 1)


# Open forms


def form(**changes: Any) -> Expecting:
    given: dict[str, Any] = {"person": BINA, "bot": "parties", "what": "title"} | changes
    return Expecting(**given)


def test_a_form_is_written_with_what_it_belongs_to_and_closed_with_it() -> None:
    scene = Scene()
    begun = at_once(scene.escrow.execute(StartDeal(actor=BINA), form=open_form(form())))
    assert begun.deal is not None
    [kept] = scene.store.rows.forms_of(BINA, "parties")
    assert (kept.what, kept.deal) == ("title", begun.deal.id)
    scene.deal_id = begun.deal.id
    edit = EditTerms(actor=BINA, deal=scene.deal_id, edits=(SetTitle(words("Logo")),))
    close = close_form(BINA, "parties", "title")
    with pytest.raises(Refusal):
        at_once(scene.escrow.execute(replace(edit, actor=SAM), form=close))
    assert scene.store.rows.forms_of(BINA, "parties") == [kept]
    at_once(scene.escrow.execute(edit, form=close_form(BINA, "parties", "other")))
    assert scene.store.rows.forms_of(BINA, "parties") == [kept]
    at_once(scene.escrow.execute(edit, form=close))
    assert scene.store.rows.forms_of(BINA, "parties") == []


def test_a_form_that_names_its_deal_keeps_it() -> None:
    scene = working()
    other = replace(form(), deal=DealId("0123ABCD"))
    at_once(scene.escrow.execute(say(scene), form=open_form(other)))
    [kept] = scene.store.rows.forms_of(BINA, "parties")
    assert kept.deal == "0123ABCD"


def test_a_note_is_written_once_a_request() -> None:
    scene = Scene()
    notes: list[str] = []
    for request in ("a", "a", "b"):
        at_once(scene.escrow.note(lambda _uow, r=request: notes.append(r), request=request))  # type: ignore[misc]
    assert notes == ["a", "b"]


# Whether a notice is still worth sending


def test_a_notice_that_stays_true_is_always_sent() -> None:
    deal = place("submitted").deal
    assert holds_true(Notice(BINA, "x", deal.id, 1, holds=ALWAYS), deal)
    assert holds_true(Notice(BINA, "x", None, holds=WhileSeen(3)), None)


@pytest.mark.parametrize("by", [-1, 0, 1])
def test_a_notice_is_sent_only_while_all_stands_as_it_says(by: int) -> None:
    deal = place("submitted").deal
    m = deal.milestone(1)
    assert deal.seen != m.seen
    assert holds_true(Notice(BINA, "x", deal.id, 1, holds=WhileSeen(m.seen + by)), deal) is (
        by == 0
    )
    assert holds_true(Notice(BINA, "x", deal.id, holds=WhileSeen(deal.seen + by)), deal) is (
        by == 0
    )


def test_the_desk_is_told_of_a_transfer_until_it_is_confirmed() -> None:
    scene = Scene()
    scene.submitted()
    scene.approve()
    notice = Notice(BINA, "transfer-due", scene.deal_id, 1, holds=WhileOwed(1))
    assert holds_true(notice, scene.deal)
    scene.do(FailTransfer(actor=RAIL, deal=scene.deal_id, transfer=1, why="x"))
    assert holds_true(notice, scene.deal)
    scene.do(ConfirmTransfer(actor=RAIL, deal=scene.deal_id, transfer=1))
    assert not holds_true(notice, scene.deal)
