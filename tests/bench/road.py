"""The main road of a deal, as commands: from the draft to released money, with one revision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from core.deal.commands import Command
from core.deal.context import Staff
from core.deal.model import Deal
from core.deal.points import Item, ItemKind
from core.deal.terms import Role
from core.drafting import Edit, EditTerms, SetMilestone, SetTitle, StartDeal
from core.escrow import Escrow
from core.inviting import ClaimInvite, ConfirmClaimant, CreateInvite
from core.paying import ConfirmDeposit
from core.people import MeetPerson
from core.ports import Store
from core.timing import NoticeServed
from core.values.ids import RAIL, SYSTEM, DealId, PersonId
from core.values.money import Money
from core.values.policy import Policy
from core.values.words import FileRef, Words
from core.working import ApproveMilestone, RequestChanges, SubmitWork
from tests.kit.fakes import FakeClock, FakeIds

DAY: Final = timedelta(days=1)
PRICE: Final = Money(30_000, "EUR")
MOST_MILESTONES: Final = 50
COMMANDS: Final = 12
"""On the whole road of one deal."""
SUBMITTED: Final = 8
"""After so many the work is handed in for the first time, and its notice was served."""
ARBITER, HEAD, TREASURER = PersonId(1), PersonId(2), PersonId(3)
STAFF: Final = Staff(frozenset({ARBITER}), frozenset({HEAD}), frozenset({TREASURER}))
_FILE: Final = FileRef("a" * 64, "draft.png", "image/png", 10)
_FIRST_PERSON: Final = 5_000_000_000


def freelancer(number: int) -> PersonId:
    """Of deal `number`."""
    return PersonId(_FIRST_PERSON + 2 * number)


def client(number: int) -> PersonId:
    """Of deal `number`."""
    return PersonId(_FIRST_PERSON + 2 * number + 1)


def escrow_on(store: Store, clock: FakeClock | None = None, seed: int = 1) -> Escrow:
    """The pipeline with a clock that stands still and the same ids in every run."""
    policy = Policy(
        quiet_hours=None,
        four_eyes_threshold={"EUR": PRICE.minor + 1},
        max_milestones=MOST_MILESTONES,
    )
    return Escrow(store, clock or FakeClock(), FakeIds(seed), policy, STAFF)


def _words(text: str, number: int) -> Words:
    return Words.of(text, f"{number:032x}")


class Road:
    """One deal on its way. Call `step` as often as the road is long."""

    def __init__(
        self, escrow: Escrow, number: int, *, manual: bool = False, milestones: int = 1
    ) -> None:
        """`number` names its people and makes its requests differ from other deals'.

        Paid in play money, or, with `manual`, by a bank transfer that the treasurer confirms.
        """
        self._manual = manual
        self._milestones = milestones
        self._escrow = escrow
        self._number = number
        self._freelancer, self._client = freelancer(number), client(number)
        self._deal: Deal | None = None
        self._taken = 0
        self._steps: tuple[Callable[[], Command], ...] = (
            self._start, self._edit, self._invite, self._claim, self._confirm, self._pay,
            self.submit, self._served, self._change, self.submit, self._served, self._approve,
        )  # fmt: skip

    async def meet(self) -> None:
        """The people, who are there before the deal is."""
        for person, name in ((self._freelancer, "Bina"), (self._client, "Carlos")):
            await self._escrow.execute(
                MeetPerson(actor=person, name=name, username=None, locale="en", zone="UTC")
            )

    async def step(self) -> None:
        """The next command, under a request id as a press has one."""
        command = self._steps[self._taken]()
        self._taken += 1
        await self.do(command, f"road:{self._number}:{self._taken}")

    async def do(self, command: Command, request: str | None = None) -> None:
        """Any command on the deal."""
        self._deal = (await self._escrow.execute(command, request=request)).deal

    async def walk(self, steps: int = COMMANDS) -> DealId:
        """So many steps; returns the deal's id."""
        for _ in range(steps):
            await self.step()
        return self.deal.id

    @property
    def deal(self) -> Deal:
        """As the last command left it."""
        assert self._deal is not None
        return self._deal

    def _start(self) -> Command:
        return StartDeal(actor=self._freelancer, role=Role.FREELANCER, currency="EUR")

    def _edit(self) -> Command:
        criteria = (_words("three concepts", self._number), _words("SVG files", self._number))
        part = _words("Drafts", self._number)
        numbers = range(1, self._milestones + 1)
        edits: tuple[Edit, ...] = (
            SetTitle(_words("Logo", self._number)),
            *(SetMilestone(number, part, PRICE, 5 * DAY, criteria) for number in numbers),
        )
        return EditTerms(actor=self._freelancer, deal=self.deal.id, edits=edits)

    def _invite(self) -> Command:
        return CreateInvite(
            actor=self._freelancer,
            deal=self.deal.id,
            nonce="n",
            token_hash=f"{self._number:064x}",
            code_hash=f"c{self._number:063x}",
            locale="en",
        )

    def _claim(self) -> Command:
        offer = self.deal.offer
        assert offer is not None
        return ClaimInvite(
            actor=self._client,
            deal=self.deal.id,
            proof=f"{self._number:064x}",
            fingerprint=offer.fingerprint,
        )

    def _confirm(self) -> Command:
        return ConfirmClaimant(actor=self._freelancer, deal=self.deal.id, person=self._client)

    def _pay(self) -> Command:
        return ConfirmDeposit(
            actor=TREASURER if self._manual else RAIL,
            deal=self.deal.id,
            milestone=1,
            amount=PRICE,
            rail="manual" if self._manual else "play",
            external_id=f"x{self.deal.id}",
            source="Carlos, DE89 3704",
        )

    def submit(self) -> Command:
        """The work of the first milestone is handed in."""
        milestone = self.deal.milestones[0]
        items = milestone.rounds[-1].items if milestone.rounds else ()
        return SubmitWork(
            actor=self._freelancer,
            deal=self.deal.id,
            milestone=1,
            seen=milestone.seen,
            files=(_FILE,),
            notes=(_words("done", self._number), _words("done too", self._number)),
            answers=tuple(_words("mended", self._number) for _ in items),
        )

    def _served(self) -> Command:
        window = self.deal.milestones[0].window
        assert window is not None
        return NoticeServed(
            actor=SYSTEM, deal=self.deal.id, milestone=1, opened_at=window.opened_at
        )

    def _change(self) -> Command:
        items = (Item(ItemKind.DEFECT, _words("only two concepts", self._number), 0),)
        seen = self.deal.milestones[0].seen
        return RequestChanges(
            actor=self._client, deal=self.deal.id, milestone=1, seen=seen, items=items
        )

    def _approve(self) -> Command:
        milestone = self.deal.milestones[0]
        return ApproveMilestone(
            actor=self._client,
            deal=self.deal.id,
            milestone=1,
            seen=milestone.seen,
            submission=milestone.submissions[-1].number,
            amount=milestone.held,
        )
