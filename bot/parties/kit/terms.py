"""The terms of a deal, for whoever may change them: until it is agreed, or by a change of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.buttons import Press
from bot.cards.kit.terms import MARK
from bot.parties.kit.update import BOT, Update
from core.deal.changing import open_to_change
from core.deal.model import DealState
from core.deal.offering import terms_being_edited
from core.deal.person import Person
from core.deal.step import Act
from core.deal.terms import Terms
from core.ports import Expecting
from core.values.errors import NotYours, Stale
from core.values.ids import DealId, PersonId
from core.views import DealView

PARTS: Final = ("title", "amount", "duration", "criteria")
"""What a milestone's terms are made of."""
TERMS: Final = "terms"
"""The name of the form in which they are asked for."""


def leaving_terms(person: PersonId, deal: DealId) -> Expecting:
    """The open question of a person's terms, to be closed where they change in another way."""
    return Expecting(person, BOT, TERMS, deal, None, "", {})


def mark_of(terms: Terms) -> str:
    """A short fingerprint that binds a button to exactly the terms on the card."""
    return terms.fingerprint(0)[:MARK]


@dataclass(frozen=True, slots=True)
class Editing:
    """A deal whose terms this person may change, and what they are now."""

    view: DealView
    terms: Terms

    @property
    def deal(self) -> DealId:
        """Whose terms they are."""
        return self.view.deal.id

    @property
    def draft(self) -> bool:
        """Whether nobody has seen the terms yet."""
        return self.view.deal.state is DealState.DRAFT

    @property
    def agreed(self) -> bool:
        """Whether it is a change of what is agreed."""
        return self.view.deal.agreement is not None

    @property
    def begun(self) -> bool:
        """Whether something of such a change was written."""
        return any(one.by == self.view.viewer for one in self.view.deal.changing)

    def may_change(self, number: int) -> tuple[str, ...]:
        """The parts of a milestone that may change: of one that is agreed not all of them."""
        agreed = self.view.deal.milestones
        return open_to_change(agreed[number - 1]) if number <= len(agreed) else PARTS

    @property
    def addressed(self) -> Person | None:
        """Who gets a deal that is done again, without a link."""
        again = self.view.deal.again
        return self.view.people.get(again.to) if self.draft and again is not None else None

    def bound_to(self, mark: str) -> None:
        """The terms are those of the card that was pressed. Raises Stale."""
        if mark != mark_of(self.terms):
            raise Stale


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


def may_change(view: DealView, _press: Press) -> bool:
    """Whether a button that changes the terms is not old: a draft's, and of who may suggest.

    Of what is agreed, of who may propose a change.
    """
    if view.deal.state is DealState.DRAFT:
        return True
    return view.may(Act.AMEND) or (view.deal.state is DealState.INVITED and view.may(Act.SUGGEST))


def are_still(view: DealView, press: Press) -> bool:
    """The same of a button that is bound to the terms as they are on its card, by a mark."""
    mark = mark_of(terms_being_edited(view.deal, view.viewer))
    return press.arg.partition(".")[0] == mark and may_change(view, press)
