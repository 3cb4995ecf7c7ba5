"""What each side of a dispute would take, told to us alone: where the two meet, it is settled.

Where they do not meet, nobody learns anything, not even that there is a figure: no event, notice,
deadline or text comes of one. The middle falls to the minor unit that is the client's, as every
share does (`Money.share`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.amending.commands import SealFigure, UnsealFigure
from core.amending.events import SealedMet
from core.amending.settling import needs_dispute, open_to_settle, settled
from core.deal.context import Context
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.deal.proposal import Sealed
from core.deal.settle import Decision
from core.deal.step import Act, StepOf
from core.deal.who import party
from core.values.errors import BadInput, NotNow, Stale
from core.values.ids import PersonId
from core.values.money import Money


def may_seal(deal: Deal, actor: PersonId, m: Milestone, ctx: Context) -> None:
    """Either side, so often a dispute. Raises NotNow("sealed-used")."""
    party(deal, actor)
    needs_dispute(deal, m)
    own = deal.sealed_by(m.number, actor)
    if own is not None and own.times >= ctx.policy.max_sealed:
        raise NotNow("sealed-used", limit=ctx.policy.max_sealed)


def may_unseal(deal: Deal, actor: PersonId, m: Milestone, _ctx: Context) -> None:
    """Whoever told one. Raises NotNow("nothing-sealed")."""
    party(deal, actor)
    needs_dispute(deal, m)
    own = deal.sealed_by(m.number, actor)
    if own is None or own.figure is None:
        raise NotNow("nothing-sealed")


def seal(deal: Deal, m: Milestone, cmd: SealFigure, ctx: Context) -> Decision:
    """Kept; where the other side's meets it, settled at once.

    Raises BadInput("share-out-of-range"); Stale where another amount is held than was shown.
    """
    figure, held = cmd.figure, m.held
    if cmd.held != held:
        raise Stale
    if figure.currency != held.currency or not 0 <= figure.minor <= held.minor:
        raise BadInput("share-out-of-range", held=(held.minor, held.currency))
    before = deal.sealed_by(m.number, cmd.actor)
    times = 1 if before is None else before.times + 1
    deal = _with_sealed(deal, Sealed(m.number, cmd.actor, figure, times))
    share = _middle(deal, m)
    if share is None:
        return deal, ()
    deal, events = settled(deal, m, share, cmd.actor, ctx)
    return deal, (SealedMet(m.number), *events)


def _middle(deal: Deal, m: Milestone) -> Money | None:
    """Between what both told us; None where one told nothing, or they do not meet."""
    least, most = (
        None if told is None else told.figure
        for told in (deal.sealed_by(m.number, p) for p in (deal.freelancer, deal.client))
    )
    if least is None or most is None or least > most:
        return None
    return Money((least.minor + most.minor) // 2, least.currency)


def unseal(deal: Deal, m: Milestone, cmd: UnsealFigure, _ctx: Context) -> Decision:
    """It counts as said."""
    own = deal.sealed_by(m.number, cmd.actor)
    if own is None:
        raise NotNow("nothing-sealed")
    return _with_sealed(deal, replace(own, figure=None)), ()


def _with_sealed(deal: Deal, sealed: Sealed) -> Deal:
    rest = (s for s in deal.sealed if (s.milestone, s.by) != (sealed.milestone, sealed.by))
    return replace(deal, sealed=(*rest, sealed))


def forget_sealed(deal: Deal) -> Deal:
    """What was told us alone is gone with its dispute, however that ended."""
    kept = tuple(s for s in deal.sealed if open_to_settle(deal, deal.milestone(s.milestone)))
    return deal if kept == deal.sealed else replace(deal, sealed=kept)


STEPS: Final = (
    StepOf(Act.SEAL, SealFigure, may_seal, seal),
    StepOf(Act.UNSEAL, UnsealFigure, may_unseal, unseal),
)
