"""What can be asked about an invite."""

from __future__ import annotations

from dataclasses import dataclass

from core.deal.commands import DealCommand
from core.values.ids import PersonId
from core.values.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateInvite(DealCommand):
    """Send the terms: `token_hash` and `code_hash` are SHA-256 of the link's and the typed secret.

    `nonce` lets the edge derive both again from its own key; `locale` is the other side's
    language; `said` and `button` go into the record of acceptance.
    """

    nonce: str
    token_hash: str
    code_hash: str
    locale: str
    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteAgain(DealCommand):
    """Send the terms of a deal that is done again to its other side, who needs no link."""

    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewInvite(DealCommand):
    """A new link; the old one stops working, the clock restarts."""

    nonce: str
    token_hash: str
    code_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawInvite(DealCommand):
    """The creator takes the invite back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimInvite(DealCommand):
    """Who opened the link says it is for them.

    With a fingerprint they accept it, without one they want changes. `proof` is the SHA-256 of
    the secret that they followed or typed.
    """

    proof: str
    fingerprint: str | None = None
    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineInvite(DealCommand):
    """No, thank you. Before one is confirmed it ends one's own claim alone."""

    proof: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmClaimant(DealCommand):
    """*Yes, it's them*: binds the person; their acceptance of the current version completes it."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseClaimant(DealCommand):
    """*No*: that claim ends."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptTerms(DealCommand):
    """Accept the version with this fingerprint, and no other."""

    fingerprint: str
    said: str = "en"
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskInviter(DealCommand):
    """A question of somebody who was invited, before they say yes or no."""

    proof: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerInvited(DealCommand):
    """The inviter's answer to one who asked or claims."""

    to: PersonId
    words: Words
