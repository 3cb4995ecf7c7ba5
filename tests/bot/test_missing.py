"""A file that the vault has lost: said in words, the desk told once, and never a crash."""

from __future__ import annotations

import pytest

from bot.wiring.assembly import Assembly
from bot.wiring.missing import LOST, WatchedVault
from core.ports import StoreAway
from tests.bot.test_room import told
from tests.bot.test_wiring import assembly

__all__ = ["assembly"]


async def test_of_a_lost_file_the_desk_hears_once_however_often_it_is_asked_for(
    assembly: Assembly,
) -> None:
    vault = WatchedVault(assembly)
    assert await vault.room() == await assembly.vault.room()
    kept, lost, other = [
        await vault.put(name.encode(), name=name, mime="text/plain", kind="document")
        for name in ("kept.txt", "lost.txt", "other.txt")
    ]
    assembly.vault.place(lost.sha256).unlink()
    assembly.vault.place(other.sha256).unlink()
    assert await vault.get(kept) == b"kept.txt"
    for again in (vault, vault, WatchedVault(assembly)):
        with pytest.raises(FileNotFoundError):
            await again.get(lost)
    assert await told(assembly) == [(LOST, {"name": "lost.txt", "sha256": lost.sha256})]
    with pytest.raises(FileNotFoundError):
        await vault.get(other)
    assert len(await told(assembly)) == 1


async def test_the_desk_is_told_and_that_it_was_is_kept_or_neither(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = WatchedVault(assembly)
    lost = await vault.put(b"lost", name="lost.txt", mime="text/plain", kind="document")
    assembly.vault.place(lost.sha256).unlink()

    def cut(*_: object) -> None:
        raise StoreAway

    with monkeypatch.context() as broken:
        broken.setattr("bot.wiring.once.put_flag", cut)
        with pytest.raises(StoreAway):
            await vault.get(lost)
    assert await told(assembly) == []
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            await vault.get(lost)
    assert len(await told(assembly)) == 1
