"""Going to the arbiter, and what a side says there: positions, evidence, answers, objections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.buttons import Press
from bot.cards.amounts import case_card
from bot.cards.points import contest_card
from bot.parties.deals.amounts import AMOUNT, TAKES, ask_amount
from bot.parties.deals.forms import (
    NEEDS,
    as_seen,
    at,
    do_all,
    do_closing,
    files_of,
    form,
    joined,
    keep,
)
from bot.parties.deals.gather import (
    COLLECT,
    GATHERS,
    QUESTIONS,
    Gather,
    ask_gather,
    closed_with,
    put_question,
    start_gather,
)
from bot.parties.deals.show import own_view, screen
from bot.parties.deals.steps import looked_at
from bot.parties.kit import Pressed, Update
from core.deal.commands import DealCommand
from core.deal.step import Act
from core.disputing import AnswerQuestion, FileEvidence, MakeStatement, OpenDispute
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, Stale
from core.values.money import Money
from core.values.words import Words
from core.working import ContestPoint, ObjectToCancel

SUM: Final = "sum"
Build = Callable[[Expecting, Words, Press], DealCommand]

router = Router(name="deal-disputes")


@dataclass(frozen=True, slots=True)
class CaseForm:
    """One way to bring something before the arbiter.

    `sought`: it names an amount. `files_apart`: its command carries no files, so they are filed as
    evidence right after it.
    """

    act: Act
    build: Build
    sought: bool = False
    files_apart: bool = False


def _sought(row: Expecting) -> Money:
    kept: Any = row.data.get("sought")
    if not kept:
        raise Stale
    return Money(kept[0], kept[1])


def _of(row: Expecting) -> dict[str, Any]:
    return {"actor": row.person, "deal": row.deal, "milestone": row.number}


CASES: Final[dict[str, CaseForm]] = {
    "dispute": CaseForm(
        Act.DISPUTE,
        lambda row, said, press: OpenDispute(
            **_of(row),
            seen=press.shown,
            reason=said,
            sought=_sought(row),
            files=files_of(row.data),
        ),
        sought=True,
    ),
    "side": CaseForm(
        Act.STATE,
        lambda row, said, _press: MakeStatement(
            **_of(row), words=said, sought=_sought(row), files=files_of(row.data)
        ),
        sought=True,
    ),
    "object": CaseForm(
        Act.OBJECT,
        lambda row, said, press: ObjectToCancel(**_of(row), seen=press.shown, words=said),
        files_apart=True,
    ),
    "contest": CaseForm(
        Act.CONTEST,
        lambda row, said, press: ContestPoint(
            **_of(row), seen=press.shown, item=int(str(row.data.get("item", 0))), words=said
        ),
        files_apart=True,
    ),
}
_VERBS: Final = {"disp": "dispute", "dispside": "side", "lateobj": "object"}


@router.callback_query(Pressed(*_VERBS))
async def begin(_query: CallbackQuery, update: Update, press: Press) -> None:
    """First of all, the words."""
    what = _VERBS[press.verb]
    view, m = await looked_at(update, press, CASES[what].act)
    await start_gather(update, what, view.deal.id, m.number)


@router.callback_query(Pressed("chgcon"))
async def begin_contest(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*I disagree with a point*: which one."""
    view, m = await looked_at(update, press, Act.CONTEST)
    page = int(press.arg) if press.arg.isdecimal() else 0
    await screen(update, view.deal.id, contest_card(view, m, update.t, page))


@router.callback_query(Pressed("chgconi"))
async def chose_point(_query: CallbackQuery, update: Update, press: Press) -> None:
    """The point, then the words."""
    view, m = await looked_at(update, press, Act.CONTEST)
    if not press.arg.isdecimal():
        raise Stale
    await start_gather(update, "contest", view.deal.id, m.number, item=int(press.arg))


async def said_enough(update: Update, row: Expecting) -> None:
    """*Done*: an amount where one is sought, then the summary. Raises BadInput("empty-text")."""
    if joined(row.data) is None:
        raise BadInput("empty-text")
    if CASES[row.what].sought:
        await ask_amount(update, await keep(update, at(row, AMOUNT)), new=False)
    else:
        await ask_sum(update, await keep(update, at(row, SUM)), new=False)


