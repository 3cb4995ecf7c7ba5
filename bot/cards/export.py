"""*Export data*: all that is kept about a person, as one file that a program can read too.

What others may know alone is left out: who of our team did what, a sealed figure, an account, the
reason of a flag. Whoever adds a noun of core's says in `TOLD` or `LEFT_OUT` which it is.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, get_type_hints

from bot.buttons import Button, Press
from bot.cards.kit.base import Attachment, Card, rows_of
from bot.cards.lists import csv_card
from bot.reads import JournalRow, MoneyOverview
from bot.texts import Text
from core.deal.allowance import Allowance
from core.deal.challenge import Challenge
from core.deal.deposit import Correction, Deposit, PaymentClaim
from core.deal.dispute import Dispute, Evidence, Opening, Question, Statement
from core.deal.fallback import Fallback
from core.deal.flag import SHOWN, HoldFlag, Standstill
from core.deal.hearing import Filing, Negotiation
from core.deal.milestone import Halt, Milestone, Submission
from core.deal.model import Deal, Transfer, Working
from core.deal.pause import Pause
from core.deal.person import ERASED, Destination, Person
from core.deal.points import Contest, Item, Round
from core.deal.proposal import Proposal, Sealed
from core.deal.rating import Rating
from core.deal.reputation import Record
from core.deal.reversal import Reversal
from core.deal.ruling import Exhibit, Review, Ruling, SentBack
from core.deal.terms import Acceptance, Agreement, MilestoneTerms, Offer, Role, Rules, Terms
from core.values.ids import SYSTEM, DealId, PersonId
from core.values.money import Money
from core.values.window import Window
from core.values.words import FileRef, Words
from core.views import DealView

MOST_BYTES: Final = 45_000_000
"""Of files in one export: what a bot may send is 50 MB."""

TOLD: Final = frozenset(
    {
        Acceptance, Agreement, Allowance, Challenge, Contest, Correction, Deal, Deposit,
        Destination, Dispute, Evidence, Exhibit, Fallback, Filing, Halt, HoldFlag, Item,
        Milestone, MilestoneTerms,
        Negotiation, Offer, Opening, Pause, PaymentClaim, Proposal, Question, Rating,
        Record, Reversal, Review, Round, Rules, Ruling, Sealed, SentBack, Standstill,
        Statement, Submission, Terms, Transfer, Window, Working,
    }
)  # fmt: skip
"""Nouns of core that are written out, each field under its own name."""
_HINTS: Final[Mapping[type, Mapping[str, Any]]] = MappingProxyType(
    {kind: get_type_hints(kind) for kind in TOLD}
)
_THEIRS: Final = "known to others alone"
_OURS: Final = "who of our team does what is theirs"
_TECHNICAL: Final = "says nothing of anybody"
LEFT_OUT: Final[Mapping[type, Mapping[str, str]]] = MappingProxyType(
    {
        Deal: {
            "invite": "hashes of a secret",
            "claims": _THEIRS,
            "asked": _THEIRS,
            "declined": _THEIRS,
            "again": _TECHNICAL,
            "approvals": _OURS,
            "reminded": _TECHNICAL,
            "version": _TECHNICAL,
            "seen": _TECHNICAL,
        },
        Dispute: {"arbiter": _OURS, "recused": _OURS, "passed": _OURS, "desk_clock": _OURS},
        Allowance: {"by": _OURS, "why": _OURS},
        Challenge: {"arbiter": _OURS},
        HoldFlag: {"ask": _OURS},
        Milestone: {"seen": _TECHNICAL},
        Reversal: {"words": _OURS, "why": _OURS, "flag": _TECHNICAL},
        Correction: {"item": _TECHNICAL, "taken_off": _TECHNICAL},
    }
)


@dataclass(frozen=True, slots=True)
class Mine:
    """All that is kept about `person`; `said` is of each deal what was written and sent in it."""

    person: Person
    record: Record
    deals: Sequence[DealView]
    said: Mapping[DealId, Sequence[JournalRow]]
    written: Sequence[tuple[str, str]]
    """(deal or nothing, text): every text of theirs, wherever it stands."""
    money: MoneyOverview
    allowances: Sequence[Allowance] = ()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Whose export it is, and in which deal."""

    me: PersonId
    other: PersonId | None = None
    role: Role | None = None

    def who(self, person: int | None) -> str | None:
        if person is None:
            return None
        if person == self.me:
            return "you"
        if person == self.other:
            return "the other side"
        return "the clock" if person == SYSTEM else "us"


def _hidden(value: object, reader: _Reader) -> frozenset[str]:
    """Fields that are somebody's in one deal and nobody else's business in another."""
    match value:
        case HoldFlag() if value.kind not in SHOWN:
            return frozenset({"kind", "words", "by", "lifted_by"})
        case Milestone() if reader.role is not Role.CLIENT:
            return frozenset({"claim"})
        case Reversal() if reader.role is not Role.CLIENT:
            return frozenset({"deposit", "external_id"})
        case Deposit() if reader.role is not Role.CLIENT:
            return frozenset({"source", "external_id"})
        case Transfer() if value.person != reader.me:
            return frozenset({"source", "external_id", "also", "why"})
    return frozenset()


def _names_people(hint: object) -> bool:
    return hint is PersonId or any(map(_names_people, getattr(hint, "__args__", ())))


