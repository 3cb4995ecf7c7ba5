"""The words of a dispute as the parties read them: positions, evidence, questions, the ruling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.buttons import DO, Button, Press, Style
from bot.cards.disputing.exhibits import fee_args, sought_args
from bot.cards.kit.amounts import own_fee
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.gather import files_line
from bot.cards.kit.heading import head, milestone_title, other_name
from bot.cards.kit.proposals import end_args
from bot.cards.kit.wording import Said, fitted
from bot.texts import Safe, Text
from core.deal.dispute import Dispute
from core.deal.milestone import Milestone
from core.deal.notice import Notice
from core.deal.step import Act
from core.ports import Expecting
from core.values.ids import PersonId
from core.values.money import Money
from core.values.words import FileRef
from core.views import DealView


def statement(
    view: DealView, case: Dispute, notice: Notice, news: tuple[Safe, ...], t: Text
) -> Said:
    """The position that a side took last: of the one named, or of whoever opened it."""
    by = notice.data.get("person", case.opened_by)
    said = case.statement_of(PersonId(by)) if isinstance(by, int) else None
    if said is None:
        return Said(news)
    heading = t("statement-heading", name=_name(view, said.by, t), **sought_args(case, said))
    words = ((heading, t.said(said.words)),)
    return Said(news, words, files=said.files, name="statement.txt")


def asked_lines(view: DealView, m: Milestone, t: Text) -> list[Safe]:
    """What each side asks for, by its last statement that names an amount; whose arbiter has it."""
    case = view.deal.dispute(m.number)
    found = []
    for person in (view.viewer, view.deal.other(view.viewer)) if case is not None else ():
        said = None if case is None else case.statement_of(person)
        sought = None if case is None or said is None else case.sought(said)
        if sought is not None:
            who = "you" if person == view.viewer else "other"
            found.append(t("dispute-asks", who=who, name=other_name(view, t), amount=sought))
    if case is not None and case.outside:
        found.append(t("arbiter-outside"))
    return found


def called_by(view: DealView, milestone: int | None) -> str:
    """Whether the reader or the other side called the arbiter, or one alone can by now."""
    case = None if milestone is None else view.deal.dispute(milestone)
    talks = None if case is None else case.negotiation
    if talks is None:
        return "nobody"
    if talks.called:
        return "you" if view.viewer in talks.called else "other"
    return "alone" if view.now >= talks.by_both.ends_at else "nobody"


def calls(view: DealView, milestone: int | None) -> dict[str, object]:
    """For the line that says whose turn it is."""
    return {"called": called_by(view, milestone)}


def decided_line(view: DealView, m: Milestone, t: Text) -> Safe | None:
    """What was decided while it can still change: who gets what, and what its reader can do."""
    case = view.deal.dispute(m.number)
    made = None if case is None or case.stage.closed else case.ruling
    if case is None or made is None or view.role is None:
        return None
    if made.to_freelancer + made.to_client != m.held:
        return None  # it moves no money
    who = "you" if view.viewer in case.accepted else "other" if case.accepted else "nobody"
    return t(
        "dispute-decided",
        name=other_name(view, t),
        role=view.role.value,
        accepted=who,
        open=view.may(Act.ASK_REVIEW, m.number),
        **end_args(view, m, made.to_freelancer),
    )


def _name(view: DealView, person: PersonId, t: Text) -> str:
    return t.plain("you") if person == view.viewer else other_name(view, t)


def evidence(
    _view: DealView, case: Dispute, notice: Notice, news: tuple[Safe, ...], t: Text
) -> Said:
    """What was filed, with its files."""
    number = notice.data.get("number")
    filed = next((item for item in case.evidence if item.number == number), None)
    if filed is None:
        return Said(news)
    words = () if filed.words is None else ((Safe(""), t.said(filed.words)),)
    return Said(news, words, files=filed.files, name="evidence.txt")


def question(
    view: DealView, case: Dispute, notice: Notice, news: tuple[Safe, ...], t: Text
) -> Said:
    """What the arbiter asks, and until when and what then where no turn says it below."""
    number = notice.data.get("number")
    asked = next((item for item in case.questions if item.number == number), None)
    if asked is None:
        return Said(news)
    ends = asked.answer_by
    turns = [(turn.otherwise, turn.person, turn.until) for turn in view.turns]
    said = ends is None or ("question-answer", view.viewer, ends.ends_at) in turns
    dated = () if ends is None or said else (t("question-until", until=ends.ends_at),)
    return Said(news, ((Safe(""), t.said(asked.words)),), dated, name="question.txt")


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody is about to say; `act` says it, to the arbiter or of a point to the client.

    The client has `answer` for a contested point before it goes to the arbiter.
    """

    act: Act
    reason: str
    sought: Money | None
    files: tuple[FileRef, ...]
    answer: timedelta


def case_card(view: DealView, row: Expecting, brought: Brought, t: Text) -> Card:
    """All of it once more, and what it means."""
    m, act, sought = view.deal.milestone(row.number), brought.act, brought.sought
    named: dict[str, object] = {
        "title": milestone_title(view, m.number),
        "name": other_name(view, t),
    }
    case = view.deal.dispute(m.number)
    owes = case is not None and view.role is not None and case.open_question(view.role) is not None
    about = {**named, "length": brought.answer, "asked": owes}
    then = t("contest-then", **named) if act is Act.CONTEST else t("case-then")
    asked = None
    if sought is not None:
        asked = t("case-sought", sought=sought, held=m.held, **fee_args(sought, own_fee(view)))
    text, attached = fitted(
        [head(view, t), t(f"case-{row.what}", **about)],
        [(t("case-words"), brought.reason)],
        [*([asked] if asked else []), files_line(brought.files, t), then],
        "words.txt",
    )
    deal = view.deal.id
    press = Press(act + DO, deal, m.number, m.seen)
    yes = Button(t.plain(f"yes-{row.what}"), press, style=Style.GO)
    again = Press("dispprev", deal, m.number, None, row.what)
    buttons = [yes, Button(t.plain("button-back"), again)]
    return Card(text, rows_of(buttons), attachments=attached)
