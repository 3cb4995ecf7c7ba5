"""A new client's limit through the program as it runs: said as it is typed, raised, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story.deals import ARAM, CARLOS
from tests.story.driver import GROUP, Playground

pytestmark = pytest.mark.story


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Playground]:
    limits = {"HOLDFAST_OPERATOR__NEWCOMER_LIMITS": '{"EUR": "500", "USD": "500"}'}
    with Playground(tmp_path / "play", environment=limits) as playground:
        yield playground


def test_a_new_client_asks_the_desk_for_more_and_gets_it(house: Playground) -> None:
    carlos, aram = house.person(CARLOS), house.person(ARAM, GROUP)
    carlos.says("/new").presses("I'm the client").says("Shop").presses("Skip")
    carlos.says("Design").says("900 EUR")
    carlos.sees("we hold 500.00 EUR at most for you at once", "3 more completed deals")
    aram.says(f"/allow {CARLOS} 1000 EUR").sees("1,000.00 EUR at most held at once")
    aram.says("We know their shop.").sees("[Raise the limit]")
    aram.presses("Raise the limit").sees("the client is told")
    carlos.sees("Our team has looked at your limit", "we hold 1,000.00 EUR at most")
    house.kill()
    house.start()
    carlos.says("900 EUR").says("5").sees("criteri")
    aram.says(f"/person {CARLOS}").sees("Raised to 1,000.00 EUR by", "We know their shop.")
    aram.says(f"/allow {CARLOS} EUR").says("They asked for it.").presses("Take it back")
    carlos.sees("Our team took your raised limit back")
