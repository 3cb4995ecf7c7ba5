"""A slip of the desk is undone by a mirrored entry, and what rests on it stays."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.approving import Approve
from core.deal.context import Staff
from core.deal.events import TransferKind
from core.deal.four_eyes import open_in
from core.deal.milestone import State
from core.deal.suspense import SuspenseState
from core.deal.transfer import TransferState
from core.escrow import Executed
from core.ledger import asset, clearing, hold, suspense, waiting
from core.paying import (
    CancelFunding,
    ConfirmDeposit,
    CorrectDeposit,
    LoseReversal,
    ReverseDeposit,
)
from core.values.errors import BadInput, NotNow, NotYours, Refusal, Stale
from core.values.ids import RAIL, DealId, PersonId
from core.values.money import Money
from core.working import ReleasePart
from tests.core.test_suspense import HANA, TWO, Treasury
from tests.kit.scene import ARAM, BINA, CARLOS, DAY, TESS, amount, words


class Desk(Treasury):
    """A treasurer who makes slips, in a deal of 300 euros."""

    def __init__(self, *prices: str, threshold: int = 50000, staff: Staff = TWO) -> None:
        super().__init__(staff)
        self.policy = replace(self.policy, four_eyes_threshold={"EUR": threshold})
        self.escrow.policy = self.policy
        self.agreed(*(prices or ("300.00 EUR",)))

    def arrives(self, price: str = "300.00 EUR", ref: str = "FT1", *, by: PersonId = TESS) -> None:
        self.pay(amount(price), rail="manual", actor=by, external=ref)

    def correct(
        self,
        right: str,
        *,
        actor: PersonId = TESS,
        milestone: int = 1,
        ref: str = "FT1",
        **more: Any,
    ) -> Executed:
        booked = self.deal.milestone(milestone).deposit("manual", ref)
        seen = 0 if booked is None else len(booked.corrected)
        said: dict[str, Any] = {
            "actor": actor,
            "deal": self.deal_id,
            "milestone": milestone,
            "rail": "manual",
            "deposit": ref,
            "corrections": seen,
            "amount": amount(right),
            "words": words("I read the wrong line"),
        }
        done = self.do(CorrectDeposit(**{**said, **more}))
        self.assert_books_balance()
        return done

    def slip(self, what: str, minor: int, which: int) -> int:
        """One of them; by how much more or less there is at the bank since."""
        place, m = which % len(self.deal.milestones) + 1, self.m
        booked = [(one.number, d) for one in self.deal.milestones for d in one.deposits]
        if what == "arrives":
            sum_ = Money(minor or 1, "EUR")
            self.pay(sum_, rail="manual", actor=TESS, milestone=place)
            return sum_.minor
        if what in ("correct", "aside"):
            number, deposit = booked[which % len(booked)] if booked else next(iter(()))
            aside = what == "aside"
            ref = deposit.external_id
            self.correct(str(Money(minor, "EUR")), milestone=number, ref=ref, aside=aside)
            return 0 if aside else minor - deposit.amount.minor
        if what == "match":
            self.match(next(i for i in self.items.values() if not i.closed_at), milestone=place)
        elif what == "submit":
            self.submit()
        elif what == "release" and m.submissions:
            self.approve()
        elif what == "cancel":
            self.on_milestone(CancelFunding, CARLOS)
        elif what == "pass":
            ends = m.window.ends_at if m.window and which else self.clock.now()
            self.pass_time(max(ends - self.clock.now(), DAY))
        return 0

    @property
    def at_bank(self) -> int:
        return self.balance(asset("manual"))

    @property
    def held(self) -> int:
        return self.balance(hold(self.deal_id, 1))

    @property
    def waits(self) -> int:
        return self.balance(waiting(self.deal_id, 1))


def test_what_never_arrived_is_not_there_and_the_work_stops_until_it_is_paid() -> None:
    desk = Desk()
    desk.arrives()
    desk.correct("0.00 EUR")
    assert (desk.state(), desk.at_bank, desk.held, desk.waits) == (State.FUNDING, 0, 0, 0)
    assert str(desk.m.missing) == "300.00 EUR"
    for person in (BINA, CARLOS):
        told = desk.notice(person, "deposit-corrected")
        assert (told.data["was"], told.data["right"], told.data["stops"]) == (
            (30000, "EUR"),
            (0, "EUR"),
            True,
        )
        assert str(told.words) == "I read the wrong line"
    desk.arrives(ref="FT2")
    assert (desk.state(), desk.held) == (State.IN_PROGRESS, 30000)
    desk.assert_books_balance()


def test_less_than_was_booked_waits_for_the_rest() -> None:
    desk = Desk()
    desk.arrives()
    desk.correct("296.50 EUR")
    assert (desk.state(), desk.held, desk.waits, desk.at_bank) == (State.FUNDING, 0, 29650, 29650)
    assert str(desk.m.missing) == "3.50 EUR"
    desk.arrives("3.50 EUR", "FT2")
    assert (desk.state(), desk.held) == (State.IN_PROGRESS, 30000)


def test_more_than_was_booked_funds_it() -> None:
    desk = Desk()
    desk.arrives("30.00 EUR")
    desk.correct("300.00 EUR")
    assert (desk.state(), desk.held, desk.at_bank) == (State.IN_PROGRESS, 30000, 30000)
    assert [d.corrected[0].was for d in desk.m.deposits] == [amount("30.00 EUR")]


def test_a_nought_too_many_is_owed_back_no_more() -> None:
    desk = Desk()
    desk.arrives("320.00 EUR")
    [due] = desk.deal.transfers
    assert str(due.amount) == "20.00 EUR"
    desk.correct("300.00 EUR")
    assert [t.state for t in desk.deal.transfers] == [TransferState.VOID]
    assert (desk.state(), desk.held, desk.at_bank) == (State.IN_PROGRESS, 30000, 30000)


def test_of_what_is_owed_back_the_rest_stays_owed() -> None:
    desk = Desk()
    desk.arrives("320.00 EUR")
    desk.correct("310.00 EUR")
    assert sorted((t.state, str(t.amount)) for t in desk.deal.transfers) == [
        (TransferState.PENDING, "10.00 EUR"),
        (TransferState.VOID, "10.00 EUR"),
    ]
    assert desk.at_bank == 31000


def test_more_that_came_too_late_is_owed_back() -> None:
    desk = Desk()
    desk.arrives("100.00 EUR")
    desk.on_milestone(CancelFunding, CARLOS)
    desk.correct("120.00 EUR")
    assert [str(t.amount) for t in desk.deal.transfers] == ["100.00 EUR", "20.00 EUR"]
    assert (desk.at_bank, desk.in_suspense) == (12000, 0)


def test_money_of_another_deal_is_set_aside_and_finds_it() -> None:
    desk = Desk()
    desk.arrives()
    desk.correct("0.00 EUR", aside=True)
    [item] = desk.items.values()
    assert (item.state, str(item.amount), item.external_id) == (
        SuspenseState.OPEN,
        "300.00 EUR",
        "FT1",
    )
    assert (desk.in_suspense, desk.at_bank, desk.held) == (30000, 30000, 0)
    first = desk.deal_id
    desk.agreed("300.00 EUR")
    desk.match(item)
    assert (desk.state(), desk.held, desk.in_suspense) == (State.IN_PROGRESS, 30000, 0)
    desk.correct("0.00 EUR", aside=True)
    again = desk.items[item.id]
    assert (again.state, again.deal, desk.in_suspense) == (SuspenseState.OPEN, None, 30000)
    desk.deal_id = first
    desk.match(again)
    assert (desk.held, desk.in_suspense) == (30000, 0)
    desk.assert_books_balance()


def test_what_was_set_aside_comes_from_suspense_and_is_not_booked_once_more() -> None:
    desk = Desk()
    desk.arrives()
    desk.correct("100.00 EUR", aside=True)
    for more in ("300.00 EUR", "100.01 EUR"):
        with pytest.raises(NotNow, match="set-aside-before"):
            desk.correct(more)
    assert (desk.waits, desk.in_suspense, desk.at_bank) == (10000, 20000, 30000)


def test_what_came_out_of_suspense_and_was_set_aside_is_not_booked_once_more() -> None:
    desk = Desk()
    desk.match(desk.book("300.00 EUR"))
    desk.correct("0.00 EUR", aside=True)
    with pytest.raises(NotNow, match="set-aside-before"):
        desk.correct("300.00 EUR")


def test_who_said_that_more_arrived_does_not_rule_on_it() -> None:
    desk = Desk()
    desk.arrives("1.00 EUR")
    desk.correct("300.00 EUR", actor=HANA)
    assert desk.m.deposits[0].hands == {TESS, HANA}
    other = Desk()
    other.arrives()
    other.correct("299.00 EUR", actor=HANA)
    assert other.m.deposits[0].hands == {TESS}, "less is no hand in it"


def test_who_says_that_more_arrived_leaves_enough_to_rule() -> None:
    desk = Desk(staff=Staff(frozenset({TESS}), frozenset(), frozenset({TESS, HANA})))
    desk.arrives("1.00 EUR", by=HANA)
    with pytest.raises(NotYours, match="last-arbiter"):
        desk.correct("300.00 EUR")


def test_nobody_elses_refund_is_taken_for_a_slip() -> None:
    desk = Desk()
    desk.arrives("350.00 EUR")
    desk.do(_from("Somebody Else, NL1", "50.00 EUR", "FT2", desk.deal_id))
    carlos, other = desk.deal.transfers
    desk.correct("300.00 EUR")
    assert desk.deal.transfer(carlos.number).state is TransferState.VOID
    assert desk.deal.transfer(other.number).state is TransferState.PENDING
    desk.submit()
    with pytest.raises(NotNow, match="work-rests"):
        desk.correct("299.00 EUR")


def test_what_is_owed_back_of_a_milestone_that_is_over_is_told_to_the_client_alone() -> None:
    desk = Desk("300.00 EUR", "200.00 EUR")
    desk.arrives()
    desk.submit()
    desk.approve()
    desk.do(_from("Carlos", "50.00 EUR", "FT9", desk.deal_id))
    desk.correct("20.00 EUR", ref="FT9")
    assert "deposit-corrected" in desk.told(CARLOS)
    assert "deposit-corrected" not in desk.told(BINA)


def test_terms_of_what_never_arrived_can_be_changed() -> None:
    desk = Desk()
    desk.arrives("100.00 EUR")
    assert not desk.m.unpaid
    desk.correct("0.00 EUR")
    assert desk.m.unpaid


def test_one_transfer_for_two_is_divided_by_setting_a_part_aside() -> None:
    desk = Desk("300.00 EUR", "200.00 EUR")
    desk.arrives("499.00 EUR")
    desk.correct("300.00 EUR", aside=True)
    assert (desk.held, desk.in_suspense, desk.at_bank) == (30000, 19900, 49900)
    assert [t.state for t in desk.deal.transfers] == [TransferState.VOID]
    with pytest.raises(NotNow, match="set-aside-whole"):
        desk.correct("200.00 EUR", aside=True)


def test_what_came_out_of_suspense_goes_back_whole() -> None:
    desk = Desk()
    item = desk.book("300.00 EUR")
    desk.match(item)
    with pytest.raises(NotNow, match="set-aside-whole"):
        desk.correct("100.00 EUR", aside=True)
    desk.correct("0.00 EUR", aside=True)
    assert desk.items[item.id].state is SuspenseState.OPEN
    assert desk.balance(suspense("manual")) == 30000


def test_what_was_released_rests_on_it_and_is_named() -> None:
    desk = Desk()
    desk.arrives()
    desk.submit()
    desk.on_milestone(ReleasePart, CARLOS, amount=amount("100.00 EUR"))
    with pytest.raises(NotNow, match="correction-rests") as no:
        desk.correct("0.00 EUR")
    assert no.value.data["amount"] == (10000, "EUR")
    desk.approve()
    with pytest.raises(NotNow, match="correction-rests"):
        desk.correct("299.99 EUR")
    assert desk.at_bank == 30000


def test_work_that_was_handed_in_on_it_rests_on_it() -> None:
    desk = Desk()
    desk.arrives()
    desk.submit()
    with pytest.raises(NotNow, match="work-rests"):
        desk.correct("0.00 EUR")
    with pytest.raises(NotNow, match="work-rests"):
        desk.correct("0.00 EUR", aside=True)
    assert desk.held == 30000


def test_what_a_bank_took_back_is_no_slip() -> None:
    desk = Desk()
    desk.arrives()
    desk.do(
        ReverseDeposit(
            actor=TESS,
            deal=desk.deal_id,
            milestone=1,
            rail="manual",
            deposit="FT1",
            external_id="R1",
            amount=amount("300.00 EUR"),
            words=words("recalled"),
        )
    )
    with pytest.raises(NotNow, match="deposit-taken-back"):
        desk.correct("0.00 EUR")
    desk.do(LoseReversal(actor=TESS, deal=desk.deal_id, reversal=1, words=words("lost")))
    with pytest.raises(NotNow, match="deposit-taken-back"):
        desk.correct("0.00 EUR")


@pytest.mark.parametrize("right", [Money(30000, "EUR"), Money(-1, "EUR")])
def test_nothing_to_correct_is_said(right: Money) -> None:
    desk = Desk()
    desk.arrives()
    with pytest.raises(BadInput, match="nothing-to-correct"):
        desk.correct("0.00 EUR", amount=right)


def test_another_currency_and_another_deposit_are_refused() -> None:
    desk = Desk()
    desk.arrives()
    with pytest.raises(BadInput, match="deposit-currency"):
        desk.correct("0.00 EUR", amount=Money(0, "USD"))
    with pytest.raises(BadInput, match="no-such-deposit"):
        desk.correct("0.00 EUR", ref="FT9")


def test_nobody_corrects_a_rail_and_nobody_but_a_treasurer_corrects() -> None:
    desk = Desk()
    desk.pay(rail="play")
    deposit = desk.m.deposits[0]
    with pytest.raises(NotNow, match="deposit-of-rail"):
        desk.correct("0.00 EUR", ref=deposit.external_id, rail="play")
    other = Desk()
    other.arrives()
    for person in (BINA, CARLOS, ARAM, RAIL):
        with pytest.raises(NotYours):
            other.correct("0.00 EUR", actor=person)


def test_a_second_tap_corrects_nothing_twice() -> None:
    desk = Desk()
    desk.arrives()
    desk.correct("296.50 EUR")
    with pytest.raises(Stale):
        desk.correct("296.00 EUR", corrections=0)
    desk.correct("300.00 EUR")
    assert desk.held == 30000
    assert [str(one.was) for one in desk.m.deposits[0].corrected] == ["300.00 EUR", "296.50 EUR"]


def test_from_the_threshold_on_it_takes_two_and_an_edit_voids_it() -> None:
    desk = Desk("600.00 EUR")
    desk.arrives("600.00 EUR")
    _approved(desk)
    desk.correct("0.00 EUR")
    assert desk.held == 60000, "one treasurer alone takes nothing off"
    desk.correct("1.00 EUR")
    [asked] = open_in(desk.deal)
    assert (str(asked.asked.amount), asked.correction) == ("599.00 EUR", asked.asked)  # type: ignore[union-attr]
    _approved(desk)
    assert (desk.held, desk.waits, desk.at_bank) == (0, 100, 100)
    [made] = desk.m.deposits[0].corrected
    assert (made.by, made.approved_by) == (TESS, HANA)
    desk.assert_books_balance()


def test_two_set_aside_what_takes_two() -> None:
    desk = Desk("600.00 EUR")
    desk.arrives("600.00 EUR")
    _approved(desk)
    desk.correct("0.00 EUR", aside=True)
    assert desk.in_suspense == 0
    _approved(desk)
    assert desk.in_suspense == 60000
    desk.assert_books_balance()


def test_corrections_of_one_day_count_together() -> None:
    desk = Desk("600.00 EUR")
    desk.arrives("400.00 EUR")
    desk.correct("100.00 EUR")
    desk.correct("400.00 EUR")
    desk.correct("200.00 EUR")
    assert [asked.kind.value for asked in open_in(desk.deal)] == ["correction"]
    assert desk.waits == 40000
    desk.pass_time(DAY)
    desk.correct("200.00 EUR")
    assert desk.waits == 20000


def test_a_deposit_is_not_made_larger_by_one_person_than_one_person_may_book() -> None:
    desk = Desk("900.00 EUR")
    desk.arrives("400.00 EUR")
    desk.correct("500.00 EUR")
    assert desk.waits == 40000, "waits for a second person"
    desk.pass_time(DAY)
    desk.correct("600.00 EUR")
    desk.arrives("299.99 EUR", "FT2")
    assert desk.waits == 60000 + 29999
    desk.pass_time(DAY)
    desk.correct("899.99 EUR")
    desk.arrives("200.01 EUR", "FT3")
    assert [asked.kind.value for asked in open_in(desk.deal)] == ["deposit"]


def test_what_is_refused_is_not_asked_for() -> None:
    desk = Desk("600.00 EUR")
    desk.arrives("600.00 EUR")
    _approved(desk)
    desk.submit()
    with pytest.raises(NotNow, match="work-rests"):
        desk.correct("0.00 EUR")
    assert not open_in(desk.deal)


def test_a_deposit_that_is_corrected_meanwhile_makes_the_asking_void() -> None:
    desk = Desk("600.00 EUR")
    desk.arrives("600.00 EUR")
    _approved(desk)
    desk.correct("0.00 EUR")
    [asked] = open_in(desk.deal)
    desk.correct("599.00 EUR")
    assert not open_in(desk.deal)
    with pytest.raises(NotNow, match="nothing-to-approve"):
        desk.do(_yes(desk, asked.number, asked.fingerprint(desk.deal_id)))


def _from(source: str, sum_: str, ref: str, deal: DealId) -> ConfirmDeposit:
    return ConfirmDeposit(
        actor=TESS,
        deal=deal,
        milestone=1,
        amount=amount(sum_),
        rail="manual",
        external_id=ref,
        source=source,
    )


def _approved(desk: Desk) -> None:
    [asked] = open_in(desk.deal)
    desk.do(_yes(desk, asked.number, asked.fingerprint(desk.deal_id)))


def _yes(desk: Desk, number: int, mark: str) -> Approve:
    return Approve(actor=HANA, deal=desk.deal_id, approval=number, fingerprint=mark)


def test_the_same_reference_is_not_booked_anew_but_corrected() -> None:
    desk = Desk()
    desk.arrives()
    desk.correct("0.00 EUR")
    with pytest.raises(NotNow, match="deposit-used-elsewhere"):
        desk.do(
            ConfirmDeposit(
                actor=TESS,
                deal=desk.deal_id,
                milestone=1,
                amount=amount("300.00 EUR"),
                rail="manual",
                external_id="FT1",
                source="Carlos",
            )
        )
    desk.pass_time(DAY)
    desk.correct("300.00 EUR")
    assert (desk.state(), desk.held) == (State.IN_PROGRESS, 30000)


ACTS = ("arrives", "correct", "correct", "aside", "match", "submit", "release", "pass", "cancel")
SLIPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["arrives", "correct", "aside", "match", "submit", "release", "pass", "cancel"]
        ),
        st.sampled_from([0, 1, 10_000, 20_000, 29_999, 30_000, 40_000]),
        st.integers(0, 3),
    ),
    max_size=14,
)


@given(first=st.sampled_from([30_000, 20_000, 40_000]), slips=SLIPS)
def test_after_any_row_of_slips_everything_at_the_bank_is_somebodys(
    first: int,
    slips: list[tuple[str, int, int]],
) -> None:
    desk = Desk("300.00 EUR", "200.00 EUR", threshold=10**9)
    arrived = 0
    for what, minor, which in (("arrives", first, 0), *slips):
        before = desk.at_bank
        with suppress(Refusal, StopIteration):
            arrived += desk.slip(what, minor, which)
        assert desk.at_bank == arrived, f"{what} {minor} moved {desk.at_bank - before}"
        desk.assert_books_balance()
        open_ = [i for i in desk.items.values() if i.state is SuspenseState.OPEN]
        assert desk.in_suspense == sum(i.amount.minor for i in open_)
        for one in desk.deal.transfers:
            stands = one.amount.minor if one.owed and one.kind is TransferKind.REFUND else 0
            assert desk.balance(clearing(one.kind, desk.deal_id, one.number)) == stands
