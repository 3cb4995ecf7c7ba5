"""Handing in work: files and links, a word on each criterion and open point, the tap."""

from __future__ import annotations

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.gather import nothing_card
from bot.cards.work import answer_card, note_card, open_items, submit_summary, terms_of
from bot.mail.heard import holds_something
from bot.parties.deals.forms import (
    NEEDS,
    as_seen,
    at,
    blank,
    do_closing,
    file_data,
    files_of,
    form,
    joined,
    keep,
    listed,
    said_data,
    words_data,
    words_of,
)
from bot.parties.deals.gather import (
    COLLECT,
    GATHERS,
    QUESTIONS,
    Gather,
    ask_gather,
    closed_with,
    put_question,
)
from bot.parties.deals.holding import with_message, with_more
from bot.parties.deals.show import own_view
from bot.parties.deals.steps import looked_at
from bot.parties.kit import Asked, Pressed, Update, chosen, received_files
from bot.texts.links import links_in, without_links
from core.deal.milestone import Milestone, Submission
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, Stale
from core.values.ids import DealId
from core.values.marks import unquoted
from core.values.words import Words, within
from core.views import DealView
from core.working import SubmitWork

WHAT: Final = "submit"

router = Router(name="deal-submitting")


@router.callback_query(Pressed("sub"))
async def begin(_query: CallbackQuery, update: Update, press: Press) -> None:
    """Begin, or go on where it was left."""
    view, m = await looked_at(update, press, Act.SUBMIT)
    await begin_submission(update, view.deal.id, m.number)


async def begin_submission(
    update: Update, deal: DealId, milestone: int, said: Expecting | None = None
) -> None:
    """Open the form; the files and words of a loose message are added, and it is closed."""
    row = await form(update, WHAT, deal, milestone) or blank(update, WHAT, deal, milestone, COLLECT)
    if said is not None:
        row = await with_more(update, row, listed(said, "texts"), listed(said, "files"))
    await ask(update, await keep(update, row, instead_of=said), new=False)


async def _on_table(update: Update, row: Expecting) -> tuple[DealView, Milestone]:
    view = await own_view(update, row.deal)
    return view, view.deal.milestone(row.number)


async def ask(update: Update, row: Expecting, *, new: bool = True) -> None:
    """The open question of the form."""
    if row.field == COLLECT:
        await ask_gather(update, row, new=new)
        return
    view, m = await _on_table(update, row)
    card = _question(view, m, row, update)
    await put_question(update, row, card, new=new)


def _question(view: DealView, m: Milestone, row: Expecting, update: Update) -> Card:
    if row.field == "note":
        return note_card(view, m, len(listed(row, "notes")), update.t)
    if row.field == "answer":
        return answer_card(view, m, len(listed(row, "answers")), update.t)
    links, message = _links_and_message(row)
    notes, answers = words_of(row.data, "notes"), words_of(row.data, "answers")
    work = Submission(0, view.now, files_of(row.data), links, notes, answers, message)
    back_for = update.app.escrow.policy.submission_take_back
    return submit_summary(view, m, work, back_for, update.t)


def _next(view: DealView, m: Milestone, row: Expecting, **data: object) -> Expecting:
    """The form at its next question."""
    after = at(row, row.field, **data)
    if len(listed(after, "notes")) < len(terms_of(view, m).criteria):
        return at(after, "note")
    if len(listed(after, "answers")) < len(open_items(m)):
        return at(after, "answer")
    return at(after, "sum")


def _links_and_message(row: Expecting) -> tuple[tuple[Words, ...], Words | None]:
    """The links that were sent, each once, and the words beside them."""
    links: list[Words] = []
    beside: list[dict[str, str]] = []
    for text in listed(row, "texts"):
        found = links_in(unquoted(text["text"]))
        links += [Words.of(link, text["salt"]) for link in found]
        if without_links(text["text"]):
            beside.append(text)
    return tuple(dict.fromkeys(links)), joined({"texts": beside})


async def collected_enough(update: Update, row: Expecting) -> None:
    """*Done*: at least one file or link, then the words."""
    links, _ = _links_and_message(row)
    if not links and not row.data.get("files"):
        raise BadInput("submission-empty")
    view, m = await _on_table(update, row)
    await ask(update, await keep(update, _next(view, m, row)), new=False)


@router.message(Asked(WHAT, "note", "answer", "sum"))
async def answered(message: Message, update: Update, expecting: Expecting) -> None:
    """A word on a criterion or a point; a file that comes with it belongs to the work."""
    if not holds_something(message):
        await update.say_once(message.media_group_id, nothing_card(update.t))
        return
    said = said_data(message, expecting)
    if expecting.field == "sum" or not said:
        await ask(update, await keep(update, await with_message(update, message, expecting)))
        return
    within(said[0]["text"])
    files = [file_data(file, message) for file in await received_files(update, message)]
    row = await with_more(update, expecting, (), files)
    await _say_on(update, row, said[0], new=True)


@router.callback_query(Pressed("subok"))
async def as_agreed(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Done as agreed*."""
    row = await _open(update, press)
    if row.field not in ("note", "answer"):
        await ask(update, row, new=False)
        return
    await _say_on(update, row, words_data(chosen(update.t, "done-as-agreed")), new=False)


async def _say_on(update: Update, row: Expecting, said: dict[str, str], *, new: bool) -> None:
    view, m = await _on_table(update, row)
    key = f"{row.field}s"
    more = {key: [*listed(row, key), said]}
    await ask(update, await keep(update, _next(view, m, row, **more)), new=new)


@router.callback_query(Pressed("subprev"))
async def previous(_query: CallbackQuery, update: Update, press: Press) -> None:
    """*Back*: the answer before is asked again."""
    row = await _open(update, press)
    before = at(row, COLLECT)
    for key in ("notes", "answers"):
        if listed(row, key):
            before = at(row, key.removesuffix("s"), **{key: listed(row, key)[:-1]})
    await ask(update, await keep(update, before), new=False)


async def _open(update: Update, press: Press) -> Expecting:
    row = await form(update, WHAT, press.deal, press.milestone)
    if row is None:
        raise Stale
    return row


@router.callback_query(Pressed("subx"))
async def submit(_query: CallbackQuery, update: Update, press: Press) -> None:
    """The tap that hands it in, with the words beside the work."""
    row = await _open(update, press)
    view, m = await _on_table(update, row)
    links, message = _links_and_message(row)
    command = SubmitWork(
        actor=update.person.id,
        deal=view.deal.id,
        milestone=m.number,
        seen=press.shown,
        files=files_of(row.data),
        links=links,
        notes=words_of(row.data, "notes"),
        answers=words_of(row.data, "answers"),
        words=message,
    )
    try:
        await do_closing(update, row, command)
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, m.number, press.seen) from None
    other = view.other
    await closed_with(
        update, view.deal.id, update.t("done-submit", name="" if other is None else other.name)
    )


GATHERS[WHAT] = Gather(collected_enough)
QUESTIONS[WHAT] = ask
NEEDS[WHAT] = Act.SUBMIT
