"""What every handler of the parties' bot stands on: one person's update, and the ways to answer.

A handler parses, calls `Update.do`, renders. It decides nothing and queries nothing else.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import BaseFilter, Command, CommandObject
from aiogram.types import CallbackQuery, InaccessibleMessage, Message

from bot.buttons import Press
from bot.cards import Card
from bot.config import Settings
from bot.mail.courier.buttons import Buttons
from bot.mail.heard import sent_file
from bot.mail.limits import Once
from bot.mail.pacing import Pacer
from bot.mail.patience import Patience
from bot.parties.quota import COUNTED, Quota, Turns
from bot.parties.render import edit, send
from bot.reads import Edge, Reads, Vault
from bot.texts import Safe, Text, Texts, escape, plain
from bot.texts.invites import InviteLinks
from core.deal.commands import Command as CoreCommand
from core.deal.commands import DealCommand
from core.deal.person import Person
from core.escrow import Escrow, Executed, Form
from core.ports import Expecting, UnitOfWork
from core.values.ids import DealId
from core.values.marks import choice
from core.values.words import TEXT_LIMIT, FileRef, Words, clean
from core.views import DealView

BOT: Final = "parties"
ALERT_LIMIT: Final = 200
"""Characters that Telegram shows in the answer of a press."""


@dataclass(slots=True)
class App:
    """What the wiring hands to the parties' bot."""

    escrow: Escrow
    reads: Reads
    edge: Edge
    vault: Vault
    texts: Texts
    settings: Settings
    invites: InviteLinks
    username: str
    """The bot's own, for links; Telegram tells it before anything is handled."""
    pacer: Pacer = field(default_factory=Pacer)
    """The one at the bot's way out."""
    patience: Patience = field(default_factory=Patience)
    """With each file that Telegram does not give."""
    turns: Turns = field(default_factory=Turns)
    buttons: Buttons | None = None
    """What was sent with buttons that will be old one day."""
    told: Once = field(default_factory=Once)
    """Albums, and messages that could not be read, of which their writer knows."""

    @property
    def quota(self) -> Quota:
        """What one person may store and ask."""
        return Quota(self.settings.limits, self.reads, self.edge, self.vault, self.turns)


def words(text: str, *, limit: int = TEXT_LIMIT, lines: bool = True) -> Words:
    """What a person typed, cleaned and salted anew. Raises BadInput as `clean`."""
    return Words.of(clean(text, limit=limit, lines=lines), secrets.token_hex(16))


def salted(said: str) -> Words:
    """What a message says, as `bot.mail.heard` reads it: cleaned, with its marks. Salted anew."""
    return Words.of(said, secrets.token_hex(16))


def chosen(t: Text, key: str) -> Words:
    """Words that a button stands for: kept as the choice, told to each reader in their language."""
    return salted(choice(key, t.plain(key)))


@dataclass(slots=True)
class Update:
    """One update of one person. `request` makes each command of it happen once."""

    app: App
    bot: Bot
    person: Person
    t: Text
    request: str
    event: Message | CallbackQuery
    asked: int = 0
    answered: bool = False
    sent: list[Message] = field(default_factory=list)

    @property
    def chat(self) -> int:
        """The private chat, whose id is the person's."""
        return self.person.id

    @property
    def message(self) -> Message | None:
        """The message that was written, or the one whose button was pressed if it can be edited."""
        source = self.event.message if isinstance(self.event, CallbackQuery) else self.event
        return None if isinstance(source, InaccessibleMessage) else source

    def next_request(self) -> str:
        """A request id that is the same when this update is handled again."""
        self.asked += 1
        return f"{self.request}:{self.asked}"

    def first_requests(self) -> tuple[str, ...]:
        """The ids under which an earlier try of this update did something, if it did."""
        return tuple(f"{self.request}:{number}" for number in (1, 2))

    async def begun(self) -> bool:
        """Whether an earlier try of this update did already what is to be done next."""
        following = f"{self.request}:{self.asked + 1}"
        return await self.app.reads.answered((following,)) is not None

    async def do(self, command: CoreCommand, form: Form | None = None) -> Executed:
        """Execute once. Raises Refusal, which the bot's boundary tells the person."""
        quota, counted = self.app.quota, type(command) in COUNTED and not await self.begun()
        if counted:
            await quota.may_do(self.person.id, command)
        outcome = await self.app.escrow.execute(command, request=self.next_request(), form=form)
        if counted:
            await quota.did(self.person.id, command)
        return outcome

    async def would(self, command: DealCommand) -> None:
        """Ask core before a person is asked for more. Raises the Refusal, and keeps nothing."""
        await self.app.escrow.would(command)

    async def view(self, deal: DealId | None) -> DealView | None:
        """The deal as this person sees it."""
        return None if deal is None else await self.app.reads.view(deal, self.person.id)

    async def expect(
        self,
        what: str,
        *,
        deal: DealId | None = None,
        milestone: int | None = None,
        question: str = "",
        data: Mapping[str, object] | None = None,
    ) -> None:
        """The person's next words belong to this form; written once, by request id."""
        row = Expecting(self.person.id, BOT, what, deal, milestone, question, data or {})
        await self.app.escrow.note(lambda uow: uow.expect(row), request=self.next_request())

    async def forget(self, what: str | None = None) -> None:
        """Close a form, or the one that is asked now."""

        def close(uow: UnitOfWork) -> None:
            uow.forget(self.person.id, BOT, what)

        await self.app.escrow.note(close, request=self.next_request())

    async def say(self, card: Card) -> Message:
        """A new message; the pressed one stays as it is."""
        message = await send(self.bot, self.chat, card, self.app.vault, self._lost)
        self.sent.append(message)
        return message

    async def say_once(self, album: str | None, card: Card) -> None:
        """As `say`; of the parts of one album only under the first."""
        key = (self.person.id, album)
        if album is None or key not in self.app.told:
            await self.say(card)
            self.app.told.add(key)

    def _lost(self, name: str) -> Card:
        return Card(self.t("notice-file-lost", name=name), ring=False)

    async def show(self, card: Card) -> None:
        """The pressed message becomes this card; where there is none to edit, a new one is sent."""
        message = self.message
        if isinstance(self.event, CallbackQuery) and message is not None and not card.attachments:
            try:
                await edit(self.bot, self.chat, message.message_id, card)
            except TelegramBadRequest:
                # The message is too old, is a picture, or is gone: the card still has to be seen.
                await self.say(card)
        else:
            await self.say(card)

    async def alert(self, text: str, *, dialog: bool = True) -> None:
        """The one answer of a press, or a message where that is too long or comes too late.

        `Safe` is markup, an ordinary string is plain. For typed words it is a message.
        """
        shown = plain(text) if isinstance(text, Safe) else text
        if len(shown) <= ALERT_LIMIT and await self._answer(shown, dialog=dialog):
            return
        await self.say(Card(text if isinstance(text, Safe) else escape(text)))

    async def done(self) -> None:
        """Answer the press, if nothing has."""
        await self._answer(None, dialog=False)

    async def _answer(self, text: str | None, *, dialog: bool) -> bool:
        """Answer the press once; False where it is none, was answered, or comes too late."""
        if not isinstance(self.event, CallbackQuery) or self.answered:
            return False
        self.answered = True
        try:
            await self.bot.answer_callback_query(self.event.id, text=text, show_alert=dialog)
        except TelegramBadRequest:
            # Handled again after a stop: the phone has long given up waiting.
            return False
        return True


