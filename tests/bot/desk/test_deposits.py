"""Money on the statement that nobody claimed: `/deposit`, `/suspense`, and what becomes of it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.desk.paying.deposits import read_statement
from core.deal.milestone import State
from core.deal.suspense import Suspense, SuspenseState
from core.paying import CancelFunding, ClaimPaid
from core.values.errors import BadInput, Refusal
from core.values.ids import DESK
from core.values.money import Money
from tests.bot.desk.test_treasury import card, press
from tests.bot.desk.world import ARAM, CARLOS, SAM, TESS, World, said

LINES = "300.00 EUR\nft26113-8841\nCarlos Vega, ES91 2100\n2026-01-04"


async def typed(world: World, lines: str = LINES, deal: str = "") -> None:
    await world.write(TESS, f"/deposit {deal}".strip(), None)
    await world.write(TESS, lines, None)


def item(world: World) -> Suspense:
    [found] = world.store.rows.suspense.values()
    return found


def newest(world: World) -> str:
    return world.group.in_topic(None)[-1].text


async def kept(world: World, lines: str = LINES, deal: str = "") -> None:
    await typed(world, lines, deal)
    await press(world, TESS, "Keep in suspense")
    await press(world, TESS, "Keep 3")
    await world.deliver()


async def cancelled(world: World) -> None:
    await world.agree()
    seen = world.deal.milestone(1).seen
    await world.do(CancelFunding(actor=CARLOS, deal=world.id, milestone=1, seen=seen))


# for a milestone


async def test_a_payment_without_a_claim_is_booked_with_two_taps(world: World) -> None:
    await world.agree()
    await typed(world, deal=world.id)
    shown = card(world, "For “Drafts”")
    for part in ("300.00 EUR", "FT26113-8841", "Carlos Vega, ES91 2100", "exactly this", world.id):
        assert part in shown.text
    await press(world, TESS, "For “Drafts”")
    assert "Book 300.00 EUR for “Drafts”" in card(world, "Book 300.00 EUR").text
    assert world.deal.milestone(1).state is State.FUNDING
    await press(world, TESS, "Book 300.00 EUR")
    assert world.deal.milestone(1).state is State.IN_PROGRESS
    [deposit] = world.deal.milestone(1).deposits
    assert (deposit.external_id, deposit.value_on) == ("FT26113-8841", "2026-01-04")
    assert "300.00 EUR arrived, says Tess" in newest(world)


async def test_our_own_reference_in_the_statement_names_the_deal(world: World) -> None:
    await world.agree()
    await typed(world, LINES.replace("ft26113-8841", f"FT9 {world.id}-1"))
    assert world.id in card(world, "For “Drafts”").text


async def test_the_deal_is_typed_where_the_statement_does_not_tell(world: World) -> None:
    await world.agree()
    await typed(world)
    assert "For “Drafts”" not in card(world, "Keep in suspense").labels
    await world.write(TESS, "00000000", None)
    assert "no such deal" in newest(world).lower() or "deal" in newest(world)
    await world.write(TESS, world.id.lower(), None)
    await press(world, TESS, "For “Drafts”")
    await press(world, TESS, "Book 300.00 EUR")
    assert world.deal.milestone(1).state is State.IN_PROGRESS


async def test_a_claim_that_waits_is_answered_by_it(world: World) -> None:
    await world.agree()
    m = world.deal.milestone(1)
    claim = ClaimPaid(actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, payer=said("C"),
                      paid_on="yesterday")  # fmt: skip
    await world.do(claim)
    await typed(world, deal=world.id)
    await press(world, TESS, "For “Drafts”")
    await press(world, TESS, "Book 300.00 EUR")
    assert world.deal.milestone(1).claim is None


async def test_short_and_over_are_said_before_they_are_booked(world: World) -> None:
    await world.agree()
    await typed(world, LINES.replace("300.00", "299.99"), world.id)
    assert "0.01 EUR less" in card(world, "For “Drafts”").text
    await press(world, TESS, "For “Drafts”")
    await press(world, TESS, "Book 299.99 EUR")
    await typed(world, LINES.replace("300.00", "0.02").replace("8841", "8842"), world.id)
    shown = card(world, "For “Drafts”")
    assert "0.01 EUR more" in shown.text
    assert "Is it the same money?" in shown.text


async def test_the_same_reference_twice_is_booked_once_and_said_so(world: World) -> None:
    await world.agree()
    await typed(world, deal=world.id)
    await press(world, TESS, "For “Drafts”")
    await press(world, TESS, "Book 300.00 EUR")
    await typed(world, LINES.replace("ft", "FT ").replace("FT ", "FT"))
    assert "is booked already" in newest(world)
    assert world.id in newest(world)
    await kept_elsewhere(world)


async def kept_elsewhere(world: World) -> None:
    await kept(world, LINES.replace("8841", "9000"))
    before = len(world.group.in_topic(None))
    await typed(world, LINES.replace("8841", "9000"))
    assert "in suspense" in newest(world)
    assert len(world.group.in_topic(None)) > before
    assert len(world.store.rows.suspense) == 1


async def test_a_second_tap_that_comes_again_shows_what_was_booked(world: World) -> None:
    await world.agree()
    await typed(world, deal=world.id)
    await press(world, TESS, "For “Drafts”")
    shown = card(world, "Book 300.00 EUR")
    tap = world.press_of(TESS, shown, "Book 300.00 EUR")
    number = await world.update(callback_query=tap)
    await world.again(number, callback_query=tap)
    assert "300.00 EUR arrived, says Tess" in newest(world)
    assert len(world.deal.milestone(1).deposits) == 1


async def test_a_milestone_that_changed_meanwhile_is_shown_anew(world: World) -> None:
    await world.agree()
    await typed(world, deal=world.id)
    await press(world, TESS, "For “Drafts”")
    shown = card(world, "Book 300.00 EUR")
    seen = world.deal.milestone(1).seen
    await world.do(CancelFunding(actor=CARLOS, deal=world.id, milestone=1, seen=seen))
    answer = await world.press(TESS, "Book 300.00 EUR", shown)
    assert "old" in answer["text"]
    assert "No milestone of this deal waits" in newest(world)
    assert world.deal.milestone(1).state is State.VOID
    await press(world, TESS, "Keep in suspense")
    await press(world, TESS, "Keep 300.00 EUR")
    assert item(world).about == world.id


# suspense


async def test_what_matches_nothing_is_kept_and_its_client_is_told_no_more_than_is_known(
    world: World,
) -> None:
    await cancelled(world)
    await kept(world, deal=world.id)
    assert (item(world).state, item(world).about) == (SuspenseState.OPEN, world.id)
    assert "in suspense" in newest(world)
    [told] = [n for n in world.store.notices_to(CARLOS) if n.kind == "money-unmatched"]
    assert told.data == {"amount": (30000, "EUR")}


async def test_another_currency_fits_no_milestone(world: World) -> None:
    await world.agree()
    await typed(world, LINES.replace("300.00 EUR", "300 JPY"), world.id)
    shown = card(world, "Keep in suspense")
    assert "This deal is in EUR" in shown.text
    assert "For “Drafts”" not in shown.labels
    await press(world, TESS, "Keep in suspense")
    await press(world, TESS, "Keep ")
    assert item(world).amount == Money(300, "JPY")


async def test_the_list_shows_what_waits_and_says_when_nothing_does(world: World) -> None:
    await world.write(ARAM, "/suspense", None)
    assert "No money is in suspense." in newest(world)
    await kept(world)
    await world.write(TESS, "/suspense", None)
    assert "300.00 EUR in suspense" in card(world, "Match to a deal").text


async def test_it_is_matched_to_a_deal_with_two_taps(world: World) -> None:
    await kept(world)
    await world.agree()
    await press(world, TESS, "Match to a deal")
    await world.write(TESS, world.id, None)
    assert "waits for 300.00 EUR" in card(world, "For “Drafts”").text
    await press(world, TESS, "For “Drafts”")
    await press(world, TESS, "Book 300.00 EUR")
    assert world.deal.milestone(1).state is State.IN_PROGRESS
    assert item(world).state is SuspenseState.MATCHED
    await world.write(TESS, "/suspense", None)
    assert "No money is in suspense." in newest(world)


async def test_two_treasurers_in_the_same_second_match_it_once(world: World) -> None:
    await kept(world)
    await world.agree(parts=1)
    await press(world, TESS, "Match to a deal")
    await world.write(TESS, world.id, None)
    await press(world, TESS, "For “Drafts”")
    mine = card(world, "Book 300.00 EUR")
    await world.write(TESS, "/suspense", None)
    await press(world, TESS, "Refund sent")
    await press(world, TESS, "Refund sent: 300.00 EUR")
    answer = await world.press(TESS, "Book 300.00 EUR", mine)
    assert "old" in answer["text"]
    assert (item(world).state, item(world).deal) == (SuspenseState.RETURNED, None)
    assert world.deal.milestone(1).state is State.FUNDING


async def test_it_goes_back_and_may_come_here_again(world: World) -> None:
    await kept(world)
    await press(world, TESS, "Refund sent")
    assert "back to Carlos Vega, ES91 2100" in card(world, "Refund sent: 300.00 EUR").text
    await press(world, TESS, "Refund sent: 300.00 EUR")
    assert "was refunded" in card(world, "It came back").text
    await press(world, TESS, "It came back")
    await press(world, TESS, "It came back: 300.00 EUR")
    assert item(world).state is SuspenseState.OPEN
    assert "Match to a deal" in card(world, "Refund sent").labels


async def test_the_desk_is_alarmed_while_it_waits_and_no_longer(world: World) -> None:
    await kept(world)
    world.clock.to(item(world).due_at)
    await world.escrow.sweep()
    await world.deliver()
    assert "was to be looked into by" in card(world, "Match to a deal").text
    world.clock.forward(world.escrow.policy.desk_alarm)
    await world.escrow.sweep()
    await press(world, TESS, "Refund sent")
    await press(world, TESS, "Refund sent: 300.00 EUR")
    before = newest(world)
    await world.deliver()
    assert newest(world) == before, "what is over rings no more"
    assert [n.kind for n in world.store.notices_to(DESK)].count("suspense-alarmed") == 2


async def test_the_board_counts_it(world: World) -> None:
    await kept(world)
    await world.write(ARAM, "/queue", None)
    assert "In suspense: 1" in newest(world)
    assert item(world).id in newest(world)


# who, and what is typed wrong


async def test_nobody_but_a_treasurer_books_it(world: World) -> None:
    await world.agree()
    for person in (ARAM, SAM):
        await world.write(person, f"/deposit {world.id}", None)
        await world.write(person, LINES, None)
    assert not world.store.rows.forms
    await kept(world)
    for label in ("Match to a deal", "Refund sent"):
        answer = await world.press(ARAM, label, card(world, label))
        assert "treasurer" in answer["text"]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("300.00 EUR", "four lines"),
        (LINES.replace(" EUR", ""), "with its currency"),
        (LINES.replace("300.00", "300.12345"), "decimal"),
        (LINES.replace("300.00 EUR", "1,500 KWD"), "more than one way"),
        (LINES.replace("2026-01-04", "soon"), "cannot read that date"),
        (LINES.replace("2026-01-04", "2026-02-30"), "cannot read that date"),
        (LINES.replace("2026-01-04", "2027-01-01"), "still to come"),
        (LINES.replace("300.00", "0"), "more than nothing"),
        (LINES.replace("ft26113-8841", "x" * 200), "too long"),
    ],
)
async def test_what_is_typed_wrong_is_told_and_can_be_typed_again(
    world: World, lines: str, says: str
) -> None:
    await world.agree()
    await typed(world, lines, world.id)
    assert says in newest(world)
    assert not world.store.rows.suspense
    await world.write(TESS, LINES, None)
    assert "For “Drafts”" in card(world, "For “Drafts”").labels


def test_a_statement_is_read_in_any_digits_and_on_one_line() -> None:
    read = read_statement("۳۰۰٫۵۰ یورو؛ ۸۸۴۱ ft؛ کارلا؛ ES91؛ ۲۰۲۶/۰۱/۰۴", date(2026, 1, 5))
    assert (read.amount, read.reference, read.payer, read.day) == (
        Money(30050, "EUR"), "8841 FT", "کارلا, ES91", "2026-01-04",
    )  # fmt: skip
    assert read_statement("5 EUR;a;b;04.01.2026", date(2026, 1, 5)).day == "2026-01-04"


def test_two_lines_with_one_reference_are_the_same_line() -> None:
    one, other = (
        read_statement(f"5 EUR;{reference};b;2026-01-04", date(2026, 1, 5))
        for reference in ("ft 12", "FT  12")
    )
    assert one.reference == other.reference


def test_a_dollar_of_several_countries_is_none() -> None:
    with pytest.raises(Refusal, match="amount-needs-currency"):
        read_statement("5 $;a;b;2026-01-04", date(2026, 1, 5))
    with pytest.raises(BadInput, match="empty-text"):
        read_statement("5 EUR;\u200b;b;2026-01-04", date(2026, 1, 5))


async def test_another_form_is_not_lost_by_it(world: World) -> None:
    await world.agree()
    await world.write(TESS, "/deposit", None)
    await world.write(TESS, f"/deposit {world.id}", None)
    assert world.store.rows.forms[TESS, "desk", "arrived", None, None].data["deal"] == world.id
    await world.write(TESS, "/cancel", None)
    assert not world.store.rows.forms
