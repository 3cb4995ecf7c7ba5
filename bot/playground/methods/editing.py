"""Changing and deleting what was sent."""

from typing import Any

from bot.playground import entities, keyboards, messages
from bot.playground.errors import bad
from bot.playground.methods.media import KINDS, caption_part, carried
from bot.playground.methods.registry import ApiCall, method
from bot.playground.world import Spot

Json = dict[str, Any]

DELETABLE_SECONDS = 48 * 3600
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_MOST_DELETED = 100


def _editable(call: ApiCall) -> Json:
    if "chat_id" not in call.params or "message_id" not in call.params:
        raise bad("message identifier is not specified")
    doc = call.message(call.place(), "message to edit not found")
    if (
        doc["author"] != call.bot.id
        or doc["keyboard"]
        or doc["service"]
        or "forward_origin" in doc["extra"]
    ):
        raise bad("message can't be edited")
    return doc


def _edited(call: ApiCall, doc: Json, content: Json) -> Json:
    """The buttons go unless they are given again."""
    inline = keyboards.inline_keyboard(call.params.get("reply_markup"))
    if content == doc["content"] and inline == doc["inline"]:
        raise bad(_SAME)
    new = messages.change(call.world, doc, content=content, inline=inline, edited=call.world.date())
    return messages.view(call.world, new, call.bot.id)


@method("editMessageText")
def edit_text(call: ApiCall) -> Json:
    """Other words."""
    doc = _editable(call)
    if "text" not in doc["content"]:
        raise bad("there is no text in the message to edit")
    text, found = entities.text_of(
        call.params.get("text", ""),
        call.params.get("parse_mode"),
        call.params.get("entities"),
    )
    content: Json = {"text": text} | ({"entities": found} if found else {})
    if preview := call.params.get("link_preview_options"):
        content["link_preview_options"] = preview
    return _edited(call, doc, content)


@method("editMessageCaption")
def edit_caption(call: ApiCall) -> Json:
    """Another caption."""
    doc = _editable(call)
    kind = next((kind for kind in KINDS if kind in doc["content"]), None)
    if kind is None:
        raise bad("there is no caption in the message to edit")
    return _edited(call, doc, {kind: doc["content"][kind]} | caption_part(call.params))


@method("editMessageMedia")
def edit_media(call: ApiCall) -> Json:
    """Another file."""
    doc = _editable(call)
    if "text" not in doc["content"] and not any(kind in doc["content"] for kind in KINDS):
        raise bad("message can't be edited")
    media = call.params["media"]
    if media["type"] not in KINDS:
        raise bad(f"the playground has no media of type {media['type']}")
    return _edited(call, doc, carried(call, media["type"], media["media"], media))


@method("editMessageReplyMarkup")
def edit_markup(call: ApiCall) -> Json:
    """Other buttons, or none."""
    doc = _editable(call)
    inline = keyboards.inline_keyboard(call.params.get("reply_markup"))
    if inline == doc["inline"]:
        raise bad(_SAME)
    new = messages.change(call.world, doc, kind="markup", inline=inline)
    return messages.view(call.world, new, call.bot.id)


@method("deleteMessage")
def delete_message(call: ApiCall) -> bool:
    """Delete for everybody: the bot's own and what a person wrote to it.

    In a group others' with the right.
    """
    place = call.place()
    doc = call.message(place, "message to delete not found")
    if not _deletable(call, place, doc):
        raise bad("message can't be deleted for everyone")
    messages.remove(call.world, doc)
    return True


@method("deleteMessages")
def delete_messages(call: ApiCall) -> bool:
    """Delete up to 100; those that are gone or can not be deleted are passed over."""
    place = call.place()
    numbers = call.params["message_ids"]
    if not 1 <= len(numbers) <= _MOST_DELETED:
        raise bad(
            "too many message identifiers specified"
            if numbers
            else "message identifiers are not specified"
        )
    for number in numbers:
        doc = messages.find(call.world, place, number)
        if doc and _deletable(call, place, doc):
            messages.remove(call.world, doc)
    return True


def _deletable(call: ApiCall, place: Spot, doc: Json) -> bool:
    if not place.private and call.world.may(place.group, call.bot.id, "can_delete_messages"):
        return "forum_topic_created" not in doc["content"]
    mine: bool = place.private or doc["author"] == call.bot.id
    fresh: bool = doc["date"] > call.world.date() - DELETABLE_SECONDS
    return mine and fresh


@method("setMessageReaction")
def set_reaction(call: ApiCall) -> bool:
    """React with one emoji, or take it back."""
    place = call.place()
    doc = call.message(place, "message to react not found")
    wanted = call.params.get("reaction") or []
    if len(wanted) > 1 or any(
        item["type"] != "emoji" or item["emoji"] not in _REACTIONS.split() for item in wanted
    ):
        raise bad("REACTION_INVALID")
    others = [item for item in doc["reactions"] if item["from"] != call.bot.id]
    mine = [{"from": call.bot.id, "emoji": item["emoji"]} for item in wanted]
    messages.change(call.world, doc, reactions=others + mine)
    return True


_REACTIONS = """
    👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 🌚 🌭 💯
    🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄
    ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷 😡
"""
