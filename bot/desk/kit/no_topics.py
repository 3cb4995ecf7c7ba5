"""A group that lets us make no topics: the colleagues hear of it in General, once.

The flag says it to `/health` and `holdfast doctor` too, for as long as it is so.
"""

from __future__ import annotations

import json
from contextlib import suppress

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.cards import Card
from bot.desk.kit.call import DeskApp, log
from bot.desk.line.render import edit, message_is_gone, send
from bot.mail.lasting import at_last
from bot.reads import NO_TOPICS


async def no_topics(app: DeskApp, bot: Bot, why: str) -> None:
    """Say it where everybody reads, once; where that is refused too, the next try says it."""
    known = await app.edge.flag(NO_TOPICS)
    if known is not None and json.loads(known)["message"] is not None:
        return
    log.error("no topics can be made", why=why)
    await app.edge.set_flag(NO_TOPICS, json.dumps({"why": why, "message": None}))
    with suppress(TelegramError):
        message = (await send(bot, app.chat_id, None, Card(app.t("desk-no-topics")))).message_id
        told = json.dumps({"why": why, "message": message})
        await at_last(lambda: app.edge.set_flag(NO_TOPICS, told))


async def topics_again(app: DeskApp, bot: Bot) -> None:
    """A topic could be made: what was said is taken back where it stands."""
    known = await app.edge.flag(NO_TOPICS)
    if known is None:
        return
    message = json.loads(known)["message"]
    await at_last(lambda: app.edge.set_flag(NO_TOPICS, None))
    if message is not None:
        try:
            await edit(bot, app.chat_id, message, Card(app.t("desk-topics-again")))
        except BadRequest as error:
            if not message_is_gone(error):
                raise
