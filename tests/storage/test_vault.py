"""Evidence files: kept once, whole, by their content; removed only when nothing refers to them."""

from __future__ import annotations

import hashlib
import os
import secrets
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.values.errors import BadInput
from core.values.words import FileRef
from storage.vault import DamagedError, FileVault, is_sealed, read_key
from tests.storage.look import watched

CONTENT = b"three drafts\x00\xff"
HASH = hashlib.sha256(CONTENT).hexdigest()
KEY = bytes(range(32))


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> FileVault:
    return FileVault(tmp_path / "vault", limit_mb=1, key=request.param)


async def put(vault: FileVault, content: bytes = CONTENT) -> FileRef:
    return await vault.put(content, name="draft.png", mime="image/png", kind="photo")


def age(vault: FileVault, sha256: str, days: float) -> None:
    then = time.time() - days * 86_400
    os.utime(vault.place(sha256), (then, then))


def referring(*hashes: str) -> Callable[[list[str]], object]:
    async def referred(asked: list[str]) -> set[str]:
        return set(asked) & set(hashes)

    return referred


async def test_what_was_put_can_be_got(vault: FileVault) -> None:
    file = await put(vault)
    assert file == FileRef(HASH, "draft.png", "image/png", len(CONTENT), "photo")
    assert await vault.get(file) == CONTENT


async def test_the_same_content_is_kept_once(vault: FileVault) -> None:
    await put(vault)
    await put(vault)
    assert len(list(vault.files())) == 1


async def test_a_file_that_is_too_large_is_refused(vault: FileVault) -> None:
    with pytest.raises(BadInput, match="file-too-large") as refusal:
        await put(vault, bytes(1_000_001))
    assert refusal.value.data == {"limit_mb": 1}
    assert list(vault.files()) == []


async def test_a_file_as_large_as_may_be_is_kept(vault: FileVault) -> None:
    assert (await put(vault, bytes(1_000_000))).size == 1_000_000


async def test_a_vault_that_is_told_nothing_takes_what_telegram_lets_bots_have(
    tmp_path: Path,
) -> None:
    with pytest.raises(BadInput) as refusal:
        await put(FileVault(tmp_path), bytes(20_000_001))
    assert refusal.value.data == {"limit_mb": 20}


async def test_the_room_is_what_the_disk_has_above_what_is_to_stay_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "storage.vault.shutil.disk_usage", lambda _: SimpleNamespace(free=5_000_000)
    )
    rooms = [await FileVault(tmp_path, keep_free_mb=free).room() for free in (0, 3, 5, 6)]
    assert rooms == [5_000_000, 2_000_000, 0, 0]
    assert await FileVault(tmp_path).room() == 5_000_000


async def test_what_was_put_is_on_the_disk_under_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, synced = FileVault(tmp_path), watched(monkeypatch)
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - no loop waits for it
    await put(vault)
    assert [path.parent for path in synced] == [tmp_path / "tmp", tmp_path, tmp_path.parent]
    assert synced[1:] == [vault.place(HASH).parent, tmp_path]
    after = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - as above
    assert after == before, "and nothing stays open"


