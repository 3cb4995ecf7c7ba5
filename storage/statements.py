"""Every statement of a unit of work, built once a dialect; executemany for rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    Executable,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from core.inviting import InviteAsked, InvitedAnswered
from core.talking import DiaryWritten, MessageSent
from core.values.window import DeadlineKind
from storage import tables as t
from storage.prepared import Listed
from storage.tables.deals import DESK_KINDS

_DESK: Final = ", ".join(repr(kind.value) for kind in DESK_KINDS)
_ROW: Final[BindParameter[Any]] = bindparam("of_id")


def _lists(dialect: str) -> tuple[Any, Any]:
    """(aggregate of rows, one row) as JSON."""
    if dialect == "sqlite":
        return func.json_group_array, func.json_array
    return func.json_agg, func.json_build_array


def _read(dialect: str) -> Select[Any]:
    """A deal with the words of its document."""
    every, one = _lists(dialect)
    words = t.words.c
    known = select(cast(every(one(words.digest, words.salt, words.text)), Text))
    return select(
        t.deals.c.version,
        t.deals.c.terms,
        t.deals.c.body,
        known.where(words.deal == _ROW, words.body == 1).scalar_subquery().label("words"),
    ).where(t.deals.c.id == _ROW)


def _look(dialect: str) -> Select[Any]:
    """The same with its parties, and until when each bot's time is accounted for."""
    every, one = _lists(dialect)
    people, bots = t.people.c, t.hearing.c
    parties = select(cast(every(one(*people)), Text)).where(
        people.id.in_([t.deals.c.creator, t.deals.c.invitee])
    )
    listened = select(cast(every(one(bots.bot, bots.listened)), Text)).select_from(t.hearing)
    return _read(dialect).add_columns(
        parties.correlate(t.deals).scalar_subquery().label("parties"),
        listened.scalar_subquery().label("listened"),
    )


def _load(dialect: str) -> Select[Any]:
    """The same with what a unit of work must know before it writes: all in one statement."""
    every, one = _lists(dialect)
    rows = t.deadlines.c
    schedule = every(
        one(
            rows.key,
            rows.kind,
            rows.due,
            rows.milestone,
            rows.person,
            rows.opened_at,
            rows.target,
            rows.transfer,
        )
    )
    numbered = select(func.coalesce(func.max(t.events.c.seq), 0)).where(t.events.c.deal == _ROW)
    return _look(dialect).add_columns(
        numbered.scalar_subquery().label("seq"),
        select(cast(schedule, Text)).where(rows.deal == _ROW).scalar_subquery().label("schedule"),
    )


def _upsert(dialect: str, table: Table, **sets: Any) -> Executable:  # noqa: ANN401 - SQL expressions
    """Insert or, where the key is there, set every other column (or only `sets`)."""
    statement = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    keys = list(table.primary_key.columns)
    if not sets:
        sets = {c.name: statement.excluded[c.name] for c in table.columns if c not in set(keys)}
    return statement.on_conflict_do_update(index_elements=keys, set_=sets)


def _ignore(dialect: str, table: Table) -> Executable:
    """Insert where the key is free."""
    statement = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    return statement.on_conflict_do_nothing(index_elements=list(table.primary_key.columns))


def _words(dialect: str) -> Executable:
    """What was written once stays as it is; a document may begin to refer to what a journal did."""
    statement = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(t.words)
    return statement.on_conflict_do_update(
        index_elements=[t.words.c.deal, t.words.c.digest],
        set_={"body": 1},
        where=and_(statement.excluded.body == 1, t.words.c.body == 0),
    )


def _holdings(dialect: str) -> Executable:
    statement = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(t.holdings)
    return statement.on_conflict_do_update(
        index_elements=list(t.holdings.primary_key.columns),
        set_={"held": t.holdings.c.held + statement.excluded.held},
    )


def _unread() -> Select[Any]:
    """What the other side wrote since then, and since its receiver last did anything there."""
    mine, theirs = t.events.alias(), t.events.alias()
    last = select(func.coalesce(func.max(mine.c.seq), 0)).where(
        mine.c.deal == t.unread.c.deal, mine.c.actor == t.unread.c.person
    )
    entries, messages = (
        func.sum(case((theirs.c.kind == event.__name__, 1), else_=0))
        for event in (DiaryWritten, MessageSent)
    )
    return (
        select(t.unread.c.deal, entries.label("entries"), messages.label("messages"))
        .join(theirs, theirs.c.deal == t.unread.c.deal)
        .where(t.unread.c.person == bindparam("of_person"), t.unread.c.due_at <= bindparam("now"))
        .where(theirs.c.kind.in_((DiaryWritten.__name__, MessageSent.__name__)))
        .where(theirs.c.actor != t.unread.c.person, theirs.c.at >= t.unread.c.since)
        .where(theirs.c.seq > last.scalar_subquery())
        .group_by(t.unread.c.deal, t.unread.c.since)
        .order_by(t.unread.c.since, t.unread.c.deal)
    )


