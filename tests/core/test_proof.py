"""*Ask for proof*: the claim stays claimed, the client shows a receipt, nothing is lost by it."""

import pytest

from core.deal.milestone import State
from core.paying import AskProof, ClaimPaid, ConfirmDeposit, RejectClaim
from core.values.errors import NotNow, NotYours, Stale
from tests.core.test_milestones import claim_paid, manual
from tests.kit.scene import BINA, CARLOS, DAY, FILE, HOUR, TESS, Scene, amount, words


def asked() -> Scene:
    scene = manual()
    scene.agreed()
    scene.clock.forward(DAY)
    claim_paid(scene)
    scene.clock.forward(HOUR)
    scene.on_milestone(AskProof, TESS)
    return scene


def test_the_claim_stays_claimed_and_the_client_is_asked() -> None:
    scene = asked()
    assert scene.state() is State.FUNDING
    assert scene.m.claim is not None
    assert scene.m.claim.proof_asked
    assert "proof-asked" in scene.told(CARLOS)
    with pytest.raises(NotNow, match="proof-asked"):
        scene.on_milestone(AskProof, TESS)


def test_the_answer_is_a_claim_anew_with_its_receipt_and_the_clock_of_the_first() -> None:
    scene = asked()
    left = scene.m.claim.left if scene.m.claim is not None else None
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="4 January", receipt=FILE)
    claim = scene.m.claim
    assert claim is not None
    assert (claim.receipt, claim.left, claim.proof_asked) == (FILE, left, False)
    with pytest.raises(NotNow, match="claim-unanswered"):
        scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="x")


def test_nobody_but_a_treasurer_asks_and_nobody_but_the_client_shows() -> None:
    scene = manual()
    scene.agreed()
    claim_paid(scene)
    with pytest.raises(NotYours):
        scene.on_milestone(AskProof, CARLOS)
    scene.on_milestone(AskProof, TESS)
    with pytest.raises(NotYours):
        scene.on_milestone(ClaimPaid, BINA, payer=words("B"), paid_on="x")


def test_an_answer_to_the_claim_without_its_receipt_is_old() -> None:
    scene = asked()
    before = scene.m.seen
    scene.on_milestone(ClaimPaid, CARLOS, payer=words("C"), paid_on="x", receipt=FILE)
    with pytest.raises(Stale):
        scene.do(RejectClaim(actor=TESS, deal=scene.deal_id, milestone=1, seen=before))


def test_the_money_may_arrive_without_the_receipt_and_silence_leaves_it_to_the_treasurer() -> None:
    scene = asked()
    scene.on_milestone(RejectClaim, TESS)
    assert scene.m.claim is None
    assert scene.m.window is not None
    scene = asked()
    scene.do(
        ConfirmDeposit(
            actor=TESS,
            deal=scene.deal_id,
            milestone=1,
            amount=amount("300.00 EUR"),
            rail="manual",
            external_id="x",
            source="C",
        )
    )
    assert scene.state() is State.IN_PROGRESS
