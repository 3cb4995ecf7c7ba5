"""Bank transfers: details, the report, what is missing, and somebody else who pays."""

import pytest

from core.deal.milestone import State
from core.paying import AskProof, ConfirmDeposit
from core.people import ChangeSettings
from core.values.money import Money
from core.working import WithdrawWork
from tests.bot.deals.acts import handed_in
from tests.bot.deals.world import ARAM, World, build
from tests.kit.phones import plain


@pytest.fixture
async def bank() -> World:
    world = await build(manual=True)
    await world.agree("300.00")
    return world


async def reported(world: World) -> None:
    await world.carlos.press("Pay 300.00 EUR")
    await world.carlos.press("I've paid")
    await world.carlos.press("Carlos")
    await world.carlos.press("Today")
    await world.carlos.press("Skip")
    await world.carlos.press("Yes, I've paid")


async def arrived(world: World, amount: str, number: str = "b1") -> None:
    await world.do(
        ConfirmDeposit(
            actor=ARAM,
            deal=world.id,
            milestone=1,
            amount=Money(int(float(amount) * 100), "EUR"),
            rail="manual",
            external_id=number,
            source="DE00",
        )
    )
    await world.deliver()


async def test_the_bank_details_carry_the_reference_and_a_picture_for_banking_apps(
    bank: World,
) -> None:
    await bank.carlos.press("Pay 300.00 EUR")
    shown = plain(bank.carlos.newest.text)
    assert f"{bank.id}-1" in shown
    assert "DE89370400440532013000" in shown
    assert "play money" not in shown
    assert bank.carlos.chat[-2].file == f"{bank.id}-1.png"
    buttons = [button for row in bank.carlos.newest.buttons for button in row]
    copied = [button["copy_text"]["text"] for button in buttons if button.get("copy_text")]
    assert copied == ["DE89370400440532013000", f"{bank.id}-1"]


async def test_who_is_asked_for_a_receipt_sends_it_and_stays_the_one_who_reported(
    bank: World,
) -> None:
    await reported(bank)
    seen = bank.deal.milestones[0].seen
    await bank.do(AskProof(actor=ARAM, deal=bank.id, milestone=1, seen=seen))
    await bank.deliver()
    assert bank.carlos.sees("ask for a receipt that shows its date and amount")
    await bank.carlos.press("Send the receipt")
    await bank.carlos.press("Carlos")
    await bank.carlos.press("Today")
    await bank.carlos.send("receipt.pdf")
    await bank.carlos.press("Yes, I've paid")
    claim = bank.deal.milestones[0].claim
    assert claim is not None
    assert claim.receipt is not None
    assert claim.receipt.name == "receipt.pdf"
    assert not claim.proof_asked


async def test_what_is_reported_as_paid_is_not_held(bank: World) -> None:
    await reported(bank)
    m = bank.deal.milestones[0]
    assert bank.state() is State.FUNDING
    assert m.claim is not None
    assert str(m.claim.payer) == "Carlos"
    assert "Reported as paid" in plain(bank.carlos.newest.text)
    await arrived(bank, "300.00")
    assert bank.state() is State.IN_PROGRESS
    assert bank.bina.sees("You can start now")


async def test_a_receipt_and_a_typed_name_and_day_are_kept(bank: World) -> None:
    await bank.carlos.press("Pay 300.00 EUR")
    await bank.carlos.press("I've paid")
    await bank.carlos.write("Vega Coffee S.L.")
    await bank.carlos.write("31 December 2099")
    assert "still to come" in plain(bank.carlos.newest.text)
    await bank.carlos.write("last Friday")
    await bank.carlos.send("receipt.pdf")
    await bank.carlos.press("Yes, I've paid")
    claim = bank.deal.milestones[0].claim
    assert claim is not None
    assert (str(claim.payer), claim.paid_on) == ("Vega Coffee S.L.", "last Friday")
    assert claim.receipt is not None
    assert claim.receipt.name == "receipt.pdf"


async def test_somebody_else_pays_and_is_named(bank: World) -> None:
    await bank.carlos.press("Pay 300.00 EUR")
    await bank.carlos.press("Someone else pays")
    await bank.carlos.write("Aunt Rosa")
    assert "Aunt Rosa" in plain(bank.carlos.newest.text)
    assert f"{bank.id}-1" in plain(bank.carlos.newest.text)
    await bank.carlos.press("They have paid")
    await bank.carlos.press("Yesterday")
    await bank.carlos.press("Skip")
    await bank.carlos.press("Yes, I've paid")
    claim = bank.deal.milestones[0].claim
    assert claim is not None
    assert str(claim.payer) == "Aunt Rosa"


