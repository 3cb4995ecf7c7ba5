"""Telegram's HTML, strictly."""

import pytest

from bot.playground.entities import formatted
from bot.playground.errors import ApiError
from bot.playground.render import rendered


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("<b>a</b><strong>b</strong>", "ab", ["bold", "bold"]),
        ("<i>a</i> <em>b</em>", "a b", ["italic", "italic"]),
        ("<u>a</u><ins>b</ins>", "ab", ["underline", "underline"]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", ["strikethrough"] * 3),
        ('<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>', "ab", ["spoiler"] * 2),
        ("<code>a</code><pre>b</pre>", "ab", ["code", "pre"]),
        ("<blockquote>a</blockquote>", "a", ["blockquote"]),
        ("<blockquote expandable>a</blockquote>", "a", ["expandable_blockquote"]),
        ("<a href='https://a.org/?x=1&amp;y=2'>a</a>", "a", ["text_link"]),
        ("<B>a</b>", "a", ["bold"]),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#233; &#x1F600;", 'a <b> & "c" é 😀', []),
        ("&nbsp;&copy;", "&nbsp;&copy;", []),
        ("<b></b>a", "a", []),
        ("  <b> a </b>  ", "a", ["bold"]),
        ("<code><b>a</b></code>", "a", ["code"]),
        ("<a href='not an address'>a</a>", "a", []),
    ],
)
def test_what_is_supported_becomes_entities(source: str, text: str, kinds: list[str]) -> None:
    said, entities = formatted(source, "HTML", None)
    assert said == text
    assert [entity["type"] for entity in entities] == kinds


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<div>a</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_is_broken_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        formatted(source, "HTML", None)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_offsets_are_utf16_units() -> None:
    _, entities = formatted("😀<b>x</b>", "HTML", None)
    assert entities == [{"type": "bold", "offset": 2, "length": 1}]


def test_a_language_of_code_is_kept() -> None:
    source = '<pre><code class="language-python">x</code></pre>'
    assert formatted(source, "HTML", None)[1] == [
        {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    ]


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("<script>", [], "&lt;script&gt;"),
        ("a\nb", [], "a<br>b"),
        (
            "ab",
            [
                {"type": "bold", "offset": 0, "length": 2},
                {"type": "italic", "offset": 1, "length": 1},
            ],
            "<b>a<i>b</i></b>",
        ),
        ("a", [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:x"}], "a"),
    ],
)
def test_what_is_drawn_is_safe(text: str, entities: list[dict[str, object]], html: str) -> None:
    assert rendered(text, entities) == html


def test_a_quote_can_not_leave_its_attribute() -> None:
    link = {"type": "text_link", "offset": 0, "length": 1, "url": 'https://a.org/"onclick="x'}
    assert '"onclick' not in rendered("a", [link])
