"""Notices as a courier hands them out, for tests of what the bots do with them."""

from collections.abc import Collection
from dataclasses import dataclass, field

from bot.cards import Attachment, Card
from bot.mail.pacing import Pacer, SendLimits
from bot.mail.sending import Prepared
from core.deal.notice import Notice
from core.values.words import FileRef


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
    live: bool = False
    folds: bool = False
    version: int | None = None
    true: bool = True
    parts: int = 0
    rendered: int = 0
    behind: list["Parcel"] = field(default_factory=list)
    """What waits in the same lane and may leave with it."""

    async def render(self) -> Prepared | None:
        self.rendered += 1
        if not self.true:
            return None
        lost = lambda name: Card(f"lost: {name}")  # noqa: E731 - one line of a text
        parts: tuple[tuple[Attachment | FileRef, ...], ...] = ()
        if self.card is not None:
            parts = ((*self.card.files, *self.card.attachments),)
        return Prepared(self.card, self.version, live=self.live, parts=parts, lost=lost)

    @property
    def ids(self) -> tuple[int, ...]:
        return (self.id,)

    news = ids

    def taken(self, place: int) -> int:
        assert place == 0
        return self.parts

    async def alike(self) -> list["Parcel"]:
        return [other for other in self.behind if not other.parts]

    async def took(self, also: Collection[int] = (), place: int = 0) -> None:
        assert place == 0
        self.parts += 1
        for other in self.behind:
            if other.id in also:
                other.parts = 1
