"""Finding the desk: colleagues tap a link, the bot is added to a group; nobody hunts for ids."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from bot.cli.begun import Begun, Group
from bot.cli.bot_api import AwayError, BotByToken, RefusedError
from bot.cli.doctor import group_findings
from bot.cli.findings import Ended
from bot.cli.out import CannotError, say

Json = dict[str, Any]
LONG_POLL: Final = 10
ADMIN: Final = "manage_topics+pin_messages+delete_messages"
COMMAND: Final = "/desk"
"""What is written with the code: a bot hears commands in groups where it hears nothing else."""
WHAT: Final = {
    "arbiter": "rule in disputes",
    "head": "rule, and may take a dispute over",
    "treasurer": "confirm bank transfers",
    "outside": "belong to another house, and rule",
}


class Door:
    """Listens at the desk's bot until everybody is there.

    A group counts where a colleague added the bot or spoke, or where this terminal's code was
    written: any stranger may add a bot to a group of the same name.
    """

    def __init__(
        self, api: BotByToken, username: str, begun: Begun, keep: Callable[[], None]
    ) -> None:
        """A secret of its own stands in each link, so that no stranger walks in.

        `keep` writes down what was learnt.
        """
        self._api = api
        self._username = username
        self._keep = keep
        self._offset: int | None = None
        self._told: set[str] = set()
        self.begun = begun

    def show(self) -> None:
        """The links."""
        say("   Everybody taps the links of what they do, and presses START:")
        for role, word in self.begun.links.items():
            say(f"   {WHAT[role]:<36} https://t.me/{self._username}?start={word}")
        say("   Make a group, turn on Topics in its settings, and add the bot to it by this link:")
        say(f"   {'':<36} https://t.me/{self._username}?startgroup=desk&admin={ADMIN}")
        say(f"   Is the bot in your group already? Write this there: {COMMAND} {self.begun.code}")
        for person in sorted(self.begun.people):
            say(f"   + {self._known(person)}, from before: {self._does(person)}")

    def _known(self, person: int) -> str:
        return f"{self.begun.names.get(person, '?')} ({person})"

    def _does(self, person: int) -> str:
        roles = [role for role, people in self.begun.roles.items() if person in people]
        return ", ".join(WHAT[role] for role in roles)

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
            await self._one(update)
            self._keep()
            self._offset = int(update["update_id"]) + 1

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
            if "migrate_to_chat_id" in said:
                self.begun.groups.pop(int(chat["id"]), None)
                return
            await self.look_at(chat["id"], said)

    async def _knock(self, message: Json) -> None:
        word = str(message.get("text", "")).removeprefix("/start").strip()
        role = next((role for role, own in self.begun.links.items() if own == word), None)
        person = message.get("from") or {}
        if role is None or person.get("is_bot"):
            return
        self.begun.names[person["id"]] = _name(person)
        if person["id"] not in self.begun.roles[role]:
            self.begun.roles[role].append(person["id"])
            say(f"   + {self._known(person['id'])}: {WHAT[role]}")
        self._keep()
        with suppress(AwayError, RefusedError):
            told = f"You are on the list of those who: {WHAT[role]}. Please join the group as well."
            await self._api.call("sendMessage", chat_id=person["id"], text=told)

    async def look_at(self, chat: int | str, said: Json) -> None:
        """A group that the bot is in: whether it is right, and if not, what to do there."""
        try:
            me = await self._api.call("getMe")
            told = await self._api.call("getChat", chat_id=chat)
            seat = await self._api.call("getChatMember", chat_id=chat, user_id=me["id"])
        except (AwayError, RefusedError):
            return
        number = int(told["id"])
        if seat.get("status") in ("left", "kicked"):
            self.begun.groups.pop(number, None)
            return
        group = self.begun.groups.setdefault(number, Group(number, ""))
        group.title = str(told.get("title", number))
        sender = said.get("from") or {}
        if sender and not sender.get("is_bot"):
            group.people[int(sender["id"])] = _name(sender)
        group.coded = group.coded or self._says_code(str(said.get("text", "")))
        findings = group_findings(told, seat)
        group.well = all(finding.verdict is Ended.FINE for finding in findings)
        with suppress(AwayError, RefusedError):
            group.members = int(await self._api.call("getChatMemberCount", chat_id=number))
        for finding in findings:
            self._tell(f"   {finding.told}" + (f": {finding.do}" if finding.do else ""))
        if not self.begun.vouched(group):
            self._tell(f"   {described(group)}: nobody of them has tapped a link yet")

    def _says_code(self, text: str) -> bool:
        command, _, rest = text.partition(" ")
        return command.partition("@")[0].lower() == COMMAND and rest.strip() == self.begun.code

    def _tell(self, line: str) -> None:
        if line not in self._told:
            self._told.add(line)
            say(line)


def _name(person: Json) -> str:
    return f"{person.get('first_name', '')} {person.get('last_name', '')}".strip()


def described(group: Group) -> str:
    """`Desk (-100…), 5 members, where Aram Vos (1003) spoke or added the bot`."""
    size = "" if group.members is None else f", {group.members} members"
    who = ", ".join(f"{name} ({person})" for person, name in list(group.people.items())[:3])
    return f"{group.title} ({group.id}){size}" + (
        f", where {who} wrote or added the bot" * bool(who)
    )


async def gather(
    api: BotByToken,
    begun: Begun,
    keep: Callable[[], None],
    *,
    people: int | None,
    group: str | None,
    ask: Callable[[str], str],
) -> int:
    """Until Enter is pressed or, with `people`, until so many and a group are there; the group.

    `group` is one that the operator named by its id. Raises CannotError where nobody can be asked
    or the group is none, and EOFError where the keyboard ends.
    """
    if people is None and not sys.stdin.isatty():
        msg = "nobody can be asked when everybody is there; see --people"
        raise CannotError(msg)
    me = await api.call("getMe")
    door = Door(api, str(me["username"]), begun, keep)
    if group is not None:
        await _named(door, group)
    door.show()
    try:
        if people is None:
            return await _with_the_operator(door, ask)
        while len(begun.people) < people or not begun.rules or _only(begun) is None:
            await door.listen()
    except RefusedError as refused:
        msg = f"desk.token: Telegram says {refused}; stop the program that uses this bot"
        raise CannotError(msg) from None
    finally:
        await door.close()
    taken = _only(begun)
    return 0 if taken is None else taken.id


async def _named(door: Door, group: str) -> None:
    """The group that the operator named. Raises CannotError."""
    begun = door.begun
    await door.look_at(group, {})
    named = next((one for one in begun.groups.values() if str(one.id) == group), None)
    if named is None:
        msg = f"--group: the desk's bot is in no group {group}; add it there as administrator"
        raise CannotError(msg)
    named.coded = True


def _only(begun: Begun) -> Group | None:
    """The one group that somebody of ours vouches for."""
    vouched = [group for group in begun.usable() if begun.vouched(group)]
    return vouched[0] if len(vouched) == 1 else None


async def _with_the_operator(door: Door, ask: Callable[[str], str]) -> int:
    while True:
        await _until_enter(door)
        found = door.begun.usable()
        taken = _only(door.begun) or _chosen(door.begun, found, ask)
        if taken is not None:
            say(f"   The group: {described(taken)}.")
            return taken.id
        say("   Then none of them.")


def _chosen(begun: Begun, found: list[Group], ask: Callable[[str], str]) -> Group | None:
    """Which of several, or whether a group that nobody of ours vouches for is it."""
    for group in found:
        known = "" if begun.vouched(group) else "; none of them tapped a link"
        typed = ask(f"Is {described(group)}{known}, your group? (yes/no)")
        if typed.strip().casefold() in ("y", "yes"):
            return group
    return None


def _lacking(begun: Begun) -> str:
    """What has to come before the desk can work; empty when nothing has to."""
    if not begun.rules:
        return "somebody who rules"
    return "" if begun.usable() else "the group"


async def _until_enter(door: Door) -> None:
    say("   Press Enter when everybody is there.")
    typed: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    # Not a thread in `input`: it would hold the program until Enter is pressed, whatever happens.
    loop.add_reader(sys.stdin, lambda: typed.put_nowait(sys.stdin.readline()))
    listening = asyncio.create_task(door.keep_listening())
    try:
        while await _enter(typed, listening) and (lacking := _lacking(door.begun)):
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
