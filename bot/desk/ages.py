"""Which buttons of the desk's bot get old, and when: as soon as anybody has answered them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.buttons import Press
from bot.desk.kit.call import BOT, DeskApp
from bot.desk.kit.forms import same
from core.deal.milestone import State
from core.deal.stage import Stage
from core.values.ids import DESK, DealId, PersonId
from core.views import DealView

CLAIM: Final = frozenset({"dep", "depok", "no", "nox", "diff", "damt", "proof", "claim"})
"""Of a claim of payment: until it is answered."""
TRANSFER: Final = frozenset({"out", "outok", "fail", "owed", "payqr"})
"""Of money that is owed: until it was sent."""
ON_ITS_WAY: Final = frozenset({"there", "thereok", "thereno", "lost"})
"""Of money that was sent: until somebody said what became of it."""
SURE: Final = frozenset({"handx", "overx", "recusex", "advisex"})
"""The second tap about a case; the case file itself is drawn anew instead."""
RULING: Final = "r"
LEAVE: Final = "leave"
"""Of a form: until its owner has answered or left it."""


class DeskAges:
    """Implements `bot.mail.courier.buttons.Ages` for the group."""

    def __init__(self, app: DeskApp) -> None:
        """All of it only reads."""
        self._app = app

    def fades(self, press: Press) -> bool:
        """Whatever is about a deal, but for what shows something at any time."""
        known = press.verb in CLAIM | TRANSFER | ON_ITS_WAY | SURE or press.verb in (RULING, LEAVE)
        return known and press.deal is not None and press.milestone is not None

    async def old(self, chat: int, deal: DealId, presses: Sequence[Sequence[Press]]) -> list[bool]:
        """By the deal as it stands, and by the forms that are open."""
        view = await self._app.reads.view(deal, DESK) if chat == self._app.chat_id else None
        if view is None:
            return [False] * len(presses)
        return [not all([await self._holds(view, p) for p in of_one]) for of_one in presses]

    async def _holds(self, view: DealView, press: Press) -> bool:
        if press.verb in (RULING, LEAVE):
            return await self._asked(press) and (press.verb == LEAVE or _open(view, press))
        if press.verb in CLAIM:
            m = view.deal.milestone(press.milestone or 0)
            return m.claim is not None and m.seen == press.seen
        if press.verb in TRANSFER:
            return view.deal.transfer(int(press.arg.partition(".")[0])).owed
        if press.verb in ON_ITS_WAY:
            number, _, returns = press.arg.partition(".")
            one = view.deal.transfer(int(number))
            return one.on_its_way and str(one.returns) == returns
        return _open(view, press)

    async def _asked(self, press: Press) -> bool:
        """Whether the form of a button is open, at the question that it answers."""
        owner, _, rest = press.arg.partition(".")
        form = await self._app.reads.expecting(PersonId(int(owner)), BOT)
        what = rest if press.verb == LEAVE else "rule"
        if form is None or not same(form, what, press.deal, press.milestone):
            return False  # where another one stands above it, it is asked again after that
        return press.verb == LEAVE or form.field == rest.partition(".")[0]


def _open(view: DealView, press: Press) -> bool:
    """Whether somebody can do this with the case, as it is given."""
    number = press.milestone or 0
    case = view.deal.dispute(number)
    if case is None or view.deal.milestone(number).state is not State.DISPUTED:
        return False
    if case.stage is Stage.DECIDED:
        return False
    if press.verb == "overx":
        return str(case.arbiter) == press.arg
    return press.verb == "recusex" or case.arbiter is not None
