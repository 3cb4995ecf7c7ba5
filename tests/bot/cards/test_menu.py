"""What we say of ourselves: in whose account money is, what is kept and how long, who answers."""

from datetime import timedelta

import pytest

from bot.cards.kit.ways import way_out
from bot.cards.menu import page_card
from bot.config import Settings
from storage import tables
from storage.housekeeping import AGED
from tests.kit.phones import plain
from tests.kit.words import TEXTS

ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))
LANGUAGES = pytest.mark.parametrize("language", ["en", "fa"])


def settings(*, real: bool) -> Settings:
    """With a country, and a bank account where money is real."""
    account = {"holder": "Holdfast Escrow OÜ", "iban": "EE382200221020145685"}
    manual = {"enabled": real, "acknowledge_custody": real, "accounts": {"EUR": account}}
    operator = {"name": "Perfect", "country": "Estonia", "currencies": ["EUR"]}
    return Settings.model_validate({"operator": operator, "rails": {"manual": manual}})


def page(name: str, language: str, *, real: bool = True) -> str:
    card = page_card(name, TEXTS.get(language), settings(real=real))
    return plain(card.text).translate(ISOLATES)


@LANGUAGES
def test_whether_it_is_safe_names_the_account_the_country_and_every_way_out(language: str) -> None:
    text = page("safe", language)
    ways = TEXTS.get(language).plain("way-out", **way_out(None, None))
    for part in ("Holdfast Escrow OÜ", "Estonia", ways):
        assert part in text
    assert "Holdfast Escrow OÜ" not in page("safe", language, real=False)


@LANGUAGES
def test_the_privacy_page_tells_the_ages_that_storage_keeps(language: str) -> None:
    text, t = page("privacy", language), TEXTS.get(language)
    for table in (tables.forms, tables.files, tables.notices):
        oldest = max(age.days for age in AGED if age.table is table)
        assert f" {t.duration(timedelta(days=oldest))}" in text
    assert "Perfect (Estonia)" in text


@LANGUAGES
@pytest.mark.parametrize(("key", "limit"), [("bot-description", 512), ("bot-short", 120)])
def test_the_longest_name_leaves_room_for_what_is_said(language: str, key: str, limit: int) -> None:
    name = "ن" * 64 if language == "en" else "N" * 64
    shown = TEXTS.get(language).plain(key, operator=name, **way_out(None, None))
    assert len(shown) <= limit
