"""What was sent and is not known to be there: its receiver is asked, and the desk looks for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.buttons import DO, Button, Press, Style
from bot.cards.kit.base import MOST_BUTTONS, Card, rows_of
from bot.cards.kit.desk import lines
from bot.cards.kit.heading import back, head, milestone_title
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.wording import blocks
from bot.cards.paying.treasury import OwedTransfer, about, sending
from bot.reads import OnItsWay
from bot.texts import Code, Safe, Text
from core.deal.model import Transfer
from core.deal.step import Act
from core.values.errors import Stale
from core.views import DealView

ACTS = (Act.ARRIVED, Act.NOT_ARRIVED)
"""What the receiver of a transfer says of it."""
_MOST = 2
"""Transfers with buttons on a deal's card: the first that were sent."""


def _arg(transfer: Transfer) -> str:
    return f"{transfer.number}.{transfer.returns}"


def sent_as(view: DealView, press: Press) -> Transfer:
    """The transfer of a button, while it is on its way as it was then. Raises Stale."""
    number, _, returns = press.arg.partition(".")
    found = next(
        (one for one in view.deal.transfers if str(one.number) == number and one.on_its_way), None
    )
    if found is None or found.person != view.viewer or str(found.returns) != returns:
        raise Stale
    return found


def names_sending(view: DealView, act: Act | None, press: Press) -> bool:
    """Whether a button is about no other sending than the one that is on its way now."""
    if act not in ACTS:
        return True
    try:
        number = sent_as(view, press).number
    except Stale:
        return False
    return any(one.act is act and one.transfer == number for one in view.offered)


def waits_for_arrival(view: DealView) -> list[Transfer]:
    """What was sent to who reads, the first before the last."""
    offered = {one.transfer for one in view.offered if one.act is Act.ARRIVED}
    own = (one for one in view.deal.transfers if one.person == view.viewer)
    return [one for one in own if one.number in offered][:_MOST]


def arrival_buttons(view: DealView, t: Text) -> list[Button]:
    """*It arrived*; once it should be there, *It did not arrive* too."""
    found = waits_for_arrival(view)
    buttons = []
    for one in found:
        acts = {o.act for o in view.offered if o.transfer == one.number}
        for act in (act for act in ACTS if act in acts):
            several = len(found) > 1
            key = f"button-{act.value}" + ("-of" if several else "")
            args = {"amount": one.amount} if several else {}
            style = Style.GO if act is Act.ARRIVED and one.asked_at is not None else Style.PLAIN
            press = Press(act.value, view.deal.id, arg=_arg(one))
            buttons.append(Button(t.plain(key, **args), press, style=style))
    return buttons


def arrival_card(view: DealView, t: Text, transfer: Transfer, act: Act) -> Card:
    """The second tap repeats the amount."""
    asked = t(
        f"confirm-{act.value}",
        amount=transfer.amount,
        title=milestone_title(view, transfer.milestone),
        at=transfer.left_at or view.now,
    )
    label = t.plain(f"yes-{act.value}", amount=transfer.amount)
    style = Style.GO if act is Act.ARRIVED else Style.PLAIN
    yes = Button(label, Press(act + DO, view.deal.id, arg=_arg(transfer)), style=style)
    text = blocks(head(view, t), asked, phrase_line(view.people.get(view.viewer), t))
    return Card(text, rows_of([yes, back(view, t)]))


# at the desk


def there_sure(t: Text, owed: OwedTransfer) -> Card:
    """*Arrived*: the second tap repeats amount and name."""
    transfer, name = owed.transfer, owed.part.name(owed.transfer.person)
    asked = t("desk-there-sure", amount=transfer.amount, name=name)
    label = t.plain("desk-button-there-of", amount=transfer.amount)
    buttons = [
        Button(label, sending(owed, "thereok"), style=Style.GO),
        Button(t.plain("desk-button-back"), sending(owed, "thereno")),
    ]
    return Card(lines(asked, about(t, owed.part)), rows_of(buttons))


def on_its_way_card(t: Text, found: Sequence[OnItsWay], now: datetime) -> Card:
    """All of it by age, each with a button that shows its card."""
    shown = found[:MOST_BUTTONS]
    buttons = [Button(_code(one), _show(one)) for one in shown]
    more = len(found) - len(shown)
    text = lines(
        t("desk-way-head", count=len(found)),
        *(_row(t, one, now) for one in shown),
        t("desk-board-more", count=more) if more else "",
    )
    return Card(text, rows_of(buttons))


def _code(one: OnItsWay) -> str:
    return f"{one.deal}-T{one.transfer.number}"


def _show(one: OnItsWay) -> Press:
    return Press("way", one.deal, one.transfer.milestone, arg=_arg(one.transfer))


def _row(t: Text, one: OnItsWay, now: datetime) -> Safe:
    transfer = one.transfer
    stands = "missed" if transfer.missed_at else "overdue" if one.overdue(now) else "open"
    return t(
        "desk-way-row",
        code=Code(_code(one)),
        title=one.title,
        amount=transfer.amount,
        age=now - (transfer.sent_at or now),
        stands=stands,
    )
