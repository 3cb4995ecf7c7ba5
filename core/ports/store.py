"""What core needs of the world, as Protocols. All repositories are plain synchronous functions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from core.deal.allowance import Allowance
from core.deal.clocks import Deadline
from core.deal.commands import Command
from core.deal.diary import Arrival, Unread
from core.deal.events import Event
from core.deal.model import Deal
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.ruling import Exhibit
from core.deal.suspense import Suspense
from core.ledger import Entry
from core.paying import KeptLine, PayoutLine, PayoutLineStep
from core.values.errors import NotYours
from core.values.hearing import Ear
from core.values.ids import DealId, PersonId, SuspenseId

T = TypeVar("T")


class LostRace(Exception):  # noqa: N818 - it is an answer of the store, no error of a person
    """The deal's version is not what was loaded; the store runs the work again."""


class StoreAway(Exception):  # noqa: N818 - the machine's trouble, not ours
    """The database cannot be had: locked, full, or its server is away. Later the same is right."""


class ReasonTaken(Exception):  # noqa: N818 - a bug, or a forged deposit; rolls everything back
    """The books have this reason with other postings."""


class Clock(Protocol):
    """The time for rules alone; the playground may move it."""

    def now(self) -> datetime:
        """An aware UTC instant that never runs backwards."""
        ...


class Ids(Protocol):
    """Where new ids come from."""

    def deal(self) -> DealId:
        """A random one; the pipeline tries again when it is taken."""
        ...

    def suspense(self) -> SuspenseId:
        """The same of money that matches nothing."""
        ...

    def draw(self) -> int:
        """A number by chance, of at least 64 bits, for what is decided by lot."""
        ...


@dataclass(frozen=True, slots=True)
class Expecting:
    """What a person's next words to a bot are for: one open form.

    `what` names the form, `deal` and `milestone` what it is about, `field` the question that is
    open, `data` (JSON-plain) what was answered before. A person may have several open; the one
    touched last is asked. `bot` is `parties` or `desk`.
    """

    person: PersonId
    bot: str
    what: str
    deal: DealId | None = None
    milestone: int | None = None
    field: str = ""
    data: Mapping[str, object] = dataclasses.field(default_factory=dict)

    @property
    def number(self) -> int:
        """The milestone that it is about. Raises NotYours("no-such-milestone")."""
        if self.milestone is None:
            raise NotYours("no-such-milestone")
        return self.milestone


@dataclass(frozen=True, slots=True)
class Answer:
    """How a request ended, kept with its id so that a replay gets the same answer."""

    deal: DealId | None = None
    refusal: str | None = None
    family: str | None = None
    """The Refusal's class name."""
    data: Mapping[str, object] = dataclasses.field(default_factory=dict)


def gone_flag(person: PersonId) -> str:
    """The flag of somebody on the list who was found outside the arbiters' group."""
    return f"desk-gone:{person}"


