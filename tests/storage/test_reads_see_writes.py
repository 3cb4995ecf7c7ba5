"""Each read of a unit of work sees each write of the same unit: as the next unit will, and at once.

Every read meets every write of the port. What is to be seen is what another unit reads once the
write is committed, so nothing here says it twice.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import pytest

from core.deal.diary import Arrival
from core.deal.model import Deal, DealState, Invite
from core.deal.notice import ALWAYS, Notice
from core.deal.person import Person
from core.deal.terms import Agreement
from core.paying import PayoutLineStep
from core.ports import Answer, Expecting, UnitOfWork
from core.talking import MessageSent
from core.values.hearing import Ear
from core.values.window import DeadlineKind
from tests.kit.fakes import START
from tests.storage.look import Look
from tests.storage.test_allowances import allowed
from tests.storage.test_bank_lines import kept_before
from tests.storage.test_contract import (
    ARAM,
    BINA,
    CARLOS,
    ONE,
    SAY,
    TWO,
    deadline,
    deal,
    entry,
    terms,
    text,
)
from tests.storage.test_payout_files import in_file
from tests.storage.test_suspense import NEW, OLD, sent_back, suspended

DAY = timedelta(days=1)
ASKED = Expecting(BINA, "parties", "talk", ONE, 1, "text", {"a": 1})
OTHER = Expecting(BINA, "parties", "terms", data={"b": 2})
ASIDE = Expecting(BINA, "parties", "words", data={"c": 3})
SECRET: Final = "5" * 64
Read = Callable[[UnitOfWork], Any]
Write = Callable[[UnitOfWork], object]

READS: Final[Mapping[str, Read]] = {
    "answered": lambda uow: [uow.answered(request) for request in ("old", "new")],
    "deal": lambda uow: [uow.deal(number) for number in (ONE, TWO)],
    "deal, without a lock": lambda uow: [uow.deal(n, lock=False) for n in (ONE, TWO)],
    "deal_by_secret": lambda uow: uow.deal_by_secret(SECRET),
    "messages": lambda uow: uow.messages(ONE),
    "posted": lambda uow: [uow.posted(reason) for reason in ("old", "new")],
    "suspense": lambda uow: [uow.suspense(item) for item in (OLD, NEW)],
    "kept_line": lambda uow: [uow.kept_line("DE1", one) for one in ("R1", "R2")],
    "returned": lambda uow: uow.returned("manual", "EUR", START),
    "heard": lambda uow: uow.heard(Ear.PARTIES, (BINA,)),
    "person": lambda uow: [uow.person(person) for person in (BINA, ARAM)],
    "people": lambda uow: uow.people((BINA, CARLOS, ARAM)),
    "count_deals": lambda uow: [uow.count_deals(person) for person in (BINA, CARLOS)],
    "unfinished": lambda uow: [list(uow.unfinished(person)) for person in (BINA, CARLOS)],
    "unread": lambda uow: [list(uow.unread(person, START + DAY)) for person in (BINA, CARLOS)],
    "shared_deals": lambda uow: uow.shared_deals(BINA, (CARLOS,), START - DAY),
    "charged_back": lambda uow: uow.charged_back((BINA, CARLOS)),
    "completed": lambda uow: dict(uow.completed((BINA, CARLOS))),
    "paying": lambda uow: [one.id for one in uow.paying(CARLOS)],
    "allowances": lambda uow: [list(uow.allowances(person)) for person in (BINA, CARLOS)],
    "had_a_deal": lambda uow: [uow.had_a_deal(person) for person in (BINA, CARLOS)],
    "cases": lambda uow: dict(uow.cases((CARLOS, ARAM))),
    "gone": lambda uow: uow.gone((CARLOS,)),
    "expecting": lambda uow: uow.expecting(BINA, "parties"),
    "form": lambda uow: [
        uow.form(f.person, f.bot, f.what, f.deal, f.milestone) for f in (ASKED, OTHER, ASIDE)
    ],
    "aside": lambda uow: uow.aside(BINA, "parties"),
}


def one(uow: UnitOfWork, **changes: object) -> None:
    loaded = uow.deal(ONE)
    assert loaded is not None
    uow.save_deal(replace(loaded, **changes))  # type: ignore[arg-type]


def _invited(uow: UnitOfWork) -> None:
    invite = Invite("n", SECRET, "6" * 64, "en")
    one(uow, state=DealState.INVITED, invite=invite)


def _agreed(uow: UnitOfWork) -> None:
    agreement = Agreement(1, terms(), "f" * 64, START, ())
    one(uow, state=DealState.ACTIVE, invitee=CARLOS, agreement=agreement)


def _said(uow: UnitOfWork) -> None:
    uow.record_events(ONE, SAY, [MessageSent(BINA, text("hello"), ())], START, None)


def _case(uow: UnitOfWork) -> None:
    uow.schedule(ONE, [deadline("case", kind=DeadlineKind.DISPUTE_RULING)])


WRITES: Final[Mapping[str, Write]] = {
    "remember": lambda uow: uow.remember("new", Answer(ONE), START),
    "add_deal": lambda uow: uow.add_deal(deal(TWO)),
    "save_deal, which invites": _invited,
    "save_deal, which is agreed": _agreed,
    "record_events": _said,
    "post": lambda uow: uow.post([entry("new", ("asset:play", "hold:x", 5))], START),
    "add_suspense": lambda uow: uow.add_suspense(suspended(NEW)),
    "save_suspense": lambda uow: uow.save_suspense(sent_back(suspended(OLD, about=ONE))),
    "keep_line": lambda uow: uow.keep_line(kept_before("R2")),
    "keep_payouts": lambda uow: uow.keep_payouts([in_file("HF2", 2)]),
    "close_payout": lambda uow: uow.close_payout(
        in_file("HF1"), PayoutLineStep.SEND, CARLOS, START
    ),
    "owe": lambda uow: uow.owe([Notice(BINA, "hello", ONE, holds=ALWAYS)], START),
    "arrived": lambda uow: uow.arrived([Arrival(CARLOS, ONE, START, START + DAY)]),
    "digest_told": lambda uow: uow.digest_told(BINA, START + DAY),
    "schedule": _case,
    "save_person": lambda uow: uow.save_person(_person(ARAM, "Aram")),
    "save_person, who was met": lambda uow: uow.save_person(_person(BINA, "Bina B.")),
    "set_allowance": lambda uow: uow.set_allowance(allowed(CARLOS, "7.00 EUR")),
    "drop_allowance": lambda uow: uow.drop_allowance(BINA, "EUR"),
    "erase": lambda uow: uow.erase(BINA),
    "expect": lambda uow: uow.expect(replace(ASKED, field="other")),
    "forget": lambda uow: uow.forget(BINA, "parties"),
    "forget, a kind": lambda uow: uow.forget(BINA, "parties", OTHER.what),
    "close": lambda uow: uow.close(ASKED),
    "rewrite": lambda uow: uow.rewrite(replace(OTHER, data={"b": 9}), OTHER),
    "set_aside": lambda uow: uow.set_aside(replace(ASIDE, data={"c": 9}), 3),
}
SEEN_BY_NONE: Final = {"owe", "keep_payouts", "close_payout"}
"""The courier reads it, and the reads beside the writer; no unit of work."""


def _person(number: Any, name: str) -> Person:
    return Person(number, name, None, "en", "UTC", START)


def _as_before(uow: UnitOfWork) -> None:
    """Something of everything is there already."""
    uow.save_person(_person(BINA, "Bina"))
    uow.save_person(_person(CARLOS, "Carlos"))
    uow.add_deal(deal())
    uow.remember("old", Answer(ONE), START)
    uow.post([entry("old", ("asset:play", "hold:x", 5))], START)
    uow.record_events(ONE, replace(SAY, actor=CARLOS), [MessageSent(CARLOS, None, ())], START, None)
    uow.record_events(ONE, replace(SAY, actor=ARAM), [MessageSent(ARAM, None, ())], START, None)
    uow.add_suspense(suspended(OLD, about=ONE))
    uow.keep_line(kept_before("R1"))
    uow.keep_payouts([in_file("HF1")])
    uow.arrived([Arrival(BINA, ONE, START, START + DAY)])
    uow.set_allowance(allowed(BINA, "6.00 EUR"))
    uow.set_aside(ASIDE, 3)
    uow.expect(ASKED)
    uow.expect(OTHER)


class _TakeBackError(Exception):
    """What was only tried."""


def _all(uow: UnitOfWork) -> dict[str, Any]:
    return {name: _plain(read(uow)) for name, read in READS.items()}


def _plain(found: Any) -> Any:
    """A deal without its version, which grows with each save and not with each unit."""
    if isinstance(found, list):
        return [_plain(each) for each in found]
    return replace(found, version=0) if isinstance(found, Deal) else found


def test_each_function_of_the_port_is_a_read_or_a_write_that_is_walked() -> None:
    port = {name for name, _ in inspect.getmembers(UnitOfWork, inspect.isfunction)}
    named = {name.partition(",")[0] for name in (*READS, *WRITES)}
    assert named == {name for name in port if not name.startswith("_")} - {"savepoint"}


@pytest.mark.parametrize("write", WRITES)
async def test_each_read_sees_each_write_of_its_own_unit(look: Look, write: str) -> None:
    await look.store.run(_as_before)
    before, did = await look.store.run(_all), WRITES[write]
    seen: dict[str, dict[str, Any]] = {}

    for name, read in READS.items():

        def own(uow: UnitOfWork, read: Read = read) -> dict[str, Any]:
            uow.deal(ONE)  # which meets its parties
            found = {"untouched": _plain(read(uow))}
            with suppress(_TakeBackError), uow.savepoint():
                did(uow)
                found["in a savepoint"] = _plain(read(uow))
                raise _TakeBackError
            found["taken back"] = _plain(read(uow))
            with uow.savepoint():
                did(uow)
            found["after a savepoint"] = _plain(read(uow))
            with suppress(_TakeBackError), uow.savepoint():
                found["before and in a savepoint"] = _plain(read(uow))
                uow.owe([Notice(BINA, "more", ONE, holds=ALWAYS)], START)
                uow.count_deals(BINA)
                raise _TakeBackError
            found["after one that was taken back"] = _plain(read(uow))
            uow.count_deals(BINA)  # for which what waits is written
            found["once it is written"] = _plain(read(uow))
            return found

        def unread(uow: UnitOfWork, read: Read = read) -> Any:
            did(uow)
            return _plain(read(uow))

        seen[name] = await _tried(look, own) | {"at once": await _tried(look, unread)}

    await look.store.run(lambda uow: (did(uow), None)[1])
    after = await look.store.run(_all)
    then = {"untouched": before, "taken back": before}
    for name, found in seen.items():
        for when, value in found.items():
            assert value == then.get(when, after)[name], f"{name}, {when}"
    changed = {name for name in READS if before[name] != after[name]}
    assert bool(changed) is (write not in SEEN_BY_NONE)


async def _tried(look: Look, work: Callable[[UnitOfWork], Any]) -> Any:
    """What came of it, in a unit of which nothing stays."""
    kept: list[Any] = []

    def once(uow: UnitOfWork) -> None:
        kept.append(work(uow))
        raise _TakeBackError

    with suppress(_TakeBackError):
        await look.store.run(once)
    return kept[-1]
