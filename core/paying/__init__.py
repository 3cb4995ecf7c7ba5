"""Deposits, claims of payment, holds, and transfers out."""

from core.paying.clocks import ALARMS, CLOCKS, DEADLINES
from core.paying.commands import (
    AcceptShortfall,
    AskProof,
    AskShortfall,
    CancelFunding,
    ClaimPaid,
    ConfirmDeposit,
    ConfirmTransfer,
    DropRest,
    FailTransfer,
    GoOn,
    Pay,
    RejectClaim,
)
from core.paying.events import DepositReceived, MilestoneFunded, TransferConfirmed
from core.paying.guards import may_confirm_deposit, may_confirm_transfer
from core.paying.notices import SILENT, TELLS
from core.paying.steps import STEPS

__all__ = [
    "ALARMS",
    "CLOCKS",
    "DEADLINES",
    "SILENT",
    "STEPS",
    "TELLS",
    "AcceptShortfall",
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
    "MilestoneFunded",
    "Pay",
    "RejectClaim",
    "TransferConfirmed",
    "may_confirm_deposit",
    "may_confirm_transfer",
]
