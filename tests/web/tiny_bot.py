"""A bot without a library: one HTTP call a method, so that these tests depend on the page alone."""

import json
import urllib.error
import urllib.request
from typing import Any

Json = dict[str, Any]

_SECONDS = 20


def call(url: str, body: Json) -> Json:
    """POST JSON; the JSON of the answer, whatever its status."""
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310 - as above
            answer: Json = json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            answer = json.load(error)
    return answer


class TinyBot:
    """Sends what a test tells it to, and hands over the updates that came."""

    def __init__(self, server: str, token: str) -> None:
        self._base = f"{server}/bot{token}"
        self._next = 0
        self._come: list[Json] = []

    def __call__(self, method: str, **params: object) -> Any:
        """The ``result`` of a method; AssertionError with Telegram's words when it is refused."""
        answer = self.asks(method, **params)
        assert answer["ok"], f"{method}: {answer['description']}"
        return answer["result"]

    def asks(self, method: str, **params: object) -> Json:
        """The whole answer of a method, refused or not."""
        return call(f"{self._base}/{method}", dict(params))

    def says(self, chat: int, text: str, **params: object) -> int:
        """Send words; the message's id."""
        return int(self("sendMessage", chat_id=chat, text=text, **params)["message_id"])

    def hears(self, kind: str) -> Any:
        """The next update of a kind, waiting for it up to ten seconds."""
        while True:
            for update in self._come:
                if kind in update:
                    self._come.remove(update)
                    return update[kind]
            self._fetch()

    def answers(self, press: Json, text: str = "", *, alert: bool = False) -> None:
        """Answer a press."""
        self("answerCallbackQuery", callback_query_id=press["id"], text=text, show_alert=alert)

    def _fetch(self) -> None:
        updates = self("getUpdates", offset=self._next, timeout=10)
        assert updates, "no update came within ten seconds"
        self._next = updates[-1]["update_id"] + 1
        self._come += updates


def keyboard(*rows: list[str | Json]) -> Json:
    """An inline keyboard; a string is a button whose data is its text."""
    return {"inline_keyboard": [[_button(one) for one in row] for row in rows]}


def _button(given: str | Json) -> Json:
    return {"text": given, "callback_data": given} if isinstance(given, str) else given
