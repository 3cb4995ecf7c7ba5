"""The real bots behind the real page: a deal by hand, a dispute by hand, and both by themselves.

One playground for all of them, so each test makes a deal of its own and looks at the newest.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import Select

from bot.playground.scenarios import SCENARIOS
from tests.story.driver import Playground

from .browser import PHONE, Page, Pane, open_page

pytestmark = [pytest.mark.web, pytest.mark.story]

Visit = Callable[..., Page]
ARAM, SAM = 1003, 1005
REASONS = (
    "The terms ask for three concepts. Two came, and the third is a variant of the second. "
    "The files are there and usable, so most of the price is paid."
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    """`holdfast playground`, awake."""
    with Playground(tmp_path_factory.mktemp("whole") / "play") as playground:
        yield playground


@pytest.fixture
def visit(driver: WebDriver, house: Playground) -> Iterator[Visit]:
    """Open its page; the browser must complain about nothing."""
    opened: list[Page] = []

    def visit_page(*size: tuple[int, int]) -> Page:
        opened.append(open_page(driver, house.url, *size))
        opened[-1].forget()
        return opened[-1]

    yield visit_page
    errors = opened[-1].errors() if opened else []
    driver.get("about:blank")
    assert errors == []


def goes_on(pane: Pane, *steps: tuple[str, str]) -> None:
    """Read the newest words, then press a button of the message that has them."""
    for words, button in steps:
        pane.presses(words, button)


def agree(page: Page, title: str, terms: str) -> tuple[Pane, Pane]:
    """A deal from /start to the first payment that is held; the freelancer's pane and the client's.

    The invite goes through the world outside.
    """
    bina, carlos = page.pane("freelancer"), page.pane("client")
    bina.says("/new")
    goes_on(bina, ("Which side are you", "I'm the freelancer"))
    bina.reads("What is it about")
    bina.says(title)
    bina.reads("Describe the work")
    bina.says(f"{title}, for a coffee house.")
    bina.reads("How much?")
    bina.says(terms)
    goes_on(
        bina,
        (title, "Create invite"),
        (f"The invite to “{title}” is ready", "WhatsApp"),
    )
    page.click(
        lambda: [
            card.find_element("css selector", "[data-follow=client]")
            for card in page.pane("world").all(".card")
            if title in card.text
        ],
        "the invite outside",
    )
    goes_on(carlos, (title, "Accept"))
    goes_on(bina, (f"Somebody accepts your invite to “{title}”", "Yes, it's them"))
    goes_on(
        carlos,
        (f"Your turn: pay 150.00 EUR for “{title}”", "Pay 150.00 EUR"),
        (f"Pay 150.00 EUR for “{title}”?", "Yes, pay 150.00 EUR"),
    )
    bina.reads(f"150.00 EUR is held for “{title}”")
    return bina, carlos


def hand_in(pane: Pane, file: Path) -> None:
    """A file, and all of it as agreed."""
    goes_on(pane, ("Your turn: submit", "Submit work"))
    pane.reads("Send the work")
    pane.attaches(file)
    pane.sends()
    goes_on(pane, ("Saved: 1 file", "Done"))
    goes_on(pane, ("this is what you submit", "Yes, submit"))


def test_a_deal_is_made_paid_handed_in_and_approved_by_hand(visit: Visit, a_file: Path) -> None:
    page = visit()
    bina, carlos = agree(page, "Poster", "Poster; 150 EUR; 5; one picture")
    hand_in(bina, a_file)
    goes_on(
        carlos,
        ("Your turn: look at “Poster”", "Approve and release"),
        ("Release 150.00 EUR to Bina Rahimi", "Yes, release 150.00 EUR"),
    )
    carlos.reads("This deal is done")
    bina.reads("deal is done")
    bina.reads("150.00 EUR")  # it was paid out, in the same message or in the next one
    page.find("#happened-button").click()
    assert "hold:" in page.find("#happened").text


def test_a_dispute_is_split_by_the_arbiter_who_took_it(visit: Visit, a_file: Path) -> None:
    page = visit()
    bina, carlos = agree(page, "Flyer", "Flyer; 150 EUR; 5; three concepts")
    hand_in(bina, a_file)
    goes_on(carlos, ("Your turn: look at “Flyer”", "More…"), ("Release some money", "Open dispute"))
    carlos.reads("Why should an arbiter decide")
    carlos.says("One of the three concepts is missing.")
    goes_on(
        carlos,
        ("Saved: no files, 1 text", "Done"),
        ("should come to you", "All: 150.00 EUR"),
        ("You open a dispute about “Flyer”", "Yes, open dispute"),
    )
    desk = page.pane("desk")
    page.click(lambda: [t for t in desk.all(".topic") if "Flyer" in t.text], "the topic")
    desk.reads("No arbiter is called yet.")
    goes_on(bina, ("Your turn: say what you ask for", "My side"))
    bina.reads("Tell your side about “Flyer”")
    bina.says("The third is in the second file.")
    goes_on(
        bina,
        ("Saved: no files, 1 text", "Done"),
        ("should come to you", "All: 150.00 EUR"),
        ("Your side about “Flyer”", "Yes, send my side"),
    )
    goes_on(carlos, ("can agree between you", "Call the arbiter"), ("otherwise on", "Yes, call"))
    goes_on(bina, ("called the arbiter", "Call the arbiter"), ("is called now", "Yes, call"))
    desk.acts_as(SAM)
    goes_on(desk, ("Waits for an arbiter until", "Take"))
    page.answers("This is for arbiters")
    desk.acts_as(ARAM)
    goes_on(desk, ("Waits for an arbiter until", "Take"))
    desk.reads("It can be ruled once both have answered and have nothing to add")
    for side in (bina, carlos):
        goes_on(side, ("You can add evidence", "Nothing to add"))
        goes_on(side, ("the arbiter can decide", "Yes, nothing to add"))
    goes_on(desk, ("Aram Vos has it", "Rule…"), ("What becomes of the 150.00 EUR", "Split…"))
    desk.reads("How much of it is for the freelancer")
    desk.says("60 %")
    goes_on(desk, ("Client Carlos Vega: 60.00 EUR", "1. three concepts"))
    desk.reads("Write your reasons here")
    desk.says(REASONS)
    goes_on(desk, (REASONS, "Confirm the ruling"))
    desk.reads("Ruled by Aram Vos: split")
    bina.reads("The arbiter has decided about “Flyer”")
    carlos.reads("Back to the client: 60.00 EUR")


ENDS = {
    "deal": ("معامله انجام شد", "انجام شد"),
    "changes": ("یک معامله با دو نسخه از شرایط", "انجام شد"),
    "ended": ("همان لحظه", "هر دو توافق کردید"),
    "dispute": ("هیچ‌کدام نمی‌خواهد", "انجام شد"),
    "settled": ("اختلاف تمام است", "این معامله تمام شد"),
}
"""What the play says last, and what the client then reads."""


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_play_it_for_me_walks_to_the_end_in_persian_on_a_phone(visit: Visit, scenario: str) -> None:
    page = visit(PHONE)
    page.find("#play").click()
    for name, value in (("scenario", scenario), ("language", "fa"), ("pace", "150")):
        Select(page.find(f".play-dialog select[name={name}]")).select_by_value(value)
    page.find(".play-dialog button[type=submit]").click()
    end, read = ENDS[scenario]
    # Its last words stand there before its last step is done; once over, it can be begun anew.
    page.until(
        lambda: (
            (end in page.find(".narration-say").text and page.find("#play").is_enabled())
            or page.all(".narration.failed")
        ),
        "the play's end",
        seconds=180,
    )
    assert page.all(".narration.failed") == [], page.find(".narration-say").text
    last = SCENARIOS[scenario].steps[-1].who
    assert page.find("body").get_attribute("data-tab") == last, "the tab follows who acts"
    client = page.pane("client").show()
    client.reads(read)
    if scenario == "dispute":
        page.pane("desk").show()
        assert "لوگوی یک کافه" in page.pane("desk").find(".topic[aria-current=true]").text
    assert page.overflow() <= 0


def test_a_play_that_ends_with_the_program_says_so_and_the_page_goes_on(
    visit: Visit, house: Playground
) -> None:
    page = visit()
    page.find("#play").click()
    Select(page.find(".play-dialog select[name=pace]")).select_by_value("2600")
    page.find(".play-dialog button[type=submit]").click()
    page.until(lambda: "step" in page.find(".narration").text, "the play")
    house.kill()
    page.until(lambda: page.find("#offline").is_displayed(), "the note that nobody answers")
    house.start(int(house.url.rpartition(":")[2]))
    page.until(lambda: page.all(".narration.failed"), "the play's end", seconds=60)
    assert "started anew" in (page.find(".narration-say").get_attribute("textContent") or "")
    page.until(lambda: not page.find("#offline").is_displayed(), "the answer", seconds=60)
    page.pane("freelancer").says("/start")
    page.pane("freelancer").reads("What would you like to do?")
    page.errors()  # what the browser says of a program that was away
