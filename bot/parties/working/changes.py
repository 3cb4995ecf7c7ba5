"""A change request: one point a message, what each of them is, until when, the summary, the tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from aiogram.types import Message

from bot.buttons import DO, Press
from bot.cards import Card
from bot.cards.kit.gather import nothing_card
from bot.cards.working.points import (
    anyway_card,
    collect_card,
    criterion_card,
    due_card,
    extra_card,
    kind_card,
    noted_card,
    summary_card,
)
from bot.mail.heard import holds_something, is_only_named, saying, sent_file
from bot.mail.intake import followed
from bot.parties.kit.asking import answer_below, put_question
from bot.parties.kit.data import came_in, listed, said_data
from bot.parties.kit.forms import as_seen, at, blank, do_closing, form, keep
from bot.parties.kit.holding import left_out, missing_of, taken, whole, without
from bot.parties.kit.presses import OnAct, OnForm, OnPress
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import OpenQuestion, Screen, Shown, TheChange, TheDeal
from bot.parties.kit.terms import leaving_terms
from bot.parties.kit.update import FormKind, Update
from bot.parties.working.points import POINT, Changes, Point, PointAsk, point_of
from bot.texts.lengths import read_length
from core.deal.milestone import Milestone
from core.deal.points import ItemKind
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, OverLimit, Stale
from core.values.window import window
from core.views import DealView
from core.working import MOST_ITEMS, RequestChanges

WHAT: Final = "changes"
_MOST_DIGITS: Final = 9
"""Of the seconds on a button."""


async def begin(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """*Request changes*: begin, or go on where it was left."""
    row = await form(update, WHAT, view.deal.id, m.number)
    row = row or blank(update, WHAT, view.deal.id, m.number, POINT)
    return Shown(OpenQuestion(await keep(update, row)))


async def take_over(update: Update, row: Expecting, said: Expecting) -> Expecting:
    """Each text of a loose message is a point, and the last one has its files."""
    points = [point_of(update, [text], []) for text in listed(said, "texts")]
    if not points:  # a file alone has no such button
        raise Stale
    points[-1]["files"] = listed(said, "files")
    return at(row, POINT, points=[*listed(row, "points"), *points])


async def ask(update: Update, row: Expecting) -> Card:
    """The open question."""
    view = await own_view(update, row.deal)
    m, t, changes = view.deal.milestone(row.number), update.t, Changes.read(row).by(view.deal)
    points, place = changes.points, changes.unknown
    if changes.ask is PointAsk.POINT or not points:
        return collect_card(view, m, row, len(points), t)
    if changes.ask is PointAsk.KIND and place is not None:
        if points[place].kind is ItemKind.DEFECT:
            return criterion_card(view, m, place, t)
        return kind_card(view, m, place, len(points), points[place].text, t)
    if changes.ask is PointAsk.SUM and place is None:
        files = sum(len(item.files) for item in changes.items)
        due, policy = _due(update, changes), update.app.escrow.policy
        zone = None if view.other is None else view.other.zone
        ends = window(view.now, due, policy, zone).ends_at
        return summary_card(view, m, changes.items, due, t, files, ends)
    return due_card(view, m, update.app.escrow.policy.min_round, t)


def _due(update: Update, changes: Changes) -> timedelta:
    return update.app.escrow.policy.min_round if changes.due is None else changes.due


async def take(update: Update, message: Message, row: Expecting) -> Shown | None:
    """A point, or until when."""
    return await (typed_due if row.field == PointAsk.DUE else another_point)(update, message, row)


def fits(message: Message, row: Expecting) -> bool:
    """Anything is a point, and a text says until when; what a point is only buttons say."""
    if (message.text or "").startswith("/"):
        return False
    return row.field == POINT or (row.field == PointAsk.DUE and bool(message.text))


async def another_point(update: Update, message: Message, row: Expecting) -> Shown | None:
    """One message is one point; the pictures of an album are one."""
    if not holds_something(message):
        await update.say_once(message.media_group_id, nothing_card(update.t))
        return None
    if row.data.get("last") == update.request:
        return Shown(OpenQuestion(row, new=True))
    row, count = await _with_point(update, message, row)
    row = await keep(update, row)
    if not followed.get():
        await answer_below(update, row, noted_card(row, count, update.t))
    return None


async def _with_point(update: Update, message: Message, row: Expecting) -> tuple[Expecting, int]:
    """The form with this message, and how many points it has by then."""
    points, album = Changes.read(row).points, message.media_group_id
    said = said_data(message, row)
    same = album is not None and row.data.get("album") == album and bool(points)
    row = at(row, POINT, album=album, last=update.request)
    if not same:
        row = at(row, POINT, since=message.message_id)
    if len(points) >= MOST_ITEMS and not same:
        no = BadInput("too-many-points", limit=MOST_ITEMS)
        number = len(points) + missing_of(row) + 1
        return left_out(row, number, saying(message) or "", no), len(points)
    files, refused = await taken(update, message)
    if same:
        points = (*points[:-1], points[-1].with_more(update, said, files))
    else:
        points = (*points, Point(point_of(update, said, files)))
    sent = sent_file(message)
    if refused is not None and sent is not None:
        known = came_in(message, sent.unique)
        row = left_out(row, len(points), sent.name, refused, known)
    elif is_only_named(message):
        row = left_out(row, len(points), "", BadInput("only-named"))
    return replace(Changes.read(row), points=points).row(), len(points)


async def done(update: Update, _press: Press, row: Expecting) -> Shown | None:
    """*Done*: each of them is asked what it is."""
    changes = _with_points(row)
    if whole(row):
        return await _go_on(update, changes)
    await put_question(update, row, anyway_card(row, update.t), new=False)
    return None


async def anyway(update: Update, _press: Press, row: Expecting) -> Shown:
    """*Send it anyway*: without what was left out."""
    return await _go_on(update, _with_points(row if whole(row) else without(row)))


async def more(_update: Update, _press: Press, row: Expecting) -> Shown:
    """*Back* to the points, to send the rest in another way."""
    return Shown(OpenQuestion(_with_points(row).kept))


def _with_points(row: Expecting) -> Changes:
    changes = Changes.read(row)
    if not changes.points:
        raise BadInput("no-points")
    return changes


async def _go_on(update: Update, changes: Changes) -> Shown:
    return Shown(OpenQuestion(await keep(update, changes.next().row())))


async def chose_kind(update: Update, press: Press, row: Expecting) -> Shown:
    """What a point is; of something extra also why it can not be proposed now."""
    view, (place, kind) = await own_view(update, row.deal), _pair(press)
    changes = Changes.read(row).by(view.deal)
    point = changes.point(place)
    if kind not in set(ItemKind):
        raise Stale
    m = view.deal.milestone(row.number)
    only = len(view.deal.terms.milestones[m.number - 1].criteria) == 1
    criterion = 0 if kind == ItemKind.DEFECT and only else None
    changes = changes.put(place, replace(point, kind=ItemKind(kind), criterion=criterion))
    try:
        if changes.items:  # asked of what is known, before more is asked
            await update.would(_command(update, changes, view, m.seen))
    except (NotNow, OverLimit) as no:
        if kind != ItemKind.EXTRA:
            raise
        return Shown(Screen(extra_card(view, m, place, point.text, no, update.t), row.deal))
    return await _go_on(update, changes)


def _command(update: Update, changes: Changes, view: DealView, seen: int) -> RequestChanges:
    return RequestChanges(
        actor=update.person.id,
        deal=view.deal.id,
        milestone=changes.kept.number,
        seen=seen,
        items=changes.items,
        due=_due(update, changes),
    )


async def chose_criterion(update: Update, press: Press, row: Expecting) -> Shown:
    """Which criterion it departs from."""
    view, (place, criterion) = await own_view(update, row.deal), _pair(press)
    changes = Changes.read(row).by(view.deal)
    point = changes.point(place)
    if not criterion.isdecimal():
        raise Stale
    point = replace(point, kind=ItemKind.DEFECT, criterion=int(criterion))
    return await _go_on(update, changes.put(place, point))


async def other_criteria(update: Update, press: Press, row: Expecting) -> Shown:
    """Another page of the criteria."""
    place, page = _pair(press)
    if not page.isdecimal():
        raise Stale
    view = await own_view(update, row.deal)
    card = criterion_card(view, view.deal.milestone(row.number), place, update.t, int(page))
    return Shown(Screen(card, row.deal))


async def leave_out(update: Update, press: Press, row: Expecting) -> Shown:
    """A point is left out."""
    changes, (place, _) = Changes.read(row), _pair(press)
    changes.point(place)
    return await _go_on(update, changes.put(place))


async def chose_due(update: Update, press: Press, row: Expecting) -> Shown:
    """Until when."""
    if row.field != PointAsk.DUE or not press.arg.isdecimal() or len(press.arg) > _MOST_DIGITS:
        raise Stale
    return Shown(OpenQuestion(await _until(update, row, timedelta(seconds=int(press.arg)))))


async def typed_due(update: Update, message: Message, row: Expecting) -> Shown:
    """Until when, in their words. Raises BadInput("round-too-short")."""
    length = read_length(message.text or "", update.app.escrow.now(), update.person.zone)
    least = update.app.escrow.policy.min_round
    if length < least:
        raise BadInput("round-too-short", seconds=int(least.total_seconds()))
    return Shown(OpenQuestion(await _until(update, row, length), new=True))


async def _until(update: Update, row: Expecting, due: timedelta) -> Expecting:
    return await keep(update, at(row, PointAsk.SUM.value, due=int(due.total_seconds())))


async def previous(update: Update, _press: Press, row: Expecting) -> Shown:
    """*Back*: what was answered last is asked again; before the first answer, the points."""
    return Shown(OpenQuestion(await keep(update, Changes.read(row).before().row())))


async def send(update: Update, press: Press) -> Shown:
    """The tap that sends it. Handled again after a stop it leads where it led."""
    row = await form(update, WHAT, press.deal, press.milestone)
    view = await own_view(update, press.deal)
    if row is None:
        if not await update.begun():
            raise Stale
        update.next_request()  # that of the command, which is done
        begun = any(one.by == view.viewer and one.terms.gaps() for one in view.deal.changing)
        return Shown(TheChange(view.deal.id) if begun else TheDeal(view.deal.id))
    return await _send(update, press, row, view)


async def _send(update: Update, press: Press, row: Expecting, view: DealView) -> Shown:
    changes = Changes.read(row).by(view.deal)
    if not changes.points or changes.unknown is not None:
        raise Stale
    command = _command(update, changes, view, press.shown)
    extra = any(item.kind is ItemKind.EXTRA for item in command.items)
    terms = leaving_terms(row.person, view.deal.id) if extra else None
    try:
        await do_closing(update, row, command, terms)
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, command.milestone, press.seen) from None
    name = "" if view.other is None else view.other.name
    if extra:  # the next question is that of the change
        key = "done-extra" if changes.all_extra else "done-changes-extra"
        return Shown(TheChange(view.deal.id), update.t(key, name=name))
    return Shown(TheDeal(view.deal.id), update.t("done-changes", name=name), closed=True)


def _pair(press: Press) -> tuple[int, str]:
    """The place of a point, and what a button says of it."""
    place, _, rest = press.arg.partition(".")
    if not place.isdecimal():
        raise Stale
    return int(place), rest


FORM = FormKind(
    WHAT,
    ask,
    take,
    fits,
    act=Act.REQUEST_CHANGES,
    begins=POINT,
    take_over=take_over,
)
PRESSES = (
    OnAct(Act.REQUEST_CHANGES, begin),
    OnForm("chgdone", done, FORM),
    OnForm("chgdone.any", anyway, FORM),
    OnForm("chgdone.more", more, FORM),
    OnForm("chgkind", chose_kind, FORM),
    OnForm("chgcrit", chose_criterion, FORM),
    OnForm("chgpage", other_criteria, FORM),
    OnForm("chgout", leave_out, FORM),
    OnForm("chgdue", chose_due, FORM),
    OnForm("chgprev", previous, FORM),
    OnPress(Act.REQUEST_CHANGES + DO, send, Act.REQUEST_CHANGES),
)
