"""What the timers ask of a way to pay that confirms by itself."""

from __future__ import annotations

from typing import Protocol

from core.deal.model import Transfer
from core.values.ids import DealId


class Rail(Protocol):
    """A way to pay."""

    name: str
    """As in `core.values.policy.RailInfo`."""

    async def send(self, deal: DealId, transfer: Transfer) -> str | None:
        """Pay out or refund, at most once for (deal, transfer.number).

        Returns the rail's id of it once the money has arrived, None while it is on its way; asked
        again until then. What came back is not asked for again: the desk sends that by hand. Raises
        bot.mail.sending.TryAgain where the rail does not answer.
        """
        ...
