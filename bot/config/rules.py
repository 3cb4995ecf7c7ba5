"""The sections of `config.toml` that say what people may do, and how long everything takes.

Defaults that core knows are taken from `Policy`, so that no figure of the rulebook stands twice.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, Self

from pydantic import Field, field_validator, model_validator

from bot.config.section import Count, Section
from bot.config.values import (
    Amounts,
    Duration,
    DurationOrNone,
    Percent,
    Quiet,
    Rung,
    TimeOfDay,
    Whole,
)
from core.deal.offering import LONGEST
from core.values.policy import OnSilence, Policy, QuietHours

_POLICY: Final = Policy()
_MILESTONES_AT_MOST: Final = 100
_ROUNDS_AT_MOST: Final = 10
_MONTHS_AT_MOST: Final = 1200
_SMALL: Final = {"EUR": Decimal(50), "USD": Decimal(50), "GBP": Decimal(40), "CHF": Decimal(45)}
_FOUR_EYES: Final = {code: amount * 10 for code, amount in _SMALL.items()}

Words = Annotated[Whole, Field(ge=0, le=1000)]


class RulesSection(Section):
    """`[rules]`: every parameter of the rulebook's tables."""

    # deal
    draft_idle: Duration = _POLICY.draft_idle
    invite_ttl: Duration = _POLICY.invite_ttl
    max_claimants: Count = _POLICY.max_claimants
    max_versions: Count = _POLICY.max_versions
    # defaults of an agreement
    funding_window: Duration = _POLICY.funding_window
    review_window: Duration = _POLICY.review_window
    review_window_after_revision: Duration = _POLICY.review_window_after_revision
    on_silence: OnSilence = _POLICY.on_silence
    revision_rounds: Annotated[Whole, Field(ge=0, le=_ROUNDS_AT_MOST)] = _POLICY.revision_rounds
    late_grace: Duration = _POLICY.late_grace
    # clocks
    funding_grace: Duration = _POLICY.funding_grace
    fund_again: Duration = _POLICY.fund_again
    min_review: Duration = _POLICY.min_review
    min_round: Duration = _POLICY.min_round
    late_notice: Duration = _POLICY.late_notice
    fee_notice: Duration = _POLICY.fee_notice
    dormant_after: Duration = _POLICY.dormant_after
    dormancy_notice: Duration = _POLICY.dormancy_notice
    contest_answer: Duration = _POLICY.contest_answer
    abandoned_after: Duration = _POLICY.abandoned_after
    submission_take_back: Duration = _POLICY.submission_take_back
    drop_after: Duration = _POLICY.drop_after
    notice_retry: Duration = _POLICY.notice_retry
    # proposals
    extension_answer: Duration = _POLICY.extension_answer
    end_answer: Duration = _POLICY.end_answer
    pause_answer: Duration = _POLICY.pause_answer
    material_answer: Duration = _POLICY.material_answer
    least_after_material: Duration = _POLICY.least_after_material
    pause_longest: Duration = _POLICY.pause_longest
    settlement_answer: Duration = _POLICY.settlement_answer
    amendment_answer: Duration = _POLICY.amendment_answer
    max_extensions: Count = _POLICY.max_extensions
    max_pauses: Count = _POLICY.max_pauses
    max_ends: Count = _POLICY.max_ends
    max_sealed: Count = _POLICY.max_sealed
    # after the end
    rating_window: Duration = _POLICY.rating_window
    # the desk's clocks
    deposit_check: Duration = _POLICY.deposit_check
    payout: Duration = _POLICY.payout
    arrival: Duration = _POLICY.arrival
    payout_change_wait: Duration = _POLICY.payout_change_wait
    dispute_answer: Duration = _POLICY.dispute_answer
    dispute_negotiation: Duration = _POLICY.dispute_negotiation
    dispute_call: Duration = _POLICY.dispute_call
    dispute_evidence: Duration = _POLICY.dispute_evidence
    dispute_question: Duration = _POLICY.dispute_question
    dispute_least_left: Duration = _POLICY.dispute_least_left
    dispute_take: Duration = _POLICY.dispute_take
    dispute_challenge: Duration = _POLICY.dispute_challenge
    dispute_ruling: Duration = _POLICY.dispute_ruling
    ruling_review: DurationOrNone = _POLICY.ruling_review
    ruled_time_least: Duration = _POLICY.ruled_time_least
    ruled_time_longest: Duration = _POLICY.ruled_time_longest
    dispute_review: Duration = _POLICY.dispute_review
    flag_check: Duration = _POLICY.flag_check
    lift_yes: Duration = _POLICY.lift_yes
    lift_alone: Duration = _POLICY.lift_alone
    approval_wait: Duration = _POLICY.approval_wait
    desk_alarm: Duration = _POLICY.desk_alarm
    outage: Duration = _POLICY.outage
    outage_grace: Duration = _POLICY.outage_grace
    # the desk's rules
    conflict_months: Annotated[Whole, Field(ge=0, le=_MONTHS_AT_MOST)] = 24
    min_reasons: Words = _POLICY.min_reasons
    min_reasons_small: Words = _POLICY.min_reasons_small
    small_claim: Amounts = Field(default_factory=lambda: dict(_SMALL))
    four_eyes_threshold: Amounts = Field(default_factory=lambda: dict(_FOUR_EYES))
    # money
    fee_percent: Percent = Decimal(0)

    @model_validator(mode="after")
    def _no_window_below_its_least(self) -> Self:
        for key in ("review_window", "review_window_after_revision"):
            if getattr(self, key) < self.min_review:
                msg = f"{key}: it is shorter than min_review; raise it, or lower min_review"
                raise ValueError(msg)
            if getattr(self, key) > LONGEST:
                msg = f"{key}: no deal may give more than {LONGEST.days} days"
                raise ValueError(msg)
        return self

    @field_validator("small_claim")
    @classmethod
    def _over_the_small_claims(cls, given: Amounts) -> Amounts:
        return {**_SMALL, **given}

    @field_validator("four_eyes_threshold")
    @classmethod
    def _over_the_thresholds(cls, given: Amounts) -> Amounts:
        return {**_FOUR_EYES, **given}


