"""The log's line of each command: whose, on which deal, what came of it. Names and ids alone."""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from storage.unit_of_work import StepDone

_log = structlog.get_logger(__name__)


def tell_steps(steps: Sequence[StepDone]) -> None:
    """After their commit. Inside the handling of an update its id is on each line by itself."""
    for step in steps:
        _log.info(
            "command",
            command=step.command,
            actor=step.actor,
            deal=step.deal,
            request=step.request,
            events=list(step.events),
        )
