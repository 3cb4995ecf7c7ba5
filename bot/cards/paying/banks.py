"""What a party's card says of a payment that a bank took back."""

from __future__ import annotations

from bot.texts import Safe, Text
from core.deal.milestone import Milestone
from core.paying import at_bank
from core.views import DealView


def with_bank(view: DealView, t: Text, m: Milestone) -> list[Safe]:
    """What the bank took of its money and has not decided; what is to be paid once more."""
    told, taken = [], at_bank(view.deal, m.number)
    if taken:
        told.append(t("milestone-at-bank", amount=taken))
    if m.again is not None:
        told.append(t("milestone-pay-again", missing=m.missing, arrived=m.waiting))
    return told
