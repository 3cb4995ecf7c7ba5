"""A courier that delivers when it is told to, from the fake store's notices."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram import Bot

from bot.cards.house import House
from bot.mail.courier.prepare import Preparing
from bot.mail.sending import Delivered
from bot.parties.kit.update import App
from bot.parties.outgoing import PartiesOutgoing
from core.deal.notice import Notice
from core.timing import NoticeServed
from core.values.ids import DESK, SYSTEM
from tests.kit.fakes import FakeStore
from tests.kit.memory import MemoryEdge
from tests.kit.parcels import Parcel


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
            if self.store.notices[number].to != DESK:
                await self.one(number, self.store.notices[number])

    async def one(self, number: int, notice: Notice) -> None:
        house = House.of(self.app.settings, self.app.username)
        preparing = Preparing(self.app.reads, self.app.escrow, self.app.texts, house)
        parcel = Parcel(number, notice, prepared=await preparing.for_person(notice))
        parcel.true = parcel.prepared is not None
        delivered = await PartiesOutgoing(self.app, self.bot).deliver(parcel)
        if delivered is not None:
            await self._follow(notice, delivered)

    async def _follow(self, notice: Notice, delivered: Delivered) -> None:
        self.store.rows.notices += delivered.follows
        if delivered.live is not None:
            live = delivered.live
            await self.edge.set_card(live.person, live.deal, live.message)
        if notice.serves is not None and notice.milestone is not None and notice.deal:
            await self.app.escrow.execute(
                NoticeServed(
                    actor=SYSTEM,
                    deal=notice.deal,
                    milestone=notice.milestone,
                    opened_at=notice.serves,
                )
            )
