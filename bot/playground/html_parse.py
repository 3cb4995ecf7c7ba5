"""Telegram's HTML: few tags, four named entities, complaints about everything else."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bot.playground.errors import ApiError, bad
from bot.playground.utf16 import index, length

Json = dict[str, Any]

_SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "code": "code", "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip
_TAGS = {*_SIMPLE, "a", "tg-emoji"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot));?", re.IGNORECASE)
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>"']*)\s*(=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]*)))?""")
_LAST_CHARACTER = 0x10FFFF


@dataclass
class _Open:
    """A tag that has begun: where in the text so far, and its argument (an address, a language)."""

    tag: str
    start: int
    argument: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.units = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            char = self.source[self.at]
            if char == "<":
                self._end() if self.source.startswith("</", self.at) else self._start()
            elif (
                char == "&"
                and (match := _CHARACTER.match(self.source, self.at))
                and (one := _character(match))
            ):
                self._say(one)
                self.at = match.end()
            else:
                self._say(char)
                self.at += 1
        if self.open:
            raise _broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.out), self.entities

    def _say(self, text: str) -> None:
        self.out.append(text)
        self.units += length(text)

    def _place(self, at: int) -> str:
        return f"at byte offset {len(self.source[:at].encode())}"

    def _start(self) -> None:
        begin = self.at
        name = _NAME.match(self.source, begin + 1)
        tag = name[0].lower() if name else ""
        if name is None or name.end() == len(self.source):
            raise _broken(f"Unclosed start tag {self._place(begin)}")
        if tag not in _TAGS:
            raise _broken(f'Unsupported start tag "{tag}" {self._place(begin)}')
        self.at = name.end()
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _broken(f'Tag "span" must have class "tg-spoiler" {self._place(begin)}')
        self.open.append(_Open(tag, self.units, attributes=attributes))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            rest = self.source[self.at :].lstrip()
            if not rest:
                raise _broken(f"Unclosed start tag {self._place(begin)}")
            if rest.startswith(">"):
                self.at = self.source.index(">", self.at) + 1
                return found
            match = _ATTRIBUTE.match(self.source, self.at)
            if match is None or not match[1]:
                raise _broken(f'Empty attribute name in the tag "{tag}" {self._place(begin)}')
            self.at = match.end()
            following = self.source[self.at : self.at + 1]
            if following in {"'", '"'}:
                raise _broken(f"Unclosed start tag {self._place(begin)}")
            if following not in {"", ">"} and not following.isspace():
                raise _broken(f"Unexpected end of name token {self._place(self.at)}")
            value = next((v for v in match.groups()[2:] if v is not None), "")
            found[match[1].lower()] = _CHARACTER.sub(lambda m: _character(m) or m[0], value)

    def _end(self) -> None:
        begin = self.at
        close = self.source.find(">", begin)
        if not self.open:
            raise _broken(f"Unexpected end tag {self._place(begin)}")
        if close < 0:
            raise _broken(f"Unclosed end tag {self._place(begin)}")
        name = self.source[begin + 2 : close].strip().lower()
        last = self.open.pop()
        if name and name != last.tag:
            raise _broken(
                f"Unmatched end tag {self._place(begin)}, "
                f'expected "</{last.tag}>", found "</{name}>"',
            )
        self.at = close + 1
        if self.units > last.start:
            self._close(last)

    def _close(self, last: _Open) -> None:
        entity: Json = {"type": "", "offset": last.start, "length": self.units - last.start}
        inside_code = any(outer.tag in {"code", "pre"} for outer in self.open)
        language = last.attributes.get("class", "").removeprefix("language-")
        if last.tag == "code" and self.open and self.open[-1].tag == "pre":
            self.open[-1].argument = language
            return
        if inside_code:
            return
        if last.tag == "a":
            said = "".join(self.out)
            entity |= _link(last.attributes.get("href") or said[index(said, last.start) :])
        elif last.tag == "tg-emoji":
            entity |= {
                "type": "custom_emoji",
                "custom_emoji_id": last.attributes.get("emoji-id", ""),
            }
        else:
            entity["type"] = _SIMPLE[last.tag]
        if last.tag == "blockquote" and "expandable" in last.attributes:
            entity["type"] = "expandable_blockquote"
        if last.tag == "pre" and last.argument:
            entity["language"] = last.argument
        if entity["type"]:
            self.entities.append(entity)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities; ApiError ``can't parse entities: …`` for what Telegram would not take."""
    return _Parser(source).run()


def _broken(why: str) -> ApiError:
    return bad(f"can't parse entities: {why}")


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3].lower()]
    code = int(match[1]) if match[1] else int(match[2], 16)
    return chr(code) if 0 < code <= _LAST_CHARACTER else ""


def _link(address: str) -> Json:
    """A link's entity; no type when the address is none, since Telegram then shows plain text."""
    url = valid_url(address)
    return {"type": "text_link", "url": url} if url else {"type": ""}


def valid_url(address: str) -> str | None:
    """The address as Telegram keeps it, ``http://`` put before a bare host.

    None when it is no address.
    """
    text = address.strip()
    if text.lower().startswith("tg://"):
        return text
    if "://" not in text and "@" in text:
        return None
    parts = urlsplit(text if "://" in text else f"http://{text}")
    host = parts.hostname or ""
    known = parts.scheme in {"http", "https", "ton", "tonsite"} and not re.search(r"\s", text)
    local = host == "localhost" or re.fullmatch(r"[\d.]+|\[?[0-9a-f:]+\]?", host)
    if not known or not host or ("." not in host and not local):
        return None
    return parts.geturl()
