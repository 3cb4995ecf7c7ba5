"""What every handler of the parties' bot stands on: one person's update, and the ways to answer.

A handler parses, calls `Update.do`, renders. It decides nothing and queries nothing else.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InaccessibleMessage, Message

from bot.cards import Card
from bot.config import Settings
from bot.mail.courier.buttons import Buttons
from bot.mail.limits import Limit, Once
from bot.mail.pacing import Pacer
from bot.mail.patience import Patience
from bot.parties.kit.quota import COUNTED, Quota, Turns
from bot.parties.kit.shown import Shown
from bot.parties.line.render import ALERT_LIMIT, edit, send
from bot.reads import Edge, Reads, Vault
from bot.texts import Safe, Text, Texts, escape, plain
from bot.texts.invites import InviteLinks
from core.deal.commands import Command as CoreCommand
from core.deal.person import Person
from core.deal.step import Act
from core.escrow import Escrow, Executed, Form
from core.ports import Expecting, UnitOfWork
from core.values.ids import DealId
from core.values.marks import choice
from core.values.money import Money
from core.values.words import TEXT_LIMIT, FileRef, Words, clean
from core.views import DealView

BOT: Final = "parties"
GUESSES: Final = 10
GUESS_SECONDS: Final = 600.0
EDITS: Final = 5
"""Changes that come too late, and are answered, in a minute."""


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
    placed: Once = field(default_factory=Once)
    """Who was asked for their city already."""
    guesses: Limit = field(default_factory=lambda: Limit(GUESSES, GUESS_SECONDS))
    edits: Limit = field(default_factory=lambda: Limit(EDITS))

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
    kinds: Mapping[str, FormKind]
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

    async def would(self, command: CoreCommand) -> None:
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

    def kind(self, row: Expecting) -> FormKind | None:
        """What a form is; None for a message that fits no form."""
        return self.kinds.get(row.what)

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


def read_command(text: str | None, username: str) -> tuple[str, str]:
    """The command that a message begins with, in small letters, and what follows it.

    Empty for other words, and where it is another bot's. Phones write `/Start`, keyboards put marks
    of direction before it.
    """
    seen = "".join(char for char in text or "" if unicodedata.category(char) != "Cf")
    first, *rest = seen.split(maxsplit=1) or [""]
    name, _, mention = first.partition("@")
    if not name.startswith("/") or mention.casefold() not in ("", username.casefold()):
        return "", ""
    return name[1:].casefold(), rest[0] if rest else ""


Ask = Callable[[Update, Expecting], Awaitable[Card]]
Take = Callable[[Update, Message, Expecting], Awaitable[Shown | None]]
Finish = Callable[[Update, Expecting], Awaitable[Shown | None]]
TakeOver = Callable[[Update, Expecting, Expecting], Awaitable[Expecting]]
TakeAmount = Callable[[Update, Expecting, Money], Awaitable[Shown | None]]
Over = Callable[[Update, Expecting], Awaitable[bool]]


def any_words(_message: Message, _row: Expecting) -> bool:
    """Whatever is sent is for it."""
    return True


@dataclass(frozen=True, slots=True)
class FormKind:
    """One kind of form: what it takes, and how it is asked; `bot.parties.tables` has them all."""

    what: str
    """The name by which its rows are kept."""
    ask: Ask
    """Its open question."""
    take: Take
    """What comes of words for it."""
    fits: Callable[[Message, Expecting], bool] = any_words
    """Whether a message can be an answer to what it asks now."""
    act: Act | None = None
    """What it prepares: once that is offered no more, it leads nowhere."""
    over: Over | None = None
    """For one that prepares no act: whether it leads nowhere any more."""
    begins: str = "collect"
    """Its first question."""
    finish: Finish | None = None
    """*Done*, of one that collects, with something collected."""
    take_over: TakeOver | None = None
    """The form with what was said outside of any."""
    take_amount: TakeAmount | None = None
    """An amount, of one that asks for one."""
    about: Callable[[Update, Expecting], Awaitable[Safe | None]] | None = None
    """What its question begins with where it stands below something else."""


async def text_file(update: Update, text: str, name: str) -> FileRef:
    """Words that are too long for one text, as a file in the vault."""
    vault = update.app.vault
    return await vault.put(text.encode(), name=name, mime="text/plain", kind="document")
