"""Notices as a courier hands them out, for tests of what the bots do with them."""

from collections.abc import Collection
from dataclasses import dataclass, field

from bot.cards import Card
from bot.mail.pacing import Pacer, SendLimits
from bot.mail.sending import Prepared
from core.deal.notice import Notice


def unpaced() -> Pacer:
    """Nobody counts in tests, which run in real time."""
    most = 1_000_000
    return Pacer(SendLimits(most, most, 0, most))


@dataclass
class Parcel:
    """A `Parcel`; `card` is what it looks like, and `parts` what Telegram took of it."""

    id: int
    notice: Notice
    card: Card | None = None
    has_card: bool = False
    version: int | None = None
    true: bool = True
    parts: int = 0
    rendered: int = 0
    prepared: Prepared | None = field(default=None)
    behind: list["Parcel"] = field(default_factory=list)
    """What waits in the same lane and may leave with it."""

    async def render(self) -> Prepared | None:
        self.rendered += 1
        if not self.true:
            return None
        lost = lambda name: Card(f"lost: {name}")  # noqa: E731 - one line of a text
        return self.prepared or Prepared(self.card, self.version, has_card=self.has_card, lost=lost)

    async def alike(self) -> list["Parcel"]:
        return [other for other in self.behind if not other.parts]

    async def took(self, also: Collection[int] = ()) -> None:
        self.parts += 1
        for other in self.behind:
            if other.id in also:
                other.parts = 1
