"""The books: balanced by construction, append-only, one unique reason an entry.

A posting debits one account and credits another by an amount above zero, so an entry cannot be
unbalanced. Deposits = held + released + refunded + fees + waiting + suspense + what a bank has
taken back of them, by deal and currency.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from core.deal.events import Event, MoneySettled, TransferKind, WaitingReturned
from core.deal.model import Deal
from core.deal.reversal import GONE
from core.paying import (
    DepositCorrected,
    DepositReceived,
    DepositReversed,
    HeldAgain,
    MilestoneFunded,
    RefundDivided,
    ReversalLost,
    ReversalWon,
    SuspenseBooked,
    SuspenseBounced,
    SuspenseEvent,
    SuspenseReturned,
    TransferConfirmed,
    TransferFailed,
    TransferReturned,
    TransferSent,
)
from core.values.ids import DealId, PersonId, SuspenseId
from core.values.money import Money


def asset(rail: str) -> str:
    """What the operator has at a rail."""
    return f"asset:{rail}"


def hold(deal: DealId, milestone: int) -> str:
    """The client's money set aside for one milestone."""
    return f"hold:{deal}-{milestone}"


def waiting(deal: DealId, milestone: int) -> str:
    """What arrived for a milestone and has not funded it."""
    return f"waiting:{deal}-{milestone}"


def payable(person: PersonId) -> str:
    """What is owed to a freelancer until the payout is sent."""
    return f"payable:{person}"


def clearing(kind: TransferKind, deal: DealId, transfer: int) -> str:
    """A payout on its way; a refund from when it is owed until it is there."""
    return f"clearing:{kind.value}:{deal}-{transfer}"


def disputed(rail: str) -> str:
    """What a bank took back and has not decided."""
    return f"asset:{rail}:disputed"


def dispute(deal: DealId, reversal: int) -> str:
    """The same, as it was held or waited."""
    return f"dispute:{deal}-{reversal}"


def receivable(person: PersonId) -> str:
    """What a client's bank took back after it had left the hold, until that is decided."""
    return f"asset:receivable:{person}"


def suspense(rail: str) -> str:
    """What matches nothing."""
    return f"suspense:{rail}"


RAIL_CHAIN: Final = "rail:"
FEE = "income:fee"
CHARGEBACK = "expense:chargeback"
RUNNING = ("hold:", "waiting:", "payable:", "clearing:", "dispute:")
"""Accounts with a running total and a floor of zero; the others would be one hot row."""
ASSETS = ("asset:", "expense:")
"""Accounts whose balance is debits less credits."""


def has_total(account: str) -> bool:
    """Whether the account keeps a running total."""
    return account.startswith(RUNNING)


@dataclass(frozen=True, slots=True)
class Posting:
    """One leg: `amount` from the debit side to the credit side."""

    debit: str
    credit: str
    amount: Money

    def __post_init__(self) -> None:
        """Refuse what moves nothing. Raises ValueError."""
        if self.amount.minor <= 0 or self.debit == self.credit:
            msg = "a posting moves more than zero between two accounts"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Entry:
    """Postings that stand together. `reason` is unique in the books.

    `chain` is the deal's id; of what belongs to no deal its rail's.
    """

    reason: str
    chain: str
    postings: tuple[Posting, ...]


def entries_for(deal: Deal, event: Event) -> tuple[Entry, ...]:
    """The entries of one event, `deal` being the deal after it; none for most events."""
    rule = RULES.get(type(event))
    return () if rule is None else rule(deal, event)


def _received(deal: Deal, event: DepositReceived) -> tuple[Entry, ...]:
    arrived = asset(event.rail)
    if event.item is not None:  # it is in the books since it was booked into suspense
        matched = (suspense(event.rail), waiting(deal.id, event.milestone), event.waiting)
        return _entry(deal, match_reason(event.item, event.matched), matched)
    return _entry(
        deal,
        f"deposit:{event.rail}:{event.external_id}",
        (arrived, waiting(deal.id, event.milestone), event.waiting),
        (arrived, suspense(event.rail), event.suspense),
    )


def match_reason(item: SuspenseId, before: int) -> str:
    """Of the entry by which it became a deposit, after it had been one `before` so often."""
    return f"match:{item}" + (f":{before}" if before else "")


def entries_of_suspense(event: Event) -> tuple[Entry, ...]:
    """The entries of money that matches nothing: in the chain of its rail."""
    rule = OF_SUSPENSE.get(type(event))
    return () if rule is None else rule(event)


def _suspended(event: SuspenseBooked) -> tuple[Entry, ...]:
    legs = [(asset(event.rail), suspense(event.rail))]
    return _of_rail(event, f"deposit:{event.rail}:{event.external_id}", event.rail, legs)


