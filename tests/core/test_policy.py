"""What holds where the operator says nothing: the figures of the rulebook, written down twice."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import time, timedelta
from typing import Final

import pytest

from core.deal.terms import Rules
from core.values import currencies
from core.values.errors import BadInput
from core.values.policy import OnSilence, Policy, QuietHours, RailInfo
from tests.kit.scene import BOTH, MANUAL

DAY: Final = timedelta(hours=24)
HOUR: Final = timedelta(minutes=60)
USUAL: Final = {
    "currencies": ("EUR", "USD"),
    "rails": ({"name": "play", "real_money": False, "automatic": True, "currencies": None},),
    "draft_idle": 30 * DAY,
    "invite_ttl": 7 * DAY,
    "max_claimants": 3,
    "max_versions": 10,
    "funding_window": 7 * DAY,
    "review_window": 7 * DAY,
    "review_window_after_revision": 5 * DAY,
    "on_silence": OnSilence.ESCALATE,
    "revision_rounds": 2,
    "late_grace": DAY,
    "funding_grace": 3 * DAY,
    "fund_again": 5 * DAY,
    "min_review": 3 * DAY,
    "min_round": 3 * DAY,
    "late_notice": 2 * DAY,
    "fee_notice": 3 * DAY,
    "contest_answer": 3 * DAY,
    "dormant_after": 14 * DAY,
    "dormancy_notice": 7 * DAY,
    "abandoned_after": 14 * DAY,
    "extension_answer": 3 * DAY,
    "end_answer": 3 * DAY,
    "flag_check": 3 * DAY,
    "lift_yes": 2 * DAY,
    "lift_alone": DAY,
    "approval_wait": 2 * DAY,
    "pause_answer": 2 * DAY,
    "pause_longest": 14 * DAY,
    "material_answer": 7 * DAY,
    "least_after_material": 2 * DAY,
    "settlement_answer": 3 * DAY,
    "amendment_answer": 5 * DAY,
    "submission_take_back": HOUR,
    "drop_after": 7 * DAY,
    "notice_retry": DAY,
    "deposit_check": DAY,
    "payout": DAY,
    "arrival": 5 * DAY,
    "payout_change_wait": 3 * DAY,
    "dispute_answer": 5 * DAY,
    "dispute_negotiation": 7 * DAY,
    "dispute_call": 3 * DAY,
    "dispute_evidence": 3 * DAY,
    "dispute_question": 2 * DAY,
    "dispute_least_left": 2 * DAY,
    "dispute_take": 12 * HOUR,
    "dispute_ruling": 5 * DAY,
    "dispute_challenge": 2 * DAY,
    "ruling_review": 3 * DAY,
    "dispute_review": 7 * DAY,
    "ruled_time_least": DAY,
    "ruled_time_longest": 30 * DAY,
    "rating_window": 14 * DAY,
    "desk_alarm": DAY,
    "outage": HOUR,
    "outage_grace": 12 * HOUR,
    "reminders": (0.5, DAY, 2 * HOUR),
    "quiet_hours": {"begins": time(22), "ends": time(9)},
    "quiet_at_most": 11 * HOUR,
    "quiet_from": DAY,
    "digest": time(9),
    "conflict_lookback": 730 * DAY,
    "min_reasons": 100,
    "min_reasons_small": 20,
    "small_claim": {},
    "four_eyes_threshold": {},
    "fee_bps": 0,
    "max_deal": {},
    "newcomer_limit": {},
    "accounts": frozenset(),
    "max_drafts": 10,
    "max_open_deals": 50,
    "max_milestones": 20,
    "max_extensions": 3,
    "max_pauses": 3,
    "max_ends": 2,
    "max_sealed": 3,
    "max_criteria": 20,
    "max_files": 20,
}


def test_what_holds_where_the_operator_says_nothing() -> None:
    assert asdict(Policy()) == USUAL


def test_a_deal_begins_with_the_operators_defaults() -> None:
    policy = replace(Policy(), late_grace=2 * DAY, revision_rounds=0)
    assert Rules.default(policy) == Rules(7 * DAY, 5 * DAY, OnSilence.ESCALATE, 0, 2 * DAY, 7 * DAY)


def test_money_is_real_where_any_way_to_pay_moves_it() -> None:
    assert not Policy().real_money
    assert Policy(rails=BOTH).real_money
    assert Policy(rails=(MANUAL,)).real_money
    assert not Policy(rails=()).real_money


def test_a_way_to_pay_is_found_by_its_name() -> None:
    policy = Policy(rails=BOTH)
    assert policy.rail("manual") == MANUAL
    assert policy.rail("play") == RailInfo("play", real_money=False)
    assert policy.rail("card") is None


def test_quiet_hours_are_those_of_the_night() -> None:
    assert QuietHours() == QuietHours(time(22), time(9))


OWN: Final = {"IRR": 0, "XTR": 0, "USDT": 6, "TON": 9, "BTC": 8, "ETH": 8}


@pytest.mark.parametrize(("code", "decimals"), OWN.items())
def test_what_is_no_iso_currency_has_its_decimals(code: str, decimals: int) -> None:
    assert currencies.get(code).exponent == decimals
    assert currencies.OWN[code] == decimals


def test_a_code_is_known_as_it_is_registered() -> None:
    assert currencies.known("EUR")
    for code in ("eur", "", "ABC", "EURO"):
        assert not currencies.known(code)
        with pytest.raises(BadInput) as no:
            currencies.get(code)
        assert (no.value.key, no.value.data) == ("currency-unknown", {"currency": code})
    codes = [item.code for item in currencies.every()]
    assert codes == sorted(codes)


@pytest.mark.parametrize("months", [1, 2, 3, 5, 7, 12, 23, 24, 36, 1200])
def test_the_months_of_a_conflict_are_told_as_the_operator_wrote_them(months: int) -> None:
    told = replace(Policy(), conflict_lookback=months * 365 * DAY // 12 // DAY * DAY)
    assert told.conflict_months == months
