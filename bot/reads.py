"""What both bots read: Protocols that the wiring fills with the database. Nothing here decides."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Protocol

from core.deal.allowance import Allowance
from core.deal.diary import DiaryEntry
from core.deal.events import Event
from core.deal.milestone import Milestone
from core.deal.model import Deal, Transfer
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.reputation import Record
from core.deal.suspense import Suspense
from core.paying import Candidates, PayoutLine, StatementLine
from core.ports import Answer, Expecting
from core.values.ids import DealId, PersonId, SuspenseId
from core.values.money import Money
from core.values.window import DeadlineKind
from core.values.words import FileRef
from core.views import DealView


@dataclass(frozen=True, slots=True)
class DealRow:
    """One line of *My deals*."""

    deal: DealId
    title: str
    state: str
    role: str
    other: str
    """The other party's name; empty while nobody is bound."""
    total: Money | None
    active_at: datetime


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One event as the journal keeps it."""

    number: int
    at: datetime
    actor: PersonId
    command: str
    event: Event


@dataclass(frozen=True, slots=True)
class Settled:
    """One line of a person's money history."""

    at: datetime
    deal: DealId
    milestone: int
    title: str
    what: str
    """`held`, `released`, `fee`, `refunded`, `payout-sent`, `refund-sent`, `payout-arrived`,
    `refund-arrived`, `came-back`, `taken-back` by a bank, `not-held` since then,
    `given-back` by it, `unbooked` as a slip of the desk."""
    amount: Money


@dataclass(frozen=True, slots=True)
class MoneyOverview:
    """*Money*: sums by currency, what is owed, and the history, newest first."""

    held_for_me: Sequence[Money]
    held_by_me: Sequence[Money]
    to_be_paid_out: Sequence[Money]
    to_be_refunded: Sequence[Money]
    on_its_way: Sequence[Money]
    """Sent to them, and not known to be there."""
    history: Sequence[Settled]


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """A payout or refund that was sent and is not known to be there."""

    deal: DealId
    title: str
    transfer: Transfer

    @classmethod
    def of(cls, deal: Deal, transfer: Transfer) -> OnItsWay:
        """Of this deal."""
        return cls(deal.id, str(deal.terms.title or ""), transfer)

    def overdue(self, now: datetime) -> bool:
        """Whether it should be there by now."""
        return self.transfer.arrival is None or self.transfer.arrival.ended(now)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """Something that waits for the desk, from the schedule."""

    kind: DeadlineKind
    deal: DealId
    milestone: int | None
    transfer: int | None
    title: str
    target: datetime
    overdue: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A forum topic of the desk: `kind` is dispute or help; `data` what the edge remembers."""

    kind: str
    deal: DealId | None
    milestone: int | None
    person: PersonId | None
    thread_id: int
    pinned: int | None = None
    data: Mapping[str, object] = field(default_factory=dict)


class Reads(Protocol):
    """Reads run beside the writer and take no locks."""

    async def person(self, person: PersonId) -> Person | None:
        """Somebody who was met."""
        ...

    async def heard(self, person: PersonId) -> datetime:
        """Until when everything that they did at the parties' bot is handled."""
        ...

    async def find_person(self, text: str) -> Person | None:
        """By numeric id or @username."""
        ...

    async def view(self, deal: DealId, viewer: PersonId) -> DealView | None:
        """The deal as this person sees it (also a desk person, or somebody invited)."""
        ...

    async def could_rule(self, deal: DealId, milestone: int) -> Sequence[PersonId]:
        """Everybody of the desk who is free to rule on a dispute; nobody where there is none."""
        ...

    async def invite(self, secret_hash: str) -> DealId | None:
        """The deal whose link or code has this SHA-256."""
        ...

    async def deals(
        self, person: PersonId, *, ended: bool = False, limit: int = 8, offset: int = 0
    ) -> Sequence[DealRow]:
        """A person's deals, the last active first."""
        ...

    async def open_invites(self, person: PersonId) -> Sequence[DealId]:
        """Invites of this person that nobody was confirmed for."""
        ...

    async def known(self, person: PersonId) -> bool:
        """Whether the person ever had an agreed deal; somebody without one is a stranger."""
        ...

    async def record(self, person: PersonId) -> Record:
        """What a person's finished deals say about them."""
        ...

    async def allowances(self, person: PersonId) -> Sequence[Allowance]:
        """What the desk lets them have held at once, by currency."""
        ...

    async def charged_back(self, person: PersonId) -> Sequence[tuple[DealId, int]]:
        """Their payments that a bank keeps, uncleared: the deal, and the reversal's number."""
        ...

    async def expecting(self, person: PersonId, bot: str) -> Expecting | None:
        """The form that the person's next words belong to."""
        ...

    async def form(self, person: PersonId, bot: str, what: str) -> Expecting | None:
        """An open form that is about no deal, whichever is asked."""
        ...

    async def forms(self, person: PersonId, bot: str) -> Sequence[Expecting]:
        """All that a person has open with a bot, words that fit no form included."""
        ...

    async def aside(self, person: PersonId, bot: str) -> Expecting | None:
        """The newest of the person's words that fit no form."""
        ...

    async def answered(self, requests: Sequence[str]) -> Answer | None:
        """How the first of these requests ended that were handled before; None for none."""
        ...

    async def diary(self, deal: DealId) -> Sequence[DiaryEntry]:
        """All entries, in order."""
        ...

    async def said(self, deal: DealId) -> Sequence[JournalRow]:
        """The diary and what was said across, questions before the deal included, in order."""
        ...

    async def journal(self, deal: DealId) -> Sequence[JournalRow]:
        """All events, in order."""
        ...

    async def written(self, person: PersonId) -> Sequence[tuple[str, str]]:
        """(deal, or nothing; text): all that they ever wrote, as far as it is kept."""
        ...

    async def money(self, person: PersonId) -> MoneyOverview:
        """*Money*."""
        ...

    async def queue(self) -> Sequence[QueueRow]:
        """Deposits, transfers and disputes that wait for the desk, by deadline."""
        ...

    async def on_its_way(self) -> Sequence[OnItsWay]:
        """What was sent to anybody and is not known to be there, the longest first."""
        ...

    async def owed(self) -> Sequence[tuple[DealId, int]]:
        """(deal, number) of what is to be sent, stopped deals included, the oldest first."""
        ...

    async def payout_lines(self, file: str | None = None) -> Sequence[PayoutLine]:
        """What is in a file for the bank; without it what is in open ones."""
        ...

    async def suspense(self) -> Sequence[Suspense]:
        """Money that matches nothing and waits for a treasurer, the oldest first."""
        ...

    async def suspended(self, item: SuspenseId) -> Suspense | None:
        """One of it, however it ended."""
        ...

    async def booked(self, rail: str, external_id: str) -> DealId | SuspenseId | None:
        """Where a bank's reference is booked: a deal, or money that matches nothing."""
        ...

    async def candidates(
        self, lines: Sequence[StatementLine], within: Collection[DealId] | None = None
    ) -> Candidates:
        """What these lines of a bank's statement may be for, as it stands.

        Where it is told `within` which deals, and what the lines name, no other is read.
        """
        ...

    async def held_in_all(self) -> Sequence[Money]:
        """What is held, by currency."""
        ...


