"""A topic for each person who asks for help, and the desk's answers out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest

from bot.cards import Card
from bot.cards.kit.desk import sent_of
from bot.cards.talking.desk import fit_together, help_answer, help_cards, help_name, help_together
from bot.desk.kit.call import BOT, Call, DeskApp
from bot.desk.kit.told import opened
from bot.desk.line.render import edit, message_is_gone, send, send_file, topic_is_gone
from bot.mail.lasting import at_last
from bot.mail.sending import Delivered, Parcel
from bot.reads import Topic
from core.deal.notice import Notice
from core.talking import AnswerHelp
from core.values.ids import DealId, PersonId
from core.values.words import FileRef, Words

HELP: Final = "help"
_NOT_YET: Final = Words.of("…", "")
"""The words of an answer that is not written yet."""


def plain(file: FileRef) -> dict[str, object]:
    """A file's fields, for a row."""
    return asdict(file)


def _lock(deal: DealId | None, person: PersonId) -> str:
    return f"help:{deal}:{person}"


async def show_asked(app: DeskApp, bot: Bot, parcel: Parcel) -> Delivered:
    """Post one message of what somebody wrote into their topic; the rest at its next turn.

    What Telegram took of it is not posted again. What else of theirs waits for its turn leaves in
    the same message, as far as that holds it.
    """
    notice = parcel.notice
    person = PersonId(int(str(notice.data["person"])))
    topic = await _topic(app, bot, notice.deal, person)
    try:
        return await _post(app, bot, topic, parcel)
    except BadRequest as error:
        if not topic_is_gone(error):
            raise
        topic = await _topic(app, bot, notice.deal, person, gone=topic.thread_id)
        return await _post(app, bot, topic, parcel)


async def _topic(
    app: DeskApp, bot: Bot, deal: DealId | None, person: PersonId, gone: int | None = None
) -> Topic:
    """Theirs; made where there is none, or none but the one that is `gone`."""
    async with app.lock(_lock(deal, person)):
        topic = await app.edge.topic(HELP, deal, None, person)
        if topic is not None and topic.thread_id != gone:
            return topic
        title = help_name(await app.name(person), deal)
        return await opened(app, bot, Topic(HELP, deal, None, person, 0), title)


async def _post(app: DeskApp, bot: Bot, topic: Topic, parcel: Parcel) -> Delivered:
    notice = parcel.notice
    person = PersonId(int(str(notice.data["person"])))
    said, lost = _said(app, notice), app.t.plain("desk-file-lost")
    name, beside = await app.name(person), await _beside(app, notice.deal, person)
    cards = help_cards(app.t, name, person, notice.deal, said[0], beside)
    parts: tuple[Card | FileRef, ...] = (*cards, *notice.files)
    relay = {"kind": HELP, "person": person, "deal": notice.deal}
    others: list[int] = []
    """What else is in the message."""

    async def act() -> int:
        part, thread = parts[parcel.parts], topic.thread_id
        if isinstance(part, FileRef):
            return await send_file(bot, app.chat_id, thread, part, app.vault, lost)
        if not parcel.parts:
            alike = await parcel.alike()
            all_said = [said, *(_said(app, one.notice) for one in alike)]
            most = fit_together(all_said)
            others[:] = [one.id for one in alike[: max(most - 1, 0)]]
            if others:
                part = help_together(app.t, name, person, notice.deal, all_said[:most], beside)
        return (await send(bot, app.chat_id, thread, part)).message_id

    if parcel.parts == len(parts):
        return Delivered()  # it left with what was before it
    message = await app.leave(act)
    if isinstance(parts[parcel.parts], Card):
        # A reply to it finds its way only by this, so it comes first.
        await at_last(partial(app.edge.set_relay, BOT, app.chat_id, message, relay))
    if parcel.parts == len(parts) - 1 and not others:
        return Delivered()
    await parcel.took(others)
    return Delivered(more=parcel.parts < len(parts))


def _said(app: DeskApp, notice: Notice) -> tuple[str, list[str]]:
    return app.t.said(notice.words), [file.name for file in notice.files]


async def _beside(app: DeskApp, deal: DealId | None, person: PersonId) -> str:
    """The name of a colleague who is the other side of the deal; empty where none is."""
    if deal is None:
        return ""
    other = (await app.view(deal)).deal.other(person)
    sits = other is not None and bool(app.escrow.staff.roles(other))
    return await app.name(other) if other is not None and sits else ""


def _mapped(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


async def may_answer(call: Call, relayed: Mapping[str, Any]) -> None:
    """Whether this colleague may, whatever the words will be. Raises NotYours."""
    deal = None if relayed["deal"] is None else DealId(relayed["deal"])
    to = PersonId(relayed["person"])
    await call.app.escrow.would(AnswerHelp(actor=call.person, to=to, about=deal, words=_NOT_YET))


async def answer(call: Call, draft: Mapping[str, Any], said: Words) -> None:
    """Send the desk's answer; the prompt becomes its record, with ✓ or ✗ once it is known."""
    person = PersonId(draft["person"])
    deal = None if draft["deal"] is None else DealId(draft["deal"])
    files = tuple(FileRef(**file) for file in draft["files"])
    await call.do(AnswerHelp(actor=call.person, to=person, about=deal, words=said, files=files))
    async with call.app.lock(_lock(deal, person)):
        topic = await call.app.edge.topic(HELP, deal, None, person)
        delivered = {} if topic is None else _mapped(topic.data.get("delivered"))
        name = await call.app.name(person)
        sent = sent_of(delivered, said.digest)
        await call.show(help_answer(call.t, name, call.t.said(said), sent))
        if topic is not None and call.message is not None:
            known = {**_mapped(topic.data.get("sent")), said.digest: call.message.message_id}
            await call.app.edge.set_topic(replace(topic, data={**topic.data, "sent": known}))


async def mark_answer(app: DeskApp, bot: Bot, notice: Notice, *, ok: bool) -> None:
    """Put ✓ or ✗ at an answer of the desk; `notice` tells of its delivery."""
    if notice.words is None:
        return
    digest, person = notice.words.digest, PersonId(int(str(notice.data["person"])))
    async with app.lock(_lock(notice.deal, person)):
        topic = await app.edge.topic(HELP, notice.deal, None, person)
        if topic is None:
            return
        delivered = {**_mapped(topic.data.get("delivered")), digest: ok}
        await app.edge.set_topic(replace(topic, data={**topic.data, "delivered": delivered}))
    message = _mapped(topic.data.get("sent")).get(digest)
    if message is None:
        return
    sent = sent_of(delivered, digest)
    card = help_answer(app.t, await app.name(person), app.t.said(notice.words), sent)

    async def act() -> None:
        try:
            await edit(bot, app.chat_id, message, card)
        except BadRequest as error:
            if not message_is_gone(error):
                raise

    await app.leave(act, messages=0)
