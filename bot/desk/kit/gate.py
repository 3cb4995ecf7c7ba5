"""Where updates come in: who may act, what a refusal becomes, and that each press is answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, Final

from telegram import CallbackQuery, Message, Update, User
from telegram.error import TelegramError
from telegram.ext import CallbackContext

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.wording import short
from bot.desk.kit.call import Call, DeskApp, log
from bot.desk.kit.seats import inside
from bot.desk.kit.strangers import Strangers
from bot.desk.kit.topics import show_file, show_who_may
from bot.texts import typed
from core.people import MeetPerson
from core.values.errors import BadInput, NotYours, Refusal, Stale
from core.values.ids import ID_LENGTH, DealId, PersonId, read_code

Pressed = Callable[[Call, Press], Awaitable[None]]
Commanded = Callable[[Call, list[str]], Awaitable[None]]
Spoken = Callable[[Call, Message], Awaitable[None]]
Ctx = CallbackContext[Any, Any, Any, Any]
LATER: Final = ("stats",)
"""Commands of the desk that a later version brings."""
WATCHDOG: Final = 2.0
"""Seconds after which a press is answered blank, so that no phone spins."""


class Gate:
    """Between Telegram and the handlers. Refusals end here; whatever else is raised goes on up."""

    def __init__(
        self,
        app: DeskApp,
        presses: Mapping[str, Pressed],
        commands: Mapping[str, Commanded],
        spoken: Spoken,
        unsigned: Spoken,
        corrected: Spoken,
    ) -> None:
        """Several verbs may share a handler."""
        self.app = app
        self._presses = presses
        self._commands = commands
        self._spoken = spoken
        self._unsigned = unsigned
        self._corrected = corrected
        self._strangers = Strangers()

    async def pressed(self, update: Update, context: Ctx) -> None:
        """A button, of whatever chat."""
        query = update.callback_query
        if query is None:
            return
        call = self._call(update, context, query.from_user, query)
        if not self._listed(call):
            await self._strangers.pressed(call, query.data or "")
            return
        if not _ours(call):
            await call.answer(self.app.t.plain("desk-old-button"), dialog=True)
            return
        await self._meet(call)
        async with _watched(call):
            await self._press(call, Press.unpack(query.data or ""))
        await call.answer()

    async def _press(self, call: Call, press: Press | None) -> None:
        if press is None or press.verb not in self._presses:
            await call.alert(self.app.t.plain("desk-old-button"))
            return
        try:
            await call.seated()
            await self._presses[press.verb](call, press)
        except Refusal as no:
            log.info("refused", verb=press.verb, deal=press.deal, key=no.key)
            await self._refuse(call, no)
            if press.deal is not None and press.milestone is not None:
                # Where the button was wrong about the case, its file is drawn as it stands.
                with suppress(Refusal):
                    await show_file(call, press.deal, press.milestone)

    async def commanded(self, update: Update, context: Ctx) -> None:
        """`/queue` and its like, in the group; in private there is only a word about this bot."""
        message, user = update.message, update.effective_user
        if message is None or user is None or not message.text:
            return
        call = self._call(update, context, user, message)
        if not _somebody(message):
            if _anonymous(message):
                await self._strangers.wrote_unsigned(call)
            return
        if not self._listed(call):
            await self._strangers.wrote(call)
            return
        await self._meet(call)
        if call.chat > 0:
            await call.say(Card(self.app.t("desk-hello")))
            return
        name, *rest = message.text.split()
        handler = self._commands[name.removeprefix("/").partition("@")[0].lower()]
        try:
            await call.seated()
            await handler(call, rest)
        except Refusal as no:
            await self._refuse(call, no)

    async def unknown(self, update: Update, context: Ctx) -> None:
        """A command that there is not: said, with those that there are. Not one of another bot."""
        message, user = update.message, update.effective_user
        if message is None or user is None or not message.text:
            return
        name, _, bot = message.text.split()[0].removeprefix("/").partition("@")
        call = self._call(update, context, user, message)
        ours = bot.lower() in ("", context.bot.username.lower())
        if not ours or not _somebody(message) or not self._listed(call):
            return
        there = " ".join(f"/{command}" for command in self._commands if command != "start")
        key = "desk-command-later" if name.lower() in LATER else "desk-command-unknown"
        await call.say(Card(call.t(key, name=name, commands=there)), reply=True)

    async def spoken(self, update: Update, context: Ctx) -> None:
        """Whatever else is written in the group: most of it is nobody's but the colleagues'."""
        message, user = update.message, update.effective_user
        if message is None or user is None:
            return
        call = self._call(update, context, user, message)
        if _anonymous(message):
            await self._unsigned(call, message)
            return
        if not _somebody(message) or not self._listed(call):
            return
        await self._meet(call)
        try:
            await self._spoken(call, message)
        except Refusal as no:
            await self._refuse(call, no)

    async def edited(self, update: Update, context: Ctx) -> None:
        """A message that was changed; of an anonymous administrator's only itself can be one."""
        message, user = update.edited_message, update.effective_user
        if message is None or user is None or message.edit_date is None:
            return
        call = self._call(update, context, user, message)
        if _anonymous(message) or (_somebody(message) and self._listed(call)):
            await self._corrected(call, message)

    async def private(self, update: Update, context: Ctx) -> None:
        """Colleagues who write to this bot learn what it is, others that it is not theirs."""
        message, user = update.message, update.effective_user
        if message is None or user is None or not _somebody(message):
            return
        call = self._call(update, context, user, message)
        if self._listed(call):
            await call.say(Card(self.app.t("desk-hello")))
        else:
            await self._strangers.wrote(call)

    async def moved(self, update: Update, context: Ctx) -> None:
        """Somebody came into the group, or left it: who may act on what is another matter then."""
        change = update.chat_member
        if change is not None and change.chat.id == self.app.chat_id:
            person = PersonId(change.new_chat_member.user.id)
            if self.app.escrow.staff.roles(person):
                await self.app.seats.note(person, here=inside(change.new_chat_member.to_dict()))
                request = f"{context.bot.id}:{update.update_id}"
                await show_who_may(self.app, request)

    def _call(
        self, update: Update, context: Ctx, user: User, event: Message | CallbackQuery
    ) -> Call:
        request = f"{context.bot.id}:{update.update_id}"
        return Call(self.app, context.bot, user, request, event)

    def _listed(self, call: Call) -> bool:
        return bool(self.app.escrow.staff.roles(call.person))

    async def _meet(self, call: Call) -> None:
        """Keep a colleague's name; a known one is not met again: that would call them reachable."""
        user, known = call.user, await self.app.reads.person(call.person)
        if known is not None and (known.name, known.username) == (call.called, user.username):
            return
        settings = self.app.settings.operator
        await self.app.escrow.execute(
            MeetPerson(
                actor=call.person,
                name=call.called,
                username=user.username,
                locale=self.app.texts.match(user.language_code, settings.default_locale),
                zone=settings.time_zone,
            ),
            request=f"{call.request}:met",
        )

    async def _refuse(self, call: Call, no: Refusal) -> None:
        key = "desk-old-button" if isinstance(no, Stale) else f"refusal-{no.key}"
        await call.alert(self.app.t.plain(key, **typed(short(no.data))))


