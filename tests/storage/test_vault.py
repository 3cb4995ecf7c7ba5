"""Evidence files: kept once, whole, by their content; removed only when nothing refers to them."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from core.values.errors import BadInput
from core.values.words import FileRef
from storage.vault import DamagedError, FileVault, read_key

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
