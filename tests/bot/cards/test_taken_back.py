"""What both sides read of a payment that a bank took back, and of what was ordered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cards.deal import deal_card
from bot.cards.notices import notice_card
from bot.cards.paying.receipts import receipts_card, receipts_document
from bot.texts import plain
from core.paying import LoseReversal, ReverseDeposit, WinReversal
from core.paying.commands import ReversalCommand
from core.values.ids import RAIL, PersonId
from tests.bot.cards.test_cards import LANGUAGES
from tests.bot.deals.acts import funded
from tests.bot.deals.states import submitted
from tests.bot.deals.world import BINA, CARLOS, World, said

both = pytest.mark.parametrize("person", [BINA, CARLOS])


async def taken(world: World) -> None:
    await submitted(world)
    paid = world.deal.milestones[0].deposits[0]
    await world.do(
        ReverseDeposit(
            actor=RAIL,
            deal=world.id,
            milestone=1,
            rail=paid.rail,
            deposit=paid.external_id,
            external_id="r1",
            amount=paid.amount,
            words=said("stolen card"),
        )
    )


async def decided(world: World, kind: type[ReversalCommand]) -> None:
    await world.do(kind(actor=RAIL, deal=world.id, reversal=1, words=said("a letter")))


async def read(world: World, person: PersonId, language: str = "en") -> str:
    view = await world.app.reads.view(world.id, person)
    assert view is not None
    t = world.app.texts.get(language, "Europe/Madrid")
    return plain(deal_card(view, t, world.house).text)


async def told(world: World, person: PersonId, kind: str, language: str = "en") -> str:
    view = await world.app.reads.view(world.id, person)
    assert view is not None
    t = world.app.texts.get(language, "Europe/Madrid")
    notice = next(n for n in reversed(world.store.notices_to(person)) if n.kind == kind)
    card = notice_card(notice, view, view.people[person], t, world.house)
    assert card is not None
    return plain(card.text)


@both
async def test_while_the_bank_has_it_the_card_says_so_and_nothing_of_why(
    world: World, person: PersonId
) -> None:
    await taken(world)
    text = await read(world, person)
    assert "is with the bank, which took it back and has not decided" in text
    assert "stolen" not in text + await told(world, person, "flag-set")


@both
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_to_be_paid_again_says_by_when_once_and_what_then(
    world: World, person: PersonId, language: str
) -> None:
    await taken(world)
    await decided(world, LoseReversal)
    until = world.deal.milestones[0].fund_by
    assert until is not None
    t = world.app.texts.get(language, "Europe/Madrid")
    assert plain(t.moment(until.ends_at)) in await read(world, person, language)
    news = await told(world, person, "reversal-lost", language)
    assert plain(t.moment(until.ends_at)) in news


async def test_the_client_has_the_button_to_pay_and_the_freelancer_none(world: World) -> None:
    await taken(world)
    await decided(world, LoseReversal)
    t = world.app.texts.get("en", "Europe/Madrid")
    for person, pays in ((BINA, False), (CARLOS, True)):
        view = await world.app.reads.view(world.id, person)
        assert view is not None
        rows = deal_card(view, t, world.house).rows
        assert any(b.label.startswith("Pay ") for row in rows for b in row) is pays


@pytest.mark.parametrize(
    ("kind", "says"),
    [(None, "has not decided"), (WinReversal, "given back since"), (LoseReversal, "and kept")],
)
async def test_the_receipts_name_it_and_how_it_ended(
    world: World, kind: type[ReversalCommand] | None, says: str
) -> None:
    await taken(world)
    if kind is not None:
        await decided(world, kind)
    t = world.app.texts.get("en", "Europe/Madrid")
    view = await world.app.reads.view(world.id, CARLOS)
    assert view is not None
    assert says in plain(receipts_card(view, t, world.house, play=True).text)
    assert says in str(receipts_document(view, t, "House", play=True).blocks)


@both
@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_work_that_stopped_what_is_missing_is_told_once(
    world: World, person: PersonId, language: str
) -> None:
    await funded(world)
    paid = world.deal.milestones[0].deposits[0]
    on = {"deal": world.id, "milestone": 1, "rail": paid.rail, "deposit": paid.external_id}
    part = replace(paid.amount, minor=paid.amount.minor // 4)
    given = {"actor": RAIL, "external_id": "r1", "amount": part, "words": said("recalled")}
    await world.do(ReverseDeposit(**on, **given))  # type: ignore[arg-type]
    m, t = world.deal.milestone(1), world.app.texts.get(language, "Europe/Madrid")
    card = await read(world, person, language)
    arrived = t("milestone-arrived", arrived=m.waiting, missing=m.missing)
    again = t("milestone-pay-again", arrived=m.waiting, missing=m.missing)
    assert plain(arrived) in card
    assert plain(again) not in card
