"""The acts as buttons: how each is offered, and which of them are wanted now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from bot.buttons import Style
from core.deal.milestone import State
from core.deal.step import Act, Offered
from core.views import DealView

LOOKS: Final[Mapping[Act, Style]] = MappingProxyType(
    {
        Act.ANSWER: Style.GO,
        Act.ACCEPT_TIME: Style.GO,
        Act.REJECT_TIME: Style.PLAIN,
        Act.ACCEPT_PAUSE: Style.GO,
        Act.REJECT_PAUSE: Style.PLAIN,
        Act.ACCEPT_END: Style.PLAIN,
        Act.REJECT_END: Style.PLAIN,
        Act.GIVE_MATERIAL: Style.GO,
        Act.ALL_THERE: Style.PLAIN,
        Act.DROP_POINT: Style.PLAIN,
        Act.MOVE_POINT: Style.PLAIN,
        Act.RESUME: Style.PLAIN,
        Act.ACCEPT_OFFER: Style.PLAIN,
        Act.ACCEPT_ADVICE: Style.PLAIN,
        Act.ACCEPT_CHANGE: Style.PLAIN,
        Act.REJECT_CHANGE: Style.PLAIN,
        Act.APPROVE: Style.GO,
        Act.REQUEST_CHANGES: Style.PLAIN,
        Act.PAY: Style.GO,
        Act.ASK_SHORTFALL: Style.PLAIN,
        Act.ACCEPT_SHORTFALL: Style.GO,
        Act.OBJECT: Style.PLAIN,
        Act.TAKE_BACK_CANCEL: Style.PLAIN,
        Act.TAKE_BACK_CONTEST: Style.PLAIN,
        Act.SUBMIT: Style.GO,
        Act.CONTEST: Style.PLAIN,
        Act.GO_ON: Style.GO,
        Act.DROP: Style.DANGER,
        Act.ACCEPT_RULING: Style.PLAIN,
        Act.ASK_REVIEW: Style.PLAIN,
        Act.STATE: Style.PLAIN,
        Act.OFFER: Style.PLAIN,
        Act.CALL_ARBITER: Style.PLAIN,
        Act.EVIDENCE: Style.PLAIN,
        Act.ADD_NOTHING: Style.PLAIN,
        Act.TAKE_BACK: Style.PLAIN,
        Act.DIARY: Style.PLAIN,
        Act.RELEASE_PART: Style.PLAIN,
        Act.ASK_TIME: Style.PLAIN,
        Act.GRANT_TIME: Style.PLAIN,
        Act.WAIT_MATERIAL: Style.PLAIN,
        Act.TALK: Style.PLAIN,
        Act.ASK_PAUSE: Style.PLAIN,
        Act.WITHDRAW_TIME: Style.PLAIN,
        Act.WITHDRAW_PAUSE: Style.PLAIN,
        Act.WITHDRAW_END: Style.PLAIN,
        Act.PROPOSE_END: Style.PLAIN,
        Act.REJECT_OFFER: Style.PLAIN,
        Act.WITHDRAW_OFFER: Style.PLAIN,
        Act.REJECT_ADVICE: Style.PLAIN,
        Act.SEAL: Style.PLAIN,
        Act.UNSEAL: Style.PLAIN,
        Act.CHALLENGE: Style.PLAIN,
        Act.TAKE_BACK_DISPUTE: Style.PLAIN,
        Act.CONCEDE: Style.DANGER,
        Act.CANCEL_LATE: Style.DANGER,
        Act.CANCEL_FOR_FEE: Style.DANGER,
        Act.WITHDRAW: Style.DANGER,
        Act.CANCEL_FUNDING: Style.DANGER,
        Act.DISPUTE: Style.DANGER,
        Act.WITHDRAW_CHANGE: Style.PLAIN,
        Act.AMEND: Style.PLAIN,
    }
)
"""How each act is offered, in the order in which they are wanted.

