"""Time zones by city, typed in any language that Babel knows, or by a place on the map."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import Final
from zoneinfo import available_timezones

from babel import Locale

_TABLE: Final = "zone.tab"
_COORDINATES: Final = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?([+-])(\d{3})(\d{2})(\d{2})?")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold().replace("ي", "ی").replace("ك", "ک")
    kept = (char for char in folded if char.isalnum() or char.isspace())
    return " ".join("".join(kept).split())


@lru_cache
def _names(locale: str) -> dict[str, tuple[str, ...]]:
    """Each zone of a place with the names it may be searched by."""
    known = Locale.parse(locale, sep="-").time_zones
    found = {}
    for zone in _zones():
        own = zone.rsplit("/", 1)[-1].replace("_", " ")
        found[zone] = tuple(
            _plain(name) for name in (own, known.get(zone, {}).get("city", "")) if name
        )
    return found


@lru_cache
def _zones() -> tuple[str, ...]:
    """Zones that are named after a place; the table has no aliases."""
    return tuple(sorted({row[0] for row in _rows()} & available_timezones()))


@lru_cache
def _rows() -> tuple[tuple[str, float, float], ...]:
    """(zone, latitude, longitude) of each place in the table of the tz database."""
    text = (files("tzdata") / "zoneinfo" / _TABLE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((row[2], *_degrees(row[1])) for row in rows)


def _degrees(coordinates: str) -> tuple[float, float]:
    found = _COORDINATES.fullmatch(coordinates)
    if found is None:
        msg = f"the table of zones has {coordinates!r}"
        raise ValueError(msg)
    south, d1, m1, s1, west, d2, m2, s2 = found.groups()
    latitude = int(d1) + int(m1) / 60 + int(s1 or 0) / 3600
    longitude = int(d2) + int(m2) / 60 + int(s2 or 0) / 3600
    return (-latitude if south == "-" else latitude), (-longitude if west == "-" else longitude)


def zones_like(typed: str, locale: str, most: int = 6) -> tuple[str, ...]:
    """The zones whose city begins with, then those whose city has, what was typed."""
    if "/" in typed and typed.strip() in available_timezones():
        return (typed.strip(),)
    wanted = _plain(typed)
    if not wanted:
        return ()
    names = {zone: (*_names(locale)[zone], *_names("en")[zone]) for zone in _zones()}
    exact = [zone for zone in names if wanted in names[zone]]
    begins = [zone for zone in names if any(name.startswith(wanted) for name in names[zone])]
    holds = [zone for zone in names if any(wanted in name for name in names[zone])]
    return tuple(dict.fromkeys(exact or (*begins, *holds)))[:most]


def zone_at(latitude: float, longitude: float) -> str:
    """The zone of the nearest place in the table: right but near a border, where one may choose."""
    return min(_rows(), key=lambda row: _distance(latitude, longitude, row[1], row[2]))[0]


def _distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The angle between two places, in radians."""
    one, two, apart = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    half = math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(apart / 2) ** 2
    return 2 * math.asin(min(1.0, math.sqrt(half)))
