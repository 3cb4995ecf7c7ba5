"""Deposits, claims of payment, holds, and transfers out."""

from core.paying import flags, steps
from core.paying.by_two import deposit_of, may_approve_money, transfer_of
from core.paying.clocks import ALARMS, CLOCKS, DEADLINES, flagged
from core.paying.commands import (
    AcceptShortfall,
    AskLift,
    AskProof,
    AskShortfall,
    CancelFunding,
    ClaimPaid,
    ConfirmDeposit,
    ConfirmTransfer,
    DropRest,
    FailTransfer,
    GoOn,
    LiftFlag,
    Pay,
    RejectClaim,
    SetFlag,
)
from core.paying.events import DepositReceived, MilestoneFunded, TransferConfirmed
from core.paying.flags import may_flag, others_of_the_desk
from core.paying.guards import may_confirm_deposit, may_confirm_transfer
from core.paying.notices import SILENT, TELLS
from core.paying.steps import CONFIRM_DEPOSIT, CONFIRM_TRANSFER

__all__ = [
    "ALARMS",
    "CLOCKS",
    "CONFIRM_DEPOSIT",
    "CONFIRM_TRANSFER",
    "DEADLINES",
    "SILENT",
    "STEPS",
    "TELLS",
    "AcceptShortfall",
    "AskLift",
    "AskProof",
    "AskShortfall",
    "CancelFunding",
    "ClaimPaid",
    "ConfirmDeposit",
    "ConfirmTransfer",
    "DepositReceived",
    "DropRest",
    "FailTransfer",
    "GoOn",
    "LiftFlag",
    "MilestoneFunded",
    "Pay",
    "RejectClaim",
    "SetFlag",
    "TransferConfirmed",
    "deposit_of",
    "flagged",
    "may_approve_money",
    "may_confirm_deposit",
    "may_confirm_transfer",
    "may_flag",
    "others_of_the_desk",
    "transfer_of",
]

STEPS = (*steps.STEPS, *flags.STEPS)
