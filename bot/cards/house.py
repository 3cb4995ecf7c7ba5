"""What a card says of the house itself: which money it is, and where to find its bot."""

from __future__ import annotations

from dataclasses import dataclass

from bot.config import Settings
from core.ids import DealId
from core.milestone import Milestone

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

    def link(self, deal: DealId) -> str:
        """Opens the bot at a deal, for those who are party to it."""
        return f"https://t.me/{self.username}?start=deal-{deal}"
