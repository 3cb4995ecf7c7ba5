"""The pinned board of the General topic, and the lists of the desk's commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.buttons import Button, Press
from bot.cards.kit.base import MOST_BUTTONS, Card, rows_of
from bot.cards.kit.desk import lines, paragraphs
from bot.cards.paying.allowing import Bounds, bounds_lines
from bot.reads import OnItsWay, QueueRow
from bot.texts import Code, Safe, Text
from core.deal.person import Person
from core.deal.rating import BEST
from core.deal.reputation import Record
from core.deal.suspense import Suspense
from core.values.ids import DealId
from core.values.money import Money
from core.values.window import DeadlineKind

MOST_ROWS: Final = 10
"""Of one kind on the board; the rest is a number, `/queue` has them all."""
WAITING: Final = DeadlineKind.DISPUTE_TAKE
TAKEN: Final = DeadlineKind.DISPUTE_RULING
DEPOSITS: Final = DeadlineKind.DEPOSIT_CHECK
TRANSFERS: Final = DeadlineKind.TRANSFER
FLAGS: Final = DeadlineKind.HOLD_FLAG
APPROVALS: Final = DeadlineKind.APPROVAL_ENDS


@dataclass(frozen=True, slots=True)
class Board:
    """What waits for the desk; `links` open topics by (deal, milestone)."""

    rows: Sequence[QueueRow]
    held: Sequence[Money]
    now: datetime
    links: Mapping[tuple[DealId, int | None], str]
    play: bool = False
    """Whether the only way to pay is play money."""
    suspense: Sequence[Suspense] = ()
    """Money that matches nothing."""
    sent: Sequence[OnItsWay] = ()
    """What is on its way to somebody outside."""


def board(t: Text, shown: Board) -> Card:
    """Waiting, taken, deposits, transfers, overdue, today, and what is held in all."""
    today = [row for row in shown.rows if _day(row.target, t.zone) == _day(shown.now, t.zone)]
    overdue = sum(1 for row in shown.rows if row.overdue)
    overdue += sum(1 for item in shown.suspense if item.due_at <= shown.now)
    return Card(
        paragraphs(
            lines(
                t("desk-board-head"),
                t("desk-board-counts", overdue=overdue, today=len(today)),
            ),
            *(_section(t, shown, kind) for kind in (WAITING, TAKEN, DEPOSITS, TRANSFERS)),
            *(_rare(t, shown, kind) for kind in (APPROVALS, FLAGS)),
            _suspense(t, shown),
            _sent(t, shown),
            held_lines(t, shown.held, play=shown.play),
        ),
        ring=False,
    )


def _day(instant: datetime, zone: str) -> object:
    return instant.astimezone(ZoneInfo(zone)).date()


def _section(t: Text, shown: Board, kind: DeadlineKind) -> Safe:
    found = sorted((row for row in shown.rows if row.kind is kind), key=lambda row: row.target)
    head = t("desk-board-section", kind=kind, count=len(found))
    more = len(found) - MOST_ROWS
    return lines(
        head,
        *(row_line(t, row, shown) for row in found[:MOST_ROWS]),
        t("desk-board-more", count=more) if more > 0 else "",
    )


def _rare(t: Text, shown: Board, kind: DeadlineKind) -> Safe:
    """What waits for a second person, and what stands still: where anything does."""
    some = any(row.kind is kind for row in shown.rows)
    return _section(t, shown, kind) if some else Safe("")


def _code(row: QueueRow, rows: Sequence[QueueRow]) -> str:
    """The deal; and the number of its milestone where others of it wait as well."""
    about = {each.milestone for each in rows if (each.deal, each.kind) == (row.deal, row.kind)}
    if row.kind not in (WAITING, TAKEN, DEPOSITS) or row.milestone is None or len(about) == 1:
        return row.deal
    return f"{row.deal}-{row.milestone}"


def _suspense(t: Text, shown: Board) -> Safe:
    """Money that matches nothing, where there is any."""
    if not shown.suspense:
        return Safe("")
    more = len(shown.suspense) - MOST_ROWS
    return lines(
        t("desk-board-suspense", count=len(shown.suspense)),
        *(_item(t, shown, item) for item in shown.suspense[:MOST_ROWS]),
        t("desk-board-more", count=more) if more > 0 else "",
    )


def _sent(t: Text, shown: Board) -> Safe:
    """What is not known to have arrived: a number; `/payouts` lists it. No clock of the desk's."""
    if not shown.sent:
        return Safe("")
    late = sum(1 for one in shown.sent if one.overdue(shown.now))
    return t("desk-board-sent", count=len(shown.sent), some=bool(late), late=late)


def _item(t: Text, shown: Board, item: Suspense) -> Safe:
    stands = "overdue" if item.due_at <= shown.now else "open"
    code, amount = Code(item.id), item.amount
    return t("desk-board-item", code=code, amount=amount, until=item.due_at, stands=stands)


def row_line(t: Text, row: QueueRow, shown: Board) -> Safe:
    """One thing that waits, with a link to its topic where it has one."""
    link, code = shown.links.get((row.deal, row.milestone)), _code(row, shown.rows)
    number = Safe(f'<a href="{link}">{code}</a>') if link else Code(code)
    stands = "overdue" if row.overdue else "open"
    if row.kind is FLAGS and row.milestone is not None:  # a case of a deal that was stopped
        stands = "still"
    return t("desk-board-row", code=number, title=row.title, until=row.target, stands=stands)


def held_lines(t: Text, held: Sequence[Money], *, play: bool) -> Safe:
    """What is held, by currency."""
    if not any(held):
        return t("desk-board-nothing-held")
    amounts = (t("desk-board-amount", amount=each) for each in held if each)
    return lines(t("desk-board-held", play=play), *amounts)


def mine_card(t: Text, shown: Board) -> Card:
    """The cases of one arbiter, or that there is none."""
    if not shown.rows:
        return Card(t("desk-list-empty", what="mine"))
    found = sorted(shown.rows, key=lambda row: row.target)
    most = MOST_ROWS * 3
    more = len(found) - most
    return Card(
        lines(
            t("desk-list-mine"),
            *(row_line(t, row, shown) for row in found[:most]),
            t("desk-board-more", count=more) if more > 0 else "",
        )
    )


def person_card(
    t: Text,
    person: Person,
    record: Record,
    roles: Sequence[str],
    lost: Sequence[tuple[DealId, int]] = (),
    bounds: Bounds | None = None,
) -> Card:
    """Who somebody is, and their record."""
    buttons = [
        Button(t.plain("desk-button-lost", code=deal), Press("revs", deal, arg=str(number)))
        for deal, number in lost
    ]
    return Card(
        lines(
            t(
                "desk-person",
                name=person.name,
                username="" if person.username is None else f"@{person.username}",
                person=Code(person.id),
                since=person.since,
            ),
            t(
                "desk-person-record",
                done=record.done,
                disputed=record.disputed,
                against=record.ruled_against,
            ),
            t(
                "desk-person-more",
                worked=record.worked,
                on_time=record.on_time,
                any=bool(record.rated),
                rated=record.rated,
                mean=Safe(t.tenths(record.tenths)),
                best=BEST,
            ),
            t("desk-person-unreachable") if person.unreachable else "",
            t("desk-person-lost") if lost else "",
            *(() if bounds is None else bounds_lines(t, bounds)),
            *(t("desk-person-role", role=role) for role in roles),
        ),
        rows_of(buttons[:MOST_BUTTONS]),
    )
