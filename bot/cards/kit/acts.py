"""The acts as buttons: how each is offered, and which of them are wanted now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.buttons import Style
from bot.cards.kit.base import MOST_BUTTONS
from core.deal.milestone import State
from core.deal.step import Act
from core.views import DealView


@dataclass(frozen=True, slots=True)
class Look:
    """How an act is offered: its verb and its colour. The label is `button-<act>`."""

    verb: str
    style: Style = Style.PLAIN


LOOKS: Final[Mapping[Act, Look]] = MappingProxyType(
    {
        Act.ANSWER: Look("dispans", Style.GO),
        Act.APPROVE: Look("appr", Style.GO),
        Act.REQUEST_CHANGES: Look("chg"),
        Act.PAY: Look("pay", Style.GO),
        Act.ASK_SHORTFALL: Look("payask"),
        Act.ACCEPT_SHORTFALL: Look("payacc", Style.GO),
        Act.OBJECT: Look("lateobj"),
        Act.TAKE_BACK_CANCEL: Look("lateback"),
        Act.SUBMIT: Look("sub", Style.GO),
        Act.CONTEST: Look("chgcon"),
        Act.GO_ON: Look("dropgo", Style.GO),
        Act.DROP: Look("drop", Style.DANGER),
        Act.STATE: Look("dispside"),
        Act.EVIDENCE: Look("dispfile"),
        Act.TAKE_BACK: Look("subback"),
        Act.DIARY: Look("diaryadd"),
        Act.RELEASE_PART: Look("part"),
        Act.TALK: Look("talk"),
        Act.CANCEL_LATE: Look("late", Style.DANGER),
        Act.WITHDRAW: Look("with", Style.DANGER),
        Act.CANCEL_FUNDING: Look("paycan", Style.DANGER),
        Act.DISPUTE: Look("disp", Style.DANGER),
    }
)
"""In the order in which they are wanted."""
OPEN: Final = "dealopen"
"""The verb of a message's way to the deal: what has it keeps its words, never edited away."""
RARE: Final = frozenset(
    {
        Act.RELEASE_PART,
        Act.TALK,
        Act.CANCEL_LATE,
        Act.WITHDRAW,
        Act.CANCEL_FUNDING,
        Act.DISPUTE,
    }
)
"""Only ever inside *More…*."""


def wanted_acts(view: DealView) -> tuple[tuple[Act, int | None], ...]:
    """The one or two steps that are wanted now."""
    offered = {o.act: o.milestone for o in reversed(view.offered)}
    usual = [act for act in LOOKS if act in offered and act not in RARE]
    if Act.APPROVE in usual and _revising(view, offered[Act.APPROVE]):
        usual.remove(Act.APPROVE)
    return tuple((act, offered[act]) for act in usual[:2])


def rare_acts(view: DealView) -> tuple[tuple[Act, int | None], ...]:
    """Everything else that is offered."""
    offered = {o.act: o.milestone for o in reversed(view.offered)}
    wanted = {act for act, _ in wanted_acts(view)}
    rest = [act for act in LOOKS if act in offered and act not in wanted]
    return tuple((act, offered[act]) for act in rest[: MOST_BUTTONS - 1])


def _revising(view: DealView, milestone: int | None) -> bool:
    return milestone is not None and view.deal.milestone(milestone).state is State.REVISING
