"""Webhooks: their settings are kept, but nothing is delivered to them here."""

from typing import Any

from bot.playground import updates
from bot.playground.errors import bad
from bot.playground.methods.registry import ApiCall, method

Json = dict[str, Any]

_SECRET = 256


@method("setWebhook")
def set_webhook(call: ApiCall) -> bool:
    """Keep a webhook; as at Telegram, polling is refused while there is one."""
    url = call.params["url"]
    if url and not url.startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if len(call.params.get("secret_token", "")) > _SECRET:
        raise bad("secret token is too long")
    _settle(call, url)
    return True


@method("deleteWebhook")
def delete_webhook(call: ApiCall) -> bool:
    """Back to polling."""
    _settle(call, "")
    return True


@method("getWebhookInfo")
def webhook_info(call: ApiCall) -> Json:
    """What was set, and how many updates wait."""
    settings = call.world.store.get("polling", call.bot.id) or {}
    about: Json = {
        "url": settings.get("webhook", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending(call.world, call.bot.id)),
    }
    return about | ({"allowed_updates": settings["allowed"]} if settings.get("allowed") else {})


def _settle(call: ApiCall, url: str) -> None:
    settings = call.world.store.get("polling", call.bot.id) or {}
    if "allowed_updates" in call.params:
        settings = settings | {"allowed": call.params["allowed_updates"]}
    call.world.store.put("polling", call.bot.id, settings | {"webhook": url})
    if call.params.get("drop_pending_updates"):
        for number in call.world.store.all(f"updates/{call.bot.id}"):
            call.world.store.put(f"updates/{call.bot.id}", number, None)
