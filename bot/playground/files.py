"""Files: kept once, known to each bot by an id of its own."""

import base64
import binascii
import io
import mimetypes
from pathlib import PurePosixPath
from typing import Any

from PIL import Image, UnidentifiedImageError

from bot.botapi.schema import Upload
from bot.playground.errors import ApiError, bad
from bot.playground.world import World

Json = dict[str, Any]

UPLOAD_LIMIT = 50 * 2**20
DOWNLOAD_LIMIT = 20 * 2**20
_PHOTO_LIMIT = 10 * 2**20
_PHOTO_SIDES = 10_000
_THUMBNAIL = 90
_NAMES = {
    "document": "Document",
    "photo": "Photo",
    "voice": "VoiceNote",
    "audio": "Audio",
    "video": "Video",
}
WRONG_ID = "wrong file identifier/HTTP URL specified"


def add(world: World, upload: Upload, kind: str, **extra: object) -> int:
    """Keep a file and describe it; its number."""
    number = world.store.count("files")
    world.store.put("files", number, {
        "sha256": world.store.keep(upload.data),
        "size": len(upload.data),
        "kind": kind,
        "name": upload.name,
        "mime": mimetypes.guess_type(upload.name)[0] or upload.mime or "application/octet-stream",
        **extra,
    })  # fmt: skip
    return number


def content(world: World, upload: Upload, kind: str, **extra: object) -> Json:
    """The part of a message that carries a new file.

    ``{"document": {…}}``, file ids still to be made a bot's own.
    """
    if not upload.data:
        raise bad("file must be non-empty")
    if kind == "photo":
        return {"photo": _photo(world, upload)}
    number = add(world, upload, kind, **extra)
    return {kind: described(world, number)}


def described(world: World, number: int) -> Json:
    """A stored file as Telegram describes it in a message."""
    doc = world.store.get("files", number)
    about: Json = {
        "file_id": f"@{number}",
        "file_unique_id": f"AgAD{number:06d}",
        "file_size": doc["size"],
    }
    if doc["kind"] == "document":
        return about | {"file_name": doc["name"], "mime_type": doc["mime"]}
    if doc["kind"] in {"photo", "thumbnail"}:
        return about | {"width": doc["width"], "height": doc["height"]}
    about |= {"duration": doc.get("duration", 1), "mime_type": doc["mime"]}
    if doc["kind"] == "video":
        about |= {"width": doc.get("width", 640), "height": doc.get("height", 360)}
    return about if doc["kind"] == "voice" else about | {"file_name": doc["name"]}


def again(world: World, bot: int, file_id: str, kind: str) -> Json:
    """The part of a message that carries a file which the bot already knows.

    ApiError when it does not.
    """
    number = number_of(world, file_id, bot)
    if number is None:
        raise bad(WRONG_ID)
    doc = world.store.get("files", number)
    if doc["kind"] != kind:
        raise bad(
            f"can't use file of type {_NAMES.get(doc['kind'], 'Thumbnail')} as {_NAMES[kind]}"
        )
    if kind == "photo":
        return {"photo": [described(world, n) for n in (doc["thumbnail"], number)]}
    return {kind: described(world, number)}


def file_id(bot: int, number: int) -> str:
    """The id by which one bot (0: the page) knows a file."""
    return base64.urlsafe_b64encode(f"file:{bot}:{number}".encode()).decode().rstrip("=")


def number_of(world: World, identifier: str, bot: int | None) -> int | None:
    """The file that a bot calls so; None for another bot's id and for nonsense.

    Any bot's, when ``bot`` is None.
    """
    try:
        word, owner, number = (
            base64.urlsafe_b64decode(identifier + "=" * (-len(identifier) % 4)).decode().split(":")
        )
        known = (
            word == "file"
            and (bot is None or int(owner) == bot)
            and world.store.get("files", int(number))
        )
    except (ValueError, binascii.Error):
        return None
    return int(number) if known else None


def own(message: Json, bot: int) -> Json:
    """A message's JSON with every file id made a bot's own."""
    return {key: _own(key, value, bot) for key, value in message.items()}


def _own(key: str, value: object, bot: int) -> object:
    if isinstance(value, list):
        return [_own(key, item, bot) for item in value]
    if isinstance(value, dict):
        return own(value, bot)
    if key == "file_id" and isinstance(value, str) and value.startswith("@"):
        return file_id(bot, int(value[1:]))
    return value


def telegram_file(world: World, bot: int, identifier: str) -> Json:
    """What ``getFile`` answers; ApiError for a foreign id and for more than 20 MB."""
    number = number_of(world, identifier, bot)
    if number is None:
        raise bad(WRONG_ID)
    doc = world.store.get("files", number)
    if doc["size"] > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    about = described(world, number)
    return {
        "file_id": identifier,
        "file_unique_id": about["file_unique_id"],
        "file_size": doc["size"],
        "file_path": path_of(world, number),
    }


def path_of(world: World, number: int) -> str:
    """The path behind ``/file/bot<token>/``."""
    doc = world.store.get("files", number)
    suffix = PurePosixPath(doc["name"]).suffix or mimetypes.guess_extension(doc["mime"]) or ""
    return f"{doc['kind']}s/file_{number}{suffix}"


def at_path(world: World, path: str) -> Json | None:
    """The file's document by its path; None when there is none."""
    stem = PurePosixPath(path).stem.removeprefix("file_")
    if not stem.isdecimal() or world.store.get("files", int(stem)) is None:
        return None
    found: Json = world.store.get("files", int(stem))
    return found if path_of(world, int(stem)) == path else None


def too_large() -> ApiError:
    """For an upload of more than 50 MB."""
    return ApiError(413, "Request Entity Too Large")


def _photo(world: World, upload: Upload) -> list[Json]:
    if len(upload.data) > _PHOTO_LIMIT:
        raise bad("file is too big for a photo")
    try:
        with Image.open(io.BytesIO(upload.data)) as image:
            width, height = image.size
            if width + height > _PHOTO_SIDES or max(width, height) > 20 * min(width, height):
                raise bad("PHOTO_INVALID_DIMENSIONS")
            small = image.convert("RGB")
    except (UnidentifiedImageError, OSError) as error:
        raise bad("IMAGE_PROCESS_FAILED") from error
    small.thumbnail((_THUMBNAIL, _THUMBNAIL))
    buffer = io.BytesIO()
    small.save(buffer, "JPEG")
    thumb = add(
        world,
        Upload(buffer.getvalue(), "thumbnail.jpg", "image/jpeg"),
        "thumbnail",
        width=small.width,
        height=small.height,
    )
    full = add(world, upload, "photo", width=width, height=height, thumbnail=thumb)
    return [described(world, thumb), described(world, full)]
