"""Each later step of a party's form is theirs alone, and only while they are a side of the deal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.parties.tables import FORMS as KINDS
from core.deal.terms import Role
from core.disputing import AskParty, OpenDispute, TakeDispute
from core.values.ids import PersonId
from core.working import CancelLate
from tests.bot.deals.acts import asked_for_changes, funded, handed_in
from tests.bot.deals.states import decided, to_arbiter, waits
from tests.bot.deals.world import ARAM, BINA, CARLOS, SAM, World, build, said
from tests.kit.phones import Person
from tests.kit.scene import NOOR

PRESS, WRITE, SEND = "press", "write", "send"
Steps = tuple[tuple[str, str], ...]
WORDS = (WRITE, "It is not what we agreed.")
DONE = (PRESS, "Done")


async def _working(world: World) -> None:
    await funded(world, "120.00")


async def _submitted(world: World) -> None:
    await funded(world, "120.00")
    await handed_in(world)


async def _revising(world: World) -> None:
    await _submitted(world)
    await asked_for_changes(world, "blue is not green")


async def _cancelling(world: World) -> None:
    await _working(world)
    world.clock.forward(timedelta(days=7))
    await world.escrow.sweep()
    seen = world.deal.milestones[0].seen
    await world.do(CancelLate(actor=CARLOS, deal=world.id, milestone=1, seen=seen))
    await world.deliver()


async def _disputed(world: World) -> None:
    await _submitted(world)
    m = world.deal.milestones[0]
    why = said("One is missing.")
    await world.do(
        OpenDispute(
            actor=CARLOS, deal=world.id, milestone=1, seen=m.seen, reason=why, sought=m.held
        )
    )
    await world.deliver()


async def _asked(world: World) -> None:
    await _disputed(world)
    await to_arbiter(world)
    await world.do(TakeDispute(actor=ARAM, deal=world.id, milestone=1))
    ask = AskParty(
        actor=ARAM, deal=world.id, milestone=1, to=Role.FREELANCER, words=said("Which one?")
    )
    await world.do(ask)
    await world.deliver()


async def _over(world: World) -> None:
    await _submitted(world)
    await world.carlos.press("Approve and release")
    await world.carlos.press("Yes, release")
    await world.deliver()


async def _waiting(world: World) -> None:
    await _working(world)
    await waits(world)
    await world.deliver()


async def _unpaid(world: World) -> None:
    await world.agree("120.00")


@dataclass(frozen=True)
class FormOf:
    """What stands before it, whose it is, and what they do step by step."""

    before: Callable[[World], Awaitable[None]]
    holder: int
    steps: Steps
    manual: bool = False
    arbiters: frozenset[PersonId] = frozenset({ARAM})


MORE = (PRESS, "More…")
FORMS = {
    "submit": FormOf(
        _working,
        BINA,
        (
            (PRESS, "Submit work"),
            (SEND, "drafts.svg"),
            DONE,
            (PRESS, "A word on one…"),
            (PRESS, "1. three concepts"),
            (WRITE, "four of them"),
            (PRESS, "Yes, submit"),
        ),
    ),
    "changes": FormOf(
        _submitted,
        CARLOS,
        (
            (PRESS, "Request changes"),
            (WRITE, "bigger"),
            DONE,
            (PRESS, "Not what we agreed"),
            (PRESS, "1. three concepts"),
            (PRESS, "3 days"),
            (PRESS, "Yes, send it"),
        ),
    ),
    "part": FormOf(
        _submitted,
        CARLOS,
        (MORE, (PRESS, "Release some money"), (WRITE, "50"), (PRESS, "Yes, release 50.00 EUR")),
    ),
    "asktime": FormOf(
        _working,
        BINA,
        (
            MORE,
            (PRESS, "Ask for more time"),
            (PRESS, "3 days"),
            (WRITE, "I was ill"),
            (PRESS, "Yes, ask"),
        ),
    ),
    "granttime": FormOf(
        _working,
        CARLOS,
        (MORE, (PRESS, "Grant more time"), (WRITE, "4 days"), (PRESS, "Yes, give 4 days")),
    ),
    "wait": FormOf(
        _working,
        BINA,
        (MORE, (PRESS, "Waiting for the client"), (WRITE, "the logo as SVG"), DONE),
    ),
    "give": FormOf(_waiting, CARLOS, ((PRESS, "Here it is"), (SEND, "logo.svg"), DONE)),
    "askpause": FormOf(
        _working,
        CARLOS,
        (
            MORE,
            (PRESS, "Ask for a pause"),
            (WRITE, "3 days"),
            (WRITE, "our office is closed"),
            (PRESS, "Yes, ask"),
        ),
    ),
    "end": FormOf(
        _working,
        CARLOS,
        (
            MORE,
            (PRESS, "Propose to end it"),
            (WRITE, "50"),
            (WRITE, "no logo any more"),
            (PRESS, "Yes, propose it"),
        ),
    ),
    "rating": FormOf(
        _over,
        CARLOS,
        (
            (PRESS, "Rate"),
            (PRESS, "2 ★"),
            (WRITE, "slow to answer"),
            (PRESS, "Yes, 2 of 5"),
        ),
    ),
    "paid": FormOf(
        _unpaid,
        CARLOS,
        (
            (PRESS, "Pay 120.00 EUR"),
            (PRESS, "I've paid"),
            (PRESS, "Carlos"),
            (PRESS, "Today"),
            (SEND, "receipt.pdf"),
            (PRESS, "Yes, I've paid"),
        ),
        manual=True,
    ),
    "dispute": FormOf(
        _working,
        CARLOS,
        (MORE, (PRESS, "Open dispute"), WORDS, DONE, (WRITE, "120"), (PRESS, "Yes, open")),
    ),
    "side": FormOf(
        _disputed,
        BINA,
        ((PRESS, "My side"), WORDS, DONE, (WRITE, "120"), (PRESS, "Yes, send my side")),
    ),
    "offer": FormOf(
        _disputed,
        BINA,
        (
            (PRESS, "Offer…"),
            (WRITE, "70"),
            (WRITE, "they can be used"),
            (PRESS, "Yes, offer it"),
        ),
    ),
    "sealed": FormOf(
        _disputed,
        BINA,
        (MORE, (PRESS, "Tell us privately…"), (WRITE, "70"), (PRESS, "Yes, keep 70.00 EUR")),
    ),
    "object": FormOf(_cancelling, BINA, ((PRESS, "Object"), WORDS, DONE, (PRESS, "Yes, object"))),
    "contest": FormOf(
        _revising,
        BINA,
        (
            (PRESS, "I disagree with a point"),
            (PRESS, "1. blue is not green"),
            WORDS,
            DONE,
            (PRESS, "Yes, I disagree"),
        ),
    ),
    "review": FormOf(
        decided,
        BINA,
        (
            (PRESS, "Ask for a review"),
            (PRESS, "Wrong amounts"),
            WORDS,
            DONE,
            (PRESS, "Yes, ask for review"),
        ),
        arbiters=frozenset({ARAM, NOOR}),
    ),
    "challenge": FormOf(
        _asked,
        BINA,
        (
            MORE,
            (PRESS, "Challenge arbiter"),
            (PRESS, "Knows other side"),
            WORDS,
            DONE,
            (PRESS, "Yes, another arbiter"),
        ),
        arbiters=frozenset({ARAM, NOOR}),
    ),
    "evidence": FormOf(_disputed, BINA, ((PRESS, "Add evidence"), (SEND, "chat.png"), DONE)),
    "answer": FormOf(_asked, BINA, ((PRESS, "Answer the arbiter"), WORDS, DONE)),
    "diary": FormOf(_working, BINA, ((PRESS, "Add to diary"), WORDS, DONE)),
    "say": FormOf(_working, BINA, (MORE, (PRESS, "Send to Carlos"), WORDS, DONE)),
    "a payment": FormOf(_unpaid, CARLOS, ((PRESS, "Pay 120.00 EUR"), (PRESS, "Yes, pay"))),
    "an approval": FormOf(
        _submitted, CARLOS, ((PRESS, "Approve and release"), (PRESS, "Yes, release"))
    ),
    "a withdrawal": FormOf(
        _working,
        BINA,
        (
            MORE,
            (PRESS, "Withdraw"),
            (PRESS, "Yes, withdraw"),
            (PRESS, "Yes, withdraw"),
        ),
    ),
}
forms = pytest.mark.parametrize("name", FORMS)


def test_every_form_of_a_deal_is_walked() -> None:
    prepare = {what for what, kind in KINDS.items() if kind.act is not None}
    assert sorted(prepare - FORMS.keys()) == ["terms"], "which tests/bot/parties walks"


async def _begun(form: FormOf) -> tuple[World, Person]:
    world = await build(manual=form.manual, arbiters=form.arbiters)
    await form.before(world)
    await world.deliver()
    return world, world.bina if form.holder == BINA else world.carlos


async def _does(person: Person, step: tuple[str, str]) -> None:
    how, what = step
    match how:
        case "press":
            await person.press(what)
        case "write":
            await person.write(what)
        case _:
            await person.send(what)


async def _tries(person: Person, holder: Person, step: tuple[str, str]) -> None:
    """The button of the holder's card, pressed by somebody else."""
    how, what = step
    if how == PRESS:
        shown = next(s for s in reversed(holder.chat) if any(x.startswith(what) for x in s.labels))
        if not person.chat:
            await person.write("/start")
        await person.press_data(shown.data(what), person.newest)


