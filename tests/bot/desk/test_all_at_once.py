"""Two disputes of one deal, whose milestones are open at once: each has its own case."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.desk.board import FLAG
from core.deal.flag import FlagKind
from core.disputing import CallArbiter, MakeStatement, OpenDispute
from core.drafting import Edit, SetMilestone, SetRules
from core.paying import ConfirmDeposit, SetFlag
from core.values.ids import RAIL
from core.values.money import Money
from core.working import SubmitWork
from tests.bot.desk.world import ARAM, BINA, CARLOS, NOOR, World, said

PRICES = {1: Money(30000, "EUR"), 2: Money(18000, "EUR")}


async def both_paid(world: World) -> None:
    line = (said("as asked"),)
    edits: list[Edit] = [SetRules(all_at_once=True)]
    for number, price in PRICES.items():
        title = said("Drafts" if number == 1 else "Final files")
        edits.append(SetMilestone(number, title, price, timedelta(days=5), line))
    await world.agree(PRICES[1], edits=edits)
    for number, price in PRICES.items():
        at: dict[str, Any] = {"deal": world.id, "milestone": number, "source": "Carlos Vega"}
        paid: dict[str, Any] = {"rail": "manual", "external_id": f"x{number}", "amount": price}
        await world.do(ConfirmDeposit(actor=RAIL, **paid, **at))


async def both_in_dispute(world: World) -> None:
    """Both sides spoke, and called the arbiter."""
    await both_paid(world)
    for number, price in PRICES.items():
        at: dict[str, Any] = {"deal": world.id, "milestone": number}
        count = len(world.deal.terms.milestones[number - 1].criteria)
        work: dict[str, Any] = {
            "files": (await world.file(),),
            "notes": tuple(said("done") for _ in range(count)),
        }
        seen = world.deal.milestone(number).seen
        await world.do(SubmitWork(actor=BINA, seen=seen, **work, **at))
        seen = world.deal.milestone(number).seen
        sought: dict[str, Any] = {"sought": price, **at}
        await world.do(OpenDispute(actor=CARLOS, seen=seen, reason=said("no"), **sought))
        await world.do(MakeStatement(actor=BINA, words=said("yes"), **sought))
        for person in (BINA, CARLOS):
            await world.do(CallArbiter(actor=person, **at))
    await world.deliver()


async def test_each_case_has_a_topic_that_names_its_milestone(world: World) -> None:
    await both_in_dispute(world)
    names = [
        world.group.topics[world.edge.topics["dispute", world.id, number, None].thread_id].name
        for number in PRICES
    ]
    assert names[0].endswith(f"{world.id} · Drafts · Logo · 300.00 EUR")
    assert names[1].endswith(f"{world.id} · Final files · Logo · 180.00 EUR")


async def test_the_board_tells_the_two_apart(world: World) -> None:
    await both_in_dispute(world)
    await world.outgoing.board.settled()
    shown = world.group.messages[int(world.edge.flags[FLAG])]
    assert "Waiting for an arbiter: 2" in shown.text
    for number in PRICES:
        assert f"{world.id}-{number} · Logo" in shown.text


async def test_taking_one_of_them_takes_no_other(world: World) -> None:
    await both_in_dispute(world)
    second = world.edge.topics["dispute", world.id, 2, None]
    assert second.pinned is not None
    await world.press(ARAM, "Take", world.group.messages[second.pinned])
    one, two = (world.deal.dispute(number) for number in PRICES)
    assert one is not None
    assert two is not None
    assert (one.arbiter, two.arbiter) == (None, ARAM)


async def test_an_order_names_the_milestone_whose_money_it_moves(world: World) -> None:
    await both_paid(world)
    flag = SetFlag(actor=NOOR, deal=world.id, kind=FlagKind.LEGAL, words=said("by a court"))
    await world.do(flag)
    await world.deliver()
    shown = next(m for m in world.group.messages.values() if "Move it by law · 2" in m.labels)
    assert "Move it by law · 1" in shown.labels
    await world.press(NOOR, "Move it by law · 2", shown)
    asked = next(m for m in world.group.messages.values() if "To the freelancer" in m.labels)
    assert "180.00 EUR" in asked.text
