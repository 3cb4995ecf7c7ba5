"""*Pay what is owed*, at the desk: one file for the bank, and what the bank did with it."""

from __future__ import annotations

from bot.config.rails import Account
from core.deal.model import TransferState
from core.people import SetDestination
from core.working import ApproveMilestone
from tests.bot.desk.test_treasury import card, press
from tests.bot.desk.world import ARAM, BINA, CARLOS, TESS, World

HERS = "NL91 ABNA 0417 1643 00\nBina Rahimi"


async def owed(world: World, details: str = HERS) -> None:
    ours = Account(holder="Holdfast GmbH", iban="DE89370400440532013000", bank="Bank")
    world.app.settings.rails.manual.accounts["EUR"] = ours
    await world.agree()
    await world.fund()
    await world.submit()
    await world.do(SetDestination(actor=BINA, currency="EUR", details=details))
    m = world.deal.milestone(1)
    await world.do(
        ApproveMilestone(actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, submission=1,
                         amount=m.held)
    )  # fmt: skip
    await world.deliver()


def state(world: World) -> TransferState:
    return world.deal.transfer(1).state


async def test_what_is_owed_leaves_as_one_file_and_is_sent_once_the_bank_took_it(
    world: World,
) -> None:
    await owed(world)
    await world.write(TESS, "/payouts", None)
    await press(world, TESS, "Pay what is owed")
    shown = card(world, "File: 300.00 EUR")
    assert f"{world.id}-T1" in shown.text
    await press(world, TESS, "File: 300.00 EUR")
    assert state(world) is TransferState.PENDING
    made = card(world, "The bank took it")
    assert "Nothing is sent yet" in made.text
    await press(world, TESS, "The bank took it")
    await press(world, TESS, "Bank took it: 300.00 EUR")
    assert state(world) is TransferState.SENT
    assert world.said("marked as sent: 1")


async def test_what_can_not_be_in_it_is_named_with_why(world: World) -> None:
    await owed(world, "Bank Melli, account 0101, Bina")
    await world.write(TESS, "/payouts", None)
    await press(world, TESS, "Pay what is owed")
    [shown] = world.said("There is no valid IBAN with a name.")
    assert shown.labels == []


async def test_what_the_bank_did_not_take_may_be_in_another_file(world: World) -> None:
    await owed(world)
    await world.write(TESS, "/payouts", None)
    await press(world, TESS, "Pay what is owed")
    await press(world, TESS, "File: 300.00 EUR")
    await press(world, TESS, "Not taken")
    await press(world, TESS, "Not taken: 300.00 EUR")
    assert state(world) is TransferState.PENDING
    await world.write(TESS, "/payouts", None)
    await press(world, TESS, "Pay what is owed")
    assert card(world, "File: 300.00 EUR").labels == ["File: 300.00 EUR"]


async def test_nobody_but_a_treasurer_makes_one(world: World) -> None:
    await owed(world)
    await world.write(TESS, "/payouts", None)
    answer = await world.press(ARAM, "Pay what is owed", card(world, "Pay what is owed"))
    assert "treasurer" in answer["text"]


async def test_one_payout_has_its_picture_for_a_banking_app(world: World) -> None:
    await owed(world)
    assert "QR code" in card(world, "Confirm payout").labels
    await press(world, TESS, "QR code")
    assert state(world) is TransferState.PENDING
