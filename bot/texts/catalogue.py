"""The texts of every language, loaded from `locales/<language>/*.ftl`.

Adding a language is adding a folder: `language.ftl` names it, and the tests say what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache, cached_property, reduce
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import structlog
from babel import Locale
from babel.lists import format_list
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentInt, FluentType
from fluent.syntax import FluentParser, ast

from bot.config.languages import languages
from bot.texts import amounts, saying, times
from bot.texts.markup import Code, Safe, escape, isolated, led, plain
from bot.texts.posing import unlinked
from core.deal.person import ERASED
from core.values import currencies
from core.values.money import Money
from core.values.words import Words

DEFAULT: Final = "en"

_MARK: Final = re.compile("\ufdd0([^\ufdd1]+)\ufdd1")

_RIAL: Final = "IRR"
"""Stored and said by its name, with the tomans in which people count."""
_BUTTONS: Final = ("button-", "tap-", "yes-", "desk-button-")
"""What begins the keys of buttons, where the shortest form of an amount fits."""

_log = structlog.get_logger(__name__)


class TextError(Exception):
    """A text that is missing, or one that was not given what it needs. A bug, with its key."""


class _Words(FluentType):
    """A ready string. Fluent sees a mark in its place, since it refuses over 2,500 characters."""

    def __init__(self, name: str, key: str, shown: str) -> None:
        self.name = name
        self.key = key
        """What a selector compares."""
        self.shown = shown

    def __eq__(self, other: object) -> bool:
        return self.key == other

    def __hash__(self) -> int:
        return hash(self.key)

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - Fluent hands it in
        return f"\ufdd0{self.name}\ufdd1"


class _Number(FluentInt):
    """A whole number, shown in the digits of the language."""

    def format(self, locale: Locale) -> str:
        return amounts.whole(int(self), locale)


@cache
def _read(texts: str, file: Path) -> ast.Resource:
    """One file's messages; slow, so once a process. Raises TextError."""
    # Where in the file a text stood would double what the texts take in memory.
    resource = FluentParser(with_spans=False).parse(texts)
    junk = next((e for e in resource.body if isinstance(e, ast.Junk)), None)
    if junk is not None:
        msg = f"{file}: cannot be read at {(junk.content or '').strip()[:60]!r}"
        raise TextError(msg)
    return resource


