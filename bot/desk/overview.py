"""The desk's commands: what waits, whose it is, and looking things up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from bot.buttons import Button
from bot.cards import Card, rows_of
from bot.cards import board as cards
from bot.cards.kit.desk import lines
from bot.cards.paying import treasury as money
from bot.cards.paying.arrivals import on_its_way_card
from bot.cards.paying.payout_files import pay_all_card
from bot.desk.approving import card_of
from bot.desk.board import gathered
from bot.desk.kit.call import Call
from bot.desk.kit.gate import Commanded, typed_deal
from bot.desk.kit.topics import cases, show_file
from bot.desk.paying.allowing import bounds_of
from bot.desk.paying.treasury import owed_of, part_of
from bot.reads import QueueRow
from bot.texts.invites import DEAL_LINK, hash_of, link_in, typed_code
from core.deal.four_eyes import open_in
from core.deal.model import Deal
from core.values.errors import NotYours
from core.values.ids import ID_LENGTH, DealId, read_code
from core.values.window import DeadlineKind

MOST_CARDS: Final = 8
"""Cards that one command posts: a group takes 20 messages a minute."""


async def queue(call: Call, _arguments: list[str]) -> None:
    """`/queue`: everything that waits; what waits for a second person with its buttons."""
    shown = await gathered(call.app)
    await call.say(cards.board(call.t, shown))
    deals = dict.fromkeys(row.deal for row in shown.rows if row.kind is cards.APPROVALS)
    waiting = [
        (deal, one.number) for deal in deals for one in open_in((await call.app.view(deal)).deal)
    ]
    for deal, number in waiting[:MOST_CARDS]:
        await call.say(await card_of(call.app, deal, number))


async def mine(call: Call, _arguments: list[str]) -> None:
    """`/mine`: the disputes that one has, by deadline; those of stopped deals too."""
    own = [row for row, arbiter in await cases(call.app) if arbiter == call.person]
    for row, deal in await _still(call):
        own += [
            replace(row, milestone=case.milestone)
            for case in deal.disputes
            if case.arbiter == call.person and not case.stage.closed
        ]
    await call.say(cards.mine_card(call.t, await gathered(call.app, own)))


async def case(call: Call, arguments: list[str]) -> None:
    """`/case ID`: its topics, made again where somebody deleted them."""
    deal = typed_deal(arguments)
    view = await call.app.view(deal)
    if call.person in (*view.deal.parties, *view.deal.invited):
        raise NotYours("own-deal")
    buttons = []
    for dispute in view.deal.disputes:
        topic = await show_file(call, deal, dispute.milestone, force=True)
        if topic is not None:
            title = str(view.deal.terms.milestones[dispute.milestone - 1].title or "")
            label = call.t.plain("desk-button-open-topic", title=title)
            buttons.append(Button(label, url=call.app.link(topic.thread_id)))
    key = "desk-case-found" if buttons else "desk-case-none"
    text = call.t(key, deal=deal, title=str(view.deal.terms.title or ""), state=view.deal.state)
    await call.say(Card(text, rows_of(buttons[:MOST_CARDS])))


async def person(call: Call, arguments: list[str]) -> None:
    """`/person ID`: by number or @username."""
    found = await call.app.reads.find_person(arguments[0]) if arguments else None
    if found is None:
        await call.say(Card(call.t("desk-nobody")))
        return
    record = await call.app.reads.record(found.id)
    roles = sorted(role.value for role in call.app.escrow.staff.roles(found.id))
    lost = await call.app.reads.charged_back(found.id)
    bounds = await bounds_of(call, found, record)
    await call.say(cards.person_card(call.t, found, record, roles, lost, bounds))


async def deposits(call: Call, _arguments: list[str]) -> None:
    """`/deposits`: each payment that is claimed, with its buttons."""
    rows = await _rows(call, cards.DEPOSITS)
    for row in rows[:MOST_CARDS]:
        if row.milestone is not None:
            part = await part_of(call.app, row.deal, row.milestone)
            await call.say(money.claim_card(call.t, part))
    still = [m for _, deal in await _still(call) for m in deal.milestones if m.claim is not None]
    await _rest(call, "deposits", rows, len(still))


async def payouts(call: Call, arguments: list[str]) -> None:
    """`/payouts`: what is owed, with its buttons, and apart what is on its way; all of a deal's."""
    if arguments:
        await _of_deal(call, typed_deal(arguments))
        return
    rows = await _rows(call, cards.TRANSFERS)
    for row in rows[:MOST_CARDS]:
        if row.transfer is not None:
            await call.say(money.owed_card(call.t, await owed_of(call.app, row.deal, row.transfer)))
    transfers = [each for _, deal in await _still(call) for each in deal.transfers]
    owed = [each for each in transfers if each.owed]
    await _rest(call, "payouts", rows, len(owed))
    if rows:
        await call.say(pay_all_card(call.t, len(rows)))
    sent = await call.app.reads.on_its_way()
    if sent:
        await call.say(on_its_way_card(call.t, sent, call.app.escrow.now()))


