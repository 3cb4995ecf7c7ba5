"""A dispute that the two ended themselves leaves the desk; one opened again comes back to it."""

from core.deal.milestone import State
from core.deal.stage import Stage
from core.disputing import Concede, FileEvidence, OpenDispute, TakeBackDispute
from core.values.money import Money
from tests.bot.desk.world import ARAM, BINA, CARLOS, World, said


async def take_back(world: World) -> None:
    seen = world.deal.milestones[0].seen
    await world.do(TakeBackDispute(actor=CARLOS, deal=world.id, milestone=1, seen=seen))
    await world.deliver()


async def test_a_dispute_that_is_taken_back_leaves_the_desk(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.deliver()
    topic = world.group.topics[world.thread]
    await take_back(world)
    assert topic.closed
    assert topic.name.startswith("✅")
    assert "The client, Carlos" in world.last().text
    assert "took this dispute back" in world.last().text
    assert "Taken back by who opened it" in world.case.text
    assert "dispute taken back" in world.case.text
    assert "Nothing is left to do here." in world.case.text
    assert "· held: 300.00 EUR" in world.case.text
    assert not [row for row in await world.app.reads.queue() if row.milestone == 1]
    await world.write(ARAM, "/mine", None)
    assert world.id not in world.group.in_topic(None)[-1].text


async def test_an_arbiter_in_the_middle_of_a_ruling_is_told_that_it_is_over(world: World) -> None:
    await world.dispute()
    await world.press(ARAM, "Take")
    await world.state()
    await world.press(ARAM, "Rule…")
    late = world.press_of(ARAM, world.last(), world.last().labels[0])
    await take_back(world)
    await world.update(callback_query=late)
    assert world.deal.milestones[0].state is State.SUBMITTED
    assert world.case_now.ruling is None


async def test_opened_again_its_topic_opens_with_all_that_was_said_before(world: World) -> None:
    await world.dispute()
    await world.do(FileEvidence(actor=BINA, deal=world.id, milestone=1, words=said("see v1")))
    await world.deliver()
    thread = world.thread
    await take_back(world)
    m = world.deal.milestones[0]
    await world.do(
        OpenDispute(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            reason=said("I am not paid."),
            sought=m.held,
        )
    )
    await world.deliver()
    assert world.thread == thread
    assert not world.group.topics[thread].closed
    assert world.group.topics[thread].name.startswith("⚖️")
    shown = "\n".join(each.text for each in world.group.in_topic(thread))
    for words in ("One of the three concepts is missing.", "see v1", "I am not paid."):
        assert words in shown
    assert "The freelancer, Bina" in world.case.text
    assert world.case.text.count("dispute taken back") == 1
    assert world.case.labels[0] == "Whole file"
    await world.press(ARAM, "Whole file")
    assert world.case_now.stage is Stage.ANSWERING


async def test_what_is_given_is_told_to_the_desk_to_the_cent(world: World) -> None:
    await world.dispute()
    m = world.deal.milestones[0]
    await world.do(
        Concede(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            sought=Money(30000, "EUR"),
            held=m.held,
        )
    )
    await world.deliver()
    assert "held until they settled: 300.00 EUR" in world.case.text
    assert "Settled between the two. Freelancer 0.00 EUR, client 300.00 EUR." in world.case.text
    assert world.group.topics[world.thread].closed