Its verb is the act's value, its label `button-<act>`.
"""
ANSWERS: Final = frozenset(
    {
        Act.ACCEPT_TIME,
        Act.REJECT_TIME,
        Act.ACCEPT_PAUSE,
        Act.REJECT_PAUSE,
        Act.ACCEPT_END,
        Act.REJECT_END,
        Act.ACCEPT_OFFER,
        Act.ACCEPT_ADVICE,
        Act.ACCEPT_CHANGE,
        Act.REJECT_CHANGE,
    }
)
"""To what the other side proposes: they stand beside what is wanted, and in place of none of it."""
OPEN: Final = "dealopen"
"""The verb of a message's way to the deal: what has it keeps its words, never edited away."""
RARE: Final = frozenset(
    {
        Act.RELEASE_PART,
        Act.ASK_TIME,
        Act.GRANT_TIME,
        Act.WAIT_MATERIAL,
        Act.TALK,
        Act.ASK_PAUSE,
        Act.WITHDRAW_TIME,
        Act.WITHDRAW_PAUSE,
        Act.WITHDRAW_END,
        Act.WITHDRAW_CHANGE,
        Act.AMEND,
        Act.PROPOSE_END,
        Act.REJECT_OFFER,
        Act.WITHDRAW_OFFER,
        Act.REJECT_ADVICE,
        Act.SEAL,
        Act.UNSEAL,
        Act.CHALLENGE,
        Act.TAKE_BACK_DISPUTE,
        Act.CONCEDE,
        Act.CANCEL_LATE,
        Act.CANCEL_FOR_FEE,
        Act.WITHDRAW,
        Act.CANCEL_FUNDING,
        Act.DISPUTE,
    }
)
"""Only ever inside *More…*."""


SEVERAL: Final = 2
MOST_WANTED: Final = 4
"""Acts that are wanted at once, where several milestones are open; the rest is in *More…*."""


def wanted_acts(view: DealView) -> tuple[tuple[Act, int | None], ...]:
    """The one or two steps that are wanted now, of each milestone that is open."""
    opened = view.deal.under_way
    if len(opened) < SEVERAL:
        usual = _usual(view, view.offered)
    else:
        each = {act for m in opened for act in _usual(view, _of(view, m.number))}
        usual = [act for act in LOOKS if act in each][:MOST_WANTED]
    return tuple((act, one_of(view, act)) for act in usual)


def rare_acts(view: DealView) -> tuple[tuple[Act, int | None], ...]:
    """Everything else that is offered."""
    offered = {o.act for o in view.offered} - {act for act, _ in wanted_acts(view)}
    return tuple((act, one_of(view, act)) for act in LOOKS if act in offered)


def places(view: DealView, act: Act) -> tuple[int, ...]:
    """The milestones on which an act is offered."""
    return tuple(o.milestone for o in view.offered if o.act is act and o.milestone is not None)


def one_of(view: DealView, act: Act) -> int | None:
    """The only one of them; None where there are several to choose from, and of the deal's acts."""
    found = places(view, act)
    return found[0] if len(found) == 1 else None


def _of(view: DealView, milestone: int) -> list[Offered]:
    """What is offered on this one, or on the deal."""
    return [o for o in view.offered if o.milestone in (None, milestone)]


def _usual(view: DealView, offers: Iterable[Offered]) -> list[Act]:
    offered = {o.act: o.milestone for o in offers}
    usual = [act for act in LOOKS if act in offered and act not in RARE]
    if Act.APPROVE in usual and _revising(view, offered[Act.APPROVE]):
        usual.remove(Act.APPROVE)
    if Act.STATE in usual and _has_spoken(view, offered[Act.STATE]):
        usual.remove(Act.STATE)
    beside = ANSWERS | {Act.OFFER}
    answers = sum(1 for act in usual if act in beside)
    return usual[: 2 + answers]


def _has_spoken(view: DealView, milestone: int | None) -> bool:
    """In this dispute; of a ruling that is looked at once more there is something new to say."""
    case = None if milestone is None else view.deal.dispute(milestone)
    return case is not None and case.review is None and case.statement_of(view.viewer) is not None


def _revising(view: DealView, milestone: int | None) -> bool:
    return milestone is not None and view.deal.milestone(milestone).stands is State.REVISING