async def test_what_is_missing_is_named_and_may_be_paid_or_accepted(bank: World) -> None:
    await arrived(bank, "296.50")
    assert bank.carlos.sees("Missing: 3.50 EUR")
    card = bank.carlos.newest
    assert "Pay the missing 3.50 EUR" in card.labels
    await bank.carlos.press("Ask to accept 296.50 EUR")
    await bank.carlos.press("Yes, ask Bina")
    await bank.deliver()
    await bank.bina.press("Accept 296.50 EUR")
    assert "in place of 300.00 EUR" in plain(bank.bina.newest.text)
    await bank.bina.press("Yes, accept 296.50 EUR")
    assert str(bank.deal.milestones[0].held) == "296.50 EUR"


async def test_the_missing_part_is_paid_to_the_same_reference(bank: World) -> None:
    await arrived(bank, "296.50")
    await bank.carlos.press("Pay the missing 3.50 EUR")
    assert "Amount: 3.50 EUR" in plain(bank.carlos.newest.text)
    await arrived(bank, "3.50", "b2")
    assert bank.state() is State.IN_PROGRESS


async def test_an_unfunded_milestone_is_cancelled_and_what_arrived_goes_back(bank: World) -> None:
    await arrived(bank, "100.00")
    await bank.carlos.press("More…")
    await bank.carlos.press("Cancel milestone")
    assert "100.00 EUR" in plain(bank.carlos.newest.text)
    await bank.carlos.press("Yes, cancel it")
    assert bank.state() is State.VOID
    assert [str(tr.amount) for tr in bank.deal.transfers] == ["100.00 EUR"]


async def test_the_safety_phrase_stands_on_every_money_message(bank: World) -> None:
    await bank.do(ChangeSettings(actor=bank.bina_id, phrase="blue heron"))
    await bank.do(ChangeSettings(actor=bank.carlos_id, phrase="red kite"))
    await bank.carlos.press("Pay 300.00 EUR")
    assert "red kite" in bank.carlos.newest.text
    await arrived(bank, "300.00")
    assert any("blue heron" in s.text and "held" in s.text for s in bank.bina.chat)


async def test_a_freelancer_with_nowhere_to_be_paid_is_asked_until_they_say(bank: World) -> None:
    await arrived(bank, "300.00")
    assert where(bank) == [True]
    await handed_in(bank)
    await bank.carlos.press("Approve and release")
    await bank.carlos.press("Yes, release 300.00 EUR")
    await bank.deliver()
    assert where(bank) == [True], (
        "what stood before cannot be submitted any more, and has no buttons"
    )
    assert "say where you want to be paid" in plain(bank.bina.newest.text)
    await bank.bina.press("Where to be paid")
    await bank.bina.write("NL91 ABNA 0417 1643 00")
    await bank.bina.write("Bina Rahimi")
    await bank.bina.press("The deal")
    assert "say where you want to be paid" not in plain(bank.bina.newest.text)


async def test_a_freelancer_who_gets_nothing_is_not_asked_where_to(bank: World) -> None:
    await arrived(bank, "300.00")
    m = bank.deal.milestones[0]
    await bank.do(
        WithdrawWork(actor=bank.bina_id, deal=bank.id, milestone=1, seen=m.seen, amount=m.held)
    )
    await bank.deliver()
    assert bank.deal.transfers
    await bank.bina.write(f"/start deal-{bank.id}")
    assert "Where to be paid" not in bank.bina.newest.labels


def where(world: World) -> list[bool]:
    """Notices of money to Bina, each with whether it lets her say where to."""
    told = [s for s in world.bina.chat if "Get help" in s.labels]
    return ["Where to be paid" in s.labels for s in told if "EUR" in s.text]


async def test_a_changed_place_to_be_paid_waits_and_the_answer_says_so(bank: World) -> None:
    for details in ("NL91 ABNA 0417 1643 00", "DE89 3704 0044 0532 0130 00"):
        await bank.bina.write("/settings")
        await bank.bina.press("Where to be paid")
        await bank.bina.press("EUR")
        await bank.bina.write(details)
        await bank.bina.write("Bina Rahimi")
    await bank.bina.press("Yes, change it")
    assert bank.bina.sees("For your safety a change waits")
    assert bank.bina.sees("Until then they go to the account before")
