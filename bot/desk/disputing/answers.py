"""What a button of the form of a ruling answers, and which question follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from bot.cards.disputing.about import Case
from bot.cards.disputing.draft import SEND_BACK, UPHOLD, Draft
from bot.cards.disputing.record import exhibits
from bot.cards.disputing.ruling import CHAPTERS, CONTENTS, GOING, can_be
from bot.texts import Text
from core.deal.points import Item, ItemKind
from core.deal.ruling import Outcome, Ruling
from core.values.errors import Stale

Answered = tuple[str, Draft]
_MOST_DIGITS: Final = 4


def answered(t: Text, case: Case, field: str, draft: Draft, choice: str) -> Answered:
    """The next question and the draft after a button. Raises Stale for one that is not offered."""
    page = _number(choice[1:])
    if choice.startswith("p") and page is not None:
        return field, replace(draft, page=page)
    answer = _ANSWERS.get(field)
    if answer is None:
        raise Stale
    return answer(t, case, draft, choice)


def _outcome(_t: Text, case: Case, draft: Draft, choice: str) -> Answered:
    made = case.dispute.ruling
    if choice in (UPHOLD, SEND_BACK) and made is not None:
        return "criterion", _reviewed(draft, made, choice)
    draft = replace(draft, share=None, review="", more=None, points=(), point=None)
    if choice == GOING:
        return GOING, replace(draft, outcome=None)
    if choice not in [each for each in Outcome if not each.goes_on]:
        raise Stale
    outcome = Outcome(choice)
    return ("share" if outcome is Outcome.SPLIT else "criterion"), replace(draft, outcome=outcome)


def _reviewed(draft: Draft, made: Ruling, choice: str) -> Draft:
    """The ruling as it was, or none."""
    if choice == SEND_BACK:
        return replace(draft, outcome=None, share=None, more=None, points=(), review=choice)
    divides = made.outcome in (Outcome.SPLIT, Outcome.ORDER)
    share = made.to_freelancer if divides else None
    draft = replace(draft, more=made.more, points=made.points)
    return replace(draft, outcome=made.outcome, share=share, review=choice)


def _going(_t: Text, case: Case, draft: Draft, choice: str) -> Answered:
    offered = [each for each in Outcome if each.goes_on and can_be(case, each)]
    if choice not in offered:
        raise Stale
    outcome = Outcome(choice)
    return _FOLLOWS.get(outcome, "criterion"), replace(draft, outcome=outcome, more=None)


_FOLLOWS: Final = {Outcome.EXTEND: "time", Outcome.ORDER: "points"}


def _points(_t: Text, _case: Case, draft: Draft, choice: str) -> Answered:
    if not draft.points or choice not in ("next", "drop"):
        raise Stale
    return (
        ("time", draft)
        if choice == "next"
        else ("points", replace(draft, points=draft.points[:-1]))
    )


def _of(_t: Text, case: Case, draft: Draft, choice: str) -> Answered:
    number = _number(choice[1:]) if choice[:1] == "c" else None
    if draft.point is None or number is None or number >= len(case.part.terms.criteria):
        raise Stale
    point = Item(ItemKind.DEFECT, draft.point, number)
    return "points", replace(draft, points=(*draft.points, point), point=None, page=0)


def _time(_t: Text, _case: Case, draft: Draft, choice: str) -> Answered:
    days = _number(choice[1:])
    if choice[:1] != "d" or not days:
        raise Stale
    return after_time(draft), replace(draft, more=timedelta(days=days))


def after_time(draft: Draft) -> str:
    """An order says beforehand what happens if it is ignored."""
    return "share" if draft.outcome is Outcome.ORDER else "criterion"


def _criterion(_t: Text, case: Case, draft: Draft, choice: str) -> Answered:
    number = _number(choice[1:]) if choice[:1] == "c" else None
    if choice != "none" and number is None:
        raise Stale
    following = "evidence" if case.dispute.evidence else "reasons"
    return following, replace(draft, criterion=number, page=0)


def _evidence(t: Text, case: Case, draft: Draft, choice: str) -> Answered:
    if choice == "next":
        return "reasons", replace(draft, page=0, chapter="")
    if choice[:1] == "k" and choice[1:] in (*CHAPTERS, CONTENTS):
        return "evidence", replace(draft, chapter=choice[1:], page=0)
    offered = [str(each.exhibit) for each in exhibits(t, case) if each.exhibit is not None]
    if choice not in offered:
        raise Stale
    return "evidence", replace(draft, evidence=_toggled(draft.evidence, choice))


def _toggled(chosen: tuple[str, ...], each: str) -> tuple[str, ...]:
    return tuple(c for c in chosen if c != each) if each in chosen else (*chosen, each)


def _reasons(_t: Text, _case: Case, draft: Draft, choice: str) -> Answered:
    if choice != "others":
        raise Stale
    return "evidence", replace(draft, chapter=CONTENTS, page=0)


def _number(digits: str) -> int | None:
    """A number of ours on a button; None for what none of ours carries."""
    fits = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if fits else None


_ANSWERS: Final[Mapping[str, Callable[[Text, Case, Draft, str], Answered]]] = MappingProxyType(
    {
        "outcome": _outcome,
        GOING: _going,
        "points": _points,
        "of": _of,
        "time": _time,
        "criterion": _criterion,
        "evidence": _evidence,
        "reasons": _reasons,
    }
)
