"""What is written into a document comes back as it was."""

from datetime import timedelta

from core.deal.ruling import Exhibit, ExhibitKind, Outcome
from core.drafting import SetRules
from core.paying import ClaimPaid
from core.values.policy import Policy, RailInfo
from storage.mapping import Met, read_deal, write_deal
from tests.core.test_disputes import rule
from tests.kit.fakes import START
from tests.kit.scene import CARLOS, Scene, words

BY_HAND = RailInfo("play", real_money=False, automatic=False)


def test_what_a_clock_had_left_comes_back_to_its_last_microsecond() -> None:
    scene = Scene(Policy(quiet_hours=None, rails=(BY_HAND,)))
    scene.agreed("300.00 EUR")
    scene.pass_time(timedelta(seconds=1, microseconds=234_567))
    scene.do(
        ClaimPaid(
            actor=CARLOS,
            deal=scene.deal.id,
            milestone=1,
            seen=scene.m.seen,
            payer=words("Carlos"),
            paid_on="today",
        )
    )
    met = Met()
    terms, body = write_deal(scene.deal, met)
    known = dict(met.words)
    read = read_deal(scene.deal.version, terms, body, known)
    claim = read.milestones[0].claim
    assert claim is not None
    assert claim.left % timedelta(milliseconds=1) != timedelta(0)
    assert claim == scene.m.claim
    assert read == scene.deal


def test_what_a_ruling_relied_on_comes_back_and_a_bare_number_is_evidence() -> None:
    scene = Scene()
    scene.disputed()
    scene.heard()
    named = (Exhibit(ExhibitKind.TERMS, 1, START), Exhibit(ExhibitKind.SUBMISSION, 1))
    rule(scene, Outcome.REFUND, relied_on=named)
    met = Met()
    terms, body = write_deal(scene.deal, met)
    read = read_deal(scene.deal.version, terms, body, dict(met.words)).disputes[0].ruling
    assert read is not None
    assert [(each, each.at) for each in read.relied_on] == [(n, n.at) for n in named]
    at = START.isoformat()
    written = f'[{{"kind":"terms","number":1,"at":"{at}"}},{{"kind":"submission","number":1}}]'
    assert written in body
    old = read_deal(scene.deal.version, terms, body.replace(written, "[2]"), dict(met.words))
    assert old.disputes[0].ruling is not None
    assert old.disputes[0].ruling.relied_on == (Exhibit(ExhibitKind.EVIDENCE, 2),)


def test_the_milestones_order_is_in_a_document_where_it_was_agreed_and_nowhere_else() -> None:
    for at_once in (False, True):
        scene = Scene()
        scene.agreed("300.00 EUR", "50.00 EUR", rules=SetRules(all_at_once=at_once))
        met = Met()
        terms, body = write_deal(scene.deal, met)
        assert ("all_at_once" in terms + body) is at_once
        read = read_deal(scene.deal.version, terms, body, dict(met.words))
        assert read == scene.deal
        assert read.terms.fingerprint(1) == scene.deal.terms.fingerprint(1)
