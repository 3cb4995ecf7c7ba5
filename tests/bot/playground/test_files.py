"""Files: up, down, again, as albums; and whose an id is."""

import io

import aiohttp
import pytest
import telegram
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge
from aiogram.types import BufferedInputFile, InputMediaPhoto
from PIL import Image

from bot.playground import files

from .tools import DESK, GROUP, PARTIES, Api, Play, file


def _picture(width: int = 200, height: int = 100) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(buffer, "PNG")
    return buffer.getvalue()


async def test_a_document_goes_up_and_comes_down_with_aiogram(
    parties: Bot, play: Play, bina: int
) -> None:
    sent = await parties.send_document(
        bina, BufferedInputFile(b"hello", "terms.pdf"), caption="<b>Terms</b>", parse_mode="HTML"
    )
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("terms.pdf", "application/pdf")
    down = await parties.download(sent.document)
    assert down is not None
    assert down.read() == b"hello"
    shown = (await play.last(bina, 7001))["files"][0]
    assert {key: shown[key] for key in ("name", "mime", "size", "kind")} == {
        "name": "terms.pdf",
        "mime": "application/pdf",
        "size": 5,
        "kind": "document",
    }
    async with play.http.get(shown["url"]) as response:
        assert await response.read() == b"hello"
        assert response.headers["Content-Disposition"] == "attachment"


async def test_a_file_of_a_person_comes_down_with_python_telegram_bot(
    desk: telegram.Bot, play: Play
) -> None:
    await play.send(1003, GROUP, "look", file=file("proof.txt", b"proof"))
    message = (await desk.get_updates())[0].message
    assert message is not None
    assert message.caption == "look"
    assert message.document is not None
    down = await (await message.document.get_file()).download_as_bytearray()
    assert bytes(down) == b"proof"


async def test_a_file_id_belongs_to_one_bot(
    parties: Bot, desk: telegram.Bot, play: Play, bina: int
) -> None:
    await play.send(1003, 7002, "/start")
    sent = await parties.send_document(bina, BufferedInputFile(b"x", "x.txt"))
    assert sent.document is not None
    again = await parties.send_document(bina, sent.document.file_id)
    assert again.document == sent.document
    with pytest.raises(telegram.error.BadRequest, match=r"[Ww]rong file identifier"):
        await desk.send_document(1003, sent.document.file_id)
    with pytest.raises(telegram.error.BadRequest, match=r"[Ww]rong file identifier"):
        await desk.get_file(sent.document.file_id)


async def test_a_file_keeps_its_kind(parties: Bot, bina: int) -> None:
    sent = await parties.send_document(bina, BufferedInputFile(b"x", "x.txt"))
    assert sent.document is not None
    with pytest.raises(TelegramBadRequest, match="can't use file of type Document as Photo"):
        await parties.send_photo(bina, sent.document.file_id)


async def test_a_photo_has_sizes_the_largest_last(parties: Bot, play: Play, bina: int) -> None:
    sent = await parties.send_photo(bina, BufferedInputFile(_picture(), "logo.png"))
    assert sent.photo is not None
    assert [(size.width, size.height) for size in sent.photo] == [(90, 45), (200, 100)]
    again = await parties.send_photo(bina, sent.photo[-1].file_id)
    assert again.photo == sent.photo
    assert (await play.last(bina, 7001))["files"][0]["kind"] == "photo"


async def test_what_is_no_picture_is_no_photo(parties: Bot, bina: int) -> None:
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await parties.send_photo(bina, BufferedInputFile(b"words", "logo.png"))
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await parties.send_photo(bina, BufferedInputFile(_picture(2100, 100), "logo.png"))
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await parties.send_document(bina, BufferedInputFile(b"", "empty.txt"))


@pytest.mark.parametrize("kind", ["voice", "audio", "video"])
async def test_sound_and_film_go_up_too(api: Api, bina: int, kind: str) -> None:
    form = aiohttp.FormData({"chat_id": str(bina), "duration": "7", "caption": "x"})
    form.add_field(kind, b"noise", filename="a.bin")
    address = f"/bot{PARTIES}/send{kind.capitalize()}"
    async with api.http.post(address, data=form) as response:
        sent = (await response.json())["result"]
    assert sent[kind]["duration"] == 7
    assert sent["caption"] == "x"


