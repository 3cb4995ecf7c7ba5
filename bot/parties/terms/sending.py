"""The end of editing: a counter-offer is sent or left, a draft discarded."""

from __future__ import annotations

from bot.cards import Card
from bot.parties.deals.forms import closing
from bot.parties.fresh import show_after
from bot.parties.kit import Update
from bot.parties.terms.asking import editing
from bot.parties.terms.form import Ask, TermsForm
from core.drafting import DiscardDraft, DiscardEdits, SendTerms
from core.escrow import Form
from core.values.ids import DealId


async def send(update: Update, deal: DealId) -> None:
    """*Send changes*: a new version, accepted by its sender."""
    t = update.t
    button = t.plain("tap-send-changes")
    command = SendTerms(actor=update.person.id, deal=deal, said=t.locale, button=button)
    await update.do(command, form=_closed(update, deal))
    await update.alert(t.plain("counter-sent"), dialog=False)
    await show_after(update, deal)


async def leave(update: Update, deal: DealId) -> None:
    """The changes that were begun are left; the version on the table stays."""
    now = await editing(update, deal)
    claim = now.view.deal.claim_of(update.person.id)
    if now.view.deal.working is not None or (claim is not None and claim.counter is not None):
        command = DiscardEdits(actor=update.person.id, deal=deal)
        await update.do(command, form=_closed(update, deal))
    await show_after(update, deal)


async def discard(update: Update, deal: DealId) -> None:
    """The draft ends, and its form with it."""
    command = DiscardDraft(actor=update.person.id, deal=deal)
    await update.do(command, form=_closed(update, deal))
    await update.show(Card(update.t("discarded")))


def _closed(update: Update, deal: DealId) -> Form:
    return closing(TermsForm(update.person.id, deal, Ask.PREVIEW).row())
