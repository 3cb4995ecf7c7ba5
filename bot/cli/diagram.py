"""The state machines as Mermaid, from the very tables that decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from core.deal.approval import APPROVAL_TABLE, ApprovalState
from core.deal.milestone import FINAL, TABLE, State
from core.deal.model import DEAL_TABLE, DealState
from core.deal.proposal import PROPOSAL_TABLE, ProposalState
from core.deal.stage import DISPUTE_TABLE, Stage

Table = Mapping[tuple[StrEnum, StrEnum], StrEnum]
_SETS = {
    "deal": ("A deal", DEAL_TABLE, DealState.DRAFT, [s for s in DealState if s.final]),
    "milestone": ("A milestone", TABLE, State.PLANNED, FINAL),
    "proposal": (
        "A proposal",
        PROPOSAL_TABLE,
        ProposalState.OPEN,
        [s for s in ProposalState if s is not ProposalState.OPEN],
    ),
    "dispute": ("A dispute", DISPUTE_TABLE, Stage.OPEN, [s for s in Stage if s.closed]),
    "approval": (
        "What two people of the desk do",
        APPROVAL_TABLE,
        ApprovalState.OPEN,
        [s for s in ApprovalState if s is not ApprovalState.OPEN],
    ),
}
NAMES = tuple(_SETS)


def mermaid(name: str) -> str:
    """One machine as a Mermaid state diagram, with a title."""
    title, table, first, last = _SETS[name]
    return "\n".join(_lines(title, table, first, last))


def _lines(
    title: str,
    table: Mapping[tuple[StrEnum, StrEnum], StrEnum],
    first: StrEnum,
    last: Iterable[StrEnum],
) -> Iterable[str]:
    yield from ("---", f"title: {title}", "---", "stateDiagram-v2", f"    [*] --> {_id(first)}")
    arrows: dict[tuple[StrEnum, StrEnum], list[str]] = {}
    for (before, step), after in table.items():
        arrows.setdefault((before, after), []).append(step.value)
    for (before, after), steps in arrows.items():
        yield f"    {_id(before)} --> {_id(after)}: {', '.join(steps)}"
    for state in sorted(last):
        yield f"    {_id(state)} --> [*]"


def _id(state: StrEnum) -> str:
    """Mermaid's names hold no dashes."""
    return state.value.replace("-", "_")
