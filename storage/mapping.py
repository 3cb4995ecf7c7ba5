"""Row <-> domain: documents of a deal, events of the journal, and the words that both refer to.

A body is JSON in which
    Money       is [minor, currency]
    an instant  is ISO 8601 in UTC, a duration whole microseconds, an enum its value
    an event    is tagged by its class name, in a column of its own
    Words       are {"w": digest}; their text is in the table `words`, where it can be erased
    a FileRef   is {"f": [sha256, name, mime, size, kind]}; its hash is in the table `files` too
    Terms       of a deal are {"t": place} in the list of its different terms: the offer, the
                agreement and the deal mostly hold the same ones
Of a deal that ended both are packed (`storage.packing`).
A field that has its default is left out, so a default in core is part of what is stored: changing
one needs a migration.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin

from cattrs import Converter
from cattrs.dispatch import StructureHook, UnstructureHook

from core.deal.events import Event
from core.deal.model import Deal
from core.deal.person import Destination
from core.deal.ruling import Exhibit, ExhibitKind
from core.deal.terms import Terms
from core.notices import EVENTS
from core.ports import Answer
from core.values.money import Money
from core.values.words import FileRef, Words
from storage.packing import unpack

_MICROSECOND: Final = timedelta(microseconds=1)
_DIGEST: Final = re.compile(r'"w":"([0-9a-f]{64})"')
DEALS_KEPT: Final = 128  # pragma: no mutate - a choice
"""Deals that were read last, some 20 kB each."""
Known = Mapping[str, Words]
"""Words by their digests."""


@dataclass(slots=True)
class Met:
    """The words and files that were met while something was written down."""

    words: dict[str, Words] = field(default_factory=dict)
    files: dict[str, FileRef] = field(default_factory=dict)

    def encode(self, value: object) -> object:
        """Stand in for what JSON does not know. Raises TypeError."""
        if type(value) is Words:
            self.words[value.digest] = value
            return {"w": value.digest}
        if type(value) is FileRef:
            self.files[value.sha256] = value
            return {"f": [value.sha256, value.name, value.mime, value.size, value.kind]}
        msg = f"{type(value).__name__} has no place in a document"
        raise TypeError(msg)


@dataclass(slots=True)
class _DealMet:
    """The same for a deal's document, whose Terms are set apart."""

    met: Met
    terms: list[Terms] = field(default_factory=list)

    def encode(self, value: object) -> object:
        """Stand in for what JSON does not know. Raises TypeError."""
        if type(value) is not Terms:
            return self.met.encode(value)
        if value not in self.terms:
            self.terms.append(value)
        return {"t": self.terms.index(value)}


def _converter(*apart: type) -> Converter:
    """Types in `apart` are left for `json.dumps` to ask about, and arrive from `json.loads`."""
    made = Converter(omit_if_default=True, detailed_validation=False)
    for kept in (Words, FileRef, *apart):
        made.register_unstructure_hook(kept, _same)
        made.register_structure_hook(kept, lambda value, _: value)
    # Hooks of elements are looked up once, and not for each value: half of all the time.
    # Without them everything is read and written the same, later.
    made.register_structure_hook_factory(_is_tuple_of, _read_tuple)  # pragma: no mutate
    made.register_unstructure_hook_factory(_is_tuple_of, _write_tuple)  # pragma: no mutate
    made.register_structure_hook_factory(_is_optional, _read_optional)  # pragma: no mutate
    made.register_unstructure_hook_factory(_is_optional, _write_optional)  # pragma: no mutate
    made.register_unstructure_hook(Money, lambda money: (money.minor, money.currency))
    made.register_structure_hook(Exhibit, _exhibit)
    made.register_structure_hook(Money, lambda pair, _: Money(pair[0], pair[1]))
    made.register_unstructure_hook(datetime, _iso)
    made.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    made.register_unstructure_hook(timedelta, _microseconds)
    made.register_structure_hook(timedelta, lambda whole, _: whole * _MICROSECOND)
    return made


def _is_tuple_of(kind: object) -> bool:
    # Where it says no, cattrs reads and writes the same by itself, later.
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)  # pragma: no mutate


def _read_tuple(kind: Any, converter: Converter) -> StructureHook:  # noqa: ANN401 - an annotation
    item = get_args(kind)[0]
    read = converter.get_structure_hook(item)
    return lambda values, _: tuple([read(value, item) for value in values])


def _write_tuple(kind: Any, converter: Converter) -> UnstructureHook:  # noqa: ANN401 - an annotation
    write = converter.get_unstructure_hook(get_args(kind)[0])
    return lambda values: [write(value) for value in values]


def _is_optional(kind: object) -> bool:
    return get_origin(kind) is UnionType and len(get_args(kind)) == 2 and NoneType in get_args(kind)  # noqa: PLR2004 - X and None # pragma: no mutate - as above


def _read_optional(kind: Any, converter: Converter) -> StructureHook:  # noqa: ANN401 - an annotation
    item = next(arg for arg in get_args(kind) if arg is not NoneType)
    read = converter.get_structure_hook(item)
    return lambda value, _: None if value is None else read(value, item)


