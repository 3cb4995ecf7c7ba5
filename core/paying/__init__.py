"""Deposits, claims of payment, holds, and transfers out."""

from core.paying import flags, reversing, steps
from core.paying.by_two import (
    deposit_of,
    may_approve_money,
    outcome_of,
    reversal_of,
    transfer_of,
)
from core.paying.clocks import ALARMS, CLOCKS, DEADLINES, flagged
from core.paying.commands import (
    AcceptShortfall,
    AskLift,
    AskProof,
    AskShortfall,
    CancelFunding,
    ClaimPaid,
    ClearPayer,
    ConfirmDeposit,
    ConfirmTransfer,
    DropRest,
    FailTransfer,
    GoOn,
    LiftFlag,
    LoseReversal,
    Pay,
    RejectClaim,
    ReversalCommand,
    ReverseDeposit,
    SetFlag,
    WinReversal,
)
from core.paying.events import (
    DepositReceived,
    DepositReversed,
    HeldAgain,
    MilestoneFunded,
    RefundDivided,
    ReversalLost,
    ReversalWon,
    TransferConfirmed,
)
from core.paying.flags import may_flag, others_of_the_desk
from core.paying.guards import may_confirm_deposit, may_confirm_transfer
from core.paying.notices import SILENT, TELLS
from core.paying.reversing import OUTCOMES, REVERSE, at_bank, left_of, may_reverse
from core.paying.steps import CONFIRM_DEPOSIT, CONFIRM_TRANSFER

__all__ = [
    "ALARMS",
    "CLOCKS",
    "CONFIRM_DEPOSIT",
    "CONFIRM_TRANSFER",
    "DEADLINES",
    "OUTCOMES",
    "REVERSE",
    "SILENT",
    "STEPS",
    "TELLS",
    "AcceptShortfall",
    "AskLift",
    "AskProof",
    "AskShortfall",
    "CancelFunding",
    "ClaimPaid",
    "ClearPayer",
    "ConfirmDeposit",
    "ConfirmTransfer",
    "DepositReceived",
    "DepositReversed",
    "DropRest",
    "FailTransfer",
    "GoOn",
    "HeldAgain",
    "LiftFlag",
    "LoseReversal",
    "MilestoneFunded",
    "Pay",
    "RefundDivided",
    "RejectClaim",
    "ReversalCommand",
    "ReversalLost",
    "ReversalWon",
    "ReverseDeposit",
    "SetFlag",
    "TransferConfirmed",
    "WinReversal",
    "at_bank",
    "deposit_of",
    "flagged",
    "left_of",
    "may_approve_money",
    "may_confirm_deposit",
    "may_confirm_transfer",
    "may_flag",
    "may_reverse",
    "others_of_the_desk",
    "outcome_of",
    "reversal_of",
    "transfer_of",
]

STEPS = (*steps.STEPS, *flags.STEPS, *reversing.STEPS)
