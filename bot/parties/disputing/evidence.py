"""What a side adds to an open case: evidence, and answers to the arbiter."""

from __future__ import annotations

from bot.buttons import Press
from bot.parties.kit.data import files_of, joined
from bot.parties.kit.forms import do_closing
from bot.parties.kit.gathering import gathers, start_gather
from bot.parties.kit.presses import OnAct
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import Shown, TheDeal
from bot.parties.kit.update import Update
from core.deal.milestone import Milestone
from core.deal.step import Act
from core.disputing import AnswerQuestion, FileEvidence
from core.ports import Expecting
from core.values.errors import BadInput, Stale
from core.views import DealView


async def begin(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Add evidence*."""
    return await start_gather(update, "evidence", view.deal.id, m.number)


async def begin_answer(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Answer the arbiter*: the oldest open question."""
    case = view.deal.dispute(m.number)
    question = None if case is None or view.role is None else case.open_question(view.role)
    if question is None:
        raise Stale
    words = update.t.said(question.words)
    return await start_gather(
        update, "answer", view.deal.id, m.number, number=question.number, question=words
    )


async def file_evidence(update: Update, row: Expecting) -> Shown:
    """*Done*: it stands in the case."""
    deal = (await own_view(update, row.deal)).deal.id
    command = FileEvidence(
        actor=row.person,
        deal=deal,
        milestone=row.number,
        words=joined(row.data),
        files=files_of(row.data),
    )
    await do_closing(update, row, command)
    return Shown(TheDeal(deal), update.t("done-evidence"), closed=True)


async def answer(update: Update, row: Expecting) -> Shown:
    """*Done*: the arbiter reads it. Raises BadInput("empty-text")."""
    said, number = joined(row.data), row.data.get("number")
    if said is None:
        raise BadInput("empty-text")
    if not isinstance(number, int):
        raise Stale
    deal = (await own_view(update, row.deal)).deal.id
    command = AnswerQuestion(
        actor=row.person,
        deal=deal,
        milestone=row.number,
        number=number,
        words=said,
        files=files_of(row.data),
    )
    await do_closing(update, row, command)
    return Shown(TheDeal(deal), update.t("done-answer"), closed=True)


EVIDENCE = gathers("evidence", file_evidence, Act.EVIDENCE)
ANSWER = gathers("answer", answer, Act.ANSWER)
FORMS = (EVIDENCE, ANSWER)
PRESSES = (
    OnAct(Act.EVIDENCE, begin),
    OnAct(Act.ANSWER, begin_answer),
)
