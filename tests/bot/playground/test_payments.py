"""Invoices, as far as they need no bank."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import LabeledPrice

from .tools import Api, Play

INVOICE: dict[str, Any] = {
    "title": "Logo",
    "description": "First part",
    "payload": "deal-1",
    "currency": "EUR",
    "prices": [{"label": "Drafts", "amount": 12000}],
}


@pytest.mark.parametrize(("agrees", "kinds"), [(True, ["successful_payment"]), (False, [])])
async def test_an_invoice_is_paid_if_the_bot_agrees(
    parties: Bot, play: Play, bina: int, *, agrees: bool, kinds: list[str]
) -> None:
    prices = [LabeledPrice(label="Drafts", amount=12000)]
    text = {key: INVOICE[key] for key in ("title", "description", "payload", "currency")}
    sent = await parties.send_invoice(bina, **text, prices=prices)
    where = {"person": bina, "chat": 7001, "message_id": sent.message_id}
    press = asyncio.create_task(play.post("press", **where, row=0, col=0))
    offset = (await parties.get_updates())[0].update_id + 1
    asked = (await parties.get_updates(offset=offset, timeout=5))[0].pre_checkout_query
    assert asked is not None
    assert (asked.invoice_payload, asked.total_amount) == ("deal-1", 12000)
    why = None if agrees else "Already paid"
    await parties.answer_pre_checkout_query(asked.id, ok=agrees, error_message=why)
    answer = await press
    assert answer["paid"] is agrees
    assert answer["checkout"]["error_message"] == why
    updates = await parties.get_updates(offset=offset + 1)
    assert [u.message.content_type for u in updates if u.message] == kinds


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"payload": "x" * 129},
        {"currency": "euro"},
        {"prices": [{"label": "x", "amount": 0}]},
        {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}},
    ],
)
async def test_an_invoice_that_makes_no_sense_is_refused(
    api: Api, bina: int, wrong: dict[str, Any]
) -> None:
    assert (await api.call("sendInvoice", chat_id=bina, **(INVOICE | wrong)))["error_code"] == 400


async def test_a_checkout_can_not_be_answered_out_of_the_blue(api: Api) -> None:
    refusal = await api.no("answerPreCheckoutQuery", pre_checkout_query_id="1", ok=True)
    assert refusal.startswith("Bad Request: query is too old")
