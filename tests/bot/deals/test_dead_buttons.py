"""Every button of a deal that can not be pressed now is old: how it stands is shown, and no more.

Generated: each verb that the bot knows, in each state of a deal, for each side.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from bot.buttons import Press
from bot.cards.deal import deal_card
from bot.cards.kit.acts import LOOKS
from bot.parties.ages import EARLY, act_of
from bot.parties.tables import PRESSES
from core.values.ids import PersonId
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.states import STATES, Reach
from tests.bot.deals.world import CARLOS, World
from tests.kit.phones import Person, plain

READ: Final = frozenset(
    {
        "deal",
        "dealopen",
        "more",
        "moreremind",
        "diary.read",
        "docagr",
        "docrec",
        "draft",
        "talkoff",
        "claim.safe",
        "inv",
        "why",
    }
)
"""They show something, whatever state it is in; *Back* out of a form shows the deal."""
NO_DEALS: Final = frozenset(
    {"new", "set", "money", "deals", "menu", "help", "talkend", "talkany", "talkmore"}
)
"""About no deal, or possible at any time."""
AFTER: Final = frozenset({"talkwhich", "talksay", "talkdiary", "talkhelp", "talksub", "talkchg"})
"""Of a message that fitted no form: it is found by its own name."""
EVERY: Final = (
    "funding",
    "working",
    "cancelling",
    "submitted",
    "revising",
    "disputed",
    "heard",
    "ruled",
    "released",
    "refunded",
)
"""One of each kind: the others stand in the same states."""
states = pytest.mark.parametrize(
    "reach",
    [reach for reach in STATES if reach.__name__ in EVERY],
    ids=lambda reach: reach.__name__,
)
ARGS: Final = {
    "claim.ok": ("s.f",),
    "claim.edit": ("s.f",),
    "claim.no": ("s",),
    "claim.ask": ("s",),
    "claim.accept": ("f",),
    **{f"claimant.{answer}": (str(CARLOS),) for answer in ("yes", "no", "say")},
    "dispprev": ("dispute", "side", "object", "contest"),
    "parta": ("part.1", "side.1", "dispute.1"),
    "release-part.do": ("1",),
}


def kept(world: World) -> tuple[Any, ...]:
    """What a press could have changed: the deal, its journal, the open forms."""
    return world.deal, len(world.store.journal), dict(world.store.rows.forms)


async def dead(world: World, person: Person) -> Iterator[str]:
    """Each button that this person is not offered now, bound to what would be on screen."""
    view = await world.app.reads.view(world.id, PersonId(person.id))
    assert view is not None
    found = []
    m = view.deal.milestones[0]
    for verb in sorted(PRESSES.keys() - READ - AFTER):
        if verb.partition(".")[0] in NO_DEALS:
            continue
        act = act_of(Press(verb))
        if act is not None and view.may(act):
            continue
        if verb in EARLY and EARLY[verb](view, Press(verb, world.id)):
            continue  # of the terms, which a change that is agreed may still change
        number, seen = (None, None) if verb in EARLY else (1, m.seen)
        args = ARGS.get(verb, (f"1.{m.held.minor}",))
        found += [Press(verb, world.id, number, seen, arg).pack() for arg in args]
    return iter(found)


@states
async def test_what_is_not_offered_is_old_and_shows_how_it_stands(
    world: World, reach: Reach
) -> None:
    await reach(world)
    for person in (world.bina, world.carlos):
        await person.press_data(f"deal|{world.id}", await first(person))
        for data in await dead(world, person):
            before = kept(world)
            await person.press_data(data, person.newest)
            assert person.alert.startswith("That button is old"), data
            assert kept(world) == before, data
            view = await world.app.reads.view(world.id, PersonId(person.id))
            assert view is not None
            card = deal_card(view, world.app.texts.get("en", "Europe/Madrid"), world.house)
            live = world.edge.cards[PersonId(person.id), world.id]
            shown = next(s for s in person.chat if s.id == live)
            assert plain(shown.text)[:60] == plain(card.text)[:60], data


async def first(person: Person) -> Any:
    if not person.chat:
        await person.write("/deals")
    return person.newest


@states
async def test_what_is_offered_asks_core_first_and_changes_nothing_by_one_tap(
    world: World, reach: Reach
) -> None:
    """The first tap of each act opens a screen or a form; it is refused where core would refuse."""
    await reach(world)
    for person in (world.bina, world.carlos):
        await first(person)
        view = await world.app.reads.view(world.id, PersonId(person.id))
        assert view is not None
        for offered in view.offered:
            if offered.act not in LOOKS:
                continue
            number = offered.milestone
            seen = view.deal.seen if number is None else view.deal.milestone(number).seen
            deal, events, _ = kept(world)
            await person.press_data(
                Press(offered.act.value, world.id, number, seen).pack(), person.newest
            )
            assert (world.deal, len(world.store.journal)) == (deal, events), offered
            assert not person.alert, offered
            # The same from a screen that is older than the milestone.
            if number is not None:
                world.store.rows.forms.clear()
                await person.press_data(
                    Press(offered.act.value, world.id, number, seen + 1).pack(), person.newest
                )
                assert person.alert.startswith("That button is old"), offered
                assert not world.store.rows.forms, offered


# What was seen


async def test_a_full_change_request_is_refused_where_the_point_is_typed(world: World) -> None:
    await funded(world, "120.00", revision_rounds=0)
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("rounder still")
    await world.carlos.press("Done")
    asked = world.carlos.newest
    assert "I'd like it different" not in asked.labels
    before = kept(world)
    different = asked.data("Not what we agreed").replace("defect", "preference")
    await world.carlos.press_data(different, asked)
    assert "No round of changes is left" in world.carlos.alert
    assert kept(world) == before, "the point is asked about still"
