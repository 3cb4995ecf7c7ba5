"""The world that the bots see: who is there, who knows whom, what has been said."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.botapi import schema
from bot.playground.cast import DEFAULT_CAST, BotAccount, Cast, Supergroup
from bot.playground.errors import ControlError
from bot.playground.faults import Faults
from bot.playground.flood import FloodGate
from bot.playground.hub import Hub
from bot.playground.store import Store

Json = dict[str, Any]


@dataclass(frozen=True)
class Spot:
    """Where messages are: a private chat of a bot and a person, or a group."""

    bot: int = 0
    person: int = 0
    group: int = 0

    @property
    def private(self) -> bool:
        """Whether it is a chat of two."""
        return not self.group

    @property
    def key(self) -> str:
        """The place's name in the store."""
        return f"g{self.group}" if self.group else f"p{self.bot}:{self.person}"

    @classmethod
    def named(cls, key: str) -> "Spot":
        """The place with that name in the store."""
        if key.startswith("g"):
            return cls(group=int(key[1:]))
        bot, person = key[1:].split(":")
        return cls(bot=int(bot), person=int(person))

    def on_page(self) -> Json:
        """How the control API names the place: a private chat by its bot and its person."""
        return {"chat": self.group} if self.group else {"chat": self.bot, "person": self.person}


class World:
    """Everything that outlives a bot's restart; with ``state_file``, also one of this process."""

    def __init__(
        self,
        cast: Cast = DEFAULT_CAST,
        *,
        state_file: Path | None = None,
        flood: bool = False,
        now: Callable[[], float] = time.time,
        dates: Callable[[], float] | None = None,
    ) -> None:
        """``now`` gives the seconds since 1970, ``dates`` those that messages show.

        They differ where a clock is moved on. OSError when the state file can not be used.
        """
        self.cast = cast
        self.schema = schema.load()
        self.store = Store(state_file)
        self.hub = Hub()
        self.flood = FloodGate(on=flood)
        self.faults = Faults()
        self.mistakes: list[str] = []
        self.waiting: dict[str, asyncio.Future[Json]] = {}
        self.arrived: Callable[[int], None] = lambda _bot: None
        self._now = now
        self._dates = dates or now
        with self.store.change():
            for group in cast.groups:
                self._seat(group)

    def close(self) -> None:
        """Let go of the state file, once nothing asks any more."""
        self.store.close()

    def dump(self, path: Path) -> None:
        """Write everything into one JSON file, whole or not at all."""
        self.store.dump(path)

    def load(self, path: Path) -> None:
        """Become what ``dump`` wrote."""
        self.store.load(path)

    def now(self) -> int:
        """Seconds since 1970."""
        return int(self._now())

    def date(self) -> int:
        """What a message said now shows as its date."""
        return int(self._dates())

    def tell(self, kind: str, place: Spot | None, **what: object) -> None:
        """Publish an event to the page once the change is written."""
        event = {"type": kind, **(place.on_page() if place else {}), **what}
        self.store.after(lambda: self.hub.publish(event))

    # people and bots

    def user(self, who: int) -> Json:
        """A Telegram ``User``; KeyError for nobody."""
        if bot := self.cast.bot(who):
            return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}
        person = self.cast.person(who)
        if person is None:
            raise KeyError(who)
        found: Json = {"id": who, "is_bot": False, "first_name": person.first_name}
        optional = {
            "last_name": person.last_name,
            "username": person.username,
            "language_code": self.language(who),
        }
        return found | {key: value for key, value in optional.items() if value}

    def language(self, person: int) -> str:
        """The language that somebody's Telegram is set to."""
        default = self.cast.person(person)
        return self.store.get("languages", person) or (default.language if default else "")

    def chat(self, place: Spot) -> Json:
        """A Telegram ``Chat``, as the bots see it."""
        if place.private:
            user = self.user(place.person)
            kept = {
                key: user[key]
                for key in ("id", "first_name", "last_name", "username")
                if key in user
            }
            return kept | {"type": "private"}
        group = self.group(place.group)
        return {"id": group.id, "type": "supergroup", "title": group.title} | (
            {"is_forum": True} if group.is_forum else {}
        )

    def group(self, group_id: int) -> Supergroup:
        """KeyError for none of the cast's."""
        group = self.cast.group(group_id)
        if group is None:
            raise KeyError(group_id)
        return group

    def contact(self, bot: int, person: int) -> Json:
        """Whether a person has started a bot, and whether they block it."""
        return self.store.get("contacts", f"{bot}:{person}") or {"started": False, "blocked": False}

    def set_contact(self, bot: int, person: int, **changes: bool) -> None:
        """Note that somebody started or blocked a bot."""
        self.store.put("contacts", f"{bot}:{person}", self.contact(bot, person) | changes)

    # groups

    def members(self, group: int) -> dict[int, Json]:
        """Status and rights by id, of those who are in."""
        return {
            int(who): seat
            for who, seat in self.store.all(f"members/{group}").items()
            if seat["status"] != "left"
        }

    def may(self, group: int, who: int, right: str) -> bool:
        """Whether somebody has a right of an administrator."""
        seat = self.members(group).get(who, {"status": "left"})
        return seat["status"] == "creator" or (
            seat["status"] == "administrator" and right in seat["rights"]
        )

    def place_for(self, person: int, chat: int) -> Spot:
        """What the control API means by a chat; ControlError when the person has no such chat."""
        if self.cast.person(person) is None:
            raise ControlError(404, f"nobody has the id {person}")
        if self.cast.bot(chat):
            return Spot(bot=chat, person=person)
        if self.cast.group(chat) is None:
            raise ControlError(404, f"there is no chat {chat}")
        if person not in self.members(chat):
            raise ControlError(403, f"{person} is not in the group {chat}")
        return Spot(group=chat)

    def places_of(self, person: int) -> list[Spot]:
        """The chats on somebody's phone: every bot, and the groups that they are in."""
        private = [Spot(bot=bot.id, person=person) for bot in self.cast.bots]
        return private + [
            Spot(group=g.id) for g in self.cast.groups if person in self.members(g.id)
        ]

    def bots_in(self, place: Spot) -> list[BotAccount]:
        """The bots that are there."""
        if place.private:
            return [bot for bot in self.cast.bots if bot.id == place.bot]
        members = self.members(place.group)
        return [bot for bot in self.cast.bots if bot.id in members]

    def _seat(self, group: Supergroup) -> None:
        for member in group.members:
            if self.store.get(f"members/{group.id}", member.id) is None:
                rights = sorted(member.rights) if member.status == "administrator" else []
                self.store.put(
                    f"members/{group.id}", member.id, {"status": member.status, "rights": rights}
                )