async def take_sought(update: Update, row: Expecting, amount: Money) -> None:
    """What they ask for themselves. Raises BadInput("sought-out-of-range")."""
    view = await own_view(update, row.deal)
    held = view.deal.milestone(row.number).held
    if amount > held:
        raise BadInput("sought-out-of-range", held=(held.minor, held.currency))
    kept = (amount.minor, amount.currency)
    await ask_sum(update, await keep(update, at(row, SUM, sought=kept)), new=False)


async def ask_sum(update: Update, row: Expecting, *, new: bool = True) -> None:
    """What goes to the arbiter, before it goes."""
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    sought = _sought(row) if CASES[row.what].sought else None
    words = update.t.said(joined(row.data))
    card = case_card(view, m, row, words, sought, files_of(row.data), update.t)
    await put_question(update, row, card, new=new)


async def ask(update: Update, row: Expecting) -> None:
    """The open question of a case."""
    if row.field == COLLECT:
        await ask_gather(update, row)
    elif row.field == AMOUNT:
        await ask_amount(update, row)
    else:
        await ask_sum(update, row)


@router.callback_query(Pressed("dispprev"))
async def previous(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Back* to the words."""
    row = await form(update, press.arg, press.deal, press.milestone)
    if row is None:
        raise Stale
    await ask_gather(update, await keep(update, at(row, COLLECT)), new=False)


@router.callback_query(Pressed("dispx"))
async def send(_query: CallbackQuery, update: Update, press: Press) -> None:
    """The tap that brings it before the arbiter."""
    row = await form(update, press.arg, press.deal, press.milestone)
    case = CASES.get(press.arg)
    said = None if row is None else joined(row.data)
    if row is None or row.deal is None or case is None or said is None:
        raise Stale
    files = files_of(row.data) if case.files_apart else ()
    evidence = FileEvidence(**_of(row), words=None, files=files) if files else None
    try:
        await do_all(update, row, case.build(row, said, press), evidence)
    except NotNow as no:
        raise await as_seen(update, no, row.deal, row.number, press.seen) from None
    await closed_with(update, row.deal, update.t(f"done-{row.what}"))


# Evidence and answers


@router.callback_query(Pressed("dispfile"))
async def begin_evidence(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Add evidence*."""
    view, m = await looked_at(update, press, Act.EVIDENCE)
    await start_gather(update, "evidence", view.deal.id, m.number)


@router.callback_query(Pressed("dispans"))
async def begin_answer(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Answer the arbiter*: the oldest open question."""
    view, m = await looked_at(update, press, Act.ANSWER)
    case = view.deal.dispute(m.number)
    question = None if case is None or view.role is None else case.open_question(view.role)
    if question is None:
        raise Stale
    words = update.t.said(question.words)
    await start_gather(
        update, "answer", view.deal.id, m.number, number=question.number, question=words
    )


async def file_evidence(update: Update, row: Expecting) -> None:
    """*Done*: it stands in the case."""
    files = files_of(row.data)
    command = FileEvidence(**_of(row), words=joined(row.data), files=files)
    await do_closing(update, row, command)
    await _over(update, row)


async def answer(update: Update, row: Expecting) -> None:
    """*Done*: the arbiter reads it. Raises BadInput("empty-text")."""
    said = joined(row.data)
    if said is None:
        raise BadInput("empty-text")
    number = int(str(row.data.get("number", 0)))
    files = files_of(row.data)
    command = AnswerQuestion(**_of(row), number=number, words=said, files=files)
    await do_closing(update, row, command)
    await _over(update, row)


async def _over(update: Update, row: Expecting) -> None:
    if row.deal is not None:
        await closed_with(update, row.deal, update.t(f"done-{row.what}"))


for _what, _case in CASES.items():
    GATHERS[_what] = Gather(said_enough)
    QUESTIONS[_what] = ask
    NEEDS[_what] = _case.act
    if _case.sought:
        TAKES[_what] = take_sought
GATHERS["evidence"] = Gather(file_evidence)
GATHERS["answer"] = Gather(answer)
NEEDS["evidence"] = Act.EVIDENCE
NEEDS["answer"] = Act.ANSWER
