"""What both sides and the desk read alike: exhibits by name, what a position asks for, a fee."""

from __future__ import annotations

from collections.abc import Iterable

from bot.cards.kit.wording import lines
from bot.texts import Safe, Text
from core.deal.dispute import Dispute, Statement
from core.deal.ruling import Exhibit
from core.values.money import Money


def exhibit_name(t: Text, exhibit: Exhibit) -> str:
    """`Submission 2, 3 May, 18:00 (Madrid)`."""
    name = exhibit_title(t, exhibit)
    if exhibit.at is None:
        return name
    return t.plain("exhibit-at", name=Safe(name), at=exhibit.at)


def exhibit_title(t: Text, exhibit: Exhibit) -> str:
    """`Submission 2`."""
    return t.plain("exhibit", kind=exhibit.kind, number=exhibit.number)


def relied_lines(t: Text, exhibits: Iterable[Exhibit]) -> Safe:
    """Each that a ruling names, a line."""
    return lines(*(t("exhibit-line", name=Safe(exhibit_name(t, each))) for each in exhibits))


def sought_args(dispute: Dispute, said: Statement) -> dict[str, object]:
    """What a position asks for, or, where it names no amount, what it says instead."""
    sought = dispute.sought(said)
    asks = "amount" if sought is not None else dispute.cause.value
    return {"asks": asks, "amount": "" if sought is None else sought}


def fee_args(gross: Money, fee_bps: int) -> dict[str, object]:
    """Our fee of what is released, and what is paid out; texts leave both out where it is free."""
    fee, payout = gross.share(fee_bps)
    return {"free": not fee, "fee": fee, "payout": payout}
