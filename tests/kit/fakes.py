"""The database in memory, with the constraints of the real one, and the ports beside it.

`FakeStore` implements `core.ports.Store` and `FakeUnitOfWork` `core.ports.UnitOfWork`; the contract
suite in tests/storage runs on them and on both databases. What a test looks at afterwards:

    store.deals[deal_id]            the deal, with the version of its row
    store.journal                   Recorded(deal, seq, at, actor, request, command, event)
    store.entries, store.balance(account, currency)
    store.notices                   in order; store.notices_to(person)
    store.schedule[(deal, key)]     Deadline;  store.people[person];  store.requests[request]
    store.rows.heard, store.rows.unhandled   what was heard of people, and what is not handled yet
    store.written, store.erased     rows that `schedule` wrote and erased so far
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, TypeVar

from core.deal.allowance import Allowance
from core.deal.clocks import Deadline
from core.deal.commands import Command
from core.deal.diary import Arrival, Unread
from core.deal.events import Event
from core.deal.model import Deal, DealState
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.reversal import charged_back
from core.deal.ruling import Exhibit, ExhibitKind
from core.deal.suspense import Suspense, SuspenseState
from core.escrow import LostRace, ReasonTaken
from core.inviting import InviteAsked, InvitedAnswered
from core.ledger import ASSETS, Entry, has_total, rail_chain, suspense
from core.paying import KeptLine, LineEnd, PayoutLine, PayoutLineState, PayoutLineStep
from core.ports import Answer, Expecting, UnitOfWork
from core.talking import DiaryWritten, MessageSent
from core.values.errors import NotNow
from core.values.hearing import WAITS_FOR, Ear
from core.values.ids import DealId, PersonId, SuspenseId, deal_id
from core.values.window import DeadlineKind
from core.values.words import Words, words_in

T = TypeVar("T")
START = datetime(2026, 1, 5, 12, tzinfo=UTC)
TRIES = 5


class ConstraintBroken(Exception):  # noqa: N818
    """What the real databases say as IntegrityError."""


class FakeClock:
    """A clock that the test moves."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def forward(self, by: timedelta) -> None:
        self.at += by

    def to(self, at: datetime) -> None:
        assert at >= self.at, "a clock never runs backwards"
        self.at = at


class FakeIds:
    """The same ids in every run."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)

    def deal(self) -> DealId:
        return deal_id(self._random.getrandbits(40))

    def suspense(self) -> SuspenseId:
        return SuspenseId(self.deal())

    def draw(self) -> int:
        return self._random.getrandbits(64)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One row of the journal."""

    deal: DealId | None
    seq: int | None
    at: datetime
    actor: PersonId
    request: str | None
    command: str
    event: Event


@dataclass(frozen=True, slots=True)
class Booked:
    """One row of the books."""

    entry: Entry
    at: datetime


FormKey = tuple[PersonId, str, str, DealId | None, int | None]


