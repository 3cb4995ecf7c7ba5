"""What must hold of one deal; plain functions of what its rows say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.deal.deposit import Deposit
from core.deal.diary import GENESIS as NO_DIARY
from core.deal.diary import DiaryEntry, whole
from core.deal.events import TransferKind
from core.deal.milestone import HOLDING, Milestone
from core.deal.model import Deal
from core.deal.reversal import ReversalState
from core.ledger import (
    FEE,
    Entry,
    clearing,
    dispute,
    has_total,
    hold,
    match_reason,
    receivable,
    waiting,
)
from core.paying import at_bank
from storage.rows import GENESIS, Head, changes, entry_row, request_hash

BPS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold; `where` is a deal, an account, a rail or a table."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Link:
    """One entry as the books have it."""

    entry: Entry
    seq: int
    at: datetime
    request_hash: str
    previous: str
    hash: str


Totals = Counter[tuple[str, str]]
"""Minor units by (account, currency): credits less debits."""


def chain(links: Sequence[Link]) -> Iterator[str]:
    """Gapless, unbroken, and each entry what it was."""
    head = GENESIS
    for link in links:
        if link.seq != head.seq + 1:
            yield f"the chain jumps from {head.seq} to {link.seq}"
            head = Head(link.seq - 1, link.previous)
        if link.request_hash != request_hash(link.entry):
            yield f"entry {link.entry.reason} was posted with other legs"
        again = entry_row(link.entry, head, link.at)
        if (again["previous"], again["hash"]) != (link.previous, link.hash):
            yield f"entry {link.entry.reason} does not follow the one before it"
        if not link.entry.postings:
            yield f"entry {link.entry.reason} has no postings"
        head = Head(link.seq, link.hash)


def replay(links: Sequence[Link], totals: Totals) -> Iterator[str]:
    """Sum the chain up into `totals`; no account of the deal's own ever falls below zero."""
    for link in links:
        for (account, currency), change in changes(link.entry).items():
            totals[account, currency] += change
            own = has_total(account) and not account.startswith("payable:")
            if own and totals[account, currency] < 0:
                yield f"{account} falls below zero with {link.entry.reason}"


def milestones(deal: Deal, links: Sequence[Link], totals: Totals) -> Iterator[str]:
    """States and amounts of the document against the accounts."""
    moved = _moved(links)
    for m in deal.milestones:
        currency, name = m.amount.currency, f"milestone {m.number}"
        held, waits = hold(deal.id, m.number), waiting(deal.id, m.number)
        for account, said in ((held, m.held), (waits, m.waiting)):
            if totals[account, currency] != said.minor:
                yield f"{account} has {totals[account, currency]}, {name} says {said.minor}"
        for goes_to, said in (("payable:", m.released), (FEE, m.fee), ("clearing:", m.refunded)):
            if moved[held, goes_to] != said.minor:
                yield f"{held} gave {moved[held, goes_to]} to {goes_to}, {name} says {said.minor}"
        has = m.held or at_bank(deal, m.number) or m.again is not None
        if bool(has if m.state in HOLDING else m.held) is not (m.state in HOLDING):
            yield f"{name} is {m.state.value} and holds {m.held.minor}"
        if m.state.final and m.waiting:
            yield f"{name} is {m.state.value} and {m.waiting.minor} waits for it"
        yield from _fee(deal, m)


def _moved(links: Sequence[Link]) -> Counter[tuple[str, str]]:
    """What went from each account to each kind of account."""
    moved: Counter[tuple[str, str]] = Counter()
    for link in links:
        for posting in link.entry.postings:
            kind, found, _ = posting.credit.partition(":")
            goes_to = FEE if posting.credit == FEE else kind + found
            moved[posting.debit, goes_to] += posting.amount.minor
    return moved


def _fee(deal: Deal, m: Milestone) -> Iterator[str]:
    """Each settlement rounds its fee down, so all of them together are at most the share."""
    if m.fee.minor > (m.released + m.fee).minor * deal.terms.fee_bps // BPS:
        yield f"milestone {m.number} paid a fee of {m.fee.minor}, above what was agreed"


