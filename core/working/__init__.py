"""Submissions, revision rounds, approval, parts, lateness, withdrawal."""

from core.working.clocks import CLOCKS, DEADLINES
from core.working.commands import (
    ApproveMilestone,
    CancelForFee,
    CancelLate,
    ContestPoint,
    ObjectToCancel,
    ReleasePart,
    RequestChanges,
    SubmitWork,
    TakeBackCancel,
    TakeBackSubmission,
    WithdrawWork,
)
from core.working.notices import TELLS
from core.working.steps import MOST_ITEMS, STEPS, cancel_fee_of

__all__ = [
    "CLOCKS",
    "DEADLINES",
    "MOST_ITEMS",
    "STEPS",
    "TELLS",
    "ApproveMilestone",
    "CancelForFee",
    "CancelLate",
    "ContestPoint",
    "ObjectToCancel",
    "ReleasePart",
    "RequestChanges",
    "SubmitWork",
    "TakeBackCancel",
    "TakeBackSubmission",
    "WithdrawWork",
    "cancel_fee_of",
]