@dataclass
class Rows:
    """Everything that is stored; values are frozen, so a copy of the containers is a snapshot."""

    requests: dict[str, Answer] = field(default_factory=dict)
    deals: dict[DealId, Deal] = field(default_factory=dict)
    journal: list[Recorded] = field(default_factory=list)
    entries: dict[str, Booked] = field(default_factory=dict)
    balances: dict[tuple[str, str], int] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    schedule: dict[tuple[DealId, str], Deadline] = field(default_factory=dict)
    people: dict[PersonId, Person] = field(default_factory=dict)
    forms: dict[FormKey, Expecting] = field(default_factory=dict)
    """In the order in which they were touched."""
    aside: set[FormKey] = field(default_factory=set)
    """Which of them stand below all others: words that fit no form."""
    heard: dict[Ear, datetime] = field(default_factory=dict)
    """Until when each bot is heard; one that is not here never listened."""
    unhandled: dict[tuple[Ear, PersonId], datetime] = field(default_factory=dict)
    """Since when somebody may have done what was fetched and is not handled yet."""
    unread: dict[tuple[PersonId, DealId], Arrival] = field(default_factory=dict)
    """What waits for a digest."""
    written: dict[tuple[str, str], tuple[PersonId, str]] = field(default_factory=dict)
    """(author, text) by (deal, digest)."""
    authors: dict[str, PersonId] = field(default_factory=dict)
    """By the digest of their words."""
    suspense: dict[SuspenseId, Suspense] = field(default_factory=dict)
    allowances: dict[tuple[PersonId, str], Allowance] = field(default_factory=dict)
    lines: dict[tuple[str, str], KeptLine] = field(default_factory=dict)
    payouts: dict[tuple[str, DealId, int], PayoutLine] = field(default_factory=dict)
    gone: set[PersonId] = field(default_factory=set)
    """Who of the desk left its group."""

    def forms_of(self, person: PersonId, bot: str) -> list[Expecting]:
        return [form for key, form in self.forms.items() if key[:2] == (person, bot)]

    def asked(self, person: PersonId, bot: str) -> Expecting | None:
        own = self.forms_of(person, bot)
        above = [form for form in own if form_key(form) not in self.aside]
        return above[-1] if above else own[-1] if own else None

    def copy(self) -> Rows:
        return Rows(**{f.name: getattr(self, f.name).copy() for f in fields(self)})


