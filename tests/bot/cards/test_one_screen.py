"""What the one invited reads before accepting: one screen of a phone, and all that counts on it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cards.inviting.invited import Invited, all_terms_card, invited_card
from bot.cards.kit.wording import MOST, length
from bot.config.rails import Account
from core.deal.reputation import Record
from core.deal.terms import Role
from core.drafting import Edit, SetDescription, SetMilestone, SetRules, SetTitle
from core.people import MeetPerson
from core.values.money import Money
from core.values.policy import OnSilence
from core.views import DealView
from tests.bot.deals.world import said
from tests.bot.parties.world import BINA, CARLOS, World, build
from tests.kit import agreeing
from tests.kit.phones import plain
from tests.kit.words import TEXTS

ONE_SCREEN = 600
"""Characters of the usual one: one payment, with a name, a record, a title and criteria."""
BANK = Account(holder="Holdfast Escrow OÜ", iban="EE382200221020145685")
LONG = "A logo, a word mark and the stationery of a coffee house by the harbour, in two languages"
MARKS = dict.fromkeys(map(ord, "\u2068\u2069"))
"""Isolation of what is put into a text."""
SAID = {
    "en": ("three concepts", "SVG files"),
    "fa": ("سه ایده", "فایل‌های SVG"),
}


@pytest.fixture
def world() -> World:
    return build()


async def offered(
    world: World,
    *,
    payments: int = 1,
    title: str = "Logo",
    language: str = "en",
    role: Role = Role.FREELANCER,
    more: tuple[Edit, ...] = (),
) -> DealView:
    """An open invite of Bina's, as whoever opens the link sees it."""

    async def do(command: object) -> object:
        return await world.escrow.execute(command)  # type: ignore[arg-type]

    await do(MeetPerson(actor=BINA, name="Bina Rahimi", username="", locale=language, zone="UTC"))
    criteria = tuple(said(line) for line in SAID[language])
    parts = [
        SetMilestone(
            number,
            title=said(f"Part {number}"),
            amount=Money(30000, "EUR"),
            duration=timedelta(days=5),
            criteria=criteria,
        )
        for number in range(1, payments + 1)
    ]
    edits = [SetTitle(said(title)), *parts, *more]
    deal = await agreeing.draft(do, BINA, edits, "EUR", role)  # type: ignore[arg-type]
    secret = agreeing.InviteSecret(*(f"{kind}{deal}" for kind in "tcn"))
    await agreeing.invite(do, BINA, deal, secret)  # type: ignore[arg-type]
    view = await world.app.reads.view(deal, CARLOS)
    assert view is not None
    return view


def seen(world: World, account: Account | None = None) -> Invited:
    """With a record, and by play money or a transfer."""
    record = Record(12, 0, 0, world.clock.now())
    inviter = world.store.people[BINA]
    return Invited("s" * 22, inviter, record, world.app.escrow.policy, account is None, account)


@pytest.mark.parametrize("account", [None, BANK], ids=["play", "bank"])
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("language", ["en", "fa"])
async def test_the_usual_invite_is_read_on_one_screen(
    world: World, language: str, role: Role, account: Account | None
) -> None:
    view = await offered(world, language=language, role=role)
    card = invited_card(view, seen(world, account), TEXTS.get(language))
    assert length(card.text) <= ONE_SCREEN, plain(card.text)
    for part in ("Bina Rahimi", "Logo", "SVG"):
        assert part in card.text
    assert account is None or account.holder in card.text


@pytest.mark.parametrize(("language", "mark", "other"), [("en", "; ", "؛"), ("fa", "؛ ", ";")])
async def test_criteria_are_parted_by_the_mark_of_the_readers_language(
    world: World, language: str, mark: str, other: str
) -> None:
    view = await offered(world, language=language)
    text = plain(invited_card(view, seen(world), TEXTS.get(language)).text).translate(MARKS)
    assert mark.join(SAID[language]) in text
    assert other not in text


@pytest.mark.parametrize("title", ["Logo", LONG], ids=["short", "long"])
@pytest.mark.parametrize("payments", [1, 3, 20])
@pytest.mark.parametrize("language", ["en", "fa"])
async def test_longer_ones_stay_short_and_are_whole_under_all_terms(
    world: World, language: str, payments: int, title: str
) -> None:
    described = SetDescription(said(LONG * 8))
    view = await offered(
        world, language=language, payments=payments, title=title, more=(described,)
    )
    t = TEXTS.get(language)
    short = invited_card(view, seen(world, BANK), t)
    assert length(short.text) <= ONE_SCREEN + 200
    assert short.attachments == ()
    whole = all_terms_card(view, seen(world, BANK), t)
    assert length(whole.text) <= MOST
    assert whole.attachments or LONG in plain(whole.text)


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role.FREELANCER, "or you stay silent for 7 days after a submission"),
        (Role.CLIENT, "or the client stays silent for 7 days"),
    ],
)
async def test_agreed_silence_is_named_among_the_ways_of_the_money(
    world: World, role: Role, told: str
) -> None:
    usual = await offered(world, role=role)
    t = TEXTS.get("en")
    assert "silent" not in invited_card(usual, seen(world), t).text
    release = SetRules(on_silence=OnSilence.RELEASE)
    view = await offered(world, role=role, more=(release,))
    assert told in plain(invited_card(view, seen(world), t).text)


async def test_where_no_account_is_for_the_currency_no_way_to_pay_is_promised(
    world: World,
) -> None:
    view = await offered(world)
    nowhere = replace(seen(world), play=False)
    text = plain(invited_card(view, nowhere, TEXTS.get("en")).text)
    assert "there is no account for this currency yet" in text
    assert "transfer" not in text


async def test_all_terms_are_one_press_away_and_back_leads_to_accept(world: World) -> None:
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    assert world.carlos.newest.labels == [
        "Accept", "All terms", "Suggest changes", "Decline", "Ask a question", "Is this safe?",
    ]  # fmt: skip
    await world.carlos.press("All terms")
    text = plain(world.carlos.newest.text)
    assert "You pay nothing by accepting" in text
    assert "what misses a criterion is revised for free" in text
    assert world.carlos.newest.labels == ["Back"]
    await world.carlos.press("Back")
    assert world.carlos.newest.labels[0] == "Accept"
