"""The terms: questions, versions, counter-offers."""

from core.drafting.clocks import CLOCKS
from core.drafting.commands import (
    AddFile,
    DiscardDraft,
    DiscardEdits,
    Edit,
    EditTerms,
    RemoveFile,
    RemoveMilestone,
    SendTerms,
    SetCurrency,
    SetDescription,
    SetMilestone,
    SetRole,
    SetRules,
    SetTitle,
    StartDeal,
)
from core.drafting.notices import SILENT
from core.drafting.steps import STEPS, start

__all__ = [
    "CLOCKS",
    "SILENT",
    "STEPS",
    "AddFile",
    "DiscardDraft",
    "DiscardEdits",
    "Edit",
    "EditTerms",
    "RemoveFile",
    "RemoveMilestone",
    "SendTerms",
    "SetCurrency",
    "SetDescription",
    "SetMilestone",
    "SetRole",
    "SetRules",
    "SetTitle",
    "StartDeal",
    "start",
]