def without(value: Any, digests: Collection[str]) -> Any:
    """The same with the text of these words erased, however deep they stand."""
    if isinstance(value, Words):
        return replace(value, text=None, salt="") if value.digest in digests else value
    if isinstance(value, tuple):
        return tuple(without(item, digests) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        found = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        changed = {name: without(item, digests) for name, item in found.items()}
        return replace(value, **changed)
    return value


class FakeUnitOfWork:
    """One transaction over `rows`, which belong to it until the store takes them."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._loaded: dict[DealId, set[int]] = {}
        self.written = 0
        self.erased = 0

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        before, loaded = self.rows.copy(), {key: set(seen) for key, seen in self._loaded.items()}
        try:
            yield
        except BaseException:
            self.rows, self._loaded = before, loaded
            raise

    def answered(self, request: str) -> Answer | None:
        return self.rows.requests.get(request)

    def heard(self, ear: Ear, people: Collection[PersonId] | None) -> datetime:
        if ear not in self.rows.heard:
            return datetime.max.replace(tzinfo=UTC)
        held = [
            since
            for (bot, person), since in self.rows.unhandled.items()
            if bot is ear and (people is None or person in people)
        ]
        return min([self.rows.heard[ear], *held])

    def remember(self, request: str, answer: Answer, at: datetime) -> None:
        _aware(at)
        if request in self.rows.requests:
            raise ConstraintBroken(request)
        self.rows.requests[request] = answer

    def deal(self, deal: DealId, *, lock: bool = True) -> Deal | None:
        found = self.rows.deals.get(deal)
        if found is not None and lock:
            self._loaded.setdefault(deal, set()).add(found.version)
        return found

    def deal_by_secret(self, secret_hash: str) -> DealId | None:
        return next((deal.id for deal in self._invited() if deal.holds(secret_hash)), None)

    def _invited(self) -> Iterator[Deal]:
        return (deal for deal in self.rows.deals.values() if deal.state is DealState.INVITED)

    def add_deal(self, deal: Deal) -> bool:
        if deal.id in self.rows.deals:
            return False
        self._keep(replace(deal, version=1))
        self._loaded[deal.id] = {deal.version, 1}
        return True

    def save_deal(self, deal: Deal) -> None:
        stored = self.rows.deals.get(deal.id)
        if stored is None:
            raise LostRace(deal.id)
        mine = self._loaded.setdefault(deal.id, set())
        own = stored.version in mine and deal.version in mine
        if deal.version != stored.version and not own:
            raise LostRace(deal.id)
        self._keep(replace(deal, version=stored.version + 1))
        mine |= {deal.version, stored.version + 1}

    def _keep(self, deal: Deal) -> None:
        if deal.state is DealState.INVITED and deal.invite is not None:
            for other in self._invited():
                if other.id != deal.id and (
                    other.holds(deal.invite.token_hash) or other.holds(deal.invite.code_hash)
                ):
                    raise ConstraintBroken(deal.id)
        self.rows.deals[deal.id] = deal

    def record_events(
        self,
        deal: DealId | None,
        command: Command,
        events: Sequence[Event],
        at: datetime,
        request: str | None,
    ) -> None:
        _aware(at)
        if deal is not None and deal not in self.rows.deals:
            raise ConstraintBroken(deal)
        seq = None if deal is None else sum(1 for row in self.rows.journal if row.deal == deal)
        for words in words_in((command, *events)):
            self.rows.authors.setdefault(words.digest, command.actor)
            if words.text is not None:
                key = (deal or "", words.digest)
                self.rows.written.setdefault(key, (command.actor, words.text))
        for event in events:
            if seq is not None:
                seq += 1
            name = type(command).__name__
            self.rows.journal.append(Recorded(deal, seq, at, command.actor, request, name, event))

    def post(self, entries: Sequence[Entry], at: datetime) -> None:
        _aware(at)
        for entry in entries:
            before = self.rows.entries.get(entry.reason)
            if before is not None and before.entry != entry:
                raise ReasonTaken(entry.reason)
            if before is None:
                self._book(entry, at)

    def _book(self, entry: Entry, at: datetime) -> None:
        for posting in entry.postings:
            for account, sign in ((posting.debit, -1), (posting.credit, 1)):
                key = (account, posting.amount.currency)
                total = self.rows.balances.get(key, 0) + sign * posting.amount.minor
                if total < 0 and has_total(account):
                    raise ConstraintBroken(account)
                self.rows.balances[key] = total
        self.rows.entries[entry.reason] = Booked(entry, at)

    def messages(self, deal: DealId) -> frozenset[Exhibit]:
        said = (MessageSent, InviteAsked, InvitedAnswered)
        return frozenset(
            Exhibit(ExhibitKind.MESSAGE, row.seq)
            for row in self.rows.journal
            if row.deal == deal and row.seq is not None and isinstance(row.event, said)
        )

    def posted(self, reason: str) -> bool:
        return reason in self.rows.entries

    def suspense(self, item: SuspenseId) -> Suspense | None:
        return self.rows.suspense.get(item)

    def returned(self, rail: str, currency: str, since: datetime) -> int:
        return sum(
            posting.amount.minor
            for booked in self.rows.entries.values()
            if booked.entry.chain == rail_chain(rail) and booked.at >= since
            for posting in booked.entry.postings
            if (posting.debit, posting.amount.currency) == (suspense(rail), currency)
        )

    def add_suspense(self, item: Suspense) -> bool:
        if item.id in self.rows.suspense:
            return False
        _aware(item.at)
        own = (item.rail, item.external_id)
        if own in {(each.rail, each.external_id) for each in self.rows.suspense.values()}:
            raise ConstraintBroken(own)
        self.save_suspense(item)
        return True

    def save_suspense(self, item: Suspense) -> None:
        self.rows.suspense[item.id] = item

    def keep_line(self, line: KeptLine) -> bool:
        _aware(line.at)
        before = self.rows.lines.get((line.account, line.reference))
        if before is not None and before.end is not LineEnd.ASKED:
            return False
        self.rows.lines[line.account, line.reference] = line
        return True

    def kept_line(self, account: str, reference: str) -> KeptLine | None:
        return self.rows.lines.get((account, reference))

    def keep_payouts(self, lines: Sequence[PayoutLine]) -> None:
        for line in lines:
            _aware(line.made_at)
            key = (line.file, line.deal, line.transfer)
            open_ = (p for p in self.rows.payouts.values() if p.state is PayoutLineState.OPEN)
            if key in self.rows.payouts or any((p.deal, p.transfer) == key[1:] for p in open_):
                raise NotNow("payout-in-file")
            self.rows.payouts[key] = line

    def close_payout(
        self, line: PayoutLine, step: PayoutLineStep, by: PersonId, at: datetime
    ) -> bool:
        key, to = (line.file, line.deal, line.transfer), line.take(step)
        kept = self.rows.payouts.get(key)
        if kept is None or kept.state is not PayoutLineState.OPEN:
            return False
        self.rows.payouts[key] = replace(kept, state=to, closed_at=at, closed_by=by)
        return True

    def owe(self, notices: Sequence[Notice], at: datetime) -> None:
        _aware(at)
        self.rows.notices += notices

    def unread(self, person: PersonId, now: datetime) -> Sequence[Unread]:
        due = [one for one in self.rows.unread.values() if one.person == person]
        found = [self._unread(one) for one in due if one.due_at <= now]
        return [one for one in found if one.entries + one.messages]

    def _unread(self, arrival: Arrival) -> Unread:
        rows = [row for row in self.rows.journal if row.deal == arrival.deal]
        mine = [place for place, row in enumerate(rows) if row.actor == arrival.person]
        since = [row for row in rows[max(mine, default=-1) + 1 :] if row.at >= arrival.since]
        kinds = Counter(type(row.event) for row in since)
        return Unread(arrival.deal, kinds[DiaryWritten], kinds[MessageSent])

    def arrived(self, arrivals: Sequence[Arrival]) -> None:
        for one in arrivals:
            self.rows.unread.setdefault((one.person, one.deal), one)

    def digest_told(self, person: PersonId, now: datetime) -> None:
        self.rows.unread = {
            key: one
            for key, one in self.rows.unread.items()
            if one.person != person or one.due_at > now
        }

    def schedule(self, deal: DealId, deadlines: Sequence[Deadline]) -> None:
        if deal not in self.rows.deals:
            raise ConstraintBroken(deal)
        old = {key: row for (of, key), row in self.rows.schedule.items() if of == deal}
        new = {deadline.key: deadline for deadline in deadlines}
        if len(new) != len(deadlines):
            raise ConstraintBroken(deal)
        for key in old.keys() - new.keys():
            del self.rows.schedule[deal, key]
            self.erased += 1
        for key, deadline in new.items():
            _aware(deadline.due)
            if old.get(key) != deadline:
                self.rows.schedule[deal, key] = deadline
                self.written += 1

    def person(self, person: PersonId) -> Person | None:
        return self.rows.people.get(person)

    def people(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Person]:
        known = self.rows.people
        return {person: known[person] for person in persons if person in known}

    def save_person(self, person: Person) -> None:
        _aware(person.since)
        self.rows.people[person.id] = person

    def count_deals(self, person: PersonId) -> tuple[int, int]:
        states = Counter(d.state for d in self.rows.deals.values() if person in d.parties)
        drafts = states[DealState.DRAFT]
        return drafts, sum(n for state, n in states.items() if not state.final) - drafts

    def unfinished(self, person: PersonId) -> Sequence[DealId]:
        owed = {deal for deal, key in self.rows.schedule if key.startswith("transfer:")}
        open_ = (e for e in self.rows.suspense.values() if e.state is SuspenseState.OPEN)
        owed |= {each.about for each in open_ if each.about is not None}
        deals = [d for d in self.rows.deals.values() if person in d.parties]
        owed |= {d.id for d in deals for t in d.transfers if t.person == person and t.on_its_way}
        still = [d for d in deals if not d.state.final or d.id in owed]
        return [
            d.id for d in sorted(still, key=lambda d: (d.state.final, -d.active_at.timestamp()))
        ]

    def erase(self, person: PersonId) -> None:
        theirs = {digest for digest, author in self.rows.authors.items() if author == person}
        self.rows.deals = {key: without(deal, theirs) for key, deal in self.rows.deals.items()}
        kept = {key: own for key, own in self.rows.written.items() if own[0] != person}
        self.rows.written = kept
        self.rows.journal = [without(row, theirs) for row in self.rows.journal]
        self.rows.forms = {key: row for key, row in self.rows.forms.items() if key[0] != person}
        self.rows.unread = {key: row for key, row in self.rows.unread.items() if key[0] != person}
        told = self.rows.allowances.items()
        self.rows.allowances = {key: without(one, theirs) for key, one in told if key[0] != person}
        self.rows.people[person] = self.rows.people[person].forgotten

    def shared_deals(self, one: PersonId, others: Sequence[PersonId], since: datetime) -> bool:
        return any(
            deal.agreement is not None
            and deal.active_at >= since
            and one in deal.parties
            and any(other in deal.parties and other != one for other in others)
            for deal in self.rows.deals.values()
        )

    def charged_back(self, people: Sequence[PersonId]) -> frozenset[PersonId]:
        of_client = {d.client for d in self.rows.deals.values() if charged_back(d.reversals)}
        return frozenset(person for person in people if person in of_client)

    def completed(self, people: Sequence[PersonId]) -> Mapping[PersonId, int]:
        done = [d for d in self.rows.deals.values() if d.state is DealState.COMPLETED]
        return Counter(person for deal in done for person in deal.parties if person in people)

    def paying(self, person: PersonId) -> Sequence[Deal]:
        own = [d for d in self.rows.deals.values() if d.client == person and not d.state.final]
        return [d for d in sorted(own, key=lambda d: d.id) if d.state is not DealState.DRAFT]

    def allowances(self, person: PersonId) -> Sequence[Allowance]:
        return [one for key, one in sorted(self.rows.allowances.items()) if key[0] == person]

    def set_allowance(self, allowance: Allowance) -> None:
        self.rows.allowances[allowance.person, allowance.amount.currency] = allowance

    def drop_allowance(self, person: PersonId, currency: str) -> None:
        self.rows.allowances.pop((person, currency), None)

    def had_a_deal(self, person: PersonId) -> bool:
        deals = self.rows.deals.values()
        return any(deal.agreement is not None and person in deal.parties for deal in deals)

    def cases(self, people: Sequence[PersonId]) -> Mapping[PersonId, int]:
        waits = [
            d.person
            for d in self.rows.schedule.values()
            if d.kind is DeadlineKind.DISPUTE_RULING and d.person in people
        ]
        return Counter(person for person in waits if person is not None)

    def gone(self, people: Sequence[PersonId]) -> frozenset[PersonId]:
        return frozenset(self.rows.gone & {*people})

    def expecting(self, person: PersonId, bot: str) -> Expecting | None:
        return self.rows.asked(person, bot)

    def expect(self, expecting: Expecting) -> None:
        self.close(expecting)
        self.rows.forms[form_key(expecting)] = expecting

    def forget(self, person: PersonId, bot: str, what: str | None = None) -> None:
        asked = self.rows.asked(person, bot)
        for form in self.rows.forms_of(person, bot):
            if form == asked if what is None else form.what == what:
                self.close(form)

    def form(
        self,
        person: PersonId,
        bot: str,
        what: str,
        deal: DealId | None = None,
        milestone: int | None = None,
    ) -> Expecting | None:
        return self.rows.forms.get((person, bot, what, deal, milestone))

    def close(self, form: Expecting) -> None:
        self.rows.forms.pop(form_key(form), None)
        self.rows.aside.discard(form_key(form))

    def rewrite(self, form: Expecting, was: Expecting) -> bool:
        before = self.rows.forms.get(form_key(form))
        if before is None or before.data != was.data:
            return False
        self.rows.forms[form_key(form)] = replace(before, data=form.data)
        return True

    def aside(self, person: PersonId, bot: str) -> Expecting | None:
        below = [f for f in self.rows.forms_of(person, bot) if form_key(f) in self.rows.aside]
        return below[-1] if below else None

    def set_aside(self, words: Expecting, most: int) -> None:
        self.expect(words)
        self.rows.aside.add(form_key(words))
        own = self.rows.forms_of(words.person, words.bot)
        below = [form for form in own if form_key(form) in self.rows.aside]
        for form in below[:-most]:
            self.close(form)


def form_key(form: Expecting) -> FormKey:
    return form.person, form.bot, form.what, form.deal, form.milestone


class FakeStore:
    """The store in memory. `lose_races` lets that many runs lose a race when they commit."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.lose_races = 0
        self.written = 0
        self.erased = 0

    async def run(self, work: Callable[[UnitOfWork], T]) -> T:
        for _ in range(TRIES):
            unit = FakeUnitOfWork(self.rows.copy())
            try:
                result = work(unit)
            except LostRace:
                continue
            if self.lose_races:
                self.lose_races -= 1
                continue
            self.rows = unit.rows
            self.written += unit.written
            self.erased += unit.erased
            return result
        raise LostRace

    async def due(self, now: datetime, limit: int) -> Sequence[tuple[DealId, str]]:
        rows = sorted(
            (d.due, *key)
            for key, d in self.rows.schedule.items()
            if d.due <= now and not self._waits_for(d)
        )
        return [(deal, key) for _, deal, key in rows[:limit]]

    async def alarms(self, now: datetime, limit: int) -> Sequence[SuspenseId]:
        alarms = [(e.alarm_at, e.id) for e in self.rows.suspense.values() if e.alarm_at is not None]
        return [item for at, item in sorted(alarms) if at <= now][:limit]

    async def digests(self, now: datetime, limit: int) -> Sequence[PersonId]:
        due = sorted((one.due_at, one.person) for one in self.rows.unread.values())
        return list(dict.fromkeys(person for at, person in due if at <= now))[:limit]

    async def unheard(self, now: datetime) -> set[Ear]:
        due = (d for d in self.rows.schedule.values() if d.due <= now)
        return {ear for deadline in due for ear in self._waits_for(deadline)}

    def _waits_for(self, deadline: Deadline) -> set[Ear]:
        heard = self.rows.heard
        return {e for e in WAITS_FOR[deadline.kind] if e in heard and heard[e] < deadline.due}

    async def next_due(self) -> datetime | None:
        due = [deadline.due for deadline in self.rows.schedule.values()]
        alarms = [each.alarm_at for each in self.rows.suspense.values()]
        return min((*due, *(at for at in alarms if at is not None)), default=None)

    async def open_deals(self) -> Sequence[DealId]:
        return sorted({deal for deal, _ in self.rows.schedule})

    # what tests look at
    @property
    def deals(self) -> dict[DealId, Deal]:
        return self.rows.deals

    @property
    def journal(self) -> list[Recorded]:
        return self.rows.journal

    def events(self, deal: DealId | None) -> list[Event]:
        return [row.event for row in self.rows.journal if row.deal == deal]

    @property
    def entries(self) -> list[Entry]:
        return [booked.entry for booked in self.rows.entries.values()]

    def balance(self, account: str, currency: str) -> int:
        """Minor units; assets and expenses are debits less credits, all others the other way."""
        total = self.rows.balances.get((account, currency), 0)
        return -total if account.startswith(ASSETS) else total

    @property
    def notices(self) -> list[Notice]:
        return self.rows.notices

    def notices_to(self, person: PersonId) -> list[Notice]:
        return [notice for notice in self.rows.notices if notice.to == person]

    @property
    def schedule(self) -> dict[tuple[DealId, str], Deadline]:
        return self.rows.schedule

    @property
    def people(self) -> dict[PersonId, Person]:
        return self.rows.people

    @property
    def requests(self) -> dict[str, Answer]:
        return self.rows.requests


def _aware(at: datetime) -> None:
    if at.tzinfo is None:
        raise ConstraintBroken(at)
