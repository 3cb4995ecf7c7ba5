"""From the invite to the agreement of the same fingerprint."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.deal.commands import Command
from core.deal.context import Staff
from core.deal.events import DealAgreed, DealCancelled
from core.deal.milestone import State
from core.deal.model import DealState
from core.deal.terms import Role, diff
from core.drafting import (
    DiscardEdits,
    Edit,
    EditTerms,
    RemoveMilestone,
    SendTerms,
    SetCurrency,
    SetMilestone,
    SetRole,
    SetRules,
    SetTitle,
    StartDeal,
)
from core.inviting import (
    AcceptTerms,
    AnswerInvited,
    AskInviter,
    ClaimInvite,
    ConfirmClaimant,
    CreateInvite,
    DeclineInvite,
    RenewInvite,
)
from core.inviting.events import ClaimEnded
from core.values.errors import BadInput, NotNow, NotYours, OverLimit, Refusal, Stale
from core.values.ids import PersonId
from core.values.money import Money
from core.values.policy import Policy
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    SAM,
    TESS,
    Scene,
    amount,
    at_once,
    with_policy,
    words,
)

PROOF = "t" * 64


def refused(scene: Scene, command: Command) -> Refusal:
    before = dict(scene.store.deals)
    with pytest.raises(Refusal) as no:
        scene.do(command)
    assert dict(scene.store.deals) == before, "a refusal changes nothing"
    return no.value


def invitation(scene: Scene) -> CreateInvite:
    return CreateInvite(
        actor=BINA, deal=scene.deal_id, nonce="n", token_hash="u", code_hash="d", locale="en"
    )


def test_a_deal_is_agreed_when_both_accepted_the_same_fingerprint() -> None:
    scene = Scene()
    scene.agreed("300.00 EUR")
    agreement = scene.deal.agreement
    assert scene.deal.state is DealState.AGREED
    assert agreement is not None
    assert {a.person for a in agreement.acceptances} == {BINA, CARLOS}
    assert {a.fingerprint for a in agreement.acceptances} == {agreement.fingerprint}
    assert scene.state() is State.FUNDING
    assert scene.told(CARLOS)[-1] == "deal-agreed"
    assert "deal-agreed" not in scene.told(BINA), "who said yes sees it on their card"


def test_an_invite_needs_complete_terms() -> None:
    scene = Scene()
    scene.draft()
    no = refused(scene, invitation(scene))
    assert no.key == "terms-incomplete"
    assert no.data["gaps"] == ["milestone"]


def test_nobody_claims_their_own_invite() -> None:
    scene = Scene()
    scene.invited()
    no = refused(scene, ClaimInvite(actor=BINA, deal=scene.deal_id, proof=PROOF))
    assert (type(no), no.key) == (NotYours, "own-invite")


def test_a_claim_needs_the_secret_of_the_link() -> None:
    scene = Scene()
    scene.invited()
    assert (
        refused(scene, ClaimInvite(actor=SAM, deal=scene.deal_id, proof="x")).key
        == "invite-unknown"
    )


def test_a_stranger_who_follows_a_forwarded_link_binds_nobody() -> None:
    scene = Scene()
    scene.invited()
    scene.claimed(SAM)
    scene.claimed(CARLOS)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    assert scene.deal.invitee == CARLOS
    assert [e for e in scene.happened(ClaimEnded) if e == ClaimEnded(SAM, "another")]
    assert "claim-ended" in scene.told(SAM)
    assert (
        refused(scene, ClaimInvite(actor=SAM, deal=scene.deal_id, proof=PROOF)).key == "invite-used"
    )


def test_at_most_three_claimants_wait() -> None:
    scene = Scene()
    scene.invited()
    for person in (SAM, CARLOS, PersonId(2001)):
        scene.claimed(person)
    no = refused(scene, ClaimInvite(actor=PersonId(2002), deal=scene.deal_id, proof=PROOF))
    assert (type(no), no.key) == (OverLimit, "claims-full")


def test_a_claimant_who_declines_ends_only_their_own_claim() -> None:
    scene = Scene()
    scene.invited()
    scene.claimed(SAM)
    scene.claimed(CARLOS)
    scene.do(DeclineInvite(actor=SAM, deal=scene.deal_id))
    assert scene.deal.state is DealState.INVITED
    assert [claim.person for claim in scene.deal.claims] == [CARLOS]


def test_who_declines_again_is_answered_and_rings_nobody() -> None:
    scene = Scene()
    scene.invited()
    no = DeclineInvite(actor=SAM, deal=scene.deal_id, proof=PROOF)
    for _ in range(3):
        scene.do(no)
    scene.do(replace(no, actor=CARLOS))
    assert scene.told(BINA).count("claim-declined") == 2


def test_a_no_to_another_link_is_told_of_again() -> None:
    scene = Scene()
    scene.invited()
    no = DeclineInvite(actor=SAM, deal=scene.deal_id, proof=PROOF)
    scene.do(no)
    scene.do(
        RenewInvite(
            actor=BINA, deal=scene.deal_id, nonce="m", token_hash="u" * 64, code_hash="d" * 64
        )
    )
    scene.do(replace(no, proof="u" * 64))
    assert scene.told(BINA).count("claim-declined") == 2


def test_who_claims_after_declining_and_declines_again_is_told_of_again() -> None:
    scene = Scene()
    scene.invited()
    no = DeclineInvite(actor=SAM, deal=scene.deal_id, proof=PROOF)
    scene.do(no)
    scene.claimed(SAM)
    scene.do(no)
    assert scene.told(BINA).count("claim-declined") == 2
    assert scene.deal.claims == ()


def test_the_confirmed_invitee_who_declines_ends_the_deal() -> None:
    scene = Scene()
    scene.invited()
    scene.claimed(accepts=False)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    scene.do(DeclineInvite(actor=CARLOS, deal=scene.deal_id))
    assert scene.deal.state is DealState.CANCELLED
    assert "deal-cancelled" in scene.told(BINA)


def test_a_counter_offer_needs_the_others_acceptance_of_exactly_that_version() -> None:
    scene = Scene()
    scene.invited("300.00 EUR")
    first = scene.deal.offers[0].fingerprint
    scene.claimed(accepts=False)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    lower = SetMilestone(1, amount=amount("250.00 EUR"))
    scene.do(EditTerms(actor=CARLOS, deal=scene.deal_id, edits=(lower,)))
    assert scene.deal.terms.total == amount("300.00 EUR"), "an unsent counter-offer binds nobody"
    scene.do(SendTerms(actor=CARLOS, deal=scene.deal_id))
    one, two = scene.deal.offers
    assert [change.path for change in diff(one.terms, two.terms)] == ["milestones.0.amount"]
    stale = AcceptTerms(actor=BINA, deal=scene.deal_id, fingerprint=first)
    assert isinstance(refused(scene, stale), Stale)
    early = AcceptTerms(actor=CARLOS, deal=scene.deal_id, fingerprint=two.fingerprint)
    assert refused(scene, early).key == "not-your-turn"
    scene.do(AcceptTerms(actor=BINA, deal=scene.deal_id, fingerprint=two.fingerprint))
    assert scene.deal.state is DealState.AGREED
    assert scene.m.amount == amount("250.00 EUR")


def test_a_claimant_may_send_changes_before_they_are_confirmed() -> None:
    scene = Scene()
    scene.invited("300.00 EUR")
    scene.claimed(accepts=False)
    lower = SetMilestone(1, amount=amount("250.00 EUR"))
    scene.do(EditTerms(actor=CARLOS, deal=scene.deal_id, edits=(lower,)))
    scene.do(SendTerms(actor=CARLOS, deal=scene.deal_id, said="fa", button="Send"))
    sent = scene.clock.now()
    assert len(scene.deal.offers) == 1
    scene.pass_time(DAY)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    assert scene.deal.turn == BINA
    assert scene.deal.terms.total == amount("250.00 EUR")
    record = scene.deal.acceptances[-1]
    assert (record.person, record.version, record.at) == (CARLOS, 2, sent)
    assert (record.locale, record.button) == ("fa", "Send"), "their own press, not the inviter's"
    assert record.fingerprint == scene.deal.offers[-1].fingerprint


def test_silence_makes_no_agreement() -> None:
    scene = Scene()
    scene.invited()
    scene.claimed()
    scene.pass_time(8 * DAY)
    assert scene.deal.state is DealState.CANCELLED
    assert scene.happened(DealCancelled) == [DealCancelled("expired", PersonId(0))]
    assert not scene.happened(DealAgreed)
    no = refused(scene, ClaimInvite(actor=SAM, deal=scene.deal_id, proof=PROOF))
    assert (no.key, no.data["why"]) == ("invite-over", "expired")


def test_a_new_link_kills_the_old_one() -> None:
    scene = Scene()
    scene.invited()
    scene.do(
        RenewInvite(
            actor=BINA, deal=scene.deal_id, nonce="m", token_hash="u" * 64, code_hash="d" * 64
        )
    )
    assert (
        refused(scene, ClaimInvite(actor=CARLOS, deal=scene.deal_id, proof=PROOF)).key
        == "invite-unknown"
    )


def edited(scene: Scene, by: PersonId, *edits: Edit) -> EditTerms:
    return EditTerms(actor=by, deal=scene.deal_id, edits=edits)


def test_a_counter_offer_changes_something_stays_whole_and_swaps_no_sides() -> None:
    scene = Scene()
    scene.invited("300.00 EUR")
    scene.claimed(accepts=False)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    send = SendTerms(actor=CARLOS, deal=scene.deal_id)
    assert refused(scene, edited(scene, BINA, SetTitle(words("x")))).key == "not-your-turn"
    swapped = edited(scene, CARLOS, SetRole(Role.CLIENT))
    assert refused(scene, swapped).key == "role-is-agreed"
    scene.do(edited(scene, CARLOS, SetTitle(words("Logo"))))
    assert refused(scene, send).key == "nothing-changed"
    scene.do(edited(scene, CARLOS, RemoveMilestone(1)))
    assert refused(scene, send).key == "terms-incomplete"
    scene.do(DiscardEdits(actor=CARLOS, deal=scene.deal_id))
    assert refused(scene, send).key == "nothing-changed"


def test_who_edits_after_accepting_has_not_accepted() -> None:
    scene = Scene()
    scene.invited("300.00 EUR")
    scene.claimed()
    scene.do(edited(scene, CARLOS, SetTitle(words("Two logos"))))
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    assert (scene.deal.state, scene.deal.turn) == (DealState.INVITED, CARLOS)


def test_accepting_names_the_version_that_was_shown() -> None:
    scene = Scene()
    scene.invited()
    other = ClaimInvite(actor=CARLOS, deal=scene.deal_id, proof=PROOF, fingerprint="0" * 64)
    assert isinstance(refused(scene, other), Stale)


def test_a_waiting_claimant_may_change_their_answer_when_no_more_fit() -> None:
    scene = with_policy(max_claimants=1)
    scene.invited()
    scene.claimed(accepts=False)
    scene.claimed()
    [claim] = scene.deal.claims
    assert claim.acceptance is not None


@pytest.mark.parametrize(
    ("rules", "key"),
    [
        (SetRules(review_window=2 * DAY), "review-out-of-range"),
        (SetRules(review_window_after_revision=2 * DAY), "review-out-of-range"),
        (SetRules(review_window=367 * DAY), "review-out-of-range"),
        (SetRules(revision_rounds=11), "rounds-out-of-range"),
        (SetRules(revision_rounds=-1), "rounds-out-of-range"),
        (SetRules(late_grace=timedelta(0)), "duration-out-of-range"),
        (SetRules(funding_window=367 * DAY), "duration-out-of-range"),
    ],
)
def test_the_rules_of_a_deal_have_their_range(rules: SetRules, key: str) -> None:
    scene = Scene()
    scene.draft("300.00 EUR")
    assert refused(scene, edited(scene, BINA, rules)).key == key


def test_an_amount_is_of_the_deals_currency_and_more_than_nothing() -> None:
    scene = Scene()
    scene.draft("300.00 EUR")
    for wrong, key in (
        (amount("300.00 USD"), "amount-other-currency"),
        (Money(0, "EUR"), "amount-not-positive"),
    ):
        assert refused(scene, edited(scene, BINA, SetMilestone(1, amount=wrong))).key == key


def test_questions_before_an_answer_are_answered_and_have_an_end() -> None:
    scene = Scene()
    scene.invited()
    ask = [
        AskInviter(actor=PersonId(n), deal=scene.deal_id, proof=PROOF, words=words("when?"))
        for n in range(2001, 2012)
    ]
    for one in (*ask[:10], ask[0]):
        scene.do(one)
    assert refused(scene, ask[10]).key == "too-many-questions"
    reply: dict[str, Any] = {"actor": BINA, "deal": scene.deal_id, "words": words("in May")}
    scene.do(AnswerInvited(**reply, to=PersonId(2001)))
    assert scene.told(PersonId(2001)) == ["invited-answered"]
    assert refused(scene, AnswerInvited(**reply, to=SAM)).key == "stranger"


def test_nobody_is_confirmed_whom_nobody_could_rule_about() -> None:
    scene = Scene()
    scene.invited()
    scene.claimed()
    scene.escrow.staff = Staff(arbiters=frozenset({CARLOS}))
    no = refused(scene, ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    assert no.key == "no-arbiter"


def test_at_most_ten_versions() -> None:
    scene = with_policy(max_versions=2)
    scene.invited("300.00 EUR")
    scene.claimed(accepts=False)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    scene.do(EditTerms(actor=CARLOS, deal=scene.deal_id, edits=(SetTitle(words("Two logos")),)))
    scene.do(SendTerms(actor=CARLOS, deal=scene.deal_id))
    edit = EditTerms(actor=BINA, deal=scene.deal_id, edits=(SetTitle(words("Three")),))
    scene.do(edit)
    assert refused(scene, SendTerms(actor=BINA, deal=scene.deal_id)).key == "too-many-versions"


def test_an_inviter_has_so_many_drafts_and_open_deals_and_no_more() -> None:
    scene = with_policy(max_open_deals=1, max_drafts=2)
    scene.invited()
    scene.draft("300.00 EUR")
    assert refused(scene, invitation(scene)).key == "too-many-deals"
    scene.draft("300.00 EUR")
    assert refused(scene, StartDeal(actor=BINA)).key == "too-many-drafts"


def test_no_invite_without_somebody_who_could_rule() -> None:
    scene = Scene(staff=Staff(arbiters=frozenset({BINA}), treasurers=frozenset({TESS})))
    scene.draft("300.00 EUR")
    no = refused(scene, invitation(scene))
    assert no.key == "no-arbiter"


def test_an_arbiter_who_is_the_only_one_can_not_claim() -> None:
    scene = Scene(staff=Staff(arbiters=frozenset({ARAM})))
    scene.invited()
    no = refused(scene, ClaimInvite(actor=ARAM, deal=scene.deal_id, proof=PROOF))
    assert no.key == "no-arbiter"


@pytest.mark.parametrize(
    "staff",
    [
        Staff(arbiters=frozenset({ARAM}), treasurers=frozenset({BINA})),
        Staff(arbiters=frozenset({ARAM, BINA}), treasurers=frozenset({ARAM})),
    ],
    ids=["the treasurer is a party", "one would confirm and rule"],
)
def test_no_invite_where_nobody_could_confirm_the_money_and_leave_another_to_rule(
    staff: Staff,
) -> None:
    scene = Scene(with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}).policy, staff)
    scene.draft("300.00 EUR")
    no = refused(
        scene,
        CreateInvite(
            actor=BINA, deal=scene.deal_id, nonce="n", token_hash="t", code_hash="c", locale="en"
        ),
    )
    assert no.key == "no-treasurer"


def test_real_money_is_capped_below_the_four_eyes_threshold() -> None:
    scene = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 50000})
    scene.draft("499.99 EUR")
    edit = EditTerms(
        actor=BINA, deal=scene.deal_id, edits=(SetMilestone(1, amount=amount("500.00 EUR")),)
    )
    no = refused(scene, edit)
    assert (no.key, no.data["limit"]) == ("four-eyes-cap", (50000, "EUR"))
    scene.escrow.policy = replace(scene.policy, four_eyes_threshold={"USD": 50000})
    no = refused(scene, invitation(scene))
    assert (no.key, no.data["currency"]) == ("currency-without-threshold", "EUR")


def test_an_operator_may_say_what_the_largest_deal_is() -> None:
    scene = with_policy(max_deal={"EUR": 50000})
    scene.draft("300.00 EUR", "200.00 EUR")
    more = SetMilestone(2, amount=amount("200.01 EUR"))
    no = refused(scene, EditTerms(actor=BINA, deal=scene.deal_id, edits=(more,)))
    assert (no.key, no.data["limit"]) == ("deal-too-large", (50000, "EUR"))


def test_a_currency_that_is_no_longer_offered_is_not_invited_with() -> None:
    scene = Scene()
    scene.draft("300.00 EUR")
    scene.escrow.policy = replace(scene.policy, currencies=("USD",))
    no = refused(scene, invitation(scene))
    assert (no.key, no.data["offered"]) == ("currency-not-here", "USD")


def test_several_edits_are_all_made_or_none() -> None:
    scene = Scene()
    scene.draft("300.00 EUR")
    edits = (SetTitle(words("New")), SetMilestone(1, duration=timedelta(0)))
    no = refused(scene, EditTerms(actor=BINA, deal=scene.deal_id, edits=edits))
    assert no.key == "duration-out-of-range"
    assert str(scene.deal.terms.title) == "Logo"


def test_another_persons_draft_is_nobodys_business() -> None:
    scene = Scene()
    scene.draft("300.00 EUR")
    edit = EditTerms(actor=SAM, deal=scene.deal_id, edits=(SetTitle(words("Mine")),))
    assert refused(scene, edit).key == "stranger"


def test_a_currency_with_amounts_is_not_swapped() -> None:
    scene = Scene()
    scene.draft("300.00 EUR")
    edit = EditTerms(actor=BINA, deal=scene.deal_id, edits=(SetCurrency("USD"),))
    assert isinstance(refused(scene, edit), BadInput)


def test_an_idle_draft_ends() -> None:
    scene = Scene()
    scene.draft("300.00 EUR")
    scene.pass_time(31 * DAY)
    assert scene.deal.ended_why == "idle"


def test_an_operators_change_of_the_fee_affects_later_deals_only() -> None:
    scene = with_policy(fee_bps=100)
    scene.invited()
    scene.escrow.policy = replace(scene.policy, fee_bps=900)
    scene.claimed()
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    scene.pay()
    scene.submit()
    scene.approve()
    assert scene.m.fee == amount("3.00 EUR")


def test_the_same_request_gets_the_same_answer_and_does_nothing() -> None:
    scene = Scene()
    scene.invited()
    offer = scene.deal.offers[-1]
    command = ClaimInvite(
        actor=CARLOS, deal=scene.deal_id, proof=PROOF, fingerprint=offer.fingerprint
    )
    first = at_once(scene.escrow.execute(command, request="7:1"))
    again = at_once(scene.escrow.execute(command, request="7:1"))
    assert not first.replayed
    assert again.replayed
    assert len(scene.deal.claims) == 1
    forged = replace(command, proof="wrong")
    for _ in range(2):
        with pytest.raises(NotYours, match="invite-unknown"):
            at_once(scene.escrow.execute(forged, request="7:2"))
    with pytest.raises(NotNow):
        scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=SAM))
    assert Policy().max_claimants == 3
