"""`/health` for whoever restarts us, `/metrics` for Prometheus: a few numbers, in plain text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

from aiohttp import web

SWEEP_LATE: Final = 60.0
"""Seconds without a sweep after which we are not ready."""
COURIER_LATE: Final = 300.0
"""Seconds that a notice may wait while Telegram lets us send."""
DEAF: Final = 60.0
"""Seconds without an answer to the question for updates after which a bot hears nobody."""


@dataclass(frozen=True, slots=True)
class EarHealth:
    """How well a bot hears people; an answer without updates is hearing too."""

    since_answer: float
    why: str = ""
    """What the last question failed by: `rival`, `webhook` or `away`; empty while it hears."""

    @property
    def heard(self) -> bool:
        """Within the minute."""
        return self.since_answer < DEAF


@dataclass(frozen=True, slots=True)
class Pulse:
    """How it goes. Seconds since something happened are None while it never did."""

    database: bool
    """Whether it can be written."""
    disk: bool
    """Whether there is room for the database and the vault."""
    caught_up: bool
    bots: Mapping[str, EarHealth]
    since_sweep: float | None
    since_update: float | None
    waiting_updates: int
    courier_lag: Mapping[str, Mapping[str, float]]
    """By bot and urgency: seconds that the oldest notice which is due has been waiting."""
    desk_topics: bool = True
    """Whether the desk's group lets topics be made: without one no arbiter sees a dispute."""

    @property
    def ready(self) -> bool:
        """Whether people are being served."""
        swept = self.since_sweep is not None and self.since_sweep < SWEEP_LATE
        stored = self.database and self.disk
        heard = self.caught_up and all(ear.heard for ear in self.bots.values())
        sent = self._worst_lag < COURIER_LATE and self.desk_topics
        return stored and heard and swept and sent

    @property
    def _worst_lag(self) -> float:
        return max((lag for lags in self.courier_lag.values() for lag in lags.values()), default=0)

    def as_json(self) -> dict[str, object]:
        """What `/health` says."""
        return {
            "live": True,
            "ready": self.ready,
            "database": self.database,
            "disk": self.disk,
            "caught_up": self.caught_up,
            "desk_topics": self.desk_topics,
            "bots": {
                name: {
                    "heard": ear.heard,
                    "seconds_since_answer": _round(ear.since_answer),
                    "why": ear.why,
                }
                for name, ear in self.bots.items()
            },
            "seconds_since_sweep": _round(self.since_sweep),
            "seconds_since_update": _round(self.since_update),
            "waiting_updates": self.waiting_updates,
            "courier_lag_seconds": _round(self._worst_lag),
            "courier_lag_by_urgency": {
                name: {urgency: _round(lag) for urgency, lag in lags.items()}
                for name, lags in self.courier_lag.items()
            },
        }

    def as_metrics(self) -> str:
        """What `/metrics` says, in Prometheus' text format; what never happened is left out."""
        gauges: dict[str, dict[str, float | None]] = {
            "ready": {"": float(self.ready)},
            "database_up": {"": float(self.database)},
            "disk_has_room": {"": float(self.disk)},
            "desk_topics": {"": float(self.desk_topics)},
            "seconds_since_sweep": {"": self.since_sweep},
            "seconds_since_update": {"": self.since_update},
            "seconds_since_answer": {
                f'{{bot="{name}"}}': ear.since_answer for name, ear in self.bots.items()
            },
            "waiting_updates": {"": float(self.waiting_updates)},
            "courier_lag_seconds": {
                f'{{bot="{name}",urgency="{urgency}"}}': lag
                for name, lags in self.courier_lag.items()
                for urgency, lag in lags.items()
            },
        }
        return "".join(_gauge(name, values) for name, values in gauges.items())


def _gauge(name: str, values: Mapping[str, float | None]) -> str:
    lines = [
        f"holdfast_{name}{labels} {value:g}\n"
        for labels, value in values.items()
        if value is not None
    ]
    return "".join([f"# TYPE holdfast_{name} gauge\n", *lines]) if lines else ""


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
