"""Links as people write them."""

import pytest

from bot.texts.links import links_in, without_links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("drive.google.com/x", ["drive.google.com/x"]),
        ("HTTPS://Drive.google.com/X.", ["HTTPS://Drive.google.com/X"]),
        ("www.behance.net", ["www.behance.net"]),
        ("see (figma.com/file/abc).", ["figma.com/file/abc"]),
        ("https://пример.рф/путь, ok", ["https://пример.рф/путь"]),
        ("münchen.de/x", ["münchen.de/x"]),
        ("مثال.ایران/x", ["مثال.ایران/x"]),
        ("ببینید: drive.google.com/x، بعد", ["drive.google.com/x"]),
        ("لینک:drive.google.com/x", ["drive.google.com/x"]),
        ("لینکhttps://x.com/y را", ["https://x.com/y"]),
        ("\u2068drive.google.com/x\u2069", ["drive.google.com/x"]),
        ("logo.ai/x and example.com", ["logo.ai/x", "example.com"]),
        ("https://x.com/a_(b)", ["https://x.com/a_(b)"]),
        ("<https://x.com/a>", ["https://x.com/a"]),
        ("https://x.com/a\nhttps://x.com/a/b", ["https://x.com/a", "https://x.com/a/b"]),
        ("http://localhost:8080/x", ["http://localhost:8080/x"]),
        ("site.design?x=1", ["site.design?x=1"]),
    ],
)
def test_a_link_is_found_as_it_was_written(text: str, links: list[str]) -> None:
    assert list(links_in(text)) == links


@pytest.mark.parametrize(
    "text",
    [
        "file.txt", "logo.ai", "README.md", "3.5", "e.g. this", "i.e.", "12.05.2026", "a.m.",
        "Done.It works", "finished.is", "bina@example.com", "1.2.3.4", "v1.0.1/beta", "node.js",
        "mailto:a@b.com", "javascript:alert(1)", "tel:+34600", "...", "300.00 EUR", "",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_link_is_none(text: str) -> None:
    assert links_in(text) == ()


def test_the_words_beside_the_links_are_kept() -> None:
    said = without_links("the password is 1234: drive.google.com/x")
    assert said == "the password is 1234:"
    assert without_links("drive.google.com/x, https://x.com/a.") == ""
