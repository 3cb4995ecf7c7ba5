"""The heading of a deal's cards: which it is, with whom; the way back, and acts as buttons."""

from __future__ import annotations

from typing import Final

from bot.buttons import Button, Press
from bot.cards.kit.acts import LOOKS, SEVERAL, places
from bot.cards.kit.proposals import proposal_args, proposed
from bot.cards.kit.wording import LABEL, clipped
from bot.texts import Code, Safe, Text, escape
from core.deal.step import Act
from core.views import DealView

SHORT_TITLE: Final = 60


def head(view: DealView, t: Text) -> Safe:
    """Which deal, with whom, as what."""
    deal = view.deal
    role = view.role.value if view.role is not None else "none"
    return t(
        "deal-head",
        title=clipped(str(deal.terms.title or ""), SHORT_TITLE * 2),
        name=other_name(view, t),
        role=role,
        code=Code(deal.id),
    )


def other_name(view: DealView, t: Text) -> str:
    """The other side's name, or what stands for it while nobody is bound."""
    other = view.other
    return t.plain("the-other-side") if other is None else clipped(other.name, LABEL)


def milestone_title(view: DealView, number: int, most: int = SHORT_TITLE) -> str:
    """The words of a milestone's title."""
    return clipped(str(view.deal.terms.milestones[number - 1].title or number), most)


def back(view: DealView, t: Text, verb: str = "deal") -> Button:
    """To the live card."""
    return Button(t.plain("button-back"), Press(verb, view.deal.id))


def act_button(view: DealView, t: Text, act: Act, milestone: int | None) -> Button:
    """The button of an act that is offered, bound to what is on screen.

    Where several milestones are open it names its own, or leads to the choice between several.
    """
    deal = view.deal
    if milestone is None and len(places(view, act)) > 1:
        return Button(to_choose(view, t, act), Press(CHOOSE, deal.id, arg=act), style=LOOKS[act])
    seen = deal.seen if milestone is None else deal.milestone(milestone).seen
    label = of_one(view, t, act_label(view, t, act, milestone), milestone)
    about = proposed(view, act, milestone)
    arg = "" if about is None else str(about.number)
    return Button(label, Press(act.value, deal.id, milestone, seen, arg), style=LOOKS[act])


CHOOSE: Final = "choose"
"""The verb of an act that is offered on several milestones: which of them, is asked first."""
_NAMED: Final = frozenset({Act.PAY, Act.ASK_SHORTFALL, Act.ACCEPT_SHORTFALL, Act.ACCEPT_TIME})
"""Acts whose label has an amount or a time of one milestone."""


def to_choose(view: DealView, t: Text, act: Act) -> str:
    """The label of an act on several milestones: which of them is asked next."""
    if act in _NAMED:
        return t.plain(f"button-{act.value}-several")
    return t.plain("button-several", label=escape(act_label(view, t, act, None).rstrip("…")))


def of_one(view: DealView, t: Text, label: str, milestone: int | None) -> str:
    """A label that says which milestone it is about, where several are open."""
    if milestone is None or len(view.deal.under_way) < SEVERAL:
        return label
    return t.plain("button-of-one", label=escape(label), number=milestone)


def act_label(view: DealView, t: Text, act: Act, milestone: int | None) -> str:
    """What the button of an act says, offered or not."""
    return t.plain(_label(view, act, milestone), **_amounts(view, t, act, milestone))


def _label(view: DealView, act: Act, milestone: int | None) -> str:
    if act is Act.DIARY:
        return "button-diary-add"
    short = milestone is not None and bool(view.deal.milestone(milestone).waiting)
    return "button-pay-missing" if act is Act.PAY and short else f"button-{act.value}"


def _amounts(view: DealView, t: Text, act: Act, milestone: int | None) -> dict[str, object]:
    name = other_name(view, t)
    if milestone is None:
        return {"name": name}
    m = view.deal.milestone(milestone)
    amount = m.missing if act is Act.PAY else m.waiting
    about = proposed(view, act, milestone)
    told = {} if about is None else proposal_args(view, about)
    return {"name": name, "amount": amount, **told}
