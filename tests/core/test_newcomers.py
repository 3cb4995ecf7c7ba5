"""What is held at once for a client who is new here, and what the desk may let one of them have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.allowing import AllowMore, AllowNoMore, MoreAllowed
from core.amending import AcceptAmendment, ProposeAmendment
from core.deal.allowance import PROVEN, Allowance
from core.deal.commands import Command
from core.deal.context import Staff
from core.deal.newcomer import at_once, under
from core.deal.terms import Role
from core.drafting import EditTerms, SendTerms, SetMilestone, SetRole, SetRules, SetTitle, StartDeal
from core.inviting import AcceptTerms, ClaimInvite, ConfirmClaimant, CreateInvite
from core.paying import ClaimPaid, Pay
from core.people import MeetPerson
from core.values.errors import OverLimit, Refusal
from core.values.ids import PersonId
from core.values.policy import Policy
from tests.kit.agreeing import invite
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    NOOR,
    SAM,
    TESS,
    Scene,
    amount,
    words,
    zero,
)
from tests.kit.scene import (
    at_once as done,
)

LIMIT = {"EUR": 50000}


def world(**policy: object) -> Scene:
    rules: dict[str, object] = {"newcomer_limit": LIMIT, "quiet_hours": None} | policy
    return Scene(Policy(**rules))  # type: ignore[arg-type]


def refused(scene: Scene, command: Command) -> Refusal:
    with pytest.raises(Refusal) as no:
        scene.do(command)
    return no.value


def priced(number: int, price: str) -> SetMilestone:
    return SetMilestone(number, words("Logo"), amount(price), 5 * DAY, (words("SVG"),))


def fund(scene: Scene) -> Pay:
    m = scene.m
    return Pay(
        actor=CARLOS, deal=scene.deal_id, milestone=m.number, seen=m.seen, amount=m.missing,
        rail="play",
    )  # fmt: skip


def completed(scene: Scene, times: int = 1) -> None:
    for _ in range(times):
        scene.submitted("10.00 EUR")
        scene.approve()


def raised(price: str, by: PersonId = TESS, to: PersonId = CARLOS) -> AllowMore:
    return AllowMore(actor=by, person=to, amount=amount(price), words=words("they run a shop"))


def test_the_amount_is_refused_as_it_is_typed_and_says_what_would_help() -> None:
    scene = world()
    scene.draft(creator=CARLOS, role=Role.CLIENT)
    on = {"actor": CARLOS, "deal": scene.deal_id}
    no = refused(scene, EditTerms(**on, edits=(priced(1, "500.01 EUR"),)))  # type: ignore[arg-type]
    assert isinstance(no, OverLimit)
    assert (no.key, no.data) == (
        "newcomer-limit",
        {
            "limit": (50000, "EUR"),
            "held": (0, "EUR"),
            "asked": (50001, "EUR"),
            "done": PROVEN,
            "left": 3,
        },
    )
    scene.do(EditTerms(**on, edits=(priced(1, "500.00 EUR"),)))  # type: ignore[arg-type]
    scene.do(EditTerms(**on, edits=(priced(2, "500.00 EUR"),)))  # type: ignore[arg-type]
    once = EditTerms(**on, edits=(SetRules(all_at_once=True),))  # type: ignore[arg-type]
    assert refused(scene, once).data["asked"] == (100000, "EUR")


def test_it_is_off_by_default_and_where_a_currency_has_no_figure() -> None:
    for scene in (Scene(), world(newcomer_limit={"USD": 1})):
        scene.draft("9000.00 EUR", creator=CARLOS, role=Role.CLIENT)
        assert scene.deal.terms.total == amount("9000.00 EUR")


def test_a_freelancer_may_be_paid_any_amount_and_it_is_the_client_who_is_bound() -> None:
    scene = world()
    scene.invited("600.00 EUR")
    offer = scene.deal.offer
    assert offer is not None
    claim = ClaimInvite(
        actor=CARLOS, deal=scene.deal_id, proof="t" * 64, fingerprint=offer.fingerprint
    )
    assert refused(scene, claim).key == "newcomer-limit"
    scene.do(raised("600.00 EUR"))
    scene.do(claim)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    assert scene.deal.agreement is not None


def test_who_takes_on_another_side_of_their_draft_is_bound_by_it_then() -> None:
    scene = world()
    scene.draft("600.00 EUR", creator=CARLOS)
    side = EditTerms(actor=CARLOS, deal=scene.deal_id, edits=(SetRole(Role.CLIENT),))
    assert refused(scene, side).key == "newcomer-limit"


def test_what_is_open_counts_an_invite_included_and_a_draft_or_what_is_over_does_not() -> None:
    scene = world()
    scene.draft("500.00 EUR", creator=CARLOS, role=Role.CLIENT)
    draft = scene.deal_id
    scene.draft("300.00 EUR", creator=CARLOS, role=Role.CLIENT)
    done(invite(scene.doing, CARLOS, scene.deal_id))
    first = scene.deal_id
    no = refused(
        scene,
        CreateInvite(
            actor=CARLOS, deal=draft, nonce="m", token_hash="u" * 64, code_hash="d" * 64,
            locale="en",
        ),
    )  # fmt: skip
    assert (no.data["held"], no.data["asked"]) == ((30000, "EUR"), (50000, "EUR"))
    scene.pass_time(8 * DAY)
    assert scene.store.deals[first].state.final
    scene.deal_id = draft
    done(invite(scene.doing, CARLOS, draft))


def test_the_freelancer_reads_no_figure_of_the_client_s_other_deals() -> None:
    scene = world()
    scene.invited("300.00 EUR")
    scene.claimed()
    mine = scene.deal_id
    scene.draft("300.00 EUR", creator=CARLOS, role=Role.CLIENT)
    made = CreateInvite(
        actor=CARLOS, deal=scene.deal_id, nonce="m", token_hash="u" * 64, code_hash="d" * 64,
        locale="en",
    )  # fmt: skip
    scene.do(made)
    no = refused(scene, ConfirmClaimant(actor=BINA, deal=mine, person=CARLOS))
    assert (no.key, no.data) == ("client-is-new", {})


def test_whoever_completed_three_deals_is_new_no_more() -> None:
    scene = world()
    completed(scene, PROVEN - 1)
    scene.draft(creator=CARLOS, role=Role.CLIENT)
    edit = EditTerms(actor=CARLOS, deal=scene.deal_id, edits=(priced(1, "900.00 EUR"),))
    assert refused(scene, edit).data["left"] == 1
    typed = scene.deal_id
    completed(scene)
    scene.do(replace(edit, deal=typed))
    assert scene.store.deals[typed].terms.total == amount("900.00 EUR")


def test_what_was_agreed_within_the_limit_is_paid_and_a_lower_limit_is_for_later_deals() -> None:
    scene = world(rails=BOTH, four_eyes_threshold={"EUR": 10**9})
    scene.agreed("300.00 EUR")
    scene.escrow.policy = replace(scene.policy, newcomer_limit={"EUR": 20000})
    paid = ClaimPaid(
        actor=CARLOS, deal=scene.deal_id, milestone=1, seen=scene.m.seen, payer=words("C"),
        paid_on="2026-01-05",
    )  # fmt: skip
    scene.do(paid)
    assert scene.m.claim is not None, "who has transferred it is heard"
    other = world()
    other.agreed("300.00 EUR")
    other.escrow.policy = replace(other.policy, newcomer_limit={"EUR": 20000})
    other.do(fund(other))
    assert other.m.held == amount("300.00 EUR")


def test_a_change_that_would_hold_more_is_refused_and_one_that_holds_less_is_not() -> None:
    scene = world()
    scene.funded("300.00 EUR", "400.00 EUR")

    def typed(price: str) -> EditTerms:
        edits = (SetMilestone(2, amount=amount(price)),)
        return EditTerms(actor=CARLOS, deal=scene.deal_id, edits=edits)

    assert refused(scene, typed("500.01 EUR")).key == "newcomer-limit"
    own = replace(typed("500.01 EUR"), actor=BINA)
    assert refused(scene, own).key == "client-is-new"
    scene.do(typed("500.00 EUR"))
    scene.escrow.policy = replace(scene.policy, newcomer_limit={"EUR": 40000})
    shown = scene.deal.changing[0].terms.fingerprint(0)
    ask = ProposeAmendment(actor=CARLOS, deal=scene.deal_id, shown=shown)
    assert refused(scene, ask).key == "newcomer-limit"
    scene.escrow.policy = scene.policy
    scene.do(ask)
    scene.escrow.policy = replace(scene.policy, newcomer_limit={"EUR": 40000})
    assert scene.deal.amendment is not None
    yes = AcceptAmendment(actor=BINA, deal=scene.deal_id, proposal=scene.deal.amendment.number)
    assert refused(scene, yes).key == "client-is-new"
    scene.escrow.policy = scene.policy
    scene.do(yes)
    assert at_once(scene.deal) == amount("500.00 EUR")


def test_a_counter_offer_and_its_answer_are_bound_by_it() -> None:
    scene = world()
    scene.invited("300.00 EUR")
    scene.claimed(accepts=False)
    dearer = EditTerms(actor=CARLOS, deal=scene.deal_id, edits=(priced(1, "600.00 EUR"),))
    assert refused(scene, dearer).key == "newcomer-limit"
    scene.do(replace(dearer, edits=(priced(1, "450.00 EUR"),)))
    scene.escrow.policy = replace(scene.policy, newcomer_limit={"EUR": 40000})
    send = SendTerms(actor=CARLOS, deal=scene.deal_id)
    assert refused(scene, send).key == "newcomer-limit"
    scene.escrow.policy = scene.policy
    scene.do(send)
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=CARLOS))
    offer = scene.deal.offer
    assert offer is not None
    accept = AcceptTerms(actor=BINA, deal=scene.deal_id, fingerprint=offer.fingerprint)
    scene.escrow.policy = replace(scene.policy, newcomer_limit={"EUR": 40000})
    assert refused(scene, accept).key == "client-is-new"
    scene.escrow.policy = scene.policy
    scene.do(accept)


def test_a_deal_done_again_is_bound_by_it() -> None:
    scene = world()
    completed(scene)
    scene.escrow.policy = replace(scene.policy, newcomer_limit={"EUR": 500})
    again = StartDeal(actor=CARLOS, again=scene.deal_id)
    assert refused(scene, again).key == "newcomer-limit"
    assert refused(scene, replace(again, actor=BINA)).key == "client-is-new"


def test_one_after_the_other_the_largest_left_counts_and_all_at_once_their_sum() -> None:
    scene = world(newcomer_limit={})
    scene.draft("100.00 EUR", "250.00 EUR", "50.00 EUR", creator=BINA)
    assert at_once(scene.deal) == zero()
    assert under(scene.deal, scene.deal.terms) == amount("250.00 EUR")
    scene.funded("100.00 EUR", "250.00 EUR", "50.00 EUR")
    assert at_once(scene.deal) == amount("250.00 EUR")
    for price in ("250.00 EUR", "50.00 EUR"):
        scene.submit()
        scene.approve()
        assert at_once(scene.deal) == amount(price)
        scene.pay()
    scene.submit()
    scene.approve()
    assert at_once(scene.deal) == zero()
    scene.agreed("100.00 EUR", "250.00 EUR", rules=SetRules(all_at_once=True))
    scene.pay(milestone=1)
    assert at_once(scene.deal) == amount("350.00 EUR")
    scene.submit()
    scene.approve()
    assert at_once(scene.deal) == amount("250.00 EUR")


def test_what_is_too_much_already_can_be_made_less_and_called_otherwise() -> None:
    scene = world()
    scene.draft("500.00 EUR", creator=CARLOS, role=Role.CLIENT)
    scene.escrow.policy = replace(scene.policy, newcomer_limit={"EUR": 20000})
    on = {"actor": CARLOS, "deal": scene.deal_id}
    scene.do(EditTerms(**on, edits=(SetTitle(words("Sign")),)))  # type: ignore[arg-type]
    scene.do(EditTerms(**on, edits=(priced(1, "300.00 EUR"),)))  # type: ignore[arg-type]
    more = EditTerms(**on, edits=(priced(1, "301.00 EUR"),))  # type: ignore[arg-type]
    assert refused(scene, more).key == "newcomer-limit"


# what the desk allows


def test_a_treasurer_lets_one_person_have_more_and_it_is_kept_by_whom_when_and_why() -> None:
    scene = world()
    scene.do(raised("2000.00 EUR"))
    (kept,) = scene.store.rows.allowances.values()
    assert kept == Allowance(
        CARLOS, amount("2000.00 EUR"), TESS, scene.clock.now(), words("they run a shop")
    )
    assert scene.store.journal[-1].event == MoreAllowed(kept)
    assert scene.notice(CARLOS, "more-allowed").data == {"amount": (200000, "EUR")}
    scene.draft("2000.00 EUR", creator=CARLOS, role=Role.CLIENT)
    assert refused(scene, StartDeal(actor=SAM, role=Role.CLIENT, currency="EUR",
                                    edits=(priced(1, "600.00 EUR"),))).data["limit"] == (
        50000, "EUR",
    )  # fmt: skip


def test_a_raised_limit_can_be_taken_back_and_what_is_held_stays_held() -> None:
    scene = world()
    back = AllowNoMore(actor=TESS, person=CARLOS, currency="EUR", words=words("gone quiet"))
    assert refused(scene, back).key == "nothing-allowed"
    scene.do(raised("2000.00 EUR"))
    scene.funded("900.00 EUR")
    scene.do(back)
    assert scene.store.rows.allowances == {}
    assert scene.notice(CARLOS, "no-more-allowed").data == {"amount": (50000, "EUR")}
    assert scene.m.held == amount("900.00 EUR")
    scene.draft(creator=CARLOS, role=Role.CLIENT)
    one = EditTerms(actor=CARLOS, deal=scene.deal_id, edits=(priced(1, "1.00 EUR"),))
    assert refused(scene, one).data["held"] == (90000, "EUR")


@pytest.mark.parametrize(
    ("by", "to", "key"),
    [
        (ARAM, CARLOS, "for-treasurers"),
        (NOOR, CARLOS, "for-treasurers"),
        (SAM, CARLOS, "not-on-the-list"),
        (TESS, TESS, "own-limit"),
        (TESS, PersonId(4444), "stranger"),
    ],
)
def test_who_may_not_allow_it(by: PersonId, to: PersonId, key: str) -> None:
    scene = world()
    scene.do(MeetPerson(actor=TESS, name="Tess", username=None, locale="en", zone="UTC"))
    assert refused(scene, raised("600.00 EUR", by, to)).key == key


def test_nobody_allows_it_to_whom_they_deal_with() -> None:
    scene = world()
    scene.do(MeetPerson(actor=TESS, name="Tess", username=None, locale="en", zone="UTC"))
    scene.invited("100.00 EUR")
    scene.claimed(TESS)
    scene.escrow.staff = Staff(frozenset({ARAM}), frozenset({NOOR}), frozenset({TESS, SAM}))
    scene.do(ConfirmClaimant(actor=BINA, deal=scene.deal_id, person=TESS))
    assert refused(scene, raised("600.00 EUR", TESS, BINA)).key == "conflict-limit"
    scene.do(raised("600.00 EUR", SAM, BINA))


@pytest.mark.parametrize(
    ("price", "key"), [("500.00 EUR", "allows-no-more"), ("9000.00 USD", "no-limit-there")]
)
def test_what_allows_nothing_is_refused(price: str, key: str) -> None:
    assert refused(world(), raised(price)).key == key


def test_where_the_house_allows_more_since_an_old_allowance_takes_nothing_away() -> None:
    scene = world()
    scene.do(raised("600.00 EUR"))
    scene.escrow.policy = replace(scene.policy, newcomer_limit={"EUR": 90000})
    scene.draft("900.00 EUR", creator=CARLOS, role=Role.CLIENT)
    assert scene.deal.terms.total == amount("900.00 EUR")
