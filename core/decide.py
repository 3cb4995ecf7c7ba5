"""The one function that decides: (deal, command, context) -> (deal, events), or a Refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core import (
    allowing,
    amending,
    approving,
    disputing,
    drafting,
    inviting,
    paying,
    people,
    talking,
    timing,
    working,
)
from core.amending import AskMoreTime, AskPause, GiveMaterial, ProposeEnd, WaitForMaterial
from core.deal.commands import Command, DealCommand
from core.deal.context import Context
from core.deal.events import OutsideNamed
from core.deal.model import Deal
from core.deal.person import Person
from core.deal.personal import PersonDecision, PersonStep
from core.deal.settle import Decision
from core.deal.step import DealStepOf, Declared, StepOf, Taken, TransferStepOf
from core.drafting import EditTerms
from core.inviting import AnswerInvited, AskInviter
from core.people import RateDeal
from core.talking import Say, WriteDiary
from core.values.outside import named_in
from core.working import ContestPoint, RequestChanges, SubmitWork

DECLARED: Final[tuple[Declared, ...]] = (
    *drafting.STEPS,
    *inviting.STEPS,
    *paying.STEPS,
    *working.STEPS,
    *amending.STEPS,
    *disputing.STEPS,
    *talking.STEPS,
    *people.STEPS,
    *approving.STEPS,
    *timing.STEPS,
)
"""Every step there is, each declared in its topic, and every act that is offered."""
STEPS: Final[Mapping[type[DealCommand], Taken]] = MappingProxyType(
    {
        step.command: step
        for step in DECLARED
        if isinstance(step, StepOf | DealStepOf | TransferStepOf)
    }
)
PERSON_STEPS: Final[Mapping[type[Command], PersonStep]] = MappingProxyType(
    {**people.PERSON_STEPS, **talking.PERSON_STEPS, **allowing.PERSON_STEPS}
)
"""What comes of each command that is about no deal."""


def decide(deal: Deal, command: DealCommand, ctx: Context) -> Decision:
    """What comes of a command. Raises Refusal; changes nothing then."""
    after, events = STEPS[type(command)].decide(deal, command, ctx)
    after, overtaken = amending.supersede(working.overtake(after, ctx), ctx.now)
    after, void = approving.overtake(after, ctx)
    events = (*events, *overtaken, *void, *_outside(deal, command, ctx))
    if command.actor in after.parties and not isinstance(command, RateDeal):
        after = _stirred(after, ctx)  # that somebody rated shows nowhere, not in a list's order
    return timing.stop_or_go_on(after, ctx), events


WATCHED: Final = (
    EditTerms,
    AskInviter,
    AnswerInvited,
    SubmitWork,
    RequestChanges,
    ContestPoint,
    AskMoreTime,
    WaitForMaterial,
    GiveMaterial,
    AskPause,
    ProposeEnd,
    WriteDiary,
    Say,
)
"""Whose words are looked at. Not those of a dispute: what somebody asked for is evidence there.
Nor those of a rating, which is sealed: a warning would tell of it."""


def _outside(deal: Deal, command: DealCommand, ctx: Context) -> tuple[OutsideNamed, ...]:
    """A warning to who wrote it and to whoever reads it; terms that hold it already are no news."""
    ours = ctx.policy.accounts
    kind = named_in(command, ours) if isinstance(command, WATCHED) else None
    if kind is None or (isinstance(command, EditTerms) and named_in(deal.terms, ours) is kind):
        return ()
    asked = (command.to,) if isinstance(command, AnswerInvited) else ()
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


def decide_for_suspense(command: Command, ctx: Context) -> paying.SuspenseDecision:
    """The money that matches nothing after a command, and what happened. Raises Refusal."""
    return paying.SUSPENSE_STEPS[type(command)](command, ctx)


def decide_for_person(person: Person | None, command: Command, ctx: Context) -> PersonDecision:
    """The person after a command (None: nothing to save) and what happened. Raises Refusal."""
    return PERSON_STEPS[type(command)](person, command, ctx)
