"""Whom a clock waits for: nothing ends before what people did until then was heard and handled.

A process that lives may be deaf: another program takes its updates, Telegram is away, the machine
sleeps, the database is full. So a deadline that has fallen due happens only once every bot, through
which somebody could have acted in time, is heard past its instant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.values.window import DeadlineKind


class Ear(StrEnum):
    """A bot that listens to people."""

    PARTIES = "parties"
    DESK = "desk"


_PARTIES: Final = frozenset({Ear.PARTIES})
_DESK: Final = frozenset({Ear.DESK})
_NOBODY: Final[frozenset[Ear]] = frozenset()

WAITS_FOR: Final[Mapping[DeadlineKind, frozenset[Ear]]] = MappingProxyType(
    {
        DeadlineKind.DRAFT_IDLE: _PARTIES,
        DeadlineKind.INVITE_EXPIRES: _PARTIES,
        # The client pays and claims here; the treasurer confirms there.
        DeadlineKind.FUNDING_LAPSES: _PARTIES | _DESK,
        DeadlineKind.FUND_AGAIN: _PARTIES | _DESK,
        DeadlineKind.DEPOSIT_CHECK: _DESK,
        DeadlineKind.WORK_DUE: _PARTIES,
        DeadlineKind.MAY_CANCEL_LATE: _PARTIES,
        DeadlineKind.DORMANCY_NOTICE: _PARTIES,
        DeadlineKind.DORMANT: _PARTIES,
        DeadlineKind.LATE_CANCEL_ENDS: _PARTIES,
        DeadlineKind.FEE_CANCEL_ENDS: _PARTIES,
        DeadlineKind.REVIEW_ENDS: _PARTIES,
        DeadlineKind.ROUND_DUE: _PARTIES,
        DeadlineKind.CONTEST_ENDS: _PARTIES,
        DeadlineKind.ABANDONED: _PARTIES,
        DeadlineKind.FALLBACK: _PARTIES,
        DeadlineKind.PROPOSAL_ENDS: _PARTIES,
        DeadlineKind.PAUSE_ENDS: _PARTIES,
        DeadlineKind.DROP_REST: _PARTIES,
        # A message is tried again: nobody could have acted against that.
        DeadlineKind.RETRY_NOTICE: _NOBODY,
        DeadlineKind.DISPUTE_ANSWER: _PARTIES,
        DeadlineKind.NEGOTIATION_ENDS: _PARTIES,
        DeadlineKind.EVIDENCE_ENDS: _PARTIES,
        DeadlineKind.QUESTION_ANSWER: _PARTIES,
        DeadlineKind.DISPUTE_TAKE: _DESK,
        DeadlineKind.DISPUTE_RULING: _DESK,
        DeadlineKind.RULING_FINAL: _PARTIES,
        DeadlineKind.TRANSFER: _DESK,
        # Its receiver says here that it is there; the treasurer says so there.
        DeadlineKind.ARRIVAL: _PARTIES | _DESK,
        DeadlineKind.RATING_ENDS: _PARTIES,
        DeadlineKind.HOLD_FLAG: _DESK,
        DeadlineKind.APPROVAL_ENDS: _DESK,
        DeadlineKind.REMIND: _PARTIES,
    }
)
"""By whom each deadline could have been met, and so who has to be heard past it first."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetch of updates moves, in the transaction that keeps them; None stays as it is.

    `heard`: everything that people did until then was given to us. `listened`: until when time is
    accounted for, by listening or by having been given back.
    """

    heard: datetime | None = None
    listened: datetime | None = None
