"""Every language says everything, with the same arguments, and nothing that nobody asks for."""

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from fluent.syntax import ast as ftl

from core.inviting import SAFETY_WORDS
from tests.house import locales
from tests.house.rooms import TOPICS
from tests.kit.words import TEXTS

LANGUAGES = locales.languages()
ENGLISH = locales.messages("en")
OTHERS = [language for language in LANGUAGES if language != "en"]

# Keys that the code puts together: `f"duration-{unit}"`. What may follow, or None where another
# test knows.
PUT_TOGETHER: dict[str, set[str] | None] = {
    "rule-": None,
    "duration-": {"days", "hours", "minutes", "seconds"},
    "refusal-": None,
    # the parties' bot, up to the agreement
    "agreement-": {"who", "when", "language", "button", "reference"},
    "statement-head-": {"day", "deal", "what", "amount"},
    "ask-": {
        "title",
        "work",
        "files",
        "currency",
        "m-title",
        "m-amount",
        "m-days",
        "m-criteria",
        "more",
        "rules",
        "rounds",
        "review",
        "cancel-fee",
        "order",
        "zone",
        "phrase",
    },
    "claim-": {"accepts", "counters", "wants"},
    "command-": {
        "new",
        "deals",
        "money",
        "diary",
        "settings",
        "verify",
        "privacy",
        "help",
        "cancel",
    },
    "diff-": {
        "title",
        "description",
        "files",
        "currency",
        "creator-role",
        "fee-bps",
        "same-hands",
        "review-window",
        "review-window-after-revision",
        "on-silence",
        "revision-rounds",
        "late-grace",
        "cancel-fee-percent",
        "all-at-once",
        "funding-window",
    },
    "diff-milestone-": {"title", "amount", "duration", "criteria"},
    "diff-silence-": {"escalate", "release"},
    "page-": {"how", "privacy", "help"},
    "role-": {"freelancer", "client"},
    "sure-": {"withdraw", "renew", "decline"},
    "tap-change-": {"m-title", "m-amount", "m-days", "m-criteria"},
    "tap-deals-": {"open", "ended"},
    "tap-role-": {"freelancer", "client"},
    "tap-order-": {"in-turn", "at-once"},
    "tap-silence-": {"escalate", "release"},
    "terms-silence-": {"escalate", "release"},
    "template-": {
        "logo",
        "brochure",
        "banner",
        "web",
        "app",
        "social",
        "writing",
        "translation",
        "logo-title",
        "logo-criteria",
        "web-title",
        "web-1-title",
        "web-1-criteria",
    },
    "verify-": {"invite", "deal", "open-deal", "nothing", "desk", "not-desk", "how"},
    "invited-paid-": {"client", "freelancer"},
    "invited-money-": {"client", "freelancer"},
    "terms-money-": {"client", "freelancer"},
    # a running deal: tests/bot/deals says each of them in every language
    "again-": {"withdraw"},
    "amount-": {"part", "dispute", "side"},
    "button-": None,
    "button-deal-": {"draft", "invite"},
    "case-": {"dispute", "side", "object", "contest"},
    "confirm-": None,
    "deal-": {"draft", "invite"},
    "done-": None,
    "gather-": {"submit", "diary", "say", "help", "evidence", "answer"},
    "more-": None,
    "notice-": None,
    "paper-": {"milestone", "held", "released", "fee", "refunded"},
    "receipt-": {"held", "released", "fee", "refunded"},
    "settled-": {"gross", "payout", "fee", "refund", "left"},
    "turn-": None,
    "yes-": None,
}
OWN = {"check-words"}
"""What a language may have, and English has in core."""
TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_can_be_read(language: str) -> None:
    junk = [
        f"{file.name}: {(entry.content or '').strip()[:60]}"
        for file, entry in locales.entries(language)
        if isinstance(entry, ftl.Junk)
    ]
    assert junk == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice(language: str) -> None:
    counted = Counter(
        entry.id.name
        for _, entry in locales.entries(language)
        if isinstance(entry, ftl.Message | ftl.Term)
    )
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_each_text_in_the_room_and_at_the_place_of_english(language: str) -> None:
    assert list(_placed(language)) == list(_placed("en"))


def _placed(language: str) -> Iterator[str]:
    for file, entry in locales.entries(language):
        if isinstance(entry, ftl.Message | ftl.Term) and entry.id.name not in OWN:
            yield f"{file.name}: {entry.id.name}"


