"""The steps of whole deals, one after the other, each with what is seen when it has happened.

A step can be done again until that is seen: so a test may kill the program at any moment.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from random import Random
from threading import Timer

from tests.story.driver import (
    GROUP,
    PATIENCE,
    NeverCameError,
    Phone,
    Playground,
    RefusedError,
    Stage,
    wait_for,
)

BINA, CARLOS, ARAM, NOOR, SAM = 1001, 1002, 1003, 1004, 1005
REASONS = (
    "Two of the three concepts that were agreed were handed in, and they can be used. So a third "
    "of the price is for the freelancer, and the rest goes back to the client."
)


@dataclass(frozen=True)
class Step:
    """What somebody does, and the words or the event that prove that it has happened."""

    do: Callable[[Stage], object]
    seen_by: int = 0
    words: str = ""
    event: str = ""


def topic(house: Stage) -> Phone | None:
    """Aram's phone in the dispute's topic, once there is one."""
    aram = house.person(ARAM, GROUP)
    topics = aram.topics()
    return aram.at(topics[0]["id"]) if topics else None


def in_topic(act: Callable[[Phone], object]) -> Callable[[Stage], object]:
    def do(house: Stage) -> object:
        return act(wait_for("a topic for the dispute", lambda: topic(house)))

    return do


def says(person: int, text: str) -> Callable[[Stage], object]:
    return lambda house: house.person(person).says(text)


def presses(person: int, label: str) -> Callable[[Stage], object]:
    return lambda house: house.person(person).presses(label)


def presses_under_more(person: int, label: str) -> Callable[[Stage], object]:
    """What is rare is under *More…*, on a card that may move down once more while it is open."""

    def do(house: Stage) -> object:
        phone = house.person(person)

        def pressed() -> bool | None:
            if phone.can(label):
                phone.presses(label)
                return True
            if phone.can("More…"):
                phone.presses("More…")
            return None

        return wait_for(f"{label} under More…", pressed)

    return do


def sends(person: int, name: str) -> Callable[[Stage], object]:
    return lambda house: house.person(person).sends(name)


AGREEING = (
    Step(says(BINA, "/start"), BINA, "[New deal]"),
    Step(presses(BINA, "New deal"), BINA, "[I'm the freelancer]"),
    Step(presses(BINA, "I'm the freelancer"), BINA, "[Logo]"),
    Step(presses(BINA, "Logo"), BINA, "How much?"),
    Step(says(BINA, "120 EUR"), BINA, "[Create invite]"),
    Step(presses(BINA, "Create invite"), event="InviteCreated"),
    Step(lambda house: house.person(CARLOS).opens(house.person(BINA).link()), CARLOS, "[Accept]"),
    Step(presses(CARLOS, "Accept"), event="InviteClaimed"),
    Step(presses(BINA, "Yes, it's them"), event="DealAgreed"),
)
PAYING = (
    Step(presses(CARLOS, "Pay 120.00 EUR"), CARLOS, "[Yes, pay 120.00 EUR]"),
    Step(presses(CARLOS, "Yes, pay 120.00 EUR"), event="MilestoneFunded"),
)
SUBMITTING = (
    Step(presses(BINA, "Submit work"), BINA, "Then press Done."),
    Step(sends(BINA, "logo.svg"), BINA, "Saved: 1 file"),
    Step(presses(BINA, "Done"), BINA, "[Yes, submit]"),
    Step(presses(BINA, "Yes, submit"), event="WorkSubmitted"),
)
APPROVING = (
    Step(presses(CARLOS, "Approve and release"), CARLOS, "[Yes, release 120.00 EUR]"),
    Step(presses(CARLOS, "Yes, release 120.00 EUR"), event="DealCompleted"),
)
DISPUTING = (
    Step(presses_under_more(CARLOS, "Open dispute"), CARLOS, "Why should an arbiter decide"),
    Step(says(CARLOS, "Only two concepts were delivered, not three."), CARLOS, "1 text"),
    Step(presses(CARLOS, "Done"), CARLOS, "[All: 120.00 EUR]"),
    Step(presses(CARLOS, "All: 120.00 EUR"), CARLOS, "[Yes, open dispute]"),
    Step(presses(CARLOS, "Yes, open dispute"), event="DisputeOpened"),
)
ANSWERING = (
    Step(presses(BINA, "My side"), BINA, "Tell your side about"),
    Step(says(BINA, "The third is in the second file."), BINA, "1 text"),
    Step(presses(BINA, "Done"), BINA, "[All: 120.00 EUR]"),
    Step(presses(BINA, "All: 120.00 EUR"), BINA, "[Yes, send my side]"),
    Step(presses(BINA, "Yes, send my side"), event="StatementMade"),
)
CALLING = (
    Step(presses(CARLOS, "Call the arbiter"), CARLOS, "[Yes, call]"),
    Step(presses(CARLOS, "Yes, call"), event="ArbiterCalled"),
    Step(presses(BINA, "Call the arbiter"), BINA, "If you agree, the arbiter is called now"),
    Step(presses(BINA, "Yes, call"), event="ArbitrationBegun"),
)
ADDING_NOTHING = (
    Step(presses(BINA, "Nothing to add"), BINA, "[Yes, nothing to add]"),
    Step(presses(BINA, "Yes, nothing to add"), BINA, "Carlos Vega can add evidence about"),
    Step(presses(CARLOS, "Nothing to add"), CARLOS, "[Yes, nothing to add]"),
    Step(presses(CARLOS, "Yes, nothing to add"), CARLOS, "takes the dispute by"),
)
RULING = (
    *ANSWERING,
    *CALLING,
    *ADDING_NOTHING,
    Step(in_topic(lambda desk: desk.presses("Take")), event="DisputeTaken"),
    Step(in_topic(lambda desk: desk.presses("Rule…")), ARAM, "[Split…]"),
    Step(
        in_topic(lambda desk: desk.presses("Split…")), ARAM, "How much of it is for the freelancer?"
    ),
    Step(in_topic(lambda desk: desk.says("40")), ARAM, "Which criterion decides it?"),
    Step(in_topic(lambda desk: desk.presses("1. more than one")), ARAM, "Write your reasons"),
    Step(in_topic(lambda desk: desk.says(REASONS)), ARAM, "[Confirm the ruling"),
    Step(in_topic(lambda desk: desk.presses("Confirm the ruling")), event="RulingMade"),
    Step(presses(BINA, "Accept the decision"), BINA, "[Yes, I accept]"),
    Step(presses(BINA, "Yes, I accept"), event="RulingAccepted"),
    Step(presses(CARLOS, "Accept the decision"), CARLOS, "[Yes, I accept]"),
    Step(presses(CARLOS, "Yes, I accept"), event="RulingExecuted"),
)
MORE_TIME = (
    # What is under *More…* moves down with the news of the money, so that is waited for.
    Step(lambda house: house.person(BINA), BINA, "You can start now."),
    Step(presses_under_more(BINA, "Ask for more time"), BINA, "How much more time do you need"),
    Step(presses(BINA, "3 days"), BINA, "[Yes, ask]"),
    Step(says(BINA, "I was ill."), BINA, "Your words go with it"),
    Step(presses(BINA, "Yes, ask"), event="ProposalMade"),
    Step(presses(CARLOS, "Give 3 days more"), event="ProposalAccepted"),
)
ENDING = (
    Step(presses_under_more(CARLOS, "Propose to end it"), CARLOS, "[All: 120.00 EUR]"),
    Step(says(CARLOS, "50"), CARLOS, "[Yes, propose it]"),
    Step(presses(CARLOS, "Yes, propose it"), event="ProposalMade"),
    Step(presses(BINA, "Accept and end it"), BINA, "[Yes, end it: 70.00 EUR / 50.00 EUR]"),
    Step(presses(BINA, "Yes, end it: 70.00 EUR / 50.00 EUR"), event="DealCompleted"),
)
TAKING_BACK = (
    Step(presses_under_more(CARLOS, "Take dispute back"), CARLOS, "[Yes, take it back]"),
    Step(presses(CARLOS, "Yes, take it back"), event="DisputeTakenBack"),
)
OFFERING = (
    Step(lambda house: house.person(BINA), BINA, "opened a dispute about who gets"),
    Step(presses(BINA, "Offer…"), BINA, "[All: 120.00 EUR]"),
    Step(says(BINA, "90"), BINA, "[Yes, offer it]"),
    Step(says(BINA, "The drafts can be used."), BINA, "Your words go with it"),
    Step(presses(BINA, "Yes, offer it"), event="SettlementOffered"),
    Step(lambda house: house.person(CARLOS), CARLOS, "[Accept their offer]"),
    Step(presses(CARLOS, "Offer…"), CARLOS, "[All: 120.00 EUR]"),
    Step(says(CARLOS, "60"), CARLOS, "takes the place of the one that"),
    Step(presses(CARLOS, "Yes, offer it"), event="ProposalSuperseded"),
)
ACCEPTING = (
    Step(presses(BINA, "Accept their offer"), BINA, "[Yes, settle it]"),
    Step(presses(BINA, "Yes, settle it"), event="DealCompleted"),
)
TO_A_SETTLEMENT = (*AGREEING, *PAYING, *SUBMITTING, *DISPUTING, *OFFERING, *ACCEPTING)
TO_AN_AGREED_END = (*AGREEING, *PAYING, *MORE_TIME, *ENDING)
TO_THE_END = (*AGREEING, *PAYING, *SUBMITTING, *APPROVING)
TO_A_SPLIT = (*AGREEING, *PAYING, *SUBMITTING, *DISPUTING, *RULING)


def play(house: Stage, steps: tuple[Step, ...]) -> None:
    """Each step, until it is seen."""
    for step in steps:
        step.do(house)
        seen(house, step)


def seen(house: Stage, step: Step, seconds: float = PATIENCE) -> None:
    """Raises NeverCameError."""
    if step.event:
        house.awaits(step.event, seconds=seconds)
        return
    phone = house.person(step.seen_by)
    if step.seen_by == ARAM:
        phone = wait_for("a topic for the dispute", lambda: topic(house))
    phone.sees(step.words, seconds=seconds)


def play_with_kills(
    house: Playground, steps: tuple[Step, ...], random: Random, kills: int
) -> list[str]:
    """Each step, and at some of them a power cut while it happens; tells where."""
    doomed = set(random.sample(range(len(steps)), kills))
    told = []
    for number, step in enumerate(steps):
        if number not in doomed:
            step.do(house)
            seen(house, step)
            continue
        delay = random.uniform(0, 0.4)
        told.append(f"step {number} after {delay:.3f} s")
        cut = Timer(delay, house.kill)
        cut.start()
        with suppress(OSError, NeverCameError, RefusedError, HTTPException):
            step.do(house)
        cut.join()
        house.start()
        try:
            # What Telegram or the inbox had of it happens by itself.
            seen(house, step, seconds=5)
        except NeverCameError:
            step.do(house)
            seen(house, step)
    return told
