"""The arbiters' group, the clock, and what a press caused."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from .browser import Page
from .tiny_bot import TinyBot, keyboard

pytestmark = pytest.mark.web

GROUP = -1001000000001
ARAM, NOOR = 1003, 1004
MONDAY = datetime(2027, 5, 3, 9, 0, tzinfo=UTC)


class FakeClock:
    """A clock whose only deadline is thirty hours away."""

    def __init__(self) -> None:
        self.now = MONDAY
        self.next: datetime | None = MONDAY + timedelta(hours=30)

    async def read(self) -> tuple[datetime, datetime | None]:
        return self.now, self.next

    async def move(self, to: datetime | None) -> tuple[datetime, datetime | None]:
        self.now = to or self.next or self.now
        if self.next and self.next <= self.now:
            self.next = None
        return self.now, self.next


async def inspect(after: int) -> dict[str, Any]:
    item = {
        "n": 1,
        "at": MONDAY.isoformat(),
        "deal": "7K3F9QZM",
        "command": "FundMilestone",
        "actor": "client",
        "events": [{"kind": "MilestoneFunded", "summary": "Drafts"}],
        "postings": [{"debit": "rail:play", "credit": "hold:1", "amount": "120.00 EUR"}],
        "deadlines": [{"kind": "work", "due": MONDAY.isoformat(), "what": "Drafts is due"}],
    }
    later = {"n": 2, "at": MONDAY.isoformat(), "command": "SubmitWork", "actor": "1001"}
    pages = {0: [item], 1: [later]}
    return {"upto": min(after + 1, 2), "items": pages.get(after, [])}


@pytest.fixture
def injected() -> dict[str, object]:
    clock = FakeClock()
    return {"clock": clock.read, "set_clock": clock.move, "inspect": inspect}


def topic(desk_bot: TinyBot, name: str) -> int:
    return int(desk_bot("createForumTopic", chat_id=GROUP, name=name)["message_thread_id"])


def test_each_topic_has_its_own_messages_and_its_own_count(page: Page, desk_bot: TinyBot) -> None:
    desk = page.pane("desk")
    thread = topic(desk_bot, "⚖️ 7K3F9QZM · Logo")
    desk_bot.says(GROUP, "The board")
    desk_bot.says(GROUP, "The case", message_thread_id=thread)
    desk.reads("The board")
    badge = f'.topic[data-thread-id="{thread}"] .badge'
    page.until(lambda: [one.text for one in desk.all(badge)] == ["1"], "the topic's count")
    assert desk.texts() == ["The board"]
    desk.opens_topic(thread)
    desk.reads("The case")
    page.until(lambda: desk.all(badge) == [], "the count's end")
    assert desk.texts() == ["The case"]


def test_the_chosen_arbiter_is_the_one_who_presses_and_writes(
    page: Page, desk_bot: TinyBot
) -> None:
    desk = page.pane("desk")
    thread = topic(desk_bot, "A case")
    assert "forum_topic_created" in desk_bot.hears("message")
    words = {"message_thread_id": thread, "reply_markup": keyboard(["Take"])}
    desk_bot.says(GROUP, "The case", **words)
    desk.opens_topic(thread)
    desk.acts_as(NOOR)
    desk.press("Take")
    press = desk_bot.hears("callback_query")
    desk_bot.answers(press, "It is yours.")
    assert press["from"]["id"] == NOOR
    assert desk.toast() == "It is yours."
    desk.says("I have it")
    heard = desk_bot.hears("message")
    assert (heard["from"]["id"], heard["message_thread_id"]) == (NOOR, thread)


def test_what_is_pinned_stands_above_its_topic(page: Page, desk_bot: TinyBot) -> None:
    number = desk_bot.says(GROUP, "The board\nWaiting 1")
    desk_bot("pinChatMessage", chat_id=GROUP, message_id=number)
    page.until(lambda: "The board" in page.pane("desk").find(".pinned").text, "the pin")
    assert "pinned" in page.pane("desk").find(".service").text


def test_the_clock_moves_by_an_hour_by_a_day_and_to_the_next_deadline(page: Page) -> None:
    def shows(words: str) -> None:
        page.until(lambda: words in page.find("#clock .now").text, words)

    def press(words: str) -> None:
        page.click(lambda: [b for b in page.all("#clock button") if b.text == words], words)

    shows("3 May, 09:00")
    assert "in 30 h" in page.find("#clock .next").text
    press("+1 hour")
    shows("3 May, 10:00")
    press("To the next deadline")
    shows("4 May, 15:00")
    assert page.find("#clock .next").text == "no deadline is waiting"
    press("+1 day")
    shows("5 May, 15:00")


def test_what_happened_tells_command_events_postings_and_deadlines(page: Page) -> None:
    page.find("#happened-button").click()
    text = page.until(lambda: page.all("#happened .happening")[1:], "both entries")[0].text
    for words in ("FundMilestone", "MilestoneFunded", "hold:1", "120.00 EUR", "Drafts is due"):
        assert words in text


def test_what_happened_is_read_to_its_end_names_people_and_counts_what_is_new(page: Page) -> None:
    newest = page.until(lambda: page.all("#happened .happening")[1:], "both entries")
    assert len(newest) == 1
    assert page.all("#happened-button .badge:not([hidden])") == []
    page.find("#happened-button").click()
    assert "SubmitWork by Bina" in page.find("#happened .happening").text.replace("\n", " ")
