"""What the clock does when a deadline fell due: each topic has its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core import amending, approving, disputing, drafting, inviting, paying, people, working
from core.deal.clocks import Clock, MeetDeadline, tell
from core.deal.context import Context
from core.deal.model import Deal
from core.deal.settle import Decision
from core.deal.step import DealStepOf, clock_only
from core.values.window import DeadlineKind


def meet(deal: Deal, cmd: MeetDeadline, ctx: Context) -> Decision:
    """A deadline fell due; the pipeline has checked that the deal still has it."""
    return CLOCKS[cmd.kind](deal, cmd, ctx)


CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType(
    {
        **drafting.CLOCKS,
        **inviting.CLOCKS,
        **paying.CLOCKS,
        **working.CLOCKS,
        **amending.CLOCKS,
        **disputing.CLOCKS,
        **people.CLOCKS,
        **approving.CLOCKS,
        DeadlineKind.REMIND: tell,
    }
)
"""What each kind of deadline does."""
ALARMS: Final = paying.ALARMS | disputing.ALARMS
"""The desk's own: said again and again, never replaced by a default."""
TOLD_ONCE: Final = frozenset(
    kind for kind, act in CLOCKS.items() if act is tell and kind is not DeadlineKind.REMIND
)
"""Nothing moves; somebody is told, once."""
STEPS: Final = (DealStepOf(None, MeetDeadline, clock_only, meet, while_frozen=True),)
