"""Deadlines that fall due, windows that people were told of, and time when nobody was heard."""

from types import MappingProxyType

from core.timing import meeting, outage, serving
from core.timing.meeting import ALARMS, TOLD_ONCE
from core.timing.outage import ExtendClocks, stop_or_go_on
from core.timing.serving import SILENT, NoticeServed, NoticeUnserved, WindowServed

__all__ = [
    "ALARMS",
    "SILENT",
    "STEPS",
    "TELLS",
    "TOLD_ONCE",
    "ExtendClocks",
    "NoticeServed",
    "NoticeUnserved",
    "WindowServed",
    "stop_or_go_on",
]

STEPS = (*meeting.STEPS, *serving.STEPS, *outage.STEPS)
TELLS = MappingProxyType({**serving.TELLS, **outage.TELLS})
