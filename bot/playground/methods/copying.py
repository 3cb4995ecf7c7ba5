"""Sending again what was said elsewhere."""

from typing import Any

from bot.playground.errors import bad
from bot.playground.messages import Posted
from bot.playground.methods.media import caption_part
from bot.playground.methods.registry import ApiCall, method
from bot.playground.methods.sending import drafted, sent

Json = dict[str, Any]


def _source(call: ApiCall, verb: str) -> Json:
    doc = call.message(call.place(parameter="from_chat_id"), f"message to {verb} not found")
    if doc["service"] or (
        doc["extra"].get("has_protected_content") and doc["author"] != call.bot.id
    ):
        raise bad(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return doc


@method("copyMessage")
def copy_message(call: ApiCall) -> Json:
    """The same content without its author; the id alone is answered."""
    place = call.open_place()
    content = dict(_source(call, "copy")["content"])
    if "caption" in call.params and "text" not in content:
        content = {key: part for key, part in content.items() if not key.startswith("caption")}
        content |= caption_part(call.params)
    return {"message_id": sent(call, drafted(call, place, content))["message_id"]}


@method("forwardMessage")
def forward_message(call: ApiCall) -> Json:
    """The same content, saying whose it is."""
    place = call.open_place()
    doc = _source(call, "forward")
    draft: Posted = drafted(call, place, doc["content"])
    draft.extra["forward_origin"] = doc["extra"].get("forward_origin") or {
        "type": "user",
        "date": doc["date"],
        "sender_user": call.world.user(doc["author"]),
    }
    return sent(call, draft)
