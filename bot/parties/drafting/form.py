"""The open form of a draft or a counter-offer: which question is open, and which is next."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from secrets import token_hex
from typing import Final, Self

from bot.parties.kit.terms import TERMS
from bot.parties.kit.update import BOT
from core.deal.terms import Terms
from core.drafting import Edit, SetCurrency, SetMilestone
from core.ports import Expecting
from core.values.amounts import parse
from core.values.errors import Ambiguous, BadInput
from core.values.ids import DealId, PersonId
from core.values.money import Money
from core.values.words import Words

MOST_STEPS_BACK: Final = 40


class Ask(StrEnum):
    """Every question of the form, and the cards between them."""

    TITLE = "title"
    WORK = "work"
    FILES = "files"
    CURRENCY = "currency"
    M_TITLE = "m-title"
    M_AMOUNT = "m-amount"
    M_DAYS = "m-days"
    M_CRITERIA = "m-criteria"
    MORE = "more"
    RULES = "rules"
    ROUNDS = "rounds"
    REVIEW = "review"
    CANCEL_FEE = "cancel-fee"
    ORDER = "order"
    PREVIEW = "preview"
    EDIT = "edit"

    @classmethod
    def _missing_(cls, value: object) -> Ask | None:
        """A question that is no more asked by itself, of a form that was open before."""
        return cls.M_AMOUNT if value == "parts" else None

    @property
    def of_milestone(self) -> bool:
        """Whether it is asked of one milestone."""
        return self.value.startswith("m-")


_GAPS: Final = {
    "title": Ask.M_TITLE,
    "amount": Ask.M_AMOUNT,
    "duration": Ask.M_DAYS,
    "criteria": Ask.M_CRITERIA,
}


@dataclass(frozen=True, slots=True)
class TermsForm:
    """One open form. `passed` are the optional questions that were answered or skipped."""

    person: PersonId
    deal: DealId
    ask: Ask
    number: int = 1
    passed: tuple[Ask, ...] = ()
    several: bool = False
    single: bool = False
    """One thing is being changed from the list of all: after the answer the preview is next."""
    trail: tuple[str, ...] = ()
    """The questions before this one, as `ask:number`, for *Back*."""
    choices: tuple[tuple[int, str], ...] = ()
    """The readings of an ambiguous amount, as (minor units, currency)."""
    typed: tuple[tuple[int, str], ...] = ()
    """Amounts of milestones typed all at once that are not clear yet, as (number, words)."""
    by: str = ""
    """The request that wrote this row: the same update handled again has been answered."""
    album: str = ""
    """The album whose files are arriving."""
    shown: int | None = None
    """The message of the open question, which loses its buttons once it is answered."""
    since: int | None = None
    """The first message of what was sent last: the question may stand below all of it."""
    came: int = 0
    """How many files were sent, whatever became of them."""
    left: tuple[Mapping[str, object], ...] = ()
    """What was left out of them, as `bot.parties.kit.holding` names it."""
    missing: int = 0
    """How much that is."""

    @classmethod
    def read(cls, row: Expecting) -> Self:
        """From the row; what it does not have gets the defaults."""
        data = row.data
        if row.deal is None:
            msg = "a form of terms belongs to a deal"
            raise ValueError(msg)
        return cls(
            row.person,
            row.deal,
            Ask(row.field),
            number=_int(data, "number", 1),
            passed=tuple(Ask(name) for name in _strings(data, "passed")),
            several=bool(data.get("several")),
            single=bool(data.get("single")),
            trail=tuple(_strings(data, "trail")),
            choices=tuple(_pairs(data, "choices")),
            typed=tuple(_pairs(data, "typed")),
            by=str(data.get("by", "")),
            album=str(data.get("album", "")),
            shown=_int(data, "shown", 0) or None,
            since=_int(data, "since", 0) or None,
            came=_int(data, "came", 0),
            left=tuple(_rows(data, "left")),
            missing=_int(data, "missing", 0),
        )

    def row(self) -> Expecting:
        """As it is stored."""
        data: dict[str, object] = {
            "number": self.number,
            "passed": [ask.value for ask in self.passed],
            "several": self.several,
            "single": self.single,
            "trail": list(self.trail),
            "choices": [list(choice) for choice in self.choices],
            "typed": [list(one) for one in self.typed],
            "by": self.by,
            "album": self.album,
            "shown": self.shown,
            "since": self.since,
            "came": self.came,
            "left": list(self.left),
            "missing": self.missing,
        }
        return Expecting(self.person, BOT, TERMS, self.deal, None, self.ask.value, data)

    @property
    def first(self) -> bool:
        """Whether it is at its very first question, with none before it."""
        return self.ask is Ask.TITLE and not self.single and not self.trail

    def without(self) -> TermsForm:
        """What was left out is known to its sender, and wanted no more."""
        return replace(self, came=0, left=(), missing=0)

    def answered(self, terms: Terms, request: str) -> TermsForm:
        """The form with the next question open, `terms` being what they are after the answer."""
        passed = self.passed if self.ask in self.passed else (*self.passed, self.ask)
        done = replace(self.without(), passed=passed)
        if self.single:
            return replace(
                done, ask=Ask.PREVIEW, single=False, trail=(), choices=(), by=request, album=""
            )
        return done.after(terms, request)

    def after(self, terms: Terms, request: str) -> TermsForm:
        """The form at its first gap, from which *Back* leads here."""
        done = replace(self, choices=(), by=request, album="")
        ask, number = next_question(terms, done)
        trail = (*self.trail, f"{self.ask}:{self.number}")[-MOST_STEPS_BACK:]
        choices = done.readings(number, terms) if ask is Ask.M_AMOUNT else ()
        trail = () if ask is Ask.PREVIEW else trail
        return replace(done, ask=ask, number=number, trail=trail, choices=choices)

    def readings(self, number: int, terms: Terms) -> tuple[tuple[int, str], ...]:
        """The ways to read the amount that was typed for this milestone before it was asked for."""
        try:
            parse(dict(self.typed).get(number, ""), terms.currency or "")
        except Ambiguous as two:
            return tuple(two.data["choices"])  # type: ignore[arg-type]
        except BadInput:
            return ()
        return ()

    def priced_in(self, currency: str, terms: Terms) -> tuple[Edit, ...]:
        """Edits to this currency, and to the amounts that are clear now that it is known."""
        edits: list[Edit] = [SetCurrency(currency)]
        for number, typed in self.typed:
            with suppress(BadInput):
                edits.append(priced(terms, number, parse(typed, currency)))
        return tuple(edits)

    def at_new_milestone(self, terms: Terms) -> TermsForm:
        """The form at the title of one more milestone, after which *more?* is asked again."""
        return replace(
            self,
            ask=Ask.M_TITLE,
            number=len(terms.milestones) + 1,
            passed=tuple(ask for ask in self.passed if ask is not Ask.MORE),
            several=True,
            single=False,
            trail=(*self.trail, f"{self.ask}:{self.number}") if self.ask is Ask.MORE else (),
        )

    def back(self, request: str) -> TermsForm:
        """The form with the question before this one open; from one change, the list of all."""
        if self.single or not self.trail:
            return replace(self, ask=Ask.EDIT, single=False, trail=(), choices=(), by=request)
        ask, _, number = self.trail[-1].partition(":")
        return replace(
            self, ask=Ask(ask), number=int(number), trail=self.trail[:-1], choices=(), by=request
        )


def priced(terms: Terms, number: int, amount: Money | None) -> SetMilestone:
    """The amount of a milestone; the only one that there is to be is called as the deal is."""
    if terms.milestones or terms.title is None:
        return SetMilestone(number, amount=amount)
    title = Words.of(str(terms.title), token_hex(16))
    return SetMilestone(number, amount=amount, title=title)


def resumed(person: PersonId, deal: DealId, terms: Terms) -> TermsForm:
    """The form of a draft that is taken up again: the first gap, or the preview."""
    begun = bool(terms.milestones)
    passed = (Ask.WORK, Ask.MORE) if begun else ()
    form = TermsForm(person, deal, Ask.TITLE, passed=passed, several=len(terms.milestones) > 1)
    return opened(form, terms)


def opened(form: TermsForm, terms: Terms) -> TermsForm:
    """The form at its first gap."""
    ask, number = next_question(terms, form)
    return replace(form, ask=ask, number=number)


def next_question(terms: Terms, form: TermsForm) -> tuple[Ask, int]:
    """What is asked next, and of which milestone; the preview when nothing is.

    One payment is usual, so its amount is asked for at once; the currency is asked where an amount
    does not tell it; rules and files are changed from the preview.
    """
    if terms.title is None:
        return Ask.TITLE, 1
    if Ask.WORK not in form.passed:
        return Ask.WORK, 1
    if terms.currency is None and form.typed:
        return Ask.CURRENCY, 1
    if not terms.milestones:
        return (Ask.M_TITLE if form.several else Ask.M_AMOUNT), 1
    for number, milestone in enumerate(terms.milestones, 1):
        for gap in milestone.gaps():
            return _GAPS[gap], number
    if form.several and Ask.MORE not in form.passed:
        return Ask.MORE, len(terms.milestones)
    return Ask.PREVIEW, 1


def _int(data: Mapping[str, object], key: str, default: int) -> int:
    value = data.get(key, default)
    return value if isinstance(value, int) else default


def _strings(data: Mapping[str, object], key: str) -> list[str]:
    value = data.get(key)
    return [str(item) for item in value] if isinstance(value, list | tuple) else []


def _rows(data: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    value = data.get(key)
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _pairs(data: Mapping[str, object], key: str) -> list[tuple[int, str]]:
    value = data.get(key)
    rows = value if isinstance(value, list | tuple) else []
    return [(int(minor), str(currency)) for minor, currency in rows]
