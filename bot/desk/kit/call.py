"""What every handler of the desk's bot stands on: one update of one colleague, and ways to answer.

A handler parses, calls `Call.do`, renders. It decides nothing and queries nothing else.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, TypeVar
from weakref import WeakValueDictionary

import structlog
from telegram import Bot, CallbackQuery, Message, User
from telegram.error import BadRequest

from bot.cards import Card
from bot.config import Settings
from bot.desk.kit.seats import Seats
from bot.desk.line.render import edit, message_is_gone, send, topic_is_gone
from bot.desk.line.trouble import translated
from bot.mail.courier.buttons import Buttons
from bot.mail.pacing import Pacer
from bot.mail.patience import Patience
from bot.reads import Edge, Reads, Vault
from bot.texts import Text, Texts
from core.deal.commands import Command
from core.deal.context import Context, Facts
from core.escrow import Escrow, Executed, Form
from core.ports import Expecting, UnitOfWork
from core.values.errors import NotYours
from core.values.ids import DESK, DealId, PersonId
from core.values.words import TEXT_LIMIT, Words, name_of, within
from core.views import DealView

T = TypeVar("T")
BOT: Final = "desk"
_ALERT_LIMIT: Final = 200

log = structlog.get_logger("desk")


@dataclass(frozen=True, slots=True)
class DeskApp:
    """What the wiring hands to the desk's bot. `chat_id` is the arbiters' group."""

    escrow: Escrow
    reads: Reads
    edge: Edge
    vault: Vault
    texts: Texts
    settings: Settings
    chat_id: int
    locale: str
    seats: Seats
    pacer: Pacer = field(default_factory=Pacer)
    """The one at the bot's way out."""
    patience: Patience = field(default_factory=Patience)
    """With each file that Telegram does not give."""
    buttons: Buttons | None = None
    """What was sent with buttons that will be old one day."""
    usernames: Mapping[str, str] = field(default_factory=dict)
    """Of both bots by name, once Telegram has told them."""
    _locks: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    @property
    def t(self) -> Text:
        """The desk speaks one language, in the operator's zone."""
        return self.texts.get(self.locale, self.settings.operator.time_zone)

    def lock(self, name: str) -> asyncio.Lock:
        """One a name, for as long as anybody holds it or waits for it."""
        found = self._locks.get(name)
        if found is None:
            found = self._locks[name] = asyncio.Lock()
        return found

    async def leave(self, act: Callable[[], Awaitable[T]], messages: int = 1) -> T:
        """Do `act` in the group when its turn has come, so what it renders is true as it leaves.

        An edit takes no place, so it waits for an order of Telegram alone. Raises RetryAfter,
        TryAgain or Unreachable; BadRequest where the request was wrong.
        """

        async def translating() -> T:
            with translated():
                return await act()

        return await self.pacer.leave(self.chat_id, translating, messages)

    def context(self) -> Context:
        """What core's guards need to say what is offered to somebody of the desk."""
        return Context(self.escrow.now(), self.escrow.policy, self.escrow.staff, Facts())

    async def view(self, deal: DealId) -> DealView:
        """The deal as the desk sees it. Raises NotYours("no-such-deal")."""
        view = await self.reads.view(deal, DESK)
        if view is None:
            raise NotYours("no-such-deal")
        return view

    async def name(self, person: PersonId) -> str:
        """A colleague's or a party's name; the number of somebody who was never met."""
        known = await self.reads.person(person)
        return str(person) if known is None else known.name

    def link(self, thread: int) -> str:
        """Opens a topic of the group."""
        return f"https://t.me/c/{str(self.chat_id).removeprefix('-100')}/{thread}"


def words(said: str, *, limit: int = TEXT_LIMIT) -> Words:
    """What a colleague said, as `heard` reads it, salted anew. Raises BadInput as `within`."""
    return Words.of(within(said, limit), secrets.token_hex(16))


