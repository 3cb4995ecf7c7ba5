"""The agreement as both get it, and that forms wait for one another."""

from dataclasses import replace

import pytest

from bot.cards.inviting.agreement import agreement_document, agreement_pdf
from bot.cards.inviting.invite import check_words, claim_card, waiting_card
from bot.papers.blocks import Pairs, Table
from core.values.ids import PersonId
from core.values.money import Money
from core.values.policy import RailInfo
from tests.bot.parties.world import BINA, CARLOS, World, build
from tests.kit.words import TEXTS

MANUAL = RailInfo("manual", real_money=True, automatic=False)


@pytest.fixture
def world() -> World:
    return build()


@pytest.mark.parametrize("language", ["en", "fa"])
async def test_the_document_holds_what_binds_and_who_accepted_it(
    world: World, language: str
) -> None:
    await world.agree()
    view = await world.app.reads.view(world.deal.id, BINA)
    assert view is not None
    t = world.app.texts.get(language, "Europe/Madrid")
    document = agreement_document(view, t, "Holdfast")
    facts = [row for block in document.blocks if isinstance(block, Pairs) for row in block.rows]
    agreement = world.deal.agreement
    assert agreement is not None
    assert agreement.fingerprint in [value for _, value in facts]
    [accepted] = [block for block in document.blocks if isinstance(block, Table)]
    assert [row[0] for row in accepted.rows] == ["Bina", "Carlos"]
    assert [row[2] for row in accepted.rows] == ["English", "English"]
    paper = agreement_pdf(view, t, "Holdfast")
    assert paper.content.startswith(b"%PDF")
    assert agreement_pdf(view, t, "Holdfast").content == paper.content


async def test_a_freelancer_without_an_account_is_asked_where_to_be_paid() -> None:
    world = build(currencies=("EUR",), rails=(MANUAL,), four_eyes_threshold={"EUR": 10**9})
    world.play = False
    rails = world.app.settings.rails
    no_play = rails.play.model_copy(update={"enabled": False})
    rails = rails.model_copy(update={"play": no_play})
    world.app.settings = world.app.settings.model_copy(update={"rails": rails})
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo; 300; 5; three concepts; SVG files")
    await bina.press("Create invite")
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("Accept")
    await world.deliver()
    await bina.press("Yes, it's them")
    await world.deliver()
    await bina.press("Where to be paid")
    await bina.write("DE89370400440532013000")
    await bina.press("Bina")
    [destination] = world.store.people[BINA].destinations
    assert (destination.currency, destination.details) == (
        "EUR",
        "DE89 3704 0044 0532 0130 00\nBina",
    )
    assert not any("Where to be paid" in shown.labels for shown in world.carlos.chat)


async def test_after_a_form_closes_the_other_open_one_is_asked_again(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    first = world.deal.id
    await bina.write("/settings")
    await bina.press("Safety phrase")
    await bina.write("green door")
    assert world.store.people[BINA].phrase == "green door"
    assert "What is it about?" in bina.newest.text
    await bina.write("Logo")
    assert str(world.store.deals[first].terms.title) == "Logo"


async def test_back_from_a_question_of_the_settings_closes_it(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("/settings")
    await bina.press("Safety phrase")
    await bina.press("Back")
    await bina.write("Logo")
    assert world.store.people[BINA].phrase is None
    assert str(world.terms.title) == "Logo"


async def test_cancel_leaves_a_question_and_keeps_what_was_answered(world: World) -> None:
    bina = world.bina
    await bina.write("/new")
    await bina.press("I'm the freelancer")
    await bina.write("Logo")
    await bina.write("/cancel")
    assert str(world.terms.title) == "Logo"
    assert bina.newest.labels[0] == "Logo · draft"
    await bina.write("/cancel")
    assert bina.sees("no open question")
    assert bina.newest.labels[0] == "Logo · draft"


async def test_cancel_shows_what_is_there(world: World) -> None:
    await world.carlos.write("/cancel")
    assert "New deal" in world.carlos.newest.labels
    await world.agree()
    await world.carlos.press_data(f"help|{world.deal.id}", world.carlos.newest)
    await world.carlos.write("/cancel")
    assert world.carlos.sees("Nothing was sent")
    assert "Get help" in world.carlos.newest.labels
    assert "waits for the payment" in world.carlos.newest.text


async def test_two_languages_agree_on_one_text() -> None:
    world = build()
    world.carlos.language = "fa"
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("می‌پذیرم")
    await world.deliver()
    await world.bina.press("Yes, it's them")
    agreement = world.deal.agreement
    assert agreement is not None
    assert {a.fingerprint for a in agreement.acceptances} == {agreement.fingerprint}
    assert [(a.person, a.locale) for a in agreement.acceptances] == [(BINA, "en"), (CARLOS, "fa")]
    assert agreement.terms.total == Money(30000, "EUR")
    assert PersonId(world.carlos.id) in world.deal.parties


@pytest.mark.parametrize(
    ("inviter", "invited", "shown"),
    [("fa", "fa", "fa"), ("en", "en", "en"), ("en", "fa", "en"), ("fa", "en", "en")],
)
async def test_both_compare_the_same_check_words_in_a_language_that_both_read(
    world: World, inviter: str, invited: str, shown: str
) -> None:
    await world.claimed()
    view = await world.app.reads.view(world.deal.id, BINA)
    assert view is not None
    people = {
        one: replace(person, locale=inviter if one == BINA else invited)
        for one, person in view.people.items()
    }
    view, claim = replace(view, people=people), world.deal.claims[0]
    texts = TEXTS
    said = {check_words(view, claim, texts.get(person.locale)) for person in people.values()}
    assert len(said) == 1
    (words,) = said
    assert (words == " ".join(claim.safety_words)) is (shown == "en")
    assert words.isascii() is (shown == "en")
    for card in (
        claim_card(view, claim, None, texts.get(inviter)),
        waiting_card(view, claim, texts.get(invited)),
    ):
        assert f"<code>{words}</code>" in card.text
