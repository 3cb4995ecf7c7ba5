"""Money that a treasurer confirms: in by the client's claim, out by what is owed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.deal.milestone import State
from core.deal.model import TransferState
from core.deal.notice import ALWAYS, Notice
from core.paying import ClaimPaid, ConfirmDeposit
from core.people import SetDestination
from core.values.hearing import Ear
from core.values.ids import DESK, PersonId
from core.values.money import Money
from core.working import ApproveMilestone, WithdrawWork
from tests.bot.desk.group import Shown
from tests.bot.desk.world import ARAM, BINA, CARLOS, HANA, STAFF, TESS, World, build, said
from tests.kit.parcels import Parcel


async def claimed(world: World, amount: Money | None = None, *, receipt: bool = False) -> None:
    await world.agree(amount)
    await claim(world, receipt=receipt)


async def claim(world: World, *, receipt: bool = False) -> None:
    m = world.deal.milestone(1)
    await world.do(
        ClaimPaid(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            seen=m.seen,
            payer=said("Carlos Vega"),
            paid_on="5 January",
            receipt=await world.file("receipt.pdf") if receipt else None,
        )
    )
    await world.deliver()


def card(world: World, label: str) -> Shown:
    """The newest card in General with this button."""
    return [m for m in world.group.in_topic(None) if any(x.startswith(label) for x in m.labels)][-1]


async def press(world: World, person: PersonId, label: str) -> str:
    answer = await world.press(person, label, card(world, label))
    return str(answer.get("text", ""))


async def test_a_claim_shows_what_to_look_for(world: World) -> None:
    await claimed(world, receipt=True)
    shown = card(world, "Confirm deposit")
    for part in ("300.00 EUR", f"{world.id}-1", "Carlos Vega", "5 January", "Logo"):
        assert part in shown.text
    assert shown.labels == ["Confirm deposit", "Not arrived", "Different amount", "Ask for proof"]
    assert world.group.in_topic(None)[-2].file == "receipt.pdf" or world.said("receipt.pdf")


async def test_the_second_tap_repeats_amount_reference_and_payer(world: World) -> None:
    await claimed(world)
    await press(world, TESS, "Confirm deposit")
    assert world.deal.milestone(1).state is State.FUNDING
    shown = card(world, "Confirm deposit: 300.00 EUR")
    for part in ("300.00 EUR", f"{world.id}-1", "Carlos Vega"):
        assert part in shown.text
    await press(world, TESS, "Confirm deposit: 300.00 EUR")
    m = world.deal.milestone(1)
    assert (m.state, m.held) == (State.IN_PROGRESS, Money(30000, "EUR"))
    assert (m.deposits[0].rail, m.deposits[0].source) == ("manual", "Carlos Vega")
    assert m.deposits[0].confirmed_by == TESS
    assert shown.labels == []


async def test_a_deposit_is_booked_once_however_often_it_is_tapped(world: World) -> None:
    await claimed(world)
    await press(world, TESS, "Confirm deposit")
    tap = world.press_of(TESS, card(world, "Confirm deposit:"), "Confirm deposit:")
    number = await world.update(callback_query=tap)
    await world.again(number, callback_query=tap)
    await world.update(callback_query=tap)
    assert len(world.deal.milestone(1).deposits) == 1
    assert not world.deal.transfers


async def test_proof_is_asked_once_and_the_claim_stays(world: World) -> None:
    await claimed(world)
    shown = card(world, "Ask for proof")
    await press(world, TESS, "Ask for proof")
    assert shown.labels == ["Confirm deposit", "Not arrived", "Different amount"]
    assert "Asked for a receipt on" in shown.text
    assert any(n.kind == "proof-asked" for n in world.store.notices_to(CARLOS))
    assert world.deal.milestone(1).claim is not None


async def test_an_arbiter_who_is_no_treasurer_confirms_nothing(world: World) -> None:
    await claimed(world)
    for label in ("Confirm deposit", "Not arrived", "Different amount", "Ask for proof"):
        assert await press(world, ARAM, label) == "This is for treasurers."
    assert world.deal.milestone(1).claim is not None
    assert not world.store.rows.forms


async def test_an_amount_with_a_dot_too_far_to_the_right_is_asked_before_it_is_booked(
    world: World,
) -> None:
    await claimed(world)
    await press(world, TESS, "Different amount")
    await world.write(TESS, "100.555", None)
    shown = card(world, "100,555.00 EUR")
    assert "Is this the amount? If not, write it again" in shown.text
    await world.write(TESS, "100.55", None)
    assert "100.55 EUR" in card(world, "Confirm deposit: 100.55 EUR").text


async def test_not_arrived_tells_the_client_and_old_buttons_change_nothing(world: World) -> None:
    await claimed(world)
    stale = world.press_of(TESS, card(world, "Confirm deposit"), "Confirm deposit")
    await press(world, TESS, "Not arrived")
    await press(world, TESS, "Not arrived")
    assert world.deal.milestone(1).claim is None
    assert any(n.kind == "claim-rejected" for n in world.store.notices_to(CARLOS))
    await claim(world)
    await world.update(callback_query=stale)
    assert "old" in world.group.answers[-1]["text"]
    assert world.deal.milestone(1).state is State.FUNDING


async def test_a_colleague_who_was_later_sees_how_it_stands(world: World) -> None:
    await claimed(world)
    shown = card(world, "Confirm deposit")
    late = world.press_of(TESS, shown, "Confirm deposit")
    await press(world, TESS, "Confirm deposit")
    await press(world, TESS, "Confirm deposit: 300.00 EUR")
    await world.update(callback_query=late)
    assert "old" in world.group.answers[-1]["text"]
    assert shown.text.startswith("This payment is answered already.")


async def test_of_two_treasurers_the_first_is_right_and_the_second_sees_what_was_booked() -> None:
    world = await build(staff=replace(STAFF, treasurers=frozenset({TESS, HANA})))
    await claimed(world)
    await press(world, HANA, "Different amount")
    await world.write(HANA, "200", None)
    late = card(world, "Confirm deposit: 200.00 EUR")
    [shown] = [m for m in world.group.in_topic(None) if "Confirm deposit" in m.labels]
    await world.press(TESS, "Confirm deposit", shown)
    await world.press(TESS, "Confirm deposit: 300.00 EUR", shown)
    answer = await world.press(HANA, "Confirm deposit: 200.00 EUR", late)
    assert "booked already" in answer["text"]
    assert late.text.startswith("✓ 300.00 EUR arrived, says Tess Urer.")
    assert [d.amount for d in world.deal.milestone(1).deposits] == [Money(30000, "EUR")]


async def test_a_claim_answered_by_a_button_asks_for_no_amount_any_more(world: World) -> None:
    await claimed(world)
    shown = card(world, "Not arrived")
    await press(world, TESS, "Different amount")
    await world.press(TESS, "Not arrived", shown)
    assert "Say that 300.00 EUR of Carlos Vega did not arrive?" in shown.text
    assert world.deal.milestone(1).claim is not None
    await world.press(TESS, "Not arrived", shown)
    assert world.deal.milestone(1).claim is None
    assert not world.store.rows.forms


async def test_an_amount_for_a_claim_that_a_colleague_answered_is_told_so() -> None:
    world = await build(staff=replace(STAFF, treasurers=frozenset({TESS, HANA})))
    await claimed(world)
    await press(world, HANA, "Different amount")
    await press(world, TESS, "Not arrived")
    await press(world, TESS, "Not arrived")
    await world.write(HANA, "200", None)
    assert world.group.last().text == "This form is over."
    assert not world.store.rows.forms


@pytest.mark.parametrize("label", ["Different amount", "It failed"])
async def test_a_question_to_the_treasurer_has_a_way_back(world: World, label: str) -> None:
    await (claimed(world) if label == "Different amount" else owed_payout(world))
    await press(world, TESS, label)
    await press(world, TESS, "Back")
    assert not world.store.rows.forms


async def test_less_than_expected_is_typed_shown_and_waits(world: World) -> None:
    await claimed(world)
    await press(world, TESS, "Different amount")
    await world.write(ARAM, "I think it was 280.", None)
    await world.write(TESS, "two hundred", None)
    assert world.store.rows.forms
    await world.write(TESS, "285.50", None)
    shown = card(world, "Confirm deposit: 285.50 EUR")
    assert "14.50 EUR less" in shown.text
    await press(world, TESS, "Confirm deposit: 285.50 EUR")
    m = world.deal.milestone(1)
    assert (m.state, m.waiting) == (State.FUNDING, Money(28550, "EUR"))
    assert not world.store.rows.forms


async def test_a_deposit_in_parts_is_booked_part_by_part(world: World) -> None:
    await claimed(world)
    await press(world, TESS, "Different amount")
    await world.write(TESS, "100", None)
    await press(world, TESS, "Confirm deposit: 100.00 EUR")
    await claim(world)
    assert "200.00 EUR" in card(world, "Confirm deposit").text
    await press(world, TESS, "Confirm deposit")
    await press(world, TESS, "Confirm deposit: 200.00 EUR")
    assert world.deal.milestone(1).held == Money(30000, "EUR")


async def test_more_than_expected_goes_back(world: World) -> None:
    await claimed(world)
    await press(world, TESS, "Different amount")
    await world.write(TESS, "320", None)
    assert "20.00 EUR more" in card(world, "Confirm deposit: 320.00 EUR").text
    await press(world, TESS, "Confirm deposit: 320.00 EUR")
    await world.deliver()
    shown = card(world, "Confirm refund")
    assert "20.00 EUR" in shown.text
    assert "Back to: Carlos Vega" in shown.text


async def test_an_amount_that_can_be_read_twice_is_asked_back(world: World) -> None:
    await claimed(world, Money(5_000_000, "IRR"))
    await press(world, TESS, "Different amount")
    await world.write(TESS, "500000", None)
    assert world.group.last().labels == [
        "500,000 rials (50,000 toman)",
        "5,000,000 rials (500,000 toman)",
    ]
    await press(world, TESS, "5,000,000 rials (500,000 toman)")
    await press(world, TESS, "Confirm deposit: 5,000,000 rials")
    assert world.deal.milestone(1).state is State.IN_PROGRESS
    assert not world.store.rows.forms


async def owed_payout(world: World, *, destination: str | None = "IBAN NL01 BINA") -> None:
    await world.agree()
    if destination is not None:
        await world.do(SetDestination(actor=BINA, currency="EUR", details=destination))
    await world.fund()
    await world.submit()
    m = world.deal.milestone(1)
    await world.do(
        ApproveMilestone(
            actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, submission=1, amount=m.held
        )
    )
    await world.deliver()


async def test_a_payout_shows_where_to_and_is_confirmed_by_a_second_tap(world: World) -> None:
    await owed_payout(world)
    shown = card(world, "Confirm payout")
    for part in ("300.00 EUR", "Bina Rahimi", "IBAN NL01 BINA", f"{world.id}-T1"):
        assert part in shown.text
    copied = [b["copy_text"]["text"] for row in shown.buttons for b in row if "copy_text" in b]
    assert copied == ["IBAN NL01 BINA", f"{world.id}-T1"]
    await press(world, TESS, "Confirm payout")
    assert world.deal.transfers[0].state is TransferState.PENDING
    assert "IBAN NL01 BINA" in shown.text
    await press(world, TESS, "Confirm payout: 300.00 EUR")
    transfer = world.deal.transfers[0]
    assert (transfer.state, transfer.external_id) == (TransferState.SENT, f"{world.id}-T1")
    assert shown.labels == ["Arrived", "It came back", "It failed"]
    assert "is sent" in shown.text


async def test_a_changed_destination_waits_and_says_so(world: World) -> None:
    await owed_payout(world)
    await world.do(SetDestination(actor=BINA, currency="EUR", details="IBAN XX99 THIEF"))
    await press(world, TESS, "Confirm payout")
    shown = card(world, "Confirm payout: 300.00 EUR")
    assert "IBAN NL01 BINA" in shown.text
    assert "THIEF" not in shown.text
    assert "It was changed" in shown.text


async def test_a_changed_destination_waits_until_its_owner_was_heard_past_its_day(
    world: World,
) -> None:
    """A thief changed it, the owner took it back in time, and nobody has heard that yet."""
    await owed_payout(world)
    await world.do(SetDestination(actor=BINA, currency="EUR", details="IBAN XX99 THIEF"))
    world.store.rows.heard[Ear.PARTIES] = world.clock.now() + timedelta(days=1)
    world.clock.forward(timedelta(days=4))
    await press(world, TESS, "Confirm payout")
    shown = card(world, "Confirm payout: 300.00 EUR")
    assert "IBAN NL01 BINA" in shown.text
    assert "THIEF" not in shown.text
    world.store.rows.heard[Ear.PARTIES] = world.clock.now()
    await press(world, TESS, "Confirm payout: 300.00 EUR")
    assert "old" in world.group.answers[-1]["text"]
    assert world.deal.transfers[0].state is TransferState.PENDING


async def test_a_tap_confirms_only_the_destination_that_it_showed(world: World) -> None:
    await owed_payout(world)
    await world.do(SetDestination(actor=BINA, currency="EUR", details="IBAN NL02 NEW"))
    await press(world, TESS, "Confirm payout")
    old = world.press_of(TESS, card(world, "Confirm payout:"), "Confirm payout:")
    world.clock.forward(timedelta(days=4))
    await world.update(callback_query=old)
    assert "old" in world.group.answers[-1]["text"]
    assert world.deal.transfers[0].state is TransferState.PENDING
    assert "IBAN NL02 NEW" in card(world, "Confirm payout").text


async def test_a_payout_is_sent_only_once_they_have_said_where_to(world: World) -> None:
    await owed_payout(world, destination=None)
    [shown] = world.said("has not said where to")
    assert shown.labels == []
    await world.do(SetDestination(actor=BINA, currency="EUR", details="IBAN NL01 BINA"))
    await world.write(TESS, "/payouts", None)
    await press(world, TESS, "Confirm payout")
    await press(world, TESS, "Confirm payout: 300.00 EUR")
    assert world.deal.transfers[0].state is TransferState.SENT


async def test_a_failed_payout_stays_owed_with_its_reason(world: World) -> None:
    await owed_payout(world)
    await press(world, TESS, "It failed")
    await world.write(ARAM, "Which bank?", None)
    await world.write(TESS, "The bank says: account closed", None)
    transfer = world.deal.transfers[0]
    assert (transfer.state, transfer.why) == (TransferState.FAILED, "The bank says: account closed")
    shown = card(world, "Confirm payout")
    assert "account closed" in shown.text
    assert not world.store.rows.forms


async def test_an_arbiter_who_is_no_treasurer_pays_nothing_out(world: World) -> None:
    await owed_payout(world)
    for label in ("Confirm payout", "It failed"):
        assert await press(world, ARAM, label) == "This is for treasurers."
    assert world.deal.transfers[0].state is TransferState.PENDING


async def test_a_refund_goes_to_its_recorded_source(world: World) -> None:
    await world.agree()
    await world.fund()
    m = world.deal.milestone(1)
    await world.do(WithdrawWork(actor=BINA, deal=world.id, milestone=1, seen=m.seen, amount=m.held))
    await world.deliver()
    shown = card(world, "Confirm refund")
    assert "Back to: Carlos Vega, ES12" in shown.text
    assert f"It came with reference {world.id}-1" in shown.text
    await press(world, TESS, "Confirm refund")
    await press(world, TESS, "Confirm refund: 300.00 EUR")
    assert world.deal.transfers[0].state is TransferState.SENT


async def test_money_that_comes_twice_is_told(world: World) -> None:
    await world.agree()
    await world.fund()
    await world.do(
        ConfirmDeposit(
            actor=TESS,
            deal=world.id,
            milestone=1,
            amount=Money(5000, "EUR"),
            rail="manual",
            external_id="late",
            source="Carlos Vega",
        )
    )
    await world.deliver()
    assert world.said("50.00 EUR came too late or twice")


@pytest.mark.parametrize(
    ("command", "label"), [("/deposits", "Confirm deposit"), ("/payouts", "Confirm payout")]
)
async def test_the_commands_bring_the_cards_back(world: World, command: str, label: str) -> None:
    await (claimed(world) if command == "/deposits" else owed_payout(world))
    before = len(world.group.in_topic(None))
    await world.write(TESS, command, None)
    first, *below = world.group.in_topic(None)[before:]
    assert label in first.labels
    assert [one.labels for one in below] == ([["Pay what is owed"]] if "payouts" in command else [])


@pytest.mark.parametrize(
    ("key", "words", "label"),
    [
        ("deposit-check:1", "The client was to have an answer by", "Confirm deposit"),
        ("transfer:1", "This was to be sent by", "Confirm payout"),
    ],
)
async def test_an_overdue_payment_says_so_and_rings_only_while_it_is_open(
    world: World, key: str, words: str, label: str
) -> None:
    await (claimed(world) if label == "Confirm deposit" else owed_payout(world))
    data = {"key": key, "since": world.clock.now().isoformat()}
    alarm = Notice(DESK, "desk-alarmed", world.id, 1, data=data, holds=ALWAYS)
    await world.outgoing.deliver(Parcel(50, alarm))
    [shown] = world.said(words)
    assert label in shown.labels
    assert not shown.silent
    await world.press(TESS, label, shown)
    await world.press(TESS, f"{label}: 300.00 EUR", shown)
    before = len(world.group.messages)
    await world.outgoing.deliver(Parcel(51, alarm))
    assert len(world.group.messages) == before
