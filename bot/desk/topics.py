"""The topic of a dispute: made once, filled from the database, made again if it is deleted."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound, InvalidToken

from bot.cards import Card
from bot.cards.desk.case import ICONS, Case, case_file, title_of
from bot.cards.desk.common import Part
from bot.cards.desk.items import Posting, postings, question_card, sent_of
from bot.cards.desk.whole import whole_file
from bot.desk.kit import BOT, DeskApp, log
from bot.desk.render import (
    edit,
    message_is_gone,
    not_modified,
    send,
    send_attachment,
    send_files,
    topic_is_gone,
)
from bot.reads import JournalRow, Topic
from core.deal import Act
from core.dispute import Stage
from core.events import DiaryWritten, InviteAsked, InvitedAnswered, MessageSent
from core.ids import DealId, PersonId
from core.views import DealView

DISPUTE: Final = "dispute"
_TRIES: Final = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What the topic remembers of itself (`Topic.data`)."""

    posted: Mapping[str, int]
    """Posting keys and the first message of each."""
    delivered: Mapping[str, bool]
    """Whether Telegram accepted what was sent to a party, by posting key."""
    file: str = ""
    """A digest of the pinned case file as it stands in Telegram."""
    stage: str = ""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Told:
        """From the row."""
        return cls(
            dict(data.get("posted", {})),
            dict(data.get("delivered", {})),
            data.get("file", ""),
            data.get("stage", ""),
        )

    def data(self) -> dict[str, object]:
        """For the row."""
        return {
            "posted": dict(self.posted),
            "delivered": dict(self.delivered),
            "file": self.file,
            "stage": self.stage,
        }


async def who_may(app: DeskApp, deal: DealId, number: int) -> dict[Act, list[PersonId]]:
    """Which colleagues may do what on a milestone now; core decides, by what it knows of each.

    Who was last found outside the group does nothing, so nobody waits for them.
    """
    staff, found = app.escrow.staff, dict[Act, list[PersonId]]()
    for person in sorted(staff.who_rule | staff.treasurers):
        if await app.seats.gone(person):
            continue
        view = await app.reads.view(deal, person)
        for offered in () if view is None else view.offered:
            if offered.milestone == number and person not in found.setdefault(offered.act, []):
                found[offered.act].append(person)
    return found


async def case_of(app: DeskApp, view: DealView, number: int) -> Case | None:
    """The dispute of a milestone with the names that it needs; None where there is none."""
    dispute = view.deal.dispute(number)
    if dispute is None:
        return None
    may = await who_may(app, view.deal.id, number)
    known = {person for people in may.values() for person in people}
    known |= {question.by for question in dispute.questions}
    known |= {dispute.arbiter} if dispute.arbiter is not None else set()
    known |= {dispute.ruling.by} if dispute.ruling is not None else set()
    staff = {person: await app.name(person) for person in sorted(known)}
    rows = [row for row in await app.reads.said(view.deal.id) if _is_said(view, row)]
    return Case(Part(view.deal, number, view.people), dispute, may, staff, rows)


def _is_said(view: DealView, row: JournalRow) -> bool:
    """The diary, and what the two sides said across; what strangers asked is no part of it."""
    parties = view.deal.parties
    match row.event:
        case DiaryWritten() | MessageSent():
            return True
        case InviteAsked(by=person) | InvitedAnswered(to=person):
            return person in parties
    return False


