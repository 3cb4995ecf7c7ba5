"""A last look before a notice goes out: whether it is still true, and how it looks now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.cards import Card
from bot.cards.deal import deal_card
from bot.cards.house import House
from bot.cards.notices import notice_card
from bot.mail.sending import Prepared
from bot.reads import Reads
from bot.texts import Text, Texts
from core.deal.model import DealState
from core.deal.notice import Notice
from core.deal.person import Person
from core.escrow import Escrow
from core.lanes import BUTTONS_OLD, CARD_MOVED, CARD_OLD, CARD_REDRAWN
from core.notices import holds_true
from core.values.ids import DESK
from core.values.policy import QuietHours
from core.views import DealView

_HAS_A_CARD: Final = frozenset(DealState) - {DealState.DRAFT, DealState.INVITED}
"""The states in which the deal's live card follows what rings."""


class Preparing:
    """Renders for people; the desk's bot renders by itself."""

    def __init__(self, reads: Reads, escrow: Escrow, texts: Texts, house: House) -> None:
        """All of it only reads."""
        self._reads = reads
        self._escrow = escrow
        self._texts = texts
        self._house = house

    async def for_desk(self, notice: Notice) -> Prepared | None:
        """None for what is true no longer."""
        view = None if notice.deal is None else await self._reads.view(notice.deal, DESK)
        return Prepared() if holds_true(notice, None if view is None else view.deal) else None

    async def for_person(self, notice: Notice) -> Prepared | None:
        """The message, in the receiver's language; None for what is true no longer."""
        view = None if notice.deal is None else await self._reads.view(notice.deal, notice.to)
        person = None if view is None else view.people.get(notice.to)
        if person is None:
            person = await self._reads.person(notice.to)
        if person is None or not holds_true(notice, None if view is None else view.deal):
            return None
        t = self._texts.get(person.locale, person.zone)
        card = self._card(notice, view, person, t)
        if card is None:
            return None
        return Prepared(
            card,
            None if view is None else view.deal.version,
            has_card=view is not None and has_card(view),
            was_unreachable=person.unreachable,
            lost=lambda name: Card(t("notice-file-lost", name=name), ring=False),
        )

    def _card(self, notice: Notice, view: DealView | None, person: Person, t: Text) -> Card | None:
        if notice.kind in (CARD_MOVED, CARD_REDRAWN):
            if view is None or not has_card(view):
                return None
            return replace(deal_card(view, t, self._house), ring=False)  # what is above it rang
        if notice.kind in (CARD_OLD, BUTTONS_OLD):
            return Card("")
        card = notice_card(notice, view, person, t, self._house)
        return replace(card, ring=False) if card is not None and self._asleep(person) else card

    def _asleep(self, person: Person) -> bool:
        quiet = self._escrow.policy.quiet_hours
        return quiet is not None and within(quiet, self._escrow.now(), person.zone)


def has_card(view: DealView) -> bool:
    """Whether the receiver has a live card of the deal: a party, once it is agreed."""
    return view.role is not None and view.deal.state in _HAS_A_CARD


def within(quiet: QuietHours, now: datetime, zone: str) -> bool:
    """Whether nothing should ring there now."""
    local = now.astimezone(ZoneInfo(zone)).time()
    if quiet.begins <= quiet.ends:
        return quiet.begins <= local < quiet.ends
    return local >= quiet.begins or local < quiet.ends