class Reminders(Section):
    """`[reminders]`."""

    ladder: tuple[Rung, ...] = _POLICY.reminders
    quiet_hours: Quiet = QuietHours()
    quiet_at_most: Duration = _POLICY.quiet_at_most
    quiet_from: Duration = _POLICY.quiet_from
    digest: TimeOfDay = _POLICY.digest


class Limits(Section):
    """`[limits]`: what one person may do."""

    presses_a_minute: Count = 60
    messages_a_minute: Count = 30
    words_a_minute: Count = 300
    updates_a_minute: Count = 600
    updates_a_day: Count = 10_000
    loose_messages: Count = 50
    files_mb: Count = 1_000
    stranger_files_mb: Count = 30
    strangers_files_mb: Count = 1_000
    said_a_day: Count = 300
    deals_a_day: Count = 1_000
    settings_a_day: Count = 200
    exports_a_day: Count = 3
    help_a_day: Count = 20
    stranger_help_a_day: Count = 3
    strangers_help_an_hour: Count = 20
    stranger_help_files: Count = 2
    drafts: Count = _POLICY.max_drafts
    open_deals: Count = _POLICY.max_open_deals
    milestones: Annotated[Whole, Field(ge=1, le=_MILESTONES_AT_MOST)] = _POLICY.max_milestones
    criteria: Count = _POLICY.max_criteria
    files: Count = _POLICY.max_files

    def of_a_day(self, what: str) -> int:
        """How much of `said`, `deals`, `settings` or `exports` one person may have in a day."""
        most: int = getattr(self, f"{what}_a_day")
        return most

    @property
    def flood_a_minute(self) -> int:
        """What comes in at most: never less than what a person is let do."""
        told = self.presses_a_minute + self.messages_a_minute + self.words_a_minute
        return max(self.updates_a_minute, told)

    @property
    def flood_a_day(self) -> int:
        """The same for a day."""
        return max(self.updates_a_day, 16 * self.flood_a_minute)
