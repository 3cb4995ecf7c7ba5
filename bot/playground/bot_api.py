"""The Bot API over HTTP: ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""

import asyncio
import json
import logging
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.botapi.schema import Upload
from bot.playground import files
from bot.playground.cast import BotAccount
from bot.playground.errors import NOT_FOUND, UNAUTHORIZED, ApiError, bad
from bot.playground.faults import Fault
from bot.playground.methods import METHODS, ApiCall
from bot.playground.updates import Polls
from bot.playground.world import World

Json = dict[str, Any]

_NOT_HERE = {
    "business_connection_id",
    "direct_messages_topic_id",
    "ephemeral_message_parameters",
    "suggested_post_parameters",
    "receiver_user_id",
    "inline_message_id",
}

_log = logging.getLogger(__name__)


class BotApi:
    """Answers the bots."""

    def __init__(self, world: World) -> None:
        """Serve one world."""
        self._world = world
        self._polls = Polls(world)

    def routes(self) -> list[web.RouteDef]:
        """Every method by GET and POST, and downloads."""
        return [
            web.route("*", "/bot{token:[^/]+}/{method:[^/]*}", self.call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Execute one method; failures that were asked for happen here."""
        try:
            bot = self._bot(request)
            name = self._name(request)
            fault = self._world.faults.take(name, bot.id)
            if fault and (fault.before or fault.status != "drop"):
                return _faulty(request, fault)
            result = await self._execute(request, bot, name)
            if fault:
                return _faulty(request, fault)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code, headers=_retry(error))
        except web.HTTPRequestEntityTooLarge:
            refusal = files.too_large()
            return web.json_response(refusal.body(), status=refusal.code)
        return web.json_response({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.Response:
        """A file, by the path that getFile gave."""
        try:
            self._bot(request)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        doc = files.at_path(self._world, request.match_info["path"])
        if doc is None or doc["size"] > files.DOWNLOAD_LIMIT:
            return web.json_response(ApiError(NOT_FOUND, "Not Found").body(), status=NOT_FOUND)
        return web.Response(
            body=self._world.store.bytes_of(doc["sha256"]), content_type="application/octet-stream"
        )

    def _bot(self, request: web.Request) -> BotAccount:
        bot = self._world.cast.bot_with(request.match_info["token"])
        if bot is None:
            raise ApiError(UNAUTHORIZED, "Unauthorized")
        return bot

    def _name(self, request: web.Request) -> str:
        name = self._world.schema.method_named(request.match_info["method"])
        if name is None:
            raise ApiError(NOT_FOUND, "Not Found: method not found")
        return name

    async def _execute(self, request: web.Request, bot: BotAccount, name: str) -> object:
        raw, uploads = await _body(request)
        fields = self._world.schema.methods[name]  # a part named like a parameter is that parameter
        raw |= {
            part: upload for part, upload in uploads.items() if part in fields and part not in raw
        }
        params, wrong = self._world.schema.request(name, raw)
        if name != "getUpdates" and name not in METHODS:
            raise bad(f"the playground does not offer {name}")
        wrong += [f'the playground does not do "{part}"' for part in sorted(_NOT_HERE & raw.keys())]
        if wrong:
            raise bad(f"{name}: {'; '.join(wrong)}")
        if name == "getUpdates":
            result: object = await self._polls.get(bot.id, params)
        else:
            with self._world.store.change():
                result = METHODS[name](ApiCall(self._world, bot, params, uploads))
            self._check(name, result)
        return result

    def _check(self, name: str, result: object) -> None:
        """An answer that the schema forbids is a mistake of the playground.

        A test reads the list.
        """
        mistakes = self._world.schema.answer(name, result)
        if mistakes:
            self._world.mistakes += mistakes
            _log.error("the answer to %s breaks the schema: %s", name, mistakes)


async def _body(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Parameters of the address, of a form or of a JSON object, and the uploaded files by part."""
    params: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        params |= _json(await request.text())
    elif request.can_read_body:
        for name, value in (await request.post()).items():
            if isinstance(value, FileField):
                data = await asyncio.to_thread(value.file.read)
                if len(data) > files.UPLOAD_LIMIT:
                    raise files.too_large()
                uploads[name] = Upload(data, value.filename, value.content_type)
            else:
                params[name] = value
    return params, uploads


def _json(text: str) -> Json:
    try:
        found = json.loads(text or "{}")
    except ValueError as error:
        raise bad("can't parse the request as JSON object") from error
    if not isinstance(found, dict):
        raise bad("can't parse the request as JSON object")
    return {key: value for key, value in found.items() if value is not None}


def _faulty(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.status == "drop":
        if request.transport:
            request.transport.abort()
        return web.Response()
    error = fault.error()
    return web.json_response(error.body(), status=error.code, headers=_retry(error))


def _retry(error: ApiError) -> dict[str, str]:
    return {"Retry-After": str(error.parameters["retry_after"])} if error.parameters else {}
