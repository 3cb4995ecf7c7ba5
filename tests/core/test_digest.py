"""What comes without ringing is told once, with the morning; and who reads fewer reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from core.deal.context import Context, Staff
from core.deal.notice import ALWAYS, Notice
from core.deal.person import Person
from core.notices import wanted
from core.paying import ConfirmTransfer
from core.people import ChangeSettings, EraseMe
from core.talking import Say, TellDigest, WriteDiary, arrivals
from core.values.errors import NotNow
from core.values.ids import DESK, RAIL, SYSTEM, DealId, PersonId
from core.values.policy import Policy
from core.values.window import COSTS_NOTHING, DeadlineKind, next_at
from tests.kit.fakes import START
from tests.kit.scene import BINA, CARLOS, DAY, HOUR, Scene, at_once, with_policy, words

NINE = time(9)


def say(scene: Scene, by: PersonId) -> None:
    scene.do(Say(actor=by, deal=scene.deal_id, words=words("and the fonts?")))


def note(scene: Scene, by: PersonId) -> None:
    scene.do(WriteDiary(actor=by, deal=scene.deal_id, words=words("two drafts")))


def working() -> Scene:
    scene = Scene()
    scene.funded("100.00 EUR")
    return scene


def morning(scene: Scene) -> list[PersonId]:
    """The next nine o'clock, and who has a digest coming then."""
    scene.clock.to(next_at(scene.clock.now(), NINE, "UTC"))
    people = at_once(scene.store.digests(scene.clock.now(), 10))
    for person in people:
        scene.do(TellDigest(actor=SYSTEM, person=person))
    return list(people)


def digests(scene: Scene, person: PersonId) -> list[object]:
    found = [notice for notice in scene.store.notices_to(person) if notice.kind == "digest"]
    assert all(notice.ring for notice in found)
    return [notice.data["unread"] for notice in found]


def test_what_the_other_side_wrote_is_told_once_in_the_morning() -> None:
    scene = working()
    say(scene, BINA)
    note(scene, BINA)
    say(scene, BINA)
    assert digests(scene, CARLOS) == []
    assert morning(scene) == [CARLOS]
    assert digests(scene, CARLOS) == [[[scene.deal_id, 1, 2]]]
    assert digests(scene, BINA) == []
    assert morning(scene) == [], "and not on the day after"


def test_it_waits_for_the_morning() -> None:
    scene = working()
    say(scene, BINA)
    scene.clock.to(next_at(scene.clock.now(), NINE, "UTC") - timedelta(microseconds=1))
    assert at_once(scene.store.digests(scene.clock.now(), 10)) == []


def test_whoever_answered_reads_of_what_came_after_that() -> None:
    scene = working()
    say(scene, BINA)
    say(scene, BINA)
    say(scene, CARLOS)
    scene.clock.forward(HOUR)
    note(scene, BINA)
    morning(scene)
    assert digests(scene, CARLOS) == [[[scene.deal_id, 1, 0]]]
    assert digests(scene, BINA) == [], "what Carlos said was before Bina wrote on"


def test_whoever_did_anything_there_since_reads_none() -> None:
    scene = working()
    scene.submit()
    say(scene, BINA)
    scene.approve()
    assert morning(scene) == [CARLOS]
    assert digests(scene, CARLOS) == []
    assert morning(scene) == []


def test_all_deals_are_told_in_one_the_one_that_waits_longest_first() -> None:
    scene = working()
    first = scene.deal_id
    scene.funded("50.00 EUR")
    say(scene, BINA)
    scene.clock.forward(HOUR)
    second, scene.deal_id = scene.deal_id, first
    note(scene, BINA)
    morning(scene)
    assert digests(scene, CARLOS) == [[[second, 0, 1], [first, 1, 0]]]


def test_the_next_day_tells_what_the_day_before_did_not() -> None:
    scene = working()
    say(scene, BINA)
    morning(scene)
    say(scene, BINA)
    morning(scene)
    assert digests(scene, CARLOS) == [[[scene.deal_id, 0, 1]]] * 2


def test_whoever_wants_none_gets_none_and_nothing_is_saved_up() -> None:
    scene = working()
    scene.do(ChangeSettings(actor=CARLOS, no_digest=True))
    say(scene, BINA)
    morning(scene)
    scene.do(ChangeSettings(actor=CARLOS, no_digest=False))
    morning(scene)
    assert digests(scene, CARLOS) == []