def _sent_back(event: SuspenseReturned) -> tuple[Entry, ...]:
    way = f"clearing:{TransferKind.REFUND.value}:{event.item}"
    legs = [(suspense(event.rail), way), (way, asset(event.rail))]
    return _of_rail(event, f"return:{event.item}:{event.returns}", event.rail, legs)


def _came_back(event: SuspenseBounced) -> tuple[Entry, ...]:
    legs = [(asset(event.rail), suspense(event.rail))]
    return _of_rail(event, f"bounce:{event.item}:{event.returns}", event.rail, legs)


def _of_rail(
    event: SuspenseEvent, reason: str, rail: str, legs: Sequence[tuple[str, str]]
) -> tuple[Entry, ...]:
    postings = tuple(Posting(debit, credit, event.amount) for debit, credit in legs)
    return (Entry(reason, rail_chain(rail), postings),)


def rail_chain(rail: str) -> str:
    """The chain of what belongs to no deal."""
    return f"{RAIL_CHAIN}{rail}"


def _funded(deal: Deal, event: MilestoneFunded) -> tuple[Entry, ...]:
    return _held(deal, event.milestone, event.held)


def _held_again(deal: Deal, event: HeldAgain) -> tuple[Entry, ...]:
    return _held(deal, event.milestone, event.held)


def _held(deal: Deal, number: int, amount: Money) -> tuple[Entry, ...]:
    again = deal.milestone(number).funded_again
    reason = f"fund:{deal.id}-{number}" + (f":{again}" if again else "")
    return _entry(deal, reason, (waiting(deal.id, number), hold(deal.id, number), amount))


def _corrected(deal: Deal, event: DepositCorrected) -> tuple[Entry, ...]:
    """The mirror of what was wrong; what is set aside stays at the bank, and in suspense."""
    number, bank = event.milestone, asset(event.rail)
    waits = waiting(deal.id, number)
    if event.now > event.was:
        late = event.late or Money(0, event.now.currency)
        legs = [(bank, waits, event.waiting), (bank, suspense(event.rail), late)]
    else:
        goes_to = bank if event.aside is None else suspense(event.rail)
        legs = [(hold(deal.id, number), waits, event.unheld), (waits, goes_to, event.waiting)]
        legs += [
            (clearing(TransferKind.REFUND, deal.id, transfer), goes_to, amount)
            for transfer, amount in event.refunds
        ]
    reason = f"correct:{deal.id}-{number}:{event.rail}:{event.external_id}:{event.number}"
    if event.aside is not None:
        reason = f"aside:{event.aside}:{event.taken_off}"
    return _entry(deal, reason, *legs)


def _reversed(deal: Deal, event: DepositReversed) -> tuple[Entry, ...]:
    number, bank = event.milestone, asset(event.rail)
    case = dispute(deal.id, event.reversal)
    back = [
        (clearing(TransferKind.REFUND, deal.id, transfer), bank, amount)
        for transfer, amount in event.refunds
    ]
    return _entry(
        deal,
        f"reversal:{event.rail}:{event.external_id}",
        *back,
        (waiting(deal.id, number), case, event.waiting),
        (hold(deal.id, number), case, event.held),
        (hold(deal.id, number), waiting(deal.id, number), event.unheld),
        (disputed(event.rail), bank, event.held + event.waiting),
        (receivable(event.client), bank, event.beyond),
    )


def _divided(deal: Deal, event: RefundDivided) -> tuple[Entry, ...]:
    whole, part = (clearing(TransferKind.REFUND, deal.id, n) for n in (event.transfer, event.into))
    return _entry(deal, f"divide:{deal.id}-{event.into}", (whole, part, event.amount))


def _won(deal: Deal, event: ReversalWon) -> tuple[Entry, ...]:
    number, bank = event.milestone, asset(event.rail)
    case = dispute(deal.id, event.reversal)
    taken = event.held + event.waiting + event.returned
    legs = [
        (case, hold(deal.id, number), event.held),
        (case, waiting(deal.id, number), event.waiting),
        (bank, disputed(event.rail), taken),
        (bank, receivable(event.client), event.beyond),
    ]
    if event.transfer is not None:
        back = clearing(TransferKind.REFUND, deal.id, event.transfer)
        legs += [(case, back, event.returned), (bank, back, event.refund)]
    if event.was in GONE:  # it had been written off: that is undone first
        written_off = _written_off(case, event.rail, event.client, taken, event.beyond)
        legs = [*((credit, debit, amount) for debit, credit, amount in written_off), *legs]
    return _entry(deal, f"reversal-won:{deal.id}-{event.reversal}", *legs)


def _lost(deal: Deal, event: ReversalLost) -> tuple[Entry, ...]:
    case = dispute(deal.id, event.reversal)
    legs = _written_off(case, event.rail, event.client, event.taken, event.beyond)
    return _entry(deal, f"reversal-lost:{deal.id}-{event.reversal}", *legs)


