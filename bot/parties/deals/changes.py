"""A change request: one point a message, what each of them is, until when, the summary, the tap."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.gather import asks_anyway, nothing_card
from bot.cards.points import (
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
from bot.parties.deals.forms import (
    NEEDS,
    as_seen,
    at,
    blank,
    came_in,
    do_closing,
    files_of,
    form,
    keep,
    listed,
    said_data,
    said_of,
    words_data,
)
from bot.parties.deals.gather import QUESTIONS, answer_below, closed_with, put_question
from bot.parties.deals.holding import left_out, missing_of, taken, whole, without
from bot.parties.deals.show import own_view, screen
from bot.parties.deals.steps import looked_at
from bot.parties.kit import Asked, Pressed, Update, chosen
from bot.parties.times import read_length
from core.deal.milestone import Item, ItemKind, Milestone
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, Stale
from core.values.ids import DealId
from core.values.words import Words, within
from core.views import DealView
from core.working import MOST_ITEMS, RequestChanges

WHAT: Final = "changes"
POINT: Final = "point"
KIND: Final = "kind"
DUE: Final = "due"
SUM: Final = "sum"
ANYWAY: Final = "any"
MORE: Final = "more"
_MOST_DIGITS: Final = 9
"""Of the seconds on a button."""

router = Router(name="deal-changes")


@router.callback_query(Pressed("chg"))
async def begin(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Request changes*: begin, or go on where it was left."""
    view, m = await looked_at(update, press, Act.REQUEST_CHANGES)
    await begin_changes(update, view.deal.id, m.number)


async def begin_changes(
    update: Update, deal: DealId, milestone: int, said: Expecting | None = None
) -> None:
    """Open the form; a loose message adds its points to those that it has, and is closed."""
    row = await form(update, WHAT, deal, milestone) or blank(update, WHAT, deal, milestone, POINT)
    if said is not None:
        points = [point_of(update, [text], []) for text in listed(said, "texts")]
        if not points:  # a file alone has no such button
            raise Stale
        points[-1] = {**points[-1], "files": listed(said, "files")}
        row = at(row, POINT, points=[*listed(row, "points"), *points])
    await ask(update, await keep(update, row, instead_of=said), new=False)


async def ask(update: Update, row: Expecting, *, new: bool = True) -> None:
    """The open question."""
    view = await own_view(update, row.deal)
    card = _question(update, view, view.deal.milestone(row.number), row)
    await put_question(update, row, card, new=new)


def _question(update: Update, view: DealView, m: Milestone, row: Expecting) -> Card:
    points, t = listed(row, "points"), update.t
    place = _untyped(points)
    if row.field == POINT or not points:
        return collect_card(view, m, row, len(points), t)
    if row.field == KIND and place is not None:
        if points[place].get("kind") == ItemKind.DEFECT:
            return criterion_card(view, m, place, t)
        return kind_card(view, m, place, len(points), points[place]["text"], t)
    if row.field == SUM and place is None:
        files = sum(len(point["files"]) for point in points)
        return summary_card(view, m, _items(points), _due(update, row), t, files)
    return due_card(view, m, update.app.escrow.policy.min_round, t)


def _untyped(points: list[dict[str, Any]]) -> int | None:
    """The first point of which it is not known yet what it is."""
    for place, point in enumerate(points):
        kind = point.get("kind")
        if kind is None or (kind == ItemKind.DEFECT and point.get("criterion") is None):
            return place
    return None


def _items(points: list[dict[str, Any]]) -> tuple[Item, ...]:
    return tuple(
        Item(
            ItemKind(point["kind"]),
            Words.of(point["text"], point["salt"]),
            point.get("criterion"),
            files_of(point),
        )
        for point in points
    )


def _due(update: Update, row: Expecting) -> timedelta:
    seconds = row.data.get("due")
    return (
        timedelta(seconds=seconds)
        if isinstance(seconds, int)
        else update.app.escrow.policy.min_round
    )


