"""What the checker of words finds in `locales/`: `python -m tests.house.words [language]`.

Each finder gives `key: what is wrong`, and `locales/glossary.toml` says what is right.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from typing import Final

from fluent.syntax import ast as ftl

from tests.house import locales

GLOSSARY: Final = tomllib.loads((locales.LOCALES / "glossary.toml").read_text(encoding="utf-8"))
BUTTONS: Final = ("button-", "tap-", "yes-", "desk-button-")
FEW: Final = 20
"""Characters of a button before its amount or name, on a phone."""
TITLES: Final = frozenset({"title", "deal", "milestone"})
QUOTES: Final = {"en": "“”", "fa": "«»"}
PRESS: Final = {
    "en": r"[Pp]ress (?:<[bi]>|“)(.+?)(?:</[bi]>|”)",
    "fa": r"«([^»{]+)»(?:</b>)? را بزن",
}
"""How a text names a button: in bold or quotation marks, by its whole label."""
LATIN: Final = re.compile(r"[A-Za-z][A-Za-z'’-]+")
SWEEPING: Final = {
    "en": r"only|never|always|nobody|everything",
    "fa": r"فقط|تنها|هرگز|همیشه|هیچ‌وقت|هیچ‌کس",
}
"""Words that promise to hold without exception."""


@cache
def variants(language: str) -> tuple[tuple[str, str], ...]:
    """Each message in each of its variants, a placeable as `{name}`."""
    return tuple(
        (entry.id.name, said)
        for _, entry in locales.entries(language)
        if isinstance(entry, ftl.Message) and entry.value is not None
        for said in _said(entry.value)
        if not entry.id.name.startswith("words-of-")
    )


def _said(pattern: ftl.Pattern) -> list[str]:
    return ["".join(chosen) for chosen in product(*map(_part, pattern.elements))]


def _part(element: ftl.TextElement | ftl.Placeable) -> list[str]:
    if isinstance(element, ftl.TextElement):
        return [element.value]
    match element.expression:
        case ftl.SelectExpression() as select:
            several = [said for variant in select.variants for said in _said(variant.value)]
            return list(dict.fromkeys(several))
        case ftl.VariableReference() | ftl.MessageReference() as reference:
            return [f"{{{reference.id.name}}}"]
        case ftl.StringLiteral() as literal:
            return [literal.value]
        case other:
            raise AssertionError(other)


def plain(said: str) -> str:
    """Without markup, code and what is filled in."""
    return re.sub(r"<code>.*?</code>|</?\w[^<>]*>|\{[\w-]+\}", " ", said)


def is_button(key: str) -> bool:
    """Whether it is written on a button."""
    return key.startswith(BUTTONS)


def without_labels(said: str, labels: list[str]) -> str:
    """Without the labels that stay as they are, where a text names one."""
    return re.sub("|".join(map(re.escape, labels)), " ", said) if labels else said


def _word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'\u200c])(?:{words})(?![\w\u200c\u064b-\u0652])")


def found(word: str, said: str) -> bool:
    """Also where a sentence begins with it."""
    first = word[0] if word[:2].isalpha() and word[0].islower() else ""
    either = f"[{first.upper()}{first}]{word[1:]}" if first else word
    return _word(either).search(said) is not None


def other_words(language: str) -> Iterator[str]:
    """A word that stands for another one of the glossary."""
    labels = GLOSSARY["labels"].get(language, [])
    for concept in GLOSSARY["concept"]:
        never = concept["never"].get(language, [])
        desk = concept.get("desk", {}).get(language, [])
        for key, said in variants(language):
            if concept.get("buttons") and is_button(key):
                continue
            for word in never:
                if key.startswith("desk-") and word in desk:
                    continue
                if found(word, plain(without_labels(said, labels))):
                    yield f"{key}: {word!r}, but {concept['say'][language]!r}"


def long_buttons(language: str) -> Iterator[str]:
    """A button that a phone cuts before its amount."""
    labels = GLOSSARY["labels"].get(language, [])
    for key, said in variants(language):
        words = said.partition("{")[0].rstrip(" :")
        if is_button(key) and said not in labels and len(words) > FEW:
            yield f"{key}: {len(words)} characters, {words!r}"


def bare_titles(language: str) -> Iterator[str]:
    """A title that neither stands in quotation marks nor is a heading."""
    (opening, closing) = tuple(QUOTES[language])
    for key, said in variants(language):
        for found in re.finditer(r"\{(\w+)\}", said):
            before, after = said[: found.start()], said[found.end() :]
            if found[1] not in TITLES or (before.endswith(opening) and after.startswith(closing)):
                continue
            begins = re.search(r"(?:^|\n|<b>|· |\. |• |, |، |\()$", before)
            ends = re.match(r"(?:$|\n|</b>| ·| \(|\)|:|,|،)", after)
            if not (begins and ends):
                yield f"{key}: …{before[-20:]}{found[0]}{after[:20]}…"


def unknown_buttons(language: str) -> Iterator[str]:
    """A button that a text names by other words than stand on it."""
    labels = {plain(said).strip() for key, said in variants(language) if is_button(key)}
    for key, said in variants(language):
        for named in re.findall(PRESS[language], said):
            if plain(named).strip() not in labels:
                yield f"{key}: {named}"


def foreign_words(language: str) -> Iterator[str]:
    """An English word in a language that is not written in Latin letters."""
    names = GLOSSARY["names"].get(language)
    if names is None:
        return
    for key, said in variants(language):
        own = re.sub(r"(?<!\w)[/@]\w+|https?://\S+|\w+\.(?:txt|toml)", " ", plain(said))
        for word in LATIN.findall(own):
            if word.rstrip("-") not in names:
                yield f"{key}: {word}"


def sweeping_words(language: str) -> Iterator[str]:
    """A word that promises to hold without exception, where no reason is given for it."""
    word = re.compile(_word(SWEEPING[language]).pattern, re.IGNORECASE)
    labels = GLOSSARY["labels"].get(language, [])
    for key, said in variants(language):
        if key in GLOSSARY["holds"]:
            continue
        if found := word.search(plain(without_labels(said, labels))):
            yield f"{key}: {found[0]}"


FINDERS: Final[tuple[Callable[[str], Iterator[str]], ...]] = (
    other_words,
    long_buttons,
    bare_titles,
    unknown_buttons,
    foreign_words,
    sweeping_words,
)


def main(*asked: str) -> None:
    """Print what is found, in the languages asked for or all."""
    for language in asked or locales.languages():
        for find in FINDERS:
            for line in dict.fromkeys(find(language)):
                print(f"{language} {find.__name__}: {line}")  # noqa: T201 - its output


if __name__ == "__main__":
    main(*sys.argv[1:])
