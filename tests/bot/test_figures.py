"""A house whose every rule has an unusual figure: its texts tell these figures, none of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.parties.kit.quota import DAYS_OF_FILES, MB, STRANGERS
from bot.parties.kit.update import GUESS_SECONDS
from bot.texts import Text, Texts
from core.deal.points import Item, ItemKind
from core.disputing import OpenDispute
from core.values.policy import Policy, RailInfo
from core.working import RequestChanges
from tests.bot.deals import world as deals
from tests.bot.deals.acts import funded, handed_in
from tests.bot.deals.states import late
from tests.bot.desk import world as desk
from tests.bot.parties import world as parties
from tests.house import locales
from tests.kit.phones import plain
from tests.kit.words import TEXTS

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def unusual(policy: Policy) -> Policy:
    """Every duration a little shorter than usual and no two alike, every count another one."""
    odd: dict[str, Any] = {}
    for place, each in enumerate(fields(policy)):
        usual = getattr(policy, each.name)
        if isinstance(usual, timedelta):
            odd[each.name] = usual * 12 // 13 // MINUTE * MINUTE - place * MINUTE
        elif isinstance(usual, int) and not isinstance(usual, bool):
            odd[each.name] = usual + 1 + place
    return replace(policy, **odd, quiet_hours=None)


USUAL = Policy()
ODD = replace(
    unusual(USUAL),
    revision_rounds=7,
    max_versions=13,
    min_reasons=61,
    submission_take_back=37 * MINUTE,
)
LIMITS = {
    "presses_a_minute": 401,
    "messages_a_minute": 43,
    "words_a_minute": 47,
    "files_mb": 53,
    "stranger_files_mb": 59,
    "said_a_day": 61,
    "help_a_day": 67,
    "stranger_help_a_day": 7,
    "strangers_help_an_hour": 71,
}
EXPECTED: Mapping[str, Mapping[str, object]] = {
    "ask-review": {"least": ODD.min_review},
    "desk-case-rounds": {"agreed": ODD.revision_rounds},
    "desk-rule-reasons": {"least": ODD.min_reasons},
    "frame-too-fast": {"wait": MINUTE},
    "frame-too-fast-press": {"wait": MINUTE},
    "invited-money-client": {
        "review": ODD.review_window,
        "idle": ODD.dormant_after,
        "warning": ODD.dormancy_notice,
    },
    "invited-money-freelancer": {"review": ODD.review_window},
    "invited-paid-client": {"funding": ODD.funding_window},
    "invited-rules": {"rounds": ODD.revision_rounds, "review": ODD.review_window},
    "milestone-rounds": {"agreed": ODD.revision_rounds},
    "point-kind": {"agreed": ODD.revision_rounds},
    "points-cost": {"agreed": ODD.revision_rounds},
    "points-due": {"least": ODD.min_round},
    "points-until": {"due": ODD.min_round},
    "refusal-files-full": {"limit_mb": LIMITS["files_mb"], "days": DAYS_OF_FILES},
    "refusal-files-full-stranger": {"limit_mb": LIMITS["stranger_files_mb"]},
    "refusal-help-full": {"limit": LIMITS["stranger_help_a_day"], "seconds": DAY},
    "refusal-help-full-strangers": {"seconds": timedelta(hours=1)},
    "refusal-reasons-too-short": {"least": ODD.min_reasons},
    "refusal-review-out-of-range": {"seconds": ODD.min_review},
    "refusal-round-too-short": {"seconds": ODD.min_round},
    "refusal-too-many-guesses": {"seconds": timedelta(seconds=GUESS_SECONDS)},
    "refusal-too-much-today": {"limit": LIMITS["said_a_day"], "seconds": DAY},
    "submit-then": {"length": ODD.submission_take_back},
    "tap-review": {"length": ODD.review_window},
    "tap-rounds": {"rounds": ODD.revision_rounds},
    "terms-money-client": {
        "funding": ODD.funding_window,
        "review": ODD.review_window,
        "again": ODD.review_window_after_revision,
        "grace": ODD.late_grace,
        "object": ODD.late_notice,
        "idle": ODD.dormant_after,
        "warning": ODD.dormancy_notice,
    },
    "terms-money-freelancer": {"funding": ODD.funding_window, "grace": ODD.late_grace},
    "terms-funding": {"length": ODD.funding_window},
    "terms-late": {"grace": ODD.late_grace},
    "terms-review": {"length": ODD.review_window},
    "terms-rounds": {"rounds": ODD.revision_rounds},
    "ask-payout-change": {"wait": ODD.payout_change_wait},
}
"""What each text that tells a figure is given in this house."""
CORE = "tests/core asserts the refusal with its figure, at its bound and beyond it"
OWN = "the figure is of what somebody typed or chose, of no rule"
FIXED = "the figure is fixed in the code: no operator sets it"
FEE = "the fee is of the agreement, and this house takes none"
FEES = "tests/bot/deals/test_cancel_for_a_fee.py"
WAYS = "tests/bot/cards/test_ways.py"
ORDER = "tests/bot/deals/test_all_at_once.py"
ELSEWHERE: Mapping[str, str] = {
    "ask-order": ORDER,
    "terms-funding-at-once": ORDER,
    "amount-dispute": FEE,
    "amount-end": FEE,
    "amount-offer": FEE,
    "amount-sealed": FEE,
    "amount-side": FEE,
    "desk-bot-heard": OWN,
    "refusal-statement-lines-many": "tests/bot/statements/test_refused.py",
    "refusal-statement-too-large": "tests/bot/statements/test_refused.py",
    "desk-deposit-differs": OWN,
    "desk-rule-points": FIXED,
    "desk-rule-time": "tests/bot/desk/test_going_on.py",
    "invited-deal": OWN,
    "case-contest": "tests/bot/deals/test_contested.py",
    "confirm-all-there": OWN,
    "confirm-ask-pause": OWN,
    "confirm-resume": OWN,
    "confirm-ask-time": OWN,
    "confirm-grant-time": OWN,
    "date-counts-as": OWN,
    "notice-clocks-extended": OWN,
    "notice-time-given": OWN,
    "notice-time-granted": OWN,
    "refusal-amount-decimals": OWN,
    "refusal-challenge-over": CORE,
    "refusal-conflict-deals": CORE,
    "refusal-conflict-help": CORE,
    "refusal-conflict-limit": CORE,
    "refusal-newcomer-limit": CORE,
    "refusal-allows-no-more": CORE,
    "desk-allow-back": "tests/bot/desk/test_allowing.py",
    "desk-allow-more": "tests/bot/desk/test_allowing.py",
    "refusal-deal-too-large": CORE,
    "refusal-duration-out-of-range": FIXED,
    "refusal-file-too-large": "tests/storage/test_vault.py",
    "refusal-four-eyes-cap": CORE,
    "refusal-iban-length": OWN,
    "rating-why": FIXED,
    "refusal-more-time-too-long": CORE,
    "refusal-more-time-too-short": CORE,
    "refusal-pause-out-of-range": CORE,
    "refusal-pauses-used": CORE,
    "refusal-proposals-used": CORE,
    "refusal-changes-used": CORE,
    "refusal-rounds-out-of-range": FIXED,
    "refusal-rounds-used": CORE,
    "refusal-sealed-used": CORE,
    "refusal-text-too-long": FIXED,
    "refusal-too-many-criteria": CORE,
    "refusal-too-many-deals": CORE,
    "refusal-too-many-drafts": CORE,
    "refusal-too-many-files": CORE,
    "refusal-too-many-milestones": CORE,
    "refusal-too-many-points": FIXED,
    "refusal-too-many-questions": FIXED,
    "refusal-too-many-versions": CORE,
    "safe-decides": "tests/bot/cards/test_menu.py",
    "terms-duration": OWN,
    "time-length": OWN,
    "terms-fee": "tests/bot/parties/test_invites.py",
    "terms-cancel-fee": FEES,
    "invited-cancel-fee": FEES,
    "tap-cancel-fee": FEES,
    "refusal-cancel-fee-out-of-range": CORE,
    "way-back": WAYS,
    "way-out": WAYS,
}
FIGURES = {"length", "seconds", "wait", "least", "most", "funding", "review", "days"} | {
    *("limit", "limit_mb", "months", "due", "percent", "rounds", "agreed", "expected"),
    *("decimals", "minutes", "grace", "idle", "warning"),
}
"""The variables that tell a figure."""
Told = list[tuple[str, Mapping[str, object]]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Every text that is told, with what it was given."""
    say, noted = Texts._format, Told()  # noqa: SLF001 - the one place that every text goes through

    def noting(texts: Texts, code: str, key: str, args: Mapping[str, object], zone: str) -> Any:
        noted.append((key, args))
        return say(texts, code, key, args, zone)

    monkeypatch.setattr(Texts, "_format", noting)
    return noted


