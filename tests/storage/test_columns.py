"""Instants in rows: whole microseconds, and none that names no instant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from storage.columns import from_micros, now_micros, to_micros


def test_an_instant_is_whole_microseconds_since_1970() -> None:
    at = datetime(1970, 1, 2, 0, 0, 0, 7, tzinfo=UTC)
    assert to_micros(at) == 86_400_000_007
    assert from_micros(86_400_000_007) == at
    assert to_micros(at.astimezone(timezone(timedelta(hours=3)))) == 86_400_000_007


def test_what_names_no_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="names no instant"):
        to_micros(datetime(2026, 1, 1))  # noqa: DTZ001 - the naive one


def test_wall_time_is_the_machines_in_microseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 1_234_567_999)
    assert now_micros() == 1_234_567
