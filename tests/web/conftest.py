"""A browser for all tests of the page, a playground for each; no bots of ours."""

import asyncio
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.webdriver import WebDriver

from bot.playground import World, start

from .browser import DESKTOP, Page, open_page
from .tiny_bot import TinyBot

PARTIES = "7001:parties-playground"
DESK = "7002:desk-playground"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # containers have no user namespaces to make one from
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """Headless Chromium; without one every test that wants it is skipped, with the reason."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    chromedriver = shutil.which("chromedriver")
    if browser is None or chromedriver is None:
        pytest.skip("NO CHROMIUM: the page is not tested (Debian: chromium, chromium-driver)")
    options = ChromeOptions()
    options.binary_location = browser
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = Chrome(options=options, service=Service(chromedriver))
    yield chrome
    chrome.quit()


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
