"""*Propose…*: once a dispute, the arbiter who has it says what both could agree to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from bot.buttons import Press
from bot.cards.disputing import sure
from bot.cards.disputing.about import Case
from bot.cards.disputing.advising import ask_share, sure_share
from bot.cards.kit.desk import over
from bot.desk.disputing.shares import read_share
from bot.desk.kit.call import Call
from bot.desk.kit.forms import leave_room, same
from bot.desk.kit.gate import Pressed, about
from bot.desk.kit.topics import case_of, show_file
from core.amending import AdviseSettlement, may_advise
from core.ports import Expecting
from core.values.errors import NotNow, Stale
from core.values.ids import DealId
from core.values.money import Money

ADVISE: Final = "advise"


async def begin(call: Call, press: Press) -> None:
    """How much is for the freelancer."""
    deal, number = about(press)
    await _may(call, deal, number)
    if not await leave_room(call, ADVISE, deal, number):
        return
    form = await call.expect(ADVISE, deal=deal, milestone=number, question="share", data={})
    await call.say(ask_share(call.t, await _case(call, deal, number), form))


async def _may(call: Call, deal: DealId, number: int) -> Money:
    """What is held, for who may propose. Raises what core would."""
    deal_now, known = await call.app.escrow.seen_by(call.person, deal)
    m = deal_now.milestone(number)
    may_advise(deal_now, call.person, m, known)
    return m.held


async def _case(call: Call, deal: DealId, number: int) -> Case:
    case = await case_of(call.app, await call.app.view(deal), number)
    if case is None:
        raise NotNow("no-dispute")
    return case


async def typed(call: Call, form: Expecting, text: str) -> None:
    """The share, as for a ruling; then what would go out. Raises BadInput as `read_share`."""
    if form.deal is None or form.milestone is None:
        return
    held = await _may(call, form.deal, form.milestone)
    share = read_share(text, held)
    data = {"share": share.minor, "held": [held.minor, held.currency]}
    after = await call.expect(
        ADVISE, deal=form.deal, milestone=form.milestone, question="share", data=data
    )
    case = await _case(call, form.deal, form.milestone)
    await call.say_alone(f"desk-form:{call.person}", sure_share(call.t, case, after, share))


async def send(call: Call, press: Press) -> None:
    """The second tap: to both, exactly what its card showed. Raises Stale."""
    deal, number = about(press)
    owner, _, minor = press.arg.partition(".")
    if owner != str(call.person):
        await call.alert(call.t.plain("desk-not-your-form"))
        return
    form = await call.form()
    if form is None or not same(form, ADVISE, deal, number):
        await call.show(over(call.t))
        raise Stale
    kept: Any = form.data.get("held")
    if not kept or str(form.data.get("share")) != minor:
        raise Stale
    held = Money(kept[0], kept[1])
    command = AdviseSettlement(
        actor=call.person,
        deal=deal,
        milestone=number,
        to_freelancer=Money(int(minor), held.currency),
        held=held,
    )
    await call.do(command, call.closing())
    await call.show(sure.done(call.t, "desk-advised"))
    await show_file(call, deal, number)


PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType({"advise": begin, "advisex": send})
