"""The world outside of Telegram: what lies there is kept like everything else."""

from typing import Any, Final

from bot.playground.errors import ControlError
from bot.playground.world import World

Json = dict[str, Any]

MOST: Final = 50
LARGEST: Final = 4 * 2**20
"""Characters of one note; a picture is part of it."""
_PARTS: Final = ("who", "how", "text", "picture", "name", "note", "keyboard")


def add(world: World, card: Json) -> int:
    """Keep a note, and no more than the newest `MOST`; its number."""
    kept = {part: card[part] for part in _PARTS if card.get(part) is not None}
    if sum(len(str(value)) for value in kept.values()) > LARGEST:
        raise ControlError(413, "this is too much for one note")
    number = world.store.count("notes")
    world.store.put("notes", number, kept)
    for old in list(world.store.all("notes"))[:-MOST]:
        world.store.put("notes", old, None)
    return number


def remove(world: World, number: object) -> None:
    """Throw one away; one that is gone is gone."""
    world.store.put("notes", number, None)


def listed(world: World) -> list[Json]:
    """All of them, the oldest first."""
    return [{"id": int(key), **card} for key, card in world.store.all("notes").items()]
