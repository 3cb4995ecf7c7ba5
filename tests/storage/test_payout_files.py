"""Payouts in files for the bank, as every kind of store keeps them: in one open file at a time."""

from __future__ import annotations

import pytest

from core.paying import (
    PAYOUT_LINE_TABLE,
    PayoutLine,
    PayoutLineState,
    PayoutLineStep,
)
from core.values.errors import NotNow
from core.values.ids import DealId
from core.values.money import Money
from tests.kit.fakes import START
from tests.kit.scene import DAY, TESS
from tests.storage.look import Look
from tests.storage.test_contract import ONE, added, deal


def in_file(file: str, transfer: int = 1, of: DealId = ONE) -> PayoutLine:
    return PayoutLine(file, of, transfer, 0, Money(300, "EUR"), "0a1b2c3d", START, TESS)


async def test_a_payout_is_in_one_open_file_at_a_time(look: Look) -> None:
    await added(look, deal())
    first, both = in_file("HF1"), [in_file("HF2", 2), in_file("HF2")]
    await look.store.run(lambda uow: uow.keep_payouts([first]))
    with pytest.raises(NotNow, match="payout-in-file"):
        await look.store.run(lambda uow: uow.keep_payouts(both))
    drop = PayoutLineStep.DROP
    assert await look.store.run(lambda uow: uow.close_payout(first, drop, TESS, START + DAY))
    await look.store.run(lambda uow: uow.keep_payouts(both))


async def test_what_came_of_one_is_said_once(look: Look) -> None:
    await added(look, deal())
    line = in_file("HF1")
    await look.store.run(lambda uow: uow.keep_payouts([line]))
    for step, first in ((PayoutLineStep.SEND, True), (PayoutLineStep.DROP, False)):
        done = await look.store.run(
            lambda uow, step=step: uow.close_payout(line, step, TESS, START)  # type: ignore[misc]
        )
        assert done is first


def test_what_was_said_of_one_is_not_said_again() -> None:
    left = {before for before, _ in PAYOUT_LINE_TABLE}
    assert left == {PayoutLineState.OPEN}
    assert {*PAYOUT_LINE_TABLE.values()} == {*PayoutLineState} - left
