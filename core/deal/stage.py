"""Where a dispute stands: its stages, its steps, and the table that joins them.

The two come first: one answers the other, then they have a while to agree; the arbiter after that.
Which of these a dispute passes through follows from what brought it here:

opened, contested, objected   a side did, with its words: the other answers, then both may agree
                              (who asked for a change that is disagreed with was not asked yet what
                              it seeks of the money)
abandoned, unserved           a clock did: both have the time to answer; once both did, they may
                              agree
silence                       the client had its time to look and let it pass: the arbiter at once

A small claim goes to the arbiter as soon as both have spoken, and so does any whose time to answer
passed without a word of one side: nobody loses by that.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Stage(StrEnum):
    """Where a dispute stands."""

    ANSWERING = "answering"
    """Whoever has not spoken has time to: no arbiter is called."""
    NEGOTIATION = "negotiation"
    """Both have spoken, and have a while to agree between them before an arbiter is called."""
    OPEN = "open"
    """Arbitration: an arbiter is to take it."""
    TAKEN = "taken"
    """Arbitration, by somebody: an arbiter has it."""
    DECIDED = "decided"
    """An arbiter has ruled; the money is still held, and either side may ask for the one review."""
    REVIEW = "review"
    """Another arbiter is to look at the ruling."""
    REVIEWING = "reviewing"
    RULED = "ruled"
    """The ruling was carried out; where the work goes on by it, it can be disputed once more."""
    WITHDRAWN = "withdrawn"
    """Who opened it took it back: the work goes on where it was."""
    SETTLED = "settled"
    """Both agreed who gets what."""

    LAPSED = "lapsed"
    """The money that it was about went another way: a bank took it back, or an order moved it."""

    @property
    def between_them(self) -> bool:
        """Whether no arbiter was called yet."""
        return self in (Stage.ANSWERING, Stage.NEGOTIATION)

    @property
    def waits(self) -> bool:
        """Whether an arbiter is to take it."""
        return self in (Stage.OPEN, Stage.REVIEW)

    @property
    def taken(self) -> bool:
        """Whether an arbiter has it, and is to rule."""
        return self in (Stage.TAKEN, Stage.REVIEWING)

    @property
    def without_ruling(self) -> bool:
        """Whether it ended without an arbiter's word."""
        return self in (Stage.WITHDRAWN, Stage.SETTLED, Stage.LAPSED)

    @property
    def closed(self) -> bool:
        """Whether nothing more comes of it."""
        return self is Stage.RULED or self.without_ruling


class DisputeStep(StrEnum):
    """What people do with a dispute."""

    NEGOTIATE = "negotiate"
    CALL = "call-arbiter"
    ARBITRATE = "arbitrate"
    ADD_NOTHING = "add-nothing"
    STATE = "make-statement"
    FILE = "file-evidence"
    TAKE = "take"
    TAKE_OVER = "take-over"
    HAND_OVER = "hand-over"
    RECUSE = "recuse"
    CHALLENGE = "challenge"
    ASK = "ask"
    ANSWER = "answer"
    RULE = "rule"
    DECIDE = "decide"
    ACCEPT_RULING = "accept-ruling"
    EXECUTE = "execute"
    ASK_REVIEW = "ask-review"
    SEND_BACK = "send-back"
    ASSIGN = "assign"
    REASSIGN = "reassign"
    WITHDRAW = "withdraw"
    SETTLE = "settle"
    REOPEN = "reopen"
    LAPSE = "lapse"


