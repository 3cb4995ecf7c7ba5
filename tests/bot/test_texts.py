import logging
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.texts import Code, Safe, Text, TextError, Texts, escape, plain, typed
from core.values.money import Money
from tests.kit.words import TEXTS

LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
INSTANT = datetime(2026, 5, 19, 16, 0, tzinfo=UTC)

ENGLISH = """
language-name = English
moment = { $day }, { $time } ({ $city })
duration-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
duration-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
duration-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
 }
duration-two = { $larger } { $smaller }
invites = <b>{ $name }</b> invites you: { $amount }, by { $by }, { $left } left.
rounds = { $count ->
    [0] No rounds
    [one] { $count } round
   *[other] { $count } rounds
 }
state = { $state ->
    [in-progress] Being done
    [true] Yes
   *[other] Something else
 }
id = Deal { $id }
only-english = Only here
"""
PERSIAN = """
language-name = فارسی
moment = { $day }، { $time } ({ $city })
duration-hours = { $count ->
    [one] { $count } ساعت
   *[other] { $count } ساعت
 }
invites = { $name } شما را دعوت می‌کند: { $amount }، { $by }، { $left }.
rounds = { $count ->
    [one] { $count } دور
   *[other] { $count } دور
 }
id = قرارداد { $id }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for code, text in (("en", ENGLISH), ("fa", PERSIAN), ("pt-BR", "language-name = Português")):
        (tmp_path / code).mkdir()
        (tmp_path / code / "language.ftl").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def texts(folder: Path) -> Texts:
    return Texts(folder, strict=True)


@pytest.fixture
def english(texts: Texts) -> Text:
    return texts.get("en", "Europe/Madrid")


@pytest.fixture
def persian(texts: Texts) -> Text:
    return texts.get("fa", "Asia/Tehran")


def test_a_sentence_tells_money_instants_and_durations_in_words(english: Text) -> None:
    said = english(
        "invites", name="Bina", amount=Money(30_000, "EUR"), by=INSTANT, left=timedelta(days=7)
    )
    assert said == "<b>Bina</b> invites you: 300.00 EUR, by 19 May, 18:00 (Madrid), 7 days left."


def test_persian_has_its_own_digits_calendar_and_isolated_amounts(persian: Text) -> None:
    said = persian(
        "invites", name="بینا", amount=Money(123_450, "EUR"), by=INSTANT, left=timedelta(hours=48)
    )
    amount = f"{LRI}۱٬۲۳۴٫۵۰{PDI} یورو"
    when = "سه‌شنبه ۲۹ اردیبهشت، ۱۹:۳۰ (تهران)"
    assert said == f"بینا شما را دعوت می‌کند: {amount}، {when}، ۴۸ ساعت."


def test_a_percent_is_written_with_the_languages_digits_and_sign(
    english: Text, persian: Text
) -> None:
    assert [english.percent(bps) for bps in (500, 250, 1205)] == ["5 %", "2.5 %", "12.05 %"]
    assert [persian.percent(bps) for bps in (500, 250, 1205)] == ["۵٪", "۲٫۵٪", "۱۲٫۰۵٪"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>Bina</b> & co", "&lt;b&gt;Bina&lt;/b&gt; &amp; co"),
        ("<a href='x'>", "&lt;a href='x'&gt;"),
        (Safe("<i>Bina</i>"), "<i>Bina</i>"),
        (Code("7K3F<"), "<code>7K3F&lt;</code>"),
        ("x" * 5000, "x" * 5000),
        ("{ $amount } \\u{41}", "{ $amount } \\u{41}"),
    ],
)
def test_what_people_wrote_is_shown_as_they_wrote_it(english: Text, name: str, shown: str) -> None:
    said = english("invites", name=name, amount="", by="", left="")
    assert said == f"<b>{shown}</b> invites you: , by ,  left."


def test_a_button_carries_no_markup_and_no_entities(english: Text) -> None:
    said = english.plain("invites", name="Tom <3 & <b>", amount="5 < 6", by="", left="")
    assert said == "Tom <3 & <b> invites you: 5 < 6, by ,  left."


def test_another_direction_does_not_turn_the_sentence_around(english: Text, persian: Text) -> None:
    assert english("id", id="بینا رحیمی") == f"Deal {FSI}بینا رحیمی{PDI}"
    assert english("id", id="Bina Rahimi") == "Deal Bina Rahimi"
    assert persian("id", id="Bina (2)") == f"قرارداد {FSI}Bina (2){PDI}"


def test_what_people_copy_has_nothing_invisible_in_it(persian: Text) -> None:
    assert persian("id", id=Code("7K3F9QZM")) == "قرارداد <code>7K3F9QZM</code>"
    assert persian.plain("id", id=Code("7K3F9QZM")) == "قرارداد 7K3F9QZM"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("Bina", "\u200fBina شما"),
        ("بینا", "بینا شما"),
        (Safe("<b>Bina</b>"), "\u200f<b>Bina</b> شما"),
        (Safe("English only.\n1. Bina"), "English only.\n\u200f1. Bina شما"),
        (Safe("۱. Drafts: ۱۰ USD\n"), "\u200f۱. Drafts: ۱۰ USD\n"),
    ],
)
def test_a_persian_line_reads_from_the_right_whatever_begins_it(
    persian: Text, name: str, begins: str
) -> None:
    assert persian("invites", name=name, amount="", by="", left="").startswith(begins)


@pytest.mark.parametrize(
    ("count", "english_says", "persian_says"),
    [(0, "No rounds", "۰ دور"), (1, "1 round", "۱ دور"), (1234, "1,234 rounds", "۱٬۲۳۴ دور")],
)
def test_numbers_choose_their_plural_and_are_shown_in_the_languages_digits(
    english: Text, persian: Text, count: int, english_says: str, persian_says: str
) -> None:
    assert english("rounds", count=count) == english_says
    assert persian("rounds", count=count) == persian_says


class State(StrEnum):
    IN_PROGRESS = "in-progress"
    VOID = "void"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.IN_PROGRESS, "Being done"),
        ("in-progress", "Being done"),
        (True, "Yes"),
        (False, "Something else"),
        (State.VOID, "Something else"),
    ],
)
def test_a_state_selects_its_words(english: Text, state: object, said: str) -> None:
    assert english("state", state=state) == said


@pytest.mark.parametrize(
    ("amount", "locale", "said"),
    [
        (Money(123_450, "EUR"), "en", "1,234.50 EUR"),
        (Money(5, "EUR"), "en", "0.05 EUR"),
        (Money(-5, "EUR"), "en", "-0.05 EUR"),
        (Money(1500, "JPY"), "en", "1,500 JPY"),
        (Money(1_234_567, "KWD"), "en", "1,234.567 KWD"),
        (Money(50_123_456, "USDT"), "en", "50.123456 USDT"),
        (Money(50, "XTR"), "en", "50 XTR"),
        (Money(123_450, "EUR"), "pt-BR", "1.234,50 EUR"),
        (Money(-1, "EUR"), "fa", f"{LRI}−۰٫۰۱{PDI} یورو"),
        (Money(123_450, "USD"), "fa", f"{LRI}۱٬۲۳۴٫۵۰{PDI} دلار آمریکا"),
        (Money(50_123_456, "USDT"), "fa", f"{LRI}۵۰٫۱۲۳۴۵۶ USDT{PDI}"),
    ],
)
def test_money_has_every_decimal_of_its_currency(
    texts: Texts, amount: Money, locale: str, said: str
) -> None:
    assert texts.get(locale).money(amount) == said


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(days=7), "7 days"),
        (timedelta(days=3), "3 days"),
        (timedelta(hours=48), "48 hours"),
        (timedelta(days=1), "24 hours"),
        (timedelta(days=3, hours=4, minutes=5), "3 days 4 hours"),
        (timedelta(days=3, minutes=5), "3 days"),
        (timedelta(minutes=90), "1 hour 30 minutes"),
        (timedelta(seconds=1), "1 second"),
        (timedelta(milliseconds=1), "0 seconds"),
        (timedelta(seconds=-1), "0 seconds"),
    ],
)
def test_a_duration_is_told_in_its_two_largest_units(
    english: Text, length: timedelta, said: str
) -> None:
    assert english.duration(length) == said


def test_what_is_kept_has_its_year(english: Text, persian: Text) -> None:
    assert english.moment(INSTANT, year=True) == "19 May 2026, 18:00 (Madrid)"
    assert persian.day(INSTANT, year=True) == "سه‌شنبه ۲۹ اردیبهشت ۱۴۰۵"


def test_a_summer_time_zone_is_followed(english: Text) -> None:
    assert english.moment(datetime(2026, 1, 19, 17, 0, tzinfo=UTC)) == "19 January, 18:00 (Madrid)"


def test_a_list_is_joined_as_the_language_does(english: Text) -> None:
    assert english.listed(["a", "<b>", Code("7K")]) == "a, &lt;b&gt; and <code>7K</code>"


def test_a_list_of_persian_has_no_comma_before_its_and(persian: Text) -> None:
    assert persian.listed([]) == ""
    assert persian.listed(["الف"]) == "الف"
    assert persian.listed(["الف", "ب"]) == "الف و ب"
    assert persian.listed(["الف", "ب", "ج", "د"]).replace("\u200f", "") == "الف، ب، ج و د"


@pytest.mark.parametrize(
    ("rials", "locale", "whole", "brief"),
    [
        (120_000_000, "fa", "۱۲۰٬۰۰۰٬۰۰۰ ریال (۱۲ میلیون تومان)", "۱۲۰٬۰۰۰٬۰۰۰ ریال"),
        (15_500_000, "fa", "۱۵٬۵۰۰٬۰۰۰ ریال (۱٫۵۵ میلیون تومان)", "۱۵٬۵۰۰٬۰۰۰ ریال"),
        (12_345_670, "fa", "۱۲٬۳۴۵٬۶۷۰ ریال (۱٬۲۳۴٬۵۶۷ تومان)", "۱۲٬۳۴۵٬۶۷۰ ریال"),
        (20_000_000_000, "fa", "۲۰٬۰۰۰٬۰۰۰٬۰۰۰ ریال (۲ میلیارد تومان)", "۲۰٬۰۰۰٬۰۰۰٬۰۰۰ ریال"),
        (500_000, "fa", "۵۰۰٬۰۰۰ ریال (۵۰٬۰۰۰ تومان)", "۵۰۰٬۰۰۰ ریال"),
        (7, "fa", "۷ ریال", "۷ ریال"),
        (0, "fa", "۰ ریال", "۰ ریال"),
        (120_000_000, "en", "120,000,000 rials (12 million toman)", "120,000,000 rials"),
        (1, "en", "1 rial", "1 rial"),
    ],
)
def test_rials_are_said_with_the_tomans_that_people_count_in(
    rials: int, locale: str, whole: str, brief: str
) -> None:
    t = TEXTS.get(locale)
    amount = Money(rials, "IRR")
    assert "".join(c for c in t.money(amount) if c not in (LRI, PDI)) == whole
    assert "".join(c for c in t.money(amount, brief=True) if c not in (LRI, PDI)) == brief


@pytest.mark.parametrize(("locale", "said"), [("fa", "ریال"), ("en", "rial")])
def test_a_currency_in_a_sentence_is_called_by_its_name(locale: str, said: str) -> None:
    t = TEXTS.get(locale)
    assert said in t.plain("refusal-amount-other-currency", currency="IRR")
    assert "IRR" not in t.plain("refusal-amount-other-currency", currency="IRR")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("en-US", "en"),
        ("pt-br", "pt-BR"),
        ("pt_BR", "pt-BR"),
        ("fa", "fa"),
        ("xx", "en"),
        (None, "en"),
    ],
)
def test_the_language_of_a_phone_is_matched(texts: Texts, wanted: str | None, found: str) -> None:
    assert texts.match(wanted) == found


def test_the_operator_chooses_the_language_of_those_whose_own_is_missing(texts: Texts) -> None:
    assert texts.match("xx", default="fa") == "fa"


def test_a_language_is_a_folder_that_names_itself(texts: Texts) -> None:
    assert texts.languages() == {"en": "English", "fa": "فارسی", "pt-BR": "Português"}
    assert texts.get("fa").rtl
    assert not texts.get("en").rtl


@pytest.mark.parametrize(
    ("key", "args"),
    [("nowhere", {}), ("id", {}), ("id", {"id": None}), ("id", {"id": 1.5}), ("only-english", {})],
)
def test_a_text_that_cannot_be_said_is_an_error_in_tests(
    persian: Text, key: str, args: dict[str, object]
) -> None:
    with pytest.raises(TextError):
        persian(key, **args)


def test_for_people_a_missing_text_falls_back_to_english_and_is_logged_once(folder: Path) -> None:
    persian = Texts(folder).get("fa")
    with capture_logs() as logs:
        assert persian("only-english") == "Only here"
        assert persian("only-english") == "Only here"
        assert persian("no<where") == "no&lt;where"
    assert [(log["locale"], log["key"]) for log in logs] == [
        ("fa", "only-english"),
        ("fa", "no<where"),
        ("en", "no<where"),
    ]
    assert all(log["log_level"] == logging.getLevelName(logging.ERROR).lower() for log in logs)


def test_a_file_that_cannot_be_read_says_where(folder: Path) -> None:
    (folder / "en" / "broken.ftl").write_text("key = { $open\n", encoding="utf-8")
    with pytest.raises(TextError, match=r"broken\.ftl"):
        Texts(folder)


def test_the_data_of_a_refusal_becomes_what_it_means() -> None:
    data = {
        "held": (1000, "EUR"),
        "kept": [1000, "EUR"],
        "seconds": 3600,
        "from_at": "2026-05-19T16:00:00+00:00",
        "gaps": ["title"],
        "nothing": None,
        "count": 3,
        "name": "Bina",
        "yes": True,
    }
    assert typed(data) == {
        "held": Money(1000, "EUR"),
        "kept": Money(1000, "EUR"),
        "seconds": timedelta(hours=1),
        "from_at": INSTANT,
        "count": 3,
        "name": "Bina",
        "yes": True,
    }


def test_markup_can_be_taken_out_again() -> None:
    assert plain(escape("a < b & <c>")) == "a < b & <c>"
    assert plain('<a href="tg://user?id=1">Bina</a> &amp; <b>co</b>') == "Bina & co"


def test_the_program_finds_its_own_texts() -> None:
    assert TEXTS.languages()["en"] == "English"


def test_an_english_line_reads_from_the_left_even_if_a_persian_word_begins_it(
    english: Text,
) -> None:
    said = english("invites", name="بینا", amount="", by="", left="")
    assert said.startswith("\u200e<b>بینا</b> invites you")
    assert english("id", id="بینا").startswith("Deal بینا")
