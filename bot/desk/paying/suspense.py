"""Money that matches nothing: `/suspense`, matched to a deal, or refunded to where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.approving import ByTwo, approval_card, asked_for
from bot.cards.kit.desk import Part, over
from bot.cards.paying import suspense as cards
from bot.cards.paying import treasury as claims
from bot.cards.paying.suspense import Suspended
from bot.desk.kit.call import Call, DeskApp
from bot.desk.kit.forms import leave_room
from bot.desk.kit.gate import Commanded, Pressed, about, typed_deal
from bot.desk.paying.treasury import part_of
from core.deal.approval import ApprovalKind
from core.deal.suspense import SuspenseState
from core.paying import BounceSuspense, MatchSuspense, ReturnSuspense
from core.ports import Expecting
from core.values.errors import NotYours, Stale
from core.values.ids import PersonId, SuspenseId
from core.values.roles import DeskRole

MATCH: Final = "match"
MOST_CARDS: Final = 8
"""Cards that one command posts: a group takes 20 messages a minute."""


async def suspended_of(app: DeskApp, item: SuspenseId) -> Suspended:
    """As it stands. Raises NotYours("no-such-suspense")."""
    found = await app.reads.suspended(item)
    if found is None:
        raise NotYours("no-such-suspense")

    async def name(person: PersonId | None) -> str:
        return "" if person is None else await app.name(person)

    return Suspended(
        found, await app.name(found.by), await name(found.closed_by), await name(found.asked_by)
    )


async def waiting_card(app: DeskApp, told: Mapping[str, object]) -> Card | None:
    """What a notice tells of it, an alarm `since` when; None once it does not wait for that."""
    one, since = await suspended_of(app, SuspenseId(str(told["item"]))), told.get("since")
    if one.item.state is not SuspenseState.OPEN or (since is None and one.item.asked_by is None):
        return None
    card = cards.item_card(app.t, one)
    return card if since is None else cards.overdue(app.t, str(since), card)


async def show_item(call: Call, number: str) -> bool:
    """Show money that matches nothing, if that is what the number is of."""
    item = SuspenseId(number)
    if await call.app.reads.suspended(item) is None:
        return False
    await call.show(cards.item_card(call.t, await suspended_of(call.app, item)))
    return True


async def listed(call: Call, _arguments: list[str]) -> None:
    """`/suspense`: all that waits, with its buttons."""
    items = await call.app.reads.suspense()
    if not items:
        await call.say(Card(call.t("desk-list-empty", what="suspense")))
        return
    for item in items[:MOST_CARDS]:
        await call.say(cards.item_card(call.t, await suspended_of(call.app, item.id)))
    if len(items) > MOST_CARDS:
        await call.say(Card(call.t("desk-board-more", count=len(items) - MOST_CARDS)))


async def shown(call: Call, press: Press) -> None:
    """*Back*: as it stands."""
    await call.show(cards.item_card(call.t, await suspended_of(call.app, _item(press))))


def _item(press: Press) -> SuspenseId:
    return SuspenseId(press.arg.partition(".")[0])


async def _as_seen(call: Call, press: Press) -> Suspended:
    """It, while it stands as the card showed it. Raises Stale, and shows how it stands."""
    call.app.escrow.staff.needs(call.person, DeskRole.TREASURER)
    one = await suspended_of(call.app, _item(press))
    if press.arg != f"{one.item.id}.{one.item.seen}":
        await call.show(cards.item_card(call.t, one))
        raise Stale
    return one


async def ask_match(call: Call, press: Press) -> None:
    """*Match to a deal*: which one."""
    one = await _as_seen(call, press)
    if not await leave_room(call, MATCH, None, None):
        return
    data = {"thread": call.thread, "item": one.item.id}
    form = await call.expect(MATCH, deal=None, milestone=None, question="deal", data=data)
    if one.item.about is None:
        await call.say(cards.ask_deal(call.t, one, call.called, form))
        return
    await _choose(call, one, await part_of(call.app, one.item.about, 1), form)


async def deal_typed(call: Call, form: Expecting, text: str) -> None:
    """Its milestones that wait for money. Raises NotYours("no-such-deal"), and the form stays."""
    first = await part_of(call.app, typed_deal(text.split()), 1)
    one = await suspended_of(call.app, SuspenseId(str(form.data["item"])))
    await _choose(call, one, first, form)


async def _choose(call: Call, one: Suspended, first: Part, form: Expecting) -> None:
    parts = [Part(first.deal, m.number, first.people) for m in first.deal.milestones]
    await call.say(cards.choose(call.t, one, parts, form))


async def chosen(call: Call, press: Press) -> None:
    """The first tap: all of it once more."""
    one, part = await _as_seen(call, press), await _part(call, press)
    await call.app.escrow.would(_match(call, one, part))
    await call.show(cards.match_sure(call.t, one, part))


async def matched(call: Call, press: Press) -> None:
    """The second tap: it is a deposit of that deal from now on."""
    one, part = await _as_seen(call, press), await _part(call, press)
    form = await call.form()
    mine = form is not None and form.what == MATCH and form.data.get("item") == one.item.id
    await call.do(_match(call, one, part), call.closing() if mine else None)
    part = await part_of(call.app, part.deal.id, part.number)
    waits = asked_for(part.deal, ApprovalKind.DEPOSIT, part.number)
    if waits is not None and waits.deposit is not None:
        asked = claims.deposit_asked(call.t, part, waits.deposit)
        two = ByTwo(part.deal, waits, {call.person: call.called})
        await call.show(approval_card(call.t, two, asked))
        return
    await call.show(claims.deposit_done(call.t, part, one.item.amount, call.called))


async def _part(call: Call, press: Press) -> Part:
    """The milestone, while it stands as the card showed it. Raises Stale."""
    part = await part_of(call.app, *about(press))
    if part.milestone.seen != press.seen:
        await call.show(over(call.t))
        raise Stale
    return part


def _match(call: Call, one: Suspended, part: Part) -> MatchSuspense:
    return MatchSuspense(
        actor=call.person, deal=part.deal.id, milestone=part.number, item=one.item.id
    )


async def send_back(call: Call, press: Press) -> None:
    """*Sent back*, the first tap."""
    one = await _as_seen(call, press)
    await call.app.escrow.would(_return(call, one))
    await call.show(cards.back_sure(call.t, one))


async def sent_back(call: Call, press: Press) -> None:
    """The second tap; it may wait for a second person."""
    one = await _as_seen(call, press)
    await call.do(_return(call, one))
    await shown(call, press)


def _return(call: Call, one: Suspended) -> ReturnSuspense:
    return ReturnSuspense(actor=call.person, item=one.item.id, seen=one.item.seen)


async def came_back(call: Call, press: Press) -> None:
    """*It came back*, the first tap."""
    one = await _as_seen(call, press)
    await call.app.escrow.would(_bounce(call, one))
    await call.show(cards.came_sure(call.t, one))


async def bounced(call: Call, press: Press) -> None:
    """The second tap: it waits again."""
    one = await _as_seen(call, press)
    await call.do(_bounce(call, one))
    await shown(call, press)


def _bounce(call: Call, one: Suspended) -> BounceSuspense:
    return BounceSuspense(actor=call.person, item=one.item.id, seen=one.item.seen)


COMMANDS: Final[Mapping[str, Commanded]] = MappingProxyType({"suspense": listed})
PRESSES: Final[Mapping[str, Pressed]] = MappingProxyType(
    {
        "sus": shown,
        "susm": ask_match,
        "sust": chosen,
        "sustok": matched,
        "susr": send_back,
        "susrok": sent_back,
        "susb": came_back,
        "susbok": bounced,
    }
)
