"""Cards of handing in work: the summary, and a word of one's own on a criterion or open point."""

from __future__ import annotations

from datetime import timedelta

from bot.buttons import DO, Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.gather import files_line
from bot.cards.kit.heading import head, milestone_title, other_name
from bot.cards.kit.paging import PAGE, paged
from bot.cards.kit.wording import Said, blocks, clipped, fitted, lines
from bot.texts import Safe, Text
from core.deal.milestone import Milestone, State, Submission
from core.deal.offering import judged_by
from core.deal.points import Item
from core.deal.step import Act
from core.deal.terms import MilestoneTerms
from core.values.marks import is_choice
from core.values.words import Words
from core.views import DealView


def terms_of(view: DealView, m: Milestone) -> MilestoneTerms:
    """What was agreed of a milestone."""
    return view.deal.terms.milestones[m.number - 1]


def open_items(m: Milestone) -> tuple[Item, ...]:
    """The points that a new submission has to answer."""
    return m.rounds[-1].asked if m.state is State.REVISING and m.rounds else ()


def which_card(view: DealView, m: Milestone, page: int, t: Text) -> Card:
    """On which criterion or open point a word is to be said."""
    asked = [str(line) for line in terms_of(view, m).criteria]
    asked += [t.plain("submit-which-point", point=t.said(item.words)) for item in open_items(m)]
    listed = lines(
        *(
            t("numbered", number=n, words=clipped(line))
            for n, line in enumerate(asked, 1)
            if page * PAGE < n <= (page + 1) * PAGE
        )
    )
    deal = view.deal.id
    choose, turn = Press("subword", deal, m.number), Press("subone", deal, m.number)
    buttons = paged(asked, page, choose, turn, t)
    back = Button(t.plain("button-back"), Press("subprev", deal, m.number))
    return Card(blocks(head(view, t), t("submit-which"), listed), rows_of([*buttons, back]))


def note_card(view: DealView, m: Milestone, place: int, t: Text) -> Card:
    """How the work meets one criterion."""
    criteria = terms_of(view, m).criteria
    text = t(
        "submit-note",
        number=place + 1,
        count=len(criteria),
        criterion=clipped(str(criteria[place]), 1500),
    )
    return _asked(view, m, text, t)


def answer_card(view: DealView, m: Milestone, place: int, t: Text) -> Card:
    """What was done about one open point."""
    items = open_items(m)
    text = t(
        "submit-answer",
        number=place + 1,
        count=len(items),
        point=clipped(t.said(items[place].words), 1500),
    )
    return _asked(view, m, text, t)


def _asked(view: DealView, m: Milestone, text: Safe, t: Text) -> Card:
    deal = view.deal.id
    ok = Button(t.plain("button-done-as-agreed"), Press("subok", deal, m.number), style=Style.GO)
    back = Button(t.plain("button-back"), Press("subprev", deal, m.number))
    return Card(blocks(head(view, t), text), rows_of([ok, back]))


def submit_summary(
    view: DealView, m: Milestone, work: Submission, back_for: timedelta, t: Text
) -> Card:
    """Everything once more before it goes to the client; for how long it can then come back."""
    head_lines = [head(view, t), t("submit-summary", title=milestone_title(view, m.number))]
    text, attached = fitted(
        [*head_lines, files_line(work.files, t)],
        _said(view, m, work, t),
        [
            *_agreed((*work.notes, *work.answers), t),
            t("submit-then", name=other_name(view, t), length=back_for),
        ],
        "work.txt",
    )
    deal = view.deal.id
    buttons = [
        Button(
            t.plain("yes-submit"), Press(Act.SUBMIT + DO, deal, m.number, m.seen), style=Style.GO
        ),
        Button(t.plain("button-word-on-one"), Press("subone", deal, m.number)),
        Button(t.plain("button-back"), Press("subprev", deal, m.number)),
    ]
    return Card(text, rows_of(buttons), attachments=attached)


def _agreed(said: tuple[Words, ...], t: Text) -> list[Safe]:
    """That the rest, or all, is said to be done as agreed: nobody says it without reading it."""
    agreed = [is_choice(words.text or "") for words in said]
    if agreed and all(agreed):
        return [t("submit-all-agreed", count=len(said))]
    return [t("submit-rest-agreed")] if any(agreed) else []


def _said(view: DealView, m: Milestone, work: Submission, t: Text) -> list[tuple[Safe, str]]:
    links = "\n".join(str(link) for link in work.links)
    pairs = [(t("work-words"), t.said(work.words))] if work.words is not None else []
    pairs += [(t("work-links"), links)] if links else []
    criteria = judged_by(view.deal, m.number, work.under).criteria
    for criterion, note in zip(criteria, work.notes, strict=False):
        pairs.append((t("work-criterion", criterion=clipped(str(criterion), 120)), t.said(note)))
    items = m.rounds[-1].asked if m.rounds else ()
    for item, answer in zip(items, work.answers, strict=False):
        pairs.append((t("work-point", point=clipped(t.said(item.words), 120)), t.said(answer)))
    return pairs


def submission(view: DealView, m: Milestone, news: tuple[Safe, ...], t: Text) -> Said:
    """The work as the client reads it, with its files."""
    work = m.submission
    if work is None:
        return Said(news)
    said = (*news, files_line(work.files, t))
    return Said(said, tuple(_said(view, m, work, t)), files=work.files, name="work.txt")
