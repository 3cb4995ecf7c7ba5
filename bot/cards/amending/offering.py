"""Offers in a dispute: as a bar on both cards, before they go out, and before they are accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.buttons import DO, Button, Press, Style
from bot.cards.amending.asking import words_line
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.gather import leave
from bot.cards.kit.heading import back, head, milestone_title, other_name
from bot.cards.kit.proposals import end_args, proposal_args
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.wording import blocks, lines
from bot.texts import Safe, Text
from core.deal.milestone import Milestone
from core.deal.proposal import IN_DISPUTE, Proposal, ProposalKind, ProposalState
from core.deal.step import Act
from core.deal.terms import Role
from core.ports import Expecting
from core.values.money import Money
from core.values.words import Words
from core.views import DealView

ENDED: Final = ("dispute-taken-back", "dispute-conceded", "advice-agreed", "sealed-met")
OFFERED: Final = ("settlement-offered", "settlement-advised", "end-proposed")
NOT_AGREED: Final = (
    *(f"{what}-{how}" for what in ("end", "settlement") for how in ("refused", "withdrawn")),
    *(f"{what}-unanswered" for what in ("end", "settlement", "advice")),
    "advice-refused",
)
"""Notices that say no more than their text."""
CELLS: Final = 10
_ALL: Final = 10_000


def offer_lines(view: DealView, m: Milestone, t: Text) -> list[Safe]:
    """What is offered and waits: by whom, as a bar and to the cent, until when, and what then."""
    return [
        lines(_bar(view, p, t), t("offer-line", **_args(view, m, p, t), **_agreed(view, p)))
        for p in view.deal.proposals
        if p.milestone == m.number and p.kind in IN_DISPUTE and p.state is ProposalState.OPEN
    ]


def _args(view: DealView, m: Milestone, p: Proposal, t: Text) -> dict[str, object]:
    return {**_named(view, m, t), **proposal_args(view, p)}


def _agreed(view: DealView, p: Proposal) -> dict[str, object]:
    """Whose it is; of the arbiter's, whether the reader, the other side or nobody said yes yet."""
    if p.kind is not ProposalKind.ADVICE:
        return {"whose": "you" if p.by == view.viewer else "other"}
    if not p.agreed:
        return {"whose": "arbiter"}
    return {"whose": "agreed" if view.viewer in p.agreed else "waits"}


def _bar(view: DealView, p: Proposal, t: Text) -> Safe | None:
    if p.to_freelancer is None or p.held is None:
        return None
    freelancers = p.to_freelancer.minor * _ALL // p.held.minor
    mine = freelancers if view.role is Role.FREELANCER else _ALL - freelancers
    return t(
        "offer-bar",
        mine=t.percent(mine),
        theirs=t.percent(_ALL - mine),
        bar=bar_of(mine, rtl=t.rtl),
        name=other_name(view, t),
    )


def bar_of(mine: int, *, rtl: bool = False) -> str:
    """`▓▓▓░░` of basis points; whoever gets something has a cell, and whoever nothing none.

    The cells run from left to right in every text, so where lines do not the other side's come
    first: the reader's own stand beside *You*.
    """
    full = round(mine * CELLS / _ALL)
    if 0 < mine < _ALL:
        full = min(max(full, 1), CELLS - 1)
    cells = "▓" * full + "░" * (CELLS - full)
    return cells[::-1] if rtl else cells


@dataclass(frozen=True, slots=True)
class Offering:
    """An offer before it goes out: the other side's that it takes the place of, and until when."""

    share: Money
    counters: int
    until: datetime
    said: Words | None


def sure_offer(view: DealView, m: Milestone, row: Expecting, made: Offering, t: Text) -> Card:
    """Who would get what; the button carries it, and what it counters."""
    args = {**_named(view, m, t), **end_args(view, m, made.share)}
    args |= {"role": _role(view), "until": made.until, "counter": bool(made.counters)}
    text = blocks(
        head(view, t),
        t("confirm-offer", **args),
        words_line(made.said, t),
        phrase_line(view.people.get(view.viewer), t),
    )
    arg = f"{made.share.minor}.{made.counters}"
    press = Press(Act.OFFER + DO, view.deal.id, m.number, m.seen, arg)
    yes = Button(t.plain("yes-offer"), press, style=Style.GO)
    return Card(text, rows_of([yes, leave(row, t)]))


def sure_sealed(view: DealView, m: Milestone, row: Expecting, figure: Money, t: Text) -> Card:
    """What would be kept, who sees it, and what comes of it."""
    args = {**_named(view, m, t), "role": _role(view), "figure": figure, "held": m.held}
    text = blocks(
        head(view, t),
        t("confirm-seal", **args),
        phrase_line(view.people.get(view.viewer), t),
    )
    press = Press(Act.SEAL + DO, view.deal.id, m.number, m.seen, str(figure.minor))
    yes = Button(t.plain("yes-seal", figure=figure), press, style=Style.GO)
    return Card(text, rows_of([yes, leave(row, t)]))


def accept_card(
    view: DealView, m: Milestone, p: Proposal, act: Act, t: Text, *, play: bool
) -> Card:
    """The screen before the tap that ends the dispute, or that waits for the other side's yes."""
    args = {**_args(view, m, p, t), **_agreed(view, p)}
    text = blocks(
        head(view, t),
        t(f"confirm-{act.value}", **args),
        t("play-money") if play else None,
        phrase_line(view.people.get(view.viewer), t),
    )
    press = Press(act + DO, view.deal.id, m.number, m.seen, str(p.number))
    yes = Button(t.plain(f"yes-{act.value}"), press, style=Style.GO)
    return Card(text, rows_of([yes, back(view, t)]))


def sealed_line(view: DealView, m: Milestone, t: Text) -> Safe | None:
    """The reader's own figure, on their own card alone."""
    own = view.deal.sealed_by(m.number, view.viewer)
    if own is None or own.figure is None or view.role is None:
        return None
    name = other_name(view, t)
    return t("sealed-line", figure=own.figure, role=view.role.value, name=name)


def _role(view: DealView) -> str:
    return "none" if view.role is None else view.role.value


def _named(view: DealView, m: Milestone, t: Text) -> dict[str, object]:
    return {"name": other_name(view, t), "title": milestone_title(view, m.number)}
