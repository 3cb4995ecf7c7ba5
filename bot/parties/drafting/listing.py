"""The buttons of the preview, and of the list of what can be changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.cards.drafting.editing import changing_card, milestone_card, milestones_card
from bot.parties.drafting.asking import move, on_screen, what_is_next, write_form
from bot.parties.drafting.form import Ask, TermsForm, opened, resumed
from bot.parties.drafting.pressing import TermsPress, of_terms
from bot.parties.kit.shown import Shown
from core.deal.offering import terms_being_edited
from core.deal.terms import Role
from core.drafting import Edit, EditTerms, RemoveMilestone, SetMilestone, SetRole
from core.escrow import Executed
from core.ports import UnitOfWork
from core.values.errors import NotYours, Stale

_PASSED_ALL: Final = (Ask.WORK,)


async def _preview(s: TermsPress) -> Shown:
    if s.form is None:
        return await what_is_next(s.update, s.deal)
    return await move(s.update, replace(s.form, ask=Ask.PREVIEW))


async def _edit(s: TermsPress) -> Shown:
    form = s.form or TermsForm(s.person, s.deal, Ask.EDIT)
    return await move(s.update, replace(form, ask=Ask.EDIT))


async def _change(s: TermsPress) -> Shown:
    """One thing of the list; after its answer comes the preview."""
    if s.choice not in tuple(Ask):
        raise NotYours("button-unknown")
    if s.now.agreed and not Ask(s.choice).of_milestone:
        raise Stale
    one = TermsForm(
        s.person,
        s.deal,
        Ask(s.choice),
        number=s.number,
        passed=(*_PASSED_ALL, Ask.MORE),
        several=len(s.now.terms.milestones) > 1,
        single=True,
    )
    return await move(s.update, one)


async def _milestone(s: TermsPress) -> Shown:
    """What can be changed of a milestone; while there is none, the first is asked for."""
    terms = s.now.terms
    if terms.milestones:
        may = s.now.may_change(s.number)
        return on_screen(s.now, milestone_card(s.deal, terms, s.number, s.update.t, may))
    first = TermsForm(s.person, s.deal, Ask.M_AMOUNT, passed=_PASSED_ALL)
    return await move(s.update, opened(first, terms))


async def _page(s: TermsPress) -> Shown:
    if s.now.agreed:
        card = changing_card(s.now.view, s.now.terms, s.update.t, s.figure)
        return on_screen(s.now, card)
    return Shown(milestones_card(s.deal, s.now.terms, s.update.t, s.figure))


async def _add(s: TermsPress) -> Shown:
    form = TermsForm(s.person, s.deal, Ask.EDIT, passed=_PASSED_ALL)
    return await move(s.update, form.at_new_milestone(s.now.terms))


async def _remove(s: TermsPress) -> Shown:
    if len(s.now.terms.milestones) <= 1:
        raise Stale
    return await _edited(s, RemoveMilestone(s.number))


async def _keep(s: TermsPress) -> Shown:
    """What was to be dropped stays."""
    return await _edited(s, SetMilestone(s.number))


async def _role(s: TermsPress) -> Shown:
    role = s.now.terms.creator_role
    return await _edited(s, SetRole(role.other if role is not None else Role.FREELANCER))


async def _edited(s: TermsPress, *edits: Edit) -> Shown:
    """A change by one button of the list; the preview, or the first gap, is next."""

    def write(uow: UnitOfWork, outcome: Executed) -> None:
        if outcome.deal is not None:
            terms = terms_being_edited(outcome.deal, s.person)
            write_form(uow, resumed(s.person, s.deal, terms))

    await s.update.do(EditTerms(actor=s.person, deal=s.deal, edits=edits), form=write)
    return await what_is_next(s.update, s.deal)


PRESSES = (
    of_terms("preview", _preview),
    of_terms("edit", _edit),
    of_terms("change", _change),
    of_terms("milestone", _milestone),
    of_terms("page", _page),
    of_terms("add", _add),
    of_terms("remove", _remove),
    of_terms("keep", _keep),
    of_terms("role", _role),
)
