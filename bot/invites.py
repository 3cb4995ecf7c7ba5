"""The invite's link and code: derived from the installation's own key, stored only as hashes.

So the link can be shown again to its maker, and a stolen database opens no invite.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass

from core.ids import CROCKFORD, DealId, read_code

TOKEN_BYTES = 16
CODE_LENGTH = 12


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
        """Fresh secrets for a deal."""
        return self.again(deal, secrets.token_hex(8))

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
    code = read_code(text)
    return code if len(code) == CODE_LENGTH else None


def shown_code(code: str) -> str:
    """In groups of four, to read aloud."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))
