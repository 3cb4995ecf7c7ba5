"""`make picture`: the README's screenshot, taken of the real page behind the real bots.

A dispute plays itself to its ruling; then the browser is asked for what it shows.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from selenium.webdriver.support.ui import Select

from tests.story.driver import Playground

from .browser import chromium, open_page

SIZE: Final = (1440, 900)
_SECONDS: Final = 180.0


def take(target: Path) -> None:
    """Write the picture; AssertionError when the play does not come to its end."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        house = stack.enter_context(Playground(folder / "play"))
        driver = stack.enter_context(chromium(folder / "chromium"))
        page = open_page(driver, house.url, SIZE)
        page.find("#play").click()
        for name, value in (("scenario", "dispute"), ("language", "en"), ("pace", "150")):
            Select(page.find(f".play-dialog select[name={name}]")).select_by_value(value)
        page.find(".play-dialog button[type=submit]").click()
        page.pane("client").reads("The arbiter has decided", seconds=_SECONDS)
        desk = page.pane("desk")
        page.click(lambda: desk.all(".topic[data-thread-id]")[-1:], "the dispute's topic")
        desk.reads("Ruled by")
        target.parent.mkdir(exist_ok=True)
        driver.save_screenshot(str(target))


if __name__ == "__main__":
    take(Path(sys.argv[1]))