@router.message(Asked(WHAT, POINT))
async def another_point(message: Message, update: Update, expecting: Expecting) -> None:
    """One message is one point; the pictures of an album are one."""
    if (message.text or "").startswith("/"):
        raise SkipHandler
    if not holds_something(message):
        await update.say_once(message.media_group_id, nothing_card(update.t))
        return
    if expecting.data.get("last") == update.request:
        await ask(update, expecting)
        return
    points, album = listed(expecting, "points"), message.media_group_id
    said = said_data(message, expecting)
    same = album is not None and expecting.data.get("album") == album and bool(points)
    row = at(expecting, POINT, album=album, last=update.request)
    if not same:
        row = at(row, POINT, since=message.message_id)
    if len(points) >= MOST_ITEMS and not same:
        text = saying(message) or ""
        no = BadInput("too-many-points", limit=MOST_ITEMS)
        row = left_out(row, len(points) + missing_of(row) + 1, text, no)
    else:
        files, refused = await taken(update, message)
        if same:
            points[-1] = with_said(update, points[-1], said, files)
        else:
            points.append(point_of(update, said, files))
        sent = sent_file(message)
        if refused is not None and sent is not None:
            known = came_in(message, sent.unique)
            row = left_out(row, len(points), sent.name, refused, known)
        elif is_only_named(message):
            row = left_out(row, len(points), "", BadInput("only-named"))
    row = await keep(update, at(row, POINT, points=points))
    if not followed.get():
        await answer_below(update, row, noted_card(row, len(points), update.t))


def point_of(
    update: Update, said: list[dict[str, Any]], files: list[dict[str, object]]
) -> dict[str, Any]:
    """One point: what its messages say, and their files. Raises BadInput("text-too-long")."""
    alone = words_data(chosen(update.t, "point-without-words"))
    text = within("\n".join(text["text"] for text in said) or alone["text"])
    salt = said[0]["salt"] if said else alone["salt"]
    return {"text": text, "salt": salt, "said": said, "files": files}


def with_said(
    update: Update,
    point: dict[str, Any],
    said: list[dict[str, Any]],
    files: list[dict[str, object]],
) -> dict[str, Any]:
    """A point with more of its album. Raises BadInput("text-too-long")."""
    said, files = [*said_of(point), *said], [*point["files"], *files]
    return {**point, **point_of(update, said, files)}


