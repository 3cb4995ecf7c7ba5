"""Several milestones open at once: agreed among the rules, and each step on the one it names."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.buttons import Press
from bot.cards.deal import deal_card, more_card
from bot.cards.inviting.invited import Invited, all_terms_card, invited_card
from bot.cards.kit.acts import LOOKS, places
from bot.cards.kit.base import MOST_COPIED
from bot.cards.kit.choosing import choose_card
from bot.cards.kit.heading import CHOOSE
from bot.cards.kit.wording import length
from bot.cards.remind import reminder
from bot.texts import Text
from core.deal.milestone import State
from core.deal.model import DealState
from core.talking import DiaryWritten
from core.values.policy import Policy
from core.views import DealView
from core.working import WithdrawWork
from tests.bot.cards.test_cards import fits
from tests.bot.deals.acts import handed_in
from tests.bot.deals.states import all_at_once, deposit
from tests.bot.deals.world import BINA, CARLOS, World, build
from tests.kit.phones import plain
from tests.kit.words import TEXTS

FINAL_FILES = "2. Final files, 180.00 EUR"
DRAFTS = "1. Drafts, 120.00 EUR"
ODD = timedelta(days=9, hours=5)


async def agreed(world: World) -> None:
    await world.agree("120.00", "180.00", all_at_once=True)


async def paid(world: World) -> None:
    """Both, the second one first."""
    await agreed(world)
    await world.carlos.press("Pay a milestone…")
    await world.carlos.press(FINAL_FILES)
    await world.carlos.press("Yes, pay 180.00 EUR")
    await world.deliver()
    await world.carlos.press("Pay 120.00 EUR · 1")
    await world.carlos.press("Yes, pay 120.00 EUR")
    await world.deliver()


async def submitted(world: World, which: str) -> None:
    await world.bina.press("Submit work…")
    await world.bina.press(which)
    await world.bina.send("work.svg")
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    await world.deliver()


async def seen(world: World, person: int) -> tuple[DealView, Text]:
    view = await world.app.reads.view(world.id, world.bina_id if person == BINA else CARLOS)
    assert view is not None
    return view, world.app.texts.get("en", "Europe/Madrid")


# the terms


async def drafting(world: World, *parts: str) -> None:
    await world.bina.write("/new")
    await world.bina.press("I'm the freelancer")
    await world.bina.write("\n".join(f"{part}; 300; 5; three concepts" for part in parts))
    if "EUR" in world.bina.newest.labels:
        await world.bina.press("EUR")
    if "That's all" in world.bina.newest.labels:
        await world.bina.press("That's all")
    [world.id] = world.store.deals
    await world.bina.press("Change…")
    await world.bina.press("Rules")


async def test_it_is_chosen_among_the_rules_and_taken_back_there() -> None:
    world = await build(rules=Policy(quiet_hours=None, funding_window=ODD))
    await drafting(world, "Drafts", "Final files")
    length = world.app.texts.get("en").duration(ODD)
    assert f"has {length} to pay: from the agreement, and for a later" in told(world)
    await world.bina.press("One after another")
    assert f"pay for all within {length}" in told(world)
    await world.bina.press("All at once")
    assert world.deal.terms.rules.all_at_once
    assert "All milestones are open at once: each is paid for itself" in told(world)
    assert f"has {length} to pay: from the agreement, and for a milestone that is added" in told(
        world
    )
    await world.bina.press("All at once")
    await world.bina.write("all of them")
    assert "Please press one of the buttons" in told(world, -2)
    await world.bina.press("One after another")
    assert not world.deal.terms.rules.all_at_once


async def test_of_a_single_milestone_nobody_is_asked_for_the_order(world: World) -> None:
    await drafting(world, "Drafts")
    assert "One after another" not in world.bina.newest.labels
    forged = Press("terms.open", world.id, arg="order").pack()
    await world.bina.press_data(forged, world.bina.newest)
    assert world.bina.alert.startswith("That button is old")


def told(world: World, place: int = -1) -> str:
    return plain(world.bina.chat[place].text)


@pytest.mark.parametrize("language", ["en", "fa"])
async def test_the_one_invited_reads_what_it_means_for_the_money(language: str) -> None:
    for at_once in (False, True):
        world = await build()
        await world.agree("120.00", "180.00", all_at_once=at_once)
        t = world.app.texts.get(language)
        for person in (BINA, CARLOS):
            view = await world.app.reads.view(world.id, person)
            assert view is not None
            shown = Invited("s" * 22, view.people[BINA], None, world.app.escrow.policy)
            short = plain(invited_card(view, shown, t).text)
            whole = plain(all_terms_card(view, shown, t).text)
            assert (plain(t.plain("terms-at-once")) in whole) is at_once
            assert (
                t.plain("invited-at-once", reader="freelancer").split(":")[0] in short
            ) is at_once
            one_of_them = {"en": "One of them: Drafts", "fa": "یکی از آن‌ها: Drafts"}
            assert (one_of_them[language] in short) is at_once


async def test_done_again_it_is_agreed_again(world: World) -> None:
    await paid(world)
    for number, label in ((1, DRAFTS), (2, None)):
        if label:
            await submitted(world, label)
        else:
            await world.bina.press("Submit work")
            await world.bina.send("work.svg")
            await world.bina.press("Done")
            await world.bina.press("Yes, submit")
            await world.deliver()
        await world.carlos.press("Approve and release")
        await world.carlos.press("Yes, release")
        await world.deliver()
        assert world.state(number) is State.RELEASED
    assert world.deal.state is DealState.COMPLETED
    await world.carlos.press("Do it again")
    [again] = [deal for deal in world.store.deals.values() if deal.id != world.id]
    assert again.terms.rules.all_at_once
    assert "All milestones are open at once" in plain(world.carlos.newest.text)


# paying


async def test_both_are_to_be_paid_and_the_client_chooses_which(world: World) -> None:
    await agreed(world)
    card = plain(world.carlos.newest.text)
    assert card.count("You can pay for the milestones now, in any sequence.") == 1
    assert "Next is" not in card
    for part in ("pay 120.00 EUR for “Drafts”", "pay 180.00 EUR for “Final files”"):
        assert card.count(part) == 1
    await world.carlos.press("Pay a milestone…")
    assert world.carlos.newest.labels == [DRAFTS, FINAL_FILES, "Back"]
    await world.carlos.press(FINAL_FILES)
    assert "Pay 180.00 EUR for “Final files”?" in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, pay 180.00 EUR")
    await world.deliver()
    assert (world.state(1), world.state(2)) == (State.FUNDING, State.IN_PROGRESS)
    assert world.carlos.newest.labels[0] == "Pay 120.00 EUR · 1"
    assert world.bina.newest.labels[0] == "Submit work · 2"


async def test_cancelling_one_says_that_the_others_stay(world: World) -> None:
    await agreed(world)
    await world.carlos.press("More…")
    await world.carlos.press("Cancel milestone…")
    await world.carlos.press(DRAFTS)
    assert "The other milestones stay as they are." in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, cancel it")
    await world.deliver()
    assert (world.state(1), world.state(2)) == (State.VOID, State.FUNDING)
    assert world.carlos.newest.labels[0] == "Pay 180.00 EUR", "one is left, and needs no number"


async def test_with_none_paid_it_says_so_of_all(world: World) -> None:
    await agreed(world)
    world.clock.forward(timedelta(days=8))
    await world.escrow.sweep()
    await world.escrow.sweep()
    await world.deliver()
    assert world.deal.state is DealState.CANCELLED
    for person in (world.bina, world.carlos):
        assert any("no milestone was paid" in plain(message.text) for message in person.chat)


# one and the other


async def test_the_second_is_handed_in_and_released_while_the_first_is_in_dispute(
    world: World,
) -> None:
    await paid(world)
    await submitted(world, DRAFTS)
    await world.carlos.press("More…")
    await world.carlos.press("Open dispute…")
    await world.carlos.press(DRAFTS)
    await world.carlos.write("not what was agreed")
    await world.carlos.press("Done")
    await world.carlos.write("120")
    await world.carlos.press("Yes, open")
    await world.deliver()
    assert (world.state(1), world.state(2)) == (State.DISPUTED, State.IN_PROGRESS)
    assert "dispute about “Drafts”" in plain(world.bina.newest.text)
    assert "submit “Final files” by" in plain(world.bina.newest.text)
    await world.bina.press("Submit work · 2")
    await world.bina.send("final.svg")
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    await world.deliver()
    await world.carlos.press("Approve and release · 2")
    assert "Release 180.00 EUR to Bina for “Final files”?" in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, release")
    await world.deliver()
    assert (world.state(1), world.state(2)) == (State.DISPUTED, State.RELEASED)
    assert world.deal.milestone(1).held.minor == 12000
    assert world.deal.state is DealState.ACTIVE


async def test_an_old_button_keeps_the_milestone_that_it_was_made_for(world: World) -> None:
    await paid(world)
    await submitted(world, DRAFTS)
    old = world.carlos.newest
    data = old.data("Approve and release · 1")
    await handed_in_second(world)
    await world.carlos.press_data(data, old)
    assert "Release 120.00 EUR to Bina for “Drafts”?" in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, release")
    assert (world.state(1), world.state(2)) == (State.RELEASED, State.SUBMITTED)
    await world.carlos.press_data(data, old)
    assert world.carlos.alert.startswith("That button is old")
    assert world.state(2) is State.SUBMITTED


async def handed_in_second(world: World) -> None:
    await world.bina.press("Submit work · 2")
    await world.bina.send("final.svg")
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    await world.deliver()


async def test_a_choice_that_is_no_more_is_an_old_button(world: World) -> None:
    await agreed(world)
    await world.carlos.press("Pay a milestone…")
    choice = world.carlos.newest
    data = choice.data(DRAFTS)
    await world.carlos.press(FINAL_FILES)
    await world.carlos.press("Yes, pay 180.00 EUR")
    await world.carlos.press_data(data, choice)
    assert "Pay 120.00 EUR for “Drafts”?" in plain(world.carlos.newest.text)
    await world.carlos.press("Yes, pay 120.00 EUR")
    for wrong in ("pay", "nonsense", "diary", ""):
        await world.carlos.press_data(Press(CHOOSE, world.id, arg=wrong).pack(), choice)
        assert world.carlos.alert.startswith("That button is old")


async def test_what_fits_no_form_asks_which_milestone_it_is_for(world: World) -> None:
    await paid(world)
    await world.bina.send("final.zip")
    await world.bina.press("Submit it")
    assert "Which milestone is it about?" in plain(world.bina.newest.text)
    assert world.bina.newest.labels[:2] == [DRAFTS, FINAL_FILES]
    await world.bina.press("Back")
    await world.bina.press("Submit it")
    await world.bina.press(FINAL_FILES)
    assert "Saved: 1 file" in plain(world.bina.newest.text)
    await world.bina.press("Done")
    await world.bina.press("Yes, submit")
    await world.deliver()
    assert (world.state(1), world.state(2)) == (State.IN_PROGRESS, State.SUBMITTED)
    await world.carlos.write("please make the letters bigger")
    await world.carlos.press("Make it formal")
    assert "1 point so far" in world.carlos.newest.text, "one alone can be changed"
    await world.bina.send("notes.txt")
    await world.bina.press("Diary")
    assert [e for e in world.store.events(world.id) if isinstance(e, DiaryWritten)]


async def test_a_message_for_one_that_cannot_take_it_any_more_stays_where_it_is(
    world: World,
) -> None:
    await paid(world)
    await world.bina.send("final.zip")
    await world.bina.press("Submit it")
    asked = world.bina.newest
    data = asked.data(DRAFTS)
    await world.do(
        WithdrawWork(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=world.deal.milestone(1).seen,
            amount=world.deal.milestone(1).held,
        )
    )
    await world.bina.press_data(data, asked)
    assert world.bina.alert.startswith("That button is old")
    assert world.state(2) is State.IN_PROGRESS


async def test_news_of_one_of_many_tells_its_turn_before_the_others(world: World) -> None:
    await world.agree("120.00", "180.00", "60.00", "40.00", all_at_once=True)
    await deposit(world, 3000, 4)
    await world.deliver()
    card = plain(world.carlos.newest.text)
    assert card.index("pay 10.00 EUR for “4”") < card.index("pay 120.00 EUR for “Drafts”")
    assert "for “Banner”" not in card
    assert "1 more milestone is open." in card


async def test_that_several_can_be_paid_is_told_once(world: World) -> None:
    await world.agree("120.00", "180.00", "60.00", all_at_once=True)
    assert plain(world.carlos.newest.text).count("You can pay for the milestones now") == 1


async def test_the_text_that_reminds_names_the_milestone(world: World) -> None:
    await paid(world)
    await submitted(world, DRAFTS)
    view, t = await seen(world, BINA)
    assert "“Logo: Drafts”" in reminder(view, t, world.house)


@pytest.mark.parametrize("language", ["en", "fa"])
async def test_the_text_that_reminds_tells_of_all_that_waits_for_the_other_side(
    world: World, language: str
) -> None:
    await world.agree("120.00", "180.00", all_at_once=True)
    await world.carlos.press("Pay a milestone…")
    await world.carlos.press("1. Drafts, 120.00 EUR")
    await world.carlos.press("Yes, pay 120.00 EUR")
    await world.deliver()
    await handed_in(world)
    view, _ = await seen(world, BINA)
    t = TEXTS.get(language)
    text = reminder(view, t, world.house)
    assert length(text) <= MOST_COPIED
    lines = text.split("\n")
    assert len(lines) == 1 + len(view.awaits) == 3
    for line, turn in zip(lines[1:], view.awaits, strict=True):
        assert turn.until is not None
        assert t.moment(turn.until) in line
    assert ["Drafts" in line for line in lines] == [False, True, False]
    assert ["Final files" in line for line in lines] == [False, False, True]


async def test_titles_are_cut_before_any_that_waits_is_only_counted(world: World) -> None:
    await world.agree(*["60.00"] * 9, title="A very long name of a deal " * 3, all_at_once=True)
    view, t = await seen(world, BINA)
    text = reminder(view, t, world.house)
    assert length(text) <= MOST_COPIED
    told = text.count("then it ends")
    assert f"{9 - told} more milestones wait." in text
    assert told >= 2
    assert "…" in text.split("\n")[0]


async def test_a_reminder_tells_first_of_what_it_is_about(world: World) -> None:
    await world.agree("120.00", "180.00", "60.00", all_at_once=True)
    await world.carlos.press("Pay a milestone…")
    await world.carlos.press(FINAL_FILES)
    await world.carlos.press("Yes, pay 180.00 EUR")
    await world.deliver()
    world.clock.forward(timedelta(days=2, hours=13))
    await world.escrow.sweep()
    await world.deliver()
    told_of = plain(world.bina.newest.text)
    assert told_of.startswith("This is a reminder.")
    assert told_of.index("Final files” by") < told_of.index("for “Drafts”")


# twenty of them


@pytest.mark.parametrize("language", ["en", "fa"])
async def test_of_twenty_that_are_open_every_card_fits_and_every_one_can_be_chosen(
    world: World, language: str
) -> None:
    await all_at_once(world)
    t = world.app.texts.get(language)
    for person in (BINA, CARLOS):
        view = await world.app.reads.view(world.id, person)
        assert view is not None
        whole = deal_card(view, t, world.house)
        fits(whole, "deal")
        labels = [button.label for row in whole.rows for button in row]
        assert {t.plain("button-more"), t.plain("button-help")} <= {*labels}
        fits(more_card(view, t), "more")
        assert t.plain("turns-more", count=17) in plain(deal_card(view, t, world.house).text)
        for act in (act for act in LOOKS if len(places(view, act)) > 1):
            found: list[int | None] = []
            press: Press | None = Press(CHOOSE, view.deal.id, arg=act.value)
            while press is not None:
                card = choose_card(view, act, press, t)
                fits(card, act.value)
                buttons = [button for row in card.rows for button in row]
                found += [b.press.milestone for b in buttons if b.press and b.press.verb == act]
                later = t.plain("button-later")
                press = next((b.press for b in buttons if b.label == later), None)
            assert tuple(found) == places(view, act)


async def test_more_of_them_are_on_the_next_page(world: World) -> None:
    await world.agree(*["20.00"] * 7, all_at_once=True)
    await world.carlos.press("Pay a milestone…")
    await world.carlos.press("Later")
    await world.carlos.press("7. 7, 20.00 EUR")
    await world.carlos.press("Yes, pay 20.00 EUR")
    assert world.state(7) is State.IN_PROGRESS


async def test_hand_in_of_the_only_one_that_is_open_needs_no_choice(world: World) -> None:
    await paid(world)
    await submitted(world, DRAFTS)
    await world.carlos.press("Approve and release · 1")
    await world.carlos.press("Yes, release")
    await world.deliver()
    await handed_in(world)
    assert world.state(2) is State.SUBMITTED
