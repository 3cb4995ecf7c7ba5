"""No figure that a parameter can change stands fixed in a text: it comes in by a variable."""

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from tests.house import locales

NUMBERS = {
    "en": "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "fifty sixty ninety hundred thousand half twice thrice dozen",
    "fa": "دو سه چهار پنج شش هفت هشت ده یازده دوازده پانزده بیست سی چهل پنجاه شصت نود صد هزار "
    "نیم نصف",
}
UNITS = {
    "en": "second seconds minute minutes hour hours day days week weeks month months year years "
    "today tomorrow yesterday",
    "fa": "ثانیه دقیقه ساعت روز هفته ماه سال امروز فردا دیروز",
}
VAGUE = {
    "en": (
        "a while",
        "short while",
        "some time",
        "a long time",
        "too long",
        "long ago",
        "short time",
        "shortly",
        "soon",
        "recently",
        "lately",
    ),
    "fa": (
        "مدتی",
        "مدت کوتاهی",
        "مدت زیادی",
        "مدت درازی",
        "به‌زودی",
        "بزودی",
        "به‌تازگی",
        "اخیراً",
        "کمی",
    ),
}
"""What stands where a figure should."""

SIDES = {"en": r"\b(?:the two|two other people)\b", "fa": "هر دو|دو طرف|دو نفر"}
"""A deal has two, whatever the rules."""

EXAMPLE = "an example of what may be typed or made"
SAID = "words that people say, compared with theirs"
DATE = "a day or an hour as such, not how many"
STEPS = "the steps are numbered as they stand here"
FORMAT = "how a code, a share or an amount is written, which no operator sets"
THREE_WORDS = "the safety words of an invite are three"
KEYED = "what the key in config.toml counts by: `*_a_day`"
KEPT = "the ages in storage, which no operator sets; a test compares them"
BY_TWO = "whoever asks and whoever approves, which no operator sets"
OTHERWISE = "no figure: a length of words, an idiom"
FIXED: dict[str, str] = {
    "agreement-sum": FORMAT,
    "refusal-statement-days": DATE,
    "refusal-statement-decimals": FORMAT,
    "amount-which": FORMAT,
    "ask-code": EXAMPLE,
    "ask-m-amount": EXAMPLE,
    "ask-m-days": EXAMPLE,
    "ask-m-title": EXAMPLE,
    "ask-digest": "a digest is daily: its hour alone can be set",
    "ask-all-at-once": EXAMPLE,
    "new-role": EXAMPLE,
    "ask-which-amount": FORMAT,
    "ask-which-city": DATE,
    "button-today": DATE,
    "button-yesterday": DATE,
    "claim-words": THREE_WORDS,
    "clocks-wait": OTHERWISE,
    "desk-arrived-ask": EXAMPLE,
    "desk-item-asked": BY_TWO,
    "desk-line-why": BY_TWO,
    "desk-file-asked": BY_TWO,
    "refusal-amount-needs-currency": EXAMPLE,
    "refusal-date-unreadable": EXAMPLE,
    "refusal-statement-lines": "four things, which the form asks for",
    "desk-board-counts": DATE,
    "desk-deposit-which": FORMAT,
    "desk-allow-usage": EXAMPLE,
    "desk-nobody": EXAMPLE,
    "desk-rule-share": EXAMPLE,
    "desk-rule-time": EXAMPLE,
    "desk-suspense": OTHERWISE,
    "gather-cut": OTHERWISE,
    "moment": DATE,
    "page-how": STEPS,
    "page-privacy": KEPT,
    "pay-ask-day": DATE,
    "points-due": EXAMPLE,
    "refusal-amount-unreadable": EXAMPLE,
    "refusal-four-eyes-cap": BY_TWO,
    "refusal-code-unreadable": FORMAT,
    "refusal-date-ambiguous": EXAMPLE,
    "refusal-date-in-future": DATE,
    "refusal-date-is-past": DATE,
    "refusal-duration-out-of-range": OTHERWISE,
    "refusal-duration-unreadable": EXAMPLE,
    "refusal-help-full": KEYED,
    "refusal-number-unreadable": EXAMPLE,
    "refusal-rounds-out-of-range": FORMAT,
    "refusal-cancel-fee-out-of-range": FORMAT,
    "refusal-share-unreadable": FORMAT,
    "refusal-text-too-long": OTHERWISE,
    "refusal-too-much-today": KEYED,
    "verify-how": EXAMPLE,
    "waiting-words": THREE_WORDS,
    "words-of-greeting": SAID,
    "words-of-later": SAID,
}
"""Why no parameter can change what stands there."""


class _Figures(Visitor):
    """The text with each variable as `{$name}`, one variant a line."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802
        self.text += node.value

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.text += f"{{${node.id.name}}}"

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        for variant in node.variants:
            self.text += "\n"
            self.visit(variant.value)
        self.text += "\n"


def _any_of(words: str) -> str:
    return "|".join(words.split())


def figures(language: str, text: str) -> list[str]:
    """Digits, number words, units and vague times of a text; a unit behind a variable is none."""
    plain = re.sub(r"<[^>]+>", "", text)
    plain = re.sub(rf"\{{\$\w+\}}\s+(?:{_any_of(UNITS[language])})\b", " ", plain)
    plain = re.sub(r"\{\$\w+\}", " ", plain)
    plain = re.sub(SIDES[language], " ", plain, flags=re.IGNORECASE)
    words = f"{_any_of(NUMBERS[language])}|{_any_of(UNITS[language])}|{'|'.join(VAGUE[language])}"
    return re.findall(rf"\d[\d.,٫٬:-]*|(?<![\w‌])(?:{words})(?![\w‌])", plain, re.IGNORECASE)


def found() -> Iterator[tuple[str, str, list[str]]]:
    for language in NUMBERS:
        for _, entry in locales.entries(language):
            if isinstance(entry, ftl.Message) and entry.value is not None:
                reader = _Figures()
                reader.visit(entry.value)
                if told := figures(language, reader.text):
                    yield language, entry.id.name, told


def test_every_language_has_its_words_for_numbers_here() -> None:
    assert sorted(NUMBERS) == sorted(UNITS) == sorted(VAGUE) == locales.languages()


def test_no_text_has_a_figure_of_its_own_but_for_a_reason() -> None:
    fixed = [f"{language}: {key}: {told}" for language, key, told in found() if key not in FIXED]
    assert fixed == [], "put a variable there, or say in FIXED why no parameter can change it"


def test_what_is_said_to_have_a_figure_has_one() -> None:
    assert sorted(FIXED.keys() - {key for _, key, _ in found()}) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Too many codes. Please wait ten minutes."),
        ("en", "You can take it back for a short while."),
        ("en", "{$name} has some time to object."),
        ("en", "Look at it within 7 days."),
        ("en", "Please go on tomorrow."),
        ("en", "We try again every minute."),
        ("fa", "لطفاً ده دقیقه صبر کنید."),
        ("fa", "تا مدت کوتاهی می‌توانید پسش بگیرید."),
        ("fa", "در ۳۰ روز گذشته"),
        ("fa", "{$name} مدتی فرصت دارد."),
    ],
)
def test_a_figure_is_found_in_words_and_in_digits(language: str, text: str) -> None:
    assert figures(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the last {$days} days."),
        ("en", "Please wait {$wait}, then send it again."),
        ("fa", "در {$days} روز گذشته"),
        ("fa", "نه، این درست نیست."),
    ],
)
def test_a_figure_by_a_variable_is_fine(language: str, text: str) -> None:
    assert not figures(language, text)
