"""The work stands still: for the client's material, at once; or as both agreed, so long.

What was left of its time is left when it goes on. Whoever waited for material has at least
`least_after_material` then, unless the client says that nothing was missing, or the freelancer goes
on by themselves: else a pause would be a way to more time that nobody gave.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from core.amending.commands import (
    AskPause,
    GiveMaterial,
    MaterialIsThere,
    ResumeWork,
    WaitForMaterial,
)
from core.amending.events import WorkPaused, WorkResumed
from core.amending.guards import (
    may_ask_pause,
    may_give_material,
    may_resume,
    may_wait,
    pause_left,
)
from core.amending.proposing import propose, until
from core.deal.context import Context
from core.deal.milestone import Milestone, State, Step
from core.deal.model import Deal
from core.deal.pause import Pause, PauseEnd, PauseWhy
from core.deal.proposal import Proposal, ProposalKind
from core.deal.settle import Decision
from core.deal.step import Act, StepOf
from core.values.errors import BadInput
from core.values.window import Window, window
from core.values.words import FileRef, Words

_BACK: Final = {State.IN_PROGRESS: Step.RESUME_WORK, State.REVISING: Step.RESUME_REVISION}
_NONE: Final = timedelta(0)


def wait(deal: Deal, m: Milestone, cmd: WaitForMaterial, ctx: Context) -> Decision:
    """The clock stops at once; the client has time to send it. Raises BadInput."""
    _few(cmd.files, ctx)
    clock = window(ctx.now, ctx.policy.material_answer, ctx.policy, ctx.zone(deal.client))
    pause = Pause(PauseWhy.MATERIAL, cmd.actor, ctx.now, cmd.words, cmd.files)
    return begin(deal, m, pause, clock)


def begin(deal: Deal, m: Milestone, pause: Pause, clock: Window) -> Decision:
    """The work stands still until that clock ends, or somebody makes it go on."""
    m = replace(m.halted(Step.PAUSE, pause.at), window=clock, pauses=(*m.pauses, pause))
    return deal.with_milestone(m), (WorkPaused(m.number, len(m.pauses)),)


def agreed(deal: Deal, m: Milestone, p: Proposal, ctx: Context) -> Decision:
    """Both want it: from now on, for as long as was proposed."""
    length = min(p.pause or _NONE, pause_left(m, ctx.policy))
    clock = window(ctx.now, length, ctx.policy, ctx.zone(deal.freelancer))
    return begin(deal, m, Pause(PauseWhy.AGREED, p.by, ctx.now, p.words), clock)


def ask_pause(deal: Deal, m: Milestone, cmd: AskPause, ctx: Context) -> Decision:
    """The other side has time to answer. Raises BadInput("pause-out-of-range")."""
    left = pause_left(m, ctx.policy)
    if not _NONE < cmd.length <= left:
        raise BadInput("pause-out-of-range", seconds=int(left.total_seconds()))
    clock = until(deal, cmd.actor, ctx, ctx.policy.pause_answer)
    made = Proposal(0, ProposalKind.PAUSE, m.number, cmd.actor, ctx.now, clock, cmd.words)
    return propose(deal, replace(made, pause=cmd.length))


def give(deal: Deal, m: Milestone, cmd: GiveMaterial, ctx: Context) -> Decision:
    """Here it is: words, files, or both. Raises BadInput("empty-text")."""
    if cmd.words is None and not cmd.files:
        raise BadInput("empty-text")
    _few(cmd.files, ctx)
    return _go_on(deal, m, ctx, PauseEnd.GIVEN, (cmd.words, cmd.files))


def all_there(deal: Deal, m: Milestone, _cmd: MaterialIsThere, ctx: Context) -> Decision:
    """The client says that nothing is missing: the clock goes on at once."""
    return _go_on(deal, m, ctx, PauseEnd.ALL_THERE)


def resume(deal: Deal, m: Milestone, _cmd: ResumeWork, ctx: Context) -> Decision:
    """The freelancer goes on, whatever it waited for."""
    return _go_on(deal, m, ctx, PauseEnd.RESUMED)


def over(deal: Deal, m: Milestone, ctx: Context) -> Decision:
    """The time of the pause is over: whoever said nothing stops nobody."""
    return _go_on(deal, m, ctx, PauseEnd.OVER)


def goes_on(m: Milestone, end: PauseEnd, at: datetime, least: timedelta) -> Milestone:
    """The paused milestone as it would go on then; `least` is the house's, after material."""
    pause = m.pause
    stepped = _BACK[m.stands]
    material = pause is not None and pause.why is PauseWhy.MATERIAL
    waited = material and end in (PauseEnd.GIVEN, PauseEnd.OVER)
    return m.gone_on(stepped, at, least if waited else _NONE)


def _go_on(
    deal: Deal,
    m: Milestone,
    ctx: Context,
    end: PauseEnd,
    given: tuple[Words | None, tuple[FileRef, ...]] = (None, ()),
) -> Decision:
    after = goes_on(m, end, ctx.now, ctx.policy.least_after_material)
    after = closed(after, end, ctx.now)
    last = replace(after.pauses[-1], answer=given[0], given=given[1])
    after = replace(after, pauses=(*after.pauses[:-1], last))
    deal = deal.with_milestone(after).moved(m.number, ctx.now)
    return deal, (WorkResumed(m.number, len(m.pauses), end),)


def closed(m: Milestone, end: PauseEnd, now: datetime) -> Milestone:
    """With its last pause ended."""
    last = replace(m.pauses[-1], ended_at=now, end=end)
    return replace(m, pauses=(*m.pauses[:-1], last))


def overtake(deal: Deal, now: datetime) -> Deal:
    """A milestone that ended, or went to the arbiter, is not paused any more."""
    for m in deal.milestones:
        if m.state is not State.PAUSED and m.pauses and m.pauses[-1].end is None:
            deal = deal.with_milestone(closed(m, PauseEnd.OVERTAKEN, now))
    return deal


def _few(files: tuple[FileRef, ...], ctx: Context) -> None:
    if len(files) > ctx.policy.max_files:
        raise BadInput("too-many-files", limit=ctx.policy.max_files)


STEPS: Final = (
    StepOf(Act.WAIT_MATERIAL, WaitForMaterial, may_wait, wait),
    StepOf(Act.GIVE_MATERIAL, GiveMaterial, may_give_material, give),
    StepOf(Act.ALL_THERE, MaterialIsThere, may_give_material, all_there),
    StepOf(Act.RESUME, ResumeWork, may_resume, resume),
    StepOf(Act.ASK_PAUSE, AskPause, may_ask_pause, ask_pause),
)
