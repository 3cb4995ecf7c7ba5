"""A deal in every state that a milestone can have, by core's commands, with the longest words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from core.amending import (
    AcceptProposal,
    AskMoreTime,
    AskPause,
    ProposeEnd,
    RejectProposal,
    WaitForMaterial,
)
from core.deal.points import Item, ItemKind
from core.deal.rating import RATING_LIMIT
from core.deal.ruling import Exhibit, ExhibitKind, Outcome, ReviewGround
from core.deal.terms import Role
from core.disputing import (
    AcceptRuling,
    AddNothing,
    AnswerQuestion,
    AskParty,
    AskReview,
    CallArbiter,
    FileEvidence,
    MakeStatement,
    OpenDispute,
    Rule,
    TakeDispute,
)
from core.paying import AskShortfall, CancelFunding, ConfirmDeposit, DropRest
from core.people import RateDeal
from core.values.ids import RAIL, PersonId
from core.values.money import Money
from core.values.words import FileRef
from core.working import (
    ApproveMilestone,
    CancelLate,
    ContestPoint,
    RequestChanges,
    SubmitWork,
    WithdrawWork,
)
from tests.bot.deals.world import ARAM, BINA, CARLOS, World, said

LONG = "<b>& " + "w😀" * 40
"""Markup, and letters that count twice: 125 UTF-16 units in 85 characters."""
FILE = FileRef("ab" * 32, "drafts & more.svg", "image/svg+xml", 5)
Reach = Callable[[World], Awaitable[None]]


async def funding(world: World) -> None:
    await world.agree(
        "120.00", "180.00", criteria=tuple(f"{n} {LONG}" for n in range(20)), title=LONG
    )


def seen(world: World) -> int:
    return world.deal.milestones[0].seen


async def short(world: World) -> None:
    await funding(world)
    await deposit(world, 11650)


async def deposit(world: World, minor: int, milestone: int = 1) -> None:
    await world.do(
        ConfirmDeposit(
            actor=RAIL,
            deal=world.id,
            milestone=milestone,
            amount=Money(minor, "EUR"),
            rail="play",
            external_id=f"x{minor}-{milestone}",
            source="play",
        )
    )


async def asked_to_accept(world: World) -> None:
    await short(world)
    await world.do(AskShortfall(actor=CARLOS, deal=world.id, milestone=1, seen=seen(world)))


async def working(world: World) -> None:
    await funding(world)
    await deposit(world, 12000)


async def late(world: World) -> None:
    await working(world)
    world.clock.forward(timedelta(days=6, minutes=1))
    await world.escrow.sweep()


async def very_late(world: World) -> None:
    await late(world)
    await world.escrow.sweep()


async def dormant(world: World) -> None:
    await working(world)
    world.clock.forward(timedelta(days=30))
    await world.escrow.sweep()
    await world.escrow.sweep()


async def cancelling(world: World) -> None:
    await late(world)
    await world.do(CancelLate(actor=CARLOS, deal=world.id, milestone=1, seen=seen(world)))


async def submitted(world: World) -> None:
    await working(world)
    await world.app.vault.put(b"work!", name=FILE.name, mime=FILE.mime, kind="document")
    await submit(world)


async def submit(world: World, answers: int = 0) -> None:
    file = await world.app.vault.put(b"work!", name=FILE.name, mime=FILE.mime, kind="document")
    await world.do(
        SubmitWork(
            actor=BINA,
            deal=world.id,
            milestone=1,
            seen=seen(world),
            files=(file,) * 3,
            links=(said("https://example.org/" + "x" * 900),),
            notes=tuple(said(LONG * 3) for _ in range(20)),
            answers=tuple(said(LONG * 3) for _ in range(answers)),
        )
    )


async def time_asked(world: World) -> None:
    await working(world)
    ask = AskMoreTime(
        actor=BINA,
        deal=world.id,
        milestone=1,
        seen=seen(world),
        more=timedelta(days=3),
        words=said(LONG * 30),
    )
    await world.do(ask)


async def end_proposed(world: World) -> None:
    """By the freelancer, while the client looks; and by the client, of another share, before."""
    await submitted(world)
    for by, share in ((CARLOS, 1), (BINA, 11999)):
        await propose_end(world, by, share)
        if by == CARLOS:
            no = RejectProposal(actor=BINA, deal=world.id, milestone=1, proposal=1)
            await world.do(no)


async def propose_end(world: World, by: PersonId, share: int) -> None:
    await world.do(
        ProposeEnd(
            actor=by,
            deal=world.id,
            milestone=1,
            seen=seen(world),
            to_freelancer=Money(share, "EUR"),
            held=world.deal.milestones[0].held,
            words=said(LONG * 30),
        )
    )


async def pause_asked(world: World) -> None:
    """By the client."""
    await working(world)
    ask = AskPause(
        actor=CARLOS,
        deal=world.id,
        milestone=1,
        seen=seen(world),
        length=timedelta(days=3),
        words=said(LONG * 30),
    )
    await world.do(ask)


async def paused(world: World) -> None:
    """A round of changes, as both agreed."""
    await revising(world)
    await world.do(
        AskPause(actor=BINA, deal=world.id, milestone=1, seen=seen(world), length=timedelta(days=3))
    )
    await world.do(AcceptProposal(actor=CARLOS, deal=world.id, milestone=1, proposal=1))


async def waiting(world: World) -> None:
    """For what the client has to send."""
    await working(world)
    await waits(world)


async def waits(world: World) -> None:
    await world.do(
        WaitForMaterial(
            actor=BINA, deal=world.id, milestone=1, seen=seen(world), words=said(LONG * 30)
        )
    )


async def left_waiting(world: World) -> None:
    """The client sent nothing, and the work is late since."""
    await waiting(world)
    for _ in range(3):
        world.clock.forward(timedelta(days=7))
        await world.escrow.sweep()


async def revising(world: World) -> None:
    await submitted(world)
    await world.do(
        RequestChanges(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            seen=seen(world),
            items=tuple(Item(ItemKind.DEFECT, said(f"{n} {LONG * 5}"), n % 20) for n in range(30)),
        )
    )


async def contested(world: World) -> None:
    """Two points of many."""
    await revising(world)
    for item in (3, 29):
        await world.do(
            ContestPoint(
                actor=BINA,
                deal=world.id,
                milestone=1,
                seen=seen(world),
                item=item,
                words=said(LONG * 30),
            )
        )


async def submitted_again(world: World) -> None:
    await revising(world)
    await submit(world, answers=30)


async def disputed(world: World) -> None:
    await submitted(world)
    await world.do(
        OpenDispute(
            actor=CARLOS,
            deal=world.id,
            milestone=1,
            seen=seen(world),
            reason=said(LONG * 30),
            sought=Money(100, "EUR"),
        )
    )


async def negotiating(world: World) -> None:
    """The freelancer answered, and called the arbiter."""
    await disputed(world)
    side: dict[str, Any] = {"words": said(LONG * 30), "sought": Money(1, "EUR")}
    await world.do(MakeStatement(actor=BINA, deal=world.id, milestone=1, **side))
    await world.do(CallArbiter(actor=BINA, deal=world.id, milestone=1))


async def called(world: World) -> None:
    """By both; no arbiter has it yet."""
    await negotiating(world)
    await world.do(CallArbiter(actor=CARLOS, deal=world.id, milestone=1))


async def asked(world: World) -> None:
    await called(world)
    await world.do(TakeDispute(actor=ARAM, deal=world.id, milestone=1))
    for role in Role:
        await world.do(
            AskParty(actor=ARAM, deal=world.id, milestone=1, to=role, words=said(LONG * 30))
        )
    await world.do(FileEvidence(actor=BINA, deal=world.id, milestone=1, words=said(LONG * 30)))


async def heard(world: World) -> None:
    """Each answered the arbiter, and neither has anything to add."""
    await asked(world)
    await add_nothing(world)
    for number, person in enumerate((BINA, CARLOS), 1):
        await world.do(
            AnswerQuestion(
                actor=person, deal=world.id, milestone=1, number=number, words=said(LONG * 30)
            )
        )


async def add_nothing(world: World, *by: PersonId) -> None:
    for person in by or world.deal.parties:
        case = world.deal.disputes[0]
        stood = {"said": len(case.statements), "filed": len(case.evidence)}
        await world.do(AddNothing(actor=person, deal=world.id, milestone=1, **stood))


async def to_arbiter(world: World) -> None:
    """The shortest way there: whoever has not spoken does, and both call."""
    at: dict[str, Any] = {"deal": world.id, "milestone": 1}
    for person in world.deal.parties:
        if world.deal.disputes[0].statement_of(person) is None:
            sought = Money(1, "EUR")
            await world.do(MakeStatement(actor=person, words=said(LONG), sought=sought, **at))
    for person in world.deal.parties:
        await world.do(CallArbiter(actor=person, **at))


async def decided(world: World) -> None:
    """Neither accepts it yet, and neither asked for a review."""
    await heard(world)
    await world.do(
        Rule(
            actor=ARAM,
            deal=world.id,
            milestone=1,
            outcome=Outcome.SPLIT,
            held=Money(12000, "EUR"),
            to_freelancer=Money(1, "EUR"),
            criterion=19,
            relied_on=(Exhibit(ExhibitKind.EVIDENCE, 1),),
            reasons=said(LONG * 30),
        )
    )


async def dismissed(world: World, opener: PersonId = CARLOS) -> None:
    """The dispute has no ground, the arbiter says; of work that is in."""
    await submitted(world)
    await _goes_on(world, opener, Outcome.DISMISS)


async def more_time(world: World) -> None:
    """The freelancer is to have more time for what is under way."""
    await working(world)
    await _goes_on(world, CARLOS, Outcome.EXTEND)


async def order_made(world: World) -> None:
    """Ten points in three days are ordered; neither accepts it yet."""
    await submitted(world)
    points = tuple(Item(ItemKind.DEFECT, said(f"{n} {LONG}"), n) for n in range(10))
    await _goes_on(world, CARLOS, Outcome.ORDER, points=points, to_freelancer=Money(4000, "EUR"))


async def ordered(world: World) -> None:
    """Both accepted that."""
    await order_made(world)
    await accepted(world)


async def _goes_on(world: World, opener: PersonId, outcome: Outcome, **given: Any) -> None:
    at: dict[str, Any] = {"deal": world.id, "milestone": 1}
    side: dict[str, Any] = {"sought": Money(1, "EUR"), **at}
    await world.do(OpenDispute(actor=opener, seen=seen(world), reason=said(LONG), **side))
    await to_arbiter(world)
    await world.do(TakeDispute(actor=ARAM, **at))
    await add_nothing(world)
    held, more = Money(12000, "EUR"), timedelta(days=3)
    reasons = said(LONG * 30)
    given |= {"held": held, "reasons": reasons, "more": more, **at}
    await world.do(Rule(actor=ARAM, outcome=outcome, **given))


async def review_asked(world: World) -> None:
    """By the freelancer, at a desk with another arbiter: the client can answer."""
    await decided(world)
    ground = ReviewGround.ARITHMETIC
    await world.do(
        AskReview(actor=BINA, deal=world.id, milestone=1, ground=ground, words=said(LONG))
    )


async def ruled(world: World) -> None:
    """Both accepted it."""
    await decided(world)
    await accepted(world)


async def accepted(world: World) -> None:
    """A ruling, by both: it is carried out."""
    ruling = world.deal.disputes[0].ruling
    assert ruling is not None
    for person in (BINA, CARLOS):
        share = ruling.to_freelancer
        await world.do(AcceptRuling(actor=person, deal=world.id, milestone=1, to_freelancer=share))


async def released(world: World) -> None:
    await submitted(world)
    m = world.deal.milestones[0]
    await world.do(
        ApproveMilestone(
            actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, submission=1, amount=m.held
        )
    )


async def refunded(world: World) -> None:
    await working(world)
    m = world.deal.milestones[0]
    await world.do(WithdrawWork(actor=BINA, deal=world.id, milestone=1, seen=m.seen, amount=m.held))


async def void(world: World) -> None:
    await funding(world)
    await world.do(CancelFunding(actor=BINA, deal=world.id, milestone=1, seen=seen(world)))


async def completed(world: World) -> None:
    await ruled(world)
    m = world.deal.milestones[1]
    await world.do(DropRest(actor=CARLOS, deal=world.id, milestone=2, seen=m.seen))


async def rated(world: World) -> None:
    """By the freelancer, who alone reads it yet."""
    await completed(world)
    await rate(world, BINA)


async def both_rated(world: World) -> None:
    await rated(world)
    await rate(world, CARLOS)


async def rate(world: World, by: PersonId, stars: int = 5) -> None:
    words = said((LONG * 4)[:RATING_LIMIT])
    await world.do(RateDeal(actor=by, deal=world.id, stars=stars, words=words))


async def forgotten(world: World) -> None:
    """Nobody answered the invite's first milestone."""
    await funding(world)
    world.clock.forward(timedelta(days=8))
    await world.escrow.sweep()


