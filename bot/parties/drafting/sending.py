"""The end of editing: a counter-offer is sent or left, a draft discarded."""

from __future__ import annotations

from bot.cards import Card
from bot.cards.drafting.editing import discard_card
from bot.cards.kit.heading import other_name
from bot.parties.drafting.form import Ask, TermsForm
from bot.parties.drafting.pressing import TermsPress, of_terms
from bot.parties.kit.forms import closing
from bot.parties.kit.shown import Shown, TheDeal
from core.amending import ProposeAmendment
from core.drafting import DiscardDraft, DiscardEdits, SendTerms
from core.escrow import Form


async def _send(s: TermsPress) -> Shown:
    """*Send changes*: a new version, accepted by its sender."""
    s.now.bound_to(s.choice)
    t = s.update.t
    if s.now.agreed:
        return await _propose(s)
    button = t.plain("tap-send-changes")
    command = SendTerms(actor=s.person, deal=s.deal, said=t.locale, button=button)
    await s.update.do(command, form=_closed(s))
    return Shown(TheDeal(s.deal), t.plain("counter-sent"), closed=True)


async def _propose(s: TermsPress) -> Shown:
    """*Propose it*: what the card showed, accepted by its sender."""
    t, view = s.update.t, s.now.view
    command = ProposeAmendment(
        actor=s.person,
        deal=s.deal,
        shown=s.now.terms.fingerprint(0),
        said=t.locale,
        button=t.plain("tap-propose-change"),
    )
    await s.update.do(command, form=_closed(s))
    return Shown(TheDeal(s.deal), t("done-amend", name=other_name(view, t)), closed=True)


async def _leave(s: TermsPress) -> Shown:
    """The changes that were begun are left; the version on the table stays."""
    deal = s.now.view.deal
    claim = deal.claim_of(s.person)
    if s.now.begun or deal.working is not None or (claim is not None and claim.counter is not None):
        await s.update.do(DiscardEdits(actor=s.person, deal=s.deal), form=_closed(s))
    return Shown(TheDeal(s.deal), closed=True)


async def _discard(s: TermsPress) -> Shown:
    return Shown(discard_card(s.deal, s.update.t))


async def _discard_now(s: TermsPress) -> Shown:
    """The draft ends, and its form with it."""
    await s.update.do(DiscardDraft(actor=s.person, deal=s.deal), form=_closed(s))
    return Shown(Card(s.update.t("discarded")), closed=True)


def _closed(s: TermsPress) -> Form:
    return closing(TermsForm(s.person, s.deal, Ask.PREVIEW).row())


PRESSES = (
    of_terms("send", _send),
    of_terms("leave", _leave),
    of_terms("discard", _discard),
    of_terms("discard.do", _discard_now),
)
