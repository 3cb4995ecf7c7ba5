"""Telegram as the desk's bot meets it: a transport that keeps the group's topics and messages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from telegram.request import BaseRequest, RequestData

GROUP = -1001000000001
BOT = {"id": 7002, "is_bot": True, "first_name": "Desk", "username": "holdfast_desk_bot"}
ICONS = {"❗️": "11", "🔎": "12", "✅": "13", "💬": "14", "🗣": "15"}

Json = dict[str, Any]


@dataclass
class Shown:
    """A message of the bot as it stands in Telegram."""

    id: int
    chat: int
    thread: int | None
    html: str
    buttons: list[list[Json]] = field(default_factory=list)
    silent: bool = False
    file: str = ""
    reply_to: int | None = None

    @property
    def text(self) -> str:
        return unescape(re.sub(r"</?[a-z][^<>]*>", "", self.html))

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]

    def data(self, label: str) -> str:
        found = [b for row in self.buttons for b in row if b["text"].startswith(label)]
        assert found, f"no button {label!r} among {self.labels}"
        return str(found[0]["callback_data"])


@dataclass
class Room:
    """A topic."""

    name: str
    icon: str = ""
    closed: bool = False


class Group(BaseRequest):
    """Answers what the desk's bot asks for, and refuses what Telegram would."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []
        self.messages: dict[int, Shown] = {}
        self.topics: dict[int, Room] = {}
        self.pinned: list[int] = []
        self.answers: list[Json] = []
        self.reactions: list[int] = []
        self.refusals: list[tuple[str, int, Json]] = []
        """Answers to give once: (method or "", status, body)."""
        self.shut = False
        """Telegram lets the bot write into no closed topic, as without the right to manage them."""
        self.closed_general = False
        self.files: dict[str, bytes] = {}
        self.seats: dict[int, str] = {}
        """What Telegram says of somebody's place in the group, where it is not `member`."""
        self._next = 100

    # the transport
    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - always POST
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        if "/file/" in url:
            return 200, self.files[url.rsplit("/", 1)[-1]]
        name = url.rsplit("/", 1)[-1]
        params = {} if request_data is None else dict(request_data.parameters)
        if request_data is not None and request_data.multipart_data:
            params["upload"] = [part[0] for part in request_data.multipart_data.values()]
        self.calls.append((name, params))
        for refusal in self.refusals:
            if refusal[0] in ("", name):
                self.refusals.remove(refusal)
                return refusal[1], json.dumps(
                    {"ok": False, "error_code": refusal[1], **refusal[2]}
                ).encode()
        status, result = getattr(self, f"_{name}")(params)
        body = (
            {"ok": True, "result": result}
            if status == 200
            else {"ok": False, "error_code": status, **result}
        )
        return status, json.dumps(body).encode()

    def called(self, name: str) -> list[Json]:
        return [params for called, params in self.calls if called == name]

    def number(self) -> int:
        self._next += 1
        return self._next

    # what tests look at
    def in_topic(self, thread: int | None) -> list[Shown]:
        return [m for m in self.messages.values() if m.thread == thread and m.chat == GROUP]

    def last(self, thread: int | None = None) -> Shown:
        return self.in_topic(thread)[-1]

    def delete_topic(self, thread: int) -> None:
        del self.topics[thread]
        self.messages = {n: m for n, m in self.messages.items() if m.thread != thread}

    # methods
    def _getMe(self, _: Json) -> tuple[int, Any]:  # noqa: N802 - Telegram's names, here and below
        return 200, BOT

    def _sendMessage(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        return self._send(p, p["text"])

    def _sendDocument(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        return self._send(p, p.get("caption", ""), p["upload"][0])

    _sendPhoto = _sendVoice = _sendDocument  # noqa: N815

    def _send(self, p: Json, html: str, file: str = "") -> tuple[int, Any]:
        thread, chat = p.get("message_thread_id"), int(p["chat_id"])
        if thread is not None and int(thread) not in self.topics:
            return 400, {"description": "Bad Request: message thread not found"}
        if self.shut and (self.closed_general if thread is None else self.topics[thread].closed):
            return 400, {"description": "Bad Request: TOPIC_CLOSED"}
        text = unescape(re.sub(r"</?[a-z][^<>]*>", "", html))
        if len(text.encode("utf-16-le")) // 2 > 4096:
            return 400, {"description": "Bad Request: message is too long"}
        markup = p.get("reply_markup") or {}
        replied = p.get("reply_parameters") or {}
        shown = Shown(
            self.number(),
            chat,
            None if thread is None else int(thread),
            html,
            markup.get("inline_keyboard", []) if isinstance(markup, dict) else [],
            bool(p.get("disable_notification")),
            file,
            replied.get("message_id"),
        )
        self.messages[shown.id] = shown
        return 200, self.as_json(shown)

    def as_json(self, shown: Shown) -> Json:
        """The bot's message in an update or an answer."""
        chat: Json = {"id": shown.chat, "type": "private", "first_name": "x"}
        if shown.chat == GROUP:
            chat = {"id": GROUP, "type": "supergroup", "title": "Desk", "is_forum": True}
        body = {
            "message_id": shown.id,
            "date": 1_767_614_400,
            "chat": chat,
            "from": BOT,
            "text": shown.text or "-",
        }
        return body | topic_fields(shown.thread)

    def _editMessageText(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        shown = self.messages.get(int(p["message_id"]))
        if shown is None:
            return 400, {"description": "Bad Request: message to edit not found"}
        buttons = (p.get("reply_markup") or {}).get("inline_keyboard", [])
        if (shown.html, shown.buttons) == (p["text"], buttons):
            return 400, {"description": "Bad Request: message is not modified"}
        shown.html, shown.buttons = p["text"], buttons
        return 200, self.as_json(shown)

    def _editMessageReplyMarkup(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        shown = self.messages.get(int(p["message_id"]))
        if shown is None or not shown.buttons:
            return 400, {"description": "Bad Request: message is not modified"}
        shown.buttons = []
        return 200, self.as_json(shown)

    def _answerCallbackQuery(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        self.answers.append(p)
        return 200, True

    def _setMessageReaction(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        self.reactions.append(int(p["message_id"]))
        return 200, True

    def _createForumTopic(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        assert 1 <= len(p["name"]) <= 128
        thread = self.number()
        self.topics[thread] = Room(p["name"], p.get("icon_custom_emoji_id", ""))
        return 200, {"message_thread_id": thread, "name": p["name"], "icon_color": 7322096}

    def _editForumTopic(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        room = self.topics.get(int(p["message_thread_id"]))
        if room is None:
            return 400, {"description": "Bad Request: TOPIC_ID_INVALID"}
        room.name, room.icon = p["name"], p.get("icon_custom_emoji_id", room.icon)
        return 200, True

    def _closeForumTopic(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        self.topics[int(p["message_thread_id"])].closed = True
        return 200, True

    def _reopenForumTopic(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        self.topics[int(p["message_thread_id"])].closed = False
        return 200, True

    def _reopenGeneralForumTopic(self, _: Json) -> tuple[int, Any]:  # noqa: N802
        self.closed_general = False
        return 200, True

    def _pinChatMessage(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        self.pinned.append(int(p["message_id"]))
        return 200, True

    def _getForumTopicIconStickers(self, _: Json) -> tuple[int, Any]:  # noqa: N802
        return 200, [
            {
                "file_id": number,
                "file_unique_id": number,
                "type": "custom_emoji",
                "width": 100,
                "height": 100,
                "is_animated": False,
                "is_video": False,
                "emoji": emoji,
                "custom_emoji_id": number,
            }
            for emoji, number in ICONS.items()
        ]

    def _setMyCommands(self, _: Json) -> tuple[int, Any]:  # noqa: N802
        return 200, True

    def _getChatMember(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        names = {1003: ("Aram", "Vos"), 1004: ("Noor", "Lind")}
        first, last = names.get(int(p["user_id"]), ("Some", "Body"))
        about = {"id": int(p["user_id"]), "is_bot": False, "first_name": first, "last_name": last}
        status = self.seats.get(int(p["user_id"]), "member")
        return 200, {"status": status, "user": about}

    def _getFile(self, p: Json) -> tuple[int, Any]:  # noqa: N802
        number = p["file_id"]
        return 200, {"file_id": number, "file_unique_id": number, "file_path": number}


def topic_fields(thread: int | None) -> Json:
    """What each message in a topic carries, its creation as `reply_to_message` included."""
    if thread is None:
        return {}
    created = {
        "message_id": thread,
        "date": 1_767_614_400,
        "chat": {"id": GROUP, "type": "supergroup", "title": "Desk", "is_forum": True},
        "from": BOT,
        "forum_topic_created": {"name": "x", "icon_color": 7322096},
        "is_topic_message": True,
        "message_thread_id": thread,
    }
    return {"message_thread_id": thread, "is_topic_message": True, "reply_to_message": created}