NO_TOPICS: Final = "desk-no-topics"
"""The flag that is there while the desk's group lets no topics be made; JSON with `why`."""


class Edge(Protocol):
    """Facts of the edge: what stands where in Telegram. `bot` is `parties` or `desk`."""

    async def card(self, person: PersonId, deal: DealId) -> int | None:
        """The message that is this person's live card of the deal."""
        ...

    async def set_card(self, person: PersonId, deal: DealId, message_id: int) -> bool:
        """The live card from now on, unless a newer one came; which is not loses its buttons.

        That is owed in the same transaction. Returns whether anything is: then wake the courier.
        """
        ...

    async def topic(
        self, kind: str, deal: DealId | None, milestone: int | None, person: PersonId | None
    ) -> Topic | None:
        """The topic of a dispute (deal, milestone) or of a help thread (person, deal or None)."""
        ...

    async def topic_of(self, thread_id: int) -> Topic | None:
        """What a topic is about."""
        ...

    async def set_topic(self, topic: Topic) -> None:
        """Insert or replace."""
        ...

    async def relay(self, bot: str, chat: int, message_id: int) -> Mapping[str, object] | None:
        """What a message in Telegram stands for, e.g. a party's words shown at the desk."""
        ...

    async def set_relay(
        self, bot: str, chat: int, message_id: int, data: Mapping[str, object]
    ) -> None:
        """Remember it."""
        ...

    async def set_relays(
        self, bot: str, chat: int, rows: Mapping[int, Mapping[str, object]]
    ) -> None:
        """Remember several of one chat, by message id."""
        ...

    async def swap_relay(
        self,
        bot: str,
        chat: int,
        message_id: int,
        was: Mapping[str, object],
        data: Mapping[str, object],
    ) -> bool:
        """Remember it where it is still what it was; whether it is: of two, one is first."""
        ...

    async def equal(self, notice: Notice, first: int) -> tuple[int, int]:
        """How many of this kind were owed to its receiver since that one, and which is the last."""
        ...

    async def used(self, person: PersonId, what: str, hours: int) -> int:
        """How much of something limited a person used in the last hours; person 0: strangers."""
        ...

    async def free_in(self, person: PersonId, what: str, hours: int, most: int) -> timedelta:
        """How long until a person's last hours hold less than `most` of something limited."""
        ...

    async def use(self, persons: Sequence[PersonId], what: str, amount: int) -> None:
        """So much more, for each of them, by wall time."""
        ...

    async def flag(self, name: str) -> str | None:
        """A small fact of the installation, such as the pinned board's message or `paused`."""
        ...

    async def set_flag(self, name: str, value: str | None) -> None:
        """Set or, with None, remove it."""
        ...


class Vault(Protocol):
    """Evidence files by SHA-256, outside Telegram."""

    async def put(self, content: bytes, *, name: str, mime: str, kind: str) -> FileRef:
        """Written and synced before this returns. Raises BadInput("file-too-large", limit_mb)."""
        ...

    async def get(self, file: FileRef) -> bytes:
        """Raises FileNotFoundError when the vault lost it."""
        ...

    async def room(self) -> int:
        """Bytes that may still be stored before the disk is as full as it may get."""
        ...


class PayAtOnce(Protocol):
    """A rail whose deposits confirm themselves when *Pay* is tapped."""

    name: str

    def external_id(self, deal: DealId, milestone: Milestone) -> str:
        """The id under which this payment is booked, the same for a repeated tap."""
        ...
