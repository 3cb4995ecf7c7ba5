"""The ledger and the deals, for whoever proves the books or answers a question about a deal."""

from __future__ import annotations

import argparse
import csv
import dataclasses
import sys
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any

from bot.cli.out import DONE, WRONG, CannotError, as_json, progress, say, table
from bot.cli.settings import settings_of

if TYPE_CHECKING:
    from bot.wiring.admin import Booked, Support


def verify(args: argparse.Namespace) -> int:
    """Prove the books: 0 they hold, 1 they do not."""
    from bot.wiring.admin import verified

    problems = verified(settings_of(args), progress("deals", quiet=args.json))
    if args.json:
        as_json({"holds": not problems, "problems": [dataclasses.asdict(p) for p in problems]})
    elif problems:
        for problem in problems:
            say(f"{problem.where}: {problem.what}")
        say(f"The books do not hold: {len(problems)} problems.")
    else:
        say("The books hold.")
    return WRONG if problems else DONE


def balances(args: argparse.Namespace) -> int:
    """What every account holds."""
    from bot.wiring.admin import balances
    from core.values.money import Money

    found = balances(settings_of(args))
    if args.json:
        as_json([dataclasses.asdict(balance) for balance in found])
    elif not found:
        say("Every account is at zero.")
    else:
        amounts = [str(Money(b.minor, b.currency)).rpartition(" ") for b in found]
        table(
            [
                [b.account, amount, currency]
                for b, (amount, _, currency) in zip(found, amounts, strict=True)
            ],
            right=frozenset({1}),
        )
    return DONE


def suspense(args: argparse.Namespace) -> int:
    """Money that matches nothing: 0 there is none, 1 there is some."""
    from bot.wiring.admin import suspense

    found = suspense(settings_of(args))
    if args.json:
        as_json([plain(item) for item in found])
    elif not found:
        say("Nothing is in suspense.")
    else:
        table(
            [
                [i.id, str(i.amount), i.value_on, i.external_id, i.source, i.about or "-",
                 f"{i.due_at:%Y-%m-%d %H:%M}"]
                for i in found
            ],
            right=frozenset({1}),
        )  # fmt: skip
        say("A treasurer matches it to a deal, or sends it back: /suspense in the desk's group.")
    return WRONG if found else DONE


def reconcile(_args: argparse.Namespace) -> int:
    """Refused by name until a rail can tell its own balance. Raises CannotError."""
    msg = (
        "rails reconcile: comes later, with ways to pay that tell what they hold; "
        "compare `holdfast ledger balances` with the bank's statement"
    )
    raise CannotError(msg)


def export(args: argparse.Namespace) -> int:
    """The whole ledger, to standard output."""
    from bot.wiring.admin import books

    books(settings_of(args), _as_beancount if args.beancount else _as_csv)
    return DONE


def _as_csv(postings: Iterator[Booked]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["entry", "at", "reason", "line", "debit", "credit", "minor", "currency"])
    for p in postings:
        amount = [p.amount.minor, p.amount.currency]
        writer.writerow([p.id, p.at.isoformat(), p.reason, p.line, p.debit, p.credit, *amount])


def _as_beancount(postings: Iterator[Booked]) -> None:
    from bot.cli.beancount import lines

    for line in lines(postings):
        say(line)


def show(args: argparse.Namespace) -> int:
    """State, journal and postings of a deal."""
    from bot.wiring.admin import support
    from core.values.ids import DealId, read_code

    found = support(settings_of(args), DealId(read_code(args.id)))
    if found is None:
        msg = f"{args.id}: there is no such deal; `holdfast deals list` has them"
        raise CannotError(msg)
    if args.json:
        as_json(plain(found))
    else:
        _tell(found)
    return DONE


def _tell(found: Support) -> None:
    deal = found.deal
    parties = ", ".join(f"{found.names.get(p, '?')} ({p})" for p in deal.parties)
    say(f"{deal.id}  {deal.state.value}  {deal.terms.title or '-'}")
    say(f"Parties: {parties}; the freelancer is {deal.freelancer}, the client {deal.client}")
    for m in deal.milestones:
        say(
            f"Milestone {m.number}: {m.state.value}, {m.amount}, held {m.held}, waiting {m.waiting}"
        )
    for transfer in deal.transfers:
        kind, state = transfer.kind.value, transfer.state.value
        say(
            f"Transfer {transfer.number}: {kind} of {transfer.amount} to {transfer.person}, {state}"
        )
    say("\nJournal")
    table(
        [
            [str(j.number), f"{j.at:%Y-%m-%d %H:%M:%S}", str(j.actor), type(j.event).__name__]
            for j in found.journal
        ],
        right=frozenset({0, 2}),
    )
    if found.postings:
        say("\nPostings")
        table([[p.reason, p.debit, p.credit, str(p.amount)] for p in found.postings])
    if found.deadlines:
        say("\nDeadlines")
        table([[f"{d.due:%Y-%m-%d %H:%M}", d.key] for d in found.deadlines])


def listed(args: argparse.Namespace) -> int:
    """The newest deals."""
    from bot.wiring.admin import listed

    rows = listed(settings_of(args), args.limit)
    if args.json:
        as_json([plain(row) for row in rows])
    elif rows:
        table([[r.deal, r.state, str(r.total or "-"), r.other, r.title] for r in rows])
    else:
        say("There are no deals yet.")
    return DONE


def plain(value: object) -> Any:  # noqa: ANN401 - JSON
    """Domain values as JSON has them; amounts and instants as text."""
    from core.deal.events import Event
    from core.values.money import Money
    from core.values.words import Words

    match value:
        case Money() | Words():
            return str(value)
        case Enum():
            return value.value
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple() | frozenset():
            return [plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kind = {"event": type(value).__name__} if isinstance(value, Event) else {}
        fields = dataclasses.fields(value)
        return kind | {field.name: plain(getattr(value, field.name)) for field in fields}
    return value if isinstance(value, int | float | bool | None) else str(value)
