"""A draft is begun, or taken up again."""

from __future__ import annotations

from bot.buttons import Press
from bot.cards.draft import role_card
from bot.parties.drafting.asking import resume, what_is_next
from bot.parties.drafting.form import Ask, TermsForm
from bot.parties.kit.presses import OnPress
from bot.parties.kit.shown import Shown
from bot.parties.kit.terms import editing
from bot.parties.kit.update import Update
from core.deal.terms import Role
from core.drafting import StartDeal
from core.escrow import Executed
from core.ports import UnitOfWork


async def _new(update: Update, press: Press) -> Shown | None:
    """*New deal*, and which side one is."""
    if press.arg not in tuple(Role):
        return Shown(role_card(update.t))
    person = update.person.id

    def write(uow: UnitOfWork, outcome: Executed) -> None:
        if outcome.deal is not None:
            begun = TermsForm(person, outcome.deal.id, Ask.TITLE, by=update.request)
            uow.expect(begun.row())

    outcome = await update.do(StartDeal(actor=person, role=Role(press.arg)), form=write)
    return None if outcome.deal is None else await what_is_next(update, outcome.deal.id)


async def _draft(update: Update, press: Press) -> Shown:
    """A draft is taken up again where it has its first gap."""
    return await resume(update, await editing(update, press.deal))


PRESSES = (OnPress("new", _new), OnPress("draft", _draft))