async def show(
    app: DeskApp,
    bot: Bot,
    deal: DealId,
    number: int,
    *,
    ring: bool = False,
    line: tuple[str, Card] | None = None,
    force: bool = False,
) -> Topic | None:
    """Bring the topic of a dispute up to date: what is missing is posted, the case file edited.

    `line` is (key, card) to say besides, once; `force` looks whether the file is still there.
    None where there is no such dispute. A topic that somebody deleted is made again, whole.
    """
    async with app.locks[f"{deal}:{number}"]:
        view = await app.view(deal)
        case = await case_of(app, view, number)
        if case is None:
            return None
        topic = await app.edge.topic(DISPUTE, deal, number, None)
        for attempt in range(_TRIES):
            if topic is None:
                topic = await _create(app, bot, case)
            filling = _Filling(app, bot, case, topic, ring=ring)
            if force:
                filling.told = replace(filling.told, file="")
            try:
                return await filling.run(line)
            except BadRequest as error:
                if not topic_is_gone(error) or attempt:
                    raise
                log.info("topic made again", deal=deal, milestone=number)
                topic = await _create(app, bot, case, Told.of(topic.data).delivered)
        return None


async def _create(
    app: DeskApp, bot: Bot, case: Case, delivered: Mapping[str, bool] | None = None
) -> Topic:
    title, icon = title_of(app.t, case), await _icon(bot, case.dispute.stage)
    try:
        made = await bot.create_forum_topic(app.chat_id, title, icon_custom_emoji_id=icon)
    except BadRequest:
        if icon is None:
            raise
        made = await bot.create_forum_topic(app.chat_id, title)
    told = Told({}, delivered or {}, stage=case.dispute.stage.value)
    deal, number = case.part.deal.id, case.part.number
    topic = Topic(DISPUTE, deal, number, None, made.message_thread_id, None, told.data())
    await app.edge.set_topic(topic)
    return topic


async def _icon(bot: Bot, stage: Stage) -> str | None:
    """Telegram's own emoji for a stage, from its list; None where a server has no such list."""
    try:
        stickers = await bot.get_forum_topic_icon_stickers()
    except (BadRequest, EndPointNotFound, InvalidToken):  # a 404 is a method that it has not
        return None
    wanted = ICONS[stage]
    return next((s.custom_emoji_id for s in stickers if s.emoji == wanted), None)


