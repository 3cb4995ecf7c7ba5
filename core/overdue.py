"""Which deadline of a deal happens next: it fell due, and waits for nobody who is not heard yet."""

from __future__ import annotations

from datetime import datetime

from core.deadlines import deadlines_of
from core.deal.clocks import Deadline
from core.deal.context import Context
from core.deal.model import Deal
from core.ports import UnitOfWork
from core.values.hearing import WAITS_FOR, Ear
from core.values.ids import PersonId


class Ears:
    """What was heard of those whom a deal concerns; each bot is asked about once, when needed."""

    def __init__(self, uow: UnitOfWork, deal: Deal, *, but: PersonId | None = None) -> None:
        """Before the agreement anybody may come with the link, and the desk is who writes there.

        `but` is whose press is being handled: nobody waits for oneself.
        """
        self._uow = uow
        bound = deal.agreement is not None
        self._people = tuple(p for p in deal.parties if p != but) if bound else None
        self._heard: dict[Ear, datetime] = {}

    def heard(self, ear: Ear) -> datetime:
        """Until when everything that they did at this bot is handled."""
        if ear not in self._heard:
            people = self._people if ear is Ear.PARTIES else None
            self._heard[ear] = self._uow.heard(ear, people)
        return self._heard[ear]

    def past(self, deadline: Deadline) -> bool:
        """Whether everybody was heard who could have acted before it."""
        return all(self.heard(ear) >= deadline.due for ear in WAITS_FOR[deadline.kind])


def next_overdue(deal: Deal, ctx: Context, ears: Ears, only: str | None = None) -> Deadline | None:
    """The first deadline of the deal that fell due and waits for nobody, or the named one."""
    due = [d for d in deadlines_of(deal, ctx.policy) if d.due <= ctx.now and only in (None, d.key)]
    due.sort(key=lambda deadline: deadline.due)
    return next((deadline for deadline in due if ears.past(deadline)), None)
