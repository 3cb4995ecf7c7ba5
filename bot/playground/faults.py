"""Failures on demand.

A number of calls that Telegram answers with an error, or does not answer at all.
"""

from dataclasses import dataclass
from typing import Any, Literal

from bot.playground.errors import TOO_MANY, ApiError, ControlError, too_many

Json = dict[str, Any]
Status = int | Literal["drop"]

_TEXTS = {
    409: "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
_SPARED = {"getUpdates", "getMe"}


@dataclass
class Fault:
    """What goes wrong, where, and how many more times.

    ``drop`` breaks the connection once the method has been executed, so that the sender can not
    know; with ``before`` the connection breaks and nothing has happened.
    """

    status: Status
    times: int
    method: str | None = None
    bot: int | None = None
    before: bool = False
    retry_after: int = 1

    def meets(self, method: str, bot: int) -> bool:
        """Polling is spared unless it is named."""
        named = method == self.method if self.method else method not in _SPARED
        return self.times > 0 and named and self.bot in (None, bot)

    def error(self) -> ApiError:
        """The answer for a fault that is not a dropped connection."""
        if self.status == TOO_MANY:
            return too_many(self.retry_after)
        return ApiError(int(self.status), _TEXTS[int(self.status)])


class Faults:
    """The faults that are waiting to happen."""

    def __init__(self) -> None:
        """Begin with none."""
        self._waiting: list[Fault] = []

    def add(self, asked: Json) -> None:
        """From the control API; ``times`` 0 takes back every waiting fault of that method."""
        status = asked.get("status", 500)
        if status != "drop" and status not in {TOO_MANY, *_TEXTS}:
            raise ControlError(400, 'a fault\'s status is 409, 429, 500, 502 or "drop"')
        fault = Fault(
            status=status,
            times=int(asked.get("times", 1)),
            method=asked.get("method"),
            bot=asked.get("bot"),
            before=bool(asked.get("before", False)),
            retry_after=int(asked.get("retry_after", 1)),
        )
        if fault.times:
            self._waiting.append(fault)
        else:
            self._waiting = [f for f in self._waiting if fault.method not in (None, f.method)]

    def take(self, method: str, bot: int) -> Fault | None:
        """The fault that this call meets, if any; it then has happened once more."""
        fault = next((f for f in self._waiting if f.meets(method, bot)), None)
        if fault:
            fault.times -= 1
            self._waiting = [f for f in self._waiting if f.times > 0]
        return fault
