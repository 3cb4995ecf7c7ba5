"""What an event is in a person's history of money."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from core.deal.events import Event, MoneySettled, TransferKind
from core.deal.terms import Role
from core.paying.events import (
    DepositCorrected,
    DepositReversed,
    HeldAgain,
    MilestoneFunded,
    ReversalWon,
    TransferConfirmed,
    TransferFailed,
    TransferReturned,
    TransferSent,
)
from core.values.ids import RAIL
from core.values.money import Money

Line = tuple[str, Money]
"""held, released, fee, refunded, payout-sent, refund-sent, payout-arrived, refund-arrived,
came-back, taken-back, not-held, unbooked or given-back; and how much."""


WHOSE: Final = MappingProxyType(
    {TransferKind.PAYOUT: Role.FREELANCER, TransferKind.REFUND: Role.CLIENT}
)
"""To whom such a transfer goes."""


def _held(event: MilestoneFunded | HeldAgain, _role: Role) -> list[Line]:
    return [("held", event.held)]


def _settled(event: MoneySettled, role: Role) -> list[Line]:
    lines = [("released", event.payout), ("refunded", event.refund)]
    return [*lines, ("fee", event.fee)] if role is Role.FREELANCER else lines


def _sent(event: TransferSent, role: Role) -> list[Line]:
    mine = role is WHOSE[event.kind]
    return [(f"{event.kind.value}-sent", event.amount)] if mine else []


def _arrived(event: TransferConfirmed, role: Role) -> list[Line]:
    """Of what a treasurer confirmed before the two were told apart, that it was sent."""
    how = "arrived" if event.was_sent or event.by == RAIL else "sent"
    return [(f"{event.kind.value}-{how}", event.amount)] if role is WHOSE[event.kind] else []


def _failed(event: TransferFailed, role: Role) -> list[Line]:
    """What was never sent is owed as before: nothing moved."""
    mine = event.was_sent and role is WHOSE[event.kind]
    return [("came-back", event.amount)] if mine else []


def _returned(event: TransferReturned, role: Role) -> list[Line]:
    mine = role is WHOSE[event.kind]
    return [("came-back", event.amount)] if mine else []


def _corrected(event: DepositCorrected, _role: Role) -> list[Line]:
    """A hold that was told of is none until the rest is there."""
    return [("unbooked", event.unheld)]


def _reversed(event: DepositReversed, role: Role) -> list[Line]:
    gone = event.held + event.unheld
    return [("not-held", gone) if role is Role.FREELANCER else ("taken-back", event.amount)]


def _won(event: ReversalWon, role: Role) -> list[Line]:
    rest = event.waiting + event.refund + event.returned + event.beyond
    return [("held", event.held) if role is Role.FREELANCER else ("given-back", event.held + rest)]


_LINES: Final[Mapping[type[Event], Callable[[Any, Role], list[Line]]]] = MappingProxyType(
    {
        MilestoneFunded: _held,
        HeldAgain: _held,
        MoneySettled: _settled,
        TransferSent: _sent,
        TransferConfirmed: _arrived,
        TransferFailed: _failed,
        TransferReturned: _returned,
        DepositCorrected: _corrected,
        DepositReversed: _reversed,
        ReversalWon: _won,
    }
)
OF_MONEY: Final = frozenset(_LINES)
"""Events of which a person's history of money is told."""


def money_lines(event: Event, role: Role) -> list[Line]:
    """What of an event concerns this side; nothing of nothing."""
    tell = _LINES.get(type(event))
    lines = [] if tell is None else tell(event, role)
    return [(what, amount) for what, amount in lines if amount]
