"""*Propose…*, at the desk: how much, and what goes out to both."""

from __future__ import annotations

from bot.buttons import Button, Press, Style
from bot.cards.disputing.about import Case
from bot.cards.disputing.exhibits import fee_args
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import back_out, lines, paragraphs
from bot.texts import Safe, Text
from core.deal.terms import Role
from core.ports import Expecting
from core.values.money import Money


def ask_share(t: Text, case: Case, form: Expecting) -> Card:
    """How much is for the freelancer."""
    asked = t("desk-rule-share", amount=case.part.milestone.held, orders=False)
    return Card(paragraphs(_head(t, case, form), asked), rows_of([back_out(t, form)]))


def sure_share(t: Text, case: Case, form: Expecting, share: Money) -> Card:
    """What both would be asked; the button carries the share."""
    part, held = case.part, case.part.milestone.held
    fee = fee_args(share, part.deal.terms.fee_bps)
    shares = lines(
        t("desk-rule-to-freelancer", name=part.side(Role.FREELANCER), amount=share),
        "" if fee["free"] else t("desk-rule-fee", fee=fee["fee"], payout=fee["payout"]),
        t("desk-rule-to-client", name=part.side(Role.CLIENT), amount=held - share),
    )
    arg = f"{form.person}.{share.minor}"
    press = Press("advisex", part.deal.id, part.number, None, arg)
    yes = Button(t.plain("desk-button-send-proposal"), press, style=Style.GO)
    text = paragraphs(_head(t, case, form), shares, t("desk-advise-then"))
    return Card(text, rows_of([yes, back_out(t, form)]))


def _head(t: Text, case: Case, form: Expecting) -> Safe:
    return t("desk-advise-head", name=case.colleague(form.person), deal=case.part.deal_title)
