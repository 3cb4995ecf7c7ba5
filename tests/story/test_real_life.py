"""`holdfast init`, `doctor` and `run` against a Telegram that is another process."""

import json
import re
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.story.deals import (
    AGREEING,
    APPROVING,
    ARAM,
    BINA,
    CARLOS,
    NOOR,
    SAM,
    SUBMITTING,
    play,
)
from tests.story.driver import DESK, GROUP, PARTIES, House, Program, wait_for
from tests.story.keyboard import Keyboard

pytestmark = pytest.mark.story

TOKENS = ("--parties-token", "7001:parties-playground", "--desk-token", "7002:desk-playground")
HOUSE = ("--name", "Holdfast GmbH", "--country", "Germany", "--website", "")
MONEY = (
    *("--currencies", "EUR,USD", "--acknowledge-custody"),
    *("--account", "EUR;Holdfast GmbH;DE89370400440532013000"),
    *("--account", "USD;Holdfast GmbH;021000021"),
)


def set_up(house: House, *money: str) -> None:
    """`holdfast init`, with two colleagues who tap their links."""
    path = house.folder / "config.toml"
    init = Program(house.folder / "init.log")
    words = ("bot", "init", "--config", str(path), "--api-base", house.url, "--people", "2")
    links = init.begin(
        (*words, *TOKENS, *HOUSE, *money),
        r"rule in disputes +(\S+).*confirm bank transfers +(\S+)",
    )
    house.person(SAM, DESK).opens("https://t.me/holdfast_desk_bot?start=arbiter-guessed")
    house.person(ARAM, DESK).opens(links[1]).opens(links[2])
    house.person(NOOR, DESK).opens(links[1])
    house.person(ARAM, GROUP).says("Here we are")
    assert init.process is not None
    assert init.process.wait(timeout=60) == 0, init.log.read_text()


def listens(house: House) -> int:
    """Have it serve its health on a port of its own: the usual one may be somebody else's."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    with (house.folder / "config.toml").open("a") as config:
        config.write(f'\n[web]\nlisten = "127.0.0.1:{port}"\n')
    return port


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path) as found:
        yield found
    for log in sorted(tmp_path.glob("*.log")):
        print(f"{log.name}:", *log.read_text().splitlines()[-30:], sep="\n")  # noqa: T201


def test_a_bank_transfer_from_init_to_the_payout(house: House) -> None:
    set_up(house, *MONEY)
    doctor = house.holdfast("doctor", "--json")
    assert doctor.returncode == 0, doctor.stdout + doctor.stderr
    listens(house)
    house.start()
    play(house, AGREEING)
    house.person(BINA).presses("Where to be paid").sees("Where do you want to be paid in EUR?")
    house.person(BINA).says("NL91 ABNA 0417 1643 00").sees("In whose name is the account")
    house.person(BINA).says("Bina Rahimi").sees("Payouts in EUR go to")
    carlos, desk = house.person(CARLOS), house.person(ARAM, GROUP)
    carlos.presses("Pay 120.00 EUR").sees("DE89", "Reference").presses("I've paid")
    carlos.presses("Carlos Vega").presses("Today").presses("Skip").presses("Yes, I've paid")
    desk.presses("Confirm deposit").presses("Confirm deposit: 120.00 EUR")
    house.awaits("MilestoneFunded")
    # A power cut, and people who do not wait for us.
    house.kill()
    house.ask("send", {"person": BINA, "chat": PARTIES, "text": "/deals"})
    house.start()
    house.person(BINA).sees("Your deals")
    play(house, (*SUBMITTING, APPROVING[0]))
    carlos.presses("Yes, release 120.00 EUR")
    desk.presses("Confirm payout").presses("Confirm payout: 120.00 EUR")
    house.awaits("TransferSent")
    house.person(BINA).sees("To you: 120.00 EUR, sent", "[It arrived]").presses("It arrived")
    house.person(BINA).presses("Yes, it is there")
    house.awaits("TransferConfirmed")
    verified = house.holdfast("ledger", "verify")
    assert verified.stdout.strip() == "The books hold.", verified.stdout + verified.stderr
    assert json.loads(house.holdfast("ledger", "balances", "--json").stdout) == []


def test_an_answer_that_cannot_be_read_is_asked_again(house: House) -> None:
    house.person(ARAM, GROUP).says("Here we are")
    with Keyboard(("init", "--api-base", house.url, *TOKENS), house.folder) as init:
        init.asks("Press Enter").asks("the bot is administrator").types("")
        init.asks("Still missing: somebody who rules")
        link = re.search(r"rule in disputes +(\S+)", init.said)
        assert link is not None
        house.person(ARAM, DESK).opens(link[1])
        init.asks("(1003): rule in disputes").types("")
        init.asks("Its name").types("Holdfast GmbH").asks("country").types("Germany")
        init.asks("website").types("example.com").asks("try again").types("https://example.com")
        init.asks("Currencies").types("euro").asks("try again").types("EUR")
        init.asks("rehearsal").types("no").asks("licence").types("yes")
        init.asks("Holder").types("Holdfast GmbH")
        init.asks("IBAN").types("DE00370400440532013000").asks("try again")
        init.types("DE89370400440532013000")
        assert init.ends() == 0, init.said
    text = (house.folder / "config.toml").read_text()
    assert 'website = "https://example.com"' in text
    assert 'iban = "DE89370400440532013000"' in text


@pytest.mark.parametrize(("options", "where"), [((), "Token of"), (TOKENS, "Press Enter")])
def test_init_ends_at_once_where_it_is_interrupted(
    house: House, options: tuple[str, ...], where: str
) -> None:
    with Keyboard(("init", "--api-base", house.url, *options), house.folder) as init:
        assert init.asks(where).interrupts() == 2
        assert "nothing was written" in init.said
        assert "Traceback" not in init.said
    assert not (house.folder / "config.toml").exists()


def test_health_a_pause_and_a_polite_stop(house: House) -> None:
    set_up(house, "--currencies", "EUR", "--play-money")
    port = listens(house)
    house.start()

    def health() -> tuple[int, Any]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    wait_for("readiness", lambda: health()[0] == 200 or None)
    house.person(SAM).says("/start").sees("[New deal]")
    assert house.holdfast("pause", "we move house").returncode == 0
    wait_for(
        "the pause",
        lambda: "we move house" in house.person(SAM).says("/start").screen or None,
    )
    assert house.holdfast("resume").returncode == 0
    wait_for(
        "the end of the pause",
        lambda: "[New deal]" in (house.person(SAM).says("/start").screen[-300:]) or None,
    )
    code, seconds = house.program.stop()
    assert code == 0
    assert seconds < 10


def test_a_wrong_token_is_one_line(house: House) -> None:
    (house.folder / "config.toml").write_text(
        f'[telegram]\napi_base = "{house.url}"\n'
        '[parties]\ntoken = "7001:wrong"\n'
        '[desk]\ntoken = "7002:desk-playground"\nchat_id = -1001000000001\narbiters = [1003]\n'
        '[web]\nlisten = ""\n'
    )
    done = house.holdfast("run")
    assert done.returncode == 2
    assert "parties.token: Telegram does not know it" in done.stderr
    assert "Traceback" not in done.stderr
    assert house.holdfast("doctor").returncode == 1
