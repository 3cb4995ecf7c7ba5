"""The control API between the page (or a story test) and the world: JSON under ``/play/``."""

import base64
import binascii
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiohttp import web

from bot.botapi.schema import Upload
from bot.playground import members, notes, paying, people, queries, topics
from bot.playground.entities import is_start_payload
from bot.playground.errors import FORBIDDEN, ControlError
from bot.playground.people import Saying
from bot.playground.world import Spot, World

Json = dict[str, Any]
Handler = Callable[[Json], Awaitable[Json]]

BOUND = web.AppKey("bound", str)
"""The name that the server was asked to listen at."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")
ANSWER_SECONDS = 5.0
_KINDS = {"document", "photo", "voice", "audio", "video"}


class Control:
    """Answers the page."""

    def __init__(self, world: World) -> None:
        """Serve one world."""
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Everything that somebody's finger can do, and the settings."""
        posts: dict[str, Handler] = {
            "send": self.send, "edit": self.edit, "delete": self.delete, "press": self.press,
            "inline": self.inline, "choose": self.choose, "block": self.block, "open": self.open,
            "member": self.member, "topic": self.topic, "settings": self.settings,
            "note": self.note,
        }  # fmt: skip
        return [web.post(f"/play/{name}", _posted(handler)) for name, handler in posts.items()]

    async def send(self, asked: Json) -> Json:
        """Somebody sends words, files, a place or a contact."""
        listed = asked.get("files") or ([asked["file"]] if asked.get("file") else [])
        saying = Saying(
            person=asked["person"],
            chat=asked["chat"],
            text=asked.get("text") or "",
            thread=_thread(asked.get("thread_id")),
            reply_to=asked.get("reply_to"),
            uploads=[_upload(item) for item in listed],
            other={key: asked[key] for key in ("location", "contact") if asked.get(key)},
        )
        with self._world.store.change():
            numbers = people.send(self._world, saying)
        return {"message_id": numbers[0], "message_ids": numbers}

    async def edit(self, asked: Json) -> Json:
        """Somebody edits their own message."""
        with self._world.store.change():
            people.edit(
                self._world, asked["person"], asked["chat"], asked["message_id"], asked["text"]
            )
        return {"ok": True}

    async def delete(self, asked: Json) -> Json:
        """Somebody deletes a message for everybody."""
        with self._world.store.change():
            people.delete(self._world, asked["person"], asked["chat"], asked["message_id"])
        return {"ok": True}

    async def press(self, asked: Json) -> Json:
        """Somebody presses a button.

        Buttons that ask no bot give what the phone would do: url, copy or switch.
        A Pay button pays.
        """
        where = (asked["person"], asked["chat"], asked["message_id"])
        data = asked.get("data")
        if data is None:
            button = people.button(self._world, *where, asked["row"], asked["col"])
            if "pay" in button:
                return await self._pay(*where)
            if "callback_data" not in button:
                return {"answer": None, "button": button}
            data = button["callback_data"]
        with self._world.store.change():
            question = people.press(self._world, *where, data)
        answer = await queries.wait(
            self._world, question["id"], float(asked.get("wait", ANSWER_SECONDS))
        )
        return {"answer": answer, "query_id": question["id"]}

    async def _pay(self, person: int, chat: int, message_id: int) -> Json:
        """Ask the bot whether to go on, and pay if it says yes within 10 seconds."""
        with self._world.store.change():
            question = paying.checkout(self._world, person, chat, message_id)
        seconds = queries.OPEN_SECONDS["checkout"]
        said = await queries.wait(self._world, question["id"], seconds)
        if said and said["ok"]:
            with self._world.store.change():
                paying.pay(self._world, question)
        return {"answer": None, "paid": bool(said and said["ok"]), "checkout": said}

    async def inline(self, asked: Json) -> Json:
        """Somebody types ``@bot …``."""
        with self._world.store.change():
            question = people.inline(
                self._world, asked["person"], asked["bot"], asked.get("query") or ""
            )
        answer = await queries.wait(self._world, question["id"], ANSWER_SECONDS)
        return {"query_id": question["id"], "results": None, **(answer or {})}

    async def choose(self, asked: Json) -> Json:
        """Somebody sends one of the inline results."""
        with self._world.store.change():
            return people.choose(
                self._world,
                asked["person"],
                asked["query_id"],
                asked["result_id"],
                asked.get("chat"),
            )

    async def block(self, asked: Json) -> Json:
        """Somebody blocks a bot, or unblocks it."""
        with self._world.store.change():
            people.block(self._world, asked["person"], asked["bot"], blocked=bool(asked["blocked"]))
        return {"ok": True}

    async def note(self, asked: Json) -> Json:
        """Somebody puts a note into the world outside, or with `remove` throws one away."""
        with self._world.store.change():
            if "remove" in asked:
                notes.remove(self._world, asked["remove"])
                return {"ok": True}
            return {"id": notes.add(self._world, asked)}

    async def open(self, asked: Json) -> Json:
        """Somebody taps a link to one of the bots, as it was pasted into the world outside."""
        parts = urlsplit(asked["url"])
        query = parse_qs(parts.query, keep_blank_values=True)
        name = query.get("domain", [""])[0] if parts.scheme == "tg" else parts.path.strip("/")
        bot = self._world.cast.bot_named(name)
        known = parts.scheme == "tg" or parts.hostname in {"t.me", "telegram.me"}
        if bot is None or not known:
            raise ControlError(404, f"this link leads to none of the bots here: {asked['url']}")
        payload = query.get("start", [""])[0]
        if payload and not is_start_payload(payload):
            raise ControlError(400, "a start parameter is 1 to 64 of A-Z, a-z, 0-9, _ and -")
        sent = await self.send(
            {"person": asked["person"], "chat": bot.id, "text": f"/start {payload}".strip()}
        )
        return sent | {"chat": bot.id}

    async def member(self, asked: Json) -> Json:
        """Somebody (a bot, when ``who`` is one) comes into a group or leaves it."""
        world, group = self._world, asked["chat"]
        who = asked["who"] if "who" in asked else asked["person"]
        if world.cast.group(group) is None or not (world.cast.person(who) or world.cast.bot(who)):
            raise ControlError(404, "there is no such group, or nobody with that id")
        with world.store.change():
            if asked["joined"]:
                members.join(
                    world, group, who, by=asked["person"], status=asked.get("status", "member")
                )
            else:
                members.leave(world, group, who, by=asked["person"])
        return {"ok": True}

    async def topic(self, asked: Json) -> Json:
        """An administrator begins, renames, closes, reopens or deletes a topic by hand."""
        world, person, action = self._world, asked["person"], asked["action"]
        place = world.place_for(person, asked["chat"])
        if place.private or not world.may(place.group, person, "can_manage_topics"):
            raise ControlError(403, "only administrators of a group manage its topics")
        with world.store.change():
            if action == "create":
                return {"thread_id": topics.create(world, place, person, asked["name"])["id"]}
            self._change_topic(place, asked)
        return {"ok": True}

    def _change_topic(self, place: Spot, asked: Json) -> None:
        world, person, action = self._world, asked["person"], asked["action"]
        topic = topics.find(world, place, asked["thread_id"])
        if topic is None:
            raise ControlError(404, f"there is no topic {asked['thread_id']}")
        match action:
            case "delete":
                topics.delete(world, place, topic)
            case "rename":
                said = {"forum_topic_edited": {"name": asked["name"]}}
                topics.change(world, place, topic, person, said, name=asked["name"])
            case "close" | "reopen":
                closed = action == "close"
                event: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
                topics.change(world, place, topic, person, event, closed=closed)
            case _:
                raise ControlError(
                    400, "a topic's action is create, rename, close, reopen or delete"
                )

    async def settings(self, asked: Json) -> Json:
        """Flood control, people's languages, failures that are to happen."""
        world = self._world
        if "flood" in asked:
            world.flood.on = bool(asked["flood"])
        with world.store.change():
            for person, code in (asked.get("language") or {}).items():
                world.store.put("languages", person, code)
        if asked.get("fail"):
            world.faults.add(asked["fail"])
        languages = {str(who.id): world.language(who.id) for who in world.cast.people}
        return {
            "flood": world.flood.on,
            "sent": world.flood.sent,
            "refused": world.flood.refused,
            "language": languages,
        }


