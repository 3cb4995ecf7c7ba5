"""Open forms of the desk: one asked at a time a colleague, an *Ask…* may stand above a *Rule…*."""

from __future__ import annotations

from typing import Final

from bot.cards.kit.desk import form_in_the_way
from bot.desk.kit.call import Call
from core.ports import Expecting
from core.values.ids import DealId

MAY_STAND_ABOVE: Final = {("rule", "ask")}


def same(form: Expecting, what: str, deal: DealId | None, number: int | None) -> bool:
    """Whether a form is the one of this thing."""
    return (form.what, form.deal, form.milestone) == (what, deal, number)


async def leave_room(call: Call, what: str, deal: DealId | None, number: int | None) -> bool:
    """Whether a form may be opened: another one that is open is named first, to finish or leave.

    Only the form that is asked now can be read, so a second one of the same colleague would lose
    the first.
    """
    form = await call.form()
    if form is None or same(form, what, deal, number):
        return True
    here = (form.deal, form.milestone) == (deal, number)
    if here and (form.what, what) in MAY_STAND_ABOVE:
        return True
    await call.say(form_in_the_way(call.t, form))
    return False
