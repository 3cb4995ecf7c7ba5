"""Who is not on the list, or hides who they are: answered once, then not, for a while.

So that they hold up no colleague.
"""

from __future__ import annotations

from typing import Final

from bot.cards import Card
from bot.desk.kit.call import Call, log
from bot.mail.limits import Limit, Verdict
from bot.mail.pacing import Urgency, urgency

_HOUR: Final = 3600.0
_DAY: Final = 24 * _HOUR
IN_THE_GROUP: Final = 1
"""Answers that one person gets in a group in a day."""
IN_A_GROUP: Final = 5
"""That one group gets in an hour, whoever asks."""
UNSIGNED: Final = 1
"""Commands in the name of a group that are answered in an hour: all who hide are one."""
IN_PRIVATE: Final = 3
PRESSES: Final = 5
"""Presses that one person gets an answer to in a minute."""


class Strangers:
    """Who was answered already, since the program began, and how much was passed over."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._in_the_group = Limit(IN_THE_GROUP, _DAY)
        self._groups = Limit(IN_A_GROUP, _HOUR)
        self._unsigned = Limit(UNSIGNED, _HOUR)
        self._in_private = Limit(IN_PRIVATE, _DAY)
        self._presses = Limit(PRESSES)
        self.passed_over = 0

    async def wrote(self, call: Call) -> None:
        """A command in a group, or anything in private: what they are told goes after all else."""
        alone = call.chat > 0
        if not (self._alone(call) if alone else self._among_others(call)):
            self.passed_over += 1
            return
        log.info("a stranger wrote", person=call.person, passed_over=self.passed_over)
        await _say(call, "desk-stranger" if alone else "desk-for-arbiters")

    async def wrote_unsigned(self, call: Call) -> None:
        """A command in the name of the group: whose it is, and whether they may, nobody can say."""
        if self._unsigned.ask(call.chat, call.request) is not Verdict.FINE:
            self.passed_over += 1
            return
        await _say(call, "desk-anonymous", reply=True)

    async def pressed(self, call: Call, data: str) -> None:
        """A button that is not theirs."""
        if self._presses.ask(call.person, call.request) is not Verdict.FINE:
            self.passed_over += 1
            return
        log.warning("press of a stranger", person=call.person, data=data[:64])
        await call.answer(call.t.plain("desk-for-arbiters"), dialog=True)

    def _alone(self, call: Call) -> bool:
        return self._in_private.ask(call.person, call.request) is Verdict.FINE

    def _among_others(self, call: Call) -> bool:
        return (
            self._in_the_group.ask(call.person, call.request) is Verdict.FINE
            and self._groups.ask(call.chat, call.request) is Verdict.FINE
        )


async def _say(call: Call, key: str, *, reply: bool = False) -> None:
    before = urgency.set(Urgency.LATER)
    try:
        await call.say(Card(call.t(key)), reply=reply)
    finally:
        urgency.reset(before)
