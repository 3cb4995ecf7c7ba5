"""The two sides of the playground, by hand: the Bot API and the control API."""

import base64
from typing import Any

import aiohttp

PARTIES = "7001:parties-playground"
DESK = "7002:desk-playground"
GROUP = -1001000000001


class Api:
    """One bot's requests, as plain HTTP."""

    def __init__(self, http: aiohttp.ClientSession, token: str) -> None:
        self.http = http
        self.token = token

    async def call(self, method: str, **params: object) -> dict[str, Any]:
        """The whole answer; every answer's status is its error_code."""
        async with self.http.post(f"/bot{self.token}/{method}", json=params) as response:
            answer: dict[str, Any] = await response.json()
            assert answer.get("error_code", 200) == response.status
            return answer

    async def ok(self, method: str, **params: object) -> Any:
        """The result of a call that is to succeed."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def no(self, method: str, **params: object) -> str:
        """The description of a call that is to be refused."""
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def updates(self, **params: object) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.ok("getUpdates", **params)
        return found


class Play:
    """What the page and the story tests do."""

    def __init__(self, http: aiohttp.ClientSession) -> None:
        self.http = http

    async def post(self, path: str, expect: int = 200, **body: object) -> dict[str, Any]:
        async with self.http.post(f"/play/{path}", json=body) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == expect, answer
            return answer

    async def send(self, person: int, chat: int, text: str = "", **more: Any) -> int:
        answer = await self.post("send", person=person, chat=chat, text=text, **more)
        return int(answer["message_id"])

    async def state(self, person: int) -> dict[str, Any]:
        async with self.http.get("/play/state", params={"person": person}) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def chat(self, person: int, chat: int) -> dict[str, Any]:
        state = await self.state(person)
        found: dict[str, Any] = next(item for item in state["chats"] if item["id"] == chat)
        return found

    async def last(self, person: int, chat: int) -> dict[str, Any]:
        found: dict[str, Any] = (await self.chat(person, chat))["messages"][-1]
        return found


def file(name: str, data: bytes, kind: str = "document", mime: str = "") -> dict[str, str]:
    encoded = base64.b64encode(data).decode()
    return {"name": name, "mime": mime, "kind": kind, "data_b64": encoded}


def keyboard(*texts: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": text}] for text in texts]}
