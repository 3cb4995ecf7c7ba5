"""A bank's file against the deals: what is certain is booked once, what is not is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config.rails import Account
from bot.rails.booking import about
from bot.rails.importing import Came, Importing, Looked
from bot.statements import Columns
from core.approving import Approve, RefuseAsked
from core.deal.four_eyes import open_in
from core.deal.milestone import State
from core.deal.model import TransferState
from core.deal.suspense import SuspenseState
from core.ledger import asset, suspense
from core.paying import (
    ConfirmDeposit,
    ConfirmTransfer,
    CorrectDeposit,
    LineEnd,
    LineFound,
    LineIs,
    Target,
    Why,
)
from core.values import amounts
from core.values.errors import BadInput, NotNow, Refusal
from core.values.ids import DealId, PersonId
from core.values.policy import Policy
from tests.kit import banks
from tests.kit.banks import OURS, Day, Paid
from tests.kit.memory import MemoryEdge, MemoryReads
from tests.kit.scene import BOTH, STAFF, TESS, Scene, amount, at_once, words

HANA = PersonId(1010)
ACCOUNT = Account(holder="Holdfast", iban=OURS)


class House(Scene):
    """Deals that are paid by bank transfer, and the treasurer's files."""

    def __init__(self, threshold: int = 10**9) -> None:
        rules = {"quiet_hours": None, "rails": BOTH, "four_eyes_threshold": {"EUR": threshold}}
        staff = replace(STAFF, treasurers=frozenset({TESS, HANA}))
        super().__init__(Policy(**rules), staff)  # type: ignore[arg-type]
        self.edge = MemoryEdge()
        self.names = count(1)
        self.importing = self.restarted()

    def restarted(self, **accounts: Account) -> Importing:
        """After a kill: nothing but the database is left."""
        reads = MemoryReads(self.store, self.escrow)
        return Importing(self.escrow, reads, self.edge, accounts or {"EUR": ACCOUNT})

    def look(self, *lines: Paid, write: banks.Writer = banks.camt) -> Looked:
        return at_once(self.importing.look(write(Day(lines=lines)), "file"))

    def book(self, found: LineFound, target: Target | None = None, by: PersonId = TESS) -> Came:
        return at_once(self.importing.book(found, target, by))

    def book_certain(self, looked: Looked) -> list[Came]:
        return [self.book(one, one.targets[0]) for one in looked.certain]

    def code(self, number: int = 1) -> str:
        return f"{self.deal_id}-{number}"

    def paid(self, minor: int = 30_000, text: str = "", **more: str) -> Paid:
        reference = f"BANK{next(self.names):08}"
        return Paid(minor=minor, text=text or self.code(), reference=reference, **more)  # type: ignore[arg-type]


@pytest.fixture
def house() -> House:
    made = House()
    made.agreed("300.00 EUR")
    return made


def test_what_is_certain_funds_its_milestone_and_the_same_file_again_does_nothing(
    house: House,
) -> None:
    line = house.paid()
    looked = house.look(line)
    assert house.book_certain(looked) == [Came.DONE]
    assert house.state() is State.IN_PROGRESS
    [deposit] = house.m.deposits
    assert (deposit.source, deposit.value_on) == (
        "Bina Rastegar, DE02120300000000202051",
        "2026-05-19",
    )
    again = house.look(line)
    assert [one.done for one in again.findings] == [LineEnd.DEPOSIT]
    assert not again.left
    assert house.book_certain(looked) == [Came.DONE]
    assert house.balance(asset("manual")) == 30_000


def test_what_is_unknown_waits_in_suspense_once(house: House) -> None:
    line = house.paid(text="thanks for lunch")
    looked = house.look(line)
    [found] = looked.unknown
    assert house.book(found) is Came.DONE
    [item] = house.store.rows.suspense.values()
    assert (item.state, item.about) == (SuspenseState.OPEN, None)
    assert house.look(line).findings[0].done is LineEnd.SUSPENSE
    house.book(found)
    assert house.balance(suspense("manual")) == 30_000


