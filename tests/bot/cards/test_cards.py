"""Every card in every state, side and language: it fits, and offers what core does."""

import ast
import inspect
import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest

from bot.buttons import Press, Style
from bot.cards import Card
from bot.cards.deal import deal_card, more_card, wanted_buttons
from bot.cards.kinds import KINDS
from bot.cards.kit.acts import LOOKS, rare_acts, wanted_acts
from bot.cards.kit.gather import gather_card
from bot.cards.kit.steps import Asking, confirm_card
from bot.cards.kit.wording import length, together
from bot.cards.notices import notice_card
from bot.cards.paying.receipts import receipts_card, receipts_document
from bot.cards.remind import remind_card
from bot.cards.statement import statement_document
from bot.cards.working.contested import which_card
from bot.cards.working.handing_in import submission
from bot.cards.working.points import criterion_card
from bot.papers.blocks import Paragraph, Table
from bot.papers.paper import pdf
from bot.parties.kit.presses import OnAct
from bot.parties.kit.taps import Tap
from bot.parties.tables import PRESSES
from bot.reads import MoneyOverview, Settled
from bot.texts import Safe, Text
from core import notices
from core.deal.dispute import Cause
from core.deal.events import Ground, TransferKind
from core.deal.milestone import State
from core.deal.notice import ALWAYS, Notice
from core.deal.ruling import Outcome
from core.deal.step import Act
from core.ports import Expecting
from core.values.ids import DESK
from core.values.money import Money
from core.views import DealView
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.states import FILE, LONG, STATES, Reach, working
from tests.bot.deals.world import BINA, CARLOS, World, said

LANGUAGES = ("en", "fa")
PARTIES = (BINA, CARLOS)
states = pytest.mark.parametrize("reach", STATES, ids=lambda reach: reach.__name__)


def fits(card: Card, where: str) -> None:
    assert 0 < length(card.text) <= 4096, where
    buttons = [button for row in card.rows for button in row]
    assert len(buttons) <= 8, where
    assert all(1 <= len(row) <= 2 for row in card.rows), where
    for button in buttons:
        assert 0 < len(button.label) <= 64, (where, button.label)
        if button.press is not None:
            assert len(button.press.pack().encode()) <= 64, where
        if button.copy is not None:
            assert len(button.copy) <= 256, where


async def seen_by_both(world: World, reach: Reach) -> list[tuple[DealView, Text]]:
    await reach(world)
    views = [await world.app.reads.view(world.id, person) for person in PARTIES]
    texts = [world.app.texts.get(language, "Asia/Tehran") for language in LANGUAGES]
    return [(view, t) for view in views if view is not None for t in texts]


@states
async def test_every_card_of_a_deal_fits(world: World, reach: Reach) -> None:
    for view, t in await seen_by_both(world, reach):
        fits(deal_card(view, t, world.house), "deal")
        fits(more_card(view, t), "more")
        fits(remind_card(view, t, t, world.house), "remind")
        fits(receipts_card(view, t, world.house, play=True), "receipts")
        if view.deal.current is not None:
            fits(which_card(view, view.deal.current, t), "contest")
            fits(criterion_card(view, view.deal.current, 0, t, 1), "criterion")


@states
async def test_every_step_that_is_offered_has_its_screen(world: World, reach: Reach) -> None:
    acts = {
        press.act
        for press in PRESSES.values()
        if isinstance(press, OnAct) and isinstance(getattr(press.do, "__self__", None), Tap)
    }
    assert Act.APPROVE in acts
    for view, t in await seen_by_both(world, reach):
        for offered in view.offered:
            if offered.act in acts and offered.milestone is not None:
                m = view.deal.milestone(offered.milestone)
                for again in (False, offered.act is Act.WITHDRAW):
                    asking = Asking(offered.act, "pay.do", view.now, again=again)
                    card = confirm_card(view, m, asking, t, world.house)
                    fits(card, offered.act.value)


@states
async def test_everything_that_core_offers_a_party_has_a_button_and_nothing_else(
    world: World, reach: Reach
) -> None:
    # Among the ways to pay; below the end of the deal; within a change of the terms.
    hidden = {Act.CLAIM_PAID, Act.RATE, Act.EDIT}
    for view, _ in await seen_by_both(world, reach):
        offered = {o.act for o in view.offered} - hidden
        shown = {act for act, _ in (*wanted_acts(view), *rare_acts(view))}
        assert shown == offered


