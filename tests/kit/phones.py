"""Two people's phones: what stands in each chat with the bot, and Telegram's answers, recorded."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import Default
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.types import File, Message

from core.deal.notice import Notice

BOT_ID = 7001
NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


@dataclass
class Shown:
    """One message on a phone."""

    id: int
    chat: int
    text: str
    buttons: list[list[dict[str, Any]]] = field(default_factory=list)
    file: str = ""
    silent: bool = False

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]

    def data(self, label: str) -> str:
        """The callback data of the button with this label, exactly or in the beginning."""
        flat = [button for row in self.buttons for button in row]
        for button in flat:
            if button["text"] == label:
                return str(button["callback_data"])
        for button in flat:
            if button["text"].startswith(label):
                return str(button["callback_data"])
        message = f"no button {label!r} among {self.labels} of {self.text!r}"
        raise AssertionError(message)


class Phones(BaseSession):
    """A Telegram that keeps what bots send, refuses what it would refuse, and never calls out."""

    def __init__(self) -> None:
        super().__init__()
        self.chats: dict[int, list[Shown]] = {}
        self.answers: list[dict[str, Any]] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.served: dict[str, bytes] = {}
        self.next_id = 100
        self.failing: list[Exception | None] = []
        """Raised one after the other; None lets a call through."""
        self.failing_later: list[Exception | None] = []
        """Raised from the call after the next on."""

    async def close(self) -> None:
        pass

    async def stream_content(
        self, url: str, *_args: Any, **_kwargs: Any
    ) -> AsyncGenerator[bytes, None]:
        yield self.served[url.rsplit("/", 1)[-1]]

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109 - aiogram's own signature
    ) -> Any:
        if self.failing:
            error = self.failing.pop(0)
            if error is not None:
                raise error
        else:
            self.failing, self.failing_later = self.failing_later, []
        name = method.__api_method__
        args = {
            key: value
            for key, value in method.model_dump(warnings=False).items()
            if value is not None and not isinstance(value, Default)
        }
        self.calls.append((name, args))
        snake = re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", name)
        handler = getattr(self, f"_{snake}", None)
        assert handler is not None, f"an unexpected call: {name}"
        return handler(bot, method, args)

    def _message(self, bot: Bot, shown: Shown) -> Message:
        return Message.model_validate(
            {
                "message_id": shown.id,
                "date": int(NOW.timestamp()),
                "chat": {"id": shown.chat, "type": "private"},
                "from": {"id": BOT_ID, "is_bot": True, "first_name": "Holdfast"},
                "text": shown.text,
            },
            context={"bot": bot},
        )

    def _put(self, bot: Bot, args: dict[str, Any], text: str, file: str = "") -> Message:
        assert len(plain(text)) <= (1024 if file else 4096), "Telegram takes no longer text"
        self.next_id += 1
        silent = bool(args.get("disable_notification"))
        shown = Shown(self.next_id, int(args["chat_id"]), text, _rows(args), file, silent)
        self.chats.setdefault(shown.chat, []).append(shown)
        return self._message(bot, shown)

    def _send_message(self, bot: Bot, _method: Any, args: dict[str, Any]) -> Message:
        return self._put(bot, args, args["text"])

    def _send_document(self, bot: Bot, method: Any, args: dict[str, Any]) -> Message:
        return self._put(bot, args, args.get("caption", ""), method.document.filename)

    def _send_photo(self, bot: Bot, method: Any, args: dict[str, Any]) -> Message:
        return self._put(bot, args, args.get("caption", ""), method.photo.filename)

    def _send_voice(self, bot: Bot, method: Any, args: dict[str, Any]) -> Message:
        return self._put(bot, args, args.get("caption", ""), method.voice.filename)

    def _edit_message_text(self, bot: Bot, _method: Any, args: dict[str, Any]) -> Message:
        shown = self._find(_method, args)
        assert len(plain(args["text"])) <= 4096
        if (shown.text, shown.buttons) == (args["text"], _rows(args)):
            raise TelegramBadRequest(_method, "Bad Request: message is not modified")
        shown.text, shown.buttons = args["text"], _rows(args)
        return self._message(bot, shown)

    def _edit_message_reply_markup(self, bot: Bot, _method: Any, args: dict[str, Any]) -> Message:
        shown = self._find(_method, args)
        if not shown.buttons:
            raise TelegramBadRequest(_method, "Bad Request: message is not modified")
        shown.buttons = []
        return self._message(bot, shown)

    def strip(self, notice: Notice) -> None:
        """What the courier does with the card that is live no longer."""
        for shown in self.chats[notice.to]:
            if shown.id == notice.data["message"]:
                shown.buttons = []

    def _find(self, method: Any, args: dict[str, Any]) -> Shown:
        for shown in self.chats.get(int(args["chat_id"]), []):
            if shown.id == args["message_id"] and not shown.file:
                return shown
        raise TelegramBadRequest(method, "Bad Request: message to edit not found")

    def _answer_callback_query(self, _bot: Bot, _method: Any, args: dict[str, Any]) -> bool:
        self.answers.append(args)
        return True

    def _set_message_reaction(self, _bot: Bot, _method: Any, _args: dict[str, Any]) -> bool:
        return True

    def _get_file(self, _bot: Bot, _method: Any, args: dict[str, Any]) -> Any:
        return File(
            file_id=args["file_id"], file_unique_id=args["file_id"], file_path=args["file_id"]
        )


def _rows(args: dict[str, Any]) -> list[list[dict[str, Any]]]:
    markup = args.get("reply_markup") or {}
    rows: list[list[dict[str, Any]]] = markup.get("inline_keyboard", [])
    assert sum(map(len, rows)) <= 8, "at most 8 buttons a card"
    assert all(1 <= len(row) <= 2 for row in rows), "1 or 2 a row"
    green = [place for place, row in enumerate(rows) if any(map(_is_green, row))]
    assert green in ([], [0]), "what is wanted comes first, and is one thing"
    assert not green or len(rows[0]) == 1, "what is wanted shares no row: some read from the right"
    for row in rows:
        for button in row:
            assert len((button.get("callback_data") or "").encode()) <= 64
    return rows


def _is_green(button: dict[str, Any]) -> bool:
    return str(button.get("style") or "") == "success"


def plain(text: str) -> str:
    return (
        re.sub(r"<[^>]+>", "", text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    )


class Person:
    """Somebody with a phone: writes, sends, presses what stands there."""

    numbers = iter(range(1, 10**9))

    def __init__(
        self,
        dispatcher: Dispatcher,
        bot: Bot,
        phones: Phones,
        number: int,
        name: str,
        language: str = "en",
    ) -> None:
        self.dispatcher, self.bot, self.phones = dispatcher, bot, phones
        self.id, self.name, self.language = number, name, language
        self.last: dict[str, Any] = {}
        self.sent: dict[str, Any] = {}
        """The newest message of theirs."""

    @property
    def user(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }

    @property
    def chat(self) -> list[Shown]:
        return self.phones.chats.setdefault(self.id, [])

    @property
    def newest(self) -> Shown:
        return self.chat[-1]

    @property
    def alert(self) -> str:
        """What the last press was answered with."""
        return str(self.phones.answers[-1].get("text") or "")

    async def feed(self, **update: Any) -> None:
        self.last = {"update_id": next(self.numbers), **update}
        self.sent = update.get("message", self.sent)
        await self.again()

    async def again(self) -> None:
        """The same update once more, as after a crash."""
        await self.dispatcher.feed_raw_update(self.bot, self.last)

    def _written(self, **content: Any) -> dict[str, Any]:
        self.phones.next_id += 1
        return {
            "message_id": self.phones.next_id,
            "date": int(NOW.timestamp()),
            "chat": {"id": self.id, "type": "private", "first_name": self.name},
            "from": self.user,
            **content,
        }

    async def write(self, text: str) -> None:
        content: dict[str, Any] = {"text": text}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        await self.feed(message=self._written(**content))

    async def send(
        self,
        name: str,
        content: bytes = b"work",
        *,
        caption: str = "",
        album: str = "",
        size: int = 0,
    ) -> None:
        """A document."""
        self.phones.served[name] = content
        document = {
            "file_id": name,
            "file_unique_id": name,
            "file_name": name,
            "mime_type": "application/octet-stream",
            "file_size": size or len(content),
        }
        extra: dict[str, Any] = {"caption": caption} if caption else {}
        if album:
            extra["media_group_id"] = album
        await self.feed(message=self._written(document=document, **extra))

    async def stick(self) -> None:
        sticker = {
            "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
            "is_animated": False, "is_video": False,
        }  # fmt: skip
        await self.feed(message=self._written(sticker=sticker))

    async def pin(self) -> None:
        """A service message: nothing was said."""
        pinned = {"message_id": 1, "date": 0, "chat": {"id": self.id, "type": "private"}}
        await self.feed(message=self._written(pinned_message=pinned))

    async def tell(self, **content: Any) -> None:
        """A message with whatever Telegram may put into one; its files are served."""
        for kind in ("document", "voice", "video_note"):
            if kind in content:
                self.phones.served[content[kind]["file_id"]] = b"recorded"
        await self.feed(message=self._written(**content))

    async def edit(self, message: dict[str, Any] | None = None, **content: Any) -> dict[str, Any]:
        """Change what one sent, the newest message or this one; what it is now."""
        before = self.sent if message is None else message
        changed = {**before, "edit_date": int(NOW.timestamp()) + 60, **content}
        await self.feed(edited_message={k: v for k, v in changed.items() if v is not None})
        return changed

    async def press(self, label: str, on: Shown | None = None) -> None:
        """The newest button that says this, or the one on a message."""
        shown = on or next(
            (s for s in reversed(self.chat) if any(x.startswith(label) for x in s.labels)), None
        )
        assert shown is not None, f"no {label!r} on {[s.labels for s in self.chat[-4:]]}"
        await self.press_data(shown.data(label), shown)

    async def press_data(self, data: str, shown: Shown) -> None:
        message = {
            "message_id": shown.id,
            "date": int(NOW.timestamp()),
            "chat": {"id": self.id, "type": "private", "first_name": self.name},
            "from": {"id": BOT_ID, "is_bot": True, "first_name": "Holdfast"},
            "text": shown.text or "x",
            "reply_markup": {"inline_keyboard": shown.buttons},
        }
        query = {
            "id": str(next(self.numbers)),
            "from": self.user,
            "chat_instance": "1",
            "message": message,
            "data": data,
        }
        await self.feed(callback_query=query)

    def sees(self, words: str) -> bool:
        return any(words in plain(shown.text) for shown in self.chat)
