"""A stretch of time that somebody has, and whether they were told of it.

A clock may move money only if the notice that opened its window was accepted by Telegram. Not
accepted: two more attempts, then the window once more; still not: the arbiter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from core.values.policy import Policy

ATTEMPTS: Final = 3


class DeadlineKind(StrEnum):
    """What happens when it falls due."""

    DRAFT_IDLE = "draft-idle"
    INVITE_EXPIRES = "invite-expires"
    FUNDING_LAPSES = "funding-lapses"
    FUND_AGAIN = "fund-again"
    DEPOSIT_CHECK = "deposit-check"
    WORK_DUE = "work-due"
    MAY_CANCEL_LATE = "may-cancel-late"
    DORMANCY_NOTICE = "dormancy-notice"
    DORMANT = "dormant"
    LATE_CANCEL_ENDS = "late-cancel-ends"
    FEE_CANCEL_ENDS = "fee-cancel-ends"
    REVIEW_ENDS = "review-ends"
    ROUND_DUE = "round-due"
    CONTEST_ENDS = "contest-ends"
    ABANDONED = "abandoned"
    FALLBACK = "fallback"
    PROPOSAL_ENDS = "proposal-ends"
    PAUSE_ENDS = "pause-ends"
    DROP_REST = "drop-rest"
    RETRY_NOTICE = "retry-notice"
    DISPUTE_ANSWER = "dispute-answer"
    NEGOTIATION_ENDS = "negotiation-ends"
    EVIDENCE_ENDS = "evidence-ends"
    QUESTION_ANSWER = "question-answer"
    DISPUTE_TAKE = "dispute-take"
    DISPUTE_RULING = "dispute-ruling"
    RULING_FINAL = "ruling-final"
    TRANSFER = "transfer"
    ARRIVAL = "arrival"
    RATING_ENDS = "rating-ends"
    HOLD_FLAG = "hold-flag"
    APPROVAL_ENDS = "approval-ends"
    REMIND = "remind"


COSTS_NOTHING: Final = frozenset(
    {
        DeadlineKind.DRAFT_IDLE,
        DeadlineKind.INVITE_EXPIRES,
        # What was not paid for ends; a part that came goes back.
        DeadlineKind.FUNDING_LAPSES,
        DeadlineKind.DROP_REST,
        # Unanswered it is a no.
        DeadlineKind.PROPOSAL_ENDS,
        DeadlineKind.PAUSE_ENDS,
        DeadlineKind.RATING_ENDS,
    }
)
"""Ends by which nobody loses money, nor a say about money that is held: who likes is not reminded.

Of all others everybody is, whatever they muted.
"""


@dataclass(frozen=True, slots=True)
class Window:
    """From `opened_at` to `ends_at` (aware UTC); ending in money needs `served_at`."""

    opened_at: datetime
    ends_at: datetime
    reminded_at: datetime | None = None
    served_at: datetime | None = None
    attempts: int = 0
    """Failed attempts to serve the notice, in this turn of the window."""
    next_attempt: datetime | None = None
    turn: int = 1
    """1, or 2 when the window runs once more."""
    extended: bool = False
    """It got its one extra time."""

    @property
    def length(self) -> timedelta:
        """What the person was given in all."""
        return self.ends_at - self.opened_at

    def ended(self, now: datetime) -> bool:
        """Whether the end has come."""
        return now >= self.ends_at

    def served(self, now: datetime) -> Window:
        """Telegram accepted the notice; a late acceptance gives the whole window from then."""
        if self.served_at is not None:
            return self
        if self.attempts:
            return replace(
                self, served_at=now, next_attempt=None, opened_at=now, ends_at=now + self.length
            )
        return replace(self, served_at=now, next_attempt=None)

    def failed(self, now: datetime, policy: Policy) -> Window:
        """An attempt failed for good (the person blocked the bot); the next is a day away."""
        attempts = self.attempts + 1
        again = now + policy.notice_retry if attempts < ATTEMPTS else None
        return replace(self, attempts=attempts, next_attempt=again)

    def once_more(self, now: datetime) -> Window:
        """The same length from now, unserved."""
        return Window(now, now + self.length, turn=self.turn + 1)

    def shifted(self, by: timedelta, not_before: datetime | None = None) -> Window:
        """The same window after an outage."""
        ends = self.ends_at + by
        if not_before is not None and ends < not_before:
            ends = not_before
        again = None if self.next_attempt is None else self.next_attempt + by
        return replace(self, ends_at=ends, next_attempt=again)


def window(now: datetime, length: timedelta, policy: Policy, zone: str | None = None) -> Window:
    """Open a window of `length` for somebody in `zone`: it does not end in their quiet hours."""
    return Window(now, _out_of_quiet_hours(now + length, length, policy, zone))


def next_at(now: datetime, at: time, zone: str) -> datetime:
    """The next instant at which the clock on the wall there says `at`."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    # By the wall, also over the night in which the clock is put: it is never now or before.
    found = day if day > local else day + timedelta(days=1)
    return found.astimezone(now.tzinfo)


def _out_of_quiet_hours(
    end: datetime, length: timedelta, policy: Policy, zone: str | None
) -> datetime:
    quiet = policy.quiet_hours
    if quiet is None or zone is None or length < policy.quiet_from:
        return end
    local = end.astimezone(ZoneInfo(zone))
    morning = local.replace(hour=quiet.ends.hour, minute=quiet.ends.minute, second=0, microsecond=0)
    if not _within(local.time(), quiet.begins, quiet.ends):
        return end
    if local.time() >= quiet.ends:
        morning += timedelta(days=1)
    # Both in one zone, so this is what the clock on the wall says, also when it is put back.
    if morning - local > policy.quiet_at_most:
        return end
    return morning.astimezone(end.tzinfo)


def _within(moment: time, begins: time, ends: time) -> bool:
    if begins <= ends:
        return begins <= moment < ends
    return moment >= begins or moment < ends