@states
async def test_whose_turn_it_is_until_when_and_what_then_is_said(
    world: World, reach: Reach
) -> None:
    for view, t in await seen_by_both(world, reach):
        text = deal_card(view, t, world.house).text
        turn = view.turn
        if turn.until is not None and turn.otherwise not in ("", "transfer"):
            assert t.moment(turn.until) in text


async def test_red_is_for_what_cannot_be_undone_and_green_for_going_ahead(world: World) -> None:
    await working(world)
    view = await world.app.reads.view(world.id, BINA)
    assert view is not None
    assert LOOKS[Act.WITHDRAW] is Style.DANGER
    card = deal_card(view, world.app.texts.get("en"), world.house)
    assert card.rows[0][0].style is Style.GO


@states
async def test_the_wanted_step_is_first_alone_in_its_row_and_no_other_is_green(
    world: World, reach: Reach
) -> None:
    for view, t in await seen_by_both(world, reach):
        person = view.people[view.viewer]
        told = [kind for kind, look in KINDS.items() if look.acts is None]
        if not view.deal.milestones[0].rounds:
            told = [kind for kind in told if kind not in ROUNDS]
        notices_ = [Notice(view.viewer, kind, view.deal.id, 1, DATA, holds=ALWAYS) for kind in told]
        cards = [notice_card(one, view, person, t, world.house) for one in notices_]
        for card in (deal_card(view, t, world.house), *cards):
            assert card is not None
            buttons = [button for row in card.rows for button in row]
            green = [button for button in buttons if button.style is Style.GO]
            assert green in ([], [buttons[0]])
            assert buttons[-1].press == Press("help", view.deal.id)
            wanted = wanted_buttons(view, t, world.house)
            if wanted:
                assert card.rows[0] == (wanted[0],)
            agreed = view.turn.otherwise == "pause-ends-agreed"
            if view.turn.person == view.deal.other(view.viewer) and not agreed:
                waits = t.plain("button-remind")
                assert waits == buttons[0].label or buttons[0].style is Style.GO


async def test_who_waits_is_offered_to_remind_first(world: World) -> None:
    await funded(world, "120.00")
    assert world.bina.newest.labels[0] == "Submit work"
    await handed_in(world)
    assert world.bina.newest.labels[0] == "Remind them"
    assert world.carlos.newest.labels[:2] == ["Approve and release", "Request changes"]


# Notices


@cache
def kinds_of_people() -> set[str]:
    """Every kind that core can owe to a person, read from its source."""
    rules: list[Any] = [*notices.RULES.values(), *notices.OF_PEOPLE.values()]
    sources = {inspect.getsource(rule) for rule in rules}
    sources |= {
        inspect.getsource(module)
        for module in map(inspect.getmodule, rules)
        if module and module.__name__.endswith(".notices")
    }
    words = {
        node.value
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z]+(-[a-z]+)+", node.value)
    }
    words |= {f"dispute-{cause.value}" for cause in Cause}
    words |= {f"transfer-{how}" for how in ("confirmed", "failed")} | {"reminded"}
    return words - FOR_THE_DESK


FOR_THE_DESK = {
    "evidence-over",
    "help-asked",
    "transfer-due",
    "deposit-suspense",
    "suspense-alarmed",
    "suspense-return-asked",
    "dispute-handed-over",
    "question-answered",
    "desk-alarmed",
    "lift-asked",
    "approval-asked",
    "approval-waits",
    "approval-ended",
    "dispute-settled",
    "transfer-doubled",
    "transfer-missed",
    "reversal-over",
}
SOON = datetime(2026, 5, 19, 16, tzinfo=UTC).isoformat()
ROUNDS = {"changes-requested", "revision-ordered", "point-dropped", "point-moved"}
"""What names a round of changes, which is to be there."""
DATA = {
    "outside": "card",
    "person": BINA,
    "accepts": True,
    "words": "amber fox tulip",
    "version": 1,
    "why": "funding-lapses",
    "arrived": (11650, "EUR"),
    "held": (12000, "EUR"),
    "ground": Ground.APPROVAL.value,
    "payout": (11000, "EUR"),
    "fee": (500, "EUR"),
    "refund": (300, "EUR"),
    "left": (200, "EUR"),
    "amount": (12000, "EUR"),
    "transfer_kind": TransferKind.PAYOUT.value,
    "round": 1,
    "over": False,
    "number": 1,
    "to": "dispute",
    "again": True,
    "accepted": True,
    "arbiter": DESK,
    "outcome": Outcome.SPLIT.value,
    "going": Outcome.DISMISS.value,
    "stands": State.IN_PROGRESS.value,
    "was": (12000, "EUR"),
    "right": (200, "EUR"),
    "stops": True,
    "aside": False,
    "key": "work-due:1",
    "due": SOON,
    "until": SOON,
    "until_at": SOON,
    "again_at": SOON,
    "seconds": 3600,
    "currency": "EUR",
    "from_at": SOON,
}