def transfers(deal: Deal, totals: Totals) -> Iterator[str]:
    """A refund stands on its clearing account until it is there, a payout while it is on its way.

    Then that is at zero.
    """
    for transfer in deal.transfers:
        account = clearing(transfer.kind, deal.id, transfer.number)
        found = totals[account, transfer.amount.currency]
        waits = transfer.owed and transfer.kind is TransferKind.REFUND
        said = transfer.amount.minor if waits or transfer.on_its_way else 0
        if found != said:
            yield f"{account} has {found}, transfer {transfer.number} is {transfer.state.value}"


def deposits(deal: Deal, links: Sequence[Link]) -> Iterator[str]:
    """One entry a deposit and one a correction of it, which come to its amount."""
    booked = {
        link.entry.reason: _arrived(link.entry)
        for link in links
        if link.entry.reason.startswith(("deposit:", "match:", "correct:", "aside:"))
    }
    for m in deal.milestones:
        for deposit in m.deposits:
            own = [booked.pop(reason, 0) for reason in _reasons_of(deal, m, deposit)]
            if 0 in own or sum(own) != deposit.amount.minor:
                name = f"{deposit.rail}:{deposit.external_id}"
                yield f"deposit:{name} is not in the books with {deposit.amount}"
    yield from (f"{reason} is in the books alone" for reason in booked)


def _arrived(entry: Entry) -> int:
    """By how much more arrived for the deal; below zero where that was corrected."""
    beyond = "suspense:" if entry.reason.startswith(("match:", "aside:")) else "asset:"
    came = (p.amount.minor for p in entry.postings if p.debit.startswith(beyond))
    left = (p.amount.minor for p in entry.postings if p.credit.startswith(beyond))
    return sum(came) - sum(left)


def _reasons_of(deal: Deal, m: Milestone, deposit: Deposit) -> Iterator[str]:
    """What was in suspense first came to the deal by being matched."""
    name = f"{deposit.rail}:{deposit.external_id}"
    if deposit.item is None:
        yield f"deposit:{name}"
    else:
        yield match_reason(deposit.item, deposit.matched)
    for number, one in enumerate(deposit.corrected, 1):
        if one.item is None:
            yield f"correct:{deal.id}-{m.number}:{name}:{number}"
        else:
            yield f"aside:{one.item}:{one.taken_off}"


def reversals(deal: Deal, links: Sequence[Link], totals: Totals) -> Iterator[str]:
    """One entry each; what the bank has not decided stands on its account, and no more after."""
    booked = Counter(link.entry.reason for link in links)
    owed: Counter[str] = Counter()
    for one in deal.reversals:
        reason, account = f"reversal:{one.rail}:{one.external_id}", dispute(deal.id, one.number)
        open_ = one.state is ReversalState.OPEN
        decided = f"reversal-{'won' if one.state is ReversalState.WON else 'lost'}"
        wanted = [reason, *(() if open_ else (f"{decided}:{deal.id}-{one.number}",))]
        moved = one.taken or one.beyond or (one.state is ReversalState.WON and one.refunded)
        for name in wanted[: None if moved else 1]:
            if booked[name] != 1:
                yield f"{name} is not in the books"
        found = totals[account, one.amount.currency]
        said = one.taken.minor if open_ else 0
        if found != said:
            yield f"{account} has {found}, the bank has {said}"
        owed[one.amount.currency] += one.beyond.minor if open_ else 0
    for currency in {one.amount.currency for one in deal.reversals}:
        if deal.client is None:
            continue
        found = -_of_account(links, receivable(deal.client), currency)
        if found != owed[currency]:
            yield f"the client's bank owes {found} by the books, {owed[currency]} by the deal"


def _of_account(links: Sequence[Link], account: str, currency: str) -> int:
    return sum(changes(link.entry).get((account, currency), 0) for link in links)


def diary(deal: Deal, entries: Sequence[DiaryEntry]) -> Iterator[str]:
    """Its chain of hashes, to the head that the document keeps."""
    head = entries[-1].hash if entries else NO_DIARY
    if (len(entries), head) != (deal.diary_count, deal.diary_head):
        yield f"the diary has {len(entries)} entries, the deal says {deal.diary_count}"
    if not whole(deal.id, tuple(entries)):
        yield "the diary's chain is broken"
