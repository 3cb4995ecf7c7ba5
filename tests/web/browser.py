"""The page as a person uses it: open it, look at a pane, press a button by its words.

Selectors are those promised at the top of ``bot/playground/page/app.js``. Everything that looks
waits for what it looks for, up to ``PATIENCE`` seconds.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE = 30.0
DESKTOP = (1400, 900)
PHONE = (390, 844)

Found = TypeVar("Found")
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


class NoBrowserError(RuntimeError):
    """This machine has no Chromium, or not its driver."""


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    """Headless, with a fresh profile in a folder. Raises NoBrowserError."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    chromedriver = shutil.which("chromedriver")
    if browser is None or chromedriver is None:
        msg = "NO CHROMIUM: the page is not tested (Debian: chromium, chromium-driver)"
        raise NoBrowserError(msg)
    options = ChromeOptions()
    options.binary_location = browser
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = Chrome(options=options, service=Service(chromedriver))
    try:
        yield chrome
    finally:
        chrome.quit()


def open_page(driver: WebDriver, url: str, size: tuple[int, int] = DESKTOP) -> "Page":
    """Open the playground at ``url`` in a window of ``size`` CSS pixels."""
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == PHONE}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    driver.get(url)
    page = Page(driver)
    page.until(lambda: driver.find_elements(By.CSS_SELECTOR, "body[data-ready]"), "the page")
    return page


class Page:
    """The whole page."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver
        self.since: dict[str, int] = {}

    def forget(self) -> None:
        """Look at nothing that is there already, but at what comes."""
        for name in ("freelancer", "client", "desk"):
            # At one instant: what came before may be edited meanwhile.
            numbers: list[int] = self.driver.execute_script(
                "return Array.from(document.querySelectorAll(arguments[0]),"
                " one => Number(one.dataset.messageId))",
                f"[data-pane={name}] [data-message-id]",
            )
            self.since[name] = max(numbers, default=0)

    def until(self, look: Callable[[], Found], what: str, seconds: float = PATIENCE) -> Found:
        """What ``look`` gives once that is true; AssertionError naming ``what`` if it never is."""
        waiting = WebDriverWait(
            self.driver,
            seconds,
            poll_frequency=0.05,
            ignored_exceptions=(StaleElementReferenceException,),
        )
        try:
            return waiting.until(lambda _driver: look())
        except TimeoutException:
            message = f"{what} did not appear within {seconds:g} s"
            raise AssertionError(message) from None

    def find(self, css: str) -> WebElement:
        """The first element that matches."""
        return self.until(lambda: self.driver.find_elements(By.CSS_SELECTOR, css), css)[0]

    def all(self, css: str) -> list[WebElement]:
        """What matches now, perhaps nothing."""
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def pane(self, name: str) -> "Pane":
        """freelancer, client, desk or world."""
        return Pane(self, name)

    def choose(self, words: str) -> None:
        """Press the entry of the open menu that begins with these words."""
        self.click(
            lambda: [
                item for item in self.all(".menu [role=menuitem]") if item.text.startswith(words)
            ],
            f"the menu's {words}",
        )

    def click(self, look: Callable[[], list[WebElement]], what: str) -> None:
        """Click the last of what is found; looks again if the page drew it anew meanwhile."""

        def clicked() -> bool:
            found = look()
            if found:
                found[-1].click()
            return bool(found)

        self.until(clicked, what)

    def answers(self, words: str) -> None:
        """Wait for the note or the window that answers a press with these words; close a window."""
        found = self.until(
            lambda: [one for one in self.all("dialog.alert[open], .toast") if words in one.text],
            f"the answer “{words}”",
        )
        for button in found[0].find_elements(By.CSS_SELECTOR, "button"):
            button.click()

    def overflow(self) -> int:
        """By how many CSS pixels the page is wider than its window."""
        wide = "return document.documentElement.scrollWidth - window.innerWidth"
        return int(self.driver.execute_script(wide))

    def errors(self) -> list[str]:
        """What the browser's console complained about."""
        log: list[dict[str, Any]] = self.driver.execute("getLog", {"type": "browser"})["value"]
        return [entry["message"] for entry in log if entry["level"] == "SEVERE"]


