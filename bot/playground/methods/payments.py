"""Invoices: nobody's money moves, but the bot hears what it would hear."""

from typing import Any

from bot.playground.errors import bad
from bot.playground.methods.registry import ApiCall, method
from bot.playground.methods.sending import drafted, sent

Json = dict[str, Any]

_TITLE, _DESCRIPTION, _PAYLOAD_BYTES = range(1, 33), range(1, 256), range(1, 129)
_CURRENCY_LETTERS = 3


@method("sendInvoice")
def send_invoice(call: ApiCall) -> Json:
    """Send an invoice; its first button pays, and is made when there is none."""
    place = call.open_place()
    params = call.params
    if len(params["title"]) not in _TITLE or len(params["description"]) not in _DESCRIPTION:
        raise bad("wrong invoice title or description length")
    if len(params["payload"].encode()) not in _PAYLOAD_BYTES:
        raise bad("INVOICE_PAYLOAD_INVALID")
    currency = params["currency"]
    if len(currency) != _CURRENCY_LETTERS or not currency.isupper():
        raise bad("CURRENCY_INVALID")
    total = sum(price["amount"] for price in params["prices"])
    if total <= 0:
        raise bad("CURRENCY_TOTAL_AMOUNT_INVALID")
    keyboard = params.setdefault("reply_markup", {"inline_keyboard": [[_pay(total, currency)]]})
    rows = keyboard.get("inline_keyboard") or [[{}]]
    if not rows[0] or not rows[0][0].get("pay"):
        raise bad("the first button of an invoice must be a Pay button")
    invoice = {key: params[key] for key in ("title", "description", "currency")}
    invoice |= {"start_parameter": params.get("start_parameter", ""), "total_amount": total}
    draft = drafted(call, place, {"invoice": invoice})
    draft.payload = params["payload"]
    return sent(call, draft)


def _pay(total: int, currency: str) -> Json:
    return {"text": f"Pay {total} {currency} (minor units)", "pay": True}
