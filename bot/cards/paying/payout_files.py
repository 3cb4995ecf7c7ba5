"""Payouts as a file for the bank: what can be in it, the file, and what the bank did with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import MOST_BUTTONS, Card, rows_of
from bot.cards.kit.desk import lines
from bot.texts import Code, Safe, Text, typed
from core.paying import Due, PayoutLine, PayoutSaid, by_currency, total_of

MOST: Final = 30
"""Payouts that a card names; a file may have more."""


def pay_all_card(t: Text, count: int) -> Card:
    """Below what is owed: all of it at once."""
    button = Button(t.plain("desk-button-pay-owed"), Press("payall"))
    return Card(t("desk-payout-offer", count=count), rows_of([button]))


def ready_card(t: Text, due: Sequence[Due], open_: Mapping[str, Sequence[PayoutLine]]) -> Card:
    """What can be in a file, in all and by currency; what can not, and why; and open files."""
    ready = [one for one in due if one.why is None]
    left = [one for one in due if one.why is not None]
    sums = by_currency(ready)
    text = lines(
        t("desk-payout-head", count=len(ready)),
        *(_line(t, one) for one in ready[:MOST]),
        t("desk-payout-left") if left else "",
        *(_left(t, one) for one in left[:MOST]),
        *(_open(t, message, some) for message, some in open_.items()),
    )
    makes = [
        Button(
            t.plain("desk-button-payout-file", amount=total_of(some)),
            Press("payfile", arg=f"{currency}.{total_of(some).minor}"),
        )
        for currency, some in sums.items()
    ]
    shows = [Button(message, Press("payopen", arg=message)) for message in open_]
    return Card(text, rows_of([*makes, *shows][:MOST_BUTTONS]))


def _line(t: Text, one: Due) -> Safe:
    return t(
        "desk-payout-line", code=Code(one.reference), amount=one.transfer.amount, name=one.name
    )


def _left(t: Text, one: Due) -> Safe:
    why = Safe("") if one.why is None else t("desk-payout-why", why=one.why)
    return lines(_line(t, one), Safe(f"    {why}"))


def _open(t: Text, message: str, some: Sequence[PayoutLine]) -> Safe:
    total = total_of(some)
    return t("desk-payout-open", code=Code(message), count=len(some), amount=total)


def file_card(t: Text, message: str, some: Sequence[PayoutLine]) -> Card:
    """A file with nobody's word on it yet."""
    buttons = [
        Button(t.plain("desk-button-took"), Press("paytook", arg=message), style=Style.GO),
        Button(t.plain("desk-button-not-taken"), Press("paydrop", arg=message)),
    ]
    told = t("desk-payout-file", code=Code(message), count=len(some), amount=total_of(some))
    return Card(told, rows_of(buttons))


def sure_card(t: Text, message: str, some: Sequence[PayoutLine], *, took: bool) -> Card:
    """The second tap repeats how many and how much."""
    args = {"code": Code(message), "count": len(some), "amount": total_of(some)}
    if took:
        asked, label = t("desk-payout-took-sure", **args), t.plain("desk-button-took-of", **args)
        verb, style = "paytookok", Style.GO
    else:
        asked = t("desk-payout-not-taken-sure", **args)
        label = t.plain("desk-button-not-taken-of", **args)
        verb, style = "paydropok", Style.DANGER
    buttons = [
        Button(label, Press(verb, arg=message), style=style),
        Button(t.plain("desk-button-back"), Press("payopen", arg=message)),
    ]
    return Card(asked, rows_of(buttons))


def closed_card(t: Text, message: str) -> Card:
    """A file that somebody spoke of."""
    return Card(t("desk-payout-closed", code=Code(message)))


def took_card(t: Text, message: str, said: Sequence[PayoutSaid]) -> Card:
    """What came of each: those that do not stand as in the file by their names."""
    sent = sum(1 for one in said if one.no is None)
    apart = [
        t("desk-payout-apart", code=Code(one.line.reference), amount=one.line.amount,
          why=t(f"refusal-{one.no.key}", **typed(one.no.data)))
        for one in said
        if one.no is not None
    ]  # fmt: skip
    return Card(lines(t("desk-payout-sent", code=Code(message), count=sent), *apart))


def dropped_card(t: Text, message: str, count: int) -> Card:
    """All of it may be in another file."""
    return Card(t("desk-payout-dropped", code=Code(message), count=count))
