"""The buttons of a draft and of a counter-offer, up to the invite."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from aiogram import Router

from bot.buttons import Press
from bot.cards.draft import (
    TEMPLATES,
    DraftQuestion,
    discard_card,
    language_card,
    milestone_card,
    milestones_card,
    more_templates_card,
    other_silence,
    role_card,
)
from bot.parties.deals.gather import ask_next
from bot.parties.invites import create, show_invite
from bot.parties.kit import Pressed, Update, words
from bot.parties.reading import read_lines
from bot.parties.terms.asking import (
    Editing,
    answer,
    ask,
    editing,
    mark_of,
    move,
    open_form,
    write_form,
)
from bot.parties.terms.form import Ask, TermsForm, opened, resumed
from bot.parties.terms.sending import discard, leave, send
from core.deal.offering import terms_being_edited
from core.deal.terms import Role
from core.drafting import (
    Edit,
    EditTerms,
    RemoveFile,
    RemoveMilestone,
    SetMilestone,
    SetRole,
    SetRules,
    SetTitle,
    StartDeal,
)
from core.escrow import Executed
from core.ports import UnitOfWork
from core.values.errors import NotYours, Stale
from core.values.money import Money

router = Router(name="terms-presses")
PASSED_ALL: Final = (Ask.WORK, Ask.FILES, Ask.RULES)
_TEMPLATE_DAYS: Final[Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {
        "logo": (7,), "brochure": (10,), "banner": (3,), "web": (7, 14), "app": (14, 42),
        "social": (7,), "writing": (5,), "translation": (5,),
    }
)  # fmt: skip
"""Days of each milestone; one milestone where there is one figure."""


@dataclass(frozen=True, slots=True)
class TermsPress:
    """A press on a card of the form, with what it chose."""

    update: Update
    press: Press
    now: Editing
    form: TermsForm | None
    choice: str

    @property
    def number(self) -> int:
        """The milestone that the button is about. Raises Stale where there is none."""
        number = self.press.milestone or 1
        if not 1 <= number <= max(len(self.now.terms.milestones), 1):
            raise Stale
        return number

    def asked(self, *asks: Ask) -> TermsForm:
        """The open form, if one of these is what it asks. Raises Stale."""
        if self.form is None or self.form.ask not in asks:
            raise Stale
        return self.form


@router.callback_query(Pressed("new"))
async def on_new(_event: object, update: Update, press: Press) -> None:
    """*New deal*, and which side one is."""
    if press.arg not in tuple(Role):
        await update.show(role_card(update.t))
        return
    person = update.person.id

    def write(uow: UnitOfWork, outcome: Executed) -> None:
        if outcome.deal is not None:
            begun = TermsForm(person, outcome.deal.id, Ask.TITLE, by=update.request)
            uow.expect(begun.row())

    outcome = await update.do(StartDeal(actor=person, role=Role(press.arg)), form=write)
    if outcome.deal is not None:
        await ask(update, outcome.deal.id)


@router.callback_query(Pressed("draft"))
async def on_draft(_event: object, update: Update, press: Press) -> None:
    """A draft is taken up again where it has its first gap."""
    await resume(update, await editing(update, press.deal))


async def resume(update: Update, now: Editing) -> None:
    """The open question if there is one, else the first gap or the preview."""
    deal = now.view.deal.id
    if await open_form(update, deal) is None:
        await move(update, resumed(update.person.id, deal, now.terms))
    else:
        await ask(update, deal)


@router.callback_query(Pressed("terms"))
async def on_terms(_event: object, update: Update, press: Press) -> None:
    """Everything else of the form; `arg` is the action and its choice."""
    action, _, choice = press.arg.partition(".")
    act = _ACTIONS.get(action)
    if act is None or press.deal is None:
        raise NotYours("button-unknown")
    now = await editing(update, press.deal)
    form = await open_form(update, press.deal)
    if form is not None and form.by == update.request:
        await ask(update, press.deal)  # handled before a stop: the answer is in, the card is not
        return
    await act(TermsPress(update, press, now, form, choice))


# Answers by button


async def _template(s: TermsPress) -> None:
    form = s.asked(Ask.TITLE)
    if s.choice not in TEMPLATES or s.now.terms.milestones:
        raise Stale
    t, days = s.update.t, _TEMPLATE_DAYS[s.choice]
    edits: list[Edit] = [SetTitle(words(t.plain(f"template-{s.choice}-title"), lines=False))]
    for number, length in enumerate(days, 1):
        part = s.choice if len(days) == 1 else f"{s.choice}-{number}"
        criteria = read_lines(t.plain(f"template-{part}-criteria"))
        edits.append(
            SetMilestone(
                number,
                title=words(t.plain(f"template-{part}-title"), lines=False),
                duration=timedelta(days=length),
                criteria=tuple(words(line, lines=False) for line in criteria),
            )
        )
    passed = (*form.passed, Ask.MORE)
    await answer(s.update, replace(form, several=len(days) > 1, passed=passed), *edits)


async def _templates(s: TermsPress) -> None:
    s.asked(Ask.TITLE)
    question = DraftQuestion(s.now.view.deal.id, s.now.terms)
    await s.update.show(more_templates_card(question, s.update.t))


async def _again(s: TermsPress) -> None:
    await ask(s.update, s.now.view.deal.id)


async def _skip(s: TermsPress) -> None:
    """*Skip*, *Done* and *Keep these rules*: the question is passed, the terms stay."""
    form = s.asked(*(ask for ask in (Ask.WORK, Ask.FILES, Ask.RULES) if ask.value == s.choice))
    await move(s.update, form.answered(s.now.terms, s.update.request))


async def _no_files(s: TermsPress) -> None:
    form = s.asked(Ask.FILES)
    edits = (RemoveFile(file.sha256) for file in s.now.terms.files)
    await answer(s.update, form, *edits, after=form.without())


async def _currency(s: TermsPress) -> None:
    form = s.asked(Ask.CURRENCY)
    await answer(s.update, form, *form.priced_in(s.choice))


async def _parts(s: TermsPress) -> None:
    form = s.asked(Ask.PARTS)
    title = s.now.terms.title
    if s.choice == "one" and title is not None:
        await answer(s.update, form, SetMilestone(1, title=words(str(title), lines=False)))
        return
    several = replace(form, several=True)
    await move(s.update, several.answered(s.now.terms, s.update.request))


async def _amount(s: TermsPress) -> None:
    form = s.asked(Ask.M_AMOUNT)
    place = _figure(s.choice)
    if form.number != s.number or place >= len(form.choices):
        raise Stale
    minor, currency = form.choices[place]
    amount = Money(minor, currency)
    await answer(s.update, form, SetMilestone(form.number, amount=amount))


async def _days(s: TermsPress) -> None:
    form = s.asked(Ask.M_DAYS)
    if form.number != s.number:
        raise Stale
    length = timedelta(days=_figure(s.choice))
    await answer(s.update, form, SetMilestone(form.number, duration=length))


def _figure(choice: str) -> int:
    """A figure of ours on a button. Raises NotYours for one that is forged."""
    if not (choice.isascii() and choice.isdecimal()) or len(choice) > 4:  # noqa: PLR2004
        raise NotYours("button-unknown")
    return int(choice)


async def _more(s: TermsPress) -> None:
    form = s.asked(Ask.MORE)
    if s.choice == "yes":
        await move(s.update, _new_milestone(s, form))
    else:
        await move(s.update, form.answered(s.now.terms, s.update.request))


def _new_milestone(s: TermsPress, form: TermsForm) -> TermsForm:
    """The form at the title of one more milestone, after which *more?* is asked again."""
    passed = tuple(ask for ask in form.passed if ask is not Ask.MORE)
    number = len(s.now.terms.milestones) + 1
    trail = (*form.trail, f"{form.ask}:{form.number}") if form.ask is Ask.MORE else ()
    return replace(
        form, ask=Ask.M_TITLE, number=number, passed=passed, several=True, single=False, trail=trail
    )


async def _open(s: TermsPress) -> None:
    form = s.asked(Ask.RULES)
    if s.choice not in ("rounds", "review"):
        raise NotYours("button-unknown")
    trail = (*form.trail, f"{Ask.RULES}:1")
    await move(s.update, replace(form, ask=Ask(s.choice), trail=trail))


async def _rounds(s: TermsPress) -> None:
    form = s.asked(Ask.ROUNDS)
    await answer(s.update, form, SetRules(revision_rounds=_figure(s.choice)), after=_to_rules(form))


async def _review(s: TermsPress) -> None:
    form = s.asked(Ask.REVIEW)
    window = timedelta(days=_figure(s.choice))
    await answer(s.update, form, SetRules(review_window=window), after=_to_rules(form))


def _to_rules(form: TermsForm) -> TermsForm:
    return replace(form, ask=Ask.RULES, trail=form.trail[:-1])


async def _silence(s: TermsPress) -> None:
    form = s.asked(Ask.RULES)
    other = other_silence(s.now.terms.rules.on_silence)
    await answer(s.update, form, SetRules(on_silence=other), after=form)


async def _side(s: TermsPress) -> None:
    """Which side one is, chosen anew from a draft's first question."""
    form = s.asked(Ask.TITLE)
    if s.choice not in tuple(Role):
        raise NotYours("button-unknown")
    await answer(s.update, form, SetRole(Role(s.choice)), after=form)