def _ours(call: Call) -> bool:
    """Whether a button of ours can stand where it was pressed: in the group, or alone with us."""
    pressed = call.event.message if isinstance(call.event, CallbackQuery) else None
    return pressed is not None and pressed.chat.id in (call.app.chat_id, call.person)


def _somebody(message: Message) -> bool:
    """Whether a person wrote it: no channel, no group in its own name, no bot."""
    bot = message.from_user is not None and message.from_user.is_bot
    return message.sender_chat is None and not bot


def _anonymous(message: Message) -> bool:
    """Whether an administrator wrote it in the name of the group itself."""
    return message.sender_chat is not None and message.sender_chat.id == message.chat.id


@asynccontextmanager
async def _watched(call: Call) -> AsyncIterator[None]:
    """Answer the press blank when the handler takes long; what it says later is a message."""

    async def bark() -> None:
        await asyncio.sleep(WATCHDOG)
        with suppress(TelegramError):  # the handler still runs and must not be hurt by this
            await call.answer()

    task = asyncio.create_task(bark())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def typed_deal(arguments: Sequence[str]) -> DealId:
    """A deal's code as it was typed. Raises BadInput("deal-missing"), NotYours("no-such-deal")."""
    if not arguments:
        raise BadInput("deal-missing")
    code = read_code("".join(arguments))
    if len(code) != ID_LENGTH:
        raise NotYours("no-such-deal")
    return DealId(code)


def about(press: Press) -> tuple[DealId, int]:
    """Which dispute a button is about. Raises NotYours("no-such-deal")."""
    if press.deal is None or press.milestone is None:
        raise NotYours("no-such-deal")
    return press.deal, press.milestone
