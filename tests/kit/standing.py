"""The messages whose buttons will be old one day, over a fake store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.mail.courier.buttons import Standing, Stands
from core.deal.model import DealState
from core.deal.notice import Notice
from core.values.ids import DealId, PersonId
from storage.lanes import old_buttons
from tests.kit.fakes import FakeStore


@dataclass
class MemoryButtons:
    """`bot.mail.courier.buttons.Kept` in a dictionary; `cards` are the live cards."""

    store: FakeStore
    cards: Mapping[tuple[PersonId, DealId], int]
    owe_one: Callable[[Notice], None]
    there: dict[tuple[int, int], Standing] = field(default_factory=dict)
    waiting: set[tuple[int, int]] = field(default_factory=set)

    async def keep(self, standing: Sequence[Standing]) -> None:
        for one in standing:
            self.waiting.discard((one.chat, one.message))
            self.there.pop((one.chat, one.message), None)
            if one.presses:
                self.there[one.chat, one.message] = one

    async def of(self, deals: Sequence[DealId]) -> Sequence[Standing]:
        return [
            one
            for key, one in sorted(self.there.items())
            if one.deal in deals and key not in self.waiting and not self._live(one)
        ]

    def _live(self, one: Standing) -> bool:
        early = self.store.deals[one.deal].state in (DealState.DRAFT, DealState.INVITED)
        return not early and self.cards.get((PersonId(one.chat), one.deal)) == one.message

    async def owe(self, old: Sequence[Stands], to: PersonId | None = None) -> bool:
        for one in old:
            self.waiting.add((one.chat, one.message))
            receiver = PersonId(one.chat) if to is None else to
            self.owe_one(old_buttons(receiver, one.deal, one.message))
        return bool(old)

    async def owed(self, chat: int, message: int) -> bool:
        return (chat, message) in self.waiting
