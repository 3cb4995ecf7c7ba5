"""More time, a pause, and an end by agreement, of a milestone that is under way."""

from core.amending.clocks import CLOCKS, DEADLINES, unanswered
from core.amending.commands import (
    AcceptProposal,
    AskMoreTime,
    AskPause,
    GiveMaterial,
    GrantMoreTime,
    MaterialIsThere,
    ProposeEnd,
    RejectProposal,
    ResumeWork,
    WaitForMaterial,
    WithdrawProposal,
)
from core.amending.guards import pause_left
from core.amending.notices import SILENT, TELLS
from core.amending.pausing import STEPS as _PAUSING
from core.amending.pausing import goes_on
from core.amending.steps import STEPS as _STEPS
from core.amending.steps import due_with, supersede

__all__ = [
    "CLOCKS",
    "DEADLINES",
    "SILENT",
    "STEPS",
    "TELLS",
    "AcceptProposal",
    "AskMoreTime",
    "AskPause",
    "GiveMaterial",
    "GrantMoreTime",
    "MaterialIsThere",
    "ProposeEnd",
    "RejectProposal",
    "ResumeWork",
    "WaitForMaterial",
    "WithdrawProposal",
    "due_with",
    "goes_on",
    "pause_left",
    "supersede",
    "unanswered",
]

STEPS = (*_STEPS, *_PAUSING)
