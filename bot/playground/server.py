"""One aiohttp server: the Bot API, the control API, the page."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.playground.auto import Auto
from bot.playground.bot_api import BotApi
from bot.playground.control import BOUND, Control, refusals
from bot.playground.watching import Injected, Instants, Watching
from bot.playground.world import World

Json = dict[str, Any]

PAGE = Path(__file__).with_name("page")
WORLD = web.AppKey("world", World)
_REQUEST_LIMIT = 128 * 2**20
_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}


def build_app(
    world: World,
    *,
    host: str = "127.0.0.1",
    set_clock: Callable[[datetime | None], Awaitable[Instants]] | None = None,
    clock: Callable[[], Awaitable[Instants]] | None = None,
    inspect: Callable[[int], Awaitable[Json]] | None = None,
) -> web.Application:
    """The application, reached at `host` or at the names of this machine.

    Without the functions the clock is the real one and there is nothing to inspect.
    """
    app = web.Application(client_max_size=_REQUEST_LIMIT, middlewares=[refusals])
    app[WORLD] = world
    app[BOUND] = host
    auto = Auto()
    app.on_shutdown.append(auto.stop)
    app.add_routes([
        *BotApi(world).routes(),
        *Control(world).routes(),
        *Watching(world, Injected(set_clock, clock, inspect)).routes(),
        *auto.routes(),
        web.get("/", _index),
        web.get("/page/{name}", _asset),
    ])  # fmt: skip
    return app


class Running:
    """A server that is up."""

    def __init__(self, runner: web.AppRunner, host: str, port: int, world: World) -> None:
        """Made by ``start``."""
        self.port = port
        self.url = f"http://{host}:{port}"
        self._runner = runner
        self._world = world

    async def close(self) -> None:
        """Stop listening, end the streams, let go of the state file."""
        self._world.hub.close()
        await self._runner.cleanup()
        self._world.close()


async def start(
    world: World,
    host: str = "127.0.0.1",
    port: int = 8088,
    *,
    set_clock: Callable[[datetime | None], Awaitable[Instants]] | None = None,
    clock: Callable[[], Awaitable[Instants]] | None = None,
    inspect: Callable[[int], Awaitable[Json]] | None = None,
) -> Running:
    """Serve; port 0 takes a free one. OSError when the port is taken."""
    app = build_app(world, host=host, set_clock=set_clock, clock=clock, inspect=inspect)
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    bound: int = runner.addresses[0][1]
    return Running(runner, host, bound, world)


async def _index(_request: web.Request) -> web.StreamResponse:
    return _served("index.html")


async def _asset(request: web.Request) -> web.StreamResponse:
    return _served(request.match_info["name"])


def _served(name: str) -> web.StreamResponse:
    path = PAGE / name
    if path.suffix not in _TYPES or path.parent != PAGE or not path.is_file():
        raise web.HTTPNotFound(text="The playground has no such page.")
    return web.FileResponse(
        path, headers={"Content-Type": _TYPES[path.suffix], "Cache-Control": "no-cache"}
    )
