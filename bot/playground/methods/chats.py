"""Chats, their members, what is pinned in them."""

import secrets
from typing import Any

from bot.playground import members, messages
from bot.playground.errors import bad
from bot.playground.messages import Posted
from bot.playground.methods.registry import ApiCall, method
from bot.playground.world import Spot

Json = dict[str, Any]

_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


@method("getChat")
def get_chat(call: ApiCall) -> Json:
    """Everything about a chat; a person who never started the bot is no chat."""
    chat = call.params["chat_id"]
    if isinstance(chat, int) and chat > 0 and not call.world.contact(call.bot.id, chat)["started"]:
        raise bad("chat not found")
    place = call.place()
    about = call.world.chat(place) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": _NO_GIFTS,
    }
    pinned = messages.pinned(call.world, place)
    doc = messages.find(call.world, place, pinned[0]) if pinned else None
    if doc:
        about["pinned_message"] = messages.view(call.world, doc, call.bot.id, nested=True)
    return about


@method("getChatMember")
def get_chat_member(call: ApiCall) -> Json:
    """Somebody's place in a group; those who are not in have left."""
    who = call.params["user_id"]
    if not call.world.cast.person(who) and not call.world.cast.bot(who):
        raise bad("user not found")
    place = call.place()
    if place.private:
        return {"status": "member", "user": call.world.user(who)}
    return members.chat_member(call.world, place.group, who)


@method("getChatAdministrators")
def get_administrators(call: ApiCall) -> list[Json]:
    """Owner and administrators, without other bots."""
    group = call.group_id()
    seats = call.world.members(group)
    admins = [who for who, seat in seats.items() if seat["status"] != "member"]
    shown = [who for who in admins if who == call.bot.id or not call.world.cast.bot(who)]
    return [members.chat_member(call.world, group, who) for who in shown]


@method("getChatMemberCount")
def get_member_count(call: ApiCall) -> int:
    """How many are in."""
    place = call.place()
    return 2 if place.private else len(call.world.members(place.group))


@method("pinChatMessage")
def pin(call: ApiCall) -> bool:
    """Pin a message; in a group with the right."""
    place = _pinning(call)
    doc = call.message(place, "message to pin not found")
    if doc["service"]:
        raise bad("message can't be pinned")
    already = messages.pinned(call.world, place)
    if doc["id"] in already:
        return True
    messages.set_pinned(call.world, place, [doc["id"], *already])
    draft = Posted(place, call.bot.id, {"pinned_message": doc["id"]}, doc["thread"], service=True)
    draft.silent = bool(call.params.get("disable_notification"))
    messages.post(call.world, draft)
    return True


@method("unpinChatMessage")
def unpin(call: ApiCall) -> bool:
    """Unpin a message, or the one pinned last."""
    place = _pinning(call)
    already = messages.pinned(call.world, place)
    number = call.params.get("message_id", already[0] if already else None)
    if number not in already:
        raise bad("message to unpin not found")
    messages.set_pinned(call.world, place, [n for n in already if n != number])
    return True


@method("unpinAllChatMessages")
def unpin_all(call: ApiCall) -> bool:
    """Unpin everything."""
    place = _pinning(call)
    if messages.pinned(call.world, place):
        messages.set_pinned(call.world, place, [])
    return True


def _pinning(call: ApiCall) -> Spot:
    place = call.place()
    if not place.private:
        call.need_right(place.group, "can_pin_messages", "manage pinned messages in the chat")
    return place


@method("exportChatInviteLink")
def export_invite_link(call: ApiCall) -> str:
    """A link to join the group."""
    group = call.group_id()
    call.need_right(group, "can_invite_users", "manage chat invite link")
    return f"https://t.me/+{secrets.token_urlsafe(12)}"


@method("leaveChat")
def leave_chat(call: ApiCall) -> bool:
    """Leave a group."""
    group = call.group_id()
    members.leave(call.world, group, call.bot.id, by=call.bot.id)
    return True
