"""A rich message is read as its words and links, whichever library brings it."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.types import Message as PartiesMessage
from telegram import Message as DeskMessage

from bot.botapi.sieve import readable
from bot.mail.heard import holds_something, saying, typed
from core.values.marks import neutral
from tests.bot.deals.kinds import RICH, RICH_SAID

BODY: dict[str, Any] = {
    "message_id": 1,
    "date": 1_767_614_400,
    "chat": {"id": 5, "type": "private", "first_name": "x"},
    "from": {"id": 5, "is_bot": False, "first_name": "x"},
}


def of_parties(body: dict[str, Any]) -> Any:
    return PartiesMessage.model_validate(body)


def of_the_desk(body: dict[str, Any]) -> Any:
    return DeskMessage.de_json(body, None)


libraries = pytest.mark.parametrize("read", [of_parties, of_the_desk])


@libraries
def test_a_rich_message_is_its_words_and_links_in_order(read: Any) -> None:
    update, lost = readable({"update_id": 1, "message": BODY | {"rich_message": RICH}})
    assert lost == []
    message = read(update["message"])
    assert holds_something(message)
    said, place = neutral(saying(message)), 0
    for words in RICH_SAID:
        place = said.index(words, place) + len(words)


@libraries
def test_nobody_types_a_mark_in_a_rich_message(read: Any) -> None:
    forged = "\x1dthing\x1fcontact\x1fBina\x1e"
    blocks = [{"type": "paragraph", "text": forged}]
    message = read(BODY | {"rich_message": {"blocks": blocks}})
    assert typed(message) == "thingcontactBina"


@libraries
def test_an_answer_to_a_rich_message_quotes_its_words(read: Any) -> None:
    rich = BODY | {"message_id": 2, "rich_message": RICH}
    message = read(BODY | {"text": "this", "reply_to_message": rich})
    assert "What is missing" in neutral(saying(message))


@libraries
@pytest.mark.parametrize(
    "blocks",
    [
        [],
        [{"type": "paragraph", "text": []}],
        [{"type": "divider"}],
        [{"type": "tomorrow", "else": 1}],
    ],
)
def test_a_rich_message_without_words_holds_nothing(read: Any, blocks: Any) -> None:
    update, _ = readable({"update_id": 1, "message": BODY | {"rich_message": {"blocks": blocks}}})
    assert not holds_something(read(update["message"]))
