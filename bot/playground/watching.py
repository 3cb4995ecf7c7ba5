"""What the page watches: phones, the stream of events, files, and what the wiring knows."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

from bot.playground import files, notes, phone
from bot.playground.errors import CONFLICT, NOT_FOUND, ControlError
from bot.playground.world import World

Json = dict[str, Any]
Instants = tuple[datetime, datetime | None]

_SHOWN = ("image/png", "image/jpeg", "image/webp", "image/gif", "audio/", "video/")


@dataclass(frozen=True)
class Injected:
    """What only the wiring can do: move the rules' clock, tell what a press caused."""

    set_clock: Callable[[datetime | None], Awaitable[Instants]] | None = None
    clock: Callable[[], Awaitable[Instants]] | None = None
    inspect: Callable[[int], Awaitable[Json]] | None = None


class Watching:
    """Shows the page what there is."""

    def __init__(self, world: World, injected: Injected) -> None:
        """Serve one world."""
        self._world = world
        self._injected = injected

    def routes(self) -> list[web.RouteDef]:
        """Everything that only reads, and the clock."""
        return [
            web.get("/play/state", self.state),
            web.get("/play/stream", self.stream),
            web.get("/play/inspect", self.inspect),
            web.get("/play/file/{file_id}", self.file),
            web.get("/play/notes", self.notes),
            web.post("/play/clock", self.move_clock),
        ]

    async def state(self, request: web.Request) -> web.Response:
        """What is on somebody's screen."""
        person = request.query.get("person")
        if person is not None and not (person.isdecimal() and self._world.cast.person(int(person))):
            raise ControlError(NOT_FOUND, f"nobody has the id {person}")
        times = _told(*await self._instants())
        shown = phone.state(self._world, int(person) if person else None)
        return web.json_response({"now": times["now"], "next_deadline": times["next"], **shown})

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events; a comment every 15 s keeps the connection."""
        asked = request.headers.get("Last-Event-ID") or request.query.get("after") or ""
        after = int(asked) if asked.isdecimal() else self._world.hub.last
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        await response.write(b": hello\n\n")
        async for item in self._world.hub.follow(after):
            line = f"id: {item[0]}\ndata: {json.dumps(item[1])}\n\n" if item else ": still here\n\n"
            await response.write(line.encode())
        return response

    async def inspect(self, request: web.Request) -> web.Response:
        """What presses caused: events, postings, deadlines."""
        after = request.query.get("after", "0")
        number = int(after) if after.isdecimal() else 0
        if self._injected.inspect is None:
            return web.json_response({"upto": number, "items": []})
        return web.json_response(await self._injected.inspect(number))

    async def notes(self, _request: web.Request) -> web.Response:
        """What lies in the world outside."""
        return web.json_response({"notes": notes.listed(self._world)})

    async def file(self, request: web.Request) -> web.Response:
        """A file's bytes, never shown as a page of this server."""
        number = files.number_of(self._world, request.match_info["file_id"], None)
        if number is None:
            raise ControlError(NOT_FOUND, "there is no such file")
        doc = self._world.store.get("files", number)
        headers = {
            "Content-Type": doc["mime"],
            "X-Content-Type-Options": "nosniff",
            "Content-Disposition": "inline" if doc["mime"].startswith(_SHOWN) else "attachment",
        }
        return web.Response(body=self._world.store.bytes_of(doc["sha256"]), headers=headers)

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move the rules' clock: by seconds, or to the next deadline."""
        if self._injected.set_clock is None:
            raise ControlError(CONFLICT, "there is no clock to move here")
        asked = await request.json()
        now, _ = await self._instants()
        seconds = asked.get("advance_seconds")
        if not asked.get("to_next") and not isinstance(seconds, int | float):
            raise ControlError(400, "say advance_seconds, or to_next")
        target = None if asked.get("to_next") else now + timedelta(seconds=seconds)
        moved = _told(*await self._injected.set_clock(target))
        self._world.hub.publish({"type": "clock", **moved})
        return web.json_response(moved)

    async def _instants(self) -> Instants:
        if self._injected.clock is None:
            return datetime.fromtimestamp(self._world.now(), UTC), None
        return await self._injected.clock()


def _told(now: datetime, following: datetime | None) -> Json:
    return {"now": now.isoformat(), "next": following.isoformat() if following else None}