@router.callback_query(Pressed("chgdone"))
async def done(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Done*: each of them is asked what it is."""
    row = await _open(update, press)
    if not listed(row, "points"):
        raise BadInput("no-points")
    if press.arg == MORE:
        await ask(update, row, new=False)
        return
    if not whole(row) and press.arg != ANYWAY:
        question = Press("chgdone", row.deal, row.milestone, arg=ANYWAY)
        back = Press("chgdone", row.deal, row.milestone, arg=MORE)
        card = asks_anyway(row, question, back, update.t)
        await put_question(update, row, card, new=False)
        return
    row = row if whole(row) else without(row)
    await _go_on(update, row, listed(row, "points"))


async def _go_on(update: Update, row: Expecting, points: list[dict[str, Any]]) -> None:
    if not points:
        field = POINT
    elif _untyped(points) is not None:
        field = KIND
    else:
        field = SUM if "due" in row.data else DUE
    await ask(update, await keep(update, at(row, field, points=points)), new=False)


@router.callback_query(Pressed("chgkind"))
async def chose_kind(_query: CallbackQuery, update: Update, press: Press) -> None:
    """What a point is; *Something extra* is refused plainly."""
    row = await _open(update, press)
    place, kind = _pair(press)
    points = _points(row, place)
    if kind not in set(ItemKind):
        raise Stale
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    if kind == ItemKind.EXTRA:
        card = extra_card(view, m, place, points[place]["text"], update.t)
        await screen(update, row.deal, card)
        return
    only = len(view.deal.terms.milestones[m.number - 1].criteria) == 1
    criterion = 0 if kind == ItemKind.DEFECT and only else None
    points[place] = {**points[place], "kind": kind, "criterion": criterion}
    await _possible(update, row, points)
    await _go_on(update, row, points)


async def _possible(update: Update, row: Expecting, points: list[dict[str, Any]]) -> None:
    """Ask core of the points that are known, before more is asked. Raises Refusal."""
    known = [point for point in points if _untyped([point]) is None]
    if known and row.deal is not None:
        view = await own_view(update, row.deal)
        seen = view.deal.milestone(row.number).seen
        await update.would(_command(update, row, known, seen))


def _command(
    update: Update, row: Expecting, points: list[dict[str, Any]], seen: int
) -> RequestChanges:
    return RequestChanges(
        actor=update.person.id,
        deal=row.deal or DealId(""),
        milestone=row.number,
        seen=seen,
        items=_items(points),
        due=_due(update, row),
    )


@router.callback_query(Pressed("chgcrit"))
async def chose_criterion(_query: CallbackQuery, update: Update, press: Press) -> None:
    """Which criterion it departs from."""
    row = await _open(update, press)
    place, criterion = _pair(press)
    points = _points(row, place)
    if not criterion.isdecimal():
        raise Stale
    points[place] = {**points[place], "kind": ItemKind.DEFECT.value, "criterion": int(criterion)}
    await _go_on(update, row, points)


@router.callback_query(Pressed("chgpage"))
async def other_criteria(_query: CallbackQuery, update: Update, press: Press) -> None:
    """Another page of the criteria."""
    row = await _open(update, press)
    place, page = _pair(press)
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    number = int(page) if page.isdecimal() else 0
    await screen(update, row.deal, criterion_card(view, m, place, update.t, number))


@router.callback_query(Pressed("chgout"))
async def leave_out(_query: CallbackQuery, update: Update, press: Press) -> None:
    """A point is left out."""
    row = await _open(update, press)
    place, _ = _pair(press)
    points = _points(row, place)
    del points[place]
    await _go_on(update, row, points)


@router.callback_query(Pressed("chgdue"))
async def chose_due(_query: CallbackQuery, update: Update, press: Press) -> None:
    """Until when."""
    row = await _open(update, press)
    if row.field != DUE or not press.arg.isdecimal() or len(press.arg) > _MOST_DIGITS:
        raise Stale
    await ask(update, await keep(update, at(row, SUM, due=int(press.arg))), new=False)


@router.message(Asked(WHAT, DUE))
async def typed_due(message: Message, update: Update, expecting: Expecting) -> None:
    """Until when, in their words. Raises BadInput("round-too-short")."""
    if not message.text or message.text.startswith("/"):
        raise SkipHandler
    length = read_length(message.text, update.app.escrow.now(), update.person.zone)
    least = update.app.escrow.policy.min_round
    if length < least:
        raise BadInput("round-too-short", seconds=int(least.total_seconds()))
    due = int(length.total_seconds())
    await ask(update, await keep(update, at(expecting, SUM, due=due)))


@router.callback_query(Pressed("chgprev"))
async def previous(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Back*: what was answered last is asked again; before the first answer, the points."""
    row = await _open(update, press)
    points = listed(row, "points")
    data = {key: value for key, value in row.data.items() if key != "due"}
    if row.field == SUM and "due" in row.data:
        field = DUE
    else:
        typed = [place for place, point in enumerate(points) if point.get("kind") is not None]
        field = KIND if typed else POINT
        if typed:
            points[typed[-1]] = {**points[typed[-1]], "kind": None, "criterion": None}
    before = Expecting(
        row.person, row.bot, row.what, row.deal, row.milestone, field, {**data, "points": points}
    )
    await ask(update, await keep(update, before), new=False)


@router.callback_query(Pressed("chgx"))
async def send(_query: CallbackQuery, update: Update, press: Press) -> None:
    """The tap that sends it."""
    row = await _open(update, press)
    points = listed(row, "points")
    if not points or _untyped(points) is not None or row.deal is None:
        raise Stale
    command = _command(update, row, points, press.shown)
    try:
        await do_closing(update, row, command)
    except NotNow as no:
        raise await as_seen(update, no, row.deal, command.milestone, press.seen) from None
    view = await own_view(update, row.deal)
    name = "" if view.other is None else view.other.name
    await closed_with(update, row.deal, update.t("done-changes", name=name))


async def _open(update: Update, press: Press) -> Expecting:
    row = await form(update, WHAT, press.deal, press.milestone)
    if row is None:
        raise Stale
    return row


def _pair(press: Press) -> tuple[int, str]:
    place, _, rest = press.arg.partition(".")
    if not place.isdecimal():
        raise Stale
    return int(place), rest


def _points(row: Expecting, place: int) -> list[dict[str, Any]]:
    points = listed(row, "points")
    if place >= len(points):
        raise Stale
    return points


QUESTIONS[WHAT] = ask
NEEDS[WHAT] = Act.REQUEST_CHANGES
