"""What is neither a message nor a press of ours: edits, blocking, inline queries, odd buttons."""

from __future__ import annotations

from typing import Any

from aiogram import Bot, Router
from aiogram.types import (
    CallbackQuery,
    ChatMemberUpdated,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)

from bot.cards import Card
from bot.cards.menu import blank_card
from bot.limits import Limit, Verdict
from bot.parties.deals.forms import LOOSE
from bot.parties.frame import mark_reachable, meet
from bot.parties.invites import passing_for
from bot.parties.kit import BOT, App, Update
from bot.parties.render import send
from bot.parties.trouble import unless
from bot.trouble import No
from core.ids import PersonId

router = Router(name="edges")
MOST_OFFERED = 10


@router.edited_message()
async def on_edit(message: Message, bot: Bot, app: App, edits: Limit) -> None:
    """An answer that was edited afterwards is not taken: say so, and how to correct it."""
    if message.chat.type != "private" or message.from_user is None or message.edit_date is None:
        return
    if edits.ask(message.from_user.id) is not Verdict.FINE:
        return
    person = await meet(app, message.from_user)
    t = app.texts.get(person.locale, person.zone)
    asked = await app.reads.expecting(person.id, BOT)
    in_form = asked is not None and not asked.what.startswith(LOOSE)
    card = Card(t("frame-edit-in-form" if in_form else "frame-edit"))
    await send(bot, person.id, card, app.vault)


@router.my_chat_member()
async def on_member(event: ChatMemberUpdated, app: App) -> None:
    """Somebody blocked the bot, or came back."""
    if event.chat.type == "private":
        reachable = event.new_chat_member.status == "member"
        await mark_reachable(app, PersonId(event.from_user.id), reachable=reachable)


@router.inline_query()
async def on_inline(query: InlineQuery, app: App) -> None:
    """`@bot` in any chat offers one's open invites. Telegram is not to keep the answer."""
    person = PersonId(query.from_user.id)
    known = await app.reads.person(person)
    results: list[Any] = []
    if known is not None:
        for deal in (await app.reads.open_invites(person))[:MOST_OFFERED]:
            view = await app.reads.view(deal, person)
            passing = None if view is None else passing_for(app, view, known)
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


@router.callback_query()
async def on_odd_press(_query: CallbackQuery, update: Update) -> None:
    """A button that no card of ours carries any more, or ever did."""
    await update.alert(update.t("frame-dead-button"))


last = Router(name="last")


@last.message()
async def on_other_words(_message: Message, update: Update) -> None:
    """Words that nothing was waiting for."""
    await update.say(blank_card(update.t))
