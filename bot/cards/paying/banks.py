"""What a party's card says of a payment that a bank took back."""

from __future__ import annotations

from bot.texts import Safe, Text
from core.deal.milestone import Milestone, State
from core.paying import at_bank
from core.views import DealView


def with_bank(view: DealView, t: Text, m: Milestone) -> list[Safe]:
    """What the bank took of its money and has not decided; what is to be paid once more.

    Of a milestone whose work stopped for it the card says what is missing as before any payment:
    of what the desk had booked by mistake nothing was paid once.
    """
    told, taken = [], at_bank(view.deal, m.number)
    if taken:
        told.append(t("milestone-at-bank", amount=taken))
    if m.again is not None and m.state is not State.FUNDING:
        told.append(t("milestone-pay-again", missing=m.missing, arrived=m.waiting))
    return told
