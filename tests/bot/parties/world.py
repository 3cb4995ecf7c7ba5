"""Two people and a stranger before there is any deal: the whole bot, over the fake store."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BotDescription, BotShortDescription

from bot.cards import Card
from bot.cards.kit.house import House
from bot.cards.notices import news_of, notice_card
from bot.config import Settings
from bot.mail.courier.buttons import Buttons
from bot.parties.ages import PartiesAges
from bot.parties.app import build_dispatcher
from bot.parties.kit.update import App
from bot.parties.line.noting import PartiesNoting
from bot.parties.line.render import send
from bot.parties.people import with_city_asked
from bot.texts.invites import InviteLinks
from core.deal.context import Staff
from core.deal.model import Deal
from core.deal.terms import Terms
from core.escrow import Escrow
from core.values.ids import DESK, PersonId
from core.values.policy import Policy, RailInfo
from tests.kit.fakes import FakeClock, FakeIds, FakeStore
from tests.kit.memory import MemoryEdge, MemoryReads, MemoryVault
from tests.kit.parcels import unpaced
from tests.kit.phones import BOT_ID, Person, Phones
from tests.kit.standing import MemoryButtons
from tests.kit.words import TEXTS

BINA, CARLOS, ARAM, SAM, NOOR = (PersonId(n) for n in (1001, 1002, 1003, 1005, 1006))


GENEROUS = {"messages_a_minute": 1000, "presses_a_minute": 1000}


class Telegram(Phones):
    """With what is called outside of chats."""

    def __init__(self) -> None:
        super().__init__()
        self.set: dict[tuple[str, str], Any] = {}
        self.too_late = False
        self.answered = asyncio.Event()

    def _answer_callback_query(self, bot: Bot, method: Any, args: dict[str, Any]) -> bool:
        if self.too_late:
            raise TelegramBadRequest(method, "Bad Request: query is too old")
        self.answered.set()
        return super()._answer_callback_query(bot, method, args)

    def _set_message_reaction(self, _bot: Bot, _method: Any, _args: dict[str, Any]) -> bool:
        return True

    def _answer_inline_query(self, _bot: Bot, _method: Any, _args: dict[str, Any]) -> bool:
        return True

    def _get_my_commands(self, _bot: Bot, _method: Any, args: dict[str, Any]) -> Any:
        return self.set.get(("commands", args.get("language_code", "")), [])

    def _set_my_commands(self, _bot: Bot, method: Any, args: dict[str, Any]) -> bool:
        self.set["commands", args.get("language_code", "")] = method.commands
        return True

    def _get_my_description(self, _bot: Bot, _method: Any, args: dict[str, Any]) -> Any:
        text = self.set.get(("description", args.get("language_code", "")), "")
        return BotDescription(description=text)

    def _set_my_description(self, _bot: Bot, _method: Any, args: dict[str, Any]) -> bool:
        self.set["description", args.get("language_code", "")] = args["description"]
        return True

    def _get_my_short_description(self, _bot: Bot, _method: Any, args: dict[str, Any]) -> Any:
        text = self.set.get(("short", args.get("language_code", "")), "")
        return BotShortDescription(short_description=text)

    def _set_my_short_description(self, _bot: Bot, _method: Any, args: dict[str, Any]) -> bool:
        self.set["short", args.get("language_code", "")] = args["short_description"]
        return True


@dataclass
class World:
    """Everything at hand."""

    store: FakeStore
    clock: FakeClock
    escrow: Escrow
    app: App
    telegram: Telegram
    bot: Bot
    bina: Person
    carlos: Person
    sam: Person
    noor: Person
    delivered: int = 0
    play: bool = True

    @property
    def deal(self) -> Deal:
        """The newest."""
        return list(self.store.deals.values())[-1]

    @property
    def terms(self) -> Terms:
        return self.deal.terms

    @property
    def link(self) -> str:
        """What the invite's link carries."""
        assert self.deal.invite is not None
        return self.app.invites.again(self.deal.id, self.deal.invite.nonce).token

    @property
    def code(self) -> str:
        assert self.deal.invite is not None
        return self.app.invites.again(self.deal.id, self.deal.invite.nonce).code

    async def deliver(self) -> None:
        """What the courier does: every notice to a person, in order."""
        house = House(self.app.username, self.play)
        while self.delivered < len(self.store.notices):
            notice = self.store.notices[self.delivered]
            self.delivered += 1
            if notice.to == DESK:
                continue
            person = self.store.people[notice.to]
            t = self.app.texts.get(person.locale, person.zone)
            view = None
            if notice.deal is not None:
                view = await self.app.reads.view(notice.deal, person.id)
            card = notice_card(notice, view, person, t, house)
            assert card is not None, notice.kind
            news = news_of([notice], view, person, t, house)
            if view is not None and news is not None and news.live:
                card = await with_city_asked(self.app, view, card, t)
            await send(self.bot, person.id, card, self.app.vault, Card)
        assert self.app.buttons is not None
        await self.app.buttons.look()  # and old buttons go

    # shortcuts through what other tests look at
    async def draft(self, title: str = "Logo", amount: str = "300") -> None:
        """Bina's draft of one payment, up to the preview."""
        bina = self.bina
        await bina.write("/new")
        await bina.press("I'm the freelancer")
        await bina.write(title)
        await bina.press("Skip")
        await bina.write(f"{amount} EUR")
        await bina.write("5 days")
        await bina.write("three concepts\nSVG files")

    async def invite(self) -> None:
        """The draft is sent; the link is `self.link`."""
        await self.draft()
        await self.bina.press("Create invite")

    async def claimed(self, by: Person | None = None) -> None:
        """Carlos opened the link and accepted."""
        await self.invite()
        person = by or self.carlos
        await person.write(f"/start {self.link}")
        await person.press("Accept")
        await self.deliver()

    async def agree(self) -> None:
        """And Bina knows that it is him."""
        await self.claimed()
        await self.bina.press("Yes, it's them")
        await self.deliver()


