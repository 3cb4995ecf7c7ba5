"""Real money above the threshold, by two people at each step, through the program as it runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story.crowd import SOL, TESS, VERA
from tests.story.deals import (
    ADDING_NOTHING,
    AGREEING,
    ANSWERING,
    ARAM,
    BINA,
    CALLING,
    CARLOS,
    DISPUTING,
    NOOR,
    REASONS,
    SAM,
    SUBMITTING,
    play,
    topic,
)
from tests.story.driver import GROUP, House, Phone, wait_for

pytestmark = pytest.mark.story
_CONFIG = f"""
[operator]
name = "Holdfast GmbH"
country = "Germany"
currencies = ["EUR"]
[telegram]
api_base = "%s"
[parties]
token = "7001:parties-playground"
[desk]
token = "7002:desk-playground"
chat_id = {GROUP}
arbiters = [{ARAM}, {NOOR}, {SAM}, {VERA}]
head_arbiters = [{ARAM}]
treasurers = [{TESS}, {SOL}]
[rules]
four_eyes_threshold = {{ EUR = "100" }}
[rails.manual]
enabled = true
acknowledge_custody = true
[rails.manual.accounts.EUR]
holder = "Holdfast GmbH"
iban = "DE89370400440532013000"
[reminders]
quiet_hours = "off"
[web]
listen = ""
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path, telegram="tests.story.crowd") as found:
        (tmp_path / "config.toml").write_text(_CONFIG % found.url)
        found.start()
        yield found
    for log in sorted(tmp_path.glob("*.log")):
        print(f"{log.name}:", *log.read_text().splitlines()[-30:], sep="\n")  # noqa: T201


def at_desk(house: House, person: int) -> Phone:
    """Somebody's phone in the topic of the dispute."""
    found = wait_for("the dispute's topic", lambda: topic(house))
    return house.person(person, GROUP).at(found.thread)


def test_a_ruling_is_approved_by_a_second_arbiter_then_reviewed_and_changed_by_two_others(
    house: House,
) -> None:
    play(house, AGREEING)
    _paid_by_two(house)
    play(house, (*SUBMITTING, *DISPUTING, *ANSWERING, *CALLING, *ADDING_NOTHING))
    aram = at_desk(house, ARAM)
    aram.presses("Take")
    house.awaits("DisputeTaken")
    aram.presses("Rule…").sees("[Split…]").presses("Split…").sees("for the freelancer?").says("40")
    aram.sees("Which criterion decides it?").presses("1. more than one").sees("reasons")
    aram.says(REASONS).sees("[Confirm the ruling").presses("Confirm the ruling")
    aram.sees("Waits for another arbiter.")
    assert "RulingMade" not in house.events()
    house.kill()
    house.start()
    noor = at_desk(house, NOOR)
    noor.presses("Approve: 120.00 EUR").sees("Do you approve exactly this ruling of Aram Vos?")
    noor.presses("Yes, approve 120.00 EUR").sees("Noor Lind approved")
    house.awaits("RulingMade")
    bina = house.person(BINA).sees("[Ask for a review]").presses("Ask for a review")
    bina.presses("Wrong amounts").says("Forty is not what the reasons say.").sees("1 text")
    bina.presses("Done").presses("Yes, ask for review")
    house.awaits("ReviewAsked")
    noor.sees("asks for a review")
    noor.presses("Take", whole=True, answered="You have decided this case already")
    sam = at_desk(house, SAM).presses("Take", whole=True)
    house.awaits("DisputeTaken", times=2)
    carlos = house.person(CARLOS).presses("My side").sees("Tell your side")
    carlos.says("The reasons say a third.").sees("1 text").presses("Done")
    carlos.presses("All: 120.00 EUR").presses("Yes, send my side")
    house.awaits("StatementMade", times=2)
    sam.sees("[Rule…]").presses("Rule…").sees("[Uphold the ruling]").presses("Release")
    sam.sees("Which criterion decides it?").presses("None of them")
    sam.says(REASONS).sees("[Confirm the ruling").presses("Confirm the ruling")
    sam.sees("Waits for another arbiter.")
    vera = at_desk(house, VERA).presses("Approve: 120.00 EUR")
    vera.presses("Yes, approve 120.00 EUR").sees("Vera Falk approved")
    house.awaits("MoneySettled")
    verified = house.holdfast("ledger", "verify")
    assert verified.stdout.strip() == "The books hold.", verified.stdout + verified.stderr
    balances = house.holdfast("ledger", "balances").stdout
    assert f"payable:{BINA}" in balances
    assert "hold:" not in balances


def _paid_by_two(house: House) -> None:
    """The client's transfer, seen by one treasurer and approved by the other."""
    carlos, tess, sol = house.person(CARLOS), house.person(TESS, GROUP), house.person(SOL, GROUP)
    carlos.presses("Pay 120.00 EUR").sees("DE89", "Reference").presses("I've paid")
    carlos.presses("Carlos Vega").presses("Today").presses("Skip").presses("Yes, I've paid")
    tess.presses("Confirm deposit").presses("Confirm deposit: 120.00 EUR")
    tess.sees("Waits for another treasurer.")
    assert "MilestoneFunded" not in house.events()
    sol.presses("Approve: 120.00 EUR").presses("Yes, approve 120.00 EUR")
    house.awaits("MilestoneFunded")
    house.person(BINA).sees("You can start now")
