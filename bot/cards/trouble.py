"""What was asked to be changed, and the words of a dispute, as the parties read them."""

from __future__ import annotations

from bot.cards.base import Card
from bot.cards.deal import other_name
from bot.cards.exhibits import relied_lines
from bot.cards.wording import clipped, fitted
from bot.texts import Safe, Text
from core.deal.dispute import Dispute
from core.deal.milestone import Item, ItemKind, Milestone, Round
from core.deal.notice import Notice
from core.values.ids import PersonId
from core.views import DealView


def point_heading(view: DealView, m: Milestone, place: int, item: Item, t: Text) -> Safe:
    """Which point, and what its sender says it is."""
    criterion = ""
    if item.kind is ItemKind.DEFECT and item.criterion is not None:
        criterion = str(view.deal.terms.milestones[m.number - 1].criteria[item.criterion])
    return t(
        "point-heading", number=place + 1, kind=item.kind.value, criterion=clipped(criterion, 120)
    )


def points_text(
    view: DealView,
    m: Milestone,
    asked: Round,
    first: tuple[Safe, ...],
    last: tuple[Safe, ...],
    t: Text,
) -> Card:
    """A round, point by point, with its files."""
    pairs = [
        (point_heading(view, m, place, item, t), t.said(item.words))
        for place, item in enumerate(asked.items)
    ]
    text, attached = fitted(list(first), pairs, list(last), "changes.txt")
    files = tuple(file for item in asked.items for file in item.files)
    return Card(text, files=files, attachments=attached)


def statement_text(
    view: DealView,
    case: Dispute,
    notice: Notice,
    first: tuple[Safe, ...],
    last: tuple[Safe, ...],
    t: Text,
) -> Card:
    """The position that a side took last: of the one named, or of whoever opened it."""
    by = notice.data.get("person", case.opened_by)
    said = case.statement_of(PersonId(by)) if isinstance(by, int) else None
    if said is None:
        return Card(Safe("\n\n".join([*first, *last])))
    heading = t("statement-heading", name=_name(view, said.by, t), sought=said.sought)
    text, attached = fitted(
        list(first), [(heading, t.said(said.words))], list(last), "statement.txt"
    )
    return Card(text, files=said.files, attachments=attached)


def _name(view: DealView, person: PersonId, t: Text) -> str:
    return t.plain("you") if person == view.viewer else other_name(view, t)


def evidence_text(
    _view: DealView,
    case: Dispute,
    notice: Notice,
    first: tuple[Safe, ...],
    last: tuple[Safe, ...],
    t: Text,
) -> Card:
    """What was filed, with its files."""
    number = notice.data.get("number")
    filed = next((item for item in case.evidence if item.number == number), None)
    if filed is None:
        return Card(Safe("\n\n".join([*first, *last])))
    quoted = [(Safe(""), t.said(filed.words))] if filed.words is not None else []
    text, attached = fitted(list(first), quoted, list(last), "evidence.txt")
    return Card(text, files=filed.files, attachments=attached)


def question_text(
    _view: DealView,
    case: Dispute,
    notice: Notice,
    first: tuple[Safe, ...],
    last: tuple[Safe, ...],
    t: Text,
) -> Card:
    """What the arbiter asks, until when it is answered, and what then."""
    number = notice.data.get("number")
    asked = next((item for item in case.questions if item.number == number), None)
    quoted = [] if asked is None else [(Safe(""), t.said(asked.words))]
    ends = None if asked is None else asked.answer_by
    dated = () if ends is None else (t("question-until", until=ends.ends_at),)
    text, attached = fitted(list(first), quoted, [*dated, *last], "question.txt")
    return Card(text, attachments=attached)


def ruling_text(
    view: DealView,
    case: Dispute,
    _notice: Notice,
    first: tuple[Safe, ...],
    last: tuple[Safe, ...],
    t: Text,
) -> Card:
    """Who gets what, by which criterion, and why."""
    ruling = case.ruling
    if ruling is None:
        return Card(Safe("\n\n".join([*first, *last])))
    parts = [
        t("ruling-amounts", freelancer=ruling.to_freelancer, client=ruling.to_client),
    ]
    if ruling.criterion is not None:
        criteria = view.deal.terms.milestones[case.milestone - 1].criteria
        criterion = clipped(str(criteria[ruling.criterion]), 300)
        parts.append(t("ruling-criterion", criterion=criterion))
    if ruling.relied_on:
        parts.append(t("ruling-evidence"))
        parts.append(relied_lines(t, ruling.relied_on))
    text, attached = fitted(
        [*first, Safe("\n".join(parts))],
        [(t("ruling-reasons"), t.said(ruling.reasons))],
        list(last),
        "ruling.txt",
    )
    return Card(text, attachments=attached)