async def test_a_vault_is_nobody_elses_to_look_into(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        vault = FileVault(tmp_path / "far" / "vault")
        FileVault(tmp_path / "far" / "vault")
        await put(vault)
    finally:
        os.umask(before)
    inside = [tmp_path / "far" / "vault", *(tmp_path / "far" / "vault").rglob("*")]
    assert {(path.is_dir(), path.stat().st_mode & 0o777) for path in inside} == {
        (True, 0o700),
        (False, 0o600),
    }


async def test_whether_any_file_is_encrypted_can_be_seen(tmp_path: Path) -> None:
    assert not is_sealed(tmp_path)
    await put(FileVault(tmp_path))
    assert not is_sealed(tmp_path)
    await put(FileVault(tmp_path, key=KEY), b"another")
    assert is_sealed(tmp_path)


def test_a_key_without_anything_to_encrypt_with_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    with pytest.raises(RuntimeError, match="needs the package"):
        FileVault(tmp_path, key=KEY)


async def test_a_changed_file_is_not_handed_out(vault: FileVault) -> None:
    file = await put(vault)
    place = vault.place(HASH)
    place.write_bytes(place.read_bytes()[:-1] + b"x")
    with pytest.raises(DamagedError):
        await vault.get(file)


@pytest.mark.parametrize("damage", [b"", b"x", b"HFV1" + bytes(40)], ids=["empty", "other", "torn"])
async def test_a_damaged_file_heals_when_the_same_content_comes_again(
    vault: FileVault, damage: bytes
) -> None:
    file = await put(vault)
    vault.place(HASH).write_bytes(damage)
    assert await put(vault) == file
    assert await vault.get(file) == CONTENT
    assert len(list(vault.files())) == 1


async def test_a_lost_file_is_told(vault: FileVault) -> None:
    file = await put(vault)
    assert await vault.missing([HASH]) == []
    vault.place(HASH).unlink()
    assert await vault.missing([HASH]) == [HASH]
    with pytest.raises(FileNotFoundError):
        await vault.get(file)


async def test_what_nothing_refers_to_is_removed_once_it_is_old(vault: FileVault) -> None:
    kept, orphan, young = [await put(vault, secrets.token_bytes(8)) for _ in range(3)]
    for file in (kept, orphan):
        age(vault, file.sha256, days=3)
    removed = await vault.collect(referring(kept.sha256), timedelta(days=2))  # type: ignore[arg-type]
    assert removed == 1
    assert await vault.missing([f.sha256 for f in (kept, orphan, young)]) == [orphan.sha256]


async def test_a_file_put_again_is_young_again(vault: FileVault) -> None:
    await put(vault)
    age(vault, HASH, days=3)
    await put(vault)
    assert await vault.collect(referring(), timedelta(days=2)) == 0  # type: ignore[arg-type]


async def test_a_file_that_is_put_again_while_it_is_collected_stays(vault: FileVault) -> None:
    await put(vault)
    age(vault, HASH, days=3)

    async def put_meanwhile(asked: list[str]) -> set[str]:
        assert asked == [HASH]
        await put(vault)
        return set()

    assert await vault.collect(put_meanwhile) == 0
    assert await vault.missing([HASH]) == []


async def test_orphans_go_after_two_days_however_many_they_are(
    vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.vault._BATCH", 2)
    files = [await put(vault, bytes([number])) for number in range(6)]
    for file in files[:5]:
        age(vault, file.sha256, days=2.01)
    age(vault, files[5].sha256, days=1.99)
    assert await vault.collect(referring(files[3].sha256)) == 4  # type: ignore[arg-type]
    left = sorted(vault.place(file.sha256) for file in (files[3], files[5]))
    assert list(vault.files()) == left


async def test_a_draft_that_nobody_finished_goes_as_well(vault: FileVault, tmp_path: Path) -> None:
    drafts = [tmp_path / "vault" / "tmp" / name for name in ("old", "young")]
    for draft, days in zip(drafts, (2.01, 1.99), strict=True):
        draft.write_bytes(b"half")
        then = time.time() - days * 86_400
        os.utime(draft, (then, then))
    assert await vault.collect(referring()) == 0  # type: ignore[arg-type]
    assert [draft.exists() for draft in drafts] == [False, True]


async def test_what_is_just_as_old_as_it_may_be_stays(
    vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(vault)
    now = time.time() // 1
    monkeypatch.setattr("storage.vault.time.time", lambda: now)
    age(vault, HASH, days=2)
    assert await vault.collect(referring()) == 0  # type: ignore[arg-type]


async def test_with_a_key_nothing_of_a_file_is_readable(tmp_path: Path) -> None:
    locked = FileVault(tmp_path, key=KEY)
    file = await put(locked)
    assert CONTENT not in locked.place(HASH).read_bytes()
    with pytest.raises(DamagedError):
        await FileVault(tmp_path).get(file)
    with pytest.raises(DamagedError):
        await FileVault(tmp_path, key=bytes(32)).get(file)


async def test_files_from_before_the_key_stay_readable(tmp_path: Path) -> None:
    file = await put(FileVault(tmp_path))
    assert await FileVault(tmp_path, key=KEY).get(file) == CONTENT


async def test_an_encrypted_file_under_another_name_is_not_handed_out(tmp_path: Path) -> None:
    locked = FileVault(tmp_path, key=KEY)
    await put(locked)
    other = FileRef("b" * 64, "x", "x", 1)
    locked.place(other.sha256).parent.mkdir()
    locked.place(HASH).rename(locked.place(other.sha256))
    with pytest.raises(DamagedError):
        await locked.get(other)


def test_a_key_is_read_from_hex_or_base64() -> None:
    assert read_key(KEY.hex()) == KEY
    assert read_key("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=") == KEY


@pytest.mark.parametrize("text", ["", "secret", "zz" * 32, "AAEC"])
def test_a_wrong_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        read_key(text)
