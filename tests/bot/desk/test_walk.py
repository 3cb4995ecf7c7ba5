"""A dispute from its notice to its ruling, by buttons and words alone."""

from core.deal.milestone import State
from core.deal.ruling import Outcome
from core.deal.stage import Stage
from core.values.money import Money
from tests.bot.desk.world import ARAM, REASONS, World


async def test_a_dispute_is_taken_and_ruled_as_a_split(world: World) -> None:
    await world.opened()
    room = world.group.topics[world.thread]
    assert room.name == f"⚖️ {world.id} · Logo · 300.00 EUR"
    assert world.case.id in world.group.pinned
    await world.state()
    await world.call()
    await world.press(ARAM, "Take")
    await world.deliver()
    assert "Rule…" not in world.case.labels
    assert (
        "It can be ruled once both have answered and have nothing to add, or from"
        in world.case.text
    )
    await world.add_nothing()
    assert world.case.labels[0] == "Rule…"
    await world.press(ARAM, "Rule…")
    await world.press(ARAM, "Split…")
    await world.write(ARAM, "60 %")
    assert "Freelancer Bina Rahimi: 180.00 EUR" in world.last().text
    assert "Client Carlos Vega: 120.00 EUR" in world.last().text
    await world.press(ARAM, "1. three concepts")
    await world.write(ARAM, REASONS)
    confirm = world.last()
    assert REASONS in confirm.text
    await world.press(ARAM, "Confirm the ruling")
    await world.deliver()
    assert "is carried out after" in world.case.text
    assert "The money is still held" in world.case.text
    await world.accepted()
    dispute = world.case_now
    assert dispute is not None
    assert dispute.stage is Stage.RULED
    assert dispute.ruling is not None
    assert dispute.ruling.outcome is Outcome.SPLIT
    assert dispute.ruling.criterion == 0
    assert str(dispute.ruling.reasons) == REASONS
    m = world.deal.milestone(1)
    assert (m.state, m.released, m.refunded) == (
        State.SPLIT,
        Money(18000, "EUR"),
        Money(12000, "EUR"),
    )
    assert room.closed
    assert room.name.startswith("✅")
