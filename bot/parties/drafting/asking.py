"""What is shown of terms that are being written: the open question, the preview, the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.cards import Card
from bot.cards.drafting.editing import (
    change_card,
    changing_card,
    counter_card,
    edit_card,
    preview_card,
)
from bot.cards.drafting.questions import DraftQuestion, question_card
from bot.cards.kit.gather import missing
from bot.cards.kit.terms import title_line
from bot.cards.kit.wording import blocks
from bot.parties.drafting.form import Ask, TermsForm, resumed
from bot.parties.kit.forms import form as raised
from bot.parties.kit.shown import OpenQuestion, Screen, Shown
from bot.parties.kit.terms import TERMS, Editing, editing, mark_of
from bot.parties.kit.update import BOT, Update
from bot.texts import Safe
from core.deal.offering import terms_being_edited
from core.deal.terms import diff
from core.drafting import Edit, EditTerms
from core.escrow import Executed
from core.ports import Expecting, UnitOfWork
from core.values.ids import DealId
from core.values.money import Money
from core.values.window import window


async def open_form(update: Update, deal: DealId) -> TermsForm | None:
    """The open form of a deal, brought to the top; None where it is closed."""
    row = await raised(update, TERMS, deal)
    return None if row is None else TermsForm.read(row)


async def resume(update: Update, now: Editing) -> Shown:
    """A draft as it is taken up again: the open question, else the first gap or the preview."""
    if await open_form(update, now.deal) is None:
        return await move(update, resumed(update.person.id, now.deal, now.terms))
    return await what_is_next(update, now.deal)


async def the_terms(update: Update, deal: DealId) -> Shown:
    """Everything that can be changed; an open question comes first. Raises as `editing`."""
    return await _next(update, deal, edit_list)


async def the_change(update: Update, deal: DealId) -> Shown:
    """A change of what is agreed as it was begun. Raises as `editing`."""
    return await change_agreed(update, await editing(update, deal))


async def what_is_next(update: Update, deal: DealId) -> Shown:
    """The open question of the deal's terms; without one the preview. Raises as `editing`."""
    return await _next(update, deal, preview)


async def _next(
    update: Update, deal: DealId, otherwise: Callable[[Update, Editing], Card]
) -> Shown:
    now = await editing(update, deal)
    row = await update.app.reads.expecting(update.person.id, BOT)
    if row is not None and (row.what, row.deal) == (TERMS, deal):
        return Shown(OpenQuestion(row))
    return on_screen(now, otherwise(update, now))


def on_screen(now: Editing, card: Card) -> Shown:
    """A card of the terms: of what is agreed beside the deal's live card."""
    return Shown(Screen(card, now.deal) if now.agreed else card)


async def change_agreed(update: Update, now: Editing) -> Shown:
    """A change of what is agreed: the open question, else what was begun, else what can change."""
    if await open_form(update, now.deal) is not None:
        return await what_is_next(update, now.deal)
    if now.begun:
        return await move(update, resumed(update.person.id, now.deal, now.terms))
    return on_screen(now, edit_list(update, now))


async def answer(
    update: Update, form: TermsForm, *edits: Edit, after: TermsForm | None = None
) -> Shown:
    """Change the terms and open the next question in the same transaction.

    `after` is the form to open instead of the next gap's.
    """
    person = update.person.id

    def write(uow: UnitOfWork, outcome: Executed) -> None:
        if outcome.deal is None:
            return
        following = after or form.answered(terms_being_edited(outcome.deal, person), update.request)
        write_form(uow, replace(following, by=update.request))

    await update.do(EditTerms(actor=person, deal=form.deal, edits=edits), form=write)
    return await what_is_next(update, form.deal)


async def change(update: Update, after: TermsForm, *edits: Edit) -> Expecting:
    """Change the terms, if anything, and leave the form so; nothing is asked."""
    form = replace(after, by=update.request)
    if edits:
        command = EditTerms(actor=update.person.id, deal=form.deal, edits=edits)
        await update.do(command, form=lambda uow, _: write_form(uow, form))
    else:
        await update.app.escrow.note(
            lambda uow: write_form(uow, form), request=update.next_request()
        )
    return form.row()


async def move(update: Update, form: TermsForm) -> Shown:
    """Open another question without an answer."""
    moved = replace(form, by=update.request)
    await update.app.escrow.note(lambda uow: write_form(uow, moved), request=update.next_request())
    return await _next(update, form.deal, edit_list if form.ask is Ask.EDIT else preview)


def write_form(uow: UnitOfWork, form: TermsForm) -> None:
    """Open the question; with the preview or the list there is none, and the form is closed."""
    if form.ask in (Ask.PREVIEW, Ask.EDIT):
        uow.close(form.row())
    else:
        uow.expect(form.row())


async def question(update: Update, row: Expecting) -> Card:
    """The card of the open question. Raises as `editing`."""
    form = TermsForm.read(row)
    asked = DraftQuestion(
        form.deal,
        (await editing(update, form.deal)).terms,
        form.number,
        several=form.several,
        currencies=update.app.escrow.policy.currencies,
        choices=[Money(minor, currency) for minor, currency in form.choices],
        min_review=update.app.escrow.policy.min_review,
    )
    card = question_card(form.ask.value, asked, update.t)
    return replace(card, text=blocks(Safe(card.text), missing(row, update.t)))


async def about(update: Update, row: Expecting) -> Safe | None:
    """What a question is about, where it stands below something else. Raises as `editing`."""
    return title_line((await editing(update, row.deal)).terms, update.t)


def preview(update: Update, now: Editing) -> Card:
    """What would be sent: a draft whole, a counter-offer as its differences."""
    mark = mark_of(now.terms)
    if now.draft:
        to = now.addressed
        return preview_card(now.deal, now.terms, mark, update.person.name, update.t, to)
    if now.agreed:
        policy, view = update.app.escrow.policy, now.view
        zone = None if view.other is None else view.other.zone
        until = window(view.now, policy.amendment_answer, policy, zone).ends_at
        return change_card(view, now.terms, mark, until, update.t)
    return counter_card(now.deal, diff(now.view.deal.terms, now.terms), mark, update.t)


def edit_list(update: Update, now: Editing) -> Card:
    """Everything that can be changed."""
    if now.agreed:
        return changing_card(now.view, now.terms, update.t)
    ready = now.draft and now.addressed is None and not now.terms.gaps()
    several = ready and len(update.app.texts.languages()) > 1
    mark = mark_of(now.terms) if several else ""
    return edit_card(now.deal, now.terms, update.t, role=now.draft, mark=mark)
