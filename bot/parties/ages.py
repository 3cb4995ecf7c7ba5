"""Which buttons of the parties' bot get old, and when: as their handlers would answer them.

What shows something whatever happens (the deal, the diary, papers, help, settings) never does. A
button of an act is old once the act is not offered any more, and one that is bound to a milestone
once that stands otherwise than it was shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from bot.buttons import Press
from bot.cards.kit.proposals import names_open
from bot.cards.paying.arrivals import names_sending
from bot.parties import drafting, inviting
from bot.parties.kit.presses import OnForm, named_form
from bot.parties.tables import FORMS, PRESSES
from bot.reads import Reads
from core.deal.step import Act
from core.values.ids import DealId, PersonId
from core.views import DealView

EARLY: Final[Mapping[str, Callable[[DealView, Press], bool]]] = MappingProxyType(
    {**inviting.EARLY, **drafting.EARLY}
)
"""Verbs of the time before the agreement: after it the live card is the one to act on."""


class PartiesAges:
    """Implements `bot.mail.courier.buttons.Ages`."""

    def __init__(self, reads: Reads) -> None:
        """All of it only reads."""
        self._reads = reads

    def fades(self, press: Press) -> bool:
        """Talk goes on for as long as there is another to hear it."""
        if press.deal is None or act_of(press) is Act.TALK:
            return False
        bound = press.milestone is not None and press.seen is not None
        return bound or act_of(press) is not None or press.verb in EARLY

    async def old(self, chat: int, deal: DealId, presses: Sequence[Sequence[Press]]) -> list[bool]:
        """By the deal as it stands for whose chat it is."""
        view = await self._reads.view(deal, PersonId(chat))
        if view is None:
            return [False] * len(presses)
        return [any(not holds(view, press) for press in of_one) for of_one in presses]


def act_of(press: Press) -> Act | None:
    """What a button does, or prepares."""
    found = PRESSES.get(press.verb)
    if isinstance(found, OnForm) and found.kind is None:
        form = FORMS.get(named_form(press))
        return None if form is None else form.act
    return None if found is None else found.act


def holds(view: DealView, press: Press) -> bool:
    """Whether a button would do now what it says."""
    if press.verb not in PRESSES:
        return False  # no card carries it any more
    early = EARLY.get(press.verb)
    if early is not None:
        return early(view, press)
    number, act = press.milestone, act_of(press)
    if number is not None and press.seen is not None:
        there = number <= len(view.deal.milestones)
        if not there or view.deal.milestone(number).seen != press.seen:
            return False
    about = names_open(view, act, press) and names_sending(view, act, press)
    return act is None or (view.may(act, number) and about)
