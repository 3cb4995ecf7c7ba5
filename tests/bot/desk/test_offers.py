"""What the two offer each other as the desk sees it, and what the arbiter proposes to both."""

from core.amending import (
    AcceptSettlement,
    OfferSettlement,
    RejectSettlement,
    SealFigure,
)
from core.deal.stage import Stage
from core.values.ids import PersonId
from core.values.money import Money
from tests.bot.desk.world import ARAM, BINA, CARLOS, NOOR, World, said


async def offer(world: World, by: PersonId, minor: int, counters: int = 0) -> None:
    m = world.deal.milestones[0]
    await world.do(
        OfferSettlement(
            actor=by,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            to_freelancer=Money(minor, "EUR"),
            held=m.held,
            counters=counters,
            words=said("the drafts can be used"),
        )
    )
    await world.deliver()


async def taken(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.deliver()


async def proposed(world: World, share: str = "55 %") -> None:
    await taken(world)
    await world.press(ARAM, "Propose…")
    await world.write(ARAM, share, world.thread)


async def test_the_desk_sees_each_offer_and_what_became_of_it(world: World) -> None:
    await taken(world)
    await offer(world, BINA, 18000)
    assert "freelancer Bina Rahimi: freelancer 180.00 EUR, client 120.00 EUR" in world.case.text
    assert "can be answered until" in world.case.text
    posted = world.last().text
    assert "the drafts can be used" in posted
    await offer(world, CARLOS, 6000, counters=1)
    assert "overtaken by something else" in world.case.text
    await world.do(AcceptSettlement(actor=BINA, deal=world.id, milestone=1, proposal=2))
    await world.deliver()
    assert "Both accepted the same offer" in world.last().text
    assert "Settled between the two. Freelancer 60.00 EUR, client 240.00 EUR." in world.case.text
    assert world.group.topics[world.thread].closed
    assert not await world.app.reads.queue() or all(
        row.kind.value == "transfer" for row in await world.app.reads.queue()
    )


async def test_the_arbiter_proposes_to_both_after_a_preview(world: World) -> None:
    await proposed(world)
    assert "Freelancer Bina Rahimi: 165.00 EUR" in world.last().text
    assert "Client Carlos Vega: 135.00 EUR" in world.last().text
    assert not world.deal.proposals
    await world.press(ARAM, "Send to both", world.last())
    assert world.last().text.startswith("Sent to both")
    await world.deliver()
    [made] = world.deal.proposals
    assert (made.by, made.to_freelancer) == (ARAM, Money(16500, "EUR"))
    assert {n.kind for p in (BINA, CARLOS) for n in world.store.notices_to(p)} >= {
        "settlement-advised"
    }
    assert "arbiter Aram Vos: to both" in world.case.text
    assert "Propose…" not in world.case.labels
    await world.do(AcceptSettlement(actor=BINA, deal=world.id, milestone=1, proposal=1))
    await world.deliver()
    assert "the freelancer accepted; the client can answer until" in world.case.text
    await world.do(RejectSettlement(actor=CARLOS, deal=world.id, milestone=1, proposal=1))
    await world.deliver()
    assert "135.00 EUR · refused" in world.case.text
    assert world.case_now.stage is Stage.TAKEN


async def test_a_share_that_is_none_is_asked_again_and_a_form_can_be_left(world: World) -> None:
    await proposed(world, "101 %")
    assert not world.deal.proposals
    await world.write(ARAM, "200", world.thread)
    assert "200.00 EUR" in world.last().text
    await world.press(ARAM, "Back", world.last())
    assert not world.store.rows.forms
    assert not world.deal.proposals


async def test_only_who_has_the_case_proposes_and_only_their_tap_sends_it(world: World) -> None:
    await proposed(world)
    card = world.last()
    answered = await world.press(NOOR, "Send to both", card)
    assert not world.deal.proposals
    assert answered["show_alert"]
    forged = world.press_of(ARAM, card, "Send to both")
    forged["data"] = forged["data"].replace("16500", "1")
    await world.update(callback_query=forged)
    assert not world.deal.proposals
    answered = await world.press(NOOR, "Propose…")
    assert answered["text"] == "Another arbiter has this case."


async def test_a_second_tap_proposes_nothing_more(world: World) -> None:
    await proposed(world)
    again = world.press_of(ARAM, world.last(), "Send to both")
    await world.press(ARAM, "Send to both", world.last())
    await world.update(callback_query=again)
    assert len(world.deal.proposals) == 1


async def test_what_is_told_us_alone_is_nowhere_at_the_desk(world: World) -> None:
    await taken(world)
    before = [shown.text for shown in world.group.in_topic(world.thread)]
    m = world.deal.milestones[0]
    await world.do(
        SealFigure(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            figure=Money(12345, "EUR"),
            held=m.held,
        )
    )
    await world.deliver()
    assert [shown.text for shown in world.group.in_topic(world.thread)] == before
    await world.press(ARAM, "Whole file")
    everything = str(world.group.calls) if hasattr(world.group, "calls") else str(world.group)
    assert "123.45" not in everything
    assert "12345" not in everything
