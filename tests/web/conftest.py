"""A browser for all tests of the page, a playground for each; no bots of ours."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from bot.playground import World, start

from .browser import DESKTOP, NoBrowserError, Page, chromium, open_page
from .tiny_bot import TinyBot

PARTIES = "7001:parties-playground"
DESK = "7002:desk-playground"


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """Headless Chromium; without one every test that wants it is skipped, with the reason."""
    try:
        with chromium(tmp_path_factory.mktemp("chromium")) as chrome:
            yield chrome
    except NoBrowserError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """An event loop in a thread, since selenium blocks."""
    running = asyncio.new_event_loop()
    thread = threading.Thread(target=running.run_forever)
    thread.start()
    yield running
    running.call_soon_threadsafe(running.stop)
    thread.join()
    running.close()


@pytest.fixture
def world() -> World:
    """Who is there; a test that wants other people overrides this."""
    return World()


@pytest.fixture
def injected() -> dict[str, object]:
    """What the wiring would hand to the server: nothing, unless a test overrides this."""
    return {}


@pytest.fixture
def server(
    loop: asyncio.AbstractEventLoop, world: World, injected: dict[str, object]
) -> Iterator[str]:
    """The address of a playground on a free port."""
    started = start(world, port=0, **injected)  # type: ignore[arg-type]
    running = asyncio.run_coroutine_threadsafe(started, loop).result()
    yield running.url
    asyncio.run_coroutine_threadsafe(running.close(), loop).result()


@pytest.fixture
def bot(server: str) -> TinyBot:
    """The parties' bot."""
    return TinyBot(server, PARTIES)


@pytest.fixture
def desk_bot(server: str) -> TinyBot:
    """The desk's bot."""
    return TinyBot(server, DESK)


@pytest.fixture
def visit(driver: WebDriver, server: str) -> Iterator[Callable[..., Page]]:
    """Open the page, in a window of a size if one is given; it must complain about nothing."""
    opened: list[Page] = []

    def visit_page(size: tuple[int, int] = DESKTOP) -> Page:
        opened.append(open_page(driver, server, size))
        return opened[-1]

    yield visit_page
    errors = opened[-1].errors() if opened else []
    driver.get("about:blank")  # ends the event stream before the server goes
    assert errors == []


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """The page in a desktop's window."""
    return visit()


@pytest.fixture
def a_file(tmp_path: Path) -> Path:
    """A small document."""
    path = tmp_path / "brief.txt"
    path.write_text("three concepts\n")
    return path
