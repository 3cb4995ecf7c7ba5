"""The queue of notices as the courier needs it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from bot.mail.courier.parcel import Owed, Sent
from core.deal.notice import Notice
from core.escrow import Form


class Outbox(Protocol):
    """The queue of one bot's notices in the database. Everything raises StoreAway."""

    async def take(
        self, but: Iterable[str], limit: int, full: Collection[int] = ()
    ) -> Sequence[Owed]:
        """The first notice of each lane that is due, leased; the most urgent first.

        No lane among `but`, and no rank among `full`. Of people who ask for help, whoever had
        something posted stands behind whoever had nothing.
        """
        ...

    async def alike(self, notice: int) -> Sequence[Owed]:
        """What may leave in one message with it, in order; it is the first of its lane.

        Of a person: what waits behind it about the same deal. Of a call for help at the desk: what
        its person wrote since about the same, none of it posted yet.
        """
        ...

    async def newest(self, notice: int) -> Sequence[Owed]:
        """What the newest message told its person of the same deal, in order."""
        ...

    async def told(self, notices: Sequence[int]) -> Sequence[Owed]:
        """What was told, in order, as far as it is kept."""
        ...

    async def renew(self) -> None:
        """This process is still at work: what it has taken stays its own."""
        ...

    async def took(self, notice: int, parts: int, also: Collection[int] = ()) -> None:
        """Telegram accepted so many of its messages, and with them the first of each of `also`."""
        ...

    async def ended(self, sent: Sequence[Sent], skipped: Sequence[int]) -> bool:
        """They were accepted by Telegram, or are true no longer; what follows is owed, once.

        Returns whether anything is.
        """
        ...

    async def failed(self, notice: int, why: str, follows: Sequence[Notice] = ()) -> None:
        """Never again; what follows is owed."""
        ...

    def marking(self, sent: Sent) -> Form:
        """The mark, in the transaction of a command that the delivery brings; then call `ended`."""
        ...

    def failing(self, notice: int, why: str, follows: Sequence[Notice] = ()) -> Form:
        """The same for what will never arrive; then call `failed`."""
        ...

    async def again(self, notice: int, seconds: float, *, tried: bool) -> None:
        """Not before so long; `tried` counts it as an attempt."""
        ...

    async def hand_back(self) -> None:
        """Give up every lease of this process."""
        ...
