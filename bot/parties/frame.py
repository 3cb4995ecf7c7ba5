"""Around every handler: who it is, what their words are for, and how a no is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from bot.buttons import Press
from bot.cards import Card
from bot.cards.kit.wording import short
from bot.cards.menu import elsewhere_card
from bot.mail.limits import Limit, Verdict
from bot.mail.trouble import No
from bot.parties.again import heard_before
from bot.parties.commands import COMMANDS
from bot.parties.drawing import can_see, draw, draw_fresh
from bot.parties.kit.update import BOT, App, FormKind, Update, read_command
from bot.parties.line.render import send_card
from bot.parties.line.trouble import unless
from bot.parties.talking import answer_open
from bot.texts import Safe, typed
from bot.texts.posing import poses
from core.deal.person import ERASED, Person
from core.people import MarkReachable, MeetPerson
from core.values.errors import NotNow, NotYours, Refusal, Stale
from core.values.ids import PersonId
from core.values.words import name_of

MENDABLE: Final = frozenset(
    {"no-arbiter", "no-treasurer", "nothing-changed", "other-unreachable", "rounds-used"}
)
"""Why a step that is offered can not be done, where that is not that the button is old."""
OTHERS: Final = frozenset({"other-side", "inviter-only"})
"""It is the other side's step."""
BEFORE_AGREEMENT: Final = frozenset({"claim", "claimant", "inv"})
"""Families of verbs of people who are, or may be by now, no side of the deal."""
WATCHDOG_SECONDS: Final = 2.0
"""A phone that waits longer for the answer of a press looks broken."""
IN_A_GROUP: Final = 3
"""Links that one group of others gets in a minute, whoever asks."""

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

_log = structlog.get_logger(__name__)


class Frame(BaseMiddleware):
    """Outermost around messages, their changes and presses of private chats; others get a link."""

    def __init__(
        self, app: App, kinds: Mapping[str, FormKind], watchdog: float = WATCHDOG_SECONDS
    ) -> None:
        """One for messages and presses, since both count for the same person."""
        self._app = app
        self._kinds = kinds
        self._watchdog = watchdog
        limits = app.settings.limits
        self._commands = Limit(limits.messages_a_minute)
        self._words = Limit(limits.words_a_minute)
        self._presses = Limit(limits.presses_a_minute)
        self._groups = Limit(IN_A_GROUP)

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 - aiogram's own signature
        """Find the person, hand an `Update` to the handlers, tell a Refusal."""
        if not isinstance(event, Message | CallbackQuery):
            return await handler(event, data)
        user, bot = event.from_user, data["bot"]
        number, again = data["event_update"].update_id, data["event_update"].edited_message
        if user is None or user.is_bot or (again is not None and not _private(event)):
            return None
        limit = self._limit(event)
        verdict = limit.ask(user.id, number)
        if verdict is Verdict.STILL_TOO_MANY:
            # They were told: nothing is spent on this one, but for the phone that waits.
            await _blank(bot, event)
            return None
        if not _private(event):
            return await self._elsewhere(bot, event, user)
        if isinstance(event, CallbackQuery) and await _was_erased(self._app, user):
            return await self._tells_erased(bot, event, user)
        person = await meet(self._app, user)
        t = self._app.texts.get(person.locale, person.zone)
        request = f"{bot.id}:{number}"
        update = Update(self._app, bot, person, t, request, event, self._kinds)
        try:
            if verdict is Verdict.TOO_MANY:
                await _too_many(update, timedelta(seconds=limit.seconds))
            else:
                await self._handle(handler, event, data, update)
        except TelegramForbiddenError:
            # They blocked the bot while it answered: nobody is there to be told anything.
            await mark_reachable(self._app, person.id, reachable=False)
        return None

    async def _handle(
        self, handler: Handler, event: TelegramObject, data: dict[str, Any], update: Update
    ) -> None:
        edited = data["event_update"].edited_message is not None
        words = isinstance(event, Message) and not edited and not self._is_command(event)
        waits = await self._app.reads.expecting(update.person.id, BOT) if words else None
        data |= {"update": update, "expecting": waits}
        async with _answered_in_time(update, self._watchdog):
            try:
                if not (words and await heard_before(update, waits)):
                    await draw(update, await handler(event, data))
                await answer_open(update, waits)
            except Refusal as no:
                _log.info("refused", key=no.key)
                await (tell_stale(update, no) if _is_old(update, no) else tell(update, no))

    def _limit(self, event: Message | CallbackQuery) -> Limit:
        """What people send in one go is taken whole: words count apart from commands."""
        if isinstance(event, CallbackQuery):
            return self._presses
        return self._commands if self._is_command(event) else self._words

    def _is_command(self, message: Message) -> bool:
        """Commands work in the middle of a form; other words after a slash may be an answer."""
        name, _ = read_command(message.text, self._app.username)
        return name in (*COMMANDS, "start")

    async def _tells_erased(self, bot: Bot, event: CallbackQuery, user: User) -> None:
        """An old button is no word to us: the name does not come back by a tap on it."""
        t = self._app.texts.get(user.language_code or self._app.settings.operator.default_locale)
        with suppress(TelegramAPIError):  # the phone may wait no more
            await bot.answer_callback_query(event.id, text=t.plain("erased"), show_alert=True)

    async def _elsewhere(self, bot: Bot, event: Message | CallbackQuery, user: User) -> None:
        """Money steps only in the private chat: in a group a command gets a link there."""
        t = self._app.texts.get(user.language_code or self._app.settings.operator.default_locale)
        if isinstance(event, CallbackQuery):
            with unless(No.LATE):
                await bot.answer_callback_query(
                    event.id, text=t.plain("frame-private-only"), show_alert=True
                )
        elif (
            _meant_for_us(event, self._app.username)
            and self._groups.ask(event.chat.id) is Verdict.FINE
        ):
            card = elsewhere_card(t, self._app.username)
            with suppress(TelegramAPIError):  # writing may be forbidden there, which is fine
                await send_card(bot, event.chat.id, card)


