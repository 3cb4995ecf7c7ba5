"""One pass over a dispute's topic: what it shows, what is missing, and what was done.

The case file is edited where it stands before anything is posted, and waits for no posting. Each
message that Telegram took is remembered at once, so that nothing is posted twice because of what
failed after it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest

from bot.cards import Card
from bot.cards.disputing.about import Case
from bot.cards.disputing.case import case_file, title_of
from bot.cards.disputing.challenging import can
from bot.cards.disputing.whole import whole_file
from bot.cards.kit.desk import Part
from bot.desk.kit.call import BOT, DeskApp, log
from bot.desk.kit.missing import (
    Follow,
    Operation,
    PinFile,
    Post,
    ShowFile,
    TopicMemory,
    Whole,
    Wishes,
    digest,
    missing,
    reached,
    shut,
)
from bot.desk.kit.told import Elsewhere, head_of, icon_of, note, topic_of
from bot.desk.line.render import (
    edit,
    message_is_gone,
    not_modified,
    send,
    send_attachment,
    send_file,
    topic_is_gone,
)
from bot.mail.lasting import at_last
from bot.mail.pacing import Urgency, urgency
from bot.reads import JournalRow, Topic
from core.deal.dispute import Dispute
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
    known |= {made.by for made in view.deal.proposals} - {*view.deal.parties}
    known |= {question.by for question in dispute.questions}
    known |= {made.arbiter for made in dispute.challenges}
    known |= {dispute.arbiter} if dispute.arbiter is not None else set()
    for opening in dispute.openings:
        known |= {made.by for made in opening.rulings}
        known |= {opening.sent_back.by} if opening.sent_back is not None else set()
    staff = {person: await app.name(person) for person in sorted(known)}
    rows = [row for row in await app.reads.said(view.deal.id) if _is_said(view, row)]
    part = Part(view.deal, number, view.people)
    challenge = await _challenge(app, view, dispute)
    return Case(part, dispute, may, staff, rows, view.waits, view.now, challenge)


async def _challenge(app: DeskApp, view: DealView, dispute: Dispute) -> str:
    """Whether either side can challenge who has it, or could where somebody else were free."""
    found = set()
    for person in view.deal.parties if dispute.challenge_by is not None else ():
        seen = await app.reads.view(view.deal.id, person)
        found.add("no" if seen is None else can(seen, dispute))
    return next((may for may in ("yes", "nobody") if may in found), "")


def _is_said(view: DealView, row: JournalRow) -> bool:
    """The diary, and what the two sides said across; what strangers asked is no part of it."""
    parties = view.deal.parties
    match row.event:
        case DiaryWritten() | MessageSent():
            return True
        case InviteAsked(by=person) | InvitedAnswered(to=person):
            return person in parties
    return False


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

    async def fill(self, wanted: Wishes) -> None:
        """Do what is missing, one after the other; other passes may do the same beside this one."""
        told = await self._look()
        lacks = missing(self.app.t, await self._case(), told, self.topic.pinned, wanted)
        for operation in lacks:
            await self._do(operation)

    async def _do(self, operation: Operation) -> None:
        match operation:
            case ShowFile():
                await self._show_file(operation)
            case PinFile():
                await self._pin()
            case Post():
                with _behind(operation.rank):
                    await self._post(operation)
            case Follow():
                await self._stage()

    async def _show_file(self, show: ShowFile) -> None:
        """As it is when it leaves. One pass at a time, so the last one is true."""
        async with self.app.lock(f"file:{self.name}"):
            await self._look()
            pinned = self.topic.pinned
            if pinned is None or not await self._edited(pinned, force=show.force):
                await self._new_file(ring=show.ring)

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
            stands = digest(card)
            try:
                if stands != known:
                    await edit(self.bot, self.app.chat_id, pinned, card)
            except BadRequest as error:
                if not message_is_gone(error):
                    raise
                return None
            return stands

        stands = await self.app.leave(act, messages=0)
        if stands is not None and stands != known:
            await self._note(lambda told: replace(told, file=stands))
        return stands is not None

    async def _new_file(self, *, ring: bool) -> None:
        async def act() -> tuple[int, str]:
            card = case_file(self.app.t, await self._case())
            return await self._send(replace(card, ring=ring)), digest(card)

        pinned, stands = await self.app.leave(act)
        await self._note(lambda told: replace(told, file=stands, to_pin=True), pinned)

    async def _pin(self) -> None:
        """Where that is refused, everything else goes on."""
        async with self.app.lock(f"file:{self.name}"):
            told, pinned = await self._look(), self.topic.pinned
            if not told.to_pin or pinned is None:
                return

            async def act() -> None:
                try:
                    chat = self.app.chat_id
                    await self.bot.pin_chat_message(chat, pinned, disable_notification=True)
                except BadRequest as error:
                    log.warning("a case file cannot be pinned", deal=self.deal, why=error.message)

            await self.app.leave(act, messages=0)
            await self._note(lambda told: replace(told, to_pin=False))

    async def _post(self, post: Post) -> None:
        """One message of a posting, unless another pass was faster."""
        async with self.app.lock(f"post:{self.name}:{post.key}"):
            told = await self._look()
            if told.took(post.key) != post.place:
                return
            message = await self.app.leave(lambda: self._message(post))
            if post.role is not None:
                await self._relay(message, post.role)
            first = told.parts.get(post.key, (message,))[0]
            await self._note(_took(post.key, first, post.place + 1, whole=post.parts))

    async def _message(self, post: Post) -> int:
        chat, thread = self.app.chat_id, self.topic.thread_id
        match post.message:
            case Card() as card:
                return await self._send(replace(card, ring=post.ring))
            case FileRef() as file:
                lost = self.app.t.plain("desk-file-lost")
                return await send_file(self.bot, chat, thread, file, self.app.vault, lost)
            case Whole():
                paper = whole_file(self.app.t, await self._case(), self.app.escrow.now())
                return (await send_attachment(self.bot, chat, thread, paper)).message_id

    async def _relay(self, message: int, role: Role) -> None:
        """A reply to a party's words may be sent to that party, once the arbiter says so."""
        data = {"kind": "party", "deal": self.deal, "milestone": self.number, "role": role.value}
        await at_last(lambda: self.app.edge.set_relay(BOT, self.app.chat_id, message, data))

    async def _send(self, card: Card) -> int:
        message = await send(self.bot, self.app.chat_id, self.topic.thread_id, card)
        return message.message_id

    async def _stage(self) -> None:
        case, told = await self._case(), await self._look()
        stage = case.dispute.stage
        if told.stage != reached(stage):
            closed = stage.closed
            await self.app.leave(lambda: self._follow(case, told, closed=closed), messages=0)
            await self._note(lambda told: replace(told, stage=reached(stage)))

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
        elif shut(told):
            await _quietly(self.bot.reopen_forum_topic(chat, thread))


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
