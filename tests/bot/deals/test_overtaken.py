"""A form whose step became impossible while it was open: closed, and nothing in it is lost."""

from core.deal.milestone import State
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.test_talk import messages
from tests.bot.deals.world import World
from tests.kit.phones import plain


async def dispute_of_carlos(world: World) -> None:
    await world.carlos.press("More…")
    await world.carlos.press("Open dispute")
    await world.carlos.write("It is late and wrong.")
    await world.carlos.press("Done")
    await world.carlos.write("120")
    await world.carlos.press("Yes, open")
    await world.deliver()


async def test_words_for_work_that_is_disputed_by_now_are_offered_elsewhere(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg", caption="look at this")
    await dispute_of_carlos(world)
    assert world.state() is State.DISPUTED
    await world.bina.write("and one more thing")
    told = plain(world.bina.newest.text)
    assert "cannot be submitted any more" in told
    assert "We kept your message" in told
    await world.bina.press("Send to Carlos")
    [sent] = messages(world)
    assert str(sent.words) == "look at this\n\nand one more thing"
    assert [file.name for file in sent.files] == ["drafts.svg"]
    await world.bina.write("hello")
    assert "cannot be submitted" not in plain(world.bina.newest.text), "the form is closed"


async def test_a_form_that_leads_nowhere_is_closed_when_it_would_be_asked_again(
    world: World,
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("bigger letters")
    await world.carlos.write(f"/start deal-{world.id}")
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.carlos.press("Get help")
    await world.carlos.write("thanks")
    await world.carlos.press("Done")
    told = plain(world.carlos.newest.text)
    assert "cannot be asked for any more" in told
    await world.carlos.press("Get help", world.carlos.newest)
    assert "Our team has it" in plain(world.carlos.newest.text)


async def test_a_button_of_a_form_that_leads_nowhere_says_so_at_once(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    done = next(s for s in reversed(world.bina.chat) if "Done" in s.labels)
    data = done.data("Done")
    await dispute_of_carlos(world)
    assert done.labels == [], "it goes by itself, and may be pressed on its way"
    await world.bina.press_data(data, done)
    assert world.bina.alert.startswith("That button is old")
    assert "cannot be submitted any more" in plain(world.bina.newest.text)
    assert "Add evidence" in world.bina.newest.labels
    assert done.labels == []


async def test_an_empty_form_that_leads_nowhere_is_closed_in_one_line(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await dispute_of_carlos(world)
    await world.bina.pin()
    assert "cannot be submitted any more" in plain(world.bina.newest.text)
    assert world.bina.newest.labels == ["The deal"]


async def test_what_is_too_long_for_one_message_is_kept_as_a_file(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("x" * 4000)
    await world.carlos.write("y" * 4000)
    await world.carlos.write(f"/start deal-{world.id}")
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.carlos.write("z")
    await world.carlos.press("Send to Bina")
    [sent] = messages(world)
    assert [file.size for file in sent.files] == [8005]
    assert sent.words is None
