"""Sending: what every message has in common, and the messages without a file."""

from typing import Any

from bot.playground import entities, keyboards, messages
from bot.playground.errors import bad
from bot.playground.messages import Posted
from bot.playground.methods.registry import ApiCall, method
from bot.playground.topics import GENERAL
from bot.playground.world import Spot

Json = dict[str, Any]


def drafted(call: ApiCall, place: Spot, content: Json) -> Posted:
    """A message with its thread, what it replies to and its keyboard.

    ApiError for what Telegram refuses.
    """
    thread, reply_to = where(call, place)
    inline, keyboard = keyboards.split(call.params.get("reply_markup"))
    extra = {"has_protected_content": True} if call.params.get("protect_content") else {}
    draft = Posted(place, call.bot.id, content, thread, reply_to, inline, keyboard, extra=extra)
    draft.silent = bool(call.params.get("disable_notification"))
    return draft


def sent(call: ApiCall, draft: Posted) -> Json:
    """Post it, within the flood limits; the message as the bot sees it."""
    flood(call, draft.place)
    return messages.view(call.world, messages.post(call.world, draft), call.bot.id)


def flood(call: ApiCall, place: Spot, count: int = 1) -> None:
    """ApiError 429 when the bot sends too fast."""
    call.world.flood.check(call.bot.id, place.key, private=place.private, messages=count)


def where(call: ApiCall, place: Spot) -> tuple[int | None, int | None]:
    """Thread and replied-to message. A reply goes into the thread of what it answers."""
    answered = _answered(call, place)
    thread = call.params.get("message_thread_id")
    if thread is not None:
        _check_thread(call, place, thread)
    elif answered:
        thread = answered["thread"]
    return thread, answered["id"] if answered else None


def _answered(call: ApiCall, place: Spot) -> Json | None:
    params = call.params.get("reply_parameters") or {}
    number = params.get("message_id") or call.params.get("reply_to_message_id")
    if not number:
        return None
    found = messages.find(call.world, place, number)
    lenient = params.get("allow_sending_without_reply") or call.params.get(
        "allow_sending_without_reply"
    )
    if found is None and not lenient:
        raise bad("message to be replied not found")
    return found


def _check_thread(call: ApiCall, place: Spot, thread: int) -> None:
    topic = call.world.store.get(f"topics/{place.key}", thread)
    if thread == GENERAL or topic is None:
        raise bad("message thread not found")
    manages = call.world.may(place.group, call.bot.id, "can_manage_topics")
    if topic["closed"] and not manages and topic["author"] != call.bot.id:
        raise bad("TOPIC_CLOSED")


@method("sendMessage")
def send_message(call: ApiCall) -> Json:
    """Send words."""
    place = call.open_place()
    text, found = entities.text_of(
        call.params["text"], call.params.get("parse_mode"), call.params.get("entities")
    )
    content: Json = {"text": text} | ({"entities": found} if found else {})
    if preview := call.params.get("link_preview_options"):
        content["link_preview_options"] = preview
    return sent(call, drafted(call, place, content))


@method("sendLocation")
def send_location(call: ApiCall) -> Json:
    """Send a place on the map."""
    place = call.open_place()
    location = {key: call.params[key] for key in ("latitude", "longitude")}
    return sent(call, drafted(call, place, {"location": location}))


@method("sendContact")
def send_contact(call: ApiCall) -> Json:
    """Send a telephone number."""
    place = call.open_place()
    keys = call.params.keys() & {"phone_number", "first_name", "last_name"}
    return sent(call, drafted(call, place, {"contact": {key: call.params[key] for key in keys}}))


@method("sendChatAction")
def send_chat_action(call: ApiCall) -> bool:
    """Show that the bot is typing; nothing is kept.

    Here, and only here, thread 1 is the General topic.
    """
    place = call.open_place()
    thread = call.params.get("message_thread_id")
    if thread not in (None, GENERAL):
        _check_thread(call, place, thread)
    if call.params["action"] not in _ACTIONS:
        raise bad("wrong parameter action in request")
    call.world.tell("action", place, action=call.params["action"], thread_id=thread)
    return True


_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