class Known(Protocol):
    """What rules may ask about besides the deal at hand; `core.facts` alone asks it."""

    def deal(self, deal: DealId, *, lock: bool = True) -> Deal | None:
        """The deal, whole; under lock until the transaction ends."""
        ...

    def messages(self, deal: DealId) -> frozenset[Exhibit]:
        """What was said across on a deal, questions before it included."""
        ...

    def posted(self, reason: str) -> bool:
        """Whether the books have an entry with this reason."""
        ...

    def suspense(self, item: SuspenseId) -> Suspense | None:
        """Money that matches nothing; under lock until the transaction ends."""
        ...

    def returned(self, rail: str, currency: str, since: datetime) -> int:
        """Minor units of it that were sent back since then, whatever came here again.

        Under lock until the transaction ends: nobody else sends any of it back meanwhile.
        """
        ...

    def people(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Person]:
        """Several at once."""
        ...

    def count_deals(self, person: PersonId) -> tuple[int, int]:
        """(drafts, open deals that are no drafts) in which the person is a party."""
        ...

    def unfinished(self, person: PersonId) -> Sequence[DealId]:
        """The deals of a party that are not over, or of which money is still owed to anybody."""
        ...

    def unread(self, person: PersonId, now: datetime) -> Sequence[Unread]:
        """Of what arrived and is due for the person's digest by now, what they did not answer.

        Under lock until the transaction ends, so that of two that tell it one finds it.
        """
        ...

    def shared_deals(self, one: PersonId, others: Sequence[PersonId], since: datetime) -> bool:
        """Whether `one` was party to an agreed deal with any of `others` since then."""
        ...

    def charged_back(self, people: Sequence[PersonId]) -> frozenset[PersonId]:
        """Of whom a bank took a payment back for good, which the desk has not cleared."""
        ...

    def completed(self, people: Sequence[PersonId]) -> Mapping[PersonId, int]:
        """How many deals each of them completed, on either side; nobody without one is named."""
        ...

    def paying(self, person: PersonId) -> Sequence[Deal]:
        """The open deals that they pay in, drafts aside.

        Under lock until the transaction ends: no other deal of theirs is counted meanwhile.
        """
        ...

    def allowances(self, person: PersonId) -> Sequence[Allowance]:
        """What the desk lets them have held at once, by currency."""
        ...

    def cases(self, people: Sequence[PersonId]) -> Mapping[PersonId, int]:
        """How many disputes each of them has to rule on; nobody without one is named."""
        ...

    def gone(self, people: Sequence[PersonId]) -> frozenset[PersonId]:
        """Who of these people of the desk was last found outside of its group."""
        ...