def test_what_names_a_deal_and_is_kept_in_suspense_tells_its_client(house: House) -> None:
    [found] = house.look(house.paid(29_999)).likely
    assert found.why == (Why.SHORT,)
    house.book(found, None)
    [item] = house.store.rows.suspense.values()
    assert item.about == house.deal_id
    for why in (Why.CUT, Why.SEEN_BEFORE, Why.TYPED, Why.RETURN_REASON):
        assert about(replace(found, why=(why,))) is None
    double = (Target(LineIs.DOUBLE, house.deal_id, 1), *found.targets)
    assert about(replace(found, targets=double)) is None


def test_a_notification_of_the_day_and_the_statement_after_it_book_once(house: House) -> None:
    line = house.paid()
    house.book_certain(house.look(line, write=banks.WRITERS["camt.054.001.08"]))
    assert not house.look(line).left


def test_the_same_money_in_a_file_of_another_kind_is_asked_about(house: House) -> None:
    line = house.paid()
    house.book_certain(house.look(line))
    [found] = house.look(line, write=banks.german_csv).likely
    assert Why.SEEN_BEFORE in found.why


def test_from_the_threshold_on_it_waits_for_a_second_treasurer() -> None:
    house = House(threshold=30_000)
    house.agreed("300.00 EUR")
    line = house.paid()
    looked = house.look(line)
    assert house.book_certain(looked) == [Came.ASKED]
    assert house.state() is State.FUNDING
    assert house.book_certain(looked) == [Came.ASKED]
    assert house.book_certain(house.look(line)) == [Came.ASKED]
    [waits] = open_in(house.deal)
    house.do(
        Approve(actor=HANA, deal=house.deal_id, approval=waits.number,
                fingerprint=waits.fingerprint(house.deal_id))
    )  # fmt: skip
    assert house.state() is State.IN_PROGRESS
    assert house.look(line).findings[0].done is LineEnd.DEPOSIT


def test_what_was_confirmed_by_hand_is_not_booked_once_more(house: House) -> None:
    house.pay(rail="manual", actor=TESS, external="typed")
    line = house.paid()
    [found] = house.look(line).likely
    assert found.targets[0].is_ is LineIs.DOUBLE
    assert house.book(found, found.targets[0]) is Came.DONE
    assert house.balance(asset("manual")) == 30_000
    assert house.look(line).findings[0].done is LineEnd.DOUBLE


def test_a_reference_that_a_treasurer_typed_is_known_from_the_statement(house: House) -> None:
    line = house.paid()
    house.pay(rail="manual", actor=TESS, external=line.reference)
    assert house.look(line).findings[0].done is LineEnd.DOUBLE


def test_what_was_certain_is_taken_back_where_the_deal_has_moved_since(house: House) -> None:
    looked = house.look(house.paid())
    house.pay(rail="manual", actor=TESS, external="typed")
    with pytest.raises(NotNow, match="line-changed"):
        house.book_certain(looked)
    assert house.balance(asset("manual")) == 30_000
    assert not house.store.rows.lines


def test_of_two_treasurers_who_book_a_line_differently_the_first_counts(house: House) -> None:
    looked = house.look(house.paid())
    house.book(looked.certain[0], None)
    with pytest.raises(Refusal):
        house.book(looked.certain[0], looked.certain[0].targets[0], HANA)
    assert house.balance(asset("manual")) == house.balance(suspense("manual")) == 30_000


def by_hand(house: House, money: str, reference: str) -> None:
    house.do(
        ConfirmDeposit(actor=HANA, deal=house.deal_id, milestone=1, amount=amount(money),
                       rail="manual", external_id=reference, source="Carlos")
    )  # fmt: skip


def booked_right(house: House, minor: int) -> bool:
    """Whether the books have as much as the bank, suspense included."""
    return house.balance(asset("manual")) == minor


def approved(house: House) -> None:
    [waits] = open_in(house.deal)
    house.do(
        Approve(actor=HANA, deal=house.deal_id, approval=waits.number,
                fingerprint=waits.fingerprint(house.deal_id))
    )  # fmt: skip