class _Filling:
    """One pass over a topic; what was done is written down after each step."""

    def __init__(self, app: DeskApp, bot: Bot, case: Case, topic: Topic, *, ring: bool) -> None:
        self.app = app
        self.bot = bot
        self.case = case
        self.topic = topic
        self.told = Told.of(topic.data)
        self.ring = ring

    async def run(self, line: tuple[str, Card] | None) -> Topic:
        """Case file, what is missing, the line, then name, icon and whether it is closed."""
        fresh = self.topic.pinned is None
        await self._file()
        for posting in postings(self.app.t, self.case, self.told.delivered):
            if posting.key not in self.told.posted:
                await self._post(posting, ring=self.ring and not fresh)
        if line is not None and line[0] not in self.told.posted:
            key, card = line
            said = await self._send(replace(card, ring=self.ring and card.ring))
            await self._keep(posted={**self.told.posted, key: said})
        await self._stage()
        return self.topic

    async def _send(self, card: Card) -> int:
        message = await send(self.bot, self.app.chat_id, self.topic.thread_id, card)
        return message.message_id

    async def _file(self) -> None:
        card = case_file(self.app.t, self.case)
        digest = sha256(repr(card).encode()).hexdigest()[:16]
        if self.topic.pinned is not None:
            if digest == self.told.file:
                return
            try:
                await edit(self.bot, self.app.chat_id, self.topic.pinned, card)
            except BadRequest as error:
                if not message_is_gone(error):
                    raise
            else:
                await self._keep(file=digest)
                return
        pinned = await self._send(replace(card, ring=self.ring))
        self.topic = replace(self.topic, pinned=pinned)
        await self._keep(file=digest)
        # Last: where it is refused, the next try says nothing twice.
        await self.bot.pin_chat_message(self.app.chat_id, pinned, disable_notification=True)

    async def _post(self, posting: Posting, *, ring: bool) -> None:
        messages = [
            await self._send(replace(card, ring=ring and not place))
            for place, card in enumerate(posting.cards)
        ]
        if posting.author is not None:
            await self._relay(messages, posting.author)
        await send_files(
            self.bot,
            self.app.chat_id,
            self.topic.thread_id,
            posting.files,
            self.app.vault,
            self.app.t.plain("desk-file-lost"),
        )
        if posting.whole:
            paper = whole_file(self.app.t, self.case, self.app.escrow.now())
            await send_attachment(self.bot, self.app.chat_id, self.topic.thread_id, paper)
        await self._keep(posted={**self.told.posted, posting.key: messages[0]})

    async def _relay(self, messages: list[int], author: PersonId) -> None:
        """A reply to a party's words may be sent to that party, once the arbiter says so."""
        role = self.case.part.deal.role_of(author)
        if role is None:
            return
        deal, number = self.case.part.deal.id, self.case.part.number
        data = {"kind": "party", "deal": deal, "milestone": number, "role": role.value}
        for message in messages:
            await self.app.edge.set_relay(BOT, self.app.chat_id, message, data)

    async def _stage(self) -> None:
        """Name, icon and lock follow the stage."""
        stage = self.case.dispute.stage
        if stage.value == self.told.stage and stage is not Stage.RULED:
            return
        closed = f"{stage.value}:closed"
        if self.told.stage == closed:
            return
        chat, thread = self.app.chat_id, self.topic.thread_id
        title, icon = title_of(self.app.t, self.case), await _icon(self.bot, stage)
        try:
            await _quietly(self.bot.edit_forum_topic(chat, thread, title, icon))
        except BadRequest as error:
            if icon is None or topic_is_gone(error):
                raise
            await _quietly(self.bot.edit_forum_topic(chat, thread, title))
        if stage is Stage.RULED:
            await _quietly(self.bot.close_forum_topic(chat, thread))
        await self._keep(stage=closed if stage is Stage.RULED else stage.value)

    async def _keep(
        self,
        *,
        posted: Mapping[str, int] | None = None,
        file: str | None = None,
        stage: str | None = None,
    ) -> None:
        """Write down what was done; what is None stays."""
        told = self.told
        self.told = replace(
            told,
            posted=told.posted if posted is None else posted,
            file=told.file if file is None else file,
            stage=told.stage if stage is None else stage,
        )
        self.topic = replace(self.topic, data=self.told.data())
        await self.app.edge.set_topic(self.topic)


async def _quietly(doing: Awaitable[bool]) -> None:
    """A topic that is so already is fine."""
    try:
        await doing
    except BadRequest as error:
        if not not_modified(error):
            raise


async def mark_question(
    app: DeskApp, bot: Bot, deal: DealId, number: int, question: int, *, ok: bool
) -> None:
    """Put ✓ or ✗ at a question; one that is not posted yet is posted with it."""
    if not await _marked(app, bot, deal, number, question, ok=ok):
        await show(app, bot, deal, number)


async def _marked(
    app: DeskApp, bot: Bot, deal: DealId, number: int, question: int, *, ok: bool
) -> bool:
    """Write it down; False where the question is not posted yet."""
    async with app.locks[f"{deal}:{number}"]:
        topic = await app.edge.topic(DISPUTE, deal, number, None)
        case = await case_of(app, await app.view(deal), number)
        if topic is None or case is None:
            return False
        key, told = f"q{question}", Told.of(topic.data)
        if told.delivered.get(key) == ok:
            return key in told.posted
        told = replace(told, delivered={**told.delivered, key: ok})
        await app.edge.set_topic(replace(topic, data=told.data()))
        asked = next((q for q in case.dispute.questions if q.number == question), None)
        if key not in told.posted:
            return False
        if asked is not None:
            try:
                card = question_card(app.t, case, asked, sent_of(told.delivered, key))
                await edit(bot, app.chat_id, told.posted[key], card)
            except BadRequest as error:
                if not message_is_gone(error):
                    raise
        return True
