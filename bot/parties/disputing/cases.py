"""Bringing something before the arbiter: the words, an amount where one is sought, the tap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from aiogram.types import Message

from bot.buttons import DO, POINT, Press
from bot.cards import Card
from bot.cards.disputing.sides import Brought, case_card
from bot.cards.kit.heading import other_name
from bot.cards.working.contested import which_card
from bot.parties.kit.amounts import AMOUNT, ask_amount, is_amount, take_typed
from bot.parties.kit.data import files_of, joined
from bot.parties.kit.forms import as_seen, at, do_all, keep
from bot.parties.kit.gathering import COLLECT, ask_gather, collect, is_no_command, start_gather
from bot.parties.kit.presses import OnAct, OnForm
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import OpenQuestion, Screen, Shown, TheDeal
from bot.parties.kit.update import FormKind, Update
from core.deal.challenge import ChallengeGround
from core.deal.commands import DealCommand
from core.deal.milestone import Milestone
from core.deal.ruling import ReviewGround
from core.deal.step import Act
from core.disputing import AskReview, ChallengeArbiter, FileEvidence, MakeStatement, OpenDispute
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, Stale
from core.values.ids import DealId
from core.values.money import Money
from core.values.words import Words
from core.views import DealView
from core.working import ContestPoint, ObjectToCancel, contestable

SUM: Final = "sum"
Build = Callable[[DealId, Expecting, Words, Press], DealCommand]


@dataclass(frozen=True, slots=True)
class CaseOf:
    """One way to bring something before the arbiter.

    `sought`: it names an amount. `files_apart`: its command carries no files, so they are filed as
    evidence right after it.
    """

    act: Act
    build: Build
    sought: bool = False
    files_apart: bool = False


def _dispute(deal: DealId, row: Expecting, said: Words, press: Press) -> DealCommand:
    return OpenDispute(
        actor=row.person,
        deal=deal,
        milestone=row.number,
        seen=press.shown,
        reason=said,
        sought=_sought(row),
        files=files_of(row.data),
    )


def _side(deal: DealId, row: Expecting, said: Words, _press: Press) -> DealCommand:
    return MakeStatement(
        actor=row.person,
        deal=deal,
        milestone=row.number,
        words=said,
        sought=_sought(row),
        files=files_of(row.data),
    )


def _object(deal: DealId, row: Expecting, said: Words, press: Press) -> DealCommand:
    return ObjectToCancel(
        actor=row.person, deal=deal, milestone=row.number, seen=press.shown, words=said
    )


def _contest(deal: DealId, row: Expecting, said: Words, press: Press) -> DealCommand:
    item = row.data.get("item")
    if not isinstance(item, int):
        raise Stale
    return ContestPoint(
        actor=row.person,
        deal=deal,
        milestone=row.number,
        seen=press.shown,
        item=item,
        words=said,
        files=files_of(row.data),
    )


def _review(deal: DealId, row: Expecting, said: Words, _press: Press) -> DealCommand:
    ground = str(row.data.get("ground"))
    if ground not in tuple(ReviewGround):
        raise Stale
    return AskReview(
        actor=row.person,
        deal=deal,
        milestone=row.number,
        ground=ReviewGround(ground),
        words=said,
        files=files_of(row.data),
    )


def _challenge(deal: DealId, row: Expecting, said: Words, _press: Press) -> DealCommand:
    ground, taken = str(row.data.get("ground")), row.data.get("taken")
    if ground not in tuple(ChallengeGround) or not isinstance(taken, str):
        raise Stale
    return ChallengeArbiter(
        actor=row.person,
        deal=deal,
        milestone=row.number,
        taken_at=datetime.fromisoformat(taken),
        ground=ChallengeGround(ground),
        words=said,
    )


CASES: Final[Mapping[str, CaseOf]] = MappingProxyType(
    {
        "dispute": CaseOf(Act.DISPUTE, _dispute, sought=True),
        "side": CaseOf(Act.STATE, _side, sought=True),
        "object": CaseOf(Act.OBJECT, _object, files_apart=True),
        "review": CaseOf(Act.ASK_REVIEW, _review),
        "challenge": CaseOf(Act.CHALLENGE, _challenge, files_apart=True),
        "contest": CaseOf(Act.CONTEST, _contest),
    }
)
"""By form."""


def _case(row: Expecting) -> CaseOf:
    """Raises Stale for another form, which no button of ours names."""
    case = CASES.get(row.what)
    if case is None:
        raise Stale
    return case


def _sought(row: Expecting) -> Money:
    kept: Any = row.data.get("sought")
    if not kept:
        raise Stale
    return Money(kept[0], kept[1])


async def begin_dispute(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Open dispute*: first of all, the words."""
    return await start_gather(update, "dispute", view.deal.id, m.number)


