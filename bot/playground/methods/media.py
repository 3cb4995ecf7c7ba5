"""Sending files: uploaded, or named by a file id that the bot already knows.

One, or several as an album.
"""

import secrets
from typing import Any

from bot.botapi.schema import Upload
from bot.playground import entities, files, messages
from bot.playground.errors import bad
from bot.playground.messages import Posted
from bot.playground.methods.registry import METHODS, ApiCall, method
from bot.playground.methods.sending import drafted, flood, sent

Json = dict[str, Any]

KINDS = ("document", "photo", "voice", "audio", "video")
_ALBUM = range(2, 11)


def carried(call: ApiCall, kind: str, source: str | Upload, about: Json) -> Json:
    """The part of a message that carries the file, and its caption.

    ApiError for a wrong id or an empty file.
    """
    return file_part(call, kind, source, about) | caption_part(about)


def file_part(call: ApiCall, kind: str, source: str | Upload, about: Json) -> Json:
    """``{"document": {…}}`` from an upload, ``attach://part`` or a file id."""
    upload = (
        call.uploads.get(source.removeprefix("attach://")) if isinstance(source, str) else source
    )
    known = {key: about[key] for key in ("duration", "width", "height") if key in about}
    if upload is not None:
        return files.content(call.world, upload, kind, **({} if kind == "photo" else known))
    if isinstance(source, str) and source.startswith("attach://"):
        raise bad(f"there is no {kind} in the request")
    if isinstance(source, str) and source.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    return files.again(call.world, call.bot.id, str(source), kind)


def caption_part(about: Json) -> Json:
    """Caption and entities; ApiError when it is too long."""
    text, found = entities.caption_of(
        about.get("caption"), about.get("parse_mode"), about.get("caption_entities")
    )
    part: Json = {"caption": text} if text else {}
    if found:
        part["caption_entities"] = found
    if text and about.get("show_caption_above_media"):
        part["show_caption_above_media"] = True
    return part


def _offer(kind: str) -> None:
    def send(call: ApiCall) -> Json:
        place = call.open_place()
        content = carried(call, kind, call.params[kind], call.params)
        return sent(call, drafted(call, place, content))

    METHODS[f"send{kind.capitalize()}"] = send


for _kind in KINDS:
    _offer(_kind)


@method("sendMediaGroup")
def send_media_group(call: ApiCall) -> list[Json]:
    """Send an album of 2 to 10 files; it counts as so many messages."""
    place = call.open_place()
    media = call.params["media"]
    if len(media) not in _ALBUM:
        raise bad("group send failed: an album has 2 to 10 files")
    kinds = {item["type"] for item in media}
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise bad(f"{min(kinds & {'document', 'audio'})} can't be mixed with other media types")
    if not kinds <= set(KINDS):
        raise bad("the playground sends albums of documents, photos, audio and video")
    contents = [carried(call, item["type"], item["media"], item) for item in media]
    flood(call, place, len(media))
    album = str(secrets.randbits(53))
    docs = []
    for content in contents:
        draft: Posted = drafted(call, place, content)
        draft.album = album
        docs.append(messages.post(call.world, draft))
    return [messages.view(call.world, doc, call.bot.id) for doc in docs]


@method("getFile")
def get_file(call: ApiCall) -> Json:
    """Where a file can be downloaded; up to 20 MB."""
    return files.telegram_file(call.world, call.bot.id, call.params["file_id"])
