"""What people type or send as the answer to a question of the terms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from aiogram.types import Message

from bot.cards import Card
from bot.cards.kit.wording import short
from bot.mail.heard import saying, sent_file, typed
from bot.mail.intake import followed
from bot.parties.drafting.asking import about, answer, change, move, question, what_is_next
from bot.parties.drafting.correcting import remember_answer
from bot.parties.drafting.dated import tell_dates
from bot.parties.drafting.form import Ask, TermsForm, priced
from bot.parties.drafting.going_on import Priced, priced_and_timed, timed
from bot.parties.kit.asking import answer_below
from bot.parties.kit.data import came_in, file_of
from bot.parties.kit.holding import left_out, taken
from bot.parties.kit.reading import AtOnce, read_at_once, read_lines
from bot.parties.kit.screens import strip
from bot.parties.kit.shown import OpenQuestion, Shown
from bot.parties.kit.terms import TERMS, editing
from bot.parties.kit.update import FormKind, Update, salted, text_file, words
from bot.texts import typed as typed_data
from bot.texts.lengths import read_length, read_rounds
from core.deal.step import Act
from core.deal.terms import Terms
from core.drafting import (
    AddFile,
    Edit,
    SetCurrency,
    SetDescription,
    SetMilestone,
    SetRules,
    SetTitle,
)
from core.ports import Expecting
from core.values import currencies
from core.values.amounts import named, parse
from core.values.errors import Ambiguous, BadInput, OverLimit, Refusal
from core.values.money import Money
from core.values.words import TEXT_LIMIT, TITLE_LIMIT, Words

_CUT_AFTER: Final = TEXT_LIMIT - 600
"""A phone cuts a longer text near to what a message takes: words after that belong to it."""

_TWO_DATES: Final = "date-ambiguous"
"""What is refused of a milestone typed at once, and not taken for a part of a title."""

Answer = Callable[[Update, TermsForm, Terms, str], Awaitable[Shown]]


async def _take(update: Update, message: Message, row: Expecting) -> Shown | None:
    """One answer is one command, with the next question written beside it."""
    form = TermsForm.read(row)
    if form.by == update.request:
        await remember_answer(update, form.deal, message, work=False)
        return await what_is_next(update, form.deal)
    now = await editing(update, form.deal)
    work = form.ask in (Ask.WORK, Ask.FILES)
    if sent_file(message) is not None:
        await _with_file(update, form, now.terms, message)
        return None
    text = saying(message) if work else typed(message)
    handle = _ANSWERS.get(form.ask)
    if not text or handle is None:
        key = "ask-needs-text" if handle is not None else "ask-needs-button"
        await update.say(Card(update.t(key)))
        return await what_is_next(update, form.deal)
    shown = await handle(update, form, now.terms, text)
    await remember_answer(update, form.deal, message, work=work)
    await tell_dates(update, form.deal, now.terms, "" if work else text)
    if isinstance(shown.place, OpenQuestion):
        return shown
    if form.shown is not None:
        await strip(update, form.shown)
    return replace(shown, closed=True)


async def _with_file(update: Update, form: TermsForm, terms: Terms, message: Message) -> None:
    """A file for the terms; what stands below it is part of the work in their words.

    Whatever is asked now, it is part of the work. What comes in one go is taken whole and answered
    once; what does not fit is left out by name.
    """
    kept, refused = await taken(update, message)
    files = [file_of(file) for file in kept]
    edits: list[Edit] = [AddFile(file) for file in files]
    said = saying(message)
    title = _title_in(form, terms, said)
    if said := said.removeprefix(title).strip():
        edits.append(await _longer(update, terms, said))
    room = update.app.escrow.policy.max_files - len(terms.files)
    if sum(isinstance(edit, AddFile) for edit in edits) > room:
        refused = OverLimit("too-many-files", limit=update.app.escrow.policy.max_files)
        edits = [edit for edit in edits if not isinstance(edit, AddFile)]
        files = []
    if title:
        edits.append(named_so := SetTitle(_line(title)))
        form = _with_work(form).after(replace(terms, title=named_so.title), update.request)
    after = _with_sent(form, terms, message, refused)
    if edits and form.ask is Ask.WORK:
        after = _more_work(after)
    row = await change(update, after, *edits)
    await remember_answer(update, form.deal, message, work=True, file=files[0] if files else None)
    if not followed.get():
        await answer_below(update, row, await question(update, row))


def _title_in(form: TermsForm, terms: Terms, said: str) -> str:
    """The first line below a file, where a title is asked for and that is one."""
    line = said.partition("\n")[0].strip()
    return line if _asks_work_next(form, terms) and len(line) <= TITLE_LIMIT else ""


def _more_work(form: TermsForm) -> TermsForm:
    """The form, which asks whether there is more of the work."""
    passed = form.passed if Ask.WORK in form.passed else (*form.passed, Ask.WORK)
    return replace(form, ask=Ask.FILES, passed=passed)


def _with_sent(
    form: TermsForm, terms: Terms, message: Message, refused: Refusal | None
) -> TermsForm:
    """The form with one more file sent to it, and why that can not be kept, if it can not."""
    album, sent = message.media_group_id or "", sent_file(message)
    same = bool(album) and album == form.album
    number = (form.came or len(terms.files)) + 1
    since = form.since if same else message.message_id
    after = replace(form, album=album, came=number, since=since)
    if refused is None or sent is None:
        return after
    known = came_in(message, sent.unique)
    return TermsForm.read(left_out(after.row(), number, sent.name, refused, known))


async def _longer(update: Update, terms: Terms, more: str) -> Edit:
    """More of the work in their words; a file of the terms, where one text can not take it."""
    before = terms.description
    whole = more if before is None else f"{before.text or ''}\n{more}"
    if len(whole) <= TEXT_LIMIT:
        return SetDescription(salted(whole))
    name = f"text-{len(terms.files) + 1}.txt"
    return AddFile(await text_file(update, update.t.said(more), name))


async def _title(update: Update, form: TermsForm, terms: Terms, text: str) -> Shown:
    rows = () if terms.milestones else whole_deal(update, terms, text)
    if rows:
        after, edits = all_at_once(update, form, terms, rows)
        return await answer(update, after, *edits)
    title, _, work = text.strip().partition("\n")
    if not work.strip() or not _asks_work_next(form, terms):
        return await answer(update, form, SetTitle(_line(text)))
    told = await _longer(update, terms, str(words(work)))
    return await answer(update, _with_work(form), SetTitle(_line(title)), told)


def _asks_work_next(form: TermsForm, terms: Terms) -> bool:
    """Then what goes on behind the title is the work in their words."""
    return form.ask is Ask.TITLE and terms.title is None and Ask.WORK not in form.passed


def _with_work(form: TermsForm) -> TermsForm:
    return replace(form, passed=(*form.passed, Ask.WORK))


def whole_deal(update: Update, terms: Terms, text: str) -> tuple[AtOnce, ...]:
    """A deal that was typed in one go; nothing where it is an ordinary title."""
    rows = read_at_once(text)
    return rows if rows and _priced(rows, terms, update) else ()


def all_at_once(
    update: Update, form: TermsForm, terms: Terms, rows: tuple[AtOnce, ...]
) -> tuple[TermsForm, list[Edit]]:
    """The form after such a deal, and what it says. Whoever wants more words adds them later."""
    after, edits = _at_once(update, _with_work(form), terms, rows)
    return after, [SetTitle(_line(rows[0].title)), *edits]


def _priced(rows: tuple[AtOnce, ...], terms: Terms, update: Update) -> bool:
    """Whether these are milestones, or a title that happens to have semicolons."""
    named_so = _currency_of([row.amount for row in rows], terms, update)
    terms = replace(terms, currency=named_so or terms.currency)
    try:
        for row in rows:
            _amount(row.amount, terms, update)
            read_length(row.length, update.app.escrow.now(), update.person.zone)
    except Ambiguous:
        return True
    except BadInput as no:
        return no.key == _TWO_DATES
    return True


def _line(text: str) -> Words:
    return words(text, limit=TITLE_LIMIT, lines=False)


async def _work(update: Update, form: TermsForm, terms: Terms, text: str) -> Shown:
    edit = await _longer(update, replace(terms, description=None), text)
    more = _more_work(form) if len(text) >= _CUT_AFTER and not form.single else None
    return await answer(update, form, edit, after=more)


async def _files(update: Update, form: TermsForm, terms: Terms, text: str) -> Shown:
    return await answer(update, form, await _longer(update, terms, text), after=form)


async def _currency(update: Update, form: TermsForm, terms: Terms, text: str) -> Shown:
    code = text.strip().upper()
    currencies.get(code)
    return await answer(update, form, *form.priced_in(code, terms))


async def _milestone_title(update: Update, form: TermsForm, terms: Terms, text: str) -> Shown:
    rows = read_at_once(text)
    if rows:
        after, edits = _at_once(update, form, terms, rows)
        return await answer(update, after, *edits)
    return await answer(update, form, SetMilestone(form.number, title=_line(text)))


def _at_once(
    update: Update, form: TermsForm, terms: Terms, rows: tuple[AtOnce, ...]
) -> tuple[TermsForm, list[Edit]]:
    """Whole milestones; an amount that is not clear yet is asked for after them."""
    edits: list[Edit] = []
    currency = _currency_of([row.amount for row in rows], terms, update)
    if currency not in (None, terms.currency):
        edits.append(SetCurrency(str(currency)))
    priced = replace(terms, currency=currency or terms.currency)
    whole = [_whole(update, priced, number, row) for number, row in enumerate(rows, form.number)]
    typed = tuple(
        (edit.number, row.amount)
        for edit, row in zip(whole, rows, strict=True)
        if edit.amount is None
    )
    more = form.several or len(rows) > 1
    return replace(form, several=more, typed=typed), [*edits, *whole]


def _whole(update: Update, terms: Terms, number: int, row: AtOnce) -> SetMilestone:
    try:
        amount = _amount(row.amount, terms, update)
    except Ambiguous:
        amount = None
    return SetMilestone(
        number,
        title=_line(row.title),
        amount=amount,
        duration=read_length(row.length, update.app.escrow.now(), update.person.zone),
        criteria=tuple(words(line, lines=False) for line in row.criteria),
    )


def _currency_of(amounts: Sequence[str], terms: Terms, update: Update) -> str | None:
    """The currency in which these amounts are written, where they name one of those on offer.

    None where the terms have amounts of another one already. Raises BadInput where they name two.
    """
    if any(m.amount is not None for m in terms.milestones):
        return None
    said = [codes for codes in map(named, amounts) if codes]
    if said and not frozenset.intersection(*said):
        raise BadInput("amounts-two-currencies")
    common = frozenset.intersection(*map(named, amounts))
    offered = common & set(update.app.escrow.policy.currencies)
    return next(iter(offered)) if len(offered) == 1 else None


def _amount(typed: str, terms: Terms, update: Update) -> Money | None:
    """The amount; None while the currency is not known. Raises BadInput and Ambiguous."""
    if terms.currency is None:
        _could_be(typed, update.app.escrow.policy.currencies)
        return None
    return parse(typed, terms.currency)


def _could_be(typed: str, codes: Sequence[str]) -> None:
    """Whether it is an amount of any of these. Raises BadInput, as the first of them says no."""
    refused: list[BadInput] = []
    for code in codes:
        try:
            parse(typed, code)
        except Ambiguous:
            return
        except BadInput as no:
            refused.append(no)
        else:
            return
    raise refused[0]


async def _milestone_amount(update: Update, form: TermsForm, terms: Terms, text: str) -> Shown:
    """The amount, with the currency that it names, and what goes on behind it.

    Whole milestones too while there is none.
    """
    rows = () if terms.milestones else whole_deal(update, terms, text)
    if rows:
        after, whole = _at_once(update, form, terms, rows)
        return await answer(update, after, *whole)
    offered = update.app.escrow.policy.currencies
    said = priced_and_timed(update, text, lambda head: _could_be(head, offered))
    shown = await _priced_so(update, form, terms, said)
    if said.refused is not None:
        told = update.t(f"refusal-{said.refused.key}", **typed_data(short(said.refused.data)))
        await update.say(Card(told))
    return shown


async def _priced_so(update: Update, form: TermsForm, terms: Terms, said: Priced) -> Shown:
    """The amount, or which one is meant; what goes on behind it is kept at once."""
    code = _currency_of((said.amount,), terms, update) or terms.currency
    edits: list[Edit] = [] if code in (None, terms.currency) else [SetCurrency(str(code))]
    after = None
    if code is None:
        _could_be(said.amount, update.app.escrow.policy.currencies)
        unclear = replace(form, typed=((form.number, said.amount),))
        amount, after = None, unclear.after(terms, update.request)
    else:
        try:
            amount = parse(said.amount, code)
        except Ambiguous as two:
            amount, after = None, replace(form, choices=tuple(two.data["choices"]))  # type: ignore[arg-type]
    if amount is not None or said.timed is not None:
        edits.append(priced(terms, form.number, amount))
    if said.timed is not None:
        edits.append(said.timed.of(form.number))
    if after is not None and not edits:
        return await move(update, after)
    return await answer(update, form, *edits, after=after)


async def _milestone_days(update: Update, form: TermsForm, _terms: Terms, text: str) -> Shown:
    return await answer(update, form, timed(update, text).of(form.number))


async def _milestone_criteria(update: Update, form: TermsForm, _terms: Terms, text: str) -> Shown:
    criteria = tuple(words(line, lines=False) for line in read_lines(text))
    if not criteria:
        raise BadInput("empty-text")
    return await answer(update, form, SetMilestone(form.number, criteria=criteria))


async def _more(update: Update, form: TermsForm, terms: Terms, text: str) -> Shown:
    rows = read_at_once(text)
    if not rows:
        await update.say(Card(update.t("ask-needs-button")))
        return await what_is_next(update, form.deal)
    # As if its title had been asked: whether there is another one is asked again after it.
    asked = replace(form, ask=Ask.M_TITLE, number=len(terms.milestones) + 1)
    after, edits = _at_once(update, asked, terms, rows)
    return await answer(update, after, *edits)


async def _rounds(update: Update, form: TermsForm, _terms: Terms, text: str) -> Shown:
    rounds = read_rounds(text)
    return await answer(
        update, form, SetRules(revision_rounds=rounds), after=replace(form, ask=Ask.RULES)
    )


async def _review(update: Update, form: TermsForm, _terms: Terms, text: str) -> Shown:
    length = read_length(text, update.app.escrow.now(), update.person.zone)
    return await answer(
        update, form, SetRules(review_window=length), after=replace(form, ask=Ask.RULES)
    )


async def _cancel_fee(update: Update, form: TermsForm, _terms: Terms, text: str) -> Shown:
    change = SetRules(cancel_fee_percent=read_rounds(text.strip().strip("%٪ ")))
    return await answer(update, form, change, after=replace(form, ask=Ask.RULES))


_ANSWERS: Final[Mapping[Ask, Answer]] = MappingProxyType(
    {
        Ask.TITLE: _title,
        Ask.WORK: _work,
        Ask.FILES: _files,
        Ask.CURRENCY: _currency,
        Ask.M_TITLE: _milestone_title,
        Ask.M_AMOUNT: _milestone_amount,
        Ask.M_DAYS: _milestone_days,
        Ask.M_CRITERIA: _milestone_criteria,
        Ask.MORE: _more,
        Ask.ROUNDS: _rounds,
        Ask.REVIEW: _review,
        Ask.CANCEL_FEE: _cancel_fee,
    }
)

FORM: Final = FormKind(TERMS, question, _take, act=Act.EDIT, begins=Ask.TITLE, about=about)
