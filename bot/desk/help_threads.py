"""A topic for each person who asks for help, and the desk's answers out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest

from bot.cards.desk.items import sent_of
from bot.cards.desk.talk import help_answer, help_cards, help_name
from bot.desk.kit import BOT, Call, DeskApp
from bot.desk.render import edit, message_is_gone, send, send_files, topic_is_gone
from bot.reads import Topic
from core import persons
from core.commands import AnswerHelp
from core.context import Facts
from core.ids import DealId, PersonId
from core.notices import Notice
from core.words import FileRef, Words

HELP: Final = "help"


def plain(file: FileRef) -> dict[str, object]:
    """A file's fields, for a row."""
    return asdict(file)


def _lock(deal: DealId | None, person: PersonId) -> str:
    return f"help:{deal}:{person}"


async def show_asked(app: DeskApp, bot: Bot, notice: Notice) -> None:
    """Post what somebody wrote into their topic; the same words are posted once."""
    person = PersonId(int(str(notice.data["person"])))
    text = Words("", "") if notice.words is None else notice.words
    async with app.locks[_lock(notice.deal, person)]:
        topic = await app.edge.topic(HELP, notice.deal, None, person)
        if topic is not None and text.digest in _listed(topic.data.get("posted")):
            return
        name = await app.name(person)
        topic = topic or await _create(app, bot, name, notice.deal, person)
        try:
            await _post(app, bot, topic, name, notice, text)
        except BadRequest as error:
            if not topic_is_gone(error):
                raise
            topic = await _create(app, bot, name, notice.deal, person)
            await _post(app, bot, topic, name, notice, text)


async def _create(
    app: DeskApp, bot: Bot, name: str, deal: DealId | None, person: PersonId
) -> Topic:
    made = await bot.create_forum_topic(app.chat_id, help_name(name, deal))
    topic = Topic(HELP, deal, None, person, made.message_thread_id)
    await app.edge.set_topic(topic)
    return topic


async def _post(
    app: DeskApp, bot: Bot, topic: Topic, name: str, notice: Notice, text: Words
) -> None:
    person = PersonId(int(str(notice.data["person"])))
    relay = {"kind": HELP, "person": person, "deal": notice.deal}
    beside = await _beside(app, notice.deal, person)
    for card in help_cards(app.t, name, person, notice.deal, app.t.said(text), beside):
        message = await send(bot, app.chat_id, topic.thread_id, card)
        await app.edge.set_relay(BOT, app.chat_id, message.message_id, relay)
    lost = app.t.plain("desk-file-lost")
    await send_files(bot, app.chat_id, topic.thread_id, notice.files, app.vault, lost)
    posted = [*_listed(topic.data.get("posted")), text.digest]
    await app.edge.set_topic(replace(topic, data={**topic.data, "posted": posted}))


async def _beside(app: DeskApp, deal: DealId | None, person: PersonId) -> str:
    """The name of a colleague who is the other side of the deal; empty where none is."""
    if deal is None:
        return ""
    other = (await app.view(deal)).deal.other(person)
    sits = other is not None and bool(app.escrow.staff.roles(other))
    return await app.name(other) if other is not None and sits else ""


def _listed(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _mapped(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


async def may_answer(call: Call, relayed: Mapping[str, Any]) -> None:
    """As far as it can be told before the answer is sent. Raises NotYours."""
    sides: frozenset[PersonId] = frozenset()
    if relayed["deal"] is not None:
        deal = (await call.app.view(DealId(relayed["deal"]))).deal
        sides = frozenset((*deal.parties, *deal.invited))
    ctx = replace(call.app.context(), facts=Facts(sides=sides))
    persons.may_answer(call.person, PersonId(relayed["person"]), ctx)


async def answer(call: Call, draft: Mapping[str, Any], said: Words) -> None:
    """Send the desk's answer; the prompt becomes its record, with ✓ or ✗ once it is known."""
    person = PersonId(draft["person"])
    deal = None if draft["deal"] is None else DealId(draft["deal"])
    files = tuple(FileRef(**file) for file in draft["files"])
    await call.do(AnswerHelp(actor=call.person, to=person, about=deal, words=said, files=files))
    async with call.app.locks[_lock(deal, person)]:
        topic = await call.app.edge.topic(HELP, deal, None, person)
        delivered = {} if topic is None else _mapped(topic.data.get("delivered"))
        name = await call.app.name(person)
        sent = sent_of(delivered, said.digest)
        await call.show(help_answer(call.t, name, call.t.said(said), sent))
        if topic is not None and call.message is not None:
            known = {**_mapped(topic.data.get("sent")), said.digest: call.message.message_id}
            await call.app.edge.set_topic(replace(topic, data={**topic.data, "sent": known}))


async def mark_answer(app: DeskApp, bot: Bot, notice: Notice, *, ok: bool) -> None:
    """Put ✓ or ✗ at an answer of the desk."""
    if notice.words is None:
        return
    digest = notice.words.digest
    async with app.locks[_lock(notice.deal, notice.to)]:
        topic = await app.edge.topic(HELP, notice.deal, None, notice.to)
        if topic is None:
            return
        delivered = {**_mapped(topic.data.get("delivered")), digest: ok}
        await app.edge.set_topic(replace(topic, data={**topic.data, "delivered": delivered}))
        message = _mapped(topic.data.get("sent")).get(digest)
        if message is None:
            return
        sent = sent_of(delivered, digest)
        card = help_answer(app.t, await app.name(notice.to), app.t.said(notice.words), sent)
        try:
            await edit(bot, app.chat_id, message, card)
        except BadRequest as error:
            if not message_is_gone(error):
                raise
