"""How single values are written in the configuration, and read."""

from __future__ import annotations

import base64
import re
import unicodedata
from contextlib import suppress
from datetime import time, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator

from core.values import currencies
from core.values.policy import QuietHours

_UNITS: Final = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
_DURATION: Final = re.compile(r"(?:\d+[dhms])+")
_TIME: Final = re.compile(r"(\d{2}):(\d{2})")
_QUIET: Final = re.compile(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})")
_LISTEN: Final = re.compile(r"(?P<host>[^\s:]+|\[[0-9a-fA-F:]+\]):(?P<port>\d{1,5})")
_SHARE: Final = re.compile(r"([1-9]\d?)%")
_IN_A_FILE: Final = "sqlite+aiosqlite:///"
_PORTS: Final = 65_535
_KEY_BYTES: Final = 32
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_DAY: Final = timedelta(days=1)
_MOST: Final = Decimal(10) ** 12
_LONGEST: Final = 10 * 365 * _UNITS["d"]


def duration(typed: object) -> timedelta:
    """Read `7d`, `72h`, `90m`, `30s` or several together, `1h30m`. Raises ValueError."""
    if isinstance(typed, timedelta):
        return typed
    text = str(typed).strip().lower()
    seconds = 0
    if _DURATION.fullmatch(text):
        seconds = sum(int(n) * _UNITS[unit] for n, unit in re.findall(r"(\d+)([dhms])", text))
    if not 0 < seconds <= _LONGEST:
        msg = 'write a duration such as "7d", "72h", "90m", "30s" or "1h30m", of 10 years at most'
        raise ValueError(msg)
    return timedelta(seconds=seconds)


def is_database(url: str) -> bool:
    """Whether it names a file for SQLite, or a server for PostgreSQL, with a driver we have."""
    if url.startswith(_IN_A_FILE):
        return url.removeprefix(_IN_A_FILE) not in ("", ":memory:")
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        return False
    return parts.scheme == "postgresql+asyncpg" and port != 0


def is_key(typed: str) -> bool:
    """Whether it is 32 bytes in hex or in base64."""
    try:
        if len(typed) == 2 * _KEY_BYTES:
            return len(bytes.fromhex(typed)) == _KEY_BYTES
        return len(base64.b64decode(typed, validate=True)) == _KEY_BYTES
    except ValueError:
        return False


def _rung(typed: object) -> float | timedelta:
    if isinstance(typed, float):
        return typed
    share = _SHARE.fullmatch(str(typed).strip())
    if share:
        return int(share[1]) / 100
    try:
        return duration(typed)
    except ValueError:
        msg = 'write a share of the window such as "50%", or time left such as "24h"'
        raise ValueError(msg) from None


def _quiet_hours(typed: object) -> QuietHours | None:
    if typed is None or isinstance(typed, QuietHours):
        return typed
    if typed == "off":
        return None
    found = _QUIET.fullmatch(str(typed))
    try:
        if found:
            begins, ends = (time(int(found[n]), int(found[n + 1])) for n in (1, 3))
            return QuietHours(begins, ends)
    except ValueError:
        found = None
    msg = 'write local hours such as "22:00-09:00", or "off"'
    raise ValueError(msg)


def _time_of_day(typed: object) -> time | None:
    if typed is None or isinstance(typed, time):
        return typed
    if typed == "off":
        return None
    with suppress(ValueError):
        found = _TIME.fullmatch(str(typed))
        if found:
            return time(int(found[1]), int(found[2]))
    msg = 'write a time of day such as "09:00", or "off"'
    raise ValueError(msg)


def _listen(typed: str) -> str:
    found = _LISTEN.fullmatch(typed)
    if typed and (found is None or not 0 <= int(found["port"]) <= _PORTS):
        msg = 'write an address and a port such as "127.0.0.1:8090", or "" for off'
        raise ValueError(msg)
    return typed


def web_address(typed: str) -> str:
    """With its scheme, without a slash at its end. Raises ValueError."""
    parts = urlsplit(typed)
    if typed and (parts.scheme not in ("http", "https") or not parts.hostname):
        msg = 'write an address such as "https://example.com"'
        raise ValueError(msg)
    return typed.rstrip("/")


