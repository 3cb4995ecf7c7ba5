"""A forum's topics. A topic's number is the id of the service message that began it."""

from typing import Any

from bot.playground import messages
from bot.playground.messages import Posted
from bot.playground.world import Spot, World

Json = dict[str, Any]

GENERAL = 1
COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
_EMOJI = """
    📰 💡 ⚡️ 🎙 🔝 🗣 🆒 ❗️ 📝 📆 📁 🔎 📣 🔥 ❤️ ❓ 📈 📉 💎 💰 💸 🪙 💱 ⁉️ 🎮 💻 📱 🚗
    🏠 💘 🎉 ‼️ 🏆 🏁 🎬 🎵 📚 👑 ⚽️ 🏀 📺 👀 🍓 💄 👠 ✈️ 🧳 🏖 ⛅️ 🦄 🛍 👜 🛒 🚂 🛥 🏔
    🏕 🤖 🪩 🎟 🗳 🎓 🔭 🔬 🎶 🎤 🕺 💃 🪖 💼 🧪 👶 🤰 💅 🏛 🧮 🖨 🩺 💊 💉 🧼 🪪 🛃 🍽 🐟
    🎨 🎭 🎩 🔮 🍹 🎂 ☕️ 🍣 🍔 🍕 🦠 💬 🎄 🎃 ✍️ ⭐️ ✅ 🎖 🤡 🧠 🦮 🐈
"""
# Emoji that Telegram gives to any bot; the numbers are the playground's own, so ask for the list.
ICONS = {str(5_300_000_000_000_000_001 + n): emoji for n, emoji in enumerate(_EMOJI.split())}


def find(world: World, place: Spot, thread: int) -> Json | None:
    """None when there is no such topic."""
    found: Json | None = world.store.get(f"topics/{place.key}", thread)
    return found


def listed(world: World, place: Spot) -> list[Json]:
    """All topics, oldest first."""
    return list(world.store.all(f"topics/{place.key}").values())


def create(
    world: World, place: Spot, author: int, name: str, icon: str = "", colour: int = COLOURS[0]
) -> Json:
    """Begin a topic; its document."""
    about: Json = {"name": name, "icon_color": colour} | (
        {"icon_custom_emoji_id": icon} if icon else {}
    )
    thread = messages.upcoming_id(world, place)
    topic: Json = {
        "id": thread,
        "name": name,
        "icon": icon,
        "colour": colour,
        "closed": False,
        "author": author,
    }
    world.store.put(f"topics/{place.key}", thread, topic)
    messages.post(
        world, Posted(place, author, {"forum_topic_created": about}, thread=thread, service=True)
    )
    world.tell("topic", place, topic=for_page(topic))
    return topic


def change(
    world: World, place: Spot, topic: Json, author: int, said: Json, **changes: object
) -> None:
    """Rename, close or reopen; ``said`` is the service message about it."""
    new = topic | changes
    world.store.put(f"topics/{place.key}", topic["id"], new)
    messages.post(world, Posted(place, author, said, thread=topic["id"], service=True))
    world.tell("topic", place, topic=for_page(new))


def delete(world: World, place: Spot, topic: Json) -> None:
    """Delete a topic and everything said in it. No bot is told."""
    for doc in messages.listed(world, place):
        if doc["thread"] == topic["id"]:
            messages.remove(world, doc)
    world.store.put(f"topics/{place.key}", topic["id"], None)
    world.tell("topic", place, topic=for_page(topic) | {"deleted": True})


def for_page(topic: Json) -> Json:
    """A topic as the control API shows it: its icon as the emoji itself."""
    return {
        "id": topic["id"],
        "name": topic["name"],
        "icon": ICONS.get(topic["icon"], ""),
        "color": topic["colour"],
        "closed": topic["closed"],
    }
