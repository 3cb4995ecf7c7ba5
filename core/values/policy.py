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
    """Every parameter of the rulebook that an operator may set, and why it is what it is.

    Those of a deal are defaults: what both accepted counts.
    """

    currencies: tuple[str, ...] = ("EUR", "USD")
    rails: tuple[RailInfo, ...] = (RailInfo("play", real_money=False),)
    # deal
    draft_idle: timedelta = 30 * _DAY
    """Long enough to come back to; after it nobody wonders what the draft was."""
    invite_ttl: timedelta = 7 * _DAY
    """A week reaches who reads messages on Sundays; an offer should not stay open longer."""
    max_claimants: int = 3
    """A forwarded link costs the inviter at most so many questions."""
    max_versions: int = 10
    """Terms that go back and forth more often want a call, not another version."""
    # defaults of an agreement
    funding_window: timedelta = 7 * _DAY
    """A bank transfer takes up to three working days, and a week-end may lie between."""
    review_window: timedelta = 7 * _DAY
    """The client is to have seen a working week, whatever day the work came on."""
    review_window_after_revision: timedelta = 5 * _DAY
    """Only what was asked for is to be looked at."""
    on_silence: OnSilence = OnSilence.ESCALATE
    """An arbiter looks: silence is consent only where both agreed to it."""
    revision_rounds: int = 2
    """Matters of taste; what misses a criterion is revised without limit."""
    late_grace: timedelta = _DAY
    """A day late is no reason to lose the deal."""
    # clocks
    funding_grace: timedelta = 3 * _DAY
    """Something arrived: the rest is on its way, or can be asked about, once."""
    fund_again: timedelta = 5 * _DAY
    """Two sides wait for money that was there once: less than the first time, a week-end in it."""
    min_review: timedelta = 3 * _DAY
    """Nobody agrees to a window that ends over a week-end unseen."""
    min_round: timedelta = 3 * _DAY
    """The least in which changes can be made by somebody with other work too."""
    late_notice: timedelta = 2 * _DAY
    """To object or to hand in; it begins only when Telegram took the notice."""
    fee_notice: timedelta = 3 * _DAY
    """Longer than for late work: nothing went wrong, and something may lie finished."""
    dormant_after: timedelta = 14 * _DAY
    """Two weeks past the due date without a sign from either."""
    dormancy_notice: timedelta = 7 * _DAY
    """Both are warned, and any act of either ends it."""
    contest_answer: timedelta = 3 * _DAY
    """As for more time: to drop a point or to propose it as other terms; then an arbiter looks."""
    abandoned_after: timedelta = 14 * _DAY
    """Changes that are two weeks overdue go to an arbiter; no money moves by itself."""
    extension_answer: timedelta = 3 * _DAY
    """Whoever is asked for more time may be away over a week-end; unanswered, it is a no."""
    end_answer: timedelta = 3 * _DAY
    """As for more time: silence ends nothing."""
    pause_answer: timedelta = 2 * _DAY
    """Nothing is at stake but time, and whoever asks would like to know."""
    pause_longest: timedelta = 14 * _DAY
    """In all, of one milestone: who pauses longer wants another date, or an end."""
    material_answer: timedelta = 7 * _DAY
    """As long as to look at work: to send what is missing, or to say that nothing is."""
    least_after_material: timedelta = 2 * _DAY
    """Who waited goes on with what was left, and never with less than it takes to begin again."""
    settlement_answer: timedelta = 3 * _DAY
    """As for an end; the dispute goes on meanwhile."""
    amendment_answer: timedelta = 5 * _DAY
    """Other terms want reading, and a word with somebody; silence changes nothing."""
    submission_take_back: timedelta = timedelta(hours=1)
    """The wrong file is noticed at once, or not at all."""
    drop_after: timedelta = 7 * _DAY
    """After a split the client decides about the rest in the time of a payment."""
    notice_retry: timedelta = _DAY
    """Somebody who blocked the bot is tried again on another day."""
    deposit_check: timedelta = _DAY
    """A treasurer looks at the account every working day."""
    payout: timedelta = _DAY
    """As for deposits: who waits for money is told a day."""
    arrival: timedelta = 5 * _DAY
    """As for paying in: three working days at the banks, and a week-end may lie between."""
    payout_change_wait: timedelta = 3 * _DAY
    """Whoever got into an account waits until its owner has read of it."""
    dispute_answer: timedelta = 5 * _DAY
    """A side away over a long week-end is still heard."""
    dispute_negotiation: timedelta = 7 * _DAY
    """Both have spoken: a week in which they can still agree between them."""
    dispute_call: timedelta = 3 * _DAY
    """Who was offered something has as long to answer it as an offer stands."""
    dispute_evidence: timedelta = 3 * _DAY
    """What is not at hand is found in a few days, over a week-end too."""
    dispute_question: timedelta = 2 * _DAY
    """An arbiter asks one thing; the case waits for it."""
    dispute_least_left: timedelta = 2 * _DAY
    """Whoever's time was running out when the dispute came can still act once it is taken back."""
    dispute_take: timedelta = timedelta(hours=12)
    """Half a day for whoever knows the matter; then a lot decides."""
    dispute_challenge: timedelta = 2 * _DAY
    """To hear who has the case, and to remember; no ruling waits for it."""
    dispute_ruling: timedelta = 5 * _DAY
    """A working week from when both were heard."""
    ruling_review: timedelta = 3 * _DAY
    """To read the ruling and to say what is wrong with it, over a week-end too; 0 is at once."""
    ruled_time_least: timedelta = _DAY
    """Less than a day more would be no time to do better in."""
    ruled_time_longest: timedelta = 30 * _DAY
    """A month: whoever needs more wants other terms, and those are for both to agree."""
    dispute_review: timedelta = 7 * _DAY
    """Another arbiter reads the whole case anew."""
    rating_window: timedelta = 14 * _DAY
    """Two weeks from the end, in which one is seldom away; then one rating is shown alone."""
    flag_check: timedelta = 3 * _DAY
    """A bank or a court answers in days; whoever's deal stands still is not left for a week."""
    lift_yes: timedelta = 2 * _DAY
    """A colleague says yes to what is so now; later it is asked anew."""
    lift_alone: timedelta = _DAY
    """Who has no colleague sleeps on it."""
    approval_wait: timedelta = 2 * _DAY
    """As for letting a deal go on: a colleague looks at what is so now."""
    desk_alarm: timedelta = _DAY
    """The desk hears daily of what it let pass, and nothing happens by default."""
    outage: timedelta = timedelta(hours=1)
    """Shorter silences are restarts, and lengthen nothing."""
    outage_grace: timedelta = timedelta(hours=12)
    """What fell due meanwhile waits for half a day in which people can act."""
    # reminders
    reminders: tuple[float | timedelta, ...] = (0.5, _DAY, timedelta(hours=2))
    """Rungs before each deadline: a share of the window from its start, or time left."""
    quiet_hours: QuietHours | None = field(default_factory=QuietHours)
    """Nobody loses a chance in their sleep."""
    quiet_at_most: timedelta = timedelta(hours=11)
    """No setting may move an end by more than a long night."""
    quiet_from: timedelta = _DAY
    """Shorter windows are somebody waiting now."""
    digest: time | None = time(9)
    """Each one's own time of day; what arrived without ringing is told once, with the morning."""
    # desk
    conflict_lookback: timedelta = 730 * _DAY
    """Two years in which people still know each other."""
    min_reasons: int = 100
    """What happened, and why this follows from what was agreed, takes some words."""
    min_reasons_small: int = 20
    """A small claim still gets a sentence."""
    small_claim: Mapping[str, int] = field(default_factory=dict)
    """Minor units, by currency."""
    four_eyes_threshold: Mapping[str, int] = field(default_factory=dict)
    """Minor units, by currency: from so much real money a deal and day on, the desk acts by two."""
    # money
    fee_bps: int = 0
    """Basis points of what is released; frozen into the agreement."""
    max_deal: Mapping[str, int] = field(default_factory=dict)
    """Minor units, by currency; what is not named has no limit but four eyes."""
    newcomer_limit: Mapping[str, int] = field(default_factory=dict)
    """Minor units, by currency: held at once by who has few deals completed; else no limit."""
    accounts: frozenset[str] = frozenset()
    """The house's own, without spaces: naming one leads no money past us."""
    # people
    max_drafts: int = 10
    """More are forgotten, not worked on."""
    max_open_deals: int = 50
    """A freelancer with more is a house of their own; nobody fills ours with empty deals."""
    max_milestones: int = 20
    """More are not read before they are agreed to."""
    max_extensions: int = 3
    """Of one milestone: who needs more wants other terms."""
    max_pauses: int = 3
    """Of one milestone: so often the freelancer waits for material, and each side asks for one."""
    max_ends: int = 2
    """Of one side, of one milestone: asked again and again it is pressure."""
    max_sealed: int = 3
    """Of one side, of one dispute: said again and again it would find out the other side's."""
    max_criteria: int = 20
    """More are not looked at one by one."""
    max_files: int = 20
    """Of one message across, one submission, one agreement."""

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
