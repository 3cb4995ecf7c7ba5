"""The paper holds every word, in any script that people use."""

import unicodedata
from dataclasses import replace

import pytest
from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.papers.blocks import Heading, Pairs, Paragraph, Table
from bot.papers.lettering import FONTS, font_of, freed, held, names, printable, runs, undrawn
from bot.papers.paper import pdf
from core.values.words import ignorable
from tests.bot.test_documents import AGREEMENT, pages

SCRIPTS = {
    "Latin": "Größe und façade", "Cyrillic": "Логотип", "Greek": "Λογότυπο", "Persian": "می‌رود",
    "Arabic": "شعار", "Urdu": "لوگو ڈیزائن", "Uyghur": "ئۇيغۇر", "Hebrew": "שלום",
    "Hindi": "नमस्ते दुनिया", "Bengali": "বাংলা", "Tamil": "தமிழ்", "Telugu": "తెలుగు", "Kannada": "ಕನ್ನಡ",
    "Malayalam": "മലയാളം",
    "Gujarati": "ગુજરાતી", "Punjabi": "ਪੰਜਾਬੀ", "Oriya": "ଓଡ଼ିଆ", "Sinhala": "ශ්‍රී", "Thai": "ภาษาไทย",
    "Lao": "ລາວ", "Khmer": "ខ្មែរ", "Burmese": "မြန်မာ", "Tibetan": "བོད་", "Georgian": "ქართული",
    "Armenian": "Հայերեն", "Amharic": "አማርኛ", "Chinese": "徽标设计", "Japanese": "ロゴの作成",
    "Korean": "한국어", "Mongolian": "ᠮᠣᠩᠭᠣᠯ", "Emoji": "👍🏽🎨👨‍👩‍👧🇩🇪❤️", "Letterlike": "𝓛𝓸𝓰𝓸",
    "Dhivehi": "ދިވެހި", "Cherokee": "ᏣᎳᎩ", "Syriac": "ܣܘܪܝܝܐ", "Berber": "ⵜⴰⵎⴰⵣⵉⵖⵜ",
}  # fmt: skip
SAID = "Some letters could not be drawn"


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_scripts_that_people_use_are_drawn(script: str) -> None:
    text = SCRIPTS[script]
    assert not undrawn(text)
    assert printable(text).replace("\ufe0f", "") == unicodedata.normalize("NFC", text).replace(
        "\ufe0f", ""
    )
    for word in text.split():
        assert len({font for _, font in runs(word)}) == 1


def test_a_title_in_any_script_is_a_paper() -> None:
    for text in ("ロゴ 🎨", SCRIPTS["Hindi"], "𓀀 \ue000"):
        document = replace(AGREEMENT, title=text, house=text, footer=text, blocks=(Heading(text),))
        assert pages(pdf(document)) == 1
        assert pages(pdf(replace(document, rtl=True, locale="fa"))) == 1


def test_what_no_font_draws_is_said_on_the_paper_and_attached_as_text() -> None:
    document = replace(AGREEMENT, blocks=(Paragraph("A temple: 𓀀"),), undrawn=SAID)
    made = pdf(document)
    assert b"words.txt" in made
    assert "A temple: 𓀀".encode() in made
    assert pdf(document) == made
    drawn = pdf(replace(document, blocks=(Paragraph("A temple: 寺"),)))
    assert b"words.txt" not in drawn


@given(st.text(max_size=60))
@example("👍\u3164\u200d🏽")
def test_every_letter_that_can_be_seen_is_drawn_or_named(text: str) -> None:
    shown = printable(text)
    for char in unicodedata.normalize("NFC", text):
        seen = unicodedata.category(char)[0] in "LNPS" and not ignorable(char)
        assert not seen or char in shown or f"[U+{ord(char):04X}" in shown
    assert "".join(run for run, _ in runs(shown)) == shown


@settings(max_examples=8, deadline=None)
@given(st.text(max_size=80))
def test_no_words_of_anybody_stop_a_paper(text: str) -> None:
    blocks = (Pairs(((text, text),)), Table((text,), ((text,),), (1,)), Paragraph(text))
    assert pdf(replace(AGREEMENT, title=text, blocks=blocks, undrawn=SAID)).startswith(b"%PDF-")


@pytest.mark.parametrize("word", ["x" * 4096, "word " * 800, "x\n" * 2000, "\u0430\u0301" * 2000])
def test_the_longest_text_fits_into_a_table_and_loses_no_letter(word: str) -> None:
    table = Table(("What", "How much"), (("Before", "1"), (word, "300.00 EUR")), (5, 2))
    assert pages(pdf(replace(AGREEMENT, blocks=(table,)))) > 1


def test_the_number_of_pages_is_nobodys_word() -> None:
    one = replace(AGREEMENT, blocks=(Paragraph("{nb} \ufdd2"),))
    assert printable("{nb}") == "{nb}"
    assert "\ufdd2" not in printable("\ufdd2")
    assert pages(pdf(one)) == 1


def test_a_word_with_a_joiner_is_one_piece_in_a_line_of_the_other_direction() -> None:
    line = BidiParagraph(text=held("so می‌رود then"), base_direction=TextDirection.LTR)
    pieces = [freed(text) for text, _ in line.get_bidi_fragments()]
    assert "می‌رود" in pieces


@given(st.text(alphabet="aم👨\u200c\u200d \u0301", max_size=20))
def test_joiners_come_back_as_they_were(text: str) -> None:
    assert freed(held(text)) == text


def test_what_stands_for_joiners_is_in_no_font() -> None:
    for char in held("a\u200c\u200dم\u200c\u200d👨\u200c\u200d"):
        assert char in "aم👨" or font_of(char) is None


def test_every_font_comes_with_its_licence() -> None:
    assert {file.stem for file in FONTS.glob("*.txt")} >= {
        "OFL-Vazirmatn", "OFL-NotoSans", "OFL-NotoScripts", "APACHE-DroidSansFallback",
    }  # fmt: skip
    assert len(names()) > len(SCRIPTS) - 10