def _in_words(figure: object) -> str:
    text: Text = TEXTS.get("en")
    return text.duration(figure) if isinstance(figure, timedelta) else str(figure)


def test_no_figure_is_the_usual_one() -> None:
    same = [
        each.name
        for each in fields(ODD)
        if isinstance(usual := getattr(USUAL, each.name), int | timedelta)
        and usual
        and getattr(ODD, each.name) == usual
    ]
    assert same == []


def test_every_text_that_tells_a_figure_is_looked_at_here_or_elsewhere() -> None:
    telling = {k for k, text in locales.messages("en").items() if text.variables & FIGURES}
    assert sorted(telling ^ (EXPECTED.keys() | ELSEWHERE.keys())) == []
    assert not EXPECTED.keys() & ELSEWHERE.keys()


async def test_every_figure_that_is_told_is_this_houses_own(told: Told) -> None:
    for scene in (_drafting, _too_much, _a_deal, _a_stranger, _a_late_deal, _a_case):
        await scene()
    wrong = [
        (key, name, args[name])
        for key, args in told
        for name, figure in EXPECTED.get(key, {}).items()
        if args[name] not in (figure, _in_words(figure))
    ]
    assert wrong == []
    assert sorted(EXPECTED.keys() - {key for key, _ in told}) == [], "never told here"