class Pane:
    """One of the four panes."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name

    def all(self, css: str) -> list[WebElement]:
        """What matches in this pane now."""
        return self.page.all(f"[data-pane={self.name}] {css}")

    def find(self, css: str) -> WebElement:
        """The first element of this pane that matches."""
        return self.page.find(f"[data-pane={self.name}] {css}")

    def show(self) -> "Pane":
        """On a phone, turn to this pane's tab."""
        self.page.find(f"#tabs [data-tab={self.name}]").click()
        return self

    def texts(self) -> list[str]:
        """The words of each message that is shown, oldest first."""
        # In a tuple, since no messages are an answer too; drawn anew meanwhile, looked at anew.
        (found,) = self.page.until(
            lambda: ([one.text for one in self.all(".message .text")],), f"what {self.name} reads"
        )
        return found

    def reads(self, words: str, seconds: float = PATIENCE) -> WebElement:
        """The newest message with these words in it."""

        def found() -> list[WebElement]:
            return [one for one in self.all("article.message") if words in one.text and new(one)]

        def new(one: WebElement) -> bool:
            return int(one.get_attribute("data-message-id") or 0) > self.page.since.get(
                self.name, 0
            )

        return self.page.until(found, f"“{words}” in {self.name}", seconds)[-1]

    def message(self, message_id: int) -> WebElement:
        """A message by its id."""
        return self.find(f'[data-message-id="{message_id}"]')

    def loses(self, words: str) -> None:
        """Wait until no message has these words."""
        self.page.until(
            lambda: all(words not in text for text in self.texts()),
            f"{self.name} without “{words}”",
        )

    def press(self, words: str) -> None:
        """Press the newest button of that name, in a message or on the reply keyboard."""
        self.page.click(
            lambda: [key for key in self.all(".key") if key.text.strip() == words],
            f"the button {words} in {self.name}",
        )

    def clicks(self, css: str) -> None:
        """Click what matches, once it is there."""
        self.page.click(lambda: self.all(css), f"{css} in {self.name}")

    def presses(self, words: str, button: str) -> None:
        """Press a button of the newest message that has it and these words."""
        look = """
            const [pane, words, label, since] = arguments;
            return [...document.querySelectorAll(`[data-pane=${pane}] article.message`)]
                .filter((message) => Number(message.dataset.messageId) > since)
                .filter((message) => message.innerText.includes(words))
                .flatMap((message) => [...message.querySelectorAll(".key")])
                .filter((key) => key.innerText.trim() === label);
        """
        self.page.click(
            lambda: self.page.driver.execute_script(
                look, self.name, words, button, self.page.since.get(self.name, 0)
            ),
            f"“{words}” with the button {button} in {self.name}",
        )

    def says(self, words: str) -> None:
        """Write and send."""
        self.find("textarea[name=text]").send_keys(words)
        self.find("button.send").click()

    def attaches(self, *paths: Path) -> None:
        """Attach files; the next ``says`` or ``sends`` sends them."""
        picker = self.find("input[name=file]")
        picker.send_keys("\n".join(str(path) for path in paths))
        self.page.until(lambda: len(self.all(".chip")) >= len(paths), "the attached files")

    def sends(self) -> None:
        """Send what is in the composer."""
        self.find("button.send").click()

    def menu(self, words: str) -> None:
        """Open the menu of the newest message with these words."""
        self.page.click(
            lambda: self.reads(words).find_elements(By.CSS_SELECTOR, ".actions"), "the actions"
        )

    def toast(self) -> str:
        """The words of the newest note over the pane, once it has faded in."""
        return self.page.until(
            lambda: next((one.text for one in reversed(self.all(".toast"))), ""), "a note"
        )

    def opens_topic(self, thread_id: int) -> None:
        """At the desk, turn to a topic."""
        self.clicks(f'.topic[data-thread-id="{thread_id}"]')

    def acts_as(self, person: int) -> None:
        """At the desk, choose who acts."""
        self.page.driver.execute_script(
            "arguments[0].click()", self.find(f'input[name=actor][value="{person}"]')
        )
