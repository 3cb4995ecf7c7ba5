"""What may be written into terms: each value at its bound, and the first one beyond it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from core.deal.commands import Command
from core.deal.model import DealState
from core.deal.terms import MilestoneTerms, Role, Rules, Terms
from core.drafting import (
    AddFile,
    DiscardEdits,
    Edit,
    EditTerms,
    RemoveFile,
    RemoveMilestone,
    SendTerms,
    SetCurrency,
    SetDescription,
    SetMilestone,
    SetRole,
    SetRules,
    SetTitle,
    StartDeal,
)
from core.drafting.events import DealStarted, TermsEdited
from core.inviting import AskInviter, ClaimInvite, ConfirmClaimant, CreateInvite, RefuseClaimant
from core.paying import CancelFunding
from core.values.errors import BadInput, NotNow, NotYours, OverLimit, Refusal
from core.values.ids import PersonId
from core.values.money import Money
from core.values.policy import OnSilence, Policy
from core.values.words import FileRef, Words
from tests.kit.scene import BINA, BOTH, CARLOS, DAY, SAM, Scene, amount, with_policy, words

SECOND = timedelta(seconds=1)
YEAR = 366 * DAY
LEAST_REVIEW = Policy().min_review
DAYS = {"days": 366}
SECONDS = {"seconds": int(LEAST_REVIEW.total_seconds())}
ROUNDS = {"most": 10}


def drafted(*amounts: str) -> Scene:
    scene = Scene()
    scene.draft(*(amounts or ("300.00 EUR",)))
    return scene


def edit(scene: Scene, *edits: Edit) -> Terms:
    """The terms after answers of their creator."""
    scene.do(EditTerms(actor=BINA, deal=scene.deal_id, edits=edits))
    return scene.deal.terms


def refused(scene: Scene, *edits: Edit) -> Refusal:
    before = scene.deal
    with pytest.raises(Refusal) as no:
        edit(scene, *edits)
    assert scene.deal == before, "a refusal changes nothing"
    return no.value


def no_of(refusal: Refusal) -> tuple[type, str, dict[str, object]]:
    return type(refusal), refusal.key, dict(refusal.data)


def lines(count: int) -> tuple[Words, ...]:
    return tuple(words(f"criterion {n}") for n in range(count))


def file(number: int, name: str = "a.png") -> FileRef:
    return FileRef(f"{number:064x}", name, "image/png", 10)


def filled(count: int) -> Scene:
    scene = drafted()
    edit(scene, *(AddFile(file(n)) for n in range(count)))
    return scene


# At the bound, and beyond it


@pytest.mark.parametrize(
    "within",
    [
        SetTitle(words("x" * 120)),
        SetMilestone(1, title=words("x" * 120)),
        SetMilestone(1, amount=Money(1, "EUR")),
        SetMilestone(1, duration=SECOND),
        SetMilestone(1, duration=YEAR),
        SetMilestone(1, criteria=lines(20)),
        SetMilestone(2, title=words("the next one")),
        SetRules(review_window=LEAST_REVIEW),
        SetRules(review_window=YEAR),
        SetRules(review_window_after_revision=LEAST_REVIEW),
        SetRules(review_window_after_revision=YEAR),
        SetRules(late_grace=SECOND),
        SetRules(late_grace=YEAR),
        SetRules(funding_window=SECOND),
        SetRules(funding_window=YEAR),
        SetRules(revision_rounds=0),
        SetRules(revision_rounds=10),
        SetCurrency("EUR"),
    ],
    ids=str,
)
def test_what_is_at_its_bound_can_be_agreed(within: Edit) -> None:
    scene = drafted()
    edit(scene, within)
    if isinstance(within, SetRules):
        name, value = next(
            (f.name, v) for f in fields(within) if (v := getattr(within, f.name)) is not None
        )
        assert getattr(scene.deal.terms.rules, name) == value
    if isinstance(within, SetMilestone):
        part = scene.deal.terms.milestones[within.number - 1]
        for name in ("title", "amount", "duration", "criteria"):
            wanted = getattr(within, name)
            assert wanted is None or getattr(part, name) == wanted


@pytest.mark.parametrize(
    ("beyond", "kind", "key", "data"),
    [
        (SetTitle(words("x" * 121)), BadInput, "text-too-long", {"limit": 120, "length": 121}),
        (
            SetMilestone(1, title=words("x" * 121)),
            BadInput,
            "text-too-long",
            {"limit": 120, "length": 121},
        ),
        (SetCurrency("ABC"), BadInput, "currency-unknown", {"currency": "ABC"}),
        (
            SetCurrency("GBP"),
            BadInput,
            "currency-not-here",
            {"currency": "GBP", "offered": "EUR USD"},
        ),
        (SetCurrency("USD"), BadInput, "currency-has-amounts", {}),
        (SetMilestone(0, title=words("x")), BadInput, "no-such-milestone", {}),
        (SetMilestone(-1, title=words("x")), BadInput, "no-such-milestone", {}),
        (SetMilestone(3, title=words("x")), BadInput, "no-such-milestone", {}),
        (
            SetMilestone(1, amount=Money(1, "USD")),
            BadInput,
            "amount-other-currency",
            {"currency": "EUR"},
        ),
        (SetMilestone(1, amount=Money(0, "EUR")), BadInput, "amount-not-positive", {}),
        (SetMilestone(1, amount=Money(-1, "EUR")), BadInput, "amount-not-positive", {}),
        (SetMilestone(1, duration=timedelta(0)), BadInput, "duration-out-of-range", DAYS),
        (SetMilestone(1, duration=-SECOND), BadInput, "duration-out-of-range", DAYS),
        (SetMilestone(1, duration=YEAR + SECOND), BadInput, "duration-out-of-range", DAYS),
        (SetMilestone(1, criteria=lines(21)), OverLimit, "too-many-criteria", {"limit": 20}),
        (
            SetRules(review_window=LEAST_REVIEW - SECOND),
            BadInput,
            "review-out-of-range",
            SECONDS,
        ),
        (SetRules(review_window=YEAR + SECOND), BadInput, "review-out-of-range", SECONDS),
        (
            SetRules(review_window_after_revision=LEAST_REVIEW - SECOND),
            BadInput,
            "review-out-of-range",
            SECONDS,
        ),
        (
            SetRules(review_window_after_revision=YEAR + SECOND),
            BadInput,
            "review-out-of-range",
            SECONDS,
        ),
        (SetRules(late_grace=timedelta(0)), BadInput, "duration-out-of-range", DAYS),
        (SetRules(late_grace=YEAR + SECOND), BadInput, "duration-out-of-range", DAYS),
        (SetRules(funding_window=timedelta(0)), BadInput, "duration-out-of-range", DAYS),
        (SetRules(funding_window=YEAR + SECOND), BadInput, "duration-out-of-range", DAYS),
        (SetRules(revision_rounds=-1), BadInput, "rounds-out-of-range", ROUNDS),
        (SetRules(revision_rounds=11), BadInput, "rounds-out-of-range", ROUNDS),
    ],
    ids=str,
)
def test_what_is_beyond_its_bound_is_refused_with_the_bound(
    beyond: Edit, kind: type, key: str, data: dict[str, object]
) -> None:
    assert no_of(refused(drafted(), beyond)) == (kind, key, data)


def test_a_deal_has_so_many_milestones_and_no_more() -> None:
    scene = with_policy(max_milestones=2)
    scene.draft("300.00 EUR", "200.00 EUR")
    no = refused(scene, SetMilestone(3, title=words("x")))
    assert no_of(no) == (OverLimit, "too-many-milestones", {"limit": 2})
    edit(scene, SetMilestone(2, title=words("the last")))


def test_terms_have_so_many_files_and_no_more() -> None:
    assert len(filled(20).deal.terms.files) == 20
    no = refused(filled(20), AddFile(file(20)))
    assert no_of(no) == (OverLimit, "too-many-files", {"limit": 20})


# What an answer changes, and what it leaves


def test_the_same_file_once_more_is_one_file_under_its_new_name() -> None:
    scene = filled(2)
    terms = edit(scene, AddFile(file(0, "b.png")))
    assert terms.files == (file(1), file(0, "b.png"))


def test_a_file_that_is_taken_out_leaves_the_others() -> None:
    assert edit(filled(3), RemoveFile(file(1).sha256)).files == (file(0), file(2))


def test_a_milestone_that_is_taken_out_moves_the_others_up() -> None:
    scene = drafted("1.00 EUR", "2.00 EUR", "3.00 EUR")
    terms = edit(scene, RemoveMilestone(2))
    assert [m.amount for m in terms.milestones] == [amount("1.00 EUR"), amount("3.00 EUR")]
    assert terms.total == amount("4.00 EUR")


def test_an_answer_on_a_milestone_leaves_its_other_answers() -> None:
    scene = drafted()
    before = scene.deal.terms.milestones[0]
    for change in (
        {"title": words("Logo, round")},
        {"amount": amount("1.00 EUR")},
        {"duration": DAY},
        {"criteria": lines(3)},
    ):
        before = replace(before, **change)
        assert edit(scene, SetMilestone(1, **change)).milestones == (before,)


def test_a_new_milestone_has_what_was_said_and_the_rest_is_missing() -> None:
    terms = edit(drafted(), SetMilestone(2, duration=DAY))
    assert terms.milestones[1] == MilestoneTerms(duration=DAY)
    assert terms.gaps() == ("milestone-title", "milestone-amount", "milestone-criteria")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("review_window", 4 * DAY),
        ("review_window_after_revision", 4 * DAY),
        ("on_silence", OnSilence.RELEASE),
        ("revision_rounds", 0),
        ("late_grace", 3 * DAY),
        ("funding_window", 2 * DAY),
    ],
)
def test_a_rule_that_is_set_leaves_the_others(name: str, value: Any) -> None:
    scene = drafted()
    usual = Rules.default(scene.policy)
    assert scene.deal.terms.rules == usual
    set_rule: Any = {name: value}
    assert edit(scene, SetRules(**set_rule)).rules == replace(usual, **set_rule)
    assert edit(scene, SetRules()).rules == replace(usual, **set_rule)


def test_each_answer_is_kept_and_told_by_its_path() -> None:
    scene = drafted()
    edits = (
        SetRole(Role.CLIENT),
        SetTitle(words("Poster", "s1")),
        SetDescription(words("for the fair", "s2")),
    )
    done = scene.do(EditTerms(actor=BINA, deal=scene.deal_id, edits=edits))
    terms = scene.deal.terms
    assert (terms.creator_role, str(terms.title), str(terms.description)) == (
        Role.CLIENT, "Poster", "for the fair",
    )  # fmt: skip
    [told] = [event for event in done.events if isinstance(event, TermsEdited)]
    assert set(told.fields) == {"creator_role", "title", "description"}
    assert edit(scene, SetDescription(None)).description is None


def test_each_answer_gives_the_draft_its_time_anew() -> None:
    scene = drafted()
    scene.clock.forward(29 * DAY)
    edit(scene, SetTitle(words("Poster", "s")))
    assert scene.deal.window is not None
    assert scene.deal.window.opened_at == scene.clock.now()
    assert scene.deal.window.length == scene.policy.draft_idle


def test_a_currency_may_change_while_nothing_has_a_price() -> None:
    scene = drafted()
    terms = edit(scene, RemoveMilestone(1), SetMilestone(1, duration=DAY), SetCurrency("USD"))
    assert (terms.currency, terms.total) == ("USD", Money(0, "USD"))


# Limits of the operator


def test_a_deal_may_be_as_large_as_the_operator_says() -> None:
    scene = with_policy(max_deal={"EUR": 30000, "USD": 1})
    scene.draft("300.00 EUR")
    no = refused(scene, SetMilestone(1, amount=amount("300.01 EUR")))
    assert no_of(no) == (OverLimit, "deal-too-large", {"limit": (30000, "EUR")})


def test_real_money_needs_a_threshold_in_its_currency_and_stays_below_it() -> None:
    scene = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 30000})
    scene.draft("299.99 EUR")
    no = refused(scene, SetMilestone(1, amount=amount("300.00 EUR")))
    data = {"limit": (30000, "EUR"), "lacks": "treasurers"}
    assert no_of(no) == (OverLimit, "four-eyes-cap", data)
    scene.escrow.policy = replace(scene.policy, four_eyes_threshold={"USD": 30000})
    no = refused(scene, SetTitle(words("x")))
    assert no_of(no) == (OverLimit, "currency-without-threshold", {"currency": "EUR"})


def test_play_money_has_no_threshold() -> None:
    scene = with_policy(four_eyes_threshold={"EUR": 1})
    scene.draft("300.00 EUR")
    assert scene.deal.terms.total == amount("300.00 EUR")


def test_terms_without_a_currency_have_no_limit_yet() -> None:
    scene = with_policy(rails=BOTH)
    begun = scene.do(StartDeal(actor=BINA)).deal
    assert begun is not None
    scene.deal_id = begun.id
    assert edit(scene, SetTitle(words("Logo"))).total is None


# How a draft begins


def start(scene: Scene, **rest: Any) -> Terms:
    done = scene.do(StartDeal(actor=BINA, **rest))
    assert done.deal is not None
    assert done.events == (DealStarted(BINA),)
    assert (done.deal.state, done.deal.creator) == (DealState.DRAFT, BINA)
    return done.deal.terms


def test_a_draft_begins_with_what_is_known_and_the_operators_rules() -> None:
    scene = with_policy(fee_bps=250, late_grace=2 * DAY)
    assert start(scene, role=Role.CLIENT, currency="USD") == Terms(
        Rules.default(scene.policy), creator_role=Role.CLIENT, currency="USD", fee_bps=250
    )
    assert scene.policy.late_grace == start(scene).rules.late_grace


@pytest.mark.parametrize(("offered", "begins"), [(("EUR",), "EUR"), (("EUR", "USD"), None)])
def test_the_only_currency_need_not_be_chosen(offered: tuple[str, ...], begins: str | None) -> None:
    assert start(with_policy(currencies=offered)).currency == begins


def test_a_person_begins_so_many_drafts_and_no_more() -> None:
    scene = with_policy(max_drafts=2)
    start(scene)
    start(scene)
    with pytest.raises(OverLimit) as no:
        start(scene)
    assert no_of(no.value) == (OverLimit, "too-many-drafts", {"limit": 2})


def test_what_is_missing_is_asked_in_its_order() -> None:
    scene = Scene()
    begun = scene.do(StartDeal(actor=BINA)).deal
    assert begun is not None
    scene.deal_id = begun.id
    assert scene.deal.terms.gaps() == ("role", "title", "currency", "milestone")
    send = CreateInvite(
        actor=BINA, deal=scene.deal_id, nonce="n", token_hash="t", code_hash="c", locale="en"
    )
    with pytest.raises(BadInput) as no:
        scene.do(send)
    gaps = {"gaps": ["role", "title", "currency", "milestone"]}
    assert no_of(no.value) == (BadInput, "terms-incomplete", gaps)


# Around the invite


PROOF = "t" * 64


def nobody_else(scene: Scene, command: Command) -> tuple[type, str, dict[str, object]]:
    with pytest.raises(Refusal) as no:
        scene.do(command)
    return no_of(no.value)


def test_so_many_wait_to_be_confirmed_and_so_many_may_ask() -> None:
    scene = Scene()
    scene.invited()
    for number in range(3):
        scene.claimed(PersonId(2001 + number))
    claim = ClaimInvite(actor=SAM, deal=scene.deal_id, proof=PROOF)
    assert nobody_else(scene, claim) == (OverLimit, "claims-full", {"limit": 3})
    ask = AskInviter(actor=SAM, deal=scene.deal_id, proof=PROOF, words=words("when?"))
    for number in range(10):
        scene.do(replace(ask, actor=PersonId(3001 + number)))
    assert nobody_else(scene, ask) == (OverLimit, "too-many-questions", {"limit": 10})
    scene.do(replace(ask, actor=PersonId(3001)))
    assert len(scene.deal.asked) == 10


def test_versions_go_back_and_forth_so_often() -> None:
    scene = with_policy(max_versions=1)
    scene.invited()
    scene.claimed(accepts=False)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    edits = (SetTitle(words("Two logos", "s")),)
    scene.do(EditTerms(actor=CARLOS, deal=scene.deal_id, edits=edits))
    send = SendTerms(actor=CARLOS, deal=scene.deal_id)
    assert nobody_else(scene, send) == (OverLimit, "too-many-versions", {"limit": 1})


def test_the_link_shows_the_terms_to_whom_it_may_concern_alone() -> None:
    scene = Scene()
    scene.invited()
    claim = ClaimInvite(actor=CARLOS, deal=scene.deal_id, proof=PROOF)
    assert nobody_else(scene, replace(claim, proof="x")) == (NotYours, "invite-unknown", {})
    assert nobody_else(scene, replace(claim, actor=BINA)) == (NotYours, "own-invite", {})
    scene.claimed()
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    assert nobody_else(scene, replace(claim, actor=SAM)) == (NotNow, "invite-used", {})
    scene.do(CancelFunding(actor=BINA, deal=scene.deal_id, milestone=1, seen=scene.m.seen))
    over = (NotNow, "invite-over", {"why": "unfunded"})
    assert nobody_else(scene, replace(claim, actor=SAM)) == over


def test_who_is_bound_claims_no_more() -> None:
    scene = Scene()
    scene.invited()
    scene.claimed(accepts=False)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    claim = ClaimInvite(actor=CARLOS, deal=scene.deal_id, proof=PROOF)
    assert nobody_else(scene, claim) == (NotNow, "invite-used", {})


@pytest.mark.parametrize("command", [ConfirmClaimant, RefuseClaimant])
def test_only_who_waits_is_confirmed_or_refused(command: Any) -> None:
    scene = Scene()
    scene.invited()
    no = command(actor=BINA, deal=scene.deal_id, person=SAM)
    assert nobody_else(scene, no) == (NotNow, "nobody-waits", {})
    scene.claimed()
    assert nobody_else(scene, no) == (NotNow, "nobody-waits", {})


def test_who_edits_nothing_has_nothing_to_throw_away() -> None:
    scene = Scene()
    scene.invited()
    discard = DiscardEdits(actor=BINA, deal=scene.deal_id)
    assert nobody_else(scene, discard) == (NotNow, "nothing-changed", {})


def test_what_was_begun_by_one_side_is_not_the_others_to_throw_away() -> None:
    scene = Scene()
    scene.invited()
    scene.claimed(accepts=False)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    edits = (SetTitle(words("Two logos", "s")),)
    scene.do(EditTerms(actor=CARLOS, deal=scene.deal_id, edits=edits))
    discard = DiscardEdits(actor=BINA, deal=scene.deal_id)
    assert nobody_else(scene, discard) == (NotNow, "nothing-changed", {})
    scene.do(replace(discard, actor=CARLOS))
    assert scene.deal.working is None


def test_a_claimants_changes_are_thrown_away_with_their_yes_to_them() -> None:
    scene = Scene()
    scene.invited()
    scene.claimed(accepts=False)
    edits = (SetTitle(words("Two logos", "s")),)
    scene.do(EditTerms(actor=CARLOS, deal=scene.deal_id, edits=edits))
    scene.do(SendTerms(actor=CARLOS, deal=scene.deal_id))
    [claim] = scene.deal.claims
    assert claim.sent is not None
    scene.do(DiscardEdits(actor=CARLOS, deal=scene.deal_id))
    [claim] = scene.deal.claims
    assert (claim.counter, claim.sent) == (None, None)


def test_a_claimants_edit_takes_back_what_they_sent_before() -> None:
    scene = Scene()
    scene.invited()
    scene.claimed(accepts=False)
    for title in ("Two logos", "Three logos"):
        edits = (SetTitle(words(title, title)),)
        scene.do(EditTerms(actor=CARLOS, deal=scene.deal_id, edits=edits))
        [claim] = scene.deal.claims
        assert (claim.sent, claim.acceptance) == (None, None)
        assert claim.counter is not None
        assert str(claim.counter.title) == title
        scene.do(SendTerms(actor=CARLOS, deal=scene.deal_id))
