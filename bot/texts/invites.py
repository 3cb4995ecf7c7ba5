"""The invite's link and code: derived from the installation's own key, stored only as hashes.

So the link can be shown again to its maker, and a stolen database opens no invite.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Final
from unicodedata import category

from core.values.ids import CROCKFORD, DealId, read_code

TOKEN_BYTES = 16
TOKEN_LENGTH = 22
CODE_LENGTH = 12
DEAL_LINK = "deal-"
_BEGINS: Final = re.compile(
    r"(?:(?:t|telegram)\s*\.\s*(?:me|dog)\s*/\s*|tg:/*resolve\?domain=)"
    r"(\w+)/?\s*[?&](?:[\w-]+=[\w-]*&)*(?:amp;)?\s*start=(?:3D)?",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"[A-Za-z0-9_-]+(?:\s+[A-Za-z0-9_-]+)*")
_BETWEEN: Final = r"[ .\-_]*"
_GROUPS: Final = re.compile(
    rf"(?<![^\W_])([0-9A-Za-z]{{4}}){_BETWEEN}([0-9A-Za-z]{{4}}){_BETWEEN}([0-9A-Za-z]{{4}})(?![^\W_])"
)
_ALONE: Final = re.compile(r"\W*(?:\w{12}|\w{4}([-.])\w{4}\1\w{4}|[^\Wa-z]{4}( [^\Wa-z]{4}){2})\W*")
"""A message that is nothing but a code; apart by spaces it could be words, but for capitals."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """One invite's secrets and what core keeps of them (SHA-256, hex)."""

    nonce: str
    token: str
    code: str

    @property
    def token_hash(self) -> str:
        """The link's."""
        return hash_of(self.token)

    @property
    def code_hash(self) -> str:
        """The typed code's."""
        return hash_of(self.code)


@dataclass(frozen=True, slots=True)
class InviteLinks:
    """Makes and remakes secrets; `key` is 32 random bytes that never enter the database."""

    key: bytes

    def new(self, deal: DealId) -> Secrets:
        """Fresh secrets for a deal; their code has a digit that nobody writes as a letter.

        Among words a code is told from them by its digits.
        """
        while True:
            fresh = self.again(deal, secrets.token_hex(8))
            if any(digit in fresh.code for digit in "23456789"):
                return fresh

    def again(self, deal: DealId, nonce: str) -> Secrets:
        """The same secrets from the nonce that core keeps."""
        token = self._bits(deal, nonce, "link")[:TOKEN_BYTES]
        number = int.from_bytes(self._bits(deal, nonce, "code"), "big")
        code = "".join(CROCKFORD[(number >> (5 * place)) & 31] for place in range(CODE_LENGTH))
        return Secrets(nonce, base64.urlsafe_b64encode(token).decode().rstrip("="), code)

    def _bits(self, deal: DealId, nonce: str, what: str) -> bytes:
        return hmac.new(self.key, f"{what}:{deal}:{nonce}".encode(), hashlib.sha256).digest()


def hash_of(secret: str) -> str:
    """What core stores and compares."""
    return hashlib.sha256(secret.encode()).hexdigest()


def typed_code(text: str) -> str | None:
    """A code as somebody typed it, or None for what cannot be one."""
    code = read_code(_visible(text))
    return code if len(code) == CODE_LENGTH else None


def link_in(text: str, username: str) -> str | None:
    """What a link of this bot carries, wherever it stands among words, and however it was wrapped.

    With `https://` or without, `telegram.me`, `tg://`; a line that broke inside is joined.
    """
    for found in _BEGINS.finditer(seen := _visible(text)):
        rest = _GOES_ON.match(seen, found.end())
        if found[1].casefold() != username.casefold() or rest is None:
            continue
        first, *more = rest[0].split()
        if first.startswith(DEAL_LINK):
            return first.rstrip("-_")
        # A token is as long as it is: what a broken line holds of it is its rest.
        joined = first if len(first) >= TOKEN_LENGTH else "".join((first, *more))
        return joined[:TOKEN_LENGTH]
    return None


def codes_in(text: str) -> tuple[str, ...]:
    """What may be an invite's code among these words: three groups of four with a digit in them."""
    found = ("".join(groups) for groups in _GROUPS.findall(_visible(text)))
    codes = (typed_code(code) for code in found if any(char.isdecimal() for char in code))
    return tuple(dict.fromkeys(code for code in codes if code is not None))


def is_code_alone(text: str) -> bool:
    """Whether a message is one code and nothing more."""
    return _ALONE.fullmatch(_visible(text)) is not None and bool(codes_in(text))


def _visible(text: str) -> str:
    """Without marks of direction, in ASCII digits and dashes and narrow letters."""
    shown = (char for char in unicodedata.normalize("NFKC", text) if category(char) != "Cf")
    return "".join(
        str(unicodedata.digit(char))
        if char.isdecimal()
        else "-"
        if category(char) == "Pd"
        else char
        for char in shown
    )


def shown_code(code: str) -> str:
    """In groups of four, to read aloud."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))
