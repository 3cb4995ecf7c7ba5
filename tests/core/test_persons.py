"""What people may change about themselves: their settings, where they are paid."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.deal.commands import Command
from core.deal.context import Context
from core.deal.person import ERASED, Person
from core.deal.terms import Role
from core.decide import decide_for_person
from core.drafting import StartDeal
from core.paying import ConfirmTransfer
from core.people import (
    ChangeSettings,
    DestinationSet,
    EraseMe,
    MarkReachable,
    MeetPerson,
    PersonErased,
    PersonMet,
    SetDestination,
    SettingsChanged,
)
from core.talking import AnswerHelp, AskHelp, MessageSent, Say
from core.values.errors import BadInput, NotNow, NotYours, Refusal
from core.values.ids import DESK, RAIL, SYSTEM, PersonId
from core.values.policy import Policy
from tests.kit.fakes import START
from tests.kit.scene import ARAM, BINA, CARLOS, DAY, FILE, SAM, STAFF, TESS, Scene, words

WAIT = timedelta(hours=72)
OLD, NEW, OTHER = "NL01 BINA", "NL02 NEW", "NL03 OTHER"


def paid_to(scene: Scene, details: str) -> None:
    scene.do(SetDestination(actor=BINA, currency="EUR", details=details))


def where(scene: Scene, later: timedelta = timedelta(0)) -> str:
    """Where a payout would go."""
    found = scene.store.people[BINA].destination("EUR")
    assert found is not None
    return found.at(scene.clock.now() + later)


def test_the_first_place_to_be_paid_counts_at_once() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    assert where(scene) == OLD


def test_a_changed_place_to_be_paid_waits_whatever_is_held_or_owed() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    scene.clock.forward(30 * DAY)
    paid_to(scene, NEW)
    assert where(scene, WAIT - timedelta(seconds=1)) == OLD
    assert where(scene, WAIT) == NEW
    assert scene.told(BINA).count("destination-set") == 2


def test_typing_the_same_account_again_does_not_restart_the_wait() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    paid_to(scene, NEW)
    scene.clock.forward(2 * DAY)
    paid_to(scene, NEW)
    scene.clock.forward(DAY)
    assert where(scene) == NEW
    assert scene.told(BINA).count("destination-set") == 2


def test_going_back_to_where_one_is_paid_takes_a_change_back_at_once() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    paid_to(scene, NEW)
    paid_to(scene, OLD)
    assert where(scene, 2 * WAIT) == OLD


def test_a_change_of_a_change_waits_anew_and_the_place_in_force_stays_until_then() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    paid_to(scene, NEW)
    scene.clock.forward(2 * DAY)
    paid_to(scene, OTHER)
    assert where(scene, WAIT - timedelta(seconds=1)) == OLD
    assert where(scene, WAIT) == OTHER


# Who they are


def met(person: PersonId = BINA, **changes: Any) -> MeetPerson:
    as_told = {"name": "Bina", "username": None, "locale": "en", "zone": "UTC"}
    return MeetPerson(actor=person, **(as_told | changes))


def settings(**changes: Any) -> ChangeSettings:
    return ChangeSettings(actor=BINA, **changes)


def refused(scene: Scene, command: Command) -> Refusal:
    before = dict(scene.store.people)
    with pytest.raises(Refusal) as no:
        scene.do(command)
    assert dict(scene.store.people) == before, "a refusal changes nothing"
    return no.value


@pytest.mark.parametrize(
    "command",
    [
        ChangeSettings(actor=TESS, locale="fa"),
        SetDestination(actor=TESS, currency="EUR", details=OLD),
        MarkReachable(actor=SYSTEM, person=TESS, reachable=False),
        AskHelp(actor=TESS, about=None, words=words("hello")),
    ],
    ids=lambda command: type(command).__name__,
)
def test_whom_we_never_met_has_nothing_to_change(command: Command) -> None:
    no = refused(Scene(), command)
    assert (type(no), no.key) == (NotYours, "stranger")


def test_who_comes_back_as_they_were_is_no_news() -> None:
    scene = Scene()
    assert scene.do(met()).events == ()


def test_who_is_met_is_called_what_they_are_called_now_and_can_be_reached() -> None:
    scene = Scene()
    scene.do(MarkReachable(actor=SYSTEM, person=BINA, reachable=False))
    assert scene.do(met(name="Bina B.", username="bina")).events == (PersonMet(BINA),)
    person = scene.store.people[BINA]
    assert (person.name, person.username, person.unreachable) == ("Bina B.", "bina", False)


def test_a_new_person_is_kept_as_telegram_tells_them() -> None:
    scene = Scene()
    scene.do(met(TESS, name="Tess", username="tess", locale="fa", zone="Asia/Tehran"))
    person = scene.store.people[TESS]
    assert person == Person(TESS, "Tess", "tess", "fa", "Asia/Tehran", scene.clock.now())


def test_the_language_follows_telegram_until_it_is_chosen_here() -> None:
    scene = Scene()
    scene.do(met(locale="fa"))
    assert scene.store.people[BINA].locale == "fa"
    scene.do(settings(locale="en"))
    scene.do(met(locale="fa"))
    person = scene.store.people[BINA]
    assert (person.locale, person.chosen_locale) == ("en", True)


def test_whether_they_can_be_reached_is_kept_as_telegram_says_it() -> None:
    scene = Scene()
    for reachable in (False, False, True, True):
        scene.do(MarkReachable(actor=SYSTEM, person=BINA, reachable=reachable))
        assert scene.store.people[BINA].unreachable is not reachable


def test_a_person_can_be_reached_as_they_were_and_nothing_is_saved() -> None:
    person = Scene().store.people[BINA]
    ctx = Context(person.since, Policy(), STAFF)
    same = MarkReachable(actor=SYSTEM, person=BINA, reachable=True)
    assert decide_for_person(person, same, ctx) == (None, ())
    other = decide_for_person(person, replace(same, reachable=False), ctx)
    assert other == (replace(person, unreachable=True), ())


# What they set


@pytest.mark.parametrize(
    ("changes", "moved"),
    [
        ({"locale": "fa"}, ("locale",)),
        ({"zone": "Asia/Tehran"}, ("zone",)),
        ({"phrase": "blue whale"}, ("phrase",)),
        ({"locale": "fa", "zone": "Asia/Tehran", "phrase": "x"}, ("locale", "zone", "phrase")),
        ({"locale": "en"}, ()),
    ],
)
def test_what_was_set_is_told_by_name(changes: dict[str, str], moved: tuple[str, ...]) -> None:
    scene = Scene()
    before = scene.store.people[BINA]
    assert scene.do(settings(**changes)).events == (SettingsChanged(BINA, moved),)
    person = scene.store.people[BINA]
    kept = {name: getattr(before, name) for name in ("locale", "zone", "phrase")}
    assert {name: getattr(person, name) for name in kept} == kept | changes


def test_setting_what_is_set_changes_nothing() -> None:
    scene = Scene()
    scene.do(settings(locale="en", phrase="blue whale"))
    same = settings(locale="en", zone="UTC", phrase="blue whale")
    assert scene.do(same).events == ()
    assert scene.do(settings()).events == ()


def test_an_empty_phrase_takes_it_away() -> None:
    scene = Scene()
    scene.do(settings(phrase="blue whale"))
    scene.do(settings(phrase=""))
    assert scene.store.people[BINA].phrase is None


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "/etc/passwd", "Europe"])
def test_a_time_zone_is_one_that_there_is(zone: str) -> None:
    no = refused(Scene(), settings(zone=zone))
    assert (type(no), no.key) == (BadInput, "zone-unknown")


def test_a_phrase_has_sixty_characters_at_most() -> None:
    scene = Scene()
    no = refused(scene, settings(phrase="x" * 61))
    assert (no.key, no.data) == ("text-too-long", {"limit": 60, "length": 61})
    scene.do(settings(phrase="x" * 60))
    assert scene.store.people[BINA].phrase == "x" * 60


def test_where_one_is_paid_is_said_in_five_hundred_characters_at_most() -> None:
    scene = Scene()
    command = SetDestination(actor=BINA, currency="EUR", details="x" * 501)
    no = refused(scene, command)
    assert (no.key, no.data) == ("text-too-long", {"limit": 500, "length": 501})
    paid_to(scene, "x" * 500)
    assert where(scene) == "x" * 500


def test_one_is_paid_in_a_currency_that_there_is() -> None:
    no = refused(Scene(), SetDestination(actor=BINA, currency="ABC", details=OLD))
    assert (no.key, no.data) == ("currency-unknown", {"currency": "ABC"})


def test_each_currency_has_its_own_place_to_be_paid() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    set_usd = SetDestination(actor=BINA, currency="USD", details=NEW)
    told = scene.do(set_usd).events
    assert told == (DestinationSet(BINA, "USD", scene.clock.now()),)
    assert where(scene) == OLD
    person = scene.store.people[BINA]
    assert {d.currency: d.details for d in person.destinations} == {"EUR": OLD, "USD": NEW}
    assert person.destination("GBP") is None


# Their line to the desk


def test_a_call_for_help_reaches_the_desk_with_all_that_was_sent() -> None:
    scene = Scene()
    scene.do(AskHelp(actor=BINA, about=None, words=words("where is it?"), files=(FILE,)))
    notice = scene.notice(DESK, "stranger-asked")
    assert (notice.data["person"], notice.words, notice.files) == (
        BINA, words("where is it?"), (FILE,),
    )  # fmt: skip


def test_whoever_has_a_deal_asks_as_somebody_whom_the_desk_knows() -> None:
    scene = Scene()
    ask = AskHelp(actor=BINA, about=None, words=words("where is it?"))
    scene.do(StartDeal(actor=BINA, role=Role.FREELANCER))
    scene.do(ask)
    assert scene.store.notices_to(DESK)[-1].kind == "stranger-asked", "anybody can begin a draft"
    scene.agreed()
    scene.do(ask)
    told = scene.store.notices_to(DESK)[-1]
    assert (told.kind, told.data) == ("help-asked", {"person": BINA})


def test_the_desks_answer_reaches_who_asked_with_all_that_was_sent() -> None:
    scene = Scene()
    said = words("it is on its way")
    scene.do(AnswerHelp(actor=ARAM, to=BINA, about=None, words=said, files=(FILE,)))
    notice = scene.notice(BINA, "help-answered")
    assert (notice.words, notice.files) == (said, (FILE,))


def test_a_changed_place_to_be_paid_is_told_with_the_day_from_which_it_counts() -> None:
    scene = Scene()
    paid_to(scene, OLD)
    paid_to(scene, NEW)
    counts = (scene.clock.now() + WAIT).isoformat()
    assert scene.notice(BINA, "destination-set").data == {"currency": "EUR", "from_at": counts}


# forgotten


def ended() -> Scene:
    """A deal that was paid out and is over."""
    scene = Scene()
    paid_to(scene, OLD)
    scene.submitted("300.00 EUR")
    scene.do(Say(actor=BINA, deal=scene.deal_id, words=words("the password is logo")))
    scene.approve()
    return scene


def test_who_asks_to_be_forgotten_waits_until_the_last_money_has_arrived() -> None:
    scene = ended()
    for person in (BINA, CARLOS):
        with pytest.raises(NotNow, match="still-open"):
            scene.do(EraseMe(actor=person))
    scene.do(ConfirmTransfer(actor=RAIL, deal=scene.deal_id, transfer=1, external_id="t1"))
    outcome = scene.do(EraseMe(actor=BINA))
    assert outcome.events == (PersonErased(BINA),)


@pytest.mark.parametrize("begin", ["draft", "invited", "funded"])
def test_nobody_is_forgotten_while_anything_is_open(begin: str) -> None:
    scene = Scene()
    getattr(scene, begin)("300.00 EUR")
    with pytest.raises(NotNow, match="still-open") as refused:
        scene.do(EraseMe(actor=BINA))
    assert refused.value.data == {"deals": scene.deal_id, "count": 1}


def test_of_many_that_are_open_the_first_are_named() -> None:
    scene = Scene()
    for _ in range(7):
        scene.draft("300.00 EUR")
    with pytest.raises(NotNow, match="still-open") as refused:
        scene.do(EraseMe(actor=BINA))
    assert refused.value.data["count"] == 7
    assert len(str(refused.value.data["deals"]).split(", ")) == 5


def test_what_they_wrote_and_are_called_goes_and_what_both_accepted_stays_proven() -> None:
    scene = ended()
    scene.do(ConfirmTransfer(actor=RAIL, deal=scene.deal_id, transfer=1, external_id="t1"))
    scene.do(EraseMe(actor=BINA))
    assert scene.store.people[BINA] == Person(BINA, ERASED, None, "en", "UTC", START)
    assert str(scene.deal.terms.title) == ""
    [said] = scene.happened(MessageSent)
    assert isinstance(said, MessageSent)
    assert str(said.words) == ""
    agreement = scene.deal.agreement
    assert agreement is not None
    assert agreement.terms.fingerprint(agreement.version) == agreement.fingerprint
    assert scene.store.people[CARLOS].name == "Carlos"
    scene.assert_books_balance()


def test_who_writes_again_is_met_as_somebody_new() -> None:
    scene = Scene()
    scene.do(EraseMe(actor=SAM))
    scene.do(MeetPerson(actor=SAM, name="Sam", username=None, locale="en", zone="UTC"))
    assert scene.store.people[SAM].name == "Sam"
