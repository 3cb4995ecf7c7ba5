"""`holdfast money payouts`: what is owed as a file for the bank, and what came of it there."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bot.cli.importing import treasurer, words
from bot.cli.out import DONE, WRONG, CannotError, as_json, say, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rails.paying_out import PayingOut
    from core.paying import Due, PayoutLine
    from core.values.ids import PersonId


def run(args: argparse.Namespace) -> int:
    """Show what is owed, make a file of it, or say what the bank did with one.

    0 all of it is dealt with, 1 something is to be looked at by hand.
    """
    from bot.cli.settings import settings_of
    from bot.wiring.importing import paying_out
    from core.values.errors import Refusal

    settings = settings_of(args)
    acts = args.file is not None or args.took or args.dropped
    by = treasurer(args, sorted(settings.staff().treasurers)) if acts else None

    async def work(one: PayingOut) -> int:
        if by is None:
            return await _show(one, args)
        if args.took:
            return await _took(one, args.took, by)
        if args.dropped:
            count = await one.dropped(args.dropped, by)
            say(f"{count} of {args.dropped} may be in another file. Nothing was sent.")
            return DONE
        return await _make(one, args, by)

    try:
        return paying_out(settings, work)
    except Refusal as no:
        raise CannotError(words(no)) from None


async def _show(one: PayingOut, args: argparse.Namespace) -> int:
    due, open_ = await one.due(), await one.open_files()
    if args.json:
        as_json({"due": [_plain(d) for d in due], "open": {m: len(n) for m, n in open_.items()}})
        return WRONG if due or open_ else DONE
    ready = [d for d in due if d.why is None]
    if ready:
        _table(ready)
        _totals(ready)
        say("Make a file of one currency: holdfast money payouts FILE --currency EUR --by ID")
    _left(due)
    for message, lines in open_.items():
        say(f"Open: {message}, {len(lines)} payouts, {_total(lines)}. Did the bank take it?")
        say(f"  holdfast money payouts --took {message} --by ID, or --dropped {message}")
    if not due and not open_:
        say("Nothing is owed to anybody outside.")
    return WRONG if due or open_ else DONE


async def _make(one: PayingOut, args: argparse.Namespace, by: PersonId) -> int:
    due = await one.due()
    currencies = sorted({d.transfer.amount.currency for d in due if d.why is None})
    currency = args.currency or (currencies[0] if len(currencies) == 1 else None)
    if currency is None:
        there = ", ".join(currencies) or "none"
        msg = f"--currency: say which, a file has one ({there})"
        raise CannotError(msg)
    if args.file.exists():
        msg = f"{args.file}: is there already"
        raise CannotError(msg)
    made = await one.make(currency, by)
    try:
        args.file.write_bytes(made.content)
    except OSError as error:
        await one.dropped(made.message, by)
        msg = f"{args.file}: {error.strerror or error}"
        raise CannotError(msg) from None
    say(f"{args.file}: {len(made.lines)} payouts, {made.total}, message id {made.message}")
    say("Nothing is sent yet. Once the bank took exactly this file:")
    say(f"  holdfast money payouts --took {made.message} --by {by}")
    _left(due)
    return WRONG if any(d.why is not None for d in due) else DONE


async def _took(one: PayingOut, message: str, by: PersonId) -> int:
    said = await one.took(message, by)
    sent = [s for s in said if s.no is None]
    say(f"{len(sent)} of {message} are sent.")
    for each in said:
        if each.no is not None:
            say(f"  {each.line.reference} {each.line.amount}: {words(each.no)}")
    return WRONG if len(sent) < len(said) else DONE


def _table(due: Sequence[Due]) -> None:
    table(
        [[d.reference, str(d.transfer.amount), d.name, d.iban, d.title] for d in due],
        right=frozenset({1}),
    )


def _left(due: Sequence[Due]) -> None:
    left = [d for d in due if d.why is not None]
    if left:
        say("Not in a file:")
        table([[d.reference, str(d.transfer.amount), d.name, _why(d)] for d in left])


def _totals(due: Sequence[Due]) -> None:
    from core.paying import by_currency, total_of

    for some in by_currency(due).values():
        say(f"In all: {total_of(some)}, {len(some)} payouts")


def _total(lines: Sequence[PayoutLine]) -> str:
    from core.paying import total_of

    return str(total_of(lines))


def _why(due: Due) -> str:
    from bot.texts import Texts

    return Texts().get("en").plain("desk-payout-why", why="none" if due.why is None else due.why)


def _plain(due: Due) -> dict[str, object]:
    return {
        "reference": due.reference,
        "amount": str(due.transfer.amount),
        "name": due.name,
        "why": None if due.why is None else due.why.value,
    }
