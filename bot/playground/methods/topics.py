"""Forum topics."""

from typing import Any

from bot.playground import topics
from bot.playground.errors import bad
from bot.playground.methods.registry import ApiCall, method
from bot.playground.world import Spot

Json = dict[str, Any]

_NAME = range(1, 129)


def _forum(call: ApiCall, to: str) -> Spot:
    place = Spot(group=call.group_id())
    if not call.world.group(place.group).is_forum:
        raise bad("the chat is not a forum")
    call.need_right(place.group, "can_manage_topics", to)
    return place


def _topic(call: ApiCall, place: Spot) -> Json:
    topic = topics.find(call.world, place, call.params["message_thread_id"])
    if topic is None:
        raise bad("TOPIC_ID_INVALID")
    return topic


def _checked_name(name: str) -> str:
    if len(name.strip()) not in _NAME:
        raise bad(
            "topic name must be 1 to 128 characters long" if name.strip() else "TOPIC_TITLE_EMPTY"
        )
    return name.strip()


def _checked_icon(icon: str) -> str:
    if icon and icon not in topics.ICONS:
        raise bad("DOCUMENT_INVALID")
    return icon


@method("createForumTopic")
def create(call: ApiCall) -> Json:
    """Begin a topic."""
    place = _forum(call, "create a topic")
    name = _checked_name(call.params["name"])
    icon = _checked_icon(call.params.get("icon_custom_emoji_id", ""))
    colour = call.params.get("icon_color", topics.COLOURS[0])
    if colour not in topics.COLOURS:
        raise bad("invalid topic icon color specified")
    topic = topics.create(call.world, place, call.bot.id, name, icon, colour)
    about: Json = {"message_thread_id": topic["id"], "name": name, "icon_color": colour}
    return about | ({"icon_custom_emoji_id": icon} if icon else {})


@method("editForumTopic")
def edit(call: ApiCall) -> bool:
    """Rename, or another icon; what is not given stays."""
    place = _forum(call, "edit the topic")
    topic = _topic(call, place)
    name = _checked_name(call.params["name"]) if "name" in call.params else topic["name"]
    icon = _checked_icon(str(call.params.get("icon_custom_emoji_id", topic["icon"])))
    if (name, icon) == (topic["name"], topic["icon"]):
        raise bad("TOPIC_NOT_MODIFIED")
    said = {"name": name} if name != topic["name"] else {}
    said |= {"icon_custom_emoji_id": icon} if icon != topic["icon"] else {}
    topics.change(
        call.world, place, topic, call.bot.id, {"forum_topic_edited": said}, name=name, icon=icon
    )
    return True


@method("closeForumTopic")
def close(call: ApiCall) -> bool:
    """Nobody but administrators may write any more."""
    return _set_closed(call, closed=True)


@method("reopenForumTopic")
def reopen(call: ApiCall) -> bool:
    """Everybody may write again."""
    return _set_closed(call, closed=False)


def _set_closed(call: ApiCall, *, closed: bool) -> bool:
    place = _forum(call, "close the topic" if closed else "reopen the topic")
    topic = _topic(call, place)
    if topic["closed"] == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    said: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    topics.change(call.world, place, topic, call.bot.id, said, closed=closed)
    return True


@method("deleteForumTopic")
def delete(call: ApiCall) -> bool:
    """Delete a topic and everything in it."""
    place = Spot(group=call.group_id())
    call.need_right(place.group, "can_delete_messages", "delete the topic")
    topics.delete(call.world, place, _topic(call, place))
    return True


@method("getForumTopicIconStickers")
def icons(call: ApiCall) -> list[Json]:
    """The icons that any bot may give to a topic."""
    del call
    return [
        {
            "file_id": f"icon{number}",
            "file_unique_id": f"icon{number}",
            "type": "custom_emoji",
            "width": 100,
            "height": 100,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
            "set_name": "Topics",
            "custom_emoji_id": number,
        }
        for number, emoji in topics.ICONS.items()
    ]