def _written_off(
    case: str, rail: str, client: PersonId, taken: Money, beyond: Money
) -> list[tuple[str, str, Money]]:
    """The bank keeps it: what it took of the deal, and what had left the deal before."""
    return [(case, disputed(rail), taken), (CHARGEBACK, receivable(client), beyond)]


def _returned(deal: Deal, event: WaitingReturned) -> tuple[Entry, ...]:
    source = suspense(event.rail) if event.suspense else waiting(deal.id, event.milestone)
    target = clearing(TransferKind.REFUND, deal.id, event.transfer)
    return _entry(deal, f"return:{deal.id}-{event.transfer}", (source, target, event.amount))


def _settled(deal: Deal, event: MoneySettled) -> tuple[Entry, ...]:
    source = hold(deal.id, event.milestone)
    legs = [(source, payable(event.freelancer), event.payout), (source, FEE, event.fee)]
    if event.refund_transfer is not None:
        legs.append(
            (source, clearing(TransferKind.REFUND, deal.id, event.refund_transfer), event.refund)
        )
    # `left` falls with each settlement, so no two of one milestone share a reason.
    return _entry(deal, f"settle:{deal.id}-{event.milestone}:{event.left.minor}", *legs)


def _sent(deal: Deal, event: TransferSent) -> tuple[Entry, ...]:
    """A refund stands on its clearing account already."""
    if event.kind is not TransferKind.PAYOUT:
        return ()
    way = clearing(event.kind, deal.id, event.transfer)
    reason = f"transfer-sent:{_sending(deal, event.transfer)}"
    return _entry(deal, reason, (payable(event.person), way, event.amount))


def _transferred(deal: Deal, event: TransferConfirmed) -> tuple[Entry, ...]:
    way = clearing(event.kind, deal.id, event.transfer)
    legs = [(way, asset(event.rail), event.amount)]
    if event.kind is TransferKind.PAYOUT and not event.was_sent:
        legs.insert(0, (payable(event.person), way, event.amount))
    return _entry(deal, f"transfer:{_sending(deal, event.transfer)}", *legs)


def _sending(deal: Deal, transfer: int) -> str:
    """Which sending of it this is: what came back is sent under another reason."""
    again = deal.transfer(transfer).returns
    return f"{deal.id}-{transfer}" + (f":{again}" if again else "")


def _failed(deal: Deal, event: TransferFailed) -> tuple[Entry, ...]:
    """Nothing moves of what was never sent."""
    if not event.was_sent:
        return ()
    reason = f"transfer-failed:{_sending(deal, event.transfer)}"
    return _owed_again(deal, event, reason)


def _owed_again(
    deal: Deal, event: TransferFailed | TransferReturned, reason: str
) -> tuple[Entry, ...]:
    """What was on its way stands where it did before it was sent: of a refund that is the same."""
    if event.kind is not TransferKind.PAYOUT:
        return ()
    way = clearing(event.kind, deal.id, event.transfer)
    return _entry(deal, reason, (way, payable(event.person), event.amount))


def _transfer_returned(deal: Deal, event: TransferReturned) -> tuple[Entry, ...]:
    """Owed again as it was before it was sent."""
    payout = event.kind is TransferKind.PAYOUT
    way = clearing(event.kind, deal.id, event.transfer)
    owed = payable(event.person) if payout else way
    reason = f"transfer-returned:{deal.id}-{event.transfer}:{event.returns}"
    if not event.arrived:
        return _owed_again(deal, event, reason)
    return _entry(deal, reason, (asset(event.rail), owed, event.amount))


def _entry(deal: Deal, reason: str, *legs: tuple[str, str, Money]) -> tuple[Entry, ...]:
    postings = tuple(Posting(debit, credit, amount) for debit, credit, amount in legs if amount)
    return (Entry(reason, deal.id, postings),) if postings else ()


RULES: Final[Mapping[type[Event], Callable[[Deal, Any], tuple[Entry, ...]]]] = MappingProxyType(
    {
        DepositReceived: _received,
        MilestoneFunded: _funded,
        MoneySettled: _settled,
        WaitingReturned: _returned,
        TransferSent: _sent,
        TransferConfirmed: _transferred,
        TransferFailed: _failed,
        TransferReturned: _transfer_returned,
        HeldAgain: _held_again,
        RefundDivided: _divided,
        DepositReversed: _reversed,
        DepositCorrected: _corrected,
        ReversalWon: _won,
        ReversalLost: _lost,
    }
)
"""What each event that moves money does to the books."""
OF_SUSPENSE: Final[Mapping[type[Event], Callable[[Any], tuple[Entry, ...]]]] = MappingProxyType(
    {SuspenseBooked: _suspended, SuspenseReturned: _sent_back, SuspenseBounced: _came_back}
)
"""The same of money that matches nothing."""