async def _blank(bot: Bot, event: Message | CallbackQuery) -> None:
    if isinstance(event, CallbackQuery):
        with suppress(TelegramAPIError):  # the phone may wait no more
            await bot.answer_callback_query(event.id)


async def _too_many(update: Update, wait: timedelta) -> None:
    """Said once, at the first message that is not taken."""
    if isinstance(update.event, CallbackQuery):
        await update.alert(update.t("frame-too-fast-press", wait=wait))
        return
    card = Card(update.t("frame-too-fast", wait=wait), reply_to=update.event.message_id)
    await update.say(card)


def _private(event: Message | CallbackQuery) -> bool:
    if isinstance(event, Message):
        return event.chat.type == "private"
    return event.message is not None and event.message.chat.type == "private"


def _meant_for_us(message: Message, username: str) -> bool:
    text = message.text or ""
    return text.startswith("/") or f"@{username}".casefold() in text.casefold()


@asynccontextmanager
async def _answered_in_time(update: Update, seconds: float) -> AsyncIterator[None]:
    """The press is answered, at the latest after `seconds`, and at the end in any case."""
    if not isinstance(update.event, CallbackQuery):
        yield
        return
    late = asyncio.create_task(_answer_late(update, seconds))
    try:
        yield
        await update.done()
    finally:
        late.cancel()
        with suppress(asyncio.CancelledError):
            await late


async def _answer_late(update: Update, seconds: float) -> None:
    await asyncio.sleep(seconds)
    with suppress(TelegramAPIError):  # the handler still runs and must not be hurt by this
        await update.done()


async def tell(update: Update, no: Refusal) -> None:
    """A refusal in plain words: a dialog for a press, for words a message under those very ones.

    Open forms stay open.
    """
    said = told_of(update, no)
    if isinstance(update.event, Message):
        await update.say(Card(said, reply_to=update.event.message_id))
    else:
        await update.alert(said)


def told_of(update: Update, no: Refusal) -> Safe:
    """A refusal in the person's language."""
    return update.t(f"refusal-{no.key}", **typed(short(no.data)))


def _is_old(update: Update, no: Refusal) -> bool:
    """Whether a button is old: what it does can not be done now, or not by this person any more.

    A no that somebody can do something about is told in its own words.
    """
    press = _press_of(update)
    if isinstance(no, Stale) or press is None or press.deal is None:
        return isinstance(no, Stale)
    if isinstance(no, NotYours):
        return press.family in BEFORE_AGREEMENT or no.key in OTHERS
    return isinstance(no, NotNow) and no.key not in MENDABLE


async def tell_stale(update: Update, no: Refusal) -> None:
    """The button is old: say so, and show how it stands. Where that is nothing to see, say why."""
    press = _press_of(update)
    if press is None or press.deal is None:
        await update.alert(update.t("frame-dead-button"))
        return
    if await can_see(update, press):
        await update.alert(update.t("frame-old-button"))
        await draw_fresh(update, press)
    elif press.family in BEFORE_AGREEMENT:
        await update.alert(update.t("frame-old-button"))
        await update.show(Card(told_of(update, no)))
    else:
        await tell(update, no)


def _press_of(update: Update) -> Press | None:
    if not isinstance(update.event, CallbackQuery):
        return None
    return Press.unpack(update.event.data or "")


async def _was_erased(app: App, user: User) -> bool:
    known = await app.reads.person(PersonId(user.id))
    return known is not None and known.name == ERASED


async def meet(app: App, user: User) -> Person:
    """The person of a Telegram account, registered when new and brought up to date when changed."""
    person = PersonId(user.id)
    known = await app.reads.person(person)
    locale = app.texts.match(user.language_code, app.settings.operator.default_locale)
    name = name_of(user.full_name, user.username, user.id)
    if not app.escrow.staff.roles(person) and poses(name, app.settings.operator.name, app.username):
        name = str(user.id)
    if known is not None:
        same = replace(known, name=name, username=user.username, unreachable=False)
        if not known.chosen_locale:
            same = replace(same, locale=locale)
        if same == known:
            return known
    zone = app.settings.operator.time_zone
    await app.escrow.execute(
        MeetPerson(actor=person, name=name, username=user.username, locale=locale, zone=zone)
    )
    met = await app.reads.person(person)
    if met is None:
        msg = "a person who was just met is not stored"
        raise RuntimeError(msg)
    return met


async def mark_reachable(app: App, person: PersonId, *, reachable: bool) -> None:
    """What Telegram says of whether we may write to a person."""
    with suppress(Refusal):  # somebody whom we never met has nothing to mark
        await app.escrow.execute(MarkReachable(actor=person, person=person, reachable=reachable))
