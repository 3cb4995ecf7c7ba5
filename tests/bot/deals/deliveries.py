"""A courier that delivers when it is told to, from the fake store's notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiogram import Bot

from bot.cards.kit.house import House
from bot.mail.courier.parcel import Parcel
from bot.mail.courier.prepare import Preparing
from bot.mail.sending import Delivered
from bot.parties.kit.update import App
from bot.parties.outgoing import PartiesOutgoing
from bot.parties.people import with_city_asked
from core.deal.notice import Notice
from core.ports import OF_MESSAGES
from core.timing import NoticeServed
from core.values.ids import DESK, SYSTEM
from storage.lanes import lane_of
from tests.kit.fakes import FakeStore
from tests.kit.memory import MemoryEdge


@dataclass(frozen=True)
class Waiting:
    """A notice by its place among all."""

    id: int
    notice: Notice
    parts: int = 0


@dataclass
class Deliveries:
    """Of the parties' bot."""

    app: App
    bot: Bot
    store: FakeStore
    edge: MemoryEdge

    async def all(self) -> None:
        while self.edge.delivered < len(self.store.notices):
            number = self.edge.delivered
            self.edge.delivered += 1
            if self.store.notices[number].to != DESK and number not in self.edge.told:
                await self.one(number)

    async def one(self, number: int) -> None:
        house = House.of(self.app.settings, self.app.username)
        asking = partial(with_city_asked, self.app)
        preparing = Preparing(self.app.reads, self.app.escrow, self.app.texts, house, asking)
        first: Any = Waiting(number, self.store.notices[number])
        keeps: Any = self
        parcel = Parcel(first, preparing.for_person, keeps)
        delivered = await PartiesOutgoing(self.app, self.bot).deliver(parcel)
        if delivered is not None:
            self.edge.told |= {one.id for one in (*parcel.also, *parcel.over)}
            if first.notice.kind not in OF_MESSAGES:
                ids = (number, *(one.id for one in parcel.also))
                self.edge.newest[first.notice.to, first.notice.deal] = ids
            await self._follow([first.notice, *(one.notice for one in parcel.also)], delivered)

    async def alike(self, number: int) -> list[Waiting]:
        """As the queue tells it."""
        first = self.store.notices[number]
        return [
            Waiting(place, notice)
            for place, notice in enumerate(self.store.notices)
            if place > number
            and place not in self.edge.told
            and (lane_of(notice), notice.deal) == (lane_of(first), first.deal)
        ]

    async def newest(self, number: int) -> list[Waiting]:
        """As the queue tells it: of its person and deal, what left in the newest message."""
        of = self.store.notices[number]
        told = self.edge.newest.get((of.to, of.deal), ())
        return [Waiting(place, self.store.notices[place]) for place in told]

    async def told(self, numbers: Sequence[int]) -> list[Waiting]:
        return [Waiting(number, self.store.notices[number]) for number in numbers]

    async def took(self, *_: object) -> None:
        """Nothing fails here."""

    async def _follow(self, told: Sequence[Notice], delivered: Delivered) -> None:
        self.store.rows.notices += delivered.follows
        if delivered.live is not None:
            live = delivered.live
            await self.edge.set_card(live.person, live.deal, live.message)
        for notice in told:
            if notice.serves is not None and notice.milestone is not None and notice.deal:
                await self.app.escrow.execute(
                    NoticeServed(
                        actor=SYSTEM,
                        deal=notice.deal,
                        milestone=notice.milestone,
                        opened_at=notice.serves,
                    )
                )
