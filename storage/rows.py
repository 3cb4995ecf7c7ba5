"""The rows that follow from domain objects: pure, so that a difference can be computed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zlib import crc32

from core.deal.clocks import Deadline
from core.deal.dispute import Dispute
from core.deal.model import Deal, DealState
from core.deal.notice import (
    ALWAYS,
    Always,
    Holds,
    Notice,
    WhileOpen,
    WhileOwed,
    WhileSeen,
    WhileSent,
)
from core.deal.person import Person
from core.deal.reputation import on_time, stars
from core.deal.reversal import charged_back
from core.deal.ruling import Outcome
from core.deal.stage import Stage
from core.deal.terms import Role, canonical
from core.ledger import Entry
from core.ports import Expecting, Rank
from core.values.ids import DealId, PersonId
from storage.columns import from_micros, to_micros
from storage.lanes import lane_of, rank_of
from storage.mapping import Met, dumps, read_destinations, write_deal, write_destinations
from storage.packing import pack

Row = dict[str, Any]

STRIPES: Final = 16
"""Rows over which the total of all holds of a currency is spread."""
_AGAINST: Final = {Outcome.REFUND: Role.FREELANCER, Outcome.RELEASE: Role.CLIENT}


def deal_row(deal: Deal, met: Met) -> Row:
    """The row of a deal without its version; the words and files of its body go to `met`."""
    terms, body = write_deal(deal, met)
    if deal.state.final:
        terms, body = pack(terms, body)
    invite = deal.invite if deal.state is DealState.INVITED else None
    total = deal.terms.total
    return {
        "id": deal.id,
        "state": deal.state.value,
        "currency": deal.currency,
        "creator": deal.creator,
        "invitee": deal.invitee,
        "freelancer": deal.freelancer,
        "client": deal.client,
        "token_hash": invite and invite.token_hash,
        "code_hash": invite and invite.code_hash,
        "title": deal.terms.title and deal.terms.title.digest,
        "total": None if total is None else total.minor,
        "held": sum(milestone.held.minor for milestone in deal.milestones),
        "waiting": sum(milestone.waiting.minor for milestone in deal.milestones),
        "started_at": deal.started_at,
        "active_at": deal.active_at,
        "ended_at": deal.ended_at,
        "terms": terms,
        "body": body,
    }


def party_rows(deal: Deal) -> dict[PersonId, Row]:
    """One row a party: what a person's list and their record are read from."""
    shared: Row = {
        "deal": deal.id,
        "state": deal.state.value,
        "active_at": deal.active_at,
        "open": int(not deal.state.final),
        "agreed": int(deal.agreement is not None),
        "done": int(deal.state is DealState.COMPLETED),
        "disputed": int(bool(deal.disputes)),
    }
    rows = {}
    for person in deal.parties:
        role = deal.role_of(person)
        lost = [d for d in deal.disputes if _against(d) is role]
        rows[person] = shared | {
            "person": person,
            "role": role and role.value,
            "ruled_against": len(lost) if role is not None else 0,
            "on_time": None if (said := on_time(deal, person)) is None else int(said),
            "stars": stars(deal, person),
            "charged_back": int(role is Role.CLIENT and charged_back(deal.reversals)),
            "on_its_way": sum(t.on_its_way for t in deal.transfers if t.person == person),
        }
    return rows


def _against(dispute: Dispute) -> Role | None:
    """Who lost it all, once the ruling was carried out."""
    ruling = dispute.ruling if dispute.stage is Stage.RULED else None
    return None if ruling is None else _AGAINST.get(ruling.outcome)


def deadline_row(deal: str, deadline: Deadline) -> Row:
    """One row of the schedule."""
    return {
        "deal": deal,
        "key": deadline.key,
        "kind": deadline.kind.value,
        "due": deadline.due,
        "milestone": deadline.milestone,
        "person": deadline.person,
        "opened_at": deadline.opened_at,
        "target": deadline.target,
        "transfer": deadline.transfer,
    }


def deadline_mark(deadline: Deadline) -> tuple[object, ...]:
    """What the load statement returns of a row of the schedule, in its order, without the key."""
    return (
        deadline.kind.value,
        to_micros(deadline.due),
        deadline.milestone,
        deadline.person,
        to_micros(deadline.opened_at),
        to_micros(deadline.target),
        deadline.transfer,
    )