class _Writer:
    """Plain values of nouns, and the files that they name."""

    def __init__(self) -> None:
        self.files: dict[str, FileRef] = {}

    def plain(self, value: object, reader: _Reader, *, people: bool = False) -> object:
        """JSON's own kinds; money as `300.00 EUR`, instants in UTC, lengths in seconds."""
        if isinstance(value, FileRef):
            self.files.setdefault(value.sha256, value)
            return {"name": value.name, "bytes": value.size, "sha256": value.sha256}
        if isinstance(value, tuple | list | frozenset):
            return [self.plain(one, reader, people=people) for one in value]
        if people and isinstance(value, int):
            return reader.who(value)
        return self._noun(value, reader) if is_dataclass(value) else _simple(value)

    def _noun(self, value: Any, reader: _Reader) -> object:  # noqa: ANN401 - any noun of core's
        kind = type(value)
        if isinstance(value, Words):
            return value.text
        if isinstance(value, Money):
            return str(value)
        if kind not in TOLD:
            return None
        left = LEFT_OUT.get(kind, {}).keys() | _hidden(value, reader)
        hints = _HINTS[kind]
        return {
            field.name: self.plain(
                getattr(value, field.name), reader, people=_names_people(hints[field.name])
            )
            for field in fields(value)
            if field.name not in left
        }

    def deal(self, view: DealView, said: Sequence[JournalRow]) -> object:
        """One deal, what its sides wrote of it, and to whom a side talks."""
        deal, me = view.deal, view.viewer
        reader = _Reader(me, deal.other(me), view.role)
        begun = tuple(one for one in deal.changing if one.by == me)
        own = deal.working if deal.working is not None and deal.working.by == me else None
        mine = replace(deal, changing=begun, working=own)
        other = None if view.other is None else view.other.name
        return {
            "you are": None if view.role is None else view.role.value,
            "the other side": None if other == ERASED else other,
            **_mapping(self.plain(mine, reader)),
            "said": [self._row(row, reader) for row in said],
        }

    def _row(self, row: JournalRow, reader: _Reader) -> object:
        told = getattr(row.event, "entry", row.event)
        return {
            "at": row.at.isoformat(),
            "by": reader.who(row.actor),
            "what": "diary" if told is not row.event else "message",
            "words": self.plain(getattr(told, "words", None), reader),
            "files": self.plain(getattr(told, "files", ()), reader),
        }


def _simple(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
    return value


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def written(mine: Mine) -> tuple[dict[str, object], tuple[FileRef, ...]]:
    """All of it as plain values, and the files of the deals, those of the newest first."""
    writer, reader = _Writer(), _Reader(mine.person.id)
    person = mine.person
    told: dict[str, object] = {
        "person": {
            "telegram id": person.id,
            "name": person.name,
            "username": person.username,
            "language": person.locale,
            "time zone": person.zone,
            "here since": person.since.isoformat(),
            "safety phrase": person.phrase,
            "fewer reminders": person.muted,
            "no daily summary": person.no_digest,
            "payout accounts": writer.plain(person.destinations, reader),
        },
        "record": writer.plain(mine.record, reader),
        "allowances": [writer.plain(one, reader) for one in mine.allowances],
        "deals": [writer.deal(view, mine.said.get(view.deal.id, ())) for view in mine.deals],
        "written by you": [{"deal": deal or None, "text": text} for deal, text in mine.written],
    }
    return told, tuple(writer.files.values())


def chosen(files: Sequence[FileRef]) -> tuple[tuple[FileRef, ...], tuple[FileRef, ...]]:
    """(those that go along, those that are left out because a bot can not send so much)."""
    taken: list[FileRef] = []
    left: list[FileRef] = []
    size = 0
    for file in files:
        fits = size + file.size <= MOST_BYTES
        (taken if fits else left).append(file)
        size += file.size if fits else 0
    return tuple(taken), tuple(left)


def zipped(
    mine: Mine,
    told: Mapping[str, object],
    content: Iterable[tuple[FileRef, bytes]],
    left: Sequence[FileRef],
    t: Text,
) -> bytes:
    """The file: `data.json`, `money.csv`, and the files by their hashes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        whole = {**told, "files left out": _named(left)}
        archive.writestr("data.json", json.dumps(whole, ensure_ascii=False, indent=1))
        [table] = csv_card(mine.money.history, t).attachments
        archive.writestr("money.csv", table.content)
        for file, held in content:
            archive.writestr(f"files/{file.sha256[:12]}-{_safe(file.name)}", held)
    return out.getvalue()


def _named(files: Sequence[FileRef]) -> list[object]:
    writer = _Writer()
    return [writer.plain(file, _Reader(SYSTEM)) for file in files]


def _safe(name: str) -> str:
    """A name that stays in its folder wherever it is unpacked."""
    return re.sub(r"[^\w.-]+", "_", name).lstrip(".")[-80:] or "file"


def exported_card(content: bytes, left: int, t: Text) -> Card:
    """The file, and how many others were too large for it."""
    paper = Attachment("holdfast-data.zip", "application/zip", content)
    back = Button(t.plain("tap-back"), Press("set"))
    return Card(t("exported", left=left), rows_of((back,)), attachments=(paper,))
