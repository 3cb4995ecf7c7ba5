"""Markup in names, words and labels is shown as it was written, and runs nothing."""

import pytest

from bot.playground import World
from bot.playground.cast import BotAccount, Cast, Resident

from .browser import Page
from .conftest import PARTIES
from .tiny_bot import TinyBot, keyboard

pytestmark = pytest.mark.web

EVIL = "<img src=x onerror=\"document.title='owned'\">"


@pytest.fixture
def world() -> World:
    """People whose names are markup."""
    people = (
        Resident(1001, EVIL, role="freelancer"),
        Resident(1002, "Carlos", role="client"),
        Resident(1005, "</h2><script>document.title='owned'</script>", role="stranger"),
    )
    return World(Cast(people, (BotAccount(7001, PARTIES, EVIL, "holdfast_bot"),)))


def test_markup_in_a_name_is_shown_as_text(page: Page) -> None:
    assert page.pane("freelancer").find("h2").text == EVIL
    assert page.all("img[src=x], main script") == []


def test_markup_in_words_labels_and_answers_is_shown_as_text(page: Page, bot: TinyBot) -> None:
    pane = page.pane("client")
    pane.says(EVIL)
    assert bot.hears("message")["text"] == EVIL
    bot.says(1002, f"From {EVIL}", reply_markup=keyboard([{"text": EVIL, "callback_data": "x"}]))
    pane.press(EVIL)
    bot.answers(bot.hears("callback_query"), EVIL)
    assert pane.toast() == EVIL
    assert pane.texts() == [EVIL, f"From {EVIL}"]
    assert page.all("img[src=x]") == []
    assert "owned" not in page.driver.title


def test_markup_in_a_pasted_note_is_shown_as_text(page: Page) -> None:
    world = page.pane("world")
    world.find("textarea[name=paste]").send_keys(EVIL + "\n")
    assert EVIL in world.find(".card").text
    assert page.all("img[src=x]") == []
