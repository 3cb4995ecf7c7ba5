"""Fewer reminders, and the summary of what came without a sound, as their readers see them."""

from core.deal.milestone import State
from core.talking import Say, TellDigest, WriteDiary
from core.values.ids import SYSTEM, PersonId
from core.values.policy import Policy
from core.values.window import next_at
from tests.bot.deals.acts import funded
from tests.bot.deals.states import working
from tests.bot.deals.world import BINA, CARLOS, World, build, said
from tests.kit.phones import Person, plain


async def morning(world: World, person: PersonId = CARLOS) -> None:
    at = world.escrow.policy.digest
    assert at is not None
    world.clock.to(next_at(world.clock.now(), at, "Europe/Madrid"))
    await world.do(TellDigest(actor=SYSTEM, person=person))
    await world.deliver()


async def settings(person: Person, *path: str) -> None:
    await person.write("/settings")
    for label in path:
        await person.press(label)


async def test_what_came_without_a_sound_is_summed_up_and_the_deal_is_a_button_away(
    world: World,
) -> None:
    await funded(world, "120.00")
    for words in ("hello", "and the fonts?"):
        await world.do(Say(actor=BINA, deal=world.id, words=said(words)))
    await world.do(WriteDiary(actor=BINA, deal=world.id, words=said("two drafts")))
    await world.deliver()
    card = await world.edge.card(CARLOS, world.id)
    await morning(world)
    shown = world.carlos.newest
    assert "“Logo”, Bina: 2 messages and 1 diary entry" in plain(shown.text)
    assert not shown.silent
    assert await world.edge.card(CARLOS, world.id) == card, "the live card stays the one to act on"
    await world.carlos.press("Logo", shown)
    assert "Held: 120.00" in plain(world.carlos.newest.text)


async def test_many_deals_are_one_message_and_the_last_of_them_are_counted(world: World) -> None:
    for number in range(7):
        await funded(world, "120.00", title=f"Logo {number}")
        await world.do(Say(actor=BINA, deal=world.id, words=said("hello")))
    await world.deliver()
    before = len(world.carlos.chat)
    await morning(world)
    assert len(world.carlos.chat) == before + 1
    text = plain(world.carlos.newest.text)
    assert "“Logo 0”, Bina: 1 message" in text
    assert "“Logo 4”" in text
    assert "“Logo 5”" not in text
    assert "And 2 deals more: see My deals." in text


async def test_it_is_told_in_its_readers_language() -> None:
    world = await build(languages=("fa", "en"))
    await funded(world, "120.00")
    await world.do(Say(actor=CARLOS, deal=world.id, words=said("hello")))
    await world.deliver()
    await morning(world, BINA)
    text = plain(world.bina.newest.text)
    assert "آنچه بی‌صدا رسیده است" in text
    assert "۱ پیام" in text


async def test_the_summary_is_turned_off_and_on_in_the_settings(world: World) -> None:
    await funded(world, "120.00")
    await settings(world.carlos, "Reminders")
    assert "Once a day you read" in plain(world.carlos.newest.text)
    await world.carlos.press("No daily summary")
    assert "no summary follows" in plain(world.carlos.newest.text)
    await world.do(Say(actor=BINA, deal=world.id, words=said("hello")))
    await world.deliver()
    before = len(world.carlos.chat)
    await morning(world)
    assert len(world.carlos.chat) == before
    await world.carlos.press("Daily summary")
    await world.do(Say(actor=BINA, deal=world.id, words=said("hello again")))
    await morning(world)
    assert "1 message" in plain(world.carlos.newest.text)


async def test_where_the_house_sends_none_nobody_is_asked(world: World) -> None:
    other = await build(rules=Policy(quiet_hours=None, digest=None))
    await settings(world.carlos)
    assert "Daily summary: on" in plain(world.carlos.newest.text)
    await settings(other.carlos)
    assert "summary" not in plain(other.carlos.newest.text)
    await other.carlos.press("Reminders")
    assert {"Fewer reminders", "Back"} == set(other.carlos.newest.labels)


async def test_whoever_wants_fewer_reminders_reads_of_what_can_cost_money_alone(
    world: World,
) -> None:
    await world.agree("120.00")
    for person in (world.bina, world.carlos):
        await settings(person, "Reminders", "Fewer reminders")
        assert "All reminders" in person.newest.labels
    await until(world, "funding-lapses")
    assert not world.carlos.sees("This is a reminder."), "nothing was paid, so nothing is at stake"
    await settings(world.carlos, "Reminders", "All reminders")
    await until(world, "funding-lapses")
    assert world.carlos.sees("This is a reminder.")


async def test_work_that_is_due_is_reminded_of_in_any_case(world: World) -> None:
    await working(world)
    await settings(world.bina, "Reminders", "Fewer reminders")
    await until(world, "work-due")
    assert world.state() is State.IN_PROGRESS
    assert world.bina.sees("This is a reminder.")


async def until(world: World, kind: str) -> None:
    """The next reminder of that end."""
    while True:
        due = await world.store.next_due()
        assert due is not None
        world.clock.to(max(due, world.clock.now()))
        before = len(world.store.notices)
        await world.escrow.sweep()
        new = world.store.notices[before:]
        await world.deliver()
        if any(str(n.data.get("key")).startswith(kind) for n in new if n.kind == "reminded"):
            return