class UnitOfWork(Known, Protocol):
    """One database transaction. Leaving it without commit rolls back; only the Store commits."""

    def savepoint(self) -> AbstractContextManager[None]:
        """Roll back to here when the block raises."""
        ...

    # requests
    def answered(self, request: str) -> Answer | None:
        """How this request ended, if it was handled before."""
        ...

    def remember(self, request: str, answer: Answer, at: datetime) -> None:
        """Keep it. A second row for the same request is a bug of the caller and fails."""
        ...

    # deals
    def deal_by_secret(self, secret_hash: str) -> DealId | None:
        """The open invite whose link or code has this SHA-256."""
        ...

    def add_deal(self, deal: Deal) -> bool:
        """Insert a new deal (version 1); False when the id is taken."""
        ...

    def save_deal(self, deal: Deal) -> None:
        """Save where the version is what was loaded (`deal.version`); raises LostRace."""
        ...

    def record_events(
        self,
        deal: DealId | None,
        command: Command,
        events: Sequence[Event],
        at: datetime,
        request: str | None,
    ) -> None:
        """Append to the journal, gapless per deal."""
        ...

    def post(self, entries: Sequence[Entry], at: datetime) -> None:
        """Append to the books: unique reasons, totals with floors, the deal's chain.

        The same reason with the same postings is a no-op, with others ReasonTaken.
        """
        ...

    def owe(self, notices: Sequence[Notice], at: datetime) -> None:
        """Queue notices for the courier, in order a person."""
        ...

    def arrived(self, arrivals: Sequence[Arrival]) -> None:
        """Keep them for the digest; of one person and deal the first counts."""
        ...

    def digest_told(self, person: PersonId, now: datetime) -> None:
        """Nothing that was due by now is told again."""
        ...

    def schedule(self, deal: DealId, deadlines: Sequence[Deadline]) -> None:
        """Make the deal's rows in the schedule these; write the difference."""
        ...

    # money that matches nothing
    def add_suspense(self, item: Suspense) -> bool:
        """Insert it; False when the id is taken."""
        ...

    def save_suspense(self, item: Suspense) -> None:
        """Save what was read under lock."""
        ...

    # the bank's lines
    def keep_line(self, line: KeptLine) -> bool:
        """Keep what came of it; False where something did before, which stays.

        What was no more than asked for gives way.
        """
        ...

    def kept_line(self, account: str, reference: str) -> KeptLine | None:
        """What came of a line, if it was dealt with."""
        ...

    # files for the bank
    def keep_payouts(self, lines: Sequence[PayoutLine]) -> None:
        """Keep a new file's. Raises NotNow("payout-in-file") where one is in an open file."""
        ...

    def close_payout(
        self, line: PayoutLine, step: PayoutLineStep, by: PersonId, at: datetime
    ) -> bool:
        """What came of it; False where somebody said so before."""
        ...

    # hearing
    def heard(self, ear: Ear, people: Collection[PersonId] | None) -> datetime:
        """Until when everything that these people (None: anybody) did at this bot is handled.

        Where no bot ever listened nobody can have said anything: then it is the end of time.
        """
        ...

    # people
    def person(self, person: PersonId) -> Person | None:
        """Somebody who was met."""
        ...

    def save_person(self, person: Person) -> None:
        """Insert or replace."""
        ...

    def set_allowance(self, allowance: Allowance) -> None:
        """Insert or replace the one of this person and currency."""
        ...

    def drop_allowance(self, person: PersonId, currency: str) -> None:
        """What holds for everybody holds again."""
        ...

    def erase(self, person: PersonId) -> None:
        """Forget what they wrote, wherever it stands, and what the edge keeps of them.

        Digests stay, so that no chain and no fingerprint breaks.
        """
        ...

    def had_a_deal(self, person: PersonId) -> bool:
        """Whether the person ever had an agreed deal; somebody without one is a stranger."""
        ...

    # forms
    def expecting(self, person: PersonId, bot: str) -> Expecting | None:
        """The form that the person's next words belong to."""
        ...

    def expect(self, expecting: Expecting) -> None:
        """Open or update this (person, bot, what, deal, milestone); it is asked next."""
        ...

    def forget(self, person: PersonId, bot: str, what: str | None = None) -> None:
        """Close one kind of form of the person, or, with None, the one that is asked now."""
        ...

    def form(
        self,
        person: PersonId,
        bot: str,
        what: str,
        deal: DealId | None = None,
        milestone: int | None = None,
    ) -> Expecting | None:
        """Exactly this one, if it is open; which one is asked stays as it is."""
        ...

    def close(self, form: Expecting) -> None:
        """Close exactly this one, if it is open."""
        ...

    def rewrite(self, form: Expecting, was: Expecting) -> bool:
        """Other data in exactly this one, if it is open and holds what it did; whether it did.

        Which one is asked stays as it is.
        """
        ...

    def aside(self, person: PersonId, bot: str) -> Expecting | None:
        """The newest of the person's words that fit no form."""
        ...

    def set_aside(self, words: Expecting, most: int) -> None:
        """Keep words that fit no form: below every form, and of one person the newest `most`."""
        ...


class Store(Protocol):
    """The database, one unit of work at a time."""

    async def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run `work` in one transaction, in one hop; commit on return, roll back when it raises.

        Runs it again when the database asks for that, so `work` has no side effect.
        """
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[tuple[DealId, str]]:
        """(deal, key) of what fell due and may happen, oldest first, read without locks.

        What waits for a bot that is not heard past it is left out.
        """
        ...

    async def alarms(self, now: datetime, limit: int) -> Sequence[SuspenseId]:
        """Money that matches nothing of which the desk is to be alarmed, the oldest first."""
        ...

    async def digests(self, now: datetime, limit: int) -> Sequence[PersonId]:
        """Whose digest is due, the longest waiting first."""
        ...

    async def unheard(self, now: datetime) -> Collection[Ear]:
        """The bots for which something that fell due waits."""
        ...

    async def next_due(self) -> datetime | None:
        """The earliest instant in the schedule, alarms of what is in suspense included."""
        ...

    async def open_deals(self) -> Sequence[DealId]:
        """Deals with any deadline at all."""
        ...
