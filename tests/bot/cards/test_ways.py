"""Each card that says when money moves names every way that its own deal has, and no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import pytest

from bot.cards.deal import deal_card, more_card
from bot.cards.inviting.invited import Invited, all_terms_card, invited_card
from bot.cards.kit.steps import Asking, confirm_card
from bot.cards.kit.ways import way_back, way_out
from bot.cards.notices import notice_card
from bot.cards.paying.bank import bank_card
from bot.config.rails import Account
from bot.texts import Text, plain
from core.deal.events import Ground
from core.deal.notice import ALWAYS, Notice
from core.deal.step import Act
from core.deal.terms import Role, Rules
from core.values.policy import OnSilence, Policy
from core.views import DealView
from tests.bot.cards.test_cards import DATA, ROUNDS, kinds_of_people
from tests.bot.deals import states
from tests.bot.deals.states import Reach
from tests.bot.deals.world import BINA, CARLOS, World, build
from tests.kit.words import TEXTS

LANGUAGES: Final = ("en", "fa")
BANK: Final = Account(holder="Holdfast Escrow OÜ", iban="DE89370400440532013000", bank="Bank")
REACHED: Final = (
    states.funding,
    states.working,
    states.late,
    states.submitted,
    states.revising,
    states.disputed,
    states.completed,
)


@dataclass(frozen=True)
class Said:
    """How a language says it, as regular expressions."""

    out: str
    """Money comes to the freelancer …"""
    back: str
    """… or to the client …"""
    when: str
    """… under a condition."""
    grounds: dict[Ground, str]


SAID: Final = {
    "en": Said(
        out=r"released|goes to (?!the client|you)|goes out|paid (?:out )?when|(?:it|held) until",
        back=r"comes? back|goes back|refunded",
        when=r"\b(?:when|until|once|only|if)\b",
        grounds={
            Ground.APPROVAL: r"approv",
            Ground.AGREEMENT: r"both(?: of you)? agree|agree together",
            Ground.RULING: r"arbiter|decision",
            Ground.SILENCE: r"sa(?:y|ys) nothing|stays? silent|look pass",
            Ground.WITHDRAWAL: r"gives? up",
            Ground.LATE_CANCEL: r"cancels? (?:because it is|late|as late)|cancel it as late",
            Ground.DORMANCY: r"stands still|left for",
            Ground.CANCEL_FEE: r"cancel for \d+ %",
        },
    ),
    "fa": Said(
        out=r"آزاد|می‌رسد|بیرون می‌رود|واریز|می‌ماند تا",
        back=r"برمی‌گردد",
        when=r"وقتی|تا |اگر",
        grounds={
            Ground.APPROVAL: r"تأیید",
            Ground.AGREEMENT: r"هر دو (?:با هم )?توافق",
            Ground.RULING: r"داور",
            Ground.SILENCE: r"چیزی نگو|بدون پاسخ",
            Ground.WITHDRAWAL: r"انصراف",
            Ground.LATE_CANCEL: r"لغو",
            Ground.DORMANCY: r"بی‌حرکت|رها بماند",
            Ground.CANCEL_FEE: r"٪ از مبلغ امانت هم لغو",
        },
    ),
}
OUT: Final = (Ground.APPROVAL, Ground.AGREEMENT, Ground.RULING, Ground.SILENCE)
BACK: Final = (Ground.AGREEMENT, Ground.RULING, Ground.WITHDRAWAL, Ground.LATE_CANCEL)
NOTHING_WAS_HELD: Final = {Ground.VOID, Ground.EXCESS}
BY_LAW: Final = {Ground.LEGAL, Ground.FRAUD}
"""No way of the deal's own: what a court orders, and what was never the payer's."""


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"\n|(?<=[.!?؟])\s", plain(text)) if one.strip()]


def faults(text: str, t: Text, silence: OnSilence) -> Iterator[str]:
    """Sentences that say when money comes to the freelancer and leave a way out, or add one."""
    said = SAID[t.locale]
    for one in sentences(text):
        approval = re.search(said.grounds[Ground.APPROVAL], one)
        if not (re.search(said.out, one) and re.search(said.when, one) and approval):
            continue
        for ground in OUT:
            named = re.search(said.grounds[ground], one) is not None
            has = ground is not Ground.SILENCE or silence is OnSilence.RELEASE
            if named is not has:
                yield f"{t.locale}: {ground.value} {'left out' if has else 'invented'}: {one}"


def test_every_ground_on_which_held_money_moves_is_named() -> None:
    others = NOTHING_WAS_HELD | BY_LAW
    assert set(Ground) == {*OUT, *BACK, Ground.DORMANCY, Ground.CANCEL_FEE} | others
    assert all(said.grounds.keys() == set(Ground) - others for said in SAID.values())


@pytest.mark.parametrize("silence", list(OnSilence))
@pytest.mark.parametrize("reader", [*Role, None])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ways_of_money_are_those_of_the_deal(
    language: str, reader: Role | None, silence: OnSilence
) -> None:
    policy, t, said = Policy(), TEXTS.get(language), SAID[language]
    rules = replace(Rules.default(policy), on_silence=silence)
    out = t.plain("way-out", **way_out(rules, reader))
    back = t.plain("way-back", **way_back(rules, policy, reader))
    assert list(faults(out, t, silence)) == []
    assert re.search(said.out, out)
    for ground in (*BACK, Ground.DORMANCY):
        assert re.search(said.grounds[ground], back), ground
    assert (t.duration(rules.review_window) in out) is (silence is OnSilence.RELEASE)
    for length in (rules.late_grace, policy.late_notice, policy.dormant_after):
        assert t.duration(length) in back


@pytest.mark.parametrize("percent", [0, 25])
@pytest.mark.parametrize("reader", [*Role, None])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fee_to_cancel_is_named_where_it_was_agreed(
    language: str, reader: Role | None, percent: int
) -> None:
    policy, t = Policy(), TEXTS.get(language)
    rules = replace(Rules.default(policy), cancel_fee_percent=percent)
    back = t.plain("way-back", **way_back(rules, policy, reader))
    named = re.search(SAID[language].grounds[Ground.CANCEL_FEE], back)
    assert bool(named) is bool(percent)
    assert (t.number(25) in back) is (percent == 25)
    assert (back.count(t.duration(policy.fee_notice)) == 1) is (percent == 25)


@pytest.mark.parametrize("manual", [False, True], ids=["play", "bank"])
@pytest.mark.parametrize("fee", [0, 500], ids=["free", "fee"])
@pytest.mark.parametrize("silence", list(OnSilence))
@pytest.mark.parametrize("reach", REACHED, ids=lambda reach: reach.__name__)
async def test_no_card_leaves_out_a_way_of_its_deal(
    reach: Reach, silence: OnSilence, fee: int, manual: bool
) -> None:
    policy = Policy(quiet_hours=None, on_silence=silence, fee_bps=fee)
    world = await build(manual=manual, rules=policy)
    await reach(world)
    found = list[str]()
    for language in LANGUAGES:
        t = TEXTS.get(language)
        for person in (BINA, CARLOS):
            view = await world.app.reads.view(world.id, person)
            assert view is not None
            for text in cards(view, t, world):
                found += faults(text, t, silence)
    assert found == []


def cards(view: DealView, t: Text, world: World) -> Iterator[str]:
    """Every card of a deal on which money is spoken of."""
    yield deal_card(view, t, world.house).text
    yield more_card(view, t).text
    seen = Invited("s" * 22, view.people[BINA], None, world.app.escrow.policy, account=BANK)
    yield invited_card(view, seen, t).text
    yield all_terms_card(view, seen, t).text
    for kind in sorted(kinds_of_people()):
        if kind not in ROUNDS or view.deal.milestones[0].rounds:
            notice = Notice(view.viewer, kind, view.deal.id, 1, DATA, holds=ALWAYS)
            told = notice_card(notice, view, view.people[view.viewer], t, world.house)
            assert told is not None
            yield told.text
    for offered in view.offered:
        if offered.milestone is not None and offered.act in CONFIRMED:
            m = view.deal.milestone(offered.milestone)
            asking = Asking(offered.act, "pay.do", view.now)
            yield confirm_card(view, m, asking, t, world.house).text
            yield bank_card(view, m, BANK, t).text


CONFIRMED: Final = frozenset(
    {
        Act.PAY,
        Act.APPROVE,
        Act.WITHDRAW,
        Act.CANCEL_LATE,
        Act.CANCEL_FOR_FEE,
        Act.TAKE_BACK_CANCEL,
        Act.CANCEL_FUNDING,
        Act.TAKE_BACK,
        Act.GO_ON,
        Act.DROP,
    }
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_way_that_is_left_out_or_invented_is_found(language: str) -> None:
    """The finder itself: else a text could slip past it by being said otherwise."""
    t = TEXTS.get(language)
    for silence, other in zip(OnSilence, reversed(OnSilence), strict=True):
        rules = replace(Rules.default(Policy()), on_silence=silence)
        text = t.plain("way-out", **way_out(rules, Role.CLIENT))
        assert list(faults(text, t, other))
        decision = re.sub(SAID[language].grounds[Ground.RULING], "", text)
        assert list(faults(decision, t, silence))
