"""Submissions, revision rounds, approval, parts, lateness, withdrawal."""

from core.working import contesting, steps
from core.working.clocks import CLOCKS, DEADLINES
from core.working.commands import (
    ApproveMilestone,
    CancelForFee,
    CancelLate,
    ContestPoint,
    DropPoint,
    MovePoint,
    ObjectToCancel,
    ReleasePart,
    RequestChanges,
    SubmitWork,
    TakeBackCancel,
    TakeBackContest,
    TakeBackSubmission,
    WithdrawWork,
)
from core.working.contesting import contestable, overtake
from core.working.notices import SILENT, TELLS
from core.working.steps import MOST_ITEMS, cancel_fee_of

__all__ = [
    "CLOCKS",
    "DEADLINES",
    "MOST_ITEMS",
    "SILENT",
    "STEPS",
    "TELLS",
    "ApproveMilestone",
    "CancelForFee",
    "CancelLate",
    "ContestPoint",
    "DropPoint",
    "MovePoint",
    "ObjectToCancel",
    "ReleasePart",
    "RequestChanges",
    "SubmitWork",
    "TakeBackCancel",
    "TakeBackContest",
    "TakeBackSubmission",
    "WithdrawWork",
    "cancel_fee_of",
    "contestable",
    "overtake",
]

STEPS = (*steps.STEPS, *contesting.STEPS)