def build(
    *,
    currencies: tuple[str, ...] = ("EUR", "USD"),
    language: str = "en",
    watchdog: float = 2.0,
    limits: dict[str, int] | None = None,
    **more: Any,
) -> World:
    """`more` goes into the policy."""
    store, clock = FakeStore(), FakeClock()
    policy = Policy(
        currencies=currencies, rails=(RailInfo("play", real_money=False),), quiet_hours=None
    )
    policy = replace(policy, **more)
    staff = Staff(frozenset({ARAM}), treasurers=frozenset({NOOR}))
    escrow = Escrow(store, clock, FakeIds(), policy, staff)
    telegram = Telegram()
    edge = MemoryEdge(owe=telegram.strip)
    reads = MemoryReads(store, escrow)
    buttons = Buttons(MemoryButtons(store, edge.cards, telegram.strip), escrow)
    buttons.ages, escrow.moved = PartiesAges(reads), buttons.moved
    telegram.middleware(PartiesNoting(buttons))
    app = App(
        escrow,
        reads,
        edge,
        MemoryVault(),
        TEXTS,
        Settings.model_validate({"limits": {**GENEROUS, **(limits or {})}}),
        InviteLinks(b"k" * 32),
        "holdfast_bot",
        unpaced(),
        buttons=buttons,
    )
    bot = Bot(f"{BOT_ID}:parties", session=telegram)
    dispatcher = build_dispatcher(app, watchdog=watchdog)
    bina, carlos, sam, noor = (
        Person(dispatcher, bot, telegram, number, name, language)
        for number, name in ((BINA, "Bina"), (CARLOS, "Carlos"), (SAM, "Sam"), (NOOR, "Noor"))
    )
    return World(store, clock, escrow, app, telegram, bot, bina, carlos, sam, noor)
