"""A person pays an invoice: the bot is asked first, and told afterwards."""

import secrets
from typing import Any

from bot.playground import messages, people, queries, updates
from bot.playground.errors import ControlError
from bot.playground.messages import Posted
from bot.playground.world import Spot, World

Json = dict[str, Any]


def checkout(world: World, person: int, chat: int, message_id: int) -> Json:
    """Ask the bot whether to go on; the question. ControlError when there is nothing to pay."""
    doc = people.message_of(world, person, chat, message_id)
    invoice = doc["content"].get("invoice")
    if invoice is None:
        raise ControlError(400, "this message is no invoice")
    due = {
        "currency": invoice["currency"],
        "total_amount": invoice["total_amount"],
        "invoice_payload": doc["payload"],
    }
    question = queries.ask(world, "checkout", doc["author"], person, place=doc["place"], due=due)
    asked = {"id": question["id"], "from": world.user(person), **due}
    updates.push(world, doc["author"], "pre_checkout_query", asked)
    return question


def pay(world: World, question: Json) -> None:
    """Say in the chat, and so to the bot, that it is paid."""
    paid = question["due"] | {
        "telegram_payment_charge_id": secrets.token_hex(16),
        "provider_payment_charge_id": secrets.token_hex(16),
    }
    place = Spot.named(question["place"])
    said = {"successful_payment": paid}
    messages.post(world, Posted(place, question["person"], said, service=True))