async def _drafting() -> None:
    """A draft, its rules, the invite that both see, and where to be paid, changed."""
    world = parties.build(
        limits=LIMITS, **{each.name: getattr(ODD, each.name) for each in fields(ODD)}
    )
    await world.invite()
    await world.carlos.write(f"/start {world.link}")
    await world.carlos.press("All terms")
    sam = world.sam
    await sam.write("/new")
    await sam.press("I'm the client")
    await sam.write("Logo")
    await sam.press("Skip")
    for typed in ("300 EUR", "5 days", "three concepts"):
        await sam.write(typed)
    await sam.press("Change…")
    await sam.press("Rules")
    await sam.press(f"{_in_words(ODD.review_window)} to look")
    await sam.write("1 day")
    await sam.press("Back")
    await sam.press("Use these rules")
    await sam.press("Create invite")
    await world.bina.write(f"/start {world.link}")
    await world.bina.press("All terms")
    await world.deliver()
    for account in ("DE89370400440532013000", "GB82WEST12345698765432"):
        await sam.write("/settings")
        await sam.press("Where to be paid")
        await sam.press("EUR")
        await sam.write(account)
        await sam.write("Sam Smith")


async def _too_much() -> None:
    world = parties.build(limits={**LIMITS, "messages_a_minute": 12, "presses_a_minute": 1})
    for number in range(14):
        await world.bina.write(f"/start {number:012d}")
    await world.sam.write("/start")
    await world.sam.press("How it works")
    await world.sam.press("Menu", world.sam.newest)


async def _a_deal() -> None:
    world = await deals.build(rules=ODD, limits=LIMITS)
    await funded(world, "120.00", "180.00")
    await handed_in(world)
    await world.carlos.press("Request changes")
    await world.carlos.write("blue")
    await world.carlos.press("Done")
    await world.carlos.press("I'd like it different")
    await world.carlos.write("1 minute")
    await world.carlos.press(_in_words(ODD.min_round))
    await world.carlos.press("Yes, send it")
    await world.deliver()
    await world.bina.press("The deal")
    world.edge.usage[world.bina_id, "said"] = LIMITS["said_a_day"]
    await world.bina.write("one too many")
    await world.bina.press("Send to Carlos", world.bina.newest)
    world.edge.usage[world.bina_id, "bytes"] = LIMITS["files_mb"] * MB
    await world.bina.send("more.zip", b"more")


async def _a_stranger() -> None:
    world = await deals.build(rules=ODD, limits=LIMITS)
    world.edge.usage[deals.SAM, "bytes"] = LIMITS["stranger_files_mb"] * MB
    await world.sam.send("more.zip", b"more")
    for who, most in ((deals.SAM, "stranger_help_a_day"), (STRANGERS, "strangers_help_an_hour")):
        world.edge.usage = {(who, "help"): LIMITS[most]}
        await world.sam.write("/help")
        await world.sam.press("Get help")
        await world.sam.write("hello?")
        await world.sam.press("Done")


async def _a_late_deal() -> None:
    """How long they could object is told as an instant, and it is that of the window."""
    world = await deals.build(rules=ODD, limits=LIMITS)
    await late(world)
    await world.deliver()
    await world.carlos.press("More…")
    await world.carlos.press("Cancel as late")
    asked = plain(world.carlos.newest.text)
    await world.carlos.press("Yes, cancel as late")
    window = world.deal.milestones[0].window
    assert window is not None
    assert window.length == ODD.late_notice
    assert world.app.texts.get("en", "Europe/Madrid").moment(window.ends_at) in asked


async def _a_case() -> None:
    rails = (RailInfo("manual", real_money=True, automatic=False),)
    world = await desk.build(replace(ODD, rails=rails, four_eyes_threshold={"EUR": 10**9}))
    await world.agree()
    await world.fund()
    await world.submit()
    blue = Item(ItemKind.PREFERENCE, desk.said("blue"))
    asked: Any = {"actor": desk.CARLOS, "deal": world.id, "milestone": 1}
    await world.do(RequestChanges(**asked, seen=world.deal.milestones[0].seen, items=(blue,)))
    m = world.deal.milestones[0]
    await world.do(OpenDispute(**asked, seen=m.seen, reason=desk.said("It is not."), sought=m.held))
    await world.to_arbiter()
    await world.press(desk.ARAM, "Take")
    await world.deliver()
    await world.press(desk.ARAM, "Rule…")
    await world.press(desk.ARAM, "Release 300.00 EUR")
    await world.press(desk.ARAM, "1. three concepts")
    await world.write(desk.ARAM, "Too short.")
