"""Payers are told apart in whatever script a bank writes them."""

from __future__ import annotations

import unicodedata

import pytest

from bot.statements import Columns, read
from core.paying import LineEnd, StatementLine, squeezed
from tests.bot.test_importing import House
from tests.kit.banks import OURS
from tests.kit.scene import at_once

PAYERS = {
    "Persian": ("بابت طراحی", "علی رضایی", "بابت ترجمه", "مریم کریمی"),
    "Arabic": ("دفعة أولى", "محمد علي", "تصميم", "فاطمة حسن"),
    "Cyrillic": ("за дизайн", "Иван Петров", "перевод", "Мария Орлова"),
    "Greek": ("σχέδιο", "Νίκος", "μετάφραση", "Ελένη"),
    "Hindi": ("राम", "मोहन", "रमा", "मीना"),
    "Chinese": ("设计", "王伟", "翻译", "李娜"),
    "Latin": ("design", "Ali", "translation", "Maryam"),
}


def table(*pairs: tuple[str, str]) -> bytes:
    rows = (f"2026-05-19;{text};{name};300.50\n" for text, name in pairs)
    return ("Date;Description;Name;Amount\n" + "".join(rows)).encode()


def lines(content: bytes) -> tuple[StatementLine, ...]:
    return read(content, "x.csv", Columns(account=OURS, currency="EUR"))[0].lines


@pytest.mark.parametrize("script", PAYERS)
def test_two_payers_of_a_day_are_two_lines_whichever_stands_first(script: str) -> None:
    text, name, other, whom = PAYERS[script]
    one, two = lines(table((text, name), (other, whom)))
    assert not one.reference.endswith("/2")
    assert not two.reference.endswith("/2")
    assert one.likeness != two.likeness
    again = {line.name: line.reference for line in lines(table((other, whom), (text, name)))}
    assert again == {name: one.reference, whom: two.reference}


@pytest.mark.parametrize("script", PAYERS)
def test_the_line_of_another_payer_was_not_dealt_with_before(script: str) -> None:
    text, name, other, whom = PAYERS[script]
    house = House()
    house.agreed("300.00 EUR")
    [first] = at_once(house.importing.look(table((text, name)), "x.csv")).unknown
    house.book(first)
    again = at_once(house.importing.look(table((text, name)), "x.csv"))
    assert [one.done for one in again.findings] == [LineEnd.SUSPENSE]
    [found] = at_once(house.importing.look(table((other, whom)), "x.csv")).findings
    assert (found.done, found.line.name) == (None, whom)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "MUELLER"),
        ("Søren Łukasz", "soren lukasz"),
        ("Straße", "STRASSE"),
        ("علي رضايي ۱۲", "علی‌رضایی 12"),
        ("كريمي", "کَریمی"),
        ("Ｗａｎｇ　１", "wang 1"),
        ("Νίκος", "ΝΙΚΟΣ"),
        ("Ёлкин", unicodedata.normalize("NFD", "ёлкин")),
    ],
)
def test_spellings_of_a_word_are_the_same(one: str, other: str) -> None:
    assert squeezed(one) == squeezed(other) != ""
