"""What both bots read: the tests' memory answers as both databases do, whatever is asked.

Every method of `Reads` is asked with all that its parameters can be in the story below; a new one
is asked by itself, and a parameter of a new name has to be given its values here.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Any, Final

import pytest

from bot.reads import MoneyOverview, Reads
from bot.wiring.reads import SqlReads
from core.deal.commands import Command
from core.deal.person import Person
from core.deal.ruling import Outcome
from core.escrow import Escrow, Executed
from core.inviting import AnswerInvited, AskInviter
from core.paying import (
    BookSuspense,
    ConfirmTransfer,
    LineEnd,
    LoseReversal,
    PayoutLine,
    PayoutLineStep,
    ReturnSuspense,
    ReturnTransfer,
    StatementLine,
    kept,
)
from core.people import RateDeal
from core.ports import Expecting, UnitOfWork
from core.talking import Say, WriteDiary
from core.values.ids import DESK, RAIL, DealId, PersonId, SuspenseId
from core.values.money import Money
from storage.engine import open_database
from storage.store import SqlStore
from tests.kit.fakes import START, FakeClock, FakeIds
from tests.kit.memory import MemoryReads
from tests.kit.scene import (
    ARAM,
    BINA,
    CARLOS,
    HOUR,
    NOOR,
    SAM,
    STAFF,
    TESS,
    Scene,
    at_once,
    words,
)
from tests.storage.conftest import REAL, url_of
from tests.storage.test_allowances import allowed
from tests.storage.test_whole_deals import POLICY, meet, recall, released, ruled

NOBODY: Final = PersonId(4711)
METHODS: Final = sorted(name for name in vars(Reads) if not name.startswith("_"))
LINES: Final = [
    StatementLine(
        at=1, account="DE1", reference="R1", amount=Money(500, "EUR"), text="0000000R-1",
        booked_on=date(2026, 1, 5), value_on=date(2026, 1, 5), bank_reference=reference,
    )
    for reference in ("FT9", "nothing")
]  # fmt: skip
FORMS: Final = [
    Expecting(BINA, "parties", "title", None, None, "title", {"a": 1}),
    Expecting(BINA, "parties", "help"),
    Expecting(BINA, "desk", "ruling", None, 1),
    Expecting(SAM, "parties", "help"),
]
ASIDE: Final = [Expecting(BINA, "parties", f"loose:{n}", data={"texts": [str(n)]}) for n in (1, 2)]


class Told(Scene):
    """A scene on the fake that can be told again."""

    def __init__(self) -> None:
        self.said: list[tuple[Any, str, Command | None]] = []
        """None for a sweep."""
        self.all: dict[DealId, None] = {}
        super().__init__(POLICY)

    def do(self, command: Command) -> Executed:
        request = f"r{next(self.requests)}"
        self.said.append((self.clock.now(), request, command))
        return at_once(self.escrow.execute(command, request=request))

    def pass_time(self, by: timedelta) -> None:
        end = self.clock.now() + by
        while (due := at_once(self.store.next_due())) is not None and due <= end:
            self.clock.to(max(due, self.clock.now()))
            at_once(self.escrow.sweep())
            self.said.append((self.clock.now(), "", None))
        self.clock.to(end)


def story(scene: Scene) -> None:
    """A deal that is done, one ruled on, one paid for, one disputed, an invite, and a draft."""
    meet(scene)
    released(scene)
    scene.clock.forward(HOUR)
    ruled(Outcome.REFUND)(scene)
    scene.clock.forward(HOUR)
    scene.funded("100.00 EUR")
    scene.do(WriteDiary(actor=BINA, deal=scene.deal_id, words=words("Sketched.")))
    scene.do(Say(actor=CARLOS, deal=scene.deal_id, words=words("Looks good!")))
    scene.clock.forward(HOUR)
    scene.disputed("50.00 EUR")
    scene.take(ARAM)
    scene.submitted("33.00 EUR")
    scene.approve()
    for by, given in ((BINA, 4), (CARLOS, 5)):
        scene.do(RateDeal(actor=by, deal=scene.deal_id, stars=given, words=words("kind")))
    on = {"actor": RAIL, "deal": scene.deal_id, "transfer": 1}
    scene.do(ConfirmTransfer(**on, external_id="w"))  # type: ignore[arg-type]
    scene.do(ReturnTransfer(**on, returns=0, words=words("closed")))  # type: ignore[arg-type]
    scene.do(ConfirmTransfer(actor=TESS, deal=scene.deal_id, transfer=1, external_id="w2"))
    scene.funded("21.00 EUR")
    scene.clock.forward(7 * 24 * HOUR)
    scene.submit()
    scene.approve()
    scene.do(RateDeal(actor=CARLOS, deal=scene.deal_id, stars=1))
    recall(scene)
    scene.do(LoseReversal(actor=TESS, deal=scene.deal_id, reversal=1, words=words("gone")))
    scene.draft("20.00 EUR", creator=CARLOS)
    scene.clock.forward(HOUR)
    scene.invited("10.00 EUR")
    scene.claimed(SAM, accepts=False)
    blue = words("In blue?")
    scene.do(AskInviter(actor=SAM, deal=scene.deal_id, proof="t" * 64, words=blue))
    scene.do(AnswerInvited(actor=BINA, deal=scene.deal_id, to=SAM, words=words("Yes.")))
    first = next(iter(scene.store.deals))
    for reference, about in (("FT1", first), ("FT2", None)):
        line = {"actor": TESS, "rail": "play", "source": "Carlos", "value_on": "2026-01-05"}
        line |= {"amount": Money(500, "EUR"), "external_id": reference, "about": about}
        scene.do(BookSuspense(**line))  # type: ignore[arg-type]
    item = next(iter(scene.store.rows.suspense))
    scene.do(ReturnSuspense(actor=TESS, item=item, seen=1))


def beside(uow: UnitOfWork) -> None:
    """What is no command: open forms, words that fit none, and people as the edge met them."""
    for form in FORMS:
        uow.expect(form)
    uow.set_allowance(allowed(BINA, "6.00 EUR"))
    uow.keep_line(kept(LINES[0], LineEnd.SUSPENSE, TESS, START))
    deal = uow.unfinished(BINA)[0]
    price = Money(500, "EUR")
    made = [PayoutLine("HF1", deal, n, 0, price, "d", START, TESS) for n in (1, 2)]
    uow.keep_payouts(made)
    uow.close_payout(made[1], PayoutLineStep.DROP, TESS, START)
    for form in ASIDE:
        uow.set_aside(form, 50)
    for number, days in ((71, 1), (72, 3), (73, 2)):
        since = START + days * 24 * HOUR
        uow.save_person(Person(PersonId(number), "X", "Moved", "en", "UTC", since))


@dataclass
class Both:
    """The same story in memory and in a database."""

    memory: Reads
    database: Reads
    escrows: tuple[Escrow, Escrow]
    values: Mapping[str, Sequence[Any]]

    def calls(self, name: str) -> Iterator[dict[str, Any]]:
        """All that this method can be asked here."""
        asked = [p for p in inspect.signature(getattr(Reads, name)).parameters if p != "self"]
        for values in product(*(self.values[each] for each in asked)):
            yield dict(zip(asked, values, strict=True))


@pytest.fixture(params=REAL)
def real_url(request: pytest.FixtureRequest) -> str:
    return url_of(request.param, request)


@pytest.fixture(scope="module")
def told() -> Told:
    scene = Told()
    story(scene)
    at_once(scene.store.run(beside))
    return scene


@pytest.fixture
async def both(real_url: str, told: Told) -> AsyncIterator[Both]:
    opened = open_database(real_url)
    store, clock = SqlStore(opened), FakeClock()
    escrow = Escrow(store, clock, FakeIds(), POLICY, STAFF)
    for at, request, command in told.said:
        clock.to(at)
        if command is None:
            await escrow.sweep()
        else:
            await escrow.execute(command, request=request)
    await store.run(beside)
    people = [BINA, CARLOS, ARAM, NOOR, SAM, NOBODY]
    first = next(iter(told.store.deals))
    values: dict[str, Sequence[Any]] = {
        "person": people,
        "viewer": [*people, DESK],
        "deal": [*told.store.deals, DealId("ZZZZZZZZ")],
        "milestone": [1],
        "text": ["1001", "@Bina", " BINA ", "@moved", "@nobody", "", "9" * 40],
        "file": [None, "HF1", "HF0"],
        "item": [*told.store.rows.suspense, SuspenseId("ZZZZZZZZ")],
        "rail": ["manual", "play"],
        "external_id": ["FT1", "x12", "nothing"],
        "secret_hash": ["t" * 64, "c" * 64, "x" * 64],
        "ended": [False, True],
        "limit": [8, 2],
        "offset": [0, 1],
        "bot": ["parties", "desk"],
        "what": ["help", "ruling"],
        "lines": [LINES, [replace(LINES[0], text=f"{first}-1", reference="R3")]],
        "within": [None, [first]],
        "requests": [["r1", "r2"], ["x", "r3"], ["x"], []],
    }
    yield Both(
        MemoryReads(told.store, told.escrow), SqlReads(store, escrow), (told.escrow, escrow), values
    )
    await opened.close()


NOTHING: Final[tuple[Any, ...]] = (None, False, (), [], MoneyOverview([], [], [], [], [], []))


async def test_the_memory_answers_as_the_database_does(both: Both) -> None:
    for name in METHODS:
        told = []
        for asked in both.calls(name):
            expected = await getattr(both.database, name)(**asked)
            assert await getattr(both.memory, name)(**asked) == expected, (name, asked)
            told.append(expected)
        assert any(answer not in NOTHING for answer in told), f"no {name} to tell in the story"


async def test_an_operator_s_pause_is_told_on_every_card(both: Both) -> None:
    for reads, escrow in ((both.memory, both.escrows[0]), (both.database, both.escrows[1])):
        escrow.clocks_wait = True
        view = await reads.view(both.values["deal"][0], BINA)
        escrow.clocks_wait = False
        assert view is not None
        assert view.waits == "paused"
