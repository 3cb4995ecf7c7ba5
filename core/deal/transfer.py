"""Money that is owed to somebody outside: first owed, then sent, and at last known to be there.

That it was sent is a treasurer's word. That it arrived is said by its rail, by its receiver, or by
a treasurer who saw it on the statement. No clock says it: nobody's silence is an arrival.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from core.deal.events import TransferKind
from core.values.errors import NotNow
from core.values.ids import RAIL, PersonId
from core.values.money import Money
from core.values.window import Window
from core.values.words import Words


class TransferState(StrEnum):
    """Whether owed money has reached its receiver."""

    PENDING = "pending"
    SENT = "sent"
    """It left us; nobody has said that it is there."""
    CONFIRMED = "confirmed"
    """It arrived. Of what was sent before arriving was asked about, no more than that it left."""
    FAILED = "failed"
    RETURNED = "returned"
    """It was sent, and the bank there sent it back: it is owed again."""
    VOID = "void"
    """It was never owed: what it would have given back was booked by mistake."""


class TransferStep(StrEnum):
    """What moves it."""

    SEND = "send"
    DELIVER = "deliver"
    """A rail says that it sent it and that it is there, in one word."""
    NET = "net"
    """Its receiver has it by what their bank took back from us: it is not sent any more."""
    ARRIVE = "arrive"
    FAIL = "fail"
    RETURN = "return"
    VOID = "void"
    """It is not owed: what it was to give back had never arrived, or belongs elsewhere."""


TRANSFER_TABLE: Final = MappingProxyType(
    {
        (TransferState.PENDING, TransferStep.SEND): TransferState.SENT,
        (TransferState.FAILED, TransferStep.SEND): TransferState.SENT,
        (TransferState.RETURNED, TransferStep.SEND): TransferState.SENT,
        (TransferState.PENDING, TransferStep.DELIVER): TransferState.CONFIRMED,
        (TransferState.FAILED, TransferStep.DELIVER): TransferState.CONFIRMED,
        (TransferState.RETURNED, TransferStep.DELIVER): TransferState.CONFIRMED,
        (TransferState.PENDING, TransferStep.NET): TransferState.CONFIRMED,
        (TransferState.FAILED, TransferStep.NET): TransferState.CONFIRMED,
        (TransferState.RETURNED, TransferStep.NET): TransferState.CONFIRMED,
        (TransferState.SENT, TransferStep.ARRIVE): TransferState.CONFIRMED,
        (TransferState.PENDING, TransferStep.FAIL): TransferState.FAILED,
        (TransferState.FAILED, TransferStep.FAIL): TransferState.FAILED,
        (TransferState.RETURNED, TransferStep.FAIL): TransferState.FAILED,
        (TransferState.SENT, TransferStep.FAIL): TransferState.FAILED,
        (TransferState.SENT, TransferStep.RETURN): TransferState.RETURNED,
        (TransferState.CONFIRMED, TransferStep.RETURN): TransferState.RETURNED,
        (TransferState.PENDING, TransferStep.VOID): TransferState.VOID,
        (TransferState.FAILED, TransferStep.VOID): TransferState.VOID,
        (TransferState.RETURNED, TransferStep.VOID): TransferState.VOID,
    }
)
OWED: Final = frozenset({TransferState.PENDING, TransferState.FAILED, TransferState.RETURNED})
"""It is with us, and to be sent."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """One payout or refund owed to somebody outside. It never reopens a milestone."""

    number: int
    kind: TransferKind
    milestone: int
    person: PersonId
    amount: Money
    rail: str
    source: str
    """For a refund: where the deposit came from. For a payout: empty, the destination is asked."""
    window: Window
    """Until when it is to be sent."""
    state: TransferState = TransferState.PENDING
    external_id: str = ""
    why: str = ""
    also: tuple[str, ...] = ()
    """Its other ids: of what its rail says it sent once more, and of what came back."""
    confirmed_at: datetime | None = None
    confirmed_by: PersonId | None = None
    """When it was said to have arrived, and by whom; of what is older, to have been sent."""
    returns: int = 0
    """How often it was sent and did not stay there: it came back, or the bank did not do it."""
    returned: Words | None = None
    """Why it came back, the last time; its receiver reads it."""
    sent_at: datetime | None = None
    sent_by: PersonId | None = None
    """When somebody said that they sent it, and who; of a rail that did both, nothing."""
    arrival: Window | None = None
    """While it is on its way: until when it should be there, and its receiver is asked then."""
    asked_at: datetime | None = None
    """When they were."""
    missed_at: datetime | None = None
    """When they said that it is not there."""

    @property
    def owed(self) -> bool:
        """Whether it is still to be sent."""
        return self.state in OWED

    @property
    def on_its_way(self) -> bool:
        """Whether it was sent, and nobody has said that it arrived."""
        return self.state is TransferState.SENT

    @property
    def known_there(self) -> bool:
        """Whether somebody who can know says that it arrived, and not that it was sent alone."""
        told = self.sent_at is not None or self.confirmed_by == RAIL
        return self.state is TransferState.CONFIRMED and told

    @property
    def left_at(self) -> datetime | None:
        """When it was said to have left us."""
        return self.sent_at or self.confirmed_at

    @property
    def left_by(self) -> PersonId | None:
        """Who said so."""
        return self.confirmed_by if self.sent_by is None else self.sent_by

    def take(self, step: TransferStep) -> Transfer:
        """It after `step`. Raises NotNow: "transfer-done", "transfer-not-sent"."""
        to = TRANSFER_TABLE.get((self.state, step))
        if to is None and step in (TransferStep.ARRIVE, TransferStep.RETURN):
            raise NotNow("transfer-not-sent")
        if to is None:
            raise NotNow("transfer-done")
        return replace(self, state=to)

    def back(self, step: TransferStep, clock: Window) -> Transfer:
        """What was sent is with us again, as `step` says, to be sent until the end of `clock`."""
        return replace(
            self.take(step),
            window=clock,
            returns=self.returns + 1,
            external_id="",
            also=tuple(dict.fromkeys(filter(None, (*self.also, self.external_id)))),
            confirmed_at=None,
            confirmed_by=None,
            sent_at=None,
            sent_by=None,
            arrival=None,
            asked_at=None,
            missed_at=None,
        )
