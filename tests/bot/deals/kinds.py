"""What a message of Telegram can say beside plain text, and what whoever reads it has to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

WRITTEN = 1_767_200_000
"""31 December 2025, 16:53 UTC."""
MALLORY = {"id": 666, "is_bot": False, "first_name": "Mallory", "username": "mal"}
THREAT = "I know where you live"


def link(url: str = "https://example.org/final.zip") -> dict[str, Any]:
    """A link behind the word `here`, after a character of two units."""
    text = "\U0001f600 The work is here, have a look"
    at = len(text.partition("here")[0].encode("utf-16-le")) // 2
    return {
        "text": text,
        "entities": [{"type": "text_link", "offset": at, "length": 4, "url": url}],
    }


def forward(**origin: Any) -> dict[str, Any]:
    return {"text": THREAT, "forward_origin": {"date": WRITTEN, **origin}}


def chat(kind: str, title: str) -> dict[str, Any]:
    return {"id": -100, "type": kind, "title": title}


VOICE = {
    "file_id": "v1",
    "file_unique_id": "v1",
    "duration": 3,
    "mime_type": "audio/ogg",
    "file_size": 8,
}
NOTE = {"file_id": "n1", "file_unique_id": "n1", "length": 240, "duration": 3, "file_size": 8}


@dataclass(frozen=True)
class Saying:
    """A message, the words that its reader has to see, and whether it brings a file."""

    content: dict[str, Any]
    seen: tuple[str, ...]
    file: bool = False


RICH: dict[str, Any] = {
    "blocks": [
        {"type": "heading", "size": 1, "text": "What is missing"},
        {
            "type": "paragraph",
            "text": [
                "See ",
                {
                    "type": "bold",
                    "text": [{"type": "url", "text": "the file", "url": "https://e.org/f"}],
                },
                " of ",
                {"type": "text_mention", "text": "Mal", "user": MALLORY},
                {"type": "custom_emoji", "custom_emoji_id": "1", "alternative_text": "🎉"},
            ],
        },
        {
            "type": "list",
            "items": [
                {
                    "label": "1.",
                    "has_checkbox": True,
                    "is_checked": True,
                    "blocks": [{"type": "paragraph", "text": "three concepts"}],
                },
                {"label": "2.", "blocks": [{"type": "paragraph", "text": "SVG files"}]},
            ],
        },
        {"type": "divider"},
        {
            "type": "blockquote",
            "blocks": [{"type": "paragraph", "text": "by Friday"}],
            "credit": "Bina",
        },
        {"type": "details", "summary": "More", "blocks": [{"type": "pre", "text": "a = 1"}]},
        {
            "type": "table",
            "cells": [
                [
                    {"text": "size", "align": "left", "valign": "top"},
                    {"text": "A4", "align": "left", "valign": "top"},
                ]
            ],
            "caption": "as agreed",
        },
        {
            "type": "document",
            "document": {"file_id": "d", "file_unique_id": "d", "file_name": "brief.pdf"},
            "caption": {"text": "the brief"},
        },
        {"type": "mathematical_expression", "expression": "2 + 2"},
    ]
}
"""A message of the rich kind, with most of what one can say."""
RICH_SAID = (
    "What is missing",
    "See the file <https://e.org/f> of Mal <tg://user?id=666>🎉",
    "☑ three concepts",
    "2. SVG files",
    "by Friday",
    "Bina",
    "More",
    "a = 1",
    "size | A4",
    "as agreed",
    "brief.pdf",
    "the brief",
    "2 + 2",
)

FORWARDED = ("Forwarded from", "31 Dec 2025", f"▏ {THREAT}")
SAYINGS: dict[str, Saying] = {
    "a link behind a word": Saying(link(), ("here <https://example.org/final.zip>, have",)),
    "a link behind a word of a caption": Saying(
        {
            "caption": "see here",
            "caption_entities": [
                {"type": "text_link", "offset": 4, "length": 4, "url": "https://example.org/x"}
            ],
            "voice": VOICE,
        },
        ("see here <https://example.org/x>",),
        file=True,
    ),
    "a threat forwarded from a person": Saying(
        forward(type="user", sender_user=MALLORY), (*FORWARDED, "Mallory (@mal)")
    ),
    "a threat forwarded from a hidden person": Saying(
        forward(type="hidden_user", sender_user_name="Shadow"), (*FORWARDED, "Shadow")
    ),
    "a threat forwarded from a group": Saying(
        forward(type="chat", sender_chat=chat("supergroup", "The gang"), author_signature="boss"),
        (*FORWARDED, "The gang boss"),
    ),
    "a threat forwarded from a channel": Saying(
        forward(type="channel", chat=chat("channel", "Loud"), message_id=7), (*FORWARDED, "Loud")
    ),
    "a voice message forwarded": Saying(
        {
            "voice": VOICE,
            "forward_origin": forward(type="user", sender_user=MALLORY)["forward_origin"],
        },
        ("Forwarded from Mallory (@mal)", "Voice message"),
        file=True,
    ),
    "an answer to a part of a message": Saying(
        {
            "text": "this is what I mean",
            "quote": {"text": "two logos", "position": 4},
            "reply_to_message": {
                "message_id": 5,
                "date": WRITTEN,
                "chat": {"id": 1, "type": "private"},
                "from": {"id": 7001, "is_bot": True, "first_name": "Holdfast"},
                "text": "and two logos more",
            },
        },
        ("▏ two logos", "this is what I mean", "In answer to our message"),
    ),
    "an answer to a message of another chat": Saying(
        {
            "text": "he promised it",
            "quote": {"text": "Friday at noon", "position": 0},
            "external_reply": {
                "origin": {"type": "user", "sender_user": MALLORY, "date": WRITTEN},
            },
        },
        ("▏ Friday at noon", "Mallory (@mal)", "31 Dec 2025", "he promised it"),
    ),
    "an answer to a link": Saying(
        {
            "text": "this one",
            "reply_to_message": {
                "message_id": 5,
                "date": WRITTEN,
                "chat": {"id": 1, "type": "private"},
                "from": {"id": 1002, "is_bot": False, "first_name": "Carlos"},
                "text": "like https://example.org/sample",
            },
        },
        ("▏ like https://example.org/sample", "this one", "Carlos"),
    ),
    "a voice message": Saying({"voice": VOICE}, (), file=True),
    "a video message": Saying({"video_note": NOTE}, (), file=True),
    "a contact": Saying(
        {"contact": {"phone_number": "+34600111222", "first_name": "Ana", "last_name": "Paz"}},
        ("Ana Paz", "+34600111222"),
    ),
    "a place": Saying(
        {"location": {"latitude": 40.4168, "longitude": -3.7038}}, ("40.416800, -3.703800",)
    ),
    "a venue": Saying(
        {
            "venue": {
                "location": {"latitude": 1.0, "longitude": 2.0},
                "title": "Café Sol",
                "address": "Calle 5",
            }
        },
        ("Café Sol", "Calle 5"),
    ),
    "a poll": Saying(
        {
            "poll": {
                "id": "1",
                "question": "Blue or green?",
                "options": [
                    {"persistent_id": "1", "text": "blue", "voter_count": 2},
                    {"persistent_id": "2", "text": "green", "voter_count": 0},
                ],
                "total_voter_count": 2,
                "is_closed": False,
                "is_anonymous": True,
                "type": "regular",
                "allows_multiple_answers": False,
                "allows_revoting": False,
                "members_only": False,
            }
        },
        ("Blue or green?", "blue: 2"),
    ),
    "a rich message": Saying({"rich_message": RICH}, RICH_SAID),
    "a die": Saying({"dice": {"emoji": "🎲", "value": 6}}, ("🎲 · 6",)),
}