def test_of_two_that_were_confirmed_by_hand_neither_becomes_certain_by_the_other() -> None:
    house = House()
    house.agreed("500.00 EUR")
    by_hand(house, "100.00 EUR", "typed a")
    by_hand(house, "200.00 EUR", "typed b")
    lines = (house.paid(10_000), house.paid(20_000))
    looked = house.look(*lines)
    house.book(looked.likely[0], looked.likely[0].targets[0])
    [left] = house.look(*lines).likely
    assert Why.BY_HAND in left.why
    assert booked_right(house, 30_000)


def test_what_a_second_treasurer_approved_is_known_in_a_file_of_another_kind() -> None:
    house = House(threshold=20_000)
    house.agreed("600.00 EUR")
    mine, other = house.paid(), house.paid()
    [found] = house.look(mine).likely
    assert house.book(found, found.targets[0]) is Came.ASKED
    assert house.look(mine).left
    approved(house)
    assert house.look(mine).findings[0].done is LineEnd.DEPOSIT
    again = house.look(other, write=banks.mt940)
    assert not again.certain
    assert Why.SEEN_BEFORE in again.likely[0].why


def test_what_was_asked_and_refused_is_shown_again_and_can_be_kept_otherwise() -> None:
    house = House(threshold=20_000)
    house.agreed("300.00 EUR")
    line = house.paid()
    house.book_certain(house.look(line))
    [waits] = open_in(house.deal)
    house.do(
        RefuseAsked(actor=HANA, deal=house.deal_id, approval=waits.number, words=words("no"),
                    fingerprint=waits.fingerprint(house.deal_id))
    )  # fmt: skip
    [found] = house.look(line).certain
    assert house.book(found, None) is Came.DONE
    assert house.look(line).findings[0].done is LineEnd.SUSPENSE
    assert booked_right(house, 30_000)


def test_what_a_colleague_typed_since_it_was_looked_at_is_not_booked_once_more() -> None:
    for text, taken in (("lunch", False), ("", True)):
        house = House()
        house.agreed("500.00 EUR")
        line = house.paid(text=text)
        [found] = house.look(line).findings
        by_hand(house, "300.00 EUR", line.reference)
        with pytest.raises(NotNow, match="line-done"):
            house.book(found, found.targets[0] if taken else None)
        assert booked_right(house, 30_000)


def test_a_reference_that_was_typed_in_the_same_second_stops_the_booking() -> None:
    house = House()
    house.agreed("500.00 EUR")
    line = house.paid(text="lunch")
    [found] = house.look(line).findings
    by_hand(house, "300.00 EUR", line.reference)
    behind = house.restarted()

    async def as_before(*_: object, **__: object) -> tuple[LineFound, ...]:
        return (found,)

    behind.again = as_before  # type: ignore[method-assign]
    with pytest.raises(NotNow, match="line-changed"):
        at_once(behind.book(found, None, TESS))
    assert booked_right(house, 30_000)
    assert not house.store.rows.lines


def test_what_is_like_a_line_that_was_booked_since_is_looked_at_again() -> None:
    house = House()
    house.agreed("300.00 EUR")
    mine, other = house.paid(text="lunch"), house.paid(text="lunch")
    [first], [second] = house.look(mine).unknown, house.look(other).unknown
    house.book(first)
    with pytest.raises(NotNow, match="line-changed"):
        house.book(second)
    [doubted] = house.look(other).likely
    assert (doubted.targets, doubted.why[0]) == ((), Why.SEEN_BEFORE)


def test_two_that_are_alike_in_one_file_are_both_kept(house: House) -> None:
    looked = house.look(house.paid(text="lunch"), house.paid(text="lunch"))
    assert [house.book(one) for one in looked.unknown] == [Came.DONE, Came.DONE]
    assert booked_right(house, 60_000)


def test_a_typed_reference_of_another_amount_is_asked_about(house: House) -> None:
    by_hand(house, "30.00 EUR", "BANK1")
    [found] = house.look(Paid(minor=30_000, text="lunch", reference="BANK1")).likely
    assert Why.TYPED in found.why


