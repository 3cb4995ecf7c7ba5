"""One Bot API call, and the table of methods that are offered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.botapi.schema import Upload
from bot.playground import messages
from bot.playground.cast import BotAccount
from bot.playground.errors import bad, forbidden
from bot.playground.world import Spot, World

Json = dict[str, Any]


@dataclass
class ApiCall:
    """Who calls, and with what.

    Parameters already of the schema's types, uploads by their part's name.
    """

    world: World
    bot: BotAccount
    params: Json
    uploads: dict[str, Upload]

    def place(self, *, parameter: str = "chat_id") -> Spot:
        """The chat that is meant; ApiError when the bot has no such chat."""
        chat = self.params[parameter]
        if isinstance(chat, str):
            raise bad("chat not found")
        if chat < 0:
            return self._group(chat)
        if self.world.cast.bot(chat):
            raise forbidden("bots can't send messages to bots")
        if self.world.cast.person(chat) is None:
            raise bad("chat not found")
        if not self.world.contact(self.bot.id, chat)["started"]:
            raise forbidden("bot can't initiate conversation with a user")
        return Spot(bot=self.bot.id, person=chat)

    def open_place(self) -> Spot:
        """The chat to send to; ApiError also when the person blocks the bot."""
        place = self.place()
        if place.private and self.world.contact(self.bot.id, place.person)["blocked"]:
            raise forbidden("bot was blocked by the user")
        return place

    def group_id(self) -> int:
        """The group that is meant; ApiError for a private chat."""
        place = self.place()
        if place.private:
            raise bad("method is available only for supergroups")
        return place.group

    def message(self, place: Spot, missing: str) -> Json:
        """The message that ``message_id`` names; ApiError with the text for a missing one."""
        doc = messages.find(self.world, place, self.params["message_id"])
        if doc is None:
            raise bad(missing)
        return doc

    def need_right(self, group: int, right: str, to: str) -> None:
        """ApiError unless the bot has an administrator's right."""
        if not self.world.may(group, self.bot.id, right):
            raise bad(f"not enough rights to {to}")

    def _group(self, group: int) -> Spot:
        if self.world.cast.group(group) is None:
            raise bad("chat not found")
        if self.bot.id not in self.world.members(group):
            raise forbidden("bot is not a member of the supergroup chat")
        return Spot(group=group)


Method = Callable[[ApiCall], Any]
METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Offer a function as a Bot API method.

    Inside, changes are one and are taken back when it raises.
    """

    def offer(function: Method) -> Method:
        METHODS[name] = function
        return function

    return offer
