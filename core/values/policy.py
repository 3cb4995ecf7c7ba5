"""The operator's rules: windows, limits, fees, thresholds. Durations are timedeltas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from enum import StrEnum
from typing import Final

_DAY: Final = timedelta(days=1)


class OnSilence(StrEnum):
    """What the end of a review window does, as the agreement says."""

    ESCALATE = "escalate"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local hours in which nobody's window ends; None for none."""

    begins: time = time(22)
    ends: time = time(9)


@dataclass(frozen=True, slots=True)
class RailInfo:
    """What core must know of a way to pay."""

    name: str
    real_money: bool
    automatic: bool = True
    """It confirms deposits, payouts and refunds by itself; otherwise a treasurer does."""
    currencies: frozenset[str] | None = None
    """None: every currency the operator allows."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Every parameter of the rulebook that an operator may set; deal-level ones are defaults."""

    currencies: tuple[str, ...] = ("EUR", "USD")
    rails: tuple[RailInfo, ...] = (RailInfo("play", real_money=False),)
    # deal
    draft_idle: timedelta = 30 * _DAY
    invite_ttl: timedelta = 7 * _DAY
    max_claimants: int = 3
    max_versions: int = 10
    # defaults of an agreement
    funding_window: timedelta = 7 * _DAY
    review_window: timedelta = 7 * _DAY
    review_window_after_revision: timedelta = 5 * _DAY
    on_silence: OnSilence = OnSilence.ESCALATE
    revision_rounds: int = 2
    late_grace: timedelta = _DAY
    # clocks
    funding_grace: timedelta = 3 * _DAY
    min_review: timedelta = 3 * _DAY
    min_round: timedelta = 3 * _DAY
    late_notice: timedelta = 2 * _DAY
    dormant_after: timedelta = 14 * _DAY
    dormancy_notice: timedelta = 7 * _DAY
    abandoned_after: timedelta = 14 * _DAY
    submission_take_back: timedelta = timedelta(hours=1)
    drop_after: timedelta = 7 * _DAY
    notice_retry: timedelta = _DAY
    deposit_check: timedelta = _DAY
    payout: timedelta = _DAY
    payout_change_wait: timedelta = 3 * _DAY
    dispute_answer: timedelta = 5 * _DAY
    dispute_question: timedelta = 2 * _DAY
    dispute_take: timedelta = timedelta(hours=12)
    dispute_ruling: timedelta = 5 * _DAY
    desk_alarm: timedelta = _DAY
    outage: timedelta = timedelta(hours=1)
    outage_grace: timedelta = timedelta(hours=12)
    # reminders
    reminders: tuple[float | timedelta, ...] = (0.5, _DAY, timedelta(hours=2))
    """Rungs before each deadline: a share of the window from its start, or time left."""
    quiet_hours: QuietHours | None = field(default_factory=QuietHours)
    quiet_at_most: timedelta = timedelta(hours=11)
    quiet_from: timedelta = _DAY
    # desk
    conflict_lookback: timedelta = 730 * _DAY
    min_reasons: int = 100
    min_reasons_small: int = 20
    small_claim: Mapping[str, int] = field(default_factory=dict)
    """Minor units, by currency."""
    four_eyes_threshold: Mapping[str, int] = field(default_factory=dict)
    """Minor units, by currency: until two people confirm, real-money deals stay below it."""
    # money
    fee_bps: int = 0
    """Basis points of what is released; frozen into the agreement."""
    max_deal: Mapping[str, int] = field(default_factory=dict)
    accounts: frozenset[str] = frozenset()
    """The house's own, without spaces: naming one leads no money past us."""
    # people
    max_drafts: int = 10
    max_open_deals: int = 50
    max_milestones: int = 20
    max_criteria: int = 20
    max_files: int = 20

    def rail(self, name: str) -> RailInfo | None:
        """The way to pay of this name, if the operator has it on."""
        return next((rail for rail in self.rails if rail.name == name), None)

    @property
    def conflict_months(self) -> int:
        """The look back for conflicts as the operator wrote it; what is begun counts whole."""
        return -(-self.conflict_lookback * 12 // (365 * _DAY))

    @property
    def real_money(self) -> bool:
        """Whether any way to pay moves real money."""
        return any(rail.real_money for rail in self.rails)