def test_what_was_set_to_nothing_and_comes_is_asked_about(house: House) -> None:
    by_hand(house, "300.00 EUR", "BANK1")
    house.do(
        CorrectDeposit(actor=TESS, deal=house.deal_id, milestone=1, rail="manual",
                       deposit="BANK1", corrections=0, words=words("not there yet"),
                       amount=amounts.parse("0.00", "EUR", zero=True))
    )  # fmt: skip
    [found] = house.look(Paid(minor=30_000, text=house.code(), reference="BANK1")).likely
    assert found.why == (Why.TYPED,)
    house.book(found, found.targets[0])
    assert house.state() is State.IN_PROGRESS
    assert booked_right(house, 30_000)


def test_a_transfer_leaves_and_comes_back_as_a_whole(house: House) -> None:
    house.pay(amount("350.00 EUR"), rail="manual", actor=TESS)
    own = f"{house.deal_id}-T1"
    [short] = house.look(house.paid(-500, "Refund", end_to_end=own)).likely
    with pytest.raises(NotNow, match="line-other-amount"):
        house.book(short, short.targets[0])
    house.book_certain(house.look(house.paid(-5_000, "Refund", end_to_end=own)))
    [back] = house.look(house.paid(1_000, "Refund", end_to_end=own, returned="AC04")).likely
    with pytest.raises(NotNow, match="line-other-amount"):
        house.book(back, back.targets[0])
    assert about(back) is None
    assert booked_right(house, 30_000)


def paid_out(house: House) -> None:
    house.book_certain(house.look(house.paid()))
    house.submit()
    house.approve()


def test_a_payout_on_the_statement_has_left_us_and_what_comes_back_is_owed_again(
    house: House,
) -> None:
    paid_out(house)
    own = f"{house.deal_id}-T1"
    out = house.paid(-30_000, "Payout", end_to_end=own)
    house.book_certain(house.look(out))
    assert house.deal.transfer(1).state is not TransferState.PENDING
    back = house.paid(30_000, "Account closed", end_to_end=own, returned="AC04")
    looked = house.look(out, back)
    assert [one.done for one in looked.findings] == [LineEnd.SENT, None]
    house.book_certain(looked)
    assert house.deal.transfer(1).state is TransferState.RETURNED
    assert str(house.deal.transfer(1).returned) == "Account closed"
    assert not house.look(out, back).left


def test_what_was_sent_is_likely_by_amount_and_name_and_arrives(house: House) -> None:
    paid_out(house)
    house.do(ConfirmTransfer(actor=TESS, deal=house.deal_id, transfer=1, external_id="x"))
    [found] = house.look(house.paid(-30_000, "Ueberweisung", name="BINA R.")).likely
    assert found.why == (Why.AMOUNT_AND_NAME,)
    house.book(found, found.targets[0])
    assert house.deal.transfer(1).state is TransferState.CONFIRMED


def test_what_the_bank_takes_back_is_not_booked_by_a_file(house: House) -> None:
    house.book_certain(house.look(house.paid()))
    [found] = house.look(house.paid(-30_000, f"Storno {house.code()}", reverses=True)).likely  # type: ignore[arg-type]
    with pytest.raises(NotNow, match="line-reverses"):
        house.book(found, found.targets[0])


def test_charges_are_listed_and_not_shown_as_new_again(house: House) -> None:
    line = house.paid(-150, "Entgelt")
    [found] = house.look(line).listed
    assert house.book(found) is Came.DONE
    assert house.book(found) is Came.DONE
    assert not house.look(line).left
    assert house.balance(asset("manual")) == 0


@pytest.mark.parametrize(
    ("account", "key"),
    [("DE02120300000000202051", "statement-not-ours"), ("532013000", None), (OURS, None)],
)
def test_a_statement_of_somebody_else_is_refused(
    house: House, account: str, key: str | None
) -> None:
    content = banks.mt940(Day(lines=[house.paid()], account=account))
    if key is None:
        [found] = at_once(house.importing.look(content)).certain
        assert found.line.account == OURS
    else:
        with pytest.raises(BadInput, match=key):
            at_once(house.importing.look(content))


