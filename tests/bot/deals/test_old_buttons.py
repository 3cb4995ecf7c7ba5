"""Buttons pressed late, twice, by the wrong person, or in the middle of something else."""

import pytest

from bot.buttons import Press
from core.deal.milestone import State
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.world import World
from tests.kit.phones import plain


async def test_approving_three_times_pays_once(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Approve and release")
    asked = world.carlos.newest
    yes = asked.data("Yes, release")
    for _ in range(3):
        await world.carlos.press_data(yes, asked)
    assert world.state() is State.RELEASED
    assert sum(e.reason.startswith("deposit") is False for e in world.store.entries) >= 1
    assert str(world.deal.milestones[0].released) == "120.00 EUR"
    assert "That button is old" in world.carlos.alert


async def test_the_same_update_again_changes_nothing(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    entries, events = len(world.store.entries), len(world.store.journal)
    await world.carlos.again()
    assert (len(world.store.entries), len(world.store.journal)) == (entries, events)


async def test_paying_twice_on_two_cards_holds_the_money_once(world: World) -> None:
    await world.agree("120.00")
    await world.carlos.press("Pay")
    screen = world.carlos.newest
    yes = screen.data("Yes, pay")
    await world.carlos.press_data(yes, screen)
    await world.carlos.press_data(yes, screen)
    assert str(world.deal.milestones[0].held) == "120.00 EUR"
    assert world.deal.transfers == ()


async def test_a_button_from_before_says_so_and_shows_how_it_stands(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    card = next(s for s in reversed(world.carlos.chat) if "Approve and release" in s.labels)
    old = card.data("Approve and release")
    await world.bina.press("Take it back")
    await world.bina.press("Yes, take it back")
    await world.carlos.press_data(old, card)
    assert world.carlos.alert.startswith("That button is old")
    assert "in progress" in plain(world.carlos.newest.text)
    assert world.state() is State.IN_PROGRESS


async def test_approving_work_that_was_handed_in_anew_is_refused(world: World) -> None:
    """The second tap binds the submission that it showed."""
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Approve and release")
    asked = world.carlos.newest
    yes = asked.data("Yes, release")
    await world.bina.press("Take it back")
    await world.bina.press("Yes, take it back")
    await handed_in(world)
    await world.carlos.press_data(yes, asked)
    assert world.carlos.alert.startswith("That button is old")
    assert world.state() is State.SUBMITTED


async def test_the_freelancer_cannot_approve_with_the_clients_button(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    await world.carlos.press("Approve and release")
    yes = world.carlos.newest.data("Yes, release")
    await world.bina.press_data(yes, world.bina.newest)
    assert world.state() is State.SUBMITTED


async def test_a_stranger_cannot_see_or_touch_a_deal_with_a_forged_button(world: World) -> None:
    await funded(world, "120.00")
    await world.sam.write("hello")
    before = len(world.sam.chat)
    buttons = ("deal", "more", "diary.read", "docagr", "docrec", "moreremind", "talk")
    for verb in buttons:
        await world.sam.press_data(f"{verb}|{world.id}", world.sam.newest)
        assert "two other people" in world.sam.alert, verb
    assert len(world.sam.chat) == before


async def test_a_stranger_cannot_pay_for_somebody_with_play_money(world: World) -> None:
    await world.agree("120.00")
    await world.carlos.press("Pay")
    yes = world.carlos.newest.data("Yes, pay")
    await world.sam.write("hello")
    await world.sam.press_data(yes, world.sam.newest)
    await world.bina.press_data(yes, world.bina.newest)
    assert world.state() is State.FUNDING


async def test_a_forged_amount_pays_nothing(world: World) -> None:
    await world.agree("120.00")
    await world.carlos.press("Pay")
    forged = world.carlos.newest.data("Yes, pay").replace("12000", "1")
    await world.carlos.press_data(forged, world.carlos.newest)
    assert not world.deal.milestones[0].waiting


@pytest.mark.parametrize(
    "verb",
    [
        *("appr", "appr.do", "chg", "chgx", "disp", "dispx", "diary", "diaryadd", "late"),
        *(
            "lateobj",
            "part",
            "partx",
            "paycan.do",
            "payclaim",
            "payclaimx",
            "sub",
            "subback",
            "subx",
        ),
        *("with", "with.sure", "with.do"),
    ],
)
async def test_a_button_from_before_they_were_named_after_their_acts_is_old(
    world: World, verb: str
) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    before = world.deal
    await world.carlos.press_data(Press(verb, world.id, arg="1.12000").pack(), world.carlos.newest)
    assert world.carlos.alert.startswith("That button is old. Here is how it stands")
    assert "Approve and release" in world.carlos.newest.labels
    assert world.deal == before
    assert not world.store.rows.forms


async def test_nonsense_in_a_button_is_an_old_button(world: World) -> None:
    await funded(world, "120.00")
    for data in (
        "approve.do|" + world.id,
        "withdraw.do|x|1|1|1.1",
        "pay.do|",
        "parta|||1|part",
        "chgkind|",
    ):
        await world.carlos.press_data(data, world.carlos.newest)
    assert world.state() is State.IN_PROGRESS


async def test_a_deals_buttons_work_in_the_middle_of_a_form_and_the_form_waits(
    world: World,
) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    form = world.bina.newest
    await world.bina.send("drafts.svg")
    await world.bina.write(f"/start deal-{world.id}")
    await world.bina.press("Add to diary")
    await world.bina.write("half done")
    await world.bina.press("Done")
    assert world.deal.diary_count == 1
    assert "Saved: 1 file" in plain(world.bina.newest.text), "the form that waits is asked again"
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    assert world.deal.milestones[0].submissions[0].files[0].name == "drafts.svg"
    assert form is not None


async def test_the_newest_card_alone_has_the_buttons(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    live = [s for s in world.carlos.chat if s.labels]
    assert len(live) == 1
    assert live[0] is world.carlos.newest


async def test_cancel_leaves_the_form_and_nothing_was_handed_in(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.press("Submit work")
    await world.bina.send("drafts.svg")
    await world.bina.write("/cancel")
    await world.bina.press("Submit work")
    await world.bina.press("Done")
    assert "nothing to send" in world.bina.alert
    assert world.deal.milestones[0].submissions == ()


async def test_what_somebody_wrote_does_not_vanish_when_it_is_answered(world: World) -> None:
    await funded(world, "120.00")
    await world.bina.write("I begin on Monday")
    await world.bina.press("Send to Carlos")
    await world.deliver()
    await world.carlos.press("Send to Bina")
    assert world.carlos.sees("I begin on Monday")
    await world.carlos.write("Fine")
    await world.carlos.press("Done")
    assert world.carlos.sees("I begin on Monday")


async def test_a_press_on_a_notice_leaves_its_words_and_takes_its_buttons(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    notice = next(s for s in world.carlos.chat if "submitted “Drafts”" in plain(s.text))
    await world.carlos.press("Approve and release", notice)
    assert "submitted “Drafts”" in plain(notice.text)
    assert notice.labels == []
    assert "Yes, release 120.00 EUR" in world.carlos.newest.labels
