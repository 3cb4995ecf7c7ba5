"""Finding the desk: colleagues tap a link, the bot is added to a group; nobody hunts for ids."""

from __future__ import annotations

import asyncio
import secrets
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from bot.cli.bot_api import AwayError, BotApi, RefusedError
from bot.cli.config_file import ROLES
from bot.cli.doctor import Verdict, group_findings
from bot.cli.out import CannotError, say

Json = dict[str, Any]
LONG_POLL: Final = 10
ADMIN: Final = "manage_topics+pin_messages+delete_messages"
WHAT: Final = {
    "arbiter": "rule in disputes",
    "head": "rule, and may take a dispute over",
    "treasurer": "confirm bank transfers",
}


@dataclass(slots=True)
class Joined:
    """Who came so far."""

    chat_id: int = 0
    roles: dict[str, list[int]] = field(default_factory=lambda: {role: [] for role in ROLES})

    @property
    def people(self) -> set[int]:
        """Everybody with any role."""
        return {person for people in self.roles.values() for person in people}

    @property
    def lacking(self) -> str:
        """What has to come before the desk can work; empty when nothing has to."""
        if not self.roles["arbiter"] and not self.roles["head"]:
            return "somebody who rules"
        return "" if self.chat_id else "the group"


class Door:
    """Listens at the desk's bot until everybody is there."""

    def __init__(self, api: BotApi, username: str) -> None:
        """A secret of its own stands in each link, so that no stranger walks in."""
        self._api = api
        self._username = username
        self._words = {role: f"{role}-{secrets.token_hex(6)}" for role in ROLES}
        self._offset: int | None = None
        self._told: set[str] = set()
        self.joined = Joined()

    def show(self) -> None:
        """The links."""
        say("   Everybody taps the links of what they do, and presses START:")
        for role, word in self._words.items():
            say(f"   {WHAT[role]:<36} https://t.me/{self._username}?start={word}")
        say("   Make a group, turn on Topics in its settings, and add the bot to it by this link:")
        say(f"   {'':<36} https://t.me/{self._username}?startgroup=desk&admin={ADMIN}")

    async def listen(self) -> None:
        """Once: everything that has come, or some seconds of silence."""
        asked: Json = {"timeout": LONG_POLL, "allowed_updates": ["message", "my_chat_member"]}
        if self._offset is not None:
            asked["offset"] = self._offset
        try:
            updates = await self._api.call("getUpdates", wait=LONG_POLL, **asked)
        except AwayError:
            await asyncio.sleep(1)
            return
        for update in updates:
            self._offset = int(update["update_id"]) + 1
            await self._one(update)

    async def keep_listening(self) -> None:
        """Until it is cancelled. Raises RefusedError."""
        while True:
            await self.listen()

    async def close(self) -> None:
        """Confirm what was read, so that the bot does not read it again."""
        with suppress(AwayError, RefusedError):
            await self._api.call("getUpdates", offset=self._offset or 0, timeout=0)

    async def _one(self, update: Json) -> None:
        said = update.get("message") or update.get("my_chat_member") or {}
        chat = said.get("chat") or {}
        if chat.get("type") == "private" and "message" in update:
            await self._knock(said)
        elif chat.get("type") in ("group", "supergroup"):
            await self._look_at(chat)

    async def _knock(self, message: Json) -> None:
        word = str(message.get("text", "")).removeprefix("/start").strip()
        role = next((role for role, own in self._words.items() if own == word), None)
        person = message.get("from") or {}
        if role is None or person.get("is_bot"):
            return
        if person["id"] not in self.joined.roles[role]:
            self.joined.roles[role].append(person["id"])
            name = f"{person.get('first_name', '')} {person.get('last_name', '')}".strip()
            say(f"   + {name} ({person['id']}): {WHAT[role]}")
        with suppress(AwayError, RefusedError):
            told = f"You are on the list of those who: {WHAT[role]}. Please join the group as well."
            await self._api.call("sendMessage", chat_id=person["id"], text=told)

    async def _look_at(self, chat: Json) -> None:
        """A group that the bot is in: whether it is right, and if not, what to do there."""
        try:
            me = await self._api.call("getMe")
            group = await self._api.call("getChat", chat_id=chat["id"])
            seat = await self._api.call("getChatMember", chat_id=chat["id"], user_id=me["id"])
        except (AwayError, RefusedError):
            return
        for finding in group_findings(group, seat):
            line = f"   {finding.told}" + (f": {finding.do}" if finding.do else "")
            if line not in self._told:
                self._told.add(line)
                say(line)
            if finding.verdict is Verdict.FINE:
                self.joined.chat_id = int(chat["id"])


async def gather(api: BotApi, people: int | None) -> Joined:
    """Until Enter is pressed or, with `people`, until so many and a group are there.

    Raises CannotError where neither can happen, and EOFError where the keyboard ends.
    """
    if people is None and not sys.stdin.isatty():
        msg = "nobody can be asked when everybody is there; see --people"
        raise CannotError(msg)
    me = await api.call("getMe")
    door = Door(api, str(me["username"]))
    door.show()
    try:
        if people is not None:
            while len(door.joined.people) < people or door.joined.lacking:
                await door.listen()
        else:
            await _until_enter(door)
    except RefusedError as refused:
        msg = f"desk.token: Telegram says {refused}; stop the program that uses this bot"
        raise CannotError(msg) from None
    finally:
        await door.close()
    return door.joined


async def _until_enter(door: Door) -> None:
    say("   Press Enter when everybody is there.")
    typed: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    # Not a thread in `input`: it would hold the program until Enter is pressed, whatever happens.
    loop.add_reader(sys.stdin, lambda: typed.put_nowait(sys.stdin.readline()))
    listening = asyncio.create_task(door.keep_listening())
    try:
        while await _enter(typed, listening) and (lacking := door.joined.lacking):
            say(f"   Still missing: {lacking}. Press Enter when everybody is there.")
    finally:
        loop.remove_reader(sys.stdin)
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


async def _enter(typed: asyncio.Queue[str], listening: asyncio.Task[None]) -> bool:
    """Wait for a line; raises what ends the listening first, and EOFError for Ctrl+D."""
    line = asyncio.create_task(typed.get())
    await asyncio.wait((line, listening), return_when=asyncio.FIRST_COMPLETED)
    if not line.done():
        line.cancel()
        await listening
    if not await line:
        raise EOFError
    return True
