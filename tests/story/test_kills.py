"""A power cut at any moment loses nothing and repeats nothing that moves money."""

import random
from collections import Counter

import pytest

from tests.story.deals import BINA, CARLOS, TO_A_SPLIT, play_with_kills
from tests.story.driver import Playground
from tests.story.test_whole_deals import balances, the_books_hold

pytestmark = pytest.mark.story

ONCE = (
    "InviteCreated",
    "DealAgreed",
    "DepositReceived",
    "MilestoneFunded",
    "WorkSubmitted",
    "DisputeOpened",
    "DisputeTaken",
    "RulingMade",
    "MoneySettled",
    "DealCompleted",
)
KILLS = 4


@pytest.mark.parametrize("seed", [1, 2])
def test_power_cuts_in_the_middle_of_a_disputed_deal(house: Playground, seed: int) -> None:
    told = play_with_kills(house, TO_A_SPLIT, random.Random(seed), KILLS)
    house.awaits("TransferConfirmed", times=2)
    counted = Counter(house.events())
    assert {kind: counted[kind] for kind in ONCE} == dict.fromkeys(ONCE, 1), told
    assert counted["TransferConfirmed"] == 2
    for person in (BINA, CARLOS):
        house.person(person).sees("40.00 EUR", "80.00 EUR")
    the_books_hold(house)
    assert balances(house) == {}
