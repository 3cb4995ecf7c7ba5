"""Handing in work: files and links, a word on each criterion and open point, the tap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, Self

from aiogram.types import Message

from bot.buttons import Press
from bot.cards import Card
from bot.cards.gather import nothing_card
from bot.cards.work import answer_card, note_card, open_items, submit_summary, terms_of
from bot.mail.heard import holds_something
from bot.parties.kit.data import (
    file_data,
    files_of,
    joined,
    listed,
    said_data,
    words_data,
    words_of,
)
from bot.parties.kit.files import received_files
from bot.parties.kit.forms import as_seen, at, blank, do_closing, form, keep
from bot.parties.kit.gathering import COLLECT, ask_gather, collect, is_no_command
from bot.parties.kit.holding import with_message, with_more
from bot.parties.kit.presses import OnAct, OnForm
from bot.parties.kit.screens import own_view
from bot.parties.kit.shown import OpenQuestion, Shown, TheDeal
from bot.parties.kit.update import FormKind, Update, chosen
from bot.texts.links import links_in, without_links
from core.deal.milestone import Milestone, Submission
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import BadInput, NotNow
from core.values.marks import unquoted
from core.values.words import Words, within
from core.views import DealView
from core.working import SubmitWork

WHAT: Final = "submit"
Said = Mapping[str, Any]


class SubmitAsk(StrEnum):
    """What is asked of who hands in."""

    COLLECT = COLLECT
    NOTE = "note"
    """A word on a criterion."""
    ANSWER = "answer"
    """A word on an open point."""
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Handing:
    """Work that is being handed in: beside what was collected, what was said of it so far."""

    kept: Expecting
    ask: SubmitAsk
    notes: tuple[Said, ...] = ()
    answers: tuple[Said, ...] = ()

    @classmethod
    def read(cls, row: Expecting) -> Self:
        """From the row."""
        notes, answers = tuple(listed(row, "notes")), tuple(listed(row, "answers"))
        return cls(row, SubmitAsk(row.field), notes, answers)

    def row(self) -> Expecting:
        """As it is stored; what nothing was ever said of has no list."""
        lists = {"notes": list(self.notes), "answers": list(self.answers)}
        said = {key: those for key, those in lists.items() if those or key in self.kept.data}
        return at(self.kept, self.ask.value, **said)

    def next(self, view: DealView, m: Milestone) -> Handing:
        """At the next question."""
        if len(self.notes) < len(terms_of(view, m).criteria):
            return replace(self, ask=SubmitAsk.NOTE)
        if len(self.answers) < len(open_items(m)):
            return replace(self, ask=SubmitAsk.ANSWER)
        return replace(self, ask=SubmitAsk.SUM)

    def before(self) -> Handing:
        """At the question that was answered last, without its answer."""
        if self.answers:
            return replace(self, ask=SubmitAsk.ANSWER, answers=self.answers[:-1])
        if self.notes:
            return replace(self, ask=SubmitAsk.NOTE, notes=self.notes[:-1])
        return replace(self, ask=SubmitAsk.COLLECT)

    def said(self, word: Said) -> Handing:
        """With a word on what is asked."""
        if self.ask is SubmitAsk.NOTE:
            return replace(self, notes=(*self.notes, word))
        return replace(self, answers=(*self.answers, word))

    @property
    def links(self) -> tuple[Words, ...]:
        """The links that were sent, each once."""
        return tuple(
            dict.fromkeys(
                Words.of(link, text["salt"])
                for text in listed(self.kept, "texts")
                for link in links_in(unquoted(text["text"]))
            )
        )

    @property
    def words(self) -> Words | None:
        """What was written beside the links. Raises BadInput("text-too-long")."""
        texts = [text for text in listed(self.kept, "texts") if without_links(text["text"])]
        return joined({"texts": texts})

    def command(self, view: DealView, m: Milestone, seen: int) -> SubmitWork:
        """What hands it in."""
        row = self.row()
        return SubmitWork(
            actor=row.person,
            deal=view.deal.id,
            milestone=m.number,
            seen=seen,
            files=files_of(row.data),
            links=self.links,
            notes=words_of(row.data, "notes"),
            answers=words_of(row.data, "answers"),
            words=self.words,
        )


async def _on_table(update: Update, row: Expecting) -> tuple[DealView, Milestone]:
    view = await own_view(update, row.deal)
    return view, view.deal.milestone(row.number)


async def begin(update: Update, _press: Press, view: DealView, m: Milestone) -> Shown:
    """Begin, or go on where it was left."""
    row = await form(update, WHAT, view.deal.id, m.number)
    row = row or blank(update, WHAT, view.deal.id, m.number, COLLECT)
    return Shown(OpenQuestion(await keep(update, row)))


async def take_over(update: Update, row: Expecting, said: Expecting) -> Expecting:
    """The files and words of a loose message are added."""
    return await with_more(update, row, listed(said, "texts"), listed(said, "files"))


async def ask(update: Update, row: Expecting) -> Card:
    """The open question of the form."""
    work = Handing.read(row)
    if work.ask is SubmitAsk.COLLECT:
        return await ask_gather(update, row)
    view, m = await _on_table(update, row)
    if work.ask is SubmitAsk.NOTE:
        return note_card(view, m, len(work.notes), update.t)
    if work.ask is SubmitAsk.ANSWER:
        return answer_card(view, m, len(work.answers), update.t)
    done = work.command(view, m, m.seen)
    shown = Submission(0, view.now, done.files, done.links, done.notes, done.answers, done.words)
    back_for = update.app.escrow.policy.submission_take_back
    return submit_summary(view, m, shown, back_for, update.t)


async def collected_enough(update: Update, row: Expecting) -> Shown:
    """*Done*: at least one file or link, then the words."""
    work = Handing.read(row)
    if not work.links and not row.data.get("files"):
        raise BadInput("submission-empty")
    view, m = await _on_table(update, row)
    return Shown(OpenQuestion(await keep(update, work.next(view, m).row())))


async def take(update: Update, message: Message, row: Expecting) -> Shown | None:
    """What belongs to the work, or a word on what is asked of it."""
    if row.field == COLLECT:
        return await collect(update, message, row)
    if not holds_something(message):
        await update.say_once(message.media_group_id, nothing_card(update.t))
        return None
    said = said_data(message, row)
    if row.field == SubmitAsk.SUM or not said:
        more = await with_message(update, message, row)
        return Shown(OpenQuestion(await keep(update, more), new=True))
    within(said[0]["text"])
    files = [file_data(file, message) for file in await received_files(update, message)]
    return await _say_on(update, await with_more(update, row, (), files), said[0], new=True)


def fits(message: Message, row: Expecting) -> bool:
    """Whatever is sent is an answer, or belongs to the work."""
    return row.field != COLLECT or is_no_command(message, row)


async def as_agreed(update: Update, _press: Press, row: Expecting) -> Shown:
    """*Done as agreed*."""
    if Handing.read(row).ask not in (SubmitAsk.NOTE, SubmitAsk.ANSWER):
        return Shown(OpenQuestion(row))
    return await _say_on(update, row, words_data(chosen(update.t, "done-as-agreed")), new=False)


async def _say_on(update: Update, row: Expecting, said: Said, *, new: bool) -> Shown:
    view, m = await _on_table(update, row)
    after = Handing.read(row).said(said).next(view, m)
    return Shown(OpenQuestion(await keep(update, after.row()), new=new))


async def previous(update: Update, _press: Press, row: Expecting) -> Shown:
    """*Back*: the answer before is asked again."""
    return Shown(OpenQuestion(await keep(update, Handing.read(row).before().row())))


async def submit(update: Update, press: Press, row: Expecting) -> Shown:
    """The tap that hands it in, with the words beside the work."""
    view, m = await _on_table(update, row)
    command = Handing.read(row).command(view, m, press.shown)
    try:
        await do_closing(update, row, command)
    except NotNow as no:
        raise await as_seen(update, no, view.deal.id, m.number, press.seen) from None
    name = "" if view.other is None else view.other.name
    return Shown(TheDeal(view.deal.id), update.t("done-submit", name=name), closed=True)


FORM = FormKind(
    WHAT,
    ask,
    take,
    fits,
    act=Act.SUBMIT,
    finish=collected_enough,
    take_over=take_over,
)
PRESSES = (
    OnAct("sub", Act.SUBMIT, begin),
    OnForm("subok", as_agreed, FORM),
    OnForm("subprev", previous, FORM),
    OnForm("subx", submit, FORM),
)
