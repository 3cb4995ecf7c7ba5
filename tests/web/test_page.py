"""What people see and do on the playground's page, in a real browser."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from .browser import PHONE, Page
from .tiny_bot import TinyBot, keyboard

pytestmark = pytest.mark.web

BINA, CARLOS = 1001, 1002
PERSIAN = "بینا کار را تحویل داد. شناسه: 7K3F9QZM"


def started(page: Page, bot: TinyBot, *panes: str) -> None:
    for name in panes:
        page.pane(name).clicks(".start")
        bot.hears("message")


def test_a_message_appears_in_the_pane_of_its_reader_and_nowhere_else(
    page: Page, bot: TinyBot
) -> None:
    started(page, bot, "client", "freelancer")
    bot.says(CARLOS, "Bina invites you.")
    page.pane("client").reads("Bina invites you.")
    assert page.pane("freelancer").texts() == ["/start"]


def test_what_is_typed_reaches_the_bot(page: Page, bot: TinyBot) -> None:
    page.pane("freelancer").says("I am here")
    heard = bot.hears("message")
    assert (heard["from"]["id"], heard["text"]) == (BINA, "I am here")
    assert page.pane("freelancer").find("textarea[name=text]").get_attribute("value") == ""


def test_the_answer_to_a_press_is_shown_as_a_note(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    bot.says(CARLOS, "Look at it.", reply_markup=keyboard(["Approve", "Change"], ["More"]))
    page.pane("client").press("Change")
    press = bot.hears("callback_query")
    assert (press["data"], press["from"]["id"]) == ("Change", CARLOS)
    bot.answers(press, "One point a message, please.")
    assert page.pane("client").toast() == "One point a message, please."


def test_an_alert_waits_for_ok(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    bot.says(CARLOS, "Look at it.", reply_markup=keyboard(["Approve"]))
    page.pane("client").press("Approve")
    bot.answers(bot.hears("callback_query"), "That button is old.", alert=True)
    assert "That button is old." in page.find("dialog.alert").text
    page.find("dialog.alert button").click()
    page.until(lambda: not page.all("dialog.alert"), "the alert's end")


def test_an_edited_card_replaces_the_old_one_and_its_buttons(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    number = bot.says(CARLOS, "Waiting for money.", reply_markup=keyboard(["Pay 300.00 EUR"]))
    page.pane("client").reads("Waiting for money.")
    bot("editMessageText", chat_id=CARLOS, message_id=number, text="Held.")
    page.pane("client").reads("Held.")
    page.pane("client").loses("Waiting for money.")
    assert page.pane("client").all(".key") == []
    assert "edited" in page.pane("client").message(number).text


def test_a_deleted_message_vanishes(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    number = bot.says(CARLOS, "A secret.")
    page.pane("client").reads("A secret.")
    bot("deleteMessage", chat_id=CARLOS, message_id=number)
    page.pane("client").loses("A secret.")


def test_people_delete_what_was_written_in_their_chat(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    bot.says(CARLOS, "A secret.")
    page.pane("client").menu("A secret.")
    page.choose("Delete")
    page.pane("client").loses("A secret.")


def test_people_edit_what_they_wrote(page: Page, bot: TinyBot) -> None:
    pane = page.pane("freelancer")
    pane.says("three concept")
    bot.hears("message")
    pane.menu("three concept")
    page.choose("Edit")
    pane.says("s")
    assert bot.hears("edited_message")["text"] == "three concepts"
    pane.reads("three concepts")


def test_a_reply_says_what_it_answers(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    number = bot.says(CARLOS, "Which colour?")
    page.pane("client").menu("Which colour?")
    page.choose("Reply")
    page.pane("client").says("Blue")
    heard = bot.hears("message")
    assert heard["reply_to_message"]["message_id"] == number
    assert "Which colour?" in page.pane("client").reads("Blue").text


def test_each_line_has_the_direction_of_its_own_script(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    number = bot.says(CARLOS, f"{PERSIAN}\nPlease look at it.")
    page.pane("client").reads("Please look at it.")
    lines = page.pane("client").all(f'[data-message-id="{number}"] .text p')
    assert [line.value_of_css_property("direction") for line in lines] == ["rtl", "ltr"]
    assert [line.text for line in lines] == [PERSIAN, "Please look at it."]


def test_entities_become_elements(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    words = "<b>Logo <i>and</i> more</b> <code>7K3F</code>\n<blockquote>so\nsaid</blockquote>end"
    number = bot.says(CARLOS, words, parse_mode="HTML")
    pane = page.pane("client")
    assert pane.reads("end").find_element("css selector", "strong em").text == "and"
    assert pane.message(number).find_element("css selector", "code").text == "7K3F"
    assert pane.message(number).find_element("css selector", "blockquote").text == "so\nsaid"
    assert pane.texts()[-1] == "Logo and more 7K3F\nso\nsaid\nend"


@pytest.mark.parametrize("name", ["freelancer", "client", "desk", "world"])
def test_nothing_is_wider_than_a_phone(
    visit: Callable[..., Page], bot: TinyBot, desk_bot: TinyBot, name: str
) -> None:
    page = visit(PHONE)
    for one in ("freelancer", "client"):
        page.pane(one).show().says("/start")
        bot.hears("message")
    long = "https://example.org/" + "x" * 200
    for person in (BINA, CARLOS):
        bot.says(person, long, reply_markup=keyboard(["A long label of a button", PERSIAN]))
    topic = desk_bot("createForumTopic", chat_id=-1001000000001, name="⚖️ 7K3F · " + "Logo " * 9)
    thread = topic["message_thread_id"]
    said = {"message_thread_id": thread, "parse_mode": "HTML"}
    desk_bot.says(-1001000000001, f"<pre>{'0123456789' * 12}</pre>", **said)
    pane = page.pane(name).show()
    if name == "desk":
        pane.opens_topic(thread)
        pane.reads("0123456789")
    elif name == "world":
        pane.find("textarea[name=paste]").send_keys(long + "\n")
        pane.find(".card")
    else:
        pane.reads("example.org")
    assert page.overflow() == 0


def test_a_tab_of_a_phone_counts_what_is_unread(visit: Callable[..., Page], bot: TinyBot) -> None:
    page = visit(PHONE)
    page.pane("client").show().says("/start")
    bot.hears("message")
    page.pane("freelancer").show()
    bot.says(CARLOS, "Your turn.")
    page.until(lambda: page.find("[data-tab=client] .dot").text == "1", "the dot")
    page.pane("client").show()
    page.until(lambda: page.find("[data-tab=client] .dot").text == "", "the dot's end")


def counts(page: Page, tab: str, count: str) -> bool:
    return page.find(f"[data-tab={tab}] .dot").text == count


def test_on_a_phone_clock_and_tabs_are_one_line_however_much_is_unread(
    visit: Callable[..., Page], bot: TinyBot, desk_bot: TinyBot
) -> None:
    page = visit(PHONE)
    for person in ("freelancer", "client"):
        page.pane(person).show().says("/start")
        bot.hears("message")
    page.pane("world").show()
    for _ in range(11):
        bot.says(BINA, "Your turn.")
        bot.says(CARLOS, "Your turn.")
    desk_bot.says(-1001000000001, "A case.")
    for name, count in (("freelancer", "11"), ("client", "11"), ("desk", "1")):
        page.until(partial(counts, page, name, count), name)
    line = [*page.all("#tabs .tab"), page.find(".clock-opener")]
    boxes = [one.rect for one in line]
    middles = [box["y"] + box["height"] / 2 for box in boxes]
    assert max(middles) - min(middles) < 8
    ends = [(box["x"], box["x"] + box["width"]) for box in boxes]
    assert all(end <= begin for (_, end), (begin, _) in pairwise(ends)), "none over the next"
    assert ends[-1][1] <= PHONE[0]
    assert page.overflow() == 0
    assert page.find("main").rect["y"] <= 90, "the head of the page takes two lines in all"


def test_a_file_that_is_attached_arrives(page: Page, bot: TinyBot, a_file: Path) -> None:
    page.pane("freelancer").attaches(a_file)
    page.pane("freelancer").says("the brief")
    heard = bot.hears("message")
    assert heard["document"]["file_name"] == "brief.txt"
    assert heard["document"]["file_size"] == len(a_file.read_bytes())
    assert heard["caption"] == "the brief"
    assert "brief.txt" in page.pane("freelancer").find(".file").text


def test_several_files_are_one_album(page: Page, bot: TinyBot, a_file: Path) -> None:
    other = a_file.with_name("logo.svg.txt")
    other.write_text("circle")
    page.pane("freelancer").attaches(a_file, other)
    page.pane("freelancer").sends()
    first, second = bot.hears("message"), bot.hears("message")
    assert first["media_group_id"] == second["media_group_id"]
    page.until(lambda: len(page.pane("freelancer").all(".message .file")) == 2, "both files")
    assert len(page.pane("freelancer").all("article.message")) == 1


def test_a_button_of_the_reply_keyboard_says_its_words(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    rows = {"keyboard": [[{"text": "SVG files"}, {"text": "Three concepts"}]]}
    bot.says(CARLOS, "Which criterion?", reply_markup=rows)
    page.pane("client").press("SVG files")
    assert bot.hears("message")["text"] == "SVG files"
    bot.says(CARLOS, "Noted.", reply_markup={"remove_keyboard": True})
    page.pane("client").reads("Noted.")
    assert page.pane("client").find(".reply-keyboard").get_attribute("hidden") is not None


def test_the_commands_are_those_of_the_persons_language(page: Page, bot: TinyBot) -> None:
    bot("setMyCommands", commands=[{"command": "new", "description": "Begin a deal"}])
    persian = [{"command": "new", "description": "معاملهٔ تازه"}]
    bot("setMyCommands", commands=persian, language_code="fa")
    page.find("[data-pane=client] select[name=language] option[value=fa]").click()
    page.pane("client").says("سلام")
    assert bot.hears("message")["from"]["language_code"] == "fa"
    page.pane("client").find(".commands-button").click()
    assert "معاملهٔ تازه" in page.find(".menu").text
    page.choose("/new")
    assert bot.hears("message")["text"] == "/new"


def test_a_blocked_bot_is_refused(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    page.pane("client").find('[aria-label^="Menu of"]').click()
    page.choose("Block the bot")
    assert bot.hears("my_chat_member")["new_chat_member"]["status"] == "kicked"
    assert bot.asks("sendMessage", chat_id=CARLOS, text="hello")["error_code"] == 403


def test_a_refused_message_stays_in_the_composer(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    page.pane("client").find('[aria-label^="Menu of"]').click()
    page.choose("Block the bot")
    bot.hears("my_chat_member")
    page.pane("client").says("not lost")
    assert "unblock it first" in page.pane("client").toast()
    assert page.pane("client").find("textarea[name=text]").get_attribute("placeholder") == (
        "You blocked this bot"
    )
    typed = page.pane("client").find("textarea[name=text]")
    page.until(lambda: typed.get_attribute("value") == "not lost", "what was typed")
    assert page.errors() != []  # the browser notes the refusal; that one is wanted


def test_a_shared_number_and_place_arrive(page: Page, bot: TinyBot) -> None:
    started(page, bot, "client")
    row = [
        {"text": "My number", "request_contact": True},
        {"text": "Where I am", "request_location": True},
    ]
    bot.says(CARLOS, "Where are you?", reply_markup={"keyboard": [row]})
    page.pane("client").press("My number")
    assert bot.hears("message")["contact"]["user_id"] == CARLOS
    page.pane("client").press("Where I am")
    page.choose("Madrid")
    assert round(bot.hears("message")["location"]["latitude"]) == 40


def test_a_play_tells_its_steps_and_can_be_stopped(page: Page) -> None:
    page.find("#play").click()
    page.find("dialog.play-dialog button[type=submit]").click()
    page.until(lambda: "step 1 of" in page.find(".narration").text, "the first step")
    page.click(lambda: page.all(".narration button"), "Stop")
    page.until(lambda: page.find("#play").is_enabled(), "the play's end")


def test_the_box_fits_its_words_before_and_after_they_are_sent(page: Page, bot: TinyBot) -> None:
    box = page.pane("client").find("textarea[name=text]")
    hidden = "return arguments[0].scrollHeight - arguments[0].clientHeight"
    box.send_keys("two lines, " * 6)
    assert page.driver.execute_script(hidden, box) <= 0
    page.pane("client").sends()
    bot.hears("message")
    assert page.driver.execute_script(hidden, box) <= 0