def command_of(text: str | None) -> str:
    """The command that a message begins with, in small letters; empty for other words.

    Phones write `/Start`, keyboards put marks of direction before it.
    """
    first = _without_marks(text or "").partition("@")[0]
    return first[1:].casefold() if first.startswith("/") else ""


def _without_marks(text: str) -> str:
    """Its first word, without what can not be seen."""
    shown = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return shown.split(maxsplit=1)[0] if shown.strip() else ""


class Typed(Command):
    """A command, however its letters are written."""

    def __init__(self, *names: str) -> None:
        """Several names may share a handler; `command.command` is the one, in small letters."""
        super().__init__(*names, ignore_case=True, ignore_mention=True)

    async def __call__(  # type: ignore[override]
        self, message: Message, bot: Bot, app: App
    ) -> bool | dict[str, Any]:
        """As aiogram, which would ask Telegram for our own name."""
        found = await super().__call__(message, bot)
        if not isinstance(found, dict):
            return False
        mention = found["command"].mention
        return found if (mention or app.username).lower() == app.username.lower() else False

    @classmethod
    def extract_command(cls, text: str) -> CommandObject:
        """As aiogram, past what can not be seen."""
        shown = "".join(char for char in text if unicodedata.category(char) != "Cf").strip()
        found = super().extract_command(shown)
        return replace(found, command=found.command.casefold())


class Pressed(BaseFilter):
    """A button with one of these verbs; the handler gets `press`."""

    def __init__(self, *verbs: str) -> None:
        """Several verbs may share a handler."""
        self.verbs = frozenset(verbs)

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        """Match the verb alone: whether the press is legal is core's to say."""
        press = Press.unpack(query.data or "")
        if press is None or press.verb not in self.verbs:
            return False
        return {"press": press}


class Asked(BaseFilter):
    """Words for an open form: `what`, and one of the `fields` if any are given.

    The middleware has put the open form into `expecting`; the handler gets it under that name.
    """

    def __init__(self, what: str, *fields: str) -> None:
        """Without fields, any question of the form."""
        self.what = what
        self.fields = frozenset(fields)

    async def __call__(self, _message: Message, expecting: Expecting | None = None) -> bool:
        """Compare with the one row that says what the person's next words are for."""
        if expecting is None or expecting.what != self.what:
            return False
        return not self.fields or expecting.field in self.fields


async def received_files(update: Update, message: Message) -> tuple[FileRef, ...]:
    """The file of a message, downloaded and in the vault; none for a message without one.

    Raises as `bot.parties.files.download`, and before anything is fetched as `Quota.storing`.
    """
    from bot.parties.files import download  # noqa: PLC0415 - keeps this module free of file handling

    app, person, sent = update.app, update.person.id, sent_file(message)
    if sent is None:
        return ()
    async with app.quota.storing(person, sent.size) as most:
        files = await download(update.bot, message, app.vault, app.settings, app.patience, most)
        await app.quota.stored(person, sum(file.size for file in files))
    return files


async def text_file(update: Update, text: str, name: str) -> FileRef:
    """Words that are too long for one text, as a file in the vault."""
    vault = update.app.vault
    return await vault.put(text.encode(), name=name, mime="text/plain", kind="document")