def _shared() -> Select[Any]:
    mine, theirs = t.parties.alias(), t.parties.alias()
    return (
        select(mine.c.deal)
        .join(theirs, theirs.c.deal == mine.c.deal)
        .where(
            mine.c.person == bindparam("one"),
            mine.c.agreed == 1,
            mine.c.active_at >= bindparam("since"),
            theirs.c.person.in_(bindparam("others")),
            theirs.c.person != bindparam("one"),
        )
        .limit(1)
    )


def _form_key(*names: str) -> Any:  # noqa: ANN401 - SQL expression
    return and_(*(t.forms.c[name] == bindparam(f"of_{name}") for name in names))


_LATEST: Final = (
    select(t.forms).where(_form_key("person", "bot")).order_by(t.forms.c.touched.desc()).limit(1)
)
_ENTRY: Final = t.entries.c
_OLDER: Final = t.entries.alias()


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements whose text differs between the dialects."""

    read: Select[Any]
    look: Select[Any]
    load: Select[Any]
    add_deal: Executable
    parties: Executable
    words: Executable
    files: Executable
    accounts: Executable
    holdings: Executable
    deadlines: Executable
    people: Executable
    forms: Executable
    unread: Executable


def _statements(dialect: str) -> Statements:
    return Statements(
        read=_read(dialect),
        look=_look(dialect),
        load=_load(dialect),
        add_deal=_ignore(dialect, t.deals),
        parties=_upsert(dialect, t.parties),
        words=_words(dialect),
        files=_ignore(dialect, t.files),
        accounts=_ignore(dialect, t.accounts),
        holdings=_holdings(dialect),
        deadlines=_upsert(dialect, t.deadlines),
        people=_upsert(dialect, t.people),
        forms=_upsert(dialect, t.forms),
        unread=_ignore(dialect, t.unread),
    )


FOR: Final = {name: _statements(name) for name in ("sqlite", "postgresql")}

LOCK: Final = select(t.deals.c.version).where(t.deals.c.id == _ROW).with_for_update()
BY_SECRET: Final = select(t.deals.c.id).where(
    or_(t.deals.c.token_hash == bindparam("secret"), t.deals.c.code_hash == bindparam("secret"))
)
SAVE: Final = (
    update(t.deals)
    .where(t.deals.c.id == _ROW, t.deals.c.version == bindparam("of_version"))
    .values({c.name: bindparam(c.name) for c in t.deals.columns if c.name != "id"})
)
DROP_PARTY: Final = delete(t.parties).where(
    t.parties.c.deal == _ROW, t.parties.c.person == bindparam("of_person")
)
ANSWERED: Final = select(t.requests.c.answer).where(t.requests.c.request == bindparam("of_request"))
REMEMBER: Final = insert(t.requests)
EVENTS: Final = insert(t.events)
ENTRIES: Final = insert(t.entries)
POSTINGS: Final = insert(t.postings)
NOTICES: Final = insert(t.notices)


def _booked(reasons: list[BindParameter[Any]]) -> Select[Any]:
    last = select(func.max(_OLDER.c.chain_seq)).where(_OLDER.c.chain == bindparam("of_chain"))
    head = and_(_ENTRY.chain == bindparam("of_chain"), _ENTRY.chain_seq == last.scalar_subquery())
    columns = (
        _ENTRY.reason,
        _ENTRY.request_hash,
        _ENTRY.chain,
        _ENTRY.chain_seq,
        _ENTRY.hash,
    )
    return select(*columns).where(or_(_ENTRY.reason.in_(reasons), head))


BOOKED: Final = Listed("reason", _booked)
"""The entries with these reasons, and the last one of the chain."""
SAID_KINDS: Final = tuple(e.__name__ for e in (MessageSent, InviteAsked, InvitedAnswered))
SAID: Final = select(t.events.c.seq).where(
    t.events.c.deal == bindparam("of_deal"), t.events.c.kind.in_(SAID_KINDS)
)
AUTHORS: Final = select(t.words.c.digest, t.words.c.author).where(
    t.words.c.deal == bindparam("of_deal")
)
POSTED: Final = select(_ENTRY.id).where(_ENTRY.reason == bindparam("of_reason"))
MOVE: Final = (
    update(t.accounts)
    .where(
        t.accounts.c.account == bindparam("of_account"),
        t.accounts.c.currency == bindparam("of_currency"),
    )
    .values(balance=t.accounts.c.balance + bindparam("change"))
)
UNSCHEDULE: Final = delete(t.deadlines).where(
    t.deadlines.c.deal == _ROW, t.deadlines.c.key == bindparam("of_key")
)
PEOPLE: Final = Listed("id", lambda ids: select(t.people).where(t.people.c.id.in_(ids)))
COUNT: Final = (
    select(t.parties.c.state, func.count().label("deals"))
    .where(t.parties.c.person == bindparam("of_person"), t.parties.c.open == 1)
    .group_by(t.parties.c.state)
)
UNFINISHED: Final = (
    select(t.parties.c.deal)
    .where(t.parties.c.person == bindparam("of_person"))
    .where(
        or_(
            t.parties.c.open == 1,
            # What is on its way to them; that of the other side is no matter of theirs.
            t.parties.c.on_its_way > 0,
            exists().where(
                t.deadlines.c.deal == t.parties.c.deal,
                t.deadlines.c.kind == DeadlineKind.TRANSFER.value,
            ),
            exists().where(t.suspense.c.about == t.parties.c.deal, t.suspense.c.state == "open"),
        )
    )
    .order_by(t.parties.c.open.desc(), t.parties.c.active_at.desc(), t.parties.c.deal)
)
"""Of a person who asks to be forgotten alone: it reads all deals that they ever had."""
UNREAD_LOCK: Final = (
    select(t.unread.c.deal)
    .where(t.unread.c.person == bindparam("of_person"), t.unread.c.due_at <= bindparam("now"))
    .with_for_update()
)
UNREAD: Final = _unread()
DIGEST_TOLD: Final = delete(t.unread).where(
    t.unread.c.person == bindparam("of_person"), t.unread.c.due_at <= bindparam("now")
)
DIGESTS: Final = (
    select(t.unread.c.person, func.min(t.unread.c.due_at).label("due"))
    .where(t.unread.c.due_at <= bindparam("now"))
    .group_by(t.unread.c.person)
    .order_by(text("due"), t.unread.c.person)
    .limit(bindparam("most"))
)
SHARED: Final = _shared()
CHARGED_BACK: Final = (
    select(t.parties.c.person)
    .where(text("parties.charged_back = 1"), t.parties.c.person.in_(bindparam("of_people")))
    .distinct()
)
CASES: Final = (
    select(t.deadlines.c.person, func.count().label("cases"))
    # Said in the words of the partial index, without which the databases would read every deadline.
    .where(text(f"deadlines.kind IN ({_DESK})"))
    .where(t.deadlines.c.kind == DeadlineKind.DISPUTE_RULING.value)
    .where(t.deadlines.c.person.in_(bindparam("of_people")))
    .group_by(t.deadlines.c.person)
)
FLAGGED: Final = select(t.flags.c.name).where(t.flags.c.name.in_(bindparam("names")))
FORM: Final = _LATEST
FORM_EXACT: Final = select(t.forms).where(_form_key("person", "bot", "what", "deal", "milestone"))
FORM_TOUCHED: Final = select(func.coalesce(func.max(t.forms.c.touched), 0).label("last")).where(
    _form_key("person", "bot")
)
BENEATH: Final = -(1 << 60)
"""Words that fit no form count from here, and never reach a form's numbers."""
ASIDE: Final = (
    select(t.forms)
    .where(_form_key("person", "bot"), t.forms.c.touched < 0)
    .order_by(t.forms.c.touched.desc())
    .limit(1)
)
_ASIDE_KEPT: Final = (
    select(t.forms.c.touched)
    .where(_form_key("person", "bot"), t.forms.c.touched < 0)
    .order_by(t.forms.c.touched.desc())
    .offset(bindparam("most"))
    .limit(1)
)
TRIM_ASIDE: Final = delete(t.forms).where(
    _form_key("person", "bot"),
    t.forms.c.touched < 0,
    t.forms.c.touched <= _ASIDE_KEPT.scalar_subquery(),
)
"""Of the words of one person that fit no form the newest ones stay."""
FORGET: Final = delete(t.forms).where(_form_key("person", "bot", "what"))
REWRITE: Final = (
    update(t.forms)
    .where(_form_key("person", "bot", "what", "deal", "milestone"))
    .where(t.forms.c.data == bindparam("was"))
    .values(data=bindparam("to"))
)
FORGET_ONE: Final = delete(t.forms).where(_form_key("person", "bot", "what", "deal", "milestone"))
NEXT_DUE: Final = select(func.min(t.deadlines.c.due))
CHANGED: Final = select(t.people.c.id).where(t.people.c.destinations.contains('"before":'))
SCHEDULED: Final = select(t.deadlines.c.deal).distinct().order_by(t.deadlines.c.deal)