def notice_row(
    notice: Notice, at: datetime, wall: int, met: Met, request: str | None = None
) -> Row:
    """One notice in the queue; `wall` is now in microseconds of wall time."""
    if notice.words is not None:
        met.words[notice.words.digest] = notice.words
    return {
        "recipient": notice.to,
        "kind": notice.kind,
        "deal": notice.deal,
        "milestone": notice.milestone,
        "data": dumps(dict(notice.data)),
        "words": notice.words and notice.words.digest,
        "files": dumps(notice.files, met),
        "ring": int(notice.ring),
        "seen": _seen(notice.holds),
        "serves": notice.serves,
        "later": int(rank_of(notice) > Rank.NOTICE),
        "lane": lane_of(notice),
        "parts": 0,
        "request": request,
        "at": at,
        "queued_at": wall,
        "state": "queued",
        "attempts": 0,
        "next_at": wall,
        "lease": 0,
    }


def _seen(holds: Holds) -> int | None:
    """One column for all the ways to hold: see `holds_of`."""
    match holds:
        case Always():
            return None
        case WhileSeen(counter):
            return counter
        case WhileOwed(transfer) | WhileSent(transfer, _):
            return transfer
        case WhileOpen(proposal):
            return proposal


def holds_of(seen: int | None, data: Mapping[str, Any]) -> Holds:
    """As it was kept: nothing for what stays true; data name the transfer or the proposal."""
    if seen is None:
        return ALWAYS
    if "proposal" in data:
        return WhileOpen(data["proposal"])
    if "transfer" in data and "returns" in data:
        return WhileSent(data["transfer"], data["returns"])
    return WhileOwed(data["transfer"]) if "transfer" in data else WhileSeen(seen)


def person_row(person: Person) -> Row:
    """One row a person."""
    return {
        "id": person.id,
        "name": person.name,
        "username": person.username,
        "handle": person.username and person.username.lower(),
        "locale": person.locale,
        "zone": person.zone,
        "since": person.since,
        "phrase": person.phrase,
        "destinations": write_destinations(person.destinations),
        "unreachable": int(person.unreachable),
        "chosen_locale": int(person.chosen_locale),
        "muted": int(person.muted),
        "no_digest": int(person.no_digest),
    }


def read_person(row: Sequence[Any]) -> Person:
    """The person of a row as the driver gives it, all columns in their order."""
    number, name, username, _, locale, zone, since, phrase, places, *flags = row
    return Person(
        PersonId(number),
        name,
        username,
        locale,
        zone,
        from_micros(since),
        phrase,
        read_destinations(places),
        *map(bool, flags),
    )


def read_form(row: Any) -> Expecting:  # noqa: ANN401 - a row of forms
    """The open form of a row."""
    deal = DealId(row.deal) if row.deal else None
    return Expecting(
        PersonId(row.person),
        row.bot,
        row.what,
        deal,
        row.milestone or None,
        row.field,
        json.loads(row.data),
    )


@dataclass(frozen=True, slots=True)
class Head:
    """The last link of a chain of entries."""

    seq: int
    hash: str


GENESIS: Final = Head(0, "0" * 64)


def entry_row(entry: Entry, head: Head, at: datetime) -> Row:
    """The row of the entry that follows `head` in its chain."""
    legs = _legs(entry)
    link = {
        "reason": entry.reason,
        "chain": entry.chain,
        "seq": head.seq + 1,
        "at": at.isoformat(),
        "postings": legs,
    }
    return {
        "reason": entry.reason,
        "request_hash": request_hash(entry),
        "chain": entry.chain,
        "chain_seq": head.seq + 1,
        "previous": head.hash,
        "hash": hashlib.sha256(head.hash.encode() + canonical(link)).hexdigest(),
        "at": at,
    }


def request_hash(entry: Entry) -> str:
    """What an entry asks for: the same reason with another one of these is refused."""
    return hashlib.sha256(canonical([entry.chain, _legs(entry)])).hexdigest()


def _legs(entry: Entry) -> list[list[object]]:
    return [[p.debit, p.credit, p.amount.minor, p.amount.currency] for p in entry.postings]


def posting_rows(entry: Entry, seq: int) -> list[Row]:
    """The legs of the entry at place `seq` of its chain."""
    return [
        {
            "chain": entry.chain,
            "chain_seq": seq,
            "line": line,
            "debit": posting.debit,
            "credit": posting.credit,
            "currency": posting.amount.currency,
            "amount": posting.amount.minor,
        }
        for line, posting in enumerate(entry.postings, 1)
    ]


def changes(entry: Entry) -> Mapping[tuple[str, str], int]:
    """What an entry does to each (account, currency), in the order of its postings."""
    found: dict[tuple[str, str], int] = {}
    for posting in entry.postings:
        minor, currency = posting.amount.minor, posting.amount.currency
        for account, signed in ((posting.debit, -minor), (posting.credit, minor)):
            found[account, currency] = found.get((account, currency), 0) + signed
    return found


def stripe(deal: str) -> int:
    """Which row of the total of all holds a deal counts in."""
    return crc32(deal.encode()) % STRIPES
