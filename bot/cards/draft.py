"""The questions of a draft or a counter-offer, the list of what can be edited, and the preview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.base import Card, rows_of
from bot.cards.terms import (
    diff_text,
    lines,
    milestone_line,
    quoted,
    rules_text,
    terms_text,
    whole_or_file,
)
from bot.cards.wording import LABEL, MOST, clipped, length
from bot.texts import Safe, Text, escape
from bot.texts.links import links_in
from core.deal.person import Person
from core.deal.terms import Change, MilestoneTerms, Role, Terms
from core.values.ids import DealId
from core.values.money import Money
from core.values.policy import OnSilence

TEMPLATES: Final = ("logo", "brochure", "banner", "web", "app", "social", "writing", "translation")
_FIRST_TEMPLATES: Final = 6
_DAYS: Final = (3, 5, 7, 14)
_ROUNDS: Final = (0, 1, 2, 3, 5, 10)
_REVIEWS: Final = (3, 5, 7, 14)
_MILESTONES_A_CARD: Final = 6


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
    discard = () if deal is None else (_discard(deal, t),)
    return Card(t("new-role"), rows_of((*sides, *discard, back_to_menu(t))))


def _discard(deal: DealId, t: Text) -> Button:
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


def _of_currency(q: DraftQuestion, t: Text) -> Iterator[Button]:  # noqa: ARG001 - codes are the same everywhere
    for code in q.currencies:
        yield Button(code, terms_press(q.deal, "currency", code))


def _of_amount(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for place, amount in enumerate(q.choices):
        label = t.money(amount)
        if amount.currency == "IRR":
            label = t.plain("tap-rial-or-toman", amount=amount, toman=t.number(amount.minor // 10))
        yield Button(label, terms_press(q.deal, "amount", str(place), q.number))
    if not (q.terms.milestones or q.several or q.choices):
        yield Button(t.plain("tap-parts-several"), terms_press(q.deal, "several"))


def _of_days(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for days in _DAYS:
        label = t.duration(timedelta(days=days))
        yield Button(label, terms_press(q.deal, "days", str(days), q.number))


def _of_more(q: DraftQuestion, t: Text) -> Iterator[Button]:
    yield Button(t.plain("tap-add-milestone"), terms_press(q.deal, "more", "yes"))
    yield Button(t.plain("tap-that-is-all"), terms_press(q.deal, "more", "no"), style=Style.GO)


def _of_rules(q: DraftQuestion, t: Text) -> Iterator[Button]:
    rules = q.terms.rules
    yield Button(t.plain("tap-rules-ok"), terms_press(q.deal, "skip", "rules"), style=Style.GO)
    rounds = t.plain("tap-rounds", rounds=rules.revision_rounds)
    yield Button(rounds, terms_press(q.deal, "open", "rounds"))
    review = t.plain("tap-review", length=rules.review_window)
    yield Button(review, terms_press(q.deal, "open", "review"))
    yield Button(t.plain(f"tap-silence-{rules.on_silence.value}"), terms_press(q.deal, "silence"))


def _of_rounds(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for rounds in _ROUNDS:
        yield Button(t.number(rounds), terms_press(q.deal, "rounds", str(rounds)))


def _of_review(q: DraftQuestion, t: Text) -> Iterator[Button]:
    for days in (days for days in _REVIEWS if timedelta(days=days) >= q.min_review):
        label = t.duration(timedelta(days=days))
        yield Button(label, terms_press(q.deal, "review", str(days)))


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
}


def other_silence(now: OnSilence) -> OnSilence:
    """The other thing that the end of a review may do."""
    return OnSilence.RELEASE if now is OnSilence.ESCALATE else OnSilence.ESCALATE


# The preview and the list


def preview_card(
    deal: DealId, terms: Terms, mark: str, name: str, t: Text, to: Person | None = None
) -> Card:
    """A draft as the other side will see it. `mark` binds the buttons to exactly these terms.

    While something is missing, the way ahead is to what is missing. `to` is who gets it without a
    link; whoever stopped the bot needs one.
    """
    role = terms.creator_role or Role.FREELANCER
    sends = to is not None and not to.unreachable
    invites = "invited-again" if sends else "invited-head"
    head = lines(
        t("preview-head", role=role),
        None if to is None or sends else t("preview-unreachable", name=to.name),
        "",
        t(invites, name=name, role=role),
        "",
    )
    text, files = whole_or_file(head, terms, lines(), t)
    ahead = Button(t.plain("tap-create-invite"), Press("invite.create", deal, arg=mark))
    if terms.gaps():
        ahead = Button(t.plain("button-deal-draft"), Press("draft", deal))
    elif to is not None and sends:
        label = t.plain("tap-send-to", name=clipped(to.name, LABEL))
        ahead = Button(label, Press("invite.again", deal, arg=mark))
    ahead = replace(ahead, style=Style.GO)
    edit = Button(t.plain("tap-edit"), terms_press(deal, "edit"))
    discard = _discard(deal, t)
    return Card(text, rows_of((ahead, edit, discard)), attachments=files)


def counter_card(deal: DealId, changes: Sequence[Change], mark: str, t: Text) -> Card:
    """A counter-offer before it is sent: the differences alone."""
    edit = Button(t.plain("tap-edit"), terms_press(deal, "edit"))
    leave = Button(t.plain("tap-leave-changes"), terms_press(deal, "leave"), style=Style.DANGER)
    if not changes:
        return Card(t("counter-nothing"), rows_of((edit, leave)))
    send = Button(t.plain("tap-send-changes"), terms_press(deal, "send", mark), style=Style.GO)
    text = lines(t("counter-head"), "", diff_text(changes, t), "", t("counter-foot"))
    return Card(text, rows_of((send, edit, leave)))


def edit_card(deal: DealId, terms: Terms, t: Text, *, role: bool, mark: str = "") -> Card:
    """Everything that can be changed; `role` while nobody has seen the terms.

    `mark` of the terms where they can be sent, and in several languages.
    """
    single = len(terms.milestones) <= 1
    buttons = [
        Button(t.plain("tap-edit-title"), terms_press(deal, "change", "title")),
        Button(t.plain("tap-edit-work"), terms_press(deal, "change", "work")),
    ]
    if single:
        buttons.append(
            Button(t.plain("tap-edit-payment"), terms_press(deal, "milestone", number=1))
        )
        buttons.append(Button(t.plain("tap-add-milestone"), terms_press(deal, "add")))
    else:
        buttons.append(Button(t.plain("tap-edit-milestones"), terms_press(deal, "page", "0")))
    buttons.append(Button(t.plain("tap-edit-rules"), terms_press(deal, "change", "rules")))
    if role:
        buttons.append(Button(t.plain("tap-swap-role"), terms_press(deal, "role")))
    if mark:
        press = Press("invite.languages", deal, arg=mark)
        buttons.append(Button(t.plain("tap-other-language"), press))
    buttons.append(Button(t.plain("tap-back"), terms_press(deal, "preview")))
    whole = lines(t("edit-head"), "", terms_text(terms, t))
    return Card(whole if length(whole) <= MOST else t("edit-head"), rows_of(buttons))


def milestones_card(deal: DealId, terms: Terms, t: Text, page: int = 0) -> Card:
    """The milestones to choose one from; few a card, the rest on the next."""
    first = page * _MILESTONES_A_CARD
    shown = list(enumerate(terms.milestones, 1))[first : first + _MILESTONES_A_CARD - 1]
    buttons = [
        Button(_short(f"{t.number(n)}. {m.title or ''}"), terms_press(deal, "milestone", number=n))
        for n, m in shown
    ]
    buttons.append(Button(t.plain("tap-add-milestone"), terms_press(deal, "add")))
    if first + len(shown) < len(terms.milestones):
        buttons.append(Button(t.plain("tap-next"), terms_press(deal, "page", str(page + 1))))
    buttons.append(Button(t.plain("tap-back"), terms_press(deal, "edit")))
    return Card(t("edit-which-milestone"), rows_of(buttons))


def milestone_card(deal: DealId, terms: Terms, number: int, t: Text) -> Card:
    """One milestone: each of its four parts, and *Remove* while it is not the only one."""
    m = terms.milestones[number - 1]
    parts = ("m-title", "m-amount", "m-days", "m-criteria")
    buttons = [
        Button(t.plain(f"tap-change-{part}"), terms_press(deal, "change", part, number))
        for part in parts
    ]
    if len(terms.milestones) > 1:
        remove = Button(
            t.plain("tap-remove"), terms_press(deal, "remove", number=number), style=Style.DANGER
        )
        buttons.append(remove)
    buttons.append(Button(t.plain("tap-back"), terms_press(deal, "edit")))
    text = lines(
        milestone_line(number, m, len(terms.milestones), t),
        t("terms-duration", length=m.duration) if m.duration is not None else None,
        *(t("terms-criterion", criterion=str(line)) for line in m.criteria),
    )
    return Card(text, rows_of(buttons))


def _short(label: str, limit: int = 40) -> str:
    return label if len(label) <= limit else f"{label[: limit - 1]}…"


def language_card(deal: DealId, languages: dict[str, str], mark: str, t: Text) -> Card:
    """In which language the other side is to read the invite."""
    buttons = [
        Button(name, Press("invite.language", deal, arg=f"{mark}.{code}"))
        for code, name in languages.items()
    ]
    buttons.append(Button(t.plain("tap-back"), terms_press(deal, "preview")))
    return Card(t("invite-which-language"), rows_of(buttons))


def discard_card(deal: DealId, t: Text) -> Card:
    """The second tap of *Discard*."""
    yes = Button(t.plain("tap-discard"), terms_press(deal, "discard.do"), style=Style.DANGER)
    back = Button(t.plain("tap-back"), terms_press(deal, "preview"))
    return Card(t("discard-sure"), rows_of((yes, back)))