class _Language:
    """One folder's messages."""

    def __init__(self, folder: Path) -> None:
        self.code = folder.name
        self.locale = Locale.parse(folder.name, sep="-")
        self._bundle = FluentBundle([folder.name], use_isolating=False)
        for file in sorted(folder.glob("*.ftl")):
            self._bundle.add_resource(_read(file.read_text(encoding="utf-8"), file))

    @cached_property
    def rtl(self) -> bool:
        return self.locale.text_direction == "rtl"

    def has(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def format(self, key: str, args: Mapping[str, FluentType]) -> str:
        """Fill in a message. Raises TextError."""
        if not self._bundle.has_message(key):
            msg = f"{self.code}: no text {key}"
            raise TextError(msg)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            msg = f"{self.code}: the text {key} has no words"
            raise TextError(msg)
        errors: list[Exception] = []
        shown = {name: arg.shown for name, arg in args.items() if isinstance(arg, _Words)}
        # Not format_pattern: it makes every number Fluent's own, with Latin digits and 3 decimals.
        current = CurrentEnvironment(args=dict(args))
        result = pattern(ResolverEnvironment(self._bundle, errors, current=current))
        if errors:
            msg = f"{self.code}: the text {key}: {errors[0]}"
            raise TextError(msg)
        said = _MARK.sub(lambda mark: shown[mark[1]], str(result))
        return led(said, rtl=self.rtl)


class Texts:
    """Every language. `strict` makes a missing text an error, as in tests, and not a fallback."""

    def __init__(self, folder: Path | None = None, *, strict: bool = False) -> None:
        """Load `folder`, or the texts that come with the program. Raises TextError."""
        self.strict = strict
        self._languages = {code: _Language(found) for code, found in languages(folder).items()}
        if DEFAULT not in self._languages:
            msg = f"{folder}: no {DEFAULT}/language.ftl"
            raise TextError(msg)
        self._said: set[tuple[str, str]] = set()

    def languages(self) -> dict[str, str]:
        """Each language's code and what it calls itself."""
        return {
            code: language.format("language-name", {}) for code, language in self._languages.items()
        }

    def match(self, wanted: str | None, default: str = DEFAULT) -> str:
        """Find the language for Telegram's `language_code`: `pt-br` is pt-BR, pt, or `default`."""
        by_lower = {code.lower(): code for code in self._languages}
        asked = (wanted or "").lower().replace("_", "-")
        return by_lower.get(asked) or by_lower.get(asked.partition("-")[0]) or default

    def get(self, locale: str | None, zone: str = "UTC") -> Text:
        """Speak a language; instants are told in `zone`."""
        return Text(self, self.match(locale), zone)

    def everywhere(self, key: str) -> frozenset[str]:
        """A text without arguments, plain, in every language."""
        return frozenset(self.get(code).plain(key) for code in self._languages)

    @cached_property
    def chosen(self) -> Mapping[str, str]:
        """Each text that a button stands for, in every language, by what it says."""
        return {said: key for key in saying.CHOICES for said in self.everywhere(key)}

    def _format(self, code: str, key: str, args: Mapping[str, object], zone: str) -> Safe:
        language = self._languages[code]
        try:
            shown = _arguments(Text(self, code, zone), args, brief=key.startswith(_BUTTONS))
            return Safe(language.format(key, shown))
        except TextError as error:
            if self.strict:
                raise
            self._say_once(code, key, error)
        if code != DEFAULT:
            return self._format(DEFAULT, key, args, zone)
        return escape(key)

    def _say_once(self, code: str, key: str, error: TextError) -> None:
        if (code, key) not in self._said:
            self._said.add((code, key))
            _log.error("text missing", locale=code, key=key, error=str(error))


class Text:
    """One language, as one person reads it: `t(key, **args)` is HTML, `t.plain` is not."""

    def __init__(self, texts: Texts, locale: str, zone: str) -> None:
        """Made by `Texts.get`."""
        self._texts = texts
        self.locale = locale
        self.zone = zone

    def __call__(self, key: str, /, **args: object) -> Safe:
        """Say it in Telegram's HTML.

        Strings are people's words and are escaped, unless they are `Safe` or `Code`; Money,
        aware datetimes and timedeltas are told in words; numbers choose plurals; members of a
        StrEnum, `true` and `false` can be selected by.
        Raises TextError for a missing text or argument, if the texts are strict.
        """
        return self._texts._format(self.locale, key, args, self.zone)  # noqa: SLF001 - one module

    def plain(self, key: str, /, **args: object) -> str:
        """Say it without markup, for buttons, alerts and documents."""
        return plain(self(key, **args))

    def has(self, key: str) -> bool:
        """Whether this language has a text that not every one needs."""
        return self._texts._languages[self.locale].has(key)  # noqa: SLF001 - one module

    def said(self, words: Words | str | None) -> str:
        """Somebody's words, without markup: what they chose, forward and answer in this language.

        Nothing for erased ones.
        """
        text = words.text if isinstance(words, Words) else words
        chosen = self._texts.chosen.get(text or "")
        return self.plain(chosen) if chosen else saying.told(self, text or "")

    @cached_property
    def babel(self) -> Locale:
        """The language's data in Babel."""
        return self._texts._languages[self.locale].locale  # noqa: SLF001 - one module

    @property
    def rtl(self) -> bool:
        """Whether it is read from right to left."""
        return self._texts._languages[self.locale].rtl  # noqa: SLF001 - one module

    def money(self, amount: Money, *, brief: bool = False) -> str:
        """`1,234.50 EUR`; `120,000,000 rials (12 million toman)`, without tomans if `brief`."""
        if amount.currency != _RIAL:
            return amounts.money(amount, self.babel)
        figure = Safe(amounts.figure(amount, self.babel))
        rials = self.plain("money-rials", count=amount.minor, figure=figure)
        tomans = None if brief else amounts.toman(amount.minor, self.babel)
        if tomans is None:
            return rials
        return self.plain("money-rials-toman", rials=Safe(rials), tomans=Safe(tomans))

    def currency(self, code: str) -> str:
        """What a currency is called in a sentence: `EUR`, `rial`; in Persian «یورو»."""
        return self.plain("rial") if code == _RIAL else amounts.unit(code, self.babel)

    def number(self, number: int) -> str:
        """`12,345`."""
        return amounts.whole(number, self.babel)

    def tenths(self, number: int) -> str:
        """`4.8`, of tenths."""
        return amounts.tenths(number, self.babel)

    def percent(self, bps: int) -> str:
        """`2.5 %`, of basis points."""
        return amounts.percent(bps, self.babel)

    def language(self, code: str) -> str:
        """What a language calls itself."""
        return self._texts.languages().get(code, code)

    def moment(self, instant: datetime, *, year: bool = False) -> str:
        """`19 May, 18:00 (Madrid)`; with the year for what is kept."""
        return self.plain(
            "moment",
            day=Safe(times.day(instant, self.zone, self.babel, year=year)),
            time=Safe(times.clock(instant, self.zone, self.babel)),
            city=Safe(times.city(self.zone, self.babel)),
        )

    def day(self, instant: datetime, *, year: bool = False) -> str:
        """`19 May`."""
        return times.day(instant, self.zone, self.babel, year=year)

    def written_day(self, written: str) -> str:
        """A day as it is kept, `2026-05-19`, in this language; other words as they are."""
        try:
            noon = datetime.combine(date.fromisoformat(written), time(12), ZoneInfo(self.zone))
        except ValueError:
            return written
        return self.day(noon, year=True)

    def duration(self, length: timedelta) -> str:
        """`7 days`, `48 hours`, `1 hour 30 minutes`."""
        told = [self.plain(f"duration-{unit}", count=count) for unit, count in times.parts(length)]
        if len(told) == 1:
            return told[0]
        return self.plain("duration-two", larger=Safe(told[0]), smaller=Safe(told[1]))

    def listed(self, items: Iterable[str]) -> Safe:
        """`a, b and c`, with no comma before the last; the items are people's words."""
        shown = [self._shown(item) for item in items]
        if len(shown) > 1:
            patterns = self.babel.list_patterns["standard"]
            shown = [reduce(patterns["middle"].format, shown[:-1]), shown[-1]]
        return Safe(format_list(shown, locale=self.babel))

    def either(self, phrases: Iterable[Safe]) -> Safe:
        """`a, b or c`, of phrases of ours."""
        return Safe(format_list(list(phrases), style="or", locale=self.babel))

    def _shown(self, words: str) -> str:
        if isinstance(words, Safe):
            return words
        if isinstance(words, Code):
            return f"<code>{escape(words)}</code>"
        known = self.plain("deleted-person") if words == ERASED else words
        return isolated(escape(known), rtl=self.rtl)


NAMES: Final = frozenset({"name", "other", "title", "deal", "milestone", "asker"})
"""Arguments that are names and titles: nothing in them is a link."""


def typed(data: Mapping[str, object]) -> dict[str, object]:
    """Arguments from the JSON-plain data of a refusal or notice.

    A pair (minor units, currency) is money, `seconds` a duration, `*_at` an instant. Lists and
    nothings are left out: no text can show them.
    """
    return {key: value for key in data if (value := _typed(key, data[key])) is not None}


def _typed(key: str, value: object) -> object:
    match value:
        case [int(minor), str(currency)] if currencies.known(currency):
            return Money(minor, currency)
        case list() | tuple() | dict() | None:
            return None
        case int() if key == "seconds":
            return timedelta(seconds=value)
        case str() if key.endswith("_at"):
            return datetime.fromisoformat(value)
    return value


def _arguments(text: Text, args: Mapping[str, object], *, brief: bool) -> dict[str, FluentType]:
    return {name: _argument(text, name, value, brief=brief) for name, value in args.items()}


def _argument(text: Text, name: str, value: object, *, brief: bool) -> FluentType:
    match value:
        case str() if name == "currency" and currencies.known(value):
            return _Words(name, str(value), text.currency(value))
        case str():
            shown = (
                value if name not in NAMES or isinstance(value, Safe | Code) else unlinked(value)
            )
            return _Words(name, str(value), text._shown(shown))  # noqa: SLF001 - one module
        case bool():
            return _Words(name, "true" if value else "false", "")
        case int():
            return _Number(value)
        case Money():
            return _Words(name, str(value), text.money(value, brief=brief))
        case timedelta():
            return _Words(name, "", text.duration(value))
        case datetime():
            return _Words(name, "", text.moment(value))
    msg = f"{text.locale}: {name} is a {type(value).__name__}, which no text can show"
    raise TextError(msg)
