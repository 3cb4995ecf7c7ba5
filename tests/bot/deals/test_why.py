"""*Why can't I…?* in *More…*, pressed by both sides."""

from bot.buttons import Press
from tests.bot.deals.acts import funded
from tests.bot.deals.world import World, build
from tests.kit.phones import plain


async def why(world: World) -> str:
    """What the freelancer reads."""
    await world.bina.press_data(Press("why", world.id).pack(), world.bina.newest)
    return plain(world.bina.newest.text)


async def test_what_is_not_offered_says_why_and_leads_back() -> None:
    world = await build()
    await funded(world, "120.00")
    await world.carlos.press("More…")
    await world.carlos.press("Why can't I…?")
    assert world.carlos.sees("Cancel as late: The work is not late enough for that.")
    assert world.carlos.sees("That goes while the milestone is being looked at")
    await world.carlos.press("Back")
    assert "Open dispute" in world.carlos.newest.labels


async def test_a_stranger_learns_nothing_by_it() -> None:
    world = await build()
    await funded(world, "120.00")
    await world.sam.write("/start")
    await world.sam.press_data(Press("why", world.id).pack(), world.sam.newest)
    assert not any("Logo" in shown.text for shown in world.sam.chat)
    assert not any("late enough" in shown.text for shown in world.sam.chat)


async def test_what_the_agreement_does_not_grant_is_promised_by_no_reason() -> None:
    world = await build()
    await funded(world, "120.00")
    await world.carlos.press("More…")
    await world.carlos.press("Why can't I…?")
    assert "Cancel for the fee" not in plain(world.carlos.newest.text)


async def test_what_is_so_of_all_open_milestones_is_said_once_and_else_of_which() -> None:
    world = await build()
    await world.agree("120.00", "180.00", all_at_once=True)
    told = await why(world)
    assert told.count("Submit work") == 1
    assert "Submit work ·" not in told
    await world.carlos.press("Pay a milestone…")
    await world.carlos.press("1. Drafts, 120.00 EUR")
    await world.carlos.press("Yes, pay 120.00 EUR")
    await world.deliver()
    told = await why(world)
    assert "Take it back · 1: " in told
    assert "Take it back: " not in told, "the second waits for its money"


async def test_of_several_milestones_what_goes_on_one_is_explained_on_the_other() -> None:
    world = await build()
    await world.agree("120.00", "180.00", all_at_once=True)
    for pay in ("Pay a milestone…", "1. Drafts, 120.00 EUR", "Yes, pay 120.00 EUR"):
        await world.carlos.press(pay)
    await world.deliver()
    assert "Submit work · 1" in world.bina.newest.labels
    told = await why(world)
    assert "Submit work · 2, Ask for more time · 2" in told
    assert "Submit work · 1" not in told
