"""What people do with their phones."""

import secrets
from dataclasses import dataclass, field
from typing import Any

from bot.botapi.schema import Upload
from bot.playground import entities, files, messages, queries, updates
from bot.playground.errors import ApiError, ControlError
from bot.playground.messages import Posted
from bot.playground.utf16 import index, length
from bot.playground.world import Spot, World

Json = dict[str, Any]

_QUERY_LIMIT = 256


@dataclass
class Saying:
    """What somebody is about to send.

    Words, files (several are an album), or a place on the map.
    """

    person: int
    chat: int
    text: str = ""
    thread: int | None = None
    reply_to: int | None = None
    uploads: list[tuple[str, Upload]] = field(default_factory=list)
    other: Json = field(default_factory=dict)


def send(world: World, saying: Saying) -> list[int]:
    """Send it; the ids of the messages.

    The first words to a bot start it. ControlError when a phone would not.
    """
    place = world.place_for(saying.person, saying.chat)
    if place.private:
        if world.contact(place.bot, place.person)["blocked"]:
            raise ControlError(409, "this person blocks the bot: unblock it first")
        world.set_contact(place.bot, place.person, started=True)
    _check_topic(world, place, saying)
    if saying.reply_to is not None and messages.find(world, place, saying.reply_to) is None:
        raise ControlError(404, f"there is no message {saying.reply_to} to reply to")
    album = str(secrets.randbits(53)) if len(saying.uploads) > 1 else None
    contents = _contents(world, saying)
    if not contents:
        raise ControlError(400, "nothing to send")
    thread, reply_to = saying.thread, saying.reply_to
    drafts = [
        Posted(place, saying.person, part, thread, reply_to, album=album) for part in contents
    ]
    return [int(messages.post(world, draft)["id"]) for draft in drafts]


def _contents(world: World, saying: Saying) -> list[Json]:
    if saying.other:
        return [saying.other]
    if not saying.uploads:
        return [_words(part, "text", "entities") for part in _parts(saying.text)]
    try:
        contents = [files.content(world, upload, kind) for kind, upload in saying.uploads]
    except ApiError as error:
        raise ControlError(400, error.description) from error
    if length(saying.text.strip()) > entities.CAPTION_LIMIT:
        raise ControlError(400, "a caption has at most 1024 characters")
    if saying.text.strip():
        contents[0] |= _words(saying.text, "caption", "caption_entities")
    return contents


def _words(text: str, key: str, entities_key: str) -> Json:
    said, found = entities.formatted(text, None, None)
    return {key: said} | ({entities_key: found} if found else {})


def _parts(text: str) -> list[str]:
    """Long words in messages of at most 4,096 units, as a phone sends them."""
    parts, rest = [], text.strip()
    while rest:
        size = index(rest, entities.TEXT_LIMIT)
        parts.append(rest[:size])
        rest = rest[size:].strip()
    return parts


def _check_topic(world: World, place: Spot, saying: Saying) -> None:
    if saying.thread is None:
        return
    topic = world.store.get(f"topics/{place.key}", saying.thread)
    if topic is None:
        raise ControlError(404, f"there is no topic {saying.thread}")
    if topic["closed"] and not world.may(place.group, saying.person, "can_manage_topics"):
        raise ControlError(403, "the topic is closed")


def edit(world: World, person: int, chat: int, message_id: int, text: str) -> None:
    """Change one's own words; the bots get ``edited_message``."""
    doc = message_of(world, person, chat, message_id)
    if doc["author"] != person:
        raise ControlError(403, "only one's own messages can be edited")
    key, marks = (
        ("text", "entities") if "text" in doc["content"] else ("caption", "caption_entities")
    )
    kept = {name: part for name, part in doc["content"].items() if name not in {key, marks}}
    if not text.strip() and key == "text":
        raise ControlError(400, "a message can not become empty")
    messages.change(
        world, doc, content=kept | _words(text, key, marks), edited=world.date(), deliver=True
    )


def delete(world: World, person: int, chat: int, message_id: int) -> None:
    """Delete for everybody. Bots are not told."""
    doc = message_of(world, person, chat, message_id)
    place = Spot.named(doc["place"])
    if (
        not place.private
        and doc["author"] != person
        and not world.may(place.group, person, "can_delete_messages")
    ):
        raise ControlError(403, "only administrators delete what others wrote")
    messages.remove(world, doc)


