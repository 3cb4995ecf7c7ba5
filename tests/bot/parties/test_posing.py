"""No name and no title poses as the house, as its staff, or as a link."""

from __future__ import annotations

import pytest

from bot.texts import Code, Safe
from bot.texts.posing import WORD_JOINER, poses, unlinked
from tests.kit.words import TEXTS

HOUSE = ("Amanat House", "holdfast_bot")


@pytest.mark.parametrize(
    "name",
    [
        "Amanat House",
        "AMANAT-HOUSE official",
        "The Amanat\u200b House team",
        "Аmаnаt Нouse",  # Cyrillic letters
        "𝐀𝐦𝐚𝐧𝐚𝐭 𝐇𝐨𝐮𝐬𝐞",
        "holdfast_bot",
        "Support",
        "Bina (support)",
        "Customer Service",
        "Sup\u00adport Team",
        "S u p p o r t",
        "Supp0rt",
        "ADMIN",
        "Escrow Bot",
        "Arbiter Aram",
        "پشتیبانی",
        "پشتيباني امانت",
        "خزانه‌دار",
    ],
)
def test_a_name_that_poses_is_known(name: str) -> None:
    assert poses(name, *HOUSE)


@pytest.mark.parametrize(
    "name",
    [
        "Bina Rahimi",
        "Carlos Vega",
        "داور اردلان",
        "محمد امین",
        "Amina House",
        "Anatole",
        "Ümit Ünlü",
        "Олег Иванов",
        "田中",
        "Supporters' friend",
        "1234567",
        "",
    ],
)
def test_a_persons_name_is_theirs(name: str) -> None:
    assert not poses(name, *HOUSE)


def test_a_house_without_a_long_name_is_looked_for_in_nobodys() -> None:
    assert not poses("Anna", "An", "")


@pytest.mark.parametrize(
    "text",
    ["t.me/evil", "https://evil.example", "www.evil.example", "@holdfast_bot", "/start", "a@b.de"],
)
def test_nothing_in_a_name_or_title_is_a_link(text: str) -> None:
    t = TEXTS.get("en", "UTC")
    shown = t("invited-head", name=text, role="client")
    assert text not in shown
    assert text in shown.replace(WORD_JOINER, "")
    assert text in t.plain("invited-head", name=text, role="client")


def test_names_without_a_link_are_as_they_are() -> None:
    for name in ("Bina R.", "J. R. R. Tolkien", "50/50", "A & B", "3.5"):
        assert WORD_JOINER not in unlinked(name) or name == "3.5"


def test_what_is_meant_as_a_link_stays_one() -> None:
    t = TEXTS.get("en", "UTC")
    site = "https://house.example"
    assert site in t("safe-website", operator="Perfect", website=site)
    assert "t.me/x" in t("verify-nothing", code=Code("t.me/x"))
    assert "t.me/x" in t("invited-head", name=Safe("t.me/x"), role="client")
