"""Whoever asks to be forgotten is, once nothing of theirs is open; the other side reads that."""

from __future__ import annotations

from bot.buttons import Press
from bot.cards.deal import deal_card
from core.deal.person import ERASED
from core.paying import ConfirmTransfer
from core.people import EraseMe, SetDestination
from core.talking import Say
from core.values.ids import RAIL
from tests.bot.deals.states import completed, submitted
from tests.bot.deals.test_talk import messages
from tests.bot.deals.world import BINA, CARLOS, World, said
from tests.kit.phones import plain


async def paid_out(world: World) -> None:
    """A deal from its beginning to the last money."""
    await completed(world)
    await world.do(Say(actor=BINA, deal=world.id, words=said("the password is logo")))
    for transfer in world.deal.transfers:
        await world.do(ConfirmTransfer(actor=RAIL, deal=world.id, transfer=transfer.number))
    await world.deliver()


async def test_while_anything_is_open_it_is_refused_with_what_is(world: World) -> None:
    await submitted(world)
    await world.bina.write("/settings")
    await world.bina.press("Erase data")
    assert world.id in (world.bina.alert or "")
    assert "Erase you here" not in world.bina.newest.text


async def test_it_is_asked_once_more_with_what_goes_and_what_stays(world: World) -> None:
    await paid_out(world)
    await world.bina.write("/settings")
    await world.bina.press("Erase data")
    assert "Telegram ID" in plain(world.bina.newest.text)
    assert world.store.people[BINA].name == "Bina"
    await world.bina.press("Back")
    assert world.store.people[BINA].name == "Bina"


async def test_who_is_erased_leaves_nothing_and_is_met_as_somebody_new(world: World) -> None:
    await paid_out(world)
    await world.do(SetDestination(actor=BINA, currency="EUR", details="DE89 3704"))
    await world.bina.write("/settings")
    await world.bina.press("Erase data")
    await world.bina.press("Yes, erase it")
    assert "somebody new" in plain(world.bina.newest.text)
    assert world.bina.newest.buttons == []
    left = world.store.people[BINA]
    assert (left.name, left.destinations) == (ERASED, ())
    assert [str(sent.words) for sent in messages(world)] == [""]
    await world.bina.write("/start")
    assert world.store.people[BINA].name == "Bina"
    assert world.store.people[BINA].destinations == ()


async def test_a_tap_on_an_old_button_brings_no_name_back(world: World) -> None:
    await paid_out(world)
    old = world.bina.newest
    await world.bina.write("/settings")
    await world.bina.press("Erase data")
    sure = world.bina.newest
    data = sure.data("Yes, erase it")
    await world.bina.press("Yes, erase it")
    for shown, tap in ((sure, data), (old, Press("deal", world.id).pack())):
        await world.bina.press_data(tap, shown)
        assert world.store.people[BINA].name == ERASED
        assert "You are erased here" in world.bina.alert


async def test_the_other_side_reads_deleted_person(world: World) -> None:
    await paid_out(world)
    await world.do(EraseMe(actor=BINA))
    for language, known in (("en", "deleted person"), ("fa", "شخص حذف‌شده")):
        t = world.app.texts.get(language)
        view = await world.app.reads.view(world.id, world.carlos_id)
        assert view is not None
        assert known in plain(deal_card(view, t, world.house).text)


async def test_a_second_tap_after_something_was_begun_erases_nothing(world: World) -> None:
    await paid_out(world)
    await world.bina.write("/settings")
    await world.bina.press("Erase data")
    card = world.bina.newest
    await world.bina.write("/new")
    await world.bina.press("I'm the freelancer")
    await world.bina.press("Yes, erase it", card)
    assert world.store.people[BINA].name == "Bina"


async def test_nobody_writes_to_who_was_erased(world: World) -> None:
    await paid_out(world)
    await world.do(EraseMe(actor=BINA))
    before = len(world.bina.chat)
    await world.do(Say(actor=CARLOS, deal=world.id, words=said("thank you")))
    await world.deliver()
    assert len(world.bina.chat) == before
