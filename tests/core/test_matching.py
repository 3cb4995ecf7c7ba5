"""What a line of the bank's is for: certain, likely and why, or unknown; never a guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from core.paying import (
    Candidates,
    ClaimPaid,
    ConfirmDeposit,
    ConfirmTransfer,
    CorrectDeposit,
    KeptLine,
    LineEnd,
    LineFound,
    LineIs,
    Matcher,
    Payee,
    StatementLine,
    Target,
    Why,
    kept,
    named_in,
)
from core.values.ids import DealId
from core.values.money import Money
from core.values.policy import Policy
from tests.kit.scene import BINA, BOTH, CARLOS, TESS, Scene, amount, words

ACCOUNT = "DE89370400440532013000"
DAY = date(2026, 5, 19)


def line(text: str, money: str = "300.00 EUR", *, out: bool = False, **more: Any) -> StatementLine:
    found = amount(money)
    signed = Money(-found.minor, found.currency) if out else found
    said = {"at": 1, "reference": "R1", "booked_on": DAY, "value_on": DAY, **more}
    return StatementLine(account=ACCOUNT, amount=signed, text=text, **said)


def was(
    before: StatementLine,
    end: LineEnd,
    about: tuple[DealId, int] | None = None,
    **changed: Any,
) -> KeptLine:
    return kept(replace(before, **changed), end, TESS, datetime(2026, 5, 19, tzinfo=UTC), about)


class Bank(Scene):
    """A deal of two milestones that is paid by bank transfer."""

    def __init__(self, *prices: str) -> None:
        super().__init__(Policy(quiet_hours=None, rails=BOTH, four_eyes_threshold={"EUR": 10**9}))
        self.agreed(*(prices or ("300.00 EUR",)))

    def find(self, text: str, money: str = "300.00 EUR", **more: Any) -> LineFound:
        return self.matcher().match(line(text, money, **more))

    def matcher(self, **more: Any) -> Matcher:
        known = {str(self.deal_id), "0123456Z"}
        return Matcher(Candidates(frozenset(known), {self.deal_id: self.deal}, **more))

    def target(self, is_: LineIs = LineIs.DEPOSIT, number: int = 1, returns: int = 0) -> Target:
        return Target(is_, self.deal_id, number, returns)

    @property
    def code(self) -> str:
        return f"{self.deal_id}-1"

    def by_hand(self, money: str, ref: str = "typed") -> None:
        self.do(
            ConfirmDeposit(actor=TESS, deal=self.deal_id, milestone=1, amount=amount(money),
                           rail="manual", external_id=ref, source="Carlos")
        )  # fmt: skip


def test_the_reference_with_exactly_what_is_missing_is_certain() -> None:
    bank = Bank()
    assert bank.find(f"Logo {bank.code}").targets == (bank.target(),)
    assert bank.find(f"Logo {bank.code}").sure


MANGLED = (
    "{whole}", "{lower}", "{spaced}", "PAYMENT FOR {whole} THANKS", "ref:{whole}.", "{glued}",
    "SVWZ+{broken}", "Grüße für {whole}", "GRUESSE{whole}", "{alike}", "{whole} 2026-05-19",
)  # fmt: skip


@pytest.mark.parametrize("words_", MANGLED)
def test_a_reference_survives_what_banks_do_to_it(words_: str) -> None:
    bank = Bank()
    code = bank.code
    text = words_.format(
        whole=code,
        lower=code.lower(),
        spaced=" ".join(code),
        glued=code.replace("-", ""),
        broken=f"{code[:5]}\n{code[5:]}",
        alike=code.replace("0", "O").replace("1", "I", code.count("1") - 1),
    )
    found = bank.find(text)
    assert (found.targets, found.sure, found.why) == ((bank.target(),), True, ())


@pytest.mark.parametrize(
    "after",
    [" 2x logo", " 25.11.2026", " 3 drafts", "/2026", " 1,5h", "-1,5h", " 2 سند", "-2.11.", "12"],
)
def test_a_number_that_may_be_anything_is_no_milestone(after: str) -> None:
    bank = Bank("300.00 EUR", "300.00 EUR", "300.00 EUR")
    assert bank.find(f"Invoice {bank.deal_id}{after}").why == (Why.NO_MILESTONE,)
    both = bank.find(f"{bank.deal_id}{after}", end_to_end=bank.code)
    assert not both.sure


@pytest.mark.parametrize("after", ["-2", " 2", "2", "-2 thanks", " - 2 drafts", "/2.", "2 of May"])
def test_a_number_by_itself_is_the_milestone(after: str) -> None:
    bank = Bank("300.00 EUR", "300.00 EUR", "300.00 EUR")
    found = bank.find(f"Straße, Grüße, Maße: {bank.deal_id}{after}")
    assert bank.target(number=2) in found.targets
    assert Why.NO_MILESTONE not in found.why


def test_two_milestones_in_one_line_are_not_certain() -> None:
    bank = Bank("300.00 EUR", "300.00 EUR", "300.00 EUR")
    found = bank.find(f"{bank.deal_id}-3", end_to_end=bank.code)
    assert (found.sure, found.why) == (False, (Why.NO_MILESTONE,))
    assert bank.find(f"Logo {bank.deal_id}", end_to_end=bank.code).targets == (bank.target(),)


def test_a_reference_that_was_cut_in_the_middle_is_likely() -> None:
    bank = Bank()
    found = bank.find(f"Invoice for the logo, thanks {bank.code[:7]}")
    assert (found.targets, found.why, found.sure) == ((bank.target(),), (Why.CUT,), False)
    assert bank.find(f"x {bank.code[:5]}").why == (Why.NO_REFERENCE,)
    assert bank.deal_id in named_in(
        [line(f"thanks {bank.code[:7]}")], frozenset({str(bank.deal_id)})
    )


def test_a_code_without_its_milestone_is_likely_to_be_what_waits() -> None:
    bank = Bank("300.00 EUR", "200.00 EUR")
    found = bank.find(str(bank.deal_id))
    assert (found.targets, found.why) == ((bank.target(),), (Why.NO_MILESTONE,))


@pytest.mark.parametrize(("money", "why"), [("299.99 EUR", Why.SHORT), ("300.01 EUR", Why.OVER)])
def test_a_cent_off_is_likely_and_says_which_way(money: str, why: Why) -> None:
    bank = Bank()
    found = bank.find(bank.code, money)
    assert (found.targets, found.why, found.sure) == ((bank.target(),), (why,), False)


def test_another_currency_is_for_no_milestone() -> None:
    bank = Bank()
    found = bank.find(bank.code, "300.00 USD")
    assert (found.targets, found.why) == ((), (Why.CURRENCY,))


def test_the_references_of_two_deals_are_for_a_treasurer() -> None:
    one, other = Bank(), Bank()
    other_id = DealId("0123456Z")
    deals = {one.deal_id: one.deal, other_id: other.deal}
    matcher = Matcher(Candidates(frozenset({str(one.deal_id), "0123456Z"}), deals))
    found = matcher.match(line(f"{one.code} and 0123456Z-1"))
    assert (found.why, found.sure, len(found.targets)) == ((Why.TWO_DEALS,), False, 2)


def test_a_milestone_that_is_paid_takes_nothing_by_itself() -> None:
    bank = Bank()
    bank.pay(rail="manual")
    found = bank.find(bank.code)
    assert not found.sure
    assert Why.NOT_WAITING in found.why


def test_the_reference_of_a_deal_that_ended_says_so() -> None:
    bank = Bank()
    bank.pay(rail="manual")
    bank.submit()
    bank.approve()
    found = bank.find(bank.code)
    assert Why.DEAL_ENDED in found.why
    assert not found.sure


def test_what_a_treasurer_confirmed_by_hand_is_likely_the_same_money() -> None:
    bank = Bank()
    bank.by_hand("300.00 EUR")
    found = bank.find(bank.code)
    assert found.targets[0] == bank.target(LineIs.DOUBLE)
    assert Why.BY_HAND in found.why
    assert not found.sure


def test_half_confirmed_by_hand_and_half_to_come_is_not_certain_either() -> None:
    bank = Bank("600.00 EUR")
    bank.by_hand("300.00 EUR")
    found = bank.find(bank.code)
    assert (found.targets, found.why) == (
        (bank.target(LineIs.DOUBLE), bank.target()),
        (Why.BY_HAND,),
    )
    before = was(line(bank.code, reference="R0"), LineEnd.DOUBLE, (bank.deal_id, 1), text="x")
    linked = bank.matcher(kept=[before]).match(line(bank.code))
    assert linked.sure


def test_what_was_linked_by_hand_says_nothing_of_another_amount() -> None:
    bank = Bank("500.00 EUR")
    bank.by_hand("100.00 EUR", "typed a")
    bank.by_hand("200.00 EUR", "typed b")
    first = line(bank.code, "100.00 EUR", reference="R0")
    linked = bank.matcher(kept=[was(first, LineEnd.DOUBLE, (bank.deal_id, 1))])
    found = linked.match(line(bank.code, "200.00 EUR"))
    assert (found.sure, found.why) == (False, (Why.BY_HAND,))


def test_a_line_that_was_asked_for_is_open_and_known_by_its_likeness() -> None:
    bank = Bank("600.00 EUR")
    one = line(bank.code)
    asked = bank.matcher(kept=[was(one, LineEnd.ASKED, (bank.deal_id, 1))])
    assert asked.match(one).done is None
    assert Why.SEEN_BEFORE not in asked.match(one).why
    other = asked.match(replace(one, reference="OTHER"))
    assert Why.SEEN_BEFORE in other.why
    approved = bank.matcher(
        kept=[was(one, LineEnd.ASKED, (bank.deal_id, 1))], booked=frozenset({one.external_id})
    )
    assert approved.match(one).done is LineEnd.DEPOSIT


def test_a_typed_reference_with_another_amount_is_not_dealt_with() -> None:
    bank = Bank()
    one = line(bank.code, bank_reference="FT 12")
    booked = frozenset({"FT 12"})
    same = bank.matcher(booked=booked, typed={"FT 12": amount("300.00 EUR")}).match(one)
    assert same.done is LineEnd.DOUBLE
    for typed in ({"FT 12": amount("30.00 EUR")}, {}):
        found = bank.matcher(booked=booked, typed=typed).match(one)
        assert (found.done, found.sure, found.why) == (None, False, (Why.TYPED,))


def test_what_carries_a_reason_for_a_return_is_no_certain_deposit() -> None:
    bank = Bank()
    found = bank.find(bank.code, returned="AC04")
    assert (found.sure, found.why) == (False, (Why.RETURN_REASON,))


def test_the_other_half_after_one_from_a_statement_is_certain() -> None:
    bank = Bank("600.00 EUR")
    bank.by_hand("300.00 EUR", f"{ACCOUNT}/R0")
    assert bank.find(bank.code).sure


def test_the_same_certain_thing_twice_in_a_file_is_certain_once() -> None:
    bank = Bank()
    found = bank.matcher().all([line(bank.code), line(bank.code, reference="R2")])
    assert [one.sure for one in found] == [True, False]
    assert found[1].why == (Why.TWICE,)


def claims(bank: Bank, payer: str) -> None:
    bank.do(
        ClaimPaid(actor=CARLOS, deal=bank.deal_id, milestone=1, seen=bank.m.seen,
                  payer=words(payer), paid_on="2026-05-18")
    )  # fmt: skip


def test_who_pays_is_to_be_who_the_client_said() -> None:
    bank = Bank()
    claims(bank, "Carlos Müller")
    assert bank.find(bank.code, name="MUELLER CARLOS").sure
    assert bank.find(bank.code).sure
    found = bank.find(bank.code, name="Dora Smith")
    assert (found.sure, found.why) == (False, (Why.PAYER,))


def test_without_a_reference_the_claim_and_the_name_are_likely() -> None:
    bank = Bank()
    assert bank.find("logo").why == (Why.NO_REFERENCE,)
    claims(bank, "Carlos Müller")
    assert bank.find("logo", name="Mueller, C.").why == (Why.AMOUNT_AND_NAME,)
    assert bank.find("logo", name="Dora").why == (Why.AMOUNT_ALONE,)
    assert bank.find("logo", "300.01 EUR", name="Mueller").targets == ()


def test_a_batch_that_the_bank_did_not_divide_is_not_certain() -> None:
    bank = Bank()
    assert bank.find(bank.code, of_batch=10).why == (Why.BATCH,)


def test_a_line_of_nothing_is_nothing() -> None:
    bank = Bank()
    nothing = StatementLine(at=1, account=ACCOUNT, reference="R", amount=Money(0, "EUR"),
                            booked_on=DAY, value_on=DAY, text=bank.code)  # fmt: skip
    assert bank.matcher().match(nothing).why == (Why.NOTHING,)


def test_the_same_money_in_a_file_of_another_kind_is_not_certain() -> None:
    bank = Bank()
    one = line(bank.code)
    other = was(line(bank.code, reference="OTHER"), LineEnd.DEPOSIT)
    known = bank.matcher(kept=[other]).match(one)
    assert (known.sure, known.why) == (False, (Why.SEEN_BEFORE,))


def test_a_line_that_was_dealt_with_is_done() -> None:
    bank = Bank()
    one = line(bank.code, bank_reference="ft 12")
    kept_before = bank.matcher(kept=[was(one, LineEnd.SUSPENSE)]).match(one)
    assert (kept_before.done, kept_before.targets) == (LineEnd.SUSPENSE, ())
    in_books = bank.matcher(booked=frozenset({one.external_id})).match(one)
    assert in_books.done is LineEnd.DEPOSIT
    typed = bank.matcher(booked=frozenset({"FT 12"}), typed={"FT 12": one.amount}).match(one)
    assert typed.done is LineEnd.DOUBLE
    assert bank.matcher(booked=frozenset({"FT 13", ""})).match(one).sure


class PaidOut(Bank):
    """Its payout is owed."""

    def __init__(self) -> None:
        super().__init__()
        self.pay(rail="manual")
        self.submit()
        self.approve()

    @property
    def own(self) -> str:
        return f"{self.deal_id}-T1"

    def send(self) -> None:
        self.do(ConfirmTransfer(actor=TESS, deal=self.deal_id, transfer=1, external_id=self.own))


@pytest.mark.parametrize("field", ["text", "end_to_end"])
def test_a_payout_by_its_reference_and_amount_is_certain(field: str) -> None:
    bank = PaidOut()
    said = {"text": "Payout", field: bank.own}
    found = bank.matcher().match(line(said.pop("text"), out=True, **said))
    assert (found.targets, found.sure) == ((bank.target(LineIs.SENT),), True)
    pair = bank.find("", out=True, end_to_end=f"{bank.deal_id}-1-0")
    assert pair.targets == (bank.target(LineIs.SENT),)


def test_a_payout_of_another_amount_or_sending_is_not() -> None:
    bank = PaidOut()
    assert bank.find(bank.own, "299.99 EUR", out=True).why == (Why.OTHER_AMOUNT,)
    assert bank.find(f"{bank.own}R1", out=True).why == (Why.OLDER,)


def test_a_payout_is_likely_by_amount_and_account_or_name() -> None:
    bank = PaidOut()
    to = {(bank.deal_id, 1): Payee("DE02 1203 0000 0000 2020 51", "Bina Rastegar")}
    matcher = bank.matcher(payees=to)
    by_account = matcher.match(line("x", out=True, number="DE02120300000000202051"))
    by_name = matcher.match(line("x", out=True, name="RASTEGAR B"))
    assert by_account.why == (Why.AMOUNT_AND_ACCOUNT,)
    assert by_name.why == (Why.AMOUNT_AND_NAME,)
    assert matcher.match(line("fee", "1.50 EUR", out=True)).targets == ()


def test_what_was_sent_and_is_here_again_is_certain_by_its_reference() -> None:
    bank = PaidOut()
    bank.send()
    found = bank.find("RETURN", end_to_end=bank.own, returned="AC04")
    assert (found.targets, found.sure) == ((bank.target(LineIs.RETURNED),), True)
    worded = bank.find(f"{bank.deal_id} account closed", returned="AC04")
    assert (worded.targets, worded.why) == (
        (bank.target(LineIs.RETURNED),),
        (Why.RETURN_REASON,),
    )


def test_a_transfer_that_was_never_owed_is_not_certain_to_have_gone_or_come_back() -> None:
    bank = Bank()
    bank.by_hand("350.00 EUR", "B2")
    bank.do(
        CorrectDeposit(actor=TESS, deal=bank.deal_id, milestone=1, rail="manual", deposit="B2",
                       corrections=0, amount=amount("300.00 EUR"), words=words("x"))
    )  # fmt: skip
    own = f"{bank.deal_id}-T1"
    for out in (True, False):
        found = bank.find("", "50.00 EUR", end_to_end=own, out=out)
        assert (found.sure, found.why) == (False, (Why.VOID,))


def test_what_was_never_sent_does_not_come_back() -> None:
    bank = PaidOut()
    assert not bank.find("RETURN", end_to_end=bank.own, returned="AC04").sure


def test_what_the_bank_takes_back_names_the_deposit_and_is_not_certain() -> None:
    bank = Bank()
    bank.by_hand("300.00 EUR", f"{ACCOUNT}/R0")
    found = bank.find(f"Storno {bank.code}", out=True, reverses=True)
    assert (found.targets, found.why) == ((bank.target(LineIs.REVERSED),), (Why.REVERSES,))


def test_a_charge_of_the_bank_is_unknown() -> None:
    bank = Bank()
    found = bank.find("Entgelt", "1.50 EUR", out=True)
    assert (found.targets, found.why) == ((), (Why.NO_REFERENCE,))
    assert BINA != TESS
