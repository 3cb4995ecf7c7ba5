"""Drafts: what is typed is read or refused with what would do, and nothing typed is lost."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.texts.lengths import read_rounds
from core.deal.model import DealState
from core.deal.terms import Role
from core.values.errors import BadInput
from core.values.money import Money
from core.values.policy import OnSilence
from tests.bot.deals.test_many_at_once import burst
from tests.bot.parties.world import World, build
from tests.kit.phones import Person, plain


@pytest.fixture
def world() -> World:
    return build()


async def to_amount(world: World) -> Person:
    """Bina's draft at the question of the amount."""
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.press("Skip")
    return bina


def told(person: Person) -> str:
    return plain(person.newest.text)


async def test_a_milestone_may_be_typed_at_once(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the client")
    await bina.write("Logo")
    await bina.press("Skip")
    await bina.write("Drafts; 300; 5; three concepts; SVG files")
    await bina.press("EUR")
    [m] = world.terms.milestones
    assert (str(m.title), m.amount, m.duration) == ("Drafts", Money(30000, "EUR"), timedelta(5))
    assert [str(line) for line in m.criteria] == ["three concepts", "SVG files"]


async def test_several_milestones_typed_one_a_line_become_several(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the client")
    await bina.write("Shop")
    await bina.press("Skip")
    await bina.write("Design؛ ۳۰۰؛ ۵ روز؛ two pages\nBuild; 500; 2 weeks; works on phones")
    await bina.press("EUR")
    assert [m.amount for m in world.terms.milestones] == [Money(30000, "EUR"), Money(50000, "EUR")]
    await bina.press("That's all")
    assert "800.00 EUR in 2 payments" in told(bina)


@pytest.mark.parametrize("known", ["", "EUR"])
async def test_milestones_in_two_currencies_are_told_that_a_deal_has_one(
    world: World, known: str
) -> None:
    if known:
        await world.agree()  # so that its currency is that of one's last deal
    await to_amount(world)
    await world.bina.write("Site; 300 EUR; 5; pages\nShop; 200 USD; 5; basket")
    assert "One deal has one currency" in plain(world.bina.newest.text)
    assert not world.terms.milestones
    await world.bina.write("Site; 300 EUR; 5; pages\nShop; 200 EUR; 5; basket")
    assert [str(m.amount) for m in world.terms.milestones] == ["300.00 EUR", "200.00 EUR"]


async def test_after_a_milestone_typed_at_once_one_more_is_asked_for(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Shop")
    await bina.press("Skip")
    await bina.press("Several milestones")
    for line in (
        "Drafts; 120 EUR; 5; three concepts",
        "Final files; 180; 10; SVG",
        "Web; 90; 3; PNG",
    ):
        await bina.write(line)
        assert "That's all" in bina.newest.labels
    assert [str(m.title) for m in world.terms.milestones] == ["Drafts", "Final files", "Web"]


async def test_milestones_are_asked_one_by_one_until_that_is_all(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Shop")
    await bina.press("Skip")
    await bina.press("Several milestones")
    for title in ("Design", "Build"):
        await bina.write(title)
        await bina.write("100 EUR")
        await bina.press("7 days")
        await bina.write("works")
        if title == "Design":
            await bina.press("Add a milestone")
    await bina.press("That's all")
    assert [str(m.title) for m in world.terms.milestones] == ["Design", "Build"]
    assert "Create invite" in bina.newest.labels


@pytest.mark.parametrize(
    ("currency", "typed", "minor"),
    [
        ("EUR", "1,5", 150),
        ("EUR", "1.50", 150),
        ("EUR", "۱۵۰۰", 150000),
        ("EUR", "1 500,00", 150000),
        ("EUR", "300 EUR", 30000),
        ("JPY", "1500", 1500),
    ],
)
async def test_an_amount_is_read_as_people_write_it(currency: str, typed: str, minor: int) -> None:
    world = build(currencies=(currency,))
    bina = await to_amount(world)
    await bina.write(typed)
    assert world.terms.milestones[0].amount == Money(minor, currency)


@pytest.mark.parametrize(
    ("currency", "typed"),
    [
        ("EUR", "1e9"), ("EUR", "-5"), ("EUR", "0"), ("EUR", "100 JPY"), ("EUR", "three"),
        ("JPY", "100.5 JPY"), ("EUR", "9" * 30), ("EUR", "<b>5</b>"),
    ],
)  # fmt: skip
async def test_an_amount_that_can_not_be_read_is_refused_and_asked_again(
    currency: str, typed: str
) -> None:
    world = build(currencies=(currency,))
    bina = await to_amount(world)
    await bina.write(typed)
    assert not world.terms.milestones
    await bina.write("300")
    assert world.terms.milestones[0].amount is not None


async def test_fifteen_hundred_dinars_or_one_and_a_half_are_asked_with_buttons() -> None:
    world = build(currencies=("KWD",))
    bina = await to_amount(world)
    await bina.write("1,500 KWD")
    assert not world.terms.milestones
    assert bina.newest.labels == ["1,500.000 KWD", "1.500 KWD", "Back"]
    await bina.press("1.500 KWD")
    assert world.terms.milestones[0].amount == Money(1500, "KWD")


async def test_a_dot_too_far_to_the_right_makes_no_thousandfold_unasked() -> None:
    world = build(currencies=("EUR",))
    bina = await to_amount(world)
    await bina.write("100.555")
    assert not world.terms.milestones
    assert "Is this the amount? If not, write it again" in bina.newest.text
    assert bina.newest.labels == ["100,555.00 EUR", "Back"]
    await bina.write("100.55")
    assert world.terms.milestones[0].amount == Money(10055, "EUR")


async def test_rials_and_tomans_are_never_guessed() -> None:
    world = build(currencies=("IRR",))
    bina = await to_amount(world)
    await bina.write("۵۰۰")
    assert not world.terms.milestones
    await bina.press("5,000 rials (500 toman)")
    assert world.terms.milestones[0].amount == Money(5000, "IRR")


async def test_decimals_typed_before_the_currency_are_fine_where_one_on_offer_has_them() -> None:
    world = build(currencies=("JPY", "EUR"))
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo; 300.50; 5; three concepts")
    await bina.press("EUR")
    assert world.terms.milestones[0].amount == Money(30050, "EUR")


async def test_rials_typed_with_a_whole_milestone_are_asked_with_their_readings() -> None:
    world = build(currencies=("IRR",))
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo; 500; 5; three concepts\nPage; 700 toman; 5; works\nSite; 900; 5; works")
    assert world.terms.milestones[1].amount == Money(7000, "IRR")
    await bina.press("5,000 rials (500 toman)")
    await bina.press("900 rials (90 toman)")
    amounts = [milestone.amount for milestone in world.terms.milestones]
    assert amounts == [Money(5000, "IRR"), Money(7000, "IRR"), Money(900, "IRR")]


async def test_text_where_a_button_is_wanted_gets_the_buttons_again(world: World) -> None:
    bina = await to_amount(world)
    await bina.press("Several milestones")
    await bina.write("Drafts; 300 EUR; 5; three concepts")
    await bina.write("what do you mean?")
    assert "That's all" in bina.newest.labels
    assert bina.sees("Please press one of the buttons below.")


async def test_a_sticker_where_words_are_wanted_is_answered(world: World) -> None:
    bina = await to_amount(world)
    await bina.stick()
    assert bina.sees("Please answer in words here.")


async def test_what_one_text_can_not_hold_is_kept_as_a_file_of_the_terms(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.write("x" * 4097)
    assert world.terms.description is None
    assert [file.size for file in world.terms.files] == [4097]


async def test_html_and_direction_overrides_in_a_title_stay_words(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("<b>Logo</b> \u202eORUE 0003\u202c & co")
    assert str(world.terms.title) == "<b>Logo</b> ORUE 0003 & co"
    await bina.press("Skip")
    await bina.press("Back")
    await bina.press("Back")
    assert "&lt;b&gt;Logo&lt;/b&gt;" in bina.newest.text


async def test_back_returns_to_the_question_before_with_its_answer(world: World) -> None:
    bina = await to_amount(world)
    await bina.write("300 EUR")
    await bina.press("Back")
    assert "300.00 EUR" in told(bina)
    await bina.write("250")
    assert world.terms.milestones[0].amount == Money(25000, "EUR")
    await bina.press("7 days")
    await bina.press("Back")
    assert "7 days" in told(bina)


async def test_back_from_the_first_question_asks_again_who_one_is(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.press("Back")
    assert bina.newest.labels == ["I'm the freelancer", "I'm the client", "Discard", "Back"]
    await bina.press("I'm the client")
    assert "What is it about?" in told(bina)
    assert world.terms.creator_role is Role.CLIENT
    assert len(world.store.deals) == 1, "no second draft"
    await bina.write("Logo")
    assert str(world.terms.title) == "Logo"


async def test_a_template_prefills_everything_but_the_amount(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.press("More…")
    await bina.press("Translation")
    await bina.write("90 USD")
    [m] = world.terms.milestones
    assert str(m.title) == "Translation"
    assert m.amount == Money(9000, "USD")
    assert len(m.criteria) == 3


async def test_a_template_of_two_parts_asks_each_amount(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.press("Web page")
    await bina.write("200 EUR")
    await bina.write("400")
    assert [m.amount for m in world.terms.milestones] == [Money(20000, "EUR"), Money(40000, "EUR")]


async def test_the_rules_have_defaults_and_each_can_be_changed(world: World) -> None:
    await world.draft()
    bina = world.bina
    await bina.press("Change…")
    await bina.press("Rules")
    assert {"2 rounds of changes", "7 days to look"} <= set(bina.newest.labels)
    await bina.press("2 rounds of changes")
    await bina.press("5")
    await bina.press("7 days to look")
    await bina.write("10 days")
    await bina.press("Silence: an arbiter")
    rules = world.terms.rules
    assert (rules.revision_rounds, rules.review_window) == (5, timedelta(10))
    assert rules.on_silence is OnSilence.RELEASE
    await bina.press("Use these rules")
    assert "Create invite" in bina.newest.labels


async def test_a_review_shorter_than_the_house_allows_is_refused(world: World) -> None:
    await world.draft()
    bina = world.bina
    await bina.press("Change…")
    await bina.press("Rules")
    await bina.press("7 days to look")
    await bina.write("1 day")
    assert world.terms.rules.review_window == timedelta(7)


async def test_files_and_links_become_part_of_the_terms(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.send("sketch.png", caption="as in the sketch")
    await bina.write("https://example.org/brief")
    await bina.press("Done")
    assert [file.name for file in world.terms.files] == ["sketch.png"]
    assert str(world.terms.description) == "as in the sketch\nhttps://example.org/brief"


async def test_a_description_that_a_phone_cut_in_two_is_kept_whole(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.write("x" * 4090)
    await bina.write("y" * 900)
    [file] = world.terms.files
    assert (await world.app.vault.get(file), file.name) == (b"y" * 900, "text-1.txt")
    assert str(world.terms.description) == "x" * 4090
    await bina.write("zz")
    assert str(world.terms.description) == "x" * 4090 + "\nzz"


async def test_an_album_is_answered_once(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    before = len(bina.chat)
    for name in ("a.png", "b.png", "c.png"):
        await bina.send(name, name.encode(), album="77")
    assert len(bina.chat) == before + 1
    assert len(world.terms.files) == 3


async def test_a_file_that_is_too_large_is_refused_with_the_limit(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.send("film.mov", size=21 * 2**20)
    assert world.terms.files == ()
    assert "too large" in told(bina)


async def test_one_thing_is_edited_from_the_preview(world: World) -> None:
    await world.draft()
    bina = world.bina
    await bina.press("Change…")
    await bina.press("Title")
    await bina.write("New logo")
    assert str(world.terms.title) == "New logo"
    assert "Create invite" in bina.newest.labels
    await bina.press("Change…")
    await bina.press("The payment")
    await bina.press("Amount")
    await bina.write("350")
    assert world.terms.milestones[0].amount == Money(35000, "EUR")


async def test_milestones_are_added_and_removed_in_the_list(world: World) -> None:
    await world.draft()
    bina = world.bina
    await bina.press("Change…")
    await bina.press("Add a milestone")
    await bina.write("Banner; 50; 2; one size")
    await bina.press("That's all")
    assert "350.00 EUR in 2 payments" in told(bina)
    await bina.press("Change…")
    await bina.press("Milestones…")
    await bina.press("2. Banner")
    await bina.press("Remove")
    assert len(world.terms.milestones) == 1


async def test_an_old_preview_sends_nothing_else_than_it_showed(world: World) -> None:
    await world.draft()
    bina = world.bina
    old = bina.newest
    stale = old.data("Create invite")
    await bina.press("Change…")
    await bina.press("Title")
    await bina.write("Other")
    await bina.press_data(stale, old)
    assert world.deal.state is DealState.DRAFT
    assert bina.alert == "That button is old. Here is how it stands"
    assert any("Other" in shown.text and "Create invite" in shown.labels for shown in bina.chat)


async def test_discarding_takes_two_taps(world: World) -> None:
    await world.draft()
    await world.bina.press("Discard")
    assert world.deal.state is DealState.DRAFT
    await world.bina.press("Discard")
    assert world.deal.ended_why == "discarded"


async def test_a_draft_is_continued_from_the_list(world: World) -> None:
    bina = await to_amount(world)
    await bina.write("/cancel")
    await bina.write("hello?")
    assert not world.terms.milestones
    await bina.write("/deals")
    await bina.press("Logo")
    await bina.press("Skip")
    await bina.write("300 EUR")
    assert world.terms.milestones[0].amount == Money(30000, "EUR")


async def test_two_drafts_do_not_mix_their_answers(world: World) -> None:
    bina = await to_amount(world)
    first = world.deal.id
    await bina.write("/new")
    await bina.press("I'm the client")
    await bina.write("Banner")
    await bina.write("/deals")
    await bina.press("Logo")
    await bina.write("300 EUR")
    assert world.store.deals[first].terms.milestones[0].amount == Money(30000, "EUR")
    assert world.deal.terms.description is None


async def test_the_same_update_after_a_crash_changes_nothing(world: World) -> None:
    bina = await to_amount(world)
    await bina.write("300 EUR")
    stored = world.deal
    await bina.again()
    assert world.deal == stored
    assert "how long" in told(bina).casefold()


async def test_a_double_tap_makes_one_draft(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.again()
    assert len(world.store.deals) == 1


async def test_a_double_tap_on_create_invite_makes_one_invite(world: World) -> None:
    await world.invite()
    before = world.deal
    await world.bina.again()
    assert world.deal == before


async def test_edited_answers_are_not_taken_and_it_says_how_to_correct(world: World) -> None:
    bina = await to_amount(world)
    message = {
        "message_id": 5, "date": 1, "edit_date": 2, "chat": {"id": bina.id, "type": "private"},
        "from": bina.user, "text": "Other title",
    }  # fmt: skip
    await bina.feed(edited_message=message)
    assert str(world.terms.title) == "Logo"
    assert bina.sees("press Back")


async def test_commands_work_in_the_middle_of_a_form_and_the_form_waits(world: World) -> None:
    bina = await to_amount(world)
    await bina.write("/settings")
    await bina.write("300 EUR")
    assert world.terms.milestones[0].amount == Money(30000, "EUR")


async def test_a_title_of_too_many_characters_is_refused(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("x" * 121)
    assert world.terms.title is None
    assert "120" in told(bina)


async def test_long_terms_come_as_a_file_and_still_fit(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.write("& long " * 580)
    await bina.press("Done") if "Done" in bina.newest.labels else None
    await bina.write("Drafts; 300 EUR; 5; three concepts; SVG files")
    await bina.press("That's all") if "That's all" in bina.newest.labels else None
    assert bina.chat[-2].file == "terms.txt"
    assert "Create invite" in bina.newest.labels


async def test_an_answer_far_too_long_for_a_currency_is_refused_in_a_few_words(
    world: World,
) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.press("Skip")
    await bina.write("300")
    await bina.write("x" * 4096)
    assert told(bina).startswith("We do not know the currency XXX")
    assert len(told(bina)) < 100
    await bina.press("EUR")
    assert world.terms.currency == "EUR"


async def test_a_question_asked_again_below_says_which_draft_it_is_about(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("First")
    await world.draft("Second")
    await bina.press("Discard")
    await bina.press("Discard")
    assert told(bina).startswith("First\n\nDescribe the work")


async def test_a_title_is_changed_without_a_word_of_templates(world: World) -> None:
    await world.draft()
    await world.bina.press("Change…")
    await world.bina.press("Title")
    assert "template" not in told(world.bina)
    assert "So far: Logo" in told(world.bina)


async def test_a_draft_without_a_price_says_so_in_the_list(world: World) -> None:
    await world.bina.write("/new")
    await world.bina.press("I'm the freelancer")
    await world.bina.write("Logo")
    await world.bina.write("/deals")
    assert "“Logo”: no price yet" in told(world.bina)
    await world.bina.press("Skip")
    await world.bina.write("/deals")
    assert "“Logo”: no price yet" in told(world.bina)


async def begun(world: World) -> Person:
    """A draft without any answer, at the list of what can be changed."""
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.press("Back")
    await bina.press("Discard")
    await bina.press("Back")
    await bina.press("Change…")
    return bina


async def test_the_payment_of_a_draft_that_has_none_is_asked_for(world: World) -> None:
    bina = await begun(world)
    await bina.press("Title")
    await bina.write("Logo")
    await bina.press("Change…")
    await bina.press("The payment")
    assert "With its currency" in told(bina)
    assert "Several milestones" in bina.newest.labels


async def test_a_draft_with_gaps_leads_to_what_is_missing_and_not_to_an_invite(
    world: World,
) -> None:
    bina = await begun(world)
    await bina.press("Back")
    assert bina.newest.labels == ["Go on", "Change…", "Discard"]
    await bina.press("Go on")
    assert "What is it about" in told(bina)


async def test_a_link_that_belongs_to_the_terms_is_shown_as_kept(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.send("sketch.png")
    await bina.write("our brief: https://example.com/brief")
    assert "sketch.png and https://example.com/brief" in told(bina)
    assert "Done" in bina.newest.labels


async def test_amounts_that_were_typed_before_the_currency_are_not_asked_for_again(
    world: World,
) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the client")
    await bina.write("Design; 300; 5; two pages\nBuild; 1.500; 2 weeks; works on phones")
    await bina.press("EUR")
    assert [m.amount for m in world.terms.milestones] == [Money(30000, "EUR"), None]
    assert "1,500.00 EUR" in bina.newest.labels
    await bina.press("1.50 EUR")
    assert world.terms.milestones[1].amount == Money(150, "EUR")


async def test_a_typed_answer_takes_the_buttons_of_its_question(world: World) -> None:
    bina = await to_amount(world)
    await bina.write("300 EUR")
    await bina.write("5 days")
    await bina.write("three concepts")
    await bina.press("Change…")
    await bina.press("Rules")
    await bina.press("2 rounds of changes")
    await bina.write("3")
    assert [shown for shown in bina.chat if shown.buttons] == [bina.newest]
    await bina.press("Use these rules")
    await bina.press("Change…")
    await bina.press("Title")
    await bina.write("A better logo")
    assert [shown for shown in bina.chat if shown.buttons] == [bina.newest]


async def test_what_can_not_be_read_leaves_the_question_with_its_buttons(world: World) -> None:
    bina = await to_amount(world)
    await bina.write("300 EUR")
    asked = bina.newest
    await bina.write("soon")
    assert "3 days" in asked.labels


async def test_only_the_invite_has_buttons_once_it_is_made(world: World) -> None:
    await world.invite()
    assert [shown for shown in world.bina.chat if shown.buttons] == [world.bina.newest]


def sends(person: Person, count: int, album: str = "") -> list[Callable[[], Awaitable[None]]]:
    return [
        lambda n=n: person.send(f"{n}.png", str(n).encode(), album=album)  # type: ignore[misc]
        for n in range(1, count + 1)
    ]


async def at_work(world: World) -> Person:
    await world.bina.write("/new")
    await world.bina.press("I'm the freelancer")
    await world.bina.write("Logo")
    return world.bina


@pytest.mark.parametrize("album", ["", "77"])
async def test_of_many_files_of_the_terms_the_rest_is_named_once(world: World, album: str) -> None:
    bina = await at_work(world)
    before = len(bina.chat)
    await burst(sends(bina, 25, album))
    assert len(bina.chat) == before + 1
    assert len(world.terms.files) == 20
    said = plain(bina.newest.text)
    assert "5 were not saved" in said
    assert "21 (21.png), 22 (22.png), 23 (23.png), 24 (24.png), 25 (25.png)" in said
    assert "20 (20.png)" not in said
    await bina.press("Done")
    assert "not kept" not in plain(bina.newest.text)


async def test_the_rest_of_an_album_is_counted_where_the_question_stands(world: World) -> None:
    bina = await at_work(world)
    before = len(bina.chat)
    for send in sends(bina, 22, "77"):
        await send()
    assert len(bina.chat) == before + 1
    assert "2 were not saved" in plain(bina.newest.text)


async def test_a_large_file_among_those_of_the_terms_is_named_and_its_words_are_kept(
    world: World,
) -> None:
    bina = await at_work(world)
    before = len(bina.chat)
    await burst(
        [
            lambda: bina.send("a.png", b"a"),
            lambda: bina.send("film.mov", size=21 * 2**20, caption="how it moves"),
            lambda: bina.send("b.png", b"b"),
        ]
    )
    assert len(bina.chat) == before + 1
    assert [file.name for file in world.terms.files] == ["a.png", "b.png"]
    assert str(world.terms.description) == "how it moves"
    assert "2 (film.mov)" in plain(bina.newest.text)
    await bina.press("Remove the files")
    assert "not kept" not in plain(bina.newest.text)


@pytest.mark.parametrize(
    ("typed", "rounds"),
    [
        ("3", 3), ("۳", 3), ("3 rounds", 3), ("three", 3), ("Three rounds of changes", 3),
        ("سه دور", 3), ("سه دورِ اصلاح", 3), ("one", 1), ("none", 0), ("no revisions", 0),
        ("صفر", 0),
    ],
)  # fmt: skip
def test_rounds_are_read_in_figures_and_in_words(typed: str, rounds: int) -> None:
    assert read_rounds(typed) == rounds


@pytest.mark.parametrize(
    "typed", ["", "rounds", "some", "1 or 2", "1000", "-", "two three", "2 days", "-2", "−0"]
)
def test_rounds_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(BadInput) as no:
        read_rounds(typed)
    assert no.value.key == "number-unreadable"


async def test_a_date_is_repeated_with_the_length_that_it_comes_to_and_from_when(
    world: World,
) -> None:
    bina = await to_amount(world)
    await bina.write("Drafts")
    await bina.write("300 EUR")
    before = len(bina.chat)
    await bina.write("12 January")
    said = [plain(shown.text) for shown in bina.chat[before:]]
    assert any("12 January is taken as 7 days: they begin once the payment" in t for t in said)
    assert world.terms.milestones[0].duration == timedelta(7)
