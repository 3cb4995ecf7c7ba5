"""When a draft was left for too long."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.deal.clocks import Clock, MeetDeadline
from core.deal.context import Context
from core.deal.model import Deal, DealStep
from core.deal.settle import Decision, close
from core.values.ids import SYSTEM
from core.values.window import DeadlineKind


def _idle(deal: Deal, _cmd: MeetDeadline, ctx: Context) -> Decision:
    return close(deal, ctx, DealStep.IDLE, "idle", SYSTEM)


CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType({DeadlineKind.DRAFT_IDLE: _idle})