@states
async def test_every_notice_renders_in_every_language_and_fits(world: World, reach: Reach) -> None:
    for view, t in await seen_by_both(world, reach):
        person = view.people[view.viewer]
        for kind in sorted(kinds_of_people()):
            if kind in ROUNDS and not view.deal.milestones[0].rounds:
                continue
            notice = Notice(
                view.viewer,
                kind,
                view.deal.id,
                1,
                DATA,
                said(LONG * 24),
                (FILE,),
                ring=True,
                holds=ALWAYS,
            )
            if kind.startswith(("claim", "deal-", "terms", "destination")):
                notice = replace(notice, words=said(LONG))
            card = notice_card(notice, view, person, t, world.house)
            assert card is not None, kind
            fits(card, kind)


def test_no_kind_is_known_here_that_core_does_not_owe() -> None:
    assert set(KINDS) <= kinds_of_people()


@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_ground_for_which_money_leaves_is_said(
    world: World, ground: Ground, language: str
) -> None:
    await working(world)
    view = await world.app.reads.view(world.id, BINA)
    assert view is not None
    notice = Notice(
        BINA, "money-settled", world.id, 1, {**DATA, "ground": ground.value}, holds=ALWAYS
    )
    t = world.app.texts.get(language)
    card = notice_card(notice, view, view.people[BINA], t, world.house)
    assert card is not None
    for units in (110, 5, 3, 2):
        assert t.number(units) in card.text


async def test_a_notice_about_a_deal_that_cannot_be_seen_still_says_what_happened(
    world: World,
) -> None:
    await working(world)
    person = world.store.people[BINA]
    notice = Notice(BINA, "deal-completed", None, holds=ALWAYS)
    card = notice_card(notice, None, person, world.app.texts.get("en"), world.house)
    assert card is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", ["submit", "diary", "say", "help", "evidence", "answer"])
async def test_every_form_asks_in_every_language(world: World, what: str, language: str) -> None:
    await working(world)
    view = await world.app.reads.view(world.id, BINA)
    row = Expecting(BINA, "parties", what, world.id, 1, "collect", {"question": LONG * 20})
    fits(gather_card(view, row, world.app.texts.get(language)), what)


@states
async def test_the_receipts_are_drawn_in_every_language(world: World, reach: Reach) -> None:
    views = await seen_by_both(world, reach)
    for view, t in views[:2]:
        assert pdf(receipts_document(view, t, "Holdfast", play=True)).startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_statement_is_drawn_in_every_language(world: World, language: str) -> None:
    await working(world)
    t = world.app.texts.get(language)
    price = Money(30000, "EUR")
    whats = ["held", "released", "fee", "refunded", "payout-sent", "refund-sent", "came-back"]
    whats += ["taken-back", "not-held", "unbooked", "given-back"]
    rows = [Settled(world.clock.now(), world.id, 1, "Logo", what, price) for what in whats]
    money = MoneyOverview([price], (), (), (), (), rows)
    document = statement_document(money, t, "Holdfast", world.clock.now(), play=True)
    told = document.blocks[-1]
    assert isinstance(told, Table)
    assert len({row[2] for row in told.rows}) == len(whats)
    assert t.plain("play-money") in [b.text for b in document.blocks if isinstance(b, Paragraph)]
    assert pdf(document).startswith(b"%PDF")


async def test_words_that_a_button_said_are_read_in_the_readers_language(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)
    view = await world.app.reads.view(world.id, CARLOS)
    assert view is not None
    t = world.app.texts.get("fa")
    text = together([submission(view, view.deal.milestone(1), (), t)], Safe(""))[0]
    assert "طبق توافق انجام شد." in text
    assert "Done as agreed" not in text
