"""Handing in work: files and links, the tap; between them a word on what is not just as agreed.

Every criterion and open point stands as done as agreed, and says so before it goes out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, Self

from aiogram.types import Message

from bot.buttons import DO, Press
from bot.cards import Card
from bot.cards.kit.gather import nothing_card
from bot.cards.working.handing_in import (
    answer_card,
    note_card,
    open_items,
    submit_summary,
    terms_of,
    which_card,
)
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
from bot.parties.working.agreed import agreed_then, places
from bot.texts.links import links_in, without_links
from core.deal.milestone import Milestone, Submission
from core.deal.model import Deal
from core.deal.step import Act
from core.ports import Expecting
from core.values.errors import BadInput, NotNow, Stale
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
    WHICH = "which"
    """On which of them there is a word to say."""
    SUM = "sum"


_WORD: Final = (SubmitAsk.NOTE, SubmitAsk.ANSWER)


@dataclass(frozen=True, slots=True)
class Handing:
    """Work that is being handed in: beside what was collected, what is said of it."""

    kept: Expecting
    ask: SubmitAsk
    notes: tuple[Said, ...] = ()
    answers: tuple[Said, ...] = ()
    place: int = 0
    """Of the criterion or open point that a word is asked on, or the page of them."""
    under: int | None = None
    """How many agreements came before the one on whose criteria the words are."""

    @classmethod
    def read(cls, row: Expecting) -> Self:
        """From the row."""
        notes, answers = tuple(listed(row, "notes")), tuple(listed(row, "answers"))
        ask, place = SubmitAsk(row.field), row.data.get("place")
        if not isinstance(place, int):  # it was asked when each was asked in turn
            place = {SubmitAsk.NOTE: len(notes), SubmitAsk.ANSWER: len(answers)}.get(ask, 0)
        return cls(row, ask, notes, answers, place, agreed_then(row))

    def row(self) -> Expecting:
        """As it is stored; what nothing was ever said of has no list."""
        lists = {"notes": list(self.notes), "answers": list(self.answers)}
        said = {key: those for key, those in lists.items() if those or key in self.kept.data}
        return at(self.kept, self.ask.value, **said, place=self.place, under=self.under)

    def by(self, deal: Deal, agreed: Callable[[], Said]) -> Handing:
        """By what is agreed now: a word stays with its criterion, and goes with it."""
        now = len(deal.earlier)
        if self.under is None or self.under == now:
            return replace(self, under=now)
        moved = {new: old for old, new in places(deal, self.kept, self.under).items()}
        criteria = range(len(deal.terms.milestones[self.kept.number - 1].criteria))
        known = [moved.get(place, len(self.notes)) for place in criteria]
        notes = tuple(self.notes[old] if old < len(self.notes) else agreed() for old in known)
        ask = SubmitAsk.SUM if self.ask is SubmitAsk.NOTE else self.ask
        return replace(self, notes=notes, ask=ask, under=now)

    def asking(self, ask: SubmitAsk, place: int = 0) -> Handing:
        """At another question."""
        return replace(self, ask=ask, place=place)

    def filled(self, criteria: int, points: int, agreed: Callable[[], Said]) -> Handing:
        """With `agreed` for each criterion and open point of which nothing was said."""
        return replace(
            self,
            notes=_filled(self.notes, criteria, agreed),
            answers=_filled(self.answers, points, agreed),
        )

    def on(self, place: int) -> Handing:
        """At the word on one of the criteria and open points, in their order. Raises Stale."""
        if place < len(self.notes):
            return self.asking(SubmitAsk.NOTE, place)
        if place < len(self.notes) + len(self.answers):
            return self.asking(SubmitAsk.ANSWER, place - len(self.notes))
        raise Stale

    def said(self, word: Said) -> Handing:
        """With a word on what is asked, at the summary."""
        done = self.asking(SubmitAsk.SUM)
        if self.ask is SubmitAsk.NOTE:
            return replace(done, notes=_put(self.notes, self.place, word))
        return replace(done, answers=_put(self.answers, self.place, word))

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


def _filled(said: tuple[Said, ...], count: int, agreed: Callable[[], Said]) -> tuple[Said, ...]:
    return (*said[:count], *(agreed() for _ in range(count - len(said))))


def _put(said: tuple[Said, ...], place: int, word: Said) -> tuple[Said, ...]:
    return (*said[:place], word, *said[place + 1 :])


async def _whole(update: Update, row: Expecting) -> tuple[Handing, DealView, Milestone]:
    """The work with something said of each criterion and open point, as core wants it."""
    view = await own_view(update, row.deal)
    m = view.deal.milestone(row.number)
    criteria, points = len(terms_of(view, m).criteria), len(open_items(m))
    work = Handing.read(row).by(view.deal, lambda: _agreed(update))
    return work.filled(criteria, points, lambda: _agreed(update)), view, m


def _agreed(update: Update) -> Said:
    return words_data(chosen(update.t, "done-as-agreed"))


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
    if row.field == COLLECT:
        return await ask_gather(update, row)
    work, view, m = await _whole(update, row)
    match work.ask:
        case SubmitAsk.NOTE:
            return note_card(view, m, work.place, update.t)
        case SubmitAsk.ANSWER:
            return answer_card(view, m, work.place, update.t)
        case SubmitAsk.WHICH:
            return which_card(view, m, work.place, update.t)
    done = work.command(view, m, m.seen)
    shown = Submission(
        0,
        view.now,
        done.files,
        done.links,
        done.notes,
        done.answers,
        done.words,
        under=len(view.deal.earlier),
    )
    back_for = update.app.escrow.policy.submission_take_back
    return submit_summary(view, m, shown, back_for, update.t)


async def _asked(update: Update, work: Handing, *, new: bool = False) -> Shown:
    return Shown(OpenQuestion(await keep(update, work.row()), new=new))


async def collected_enough(update: Update, row: Expecting) -> Shown:
    """*Done*: at least one file or link. All of it stands as agreed then."""
    work, _, _ = await _whole(update, row)
    if not work.links and not row.data.get("files"):
        raise BadInput("submission-empty")
    return await _asked(update, work.asking(SubmitAsk.SUM))


async def take(update: Update, message: Message, row: Expecting) -> Shown | None:
    """What belongs to the work, or a word on what is asked of it."""
    if row.field == COLLECT:
        return await collect(update, message, row)
    if not holds_something(message):
        await update.say_once(message.media_group_id, nothing_card(update.t))
        return None
    said = said_data(message, row)
    if row.field not in _WORD or not said:
        more = await with_message(update, message, row)
        ask = row.field if row.field in _WORD else SubmitAsk.SUM.value
        return Shown(OpenQuestion(await keep(update, at(more, ask)), new=True))
    within(said[0]["text"])
    files = [file_data(file, message) for file in await received_files(update, message)]
    work, _, _ = await _whole(update, await with_more(update, row, (), files))
    return await _asked(update, work.said(said[0]), new=True)


def fits(message: Message, row: Expecting) -> bool:
    """Whatever is sent is an answer, or belongs to the work."""
    return row.field != COLLECT or is_no_command(message, row)


async def word_on_one(update: Update, press: Press, row: Expecting) -> Shown:
    """*A word on one…*: which, unless there is one only; or another page of them."""
    work, _, _ = await _whole(update, row)
    if work.ask is SubmitAsk.COLLECT:
        return Shown(OpenQuestion(row))
    if len(work.notes) + len(work.answers) == 1:
        return await _asked(update, work.on(0))
    return await _asked(update, work.asking(SubmitAsk.WHICH, _number(press.arg or "0")))


async def word_on(update: Update, press: Press, row: Expecting) -> Shown:
    """The one that there is a word to say on."""
    work, _, _ = await _whole(update, row)
    if work.ask is SubmitAsk.COLLECT:
        return Shown(OpenQuestion(row))
    return await _asked(update, work.on(_number(press.arg)))


def _number(arg: str) -> int:
    if not arg.isdecimal():
        raise Stale
    return int(arg)


async def as_agreed(update: Update, _press: Press, row: Expecting) -> Shown:
    """*Done as agreed*, instead of a word."""
    work, _, _ = await _whole(update, row)
    if work.ask not in _WORD:
        return Shown(OpenQuestion(row))
    return await _asked(update, work.said(_agreed(update)))


async def previous(update: Update, _press: Press, row: Expecting) -> Shown:
    """*Back*: from a word to the summary, from there to what was collected."""
    work, _, _ = await _whole(update, row)
    summed = work.ask in (SubmitAsk.SUM, SubmitAsk.COLLECT)
    return await _asked(update, work.asking(SubmitAsk.COLLECT if summed else SubmitAsk.SUM))


async def submit(update: Update, press: Press, row: Expecting) -> Shown:
    """The tap that hands it in, with the words beside the work."""
    work, view, m = await _whole(update, row)
    command = work.command(view, m, press.shown)
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
    OnAct(Act.SUBMIT, begin),
    OnForm("subone", word_on_one, FORM),
    OnForm("subword", word_on, FORM),
    OnForm("subok", as_agreed, FORM),
    OnForm("subprev", previous, FORM),
    OnForm(Act.SUBMIT + DO, submit, FORM),
)
