"""Lateness, disputes, and the arbiter's questions, as the parties do them."""

from datetime import timedelta

from core.deal.milestone import State
from core.deal.ruling import Outcome
from core.deal.terms import Role
from core.disputing import AskParty, Rule, TakeDispute
from core.values.money import Money
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.states import accepted, add_nothing, to_arbiter
from tests.bot.deals.world import ARAM, World, said
from tests.kit.phones import plain


async def disputed(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("More…")
    await world.carlos.press("Open dispute")
    await world.carlos.write("one concept is missing")
    await world.carlos.send("photo.jpg")
    await world.carlos.press("Done")


async def test_a_dispute_names_the_reason_and_what_is_sought(world: World) -> None:
    await disputed(world)
    await world.carlos.write("40")
    shown = plain(world.carlos.newest.text)
    assert "one concept is missing" in shown
    assert "40.00 EUR of the 120.00 EUR" in shown
    await world.carlos.press("Yes, open dispute")
    await world.deliver()
    [case] = world.deal.disputes
    assert str(case.statements[0].sought) == "40.00 EUR"
    assert case.statements[0].files[0].name == "photo.jpg"
    assert world.bina.sees("one concept is missing")
    assert world.bina.sees("stays held, untouched")


async def test_more_than_is_held_can_not_be_sought(world: World) -> None:
    await disputed(world)
    await world.carlos.write("120.01")
    assert "120.00 EUR" in plain(world.carlos.newest.text)
    assert world.deal.disputes == ()
    await world.carlos.press("All: 120.00 EUR")
    await world.carlos.press("Yes, open dispute")
    assert world.state() is State.DISPUTED


async def test_nothing_can_be_sought_by_typing_it_as_well(world: World) -> None:
    await disputed(world)
    await world.carlos.write("0")
    assert "0.00 EUR of the 120.00 EUR" in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, open dispute")
    assert str(world.deal.disputes[0].statements[0].sought) == "0.00 EUR"


async def test_the_other_side_tells_theirs_and_both_add_evidence(world: World) -> None:
    await disputed(world)
    await world.carlos.press("Nothing")
    await world.carlos.press("Yes, open dispute")
    await world.deliver()
    await world.bina.press("My side")
    await world.bina.write("all three are there")
    await world.bina.press("Done")
    await world.bina.press("All: 120.00 EUR")
    await world.bina.press("Yes, send my side")
    await world.bina.press("Add evidence")
    await world.bina.send("three.png")
    await world.bina.press("Done")
    await world.deliver()
    [case] = world.deal.disputes
    assert [str(s.words) for s in case.statements] == [
        "one concept is missing",
        "all three are there",
    ]
    assert case.evidence[0].files[0].name == "three.png"
    assert world.carlos.sees("all three are there")
    assert any(s.file == "three.png" for s in world.carlos.chat)


async def test_the_arbiters_question_is_answered_and_the_ruling_is_read(world: World) -> None:
    await disputed(world)
    await world.carlos.press("Nothing")
    await world.carlos.press("Yes, open dispute")
    await to_arbiter(world)
    await world.do(TakeDispute(actor=ARAM, deal=world.id, milestone=1))
    await world.do(
        AskParty(
            actor=ARAM, deal=world.id, milestone=1, to=Role.CLIENT, words=said("which one is it?")
        )
    )
    await world.deliver()
    assert world.carlos.sees("which one is it?")
    await world.carlos.press("Answer the arbiter")
    assert "which one is it?" in world.carlos.newest.text
    await world.carlos.write("the third")
    await world.carlos.press("Done")
    [question] = world.deal.disputes[0].questions
    assert str(question.answer) == "the third"
    await add_nothing(world)
    await world.do(
        Rule(
            actor=ARAM,
            deal=world.id,
            milestone=1,
            outcome=Outcome.SPLIT,
            held=Money(12000, "EUR"),
            to_freelancer=Money(8000, "EUR"),
            criterion=0,
            reasons=said("Two of the three concepts were handed in. " * 4),
        )
    )
    await world.deliver()
    for person in (world.bina, world.carlos):
        assert person.sees("To the freelancer: 80.00 EUR\nBack to the client: 40.00 EUR")
        assert person.sees("Measured by: three concepts")
        assert person.sees("Two of the three concepts")


async def test_late_work_is_cancelled_unless_the_freelancer_objects(world: World) -> None:
    await funded(world, "120.00")
    world.clock.forward(timedelta(days=6, hours=1))
    await world.escrow.sweep()
    await world.deliver()
    await world.carlos.press("More…")
    await world.carlos.press("Cancel as late")
    assert "120.00 EUR" in world.carlos.newest.text
    await world.carlos.press("Yes, cancel as late")
    await world.deliver()
    assert world.state() is State.CANCELLING
    await world.bina.press("Object")
    await world.bina.write("the client never sent the texts")
    await world.bina.press("Done")
    await world.bina.press("Yes, object")
    assert world.state() is State.DISPUTED


async def test_a_late_cancel_is_taken_back(world: World) -> None:
    await funded(world, "120.00")
    world.clock.forward(timedelta(days=6, hours=1))
    await world.escrow.sweep()
    await world.deliver()
    await world.carlos.press("More…")
    await world.carlos.press("Cancel as late")
    await world.carlos.press("Yes, cancel as late")
    await world.carlos.press("Let the work go on")
    await world.carlos.press("Yes, let it go on")
    assert world.state() is State.IN_PROGRESS


async def test_after_a_split_the_client_goes_on_or_drops_the_rest(world: World) -> None:
    await funded(world, "120.00", "180.00")
    await handed_in(world)
    await world.carlos.press("More…")
    await world.carlos.press("Open dispute")
    await world.carlos.write("no")
    await world.carlos.press("Done")
    await world.carlos.press("Nothing")
    await world.carlos.press("Yes, open dispute")
    await to_arbiter(world)
    await world.do(TakeDispute(actor=ARAM, deal=world.id, milestone=1))
    await add_nothing(world)
    await world.do(
        Rule(
            actor=ARAM,
            deal=world.id,
            milestone=1,
            outcome=Outcome.SPLIT,
            held=Money(12000, "EUR"),
            to_freelancer=Money(6000, "EUR"),
            reasons=said("Half of it was there. " * 6),
        )
    )
    await accepted(world)
    await world.deliver()
    assert {"Go on with the next", "Drop the rest"} <= set(world.carlos.newest.labels)
    assert "go on with “Final files”, or drop the rest" in plain(world.carlos.newest.text)
    await world.carlos.press("Drop the rest")
    await world.carlos.press("Yes, drop the rest")
    assert world.state(2) is State.VOID


async def test_what_can_not_go_on_after_a_withdrawal_is_not_said_to(world: World) -> None:
    await funded(world, "120.00", "180.00")
    for label in ("More…", "Withdraw", "Yes, withdraw", "Yes, withdraw"):
        await world.bina.press(label)
    await world.deliver()
    for person in (world.bina, world.carlos):
        text = plain(next(s.text for s in reversed(person.chat) if "Drop the rest" in s.labels))
        assert "“Final files” cannot begin" in text
        assert "12 January" in text


async def test_the_diary_and_the_papers_can_be_read_after_the_end(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()
    await world.carlos.press("Agreement (PDF)")
    assert any(s.file == f"agreement-{world.id}.pdf" for s in world.carlos.chat)
    await world.carlos.press("Receipt", next(s for s in world.carlos.chat if "Receipt" in s.labels))
    assert any(s.file == f"receipts-{world.id}.pdf" for s in world.carlos.chat)
    assert "Released to the freelancer: 120.00 EUR" in plain(world.carlos.newest.text)


async def test_the_other_side_is_reminded_by_a_text_in_their_language(world: World) -> None:
    await funded(world, "120.00")
    await world.carlos.press("Remind them")
    shown = plain(world.carlos.newest.text)
    assert f"t.me/holdfast_bot?start=deal-{world.id}" in shown
    assert "10 January" in shown
    whatsapp = world.carlos.newest.buttons[0][0]
    assert whatsapp["url"].startswith("https://wa.me/?text=")