def test_each_topic_has_a_file_of_texts_and_so_has_the_ground() -> None:
    named = {file.stem for file, _ in locales.entries("en")}
    assert {*TOPICS, "common"} <= named


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_keys_of_english(language: str) -> None:
    there = locales.messages(language).keys()
    assert sorted(ENGLISH.keys() - there) == []
    assert sorted(there - ENGLISH.keys() - OWN) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_with_check_words_has_one_for_each_of_ours(language: str) -> None:
    t = TEXTS.get(language)
    if t.has("check-words"):
        words = re.split(r",\s+", t.plain("check-words"))
        assert len(words) == len(set(words)) == len(SAFETY_WORDS)
        assert [word for word in words if " " in word] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_uses_the_variables_and_choices_of_english(language: str) -> None:
    different = {
        key: (ours, ENGLISH[key])
        for key, ours in locales.messages(language).items()
        if key in ENGLISH
        and (ours.variables, ours.choices) != (ENGLISH[key].variables, ENGLISH[key].choices)
    }
    assert different == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_the_categories_of_its_language(language: str) -> None:
    wanted = locales.plural_categories(language)
    wrong = {
        key: plural
        for key, message in locales.messages(language).items()
        for plural in message.plurals
        if plural != wanted
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_formats_numbers_or_dates_itself(language: str) -> None:
    using = {key for key, message in locales.messages(language).items() if message.functions}
    assert using == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_is_telegrams_and_closed(language: str) -> None:
    wrong = {}
    for key, message in locales.messages(language).items():
        tags = re.findall(r"<(/?)([a-z-]+)[^>]*>", message.words)
        opened = Counter(name for closing, name in tags if not closing)
        closed = Counter(name for closing, name in tags if closing)
        if opened != closed or not opened.keys() <= TAGS:
            wrong[key] = tags
    assert wrong == {}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_marks_up_what_english_marks_up(language: str) -> None:
    def marks(words: str) -> set[str]:
        return set(re.findall(r"</?[a-z-]+", words))

    different = {
        key: message.words
        for key, message in locales.messages(language).items()
        if key in ENGLISH and marks(message.words) != marks(ENGLISH[key].words)
    }
    assert different == {}


def test_every_text_that_the_code_says_is_there() -> None:
    missing = [
        f"{where}: {key.value!r}"
        for where, key in locales.said()
        if isinstance(key, ast.Constant) and key.value not in ENGLISH.keys() | OWN
    ]
    assert missing == []


def test_every_text_is_given_what_it_needs_wherever_it_is_said() -> None:
    lacking = [
        f"{where}: {key.value}: {sorted(missing)}"
        for where, call in locales.calls()
        if isinstance(key := call.args[0], ast.Constant) and key.value in ENGLISH
        if (given := locales.given(call)) is not None
        if (missing := locales.needed(ENGLISH, key.value) - given)
    ]
    assert lacking == []


def test_every_key_that_is_put_together_is_declared() -> None:
    undeclared = [
        f"{where}: {ast.unparse(key)}"
        for where, key in locales.said()
        if isinstance(key, ast.JoinedStr)
        and not (isinstance(key.values[0], ast.Constant) and key.values[0].value in PUT_TOGETHER)
    ]
    assert undeclared == []


def test_what_is_put_together_is_there() -> None:
    wanted = {prefix + rest for prefix, all_of in PUT_TOGETHER.items() if all_of for rest in all_of}
    assert sorted(wanted - ENGLISH.keys()) == []


def test_no_text_is_left_over() -> None:
    spoken = locales.constants() | {key for m in ENGLISH.values() for key in m.messages}
    left_over = [
        key
        for key in ENGLISH
        if key not in spoken and not any(key.startswith(prefix) for prefix in PUT_TOGETHER)
    ]
    assert left_over == []


def test_every_refusal_has_its_words_and_the_data_they_need() -> None:
    raised = locales.refusals()
    written = {key.removeprefix("refusal-") for key in ENGLISH if key.startswith("refusal-")}
    assert sorted(raised.keys() - written) == [], "refusals without words"
    assert sorted(written - raised.keys()) == [], "words that nothing raises"
    lacking = {
        key: sorted(ENGLISH[f"refusal-{key}"].variables - given)
        for key, places in raised.items()
        for given in places
        if ENGLISH[f"refusal-{key}"].variables - given
    }
    assert lacking == {}
