"""What is on somebody's screen: the state that the page draws."""

import json
from typing import Any

from bot.playground import messages, topics
from bot.playground.cast import BotAccount
from bot.playground.world import Spot, World

Json = dict[str, Any]

_SCOPES = ("all_private_chats", "default", "all_chat_administrators", "all_group_chats")


def state(world: World, person: int | None) -> Json:
    """Everything on one phone, or, without a person, on all of them."""
    places = world.places_of(person) if person is not None else _all(world)
    return {
        "people": [_person(world, who.id) for who in world.cast.people],
        "bots": [world.user(bot.id) for bot in world.cast.bots],
        "chats": [chat(world, place) for place in places],
        "commands": {str(bot.id): _commands(world, bot) for bot in world.cast.bots},
        "descriptions": {str(bot.id): _descriptions(world, bot) for bot in world.cast.bots},
        "settings": {"flood": world.flood.on},
        "last_event": world.hub.last,
    }


def chat(world: World, place: Spot) -> Json:
    """One chat, oldest message first."""
    docs = messages.listed(world, place)
    bot = world.cast.bot(place.bot)
    about: Json = {
        "id": place.group or place.bot,
        "title": bot.name if bot else world.group(place.group).title,
        "type": "private" if place.private else "supergroup",
        "topics": [topics.for_page(topic) for topic in topics.listed(world, place)],
        "pinned": messages.pinned(world, place),
        "messages": [messages.for_page(world, doc) for doc in docs],
    }
    if place.private:
        contact = world.contact(place.bot, place.person)
        return (
            about
            | {"person": place.person, "username": bot.username if bot else "", **contact}
            | _keyboard(docs)
        )
    return about | {
        "members": {str(who): seat["status"] for who, seat in world.members(place.group).items()}
    }


def _keyboard(docs: list[Json]) -> Json:
    """The reply keyboard that stands under a private chat now."""
    last = next((doc["keyboard"] for doc in reversed(docs) if doc["keyboard"]), None)
    return {"keyboard": None if last and "remove_keyboard" in last else last}


def _all(world: World) -> list[Spot]:
    private = [
        Spot(bot=bot.id, person=who.id) for who in world.cast.people for bot in world.cast.bots
    ]
    return private + [Spot(group=group.id) for group in world.cast.groups]


def _person(world: World, who: int) -> Json:
    person = world.cast.person(who)
    groups = {
        str(g.id): world.members(g.id).get(who, {"status": "left"})["status"]
        for g in world.cast.groups
    }
    return world.user(who) | {"role": person.role if person else "", "groups": groups}


def _commands(world: World, bot: BotAccount) -> dict[str, list[Json]]:
    """By language ("" for all others): the menu of the scope that a phone would prefer."""
    found: dict[str, tuple[int, list[Json]]] = {}
    for key, commands in world.store.all(f"commands/{bot.id}").items():
        scope, _, language = key.rpartition(" ")
        kind = json.loads(scope)["type"]
        rank = _SCOPES.index(kind) if kind in _SCOPES else len(_SCOPES)
        if language not in found or rank < found[language][0]:
            found[language] = (rank, commands)
    return {language: commands for language, (_rank, commands) in found.items()}


def _descriptions(world: World, bot: BotAccount) -> Json:
    keys = ("name", "description", "short_description")
    languages = {language for key in keys for language in world.store.all(f"{key}/{bot.id}")}
    return {
        language: {key: world.store.get(f"{key}/{bot.id}", language) or "" for key in keys}
        for language in languages
    }
