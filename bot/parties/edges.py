"""What is neither a message nor a press: edits, blocking, inline queries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram.types import (
    ChatMemberUpdated,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)

from bot.cards.edited import refused_card, unknown_card, used_card
from bot.mail.heard import saying, sent_file
from bot.mail.kept import ASKED, TOLD, says_the_same
from bot.mail.limits import Verdict
from bot.mail.trouble import No
from bot.parties import drafting, inviting
from bot.parties.correcting import corrected
from bot.parties.drawing import draw
from bot.parties.frame import mark_reachable, told_of
from bot.parties.kit.forms import LOOSE
from bot.parties.kit.update import BOT, App, Update
from bot.parties.line.trouble import unless
from core.values.errors import Refusal
from core.values.ids import DealId, PersonId

MOST_OFFERED = 10


async def on_edit(message: Message, update: Update) -> None:
    """What still waits is corrected; of what was used it is said, once, that it stays as it was.

    Telegram changes messages too, with a preview of a link: then nobody edited anything.
    """
    if message.edit_date is None:
        return
    try:
        if await corrected(update, message):
            return
        known = await update.app.edge.relay(BOT, update.chat, message.message_id)
        kind = None if known is None else known.get("kind")
        edits = update.app.edits
        if known is not None and kind == drafting.ANSWERED:
            await draw(update, await drafting.correct_answer(update, message, known))
        elif kind != TOLD and edits.ask(update.person.id) is Verdict.FINE:
            await _too_late(update, message, known)
    except Refusal as no:
        card = refused_card(told_of(update, no), update.t, message.message_id)
        await update.say(card)


async def _too_late(update: Update, message: Message, known: Mapping[str, Any] | None) -> None:
    """Nothing of it waits: it went out, or nobody knows it."""
    number, sent = message.message_id, sent_file(message)
    unique = "" if sent is None else sent.unique
    if known is None:
        asked = await update.app.reads.expecting(update.person.id, BOT)
        in_form = asked is not None and not asked.what.startswith(LOOSE)
        card = unknown_card(update.t, number, in_form=in_form)
    elif says_the_same(known, saying(message, asked=known.get(ASKED))) and (
        unique == known.get("unique", "")
    ):
        return
    else:
        deal = known.get("deal")
        card = used_card(None if deal is None else DealId(deal), update.t, number)
    await update.app.edge.set_relay(BOT, update.chat, number, {"kind": TOLD})
    await update.say(card)


async def on_member(event: ChatMemberUpdated, app: App) -> None:
    """Somebody blocked the bot, or came back."""
    if event.chat.type == "private":
        reachable = event.new_chat_member.status == "member"
        await mark_reachable(app, PersonId(event.from_user.id), reachable=reachable)


async def on_inline(query: InlineQuery, app: App) -> None:
    """`@bot` in any chat offers one's open invites. Telegram is not to keep the answer."""
    person = PersonId(query.from_user.id)
    known = await app.reads.person(person)
    results: list[Any] = []
    if known is not None:
        for deal in (await app.reads.open_invites(person))[:MOST_OFFERED]:
            view = await app.reads.view(deal, person)
            passing = None if view is None else inviting.passing_for(app, view, known)
            if view is None or passing is None:
                continue
            terms = view.deal.terms
            results.append(
                InlineQueryResultArticle(
                    id=deal,
                    title=str(terms.title or deal),
                    description=passing.mine.money(terms.total) if terms.total else None,
                    input_message_content=InputTextMessageContent(
                        message_text=passing.words(view, known.name)
                    ),
                )
            )
    with unless(No.LATE):  # they have typed on, and another query comes
        await query.answer(results, cache_time=0, is_personal=True)
