"""*Why can't I…?*: each step of one's own that is not offered now, and what would change that.

The words are those of the refusals that a press would meet; a step that the milestone's state
forbids is told with the states in which it goes, from the table itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from bot.cards.kit.acts import LOOKS
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import act_label, back, head, of_one
from bot.cards.kit.wording import blocks, lines
from bot.texts import Safe, Text, typed
from core.deal.milestone import TABLE, State
from core.deal.step import Act, Refused
from core.values.errors import Refusal
from core.views import DealView

NOBODY_ASKED: Final = frozenset(
    {
        *("nothing-proposed", "nothing-asked", "nothing-missing"),
        *("not-asked", "no-question", "no-dispute"),
    }
)
"""Refusals of an answer to what nobody asked: nobody misses these steps."""
SHORTFALL: Final = frozenset({Act.ASK_SHORTFALL, Act.ACCEPT_SHORTFALL})
OTHER_STAGE: Final = "dispute-wrong-stage"
FROZEN: Final = "deal-frozen"
FORBIDDEN: Final = "wrong-state"
"""What a state of the milestone forbids."""


def why_card(view: DealView, refused: Iterable[Refused], t: Text) -> Card:
    """Steps that are answered alike share a line."""
    told: dict[Safe, dict[str, list[int | None]]] = {}
    for one in relevant(view, refused):
        label = act_label(view, t, one.act, one.milestone)
        told.setdefault(why_words(one.why, t), {}).setdefault(label, []).append(one.milestone)
    listed = [
        t("why-line", steps=t.listed(_labels(view, t, steps)), words=words)
        for words, steps in told.items()
    ]
    text = blocks(head(view, t), t("why-head"), lines(*listed)) if listed else t("why-nothing")
    return Card(text, rows_of([back(view, t, "more")]))


def _labels(view: DealView, t: Text, steps: Mapping[str, Sequence[int | None]]) -> Iterator[str]:
    """Each with its milestone; what is so of all that are open is said once."""
    for label, milestones in steps.items():
        if len(milestones) == len(view.deal.under_way):
            yield label
        else:
            yield from (of_one(view, t, label, milestone) for milestone in milestones)


def relevant(view: DealView, refused: Iterable[Refused]) -> Iterator[Refused]:
    """Of the steps on a deal's card those that the reader may miss where the milestone stands.

    What its state forbids is told where it is one step away; what is further off comes with its
    time. First what somebody or a clock could change, then what the work itself does.
    """
    known = [one for one in refused if _is_asked(view, one)]
    if view.deal.frozen_at is not None:  # until it goes on, no other reason counts
        known = [one for one in known if one.why.key == FROZEN]
    shown = [one for act in LOOKS for one in known if one.act is act]
    yield from (one for one in shown if one.why.key != FORBIDDEN)
    yield from (one for one in shown if one.why.key == FORBIDDEN and _is_near(view, one))
    yield from (one for one in known if one.act is Act.RATE)


def _is_asked(view: DealView, one: Refused) -> bool:
    """Not an answer to what nobody asked, to a dispute that is over, or about money that is not.

    Nor a step that the agreement does not grant at all.
    """
    if one.why.key in NOBODY_ASKED or one.milestone is None:
        return one.why.key not in NOBODY_ASKED
    m = view.deal.milestone(one.milestone)
    over = one.why.key == OTHER_STAGE and m.state is not State.DISPUTED
    never = one.act is Act.CANCEL_FOR_FEE and not view.deal.terms.rules.cancel_fee_percent
    return not over and not never and (bool(m.waiting) or one.act not in SHORTFALL)


def _is_near(view: DealView, one: Refused) -> bool:
    if one.milestone is None:
        return False
    stands = view.deal.milestone(one.milestone).state
    following = {after for (before, _), after in TABLE.items() if before is stands}
    return not following.isdisjoint(goes_in(one.why))


def goes_in(no: Refusal) -> list[State]:
    """The states in which a step goes that the milestone's state forbids now."""
    wanted = {before for before, step in TABLE if step.value == no.data.get("step")}
    return [state for state in State if state in wanted]


def why_words(no: Refusal, t: Text) -> Safe:
    """A refusal as a sentence of its own."""
    if no.key != FORBIDDEN:
        return t(f"refusal-{no.key}", **typed(no.data))
    states = [t("why-when", state=state.value) for state in goes_in(no)]
    return t("why-wrong-state", when=t.either(states))
