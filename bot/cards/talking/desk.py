"""At the desk: whether a reply goes out, whose words they are, and threads of help."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.desk import PIECE, Accepted, lines, pieces, quoted, units
from bot.texts import Code, Safe, Text, escape
from core.deal.terms import Role
from core.values.ids import DealId, PersonId


def send_prompt(t: Text, to: Role | str) -> Card:
    """Whether a reply to somebody's words goes out."""
    if isinstance(to, Role):
        label = t.plain("desk-button-send-to-side", role=to)
    else:
        label = t.plain("desk-button-send-to", name=to)
    buttons = [
        Button(label, Press("send"), style=Style.GO),
        Button(t.plain("desk-button-keep"), Press("keep")),
    ]
    return Card(t("desk-send-prompt"), rows_of(buttons))


def whose_words(t: Text) -> Card:
    """An administrator wrote as the group: whose words they are, and how to write as oneself."""
    label = t.plain("desk-button-mine")
    return Card(t("desk-anonymous-words"), rows_of([Button(label, Press("mine"), style=Style.GO)]))


def words_taken(t: Text, name: str) -> Card:
    """A colleague said that they were theirs."""
    return Card(t("desk-words-taken", name=name))


def kept(t: Text) -> Card:
    """It stays among colleagues."""
    return Card(t("desk-kept"))


def sent_as_question(t: Text, role: Role) -> Card:
    """It went to a side of the dispute."""
    return Card(t("desk-sent-as-question", role=role))


def help_name(name: str, deal: DealId | None) -> str:
    """The topic of a person who asked for help."""
    short = name[:80]
    return f"💬 {short} · {deal}" if deal is not None else f"💬 {short}"


def help_cards(
    t: Text, name: str, person: PersonId, deal: DealId | None, text: str, beside: str = ""
) -> list[Card]:
    """What somebody wrote to the desk, whole; `beside` is a colleague on the deal's other side."""
    first, *rest = pieces(text, PIECE)
    return [
        Card(lines(_help_head(t, name, person, deal, beside), quoted(first, PIECE))),
        *(Card(quoted(piece, PIECE), ring=False) for piece in rest),
    ]


def help_together(
    t: Text,
    name: str,
    person: PersonId,
    deal: DealId | None,
    said: Sequence[tuple[str, Sequence[str]]],
    beside: str = "",
) -> Card:
    """What they wrote one after the other, with the names of the files that follow each."""
    words = [
        lines(quoted(text, PIECE), Safe(escape(f"📎 {', '.join(files)}" if files else "")))
        for text, files in said
    ]
    return Card(lines(_help_head(t, name, person, deal, beside), *words))


def fit_together(said: Sequence[tuple[str, Sequence[str]]]) -> int:
    """How many of them fit into one message, from the first on."""
    room = PIECE
    for number, (text, files) in enumerate(said):
        room -= units(text) + sum(units(name) + 4 for name in files)
        if room < 0:
            return number
    return len(said)


def _help_head(t: Text, name: str, person: PersonId, deal: DealId | None, beside: str) -> Safe:
    about = t("desk-help-about", code=Code(deal)) if deal is not None else Safe("")
    head = t("desk-help-asked", name=name, person=Code(person))
    own = t("desk-help-own-side", name=beside) if beside else Safe("")
    return lines(head, about, own)


def help_answer(t: Text, name: str, text: str, sent: Accepted) -> Card:
    """The desk's answer with what became of it."""
    head = t("desk-help-answer", name=name, sent=sent)
    return Card(lines(head, quoted(text, PIECE)))