@dataclass(slots=True)
class Call:
    """One update of one colleague. `request` makes each command of it happen once."""

    app: DeskApp
    bot: Bot
    user: User
    request: str
    event: Message | CallbackQuery
    asked: int = 0
    answered: bool = False
    heard: int | None = None
    """The message whose words are taken: a press may say that an earlier one's are."""

    @property
    def person(self) -> PersonId:
        """Who wrote or pressed."""
        return PersonId(self.user.id)

    @property
    def called(self) -> str:
        """How the colleague is called: a name that can be seen."""
        return name_of(self.user.full_name, self.user.username, self.user.id)

    @property
    def t(self) -> Text:
        """The desk's language."""
        return self.app.t

    @property
    def message(self) -> Message | None:
        """What was written, or whose button was pressed, if it can still be read."""
        source = self.event.message if isinstance(self.event, CallbackQuery) else self.event
        return source if isinstance(source, Message) else None

    @property
    def chat(self) -> int:
        """Where it happened."""
        source = self.event.message if isinstance(self.event, CallbackQuery) else self.event
        return self.app.chat_id if source is None else source.chat.id

    @property
    def thread(self) -> int | None:
        """The topic; None in General and in private."""
        message = self.message
        if message is None or not message.is_topic_message:
            return None
        return message.message_thread_id

    def next_request(self) -> str:
        """A request id that is the same when this update is handled again."""
        self.asked += 1
        return f"{self.request}:{self.asked}"

    async def do(self, command: Command, form: Form | None = None) -> Executed:
        """Execute once. Raises Refusal, which the boundary tells the colleague."""
        return await self.app.escrow.execute(command, request=self.next_request(), form=form)

    async def seated(self) -> None:
        """Raises NotYours("not-in-the-group") for who is on the list and not in the group."""
        if not await self.app.seats.taken(self.bot, self.person):
            raise NotYours("not-in-the-group")

    async def form(self) -> Expecting | None:
        """The colleague's open form."""
        return await self.app.reads.expecting(self.person, BOT)

    async def expect(
        self,
        what: str,
        *,
        deal: DealId | None,
        milestone: int | None,
        question: str,
        data: Mapping[str, object],
    ) -> Expecting:
        """Open a form of the colleague, or its next question; written once, by request id."""
        row = Expecting(self.person, BOT, what, deal, milestone, question, data)
        await self.app.escrow.note(lambda uow: uow.expect(row), request=self.next_request())
        if deal is not None and self.app.buttons is not None:
            self.app.buttons.moved(deal)  # what was asked before may be answered no more
        return row

    async def forget(self) -> None:
        """Close the form that is asked now."""
        await self.app.escrow.note(
            lambda uow: uow.forget(self.person, BOT), request=self.next_request()
        )

    def closing(self) -> Form:
        """The Form that closes what is asked now, when the command succeeds."""

        def close(uow: UnitOfWork, _outcome: Executed) -> None:
            uow.forget(self.person, BOT)

        return close

    async def say(self, card: Card, *, reply: bool = False) -> Message:
        """A new message where this happened; `reply` under the colleague's own."""
        message = self.message
        under = message.message_id if reply and message is not None else None
        try:
            return await send(self.bot, self.chat, self.thread, card, reply_to=under)
        except BadRequest as error:
            if self.thread is None or not topic_is_gone(error):
                raise
            # Somebody deleted or closed it meanwhile: the answer is in General.
            return await send(self.bot, self.chat, None, card)

    async def say_alone(self, name: str, card: Card) -> None:
        """A new message; the last one of this name loses its buttons: the newest is to act on."""
        before = await self.app.edge.flag(name)
        if before is not None:
            with suppress(BadRequest):
                await self.bot.edit_message_reply_markup(self.app.chat_id, int(before))
        message = await self.say(card)
        await self.app.edge.set_flag(name, str(message.message_id))

    async def show(self, card: Card) -> None:
        """The pressed message becomes this card; without one to edit, a new one is sent."""
        message = self.message
        if isinstance(self.event, CallbackQuery) and message is not None:
            try:
                await edit(self.bot, message.chat.id, message.message_id, card)
            except BadRequest as error:
                if not message_is_gone(error):
                    raise
            else:
                return
        await self.say(card)

    async def alert(self, text: str, *, dialog: bool = True) -> None:
        """The one answer of a press; for typed words, or after it was answered, a message."""
        if isinstance(self.event, CallbackQuery) and not self.answered:
            await self.answer(text[:_ALERT_LIMIT], dialog=dialog)
        else:
            await self.say(Card(self.t("desk-told", text=text)), reply=True)

    async def answer(self, text: str | None = None, *, dialog: bool = False) -> None:
        """Answer the press once; one that is too old to be answered is answered enough."""
        if not isinstance(self.event, CallbackQuery) or self.answered:
            return
        self.answered = True
        try:
            await self.bot.answer_callback_query(self.event.id, text=text, show_alert=dialog)
        except BadRequest as error:
            log.info("press not answered", error=error.message)
