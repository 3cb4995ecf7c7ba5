"""What people are told: each title in quotation marks, and who did what is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest
from fluent.syntax import ast as ftl

from tests.house import locales

QUOTES: Final = {"en": "“”", "fa": "«»"}
TITLES: Final = ("title", "deal")
WHO: Final = {
    "en": r"\$(name|who)\b|\b([Ww]e|us|[Oo]ur|arbiter|bank|freelancer|client|court|[Bb]oth of you"
    r"|you both|neither of you|one of you|one who invited)\b",
    "fa": r"\$(name|who)\b|ما\b|یم\b|داور|بانک|فریلنسر|کارفرما|پشتیبانی|دادگاه|هر دو|هیچ‌کدام"
    r"|دعوت‌کننده",
}
"""Words that name somebody: a side by its role or name, an arbiter, us, a bank, a court."""
CLOCK: Final = "a time was over, and nobody did anything"
MONEY: Final = "money came in, as a bank or a rail says"
ALL: Final = "nobody in particular: it holds for both"
OTHERWISE: Final = "no event comes here: what there might be one day"
NOBODYS: Final = {
    "notice-pause-over": CLOCK,
    "notice-reminded": CLOCK,
    "notice-dormancy-noticed": CLOCK,
    "notice-ruling-executed": CLOCK,
    "notice-cancelled-expired": CLOCK,
    "notice-milestone-voided[funding-lapses]": CLOCK,
    "notice-milestone-voided[unfunded]": "what ended the milestone before it says who",
    "notice-milestone-voided[cancel-funding][clock]": OTHERWISE,
    "notice-milestone-voided[dropped][clock]": CLOCK,
    "notice-deposit-short": MONEY,
    "notice-deposit-late": MONEY,
    "notice-milestone-funded": MONEY,
    "notice-held-again": MONEY,
    "notice-waiting-returned": "what ended the milestone says who",
    "notice-transfer-confirmed": MONEY,
    "notice-deal-agreed": ALL,
    "notice-deal-completed": ALL,
    "notice-ratings-shown": ALL,
    "notice-flag-lifted": "two of our team, or the money that came",
    "notice-change-lapsed": "what overtook it is told by itself",
    "notice-work-goes-on": "the line before it says whose decision it is",
    "notice-destination": "whoever holds the account: it asks whether that was its owner",
    "notice-claim-declined": "somebody who opened the link, whom the inviter may not know",
    "notice-claim-gone": "somebody whose answer is no more",
    "notice-claim-ended": OTHERWISE,
    "notice-cancelled": OTHERWISE,
    "notice-money-settled[other]": OTHERWISE,
}
"""Notices that no act of a person's makes, by key or a variant of it, each with its reason."""
languages = pytest.mark.parametrize("language", locales.languages())


def told(language: str) -> Iterator[tuple[str, str]]:
    """Every way in which a notice to the parties can read: its key with its variants, the text."""
    for _, entry in locales.entries(language):
        if isinstance(entry, ftl.Message) and entry.id.name.startswith("notice-"):
            assert entry.value is not None
            for chosen, text in _ways(entry.value):
                yield entry.id.name + chosen, text


def _ways(pattern: ftl.Pattern) -> list[tuple[str, str]]:
    ways = [("", "")]
    for element in pattern.elements:
        ways = [(a + b, x + y) for a, x in ways for b, y in _of(element)]
    return ways


def _of(element: ftl.TextElement | ftl.Placeable) -> list[tuple[str, str]]:
    if isinstance(element, ftl.TextElement):
        return [("", element.value)]
    inside = element.expression
    if isinstance(inside, ftl.SelectExpression):
        return [
            (f"[{_key(variant)}]{chosen}", text)
            for variant in inside.variants
            for chosen, text in _ways(variant.value)
        ]
    if isinstance(inside, ftl.VariableReference):
        return [("", f"{{ ${inside.id.name} }}")]
    return [("", inside.value if isinstance(inside, ftl.StringLiteral) else "")]


def _key(variant: ftl.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ftl.Identifier) else str(key.value)


def _excused(key: str) -> str | None:
    """Under what it stands in the list: all of it, or some of its variants."""
    name, *chosen = key.replace("]", "").split("[")
    wanted = [[*each.replace("]", "").split("[")] for each in NOBODYS]
    for one in wanted:
        if one[0] == name and all(part in chosen for part in one[1:]):
            return one[0] + "".join(f"[{part}]" for part in one[1:])
    return None


@languages
def test_each_title_stands_in_quotation_marks(language: str) -> None:
    opens, closes = QUOTES[language][0], QUOTES[language][1]
    bare = [
        key
        for key, text in told(language)
        for found in re.finditer(r"\{ \$(\w+) \}", text)
        if found[1] in TITLES
        and (text[: found.start()][-1:], text[found.end() :][:1]) != (opens, closes)
    ]
    assert list(dict.fromkeys(bare)) == []


@languages
def test_what_somebody_did_says_who(language: str) -> None:
    silent = [
        key
        for key, text in told(language)
        if not re.search(WHO[language], text) and _excused(key) is None
    ]
    assert silent == []


def test_every_excuse_is_of_a_notice_that_there_is() -> None:
    used = {_excused(key) for language in locales.languages() for key, _ in told(language)}
    assert sorted(NOBODYS.keys() - used) == []
