"""Whole deals as core tells them: what each command, and then time alone, leaves behind.

    python -m tests.core.journals        writes tests/core/journals/*.txt anew

A journal has everything that core hands to anybody: events, entries of the books, notices with
their data, deadlines, what each person is offered, and how the deal stands. Whoever changes a rule
reads in the difference what it does to every kind of deal; whoever did not mean to sees that too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, Final

from core.available import available
from core.deal.commands import Command
from core.deal.context import Context
from core.deal.model import Deal
from core.deal.terms import Terms
from core.escrow import Executed
from core.ledger import Entry
from core.people import MeetPerson
from core.timing import NoticeServed, NoticeUnserved
from core.values.errors import Refusal
from core.values.ids import DESK, RAIL, SYSTEM, PersonId
from core.values.money import Money
from core.values.words import Words
from tests.kit.fakes import START
from tests.kit.places import DANA, PLACES
from tests.kit.scene import (
    ARAM,
    BINA,
    BOTH,
    CARLOS,
    DAY,
    NOOR,
    SAM,
    TESS,
    Scene,
    at_once,
    with_policy,
)

FOLDER: Final = Path(__file__).with_name("journals")
LONG: Final = 120 * DAY
"""After so long with everybody silent every deal has ended, or its desk is alarmed about it."""
ROUNDS: Final = 24
"""What repeats for ever, an alarm, is told until here."""
_NAMES: Final[Mapping[int, str]] = {
    BINA: "Bina", CARLOS: "Carlos", ARAM: "Aram", NOOR: "Noor", SAM: "Sam", TESS: "Tess",
    DANA: "Dana", SYSTEM: "the clock", RAIL: "the rail", DESK: "the desk",
}  # fmt: skip
_PEOPLE: Final = (BINA, CARLOS, DANA, SAM, ARAM, NOOR, TESS)
_HASH: Final = 32


def shown(value: Any) -> str:  # noqa: C901, PLR0911 - one line a kind of value
    """A value in one line; of a record what is not as usual, and the terms of a deal once."""
    match value:
        case datetime():
            return shown(value - START) if value >= START else "long ago"
        case timedelta():
            hours, seconds = divmod(int(value.total_seconds()), 3600)
            return f"{hours // 24}d{hours % 24:02}:{seconds // 60:02}:{seconds % 60:02}"
        case Money() | None | bool():
            return str(value)
        case Words():
            return repr(str(value))
        case Enum():
            return str(value.value)
        case str():
            return repr(value if len(value) < _HASH else f"{value[:8]}… {len(value)}")
        case int():
            return _NAMES.get(value, str(value))
        case Mapping():
            inside = ", ".join(f"{key}: {shown(inner)}" for key, inner in value.items())
            return f"{{{inside}}}"
        case tuple() | list():
            return f"[{', '.join(shown(inner) for inner in value)}]"
        case frozenset() | set():
            return f"{{{', '.join(sorted(shown(inner) for inner in value))}}}"
    if dataclasses.is_dataclass(value):
        return f"{type(value).__name__}({', '.join(_fields(value))})"
    return repr(value)


def _fields(record: Any) -> Iterator[str]:
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        usual = field.default
        if field.default_factory is not dataclasses.MISSING:
            usual = field.default_factory()
        twice = isinstance(value, Terms) and not isinstance(record, Deal)
        if value != usual and not twice:
            yield f"{field.name}={shown(value)}"


class Telling(Scene):
    """A scene that writes down what every command leaves behind."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._told = (0, 0, 0)
        policy = with_policy(rails=BOTH, four_eyes_threshold={"EUR": 90000}, fee_bps=250).policy
        super().__init__(policy)

    def do(self, command: Command) -> Executed:
        self.lines.append(f"{shown(self.clock.now())}  {shown(command)}")
        try:
            return super().do(command)
        finally:
            self._tell()

    def silence(self, *, reached: bool) -> None:
        """Nobody does anything any more; Telegram takes what is said to them, or does not."""
        self.lines.append("nobody does anything" if reached else "nobody can be reached")
        end = self.clock.now() + LONG
        self._serve(0, reached=reached)
        for _ in range(ROUNDS):
            due = at_once(self.store.next_due())
            if due is None or due > end:
                break
            self.clock.to(max(due, self.clock.now()))
            before = len(self.store.notices)
            at_once(self.escrow.sweep())
            self.lines.append(shown(self.clock.now()))
            self._tell()
            self._serve(before, reached=reached)

    def _serve(self, since: int, *, reached: bool) -> None:
        """What the courier says of the notices that open a window."""
        kind = NoticeServed if reached else NoticeUnserved
        for notice in self.store.notices[since:]:
            if notice.serves is not None and notice.deal and notice.milestone:
                with suppress(Refusal):
                    self.do(
                        kind(
                            actor=SYSTEM,
                            deal=notice.deal,
                            milestone=notice.milestone,
                            opened_at=notice.serves,
                        )
                    )

    def _tell(self) -> None:
        events, entries, notices = self._told
        self._told = len(self.store.journal), len(self.store.entries), len(self.store.notices)
        for row in self.store.journal[events:]:
            by = "" if row.actor == SYSTEM else f" by {shown(row.actor)}"
            self.lines.append(f"    {shown(row.event)}{by}")
        self.lines += [f"    books: {_entry(entry)}" for entry in self.store.entries[entries:]]
        self.lines += [f"    tells {shown(n)}" for n in self.store.notices[notices:]]

    def stands(self) -> None:
        """How the deal stands, what is due, and what everybody may do."""
        deal, now = self.deal, self.clock.now()
        self.lines.append("stands")
        self.lines += [f"    {line}" for line in _fields(deal)]
        self.lines += [
            f"    due {shown(deadline)}"
            for (of, _), deadline in sorted(self.store.schedule.items())
            if of == deal.id
        ]
        ctx = Context(now, self.policy, self.escrow.staff)
        for person in _PEOPLE:
            acts = _offered(deal, person, ctx)
            if acts:
                self.lines.append(f"    {_NAMES[person]} may {acts}")


def _offered(deal: Any, person: PersonId, ctx: Context) -> str:
    return ", ".join(sorted(shown(act) for act in available(deal, person, ctx)))


def _entry(entry: Entry) -> str:
    legs = "; ".join(shown(posting) for posting in entry.postings)
    return f"{entry.reason} on {entry.chain}: {legs}"


def journal(place: str) -> str:
    """The deal up to this place, and how it ends when nobody does anything, reached or not."""
    told: list[str] = []
    for reached in (True, False):
        scene = Telling()
        scene.do(MeetPerson(actor=DANA, name="Dana", username=None, locale="en", zone="UTC"))
        scene.lines.clear()
        PLACES[place](scene)
        scene.stands()
        if not reached:
            scene.lines.clear()
        scene.silence(reached=reached)
        scene.stands()
        told += scene.lines
    return "\n".join(told) + "\n"


def file(place: str) -> Path:
    """Where its journal is."""
    return FOLDER / f"{place.replace(' ', '-')}.txt"


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for place in PLACES:
        file(place).write_text(journal(place), encoding="utf-8")


if __name__ == "__main__":
    main()
