"""A house with two parties, their deal, and a courier that delivers when it is told to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from aiogram import Bot, Dispatcher

from bot.cards.kit.house import House
from bot.config import Settings
from bot.mail.courier.buttons import Buttons
from bot.parties.ages import PartiesAges
from bot.parties.app import build_dispatcher
from bot.parties.kit.update import App
from bot.parties.line.noting import PartiesNoting
from bot.texts.invites import InviteLinks
from core.deal.commands import Command
from core.deal.context import Staff
from core.deal.milestone import State
from core.deal.model import Deal
from core.drafting import Edit, SetMilestone, SetRules, SetTitle
from core.escrow import Escrow
from core.people import MeetPerson
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.policy import OnSilence, Policy, RailInfo
from core.values.words import Words
from tests.bot.deals.deliveries import Deliveries
from tests.kit.agreeing import agree
from tests.kit.fakes import FakeClock, FakeIds, FakeStore
from tests.kit.memory import MemoryEdge, MemoryReads, MemoryVault
from tests.kit.parcels import unpaced
from tests.kit.phones import BOT_ID, Person, Phones
from tests.kit.standing import MemoryButtons
from tests.kit.words import TEXTS

BINA, CARLOS, ARAM, SAM = (PersonId(n) for n in (1001, 1002, 1003, 1005))
MANUAL = RailInfo("manual", real_money=True, automatic=False)
SALT = "00" * 16
NO_DEAL = DealId("")
NAMES = ("Drafts", "Final files", "Banner")
LIMITS = {"presses_a_minute": 10_000, "messages_a_minute": 10_000}


def said(text: str) -> Words:
    return Words.of(text, SALT)


@dataclass
class World:
    """Everything at hand; `deal` is the deal as it is stored."""

    store: FakeStore
    clock: FakeClock
    escrow: Escrow
    app: App
    phones: Phones
    bot: Bot
    dispatcher: Dispatcher
    bina: Person
    carlos: Person
    sam: Person
    id: DealId = NO_DEAL
    edge: MemoryEdge = field(default_factory=MemoryEdge)

    @property
    def deal(self) -> Deal:
        return self.store.deals[self.id]

    def state(self, milestone: int = 1) -> State:
        return self.deal.milestone(milestone).state

    @property
    def bina_id(self) -> PersonId:
        return PersonId(self.bina.id)

    @property
    def carlos_id(self) -> PersonId:
        return PersonId(self.carlos.id)

    @property
    def house(self) -> House:
        return House.of(self.app.settings, self.app.username)

    async def do(self, command: Command) -> Any:
        return await self.escrow.execute(command)

    async def deliver(self) -> None:
        """What the courier does: every notice to a person, in order, as it stands now.

        Then old buttons go.
        """
        deliveries = Deliveries(self.app, self.bot, self.store, self.edge)
        await deliveries.all()
        assert self.app.buttons is not None
        await self.app.buttons.look()
        await deliveries.all()

    async def agree(
        self,
        *parts: str,
        criteria: tuple[str, ...] = ("three concepts", "SVG files"),
        title: str = "Logo",
        **rules: Any,
    ) -> DealId:
        """A deal of Bina's and Carlos's, agreed; parts are amounts."""
        milestones = [
            SetMilestone(
                number,
                title=said(name),
                amount=Money(int(float(amount) * 100), "EUR"),
                duration=timedelta(days=5),
                criteria=tuple(said(line) for line in criteria),
            )
            for number, (name, amount) in enumerate(
                zip((*NAMES, *map(str, range(4, 21))), parts or ("120.00",), strict=False), 1
            )
        ]
        edits: list[Edit] = [SetTitle(said(title)), *milestones, SetRules(**rules)]
        deal = await agree(self.do, BINA, CARLOS, edits)
        self.id = deal
        await self.deliver()
        return deal


async def build(
    *,
    manual: bool = False,
    arbiters: frozenset[PersonId] = frozenset({ARAM}),
    languages: tuple[str, str] = ("en", "en"),
    on_silence: OnSilence = OnSilence.ESCALATE,
    rules: Policy | None = None,
    limits: Mapping[str, int] = LIMITS,
) -> World:
    store, clock = FakeStore(), FakeClock()
    rails = (MANUAL,) if manual else (RailInfo("play", real_money=False),)
    policy = replace(
        rules or Policy(quiet_hours=None, on_silence=on_silence),
        rails=rails,
        small_claim={"EUR": 5000},
        four_eyes_threshold={"EUR": 10**9},
    )
    staff = Staff(arbiters=arbiters, treasurers=frozenset({ARAM}))
    escrow = Escrow(store, clock, FakeIds(), policy, staff)
    settings = _settings(limits, manual=manual)
    owe = lambda notice: store.rows.notices.append(notice)  # noqa: E731, PLW0108 - rows are replaced
    edge = MemoryEdge(owe=owe)
    reads = MemoryReads(store, escrow)
    buttons = Buttons(MemoryButtons(store, edge.cards, owe), escrow)
    buttons.ages, escrow.moved = PartiesAges(reads), buttons.moved
    app = App(
        escrow,
        reads,
        edge,
        MemoryVault(),
        TEXTS,
        settings,
        InviteLinks(b"k" * 32),
        "holdfast_bot",
        unpaced(),
        buttons=buttons,
    )
    phones = Phones()
    phones.middleware(PartiesNoting(buttons))
    bot = Bot(f"{BOT_ID}:parties", session=phones)
    dispatcher = build_dispatcher(app)
    people = [
        Person(dispatcher, bot, phones, number, name, language)
        for number, name, language in (
            (BINA, "Bina", languages[0]),
            (CARLOS, "Carlos", languages[1]),
            (SAM, "Sam", "en"),
        )
    ]
    bina, carlos, sam = people
    world = World(store, clock, escrow, app, phones, bot, dispatcher, bina, carlos, sam, edge=edge)
    for person in people:
        await escrow.execute(
            MeetPerson(
                actor=PersonId(person.id),
                name=person.name,
                username=None,
                locale=person.language,
                zone="Europe/Madrid",
            )
        )
    await escrow.execute(
        MeetPerson(actor=ARAM, name="Aram", username="aram", locale="en", zone="UTC")
    )
    return world


def _settings(limits: Mapping[str, int], *, manual: bool) -> Settings:
    if not manual:
        return Settings.model_validate({"limits": limits})
    account = {"holder": "Holdfast GmbH", "iban": "DE89370400440532013000", "bank": "Bank"}
    rails = {
        "play": {"enabled": False},
        "manual": {"enabled": True, "acknowledge_custody": True, "accounts": {"EUR": account}},
    }
    return Settings.model_validate(
        {"rails": rails, "operator": {"currencies": ("EUR",)}, "limits": limits}
    )
