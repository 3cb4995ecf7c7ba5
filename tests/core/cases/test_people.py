"""Who is who: links that were forwarded, names that were sold, two languages."""

from __future__ import annotations

import pytest

from core.deal.model import DealState
from core.inviting import ClaimInvite, ConfirmClaimant
from core.people import EraseMe, MeetPerson, RateDeal
from core.values.errors import NotNow, NotYours, Refusal
from core.working import ApproveMilestone
from tests.kit.scene import BINA, CARLOS, SAM, Scene


def invited() -> Scene:
    scene = Scene()
    scene.invited("300.00 EUR")
    return scene


def test_a_stranger_claims_a_forwarded_link() -> None:
    """Nothing is agreed before the inviter says that it is them; the right one is not shut out."""
    scene = invited()
    scene.claimed(SAM)
    assert (scene.deal.state, scene.deal.invitee) == (DealState.INVITED, None)
    scene.claimed(CARLOS)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    assert (scene.deal.invitee, scene.deal.claims) == (CARLOS, ())
    with pytest.raises(Refusal):
        scene.claimed(SAM)


def test_creator_opens_their_own_link() -> None:
    """Nobody is both sides. (A bot that claims never reaches core: the bot's own tests.)"""
    scene = invited()
    with pytest.raises(NotYours):
        scene.claimed(BINA)


def test_username_sold() -> None:
    """The number counts: whoever has the name now is nobody here, and the old side still is."""
    scene = Scene()
    for person, username in ((CARLOS, "carlos"), (CARLOS, None), (SAM, "carlos")):
        met = MeetPerson(actor=person, name="C", username=username, locale="en", zone="UTC")
        scene.do(met)
    scene.submitted("300.00 EUR")
    with pytest.raises(NotYours, match="stranger"):
        scene.on_milestone(ApproveMilestone, SAM, submission=1, amount=scene.m.held)
    scene.on_milestone(ApproveMilestone, CARLOS, submission=1, amount=scene.m.held)
    assert scene.deal.state is DealState.COMPLETED


def test_erase_me_during_a_dispute() -> None:
    """Nobody's case loses what it is about: it is refused, with what is still open."""
    scene = Scene()
    scene.disputed("300.00 EUR")
    for person in (BINA, CARLOS):
        with pytest.raises(NotNow, match="still-open") as refused:
            scene.do(EraseMe(actor=person))
        assert refused.value.data == {"deals": scene.deal_id, "count": 1}
    assert str(scene.deal.terms.title) == "Logo"


def test_five_stars_or_i_reject() -> None:
    """No stars can be asked for while money is held: there are none to give before the end."""
    scene = Scene()
    scene.submitted("300.00 EUR")
    for person in (BINA, CARLOS):
        with pytest.raises(NotNow):
            scene.do(RateDeal(actor=person, deal=scene.deal_id, stars=5))
    scene.approve()
    scene.do(RateDeal(actor=BINA, deal=scene.deal_id, stars=5))


def test_two_languages_one_agreement() -> None:
    """Each is shown it in their own language, and both accept the same fingerprint."""
    scene = invited()
    offer = scene.deal.offer
    assert offer is not None
    claim = ClaimInvite(
        actor=CARLOS,
        deal=scene.deal_id,
        proof="t" * 64,
        fingerprint=offer.fingerprint,
        said="fa",
    )
    scene.do(claim)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    agreement = scene.deal.agreement
    assert agreement is not None
    assert {a.locale for a in agreement.acceptances} == {"en", "fa"}
    assert {a.fingerprint for a in agreement.acceptances} == {agreement.fingerprint}
