"""How two people come to a deal, by the commands that the bots send: the same in every world."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from core.deal.commands import Command
from core.deal.terms import Role
from core.drafting import Edit, EditTerms, StartDeal
from core.escrow import Executed
from core.inviting import ClaimInvite, ConfirmClaimant, CreateInvite
from core.values.ids import DealId, PersonId

Do = Callable[[Command], Awaitable[Executed]]


@dataclass(frozen=True, slots=True)
class InviteSecret:
    """What the link and the code of an invite are known by."""

    token_hash: str = "t" * 64
    code_hash: str = "c" * 64
    nonce: str = "n"


async def draft(
    do: Do, creator: PersonId, edits: Sequence[Edit], currency: str, role: Role = Role.FREELANCER
) -> DealId:
    """A draft with these terms."""
    started = (await do(StartDeal(actor=creator, role=role, currency=currency))).deal
    assert started is not None
    await do(EditTerms(actor=creator, deal=started.id, edits=tuple(edits)))
    return started.id


async def invite(
    do: Do, creator: PersonId, deal: DealId, secret: InviteSecret = InviteSecret()
) -> str:
    """Send it to whoever comes with the secret; the fingerprint of what they are asked."""
    command = CreateInvite(
        actor=creator,
        deal=deal,
        nonce=secret.nonce,
        token_hash=secret.token_hash,
        code_hash=secret.code_hash,
        locale="en",
    )
    invited = (await do(command)).deal
    assert invited is not None
    assert invited.offer is not None
    return invited.offer.fingerprint


async def accept(
    do: Do,
    creator: PersonId,
    person: PersonId,
    deal: DealId,
    fingerprint: str,
    proof: str = InviteSecret().token_hash,
) -> None:
    """Somebody accepts what the link showed, and the creator knows them."""
    await do(ClaimInvite(actor=person, deal=deal, proof=proof, fingerprint=fingerprint))
    await do(ConfirmClaimant(actor=creator, deal=deal, person=person))


async def agree(
    do: Do,
    creator: PersonId,
    person: PersonId,
    edits: Sequence[Edit],
    currency: str = "EUR",
    secret: Callable[[DealId], InviteSecret] = lambda _: InviteSecret(),
) -> DealId:
    """All of it: an agreed deal of the freelancer who sent it and the client who came."""
    deal = await draft(do, creator, edits, currency)
    own = secret(deal)
    fingerprint = await invite(do, creator, deal, own)
    await accept(do, creator, person, deal, fingerprint, own.token_hash)
    return deal
