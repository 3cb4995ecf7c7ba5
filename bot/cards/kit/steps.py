"""The screen before a step that moves money or can not be undone: amount, name, what it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.kit.acts import LOOKS
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.heading import back, head, milestone_title, other_name
from bot.cards.kit.house import House
from bot.cards.kit.shares import after_fee
from bot.cards.kit.ways import way_out
from bot.cards.kit.wording import blocks
from bot.texts import Safe, Text
from core.amending import goes_on
from core.deal.milestone import Milestone
from core.deal.pause import PauseEnd
from core.deal.person import Person
from core.deal.step import Act
from core.values.money import Money
from core.views import DealView
from core.working import cancel_fee_of

_OF_WAITING: Final = frozenset({Act.ASK_SHORTFALL, Act.ACCEPT_SHORTFALL, Act.CANCEL_FUNDING})


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked: `verb` does it; `until`: how long the other side could answer it."""

    act: Act
    verb: str
    until: datetime
    again: bool = False


def confirm_card(view: DealView, m: Milestone, asking: Asking, t: Text, house: House) -> Card:
    """What the second tap will do. The button carries the submission and the amount shown."""
    act = asking.act
    amount = amount_of(m, act)
    shown = m.submission
    args: dict[str, object] = {
        "amount": amount,
        "name": other_name(view, t),
        "title": milestone_title(view, m.number),
        "submission": 0 if shown is None else shown.number,
        "at": view.now if shown is None else shown.at,
        "price": m.amount,
        "missing": m.missing,
        "arrived": m.waiting.minor > 0,
        "until": asking.until,
        "before": m.number - 1,
        "at_once": view.deal.terms.rules.all_at_once,
        "due": _due_again(view, m),
    }
    args |= after_fee(view.deal, amount) | way_out(view.deal.terms.rules, view.role)
    if act is Act.CANCEL_FOR_FEE:
        keeps = cancel_fee_of(view.deal, m)
        args |= {"keeps": keeps, "rest": amount - keeps, **after_fee(view.deal, keeps)}
    asked = f"again-{act.value}" if asking.again else f"confirm-{act.value}"
    text = blocks(
        head(view, t),
        t(asked, **args),
        t("play-money") if house.plays(m) else None,
        phrase_line(view.people.get(view.viewer), t),
    )
    style = Style.DANGER if LOOKS[act] is Style.DANGER else Style.GO
    press = Press(
        asking.verb, view.deal.id, m.number, m.seen, f"{args['submission']}.{amount.minor}"
    )
    yes = Button(t.plain(f"yes-{act.value}", **args), press, style=style)
    return Card(text, rows_of([yes, back(view, t)]))


def _due_again(view: DealView, m: Milestone) -> datetime | str:
    """When paused work would be due, if it went on now."""
    if m.pause is None:
        return ""
    return goes_on(m, PauseEnd.RESUMED, view.now, timedelta(0)).due or ""


def amount_of(m: Milestone, act: Act) -> Money:
    """What is spoken of: what is missing, what arrived, or what is held."""
    if act is Act.PAY:
        return m.missing
    if act is Act.GO_ON or act is Act.DROP:
        return m.amount
    return m.waiting if act in _OF_WAITING else m.held


def phrase_line(person: Person | None, t: Text) -> Safe | None:
    """The person's own safety phrase, which stands on every money message."""
    if person is None or not person.phrase:
        return None
    return t("safety-phrase", phrase=person.phrase)