def _zone(typed: str) -> str:
    try:
        ZoneInfo(typed)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        msg = 'write a time zone such as "Europe/Madrid" or "UTC"'
        raise ValueError(msg) from None
    return typed


def _no_flag(typed: object) -> object:
    """`true` is no number, though Python counts it as 1."""
    if isinstance(typed, bool):
        msg = "write a number"
        raise ValueError(msg)  # noqa: TRY004 - pydantic reads this one
    return typed


def _line(typed: str) -> str:
    """A name or the like: one line that can be seen."""
    line = " ".join(typed.split())
    if any(unicodedata.category(char) in _UNSEEN for char in line):
        msg = "write one line of text, without control characters"
        raise ValueError(msg)
    return line


def _path(typed: object) -> object:
    if not isinstance(typed, str | Path) or not str(typed).strip() or "\0" in str(typed):
        msg = "write the name of a file or folder in quotes"
        raise ValueError(msg)
    return typed


def _currency(typed: str) -> str:
    code = typed.upper()
    if not currencies.known(code):
        msg = 'write the code of a currency, such as "EUR"'
        raise ValueError(msg)
    return code


def amount(typed: object) -> Decimal:
    """More than nothing. Raises ValueError."""
    try:
        found = Decimal(str(typed))
    except InvalidOperation:
        found = Decimal(0)
    if not found.is_finite() or not 0 < found < _MOST:
        msg = 'write an amount such as "500.00", without the currency'
        raise ValueError(msg)
    return found


def _percent(typed: object) -> Decimal:
    try:
        percent = Decimal(str(typed))
    except InvalidOperation:
        percent = Decimal(-1)
    if not percent.is_finite() or not 0 <= percent <= Decimal(50) or percent * 100 % 1:
        msg = 'write a percentage from 0 to 50 with at most two decimals, such as "2.5"'
        raise ValueError(msg)
    return percent


def minor(amount: Decimal, currency: str) -> int:
    """The amount in minor units. Raises ValueError where it has more decimals than the currency."""
    scaled = amount.scaleb(currencies.get(currency).exponent)
    if scaled % 1:
        msg = f"{currency} has {currencies.get(currency).exponent} decimals"
        raise ValueError(msg)
    return int(scaled)


def iban(typed: str) -> str:
    """The IBAN without spaces, its check digits verified. Raises ValueError."""
    from schwifty import IBAN  # noqa: PLC0415 - it loads the banks of the world, for this alone
    from schwifty.exceptions import SchwiftyException  # noqa: PLC0415

    if not typed:
        return ""
    try:
        return str(IBAN(typed))
    except SchwiftyException:
        msg = "this is not a valid IBAN; is a digit missing or two swapped?"
        raise ValueError(msg) from None


Whole = Annotated[int, BeforeValidator(_no_flag)]
"""A whole number; whoever uses it names both of its bounds."""
Line = Annotated[str, AfterValidator(_line)]
Place = Annotated[Path, BeforeValidator(_path)]
Duration = Annotated[timedelta, BeforeValidator(duration)]
DurationOrNone = Annotated[
    timedelta, BeforeValidator(lambda typed: timedelta(0) if typed in (0, "0") else duration(typed))
]
"""`0` is at once."""
Rung = Annotated[float | timedelta, BeforeValidator(_rung)]
TimeOfDay = Annotated[time | None, BeforeValidator(_time_of_day)]
Quiet = Annotated[QuietHours | None, BeforeValidator(_quiet_hours)]
Listen = Annotated[str, AfterValidator(_listen)]
WebAddress = Annotated[str, AfterValidator(web_address)]
Zone = Annotated[str, AfterValidator(_zone)]
CurrencyCode = Annotated[str, AfterValidator(_currency)]
Amount = Annotated[Decimal, BeforeValidator(amount)]
Percent = Annotated[Decimal, BeforeValidator(_percent)]
Iban = Annotated[str, AfterValidator(iban)]
Amounts = dict[CurrencyCode, Amount]
