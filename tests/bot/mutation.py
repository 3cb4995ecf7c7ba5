"""Real updates, mangled: a part is gone, of another type, enormous, unknown, or not even text."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]

ODD: list[Any] = [
    None, True, False, 0, -1, -2, 1, 2**31, 2**53, 2**63, -(2**63) - 1, 10**30, 1.5, 1e308, "", "x",
    "1001", "\x00", "a\x00b", "\ud800", "\udfff\ud800", "\u202e", "|" * 9, "9" * 40, "x" * 5000,
    [], [None], [[]], {}, {"id": "x"}, {"id": 2**70}, {"type": "new kind"}, [{"type": "bold"}],
    {"": ""},
]  # fmt: skip


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every part."""
    inner: Any = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    return [at] * bool(at) + [path for key, item in inner for path in places(item, (*at, key))]


@st.composite
def mangled(draw: st.DrawFn, updates: list[Json]) -> Json:
    """One of the updates with up to three things wrong; its id stays, or is a new one."""
    update = copy.deepcopy(draw(st.sampled_from(updates)))
    for _ in range(draw(st.integers(1, 3))):
        if there := places(update):
            _change(draw, update, draw(st.sampled_from(there)))
    return update


def _change(draw: st.DrawFn, update: Json, path: tuple[Any, ...]) -> None:
    around: Any = update
    for key in path[:-1]:
        around = around[key]
    match draw(st.sampled_from(["gone", "odd", "odd", "known", "new"])):
        case "gone":
            around.pop(path[-1])
        case "odd":
            around[path[-1]] = copy.deepcopy(draw(st.sampled_from(ODD)))
        case "new" if isinstance(around, dict):
            around[draw(st.sampled_from(BROKEN))] = copy.deepcopy(draw(st.sampled_from(ODD)))
        case _ if isinstance(around, dict):
            name = draw(st.sampled_from(sorted(SAMPLES)))
            around[name] = copy.deepcopy(SAMPLES[name])


BROKEN = (
    "poll", "location", "document", "photo", "voice", "entities", "caption_entities", "contact",
    "forward_origin", "reply_to_message", "quote", "external_reply", "sender_chat", "via_bot",
    "media_group_id", "message_thread_id", "is_topic_message", "something_of_tomorrow", "venue",
    "story", "web_app_data", "passport_data", "pinned_message", "giveaway", "checklist",
)  # fmt: skip
SAMPLES: Json = {
    "poll": {"id": "1"},
    "location": {"latitude": 91.0, "longitude": "east"},
    "photo": [{"file_id": "p"}, 7],
    "voice": {"file_id": "v", "file_unique_id": "v", "duration": "long"},
    "forward_origin": {"type": "user"},
    "external_reply": {"origin": {"type": "tomorrow"}},
    "sticker": {"file_id": "s"},
    "dice": {"emoji": "🎲"},
    "web_app_data": {"data": 5},
    "entities": [{"type": "text_mention", "offset": -5, "length": 10**12, "user": {}}],
}


def test_every_part_of_an_update_can_be_mangled() -> None:
    update = {"update_id": 1, "message": {"photo": [{"file_id": "p"}]}}
    assert ("message", "photo", 0, "file_id") in places(update)
    assert json.dumps(ODD)