def test_a_currency_that_the_account_is_not_for_is_refused(house: House) -> None:
    with pytest.raises(BadInput, match="statement-not-ours"):
        at_once(house.importing.look(banks.camt(Day(lines=[house.paid()], currency="JPY"))))


def test_columns_are_told_once(house: House) -> None:
    content = f"aaa;bbb;ccc\n19.05.2026;{house.code()};300,00\n20.05.2026;x;-1,50\n".encode()
    with pytest.raises(BadInput, match="statement-columns"):
        at_once(house.importing.look(content))
    told = Columns({"date": (0,), "text": (1,), "amount": (2,)})
    assert len(at_once(house.importing.look(content, "x.csv", told)).certain) == 1
    assert len(at_once(house.importing.look(content, "x.csv")).certain) == 1


# a bank and its days

SETTLES = st.sampled_from(["exact", "short", "over", "twice", "lunch", "nothing", "cut"])
KIND = st.sampled_from([*banks.WRITERS.values(), lambda day: banks.mt940(day, structured=False)])


class Bank(House):
    """Several deals, the money that their clients send, and the files of each day."""

    def __init__(self, ways: Sequence[str]) -> None:
        super().__init__()
        self.deals: list[DealId] = []
        self.balance_there = 0
        self.lines: list[Paid] = []
        for way in ways:
            self.agreed("300.00 EUR")
            self.deals.append(self.deal_id)
            self.lines += [self.paid(*one) for one in self._sent(way)]

    def _sent(self, way: str) -> list[tuple[int, str]]:
        code = self.code()
        return {
            "exact": [(30_000, code)],
            "short": [(29_999, code)],
            "over": [(30_500, f"Logo {code.lower()}")],
            "twice": [(30_000, code), (30_000, code)],
            "lunch": [(1_234, "lunch")],
            "nothing": [],
            "cut": [(30_000, f"thanks {code[:7]}")],
        }[way]

    def imported(self, write: banks.Writer, kill: int) -> None:
        """Import the day's file with a kill after so many lines, and then whole, twice."""
        self.balance_there += sum(one.minor for one in self.lines)
        content = write(Day(lines=self.lines))
        for stop in (kill, None, None):
            self.importing = self.restarted()
            looked = at_once(self.importing.look(content, "file"))
            for found in [one for one in looked.findings if one.done is None][:stop]:
                self.book(found, self.chosen(found))
            if stop is None:
                assert self.balance(asset("manual")) == self.balance_there

    @staticmethod
    def chosen(found: LineFound) -> Target | None:
        """What a treasurer takes: what is offered, but for money that looks to be here already."""
        return found.targets[0] if found.targets and Why.TWICE not in found.why else None


@settings(max_examples=40, deadline=None)
@given(st.lists(SETTLES, min_size=1, max_size=4), KIND, KIND, KIND, st.integers(0, 5), st.data())
def test_the_books_and_the_bank_agree_whatever_a_day_brings(
    ways: list[str],
    write: banks.Writer,
    write_out: banks.Writer,
    write_back: banks.Writer,
    kill: int,
    data: st.DataObject,
) -> None:
    bank = Bank(ways)
    bank.lines = data.draw(st.permutations(bank.lines))
    if bank.lines:
        bank.imported(write, kill)
    out = []
    for deal in bank.deals:
        bank.deal_id = deal
        if bank.state() is State.IN_PROGRESS:
            bank.submit()
            bank.approve()
        for one in bank.deal.transfers:
            own = f"{deal}-T{one.number}"
            out.append(bank.paid(-one.amount.minor, "out", end_to_end=own))
    bank.lines = data.draw(st.permutations(out))
    if bank.lines:
        bank.imported(write_out, kill)
    back = [one for one in bank.lines if data.draw(st.booleans())]
    bank.lines = [
        bank.paid(-one.minor, "closed", end_to_end=one.end_to_end, returned="AC04") for one in back
    ]
    if bank.lines:
        bank.imported(write_back, kill)
