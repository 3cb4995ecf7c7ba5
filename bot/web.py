"""`/health` for whoever restarts us, `/metrics` for Prometheus: a few numbers, in plain text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import web

SWEEP_LATE: Final = 60.0
"""Seconds without a sweep after which we are not ready."""
COURIER_LATE: Final = 300.0
"""Seconds that a notice may wait while Telegram lets us send."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """How it goes. Seconds since something happened are None while it never did."""

    database: bool
    caught_up: bool
    since_sweep: float | None
    since_update: float | None
    waiting_updates: int
    courier_lag: float
    """Seconds that the oldest notice which is due has been waiting."""

    @property
    def ready(self) -> bool:
        """Whether people are being served."""
        swept = self.since_sweep is not None and self.since_sweep < SWEEP_LATE
        return self.database and self.caught_up and swept and self.courier_lag < COURIER_LATE

    def as_json(self) -> dict[str, object]:
        """What `/health` says."""
        return {
            "live": True,
            "ready": self.ready,
            "database": self.database,
            "caught_up": self.caught_up,
            "seconds_since_sweep": _round(self.since_sweep),
            "seconds_since_update": _round(self.since_update),
            "waiting_updates": self.waiting_updates,
            "courier_lag_seconds": _round(self.courier_lag),
        }

    def as_metrics(self) -> str:
        """What `/metrics` says, in Prometheus' text format; what never happened is left out."""
        gauges = {
            "ready": float(self.ready),
            "database_up": float(self.database),
            "seconds_since_sweep": self.since_sweep,
            "seconds_since_update": self.since_update,
            "waiting_updates": float(self.waiting_updates),
            "courier_lag_seconds": self.courier_lag,
        }
        return "".join(
            f"# TYPE holdfast_{name} gauge\nholdfast_{name} {value:g}\n"
            for name, value in gauges.items()
            if value is not None
        )


def _round(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)


async def serve(
    listen: str, pulse: Callable[[], Awaitable[Pulse]], *, health: bool, metrics: bool
) -> web.AppRunner:
    """Listen on `host:port`. Raises OSError where that is taken."""

    async def say_health(_request: web.Request) -> web.Response:
        now = await pulse()
        return web.json_response(now.as_json(), status=200 if now.ready else 503)

    async def say_metrics(_request: web.Request) -> web.Response:
        return web.Response(text=(await pulse()).as_metrics())

    app = web.Application()
    if health:
        app.router.add_get("/health", say_health)
    if metrics:
        app.router.add_get("/metrics", say_metrics)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    host, _, port = listen.rpartition(":")
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port)).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner
