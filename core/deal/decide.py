"""The one function that decides: (deal, command, context) -> (deal, events), or a Refusal."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core import commands as c
from core.context import Context
from core.deal.declared import STEPS
from core.deal.model import Deal
from core.deal.settle import Decision
from core.events import OutsideNamed
from core.outside import named_in


def decide(deal: Deal, command: c.DealCommand, ctx: Context) -> Decision:
    """What comes of a command. Raises Refusal; changes nothing then."""
    after, events = STEPS[type(command)].decide(deal, command, ctx)
    events = (*events, *_outside(deal, command, ctx))
    if command.actor in after.parties:
        after = _stirred(after, ctx)
    return after, events


WATCHED: Final = (
    c.EditTerms,
    c.AskInviter,
    c.AnswerInvited,
    c.SubmitWork,
    c.RequestChanges,
    c.ContestPoint,
    c.WriteDiary,
    c.Say,
)
"""Whose words are looked at. Not those of a dispute: what somebody asked for is evidence there."""


def _outside(deal: Deal, command: c.DealCommand, ctx: Context) -> tuple[OutsideNamed, ...]:
    """A warning to who wrote it and to whoever reads it; terms that hold it already are no news."""
    ours = ctx.policy.accounts
    kind = named_in(command, ours) if isinstance(command, WATCHED) else None
    if kind is None or (isinstance(command, c.EditTerms) and named_in(deal.terms, ours) is kind):
        return ()
    asked = (command.to,) if isinstance(command, c.AnswerInvited) else ()
    told = dict.fromkeys((command.actor, *(asked or deal.parties)))
    return (OutsideNamed(command.actor, kind.value, tuple(told)),)


def _stirred(deal: Deal, ctx: Context) -> Deal:
    """A party did something: the deal is not dormant."""
    if any(m.dormancy is not None for m in deal.milestones):
        awake = tuple(
            m if m.dormancy is None else replace(m, dormancy=None) for m in deal.milestones
        )
        deal = replace(deal, milestones=awake)
    return replace(deal, active_at=ctx.now)
