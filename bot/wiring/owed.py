"""Payouts and refunds that a rail confirms by itself: the schedule lists them, core is told."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bot.mail.sending import TryAgain
from bot.rails import Rail
from core.deal.model import Transfer
from core.paying import ConfirmTransfer
from core.values.errors import Refusal
from core.values.ids import RAIL, DealId

if TYPE_CHECKING:
    from bot.wiring.assembly import Assembly


class Owing:
    """What is owed to people outside."""

    def __init__(self, assembly: Assembly, rails: tuple[Rail, ...]) -> None:
        """Without automatic rails there is nothing to do: treasurers confirm."""
        self._assembly = assembly
        self._rails = {rail.name: rail for rail in rails}

    async def send(self) -> None:
        """Send everything that was not sent before, and tell core what has arrived."""
        if not self._rails:
            return
        for deal, number in await self._assembly.reads.owed_transfers():
            transfer = await self._assembly.reads.transfer(deal, number)
            if transfer is not None and _is_due(transfer):
                await self._one(deal, transfer)

    async def _one(self, deal: DealId, transfer: Transfer) -> None:
        rail = self._rails.get(transfer.rail)
        if rail is None:
            return
        with suppress(TryAgain, Refusal):
            external_id = await rail.send(deal, transfer)
            if external_id is None:
                return
            command = ConfirmTransfer(
                actor=RAIL, deal=deal, transfer=transfer.number, external_id=external_id
            )
            await self._assembly.escrow.execute(command)


def _is_due(transfer: Transfer) -> bool:
    """A rail sends a thing at most once: what came back, the desk sends by hand."""
    return transfer.owed and not transfer.returns