async def _of_deal(call: Call, deal: DealId) -> None:
    """All of a deal's, the newest last; what was sent may come back."""
    transfers = (await call.app.view(deal)).deal.transfers[-MOST_CARDS:]
    for transfer in transfers:
        await call.say(money.owed_card(call.t, await owed_of(call.app, deal, transfer.number)))
    if not transfers:
        await call.say(Card(call.t("desk-list-empty", what="payouts")))


async def _rows(call: Call, kind: DeadlineKind) -> list[QueueRow]:
    found = [row for row in await call.app.reads.queue() if row.kind is kind]
    return sorted(found, key=lambda row: row.target)


async def _still(call: Call) -> list[tuple[QueueRow, Deal]]:
    """Each deal that stands still, once: no clock of its own says any more what waits in it."""
    found = {row.deal: row for row in await _rows(call, cards.FLAGS)}
    return [(row, (await call.app.view(deal)).deal) for deal, row in found.items()]


async def _rest(call: Call, what: str, rows: Sequence[QueueRow], still: int) -> None:
    """What no card was posted for: too many, in deals that stand still, or none at all."""
    more = len(rows) - MOST_CARDS
    said = [
        call.t("desk-list-empty", what=what) if not rows and not still else "",
        call.t("desk-board-more", count=more) if more > 0 else "",
        call.t("desk-list-still", count=still) if still else "",
    ]
    if any(said):
        await call.say(Card(lines(*said)))


async def verify(call: Call, arguments: list[str]) -> None:
    """`/verify CODE`: whether a deal, an invite's code, or somebody of the desk is real."""
    found = await _verified(call, arguments)
    await call.say(Card(call.t("desk-verified", what=found)))


async def _verified(call: Call, arguments: list[str]) -> str:
    """A link counts only where it leads to our own bot."""
    reads, typed = call.app.reads, "".join(arguments)
    linked = link_in(" ".join(arguments), call.app.usernames.get("parties", ""))
    code = linked or typed_code(typed)
    if code is not None and code.startswith(DEAL_LINK):
        typed, code = code.removeprefix(DEAL_LINK), None
    if code is not None and await reads.invite(hash_of(code)) is not None:
        return "invite"
    number = read_code(typed)
    if len(number) == ID_LENGTH and await reads.view(DealId(number), call.person) is not None:
        return "deal"
    found = await reads.find_person(typed) if typed else None
    if found is not None:
        return "desk" if call.app.escrow.staff.roles(found.id) else "person"
    return "nothing"


async def about(call: Call, _arguments: list[str]) -> None:
    """`/help`, `/start`: what this bot is and what it understands."""
    await call.say(Card(call.t("desk-help")))


COMMANDS: Final[Mapping[str, Commanded]] = MappingProxyType(
    {
        "queue": queue,
        "mine": mine,
        "case": case,
        "person": person,
        "deposits": deposits,
        "payouts": payouts,
        "verify": verify,
        "help": about,
        "start": about,
    }
)
