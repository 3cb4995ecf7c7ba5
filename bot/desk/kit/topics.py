"""The topic of a dispute: filled from the database, and made again if it is deleted."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from typing import Final

from telegram import Bot
from telegram.error import BadRequest

from bot.cards import Card
from bot.cards.disputing.items import question_card
from bot.cards.kit.desk import sent_of
from bot.desk.kit.call import Call, DeskApp
from bot.desk.kit.filling import Filling, case_of, who_may
from bot.desk.kit.missing import TopicMemory, Wishes
from bot.desk.kit.told import DISPUTE, Elsewhere, made, note, topic_of
from bot.desk.line.render import edit, message_is_gone, topic_is_gone
from bot.mail.sending import TryAgain
from bot.reads import QueueRow, Topic
from core.deal.notice import ALWAYS, Notice
from core.ports import CASE_WANTED
from core.values.ids import DESK, DealId, PersonId
from core.values.window import DeadlineKind

__all__ = [
    "DISPUTE", "case_of", "cases", "mark_question", "show", "show_file", "show_who_may", "who_may",
]  # fmt: skip
_TRIES: Final = 3
_WAITING: Final = (DeadlineKind.DISPUTE_TAKE, DeadlineKind.DISPUTE_RULING)


async def cases(app: DeskApp) -> list[tuple[QueueRow, PersonId | None]]:
    """Every case that waits for a ruling, by deadline, and who has it."""
    found = []
    for row in await app.reads.queue():
        if row.kind in _WAITING and row.milestone is not None:
            dispute = (await app.view(row.deal)).deal.dispute(row.milestone)
            found.append((row, None if dispute is None else dispute.arbiter))
    return found


async def show_who_may(
    app: DeskApp, request: str, having: Collection[PersonId] | None = None
) -> None:
    """Bring the files of cases up to date: somebody came to the desk, or left it.

    Of every case, or of those that somebody of `having` has.
    """
    wanted = [
        Notice(DESK, CASE_WANTED, row.deal, row.milestone, ring=False, holds=ALWAYS)
        for row, arbiter in await cases(app)
        if having is None or arbiter in having
    ]
    if wanted:
        at = app.escrow.now()
        await app.escrow.note(lambda uow: uow.owe(wanted, at), request=request)
        app.escrow.woken()


async def show_file(call: Call, deal: DealId, number: int, *, force: bool = False) -> Topic | None:
    """Bring the case file up to date where it stands: what a press is answered with.

    `force` looks whether it is still there. A topic that is new by this is filled by the courier.
    """
    before = await topic_of(call.app, deal, number)
    if before is None and not force:
        return None  # its notice is on its way, and shows all of it
    topic = await _passing(call.app, call.bot, deal, number, Wishes(only=None, force=force))
    if topic is not None and (before is None or topic.thread_id != before.thread_id):
        wanted = Notice(DESK, CASE_WANTED, deal, number, ring=False, holds=ALWAYS)
        at = call.app.escrow.now()
        await call.app.escrow.note(lambda uow: uow.owe((wanted,), at), request=call.next_request())
        call.app.escrow.woken()
    return topic


async def show(
    app: DeskApp,
    bot: Bot,
    deal: DealId,
    number: int,
    *,
    ring: bool = False,
    line: tuple[str, Card] | None = None,
    only: str = "",
) -> Topic | None:
    """Bring the topic of a dispute up to date: the case file edited, what is missing is posted.

    `line` is (key, card) to say besides, once; `only` posts what has a key that begins so, at once.
    None where there is no such dispute. A topic that somebody deleted is made again, whole.
    """
    return await _passing(app, bot, deal, number, Wishes(ring, line, only))


async def _passing(
    app: DeskApp, bot: Bot, deal: DealId, number: int, wanted: Wishes
) -> Topic | None:
    """Do it in the topic; in a new one, whole, where somebody deleted it meanwhile."""
    gone: int | None = None
    for _ in range(_TRIES):
        case = await case_of(app, await app.view(deal), number)
        if case is None:
            return None
        filling = Filling(app, bot, await made(app, bot, case, gone))
        try:
            await filling.fill(wanted)
        except BadRequest as error:
            if not topic_is_gone(error):
                raise
            gone = filling.topic.thread_id
        except Elsewhere:
            continue
        else:
            return filling.topic
    why = "the topic is deleted faster than it can be filled"
    raise TryAgain(why)


async def mark_question(
    app: DeskApp, bot: Bot, deal: DealId, number: int, question: int, *, ok: bool
) -> None:
    """Put ✓ or ✗ at a question; one that is not posted yet is posted with it."""
    topic, key = await topic_of(app, deal, number), f"q{question}"
    if topic is None:
        return
    with suppress(Elsewhere):
        topic = await note(
            app, topic, lambda told: replace(told, delivered={**told.delivered, key: ok})
        )
    posted = TopicMemory.of(topic).posted.get(key)
    if posted is None:
        await show(app, bot, deal, number, only=key)
        return

    async def act() -> None:
        case = await case_of(app, await app.view(deal), number)
        questions = () if case is None else case.dispute.questions
        asked = next((q for q in questions if q.number == question), None)
        if case is None or asked is None:
            return
        try:
            card = question_card(app.t, case, asked, sent_of({key: ok}, key))
            await edit(bot, app.chat_id, posted, card)
        except BadRequest as error:
            if not message_is_gone(error):
                raise

    await app.leave(act, messages=0)
