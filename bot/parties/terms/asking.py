"""Showing the open question of the terms, the preview, or the list of what can be edited."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from aiogram.exceptions import TelegramBadRequest

from bot.cards import Card
from bot.cards.draft import DraftQuestion, counter_card, edit_card, preview_card, question_card
from bot.cards.gather import missing
from bot.cards.terms import title_line
from bot.cards.wording import blocks
from bot.parties.deals.forms import NEEDS
from bot.parties.deals.forms import form as raised
from bot.parties.deals.gather import ask_next
from bot.parties.deals.show import strip
from bot.parties.kit import BOT, Update
from bot.parties.render import edit
from bot.parties.terms.form import WHAT, Ask, TermsForm
from bot.texts import Safe
from core.deal.model import DealState
from core.deal.offering import terms_being_edited
from core.deal.step import Act
from core.deal.terms import Terms, diff
from core.drafting import Edit, EditTerms
from core.escrow import Executed
from core.ports import UnitOfWork
from core.values.errors import NotYours, Stale
from core.values.ids import DealId
from core.values.money import Money
from core.views import DealView

MARK: Final = 12


def mark_of(terms: Terms) -> str:
    """A short fingerprint that binds a button to exactly the terms on the card."""
    return terms.fingerprint(0)[:MARK]


@dataclass(frozen=True, slots=True)
class Editing:
    """A deal whose terms this person may change, and what they are now."""

    view: DealView
    terms: Terms

    @property
    def draft(self) -> bool:
        """Whether nobody has seen the terms yet."""
        return self.view.deal.state is DealState.DRAFT


async def editing(update: Update, deal: DealId | None) -> Editing:
    """The terms to edit. Raises NotYours for a stranger, Stale where it is not the time for it."""
    view = await involved(update, deal)
    if not view.may(Act.EDIT):
        raise Stale
    return Editing(view, terms_being_edited(view.deal, update.person.id))


async def involved(update: Update, deal: DealId | None) -> DealView:
    """The deal of a party or of a waiting claimant. Raises NotYours("no-such-deal", "stranger")."""
    view = await update.view(deal)
    if view is None:
        raise NotYours("no-such-deal")
    person = update.person.id
    if person not in view.deal.parties and view.deal.claim_of(person) is None:
        raise NotYours("stranger")
    return view


async def open_form(update: Update, deal: DealId) -> TermsForm | None:
    """The open form of a deal, brought to the top; None where it is closed."""
    row = await raised(update, WHAT, deal)
    return None if row is None else TermsForm.read(row)


async def answer(
    update: Update, form: TermsForm, *edits: Edit, after: TermsForm | None = None
) -> None:
    """Change the terms and open the next question in the same transaction; then ask it.

    `after` is the form to open instead of the next gap's.
    """
    person = update.person.id

    def write(uow: UnitOfWork, outcome: Executed) -> None:
        if outcome.deal is None:
            return
        following = after or form.answered(terms_being_edited(outcome.deal, person), update.request)
        write_form(uow, replace(following, by=update.request))

    await update.do(EditTerms(actor=person, deal=form.deal, edits=edits), form=write)
    await ask(update, form.deal)


async def change(update: Update, after: TermsForm, *edits: Edit) -> None:
    """Change the terms, if anything, and leave the form so; nothing is asked."""
    form = replace(after, by=update.request)
    if edits:
        command = EditTerms(actor=update.person.id, deal=form.deal, edits=edits)
        await update.do(command, form=lambda uow, _: write_form(uow, form))
    else:
        await update.app.escrow.note(
            lambda uow: write_form(uow, form), request=update.next_request()
        )


async def move(update: Update, form: TermsForm) -> None:
    """Open another question without an answer, and ask it."""
    moved = replace(form, by=update.request)
    await update.app.escrow.note(lambda uow: write_form(uow, moved), request=update.next_request())
    await ask(update, form.deal, ask_edit=form.ask is Ask.EDIT)


def write_form(uow: UnitOfWork, form: TermsForm) -> None:
    """Open the question; with the preview or the list there is none, and the form is closed."""
    if form.ask in (Ask.PREVIEW, Ask.EDIT):
        close_form(uow, form)
    else:
        uow.expect(form.row())


def close_form(uow: UnitOfWork, form: TermsForm) -> None:
    """Close the form of this deal and no other: touched, it is the one that is asked now."""
    uow.expect(form.row())
    uow.forget(form.person, BOT)


async def ask_others(update: Update, form: TermsForm) -> None:
    """Once this form is closed, another one that still waits is asked again."""
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is None or (row.what, row.deal) != (WHAT, form.deal):
        if form.shown is not None:
            await strip(update, form.shown)
        await ask_next(update)


async def _put_question(
    update: Update, form: TermsForm, put: Callable[[Card], Awaitable[object]], card: Card
) -> None:
    """Show the open question; the one before loses its buttons, so that the newest is acted on."""
    sent = len(update.sent)
    await put(card)
    message = update.sent[-1] if len(update.sent) > sent else update.message
    if message is None or form.shown == message.message_id:
        return
    if form.shown is not None:
        await strip(update, form.shown)
    shown = replace(form, shown=message.message_id).row()
    await update.app.escrow.note(lambda uow: uow.expect(shown), request=update.next_request())


async def ask_in_place(update: Update, deal: DealId, form: TermsForm) -> None:
    """The open question, where it stands below all that was sent; else below that."""
    if form.shown is not None and form.since is not None and form.shown > form.since:
        with suppress(TelegramBadRequest):  # it is gone, or too old to be changed
            card = question(update, await editing(update, deal), form)
            await edit(update.bot, update.chat, form.shown, card)
            return
    await ask(update, deal)


async def ask(update: Update, deal: DealId, *, ask_edit: bool = False, below: bool = False) -> None:
    """Show the open question of the deal's terms; without one the preview, or the list.

    `below`: as a message of its own, where a press already shows something else.
    """
    put = update.say if below else update.show
    now = await editing(update, deal)
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is not None and row.what == WHAT and row.deal == deal:
        form = TermsForm.read(row)
        card = question(update, now, form)
        # Below something else, it has to say what it is about.
        about = title_line(now.terms, update.t) if below else None
        await _put_question(update, form, put, replace(card, text=blocks(about, Safe(card.text))))
    elif ask_edit:
        await put(edit_list(update, now))
    else:
        await put(preview(update, now))


def question(update: Update, now: Editing, form: TermsForm) -> Card:
    """The card of the open question."""
    asked = DraftQuestion(
        form.deal,
        now.terms,
        form.number,
        several=form.several,
        currencies=update.app.escrow.policy.currencies,
        choices=[Money(minor, currency) for minor, currency in form.choices],
        min_review=update.app.escrow.policy.min_review,
    )
    card = question_card(form.ask.value, asked, update.t)
    return replace(card, text=blocks(Safe(card.text), missing(form.row(), update.t)))


def preview(update: Update, now: Editing) -> Card:
    """What would be sent: a draft whole, a counter-offer as its differences."""
    deal = now.view.deal
    mark = mark_of(now.terms)
    if now.draft:
        return preview_card(deal.id, now.terms, mark, update.person.name, update.t)
    return counter_card(deal.id, diff(deal.terms, now.terms), mark, update.t)


def edit_list(update: Update, now: Editing) -> Card:
    """Everything that can be changed."""
    return edit_card(now.view.deal.id, now.terms, update.t, role=now.draft)


NEEDS[WHAT] = Act.EDIT
