"""The world outside: links, codes and QR pictures, and who follows them."""

from collections.abc import Callable
from pathlib import Path

import pytest
import segno

from .browser import Page
from .tiny_bot import TinyBot, keyboard

pytestmark = pytest.mark.web

BINA, CARLOS, SAM = 1001, 1002, 1005
LINK = "https://t.me/holdfast_bot?start=i_7dK2mZqP0aXr4bV8sWnE1g"


@pytest.mark.parametrize(
    ("role", "person", "pane"),
    [("client", CARLOS, "client"), ("freelancer", BINA, "freelancer"), ("stranger", SAM, "world")],
)
def test_a_pasted_link_opens_the_chat_of_whoever_follows_it(
    page: Page, bot: TinyBot, role: str, person: int, pane: str
) -> None:
    page.pane("world").find("textarea[name=paste]").send_keys(f"Hi! {LINK}\n")
    page.pane("world").find(f".card [data-follow={role}]").click()
    heard = bot.hears("message")
    assert heard["text"] == "/start i_7dK2mZqP0aXr4bV8sWnE1g"
    assert heard["from"]["id"] == person
    bot.says(person, "You are invited.")
    page.pane(pane).reads("You are invited.")


@pytest.mark.parametrize(("sender", "meant"), [("freelancer", "client"), ("client", "freelancer")])
def test_of_those_who_may_follow_a_link_the_other_side_is_the_one_primary_and_first(
    page: Page, bot: TinyBot, sender: str, meant: str
) -> None:
    page.pane(sender).says("/start")
    bot.hears("message")
    bot.says({"freelancer": BINA, "client": CARLOS}[sender], f"Send this: {LINK}")
    page.pane(sender).menu("Send this")
    page.choose("Take outside")
    world = page.pane("world")
    world.find(".card [data-follow]")
    assert [one.get_attribute("data-follow") for one in world.all(".card .solid")] == [meant]
    assert world.all(".card [data-follow]")[0].get_attribute("data-follow") == meant


def test_a_link_in_a_message_is_followed_by_its_reader(page: Page, bot: TinyBot) -> None:
    page.pane("client").says("/start")
    bot.hears("message")
    bot.says(CARLOS, f"Your invite: {LINK}")
    page.pane("client").reads("Your invite").find_element("css selector", "a").click()
    heard = bot.hears("message")
    assert (heard["text"].split()[0], heard["from"]["id"]) == ("/start", CARLOS)


@pytest.mark.parametrize(
    ("text", "error", "scale"),
    [
        (LINK, "m", 8),
        (LINK, "h", 3),
        (LINK + "A" * 40, "q", 5),
        ("7K3F-9QZM-2B4C", "l", 4),
        ("https://t.me/holdfast_bot?start=" + "Zz9_" * 16, "h", 4),
    ],
)
def test_a_qr_picture_is_read(
    page: Page, tmp_path: Path, text: str, error: str, scale: int
) -> None:
    picture = tmp_path / "invite.png"
    segno.make(text, error=error, micro=False, boost_error=False).save(str(picture), scale=scale)
    page.pane("world").find("input[name=qr]").send_keys(str(picture))
    assert page.pane("world").find(".card .text").text == text


def test_a_share_button_leaves_its_words_outside(page: Page, bot: TinyBot) -> None:
    page.pane("freelancer").says("/start")
    bot.hears("message")
    share = {"text": "WhatsApp", "url": "https://wa.me/?text=Deal%20" + LINK.replace("?", "%3F")}
    bot.says(BINA, "Your invite", reply_markup=keyboard([share]))
    page.pane("freelancer").press("WhatsApp")
    card = page.pane("world").find(".card")
    assert "Bina" in card.text
    assert LINK in card.text


def test_a_message_taken_outside_can_be_followed_by_the_other_side(
    page: Page, bot: TinyBot
) -> None:
    page.pane("freelancer").says("/start")
    bot.hears("message")
    bot.says(BINA, f"Send this: {LINK}")
    page.pane("freelancer").menu("Send this")
    page.choose("Take outside")
    page.pane("world").find(".card [data-follow=client]").click()
    assert bot.hears("message")["from"]["id"] == CARLOS


def test_a_code_without_a_link_is_typed_by_whoever_has_it(page: Page) -> None:
    words = "The code is 7K3F-9QZM-2B4C."
    page.pane("world").find("textarea[name=paste]").send_keys(words + "\n")
    page.pane("world").find(".card [data-type=client]").click()
    typed = page.pane("client").find("textarea[name=text]")
    assert typed.get_attribute("value") == "7K3F-9QZM-2B4C"


def test_notes_and_pictures_are_there_again_when_the_page_is_opened_anew(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    picture = tmp_path / "invite.png"
    segno.make(LINK, micro=False).save(str(picture), scale=4)
    world = visit().pane("world")
    world.find("textarea[name=paste]").send_keys("thrown away\n")
    world.find("[aria-label='Throw away']").click()
    world.page.until(lambda: not world.all(".card"), "an empty board")
    world.find("textarea[name=paste]").send_keys(f"Hi! {LINK}\n")
    world.find(".card")
    world.find("input[name=qr]").send_keys(str(picture))
    world.find(".card-picture")
    world.page.until(lambda: len(world.all(".card")) == 2, "both notes")
    page = visit()
    world = page.pane("world")
    assert [card.text.count("Hi!") for card in world.all(".card")] == [0, 1]
    shown = world.find(".card-picture")
    seen = "return arguments[0].complete && arguments[0].naturalWidth > 0"
    page.until(lambda: page.driver.execute_script(seen, shown), "the picture itself")


def test_a_drawing_goes_as_a_file_and_a_picture_as_a_photo(
    page: Page, bot: TinyBot, tmp_path: Path
) -> None:
    drawing, picture = tmp_path / "logo.svg", tmp_path / "logo.png"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    segno.make("x", micro=False).save(str(picture), scale=4)
    for file, kind in ((drawing, "document"), (picture, "photo")):
        page.pane("client").attaches(file)
        page.pane("client").sends()
        assert kind in bot.hears("message")
