"""The desk hears once that the disk runs out, and once that there is room again."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.wiring.assembly import Assembly
from bot.wiring.room import AGAIN, ENOUGH, FULL, LOW, MEGABYTE, Room, free
from core.values.ids import DESK
from storage.outbox import SqlOutbox
from tests.bot.test_wiring import assembly

__all__ = ["assembly"]


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What is left of it."""
    found = SimpleNamespace(free=10**12)
    monkeypatch.setattr("bot.wiring.room.shutil.disk_usage", lambda _folder: found)
    return found


async def told(assembly: Assembly) -> list[tuple[str, Any]]:
    outbox = SqlOutbox(assembly.store.database, "desk")
    found = []
    while owed := await outbox.take((), 9):
        assert all(one.notice.to == DESK for one in owed)
        found += [(one.notice.kind, dict(one.notice.data)) for one in owed]
        await outbox.ended([], [one.id for one in owed])
    return found


async def test_a_disk_that_runs_out_is_told_once_and_so_is_room(
    assembly: Assembly, disk: SimpleNamespace
) -> None:
    least = max(assembly.settings.vault.keep_free_mb * MEGABYTE, FULL)
    await Room(assembly).watch()
    assert await told(assembly) == []
    disk.free = least - 1
    for _ in range(3):
        await Room(assembly).watch()  # also after a restart
    disk.free = least
    await Room(assembly).watch()
    assert await told(assembly) == [(LOW, {"left_mb": (least - 1) // MEGABYTE})]
    disk.free = int(least * ENOUGH)
    for _ in range(3):
        await Room(assembly).watch()
    assert await told(assembly) == [(AGAIN, {"left_mb": disk.free // MEGABYTE})]
    disk.free = 0
    await Room(assembly).watch()
    assert await told(assembly) == [(LOW, {"left_mb": 0})], "once each time"


async def test_a_disk_that_can_not_be_asked_has_no_room(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_folder: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("bot.wiring.room.shutil.disk_usage", gone)
    assert free(assembly.settings) == 0
