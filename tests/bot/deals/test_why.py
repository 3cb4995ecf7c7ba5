"""*Why can't I…?* in *More…*, pressed by both sides."""

from bot.buttons import Press
from tests.bot.deals.acts import funded
from tests.bot.deals.world import build


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
