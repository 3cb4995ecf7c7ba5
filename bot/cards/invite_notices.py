"""Notices from the invite to the agreement, and of what is kept about a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.inviting.invite import claim_card, proposal_card, question_answer_card
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.house import House
from bot.cards.kit.terms import quoted
from bot.cards.kit.wording import fitted, lines
from bot.texts import Text, typed
from core.deal.allowance import PROVEN
from core.deal.model import DealState
from core.deal.notice import Notice
from core.deal.person import Person
from core.deal.reputation import Record
from core.values.ids import PersonId
from core.views import DealView

People = Mapping[PersonId, Person]


@dataclass(frozen=True, slots=True)
class _Told:
    """Everything that a card of these notices is made of."""

    notice: Notice
    view: DealView | None
    t: Text
    people: People
    record: Record | None
    house: House

    @property
    def title(self) -> str:
        """The deal's."""
        return str(self.view.deal.terms.title or "") if self.view is not None else ""

    @property
    def person(self) -> Person | None:
        """Whom the notice is about."""
        number = self.notice.data.get("person")
        if not isinstance(number, int):
            return None
        known = self.view.people if self.view is not None else {}
        return self.people.get(PersonId(number)) or known.get(PersonId(number))

    def name(self) -> str:
        """The other side's, as the receiver sees it."""
        other = self.person or (self.view.other if self.view is not None else None)
        return other.name if other is not None else ""


def invite_notice(
    notice: Notice,
    view: DealView | None,
    t: Text,
    people: People,
    house: House,
    record: Record | None = None,
) -> Card | None:
    """The card of a notice of this part; None for any other kind.

    `record` is that of the person whom the notice is about, where the courier read it; `view` the
    receiver's.
    """
    make = _MAKERS.get(notice.kind)
    if make is None:
        return None
    return make(_Told(notice, view, t, people, record, house))


def _asked(told: _Told) -> Card:
    deal = told.notice.deal
    words = told.t.said(told.notice.words)
    if deal is None:
        return Card(quoted(words))
    return question_answer_card(deal, told.person, words, _until(told), told.t)


def _until(told: _Told) -> datetime | None:
    """Until when the invite is open; None once it was taken or ended."""
    deal = None if told.view is None else told.view.deal
    if deal is None or deal.window is None or deal.state is not DealState.INVITED:
        return None
    return deal.window.ends_at


def _answered(told: _Told) -> Card:
    said = [(told.t("invited-answered", name=told.name()), told.t.said(told.notice.words))]
    text, attached = fitted((), said, (), "answer.txt")
    return Card(text, attachments=attached)


def _claimed(told: _Told) -> Card:
    view, person = told.view, told.notice.data.get("person")
    claim = None
    if view is not None and isinstance(person, int):
        claim = view.deal.claim_of(PersonId(person))
    if view is None or claim is None:
        return Card(told.t("notice-claim-gone", title=told.title))
    return claim_card(view, claim, told.record, told.t)


def _declined(told: _Told) -> Card:
    return Card(told.t("notice-claim-declined", title=told.title))


def _ended(told: _Told) -> Card:
    why = told.notice.data.get("why")
    key = f"notice-claim-ended-{why}" if why in ("refused", "another") else "notice-claim-ended"
    return Card(told.t(key, title=told.title))


def _confirmed(told: _Told) -> Card:
    view, t = told.view, told.t
    said = t("notice-confirmed", name=told.name())
    if view is None or view.deal.agreement is not None:
        return Card(said)  # the agreement's own notice follows
    open_it = Button(t.plain("tap-open-deal"), Press("inv", view.deal.id), style=Style.GO)
    until = _until(told)
    waits = None if until is None else t("invite-until", until=until)
    return Card(lines(said, waits), rows_of((open_it,)))


def _proposed(told: _Told) -> Card:
    if told.view is None:
        return Card(told.title)
    return proposal_card(told.view, told.t)


def _cancelled(told: _Told) -> Card:
    why = str(told.notice.data.get("why", ""))
    known = why in ("withdrawn", "declined", "expired")
    key = f"notice-cancelled-{why}" if known else "notice-cancelled"
    return Card(told.t(key, title=told.title, name=told.name()))


def _destination(told: _Told) -> Card:
    t = told.t
    help_ = Button(t.plain("tap-help"), Press("help"))
    return Card(t("notice-destination", **typed(told.notice.data)), rows_of((help_,)))


def _bounded(told: _Told) -> Card:
    """What the desk lets its reader have held at once from now on."""
    data = typed(told.notice.data)
    return Card(told.t(f"notice-{told.notice.kind}", amount=data["amount"], done=PROVEN))


def _helped(told: _Told) -> Card:
    t, deal = told.t, told.notice.deal
    said = [(t("notice-help"), t.said(told.notice.words))]
    text, attached = fitted((), said, (), "answer.txt")
    again = Button(t.plain("tap-answer"), Press("help", deal))
    return Card(text, rows_of((again,)), files=told.notice.files, attachments=attached)


_MAKERS: Final[Mapping[str, Callable[[_Told], Card]]] = MappingProxyType(
    {
        "invite-asked": _asked,
        "invited-answered": _answered,
        "invite-claimed": _claimed,
        "claim-declined": _declined,
        "claim-ended": _ended,
        "claimant-confirmed": _confirmed,
        "terms-proposed": _proposed,
        "deal-cancelled": _cancelled,
        "destination-set": _destination,
        "more-allowed": _bounded,
        "no-more-allowed": _bounded,
        "help-answered": _helped,
    }
)
