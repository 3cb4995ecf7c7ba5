"""A time zone by a city in any language, or by a place on the map."""

import pytest

from bot.parties.people.places import places_like, zones_at
from tests.bot.parties.world import BINA, World, build


@pytest.mark.parametrize(
    ("typed", "locale", "zone"),
    [
        ("Mumbai", "en", "Asia/Kolkata"), ("Delhi", "en", "Asia/Kolkata"),
        ("San Francisco", "en", "America/Los_Angeles"), ("Munich", "en", "Europe/Berlin"),
        ("tel-aviv", "en", "Asia/Jerusalem"), ("شيراز", "fa", "Asia/Tehran"),
        ("北京", "en", "Asia/Shanghai"), ("мюнхен", "en", "Europe/Berlin"),
        ("Springfield, IL", "en", "America/Chicago"), ("بارسلونا، اسپانیا", "fa", "Europe/Madrid"),
        ("ایران", "fa", "Asia/Tehran"), ("Europe/Madrid", "en", "Europe/Madrid"),
    ],
)  # fmt: skip
def test_a_city_is_known_by_the_name_that_its_people_write(
    typed: str, locale: str, zone: str
) -> None:
    found = places_like(typed, locale)
    assert found.sure
    assert found.places[0].zone == zone


@pytest.mark.parametrize(
    ("typed", "zones"),
    [
        ("Springfield", {"America/Chicago", "America/New_York", "America/Los_Angeles"}),
        ("Barcelona", {"Europe/Madrid", "America/Caracas"}),
        ("Abadan", {"Asia/Tehran", "Africa/Lagos", "Asia/Ashgabat"}),
        ("Spain", {"Europe/Madrid", "Atlantic/Canary", "Africa/Ceuta"}),
        ("Teh", {"Asia/Tehran", "America/Whitehorse"}),
    ],
)
def test_what_may_be_several_is_asked(typed: str, zones: set[str]) -> None:
    found = places_like(typed, "en")
    assert not found.sure
    assert {place.zone for place in found.places} == zones


@pytest.mark.parametrize("typed", ["xyzzy", "", "!!", "👍"])
def test_what_is_no_city_is_none(typed: str) -> None:
    assert places_like(typed, "en").places == ()


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (19.07, 72.88, "Asia/Kolkata"), (31.55, 74.34, "Asia/Karachi"),
        (36.30, 59.60, "Asia/Tehran"), (49.84, 24.03, "Europe/Kyiv"),
        (35.89, -5.32, "Africa/Ceuta"),
    ],
)  # fmt: skip
def test_a_place_on_the_map_has_the_zone_of_its_borders(
    latitude: float, longitude: float, zone: str
) -> None:
    found = zones_at(latitude, longitude)
    assert found.sure
    assert found.places[0].zone == zone


def test_a_disputed_place_is_asked_about_and_one_off_the_map_is_none() -> None:
    assert len(zones_at(43.8, 87.6).places) == 2
    assert not zones_at(43.8, 87.6).sure
    assert zones_at(91, 200).places == ()


@pytest.fixture
def world() -> World:
    return build()


async def test_cities_of_one_name_are_told_apart_by_their_countries(world: World) -> None:
    bina = world.bina
    await bina.write("/settings")
    await bina.press("Time zone")
    await bina.write("Barcelona")
    spain, venezuela = bina.newest.labels[:2]
    assert spain.startswith("Barcelona, Spain, ")
    assert venezuela.startswith("Barcelona, Venezuela, ")
    await bina.press(venezuela)
    assert world.store.people[BINA].zone == "America/Caracas"
