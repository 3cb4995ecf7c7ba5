"""A draft is begun, or taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from aiogram.types import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.drafting.questions import role_card
from bot.mail.heard import typed
from bot.parties.drafting.answers import all_at_once, whole_deal
from bot.parties.drafting.asking import change_agreed, resume, what_is_next, write_form
from bot.parties.drafting.form import Ask, TermsForm
from bot.parties.kit.forms import blank, keep
from bot.parties.kit.presses import OnPress
from bot.parties.kit.reading import read_at_once
from bot.parties.kit.shown import OpenQuestion, Shown
from bot.parties.kit.terms import editing
from bot.parties.kit.update import BOT, FormKind, Update
from core.deal.step import Act
from core.deal.terms import Role, Rules, Terms
from core.drafting import Edit, StartDeal
from core.escrow import Executed
from core.ports import Expecting, UnitOfWork
from core.values.errors import Stale
from core.values.ids import DealId

NEW: Final = "new-deal"
"""The form before there is a deal: which side one is, or all of the deal in one go."""


async def new_deal(update: Update) -> Shown:
    """*New deal*."""
    return Shown(OpenQuestion(await keep(update, blank(update, NEW, None, None, "role"))))


async def _new(update: Update, press: Press) -> Shown | None:
    """*New deal*, and which side one is; pressed twice, what the first press began."""
    if press.arg not in tuple(Role):
        return await new_deal(update)
    form = TermsForm(update.person.id, DealId(""), Ask.TITLE)
    try:
        return await _start(update, Role(press.arg), form)
    except Stale:
        row = await update.app.reads.expecting(update.person.id, BOT)
        return await new_deal(update) if row is None else Shown(OpenQuestion(row))


async def _start(
    update: Update, role: Role, form: TermsForm, edits: Sequence[Edit] = ()
) -> Shown | None:
    """A draft in the currency of one's last deal, with what is known already.

    One answer begins one draft. Raises Stale where the question was answered already.
    """
    person = update.person.id

    def write(uow: UnitOfWork, outcome: Executed) -> None:
        if uow.form(person, BOT, NEW) is None:
            raise Stale
        if outcome.deal is not None:
            begun = replace(form, deal=outcome.deal.id, by=update.request)
            after = begun.answered(outcome.deal.terms, update.request) if edits else begun
            uow.close(blank(update, NEW, None, None, ""))
            write_form(uow, after)

    currency = await _last_currency(update)
    command = StartDeal(actor=person, role=role, currency=currency, edits=tuple(edits))
    outcome = await update.do(command, form=write)
    return None if outcome.deal is None else await what_is_next(update, outcome.deal.id)


async def _last_currency(update: Update) -> str | None:
    """Of one's newest deal, if this house still takes it."""
    for ended in (False, True):
        for row in await update.app.reads.deals(update.person.id, ended=ended, limit=1):
            if row.total is not None and row.total.currency in update.app.escrow.policy.currencies:
                return row.total.currency
    return None


async def _role(update: Update, _row: Expecting) -> Card:
    return role_card(update.t)


def _is_whole(message: Message, _row: Expecting) -> bool:
    """Other words are none of its business."""
    return bool(read_at_once(typed(message)))


async def _all_of_it(update: Update, message: Message, _row: Expecting) -> Shown | None:
    """A deal in one go: most are begun by who does the work, and the preview says which side."""
    terms = Terms(Rules.default(update.app.escrow.policy), currency=await _last_currency(update))
    form = TermsForm(update.person.id, DealId(""), Ask.TITLE)
    rows = whole_deal(update, terms, typed(message))
    if not rows:
        return Shown(role_card(update.t))
    after, edits = all_at_once(update, form, terms, rows)
    return await _start(update, Role.FREELANCER, after, edits)


async def _draft(update: Update, press: Press) -> Shown:
    """A draft is taken up again where it has its first gap."""
    return await resume(update, await editing(update, press.deal))


BEGIN: Final = FormKind(NEW, _role, _all_of_it, fits=_is_whole, begins="role")


async def _amend(update: Update, press: Press) -> Shown:
    """*Propose a change* of what is agreed."""
    return await change_agreed(update, await editing(update, press.deal))


PRESSES = (OnPress("new", _new), OnPress("draft", _draft), OnPress(Act.AMEND, _amend, Act.AMEND))