async def _back(s: TermsPress) -> None:
    if s.form is None:
        raise Stale
    if s.form.ask in (Ask.ROUNDS, Ask.REVIEW):
        await move(s.update, _to_rules(s.form))
    elif s.now.draft and s.form.first:
        await s.update.show(role_card(s.update.t, s.form.deal))
    else:
        await move(s.update, s.form.back(s.update.request))


# The preview and the list


async def _preview(s: TermsPress) -> None:
    deal = s.now.view.deal.id
    if s.form is None:
        await ask(s.update, deal)
    else:
        await move(s.update, replace(s.form, ask=Ask.PREVIEW))


async def _edit(s: TermsPress) -> None:
    deal = s.now.view.deal.id
    form = s.form or TermsForm(s.update.person.id, deal, Ask.EDIT)
    await move(s.update, replace(form, ask=Ask.EDIT))


async def _change(s: TermsPress) -> None:
    """One thing of the list; after its answer comes the preview."""
    if s.choice not in tuple(Ask):
        raise NotYours("button-unknown")
    one = TermsForm(
        s.update.person.id,
        s.now.view.deal.id,
        Ask(s.choice),
        number=s.number,
        passed=(*PASSED_ALL, Ask.MORE),
        several=len(s.now.terms.milestones) > 1,
        single=True,
    )
    await move(s.update, one)


