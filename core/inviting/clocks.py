"""When an invite ran out of time."""

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


def _expires(deal: Deal, _cmd: MeetDeadline, ctx: Context) -> Decision:
    return close(deal, ctx, DealStep.EXPIRE, "expired", SYSTEM)


CLOCKS: Final[Mapping[DeadlineKind, Clock]] = MappingProxyType(
    {DeadlineKind.INVITE_EXPIRES: _expires}
)