def press(world: World, person: int, chat: int, message_id: int, data: str) -> Json:
    """Press a callback button, or send data as if there were such a button.

    The question that the bot is to answer.
    """
    doc = message_of(world, person, chat, message_id)
    bot = doc["author"]
    if world.cast.bot(bot) is None:
        raise ControlError(400, "only messages of bots have buttons")
    place = Spot.named(doc["place"])
    question = queries.ask(world, "press", bot, person, place=place.key, message=message_id)
    updates.push(world, bot, "callback_query", {
        "id": question["id"],
        "from": world.user(person),
        "message": messages.view(world, doc, bot),
        "chat_instance": str(sum(place.key.encode()) * 1_000_003),
        "data": data,
    })  # fmt: skip
    return question


def button(world: World, person: int, chat: int, message_id: int, row: int, col: int) -> Json:
    """The button at a place; ControlError when there is none."""
    doc = message_of(world, person, chat, message_id)
    rows = (doc["inline"] or {"inline_keyboard": []})["inline_keyboard"]
    if not (0 <= row < len(rows) and 0 <= col < len(rows[row])):
        shown = [[item["text"] for item in line] for line in rows]
        raise ControlError(
            404, f"message {message_id} has no button at row {row}, column {col}: it has {shown}"
        )
    found: Json = rows[row][col]
    return found


def message_of(world: World, person: int, chat: int, message_id: int) -> Json:
    """A message on somebody's phone; ControlError when it is not there."""
    doc = messages.find(world, world.place_for(person, chat), message_id)
    if doc is None:
        raise ControlError(404, f"there is no message {message_id} in this chat")
    return doc


def inline(world: World, person: int, bot: int, query: str) -> Json:
    """Type ``@bot query`` in some chat; the question that the bot is to answer with results."""
    account = world.cast.bot(bot)
    if account is None or world.cast.person(person) is None or not account.inline:
        raise ControlError(404, "there is no such bot, or it has no inline mode")
    question = queries.ask(world, "inline", bot, person, query=query[:_QUERY_LIMIT])
    asked = {
        "id": question["id"],
        "from": world.user(person),
        "query": question["query"],
        "offset": "",
    }
    updates.push(world, bot, "inline_query", asked)
    return question


def choose(world: World, person: int, query_id: str, result_id: str, chat: int | None) -> Json:
    """Send an inline result: into a chat of this world, or, without one, to somebody outside it.

    What is sent.
    """
    question = world.store.get("questions", query_id)
    results = ((question or {}).get("answer") or {}).get("results", [])
    result = next((item for item in results if item["id"] == result_id), None)
    if question is None or result is None or question["person"] != person:
        raise ControlError(404, "there is no such inline result")
    said = result.get("input_message_content", {})
    content: Json = {"text": said.get("message_text") or result.get("title", "")}
    if said.get("entities"):
        content["entities"] = said["entities"]
    chosen = {"result_id": result_id, "from": world.user(person), "query": question["query"]}
    updates.push(world, question["bot"], "chosen_inline_result", chosen)
    if chat is None:
        return {"message": content | {"reply_markup": result.get("reply_markup")}}
    place = world.place_for(person, chat)
    via = {"via_bot": world.user(question["bot"])}
    doc = messages.post(
        world, Posted(place, person, content, inline=result.get("reply_markup"), extra=via)
    )
    return {"message_id": doc["id"], "message": messages.for_page(world, doc)}


def block(world: World, person: int, bot: int, *, blocked: bool) -> None:
    """Block a bot, or unblock it; the bot gets ``my_chat_member``."""
    if world.cast.person(person) is None or world.cast.bot(bot) is None:
        raise ControlError(404, "there is no such person or bot")
    if world.contact(bot, person)["blocked"] == blocked:
        return
    world.set_contact(bot, person, blocked=blocked)
    user = world.user(bot)
    member: Json = {"status": "member", "user": user}
    banned: Json = {"status": "kicked", "user": user, "until_date": 0}
    place = Spot(bot=bot, person=person)
    updates.push(world, bot, "my_chat_member", {
        "chat": world.chat(place),
        "from": world.user(person),
        "date": world.date(),
        "old_chat_member": member if blocked else banned,
        "new_chat_member": banned if blocked else member,
    })  # fmt: skip
    world.tell("blocked", place, bot=bot, blocked=blocked)
