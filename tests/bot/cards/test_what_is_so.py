"""Cards say what is so now: what is overdue, which account counts, what happens then."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from bot.cards.deal import deal_card
from bot.cards.inviting.invited import Invited, invited_card
from bot.cards.menu import page_card
from bot.cards.paying.bank import bank_card
from bot.cards.paying.receipts import receipts_card
from bot.cards.remind import reminder
from bot.config.rails import Account
from bot.texts import Text, plain
from core.deal.terms import Rules
from core.disputing import AnswerQuestion
from core.paying import ClaimPaid
from core.people import SetDestination
from core.values.ids import PersonId
from core.values.policy import OnSilence
from core.views import DealView
from tests.bot.deals import states
from tests.bot.deals.states import Reach
from tests.bot.deals.world import BINA, CARLOS, World, build, said
from tests.kit.words import TEXTS

IBAN: Final = Account(holder="Holdfast Escrow OÜ", iban="DE89370400440532013000")
both_languages = pytest.mark.parametrize("language", ["en", "fa"])


async def seen_by(world: World, person: PersonId) -> DealView:
    view = await world.app.reads.view(world.id, person)
    assert view is not None
    return view


async def paid(world: World) -> None:
    """The client reports a transfer."""
    await world.agree("120.00")
    await world.do(
        ClaimPaid(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            seen=states.seen(world),
            payer=said("Carlos"),
            paid_on="2026-01-02",
        )
    )


LATE: Final = {"en": "our team is reminded", "fa": "یادآوری می‌شود"}


@both_languages
@pytest.mark.parametrize(
    ("reach", "manual"), [(paid, True), (states.disputed, False), (states.heard, False)]
)
async def test_what_our_people_let_pass_is_said_to_be_late(
    reach: Callable[[World], Awaitable[None]], manual: bool, language: str
) -> None:
    world, t = await build(manual=manual), TEXTS.get(language)
    await reach(world)
    for person in (BINA, CARLOS):
        view = await seen_by(world, person)
        assert view.turn.until is not None
        turn = view.turn if reach is not states.disputed else replace(view.turn, otherwise=TAKE)
        on_time = replace(view, turns=(turn,), now=view.turn.until - timedelta(minutes=1))
        missed = replace(on_time, now=view.turn.until)
        assert LATE[language] not in deal_card(on_time, t, world.house).text
        assert LATE[language] in deal_card(missed, t, world.house).text
        waits = replace(missed, waits="deaf")
        assert LATE[language] not in deal_card(waits, t, world.house).text


TAKE: Final = "dispute-take"


@both_languages
async def test_a_changed_payout_account_is_said_to_count_later(language: str) -> None:
    world, t = await build(manual=True), TEXTS.get(language)
    await states.released(world)
    await world.do(SetDestination(actor=BINA, currency="EUR", details="IBAN NL01 BINA"))
    first = await seen_by(world, BINA)
    await world.do(SetDestination(actor=BINA, currency="EUR", details="IBAN NL02 NEW"))
    changed = await seen_by(world, BINA)
    place = changed.people[BINA].destination("EUR")
    assert place is not None
    instant = t.moment(place.from_at)
    for view, waits in (
        (first, False),
        (changed, True),
        (replace(changed, now=place.from_at), False),
        (await seen_by(world, CARLOS), False),
    ):
        for card in (
            deal_card(view, t, world.house),
            receipts_card(view, t, world.house, play=False),
        ):
            assert (instant in card.text) is waits


@both_languages
async def test_receipts_do_not_promise_an_instant_to_who_has_not_said_where_to(
    language: str,
) -> None:
    world, t = await build(manual=True), TEXTS.get(language)
    await states.released(world)
    view = await seen_by(world, BINA)
    view = replace(
        view,
        deal=view.deal.with_milestone(replace(view.deal.milestone(1), rail="manual")),
    )
    said_of_it = t("receipt-transfer", **TRANSFER, amount=view.deal.transfers[0].amount)
    assert said_of_it in receipts_card(view, t, world.house, play=False).text


TRANSFER: Final = {"kind": "payout", "state": "nowhere", "changes": False, "until": "", "from": ""}


async def one_answers(world: World) -> None:
    """The client answered the arbiter and has nothing to add: the freelancer is waited for."""
    await states.asked(world)
    await world.do(
        AnswerQuestion(actor=CARLOS, deal=world.id, milestone=1, number=2, words=said("No."))
    )
    await states.add_nothing(world, CARLOS)


REMINDED: Final = (
    states.funding,
    states.short,
    states.working,
    states.late,
    states.dormant,
    states.cancelling,
    states.submitted,
    states.revising,
    states.disputed,
    one_answers,
)


@both_languages
@pytest.mark.parametrize("silence", list(OnSilence))
@pytest.mark.parametrize("reach", REMINDED, ids=lambda reach: reach.__name__)
async def test_a_reminder_says_what_happens_then_and_fits_a_copy_button(
    reach: Reach, silence: OnSilence, language: str
) -> None:
    world, t = await build(on_silence=silence), TEXTS.get(language, "Asia/Tehran")
    await reach(world)
    views = [await seen_by(world, person) for person in (BINA, CARLOS)]
    waited_for = [v for v in views if v.turn.person == v.deal.other(v.viewer)]
    assert waited_for
    for view in waited_for:
        text = reminder(view, t, world.house)
        then = then_of(view, t)
        assert then, view.turn.otherwise
        assert text.endswith(then)
        assert len(text) <= 256
        assert len(reminder(view, t, replace(world.house, username="b" * 32))) <= 256


def then_of(view: DealView, t: Text) -> str:
    turn = view.turn
    arrived = "none"
    if turn.milestone is not None and view.deal.milestone(turn.milestone).waiting:
        arrived = "last" if turn.then is None else "first"
    then = turn.then or turn.until or ""
    return t.plain("remind-then", what=turn.otherwise, then=then, arrived=arrived)


@pytest.mark.parametrize(
    ("account", "language", "country"),
    [
        (IBAN, "en", "Germany"),
        (IBAN, "fa", "آلمان"),
        (Account(holder="Holdfast", account="021 / 1", country="Brazil"), "en", "Brazil"),
        (Account(holder="Holdfast", account="021 / 1"), "en", ""),
    ],
)
async def test_beside_the_bank_details_stand_whose_account_it_is_and_in_which_country(
    account: Account, language: str, country: str
) -> None:
    world, t = await build(manual=True), TEXTS.get(language)
    await world.agree("120.00")
    view = await seen_by(world, CARLOS)
    for payer in ("", "Somebody"):
        text = plain(bank_card(view, view.deal.milestone(1), account, t, payer).text)
        assert account.holder in text
        line = re.sub(r"[\u2068\u2069]", "", t.plain("pay-country", country=country))
        assert (line in re.sub(r"[\u2068\u2069]", "", text)) is bool(country)
        assert country in text


@both_languages
async def test_whose_account_and_where_stands_on_the_page_of_safety(language: str) -> None:
    world, t = await build(manual=True), TEXTS.get(language)
    text = page_card("safe", t, world.app.settings).text
    assert {"en": "Holdfast GmbH (Germany)", "fa": "Holdfast GmbH (آلمان)"}[language] in text


FREE: Final = {"en": "what misses a criterion is revised for free", "fa": "رایگان اصلاح می‌شود"}


@both_languages
async def test_no_rounds_of_changes_does_not_read_as_if_nothing_were_mended(
    world: World, language: str
) -> None:
    t = TEXTS.get(language)
    await world.agree("120.00", revision_rounds=0)
    view = await seen_by(world, CARLOS)
    seen = Invited("s" * 22, view.people[BINA], None, world.app.escrow.policy, account=IBAN)
    assert FREE[language] in invited_card(view, seen, t).text
    assert FREE[language] in t("terms-rounds", rounds=0)
    assert FREE[language] in t("ask-rules")
    assert view.deal.terms.rules != Rules.default(world.app.escrow.policy)


@pytest.mark.parametrize(("language", "told"), [("en", "Carlos can cancel"), ("fa", "لغو کند")])
async def test_who_is_late_reads_that_the_other_can_cancel(
    world: World, language: str, told: str
) -> None:
    await states.very_late(world)
    view = await seen_by(world, BINA)
    assert view.turn.otherwise == "dormancy-notice"
    assert told in plain(deal_card(view, TEXTS.get(language), world.house).text)


def test_one_day_is_no_days() -> None:
    t = TEXTS.get("en")
    assert "1 time in" in t.plain("refusal-help-full", limit=1, seconds=timedelta(hours=1))
    assert "1 question can" in t.plain("refusal-too-many-questions", limit=1)
    assert "1 character," in t.plain("refusal-reasons-too-short", least=1, length=0)
    assert t.plain("refusal-duration-out-of-range", days=1).endswith("1 day.")
    assert t.plain("refusal-duration-out-of-range", days=730).endswith("730 days.")
    assert "1 day, and" in t.plain("refusal-files-full", days=1, limit_mb=20)
