"""What colleagues edit: words that wait are corrected; what went out stays, and they are told once.

Talk among colleagues is nothing to the house, and so is its change.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from telegram import Message
from telegram.error import BadRequest

from bot.cards import Card
from bot.cards.kit.wording import blocks, short
from bot.desk.disputing import cases, ruling
from bot.desk.kit.call import BOT, Call, words
from bot.desk.kit.reply import reply_of
from bot.desk.paying import treasury
from bot.desk.talking.help_threads import HELP
from bot.mail.heard import saying
from bot.mail.kept import TOLD, USED, says_the_same
from bot.texts import typed
from core.ports import Expecting
from core.values.errors import Refusal
from core.values.words import TEXT_LIMIT

PROMPTED: Final = "prompted"
"""The kind of a message that waits beside the question whether it goes out."""
CLAIMED: Final = "claimed"
"""In the row of a prompt: who is answering it now, so that nobody else does and nothing changes."""
CORRECTED: Final = "👍"
SENT_AT_ONCE: Final = ((cases.ASK, "words"), (treasury.FAILED, "why"))
"""Questions whose answer goes out as it is written."""


async def remember_sent(call: Call, message: Message, form: Expecting) -> None:
    """The answer of a form went out, if it is one that does at once."""
    if (form.what, form.field) in SENT_AT_ONCE:
        said = words(saying(message))
        row = {"kind": USED, "salt": said.salt, "digest": said.digest}
        await call.app.edge.set_relay(BOT, call.chat, message.message_id, row)


async def remember_prompted(call: Call, message: Message, prompt: int) -> None:
    """What was written waits with this question."""
    row = {"kind": PROMPTED, "prompt": prompt}
    await call.app.edge.set_relay(BOT, call.chat, message.message_id, row)


async def corrected(call: Call, message: Message) -> None:
    """Take what a message says now, where what it said before waits."""
    known = await call.app.edge.relay(BOT, call.chat, message.message_id)
    try:
        match None if known is None else known.get("kind"):
            case "prompted" if known is not None:
                await _prompted(call, message, known)
            case "used" if known is not None and not says_the_same(known, saying(message)):
                await _too_late(call, message, str(known.get("text", "desk-edit-used")))
            case None:
                await _in_a_form(call, message)
    except Refusal as no:
        why = call.t(f"refusal-{no.key}", **typed(short(no.data)))
        await call.say(Card(blocks(why, call.t("desk-edit-stays"))), reply=True)


async def _too_late(call: Call, message: Message, key: str) -> None:
    await call.app.edge.set_relay(BOT, call.chat, message.message_id, {"kind": TOLD})
    await call.say(Card(call.t(key)), reply=True)


async def _react(call: Call, message: Message) -> None:
    with suppress(BadRequest):  # it is gone, or such signs are not allowed here
        await call.bot.set_message_reaction(call.chat, message.message_id, CORRECTED)


async def _prompted(call: Call, message: Message, known: Mapping[str, Any]) -> None:
    """Words that wait to be sent or kept inside. Raises BadInput."""
    draft = await call.app.edge.relay(BOT, call.chat, known["prompt"]) or {}
    answered = reply_of(message)
    said = saying(message, asked=None if answered is None else answered.message_id)
    if CLAIMED in draft:
        await _too_late(call, message, "desk-edit-used")
    elif draft.get("kind") != "draft":
        sent: Any = draft.get("sent")
        if sent is not None and not says_the_same(sent, said):
            await _too_late(call, message, "desk-edit-used")
    elif said != draft["text"] and (said or not draft["files"]):
        limit = TEXT_LIMIT if draft["to"] == HELP else cases.MOST_ASKED
        fresh = words(said, limit=limit)
        row = {**draft, "text": fresh.text, "salt": fresh.salt}
        if await call.app.edge.swap_relay(BOT, call.chat, known["prompt"], draft, row):
            await _react(call, message)
        else:  # it was answered, or corrected once more, a moment ago
            await _prompted(call, message, known)


async def _in_a_form(call: Call, message: Message) -> None:
    """Reasons of a ruling that is not made yet. Raises BadInput."""
    staff = call.app.escrow.staff
    writers = [call.person] if staff.roles(call.person) else sorted(staff.who_rule)
    for person in writers:
        forms = await call.app.reads.forms(person, BOT)
        form = next((form for form in forms if ruling.reasons_in(form, message.message_id)), None)
        if form is None:
            continue
        if await ruling.correct_reasons(call, form, saying(message), asked=form == forms[0]):
            await _react(call, message)
        return
