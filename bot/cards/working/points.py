"""A change request: its points one by one, what each is, the summary, and as it is read."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.buttons import DO, Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.gather import asks_anyway, leave, missing
from bot.cards.kit.heading import head, milestone_title, other_name
from bot.cards.kit.paging import PAGE, paged
from bot.cards.kit.wording import Said, blocks, clipped, fitted, lines
from bot.texts import Safe, Text, typed
from core.deal.milestone import Milestone
from core.deal.offering import judged_by
from core.deal.points import Item, ItemKind, Round
from core.deal.step import Act
from core.deal.terms import MilestoneTerms
from core.ports import Expecting
from core.values.errors import Refusal
from core.views import DealView


def collect_card(view: DealView, m: Milestone, row: Expecting, count: int, t: Text) -> Card:
    """One point a message, then *Done*."""
    text = t("points-collect", title=milestone_title(view, m.number), name=other_name(view, t))
    so_far = t("points-so-far", count=count) if count else None
    return Card(blocks(head(view, t), text, so_far), rows_of([*_done(row, t), leave(row, t)]))


def noted_card(row: Expecting, count: int, t: Text) -> Card:
    """It is kept."""
    text = blocks(t("points-noted", count=count), missing(row, t))
    return Card(text, rows_of([*_done(row, t), leave(row, t)]), ring=False)


def anyway_card(row: Expecting, t: Text) -> Card:
    """*Done* while something was left out: it goes without that only if they say so."""
    anyway = Press("chgdone.any", row.deal, row.milestone)
    back = Press("chgdone.more", row.deal, row.milestone)
    return asks_anyway(row, anyway, back, t)


def _done(row: Expecting, t: Text) -> list[Button]:
    return [
        Button(t.plain("button-done"), Press("chgdone", row.deal, row.milestone), style=Style.GO)
    ]


def kind_card(view: DealView, m: Milestone, place: int, count: int, words: str, t: Text) -> Card:
    """What one point is. The label of each kind says what it costs."""
    rules = view.deal.terms.rules
    left = max(rules.revision_rounds - m.rounds_used, 0)
    text = t(
        "point-kind",
        number=place + 1,
        count=count,
        point=clipped(t.said(words), 1500),
        left=left,
        agreed=rules.revision_rounds,
    )
    return Card(blocks(head(view, t), text), rows_of(_kinds(view, m, place, t, tuple(ItemKind))))


def extra_card(view: DealView, m: Milestone, place: int, words: str, no: Refusal, t: Text) -> Card:
    """Something extra is a change of the terms, and why none can be proposed now."""
    why = t(f"refusal-{no.key}", **typed(no.data))
    text = t("point-extra", number=place + 1, point=clipped(t.said(words), 1500), why=why)
    kinds = (ItemKind.DEFECT, ItemKind.PREFERENCE)
    leave_out = Press("chgout", view.deal.id, m.number, None, str(place))
    buttons = _kinds(view, m, place, t, kinds)
    buttons.insert(2, Button(t.plain("button-leave-out"), leave_out))
    return Card(blocks(head(view, t), text), rows_of(buttons))


def _kinds(
    view: DealView, m: Milestone, place: int, t: Text, kinds: tuple[ItemKind, ...]
) -> list[Button]:
    deal, ordered = view.deal.id, any(each.fallback is not None for each in m.rounds)
    spent = ordered or m.rounds_used >= view.deal.terms.rules.revision_rounds
    buttons = [
        Button(
            t.plain(f"button-{kind.value}"),
            Press("chgkind", deal, m.number, None, f"{place}.{kind.value}"),
        )
        for kind in kinds
        if not (spent and kind is ItemKind.PREFERENCE)
    ]
    return [*buttons, Button(t.plain("button-back"), Press("chgprev", deal, m.number))]


def criterion_card(view: DealView, m: Milestone, place: int, t: Text, page: int = 0) -> Card:
    """Which criterion the point departs from."""
    criteria = [str(line) for line in view.deal.terms.milestones[m.number - 1].criteria]
    deal = view.deal.id
    choose = Press("chgcrit", deal, m.number, None, f"{place}.")
    turn = Press("chgpage", deal, m.number, None, f"{place}.")
    buttons = paged(criteria, page, choose, turn, t)
    previous = Button(t.plain("button-back"), Press("chgprev", deal, m.number))
    listed = lines(
        *(
            t("numbered", number=n, words=clipped(line, 300))
            for n, line in enumerate(criteria, 1)
            if page * PAGE < n <= (page + 1) * PAGE
        )
    )
    text = blocks(head(view, t), t("point-criterion", number=place + 1), listed)
    return Card(text, rows_of([*buttons, previous]))


def due_card(view: DealView, m: Milestone, least: timedelta, t: Text) -> Card:
    """Until when, which may be left to the house."""
    deal = view.deal.id
    buttons = []
    for times in (1, 2, 4):
        seconds = int(least.total_seconds()) * times
        press = Press("chgdue", deal, m.number, None, str(seconds))
        buttons.append(Button(t.duration(least * times), press))
    previous = Button(t.plain("button-back"), Press("chgprev", deal, m.number))
    text = t("points-due", least=least, name=other_name(view, t))
    return Card(blocks(head(view, t), text), rows_of([*buttons, previous]))


def summary_card(
    view: DealView,
    m: Milestone,
    items: tuple[Item, ...],
    due: timedelta,
    t: Text,
    files: int,
    until: datetime,
) -> Card:
    """Which point is what, before it goes out."""
    agreed = view.deal.terms.milestones[m.number - 1]
    pairs = [
        (point_heading(agreed, place, item, t), t.said(item.words))
        for place, item in enumerate(items)
    ]
    last = _what_follows(view, m, items, (due, until), t)
    if files:
        last.insert(0, t("points-files", count=files))
    text, attached = fitted(
        [head(view, t), t("points-summary", title=milestone_title(view, m.number))],
        pairs,
        last,
        "changes.txt",
    )
    deal = view.deal.id
    extra = all(item.kind is ItemKind.EXTRA for item in items)
    yes = Button(
        t.plain("yes-extra" if extra else "yes-changes"),
        Press(Act.REQUEST_CHANGES + DO, deal, m.number, m.seen),
        style=Style.GO,
    )
    previous = Button(t.plain("button-back"), Press("chgprev", deal, m.number))
    return Card(text, rows_of([yes, previous]), attachments=attached)


def _what_follows(
    view: DealView,
    m: Milestone,
    items: tuple[Item, ...],
    time: tuple[timedelta, datetime],
    t: Text,
) -> list[Any]:
    """What the round costs, and until when it lasts; that what is extra is proposed next."""
    name, rules = other_name(view, t), view.deal.terms.rules
    kinds = [item.kind for item in items]
    extra = [t("points-extra", name=name)] if ItemKind.EXTRA in kinds else []
    if any(item.files for item in items if item.kind is ItemKind.EXTRA):
        extra.append(t("points-extra-files", name=name))
    if {*kinds} <= {ItemKind.EXTRA}:
        return extra
    counts = ItemKind.PREFERENCE in kinds
    cost = t("points-cost", counts=counts, used=m.rounds_used + 1, agreed=rules.revision_rounds)
    return [cost, t("points-until", due=time[0], until=time[1], name=name), *extra]


def point_heading(
    agreed: MilestoneTerms, place: int, item: Item, t: Text, *, ordered: bool = False
) -> Safe:
    """Which point, and what its sender says it is, by what was agreed then."""
    criterion = ""
    if item.kind is ItemKind.DEFECT and item.criterion is not None:
        criterion = str(agreed.criteria[item.criterion])
    kind = "ordered" if ordered else item.kind.value
    return t("point-heading", number=place + 1, kind=kind, criterion=clipped(criterion, 120))


def asked_points(
    view: DealView, m: Milestone, asked: Round, news: tuple[Safe, ...], t: Text
) -> Said:
    """A round, point by point, with its files."""
    agreed, ordered = judged_by(view.deal, m.number, asked.under), asked.fallback is not None
    pairs = tuple(
        (point_heading(agreed, place, item, t, ordered=ordered), t.said(item.words))
        for place, item in enumerate(asked.items)
    )
    files = tuple(file for item in asked.items for file in item.files)
    return Said(news, pairs, files=files, name="changes.txt")
