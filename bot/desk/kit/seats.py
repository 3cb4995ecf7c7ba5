"""Who of the list sits in the group: being on the list is a right only for who is there too.

Telegram is asked at each act, never a memory: who was thrown out a second ago acts no more. What is
remembered is who was found gone, for cards and for the other bot: their cases may go to others, so
it takes Telegram's word about them, and not a no that is about us.
"""

from __future__ import annotations

from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest, Forbidden

from bot.desk.line.trouble import no_of
from bot.mail.trouble import No
from bot.reads import Edge
from core.ports import gone_flag
from core.values.ids import PersonId

Json = dict[str, Any]
_INSIDE: Final = ("creator", "administrator", "member")


def inside(member: object) -> bool:
    """Whether somebody with this `ChatMember` is in the group; a restricted one may have left."""
    if not isinstance(member, dict):
        return False
    status = member.get("status")
    return status in _INSIDE or (status == "restricted" and member.get("is_member") is True)


class Seats:
    """The seats of one group."""

    def __init__(self, edge: Edge, chat_id: int) -> None:
        """`edge` remembers who is gone."""
        self._edge = edge
        self._chat = chat_id

    async def taken(self, bot: Bot, person: PersonId) -> bool:
        """Whether this person is in the group now; whom Telegram does not find there is not.

        Where it refuses to say (we are no administrator, or not there), nobody acts, and nothing is
        remembered of them. Raises NetworkError where Telegram can not be asked: nobody acts on a
        guess.
        """
        try:
            # Raw: the library's own call can not read a seat of which it misses any field.
            asked: Json = {"chat_id": self._chat, "user_id": person}
            member = await bot._post("getChatMember", asked)  # noqa: SLF001
        except Forbidden:
            return False
        except BadRequest as error:
            if no_of(error) is not No.NO_MEMBER:
                return False
            here = False
        else:
            here = inside(member)
        await self.note(person, here=here)
        return here

    async def note(self, person: PersonId, *, here: bool) -> None:
        """Somebody came or went."""
        flag = gone_flag(person)
        if here is not (await self._edge.flag(flag) is None):
            await self._edge.set_flag(flag, None if here else "gone")

    async def gone(self, person: PersonId) -> bool:
        """Whether this person was last found outside."""
        return await self._edge.flag(gone_flag(person)) is not None