async def test_an_album_is_several_messages_of_one_group(
    parties: Bot, play: Play, bina: int
) -> None:
    photos = [BufferedInputFile(_picture(), f"{n}.png") for n in range(3)]
    sent = await parties.send_media_group(bina, [InputMediaPhoto(media=p) for p in photos])
    assert len({message.media_group_id for message in sent}) == 1
    assert len((await play.chat(bina, 7001))["messages"]) == 4


async def test_an_album_of_documents_from_the_desk(desk: telegram.Bot) -> None:
    media = [
        telegram.InputMediaDocument(
            b"one", filename="1.txt", caption="<b>both</b>", parse_mode="HTML"
        ),
        telegram.InputMediaDocument(b"two", filename="2.txt"),
    ]
    sent = await desk.send_media_group(GROUP, media)
    assert sent[0].caption == "both"
    assert [message.document.file_name for message in sent if message.document] == [
        "1.txt",
        "2.txt",
    ]


async def test_an_album_has_2_to_10_files_of_kinds_that_mix(api: Api, bina: int) -> None:
    known = [{"type": "document", "media": "x"}]
    refusal = await api.no("sendMediaGroup", chat_id=bina, media=known)
    assert "2 to 10" in refusal
    mixed = [*known, {"type": "photo", "media": "x"}]
    assert "can't be mixed" in await api.no("sendMediaGroup", chat_id=bina, media=mixed)


async def test_people_send_albums_too(api: Api, play: Play, bina: int) -> None:
    both = [file("1.txt", b"1"), file("2.txt", b"2")]
    answer = await play.post("send", person=bina, chat=7001, text="two files", files=both)
    assert len(answer["message_ids"]) == 2
    one, two = (update["message"] for update in (await api.updates())[-2:])
    assert one["media_group_id"] == two["media_group_id"]
    assert (one["caption"], two.get("caption")) == ("two files", None)


async def test_a_caption_has_1024_units(parties: Bot, bina: int) -> None:
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await parties.send_document(bina, BufferedInputFile(b"x", "x.txt"), caption="x" * 1025)


def test_the_limits_are_telegrams() -> None:
    assert (files.UPLOAD_LIMIT, files.DOWNLOAD_LIMIT) == (50 * 2**20, 20 * 2**20)


async def test_what_is_too_large_does_not_go_up(
    parties: Bot, bina: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "UPLOAD_LIMIT", 10)
    fits = await parties.send_document(bina, BufferedInputFile(bytes(10), "fits.bin"))
    assert fits.document is not None
    with pytest.raises(TelegramEntityTooLarge, match="Request Entity Too Large"):
        await parties.send_document(bina, BufferedInputFile(bytes(11), "huge.bin"))


async def test_what_is_too_large_does_not_come_down(
    api: Api, play: Play, bina: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "DOWNLOAD_LIMIT", 10)
    await play.send(bina, 7001, file=file("big.bin", bytes(11)))
    document = (await api.updates())[-1]["message"]["document"]
    refusal = await api.no("getFile", file_id=document["file_id"])
    assert refusal == "Bad Request: file is too big"


async def test_a_download_needs_a_token_and_a_real_path(
    http: aiohttp.ClientSession, play: Play, api: Api, bina: int
) -> None:
    await play.send(bina, 7001, file=file("a.txt", b"x"))
    document = (await api.updates())[-1]["message"]["document"]
    path = (await api.ok("getFile", file_id=document["file_id"]))["file_path"]
    for address, status in [
        (f"/file/bot{DESK}x/{path}", 401),
        (f"/file/bot{PARTIES}/{path}", 200),
        (f"/file/bot{PARTIES}/documents/file_9.txt", 404),
        (f"/file/bot{PARTIES}/documents/other.txt", 404),
    ]:
        async with http.get(address) as response:
            assert response.status == status


async def test_a_web_page_among_the_files_is_never_shown_as_one(play: Play, bina: int) -> None:
    await play.send(bina, 7001, file=file("x.html", b"<script>", mime="text/html"))
    shown = (await play.last(bina, 7001))["files"][0]
    async with play.http.get(shown["url"]) as response:
        assert response.headers["Content-Disposition"] == "attachment"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
