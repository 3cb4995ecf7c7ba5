"""What a line of a bank's statement becomes: one command, and what is kept of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from core.deal.commands import Command
from core.deal.model import Deal, TransferState
from core.paying import (
    BookSuspense,
    ConfirmDeposit,
    ConfirmTransfer,
    LineEnd,
    LineFound,
    LineIs,
    ReturnTransfer,
    SayArrived,
    StatementLine,
    Target,
    Why,
)
from core.values.errors import NotNow
from core.values.ids import DealId, PersonId
from core.values.words import Words

RAIL: Final = "manual"
_SOURCE: Final = 300
_WORDS: Final = 300
_NO_DEAL: Final = frozenset(
    {
        Why.AMOUNT_ALONE,
        Why.AMOUNT_AND_NAME,
        Why.TWO_DEALS,
        Why.CUT,
        Why.SEEN_BEFORE,
        Why.TYPED,
        Why.RETURN_REASON,
    }
)
"""Where what is found is too little to tell the client of a deal that money is there."""


def what_of(
    found: LineFound, target: Target | None, by: PersonId, deal: Deal | None
) -> tuple[LineEnd, Command | None]:
    """How it ends, and what is to be done for that; None where nothing moves.

    Raises NotNow: "line-reverses", "line-other-amount".
    """
    if target is not None:
        return _MAKES[target.is_](found.line, target, by, deal)
    if found.line.amount.minor > 0:
        return LineEnd.SUSPENSE, _suspense(found, by)
    return LineEnd.LISTED, None


_Made = tuple[LineEnd, Command | None]


def _deposit(line: StatementLine, target: Target, by: PersonId, _deal: Deal | None) -> _Made:
    return LineEnd.DEPOSIT, ConfirmDeposit(
        actor=by,
        deal=target.deal,
        milestone=target.number,
        amount=line.amount,
        rail=RAIL,
        external_id=line.external_id,
        source=source_of(line),
        value_on=line.value_on.isoformat(),
    )


def _double(_line: StatementLine, _target: Target, _by: PersonId, _deal: Deal | None) -> _Made:
    return LineEnd.DOUBLE, None


def _sent(line: StatementLine, target: Target, by: PersonId, deal: Deal | None) -> _Made:
    """What is on the statement has left us and is there; what arrived is not said again."""
    _whole(line, target, deal)
    if deal is not None and deal.transfer(target.number).state is TransferState.CONFIRMED:
        return LineEnd.SENT, None
    return LineEnd.SENT, SayArrived(
        actor=by, deal=target.deal, transfer=target.number, returns=target.returns
    )


def sends_of(
    line: StatementLine, target: Target | None, by: PersonId, deal: Deal | None
) -> ConfirmTransfer | None:
    """What is to be said before it can have arrived: of what nobody has said that they sent it."""
    if target is None or target.is_ is not LineIs.SENT or deal is None:
        return None
    if not deal.transfer(target.number).owed:
        return None
    return ConfirmTransfer(
        actor=by, deal=target.deal, transfer=target.number, external_id=line.external_id
    )


def _whole(line: StatementLine, target: Target, deal: Deal | None) -> None:
    """A transfer leaves and comes back as a whole. Raises NotNow("line-other-amount")."""
    if deal is None:
        return
    due = deal.transfer(target.number).amount
    if (abs(line.amount.minor), line.amount.currency) != (due.minor, due.currency):
        raise NotNow("line-other-amount", line=line.at, amount=(due.minor, due.currency))


def _returned(line: StatementLine, target: Target, by: PersonId, deal: Deal | None) -> _Made:
    _whole(line, target, deal)
    said = (line.text or line.returned or line.bank_reference or "–")[:_WORDS]
    return LineEnd.RETURNED, ReturnTransfer(
        actor=by,
        deal=target.deal,
        transfer=target.number,
        returns=target.returns,
        words=Words.of(said, secrets.token_hex(16)),
    )


def _reversed(line: StatementLine, _target: Target, _by: PersonId, _deal: Deal | None) -> _Made:
    """A deposit that a bank takes back has a road of its own, with its reason and its clocks.

    Raises NotNow("line-reverses").
    """
    raise NotNow("line-reverses", line=line.at)


_Make = Callable[[StatementLine, Target, PersonId, Deal | None], _Made]
_MAKES: Final[Mapping[LineIs, _Make]] = MappingProxyType(
    {
        LineIs.DEPOSIT: _deposit,
        LineIs.DOUBLE: _double,
        LineIs.SENT: _sent,
        LineIs.RETURNED: _returned,
        LineIs.REVERSED: _reversed,
    }
)


def source_of(line: StatementLine) -> str:
    """Where a refund would go: who paid, and from which account."""
    told = ", ".join(filter(None, (line.name, line.number)))
    return (told or line.text or line.bank_reference or line.reference)[:_SOURCE]


def _suspense(found: LineFound, by: PersonId) -> BookSuspense:
    line = found.line
    return BookSuspense(
        actor=by,
        amount=line.amount,
        rail=RAIL,
        external_id=line.external_id,
        source=source_of(line),
        value_on=line.value_on.isoformat(),
        about=about(found),
    )


def about(found: LineFound) -> DealId | None:
    """The one deal that money seems meant for, whose client is told then.

    What may be a payment of ours that came back, or is booked already, is no news of theirs.
    """
    deals = {target.deal for target in found.targets}
    theirs = all(target.is_ is LineIs.DEPOSIT for target in found.targets)
    told = theirs and len(deals) == 1 and not _NO_DEAL & {*found.why}
    return next(iter(deals)) if told else None
