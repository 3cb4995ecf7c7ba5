"""A last look before a notice goes out: whether it is still true, and how it looks now."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cards import Card
from bot.cards.deal import deal_card, has_card
from bot.cards.kit.house import House
from bot.cards.notices import joins, news_of
from bot.cards.talking.digest import DIGEST, MOST_DEALS, digest_card, unread_in
from bot.mail.sending import Prepared
from bot.reads import Reads
from bot.texts import Text, Texts
from core.deal.model import Deal
from core.deal.notice import Notice
from core.deal.person import ERASED, Person
from core.escrow import Escrow
from core.notices import holds_true, wanted
from core.ports import BUTTONS_OLD, CARD_OLD, CARD_REDRAWN
from core.values.ids import DESK
from core.values.policy import QuietHours
from core.views import DealView

Asking = Callable[[DealView, Card, Text], Awaitable[Card]]
"""A live card with what its reader is still to be asked."""


async def _nothing(_view: DealView, card: Card, _t: Text) -> Card:
    return card


class Preparing:
    """Renders for people; the desk's bot renders by itself."""

    def __init__(
        self, reads: Reads, escrow: Escrow, texts: Texts, house: House, asking: Asking = _nothing
    ) -> None:
        """All of it only reads."""
        self._reads = reads
        self._escrow = escrow
        self._texts = texts
        self._house = house
        self._asking = asking

    async def for_desk(self, notice: Notice, _behind: Sequence[Notice] = ()) -> Prepared | None:
        """None for what is true no longer."""
        view = None if notice.deal is None else await self._reads.view(notice.deal, DESK)
        return Prepared() if holds_true(notice, None if view is None else view.deal) else None

    async def for_person(self, notice: Notice, behind: Sequence[Notice] = ()) -> Prepared | None:
        """The message, in the receiver's language; None for what is true no longer."""
        if notice.kind in (CARD_OLD, BUTTONS_OLD):
            return Prepared(Card(""))
        view = None if notice.deal is None else await self._reads.view(notice.deal, notice.to)
        person = None if view is None else view.people.get(notice.to)
        if person is None:
            person = await self._reads.person(notice.to)
        stands = None if view is None else view.deal
        if person is None or person.name == ERASED or not _said_to(notice, stands, person):
            return None
        t = self._texts.get(person.locale, person.zone)
        if notice.kind == DIGEST:
            return await self._digest(notice, person, t)
        if notice.kind == CARD_REDRAWN:
            return await self._redrawn(behind, view, person, t)
        return await self._told(notice, behind, view, person, t)

    async def _told(
        self,
        notice: Notice,
        behind: Sequence[Notice],
        view: DealView | None,
        person: Person,
        t: Text,
    ) -> Prepared | None:
        stands = None if view is None else view.deal
        also, over = _foldable(notice, behind, stands, person)
        told = [notice, *(behind[place] for place in also)]
        news = news_of(told, view, person, t, self._house)
        if news is None:
            return None
        card = news.card
        if not news.live:
            over = [place for place in over if behind[place].kind != CARD_REDRAWN]
        elif view is not None:
            card = await self._asking(view, card, t)
        return Prepared(
            replace(card, ring=card.ring and not self._asleep(person)),
            None if view is None else view.deal.version,
            live=news.live,
            parts=news.parts,
            also=tuple(also[: len(news.parts) - 1]),
            over=tuple(over),
            was_unreachable=person.unreachable,
            lost=lambda name: Card(t("notice-file-lost", name=name), ring=False),
        )

    async def _redrawn(
        self, told: Sequence[Notice], view: DealView | None, person: Person, t: Text
    ) -> Prepared | None:
        """What the card told stays on it, as far as it is true; the rest is as it is now."""
        if view is None or not has_card(view):
            return None
        also = [place for place, one in enumerate(told) if _said_to(one, view.deal, person)]
        news = None
        if also:
            news = news_of([told[n] for n in also], view, person, t, self._house)
        card = deal_card(view, t, self._house) if news is None else news.card
        card = await self._asking(view, card, t)
        shown = tuple(also[: len(news.parts)]) if news is not None else ()
        return Prepared(replace(card, ring=False), view.deal.version, live=True, also=shown)

    async def _digest(self, notice: Notice, person: Person, t: Text) -> Prepared:
        unread = unread_in(notice)
        views = [await self._reads.view(one.deal, person.id) for one in unread[:MOST_DEALS]]
        counted = [(view, one) for view, one in zip(views, unread, strict=False) if view]
        card = digest_card(counted, len(unread) - len(counted), t)
        ring = notice.ring and not self._asleep(person)
        return Prepared(replace(card, ring=ring), parts=((),), was_unreachable=person.unreachable)

    def _asleep(self, person: Person) -> bool:
        quiet = self._escrow.policy.quiet_hours
        return quiet is not None and within(quiet, self._escrow.now(), person.zone)


def _said_to(notice: Notice, deal: Deal | None, person: Person) -> bool:
    """Whether it is still to be said, and whether its receiver wants to be told."""
    return holds_true(notice, deal) and wanted(notice, person)


def _foldable(
    first: Notice, behind: Sequence[Notice], deal: Deal | None, person: Person
) -> tuple[list[int], list[int]]:
    """The places of what joins the first, up to what does not; and of what says nothing any more.

    Of all in one message one at most opens a window, since the message is what serves it.
    """
    also: list[int] = []
    over: list[int] = []
    opens = first.serves is not None
    for place, other in enumerate(behind):
        if other.kind == CARD_REDRAWN or not _said_to(other, deal, person):
            over.append(place)
        elif not joins(first, other) or (opens and other.serves is not None):
            break
        else:
            also.append(place)
            opens = opens or other.serves is not None
    return also, over


def within(quiet: QuietHours, now: datetime, zone: str) -> bool:
    """Whether nothing should ring there now."""
    local = now.astimezone(ZoneInfo(zone)).time()
    if quiet.begins <= quiet.ends:
        return quiet.begins <= local < quiet.ends
    return local >= quiet.begins or local < quiet.ends
