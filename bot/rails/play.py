"""Play money: there is none, so it arrives at once."""

from __future__ import annotations

from core.deal.model import Transfer
from core.values.ids import DealId


class PlayMoney:
    """The rail of the playground, and of an installation that was not configured."""

    name = "play"

    async def send(self, deal: DealId, transfer: Transfer) -> str | None:
        """Arrived. The id is the same whenever it is asked."""
        return f"{deal}-{transfer.number}"
