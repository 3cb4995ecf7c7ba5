"""What one person may store and ask has a limit, a stranger a much smaller one, told kindly."""

from __future__ import annotations

import pytest

from bot.config.rules import Limits
from bot.mail.sending import RetryAfter
from bot.parties.kit.quota import COUNTED, MB, STRANGERS, STRANGERS_AT_ONCE
from core.disputing import FileEvidence
from core.drafting import StartDeal
from core.talking import HelpAsked, MessageSent, Say, WriteDiary
from core.values.ids import PersonId
from tests.bot.deals.acts import funded
from tests.bot.deals.world import SAM, World


def stored(world: World) -> int:
    return len(world.app.vault.kept)  # type: ignore[attr-defined]


async def test_a_strangers_files_end_where_their_limit_is_and_nothing_is_fetched(
    world: World,
) -> None:
    limit = world.app.settings.limits.stranger_files_mb
    world.edge.usage[SAM, "bytes"] = limit * MB - 100_000
    await world.sam.send("small.txt", b"x" * 10)
    assert stored(world) == 1
    await world.sam.send("big.txt", b"x" * 10, size=100_001)
    assert world.sam.sees(f"{limit} MB of files fit")
    assert stored(world) == 1
    await world.sam.write("still here")
    assert world.sam.newest.text


async def test_somebody_with_a_deal_may_send_what_a_stranger_may_not(world: World) -> None:
    await funded(world, "120.00")
    world.edge.usage[world.bina_id, "bytes"] = world.app.settings.limits.stranger_files_mb * MB
    await world.bina.send("drafts.zip")
    assert stored(world) == 1
    world.edge.usage[world.bina_id, "bytes"] = world.app.settings.limits.files_mb * MB
    await world.bina.send("more.zip", b"more")
    assert world.bina.sees("in the last 30 days")
    assert stored(world) == 1


async def test_all_strangers_together_have_a_limit_of_a_day(world: World) -> None:
    world.edge.usage[STRANGERS, "bytes"] = world.app.settings.limits.strangers_files_mb * MB
    await world.sam.send("a.txt")
    assert stored(world) == 0
    assert world.sam.sees("cannot take files just now"), "they have not sent any themselves"


async def test_the_smallest_files_count_too(world: World) -> None:
    await world.sam.send("a.txt", b"")
    await world.sam.send("b.txt", b"1")
    assert world.edge.usage[SAM, "bytes"] >= 2 * 16 * 1024
    assert world.edge.usage[STRANGERS, "bytes"] == world.edge.usage[SAM, "bytes"]


async def test_what_is_larger_than_it_was_said_to_be_is_dropped_while_it_comes(
    world: World,
) -> None:
    most = world.app.settings.vault.max_file_mb * MB
    await world.sam.send("liar.bin", b"x" * (most + 1), size=10)
    assert world.sam.sees("too large")
    assert stored(world) == 0


async def test_a_full_disk_is_told_and_words_are_still_taken(world: World) -> None:
    world.app.vault.free = 1_000  # type: ignore[attr-defined]
    await world.sam.send("a.txt")
    assert world.sam.sees("cannot take files just now")
    assert stored(world) == 0


async def test_strangers_who_fetch_files_wait_outside_of_the_house(world: World) -> None:
    for _ in range(STRANGERS_AT_ONCE):
        await world.app.turns.strangers.acquire()
    with pytest.raises(RetryAfter):
        await world.sam.send("a.txt")
    await funded(world, "120.00")
    await world.bina.send("drafts.zip")
    assert stored(world) == 1


# help


def asked(world: World, person: PersonId) -> int:
    events = [row.event for row in world.store.journal if isinstance(row.event, HelpAsked)]
    return sum(event.person == person for event in events)


async def ask(world: World, text: str) -> None:
    await world.sam.write("/help")
    await world.sam.press("Get help")
    await world.sam.write(text)
    await world.sam.press("Done")


async def test_a_stranger_asks_the_desk_a_few_times_a_day_and_keeps_what_was_typed(
    world: World,
) -> None:
    most = world.app.settings.limits.stranger_help_a_day
    for number in range(most + 3):
        await ask(world, f"question {number}")
    assert asked(world, SAM) == most
    assert "You asked our team" in world.sam.alert
    form = await world.app.reads.expecting(SAM, "parties")
    assert form is not None
    assert form.what == "help"


async def test_all_strangers_together_ask_the_desk_so_often_in_an_hour(world: World) -> None:
    world.edge.usage[STRANGERS, "help"] = world.app.settings.limits.strangers_help_an_hour
    await ask(world, "hello?")
    assert asked(world, SAM) == 0
    assert "Many people ask" in world.sam.alert


async def test_the_same_help_handled_again_counts_and_is_asked_once(world: World) -> None:
    await ask(world, "hello?")
    await world.sam.again()
    assert asked(world, SAM) == 1
    assert world.edge.usage[SAM, "help"] == 1


async def test_what_one_person_says_in_a_day_has_a_bound_and_the_words_stay(world: World) -> None:
    await funded(world, "120.00")
    world.edge.usage[world.bina_id, "said"] = world.app.settings.limits.said_a_day - 1
    for text in ("the last one", "one too many"):
        await world.bina.write(text)
        await world.bina.press("Send to Carlos", world.bina.newest)
    assert "as much as fits in one day" in world.bina.alert
    sent = [e for e in world.store.events(world.id) if isinstance(e, MessageSent)]
    assert [str(event.words) for event in sent] == ["the last one"]
    assert await world.app.reads.aside(world.bina_id, "parties") is not None


def test_every_way_to_add_to_the_history_without_end_is_counted() -> None:
    assert {Say, WriteDiary, FileEvidence, StartDeal} <= COUNTED.keys()
    assert all(Limits().of_a_day(what) > 0 for what in COUNTED.values())
