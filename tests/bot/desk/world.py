"""A house with two parties, a desk of people, and the desk's bot behind a recorded Telegram."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram import Update

from bot.config import Settings
from bot.desk.ages import DeskAges
from bot.desk.app import DeskApplication, build_application
from bot.desk.kit.call import DeskApp
from bot.desk.kit.seats import Seats
from bot.desk.line.transport import DeskNoting
from bot.desk.outgoing import DeskOutgoing
from bot.mail.courier.buttons import Buttons
from bot.mail.courier.parcel import delivered
from bot.reads import Topic
from bot.texts.invites import InviteLinks
from core.deal.commands import Command
from core.deal.context import Staff
from core.deal.dispute import Dispute
from core.deal.model import Deal
from core.deal.notice import Notice
from core.deal.reputation import Record
from core.deal.stage import Stage
from core.disputing import (
    AcceptRuling,
    AddNothing,
    AnswerQuestion,
    CallArbiter,
    MakeStatement,
    OpenDispute,
)
from core.drafting import Edit, SetCurrency, SetMilestone, SetTitle
from core.escrow import Escrow
from core.notices import holds_true
from core.paying import ConfirmDeposit
from core.people import MeetPerson
from core.values.ids import DESK, DealId, PersonId
from core.values.money import Money
from core.values.policy import Policy, RailInfo
from core.values.words import FileRef, Words
from core.working import SubmitWork
from tests.bot.desk.group import BOT, GROUP, Group, Json, Shown, topic_fields
from tests.kit.agreeing import InviteSecret, agree
from tests.kit.fakes import FakeClock, FakeIds, FakeStore
from tests.kit.memory import MemoryEdge, MemoryReads, MemoryVault
from tests.kit.parcels import Parcel, unpaced
from tests.kit.standing import MemoryButtons
from tests.kit.words import TEXTS

BINA, CARLOS, ARAM, NOOR, SAM, TESS, HANA = (
    PersonId(n) for n in (1001, 1002, 1003, 1004, 1005, 1006, 1007)
)
NAMES = {
    BINA: ("Bina", "Rahimi"),
    CARLOS: ("Carlos", "Vega"),
    ARAM: ("Aram", "Vos"),
    NOOR: ("Noor", "Lind"),
    SAM: ("Sam", "Stray"),
    TESS: ("Tess", "Urer"),
    HANA: ("Hana", "Head"),
}
STAFF = Staff(
    arbiters=frozenset({ARAM, NOOR}), heads=frozenset({HANA}), treasurers=frozenset({TESS})
)
REASONS = (
    "Two of the three concepts that were agreed were handed in, as the files show; the third is "
    "missing, and the client said so in time."
)


class Reads(MemoryReads):
    """Where everybody has two deals behind them, one of them disputed."""

    async def record(self, person: PersonId) -> Record:
        return Record(2, 1, 0, self.store.people[person].since)


NOBODY = DealId("")


def said(text: str) -> Words:
    return Words.of(text, "00" * 16)


@dataclass
class World:
    """Everything at hand; each method is something that people do."""

    store: FakeStore
    clock: FakeClock
    escrow: Escrow
    app: DeskApp
    group: Group
    application: DeskApplication
    outgoing: DeskOutgoing
    edge: MemoryEdge
    vault: MemoryVault
    id: DealId = NOBODY
    delivered: int = 0
    _update: int = field(default=500)

    # the deal
    @property
    def deal(self) -> Deal:
        return self.store.deals[self.id]

    @property
    def case_now(self) -> Dispute:
        """The dispute as it is stored."""
        found = self.deal.dispute(1)
        assert found is not None
        return found

    async def do(self, command: Command) -> Any:
        return await self.escrow.execute(command)

    async def agree(
        self,
        amount: Money | None = None,
        *,
        title: str = "Logo",
        criteria: Sequence[str] = ("three concepts", "SVG files"),
        client: PersonId = CARLOS,
        freelancer: PersonId = BINA,
        parts: int = 1,
        edits: Sequence[Edit] = (),
    ) -> DealId:
        """An agreed deal that awaits its first payment."""
        amount = amount or Money(30000, "EUR")
        part = SetMilestone(
            1, said("Drafts"), amount, timedelta(days=5), tuple(said(line) for line in criteria)
        )
        first: list[Edit] = [SetTitle(said(title)), SetCurrency(amount.currency), *edits]
        first += [
            SetMilestone(n, part.title, part.amount, part.duration, part.criteria)
            for n in range(1, parts + 1)
        ]
        deal = await agree(self.do, freelancer, client, first, amount.currency, _secret)
        self.id = deal
        return deal

    async def fund(self) -> None:
        m = self.deal.milestones[0]
        await self.do(
            ConfirmDeposit(
                actor=PersonId(-1),
                deal=self.id,
                milestone=1,
                amount=m.amount,
                rail="manual",
                external_id=f"x{self.id}",
                source="Carlos Vega, ES12",
            )
        )

    async def file(self, name: str = "drafts.svg", kind: str = "document") -> FileRef:
        return await self.vault.put(name.encode(), name=name, mime="image/svg+xml", kind=kind)

    async def submit(self) -> None:
        m = self.deal.milestones[0]
        assert self.deal.freelancer is not None
        await self.do(
            SubmitWork(
                actor=self.deal.freelancer,
                deal=self.id,
                milestone=1,
                seen=m.seen,
                files=(await self.file(),),
                notes=tuple(said(f"done {n}") for n, _ in enumerate(self._criteria(), 1)),
            )
        )

    def _criteria(self) -> tuple[Words, ...]:
        return self.deal.terms.milestones[0].criteria

    async def dispute(self, amount: Money | None = None, **deal: Any) -> None:
        """The client asks for all of it back; both called the arbiter, and have nothing to add."""
        await self.opened(amount, **deal)
        await self.to_arbiter()

    async def to_arbiter(self) -> None:
        """The shortest way to a ruling."""
        for person in self.deal.parties:
            if self.case_now.statement_of(person) is None:
                await self.state(person)
        await self.call()
        await self.add_nothing()

    async def call(self) -> None:
        """Both sides call the arbiter, unless it is a small claim, where nobody has to."""
        for person in (self.deal.freelancer, self.deal.client):
            if person is not None and self.case_now.stage is Stage.NEGOTIATION:
                await self.do(CallArbiter(actor=person, deal=self.id, milestone=1))
        await self.deliver()

    async def add_nothing(self) -> None:
        """Neither side has anything to add."""
        for person in (self.deal.freelancer, self.deal.client):
            case = self.case_now
            if case.filing is not None and case.filing.waits_for(person):
                assert person is not None
                said, filed = len(case.statements), len(case.evidence)
                at: dict[str, Any] = {"deal": self.id, "milestone": 1}
                await self.do(AddNothing(actor=person, said=said, filed=filed, **at))
        await self.deliver()

    async def opened(self, amount: Money | None = None, **deal: Any) -> None:
        """The client asks for all of it back; the freelancer has not answered yet."""
        await self.agree(amount, **deal)
        await self.fund()
        await self.submit()
        m = self.deal.milestones[0]
        assert self.deal.client is not None
        await self.do(
            OpenDispute(
                actor=self.deal.client,
                deal=self.id,
                milestone=1,
                seen=m.seen,
                reason=said("One of the three concepts is missing."),
                sought=m.held,
            )
        )
        await self.deliver()

    async def accept_ruling(self) -> None:
        """Both sides accept it, so that it is carried out at once."""
        ruling = self.deal.disputes[0].ruling
        assert ruling is not None
        for person in (BINA, CARLOS):
            accepted = AcceptRuling(
                actor=person, deal=self.id, milestone=1, to_freelancer=ruling.to_freelancer
            )
            await self.do(accepted)
        await self.deliver()

    async def state(self, person: PersonId | None = None) -> None:
        """A side's own position, the freelancer's if nobody is named."""
        person = person or self.deal.freelancer
        assert person is not None
        m = self.deal.milestones[0]
        await self.do(
            MakeStatement(
                actor=person,
                deal=self.id,
                milestone=1,
                words=said("They are there."),
                sought=m.held,
            )
        )
        await self.deliver()

    async def silence(self) -> None:
        """The time to answer passes without a word of the other side."""
        self.clock.to(self.case_now.answer_by.ends_at)
        await self.app.escrow.meet(self.id, "dispute-answer:1:freelancer")
        await self.deliver()

    async def evidence_over(self) -> None:
        """The time to add to the case passes."""
        filing = self.case_now.filing
        assert filing is not None
        self.clock.to(filing.window.ends_at)
        await self.app.escrow.meet(self.id, "evidence-ends:1:freelancer")
        await self.deliver()

    async def accepted(self) -> None:
        """Both accept the ruling, which is carried out."""
        made = self.case_now.ruling
        assert made is not None
        for person in (BINA, CARLOS):
            share = made.to_freelancer
            await self.do(
                AcceptRuling(actor=person, deal=self.id, milestone=1, to_freelancer=share)
            )
        await self.deliver()

    async def reply(self, number: int, person: PersonId = CARLOS) -> None:
        """A side answers the arbiter's question."""
        await self.do(
            AnswerQuestion(
                actor=person, deal=self.id, milestone=1, number=number, words=said("The second.")
            )
        )
        await self.deliver()

    async def deliver(self) -> None:
        """What the courier does with notices to the desk."""
        while self.delivered < len(self.store.notices):
            number = self.delivered
            notice = self.store.notices[number]
            self.delivered += 1
            deal = None if notice.deal is None else self.store.deals[notice.deal]
            if notice.to == DESK and holds_true(notice, deal):
                await self.post(Parcel(number, notice))
            if self.delivered == len(self.store.notices):
                await self.look()

    async def look(self) -> None:
        """Old buttons are owed their end."""
        assert self.app.buttons is not None
        await self.app.buttons.look()

    async def post(self, parcel: Parcel) -> None:
        """All of its messages, a turn each."""
        while (delivered := await self.outgoing.deliver(parcel)) is not None and delivered.more:
            pass

    async def told(self, kind: str, *, ok: bool) -> None:
        """What the courier does once the desk's words arrived, or never will."""
        await self.outgoing.deliver(Parcel(0, delivered(self.notice(kind), ok=ok)))

    def notice(self, kind: str) -> Notice:
        return next(n for n in reversed(self.store.notices) if n.kind == kind)

    # Telegram
    @property
    def topic(self) -> Topic:
        """The dispute's topic, as the edge remembers it."""
        return self.edge.topics["dispute", self.id, 1, None]

    @property
    def thread(self) -> int:
        return self.topic.thread_id

    @property
    def case(self) -> Shown:
        """The pinned case file."""
        assert self.topic.pinned is not None
        return self.group.messages[self.topic.pinned]

    def last(self) -> Shown:
        """The newest message in the dispute's topic."""
        return self.group.last(self.thread)

    def said(self, text: str, thread: int | None = None) -> list[Shown]:
        return [m for m in self.group.in_topic(thread) if text in m.text]

    async def update(self, **body: Json) -> int:
        self._update += 1
        raw = {"update_id": self._update, **body}
        await self.application.process_update(Update.de_json(raw, self.application.bot))
        return self._update

    async def again(self, number: int, **body: Json) -> None:
        """The same update once more, as after a crash."""
        raw = {"update_id": number, **body}
        await self.application.process_update(Update.de_json(raw, self.application.bot))

    def press_of(self, person: PersonId, shown: Shown, label: str) -> Json:
        return {
            "id": str(self.group.number()),
            "from": user(person),
            "chat_instance": "1",
            "message": self.group.as_json(shown),
            "data": shown.data(label),
        }

    async def press(self, person: PersonId, label: str, shown: Shown | None = None) -> Json:
        """Tap a button; the bot's answer to it."""
        if shown is None:
            here = [m for m in self.group.in_topic(self.thread) if _has(m, label)]
            assert here, f"no button {label!r} in the topic"
            shown = here[-1]
        before = len(self.group.answers)
        await self.update(callback_query=self.press_of(person, shown, label))
        answers = self.group.answers[before:]
        assert len(answers) == 1, answers
        return answers[0]

    def words_of(
        self,
        person: PersonId,
        text: str,
        thread: int | None,
        reply_to: Shown | Json | None = None,
        chat: int = GROUP,
        **more: Any,
    ) -> Json:
        body: Json = {
            "message_id": self.group.number(),
            "date": 1_767_614_400,
            "from": user(person),
            "chat": {"id": chat, "type": "supergroup", "title": "Desk", "is_forum": True}
            if chat == GROUP
            else {"id": chat, "type": "private", "first_name": "x"},
        }
        if text:
            body["text"] = text
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            body["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        body |= topic_fields(thread)
        if isinstance(reply_to, Shown):
            body["reply_to_message"] = self.group.as_json(reply_to)
        elif reply_to is not None:
            body["reply_to_message"] = reply_to
        return body | more

    async def write(
        self,
        person: PersonId,
        text: str,
        thread: int | None = -1,
        reply_to: Shown | Json | None = None,
        **more: Any,
    ) -> None:
        """Write into the dispute's topic, or where `thread` says."""
        where = self.thread if thread == -1 else thread
        await self.update(message=self.words_of(person, text, where, reply_to, **more))

    async def privately(self, person: PersonId, text: str) -> Shown:
        await self.update(message=self.words_of(person, text, None, chat=person))
        return [m for m in self.group.messages.values() if m.chat == person][-1]


def _secret(deal: DealId) -> InviteSecret:
    """As the parties' bot makes it, so that the desk may be asked by a link."""
    new = InviteLinks(b"k" * 32).new(deal)
    return InviteSecret(new.token_hash, new.code_hash, new.nonce)


def _has(shown: Shown, label: str) -> bool:
    return any(text.startswith(label) for text in shown.labels)


def user(person: PersonId) -> Json:
    first, last = NAMES[person]
    username = first.lower() if person != SAM else None
    found = {"id": person, "is_bot": False, "first_name": first, "last_name": last}
    return found if username is None else found | {"username": username}


async def build(
    policy: Policy | None = None,
    staff: Staff = STAFF,
    locale: str = "en",
    settings: Settings | None = None,
) -> World:
    """A house with everybody met who would have written to the parties' bot."""
    store, clock, group = FakeStore(), FakeClock(), Group()
    edge, vault = MemoryEdge(), MemoryVault()

    def moved(person: PersonId, gone: bool) -> None:
        (store.rows.gone.add if gone else store.rows.gone.discard)(person)

    edge.seats = moved
    rails = (RailInfo("manual", real_money=True, automatic=False),)
    escrow = Escrow(
        store,
        clock,
        FakeIds(),
        policy
        or Policy(
            currencies=("EUR", "USD", "JPY", "IRR"),
            rails=rails,
            four_eyes_threshold={"EUR": 10**9, "USD": 10**9, "JPY": 10**9, "IRR": 10**12},
            small_claim={"EUR": 5000, "USD": 5000, "JPY": 5000, "IRR": 10**6},
        ),
        staff,
    )
    for person in (BINA, CARLOS):
        first, last = NAMES[person]
        await escrow.execute(
            MeetPerson(
                actor=person,
                name=f"{first} {last}",
                username=first.lower(),
                locale="en",
                zone="UTC",
            )
        )
    reads = Reads(store, escrow)
    seats = Seats(edge, GROUP)
    settings = settings or Settings()
    owe = lambda notice: store.rows.notices.append(notice)  # noqa: E731, PLW0108 - rows are replaced
    pacer, buttons = unpaced(), Buttons(MemoryButtons(store, {}, owe), escrow, DESK)
    app = DeskApp(
        escrow, reads, edge, vault, TEXTS, settings, GROUP, locale, seats, pacer,
        buttons=buttons, usernames={"parties": "holdfast_bot"},
    )  # fmt: skip
    buttons.ages, escrow.moved = DeskAges(app), buttons.moved
    application = build_application(
        app,
        base_url="http://127.0.0.1:9/bot",
        base_file_url="http://127.0.0.1:9/file/bot",
        token=f"{BOT['id']}:desk",
        rate_limiter=DeskNoting(buttons),
        request=group,
    )
    await application.initialize()
    outgoing = DeskOutgoing(app, application.bot, pause=0)
    return World(store, clock, escrow, app, group, application, outgoing, edge, vault)
