import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bot.papers import paper
from bot.papers.blocks import Document, Heading, Pairs, Paragraph, Picture, Table
from bot.papers.lettering import printable
from bot.papers.paper import pdf, qr_png

PNG = b"\x89PNG\r\n\x1a\n"
AGREEMENT = Document(
    title="Agreement",
    house="Holdfast",
    created=datetime(2026, 5, 19, 16, 0, tzinfo=UTC),
    locale="en",
    rtl=False,
    blocks=(
        Pairs((("Deal", "7K3F9QZM"), ("Client", "Карлос Вега"))),
        Heading("Terms"),
        Paragraph("Three concepts.\nلوگو برای یک کافه"),
        Table(("Milestone", "Amount"), (("Drafts", "120.00 EUR"),), (3, 1)),
        Picture(qr_png("https://t.me/holdfast_bot")),
    ),
    footer="7K3F9QZM",
)


def pages(made: bytes) -> int:
    return made.count(b"/Type /Page\n")


def test_a_document_is_a_pdf_of_one_page() -> None:
    made = pdf(AGREEMENT)
    assert made.startswith(b"%PDF-")
    assert pages(made) == 1


@pytest.mark.parametrize("rtl", [False, True])
def test_the_same_document_is_the_same_bytes_at_any_time(
    rtl: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = replace(AGREEMENT, rtl=rtl, locale="fa" if rtl else "en")
    before = pdf(document)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert pdf(document) == before


def test_another_word_or_date_is_other_bytes() -> None:
    assert pdf(replace(AGREEMENT, title="Agreement 2")) != pdf(AGREEMENT)
    assert pdf(replace(AGREEMENT, created=datetime(2026, 5, 20, tzinfo=UTC))) != pdf(AGREEMENT)


def test_what_does_not_fit_goes_onto_more_pages() -> None:
    rows = tuple((f"Milestone {n}", "10.00 EUR") for n in range(80))
    long = replace(AGREEMENT, blocks=(Table(("Milestone", "Amount"), rows, (3, 1)),))
    assert pages(pdf(long)) > 1


def test_a_date_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        pdf(replace(AGREEMENT, created=datetime(2026, 5, 19)))  # noqa: DTZ001 - the point of it


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bina", "Bina"),
        ("بینا می‌رود", "بینا می‌رود"),
        ("Карлос Ž é", "Карлос Ž é"),
        ("ok 👍🏽👨‍👩‍👧 done", "ok 👍🏽👨‍👩‍👧 done"),
        ("中文 and 한", "中文 and 한"),
        ("a\u3164b\U000e0041", "ab"),
        ("𓀀", "[U+13000 EGYPTIAN HIEROGLYPH A001]"),
        ("\ue000", "[U+E000]"),
        ("a\tb\u00a0c\x07\x1b", "a b\u00a0c"),
        ("two\nlines", "two\nlines"),
        ("e\u0301", "é"),
        ("\u2066۱۲ EUR\u2069", "\u200e۱۲ EUR\u200e"),
        ("\u2068بینا\u2069 \u2068Bina\u2069", "\u200fبینا\u200f \u200eBina\u200e"),
        ("\u2069 stray \u202e", " stray "),
    ],
)
def test_people_may_write_anything(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_people_may_write_anything_in_every_place() -> None:
    wild = "👍🏽 中文 \u2066x\u2069 \u202e <b> **bold** __x__ {nb} \x00"
    blocks = (Paragraph(wild), Pairs((("Key", wild),)), Table(("Head",), ((wild,),), (1,)))
    document = replace(AGREEMENT, house=wild, footer=wild, blocks=blocks)
    assert pages(pdf(document)) == 1
    assert pages(pdf(replace(document, rtl=True))) == 1


def test_bold_and_regular_can_draw_the_same() -> None:
    folder = Path(paper.__file__).parent / "fonts"
    drawn = [
        set(TTFont(folder / f"{name}-{weight}.ttf", lazy=False).getBestCmap())
        for name in ("Vazirmatn", "NotoSans")
        for weight in ("Regular", "Bold")
    ]
    assert drawn[0] == drawn[1]
    assert drawn[2] == drawn[3]


def test_a_qr_picture_grows_with_its_scale() -> None:
    small, large = qr_png("https://t.me/x?start=abc", 2), qr_png("https://t.me/x?start=abc", 8)
    assert small.startswith(PNG)
    width = [int.from_bytes(picture[16:20]) for picture in (small, large)]
    assert width[1] == 4 * width[0]
