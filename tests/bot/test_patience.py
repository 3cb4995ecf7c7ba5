"""What Telegram does not give is asked for with patience, and then said in plain words."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramServerError
from aiogram.methods import GetFile
from aiogram.types import Message

from bot.config import Settings
from bot.mail.patience import SECONDS, TRIES, Patience
from bot.mail.sending import RetryAfter, TryAgain, Unreachable
from bot.parties.commands import introduce
from bot.parties.kit.files import download
from bot.wiring.line import Line
from core.ports import StoreAway
from core.values.errors import BadInput
from storage.vault import FileVault
from tests.bot.parties.world import World, build
from tests.bot.test_whose import _response_error
from tests.kit.virtual_time import now, virtual

GET_FILE = GetFile(file_id="f1")
TROUBLES: list[Exception] = [
    _response_error(502),
    _response_error(404),
    aiohttp.ServerDisconnectedError(),
    TelegramServerError(GET_FILE, "Bad Gateway"),
    TelegramNetworkError(GET_FILE, "timed out"),
    TelegramBadRequest(
        GET_FILE, "Bad Request: wrong file_id or the file is temporarily unavailable"
    ),
    TelegramBadRequest(GET_FILE, "Bad Request: words of tomorrow"),
]


class _Telegram:
    """A bot whose file can not be had while there is trouble."""

    def __init__(self, trouble: Exception | None) -> None:
        self.trouble = trouble

    async def get_file(self, _file_id: str) -> Any:
        if isinstance(self.trouble, TelegramBadRequest | TelegramServerError):
            raise self.trouble
        return type("File", (), {"file_path": "documents/f1"})

    async def download_file(self, _path: str, into: Any) -> None:
        if self.trouble is not None:
            raise self.trouble
        into.write(b"the drafts")


MESSAGE = Message.model_validate(
    {
        "message_id": 5,
        "date": 1_767_614_400,
        "chat": {"id": 1001, "type": "private"},
        "document": {"file_id": "f1", "file_unique_id": "u1", "file_name": "drafts.zip"},
    }
)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda error: type(error).__name__)
@virtual
async def test_a_file_that_can_not_be_had_is_tried_for_minutes_and_then_named(
    trouble: Exception, tmp_path: Path
) -> None:
    bot: Any = _Telegram(trouble)
    vault, patience, tries = FileVault(tmp_path), Patience(), 0

    async def as_the_intake_does() -> None:
        nonlocal tries
        while True:
            with suppress(TryAgain):
                await download(bot, MESSAGE, vault, Settings(), patience)
            tries += 1
            await asyncio.sleep(10.0)

    with pytest.raises(BadInput, match="file-away") as no:
        await as_the_intake_does()
    assert no.value.data["name"] == "drafts.zip"
    assert tries >= TRIES
    assert now() >= SECONDS


@virtual
async def test_a_file_that_comes_after_all_is_kept(tmp_path: Path) -> None:
    telegram = _Telegram(TROUBLES[0])
    bot: Any = telegram
    vault, patience = FileVault(tmp_path), Patience()
    for _ in range(TRIES + 3):
        with pytest.raises(TryAgain):
            await download(bot, MESSAGE, vault, Settings(), patience)
    telegram.trouble = None
    [kept] = await download(bot, MESSAGE, vault, Settings(), patience)
    assert await vault.get(kept) == b"the drafts"


@virtual
async def test_a_disk_that_is_full_is_waited_for_and_never_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    bot: Any = _Telegram(None)
    vault = FileVault(tmp_path)
    monkeypatch.setattr("storage.vault.os.fsync", full)
    with pytest.raises(StoreAway, match="No space"):
        await download(bot, MESSAGE, vault, Settings(), Patience())
    assert not list(vault.files())


def _line(introduced: Any) -> Line:
    nothing: Any = None
    rest = {"hearing": nothing, "close": nothing, "known": nothing, "buttons": nothing}
    return Line("parties", nothing, nothing, nothing, nothing, introduce=introduced, **rest)


@virtual
async def test_whatever_telegram_says_at_the_start_the_bot_is_introduced_in_the_end() -> None:
    troubles: list[Exception] = [
        TryAgain("502"),
        RetryAfter(3600.0),
        Unreachable("chat not found"),
        StoreAway("locked"),
    ] * 3
    said_at: list[float] = []

    async def introduced() -> None:
        if troubles:
            raise troubles.pop()
        said_at.append(now())

    await _line(introduced)._introduce()  # noqa: SLF001 - what `start` leaves running
    assert said_at
    assert said_at[0] >= 3 * 3600.0


async def test_one_refusal_at_the_start_holds_up_no_other_step() -> None:
    world: World = build()
    world.telegram.failing = [TelegramServerError(GET_FILE, "Bad Gateway")]
    with pytest.raises(TelegramServerError):
        await introduce(world.bot, world.app)
    said = {kind for kind, _ in world.telegram.set}
    assert said == {"commands", "description", "short"}
    before = len(world.telegram.set)
    await introduce(world.bot, world.app)
    assert len(world.telegram.set) == before + 1


async def test_what_an_older_server_does_not_know_is_passed_over() -> None:
    world: World = build()
    world.telegram.failing = [TelegramBadRequest(GET_FILE, "Bad Request: words of tomorrow")]
    await introduce(world.bot, world.app)
    assert len(world.telegram.set) > 3
