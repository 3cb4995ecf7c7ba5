"""Paying by bank transfer: where to, by which reference, and the report that it was sent."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Final

import segno.helpers

from bot.buttons import DO, OTHER, Button, Press, Style
from bot.cards.kit.accounts import country_of
from bot.cards.kit.base import MOST_COPIED, Attachment, Card, rows_of
from bot.cards.kit.gather import leave
from bot.cards.kit.heading import back, head, milestone_title
from bot.cards.kit.steps import phrase_line
from bot.cards.kit.ways import way_out
from bot.cards.kit.wording import LABEL, blocks, clipped, lines
from bot.config.rails import Account
from bot.texts import Code, Safe, Text
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.ports import Expecting
from core.values import currencies
from core.values.money import Money
from core.values.words import Words
from core.views import DealView

_EPC_NAME: Final = 70
_EPC_MOST: Final = Decimal("999999999.99")


def reference(view: DealView, m: Milestone) -> str:
    """What the transfer has to name, so that the treasurer finds it."""
    return f"{view.deal.id}-{m.number}"


def bank_card(
    view: DealView, m: Milestone, account: Account | None, t: Text, payer: str = ""
) -> Card:
    """Where to send the money. `payer` is somebody else, for whom the same is told to forward."""
    if account is None:
        return Card(blocks(head(view, t), t("pay-no-account")), rows_of([back(view, t)]))
    told = lines(
        t("pay-amount", amount=m.missing),
        t("pay-holder", holder=account.holder),
        t("pay-account", number=Code(account.iban or account.account)),
        t("pay-bank", bank=account.bank) if account.bank else None,
        t("pay-country", country=country) if (country := country_of(account, t)) else None,
        t("pay-reference", reference=Code(reference(view, m))),
        t("pay-note", note=account.note) if account.note else None,
    )
    ways = way_out(view.deal.terms.rules, view.role)
    how = {"title": milestone_title(view, m.number), **ways}
    asked = t("pay-other-how", payer=payer) if payer else t("pay-how", **how)
    text = blocks(
        head(view, t), asked, told, t("pay-then"), phrase_line(view.people.get(view.viewer), t)
    )
    deal, seen = view.deal.id, m.seen
    paid = Press(Act.CLAIM_PAID.value, deal, m.number, seen)
    key = "button-they-have-paid" if payer else "button-claim-paid"
    buttons = [Button(t.plain(key), paid, style=Style.GO)]
    if not payer:
        other = Press(Act.CLAIM_PAID + OTHER, deal, m.number, seen)
        buttons.append(Button(t.plain("button-someone-else"), other))
    number = account.iban or account.account
    buttons.append(Button(t.plain("button-copy-account"), copy=clipped(number, MOST_COPIED)))
    buttons.append(Button(t.plain("button-copy-reference"), copy=reference(view, m)))
    picture = epc_picture(account, m.missing, reference(view, m))
    return Card(text, rows_of([*buttons, back(view, t)]), attachments=picture)


def epc_picture(account: Account, amount: Money, ref: str) -> tuple[Attachment, ...]:
    """The QR picture that banking apps in the euro area read; none where it can not be had.

    Source: EPC069-12, Quick Response Code: Guidelines to Enable Data Capture for the Initiation of
    a SEPA Credit Transfer.
    """
    return epc_of(account.holder, account.iban, amount, ref)


def epc_of(holder: str, iban: str, amount: Money, ref: str) -> tuple[Attachment, ...]:
    """The same of any account."""
    if not iban or not holder or amount.currency != "EUR":
        return ()
    euros = Decimal(amount.minor).scaleb(-currencies.get("EUR").exponent)
    if euros > _EPC_MOST:
        return ()
    code = segno.helpers.make_epc_qr(name=holder[:_EPC_NAME], iban=iban, amount=euros, text=ref)
    png = BytesIO()
    code.save(png, kind="png", scale=6)
    return (Attachment(f"{ref}.png", "image/png", png.getvalue()),)


def payer_card(view: DealView, row: Expecting, t: Text, *, other: bool) -> Card:
    """Whose account it comes from."""
    own = view.people.get(view.viewer)
    buttons = []
    if own is not None and not other:
        press = Press("payname", row.deal, row.milestone)
        buttons.append(Button(clipped(own.name, LABEL), press))
    text = t("pay-ask-other" if other else "pay-ask-payer")
    return Card(blocks(head(view, t), text), rows_of([*buttons, leave(row, t)]))


def day_card(view: DealView, row: Expecting, t: Text) -> Card:
    """When it was sent."""
    buttons = [
        Button(t.plain(f"button-{day}"), Press("payday", row.deal, row.milestone, None, day))
        for day in ("today", "yesterday")
    ]
    return Card(blocks(head(view, t), t("pay-ask-day")), rows_of([*buttons, previous(row, t)]))


def receipt_card(view: DealView, row: Expecting, t: Text) -> Card:
    """A receipt, if they like."""
    skip = Button(t.plain("button-skip"), Press("payskip", row.deal, row.milestone))
    return Card(blocks(head(view, t), t("pay-ask-receipt")), rows_of([skip, previous(row, t)]))


def claim_card(
    view: DealView, m: Milestone, row: Expecting, payer: Words, day: str, t: Text
) -> Card:
    """The report once more; nothing is held by it."""
    text = t(
        "pay-claim-summary",
        amount=m.missing,
        title=milestone_title(view, m.number),
        payer=str(payer),
        day=t.written_day(day),
        receipt=bool(row.data.get("receipt")),
    )
    yes = Button(
        t.plain("yes-claim-paid"),
        Press(Act.CLAIM_PAID + DO, view.deal.id, m.number, m.seen),
        style=Style.GO,
    )
    then: Safe = t("pay-claim-then")
    return Card(blocks(head(view, t), text, then), rows_of([yes, previous(row, t)]))


def previous(row: Expecting, t: Text) -> Button:
    """To the question before."""
    return Button(t.plain("button-back"), Press("payprev", row.deal, row.milestone))
