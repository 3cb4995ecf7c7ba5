"""The questions of a draft or a counter-offer, with what each offers to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.terms import (
    milestone_line,
    quoted,
    rules_text,
)
from bot.cards.kit.wording import clipped, lines
from bot.texts import Safe, Text, escape
from bot.texts.links import links_in
from core.deal.terms import MilestoneTerms, Role, Terms
from core.values.ids import DealId
from core.values.money import Money
from core.values.policy import OnSilence

TEMPLATES: Final = ("logo", "brochure", "banner", "web", "app", "social", "writing", "translation")
_FIRST_TEMPLATES: Final = 6
_DAYS: Final = (3, 5, 7, 14)
_ROUNDS: Final = (0, 1, 2, 3, 5, 10)
_CANCEL_FEES: Final = (0, 10, 25, 50)
AT_ONCE: Final = "at-once"
IN_TURN: Final = "in-turn"
ORDERS: Final = (IN_TURN, AT_ONCE)
_REVIEWS: Final = (3, 5, 7, 14)


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """What a question card shows: the deal, its terms so far, the milestone, what is offered."""

    deal: DealId
    terms: Terms
    number: int = 1
    several: bool = False
    currencies: Sequence[str] = ()
    choices: Sequence[Money] = field(default=())
    back: bool = True
    min_review: timedelta = timedelta(0)
    """The least that the house allows a client to look."""

    @property
    def milestone(self) -> MilestoneTerms:
        """The milestone that is asked about; an empty one while it is new."""
        known = self.terms.milestones
        return known[self.number - 1] if self.number <= len(known) else MilestoneTerms()


def terms_press(deal: DealId, action: str, choice: str = "", number: int | None = None) -> Press:
    """A button of the form: the action, what it chooses, and of which milestone."""
    return Press(f"terms.{action}", deal, number, arg=choice)


def role_card(t: Text, deal: DealId | None = None) -> Card:
    """The first question, before there is any draft; once more for one that is begun."""

    def press(role: Role) -> Press:
        new = Press("new", arg=role.value)
        return new if deal is None else terms_press(deal, "side", role.value)

    sides = (Button(t.plain(f"tap-role-{role.value}"), press(role)) for role in Role)
    discard = () if deal is None else (discard_button(deal, t),)
    return Card(t("new-role"), rows_of((*sides, *discard, back_to_menu(t))))


def discard_button(deal: DealId, t: Text) -> Button:
    """*Discard*, which asks once more."""
    return Button(t.plain("tap-discard"), terms_press(deal, "discard"), style=Style.DANGER)


def back_to_menu(t: Text) -> Button:
    """*Back* to the menu."""
    return Button(t.plain("tap-back"), Press("menu"))


def question_card(ask: str, q: DraftQuestion, t: Text) -> Card:
    """The card of one question, with what is there already."""
    buttons = list(_CHOICES[ask](q, t)) if ask in _CHOICES else []
    if q.back:
        buttons.append(Button(t.plain("tap-back"), terms_press(q.deal, "back")))
    return Card(_asked(ask, q, t), rows_of(buttons))


def _asked(ask: str, q: DraftQuestion, t: Text) -> Safe:
    known = _known(ask, q, t)
    several = "true" if q.several else "false"
    text = t(
        f"ask-{ask}",
        number=q.number,
        several=several,
        currency=q.terms.currency or "none",
        least=t.duration(q.min_review),
        funding=q.terms.rules.funding_window,
        templates="false" if q.terms.milestones else "true",
    )
    if ask == "m-amount" and q.choices:
        text = t("ask-which-amount", count=len(q.choices))
    elif ask == "m-amount" and not q.terms.milestones:
        text = lines(text, "", t("ask-all-at-once"))
    if ask == "rules":
        return lines(text, "", rules_text(q.terms.rules, t))
    return text if known is None else lines(text, "", t("ask-so-far", value=known))


def _known(ask: str, q: DraftQuestion, t: Text) -> Safe | None:
    m, terms = q.milestone, q.terms
    match ask:
        case "title" if terms.title is not None:
            return escape(str(terms.title))
        case "work" if terms.description is not None or terms.files:
            said = "" if terms.description is None else quoted(t.said(terms.description))
            named = t.listed(file.name for file in terms.files) if terms.files else None
            return Safe("\n" + lines(Safe(said) if said else None, named))
        case "files" if _attached(terms):
            return t.listed(_attached(terms))
        case "m-title" if m.title is not None:
            return escape(str(m.title))
        case "m-amount" if m.amount is not None:
            return Safe(t.money(m.amount))
        case "m-days" if m.duration is not None:
            return Safe(t.duration(m.duration))
        case "m-criteria" if m.criteria:
            return Safe("\n" + "\n".join(f"• {escape(str(line))}" for line in m.criteria))
        case "more":
            rows = enumerate(terms.milestones, 1)
            return Safe("\n" + lines(*(milestone_line(n, m, 2, t) for n, m in rows)))
        case _:
            return None


def _templates(q: DraftQuestion, t: Text, names: Sequence[str]) -> Iterator[Button]:
    for name in names:
        yield Button(t.plain(f"template-{name}"), terms_press(q.deal, "template", name))


def _of_title(q: DraftQuestion, t: Text) -> Iterator[Button]:
    if q.terms.milestones:
        return
    yield from _templates(q, t, TEMPLATES[:_FIRST_TEMPLATES])
    yield Button(t.plain("tap-more-templates"), terms_press(q.deal, "templates"))


def more_templates_card(q: DraftQuestion, t: Text) -> Card:
    """The rest of the templates."""
    back = Button(t.plain("tap-back"), terms_press(q.deal, "again"))
    return Card(
        t("ask-title", templates="true"),
        rows_of((*_templates(q, t, TEMPLATES[_FIRST_TEMPLATES:]), back)),
    )


def _of_work(q: DraftQuestion, t: Text) -> Iterator[Button]:
    yield from _with_files("work", q, t)


def _attached(terms: Terms) -> list[str]:
    """The files of the terms, and the addresses among the words about the work."""
    links = links_in(str(terms.description or ""))
    return [*(file.name for file in terms.files), *(clipped(link, 120) for link in links)]


def _of_files(q: DraftQuestion, t: Text) -> Iterator[Button]:
    yield from _with_files("files", q, t)


def _with_files(ask: str, q: DraftQuestion, t: Text) -> Iterator[Button]:
    label = "tap-done" if q.terms.description or q.terms.files else "tap-skip"
    yield Button(t.plain(label), terms_press(q.deal, "skip", ask))
    if q.terms.files:
        yield Button(t.plain("tap-remove-files"), terms_press(q.deal, "no-files"))


def _of_currency(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for code in q.currencies:
        yield Button(t.currency(code), terms_press(q.deal, "currency", code))


def _of_amount(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for place, amount in enumerate(q.choices):
        yield Button(t.money(amount), terms_press(q.deal, "amount", str(place), q.number))
    if not (q.terms.milestones or q.several or q.choices):
        yield Button(t.plain("tap-parts-several"), terms_press(q.deal, "several"))


def _of_days(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for days in _DAYS:
        label = t.duration(timedelta(days=days))
        yield Button(label, terms_press(q.deal, "days", str(days), q.number))


def _of_more(q: DraftQuestion, t: Text) -> Iterator[Button]:
    yield Button(t.plain("tap-that-is-all"), terms_press(q.deal, "more", "no"), style=Style.GO)
    yield Button(t.plain("tap-add-milestone"), terms_press(q.deal, "more", "yes"))


def _of_rules(q: DraftQuestion, t: Text) -> Iterator[Button]:
    rules = q.terms.rules
    yield Button(t.plain("tap-rules-ok"), terms_press(q.deal, "skip", "rules"), style=Style.GO)
    rounds = t.plain("tap-rounds", rounds=rules.revision_rounds)
    yield Button(rounds, terms_press(q.deal, "open", "rounds"))
    review = t.plain("tap-review", length=rules.review_window)
    yield Button(review, terms_press(q.deal, "open", "review"))
    yield Button(t.plain(f"tap-silence-{rules.on_silence.value}"), terms_press(q.deal, "silence"))
    percent = rules.cancel_fee_percent
    fee = t.plain("tap-cancel-fee", granted=percent > 0, percent=percent)
    yield Button(fee, terms_press(q.deal, "open", "cancel-fee"))
    if len(q.terms.milestones) > 1:
        order = AT_ONCE if rules.all_at_once else IN_TURN
        yield Button(t.plain(f"tap-order-{order}"), terms_press(q.deal, "open", "order"))


def _of_rounds(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for rounds in _ROUNDS:
        yield Button(t.number(rounds), terms_press(q.deal, "rounds", str(rounds)))


def _of_review(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for days in (days for days in _REVIEWS if timedelta(days=days) >= q.min_review):
        label = t.duration(timedelta(days=days))
        yield Button(label, terms_press(q.deal, "review", str(days)))


def _of_cancel_fee(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for percent in _CANCEL_FEES:
        label = t.percent(percent * 100) if percent else t.plain("tap-no-cancel-fee")
        yield Button(label, terms_press(q.deal, "cancel-fee", str(percent)))


def _of_order(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for order in ORDERS:
        yield Button(t.plain(f"tap-order-{order}"), terms_press(q.deal, "order", order))


_CHOICES: Final = {
    "title": _of_title,
    "work": _of_work,
    "files": _of_files,
    "currency": _of_currency,
    "m-amount": _of_amount,
    "m-days": _of_days,
    "more": _of_more,
    "rules": _of_rules,
    "rounds": _of_rounds,
    "review": _of_review,
    "cancel-fee": _of_cancel_fee,
    "order": _of_order,
}


def other_silence(now: OnSilence) -> OnSilence:
    """The other thing that the end of a review may do."""
    return OnSilence.RELEASE if now is OnSilence.ESCALATE else OnSilence.ESCALATE
