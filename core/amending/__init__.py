"""More time, and an end by agreement, of a milestone that is under way."""

from core.amending.clocks import CLOCKS, unanswered
from core.amending.commands import (
    AcceptProposal,
    AskMoreTime,
    GrantMoreTime,
    ProposeEnd,
    RejectProposal,
    WithdrawProposal,
)
from core.amending.notices import SILENT, TELLS
from core.amending.steps import STEPS, due_with, supersede

__all__ = [
    "CLOCKS",
    "SILENT",
    "STEPS",
    "TELLS",
    "AcceptProposal",
    "AskMoreTime",
    "GrantMoreTime",
    "ProposeEnd",
    "RejectProposal",
    "WithdrawProposal",
    "due_with",
    "supersede",
    "unanswered",
]
