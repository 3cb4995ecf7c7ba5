"""What one person piles up has a bound, and stands in nobody's way, their own neither."""

from __future__ import annotations

from core.ports import Expecting
from tests.bot.deals.acts import funded
from tests.bot.deals.world import World


def loose(world: World) -> list[str]:
    return [form.what for form in world.store.rows.forms.values() if form.what.startswith("loose:")]


async def test_the_newest_loose_words_are_kept_and_older_buttons_are_old(world: World) -> None:
    await funded(world, "120.00")
    most = world.app.settings.limits.loose_messages
    await world.bina.write("the first")
    first = world.bina.newest
    for number in range(most):
        await world.bina.write(f"word {number}")
    assert len(loose(world)) == most
    before = len(world.store.journal)
    await world.bina.press("Diary", first)
    assert "old" in world.bina.alert
    assert len(world.store.journal) == before


async def test_a_press_on_loose_words_leaves_the_open_question_open(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.write("I begin on Monday")
    card = world.bina.newest
    form = Expecting(world.bina_id, "parties", "diary", world.id, None, "collect")
    await world.store.run(lambda uow: uow.expect(form))
    await world.bina.press("Send to Carlos", card)
    assert loose(world) == []
    assert await world.app.reads.expecting(world.bina_id, "parties") == form
