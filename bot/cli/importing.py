"""`holdfast money import`: a bank's file, what each of its lines is, and booking it."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.cli.out import DONE, WRONG, CannotError, as_json, complain, progress, say, table

if TYPE_CHECKING:
    from bot.rails.importing import Came, Importing, Looked
    from bot.statements import Columns
    from bot.texts import Text
    from core.paying import LineFound, Target
    from core.values.errors import Refusal
    from core.values.ids import PersonId

MOST: Final = 200
"""Lines of each kind that are printed; `--json` has all."""


def run(args: argparse.Namespace) -> int:
    """Show it, and with `--book` book it: 0 nothing is left to look at, 1 something is."""
    from bot.cli.settings import settings_of
    from bot.wiring.importing import importing

    content = _content(args.file)
    columns = _columns(args.columns)
    settings = settings_of(args)
    by = treasurer(args, sorted(settings.staff().treasurers)) if args.book else None

    async def work(one: Importing) -> int:
        return await _Session(one, args, by).run(content, columns)

    return importing(settings, work)


def _content(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        msg = f"{file}: {error.strerror or error}"
        raise CannotError(msg) from None


def _columns(typed: str | None) -> Columns | None:
    from bot.statements import typed as read_columns
    from core.values.errors import BadInput

    try:
        return None if typed is None else read_columns(typed)
    except BadInput as no:
        msg = f"--columns: {words(no)}"
        raise CannotError(msg) from None


def treasurer(args: argparse.Namespace, listed: Sequence[PersonId]) -> PersonId:
    """Who says it: said, or the one that there is. Raises CannotError."""
    if args.by is None and len(listed) == 1:
        return listed[0]
    if args.by not in listed:
        there = ", ".join(map(str, listed)) or "nobody"
        msg = f"--by: say which treasurer books this ({there}): `--by ID`"
        raise CannotError(msg)
    found: PersonId = args.by
    return found


def _text() -> Text:
    from bot.texts import Texts

    return Texts().get("en")


def words(no: Refusal) -> str:
    """What a refusal tells people."""
    from bot.texts import typed

    return _text().plain(f"refusal-{no.key}", **typed(no.data))


class _Session:
    """One file."""

    def __init__(self, one: Importing, args: argparse.Namespace, by: PersonId | None) -> None:
        self._one = one
        self._args = args
        self._by = by
        self._left = 0

    async def run(self, content: bytes, columns: Columns | None) -> int:
        """Raises CannotError for a file that is refused: nothing of it is booked."""
        from core.values.errors import Refusal

        try:
            looked = await self._one.look(content, self._args.file.name, columns)
        except Refusal as no:
            msg = f"{self._args.file}: {words(no)}"
            raise CannotError(msg) from None
        if self._args.json:
            as_json(_plain(looked))
        else:
            _tell(looked)
        if self._by is not None:
            await self._book(looked, self._by)
            return WRONG if self._left else DONE
        return WRONG if looked.left else DONE

    async def _book(self, looked: Looked, by: PersonId) -> None:
        """What is certain and what is unknown; what is likely is asked about at a keyboard."""
        sure = [(found, found.targets[0]) for found in looked.certain]
        rest = [(found, None) for found in (*looked.unknown, *looked.listed)]
        steps: list[tuple[LineFound, Target | None]] = [*sure, *rest]
        told = progress("lines", quiet=self._args.json)
        counts: dict[str, int] = {}
        for number, (found, target) in enumerate(steps, 1):
            came = await self._step(found, target, by)
            counts[came] = counts.get(came, 0) + 1
            told(number, len(steps))
        for found in looked.likely:
            await self._ask(found, by)
        if not self._args.json:
            say(", ".join(f"{count} {came}" for came, count in counts.items()) or "Nothing new.")
            if self._left:
                say(f"{self._left} left to look at: run it again, or use the desk.")

    async def _step(self, found: LineFound, target: Target | None, by: PersonId) -> str:
        from core.values.errors import Refusal

        try:
            came: Came = await self._one.book(found, target, by)
        except Refusal as no:
            self._left += 1
            complain(f"line {found.line.at}: {words(no)}")
            return "refused"
        return _SAID[came.value]

    async def _now(self, found: LineFound) -> LineFound:
        """As it stands when it is asked about: others book meanwhile, and so did this run."""
        from core.paying import Why

        [now] = await self._one.again([found.line])
        doubts = tuple(one for one in found.why if one is Why.TWICE)
        return replace(now, why=(*doubts, *now.why))

    async def _ask(self, found: LineFound, by: PersonId) -> None:
        if not sys.stdin.isatty() or self._args.json:
            self._left += 1
            return
        found = await self._now(found)
        if found.done is not None:
            return
        say()
        for text in _whole(_text(), found):
            say(f"  {text}")
        choices = [f"{n}: {_target(one)}" for n, one in enumerate(found.targets, 1)]
        came_in = found.line.amount.minor > 0
        others = ["s: suspense"] if came_in else ["s: seen, nothing to book"]
        told = f"  {'; '.join([*choices, *others])}; Enter leaves it: "
        answer = (await asyncio.to_thread(input, told)).strip().lower()
        if answer == "s":
            await self._step(found, None, by)
        elif answer.isdecimal() and 0 < int(answer) <= len(found.targets):
            await self._step(found, found.targets[int(answer) - 1], by)
        else:
            self._left += 1


_SAID: Final = {"done": "booked", "asked": "waiting for a second treasurer"}


def _target(target: Target) -> str:
    return f"{target.is_.value} {target.deal}-{target.number}"


def _whole(t: Text, found: LineFound) -> list[str]:
    line = found.line
    said = [_row(found)[:-1], [line.text[:200]], *([_why(t, one)] for one in found.why)]
    return ["  ".join(part for part in row if part) for row in said]


def _why(t: Text, why: str) -> str:
    return t.plain("desk-line-why", why=str(why))


def _row(found: LineFound) -> list[str]:
    line = found.line
    to = ", ".join(_target(target) for target in found.targets)
    who = line.name or line.number or line.text[:30]
    return [f"line {line.at}", str(line.amount), line.booked_on.isoformat(), who, to]


def _tell(looked: Looked) -> None:
    for one in looked.statements:
        days = f"{one.since or '?'} to {one.until or '?'}"
        ends = "" if one.opening is None else f": {one.opening}, then {one.closing}"
        say(f"{one.account} {one.currency}, {days}{ends}")
    t = _text()
    told: list[tuple[str, Sequence[LineFound], Callable[[LineFound], str]]] = [
        ("Certain", looked.certain, lambda _found: ""),
        ("Likely", looked.likely, lambda found: " ".join(_why(t, one) for one in found.why)),
        ("Unknown, for suspense", looked.unknown, lambda f: " ".join(_why(t, w) for w in f.why)),
        ("Nothing to book", looked.listed, lambda _found: ""),
    ]
    for name, findings, more in told:
        if findings:
            say(f"\n{name}: {len(findings)}")
            table([[*_row(found), more(found)] for found in findings[:MOST]], right=frozenset({1}))
            if len(findings) > MOST:
                say(f"... and {len(findings) - MOST} more")
    if looked.done:
        say(f"\nDealt with before: {len(looked.done)}")
    if looked.pending:
        say(f"\nNot booked by the bank yet: {looked.pending}")


def _plain(looked: Looked) -> dict[str, object]:
    from bot.cli.books import plain

    kinds = ("certain", "likely", "unknown", "listed", "done")
    found: dict[str, object] = {"statements": [
        {"account": one.account, "currency": one.currency, "since": str(one.since),
         "until": str(one.until), "opening": plain(one.opening), "closing": plain(one.closing)}
        for one in looked.statements
    ]}  # fmt: skip
    for kind in kinds:
        found[kind] = [plain(one) for one in getattr(looked, kind)]
    return {**found, "pending": looked.pending}
