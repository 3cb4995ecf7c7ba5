"""Answers of the terms by button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from bot.cards.drafting.questions import (
    AT_ONCE,
    ORDERS,
    TEMPLATES,
    DraftQuestion,
    more_templates_card,
    other_silence,
    role_card,
)
from bot.parties.drafting.asking import answer, move, what_is_next
from bot.parties.drafting.form import Ask, TermsForm, priced
from bot.parties.drafting.pressing import TermsPress, of_terms
from bot.parties.kit.reading import read_lines
from bot.parties.kit.shown import Shown
from bot.parties.kit.update import words
from core.deal.terms import Role
from core.drafting import Edit, RemoveFile, SetMilestone, SetRole, SetRules, SetTitle
from core.values.errors import NotYours, Stale
from core.values.money import Money

_TEMPLATE_DAYS: Final[Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {
        "logo": (7,), "brochure": (10,), "banner": (3,), "web": (7, 14), "app": (14, 42),
        "social": (7,), "writing": (5,), "translation": (5,),
    }
)  # fmt: skip
"""Days of each milestone; one milestone where there is one figure."""


async def _template(s: TermsPress) -> Shown:
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
    passed = (*form.passed, Ask.WORK, Ask.MORE)
    return await answer(s.update, replace(form, several=len(days) > 1, passed=passed), *edits)


async def _templates(s: TermsPress) -> Shown:
    s.asked(Ask.TITLE)
    return Shown(more_templates_card(DraftQuestion(s.deal, s.now.terms), s.update.t))


async def _again(s: TermsPress) -> Shown:
    return await what_is_next(s.update, s.deal)


async def _skip(s: TermsPress) -> Shown:
    """*Skip*, *Done* and *Use these rules*: the question is passed, the terms stay as they are."""
    form = s.asked(*(ask for ask in (Ask.WORK, Ask.FILES, Ask.RULES) if ask.value == s.choice))
    return await move(s.update, form.answered(s.now.terms, s.update.request))


async def _no_files(s: TermsPress) -> Shown:
    form = s.asked(Ask.WORK, Ask.FILES)
    edits = (RemoveFile(file.sha256) for file in s.now.terms.files)
    return await answer(s.update, form, *edits, after=form.without())


async def _currency(s: TermsPress) -> Shown:
    form = s.asked(Ask.CURRENCY)
    return await answer(s.update, form, *form.priced_in(s.choice, s.now.terms))


async def _several(s: TermsPress) -> Shown:
    """*Several milestones*, instead of one payment."""
    form = replace(s.asked(Ask.M_AMOUNT), several=True)
    if s.now.terms.milestones:
        raise Stale
    return await move(s.update, form.after(s.now.terms, s.update.request))


async def _amount(s: TermsPress) -> Shown:
    form, place = s.asked(Ask.M_AMOUNT), s.figure
    if form.number != s.number or place >= len(form.choices):
        raise Stale
    amount = Money(*form.choices[place])
    return await answer(s.update, form, priced(s.now.terms, form.number, amount))


async def _days(s: TermsPress) -> Shown:
    form = s.asked(Ask.M_DAYS)
    if form.number != s.number:
        raise Stale
    return await answer(
        s.update, form, SetMilestone(form.number, duration=timedelta(days=s.figure))
    )


async def _more(s: TermsPress) -> Shown:
    form = s.asked(Ask.MORE)
    if s.choice == "yes":
        return await move(s.update, form.at_new_milestone(s.now.terms))
    return await move(s.update, form.answered(s.now.terms, s.update.request))


async def _open(s: TermsPress) -> Shown:
    form = s.asked(Ask.RULES)
    if s.choice not in (Ask.ROUNDS, Ask.REVIEW, Ask.CANCEL_FEE, Ask.ORDER):
        raise NotYours("button-unknown")
    if s.choice == Ask.ORDER and len(s.now.terms.milestones) <= 1:
        raise Stale
    trail = (*form.trail, f"{Ask.RULES}:1")
    return await move(s.update, replace(form, ask=Ask(s.choice), trail=trail))


async def _rounds(s: TermsPress) -> Shown:
    form = s.asked(Ask.ROUNDS)
    return await answer(s.update, form, SetRules(revision_rounds=s.figure), after=_to_rules(form))


async def _review(s: TermsPress) -> Shown:
    form = s.asked(Ask.REVIEW)
    window = timedelta(days=s.figure)
    return await answer(s.update, form, SetRules(review_window=window), after=_to_rules(form))


async def _cancel_fee(s: TermsPress) -> Shown:
    form = s.asked(Ask.CANCEL_FEE)
    change = SetRules(cancel_fee_percent=s.figure)
    return await answer(s.update, form, change, after=_to_rules(form))


async def _order(s: TermsPress) -> Shown:
    form = s.asked(Ask.ORDER)
    if s.choice not in ORDERS:
        raise NotYours("button-unknown")
    change = SetRules(all_at_once=s.choice == AT_ONCE)
    return await answer(s.update, form, change, after=_to_rules(form))


def _to_rules(form: TermsForm) -> TermsForm:
    return replace(form, ask=Ask.RULES, trail=form.trail[:-1])


async def _silence(s: TermsPress) -> Shown:
    form = s.asked(Ask.RULES)
    other = other_silence(s.now.terms.rules.on_silence)
    return await answer(s.update, form, SetRules(on_silence=other), after=form)


async def _side(s: TermsPress) -> Shown:
    """Which side one is, chosen anew from a draft's first question."""
    form = s.asked(Ask.TITLE)
    if s.choice not in tuple(Role):
        raise NotYours("button-unknown")
    return await answer(s.update, form, SetRole(Role(s.choice)), after=form)


async def _back(s: TermsPress) -> Shown:
    if s.form is None:
        raise Stale
    if s.form.ask in (Ask.ROUNDS, Ask.REVIEW, Ask.CANCEL_FEE):
        return await move(s.update, _to_rules(s.form))
    if s.now.draft and s.form.first:
        return Shown(role_card(s.update.t, s.deal))
    return await move(s.update, s.form.back(s.update.request))


PRESSES = (
    of_terms("template", _template),
    of_terms("templates", _templates),
    of_terms("again", _again),
    of_terms("skip", _skip),
    of_terms("no-files", _no_files),
    of_terms("currency", _currency),
    of_terms("several", _several),
    of_terms("amount", _amount),
    of_terms("days", _days),
    of_terms("more", _more),
    of_terms("open", _open),
    of_terms("rounds", _rounds),
    of_terms("review", _review),
    of_terms("cancel-fee", _cancel_fee),
    of_terms("order", _order),
    of_terms("silence", _silence),
    of_terms("side", _side),
    of_terms("back", _back),
)
