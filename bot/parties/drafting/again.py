"""*Do it again*: a deal that is over is the draft of the next one, with the same person."""

from __future__ import annotations

from dataclasses import replace

from bot.buttons import Press
from bot.cards import Card
from bot.cards.inviting.invite import proposal_card
from bot.parties.drafting.asking import resume, write_form
from bot.parties.drafting.form import resumed
from bot.parties.kit.presses import OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Below, OpenQuestion, Shown
from bot.parties.kit.terms import editing
from bot.parties.kit.update import Update
from core.deal.model import Deal, DealState
from core.drafting import StartDeal
from core.escrow import Executed
from core.ports import UnitOfWork
from core.values.ids import DealId
from core.views import DealView


async def _again(update: Update, press: Press) -> Shown:
    """Its preview, or of one that was begun already: below, since the end is still to be read."""
    ended = (await own_view(update, press.deal)).deal.id
    begun = await _begun(update, ended)
    if begun is not None and begun.deal.state is DealState.INVITED:
        return Shown(Below(proposal_card(begun, update.t)))
    deal = await _start(update, ended) if begun is None else begun.deal.id
    shown = await resume(update, await editing(update, deal))
    if isinstance(shown.place, Card):
        return replace(shown, place=Below(shown.place))
    if isinstance(shown.place, OpenQuestion):
        return replace(shown, place=replace(shown.place, new=True))
    return shown


async def _begun(update: Update, ended: DealId) -> DealView | None:
    """What either side began of it, and nobody agreed to yet: it is not begun twice."""
    most = update.app.escrow.policy.max_drafts + update.app.escrow.policy.max_open_deals
    for row in await update.app.reads.deals(update.person.id, limit=most):
        if row.state in (DealState.DRAFT, DealState.INVITED):
            view = await update.view(row.deal)
            if view is not None and _is_of(view.deal, ended):
                return view
    return None


def _is_of(deal: Deal, ended: DealId) -> bool:
    """Whether it is that deal done again, and was not passed on by a link instead."""
    return deal.again is not None and deal.again.deal == ended and deal.invite is None


async def _start(update: Update, ended: DealId) -> DealId:
    """A draft with its terms. Raises Refusal."""
    person = update.person.id

    def write(uow: UnitOfWork, outcome: Executed) -> None:
        if outcome.deal is not None:
            form = resumed(person, outcome.deal.id, outcome.deal.terms)
            write_form(uow, replace(form, by=update.request))

    outcome = await update.do(StartDeal(actor=person, again=ended), form=write)
    if outcome.deal is None:
        msg = "a deal that was begun again is not there"
        raise RuntimeError(msg)
    return outcome.deal.id


PRESSES = (OnPress("again", _again),)