def _stands(world: World, holder: Person) -> Any:
    rows = world.store.rows
    forms = rows.forms_of(world.carlos_id if holder is world.carlos else world.bina_id, "parties")
    return rows.deals[world.id], world.store.events(world.id), forms


def _done(world: World) -> Any:
    """What came of it; a private figure is no event."""
    return world.store.events(world.id), world.deal.sealed


@forms
async def test_nobody_else_goes_on_with_a_form(name: str) -> None:
    form = FORMS[name]
    world, holder = await _begun(form)
    begun = _done(world)
    other = world.carlos if holder is world.bina else world.bina
    for place, step in enumerate(form.steps):
        before = _stands(world, holder)
        for person in (other, world.sam) if place else ():
            await _tries(person, holder, step)
            assert _stands(world, holder) == before, (person.name, step)
        assert not any("Logo" in shown.text for shown in world.sam.chat), step
        await _does(holder, step)
    assert _done(world) != begun, "who began it comes to the end of it"


@forms
async def test_whose_seat_was_taken_between_two_steps_goes_no_further(name: str) -> None:
    form = FORMS[name]
    for stop in range(1, len(form.steps)):
        world, holder = await _begun(form)
        for step in form.steps[:stop]:
            await _does(holder, step)
        deal = world.deal
        seat: Any = {"creator" if deal.creator == form.holder else "invitee": SAM}
        world.store.rows.deals[deal.id] = replace(deal, **seat)
        before = _stands(world, holder)
        await _does(holder, form.steps[stop])
        assert _stands(world, holder)[:2] == before[:2], form.steps[stop]
