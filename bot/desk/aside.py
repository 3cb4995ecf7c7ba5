"""Updates that were set aside: one alarm with a number, however many there are."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest

from bot.cards import alarms
from bot.desk.kit.call import DeskApp
from bot.desk.line.render import edit, message_is_gone, send
from bot.mail.lasting import at_last
from bot.mail.sending import Delivered, Parcel

FLAG: Final = "desk-alarm:update-set-aside"
FRESH_AFTER: Final = timedelta(hours=12)
"""So long after it was first said, an alarm rings again in a message of its own."""


async def show_aside(app: DeskApp, bot: Bot, parcel: Parcel) -> Delivered:
    """The alarm that stands there counts this one too; what it counts already says nothing more."""
    known = json.loads(await app.edge.flag(FLAG) or "null")
    if known is not None and parcel.id <= known["upto"]:
        return Delivered()
    now = app.escrow.now()
    if known is None or now - datetime.fromisoformat(known["since"]) >= FRESH_AFTER:
        known = {"message": None, "first": parcel.id, "since": now.isoformat()}
    count, newest = await app.edge.equal(parcel.notice, known["first"])
    card = alarms.set_aside(app.t, parcel.notice.data, count, known["since"])

    async def edited(message: int) -> bool:
        try:
            await edit(bot, app.chat_id, message, card)
        except BadRequest as error:
            if not message_is_gone(error):
                raise
            return False
        return True

    message: Any = known["message"]
    if message is None or not await app.leave(lambda: edited(message), messages=0):
        message = (await app.leave(lambda: send(bot, app.chat_id, None, card))).message_id
    told = json.dumps(known | {"message": message, "upto": newest})
    await at_last(lambda: app.edge.set_flag(FLAG, told))
    return Delivered()