async def begin_side(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*My side*: the same."""
    return await start_gather(update, "side", view.deal.id, m.number)


async def begin_objection(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Object*, to the work being cancelled as late: the same."""
    return await start_gather(update, "object", view.deal.id, m.number)


async def begin_contest(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """*I disagree with a point*: which one."""
    page = int(press.arg) if press.arg.isdecimal() else 0
    return Shown(Screen(which_card(view, m, update.t, page), view.deal.id))


async def chose_point(update: Update, press: Press, view: DealView, m: Milestone) -> Shown:
    """The point, then the words."""
    places = contestable(m)
    if not press.arg.isdecimal() or int(press.arg) >= len(places):
        raise Stale
    item = places[int(press.arg)]
    return await start_gather(update, "contest", view.deal.id, m.number, item=item)


async def ask(update: Update, row: Expecting) -> Card:
    """The open question of a case; at the end, what goes to the arbiter before it goes."""
    if row.field == COLLECT:
        return await ask_gather(update, row)
    if row.field == AMOUNT:
        return await ask_amount(update, row)
    view = await own_view(update, row.deal)
    sought = _sought(row) if _case(row).sought else None
    words = update.t.said(joined(row.data))
    answer = update.app.escrow.policy.contest_answer
    brought = Brought(_case(row).act, words, sought, files_of(row.data), answer)
    return case_card(view, row, brought, update.t)


async def take(update: Update, message: Message, row: Expecting) -> Shown | None:
    """The words and files, or the amount."""
    return await (take_typed if row.field == AMOUNT else collect)(update, message, row)


def fits(message: Message, row: Expecting) -> bool:
    """At the end only the tap is left."""
    return is_amount(message, row) or (row.field == COLLECT and is_no_command(message, row))


async def said_enough(update: Update, row: Expecting) -> Shown:
    """*Done*: an amount where one is sought, then the summary. Raises BadInput("empty-text")."""
    if joined(row.data) is None:
        raise BadInput("empty-text")
    field = AMOUNT if _case(row).sought else SUM
    return Shown(OpenQuestion(await keep(update, at(row, field))))


async def take_sought(update: Update, row: Expecting, amount: Money) -> Shown:
    """What they ask for themselves. Raises BadInput("sought-out-of-range")."""
    view = await own_view(update, row.deal)
    held = view.deal.milestone(row.number).held
    if amount > held:
        raise BadInput("sought-out-of-range", held=(held.minor, held.currency))
    kept = (amount.minor, amount.currency)
    return Shown(OpenQuestion(await keep(update, at(row, SUM, sought=kept))))


async def previous(update: Update, _press: Press, row: Expecting) -> Shown:
    """*Back* to the words."""
    _case(row)
    return Shown(OpenQuestion(await keep(update, at(row, COLLECT))))


async def send(update: Update, press: Press, row: Expecting) -> Shown:
    """The tap that brings it before the arbiter."""
    case, said = _case(row), joined(row.data)
    if said is None:
        raise Stale
    deal = (await own_view(update, row.deal)).deal.id
    command, files = case.build(deal, row, said, press), files_of(row.data)
    evidence = None
    if files and case.files_apart:
        evidence = FileEvidence(
            actor=row.person, deal=deal, milestone=row.number, words=None, files=files
        )
    try:
        await do_all(update, row, command, evidence)
    except NotNow as no:
        raise await as_seen(update, no, deal, row.number, press.seen) from None
    name = other_name(await own_view(update, deal), update.t)
    return Shown(TheDeal(deal), update.t(f"done-{row.what}", name=name), closed=True)


FORMS = tuple(
    FormKind(
        what,
        ask,
        take,
        fits,
        act=case.act,
        finish=said_enough,
        take_amount=take_sought if case.sought else None,
    )
    for what, case in CASES.items()
)
PRESSES = (
    OnAct(Act.DISPUTE, begin_dispute),
    OnAct(Act.STATE, begin_side),
    OnAct(Act.OBJECT, begin_objection),
    OnAct(Act.CONTEST, begin_contest),
    OnAct(Act.CONTEST, chose_point, POINT),
    OnForm("dispprev", previous),
    *(OnForm(CASES[form.what].act + DO, send, form) for form in FORMS),
)
