"""One pass over a dispute's topic: what it shows, what is missing, and what was done.

The case file is edited where it stands before anything is posted, and waits for no posting. Each
message that Telegram took is remembered at once, so that nothing is posted twice because of what
failed after it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256

from telegram import Bot
from telegram.error import BadRequest

from bot.cards import Card
from bot.cards.base import Attachment
from bot.cards.desk.case import Case, case_file, title_of
from bot.cards.desk.common import Part
from bot.cards.desk.items import TopicPost, postings
from bot.cards.desk.whole import whole_file
from bot.desk.kit import BOT, DeskApp, log
from bot.desk.render import (
    edit,
    message_is_gone,
    not_modified,
    send,
    send_attachment,
    send_file,
    topic_is_gone,
)
from bot.desk.told import Elsewhere, TopicMemory, head_of, icon_of, note, topic_of
from bot.mail.lasting import at_last
from bot.mail.pacing import Urgency, urgency
from bot.reads import JournalRow, Topic
from core.deal.dispute import Stage
from core.deal.step import Act
from core.deal.terms import Role
from core.inviting import InviteAsked, InvitedAnswered
from core.talking import DiaryWritten, MessageSent
from core.values.errors import NotYours
from core.values.ids import DealId, PersonId
from core.values.words import FileRef
from core.views import DealView


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
    part = Part(view.deal, number, view.people)
    return Case(part, dispute, may, staff, rows, view.waits)


def _is_said(view: DealView, row: JournalRow) -> bool:
    """The diary, and what the two sides said across; what strangers asked is no part of it."""
    parties = view.deal.parties
    match row.event:
        case DiaryWritten() | MessageSent():
            return True
        case InviteAsked(by=person) | InvitedAnswered(to=person):
            return person in parties
    return False


OneMessage = Card | FileRef | Attachment
"""One message of a posting."""


@contextmanager
def _behind(rank: Urgency) -> Iterator[None]:
    """What is sent in here goes after what is more urgent."""
    before = urgency.set(max(urgency.get(), rank))
    try:
        yield
    finally:
        urgency.reset(before)


class Filling:
    """One pass over a topic; what was done is written down after each step."""

    def __init__(self, app: DeskApp, bot: Bot, topic: Topic) -> None:
        """`topic` as it stood when the pass began."""
        self.app = app
        self.bot = bot
        self.topic = topic
        self.deal, self.number = topic.deal or DealId(""), topic.milestone or 0
        self.name = f"{self.deal}:{self.number}"

    async def file(self, *, ring: bool = False, force: bool = False) -> None:
        """The case file, as it is when it leaves. One pass at a time, so the last one is true."""
        async with self.app.lock(f"file:{self.name}"):
            await self._look()
            if self.topic.pinned is None or not await self._edited(self.topic.pinned, force=force):
                await self._new_file(ring=ring)
            if TopicMemory.of(self.topic).to_pin and self.topic.pinned is not None:
                await self._pin(self.topic.pinned)

    async def _look(self) -> TopicMemory:
        now = await topic_of(self.app, self.deal, self.number)
        if now is None or now.thread_id != self.topic.thread_id:
            raise Elsewhere
        self.topic = now
        return TopicMemory.of(now)

    async def _note(
        self, change: Callable[[TopicMemory], TopicMemory], pinned: int | None = None
    ) -> None:
        self.topic = await note(self.app, self.topic, change, pinned)

    async def _case(self) -> Case:
        case = await case_of(self.app, await self.app.view(self.deal), self.number)
        if case is None:
            raise NotYours("no-such-deal")
        return case

    async def _edited(self, pinned: int, *, force: bool) -> bool:
        """False where somebody deleted it."""
        known = "" if force else TopicMemory.of(self.topic).file

        async def act() -> str | None:
            card = case_file(self.app.t, await self._case())
            digest = _digest(card)
            try:
                if digest != known:
                    await edit(self.bot, self.app.chat_id, pinned, card)
            except BadRequest as error:
                if not message_is_gone(error):
                    raise
                return None
            return digest

        digest = await self.app.leave(act, messages=0)
        if digest is not None and digest != known:
            await self._note(lambda told: replace(told, file=digest))
        return digest is not None

    async def _new_file(self, *, ring: bool) -> None:
        async def act() -> tuple[int, str]:
            card = case_file(self.app.t, await self._case())
            return await self._send(replace(card, ring=ring)), _digest(card)

        pinned, digest = await self.app.leave(act)
        await self._note(lambda told: replace(told, file=digest, to_pin=True), pinned)

    async def _pin(self, pinned: int) -> None:
        """Where that is refused, everything else goes on."""

        async def act() -> None:
            try:
                await self.bot.pin_chat_message(self.app.chat_id, pinned, disable_notification=True)
            except BadRequest as error:
                log.warning("a case file cannot be pinned", deal=self.deal, why=error.message)

        await self.app.leave(act, messages=0)
        await self._note(lambda told: replace(told, to_pin=False))

    async def postings(self, *, ring: bool, only: str) -> None:
        """What is missing of the case, in its order; evidence and talk after what is urgent."""
        case, told = await self._case(), TopicMemory.of(self.topic)
        with _behind(Urgency.ANSWER if only else Urgency.TALK):
            for posting in postings(self.app.t, case, told.delivered):
                if posting.key.startswith(only) and posting.key not in told.posted:
                    role = None
                    if posting.author is not None:
                        role = case.part.deal.role_of(posting.author)
                    papers = (
                        (whole_file(self.app.t, case, self.app.escrow.now()),)
                        if posting.whole
                        else ()
                    )
                    await self._post(posting, role, papers, ring=ring)

    async def _post(
        self, posting: TopicPost, role: Role | None, papers: tuple[Attachment, ...], *, ring: bool
    ) -> None:
        """Its texts, then its files; those that Telegram took before are not sent again."""
        parts: tuple[OneMessage, ...] = (*posting.cards, *posting.files, *papers)
        async with self.app.lock(f"post:{self.name}:{posting.key}"):
            told = await self._look()
            if posting.key in told.posted:
                return
            first, took = told.parts.get(posting.key, (0, 0))
            for place, part in enumerate(parts[took:], took):
                message = await self._part(part, ring=ring and not place)
                if isinstance(part, Card) and role is not None:
                    await self._relay(message, role)
                first = first or message
                await self._note(_took(posting.key, first, place + 1, whole=len(parts)))

    async def _part(self, part: OneMessage, *, ring: bool) -> int:
        async def act() -> int:
            if isinstance(part, Card):
                return await self._send(replace(part, ring=ring))
            if isinstance(part, Attachment):
                chat, thread = self.app.chat_id, self.topic.thread_id
                return (await send_attachment(self.bot, chat, thread, part)).message_id
            lost = self.app.t.plain("desk-file-lost")
            vault, thread = self.app.vault, self.topic.thread_id
            return await send_file(self.bot, self.app.chat_id, thread, part, vault, lost)

        return await self.app.leave(act)

    async def _relay(self, message: int, role: Role) -> None:
        """A reply to a party's words may be sent to that party, once the arbiter says so."""
        data = {"kind": "party", "deal": self.deal, "milestone": self.number, "role": role.value}
        await at_last(lambda: self.app.edge.set_relay(BOT, self.app.chat_id, message, data))

    async def say(self, key: str, card: Card, *, ring: bool) -> None:
        """A line, once."""
        async with self.app.lock(f"post:{self.name}:{key}"):
            if key not in (await self._look()).posted:
                shown = replace(card, ring=ring and card.ring)
                message = await self.app.leave(lambda: self._send(shown))
                await self._note(_took(key, message, 1, whole=1))

    async def _send(self, card: Card) -> int:
        message = await send(self.bot, self.app.chat_id, self.topic.thread_id, card)
        return message.message_id

    async def stage(self) -> None:
        """Name, icon and lock follow the stage."""
        case, told = await self._case(), await self._look()
        stage = case.dispute.stage
        closed = stage is Stage.RULED
        reached = f"{stage.value}:closed" if closed else stage.value
        if told.stage != reached:
            await self.app.leave(lambda: self._follow(case, told, closed=closed), messages=0)
            await self._note(lambda told: replace(told, stage=reached))

    async def _follow(self, case: Case, told: TopicMemory, *, closed: bool) -> None:
        chat, thread = self.app.chat_id, self.topic.thread_id
        title, icon = title_of(self.app.t, case), await icon_of(self.bot, case.dispute.stage)
        if head_of(title, icon) != told.head:
            try:
                await _quietly(self.bot.edit_forum_topic(chat, thread, title, icon))
            except BadRequest as error:
                if icon is None or topic_is_gone(error):
                    raise
                await _quietly(self.bot.edit_forum_topic(chat, thread, title))
            await self._note(lambda told: replace(told, head=head_of(title, icon)))
        if closed:
            await _quietly(self.bot.close_forum_topic(chat, thread))


def _digest(card: Card) -> str:
    return sha256(repr(card).encode()).hexdigest()[:16]


def _took(key: str, first: int, count: int, *, whole: int) -> Callable[[TopicMemory], TopicMemory]:
    """So many messages of a posting have gone; the last one makes it whole."""

    def change(told: TopicMemory) -> TopicMemory:
        parts = {name: value for name, value in told.parts.items() if name != key}
        if count < whole:
            return replace(told, parts=parts | {key: [first, count]})
        return replace(told, parts=parts, posted={**told.posted, key: first})

    return change


async def _quietly(doing: Awaitable[bool]) -> None:
    """A topic that is so already is fine."""
    try:
        await doing
    except BadRequest as error:
        if not not_modified(error):
            raise
