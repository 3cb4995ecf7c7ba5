"""Coming into groups and leaving them, and who the bots are told is there."""

from typing import Any

from bot.playground import messages, updates
from bot.playground.cast import ADMIN_RIGHTS
from bot.playground.messages import Posted
from bot.playground.world import Spot, World

Json = dict[str, Any]

_LEFT: Json = {"status": "left", "rights": []}
_ALL_RIGHTS = (
    *sorted(ADMIN_RIGHTS), "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_send_welcome_messages",
)  # fmt: skip


def chat_member(world: World, group: int, who: int, seat: Json | None = None) -> Json:
    """A Telegram ``ChatMember``; with ``seat``, as it is or was there."""
    seat = seat or world.members(group).get(who, _LEFT)
    user = world.user(who)
    if seat["status"] == "creator":
        return {"status": "creator", "user": user, "is_anonymous": False}
    if seat["status"] != "administrator":
        return {"status": seat["status"], "user": user}
    rights = {right: right in seat["rights"] for right in _ALL_RIGHTS}
    return {
        "status": "administrator",
        "user": user,
        "can_be_edited": False,
        "is_anonymous": False,
        **rights,
    }


def join(world: World, group: int, who: int, *, by: int, status: str = "member") -> None:
    """Come in, or be promoted: a bot is told of itself, administrators of others."""
    rights = sorted(ADMIN_RIGHTS) if status == "administrator" else []
    fresh = who not in world.members(group)
    _seat(world, group, who, {"status": status, "rights": rights}, by)
    if fresh:
        said = {"new_chat_members": [world.user(who)]}
        messages.post(world, Posted(Spot(group=group), by, said, service=True))


def leave(world: World, group: int, who: int, *, by: int) -> None:
    """Go, or be sent away."""
    place = Spot(group=group)
    if not world.cast.bot(who):
        messages.post(world, Posted(place, by, {"left_chat_member": world.user(who)}, service=True))
    _seat(world, group, who, _LEFT, by)


def _seat(world: World, group: int, who: int, seat: Json, by: int) -> None:
    place = Spot(group=group)
    old = chat_member(world, group, who)
    world.store.put(f"members/{group}", who, seat)
    change = {
        "chat": world.chat(place),
        "from": world.user(by),
        "date": world.date(),
        "old_chat_member": old,
        "new_chat_member": chat_member(world, group, who, seat),
    }
    if world.cast.bot(who):
        updates.push(world, who, "my_chat_member", change)
    for bot in world.bots_in(place):
        if bot.id != who and world.members(group)[bot.id]["status"] == "administrator":
            updates.push(world, bot.id, "chat_member", change)
    world.tell("member", place, person=who, status=seat["status"])
