"""What a card says of the house itself: which money it is, and where to find its bot."""

from __future__ import annotations

from dataclasses import dataclass

from bot.config import Settings
from core.deal.events import TransferKind
from core.deal.milestone import Milestone
from core.deal.terms import Role
from core.values.ids import DealId
from core.views import DealView

PLAY = "play"


@dataclass(frozen=True, slots=True)
class House:
    """`username` is the parties' bot's; `play` whether the only way to pay is play money."""

    username: str
    play: bool = True

    @classmethod
    def of(cls, settings: Settings, username: str) -> House:
        """As the operator set it up."""
        return cls(username, settings.rails.play.enabled)

    def plays(self, milestone: Milestone) -> bool:
        """Whether this milestone's money is, or will be, play money."""
        return self.play if milestone.rail is None else milestone.rail == PLAY

    def asks_where(self, view: DealView) -> bool:
        """Whether this freelancer has still to say where real money is to be paid out."""
        me, currency = view.people.get(view.viewer), view.deal.currency
        if view.role is not Role.FREELANCER or me is None or currency is None:
            return False
        real = not all(map(self.plays, view.deal.milestones))
        return real and me.destination(currency) is None

    def pays_nowhere(self, view: DealView) -> bool:
        """Whether a payout of theirs waits for that."""
        waits = any(owed.kind is TransferKind.PAYOUT and owed.owed for owed in view.deal.transfers)
        return waits and self.asks_where(view)

    def link(self, deal: DealId) -> str:
        """Opens the bot at a deal, for those who are party to it."""
        return f"https://t.me/{self.username}?start=deal-{deal}"