async def _milestone(s: TermsPress) -> None:
    """What can be changed of a milestone; while there is none, the first is asked for."""
    person, deal, terms = s.update.person.id, s.now.view.deal.id, s.now.terms
    if terms.milestones:
        await s.update.show(milestone_card(deal, terms, s.number, s.update.t))
        return
    await move(s.update, opened(TermsForm(person, deal, Ask.PARTS, passed=PASSED_ALL), terms))


async def _page(s: TermsPress) -> None:
    deal, page = s.now.view.deal.id, _figure(s.choice)
    await s.update.show(milestones_card(deal, s.now.terms, s.update.t, page))


async def _add(s: TermsPress) -> None:
    form = TermsForm(s.update.person.id, s.now.view.deal.id, Ask.EDIT, passed=PASSED_ALL)
    await move(s.update, _new_milestone(s, form))


async def _remove(s: TermsPress) -> None:
    if len(s.now.terms.milestones) <= 1:
        raise Stale
    await _edited(s, RemoveMilestone(s.number))


async def _role(s: TermsPress) -> None:
    role = s.now.terms.creator_role
    await _edited(s, SetRole(role.other if role is not None else Role.FREELANCER))


async def _edited(s: TermsPress, *edits: Edit) -> None:
    """A change by one button of the list; the preview, or the first gap, is next."""
    person, deal = s.update.person.id, s.now.view.deal.id

    def write(uow: UnitOfWork, outcome: Executed) -> None:
        if outcome.deal is not None:
            terms = terms_being_edited(outcome.deal, person)
            write_form(uow, resumed(person, deal, terms))

    await s.update.do(EditTerms(actor=person, deal=deal, edits=edits), form=write)
    await ask(s.update, deal)


async def _invite(s: TermsPress) -> None:
    """*Create invite*: where there are several languages, the other side's is asked first."""
    _same(s, s.choice)
    languages = s.update.app.texts.languages()
    if len(languages) == 1:
        await _make(s, next(iter(languages)))
        return
    deal = s.now.view.deal.id
    await s.update.show(language_card(deal, languages, s.choice, s.update.t))


async def _create(s: TermsPress) -> None:
    mark, _, locale = s.choice.partition(".")
    _same(s, mark)
    if locale not in s.update.app.texts.languages():
        raise NotYours("button-unknown")
    await _make(s, locale)


async def _make(s: TermsPress, locale: str) -> None:
    await create(s.update, s.now.view.deal.id, locale)
    await show_invite(s.update, s.now.view.deal.id, fresh=True)
    await ask_next(s.update)


def _same(s: TermsPress, mark: str) -> None:
    """The terms are those of the card that was pressed. Raises Stale."""
    if mark != mark_of(s.now.terms):
        raise Stale


async def _send(s: TermsPress) -> None:
    _same(s, s.choice)
    await send(s.update, s.now.view.deal.id)
    await ask_next(s.update)


async def _leave(s: TermsPress) -> None:
    await leave(s.update, s.now.view.deal.id)
    await ask_next(s.update)


async def _discard(s: TermsPress) -> None:
    await s.update.show(discard_card(s.now.view.deal.id, s.update.t))


async def _discard_now(s: TermsPress) -> None:
    await discard(s.update, s.now.view.deal.id)
    await ask_next(s.update)


_ACTIONS: Final[Mapping[str, Callable[[TermsPress], Awaitable[None]]]] = MappingProxyType(
    {
        "template": _template,
        "templates": _templates,
        "again": _again,
        "skip": _skip,
        "no-files": _no_files,
        "currency": _currency,
        "parts": _parts,
        "amount": _amount,
        "days": _days,
        "more": _more,
        "open": _open,
        "rounds": _rounds,
        "review": _review,
        "silence": _silence,
        "side": _side,
        "back": _back,
        "preview": _preview,
        "edit": _edit,
        "change": _change,
        "milestone": _milestone,
        "page": _page,
        "add": _add,
        "remove": _remove,
        "role": _role,
        "invite": _invite,
        "create": _create,
        "send": _send,
        "leave": _leave,
        "discard": _discard,
        "discard-now": _discard_now,
    }
)
