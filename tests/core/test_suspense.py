"""Money at the bank that matches nothing: booked, matched, sent back; and none of it lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.approving import Approve, RefuseAsked
from core.deal.commands import Command
from core.deal.context import Staff
from core.deal.events import WaitingReturned
from core.deal.milestone import State
from core.deal.model import DealState
from core.deal.suspense import Suspense, SuspenseState
from core.inviting import ConfirmClaimant
from core.ledger import asset, hold, suspense, waiting
from core.paying import (
    AlarmSuspense,
    BookSuspense,
    BounceSuspense,
    CancelFunding,
    ConfirmDeposit,
    MatchSuspense,
    ReturnSuspense,
)
from core.people import EraseMe
from core.values.errors import BadInput, NotNow, NotYours, Stale
from core.values.ids import DESK, SYSTEM, PersonId, SuspenseId
from core.values.money import Money
from core.values.policy import Policy
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    NOOR,
    SAM,
    STAFF,
    TESS,
    Scene,
    amount,
    words,
)

HANA = PersonId(1010)
TWO = replace(STAFF, treasurers=frozenset({TESS, HANA}))


class Treasury(Scene):
    """Money comes in by bank transfer, which a treasurer reads on a statement."""

    def __init__(self, staff: Staff = TWO) -> None:
        rules = {"quiet_hours": None, "rails": BOTH, "four_eyes_threshold": {"EUR": 50000}}
        super().__init__(Policy(**rules), staff)  # type: ignore[arg-type]

    def book(self, price: str = "300.00 EUR", ref: str = "FT1", **more: Any) -> Suspense:
        made: dict[str, Any] = {
            "rail": "manual",
            "source": "Carla C., ES91",
            "value_on": "2026-01-05",
        }
        made |= {"amount": amount(price), "external_id": ref, "actor": TESS}
        made |= {"value_on": "2026-01-05"}
        self.do(BookSuspense(**{**made, **more}))
        return next(each for each in self.items.values() if each.external_id == ref)

    @property
    def items(self) -> dict[SuspenseId, Suspense]:
        return self.store.rows.suspense

    def match(self, item: Suspense, actor: PersonId = TESS, milestone: int = 1) -> None:

        deal = self.deal_id
        self.do(MatchSuspense(actor=actor, item=item.id, deal=deal, milestone=milestone))

    def send_back(self, item: Suspense, actor: PersonId = TESS) -> Suspense:
        self.do(ReturnSuspense(actor=actor, item=item.id, seen=self.items[item.id].seen))
        return self.items[item.id]

    def balance(self, account: str, currency: str = "EUR") -> int:
        return self.store.balance(account, currency)

    @property
    def in_suspense(self) -> int:
        """As the ledger has it, where all is in euros."""
        return self.balance(suspense("manual"))


def test_money_for_nobody_has_its_place_in_the_ledger() -> None:
    house = Treasury()
    item = house.book()
    assert (item.state, item.amount, item.by) == (SuspenseState.OPEN, amount("300.00 EUR"), TESS)
    assert house.in_suspense == house.balance(asset("manual")) == 30000
    assert {entry.chain for entry in house.store.entries} == {"rail:manual"}


@pytest.mark.parametrize(
    "price", [Money(300, "JPY"), Money(1, "KWD"), Money(10, "IRR"), Money(1, "BTC")]
)
def test_any_currency_to_its_last_digit_has_a_place(price: Money) -> None:
    house = Treasury()
    item = house.book(amount=price)
    number = house.balance(suspense("manual"), item.amount.currency)
    assert number == item.amount.minor
    house.agreed("300.00 EUR")
    with pytest.raises(BadInput, match="deposit-currency"):
        house.match(item)


def test_matched_in_full_it_is_held_and_the_work_starts() -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    house.match(item := house.book())
    assert (house.state(), house.in_suspense) == (State.IN_PROGRESS, 0)
    assert house.balance(hold(house.deal_id, 1)) == house.balance(asset("manual")) == 30000
    ended = house.items[item.id]
    assert (ended.state, ended.deal, ended.milestone) == (SuspenseState.MATCHED, house.deal_id, 1)
    [deposit] = house.m.deposits
    assert (deposit.item, deposit.source, deposit.value_on) == (
        item.id, "Carla C., ES91", "2026-01-05",
    )  # fmt: skip
    assert house.told(CARLOS)[-1] == house.told(BINA)[-1] == "milestone-funded"


def test_one_cent_off_is_not_all_of_it() -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    house.match(house.book("299.99 EUR"))
    assert (house.state(), house.balance(waiting(house.deal_id, 1))) == (State.FUNDING, 29999)
    house.match(house.book("0.02 EUR", "FT2"))
    assert (house.state(), house.balance(hold(house.deal_id, 1))) == (State.IN_PROGRESS, 30000)
    assert house.happened(WaitingReturned), "the cent too much goes back to its source"


def test_it_never_revives_what_has_ended() -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    m = house.m
    house.do(CancelFunding(actor=CARLOS, deal=house.deal_id, milestone=1, seen=m.seen))
    item = house.book(about=house.deal_id)
    with pytest.raises(NotNow, match="milestone-not-waiting"):
        house.match(item)
    assert house.deal.state is DealState.CANCELLED
    assert (house.items[item.id].state, house.in_suspense) == (SuspenseState.OPEN, 30000)


def test_work_that_is_paid_for_takes_no_second_payment() -> None:
    house = Treasury()
    house.funded("300.00 EUR")
    with pytest.raises(NotNow, match="milestone-not-waiting"):
        house.match(house.book())


def test_what_was_paid_by_another_way_is_not_mixed_with_it() -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    house.pay(amount("1.00 EUR"), rail="play")
    with pytest.raises(NotNow, match="other-rail"):
        house.match(house.book())


def test_a_reference_of_the_bank_is_booked_once_wherever_it_was() -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    house.book()
    with pytest.raises(NotNow, match="deposit-booked-before"):
        house.book()
    with pytest.raises(NotNow, match="deposit-used-elsewhere"):
        house.pay(rail="manual", actor=TESS, external="FT1")
    house.pay(rail="manual", actor=TESS, external="FT2")
    with pytest.raises(NotNow, match="deposit-booked-before"):
        house.book(ref="FT2")
    assert (house.in_suspense, house.balance(asset("manual"))) == (30000, 60000)


def test_two_treasurers_match_it_once() -> None:
    house = Treasury()
    house.agreed("300.00 EUR", "300.00 EUR")
    house.match(item := house.book())
    for again in (lambda: house.match(item, HANA), lambda: house.send_back(item, HANA)):
        with pytest.raises(NotNow, match="suspense-closed"):
            again()
    assert house.balance(hold(house.deal_id, 1)) == house.balance(asset("manual"))


def test_sent_back_it_is_in_the_ledger_no_more() -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    item = house.send_back(house.book(about=house.deal_id))
    assert (item.state, item.closed_by) == (SuspenseState.RETURNED, TESS)
    assert house.in_suspense == house.balance(asset("manual")) == 0
    assert house.told(CARLOS)[-2:] == ["money-unmatched", "money-sent-back"]
    assert not {"money-unmatched", "money-sent-back"} & {*house.told(BINA)}
    with pytest.raises(NotNow, match="suspense-closed"):
        house.match(item)


def test_what_the_bank_sends_here_again_waits_again() -> None:
    house = Treasury()
    item = house.send_back(house.book())
    house.clock.forward(3 * DAY)
    with pytest.raises(Stale):
        house.do(BounceSuspense(actor=TESS, item=item.id, seen=item.seen - 1))
    house.do(BounceSuspense(actor=TESS, item=item.id, seen=item.seen))
    back = house.items[item.id]
    assert (back.state, house.in_suspense) == (SuspenseState.OPEN, 30000)
    assert back.due_at == house.clock.now() + house.policy.deposit_check
    assert house.send_back(back).returns == 2
    assert (house.in_suspense, house.balance(asset("manual"))) == (0, 0)


def test_a_tap_on_an_older_card_sends_nothing_back() -> None:
    house = Treasury()
    item = house.book()
    with pytest.raises(Stale):
        house.do(ReturnSuspense(actor=TESS, item=item.id, seen=item.seen + 1))


def test_the_desk_is_alarmed_for_ever_and_nothing_else_happens() -> None:
    house = Treasury()
    item = house.book()
    house.pass_time(item.due_at - house.clock.now() - DAY / 100)
    assert "suspense-alarmed" not in house.told(DESK)
    house.pass_time(5 * DAY)
    assert house.told(DESK).count("suspense-alarmed") == 5
    assert house.items[item.id].state is SuspenseState.OPEN
    house.send_back(house.items[item.id])
    house.pass_time(5 * DAY)
    assert house.told(DESK).count("suspense-alarmed") == 5


def test_nobody_but_the_clock_alarms() -> None:
    house = Treasury()
    item = house.book()
    for actor in (SYSTEM, TESS):
        with pytest.raises(NotNow, match="clock-only"):
            house.do(AlarmSuspense(actor=actor, item=item.id))


# who


@pytest.mark.parametrize(
    ("actor", "why"),
    [(CARLOS, "not-on-the-list"), (ARAM, "for-treasurers"), (NOOR, "for-treasurers")],
)
def test_treasurers_alone_touch_it(actor: PersonId, why: str) -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    item = house.book()
    touched: list[Command] = [
        ReturnSuspense(actor=actor, item=item.id, seen=item.seen),
        BounceSuspense(actor=actor, item=item.id, seen=item.seen),
        MatchSuspense(actor=actor, item=item.id, deal=house.deal_id, milestone=1),
    ]
    for command in touched:
        with pytest.raises(NotYours, match=why):
            house.do(command)
    with pytest.raises(NotYours, match=why):
        house.book(ref="FT2", actor=actor)


def test_a_treasurer_does_not_touch_what_is_about_their_own_deal() -> None:
    house = Treasury(replace(TWO, treasurers=frozenset({TESS, HANA, CARLOS})))
    house.agreed("300.00 EUR")
    item = house.book(about=house.deal_id)
    for act in (
        lambda: house.book(ref="FT2", actor=CARLOS, about=house.deal_id),
        lambda: house.send_back(item, CARLOS),
        lambda: house.match(item, CARLOS),
    ):
        with pytest.raises(NotYours, match="own-deal"):
            act()


def _about_the_deal_of(side: PersonId, house: Treasury) -> Suspense:
    """Money that seems to be meant for a deal that they are to join, and another that waits."""
    house.invited("300.00 EUR")
    meant = house.deal_id
    house.claimed(side)
    house.do(ConfirmClaimant(actor=BINA, deal=meant, person=side))
    house.agreed("900.00 EUR")
    return house.book("600.00 EUR", about=meant)


def test_a_treasurer_matches_nothing_about_their_own_deal_to_another() -> None:
    house = Treasury(replace(TWO, treasurers=frozenset({TESS, HANA, SAM})))
    item = _about_the_deal_of(SAM, house)
    with pytest.raises(NotYours, match="own-deal"):
        house.match(item, SAM)
    house.match(item)
    with pytest.raises(NotYours, match="own-deal"):
        approve(house, SAM)
    with pytest.raises(NotYours, match="own-deal"):
        refuse(house, SAM)
    approve(house, HANA)
    assert house.items[item.id].state is SuspenseState.MATCHED


def test_who_became_a_side_since_they_asked_has_asked_for_no_match() -> None:
    house = Treasury(replace(TWO, treasurers=frozenset({TESS, HANA, SAM})))
    house.agreed("900.00 EUR")
    other = house.deal_id
    house.invited("300.00 EUR")
    meant = house.deal_id
    item = house.book("600.00 EUR", about=meant)
    house.deal_id = other
    house.match(item, SAM)
    house.deal_id = meant
    house.claimed(SAM)
    house.do(ConfirmClaimant(actor=BINA, deal=meant, person=SAM))
    house.deal_id = other
    approve(house, HANA)
    assert house.deal.approvals[-1].state.value == "void"
    assert house.items[item.id].state is SuspenseState.OPEN


def test_what_a_side_booked_pays_for_no_deal_of_theirs() -> None:
    house = Treasury(replace(TWO, treasurers=frozenset({TESS, HANA, CARLOS})))
    house.agreed("300.00 EUR")
    item = house.book(actor=CARLOS)
    with pytest.raises(NotYours, match="booked-by-side"):
        house.match(item)
    assert house.send_back(item).state is SuspenseState.RETURNED


def test_who_booked_it_does_not_rule_on_what_it_pays_for() -> None:
    staff = Staff(frozenset({ARAM, SAM}), treasurers=frozenset({TESS, ARAM}))
    house = Treasury(staff)
    house.agreed("300.00 EUR")
    house.match(house.book(actor=ARAM))
    assert house.m.deposits[0].booked_by == ARAM
    house.submit()
    house.dispute()
    with pytest.raises(NotYours, match="conflict-deposit"):
        house.take(ARAM)
    house.take(SAM)


@pytest.mark.parametrize(
    ("treasurers", "matches", "refused"),
    [
        ({TESS, ARAM}, TESS, "booked-by-arbiter"),
        ({ARAM, SAM}, SAM, "booked-by-arbiter"),
        ({ARAM, SAM}, ARAM, None),
    ],
)
def test_what_is_matched_leaves_somebody_to_rule(
    treasurers: set[PersonId], matches: PersonId, refused: str | None
) -> None:
    ruling = {ARAM, SAM} & treasurers
    house = Treasury(Staff(frozenset(ruling), treasurers=frozenset(treasurers)))
    house.agreed("300.00 EUR")
    item = house.book(actor=ARAM)
    if refused is None:
        house.match(item, matches)
    else:
        with pytest.raises(NotYours, match=refused):
            house.match(item, matches)


def test_what_is_not_there_is_not_found() -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    nothing = SuspenseId("00000000")
    with pytest.raises(NotYours, match="no-such-suspense"):
        house.do(ReturnSuspense(actor=TESS, item=nothing, seen=1))
    with pytest.raises(NotYours, match="no-such-suspense"):
        house.do(MatchSuspense(actor=TESS, item=nothing, deal=house.deal_id, milestone=1))
    with pytest.raises(NotYours, match="no-such-deal"):
        house.book(about="00000000")
    with pytest.raises(BadInput, match="amount-not-positive"):
        house.do(
            BookSuspense(actor=TESS, amount=Money(0, "EUR"), rail="manual", external_id="z",
                         source="x", value_on="2026-01-05")
        )  # fmt: skip


# by two


def test_from_the_threshold_two_send_it_back() -> None:
    house = Treasury()
    item = house.book("500.00 EUR")
    asked = house.send_back(item)
    assert (asked.state, asked.asked_by, house.in_suspense) == (SuspenseState.OPEN, TESS, 50000)
    assert house.told(DESK) == ["suspense-return-asked"]
    with pytest.raises(NotNow, match="approval-waits"):
        house.send_back(item)
    sent = house.send_back(item, HANA)
    assert (sent.state, sent.closed_by, sent.second) == (SuspenseState.RETURNED, TESS, HANA)
    assert house.in_suspense == 0


def test_what_was_asked_lapses() -> None:
    house = Treasury()
    item = house.book("500.00 EUR")
    house.send_back(item)
    house.clock.forward(house.policy.approval_wait)
    assert house.send_back(item, HANA).asked_by == HANA
    assert house.in_suspense == 50000


def test_many_small_ones_of_a_day_take_two_like_a_large_one() -> None:
    house = Treasury()
    first = house.send_back(house.book("250.00 EUR"))
    second = house.send_back(house.book("250.00 EUR", "FT2"))
    assert (first.state, second.state) == (SuspenseState.RETURNED, SuspenseState.OPEN)
    house.clock.forward(DAY)
    assert house.send_back(house.book("250.00 EUR", "FT3")).state is SuspenseState.RETURNED


def test_what_came_here_again_was_sent_back_today_all_the_same() -> None:
    house = Treasury()
    item = house.send_back(house.book("300.00 EUR"))
    house.do(BounceSuspense(actor=TESS, item=item.id, seen=item.seen))
    again = house.send_back(house.items[item.id])
    assert (again.state, again.asked_by) == (SuspenseState.OPEN, TESS)
    house.clock.forward(DAY)
    assert house.send_back(house.items[item.id], HANA).state is SuspenseState.RETURNED


def test_who_became_a_side_since_they_asked_has_not_asked() -> None:
    house = Treasury(replace(TWO, treasurers=frozenset({TESS, HANA, CARLOS})))
    house.invited("300.00 EUR")
    item = house.book("900.00 EUR", about=house.deal_id)
    house.send_back(item, CARLOS)
    house.claimed()
    house.do(ConfirmClaimant(actor=BINA, deal=house.deal_id, person=CARLOS))
    asked = house.send_back(item)
    assert (asked.state, asked.asked_by) == (SuspenseState.OPEN, TESS)
    assert house.send_back(item, HANA).second == HANA


def test_a_desk_of_one_treasurer_sends_nothing_large_back_alone() -> None:
    house = Treasury(STAFF)
    with pytest.raises(NotNow, match="four-eyes-alone"):
        house.send_back(house.book("500.00 EUR"))


def test_from_the_threshold_two_match_it() -> None:
    house = Treasury()
    house.agreed("500.00 EUR")
    house.match(item := house.book("500.00 EUR"))
    assert (house.state(), house.items[item.id].state) == (State.FUNDING, SuspenseState.OPEN)
    approve(house, HANA)
    assert (house.state(), house.items[item.id].state) == (
        State.IN_PROGRESS, SuspenseState.MATCHED,
    )  # fmt: skip
    assert house.m.deposits[0].approved_by == house.items[item.id].second == HANA


def test_what_was_sent_back_meanwhile_is_not_matched_by_a_yes() -> None:
    house = Treasury()
    house.agreed("500.00 EUR")
    house.match(item := house.book("500.00 EUR"))
    house.send_back(house.items[item.id])
    house.send_back(house.items[item.id], HANA)
    approve(house, HANA)
    assert (house.state(), house.in_suspense) == (State.FUNDING, 0)
    assert house.deal.approvals[-1].state.value == "void"


def approve(house: Treasury, by: PersonId) -> None:
    waits = house.deal.approvals[-1]
    mark = waits.fingerprint(house.deal_id)
    house.do(Approve(actor=by, deal=house.deal_id, approval=waits.number, fingerprint=mark))


def refuse(house: Treasury, by: PersonId) -> None:
    waits = house.deal.approvals[-1]
    mark = waits.fingerprint(house.deal_id)
    number, why = waits.number, words("no")
    house.do(
        RefuseAsked(actor=by, deal=house.deal_id, approval=number, fingerprint=mark, words=why)
    )


# people


def test_who_may_have_money_here_is_not_forgotten_yet() -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    m = house.m
    house.do(CancelFunding(actor=CARLOS, deal=house.deal_id, milestone=1, seen=m.seen))
    item = house.book(about=house.deal_id)
    with pytest.raises(NotNow, match="still-open"):
        house.do(EraseMe(actor=CARLOS))
    house.send_back(item)
    house.do(EraseMe(actor=CARLOS))


def test_a_claim_is_answered_by_the_money_itself() -> None:
    house = Treasury()
    house.agreed("300.00 EUR")
    late = ConfirmDeposit(
        actor=TESS, deal=house.deal_id, milestone=1, amount=amount("300.00 EUR"), rail="manual",
        external_id="FT9", source="Carla C.", value_on="2026-01-04",
    )  # fmt: skip
    house.do(late)
    assert house.state() is State.IN_PROGRESS
    assert house.do(late).events == ()
    assert house.balance(asset("manual")) == 30000
