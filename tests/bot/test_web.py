"""What `/health` and `/metrics` say."""

import socket
from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest

from bot.running.web import COURIER_LATE, DEAF, SWEEP_LATE, EarHealth, Pulse, serve

WELL = Pulse(
    database=True,
    disk=True,
    caught_up=True,
    bots={"parties": EarHealth(0.5), "desk": EarHealth(25.0)},
    since_sweep=0.5,
    since_update=None,
    waiting_updates=0,
    courier_lag={"parties": {"now": 0.0, "later": 0.0}},
)


class Patient:
    def __init__(self) -> None:
        self.pulse = WELL

    async def __call__(self) -> Pulse:
        return self.pulse


@pytest.fixture
async def patient() -> AsyncIterator[tuple[Patient, str]]:
    found = Patient()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    runner = await serve(listen, found, health=True, metrics=True)
    yield found, f"http://{listen}"
    await runner.cleanup()


@pytest.mark.parametrize(
    "ill",
    [
        replace(WELL, database=False),
        replace(WELL, caught_up=False),
        replace(WELL, since_sweep=None),
        replace(WELL, since_sweep=SWEEP_LATE + 1),
        replace(WELL, courier_lag={"desk": {"now": 0.0, "later": COURIER_LATE + 1}}),
        replace(WELL, disk=False),
        replace(WELL, desk_topics=False),
        replace(WELL, bots={"parties": EarHealth(0.5), "desk": EarHealth(DEAF + 1, "rival")}),
    ],
)
def test_anything_that_people_would_notice_makes_it_not_ready(ill: Pulse) -> None:
    assert WELL.ready
    assert not ill.ready


async def test_health_answers_503_while_it_is_not_ready(patient: tuple[Patient, str]) -> None:
    found, url = patient
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{url}/health") as answer:
            assert answer.status == 200
            assert (await answer.json())["ready"] is True
        found.pulse = replace(WELL, caught_up=False)
        async with session.get(f"{url}/health") as answer:
            assert answer.status == 503
            assert (await answer.json())["live"] is True


async def test_metrics_are_prometheus_text_without_what_never_happened(
    patient: tuple[Patient, str],
) -> None:
    _, url = patient
    async with aiohttp.ClientSession() as session, session.get(f"{url}/metrics") as answer:
        text = await answer.text()
    assert "# TYPE holdfast_ready gauge\nholdfast_ready 1\n" in text
    assert "since_update" not in text


async def test_a_taken_port_is_an_error_of_its_own(patient: tuple[Patient, str]) -> None:
    found, url = patient
    with pytest.raises(OSError, match="address"):
        await serve(url.removeprefix("http://"), found, health=True, metrics=True)
