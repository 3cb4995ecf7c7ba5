"""The link, claims, safety words, acceptance."""

from core.inviting.clocks import CLOCKS
from core.inviting.commands import (
    AcceptTerms,
    AnswerInvited,
    AskInviter,
    ClaimInvite,
    ConfirmClaimant,
    CreateInvite,
    DeclineInvite,
    InviteAgain,
    RefuseClaimant,
    RenewInvite,
    WithdrawInvite,
)
from core.inviting.events import InviteAsked, InvitedAnswered
from core.inviting.guards import may_answer_invited, viewable
from core.inviting.notices import SILENT, TELLS
from core.inviting.safety import SAFETY_WORDS, safety_words
from core.inviting.steps import STEPS, claim

__all__ = [
    "CLOCKS",
    "SAFETY_WORDS",
    "SILENT",
    "STEPS",
    "TELLS",
    "AcceptTerms",
    "AnswerInvited",
    "AskInviter",
    "ClaimInvite",
    "ConfirmClaimant",
    "CreateInvite",
    "DeclineInvite",
    "InviteAgain",
    "InviteAsked",
    "InvitedAnswered",
    "RefuseClaimant",
    "RenewInvite",
    "WithdrawInvite",
    "claim",
    "may_answer_invited",
    "safety_words",
    "viewable",
]