def test_where_the_house_sends_none_nothing_waits_for_one() -> None:
    scene = with_policy(digest=None)
    scene.funded("100.00 EUR")
    say(scene, BINA)
    assert scene.store.rows.unread == {}


def test_once_the_house_sends_none_what_waited_for_one_is_not_told() -> None:
    scene = working()
    say(scene, BINA)
    scene.escrow.policy = replace(scene.policy, digest=None)
    morning(scene)
    scene.escrow.policy = scene.policy
    morning(scene)
    assert digests(scene, CARLOS) == []


def test_the_clock_alone_tells_it() -> None:
    scene = working()
    say(scene, BINA)
    scene.clock.forward(DAY)
    with pytest.raises(NotNow, match="clock-only"):
        scene.do(TellDigest(actor=BINA, person=CARLOS))


def test_whoever_is_erased_has_none_coming() -> None:
    scene = working()
    scene.submit()
    scene.approve()
    for transfer in scene.deal.transfers:
        scene.do(ConfirmTransfer(actor=RAIL, deal=scene.deal_id, transfer=transfer.number))
    say(scene, BINA)
    scene.do(EraseMe(actor=CARLOS))
    assert morning(scene) == []


@pytest.mark.parametrize(
    ("now", "zone", "then"),
    [
        ("2026-06-01T05:29", "Asia/Tehran", "2026-06-01T05:30"),
        ("2026-06-01T05:30", "Asia/Tehran", "2026-06-02T05:30"),
        ("2026-06-01T23:00", "America/New_York", "2026-06-02T13:00"),
        # The night in which the clock is put forward is an hour shorter, the other an hour longer.
        ("2026-03-28T12:00", "Europe/Madrid", "2026-03-29T07:00"),
        ("2026-10-24T12:00", "Europe/Madrid", "2026-10-25T08:00"),
    ],
)
def test_the_morning_is_that_of_the_readers_own_wall(now: str, zone: str, then: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert next_at(at, NINE, zone) == datetime.fromisoformat(then).replace(tzinfo=UTC)


def test_nothing_waits_for_the_desk_nor_for_somebody_who_was_never_met() -> None:
    ctx = Context(START, Policy(), Staff())
    deal = DealId("DEAL0001")
    owed = [Notice(to, "message-sent", deal, holds=ALWAYS) for to in (DESK, PersonId(9))]
    assert arrivals(owed, ctx) == []


# reminders


def _reminder(kind: DeadlineKind) -> Notice:
    data = {"key": f"{kind.value}:1", "due": START.isoformat()}
    return Notice(BINA, "reminded", DealId("DEAL0001"), data=data, holds=ALWAYS)


@pytest.mark.parametrize("kind", DeadlineKind)
def test_whoever_muted_reminders_still_reads_of_what_can_cost_money(kind: DeadlineKind) -> None:
    bina = Person(BINA, "Bina", None, "en", "UTC", START)
    muted = Person(BINA, "Bina", None, "en", "UTC", START, muted=True)
    assert wanted(_reminder(kind), bina)
    assert wanted(_reminder(kind), muted) is (kind not in COSTS_NOTHING)


def test_no_end_that_moves_money_or_brings_an_arbiter_can_be_muted() -> None:
    costly = {
        DeadlineKind.WORK_DUE,
        DeadlineKind.REVIEW_ENDS,
        DeadlineKind.ROUND_DUE,
        DeadlineKind.CONTEST_ENDS,
        DeadlineKind.FALLBACK,
        DeadlineKind.LATE_CANCEL_ENDS,
        DeadlineKind.FEE_CANCEL_ENDS,
        DeadlineKind.DORMANT,
        DeadlineKind.DISPUTE_ANSWER,
        DeadlineKind.QUESTION_ANSWER,
        DeadlineKind.RULING_FINAL,
        DeadlineKind.ABANDONED,
    }
    assert not costly & COSTS_NOTHING


def test_muting_reminders_mutes_nothing_else() -> None:
    muted = Person(BINA, "Bina", None, "en", "UTC", START, muted=True)
    for kind in ("work-submitted", "message-sent", "digest"):
        assert wanted(Notice(BINA, kind, None, holds=ALWAYS), muted)
