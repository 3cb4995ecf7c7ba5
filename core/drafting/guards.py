"""Who may write terms, and when."""

from __future__ import annotations

from core.deal.changing import may_amend
from core.deal.context import Context
from core.deal.model import Again, Deal, DealState, DealStep
from core.deal.who import creator, in_deal_state, party, takes_part, turn
from core.values.errors import NotNow, NotYours, OverLimit
from core.values.ids import PersonId


def may_do_again(ended: Deal | None, actor: PersonId) -> Again:
    """Either party of an agreed deal that is over, with its other side and nobody else.

    Raises NotYours: "no-such-deal", "stranger"; NotNow("not-over-yet").
    """
    if ended is None:
        raise NotYours("no-such-deal")
    party(ended, actor)
    to = ended.other(actor)
    if to is None or ended.agreement is None or not ended.state.final:
        raise NotNow("not-over-yet")
    return Again(ended.id, to)


def may_edit(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """The draft's creator; whoever's turn it is; a claimant; of what is agreed either side."""
    takes_part(deal, actor)
    if deal.agreement is not None:
        may_amend(deal, actor, ctx)
        return
    in_deal_state(deal, DealStep.EDIT)
    if deal.state is DealState.DRAFT:
        return
    if deal.invitee is not None:
        turn(deal, actor)
    elif actor == deal.creator:
        raise NotNow("terms-sent")


def may_discard(deal: Deal, actor: PersonId, _ctx: Context) -> None:
    """The creator of a draft."""
    creator(deal, actor)
    in_deal_state(deal, DealStep.DISCARD)


def may_suggest(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """A counter-offer: as for editing, once it was sent."""
    takes_part(deal, actor)
    in_deal_state(deal, DealStep.COUNTER)
    may_edit(deal, actor, ctx)
    if len(deal.offers) >= ctx.policy.max_versions:
        raise OverLimit("too-many-versions", limit=ctx.policy.max_versions)


def may_send_terms(deal: Deal, actor: PersonId, ctx: Context) -> None:
    """As for suggesting, with something edited."""
    may_suggest(deal, actor, ctx)
    claim = deal.claim_of(actor)
    begun = deal.working is not None and deal.working.by == actor
    if not begun and (claim is None or claim.counter is None):
        raise NotNow("nothing-changed")
