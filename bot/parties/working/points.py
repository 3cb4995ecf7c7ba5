"""The form of a change request: its points, what each of them is, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final, Self

from bot.parties.kit.data import files_of, listed, said_of, words_data
from bot.parties.kit.update import Update, chosen
from bot.parties.working.agreed import agreed_then, places
from core.deal.model import Deal
from core.deal.points import Item, ItemKind
from core.ports import Expecting
from core.values.errors import Stale
from core.values.words import Words, within

POINT: Final = "point"
_LATER: Final = ("kind", "criterion")
"""What is known of a point only after it was said."""

Json = dict[str, Any]


class PointAsk(StrEnum):
    """What is asked of who wants changes."""

    POINT = POINT
    KIND = "kind"
    DUE = "due"
    SUM = "sum"


def point_of(update: Update, said: list[Json], files: list[Json]) -> Json:
    """One point as it is kept: what its messages say, and their files.

    Raises BadInput("text-too-long").
    """
    alone = words_data(chosen(update.t, "point-without-words"))
    text = within("\n".join(text["text"] for text in said) or alone["text"])
    salt = said[0]["salt"] if said else alone["salt"]
    return {"text": text, "salt": salt, "said": said, "files": files}


@dataclass(frozen=True, slots=True)
class Point:
    """One point: what was said, as `point_of` keeps it, and what it is once that is known."""

    said: Mapping[str, Any]
    kind: ItemKind | None = None
    criterion: int | None = None

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        """From a row."""
        said = {key: value for key, value in kept.items() if key not in _LATER}
        kind = kept.get("kind")
        return cls(said, None if kind is None else ItemKind(kind), kept.get("criterion"))

    def data(self) -> Json:
        """As it is stored."""
        if self.kind is None:
            return dict(self.said)
        return {**self.said, "kind": self.kind.value, "criterion": self.criterion}

    @property
    def text(self) -> str:
        """What it says."""
        return str(self.said["text"])

    @property
    def known(self) -> bool:
        """Whether it is known what it is: of a defect also from what it departs."""
        if self.kind is ItemKind.DEFECT:
            return self.criterion is not None
        return self.kind is not None

    @property
    def item(self) -> Item | None:
        """As it goes out; None before it is known what it is."""
        if self.kind is None or not self.known:
            return None
        words = Words.of(self.text, self.said["salt"])
        return Item(self.kind, words, self.criterion, files_of(self.said))

    def with_more(self, update: Update, said: list[Json], files: list[Json]) -> Point:
        """With more of its album. Raises BadInput("text-too-long")."""
        said, files = [*said_of(self.said), *said], [*self.said["files"], *files]
        return replace(self, said=point_of(update, said, files))


@dataclass(frozen=True, slots=True)
class Changes:
    """One open request."""

    kept: Expecting
    ask: PointAsk
    points: tuple[Point, ...] = ()
    due: timedelta | None = None
    under: int | None = None
    """How many agreements came before the one whose criteria they name."""

    @classmethod
    def read(cls, row: Expecting) -> Self:
        """From the row."""
        points = tuple(Point.read(kept) for kept in listed(row, "points"))
        seconds = row.data.get("due")
        due = timedelta(seconds=seconds) if isinstance(seconds, int) else None
        return cls(row, PointAsk(row.field), points, due, agreed_then(row))

    def by(self, deal: Deal) -> Changes:
        """By what is agreed now: a criterion that is no more is asked for anew."""
        now = len(deal.earlier)
        if self.under is None or self.under == now:
            return replace(self, under=now)
        moved = places(deal, self.kept, self.under)
        points = tuple(
            replace(
                point, criterion=None if point.criterion is None else moved.get(point.criterion)
            )
            for point in self.points
        )
        judged = replace(self, points=points, under=now)
        return judged if judged.unknown is None else replace(judged, ask=PointAsk.KIND)

    def row(self) -> Expecting:
        """As it is stored."""
        data = {key: value for key, value in self.kept.data.items() if key != "due"}
        data["points"] = [point.data() for point in self.points]
        if self.due is not None:
            data["due"] = int(self.due.total_seconds())
        if self.under is not None:
            data["under"] = self.under
        return replace(self.kept, field=self.ask.value, data=data)

    @property
    def unknown(self) -> int | None:
        """The place of the first point of which it is not known yet what it is."""
        return next((n for n, point in enumerate(self.points) if not point.known), None)

    @property
    def items(self) -> tuple[Item, ...]:
        """The points of which it is known what they are."""
        items = (point.item for point in self.points)
        return tuple(item for item in items if item is not None)

    @property
    def all_extra(self) -> bool:
        """Whether none of them opens a round: nothing has to be done by a date."""
        return all(item.kind is ItemKind.EXTRA for item in self.items)

    def point(self, place: int) -> Point:
        """Raises Stale where there is none."""
        if place >= len(self.points):
            raise Stale
        return self.points[place]

    def put(self, place: int, *point: Point) -> Changes:
        """Another point in a place, or none."""
        points = (*self.points[:place], *point, *self.points[place + 1 :])
        return replace(self, points=points)

    def next(self) -> Changes:
        """At the next question."""
        if not self.points:
            ask = PointAsk.POINT
        elif self.unknown is not None:
            ask = PointAsk.KIND
        else:
            ask = PointAsk.DUE if self.due is None and not self.all_extra else PointAsk.SUM
        return replace(self, ask=ask)

    def before(self) -> Changes:
        """At what was answered last, without its answer; before the first one, at the points."""
        undated = replace(self, due=None)
        if self.ask is PointAsk.SUM and self.due is not None:
            return replace(undated, ask=PointAsk.DUE)
        typed = [n for n, point in enumerate(self.points) if point.kind is not None]
        if not typed:
            return replace(undated, ask=PointAsk.POINT)
        last = typed[-1]
        reset = undated.put(last, Point(self.points[last].said))
        return replace(reset, ask=PointAsk.KIND)
