"""A bank's file that a treasurer sends to the group: one card, its buttons, and what came of it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.config import Settings
from bot.config.rails import Account, Manual, Rails
from core.deal.milestone import State
from core.paying import ConfirmDeposit, LineEnd
from core.values.money import Money
from tests.bot.desk.group import Shown
from tests.bot.desk.test_treasury import card, press
from tests.bot.desk.world import ARAM, TESS, World, build
from tests.kit import banks
from tests.kit.banks import OURS, Day, Paid


@pytest.fixture
async def world() -> World:
    accounts = {"EUR": Account(holder="Holdfast", iban=OURS)}
    manual = Manual(enabled=True, acknowledge_custody=True, accounts=accounts)
    settings = Settings()
    changed = settings.model_copy(update={"rails": Rails(manual=manual)})
    return await build(settings=changed)


async def send(world: World, content: bytes, name: str = "day.xml", **more: Any) -> Shown:
    number = f"file-{world.group.number()}"
    world.group.files[number] = content
    document = {"file_id": number, "file_unique_id": number, "file_name": name,
                "mime_type": "text/xml", "file_size": len(content)}  # fmt: skip
    await world.write(more.pop("person", TESS), "", None, document=document, **more)
    return (world.group.in_topic(None) or [Shown(0, 0, None, "")])[-1]


def paid(world: World, minor: int = 30_000, reference: str = "B1", **more: Any) -> Paid:
    said = {"text": f"{world.id}-1", **more}
    return Paid(minor=minor, reference=reference, **said)


async def test_what_is_certain_is_one_list_with_one_confirmation(world: World) -> None:
    await world.agree()
    shown = await send(world, banks.camt(Day(lines=[paid(world)])))
    for part in (OURS, "1,000.00 EUR", "1,300.00 EUR", "Certain: 1", world.id, "Bina Rastegar"):
        assert part in shown.text
    assert shown.labels == ["Book 1"]
    await press(world, TESS, "Book 1")
    assert world.deal.milestone(1).state is State.IN_PROGRESS
    now = world.group.in_topic(None)[-1]
    assert "1 done by Tess Urer" in now.text
    assert now.labels == []


async def test_the_same_file_again_has_nothing_to_do(world: World) -> None:
    await world.agree()
    content = banks.camt(Day(lines=[paid(world)]))
    await send(world, content)
    await press(world, TESS, "Book 1")
    again = await send(world, content)
    assert "1 line was dealt with before" in again.text
    assert again.labels == []


async def test_what_is_likely_is_shown_by_itself_with_why(world: World) -> None:
    await world.agree()
    lines = [paid(world, 29_999), paid(world, 30_500, "B2")]
    await send(world, banks.camt(Day(lines=lines)))
    await press(world, TESS, "Look at 2")
    shown = world.group.in_topic(None)[-1]
    assert "less than what is missing" in shown.text
    assert shown.labels == [f"{world.id}-1", "Keep in suspense", "Leave it", "Back"]
    await press(world, TESS, f"{world.id}-1")
    assert world.deal.milestone(1).waiting == Money(29_999, "EUR")
    next_one = world.group.in_topic(None)[-1]
    assert "more than what is missing" in next_one.text
    await press(world, TESS, "Keep in suspense")
    assert len(world.store.rows.suspense) == 1
    assert "This file is dealt with" in world.group.in_topic(None)[-1].text


async def test_a_part_of_a_payment_has_no_button_that_books_it(world: World) -> None:
    await world.agree()
    over = ConfirmDeposit(
        actor=TESS, deal=world.id, milestone=1, amount=Money(35_000, "EUR"), rail="manual",
        external_id="typed", source="Carlos",
    )  # fmt: skip
    await world.do(over)
    part = paid(world, -500, text="Refund", end_to_end=f"{world.id}-T1")
    await send(world, banks.camt(Day(lines=[part])))
    await press(world, TESS, "Look at 1")
    shown = world.group.in_topic(None)[-1]
    assert "the amount does not" in shown.text
    assert not any(world.id in label for label in shown.labels)


async def test_what_was_confirmed_by_hand_is_booked_once(world: World) -> None:
    await world.agree()
    by_hand = ConfirmDeposit(
        actor=TESS, deal=world.id, milestone=1, amount=Money(30_000, "EUR"), rail="manual",
        external_id="typed", source="Carlos",
    )  # fmt: skip
    await world.do(by_hand)
    await send(world, banks.camt(Day(lines=[paid(world)])))
    await press(world, TESS, "Look at 1")
    assert "by hand" in world.group.in_topic(None)[-1].text
    await press(world, TESS, "The same money")
    [kept] = world.store.rows.lines.values()
    assert kept.end is LineEnd.DOUBLE
    assert len(world.deal.milestone(1).deposits) == 1


async def test_unknown_money_goes_to_suspense_and_charges_are_seen(world: World) -> None:
    await world.agree()
    lines = [paid(world, 700, "B1", text="lunch"), paid(world, -150, "B2", text="Entgelt")]
    shown = await send(world, banks.camt(Day(lines=lines)))
    assert shown.labels == ["To suspense: 1", "Seen: 1"]
    await press(world, TESS, "To suspense: 1")
    await press(world, TESS, "Seen: 1")
    [item] = world.store.rows.suspense.values()
    assert item.amount == Money(700, "EUR")
    assert "This file is dealt with" in world.group.in_topic(None)[-1].text


async def test_a_file_that_does_not_add_up_is_refused_with_its_line(world: World) -> None:
    await world.agree()
    shown = await send(world, banks.camt(Day(lines=[paid(world)], off_by=1)))
    assert "does not add up" in shown.text
    assert "Line 5" in shown.text
    assert not world.store.rows.lines


async def test_columns_are_told_in_the_caption_and_known_from_then_on(world: World) -> None:
    await world.agree()
    content = f"aaa;bbb;ccc\n19.05.2026;{world.id}-1;300,00\n".encode()
    asked = await send(world, content, "x.csv")
    assert "which column is which" in asked.text
    told = await send(world, content, "x.csv", caption="date=1,text=2,amount=3")
    assert told.labels == ["Book 1"]
    assert (await send(world, content, "x.csv")).labels == ["Book 1"]


async def test_nobody_but_a_treasurer_starts_one_and_other_files_are_talk(world: World) -> None:
    await world.agree()
    before = len(world.group.in_topic(None))
    content = banks.camt(Day(lines=[paid(world)]))
    await send(world, content, person=ARAM)
    await send(world, content, "plan.pdf")
    assert not any(
        "Book" in label for m in world.group.in_topic(None)[before:] for label in m.labels
    )


async def test_a_card_that_is_behind_shows_how_it_stands_and_books_nothing(world: World) -> None:
    await world.agree()
    await send(world, banks.camt(Day(lines=[paid(world)])))
    old = card(world, "Book 1")
    by_hand = ConfirmDeposit(
        actor=TESS, deal=world.id, milestone=1, amount=Money(30_000, "EUR"), rail="manual",
        external_id="typed", source="Carlos",
    )  # fmt: skip
    await world.do(by_hand)
    await world.press(TESS, "Book 1", old)
    assert world.group.in_topic(None)[-1].labels == ["Look at 1"]
    assert not world.store.rows.lines


async def test_an_arbiter_s_tap_books_nothing(world: World) -> None:
    await world.agree()
    await send(world, banks.camt(Day(lines=[paid(world)])))
    await press(world, ARAM, "Book 1")
    assert world.deal.milestone(1).state is State.FUNDING
    assert not world.store.rows.lines


async def test_a_reference_that_a_file_brought_is_known_when_it_is_typed(world: World) -> None:
    await world.agree()
    await send(world, banks.camt(Day(lines=[paid(world, reference="FT26113-8841")])))
    await press(world, TESS, "Book 1")
    await world.write(TESS, "/deposit", None)
    await world.write(TESS, "300.00 EUR\nft26113-8841\nBina\n2026-01-04", None)
    assert "is booked already" in world.group.in_topic(None)[-1].text
    assert len(world.deal.milestone(1).deposits) == 1