async def all_at_once(world: World) -> None:
    """Of twenty that are open one is in dispute, one to be looked at, and one waits for an answer.

    Three more are worked on, of one some of the money came, and the rest is not paid.
    """
    parts = tuple(f"{n}20.00" for n in range(1, 21))
    criteria = tuple(f"{n} {LONG}" for n in range(3))
    await world.agree(*parts, criteria=criteria, title=LONG, all_at_once=True)
    await world.app.vault.put(b"work!", name=FILE.name, mime=FILE.mime, kind="document")
    for number in range(1, 7):
        await deposit(world, world.deal.milestone(number).amount.minor, number)
    await deposit(world, 11650, 7)
    for number in (1, 2):
        m, notes = world.deal.milestone(number), tuple(said(LONG * 4) for _ in criteria)
        given: dict[str, Any] = {"milestone": number, "seen": m.seen, "files": (FILE,)}
        await world.do(SubmitWork(actor=BINA, deal=world.id, notes=notes, **given))
    on: dict[str, Any] = {"deal": world.id, "reason": said(LONG), "sought": Money(1, "EUR")}
    m = world.deal.milestone(1)
    await world.do(OpenDispute(actor=CARLOS, milestone=1, seen=m.seen, **on))
    m = world.deal.milestone(3)
    more = AskMoreTime(
        actor=BINA, deal=world.id, milestone=3, seen=m.seen, more=timedelta(days=2),
        words=said(LONG),
    )  # fmt: skip
    await world.do(more)


STATES: tuple[Reach, ...] = (
    funding,
    short,
    asked_to_accept,
    working,
    late,
    very_late,
    dormant,
    cancelling,
    submitted,
    revising,
    contested,
    submitted_again,
    time_asked,
    end_proposed,
    pause_asked,
    paused,
    waiting,
    left_waiting,
    disputed,
    negotiating,
    called,
    asked,
    heard,
    decided,
    dismissed,
    more_time,
    order_made,
    ordered,
    ruled,
    released,
    refunded,
    void,
    completed,
    rated,
    both_rated,
    forgotten,
    all_at_once,
)
