"""What the desk's cards share: names by role, words cut to what a message holds, forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.buttons import Button, Press, Style
from bot.cards.kit.base import Card, rows_of
from bot.cards.kit.house import PLAY
from bot.texts import Code, Safe, Text, escape
from core.deal.milestone import Milestone
from core.deal.model import Deal
from core.deal.person import Person
from core.deal.terms import MilestoneTerms, Role
from core.ports import Expecting
from core.values.ids import PersonId
from core.values.money import Money

MOST: Final = 4096
"""UTF-16 units that one message holds."""
TOPIC_NAME: Final = 128
PIECE: Final = 3500
"""Of somebody's words in one message, beside its heading."""


def mention(name: str, person: PersonId) -> Safe:
    """A colleague's name whose phone rings by it, though the topic is muted."""
    return Safe(f'<a href="tg://user?id={person}">{escape(name)}</a>')


@dataclass(frozen=True, slots=True)
class Part:
    """A milestone of a deal with its terms, and the people whose names a card may need."""

    deal: Deal
    number: int
    people: Mapping[PersonId, Person]

    @property
    def milestone(self) -> Milestone:
        """As it stands."""
        return self.deal.milestone(self.number)

    @property
    def terms(self) -> MilestoneTerms:
        """As it was agreed."""
        return self.deal.terms.milestones[self.number - 1]

    @property
    def play(self) -> bool:
        """Whether its money is play money."""
        return self.milestone.rail == PLAY

    @property
    def title(self) -> str:
        """The milestone's."""
        return str(self.terms.title or "")

    @property
    def deal_title(self) -> str:
        """The deal's."""
        return str(self.deal.terms.title or "")

    @property
    def about(self) -> str:
        """The deal's; of one whose milestones are open at once the milestone's as well."""
        if not self.deal.terms.rules.all_at_once:
            return self.deal_title
        return f"{self.title} · {self.deal_title}"

    def name(self, person: PersonId | None) -> str:
        """As they are called; a number where nobody knows."""
        if person is None:
            return "?"
        known = self.people.get(person)
        return str(person) if known is None else known.name

    def role(self, person: PersonId | None) -> str:
        """The side of a party, `nobody` for others: texts select by it."""
        role = None if person is None else self.deal.role_of(person)
        return "nobody" if role is None else role.value

    def side(self, role: Role) -> str:
        """The name of the party on a side."""
        return self.name(self.deal.person(role))


def leaving(form: Expecting) -> Press:
    """Out of a form; only its owner's tap counts."""
    return Press("leave", form.deal, form.milestone, None, f"{form.person}.{form.what}")


def back_out(t: Text, form: Expecting) -> Button:
    """*Back* from a form of one question."""
    return Button(t.plain("desk-button-back"), leaving(form))


def reference(deal: Deal, milestone: int) -> str:
    """What the client writes into a bank transfer, so that the treasurer finds it."""
    return f"{deal.id}-{milestone}"


def topic_name(part: Part, mark: str, amount: str) -> str:
    """`⚖️ 7K3F9QZM · Logo · 300.00 EUR`, its title cut where it has to be."""
    before, after = f"{mark} {part.deal.id} · ", f" · {amount}"
    title = " ".join(part.about.split())
    return before + cut(title, TOPIC_NAME - units(before + after)) + after


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, most: int) -> str:
    """The beginning of a text in at most so many units, with a mark that there is more."""
    if units(text) <= most:
        return text
    kept = text[: max(most - 1, 0)]
    while units(kept) > max(most - 1, 0):
        kept = kept[:-1]
    return kept.rstrip() + "…"


def pieces(text: str, most: int) -> list[str]:
    """A text in parts of at most so many units, all of it."""
    found, rest = [], text
    while units(rest) > most:
        part = rest[:most]
        while units(part) > most:
            part = part[:-1]
        found.append(part)
        rest = rest[len(part) :]
    return [*found, rest]


def quoted(text: str, most: int = 600) -> Safe:
    """Somebody's words, set apart."""
    return Safe(f"<blockquote>{escape(cut(text, most))}</blockquote>") if text else Safe("")


def lines(*parts: str) -> Safe:
    """Finished HTML, a line each, empty ones left out."""
    return Safe("\n".join(part for part in parts if part))


def paragraphs(*parts: str) -> Safe:
    """Finished HTML with a blank line between, empty ones left out."""
    return Safe("\n\n".join(part for part in parts if part))


def amount(t: Text, money: Money) -> str:
    """For labels of buttons."""
    return t.money(money)


class Accepted(StrEnum):
    """Whether Telegram accepted what the desk sent to somebody; texts select by it."""

    WAITS = "waits"
    YES = "yes"
    NO = "no"


def sent_of(delivered: Mapping[str, bool], key: str) -> Accepted:
    """What became of something that was sent."""
    return (
        Accepted.WAITS if key not in delivered else Accepted.YES if delivered[key] else Accepted.NO
    )


def form_in_the_way(t: Text, form: Expecting) -> Card:
    """Another form is open: finish it, or leave it."""
    text = t("desk-form-open", what=form.what, code=Code(form.deal or ""))
    label = t.plain("desk-button-leave")
    return Card(text, rows_of([Button(label, leaving(form), style=Style.DANGER)]))


def left(t: Text) -> Card:
    """A form was left."""
    return Card(t("desk-form-left"))


def over(t: Text) -> Card:
    """A form that is no more."""
    return Card(t("desk-form-over"))
