"""A deal that is over is done again: with its terms, by either side, and with the other alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.deal.model import Again, Deal, DealState
from core.deal.terms import Role
from core.drafting import DiscardDraft, EditTerms, SetMilestone, SetRules, SetTitle, StartDeal
from core.inviting import (
    AcceptTerms,
    AnswerInvited,
    AskInviter,
    ClaimInvite,
    CreateInvite,
    DeclineInvite,
    InviteAgain,
)
from core.people import MarkReachable
from core.values.errors import BadInput, NotNow, NotYours, OverLimit, Refusal
from core.values.ids import DealId, PersonId
from core.values.policy import Policy
from core.values.words import Words
from tests.kit.scene import (
    ARAM,
    BINA,
    CARLOS,
    DAY,
    FILE,
    SAM,
    Scene,
    amount,
    with_policy,
    words,
)

UNKNOWN = DealId("00000000")


def done(scene: Scene) -> Deal:
    """A deal of two parts with rules of its own, to its end."""
    rules = SetRules(revision_rounds=5, review_window=timedelta(days=9))
    scene.submitted("100.00 EUR", "50.00 EUR", rules=rules)
    scene.approve()
    scene.pay()
    scene.submit()
    scene.approve()
    assert scene.deal.state is DealState.COMPLETED
    return scene.deal


def again(scene: Scene, by: PersonId = BINA) -> Deal:
    """A draft of it, which is the deal from now on."""
    begun = scene.do(StartDeal(actor=by, again=scene.deal_id)).deal
    assert begun is not None
    scene.deal_id = begun.id
    return begun


def sent(scene: Scene, by: PersonId = BINA) -> Deal:
    scene.do(InviteAgain(actor=by, deal=scene.deal_id))
    return scene.deal


def refused(scene: Scene, command: Any) -> Refusal:
    before = dict(scene.store.deals)
    with pytest.raises(Refusal) as no:
        scene.do(command)
    assert dict(scene.store.deals) == before
    return no.value


@pytest.mark.parametrize(
    ("by", "other", "role"), [(BINA, CARLOS, Role.FREELANCER), (CARLOS, BINA, Role.CLIENT)]
)
def test_either_side_begins_it_anew_with_the_same_terms_each_on_their_side(
    by: PersonId, other: PersonId, role: Role
) -> None:
    scene = Scene()
    before = done(scene)
    begun = again(scene, by)
    assert begun.state is DealState.DRAFT
    assert begun.terms == replace(before.terms, creator_role=role)
    assert begun.again == Again(before.id, other)
    assert not begun.terms.gaps()
    deal = sent(scene, by)
    assert {p: deal.role_of(p) for p in deal.parties} == {
        p: before.role_of(p) for p in before.parties
    }


def test_the_other_is_told_at_once_and_their_yes_is_the_agreement() -> None:
    scene = Scene()
    done(scene)
    again(scene)
    heard = len(scene.told(CARLOS))
    deal = sent(scene)
    assert scene.told(CARLOS)[heard:] == ["terms-proposed"]
    assert (deal.state, deal.invitee, deal.invite) == (DealState.INVITED, CARLOS, None)
    assert deal.offer is not None
    scene.do(AcceptTerms(actor=CARLOS, deal=deal.id, fingerprint=deal.offer.fingerprint))
    assert scene.deal.state is DealState.AGREED
    assert scene.deal.agreement is not None
    assert {a.person for a in scene.deal.agreement.acceptances} == {BINA, CARLOS}


@pytest.mark.parametrize("stranger", [SAM, ARAM])
def test_nobody_else_begins_it_and_nobody_learns_whether_there_is_such_a_deal(
    stranger: PersonId,
) -> None:
    scene = Scene()
    over = done(scene)
    no = refused(scene, StartDeal(actor=stranger, again=over.id))
    assert (type(no), no.key) == (NotYours, "stranger")
    no = refused(scene, StartDeal(actor=stranger, again=UNKNOWN))
    assert (type(no), no.key) == (NotYours, "no-such-deal")


def test_a_deal_that_runs_or_was_never_agreed_is_not_done_again() -> None:
    scene = Scene()
    scene.invited()
    assert refused(scene, StartDeal(actor=BINA, again=scene.deal_id)).key == "not-over-yet"
    scene.claimed(accepts=False)
    scene.pass_time(Policy().invite_ttl + DAY)
    assert scene.deal.state is DealState.CANCELLED
    assert refused(scene, StartDeal(actor=BINA, again=scene.deal_id)).key == "not-over-yet"
    scene.submitted()
    assert refused(scene, StartDeal(actor=CARLOS, again=scene.deal_id)).key == "not-over-yet"


def test_it_is_sent_once_and_by_who_began_it() -> None:
    scene = Scene()
    done(scene)
    deal = again(scene)
    no = refused(scene, InviteAgain(actor=CARLOS, deal=deal.id))
    assert (type(no), no.key) == (NotYours, "stranger")
    sent(scene)
    told = scene.told(CARLOS)
    no = refused(scene, InviteAgain(actor=BINA, deal=deal.id))
    assert (type(no), no.key) == (NotNow, "deal-wrong-state")
    assert scene.told(CARLOS) == told


def test_a_draft_of_nobodys_deal_is_sent_to_nobody() -> None:
    scene = Scene()
    scene.draft("10.00 EUR")
    assert refused(scene, InviteAgain(actor=BINA, deal=scene.deal_id)).key == "nobody-there"


def test_it_is_changed_before_it_is_sent_and_the_ended_one_stays() -> None:
    scene = Scene()
    before = done(scene)
    deal = again(scene)
    edits = (SetTitle(words("Poster", "p")), SetMilestone(1, amount=amount("120.00 EUR")))
    scene.do(EditTerms(actor=BINA, deal=deal.id, edits=edits))
    after = sent(scene)
    assert str(after.terms.title) == "Poster"
    assert after.terms.total == amount("170.00 EUR")
    assert scene.store.deals[before.id] == before


def test_the_one_asked_asks_a_question_and_says_no_without_a_secret_and_others_can_not() -> None:
    scene = Scene()
    done(scene)
    again(scene)
    deal = sent(scene).id
    ask = AskInviter(actor=CARLOS, deal=deal, proof="", words=words("by when?"))
    scene.do(ask)
    assert scene.told(BINA)[-1] == "invite-asked"
    scene.do(AnswerInvited(actor=BINA, deal=deal, to=CARLOS, words=words("Friday")))
    assert scene.told(CARLOS)[-1] == "invited-answered"
    assert refused(scene, replace(ask, actor=SAM)).key == "invite-unknown"
    assert refused(scene, ClaimInvite(actor=SAM, deal=deal, proof="")).key == "invite-unknown"
    scene.do(DeclineInvite(actor=CARLOS, deal=deal))
    assert (scene.deal.state, scene.deal.ended_why) == (DealState.CANCELLED, "declined")
    assert scene.told(BINA)[-1] == "deal-cancelled"


def test_who_was_confirmed_by_a_link_still_needs_it_to_ask() -> None:
    scene = Scene()
    scene.agreed()
    ask = AskInviter(actor=CARLOS, deal=scene.deal_id, proof="", words=words("by when?"))
    assert refused(scene, ask).key == "invite-unknown"


def test_it_reminds_and_runs_out_as_an_invite_does() -> None:
    scene = Scene()
    done(scene)
    again(scene)
    sent(scene)
    told = len(scene.told(CARLOS))
    scene.pass_time(Policy().invite_ttl)
    assert scene.told(CARLOS)[told:][0] == "reminded"
    assert (scene.deal.state, scene.deal.ended_why) == (DealState.CANCELLED, "expired")


def test_who_stopped_the_bot_gets_a_link_and_nothing_else() -> None:
    scene = Scene()
    done(scene)
    deal = again(scene)
    scene.do(MarkReachable(actor=CARLOS, person=CARLOS, reachable=False))
    no = refused(scene, InviteAgain(actor=BINA, deal=deal.id))
    assert (type(no), no.key) == (NotNow, "other-unreachable")
    hashes = {"nonce": "n", "token_hash": "u" * 64, "code_hash": "d" * 64}
    scene.do(CreateInvite(actor=BINA, deal=deal.id, locale="en", **hashes))
    assert scene.deal.invitee is None
    assert scene.deal.invite is not None


def test_the_limits_of_drafts_and_of_open_deals_hold_for_it() -> None:
    scene = with_policy(max_drafts=1, max_open_deals=1)
    over = done(scene)
    draft = again(scene)
    no = refused(scene, StartDeal(actor=BINA, again=over.id))
    assert (type(no), no.key) == (OverLimit, "too-many-drafts")
    scene.do(DiscardDraft(actor=BINA, deal=draft.id))
    scene.invited()
    scene.deal_id = over.id
    draft = again(scene)
    assert refused(scene, InviteAgain(actor=BINA, deal=draft.id)).key == "too-many-deals"


@pytest.mark.parametrize(
    ("now", "key"),
    [
        ({"currencies": ("USD",)}, "currency-not-here"),
        ({"max_deal": {"EUR": 14999}}, "deal-too-large"),
    ],
)
def test_what_the_house_does_not_take_any_more_is_refused(now: dict[str, Any], key: str) -> None:
    scene = Scene()
    over = done(scene)
    scene.escrow.policy = replace(scene.policy, **now)
    no = refused(scene, StartDeal(actor=BINA, again=over.id))
    assert (isinstance(no, BadInput | OverLimit), no.key) == (True, key)


def test_the_fee_is_the_houses_of_today() -> None:
    scene = Scene()
    done(scene)
    scene.escrow.policy = replace(scene.policy, fee_bps=777)
    assert again(scene).terms.fee_bps == 777


def test_what_its_writer_had_erased_is_asked_anew() -> None:
    scene = Scene()
    over = done(scene)
    [first, second] = over.terms.milestones
    gone = Words(first.criteria[0].digest, None)
    erased = replace(
        over.terms,
        title=Words("t" * 64, None),
        files=(FILE,),
        milestones=(replace(first, criteria=(gone,)), second),
    )
    scene.store.rows.deals[over.id] = replace(over, terms=erased)
    begun = again(scene)
    assert begun.terms.gaps() == ("title", "milestone-criteria")
    assert begun.terms.files == (FILE,)
    assert refused(scene, InviteAgain(actor=BINA, deal=begun.id)).key == "terms-incomplete"
