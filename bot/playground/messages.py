"""Messages: kept once, shown to each bot as its own, and to the page with safe HTML."""

from dataclasses import dataclass, field
from typing import Any

from bot.playground import files, updates
from bot.playground.render import rendered
from bot.playground.world import Spot, World

Json = dict[str, Any]

_MEDIA = ("document", "photo", "voice", "audio", "video")


@dataclass
class Posted:
    """A message that is about to be said."""

    place: Spot
    author: int
    content: Json
    thread: int | None = None
    reply_to: int | None = None
    inline: Json | None = None
    keyboard: Json | None = None
    album: str | None = None
    extra: Json = field(default_factory=dict)
    service: bool = False
    payload: str = ""
    silent: bool = False


def post(world: World, draft: Posted) -> Json:
    """Say it: keep it, show it to the page, deliver it to the bots that may see it.

    The stored document.
    """
    place = draft.place
    doc: Json = {
        "id": next_id(world, place),
        "place": place.key,
        "author": draft.author,
        "date": world.date(),
        "thread": draft.thread,
        "reply_to": draft.reply_to,
        "content": draft.content,
        "inline": draft.inline,
        "keyboard": draft.keyboard,
        "album": draft.album,
        "edited": None,
        "service": draft.service,
        "payload": draft.payload,
        "silent": draft.silent,
        "reactions": [],
        "extra": draft.extra,
    }
    world.store.put(f"messages/{place.key}", doc["id"], doc)
    world.tell("message", place, message=for_page(world, doc))
    _deliver(world, doc, "message")
    return doc


def change(
    world: World, doc: Json, *, kind: str = "edited", deliver: bool = False, **changes: object
) -> Json:
    """Replace parts of a message; ``kind`` is what the page is told. The new document."""
    new = doc | changes
    world.store.put(f"messages/{doc['place']}", doc["id"], new)
    world.tell(kind, Spot.named(doc["place"]), message=for_page(world, new))
    if deliver:
        _deliver(world, new, "edited_message")
    return new


def remove(world: World, doc: Json) -> None:
    """Delete for everybody, and unpin."""
    place = Spot.named(doc["place"])
    world.store.put(f"messages/{doc['place']}", doc["id"], None)
    if doc["id"] in pinned(world, place):
        set_pinned(world, place, [n for n in pinned(world, place) if n != doc["id"]])
    world.tell("deleted", place, message_id=doc["id"])


def find(world: World, place: Spot, message_id: int) -> Json | None:
    """None when it never was or was deleted."""
    found: Json | None = world.store.get(f"messages/{place.key}", message_id)
    return found


def listed(world: World, place: Spot) -> list[Json]:
    """All messages of a place, oldest first."""
    return sorted(world.store.all(f"messages/{place.key}").values(), key=lambda doc: int(doc["id"]))


def next_id(world: World, place: Spot) -> int:
    """Ids rise in each group, and in all private chats of a bot together."""
    return world.store.count(_series(place), start=_before_first(place))


def upcoming_id(world: World, place: Spot) -> int:
    """The id that the next message of a place will have."""
    last = world.store.get("counters", _series(place))
    return int(last or _before_first(place)) + 1


def pinned(world: World, place: Spot) -> list[int]:
    """Ids, the last pinned first."""
    return list(world.store.get("pinned", place.key) or [])


def set_pinned(world: World, place: Spot, ids: list[int]) -> None:
    """Replace the list of pinned messages and tell the page."""
    world.store.put("pinned", place.key, ids)
    world.tell("pinned", place, pinned=ids)


def view(world: World, doc: Json, bot: int, *, nested: bool = False) -> Json:
    """The Telegram ``Message`` that one bot sees; ``nested`` leaves out what it replies to."""
    place = Spot.named(doc["place"])
    shown: Json = {
        "message_id": doc["id"],
        "from": world.user(doc["author"]),
        "chat": world.chat(place),
        "date": doc["date"],
        **doc["content"],
        **doc["extra"],
    }
    if doc["edited"]:
        shown["edit_date"] = doc["edited"]
    if doc["thread"]:
        shown |= {"message_thread_id": doc["thread"], "is_topic_message": True}
    if doc["album"]:
        shown["media_group_id"] = doc["album"]
    if doc["inline"]:
        shown["reply_markup"] = doc["inline"]
    if "pinned_message" in shown:
        shown["pinned_message"] = _maybe(world, place, shown["pinned_message"], bot)
    answered = find(world, place, doc["reply_to"] or doc["thread"] or 0)
    if answered and not nested and answered["id"] != doc["id"]:
        shown["reply_to_message"] = view(world, answered, bot, nested=True)
    return files.own(shown, bot)


def for_page(world: World, doc: Json) -> Json:
    """A message as the control API shows it: Telegram's JSON, and what a page needs besides."""
    shown = view(world, doc, 0, nested=True)
    text = shown.get("text") or shown.get("caption") or ""
    return shown | {
        "thread_id": doc["thread"],
        "html": rendered(text, shown.get("entities") or shown.get("caption_entities") or []),
        "files": [_file(world, doc, kind) for kind in _MEDIA if kind in doc["content"]],
        "reply_to": doc["reply_to"],
        "edited": bool(doc["edited"]),
        "silent": doc["silent"],
        "reactions": doc["reactions"],
        "keyboard": doc["keyboard"],
    }


def _file(world: World, doc: Json, kind: str) -> Json:
    about = doc["content"][kind]
    last = about[-1] if isinstance(about, list) else about
    number = int(last["file_id"][1:])
    kept = world.store.get("files", number)
    public = files.file_id(0, number)
    return {
        "file_id": public,
        "name": kept["name"],
        "mime": kept["mime"],
        "size": kept["size"],
        "url": f"/play/file/{public}",
        "kind": kind,
    }


def _maybe(world: World, place: Spot, message_id: int, bot: int) -> Json:
    doc = find(world, place, message_id)
    if doc is None:
        return {"chat": world.chat(place), "message_id": message_id, "date": 0}
    return view(world, doc, bot, nested=True)


def _deliver(world: World, doc: Json, kind: str) -> None:
    place = Spot.named(doc["place"])
    for bot in world.bots_in(place):
        if _sees(world, doc, place, bot.id):
            updates.push(world, bot.id, kind, view(world, doc, bot.id))


def _sees(world: World, doc: Json, place: Spot, bot: int) -> bool:
    """Bots see no bot's messages; their own service messages they do.

    Privacy hides talk from those who are no admins.
    """
    if world.cast.bot(doc["author"]):
        return bool(doc["service"]) and doc["author"] == bot
    if place.private or doc["service"]:
        return True
    account = world.cast.bot(bot)
    seat = world.members(place.group)[bot]
    if seat["status"] in {"creator", "administrator"} or account is None or account.reads_all:
        return True
    answered = find(world, place, doc["reply_to"] or 0)
    said = doc["content"].get("text", "")
    command = said.startswith("/") and "@" not in said.split()[0]
    return bool(answered and answered["author"] == bot) or command or f"@{account.username}" in said


def _series(place: Spot) -> str:
    return f"messages/{place.group or place.bot}"


def _before_first(place: Spot) -> int:
    """A group's first message said that the group was made.

    1 is also the General topic's number.
    """
    return 0 if place.private else 1