def _posted(handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            asked = await request.json()
            return web.json_response(await handler(asked))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            text = (
                f"{error.args[0]!r} is missing"
                if isinstance(error, KeyError)
                else f"not understood: {error}"
            )
            raise ControlError(400, text) from error

    return answer


def _name(host: str) -> str:
    """Without the port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


@web.middleware
async def refusals(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """A ControlError as ``{"error": …}`` with its status. No other site's page may act here.

    Nor one whose name was made to lead to this machine after it was loaded: the browser still says
    that name.
    """
    if _name(request.host) not in (*LOOPBACK, request.app[BOUND]):
        return web.json_response({"error": "this is no address of ours"}, status=FORBIDDEN)
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return web.json_response({"error": "only the page itself may do this"}, status=FORBIDDEN)
    try:
        return await handler(request)
    except ControlError as error:
        return web.json_response({"error": error.text}, status=error.status)


def _thread(number: int | None) -> int | None:
    """A page may call the General topic by its number."""
    return None if number == topics.GENERAL else number


def _upload(item: Json) -> tuple[str, Upload]:
    kind = item.get("kind", "document")
    if kind not in _KINDS:
        raise ControlError(400, f"a file's kind is one of {', '.join(sorted(_KINDS))}")
    try:
        data = base64.b64decode(item["data_b64"], validate=True)
    except binascii.Error as error:
        raise ControlError(400, "data_b64 is not base64") from error
    return kind, Upload(data, item.get("name") or "file", item.get("mime") or "")
