"""More time, a pause, an end by agreement, and a change of the terms, of a deal under way."""

from core.amending.clocks import CLOCKS, DEADLINES, of_the_deal, unanswered
from core.amending.commands import (
    AcceptAmendment,
    AcceptProposal,
    AcceptSettlement,
    AdviseSettlement,
    AskMoreTime,
    AskPause,
    GiveMaterial,
    GrantMoreTime,
    MaterialIsThere,
    OfferSettlement,
    ProposeAmendment,
    ProposeEnd,
    RejectAmendment,
    RejectProposal,
    RejectSettlement,
    ResumeWork,
    SealFigure,
    UnsealFigure,
    WaitForMaterial,
    WithdrawAmendment,
    WithdrawProposal,
    WithdrawSettlement,
)
from core.amending.guards import pause_left
from core.amending.notices import SILENT
from core.amending.notices import TELLS as _TELLS
from core.amending.pausing import STEPS as _PAUSING
from core.amending.pausing import goes_on
from core.amending.sealing import STEPS as _SEALING
from core.amending.settling import STEPS as _SETTLING
from core.amending.settling import may_advise
from core.amending.settling_notices import TELLS as _OFFERED
from core.amending.steps import STEPS as _STEPS
from core.amending.steps import due_with, supersede

__all__ = [
    "CLOCKS",
    "DEADLINES",
    "SILENT",
    "STEPS",
    "TELLS",
    "AcceptAmendment",
    "AcceptProposal",
    "AcceptSettlement",
    "AdviseSettlement",
    "AskMoreTime",
    "AskPause",
    "GiveMaterial",
    "GrantMoreTime",
    "MaterialIsThere",
    "OfferSettlement",
    "ProposeAmendment",
    "ProposeEnd",
    "RejectAmendment",
    "RejectProposal",
    "RejectSettlement",
    "ResumeWork",
    "SealFigure",
    "UnsealFigure",
    "WaitForMaterial",
    "WithdrawAmendment",
    "WithdrawProposal",
    "WithdrawSettlement",
    "due_with",
    "goes_on",
    "may_advise",
    "of_the_deal",
    "pause_left",
    "supersede",
    "unanswered",
]

STEPS = (*_STEPS, *_PAUSING, *_SETTLING, *_SEALING)
TELLS = {**_TELLS, **_OFFERED}