DISPUTE_TABLE: Final = MappingProxyType(
    {
        (Stage.ANSWERING, DisputeStep.STATE): Stage.ANSWERING,
        (Stage.ANSWERING, DisputeStep.FILE): Stage.ANSWERING,
        (Stage.ANSWERING, DisputeStep.WITHDRAW): Stage.WITHDRAWN,
        (Stage.ANSWERING, DisputeStep.SETTLE): Stage.SETTLED,
        (Stage.ANSWERING, DisputeStep.NEGOTIATE): Stage.NEGOTIATION,
        (Stage.ANSWERING, DisputeStep.ARBITRATE): Stage.OPEN,
        (Stage.NEGOTIATION, DisputeStep.STATE): Stage.NEGOTIATION,
        (Stage.NEGOTIATION, DisputeStep.FILE): Stage.NEGOTIATION,
        (Stage.NEGOTIATION, DisputeStep.WITHDRAW): Stage.WITHDRAWN,
        (Stage.NEGOTIATION, DisputeStep.SETTLE): Stage.SETTLED,
        (Stage.NEGOTIATION, DisputeStep.CALL): Stage.NEGOTIATION,
        (Stage.NEGOTIATION, DisputeStep.ARBITRATE): Stage.OPEN,
        (Stage.OPEN, DisputeStep.ADD_NOTHING): Stage.OPEN,
        (Stage.TAKEN, DisputeStep.ADD_NOTHING): Stage.TAKEN,
        (Stage.OPEN, DisputeStep.STATE): Stage.OPEN,
        (Stage.OPEN, DisputeStep.FILE): Stage.OPEN,
        (Stage.OPEN, DisputeStep.TAKE): Stage.TAKEN,
        (Stage.OPEN, DisputeStep.RECUSE): Stage.OPEN,
        (Stage.TAKEN, DisputeStep.STATE): Stage.TAKEN,
        (Stage.TAKEN, DisputeStep.FILE): Stage.TAKEN,
        (Stage.TAKEN, DisputeStep.TAKE_OVER): Stage.TAKEN,
        (Stage.TAKEN, DisputeStep.HAND_OVER): Stage.OPEN,
        (Stage.TAKEN, DisputeStep.RECUSE): Stage.OPEN,
        (Stage.TAKEN, DisputeStep.CHALLENGE): Stage.TAKEN,
        (Stage.TAKEN, DisputeStep.ASK): Stage.TAKEN,
        (Stage.TAKEN, DisputeStep.ANSWER): Stage.TAKEN,
        (Stage.OPEN, DisputeStep.ANSWER): Stage.OPEN,
        (Stage.TAKEN, DisputeStep.RULE): Stage.RULED,
        (Stage.OPEN, DisputeStep.ASSIGN): Stage.TAKEN,
        (Stage.TAKEN, DisputeStep.REASSIGN): Stage.TAKEN,
        (Stage.OPEN, DisputeStep.WITHDRAW): Stage.WITHDRAWN,
        (Stage.TAKEN, DisputeStep.WITHDRAW): Stage.WITHDRAWN,
        (Stage.OPEN, DisputeStep.SETTLE): Stage.SETTLED,
        (Stage.TAKEN, DisputeStep.SETTLE): Stage.SETTLED,
        (Stage.WITHDRAWN, DisputeStep.REOPEN): Stage.ANSWERING,
        (Stage.RULED, DisputeStep.REOPEN): Stage.ANSWERING,
        (Stage.TAKEN, DisputeStep.DECIDE): Stage.DECIDED,
        (Stage.DECIDED, DisputeStep.ACCEPT_RULING): Stage.DECIDED,
        (Stage.DECIDED, DisputeStep.EXECUTE): Stage.RULED,
        (Stage.DECIDED, DisputeStep.ASK_REVIEW): Stage.REVIEW,
        (Stage.REVIEW, DisputeStep.STATE): Stage.REVIEW,
        (Stage.REVIEW, DisputeStep.FILE): Stage.REVIEW,
        (Stage.REVIEW, DisputeStep.ANSWER): Stage.REVIEW,
        (Stage.REVIEW, DisputeStep.RECUSE): Stage.REVIEW,
        (Stage.REVIEW, DisputeStep.TAKE): Stage.REVIEWING,
        (Stage.REVIEW, DisputeStep.ASSIGN): Stage.REVIEWING,
        (Stage.REVIEWING, DisputeStep.STATE): Stage.REVIEWING,
        (Stage.REVIEWING, DisputeStep.FILE): Stage.REVIEWING,
        (Stage.REVIEWING, DisputeStep.ANSWER): Stage.REVIEWING,
        (Stage.REVIEWING, DisputeStep.CHALLENGE): Stage.REVIEWING,
        (Stage.REVIEWING, DisputeStep.ASK): Stage.REVIEWING,
        (Stage.REVIEWING, DisputeStep.TAKE_OVER): Stage.REVIEWING,
        (Stage.REVIEWING, DisputeStep.REASSIGN): Stage.REVIEWING,
        (Stage.REVIEWING, DisputeStep.HAND_OVER): Stage.REVIEW,
        (Stage.REVIEWING, DisputeStep.RECUSE): Stage.REVIEW,
        (Stage.REVIEWING, DisputeStep.RULE): Stage.RULED,
        (Stage.REVIEWING, DisputeStep.SEND_BACK): Stage.OPEN,
        (Stage.ANSWERING, DisputeStep.LAPSE): Stage.LAPSED,
        (Stage.NEGOTIATION, DisputeStep.LAPSE): Stage.LAPSED,
        (Stage.OPEN, DisputeStep.LAPSE): Stage.LAPSED,
        (Stage.TAKEN, DisputeStep.LAPSE): Stage.LAPSED,
        (Stage.DECIDED, DisputeStep.LAPSE): Stage.LAPSED,
        (Stage.REVIEW, DisputeStep.LAPSE): Stage.LAPSED,
        (Stage.REVIEWING, DisputeStep.LAPSE): Stage.LAPSED,
    }
)