def _write_optional(kind: Any, converter: Converter) -> UnstructureHook:  # noqa: ANN401 - an annotation
    item = next(arg for arg in get_args(kind) if arg is not NoneType)
    write = converter.get_unstructure_hook(item)
    return lambda value: None if value is None else write(value)


_AS_WRITTEN: Final = Converter(detailed_validation=False)
_AS_WRITTEN.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))


def _exhibit(value: Any, kind: type[Exhibit]) -> Exhibit:  # noqa: ANN401 - JSON
    """A bare number is evidence: rulings once relied on nothing else."""
    if isinstance(value, int):
        return Exhibit(ExhibitKind.EVIDENCE, value)
    return _AS_WRITTEN.structure(value, kind)


def _same(value: object) -> object:
    return value


def _iso(at: datetime) -> str:
    if at.tzinfo is None:
        msg = "a naive datetime names no instant"
        raise ValueError(msg)
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat()


def _microseconds(length: timedelta) -> int:
    """Exactly: what a clock had left is the difference of two instants, to their last digit."""
    return length // _MICROSECOND


_DEAL: Final = _converter(Terms)
_OTHER: Final = _converter()
_EVENTS: Final = {kind.__name__: kind for kind in EVENTS}


def dumps(plain: object, met: Met | None = None) -> str:
    """JSON without spaces. Raises TypeError for what is neither plain, Words nor a FileRef."""
    default = None if met is None else met.encode
    return json.dumps(plain, separators=(",", ":"), ensure_ascii=False, default=default)


def _loads(
    body: str, known: Known, terms: tuple[Terms, ...] = (), files: set[str] | None = None
) -> Any:  # noqa: ANN401 - JSON
    def decode(found: dict[str, Any]) -> object:
        if len(found) != 1:
            return found
        if "w" in found:
            return known.get(found["w"]) or Words(found["w"], None)
        if "f" in found:
            if files is not None:
                files.add(found["f"][0])
            return FileRef(*found["f"])
        return terms[found["t"]] if "t" in found else found

    return json.loads(body, object_hook=decode)


def digests(body: str) -> Iterable[str]:
    """The digests of the words that a body refers to."""
    return _DIGEST.findall(body)


def read_words(listed: str | None) -> dict[str, Words]:
    """Words as the statements of a deal list them: [digest, salt, text] each."""
    return {d: Words(d, text, salt) for d, salt, text in json.loads(listed or "[]")}


def write_deal(deal: Deal, met: Met) -> tuple[str, str]:
    """(terms, body) of a deal; its version is a column."""
    apart = _DealMet(met)
    plain = _DEAL.unstructure(deal, Deal)
    plain.pop("version", None)
    body = json.dumps(plain, separators=(",", ":"), ensure_ascii=False, default=apart.encode)
    return dumps([_OTHER.unstructure(terms, Terms) for terms in apart.terms], met), body


def read_deal(
    version: int, terms: str, body: str, known: Known, files: set[str] | None = None
) -> Deal:
    """The deal of a row; words that are not known are erased ones. `files` gets its hashes."""
    shared = _OTHER.structure(_loads(terms, known, files=files), tuple[Terms, ...])
    plain = _loads(body, known, shared, files)
    plain["version"] = version
    return _DEAL.structure(plain, Deal)


@lru_cache(maxsize=DEALS_KEPT)
def read_row(version: int, terms: str, body: str, words: str | None) -> tuple[Deal, frozenset[str]]:
    """The deal of a row with its listed words, and the digests of words and files it refers to.

    A press reads the same deal several times, and each notice of it once more. What was read is
    kept by every character that it was read from, so it can not differ from what is stored.
    """
    known, files = read_words(words), set[str]()
    return read_deal(version, *unpack(terms, body), known, files), frozenset(files.union(known))


def write_event(event: Event, met: Met) -> tuple[str, str]:
    """(kind, body) of an event."""
    return type(event).__name__, dumps(_OTHER.unstructure(event), met)


def read_event(kind: str, body: str, known: Known) -> Event:
    """The event of a row."""
    event: Event = _OTHER.structure(_loads(body, known), _EVENTS[kind])
    return event


def read_files(body: str) -> tuple[FileRef, ...]:
    """The files of a notice's row."""
    return tuple(_loads(body, {}))


def write_destinations(destinations: tuple[Destination, ...]) -> str:
    """Where a person's payouts go."""
    return dumps(_OTHER.unstructure(destinations, tuple[Destination, ...]))


def read_destinations(body: str) -> tuple[Destination, ...]:
    """The same, from the row."""
    return () if body == "[]" else _OTHER.structure(json.loads(body), tuple[Destination, ...])


def write_answer(answer: Answer) -> str:
    """How a request ended."""
    found = (answer.deal, answer.refusal, answer.family, dict(answer.data))
    return dumps(found)


def read_answer(body: str) -> Answer:
    """The same, from the row. Pairs and tuples in the data come back as lists."""
    return Answer(*json.loads(body))
